"""Years and months: their pages, and months as calendars, weeks of days that lead to their statements."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TypeAlias, get_args

from site_builder.config import Weekday
from site_builder.facets import Row, counted
from site_builder.present import Archive, day_link
from site_builder.said_dates import say_day, say_month
from site_builder.views import Day, Link, MonthDays, Tally

WEEKDAYS = get_args(Weekday)

Days: TypeAlias = Mapping[date, Sequence[Row]]
"""Statements by the day they stand on, in its order."""


def year_link(archive: Archive, year: int) -> Link:
    return Link(say_day(archive.strings, date(year, 1, 1), "dates.year"), f"dates/{year:04}.html")


def month_link(archive: Archive, year: int, month: int) -> Link:
    return Link(say_month(archive.strings, year, month), f"dates/{year:04}-{month:02}.html")


def open_link(archive: Archive, period: tuple[int, ...]) -> Link:
    """The statements of a month or year that are of no single day of it."""
    within = month_link(archive, *period) if len(period) > 1 else year_link(archive, *period)
    label = archive.say("calendar.open", period=within.label)
    return Link(label, f"{within.path.removesuffix('.html')}-XX.html")


def apart_tally(archive: Archive, apart: Sequence[Row]) -> Tally:
    """All that are on no single day, where those of a month or year are counted with it, too."""
    known = counted(row for row in apart if row.period)
    return Tally(
        day_link(archive, None), counted(apart), archive.say("calendar.above_too", known) if known else ""
    )


def calendars(archive: Archive, days: Days) -> tuple[MonthDays, ...]:
    """Of the months that have a statement on one of their days."""
    return tuple(_month(archive, days, *month) for month in dict.fromkeys((d.year, d.month) for d in days))


def _month(archive: Archive, days: Days, year: int, month: int) -> MonthDays:
    rows = {day: same for day, same in days.items() if (day.year, day.month) == (year, month)}
    inside = {day: counted(same) for day, same in rows.items()}
    weeks = tuple(
        tuple(_day(archive, day, inside.get(day, 0)) if day.month == month else None for day in week)
        for week in Calendar(_first_weekday(archive)).monthdatescalendar(year, month)
    )
    count = counted(chain.from_iterable(rows.values()))
    return MonthDays(link=month_link(archive, year, month), count=count, weeks=weeks)


def _day(archive: Archive, day: date, count: int) -> Day:
    here = day_link(archive, day)
    statements = archive.say("counts.statements", count)
    label = archive.say("calendar.day", day=here.label, statements=statements) if count else here.label
    return Day(number=day.day, path=here.path if count else "", count=count, label=label)


def _first_weekday(archive: Archive) -> int:
    """From 0, Monday, to 6."""
    name = archive.config.week_begins or archive.say("dates.week_begins")
    return WEEKDAYS.index(name) if name in WEEKDAYS else 0


def weekdays(archive: Archive) -> tuple[tuple[str, str], ...]:
    """Name and short name of each day, in the order of the calendars."""
    names = zip(
        archive.strings.words("dates.weekdays"), archive.strings.words("dates.weekdays_short"), strict=True
    )
    ordered, first = [*names], _first_weekday(archive)
    return (*ordered[first:], *ordered[:first])
