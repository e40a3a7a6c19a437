"""Numbers with what stands around them: hedge, currency, range, unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from site_builder.figures.aside import is_no_quantity
from site_builder.figures.faults import Fault
from site_builder.figures.figure import Hedge, Quantity
from site_builder.figures.language import FigureWords
from site_builder.figures.numbers import Number, read_number
from site_builder.figures.pieces import (
    LONGEST_PHRASE,
    Pieces,
    currency_from,
    longest_from,
    lower_at,
    mark_at,
)
from site_builder.figures.units import UNITS, to_base

TIMES = frozenset(("s", "month"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A quantity by its pieces: `start` to `end` with hedge and unit, the number from `number` to `after`.
    `unit` is the unit as written, a key of UNITS; the quantity is in its base. `share` and `noun` are those
    of the number."""

    start: int
    number: int
    after: int
    end: int
    quantity: Quantity
    unit: str
    fault: Fault | None
    share: bool
    noun: int


def find_quantities(text: str, pieces: Pieces, aside: frozenset[int], words: FigureWords) -> Iterator[Measured]:
    """Every quantity of a sentence, in order. `aside`: pieces that belong to dates and times."""
    at = 0
    while at < len(pieces):
        number = None if at in aside else read_number(text, pieces, at, words)
        if number is None:
            at += 1
            continue
        found = _measured(text, pieces, number, words)
        span = found.quantity.unit in TIMES and lower_at(pieces, found.start - 1) in words.spans
        if not span and not is_no_quantity(pieces, found.number, found.after, bool(found.unit), words):
            yield found
        at = max(found.end, at + 1)


def _measured(text: str, pieces: Pieces, number: Number, words: FigureWords) -> Measured:
    low, high, fault, after = number.low, number.high, number.fault, number.end
    hedge: Hedge | None = None
    start, currency = _currency(pieces, number.start, words)
    other = _other_end(text, pieces, number, start, words)
    if other:
        (low, high), hedge, after = _range(number, other), "between", other.end
        fault = number.fault or other.fault
    after_hedge, hedge_after = longest_from(pieces, after, words.hedges_after)
    end, unit = (after, currency) if currency else _unit(pieces, after_hedge, words)
    end = max(end, after_hedge)
    if not unit and lower_at(pieces, start - 1) in words.units_before:
        start, unit = start - 1, words.units_before[lower_at(pieces, start - 1)]
    if number.share and not currency:
        unit, end = "%", after
    if not unit and lower_at(pieces, start - 1) == words.starts:
        unit, scale = _unit_of_end(text, pieces, number, words)
        low, high = (None if bound is None else bound * scale for bound in (low, high))
    before, hedge_before = _hedge_before(pieces, start, UNITS[unit].base if unit else "", words)
    if other and lower_at(pieces, start - 1) == words.between:
        before = start - 1
    chosen: Hedge = hedge or hedge_before or hedge_after or "exact"
    if number.round and chosen in ("exact", "about"):
        chosen = "dozens"
    bounds = [None if bound is None else to_base(bound, unit) if unit else bound for bound in (low, high)]
    if unit[:1] == "°" and lower_at(pieces, start - 1) in words.minus:
        before, bounds = start - 1, [None if bound is None else -bound for bound in bounds]
    quantity = Quantity(low=bounds[0], high=bounds[1], hedge=chosen, unit=UNITS[unit].base if unit else "")
    return Measured(
        start=before, number=number.start, after=after, end=end, quantity=_open(quantity), unit=unit,
        fault=fault, share=number.share, noun=number.noun,
    )  # fmt: skip


def _unit_of_end(text: str, pieces: Pieces, number: Number, words: FigureWords) -> tuple[str, int]:
    """What the number that a change ends at is measured in, and its scale: `from 10 to 12 per cent`."""
    if lower_at(pieces, number.end) not in words.range_links or number.end + 1 >= len(pieces):
        return "", 1
    other = read_number(text, pieces, number.end + 1, words)
    if other is None:
        return "", 1
    _, unit = _unit(pieces, other.end, words)
    return unit, other.scale if unit and number.scale == 1 else 1


