"""Dates in figures: which of the two is the day, settled by the page or by where its outlet writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise

from site_builder.datewords import named_weekday
from site_builder.model import HeaderDate
from site_builder.reasons import because

_FIGURES = re.compile(r"\d{1,4}")
_MONTH_FIRST = frozenset(
    ("us", "u.s.", "usa", "u.s.a.", "united states", "united states of america", "puerto rico", "guam")
)
_EITHER = frozenset(
    """canada philippines china taiwan japan korea belize panama kenya ghana malaysia somalia togo
    greenland""".split()
) | {"south korea", "north korea", "hong kong", "saudi arabia", "south africa", "cayman islands"}
"""Countries whose papers use both orders, or a third one."""


def settle_order(dates: Sequence[HeaderDate], country: str | None) -> Iterator[HeaderDate]:
    """The dates of a page; of a date that can be read both ways the one reading that fits, with the rule.

    `country` is that of the outlet, None where it is not known. What nothing settles stays in both readings.
    """
    plain = [d for d in dates if d.day and sum(other.words == d.words for other in dates) == 1]
    for _, group in groupby(dates, key=lambda found: found.words):
        readings = tuple(group)
        yield from readings if len(readings) == 1 else _settled(readings, plain, country)


def _settled(
    readings: tuple[HeaderDate, ...], plain: Sequence[HeaderDate], country: str | None
) -> tuple[HeaderDate, ...]:
    for fitting, rule in (
        (_on_weekday(readings), because("by_weekday")),
        (_named_elsewhere(readings, plain), because("by_other")),
        (_usual(readings, country), because("usual", country=country)),
    ):
        if len(fitting) == 1:
            order = "day_first" if _day_stands_first(fitting[0]) else "month_first"
            return (replace(fitting[0], rule=because(order, rest=rule)),)
    return readings


def _on_weekday(readings: tuple[HeaderDate, ...]) -> list[HeaderDate]:
    weekday = named_weekday(readings[0].words.text)
    full = [(r, date(r.year, r.month, r.day)) for r in readings if r.year and r.day]
    return [reading for reading, day in full if day.weekday() == weekday]


def _named_elsewhere(readings: tuple[HeaderDate, ...], plain: Sequence[HeaderDate]) -> list[HeaderDate]:
    """Those no more than a day from a date that is written out, as a dateline's is."""
    return [r for r in readings if any(_beside(r, other) for other in plain)]


def _beside(reading: HeaderDate, other: HeaderDate) -> bool:
    if not (reading.year and reading.day and other.day) or other.year not in (None, reading.year):
        return False
    try:
        day = date(reading.year, other.month, other.day)
    except ValueError:
        return False
    return abs((date(reading.year, reading.month, reading.day) - day).days) <= 1


def _usual(readings: tuple[HeaderDate, ...], country: str | None) -> list[HeaderDate]:
    name = (country or "").casefold().removeprefix("the ")
    if not name or name in _EITHER:
        return []
    return [r for r in readings if _day_stands_first(r) != (name in _MONTH_FIRST)]


def _day_stands_first(reading: HeaderDate) -> bool:
    """Whether the first of the two figures is the day in this reading."""
    figures = [int(part) for part in _FIGURES.findall(reading.words.text)]
    return any(pair == (reading.day, reading.month) for pair in pairwise(figures))
