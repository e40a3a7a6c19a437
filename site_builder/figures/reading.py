"""The figures of a text, in order: what each says, what it counts, and whether it can be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from site_builder.figures.aside import covered, dates_and_times
from site_builder.figures.counted import find_counted
from site_builder.figures.english import ENGLISH
from site_builder.figures.faults import Fault
from site_builder.figures.figure import Counted, Figure
from site_builder.figures.language import FigureWords
from site_builder.figures.nouns import base_form, lemma, verb_stem, without_possessive
from site_builder.figures.pieces import Pieces, read_pieces
from site_builder.figures.quantities import Measured, find_quantities, hedged_like
from site_builder.figures.units import from_base
from site_builder.model import Span

LANGUAGES = {"en": ENGLISH}

Found: TypeAlias = Sequence[tuple[Measured, Counted]]
"""The figures of a sentence, each with what it counts."""


def find_figures(text: str, lang: str = "en") -> tuple[Figure, ...]:
    """Every figure of the text; none in a language without tables."""
    words = LANGUAGES.get(lang.partition("-")[0])
    if words is None or not _hint(words).search(text):
        return ()
    spans, first = dates_and_times(text), 0
    figures: list[Figure] = []
    for pieces in read_pieces(text, words):
        aside, first = covered(pieces, spans, first)
        figures.extend(_sentence(text, pieces, aside, len(figures), words))
    return tuple(figures)


@lru_cache(maxsize=8)
def _hint(words: FigureWords) -> re.Pattern[str]:
    """In every text with a figure: a quick look that skips the others."""
    known = {*words.ones, *words.tens, *words.scales, *words.rounds, *words.fractions}
    return re.compile(rf"\d|[½¼¾⅛]|\b(?:{'|'.join(sorted(known))})\b", re.IGNORECASE)


def _sentence(
    text: str, pieces: Pieces, aside: frozenset[int], before: int, words: FigureWords
) -> Iterator[Figure]:
    """`before`: how many figures the text has in earlier sentences."""
    found = [
        (measured, counted)
        for measured in find_quantities(text, pieces, aside, words)
        if (counted := find_counted(pieces, measured, words)) is not None
    ]
    if not found:
        return
    context = _context(pieces, [measured for measured, _ in found], words)
    figures: list[Figure] = []
    for number in range(len(found)):
        figures.append(_figure(text, pieces, found, number, figures, context, before, words))
    yield from figures


def _figure(
    text: str,
    pieces: Pieces,
    found: Found,
    number: int,
    figures: Sequence[Figure],
    context: Context,
    before: int,
    words: FigureWords,
) -> Figure:
    """One of those found in a sentence; `figures` are those before it."""
    measured, counted = found[number]
    span = Span(pieces[measured.start].start, pieces[measured.end - 1].end)
    whole = _whole(pieces, found, number, words)
    restates = _restated(pieces, found, number, before)
    counted = _undone(pieces, counted, found, number, words)
    counted = _completed(counted, None if whole is None else figures[whole], found[:number], figures)
    if restates is not None and measured.quantity.hedge == "exact":
        measured = hedged_like(measured, figures[-1].quantity.hedge)
    things = {other.what for each, other in found if not each.unit}
    things |= set() if measured.unit else {base_form(counted.doing, words)}
    figure = Figure(
        span=span,
        written=text[span.start : span.end],
        quantity=measured.quantity,
        counted=counted,
        part_of=None if whole is None else before + whole,
        restates=restates,
        context=context.words - things,
        places=context.places,
        phrases=frozenset(pair for pair in context.phrases if not things & {*pair}),
        days=context.days,
        crowded=_is_crowded(pieces, found, number),
    )
    fault = measured.fault or _impossible(pieces, figure, measured, words)
    if whole is not None:
        fault = fault or _exceeds(figure, figures[whole])
    if restates is not None:
        fault = fault or _mistaken(figure, measured.unit, figures[-1], found[number - 1][0].unit)
    return replace(figure, malformed=fault)


def _completed(counted: Counted, whole: Figure | None, before: Found, figures: Sequence[Figure]) -> Counted:
    """With what a part has from its whole, and the end of a change from its beginning."""
    if whole is not None and not counted.doing:
        return replace(counted, doing=whole.counted.doing, said=whole.counted.said)
    if counted.role == "to" and not counted.what and before and before[-1][1].role == "from":
        return replace(figures[-1].counted, role="to", per=counted.per)
    return counted


def _undone(pieces: Pieces, counted: Counted, found: Found, number: int, words: FigureWords) -> Counted:
    """With nothing done to what a share is of: of `a quarter of the 612 dockers left` the 612 did not leave."""
    if number == 0 or found[number - 1][0].unit != "%":
        return counted
    between = pieces[found[number - 1][0].end : found[number][0].start]
    if not between or between[0].lower != words.of or any(piece.tag != "D" for piece in between[1:]):
        return counted
    return replace(counted, role="of", doing="", said="")


class Context(NamedTuple):
    """What else a sentence holds, as `Figure` has it."""

    words: frozenset[str]
    places: frozenset[str]
    phrases: frozenset[tuple[str, str]]
    days: frozenset[str]


def _context(pieces: Pieces, found: Sequence[Measured], words: FigureWords) -> Context:
    taken = {place for measured in found for place in range(measured.start, measured.end)}
    telling: dict[int, str] = {}
    places, days = set(), set()
    for place, piece in enumerate(pieces):
        if place in taken or not piece.text[0].isalpha():
            continue
        plain = without_possessive(piece).lower()
        word = base_form(plain, words) if piece.tag == "V" or plain.endswith("ed") else lemma(plain, words)
        if piece.lower in words.days:
            days.add(piece.lower)
        elif piece.tag in "wNV" and len(word) > 2 and not _tells_nothing(word, piece.lower, words):
            telling[place] = word
            if piece.tag == "N" and place > 0 and piece.text[0].isupper():
                places.add(word)
    phrases = {(telling[place], telling[place + 1]) for place in telling if place + 1 in telling}
    phrases |= {(telling[place], pieces[place - 1].lower) for place in telling
                if place and pieces[place - 1].lower in words.groupers}  # fmt: skip
    return Context(frozenset(telling.values()), frozenset(places), frozenset(phrases), frozenset(days))


def _tells_nothing(word: str, written: str, words: FigureWords) -> bool:
    """Common words, and verbs that stand in a class: a figure has those as its `doing`."""
    verb = verb_stem(written, words)
    common = {word, written} & words.no_context or written in words.language.ranks
    return bool(common) or verb in words.doings or written in words.adjectives


def _whole(pieces: Pieces, found: Found, number: int, words: FigureWords) -> int | None:
    """The figure that this one is a part of: the last one before `including` that is no part itself."""
    measured = found[number][0]
    lead = tuple(piece.lower for piece in pieces[max(0, measured.start - 2) : measured.start])
    if lead in words.including or lead[-1:] in words.including:
        candidates = [at for at in range(number) if not found[at][0].unit]
        return candidates[-1] if candidates else None
    joined = lead[-1:] == (words.conjunction,) and number > 0
    if joined and (previous := _whole(pieces, found, number - 1, words)) is not None:
        return previous
    return None


def _restated(pieces: Pieces, found: Found, number: int, before: int) -> int | None:
    """The figure right before the bracket this one stands in, when both measure the same."""
    measured = found[number][0]
    if number == 0 or not measured.unit or measured.start == 0 or pieces[measured.start - 1].tag != "(":
        return None
    other = found[number - 1][0]
    same = other.quantity.unit == measured.quantity.unit and other.unit != measured.unit
    return before + number - 1 if same and measured.start - other.end <= 3 else None


def _is_crowded(pieces: Pieces, found: Found, number: int) -> bool:
    """Whether the sentence has another figure in this unit that is not the same in other units, and not the
    other end of one change."""
    unit, role = found[number][0].quantity.unit, found[number][1].role
    return any(
        other.quantity.unit == unit
        and not (role and counted.role and role != counted.role)
        and not (abs(at - number) == 1 and _restated(pieces, found, max(at, number), 0) is not None)
        for at, (other, counted) in enumerate(found)
        if at != number
    )


def _impossible(pieces: Pieces, figure: Figure, measured: Measured, words: FigureWords) -> Fault | None:
    """What is wrong with more than all of something; None if nothing is."""
    low = figure.quantity.low
    after = tuple(piece.lower for piece in pieces[measured.end : measured.end + 2])
    of_the = len(after) == 2 and after[0] == words.of and after[1] in words.definites
    if (
        low is None
        or low <= 100
        or measured.unit != "%"
        or not of_the
        or figure.counted.what in words.exceedable
    ):
        return None
    return Fault("more_than_all", figure.written, other=figure.counted.words)


def _exceeds(part: Figure, whole: Figure) -> Fault | None:
    low, high = part.quantity.low, whole.quantity.high
    if low is None or high is None or low <= high or part.quantity.unit:
        return None
    return Fault("part_of", part.written, other=whole.written)


def _mistaken(figure: Figure, unit: str, original: Figure, original_unit: str) -> Fault | None:
    """Whether a figure repeated in another unit is not its original, rounded as either is written."""
    one, other = figure.quantity.number, original.quantity.number
    if one is None or other is None:
        return None
    agrees = any(
        _rounds(from_base(mine, written), from_base(theirs, written))
        for mine, theirs, written in ((one, other, unit), (other, one, original_unit))
    )
    return None if agrees else Fault("other_unit", figure.written, other=original.written)


def _rounds(written: Decimal, computed: Decimal) -> bool:
    step = Decimal(1).scaleb(int(written.normalize().as_tuple().exponent))
    return abs(computed - written) < step
