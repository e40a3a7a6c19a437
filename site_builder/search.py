"""Search: a page, and the statements of a year, or of some of its months, as records that are indexed together.

A record is a page that is never published: a statement's words, with its attribution and filters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from site_builder.facets import FACET, Row
from site_builder.present import Archive, made_of, newest
from site_builder.statement_views import statement
from site_builder.views import Frame, Link, Page, RecordView, SearchView, Shard, ready_page

INDEXES = "search/index/"
"""Where the indexes are."""
SHARD = 1_000
"""Statements that are indexed together, about: a browser asks each index, a build makes one anew."""


def shards(archive: Archive) -> Iterator[Shard]:
    """The listed statements by stretches of time: one that changes has its stretch indexed again, and no
    other. A stretch is a year or, where that has many, as many months as keep each within `SHARD`."""
    for year, same in groupby(archive.index.listed, key=lambda row: row.day.year if row.day else None):
        rows = tuple(same)
        months = _months(rows) if year else 12
        for first, part in groupby(rows, key=lambda row: _first_month(row, months)):
            inside = tuple(part)
            name = "undated" if year is None else f"{year:04}" if months == 12 else f"{year:04}-{first:02}"
            records = partial(_records, archive, inside)
            yield Shard(path=f"{INDEXES}{name}", made_of=made_of(archive, inside), records=records)


def _months(rows: Sequence[Row]) -> int:
    """How many months of this year are indexed together."""
    for months in (12, 6, 3):
        if max(Counter(_first_month(row, months) for row in rows).values()) <= SHARD:
            return months
    return 1


def _first_month(row: Row, months: int) -> int:
    return (row.day.month - 1) // months * months + 1 if row.day else 0


def _records(archive: Archive, rows: Sequence[Row]) -> Iterator[tuple[str, RecordView]]:
    """The statements, each by a name of its own."""
    for row in rows:
        outlets = tuple(archive.link("outlets", key).label for key in FACET["outlets"].keys(row))
        shown = statement(archive, row)
        record = RecordView(
            statement=shown,
            year=str(row.year or ""),
            outlets=outlets,
            related=tuple(
                Link(archive.say("lists.labelled", label=to.label, text=to.link.label), to.link.path)
                for to in shown.relations
            ),
        )
        yield f"{row.record.id}.html", record


def search_page(archive: Archive, found: Sequence[Shard], script: str) -> Page:
    """`found` are the shards there is an index of, the first of which has what a browser searches with."""
    here = archive.place("search")
    view = SearchView(
        frame=Frame(
            title=here.label,
            description=archive.say("search.described"),
            crumbs=(here,),
        ),
        shards=tuple(f"{shard.path}/" for shard in found),
        script=script,
        browse=archive.place("browse"),
        own_voice=archive.link("kinds", "own-voice"),
    )
    rows = archive.index.listed
    return ready_page(here.path, "search.html", view, newest(rows))
