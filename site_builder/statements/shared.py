"""Pages that several statements share, where there are too many for a page each: all whose ids begin alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from site_builder.digest import key_of
from site_builder.evidence import places
from site_builder.facets import Row
from site_builder.present import Archive, made_of, newest
from site_builder.statement_views import called, citable, statement
from site_builder.statements.citations import in_styles
from site_builder.views import Evidence, Frame, Kept, Link, Page, StatementsView


def shared_pages(archive: Archive) -> Iterator[Page]:
    shelves: dict[str, list[Row]] = {}
    for row in sorted(archive.index.rows, key=lambda row: row.record.id):
        if archive.permalinks.has_page(row):
            shelves.setdefault(archive.permalinks.of(row).partition("#")[0], []).append(row)
    links = [None, *(Link(_begins(archive, rows), path) for path, rows in shelves.items()), None]
    for number, (path, rows) in enumerate(shelves.items()):
        around = (links[number], links[number + 2])
        digest = key_of(made_of(archive, rows), around)
        view = partial(_shared_view, archive, path, rows, *around)
        yield Page(path, "statements.html", digest, view, newest(archive, rows))


def _begins(archive: Archive, rows: Sequence[Row]) -> str:
    """What stands on a page that several share, for those who come from the one beside it."""
    first = called(archive, rows[0])
    return archive.say("single.shared_more_of", len(rows) - 1, first=first) if len(rows) > 1 else first


def _letters_of(path: str) -> str:
    return f"s-{path.removeprefix('statements/').removesuffix('.html')}…"


def _shared_view(
    archive: Archive, path: str, rows: Sequence[Row], before: Link | None, after: Link | None
) -> StatementsView:
    title = archive.say("single.shared_title", letters=_letters_of(path))
    return StatementsView(
        frame=Frame(
            title=title,
            description=archive.say("single.shared_described", letters=_letters_of(path)),
            crumbs=(Link(title, path),),
            previous=before,
            next=after,
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
