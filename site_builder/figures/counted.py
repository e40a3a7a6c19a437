"""What a number counts or measures: the noun it stands before, and what is said to have happened to it."""

from __future__ import annotations

from typing import Literal

from site_builder.figures.doings import (
    REACH,
    as_written,
    is_participle,
    predicate,
    verb_after,
    verb_before,
    verb_class,
)
from site_builder.figures.figure import Counted
from site_builder.figures.language import FigureWords
from site_builder.figures.nouns import is_plural, is_possessive, lemma, without_possessive
from site_builder.figures.pieces import Piece, Pieces, lower_at, mark_at
from site_builder.figures.quantities import Measured

LONGEST_NOUN_PHRASE = 7
"""Pieces of a noun phrase."""
LEAD = 4
"""Words before a measure that are told where nothing names what is measured."""
BRACKET = 8
"""Pieces of a bracket with the same in another unit, after which the noun follows."""


def find_counted(pieces: Pieces, found: Measured, words: FigureWords) -> Counted | None:
    """None when the number has no unit and nothing is counted: it is not a figure."""
    bare = _bare_state(pieces, found, words)
    if bare is not None:
        return bare
    at = _noun_phrase_begins(pieces, found, words)
    start, head = _noun_phrase(pieces, at, words, found.quantity.number == 1, bool(found.unit))
    if head is None or (found.unit and pieces[head].lower in words.dimensions):
        if found.unit:
            return _measured(pieces, found, words)
        return _implied(pieces, found, words)
    noun = without_possessive(pieces[head]).lower()
    what = lemma(noun, words)
    end = max(head + 1, found.end)
    before, after = verb_before(pieces, found.start, words), verb_after(pieces, end, words)
    verb = before if before.verb and pieces[found.start - 1].tag != "A" else after
    doing, said = verb.verb, predicate(pieces, verb, end, words)
    if verb is before and words.past.get(doing, doing) in words.measuring:
        said = _lead(pieces, found.start)
    if what in words.counts_of:
        (what, doing), said = words.counts_of[what], ""
    modifiers = [piece for piece in pieces[start:head] if piece.tag in "wNR#"]
    return Counted(
        what=what,
        modifiers=tuple(lemma(piece.lower, words) for piece in modifiers if piece.lower not in words.more),
        names=tuple(without_possessive(piece) for piece in modifiers if _is_name(piece)),
        doing=doing,
        said=said,
        named=_is_name(pieces[head]),
        share=_share(pieces, found, start, head, words),
        more=_is_more(pieces, found, at, words),
        definite=_is_definite(pieces, found, words),
        role=_role(pieces, found, words),
        words=as_written(pieces[start : head + 1]),
    )


def _share(pieces: Pieces, found: Measured, start: int, head: int, words: FigureWords) -> str:
    """What a figure in per cent is a part of: `territory of Karsk` in `87% of the territory of Karsk`."""
    if found.unit != "%" or lower_at(pieces, found.end) != words.of:
        return ""
    end = head + 1
    if lower_at(pieces, end) == words.of and end + 1 < len(pieces) and _is_name(pieces[end + 1]):
        end += 2
        while end < len(pieces) and _is_name(pieces[end]):
            end += 1
    return as_written(pieces[start:end])


def _lead(pieces: Pieces, start: int) -> str:
    """The words that lead to a measure, as far as its clause goes: `cranes are nesting on …`."""
    first = start
    while first > 0 and start - first < LEAD and pieces[first - 1].text[0].isalnum():
        if pieces[first - 1].tag == "C":
            break
        first -= 1
    return f"{as_written(pieces[first:start])} …" if start - first > 1 else ""


def _is_name(piece: Piece) -> bool:
    return piece.tag == "N" and piece.text[0].isupper()


def _noun_phrase_begins(pieces: Pieces, found: Measured, words: FigureWords) -> int:
    """After the number and its unit, `more`, `of`, and the determiners of what follows; or inside it."""
    if found.noun >= 0:
        return found.noun
    at = found.end
    while lower_at(pieces, at) in words.more:
        at += 1
    if lower_at(pieces, at) == "(":
        closing = (place for place in range(at, min(len(pieces), at + BRACKET)) if pieces[place].tag == ")")
        at = next(closing, at - 1) + 1
    if found.unit and not (found.share or lower_at(pieces, at) in (words.of, words.within)):
        return at if at < len(pieces) and pieces[at].tag in "wN" and pieces[at].join == "" else len(pieces)
    if lower_at(pieces, at) in (words.of, words.within):
        at += 1
    while at < len(pieces) and pieces[at].tag == "D":
        at += 1
    while found.unit == "%" and at < len(pieces) and _is_number(pieces[at], words):  # 5% of 1.2 million people
        at += 1
    return at


