"""A clause that no word opens and whose verb no table knows: `said doctors lack drugs`."""

from __future__ import annotations

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import has_plural_ending, is_person_or_body, is_several
from site_builder.annotate.tokens import Token


def may_be_clause(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    """Whether a noun or a name stands before a verb that no table knows: `said the quay opens at nine`, `said
    doctors lack drugs`, not `said Norland officials in Karsk`, `said hours ago`."""
    for at in range(start + 1, end if tokens[start].tag in "DNw#" else start):
        token, noun = tokens[at], tokens[at - 1]
        if token.tag != "w" or noun.tag not in "wN":
            continue
        after = tokens[at + 1].tag if at + 1 < len(tokens) else "."
        if has_plural_ending(token.lower, language):
            if noun.tag == "N":
                fits = after in "DIPR#w" and not is_person_or_body(token.lower, language)
            else:
                speaks = is_person_or_body(noun.lower, language)
                reach = "DPR#" if tokens[start].tag == "w" else "DIPR#w" if speaks else "DIP#"
                fits = after in reach and not is_several(noun.lower, language)
            if fits:
                return True
        elif noun.tag == "w" and is_several(noun.lower, language) and _is_base(token, language):
            speaks = is_person_or_body(noun.lower, language)
            if after in ("DIPN#Rw.,C" if speaks else "DIPN#R" if at > start + 1 else "DPN#R."):
                return True
    return False


def _is_base(token: Token, language: Language) -> bool:
    """Whether a word can be a verb of several in the present, as far as its ending tells."""
    grammar = language.grammar
    if token.lower in grammar.ago:
        return False
    return not token.lower.endswith((grammar.past, grammar.participle, language.adverb_suffix))
