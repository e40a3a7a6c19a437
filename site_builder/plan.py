"""Everything the build will write, as values: a tuple of pages with complete views, and of assets."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from site_builder.days import DATES, date_pages
from site_builder.documents import ENTRIES, entry_view, source_view
from site_builder.errors import InputError, Problem
from site_builder.index import FACET, FACETS, edtf
from site_builder.listings import facet_link, facet_pages
from site_builder.present import Archive, day_link, entry_link, entry_row, statement, tallies
from site_builder.texts import Text
from site_builder.views import (
    Asset,
    FeedEntry,
    FeedView,
    Frame,
    HomeView,
    IndexView,
    Link,
    Page,
    RobotsView,
    SitemapView,
    SiteView,
    Tally,
    TextView,
)

DISCLAIMER = "This archive does not verify the statements it records."
FEED = "feed.atom"
FEED_LENGTH = 50
HOME_ROWS = 12
GUIDS = uuid.UUID("5f0c4a0e-6f0b-5d0e-9a53-0b8a7d5b1e4c")
"""The namespace of feed ids: they depend on the statement's id alone, never on the site's address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    site: SiteView
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]


def make_plan(archive: Archive, texts: Sequence[Text], assets: Sequence[Asset]) -> Plan:
    """Raises InputError when two pages would be one file."""
    pages = [_home(archive, texts)]
    pages.extend(_documents(archive))
    for facet in FACETS:
        pages.extend(facet_pages(archive, facet))
    pages.extend(date_pages(archive))
    pages.extend(_texts(texts))
    pages.append(_feed(archive))
    pages.append(_sitemap(archive, pages))
    pages.append(Page("robots.txt", "robots.txt", RobotsView(sitemap=_absolute(archive, "sitemap.xml"))))
    _no_collisions([page.path for page in pages] + [asset.path for asset in assets])
    return Plan(site=_site(archive, texts, assets), pages=tuple(pages), assets=tuple(assets))


def _site(archive: Archive, texts: Sequence[Text], assets: Sequence[Asset]) -> SiteView:
    config = archive.config
    written = tuple(Link(text.title, f"{text.name}.html") for text in texts if text.name not in ("home", "404"))
    return SiteView(
        title=config.title,
        description=config.description,
        language=config.language,
        base_url=_base(archive),
        nav=(*map(facet_link, FACETS[:1]), DATES, *map(facet_link, FACETS[1:]), ENTRIES, *written),
        footer=config.footer,
        disclaimer=DISCLAIMER,
        stylesheet=next((asset.path for asset in assets if asset.path.endswith(".css")), ""),
        feed=FEED,
    )


def _home(archive: Archive, texts: Sequence[Text]) -> Page:
    index, config = archive.index, archive.config
    listed = index.listed()
    spoken = [row for row in listed if not row.record.own_voice]
    days: dict[Link, int] = {}
    for row in reversed(listed):
        days[day_link(row.day)] = days.get(day_link(row.day), 0) + 1
    counts = [Tally(ENTRIES, len(index.documents)), Tally(Link("Statements", "kinds/index.html"), len(spoken))]
    for name in ("speakers", "topics", "outlets"):
        groups = [group for group in index.groups[name] if group.key]
        counts.append(Tally(facet_link(FACET[name]), len(groups)))
    view = HomeView(
        frame=Frame(title=config.title, description=config.description),
        counts=tuple(counts),
        span=_span(archive),
        topics=tallies(archive, FACET["topics"], listed, leave_out=""),
        speakers=tallies(archive, FACET["speakers"], listed)[:HOME_ROWS],
        outlets=tallies(archive, FACET["outlets"], listed),
        days=tuple(Tally(link, count) for link, count in days.items())[:HOME_ROWS],
        entries=tuple(entry_row(archive, document) for document in reversed(index.documents))[:HOME_ROWS],
        intro=next((text.body for text in texts if text.name == "home"), ""),
    )
    return Page("index.html", "home.html", view)


