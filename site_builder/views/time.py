"""Time in pages: timelines, calendars, the pages of dates."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.views.parts import Frame, Link, Section, Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """`x`, `width` and `middle` are per cents of the drawing, `y` and `height` pixels from its top."""

    x: str
    width: str
    y: int
    height: int
    middle: str
    label: str
    """Its number, where there is room for it, or where it is the highest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of time with its bars; it leads to its statements, and nowhere when it has none."""

    link: Link
    count: int
    x: str
    width: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A name below the bars; it starts at `x`, or has its middle there. Perhaps another below that, which
    does as well, or starts at `left` where it is the longer one."""

    x: str
    anchor: str
    label: str
    below: str
    left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A small drawing of the same time: a path in a box of `width` by 20."""

    label: Link
    count: int
    """Of all statements, drawn or not: some may have no single day."""
    path: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow:
    """What a bar says in numbers: of all statements, then of each strip."""

    link: Link
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Statements over time: drawn as bars that are links, and told in a table."""

    unit: str
    """What a bar is: `day`, `month` or `year`."""
    span: str
    stretches: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]
    strips: tuple[Strip, ...]
    rows: tuple[PeriodRow, ...]
    wide: bool
    """Whether it needs the width of a large page."""
    outside: int
    """Statements of a time that is not drawn."""
    undated: int
    """Statements without a single day."""
    published: int
    """Statements that stand on the day their document was published, as nothing tells their own."""
    width: str
    """How much of the place the bars take, in per cent."""
    height: int
    base: int
    """Where the bars stand, in pixels from the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    number: int
    path: str
    """"" on a day without statements."""
    count: int
    label: str
    """The day in words, with the count, for readers who hear the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDays:
    """A month as weeks of seven days; None outside the month."""

    link: Link
    count: int
    weeks: tuple[tuple[Day | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMonths:
    link: Link
    count: int
    months: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesView:
    """All dates, a year, or a month: years with their months, months with their days, days in a list;
    a year and a month with their statements, the days and calendars on the first page alone."""

    frame: Frame
    lead: str
    timeline: Timeline | None = None
    years: tuple[YearMonths, ...] = ()
    weekdays: tuple[tuple[str, str], ...] = ()
    """Name and short name of each, in the order of the months' weeks."""
    months: tuple[MonthDays, ...] = ()
    days: tuple[Tally, ...] = ()
    other: tuple[Tally, ...] = ()
    """Statements that cannot be put on a day."""
    sections: tuple[Section, ...] = ()
    """The statements of the year or month, by topic, unless they would be too many for a page."""
