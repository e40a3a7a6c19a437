"""What belongs to the site and not to the article: menus, share lines, appeals, disclaimers.

The patterns are of whole lines, and of lines no sentence of a report has the form of. At the foot
of a page more is recognised than between its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from site_builder.seeds.pieces import Piece

_LONGEST_LINE = 160
_LONGEST_NOTICE = 3000

_SITE_WORDS = (
    "home|homepage|menu|search|all news|latest news|top stories|more news|news in brief|back|back to top|top|"
    "next|previous|login|log ?in|sign ?in|sign ?up|register|subscribe|subscribe now|share|tweet|print|save|"
    "email|e-mail|whatsapp|facebook|twitter|telegram|linkedin|pinterest|reddit|copy link|link copied|comment|"
    "comments|donate|advertisement|advertising|ad|sponsored|promoted|loading|close|listen|watch live|live tv|"
    "skip to (?:main )?content|contact|contact us|about|about us|archive|imprint|impressum|privacy|"
    "privacy policy|cookie policy|terms of (?:use|service)|sitemap|rss|mobile app|most read|"
    "most popular|trending|"
    "editor['’]?s picks|related|related (?:articles|stories|news|content|topics|links|posts)|"
    "more on this(?: story| topic)?|more stories|see also|read next|recommended|you may also like|"
    "what to read next|tags|topics|story highlights|key points|get short url|short url|permalink|published|"
    "updated|last updated|continue reading|story continues below(?: advertisement)?|about sharing|share page|"
    "like loading|discuss|like this: like loading|you (?:might|may) also (?:like|be interested in)|no comments|"
    "check also|back to top button|leave a reply|join now|share tweet|follow us|read more news"
)
_SHARE_WORDS = (
    "this|it|us|me|on|via|to|with|a|the|article|story|page|link|friend|friends|facebook|twitter|x|telegram|"
    "whatsapp|instagram|linkedin|youtube|email|social|media"
)
_APPEAL_WORDS = (
    "to|for|up|a|an|our|us|the|in|here|now|today|free|your|daily|weekly|morning|evening|newsletter|newsletters|"
    "letter|bulletin|updates|channel|app|account|supporter|member|of|and|or|get|receive|alerts|news|email|"
    "mailing|list|on|via|telegram|youtube|comment|read|more|details|information"
)
_ABROAD = (
    "подписывайтесь|подписаться|читайте также|поделиться|lesen sie auch|mehr zum thema|teilen|lire aussi|"
    "partager|abonnez-vous|lea también|compartir|suscríbete|leggi anche|condividi|leia também|compartilhar"
)
_PROPER = r"(?-i:[A-Z][\w.’'&-]{0,24})"

_LINE_FORMS = (
    r"(?:abstract|full text|summary|advertisement)\W?",
    rf"(?:[-•·*]\s)?(?:{_SITE_WORDS})(?:\s?\(?\d{{1,6}}\)?)?\s?[:→»›>.…]{{0,3}}",
    rf"(?:(?:{_SITE_WORDS})\s?[|·•/>»,]\s?){{1,12}}[\w ]{{1,20}}",
    r"home(?:page)?\s?[/>»›|·→]\s?.{1,100}",
    r"(?!.{0,80}\b(?:19|20)\d\d\b)[^|·•.!?]{2,25}(?:\s?[|·•]\s?[^|·•.!?]{2,25}){2,12}",
    rf"(?:{_ABROAD})\b[^.!?]{{0,80}}",
    r"you can (?:share|follow|read|find) (?:this|us|more)\b[^.!?]{0,60}",
    r"(?:read|see|find|learn|view|show|load) (?:more|full|the full|all|on)\b(?! than\b).{0,100}?(?<![.!?])",
    r"(?:read (?:also|more|next|the)|also read|see also|more|related|don['’]t miss|watch|listen)\s?:.{1,140}",
    r"(?:share|tweet|pin|post|print|e-?mail|save|bookmark|follow|like|recommend)"
    rf"(?: (?:{_SHARE_WORDS})){{1,8}}\W?",
    r"(?:subscribe|sign up|register|join|log in|sign in|become|donate|support|click|tap|download)"
    rf"(?: (?:{_APPEAL_WORDS}|{_PROPER})){{1,16}}[.!→»]{{0,2}}",
    r"(?:follow|use|tap|click) this link to .{1,80}",
    r"(?:to|for) (?:see |read |get )?(?:more |the latest |all )?(?:updates?|news|details|stories)\b.{0,60},"
    r" (?:click|tap|follow|visit|see|subscribe)\b.{0,60}",
    r"(?:did|do) you (?:enjoy|like|find) this (?:article|story|post|page)\b.{0,60}",
    r"be (?:a )?part of (?:our |quality )?(?:journalism|community|story)\b.{0,60}",
    r"(?:hits|views|reads|shares|likes|(?:news |story |article |post )?(?:id|code))\s?[:#]\s?[\d.,km]{1,12}",
    r"your email address will not be published.{0,80}",
    r"\d{1,6} shares?(?: (?:share|tweet|pin|email|facebook|twitter|whatsapp)){1,6}",
    r"(?:leave|post|add|write) (?:a |your )?(?:comment|reply)\b.{0,40}",
    r"(?:view|show|hide|read|see|all|jump to) (?:\d{1,6} |all |the )?comments?",
    r"click (?:here )?to (?:share|print|e-?mail|expand|open|view|play|copy|subscribe|join|see|tweet)\b.{0,80}",
    r"listen to (?:this|the) (?:article|story|report)\b.{0,30}",
    r"this (?:article|story) is more than .{1,20} old",
    r"\d{1,3}(?:(?:[.,]\d{1,3})?[km])?",
    r"\d{1,2}\s?(?:s|secs?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?) ago",
    r"comment on .{1,60}? on our [\w ]{1,30}page",
    r"\d{1,6} (?:comments?|shares?|views?|likes?|replies)",
    r"\d{1,3}[ -]min(?:ute)?s?(?: read)?",
    r"(?:estimated )?read(?:ing)? time\b.{0,30}",
    r"(?:©|\(c\)|copyright\s?(?:©|\(c\)|\d{4}|by\b|:)).{0,140}",
    r".{0,80}\ball rights reserved\b.{0,60}",
    r"(?:photos?|images?|pictures?|video|graphic|illustration|foto|bild)"
    r"(?: (?:credits?|by|courtesy(?: of)?|copyright)|\s?[:©/]).{1,120}",
    r"image (?:source|caption|copyright),?\s.{1,140}",
    rf".{{10,120}}\((?:{_PROPER} ){{1,3}}{_PROPER}/{_PROPER}(?: {_PROPER}){{0,3}}\)",
    r"(?:file |handout |archive )(?:photo|image|picture)\b.{0,120}",
    rf"(?:©|\(c\)|via|credit)\s?:?\s?(?:{_PROPER}(?:[ /,]{{1,2}}|$)){{1,8}}",
    r"(?:tags?|filed under|posted in|key ?words|labels|follow(?: us)?(?: on)?|hashtags?)\s?:.{1,140}",
    rf"share (?:this|the) (?:article|story|page|post)\s?:(?: (?:{_SHARE_WORDS})){{1,8}}\W?",
    r"like (?:this|our) (?:article|story|post|page)\? .{0,80}",
    r"permalink\W{1,3}(?:https?://|www\.)\S{3,140}",
    r"\[\d{1,3}\]\s?(?:https?://|www\.)\S{3,140}",
    r"video player (?:close|is loading)\W?",
    r"image caption,?|\d{20,80}|explore (?-i:[A-Z]{4,20})",
    r"(?:also )?available in(?:\W{1,3}(?-i:[A-Z])\w{3,12}){1,4}(?:\W[^a-z]{0,80})?",
    r"official (?:web)?site",
    r"featured image\b.{0,120}",
    r"(?:for (?:media|press|further|more) (?:inquiries|enquiries|information|details)|media contacts?|"
    r"(?:press |media )?contacts?|press office)\s?:.{0,120}",
    r"(?:tel|telephone|phone|mobile|cell|fax|e-?mail|web|website)\s?[:.]\s?(?=.{0,60}(?:\d{3}|@|www\.|http)).{1,100}",
    r"(?:\+\d|\(\d{2,5}\)|0\d{2,5}\s)[\d ()-]{4,24}|\d{3}[-. ]\d{3}[-. ]\d{4}",
    r"(?:founded|established|est\.?|since) (?:in )?\d{4}",
    r"vol(?:ume)?\.?\s\w{1,10}[,.·| ]{1,3}(?:no|number|issue)\.?\s?\d{1,6}",
    r"page\s\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?",
    r"price\s?:\s.{1,30}",
    r"(?:late|early|final|first|second|city|national|international|weekend|morning|evening) edition",
    r"(?:articles|more|stories|posts) by\s?:?.{1,80}(?<![.!?])",
    r"(?:watch|listen to|see|hear) (?:the|our|this)\b.{1,60}\b(?:below|above|here)\W{0,2}",
    r"(?:https?://|www\.)\S{3,140}",
    r"\(?\S{1,60}@\S{3,60}(?:[;,]\s.{1,80})?",
    r"[#@]\w{2,40}(?:[ ,]{1,2}[#@]\w{2,40}){0,12}",
    r"[*_=~·•–—#-]{2,80}|(?:[*·•#] ){2,20}[*·•#]?|[|/·•]{1,3}",
    r"[-–—*\s]{0,4}(?:ends?|30)[-–—*\s]{1,4}|ends",
    r"\[(?:ad|advertisement|photo|image|video|related|embed)[^\]]{0,60}\]",
)
"""Of a whole line, wherever it stands."""

_ARTICLE = r"(?:this|the) (?:article|story|report|post|piece|content|material|text)\b"
_FOOT_FORMS = (
    r"disclaimer\b",
    r"\(?(?:except for the headline, )?(?:this|the) (?:story|article|report|copy|news item)\b.{0,40}"
    r"\b(?:not been|was not|unedited|auto-?generated|been published (?:from|without))\b",
    r"\(?this is an? (?:unedited|auto-?generated|syndicated)\b",
    r"\(?only the headline\b.{0,60}\b(?:reworked|edited|changed|rewritten)\b",
    r"the (?:original )?source of this (?:article|story|report|text) is\b",
    r"(?:first|originally|previously) (?:published|appeared|posted)\b",
    r"(?:re)?(?:published|printed|posted) (?:with|by) (?:the )?(?:kind )?permission\b",
    r"(?:the )?(?:views|opinions)(?: and opinions)? expressed\b",
    r"(?:\S{1,40} )?(?:contains|may contain) copyrighted material\b",
    r"(?:sign up|subscribe|join|donate|support|become a|help us|follow)\b.{0,200}\b(?:newsletter|inbox|"
    r"journalism|channel|member|subscriber|subscription|donation|twitter|facebook|telegram)\b",
    r"(?:sign up|subscribe|join|donate|support|become a|help us|follow|more (?:from|on|about))\b[^.!?]{1,80}$",
    r"(?:our standards|editor['’]s note|editors['’] note|correction|update|note to editors)\s?:",
    r"(?:reach|contact|email|write to|follow) (?:him|her|them|the author|the reporter|us)\b",
    r"(?:about the author|the author is|the writer is)\b",
    r"(?:keywords|related subjects?) (?-i:[A-Z])",
    r"(?-i:[A-Z]{2,10}) recommends$",
    r"[\w .]{3,40} is an? (?:[\w-]{1,20} ){0,4}(?:correspondent|columnist|reporter) (?:at|for)\b",
    r"(?:(?:re)?translated|compiled|edited|reported|written|editing|(?:additional )?reporting|writing) by\b",
    rf"(?:{_PROPER}\s){{2,5}}(?:reported from|contributed to this|contributed reporting)\b",
    r"(?:source|via|quelle|fuente|fonte)\s?:",
    r"(?:all )?(?:comments|discussion) (?:are|is) (?:closed|moderated)\b",
    r"(?:please )?(?:note|be advised) that (?:comments|this site|the site)\b",
    r"(?:this (?:site|website)|we) uses? cookies\b",
)
"""Of the beginning of a line, after the last paragraph of the report."""
_ARTICLE_FORMS = (
    rf"(?:a version of )?{_ARTICLE}.{{0,60}}\b"
    r"(?:published|appear(?:ed|s)|posted|republished|reproduced|reprinted|syndicated)\b",
    rf"{_ARTICLE}.{{0,40}}\bhas been (?:updated|edited|corrected|amended|translated)\b",
)
"""The same, of the article itself, unless it is a report or a story that says something."""

_OF_ITSELF = re.compile(
    r"(?:\s(?:is|are)\s(?:a|an|run|published|owned|operated|funded|supported|edited|made|based)|\s?[:©|])",
    re.IGNORECASE,
)
"""Behind the outlet's own name, a line about the outlet."""

