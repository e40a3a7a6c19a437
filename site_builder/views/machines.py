"""What machines read: feeds, sitemaps, data."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.views.parts import Json, Link, StatementView


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    locations: tuple[tuple[str, str], ...]
    """Absolute URL (or path, when the site has no base_url) and the ISO date of the newest document it
    shows, or ""."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapIndexView:
    """The sitemap of a site with more pages than one file may list."""

    sitemaps: tuple[tuple[str, str], ...]
    """As the locations of a SitemapView."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSearchView:
    address: str
    """Of the search page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsView:
    sitemap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """`guid` is a `urn:uuid:` that does not change with the address of the site."""

    guid: str
    statement: StatementView
    updated: str
    """RFC 3339: the day of its document, or of its review where that is later."""
    undated: bool = False
    """Whether it is a correction, and nobody wrote down of which day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedNotice:
    """That a statement was taken out of the archive; its words and its speaker are not repeated. `document`:
    the one it stood in, None when that is gone, too."""

    guid: str
    id: str
    path: str
    updated: str
    undated: bool
    words: str
    document: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    guid: str
    title: str
    subtitle: str
    base: str
    """Where the site is, ending in "/", or "" when it is not known."""
    path: str
    page: str
    """The page it follows."""
    updated: str
    entries: tuple[FeedEntry, ...]
    notices: tuple[FeedNotice, ...] = ()
    """Of the feed of corrections alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """A file of JSON lines: each row as its keys and values, in their order."""

    rows: tuple[tuple[tuple[str, Json], ...], ...]
