"""Pages that several statements share, where there are too many for a page each: all whose ids begin alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypeAlias

from site_builder.evidence import places
from site_builder.facets import Row
from site_builder.present import Archive, made_of, newest
from site_builder.statement_views import called, citable, statement
from site_builder.statements.citations import in_styles
from site_builder.views import Evidence, Frame, Kept, Link, Page, StatementsView

Shelf: TypeAlias = tuple[str, Sequence[Row]]
"""The path of a page, and what stands there."""


def shared_pages(archive: Archive) -> Iterator[Page]:
    shelves: dict[str, list[Row]] = {}
    for row in sorted(archive.index.rows, key=lambda row: row.record.id):
        if archive.permalinks.has_page(row):
            shelves.setdefault(archive.permalinks.of(row).partition("#")[0], []).append(row)
    beside = [None, *shelves.items(), None]
    for number, (path, rows) in enumerate(shelves.items()):
        around = beside[number], beside[number + 2]
        # A link to a page names its first statement, and says how many more there are.
        linked = [shelf and (shelf[0], shelf[1][0].digest, len(shelf[1])) for shelf in around]
        digest = made_of(archive, rows, linked)
        view = partial(_shared_view, archive, path, rows, *around)
        yield Page(path, "statements.html", digest, view, newest(rows))


def _link(archive: Archive, shelf: Shelf | None) -> Link | None:
    """To a page that several share, from the one beside it: by what stands there."""
    if shelf is None:
        return None
    path, rows = shelf
    first, more = called(archive, rows[0]), len(rows) - 1
    return Link(archive.say("single.shared_more_of", more, first=first) if more else first, path)


def _letters_of(path: str) -> str:
    return f"s-{path.removeprefix('statements/').removesuffix('.html')}…"


def _shared_view(
    archive: Archive, path: str, rows: Sequence[Row], before: Shelf | None, after: Shelf | None
) -> StatementsView:
    title = archive.say("single.shared_title", letters=_letters_of(path))
    return StatementsView(
        frame=Frame(
            title=title,
            description=archive.say("single.shared_described", letters=_letters_of(path)),
            crumbs=(Link(title, path),),
            previous=_link(archive, before),
            next=_link(archive, after),
        ),
        statements=tuple(_kept(archive, row) for row in rows),
    )


def _kept(archive: Archive, row: Row) -> Kept:
    c = citable(archive, row)
    return Kept(
        statement=statement(archive, row),
        evidence=_place(archive, row),
        citations=tuple(in_styles(archive, c)),
    )


def _place(archive: Archive, row: Row) -> Evidence | None:
    if not row.document.fingerprint or not row.record.spans:
        return None
    article = archive.article(row.document.front["seed"])
    return next(places((row.record,), article, lambda _: archive.permalinks.home(row)))
