"""What machines follow: Atom feeds of the newest statements and of corrections, and the map of the site."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from site_builder.archive import Document
from site_builder.edtf import parse_edtf
from site_builder.facets import FACETS, Group, Row
from site_builder.gone import say_taken_out, signed
from site_builder.memory import Former, Gone
from site_builder.present import PLACES, Archive, base, entry_link, made_of
from site_builder.statement_views import statement
from site_builder.views import (
    FeedEntry,
    FeedNotice,
    FeedView,
    OpenSearchView,
    Page,
    RobotsView,
    SitemapIndexView,
    SitemapView,
    ready_page,
)

FEED = "feed.atom"
LENGTH = 50
"""Statements in a feed."""

GUIDS = uuid.UUID("5f0c4a0e-6f0b-5d0e-9a53-0b8a7d5b1e4c")
"""The namespace of feed ids: they depend on the statement's id alone, never on the site's address."""

OPENSEARCH = "opensearch.xml"
SITEMAP = "sitemap.xml"
MAPPED = 50_000
"""Addresses in one file of a sitemap, by its protocol."""

NEVER = "1970-01-01"
"""What a feed of an archive without a dated document was made on: Atom asks for a day, and no clock is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feed:
    """`about` is what the feed's id is made of, beside the archive's title."""

    path: str
    page: str
    title: str
    subtitle: str
    about: tuple[str, ...] = ()
    rows: tuple[Row, ...]
    notices: tuple[FeedNotice, ...] = ()
    since: str = NEVER
    """The ISO day it is of while nothing is in it."""


def feed_pages(archive: Archive, formers: Sequence[Former], published: Set[str]) -> Iterator[Page]:
    """The feed of all statements, of all corrections, and of each group that can be followed. `published`:
    the pages that were put into the site."""
    index, config = archive.index, archive.config
    newest = chain.from_iterable(index.by_document[document.name] for document in reversed(index.documents))
    spoken = tuple(islice((row for row in newest if not row.record.own_voice), LENGTH))
    yield _page(
        archive,
        _Feed(path=FEED, page="index.html", title=config.title, subtitle=config.description, rows=spoken),
    )
    yield _page(archive, _of_corrections(archive, formers, published))
    for facet in FACETS:
        for group in index.groups[facet.name] if facet.followed else ():
            yield _page(archive, _of_group(archive, group))


def _of_corrections(archive: Archive, formers: Sequence[Former], published: Set[str]) -> _Feed:
    """While nobody corrected anything, it is as old as the newest document: up to there nothing was."""
    index = archive.index
    corrected = sorted(
        (row for row in index.rows if row.shown and row.record.by_hand),
        key=lambda row: (row.record.reviewed != "", _updated(archive, row), row.document.name, row.record.id),
        reverse=True,
    )
    deleted = (gone for former in formers for gone in former.gone if gone.why == "deleted")
    documents = {document.name: document for document in index.documents}
    notices = [
        _notice(archive, gone, documents.get(gone.entry)) for gone in deleted if _place(gone) in published
    ]
    return _Feed(
        path=PLACES["corrections"],
        page="index.html",
        title=f"{archive.say('feeds.corrections')} · {archive.config.title}",
        subtitle=archive.say("feeds.corrected"),
        about=("corrections",),
        rows=tuple(corrected[:LENGTH]),
        notices=tuple(sorted(notices, key=lambda notice: (notice.updated, notice.id), reverse=True)[:LENGTH]),
        since=NEVER if corrected or notices else _newest_day(archive) or NEVER,
    )


def _newest_day(archive: Archive) -> str:
    return max(archive.index.published.values(), default="")


def _place(gone: Gone) -> str:
    return f"statements/{gone.id}.html"


def _notice(archive: Archive, gone: Gone, document: Document | None) -> FeedNotice:
    """On the day its document was reviewed, or else published."""
    _, day = signed(document)
    published = archive.index.published[document.name] if document else _newest_day(archive)
    return FeedNotice(
        guid=uuid.uuid5(GUIDS, f"{gone.id} deleted").urn,
        id=gone.id,
        path=_place(gone),
        updated=_midnight(max(published, day) or NEVER),
        undated=not day,
        words=say_taken_out(archive, gone, document),
        document=entry_link(document) if document else None,
    )


