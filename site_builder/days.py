"""The pages of time: all dates, a year, a month, a day. A statement stands on one day, or on none."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain
from typing import TypeAlias, get_args

from site_builder.config import Weekday
from site_builder.facets import FACET, NOBODY, Row, counted, of_publication, once
from site_builder.paging import Part, by_weight, weight
from site_builder.present import (
    PLACES,
    Archive,
    Headed,
    by_topic,
    cut,
    day_link,
    made_of,
    newest,
    tallies,
    unattributed,
)
from site_builder.said_dates import say_day, say_month
from site_builder.statement_views import sections
from site_builder.timeline import timeline
from site_builder.views import (
    DatesView,
    Day,
    Frame,
    GroupHead,
    GroupView,
    Link,
    MonthDays,
    Page,
    Tally,
    YearMonths,
)

WEEKDAYS = get_args(Weekday)

BESIDE = 40
"""Speakers named on the page of a day: those with the most of its statements."""

Days: TypeAlias = Mapping[date, Sequence[Row]]


def date_pages(archive: Archive) -> Iterator[Page]:
    days: dict[date | None, list[Row]] = {}
    for row in archive.index.listed():
        days.setdefault(row.day, []).append(row)
    open_rows = days.pop(None, [])
    dated = {day: days[day] for day in sorted(day for day in days if day)}
    years = _runs(dated, lambda day: (day.year,))
    months = _runs(dated, lambda day: (day.year, day.month))
    given = of_publication(once(tuple(chain.from_iterable(dated.values()))))
    digest = made_of(archive, (), _numbers(dated), counted(open_rows), given)
    top = archive.place("dates")
    view = partial(_dates_view, archive, years, counted(open_rows))
    yield Page(PLACES["dates"], "dates.html", digest, view, newest(archive, archive.index.rows))
    for number, (year, inside) in enumerate(years.items()):
        around = _around([year_link(archive, *y) for y in years], number)
        yield _period_page(archive, inside, (top, year_link(archive, *year)), around)
    for number, (month, inside) in enumerate(months.items()):
        around = _around([month_link(archive, *m) for m in months], number)
        of_year = (top, year_link(archive, month[0]), month_link(archive, *month))
        yield _period_page(archive, inside, of_year, around)
    links = [day_link(archive, day) for day in dated]
    for number, (day, rows) in enumerate(dated.items()):
        above = (top, year_link(archive, day.year), month_link(archive, day.year, day.month))
        yield from _day_pages(archive, rows, (*above, links[number]), _around(links, number))
    if open_rows:
        yield from _day_pages(archive, open_rows, (top, day_link(archive, None)), (None, None))


def _numbers(dated: Days) -> list[tuple[date, str]]:
    """What the numbers of statements by day, month and year are counted from."""
    return [(day, "".join(row.counted_as for row in rows)) for day, rows in dated.items()]


def _runs(dated: Days, period: Callable[[date], tuple[int, ...]]) -> dict[tuple[int, ...], Days]:
    """The days by the year or the month they are in."""
    runs: dict[tuple[int, ...], dict[date, Sequence[Row]]] = {}
    for day, rows in dated.items():
        runs.setdefault(period(day), {})[day] = rows
    return {**runs}


def _dates_view(archive: Archive, years: Mapping[tuple[int, ...], Days], open_rows: int) -> DatesView:
    rows = [row for inside in years.values() for same in inside.values() for row in same]
    drawn = once(rows)
    days = [row.day for row in drawn if row.day]
    here, lead = archive.place("dates"), archive.say("calendar.lead")
    return DatesView(
        frame=Frame(title=here.label, description=lead, crumbs=(here,)),
        lead=lead,
        timeline=timeline(archive.strings, days, open_rows, of_publication(drawn)),
        years=tuple(_year(archive, inside, year) for (year,), inside in years.items()),
        other=(Tally(day_link(archive, None), open_rows),) if open_rows else (),
    )


def year_link(archive: Archive, year: int) -> Link:
    return Link(say_day(archive.strings, date(year, 1, 1), "dates.year"), f"dates/{year:04}.html")


def month_link(archive: Archive, year: int, month: int) -> Link:
    return Link(say_month(archive.strings, year, month), f"dates/{year:04}-{month:02}.html")


Around: TypeAlias = tuple[Link | None, Link | None]


def _around(links: Sequence[Link], number: int) -> Around:
    """The link before and the link after."""
    return (
        links[number - 1] if number else None,
        links[number + 1] if number + 1 < len(links) else None,
    )


def _year(archive: Archive, dated: Days, year: int) -> YearMonths:
    months: dict[int, list[Row]] = {}
    for day, rows in dated.items():
        months.setdefault(day.month, []).extend(rows)
    return YearMonths(
        link=year_link(archive, year),
        count=counted(chain.from_iterable(dated.values())),
        months=tuple(Tally(month_link(archive, year, month), counted(rows)) for month, rows in months.items()),
    )


def _period_page(archive: Archive, dated: Days, crumbs: tuple[Link, ...], around: Around) -> Page:
    """A year or a month: its calendars, and its statements by topic unless they are too many."""
    rows = tuple(chain.from_iterable(dated.values()))
    shown = rows if sum(map(_weight, rows)) <= archive.config.per_page else ()
    # The list of a month's days says who spoke.
    digest = made_of(archive, rows if len(crumbs) == 3 else shown, _numbers(dated), around)
    view = partial(_period_view, archive, dated, crumbs, around, shown)
    return Page(crumbs[-1].path, "dates.html", digest, view, newest(archive, rows))


def _period_view(
    archive: Archive, dated: Days, crumbs: tuple[Link, ...], around: Around, shown: Sequence[Row]
) -> DatesView:
    label = crumbs[-1].label
    is_month = len(crumbs) == 3
    months = dict.fromkeys((day.year, day.month) for day in dated)
    days = (Tally(day_link(archive, day), counted(rows), _about(archive, rows))
            for day, rows in dated.items() if is_month)  # fmt: skip
    return DatesView(
        frame=Frame(
            title=label,
            description=archive.say("calendar.described", period=label),
            crumbs=crumbs,
            previous=around[0],
            next=around[1],
        ),
        lead=archive.say("calendar.first_topic") if shown else "",
        weekdays=_weekdays(archive),
        months=tuple(_month(archive, dated, *month) for month in months),
        days=tuple(days),
        sections=sections(archive, by_topic(archive, shown)),
    )


def _month(archive: Archive, dated: Days, year: int, month: int) -> MonthDays:
    rows = {day: same for day, same in dated.items() if (day.year, day.month) == (year, month)}
    inside = {day: counted(same) for day, same in rows.items()}
    weeks = tuple(
        tuple(_day(archive, day, inside.get(day, 0)) if day.month == month else None for day in week)
        for week in Calendar(_first_weekday(archive)).monthdatescalendar(year, month)
    )
    count = counted(chain.from_iterable(rows.values()))
    return MonthDays(link=month_link(archive, year, month), count=count, weeks=weeks)


def _first_weekday(archive: Archive) -> int:
    """From 0, Monday, to 6."""
    name = archive.config.week_begins or archive.say("dates.week_begins")
    return WEEKDAYS.index(name) if name in WEEKDAYS else 0


def _weekdays(archive: Archive) -> tuple[tuple[str, str], ...]:
    """Name and short name of each day, in the order of the calendars."""
    names = [
        *zip(
            archive.strings.words("dates.weekdays"), archive.strings.words("dates.weekdays_short"), strict=True
        )
    ]
    first = _first_weekday(archive)
    return (*names[first:], *names[:first])


def _about(archive: Archive, rows: Sequence[Row]) -> str:
    """Who speaks that day, for the list of a month's days; last that somebody does who is not identified."""
    keys = dict.fromkeys(row.record.speaker for row in rows if not row.record.own_voice)
    names = [key for key in keys if key not in NOBODY]
    said = archive.say("lists.comma").join(names[:3])
    if (more := len(names) - 3) > 0:
        said = archive.say("calendar.speakers_more", more, speakers=said)
    if len(names) == len(keys):
        return said
    unnamed = archive.say("statement.unnamed")
    return archive.say("calendar.speakers_unnamed", speakers=said, unnamed=unnamed) if said else unnamed


