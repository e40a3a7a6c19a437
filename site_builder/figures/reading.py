"""The figures of a text, in order: what each says, what it counts, and whether it can be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from site_builder.figures.aside import covered, dates_and_times
from site_builder.figures.counted import find_counted
from site_builder.figures.english import ENGLISH
from site_builder.figures.figure import Counted, Figure
from site_builder.figures.language import FigureWords
from site_builder.figures.nouns import lemma, without_possessive
from site_builder.figures.numbers import Pieces
from site_builder.figures.pieces import read_pieces
from site_builder.figures.quantities import Measured, find_quantities, hedged_like
from site_builder.figures.units import from_base
from site_builder.model import Span

LANGUAGES = {"en": ENGLISH}


def find_figures(text: str, lang: str = "en") -> tuple[Figure, ...]:
    """Every figure of the text; none in a language without tables."""
    words = LANGUAGES.get(lang.partition("-")[0])
    if words is None:
        return ()
    spans, first = dates_and_times(text), 0
    figures: list[Figure] = []
    for pieces in read_pieces(text, words):
        aside, first = covered(pieces, spans, first)
        figures.extend(_sentence(text, pieces, aside, len(figures), words))
    return tuple(figures)


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
    context, places, days = _context(pieces, [measured for measured, _ in found], words)
    figures: list[Figure] = []
    for number, (measured, counted) in enumerate(found):
        span = Span(pieces[measured.start].start, pieces[measured.end - 1].end)
        whole = _whole(pieces, found, number, words)
        if whole is not None and not counted.doing:
            counted = replace(counted, doing=figures[whole].counted.doing)
        restates = _restated(pieces, found, number, before)
        if restates is not None and measured.quantity.hedge == "exact":
            measured = hedged_like(measured, figures[-1].quantity.hedge)
        figure = Figure(
            span=span,
            written=text[span.start : span.end],
            quantity=measured.quantity,
            counted=counted,
            malformed=measured.fault,
            part_of=None if whole is None else before + whole,
            restates=restates,
            context=context,
            places=places,
            days=days,
        )
        larger = None if whole is None else figures[whole]
        fault = figure.malformed or _impossible(pieces, figure, measured, larger, words)
        figures.append(replace(figure, malformed=fault))
    yield from figures


def _context(
    pieces: Pieces, found: Sequence[Measured], words: FigureWords
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words of the sentence that tell its facts from others, its names, its words for days."""
    taken = {place for measured in found for place in range(measured.start, measured.end)}
    context, places, days = set(), set(), set()
    for place, piece in enumerate(pieces):
        if place in taken or not piece.text[0].isalpha():
            continue
        word = lemma(without_possessive(piece).lower(), words)
        if piece.lower in words.days:
            days.add(piece.lower)
        elif piece.tag in "wNV" and len(word) > 2 and not {word, piece.lower} & words.no_context:
            context.add(word)
            if piece.tag == "N" and place > 0 and piece.text[0].isupper():
                places.add(word)
    return frozenset(context), frozenset(places), frozenset(days)


def _whole(
    pieces: Pieces, found: Sequence[tuple[Measured, Counted]], number: int, words: FigureWords
) -> int | None:
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


def _restated(
    pieces: Pieces, found: Sequence[tuple[Measured, Counted]], number: int, before: int
) -> int | None:
    """The figure right before the bracket this one stands in, when both measure the same."""
    measured = found[number][0]
    if number == 0 or not measured.unit or measured.start == 0 or pieces[measured.start - 1].tag != "(":
        return None
    other = found[number - 1][0]
    same = other.quantity.unit == measured.quantity.unit and other.unit != measured.unit
    return before + number - 1 if same and measured.start - other.end <= 3 else None


def _impossible(
    pieces: Pieces, figure: Figure, measured: Measured, whole: Figure | None, words: FigureWords
) -> str:
    """Why the number cannot be right as the text has it; "" if it can."""
    low = figure.quantity.low
    if low is None:
        return ""
    after = tuple(piece.lower for piece in pieces[measured.end : measured.end + 2])
    of_the = after[:1] == (words.of,) and after[1:] and after[1] in words.definites
    if measured.unit == "%" and low > 100 and of_the and figure.counted.what not in words.exceedable:
        return f"“{figure.written}” of {figure.counted.words} is more than all"
    if whole and whole.quantity.high is not None and low > whole.quantity.high and not figure.quantity.unit:
        return f"“{figure.written}” is said to be a part of “{whole.written}”"
    return ""


def agrees(figure: Figure, original: Figure, units: tuple[str, str]) -> bool:
    """Whether a figure repeated in another unit is its original, rounded as either is written."""
    one, other = figure.quantity.number, original.quantity.number
    if one is None or other is None:
        return True
    return any(
        _rounds(from_base(mine, unit), from_base(theirs, unit))
        for mine, theirs, unit in ((one, other, units[0]), (other, one, units[1]))
    )


def _rounds(written: Decimal, computed: Decimal) -> bool:
    step = Decimal(1).scaleb(int(written.normalize().as_tuple().exponent))
    return abs(computed - written) < step