def _midnight(day: str) -> str:
    return f"{day}T00:00:00Z"


def _of_group(archive: Archive, group: Group) -> _Feed:
    # Sorting is stable: the statements of a document stay in the order of their days.
    newest = sorted(
        group.rows,
        key=lambda row: (archive.index.published[row.document.name], row.document.name),
        reverse=True,
    )
    return _Feed(
        path=group.feed,
        page=group.path,
        title=f"{group.label} · {archive.config.title}",
        subtitle=archive.say(f"feeds.{group.facet}", group=group.label)
        if group.is_one
        else archive.say(f"lists_of.nobody.{group.facet}"),
        about=(group.facet, group.key),
        rows=tuple(newest[:LENGTH]),
    )


def _page(archive: Archive, feed: _Feed) -> Page:
    # Of its rows only what they show: the days of other rows do not matter here.
    digest = made_of(
        archive, feed.rows, feed.path, feed.title, feed.subtitle, feed.page, feed.notices, feed.since
    )
    return Page(feed.path, "feed.atom", digest, partial(_feed_view, archive, feed))


def _feed_view(archive: Archive, feed: _Feed) -> FeedView:
    """The newest statements; "updated" is the day of the statement's document or of its review, never the
    clock."""
    entries = tuple(
        FeedEntry(
            guid=uuid.uuid5(GUIDS, row.record.id).urn,
            statement=statement(archive, row),
            updated=_midnight(_updated(archive, row)),
            undated=feed.path == PLACES["corrections"] and not row.record.reviewed,
        )
        for row in feed.rows
    )
    return FeedView(
        guid=uuid.uuid5(GUIDS, "\n".join((archive.config.title, *feed.about))).urn,
        title=feed.title,
        subtitle=feed.subtitle,
        base=base(archive),
        path=feed.path,
        page=feed.page,
        updated=max(
            [one.updated for one in entries] + [one.updated for one in feed.notices],
            default=_midnight(feed.since),
        ),
        entries=entries,
        notices=feed.notices,
    )


def _updated(archive: Archive, row: Row) -> str:
    """The ISO day since when a statement is as it is, as far as that is known."""
    published = archive.index.published[row.document.name] or NEVER
    day = row.record.reviewed.rpartition(" ")[2]
    return max(published, parse_edtf(day).last.isoformat()) if day else published


def site_maps(archive: Archive, pages: Iterable[Page]) -> Iterator[Page]:
    """The addresses of all pages for search engines, in files of what the protocol allows, and robots.txt."""
    dated = sorted((p.path, p.day) for p in pages if p.path.endswith(".html") and p.path != "404.html")
    parts = [dated[low : low + MAPPED] for low in range(0, len(dated), MAPPED)]
    if len(parts) == 1:
        yield _map_page(archive, SITEMAP, parts[0])
    else:
        files = [(f"sitemap-{number}.xml", part) for number, part in enumerate(parts, 1)]
        for path, part in files:
            yield _map_page(archive, path, part)
        newest = tuple((absolute(archive, path), max(day for _, day in part)) for path, part in files)
        yield Page(
            SITEMAP,
            "sitemap-index.xml",
            made_of(archive, (), newest),
            partial(SitemapIndexView, sitemaps=newest),
        )
    robots = RobotsView(sitemap=absolute(archive, SITEMAP))
    yield ready_page("robots.txt", "robots.txt", robots)


def search_description(archive: Archive) -> Iterator[Page]:
    """How a browser's own search field asks the search page, when its address is known."""
    if base(archive):
        view = OpenSearchView(address=absolute(archive, PLACES["search"]))
        yield ready_page(OPENSEARCH, "opensearch.xml", view)


def _map_page(archive: Archive, path: str, dated: Sequence[tuple[str, str]]) -> Page:
    def view() -> SitemapView:
        return SitemapView(locations=tuple((absolute(archive, path), day) for path, day in dated))

    return Page(path, "sitemap.xml", made_of(archive, (), dated), view)


def absolute(archive: Archive, path: str) -> str:
    """The address of a page; its path alone while the site has no address."""
    return base(archive) + path