def _is_number(piece: Piece, words: FigureWords) -> bool:
    return piece.tag == "#" or any(piece.lower in table for table in (words.ones, words.tens, words.scales))


def _noun_phrase(
    pieces: Pieces, start: int, words: FigureWords, single: bool, measured: bool
) -> tuple[int, int | None]:
    """The noun phrase from a piece on: where it begins, and the place of its head.

    More than one needs a plural; the last of a run of plurals is the head. Of one, and of a measured
    thing, the head is the last noun before something else.
    """
    head, at = None, start
    if start < len(pieces) and pieces[start].join == "-" and pieces[start].tag in "wN":
        return start, start
    while at < len(pieces) and at - start < LONGEST_NOUN_PHRASE:
        piece = pieces[at]
        if piece.tag not in "wNT#" and not (piece.tag == "R" and head is None):
            break
        if piece.tag == "#" or piece.lower in words.scales:
            break
        plural = is_plural(without_possessive(piece).lower(), words) and not is_possessive(piece)
        if head is not None and _ends_at(pieces, head, at, plural, words):
            break
        if piece.tag != "R" and (plural or single or measured) and not is_possessive(piece):
            head = at
        at += 1
    return start, head


def _ends_at(pieces: Pieces, head: int, at: int, plural: bool, words: FigureWords) -> bool:
    """Whether the phrase with this head ends before a piece: at a verb, and where a plural is complete."""
    if is_participle(pieces[at], words):
        return True
    return is_plural(pieces[head].lower, words) and not plural and not _goes_on(pieces, at, words)


def _goes_on(pieces: Pieces, at: int, words: FigureWords) -> bool:
    """Whether a plural before this piece is only a modifier: `sales staff`, `sports clubs`."""
    return (
        at + 1 < len(pieces)
        and pieces[at].tag == "w"
        and is_plural(pieces[at + 1].lower, words)
        and (pieces[at + 1].tag == "w" and not is_participle(pieces[at], words))
    )


def _bare_state(pieces: Pieces, found: Measured, words: FigureWords) -> Counted | None:
    """`12 dead`, `20 were injured`, `three killed`: people, without a noun."""
    if found.unit:
        return None
    at = found.end
    while at < len(pieces) and pieces[at].tag in "AR":
        at += 1
    state = words.adjectives.get(lower_at(pieces, at))
    if state is None or (at + 1 < len(pieces) and pieces[at + 1].tag in "wN" and at == found.end
                         and is_plural(pieces[at + 1].lower, words)):  # fmt: skip
        return None
    role, definite = _role(pieces, found, words), _is_definite(pieces, found, words)
    more = _is_more(pieces, found, found.end, words)
    return Counted(what="person", doing=state, role=role, definite=definite, more=more, words=pieces[at].text)


def _implied(pieces: Pieces, found: Measured, words: FigureWords) -> Counted | None:
    """`killing at least 20`, `the death toll rose to 26`: people, without a noun."""
    doing = verb_before(pieces, found.start, words).verb
    follows = pieces[found.end] if found.end < len(pieces) else None
    if follows is not None and (follows.tag in "wN#" or follows.join == "-"):
        return None
    if doing in words.done_to_people:
        return Counted(what="person", doing=doing, more=_is_more(pieces, found, found.end, words),
                       words=pieces[found.start - 1].text)  # fmt: skip
    for at in range(found.start - 1, max(-1, found.start - REACH), -1):
        if pieces[at].tag in ".;:C#":
            break
        if pieces[at].lower in words.toll:
            return Counted(what="person", doing="killed", role=_role(pieces, found, words),
                           words=as_written(pieces[max(0, at - 1) : at + 1]))  # fmt: skip
    return None


def _measured(pieces: Pieces, found: Measured, words: FigureWords) -> Counted:
    """A measure without a noun of its own: `an area of 82 km²`, `shares fell 5%`, `inflation was 5%`."""
    subject, doing = _subject(pieces, found.start, words)
    if lower_at(pieces, found.end) in words.dimensions:
        doing = pieces[found.end].lower
    phrase = pieces[_phrase_begins(pieces, subject, words) : subject + 1] if subject is not None else ()
    modifiers = phrase[:-1]
    return Counted(
        what=lemma(without_possessive(phrase[-1]).lower(), words) if phrase else "",
        modifiers=tuple(lemma(piece.lower, words) for piece in modifiers if not _is_name(piece)),
        names=tuple(without_possessive(piece) for piece in modifiers if _is_name(piece)),
        doing=doing,
        more=_is_more(pieces, found, found.end, words),
        definite=_is_definite(pieces, found, words),
        role=_role(pieces, found, words),
        per=_per(pieces, found.end, words),
        words=as_written(phrase),
        said="" if phrase else _lead(pieces, found.start),
    )


