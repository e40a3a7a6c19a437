"""Statements over time as a drawing: from days to bars, with the links and the table that go with them.

A drawing is as wide as its page: `x` and `width` are per cents of it, `y` and `height` are pixels.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, islice
from typing import TypeAlias

from site_builder.said_dates import say_day, say_month
from site_builder.strings import Strings
from site_builder.views import Bar, Link, PeriodRow, Stretch, Strip, Tally, Tick, Timeline

FEWEST = 5
"""Statements below which a drawing says no more than the list."""
SLOTS = 12
"""A bar is no wider than this part of the whole; more links than this need a wide page, or scrolling."""
FAR_OFF = 50
"""At each end one statement in so many may be left outside, where the others then have three times the room."""

TOP, HEIGHT, AXIS = 18, 96, 36
"""Pixels above the highest bar, of the highest bar, and below all bars."""
LEAST = 3
"""Pixels of a bar that stands for anything at all."""
STRIP, COLUMN = 20, 10
"""The height of a strip and the width of its columns; it is stretched to its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """`letters` of an ISO date name one, `number` counts them. `long` and `short` say how one is called,
    `under` what stands below the first of those that share it; at most `ticks` are called anything."""

    name: str
    letters: int
    after: Callable[[date], date]
    number: Callable[[date], int]
    long: Callable[[Strings, date], str]
    short: Callable[[Strings, date], str]
    under: Callable[[Strings, date], str]
    ticks: int = SLOTS

    def start(self, day: date) -> date:
        """The first day of the unit that a day is in."""
        return date.fromisoformat((day.isoformat()[: self.letters] + "-01-01")[:10])


DAY = Unit(
    name="day",
    letters=10,
    after=lambda day: day + timedelta(days=1),
    number=date.toordinal,
    long=say_day,
    short=lambda strings, day: str(day.day),
    under=lambda strings, day: say_day(strings, day, "dates.month_short"),
)
MONTH = Unit(
    name="month",
    letters=7,
    after=lambda day: (day + timedelta(days=31)).replace(day=1),
    number=lambda day: day.month - 1,
    long=lambda strings, day: say_month(strings, day.year, day.month),
    short=lambda strings, day: strings.words("dates.months_short")[day.month - 1],
    under=lambda strings, day: say_day(strings, day, "dates.year"),
)
YEAR = Unit(
    name="year",
    letters=4,
    after=lambda day: day.replace(year=day.year + 1),
    number=lambda day: day.year,
    long=lambda strings, day: say_day(strings, day, "dates.year"),
    short=lambda strings, day: say_day(strings, day, "dates.year"),
    under=lambda strings, day: "",
    ticks=8,
)

SCALES = ((DAY, DAY, 30), (DAY, MONTH, 93), (MONTH, MONTH, 30), (MONTH, YEAR, 144), (YEAR, YEAR, 30))
"""What is a bar, what is a link, and up to how many bars that is right; the first that is right is taken.
Thirty links are what fits beside each other with room for a finger."""

Where: TypeAlias = Callable[[Unit, date], str]
"""The page that has the statements of the unit which begins on a day."""


def by_date_page(unit: Unit, first: date) -> str:
    return f"dates/{first.isoformat()[: unit.letters]}.html"


def timeline(
    strings: Strings,
    days: Sequence[date],
    undated: int,
    published: int,
    where: Where = by_date_page,
    strips: Sequence[tuple[Tally, Sequence[date]]] = (),
) -> Timeline | None:
    """The drawing of statements on these days, which rise; None where there are too few, or all are on one
    day. The days of a strip are among them; its count may be higher, as not everything has a single
    day. `undated` more have no single day; of the days, `published` are those of publication, as nothing tells
    another."""
    if len(days) < FEWEST or days[0] == days[-1]:
        return None
    bar, link, starts = _scale(*_extent(days))
    counts = _counts(bar, starts, days)
    stretches = _stretches(strings, starts, counts, link, where)
    links = list(dict.fromkeys(map(link.start, starts)))
    apart = [_counts(link, links, of) for _, of in strips]
    highest = max((count for inside in apart for count in inside), default=0)
    return Timeline(
        unit=bar.name,
        span=strings.say("dates.span", first=bar.long(strings, starts[0]), last=bar.long(strings, starts[-1])),
        stretches=stretches,
        ticks=tuple(_ticks(strings, starts, bar, link)),
        strips=tuple(
            Strip(
                label=tally.link,
                count=tally.count,
                path=_path(inside, highest),
                width=COLUMN * len(inside),
            )
            for (tally, _), inside in zip(strips, apart, strict=True)
        ),
        rows=_rows(strings, bar, starts, (days, *(of for _, of in strips)), where),
        wide=len(stretches) > SLOTS,
        outside=len(days) - sum(counts),
        undated=undated,
        published=published,
        width=_percent(len(starts) * 100 / max(SLOTS, len(starts))),
        height=TOP + HEIGHT + AXIS,
        base=TOP + HEIGHT,
    )