def _span(archive: Archive) -> str:
    """`10 June 2016 to 26 December 2016`: the documents' first and last date, in words."""
    dates = [when for document in archive.index.documents if (when := edtf(document.published))]
    if not dates:
        return ""
    first, last = min(dates, key=lambda d: d.first).in_words, max(dates, key=lambda d: d.last).in_words
    return first if first == last else f"{first} to {last}"


def _documents(archive: Archive) -> Iterator[Page]:
    documents = archive.index.documents
    newest = tuple(entry_row(archive, document) for document in reversed(documents))
    description = "Every document of the archive, the newest first."
    frame = Frame(title=ENTRIES.label, description=description, crumbs=(ENTRIES,))
    view = IndexView(frame=frame, facet="entries", lead=description, shelves=(), entries=newest)
    yield Page(ENTRIES.path, "index.html", view)
    links = [None, *map(entry_link, documents), None]
    for number, document in enumerate(documents):
        page = entry_view(archive, document, links[number], links[number + 2])
        yield Page(f"entries/{document.name}.html", "entry.html", page)
        if document.article:
            source = source_view(archive, document, document.article)
            yield Page(f"sources/{document.name}.html", "source.html", source)


NOT_FOUND = "There is no page at this address. Every page of the archive can be reached from the links above."


def _texts(texts: Sequence[Text]) -> Iterator[Page]:
    written = {text.name: text for text in texts}
    lost = written.get("404")
    title = lost.title if lost else "Page not found"
    frame = Frame(title=title, description="There is no page at this address.")
    yield Page("404.html", "404.html", TextView(frame=frame, body=lost.body if lost else NOT_FOUND))
    for text in texts:
        if text.name not in ("home", "404"):
            here = Link(text.title, f"{text.name}.html")
            frame = Frame(title=text.title, description=text.title, crumbs=(here,))
            yield Page(f"{text.name}.html", "text.html", TextView(frame=frame, body=text.body))


def _feed(archive: Archive) -> Page:
    """The newest statements; "updated" is the day of the statement's document, never the clock."""
    newest = chain.from_iterable(
        archive.index.by_document[document.name] for document in reversed(archive.index.documents)
    )
    spoken = islice((row for row in newest if not row.record.own_voice), FEED_LENGTH)
    entries = []
    for row in spoken:
        when = edtf(row.document.published)
        updated = f"{when.last.isoformat()}T00:00:00Z" if when else "1970-01-01T00:00:00Z"
        guid = uuid.uuid5(GUIDS, row.record.id).urn
        entries.append(FeedEntry(guid=guid, statement=statement(archive, row), updated=updated))
    view = FeedView(
        guid=uuid.uuid5(GUIDS, archive.config.title).urn,
        title=archive.config.title,
        subtitle=archive.config.description,
        base=_base(archive),
        path=FEED,
        updated=max((entry.updated for entry in entries), default="1970-01-01T00:00:00Z"),
        entries=tuple(entries),
    )
    return Page(FEED, "feed.atom", view)


def _sitemap(archive: Archive, pages: Iterable[Page]) -> Page:
    newest = {}
    for document in archive.index.documents:
        if when := edtf(document.published):
            newest[f"entries/{document.name}.html"] = when.last.isoformat()
    paths = sorted(page.path for page in pages if page.path.endswith(".html") and page.path != "404.html")
    locations = tuple((_absolute(archive, path), newest.get(path, "")) for path in paths)
    return Page("sitemap.xml", "sitemap.xml", SitemapView(locations=locations))


def _base(archive: Archive) -> str:
    base = archive.config.base_url
    return base if not base or base.endswith("/") else base + "/"


def _absolute(archive: Archive, path: str) -> str:
    """The address of a page; its path alone while the site has no address."""
    return _base(archive) + path


def _no_collisions(paths: Iterable[str]) -> None:
    seen: dict[str, str] = {}
    problems = []
    for path in paths:
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            message = f"expected one source for a page, found two: {seen[folded]} and {path}"
            problems.append(Problem(path, 0, 0, message))
        seen[folded] = path
    if problems:
        raise InputError(problems)
