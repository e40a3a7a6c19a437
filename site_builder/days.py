"""The pages of time: all dates, a year, a month, a day. A statement stands on one day, or on none."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain
from typing import TypeAlias

from site_builder.edtf import MONTH_NAMES, day_in_words
from site_builder.index import FACET, Row, counted, once
from site_builder.paging import Part, numbered
from site_builder.present import (
    DATES,
    UNDATED,
    Archive,
    Headed,
    by_topic,
    cut,
    day_link,
    made_of,
    newest,
    sections,
    tallies,
)
from site_builder.text import plural
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

LEAD = (
    "Statements by the day on which they were made, or else published. "
    "Where a date is open by a few days, the statement stands on the last of them and says so."
)
BESIDE = 40
"""Speakers named on the page of a day: those with the most of its statements."""
FIRST_TOPIC = "Each statement stands here once, under the first of its topics."

Days: TypeAlias = Mapping[date, Sequence[Row]]


def date_pages(archive: Archive) -> Iterator[Page]:
    days: dict[date | None, list[Row]] = {}
    for row in archive.index.listed():
        days.setdefault(row.day, []).append(row)
    open_rows = days.pop(None, [])
    dated = {day: days[day] for day in sorted(day for day in days if day)}
    years = _runs(dated, lambda day: (day.year,))
    months = _runs(dated, lambda day: (day.year, day.month))
    digest = made_of(archive, (), _numbers(dated), counted(open_rows))
    view = partial(_dates_view, years, counted(open_rows))
    yield Page(DATES.path, "dates.html", digest, view, newest(archive, archive.index.rows))
    for number, (year, inside) in enumerate(years.items()):
        around = _around([year_link(*y) for y in years], number)
        yield _period_page(archive, inside, (DATES, year_link(*year)), around)
    for number, (month, inside) in enumerate(months.items()):
        around = _around([month_link(*m) for m in months], number)
        of_year = (DATES, year_link(month[0]), month_link(*month))
        yield _period_page(archive, inside, of_year, around)
    links = [day_link(day) for day in dated]
    for number, (day, rows) in enumerate(dated.items()):
        crumbs = (DATES, year_link(day.year), month_link(day.year, day.month), links[number])
        yield from _day_pages(archive, rows, crumbs, _around(links, number))
    if open_rows:
        yield from _day_pages(archive, open_rows, (DATES, UNDATED), (None, None))


def _numbers(dated: Days) -> list[tuple[date, str]]:
    """What the numbers of statements by day, month and year are counted from."""
    return [(day, "".join(row.counted_as for row in rows)) for day, rows in dated.items()]


def _runs(dated: Days, period: Callable[[date], tuple[int, ...]]) -> dict[tuple[int, ...], Days]:
    """The days by the year or the month they are in."""
    runs: dict[tuple[int, ...], dict[date, Sequence[Row]]] = {}
    for day, rows in dated.items():
        runs.setdefault(period(day), {})[day] = rows
    return {**runs}


def _dates_view(years: Mapping[tuple[int, ...], Days], open_rows: int) -> DatesView:
    rows = [row for inside in years.values() for same in inside.values() for row in same]
    days = [row.day for row in once(rows) if row.day]
    return DatesView(
        frame=Frame(title="Dates", description=LEAD, crumbs=(DATES,)),
        lead=LEAD,
        timeline=timeline(days, open_rows),
        years=tuple(_year(inside, year) for (year,), inside in years.items()),
        other=(Tally(UNDATED, open_rows),) if open_rows else (),
    )


def year_link(year: int) -> Link:
    return Link(str(year), f"dates/{year:04}.html")


def month_link(year: int, month: int) -> Link:
    return Link(f"{MONTH_NAMES[month - 1]} {year}", f"dates/{year:04}-{month:02}.html")


Around: TypeAlias = tuple[Link | None, Link | None]


def _around(links: Sequence[Link], number: int) -> Around:
    """The link before and the link after."""
    return (
        links[number - 1] if number else None,
        links[number + 1] if number + 1 < len(links) else None,
    )


def _year(dated: Days, year: int) -> YearMonths:
    months: dict[int, list[Row]] = {}
    for day, rows in dated.items():
        months.setdefault(day.month, []).extend(rows)
    return YearMonths(
        link=year_link(year),
        count=counted(chain.from_iterable(dated.values())),
        months=tuple(Tally(month_link(year, month), counted(rows)) for month, rows in months.items()),
    )


def _period_page(archive: Archive, dated: Days, crumbs: tuple[Link, ...], around: Around) -> Page:
    """A year or a month: its calendars, and its statements by topic unless they are too many."""
    rows = tuple(chain.from_iterable(dated.values()))
    shown = rows if len(rows) <= archive.config.per_page else ()
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
    days = (Tally(day_link(day), counted(rows), _about(rows)) for day, rows in dated.items() if is_month)
    return DatesView(
        frame=Frame(
            title=label,
            description=f"The statements of {label}, by day and by topic.",
            crumbs=crumbs,
            previous=around[0],
            next=around[1],
        ),
        lead=FIRST_TOPIC if shown else "",
        months=tuple(_month(dated, *month) for month in months),
        days=tuple(days),
        sections=sections(archive, by_topic(archive, shown)),
    )


def _month(dated: Days, year: int, month: int) -> MonthDays:
    rows = {day: same for day, same in dated.items() if (day.year, day.month) == (year, month)}
    inside = {day: counted(same) for day, same in rows.items()}
    weeks = tuple(
        tuple(_day(day, inside.get(day, 0)) if day.month == month else None for day in week)
        for week in Calendar().monthdatescalendar(year, month)
    )
    return MonthDays(
        link=month_link(year, month), count=counted(chain.from_iterable(rows.values())), weeks=weeks
    )


def _about(rows: Sequence[Row]) -> str:
    """Who speaks that day, for the list of a month's days."""
    speakers = dict.fromkeys(row.record.speaker for row in rows if not row.record.own_voice)
    names = list(speakers)
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _day(day: date, count: int) -> Day:
    label = f"{day_in_words(day)}: {plural(count, 'statement')}" if count else day_in_words(day)
    return Day(number=day.day, path=day_link(day).path if count else "", count=count, label=label)


def _day_pages(
    archive: Archive, rows: Sequence[Row], crumbs: tuple[Link, ...], around: Around
) -> Iterator[Page]:
    """A day's statements by topic, in as many pages as its length needs."""
    headed = by_topic(archive, rows)
    for part in numbered(crumbs[-1].path, len(rows), archive.config.per_page):
        inside = cut(headed, part)
        shown = rows if part.first else [row for _, same in inside for row in same]
        digest = made_of(archive, shown, part, around)
        view = partial(_day_view, archive, rows, crumbs, around, inside, part)
        yield Page(part.path, "group.html", digest, view, newest(archive, shown))


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
        lead=FIRST_TOPIC,
        facts=(),
        related=speakers[:BESIDE],
        related_label="Speakers",
        more_related=max(0, len(speakers) - BESIDE),
    )
    number = plural(counted(rows), "attributed statement") if part.first else "attributed statements"
    return GroupView(
        frame=Frame(
            title=part.titled(label),
            description=f"{part.titled(label)}: {number} by topic.",
            crumbs=crumbs,
            previous=around[0],
            next=around[1],
        ),
        facet="dates",
        head=head if part.first else None,
        sections=sections(archive, headed),
        pages=part.numbers,
    )
