"""Search: a page, and the statements of each year as records that are indexed together.

A record is a page that is never published: a statement's words, with its attribution and filters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from site_builder.index import FACET, Row
from site_builder.present import BROWSE, Archive, made_of, newest, statement
from site_builder.views import Frame, Link, Page, RecordView, SearchView, Shard, ready_page

SEARCH = Link("Search", "search/index.html")


def shards(archive: Archive) -> Iterator[Shard]:
    """The listed statements by year: a statement that changes has its year indexed again, and no other."""
    for year, same in groupby(archive.index.listed(), key=lambda row: row.day.year if row.day else None):
        rows = tuple(same)
        name = f"{year:04}" if year else "undated"
        digest = made_of(archive, rows, year)
        yield Shard(path=f"search/index/{name}", made_of=digest, records=partial(_records, archive, rows, year))


def _records(archive: Archive, rows: Sequence[Row], year: int | None) -> Iterator[tuple[str, RecordView]]:
    """The statements by an address that says theirs: `entries/name.html#id` as `entries/name/id.html`."""
    for row in rows:
        shown = statement(archive, row)
        page, _, anchor = shown.path.partition("#")
        yield (
            f"{page.removesuffix('.html')}/{anchor or '-'}.html",
            RecordView(
                statement=shown,
                year=str(year or ""),
                outlets=tuple(archive.link("outlets", key).label for key in FACET["outlets"].keys(row)),
            ),
        )


def search_page(archive: Archive, found: Sequence[Shard], script: str) -> Page:
    """`found` are the shards there is an index of, the first of which has what a browser searches with."""
    view = SearchView(
        frame=Frame(
            title=SEARCH.label,
            description="Search the words of all statements, by topic, speaker, outlet and year.",
            crumbs=(SEARCH,),
        ),
        shards=tuple(f"{shard.path}/" for shard in found),
        script=script,
        browse=BROWSE,
    )
    rows = archive.index.listed()
    return ready_page(SEARCH.path, "search.html", view, newest(archive, rows))
