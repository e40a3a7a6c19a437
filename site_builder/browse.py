"""Browse: one page over all statements, with filters.

A script filters columns, which are in a file for each year: every value once, and for every statement the
number of its values. The statements themselves, whole as everywhere, are in files of up to `SHEET`,
which are loaded when one of theirs is to be shown. All files are in the one order of the days. What a document
says twice is one statement: it is shown as it is fullest, and found by what any of its wordings has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TypeAlias

from site_builder.index import FACET, FACETS, Row, once
from site_builder.paging import periods
from site_builder.present import BROWSE, UNDATED, Archive, facet_link, made_of, newest, statement, tallies
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

REVIEWED = "Reviewed"
REVIEW = {
    "extracted": "Extracted by rule, not reviewed",
    "reviewed": REVIEWED,
    "corrected": "Corrected by an editor",
}

FIGURES = {
    "differ": "Figures differ",
    "hedged differently": "Figures are hedged differently",
    "malformed": "A figure is malformed",
}

Values: TypeAlias = Callable[[Row], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sort:
    """A way to sort out statements. `reader` gives, for an archive, the values that one of them has, in
    words; a filter that none has a value for is not shown."""

    name: str
    title: str
    reader: Callable[[Archive], Values]


def _facet(name: str) -> Callable[[Archive], Values]:
    keys = FACET[name].keys
    return lambda archive: lambda row: tuple(archive.link(name, key).label for key in keys(row))


def _outlet_types(archive: Archive) -> Values:
    types = {outlet.name: outlet.type for outlet in archive.lexicon.outlets}
    keys = FACET["outlets"].keys
    return lambda row: tuple(dict.fromkeys(filter(None, map(types.get, keys(row)))))


def _review(archive: Archive) -> Values:
    return lambda row: tuple(
        dict.fromkeys((REVIEW[row.record.state], *([REVIEWED] if row.record.reviewed else [])))
    )


def _versions(archive: Archive) -> Values:
    return lambda row: ("In several documents",) if archive.comparison.of.get(row.record.id) else ()


def _figures(archive: Archive) -> Values:
    facts_of = archive.comparison.facts_of
    return lambda row: tuple(
        words
        for flag, words in FIGURES.items()
        if any(flag in fact.flags for fact in facts_of.get(row.record.id, ()))
    )


SORTS = (
    Sort("topic", "Topic", _facet("topics")),
    Sort("speaker", "Speaker", _facet("speakers")),
    Sort("outlet", "Outlet", _facet("outlets")),
    Sort("type", "Type of outlet", _outlet_types),
    Sort("kind", "Kind of speech", _facet("kinds")),
    Sort("review", "Review", _review),
    Sort("versions", "Versions", _versions),
    Sort("figures", "Figures", _figures),
)


def browse_pages(archive: Archive, script: str) -> Iterator[Page]:
    """The page, its columns and its sheets; `script` is the path of what runs on them."""
    listed = archive.index.listed()
    rows = once(listed)
    sheets = [(name.removesuffix(".html"), low, high)
              for _, name, low, high in periods([row.day for row in rows], SHEET)]  # fmt: skip
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
    digest = made_of(archive, listed, script, columns)
    view = partial(_browse_view, archive, listed, script, columns)
    yield Page(BROWSE.path, "browse.html", digest, view, newest(archive, rows))


def _year(row: Row) -> str:
    return f"{row.day.year:04}" if row.day else "undated"


def _columns_view(
    archive: Archive, path: str, rows: Sequence[Row], sheets: tuple[tuple[str, int], ...]
) -> ColumnsView:
    days = tuple((day.isoformat() if day else "", sum(1 for _ in same))
                 for day, same in groupby(row.day for row in rows))  # fmt: skip
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
    return BrowseView(
        frame=Frame(
            title=BROWSE.label,
            description="All statements, sorted out by topic, speaker, outlet, kind of speech and date.",
            crumbs=(BROWSE,),
        ),
        filters=tuple(Filter(name=sort.name, title=sort.title) for sort in SORTS),
        scripts=(*columns, script) if rows else (),
        shelves=(*_shelves(archive, rows), Shelf(label="Years", rows=_years(rows))),
    )


def _shelves(archive: Archive, rows: Sequence[Row]) -> Iterator[Shelf]:
    for facet in FACETS:
        found = tallies(archive, facet, rows)
        rest = Tally(Link(f"All {facet.title.lower()}", facet_link(facet).path), len(found))
        yield Shelf(label=facet.title, rows=(*found[:LISTED], rest))


def _years(rows: Sequence[Row]) -> tuple[Tally, ...]:
    counts = Counter(row.day.year if row.day else None for row in once(rows))
    return tuple(
        Tally(Link(str(year), f"dates/{year:04}.html") if year else UNDATED, count)
        for year, count in counts.items()
    )