def _phrase_begins(pieces: Pieces, head: int, words: FigureWords) -> int:
    """The first of the words that stand before a head."""
    at = head
    while at > 0 and head - at < 3 and pieces[at].join == "" and pieces[at - 1].tag in "wN":
        if pieces[at - 1].join or is_participle(pieces[at - 1], words):
            break
        at -= 1
    return at


def _subject(pieces: Pieces, at: int, words: FigureWords) -> tuple[int | None, str]:
    """The noun that a measure is said of, and the verb between: `area of …`, `prices rose by …`."""
    before = at - 1
    while before >= 0 and (pieces[before].tag in "IRD" or pieces[before].lower == words.starts):
        if pieces[before].lower == words.of:
            noun = before - 1
            return (noun, "") if noun >= 0 and pieces[noun].tag in "wN" else (None, "")
        before -= 1
    if before < 0 or pieces[before].tag not in "AVw":
        return None, ""
    verb = pieces[before]
    noun_before = before > 0 and pieces[before - 1].tag in "wN"
    if verb.tag == "w" and not is_participle(verb, words) and not (verb.lower.endswith("s") and noun_before):
        return None, ""
    doing = "" if verb.tag == "A" else verb_class(verb.lower, words)
    noun = before - 1
    while noun >= 0 and pieces[noun].tag in "AR":
        noun -= 1
    noun = _before_prepositions(pieces, noun, words)
    fits = noun >= 0 and pieces[noun].tag in "wN" and not _is_no_noun(pieces, noun, words)
    return (noun if fits else None), doing


def _is_no_noun(pieces: Pieces, at: int, words: FigureWords) -> bool:
    """Whether a word is no noun: a unit, a participle, a verb after its plural: `where rebels remain`."""
    base = pieces[at].lower in words.verbs
    if (pieces[at].lower,) in words.units:
        return True
    return is_participle(pieces[at], words) or (base and at > 0 and is_plural(pieces[at - 1].lower, words))


def _before_prepositions(pieces: Pieces, noun: int, words: FigureWords) -> int:
    """The noun that a phrase with this last noun begins with: `bread` in `bread in the old town`."""
    for _ in range(2):
        start = _phrase_begins(pieces, noun, words) if noun >= 0 else 0
        while start > 0 and pieces[start - 1].tag == "D":
            start -= 1
        if start < 2 or pieces[start - 1].tag != "I" or pieces[start - 2].tag not in "wN":
            break
        noun = start - 2
    return noun


def _is_more(pieces: Pieces, found: Measured, at: int, words: FigureWords) -> bool:
    around = {lower_at(pieces, found.start - 1), lower_at(pieces, found.number - 1)}
    between = range(found.after, at)
    return bool(around & words.more) or any(lower_at(pieces, place) in words.more for place in between)


def _per(pieces: Pieces, at: int, words: FigureWords) -> str:
    """`month` in `$5 million per month`, `ton` in `$50 a ton`."""
    of = lower_at(pieces, at + 1)
    if lower_at(pieces, at) not in words.per or not of:
        return ""
    return lemma(of, words) if (of,) in words.units or lower_at(pieces, at) not in words.articles else ""


def _is_definite(pieces: Pieces, found: Measured, words: FigureWords) -> bool:
    return lower_at(pieces, found.start - 1) in words.definites


def _role(pieces: Pieces, found: Measured, words: FigureWords) -> Literal["", "from", "to"]:
    """Which end of a change it is: `rose from 5 to 7 per cent`."""
    before = lower_at(pieces, found.start - 1)
    if before == words.starts:
        follows = {lower_at(pieces, at) for at in range(found.end, found.end + 4)}
        return "from" if words.to in follows else ""
    if before != words.to:
        return ""
    for place in range(found.start - 2, max(-1, found.start - 10), -1):
        if pieces[place].lower == words.starts:
            after = pieces[place + 1]
            number = after.is_digits or after.lower in words.ones or mark_at(pieces, place + 1, words)
            return "to" if number else ""
    return ""