_NOTICE = re.compile(
    r"\b(?:copyright|fair use|all rights reserved|without (?:the )?(?:prior )?(?:written )?permission|"
    r"cross-post|terms of use|privacy policy|not necessarily reflect|non-?profit|our readers|our newsletter|"
    r"this (?:site|website))\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"[\"“”«»„]|\b(?:said|says|told|added|found|showed|warned|concluded)\b")
_LINKS_FOLLOW = re.compile(
    r"(?:related|more|most|recommended|read (?:also|next|more)|see also|you may also|what to read|latest|top|"
    r"trending|editor|comments?|in other news|don['’]t miss)\b[^.!?]{0,60}",
    re.IGNORECASE,
)


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)


_LINE, _FOOT, _OF_ARTICLE = map(_any_of, (_LINE_FORMS, _FOOT_FORMS, _ARTICLE_FORMS))


_HEADLINE = re.compile(r"(?:photos|pictures|images|video|watch|listen)\s?:(?:\s\S{1,40}){5,30}", re.IGNORECASE)

_COMMENTS_FOLLOW = re.compile(
    r"\d{1,6} comments?|comments?\s?\(\d{1,6}\)|(?:readers['’]? )?comments:?", re.IGNORECASE
)


_END_MARK = re.compile(r"(?:#\s?){3,5}|[-–—*\s]{0,4}(?:ends?|30)[-–—*\s]{1,4}|ends", re.IGNORECASE)
_RELEASE = re.compile(r"\bfor (?:immediate )?release\b|\bembargo(?:ed)?\b|\bnotes to editors\b", re.IGNORECASE)


