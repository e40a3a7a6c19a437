"""Browse: one page over all statements, with filters.

A script filters columns, which are in a file for each year: every value once, and for every statement the
number of its values. The statements themselves, whole as everywhere, are in files of up to `SHEET`,
which are loaded when one of theirs is to be shown. All files are in the one order of the days. What a document
says twice is one statement: it is shown as it is fullest, and found by what any of its wordings has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby
from typing import TypeAlias, get_args

from site_builder.calendars import apart_tally, year_link
from site_builder.facets import FACET, FACETS, Row, counted, once
from site_builder.figures.tables import Flag
from site_builder.outlets import label
from site_builder.paging import periods
from site_builder.present import (
    PLACES,
    Archive,
    facet_path,
    made_of,
    newest,
    tallies,
    unattributed,
)
from site_builder.said_dates import say_day
from site_builder.statement_views import statement
from site_builder.views import (
    BrowseView,
    Column,
    ColumnsView,
    Filter,
    Frame,
    Link,
    Page,
    SheetView,
    Shelf,
    Tally,
)

SHEET = 100
LISTED = 24
"""Groups of a facet that are linked from the page without a script, the largest first."""

Values: TypeAlias = Callable[[Row], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sort:
    """A way to sort out statements, which is called `browse.by.NAME`. `reader` gives, for an archive, the
    values that one of them has, in words; a filter that none has a value for is not shown."""

    name: str
    reader: Callable[[Archive], Values]
    lack: str = ""
    """What a statement without a value is filed under: a text below `statement`."""


def _facet(name: str) -> Callable[[Archive], Values]:
    keys = FACET[name].keys
    return lambda archive: lambda row: tuple(archive.link(name, key).label for key in keys(row))


def _versions(archive: Archive) -> Values:
    several = (archive.say("browse.in_several"),)
    return lambda row: several if archive.comparison.of.get(row.record.id) else ()


def _figures(archive: Archive) -> Values:
    facts_of = archive.comparison.facts_of
    figures = {flag: archive.say(f"browse.figures.{flag}") for flag in get_args(Flag)}
    return lambda row: tuple(
        words
        for flag, words in figures.items()
        if any(flag in fact.flags for fact in facts_of.get(row.record.id, ()))
    )


SORTS = (
    Sort("topic", _facet("topics"), lack="no_topic"),
    Sort("speaker", _facet("speakers"), lack="unnamed"),
    Sort("outlet", _facet("outlets"), lack="unnamed_outlet"),
    Sort("type", _facet("types"), lack="no_type"),
    Sort("kind", _facet("kinds")),
    Sort("review", _facet("review")),
    Sort("versions", _versions),
    Sort("figures", _figures),
)


def browse_pages(archive: Archive, script: str) -> Iterator[Page]:
    """The page, its columns and its sheets; `script` is the path of what runs on them."""
    listed = archive.index.listed
    rows = once(listed)
    sheets = [(name.removesuffix(".html"), low, high)
              for _, name, low, high in periods(archive.strings, [row.day for row in rows], SHEET)]  # fmt: skip
    columns = []
    for year, same in groupby(sheets, key=lambda sheet: _year(rows[sheet[1]])):
        inside = tuple(same)
        within = rows[inside[0][1] : inside[-1][2]]
        sizes = tuple((name, high - low) for name, low, high in inside)
        path = f"browse/columns/{year}.js"
        columns.append(path)
        made = partial(_columns_view, archive, path, within, sizes)
        yield Page(path, "columns.js", made_of(archive, within, path, sizes), made)
    for name, low, high in sheets:
        path = f"browse/sheets/{name}.js"
        within = rows[low:high]
        yield Page(
            path, "sheet.js", made_of(archive, within, path), partial(_sheet_view, archive, path, within)
        )
    digest = made_of(archive, listed, script, columns, archive.compared)
    view = partial(_browse_view, archive, listed, script, columns)
    yield Page(PLACES["browse"], "browse.html", digest, view, newest(rows))


def _year(row: Row) -> str:
    return f"{row.day.year:04}" if row.day else "undated"


def _columns_view(
    archive: Archive, path: str, rows: Sequence[Row], sheets: tuple[tuple[str, int], ...]
) -> ColumnsView:
    spans = groupby(row.when.days if row.when else "" for row in rows)
    days = tuple((span, sum(1 for _ in same)) for span, same in spans)
    columns = tuple(_column(sort.name, _values(archive, sort, rows)) for sort in SORTS)
    return ColumnsView(path=path, days=days, sheets=sheets, columns=columns)


def _values(archive: Archive, sort: Sort, rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """Of each statement, in all its wordings."""
    read, by_id, restated = sort.reader(archive), archive.by_id, archive.comparison.restated
    wordings = ((row, *(by_id[made] for made in restated.get(row.record.id, ()))) for row in rows)
    return [tuple(dict.fromkeys(value for row in same for value in read(row))) for same in wordings]


def _column(name: str, values: Sequence[tuple[str, ...]]) -> Column:
    """The commonest values have the shortest numbers."""
    counts = Counter(values)
    ordered = sorted(counts, key=lambda value: (-counts[value], value))
    number = {value: number for number, value in enumerate(ordered)}
    return Column(name=name, values=tuple(ordered), rows=tuple(number[value] for value in values))


def _sheet_view(archive: Archive, path: str, rows: Sequence[Row]) -> SheetView:
    return SheetView(path=path, root="../", statements=tuple(statement(archive, row) for row in rows))


def _browse_view(archive: Archive, rows: Sequence[Row], script: str, columns: Sequence[str]) -> BrowseView:
    say, here = archive.say, archive.place("browse")
    dates = [row.when for row in rows if row.when]
    days = sorted({day for when in dates for day in when.days.split("/")})
    first, last = (days[0], days[-1]) if days else ("", "")
    words = [say_day(archive.strings, date.fromisoformat(day)) for day in (first, last) if day]
    return BrowseView(
        frame=Frame(title=here.label, description=say("browse.described"), crumbs=(here,)),
        filters=tuple(
            Filter(
                name=sort.name,
                title=say(f"browse.by.{sort.name}"),
                lack=say(f"statement.{sort.lack}") if sort.lack else "",
            )
            for sort in SORTS
        ),
        scripts=(*columns, script) if rows else (),
        first=first,
        last=last,
        span=say("browse.beyond", first=words[0], last=words[1]) if words else "",
        open_dates=any("/" in when.days for when in dates),
        shelves=tuple(_shelves(archive, rows)),
        years=Shelf(label=say("browse.years"), rows=_years(archive, rows)),
        places=(archive.place("dates"), *archive.compared, archive.place("corrections")),
    )


def _shelves(archive: Archive, rows: Sequence[Row]) -> Iterator[Shelf]:
    types = {outlet.name: label(archive.strings, outlet, None) for outlet in archive.lexicon.outlets}
    unknown = label(archive.strings, None, None)
    for facet in FACETS:
        found = tallies(archive, facet, rows)
        if facet.name == "outlets":
            found = tuple(replace(row, note=types.get(row.link.label, unknown)) for row in found)
        title, path = archive.say(f"facets.{facet.name}"), facet_path(facet)
        rest = Tally(Link(archive.say(f"all.{facet.name}"), path), len(found))
        yield Shelf(label=title, rows=(*found[:LISTED], *unattributed(archive, facet, rows), rest))


def _years(archive: Archive, rows: Sequence[Row]) -> tuple[Tally, ...]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        if row.year:
            found.setdefault(row.year, []).append(row)
    years = tuple(Tally(year_link(archive, year), counted(found[year])) for year in sorted(found))
    apart = [row for row in rows if row.day is None]
    return (*years, apart_tally(archive, apart)) if apart else years
