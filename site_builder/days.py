"""The pages of time: all dates, a year, a month, a day. A statement stands on one day, or on none; of one on
none its month or its year may be known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from typing import TypeAlias

from site_builder.calendars import (
    Days,
    apart_tally,
    calendars,
    month_link,
    open_link,
    weekdays,
    year_link,
)
from site_builder.facets import FACET, NOBODY, Row, counted, of_publication, once
from site_builder.paging import Part, by_weight
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
from site_builder.statement_views import sections
from site_builder.timeline import timeline
from site_builder.views import (
    DatesView,
    Frame,
    GroupHead,
    GroupView,
    Link,
    Page,
    Tally,
    YearMonths,
)

BESIDE = 40
"""Speakers named on the page of a day: those with the most of its statements."""

Around: TypeAlias = tuple[Link | None, Link | None]
"""The link before and the link after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A year or a month: what stands on its days, and what is of no single day of it."""

    key: tuple[int, ...]
    """`(2019,)` or `(2019, 4)`."""
    days: Days
    apart: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return (*chain.from_iterable(self.days.values()), *self.apart)


def date_pages(archive: Archive) -> Iterator[Page]:
    found: dict[date | None, list[Row]] = {}
    for row in archive.index.listed:
        found.setdefault(row.day, []).append(row)
    apart = tuple(found.pop(None, ()))
    days = {day: found[day] for day in sorted(day for day in found if day)}
    years = _periods(days, apart, lambda key: key[:1])
    months = _periods(days, tuple(row for row in apart if len(row.period) > 1), lambda key: key)
    top = archive.place("dates")
    given = of_publication(once(tuple(chain.from_iterable(days.values()))))
    digest = made_of(archive, (), _numbers(days), _apart_numbers(apart), given)
    view = partial(_dates_view, archive, years, months, apart)
    yield Page(PLACES["dates"], "dates.html", digest, view, newest(archive.index.rows))
    for period, around in zip(years, _all_around([_link(archive, year) for year in years]), strict=True):
        yield _period_page(archive, period, (top, _link(archive, period)), around)
    for period, around in zip(months, _all_around([_link(archive, month) for month in months]), strict=True):
        of_month = (top, year_link(archive, period.key[0]), _link(archive, period))
        yield _period_page(archive, period, of_month, around)
    links = [day_link(archive, day) for day in days]
    for (day, rows), around in zip(days.items(), _all_around(links), strict=True):
        above = (top, year_link(archive, day.year), month_link(archive, day.year, day.month))
        yield from _day_pages(archive, rows, (*above, day_link(archive, day)), around)
    for key, same in _by_period(apart):
        within = (year_link(archive, key[0]), *((month_link(archive, *key),) if len(key) > 1 else ()))
        yield from _day_pages(archive, same, (top, *within, open_link(archive, key)), (None, None))
    if apart:
        yield from _day_pages(archive, apart, (top, day_link(archive, None)), (None, None))


def _periods(
    days: Days, apart: Iterable[Row], of: Callable[[tuple[int, ...]], tuple[int, ...]]
) -> tuple[Period, ...]:
    """The years or the months, which `of` makes of a month, in their order."""
    inside: dict[tuple[int, ...], dict[date, Sequence[Row]]] = {}
    outside: dict[tuple[int, ...], list[Row]] = {}
    for day, rows in days.items():
        inside.setdefault(of((day.year, day.month)), {})[day] = rows
    for row in apart:
        if row.period:
            outside.setdefault(of(row.period), []).append(row)
    return tuple(
        Period(key=key, days=inside.get(key, {}), apart=tuple(outside.get(key, ())))
        for key in sorted({*inside, *outside})
    )


def _by_period(apart: Iterable[Row]) -> Iterator[tuple[tuple[int, ...], tuple[Row, ...]]]:
    """What is of no single day by its month or its year, where that is known: a year before its months."""
    found: dict[tuple[int, ...], list[Row]] = {}
    for row in apart:
        found.setdefault(row.period, []).append(row)
    return ((key, tuple(found[key])) for key in sorted(found) if key)


def _link(archive: Archive, period: Period) -> Link:
    return month_link(archive, *period.key) if len(period.key) > 1 else year_link(archive, *period.key)


def _numbers(days: Days) -> list[tuple[date, str]]:
    """What the numbers of statements by day, month and year are counted from."""
    return [(day, "".join(row.counts_as[1] for row in rows)) for day, rows in days.items()]


def _apart_numbers(apart: Iterable[Row]) -> list[tuple[tuple[int, ...], str]]:
    """The same of those of no single day."""
    return [(row.period, row.counts_as[1]) for row in apart]


def _all_around(links: Sequence[Link]) -> Iterator[Around]:
    """For each the one before and the one after."""
    return zip((None, *links[:-1]), (*links[1:], None), strict=True) if links else iter(())


def _dates_view(
    archive: Archive, years: Sequence[Period], months: Sequence[Period], apart: Sequence[Row]
) -> DatesView:
    drawn = once([row for year in years for same in year.days.values() for row in same])
    days = [row.day for row in drawn if row.day]
    here, lead = archive.place("dates"), archive.say("calendar.lead")
    return DatesView(
        frame=Frame(title=here.label, description=lead, crumbs=(here,)),
        lead=lead,
        timeline=timeline(archive.strings, days, counted(apart), of_publication(drawn)),
        years=tuple(_year(archive, year, [m for m in months if m.key[:1] == year.key]) for year in years),
        other=(apart_tally(archive, apart),) if apart else (),
    )


def _year(archive: Archive, year: Period, months: Iterable[Period]) -> YearMonths:
    of_year = [row for row in year.apart if row.period == year.key]
    return YearMonths(
        link=_link(archive, year),
        count=counted(year.rows),
        months=(*(_month_tally(archive, month) for month in months), *_apart_tallies(archive, of_year)),
    )


def _month_tally(archive: Archive, month: Period) -> Tally:
    note = archive.say("calendar.open_in", counted(month.apart)) if month.apart else ""
    return Tally(_link(archive, month), counted(month.rows), note)


def _apart_tallies(archive: Archive, apart: Iterable[Row]) -> tuple[Tally, ...]:
    return tuple(Tally(open_link(archive, key), counted(rows)) for key, rows in _by_period(apart))


def _period_page(archive: Archive, period: Period, crumbs: tuple[Link, ...], around: Around) -> Page:
    """A year or a month: its calendars, and its statements by topic unless they are too many; after them,
    unless these alone are, those of no single day."""
    room = archive.config.per_page
    dated = tuple(chain.from_iterable(period.days.values()))
    apart = period.apart if sum(row.weight for row in period.apart) <= room else ()
    shown = dated if sum(row.weight for row in period.rows) <= room else ()
    # The list of a month's days says who spoke.
    rows = (*(dated if len(crumbs) == 3 else shown), *apart)
    numbers = (_numbers(period.days), _apart_numbers(period.apart), bool(shown))
    digest = made_of(archive, rows, *numbers, around)
    view = partial(_period_view, archive, period, crumbs, around, shown, apart)
    return Page(crumbs[-1].path, "dates.html", digest, view, newest(period.rows))


def _period_view(
    archive: Archive,
    period: Period,
    crumbs: tuple[Link, ...],
    around: Around,
    shown: Sequence[Row],
    apart: Sequence[Row],
) -> DatesView:
    label = crumbs[-1].label
    days = (Tally(day_link(archive, day), counted(rows), _about(archive, rows))
            for day, rows in period.days.items() if len(crumbs) == 3)  # fmt: skip
    open_rows = tuple((open_link(archive, key), rows) for key, rows in _by_period(apart))
    return DatesView(
        frame=Frame(
            title=label,
            description=archive.say("calendar.described", period=label),
            crumbs=crumbs,
            previous=around[0],
            next=around[1],
        ),
        lead=archive.say("calendar.first_topic") if shown else "",
        weekdays=weekdays(archive),
        months=calendars(archive, period.days),
        days=tuple(days),
        other=_apart_tallies(archive, period.apart),
        sections=sections(archive, (*by_topic(archive, shown), *open_rows)),
    )


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


def _day_pages(
    archive: Archive, rows: Sequence[Row], crumbs: tuple[Link, ...], around: Around
) -> Iterator[Page]:
    """A day's statements by topic, in as many pages as its length needs."""
    headed = by_topic(archive, rows)
    weights = [row.weight for _, same in headed for row in same]
    for part in by_weight(archive.strings, crumbs[-1].path, weights, archive.config.per_page):
        inside = cut(headed, part)
        shown = rows if part.first else [row for _, same in inside for row in same]
        digest = made_of(archive, shown, part, around)
        view = partial(_day_view, archive, rows, crumbs, around, inside, part)
        yield Page(part.path, "group.html", digest, view, newest(shown))


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