def ends_release(piece: Piece) -> bool:
    """Whether a line is the mark under a press release: "###", "-30-", "ENDS"."""
    return bool(_END_MARK.fullmatch(piece.words[:20]))


def is_of_release(piece: Piece) -> bool:
    """Whether a short line is one that only a press release has."""
    return len(piece.words) <= _LONGEST_LINE and bool(_RELEASE.search(piece.words))


def introduces_comments(piece: Piece) -> bool:
    """Whether a line of furniture stands above what readers wrote."""
    return bool(_COMMENTS_FOLLOW.fullmatch(piece.words))


def introduces_links(piece: Piece) -> bool:
    """Whether a line of furniture is the title of a list of other articles, or of the comments."""
    return bool(_LINKS_FOLLOW.fullmatch(piece.words))


def is_furniture(piece: Piece, known: Collection[str] = ()) -> bool:
    """Whether a piece is the site's, wherever it stands. `known` are line beginnings, case-folded."""
    words = piece.words
    if known and words.casefold().startswith(tuple(known)):
        return True
    return len(words) <= _LONGEST_LINE and bool(_LINE.fullmatch(words))


def may_be_headline(piece: Piece) -> bool:
    """Whether a line that elsewhere leads to pictures can be the title of a page that shows them."""
    return len(piece.words) <= _LONGEST_LINE and bool(_HEADLINE.fullmatch(piece.words))


def is_foot_furniture(piece: Piece, outlets: Collection[str] = ()) -> bool:
    """Whether a piece that only furniture follows is furniture too. `outlets` are names, case-folded."""
    words = piece.words
    if piece.is_link or _FOOT.match(words) or (_OF_ARTICLE.match(words) and not _SPOKEN.search(words)):
        return True
    bare = words.casefold().removeprefix("the ")
    if any(bare.startswith(name) and _OF_ITSELF.match(bare, len(name)) for name in outlets):
        return True
    marks = {match.casefold() for match in _NOTICE.findall(words[:_LONGEST_NOTICE])}
    return len(marks) >= 2 and not _SPOKEN.search(words)
