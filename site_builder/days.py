"""The pages of time: all dates, a year, a month, a day. A statement stands on one day, or on none."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TypeAlias

from site_builder.edtf import MONTH_NAMES, day_in_words
from site_builder.index import FACET, Row
from site_builder.present import (
    UNDATED,
    Archive,
    by_topic,
    day_link,
    part_links,
    part_path,
    part_title,
    sections,
    tallies,
)
from site_builder.text import plural
from site_builder.views import DatesView, Day, Frame, GroupView, Link, MonthDays, Page, Tally, YearMonths

DATES = Link("Dates", "dates/index.html")
LEAD = (
    "Statements by the day on which they were made, or else published. "
    "Where a date is open by a few days, the statement stands on the last of them and says so."
)


def date_pages(archive: Archive) -> Iterator[Page]:
    days: dict[date | None, list[Row]] = {}
    for row in archive.index.listed():
        days.setdefault(row.day, []).append(row)
    open_rows = days.pop(None, [])
    dated = {day: days[day] for day in sorted(day for day in days if day)}
    years = sorted({day.year for day in dated})
    months = sorted({(day.year, day.month) for day in dated})
    other = (Tally(UNDATED, len(open_rows)),) if open_rows else ()
    view = DatesView(
        frame=Frame(title="Dates", description=LEAD, crumbs=(DATES,)),
        lead=LEAD,
        years=tuple(_year(dated, year) for year in years),
        other=other,
    )
    yield Page(DATES.path, "dates.html", view)
    for number, year in enumerate(years):
        inside = {day: rows for day, rows in dated.items() if day.year == year}
        yield from _year_pages(archive, inside, year, _around([year_link(y) for y in years], number))
    for number, month in enumerate(months):
        inside = {day: rows for day, rows in dated.items() if (day.year, day.month) == month}
        yield from _month_pages(archive, inside, month, _around([month_link(*m) for m in months], number))
    links = [day_link(day) for day in dated]
    for number, (day, rows) in enumerate(dated.items()):
        crumbs = (DATES, year_link(day.year), month_link(day.year, day.month), links[number])
        yield from _day_pages(archive, links[number], rows, crumbs, *_around(links, number))
    if open_rows:
        yield from _day_pages(archive, UNDATED, open_rows, (DATES, UNDATED), None, None)


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


def _year(dated: Mapping[date, Sequence[Row]], year: int) -> YearMonths:
    months: dict[int, int] = {}
    for day, rows in dated.items():
        if day.year == year:
            months[day.month] = months.get(day.month, 0) + len(rows)
    return YearMonths(
        link=year_link(year),
        count=sum(months.values()),
        months=tuple(Tally(month_link(year, month), count) for month, count in months.items()),
    )


def _year_pages(
    archive: Archive, dated: Mapping[date, Sequence[Row]], year: int, around: Around
) -> Iterator[Page]:
    months = dict.fromkeys(day.month for day in dated)
    view = DatesView(
        frame=_frame((DATES, year_link(year)), around),
        lead="",
        months=tuple(_month(dated, year, month) for month in months),
    )
    yield from _period_pages(archive, dated, year_link(year), view)


def _month_pages(
    archive: Archive, dated: Mapping[date, Sequence[Row]], month: tuple[int, int], around: Around
) -> Iterator[Page]:
    link = month_link(*month)
    view = DatesView(
        frame=_frame((DATES, year_link(month[0]), link), around),
        lead="",
        months=(_month(dated, *month),),
        days=tuple(Tally(day_link(day), len(rows), _about(rows)) for day, rows in dated.items()),
    )
    yield from _period_pages(archive, dated, link, view)


def _frame(crumbs: tuple[Link, ...], around: Around) -> Frame:
    label = crumbs[-1].label
    description = f"The statements of {label}, by day and by topic."
    return Frame(title=label, description=description, crumbs=crumbs, previous=around[0], next=around[1])


def _period_pages(
    archive: Archive, dated: Mapping[date, Sequence[Row]], link: Link, first: DatesView
) -> Iterator[Page]:
    """The first page with its calendars, and all pages with the statements of the period by topic."""
    rows = tuple(chain.from_iterable(dated.values()))
    links, parts = part_links(link.path, len(rows), archive.config.per_page)
    headed = by_topic(archive, rows)
    for number, (low, high) in enumerate(parts):
        frame = replace(first.frame, title=part_title(link.label, number))
        view = first if number == 0 else DatesView(frame=frame, lead="")
        view = replace(view, sections=sections(archive, headed, low, high), pages=links)
        yield Page(part_path(link.path, number), "dates.html", view)


def _about(rows: Sequence[Row]) -> str:
    """Who speaks that day, for the list of a month's days."""
    speakers = dict.fromkeys(row.record.speaker for row in rows if not row.record.own_voice)
    names = list(speakers)
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _month(dated: Mapping[date, Sequence[Row]], year: int, month: int) -> MonthDays:
    weeks = tuple(
        tuple(_day(day, len(dated.get(day, ()))) if day.month == month else None for day in week)
        for week in Calendar().monthdatescalendar(year, month)
    )
    count = sum(len(rows) for day, rows in dated.items() if (day.year, day.month) == (year, month))
    return MonthDays(link=month_link(year, month), count=count, weeks=weeks)


def _day(day: date, count: int) -> Day:
    label = f"{day_in_words(day)}: {plural(count, 'statement')}" if count else day_in_words(day)
    return Day(number=day.day, path=day_link(day).path if count else "", count=count, label=label)


def _day_pages(
    archive: Archive,
    link: Link,
    rows: Sequence[Row],
    crumbs: tuple[Link, ...],
    earlier: Link | None,
    later: Link | None,
) -> Iterator[Page]:
    """A day's statements by topic, in as many parts as its length needs."""
    links, parts = part_links(link.path, len(rows), archive.config.per_page)
    headed = by_topic(archive, rows)
    for number, (low, high) in enumerate(parts):
        view = GroupView(
            frame=Frame(
                title=part_title(link.label, number),
                description=f"{link.label}: {plural(len(rows), 'attributed statement')} by topic.",
                crumbs=crumbs,
                previous=earlier,
                next=later,
            ),
            facet="dates",
            count=len(rows),
            own_voice=sum(row.record.own_voice for row in rows),
            lead="",
            facts=(),
            related=tallies(archive, FACET["speakers"], rows),
            related_label="Speakers",
            entries=(),
            sections=sections(archive, headed, low, high),
            pages=links,
            page=number + 1,
        )
        yield Page(part_path(link.path, number), "group.html", view)