def _extent(days: Sequence[date]) -> tuple[date, date]:
    """From when to when to draw: all of it, unless a few lie far off at either end."""
    few = len(days) // FAR_OFF
    inner = days[few], days[-1 - few]
    if inner[0] < inner[1] and days[-1] - days[0] > 3 * (inner[1] - inner[0]):
        return inner
    return days[0], days[-1]


def _scale(first: date, last: date) -> tuple[Unit, Unit, list[date]]:
    """The unit of bars, that of links, and where the bars begin."""
    for bar, link, most in SCALES:
        starts = list(islice(_starts(bar, first, last), most + 1))
        if len(starts) <= most:
            return bar, link, starts
    since = last.replace(year=last.year - most + 1, month=1, day=1)
    return bar, link, list(_starts(bar, since, last))


def _starts(unit: Unit, first: date, last: date) -> Iterator[date]:
    day, end = unit.start(first), unit.start(last)
    yield day
    while day < end:
        day = unit.after(day)
        yield day


def _counts(unit: Unit, starts: Sequence[date], days: Sequence[date]) -> list[int]:
    """How many of the days are in the units that begin there."""
    return [
        bisect_right(days, start, key=unit.start) - bisect_left(days, start, key=unit.start) for start in starts
    ]


def _linked(starts: Sequence[date], link: Unit) -> list[date]:
    """The first bar of each link."""
    return [next(same) for _, same in groupby(starts, key=link.start)]


def _stretches(
    strings: Strings, starts: Sequence[date], counts: Sequence[int], link: Unit, where: Where
) -> tuple[Stretch, ...]:
    width = 100 / max(SLOTS, len(starts))
    top = max(counts)
    numbered = set(range(len(counts))) if len(starts) <= SLOTS else {counts.index(top)}
    found = []
    for first, same in groupby(range(len(starts)), key=lambda at: link.start(starts[at])):
        inside = list(same)
        count = sum(counts[at] for at in inside)
        found.append(
            Stretch(
                link=Link(link.long(strings, first), where(link, first) if count else ""),
                count=count,
                x=_percent(inside[0] * width),
                width=_percent(len(inside) * width),
                bars=tuple(
                    _bar(at, counts[at], top, width, strings.number(counts[at]) if at in numbered else "")
                    for at in inside
                    if counts[at]
                ),
            )
        )
    return tuple(found)


def _bar(at: int, count: int, top: int, width: float, label: str) -> Bar:
    height = max(LEAST, round(HEIGHT * count / top))
    return Bar(
        x=_percent((at + 0.1) * width),
        width=_percent(0.8 * width),
        y=TOP + HEIGHT - height,
        height=height,
        middle=_percent((at + 0.5) * width),
        label=label,
    )


def _percent(share: float) -> str:
    return f"{share:.2f}%"


def _ticks(strings: Strings, starts: Sequence[date], bar: Unit, link: Unit) -> Iterator[Tick]:
    """Names below the bars: of every so many, and what several share below the first of them."""
    width = 100 / max(SLOTS, len(starts))
    named = set(_linked(starts, link))
    step = -(-len(named) // link.ticks)
    under = ""
    for at, start in enumerate(starts):
        if start in named and link.number(start) % step == 0:
            below = link.under(strings, start)
            yield Tick(
                x=_percent((at + 0.5 * (bar is link)) * width),
                anchor="middle" if bar is link else "start",
                label=link.short(strings, start),
                below=below if below != under else "",
                left=_percent(at * width) if bar is DAY else "",
            )
            under = below


def _path(counts: Sequence[int], top: int) -> str:
    """The bars of a strip, as the path of an SVG."""
    bars = []
    for at, count in enumerate(counts):
        if count:
            height = max(LEAST, round(STRIP * count / top))
            bars.append(f"M{at * COLUMN + 1} {STRIP}v-{height}h{COLUMN - 2}v{height}z")
    return f"M0 {STRIP - 1}h{COLUMN * len(counts)}v1H0z" + "".join(bars)


def _rows(
    strings: Strings, bar: Unit, starts: Sequence[date], columns: Sequence[Sequence[date]], where: Where
) -> tuple[PeriodRow, ...]:
    """What the bars say in numbers; the first column is that of all statements."""
    counted = zip(*(_counts(bar, starts, days) for days in columns), strict=True)
    return tuple(
        PeriodRow(link=Link(bar.long(strings, start), where(bar, start)), counts=counts)
        for start, counts in zip(starts, counted, strict=True)
        if counts[0]
    )
