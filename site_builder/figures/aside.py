"""Numbers that are no quantities: dates, times, ages, scores, ordinals, numbers that are names."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.datewords import TIME, find_dates
from site_builder.figures.language import FigureWords
from site_builder.figures.pieces import Pieces
from site_builder.model import Span

YEARS = range(1500, 2100)


def dates_and_times(text: str) -> tuple[Span, ...]:
    """Where the text gives dates and times of day, by first character."""
    dates = [date.span for date in find_dates(text)]
    return tuple(sorted({*dates, *(Span(*match.span()) for match in TIME.finditer(text))}))


def covered(pieces: Pieces, spans: tuple[Span, ...], first: int) -> tuple[frozenset[int], int]:
    """The pieces inside spans, from the span numbered `first` on; and the first span that is not over."""
    inside: set[int] = set()
    for number, piece in enumerate(pieces):
        while first < len(spans) and spans[first].end <= piece.start:
            first += 1
        within = first < len(spans) and spans[first].start <= piece.start < spans[first].end
        if within or _is_second_day(pieces, number, inside):
            inside.add(number)
    return frozenset(inside), first


def _is_second_day(pieces: Pieces, at: int, inside: set[int]) -> bool:
    """`9` in `on June 8 and 9`."""
    linked = at - 2 in inside and pieces[at - 1].tag in "C—,I" and pieces[at - 2].text.isdigit()
    return linked and pieces[at].text.isdigit() and int(pieces[at].text[:3]) <= 31


def is_no_quantity(pieces: Pieces, start: int, end: int, has_unit: bool, words: FigureWords) -> bool:
    """Whether the number at these pieces counts and measures nothing, by the words around it."""
    return any(_reasons(pieces, start, end, has_unit, words))


def _reasons(pieces: Pieces, start: int, end: int, has_unit: bool, words: FigureWords) -> Iterator[bool]:
    before = pieces[start - 1] if start else None
    after = pieces[end] if end < len(pieces) else None
    yield _is_age(pieces, start, end, words)
    yield _phrase_follows(pieces, end, words.clock)
    if pieces[start].is_digits:
        yield after is not None and after.join == "+" and after.lower in words.ordinal_suffixes
        yield before is not None and pieces[start].join == "+" and before.text[-1] in "/:.#"
        yield after is not None and after.join == "+" and after.text[0] in "/:"
        yield after is not None and after.join == "-" and after.is_digits
        yield before is not None and pieces[start].join == "-" and before.is_digits
    yield _is_pronoun(pieces, start, end, words)
    if has_unit:
        return
    yield _is_label(pieces, start, end, words)
    yield _is_address(pieces, end, words)
    yield end == start + 1 and _is_year(pieces, start, words)
    yield after is not None and after.lower in words.fractions and pieces[start].lower not in words.articles


def _is_age(pieces: Pieces, start: int, end: int, words: FigureWords) -> bool:
    """`aged 12`, `12 years old`, `26-year-old`, `Lee, 45,`."""
    before = pieces[start - 1].lower if start else ""
    if before in words.ages or _phrase_follows(pieces, end, words.age_nouns):
        return True
    after = pieces[end].lower if end < len(pieces) else ""
    enclosed = (before, after) in ((",", ","), ("(", ")"), (",", "."))
    return enclosed and start >= 2 and pieces[start - 2].tag == "N" and end == start + 1


def _phrase_follows(pieces: Pieces, at: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    return any(tuple(piece.lower for piece in pieces[at : at + length]) in phrases for length in (3, 2, 1))


def _is_label(pieces: Pieces, start: int, end: int, words: FigureWords) -> bool:
    """`Resolution 2254`, `page 12`, `Boeing 737`: a name right before, and nothing counted after."""
    if start == 0:
        return False
    before = pieces[start - 1]
    if before.lower in words.labels:
        return pieces[start].is_digits or before.text[0].isupper()
    named = before.tag == "N" and before.text[0].isupper()
    return named and not (end < len(pieces) and pieces[end].tag == "w" and pieces[end].text[0].islower())


def _is_address(pieces: Pieces, end: int, words: FigureWords) -> bool:
    """`12 Downing Street`."""
    at = end
    while at < len(pieces) and at - end < 4 and pieces[at].text[0].isupper():
        if at > end and pieces[at].lower in words.streets:
            return True
        at += 1
    return False


def _is_year(pieces: Pieces, start: int, words: FigureWords) -> bool:
    """Four digits alone, unless a hedge stands before them or people after them."""
    text = pieces[start].text
    if not (len(text) == 4 and text.isdigit() and int(text) in YEARS):
        return False
    hedged = any(
        tuple(piece.lower for piece in pieces[max(0, start - length) : start]) in words.hedges
        for length in (3, 2, 1)
    )
    if start and pieces[start - 1].lower in words.year_leads:
        return True
    after = pieces[start + 1].lower if start + 1 < len(pieces) else ""
    person = words.plurals.get(after, after.removesuffix("s"))
    counted = person in words.people or person in words.language.person_nouns or person in words.counts_of
    return not (counted or (hedged and after in words.plurals) or (hedged and after.endswith("s")))


def _is_pronoun(pieces: Pieces, start: int, end: int, words: FigureWords) -> bool:
    """`one of them`, `one day`, `no one`."""
    if pieces[start].text.isdigit() or words.ones.get(pieces[start].lower) != 1 or end > start + 1:
        return False
    before = pieces[start - 1] if start else None
    if before is not None and (before.tag == "D" or before.lower in words.before_one):
        return True
    return end >= len(pieces) or pieces[end].lower in words.no_count or pieces[end].tag not in "wN"
