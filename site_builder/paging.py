"""Long listings on several pages.

By date: a year to a page, a month where a year is too long, and a month in numbered pages where that is:
a new statement changes the page of its own time, and no other. By name: a first letter to a page. By
anything else: numbered pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeAlias

from site_builder.said_dates import say_month
from site_builder.strings import Strings
from site_builder.views import Link, Tally

WEIGHT = 600
"""Characters of words that a statement may have to count as one row of a page, and for each row more."""
NEWEST = 12
"""Rows on the first page of a listing whose others are periods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One page of a listing: its rows from `low` up to `high`. The first has the listing's own path.

    `label` tells the others apart. `numbers` links all pages of a numbered listing, or of a period or letter
    that has several; `periods` all periods of one by date or letters of one by name, from its first page.
    Both are () when there is one page.
    """

    path: str
    label: str = ""
    low: int
    high: int
    first: bool = False
    numbers: tuple[Link, ...] = ()
    periods: tuple[Tally, ...] = ()
    previous: Link | None = None
    next: Link | None = None

    def titled(self, strings: Strings, title: str) -> str:
        return strings.say("lists_of.titled", title=title, part=self.label) if self.label else title


def numbered(strings: Strings, path: str, rows: int, size: int) -> tuple[Part, ...]:
    """A listing of so many rows in pages of `size`; there is always one."""
    return by_weight(strings, path, [1] * rows, size)


def weight(passages: Iterable[str]) -> int:
    """As how many rows of a page a statement with these words counts."""
    return 1 + sum(map(len, passages)) // WEIGHT


Count: TypeAlias = Callable[[int, int], int]
"""How many things the rows from one up to another are."""


def _each(low: int, high: int) -> int:
    return high - low


def by_weight(
    strings: Strings, path: str, weights: Sequence[int], room: int, days: Sequence[date | None] = ()
) -> tuple[Part, ...]:
    """A listing of rows with these weights in numbered pages of no more than `room`, but for a row that is
    heavier by itself, and of whole `days` where that leaves no page half empty; there is always one page."""
    begins = cuts(weights, room, days)
    pages = page_links(path, len(begins))
    return tuple(
        Part(
            path=page.path,
            label=strings.say("lists_of.page", number=page.label) if number else "",
            low=begins[number],
            high=[*begins, len(weights)][number + 1],
            first=number == 0,
            numbers=pages if len(pages) > 1 else (),
        )
        for number, page in enumerate(pages)
    )


def cuts(weights: Sequence[int], room: int, days: Sequence[date | None] = ()) -> list[int]:
    """Where each page begins; the first always does at 0."""
    begins, filled = [0], 0
    for number, weight in enumerate(weights):
        if filled and filled + weight > room:
            begins.append(_day_begins(days, begins[-1], number, weights, room))
            filled = sum(weights[begins[-1] : number])
        filled += weight
    return begins


def _day_begins(days: Sequence[date | None], low: int, number: int, weights: Sequence[int], room: int) -> int:
    """The first row of the day of the row `number`, if what is left before it fills half a page."""
    begin = number
    while days and begin > low and days[begin - 1] == days[number]:
        begin -= 1
    return begin if 2 * sum(weights[low:begin]) >= room else number


def page_links(path: str, pages: int) -> tuple[Link, ...]:
    """So many numbered pages by their numbers."""
    return tuple(Link(str(number + 1), page_path(path, number)) for number in range(pages))


def by_period(
    strings: Strings,
    path: str,
    days: Sequence[date | None],
    size: int,
    count: Count = _each,
    weights: Sequence[int] = (),
) -> tuple[Part, ...]:
    """A listing whose rows stand on these days, in their order, None last; they weigh 1, or these weights.
    One that is too long for a page begins with its newest rows, of whole days where it can, and has all of
    them in their periods."""
    weights = weights or [1] * len(days)
    if sum(weights) <= size:
        return (Part(path=path, low=0, high=len(days), first=True),)
    parts, tallies = _pieces(path, periods(strings, days, size, weights), count)
    dated = sum(day is not None for day in days) or len(days)
    low = max(0, dated - NEWEST)
    while low < dated - 1 and sum(weights[low:dated]) > max(size, NEWEST):
        low += 1
    low = next((at for at in range(low, dated) if at == 0 or days[at] != days[at - 1]), low)
    return (Part(path=path, low=low, high=dated, first=True, periods=tallies), *parts)


def by_name(strings: Strings, path: str, slugs: Sequence[str], size: int) -> tuple[Part, ...]:
    """A listing whose rows have these slugs, in the order of their first letters. The first page of one that
    is too long for a page leads to its letters, and has no rows of its own."""
    if len(slugs) <= size:
        return (Part(path=path, low=0, high=len(slugs), first=True),)
    parts, tallies = _pieces(path, _letters(strings, slugs, size))
    return (Part(path=path, low=0, high=0, first=True, periods=tallies), *parts)


def initial(slug: str) -> str:
    """What a slug stands under: `a` to `z`, or `0-9`."""
    return "0-9" if slug[0].isdigit() else slug[0]


def _letters(strings: Strings, slugs: Sequence[str], size: int) -> Iterator[tuple[str, str, int, int]]:
    low = 0
    for letter, same in groupby(slugs, key=initial):
        rows = len(list(same))
        for part in numbered(strings, f"{letter}.html", rows, size):
            yield part.titled(strings, letter.upper()), part.path, low + part.low, low + part.high
        low += rows


def _pieces(
    path: str, cut: Iterable[tuple[str, str, int, int]], count: Count = _each
) -> tuple[tuple[Part, ...], tuple[Tally, ...]]:
    """The pages of these pieces (label, file name, first row and end), each leading to its neighbours, and
    the links to them: of a piece in numbered pages to the first, which leads to the others."""
    folder = path.removesuffix(".html")
    pieces = list(cut)
    links = [Link(label[0].upper() + label[1:], f"{folder}/{name}") for label, name, _, _ in pieces]
    around = [None, *links, None]
    parts: list[Part] = []
    tallies = []
    for name, same in groupby(
        range(len(pieces)), key=lambda at: pieces[at][1].split("/")[0].removesuffix(".html")
    ):
        run = list(same)
        numbers = page_links(f"{folder}/{name}.html", len(run)) if len(run) > 1 else ()
        for at in run:
            label, _, low, high = pieces[at]
            parts.append(Part(path=links[at].path, label=label, low=low, high=high, numbers=numbers,
                              previous=around[at], next=around[at + 2]))  # fmt: skip
        tallies.append(Tally(links[run[0]], count(parts[-len(run)].low, parts[-1].high)))
    return tuple(parts), tuple(tallies)


def periods(
    strings: Strings, days: Sequence[date | None], size: int, weights: Sequence[int] = ()
) -> Iterator[tuple[str, str, int, int]]:
    """Label, file name, first row and end of each year, month, or page of a month, whose rows weigh no more
    than `size`, but for a row that does by itself."""
    return _periods(strings, days, weights or [1] * len(days), 0, size, _year)


def _year(day: date | None) -> tuple[int, ...]:
    return (day.year,) if day else ()


def _month(day: date | None) -> tuple[int, ...]:
    return (day.year, day.month) if day else ()


def _named(strings: Strings, period: tuple[int, ...]) -> tuple[str, str]:
    """What a period is called, and its file."""
    match period:
        case (year, month):
            return say_month(strings, year, month), f"{year:04}-{month:02}.html"
        case (year,):
            return str(year), f"{year:04}.html"
        case _:
            return strings.say("lists_of.no_single_day"), "undated.html"


def _periods(
    strings: Strings,
    days: Sequence[date | None],
    weights: Sequence[int],
    low: int,
    size: int,
    period: Callable[[date | None], tuple[int, ...]],
) -> Iterator[tuple[str, str, int, int]]:
    for same, run in groupby(days, key=period):
        rows = list(run)
        label, name = _named(strings, same)
        heavy = weights[low : low + len(rows)]
        if sum(heavy) <= size:
            yield label, name, low, low + len(rows)
        elif period is _year and same:
            yield from _periods(strings, rows, weights, low, size, _month)
        else:
            for part in by_weight(strings, name, heavy, size, rows):
                yield part.titled(strings, label), part.path, low + part.low, low + part.high
        low += len(rows)


def page_path(path: str, number: int) -> str:
    """Of the pages from 0 on: `topics/aid.html`, then `topics/aid/2.html`, a name no slug can take."""
    return f"{path.removesuffix('.html')}/{number + 1}.html" if number else path