def _day(archive: Archive, day: date, count: int) -> Day:
    here = day_link(archive, day)
    statements = archive.say("counts.statements", count)
    label = archive.say("calendar.day", day=here.label, statements=statements) if count else here.label
    return Day(number=day.day, path=here.path if count else "", count=count, label=label)


def _day_pages(
    archive: Archive, rows: Sequence[Row], crumbs: tuple[Link, ...], around: Around
) -> Iterator[Page]:
    """A day's statements by topic, in as many pages as its length needs."""
    headed = by_topic(archive, rows)
    weights = [_weight(row) for _, same in headed for row in same]
    for part in by_weight(archive.strings, crumbs[-1].path, weights, archive.config.per_page):
        inside = cut(headed, part)
        shown = rows if part.first else [row for _, same in inside for row in same]
        digest = made_of(archive, shown, part, around)
        view = partial(_day_view, archive, rows, crumbs, around, inside, part)
        yield Page(part.path, "group.html", digest, view, newest(archive, shown))


def _weight(row: Row) -> int:
    return weight(row.record.passages)


def _day_view(
    archive: Archive,
    rows: Sequence[Row],
    crumbs: tuple[Link, ...],
    around: Around,
    headed: Headed,
    part: Part,
) -> GroupView:
    label = crumbs[-1].label
    speakers = tallies(archive, FACET["speakers"], rows)
    head = GroupHead(
        count=counted(rows),
        passages=len(rows),
        own_voice=0,
        lead=archive.say("calendar.first_topic"),
        facts=(),
        related=(*speakers[:BESIDE], *unattributed(archive, FACET["speakers"], rows)),
        related_label=archive.say("facets.speakers"),
        more_related=max(0, len(speakers) - BESIDE),
    )
    title = part.titled(archive.strings, label)
    return GroupView(
        frame=Frame(
            title=title,
            description=archive.say("calendar.day_described", counted(rows), day=title)
            if part.first
            else archive.say("calendar.day_part_described", day=title),
            crumbs=crumbs,
            previous=around[0],
            next=around[1],
        ),
        facet="dates",
        head=head if part.first else None,
        sections=sections(archive, headed),
        pages=part.numbers,
    )