def hedged_like(found: Measured, hedge: Hedge) -> Measured:
    """The same, held as the number it repeats: `less than 3 kilometres (1.9 miles)`."""
    return replace(found, quantity=_open(replace(found.quantity, hedge=hedge)))


def _open(quantity: Quantity) -> Quantity:
    """Without the bound that the hedge takes away."""
    if quantity.hedge in ("at least", "more than"):
        return replace(quantity, high=None)
    if quantity.hedge in ("at most", "less than"):
        return replace(quantity, low=None)
    return quantity


def _currency(pieces: Pieces, start: int, words: FigureWords) -> tuple[int, str]:
    """Where a currency before the number begins, and its unit: `US$5`, `Rs. 500`."""
    before = lower_at(pieces, start - 1)
    if start >= 2 and pieces[start - 1].join == "+" and before == "$":
        unit = words.currencies.get(lower_at(pieces, start - 2) + before)
        if unit:
            return start - 2, unit
    if before == "." and lower_at(pieces, start - 2) in words.currencies:
        return start - 2, words.currencies[lower_at(pieces, start - 2)]
    unit = mark_at(pieces, start - 1, words)
    return (start - 1, unit) if unit else (start, "")


def _other_end(text: str, pieces: Pieces, number: Number, start: int, words: FigureWords) -> Number | None:
    """The upper number of a range: `10 to 12`, `between 5 and 7 million`, `10-12`, `two or three`."""
    behind, unit = longest_from(pieces, number.end, words.units)
    at = behind if unit == "%" else number.end
    before = lower_at(pieces, start - 1)
    between = before == words.between
    hyphened = at < len(pieces) and pieces[at].join == "-"
    if not hyphened:
        link = words.conjunction if between else ""
        if lower_at(pieces, at) not in (words.range_links if not between else {link}) or before == words.starts:
            return None
        at += 1
    if mark_at(pieces, at, words):
        if start == number.start:
            return None
        at += 1
    other = read_number(text, pieces, at, words) if at < len(pieces) else None
    if other is None or other.round or number.round or other.low is None or number.low is None:
        return None
    low, high = _range(number, other)
    return other if low < high and not other.share and not number.share else None


def _range(number: Number, other: Number) -> tuple[Decimal, Decimal]:
    """The two ends; `5 to 7 million` gives the first the scale of the second."""
    low, high = number.low or Decimal(0), other.high or Decimal(0)
    if number.scale == 1 and other.scale > 1 and low * other.scale < high:
        low *= other.scale
    return low, high


def _unit(pieces: Pieces, at: int, words: FigureWords) -> tuple[int, str]:
    if at >= len(pieces):
        return at, ""
    if pieces[at].join == "+" and pieces[at].text.isalnum():
        glued = words.glued_units.get(pieces[at].text) or words.glued_units.get(pieces[at].lower)
        if glued:
            return at + 1, glued
    end, unit = longest_from(pieces, at, words.units)
    if unit:
        return end, unit
    end, unit = currency_from(pieces, at, words)
    return end, unit or ""


def _hedge_before(pieces: Pieces, start: int, base: str, words: FigureWords) -> tuple[int, Hedge | None]:
    """Where the longest hedge that ends at the number begins. Words such as `another` may lie between."""
    at = start
    while at > 0 and start - at < 2 and pieces[at - 1].lower in words.skipped:
        at -= 1
    for end in dict.fromkeys((start, at)):
        for length in range(min(LONGEST_PHRASE, end), 0, -1):
            phrase = tuple(piece.lower for piece in pieces[end - length : end])
            hedge = words.hedges.get(phrase)
            if hedge and not (base in TIMES and phrase in words.not_with_times):
                return end - length, hedge
    return start, None
