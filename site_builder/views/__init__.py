"""What the templates see: complete, frozen values. A template gets its view and `site`, nothing else.

Every `path` is a page of the site, relative to its root (`topics/aid.html`, perhaps with `#anchor`);
templates put `root` before it. Texts are plain text unless the field says Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from site_builder.digest import key_of
from site_builder.strings import Strings
from site_builder.views.about import Chart, CheckingView, CoverageView, Field, GoneView, Share, TextView
from site_builder.views.browsing import (
    BrowseView,
    Column,
    ColumnsView,
    Filter,
    RecordView,
    SearchView,
    SheetView,
)
from site_builder.views.compared import (
    FactView,
    FigureRow,
    FiguresView,
    PairView,
    SameView,
    VersionView,
    Wording,
)
from site_builder.views.documents import (
    Citation,
    EntryView,
    Evidence,
    FileView,
    Kept,
    Leaf,
    SourceView,
    StatementPageView,
    StatementsView,
)
from site_builder.views.lists import GroupHead, GroupView, HomeShelf, HomeView, IndexView, Shape
from site_builder.views.machines import (
    DataView,
    FeedEntry,
    FeedNotice,
    FeedView,
    OpenSearchView,
    RobotsView,
    SitemapIndexView,
    SitemapView,
)
from site_builder.views.parts import (
    EntryRow,
    Fact,
    Frame,
    Heading,
    Json,
    Link,
    RelationView,
    Run,
    Section,
    Shelf,
    SourceParagraph,
    StatementView,
    Tally,
    When,
)
from site_builder.views.time import (
    Bar,
    DatesView,
    Day,
    MonthDays,
    PeriodRow,
    Stretch,
    Strip,
    Tick,
    Timeline,
    YearMonths,
)

__all__ = [
    "Asset",
    "Bar",
    "BrowseView",
    "Chart",
    "CheckingView",
    "Citation",
    "Column",
    "ColumnsView",
    "CoverageView",
    "DataView",
    "DatesView",
    "Day",
    "EntryRow",
    "EntryView",
    "Evidence",
    "Fact",
    "FactView",
    "FeedEntry",
    "FeedNotice",
    "FeedView",
    "Field",
    "FigureRow",
    "FiguresView",
    "FileView",
    "Filter",
    "Frame",
    "GoneView",
    "GroupHead",
    "GroupView",
    "Heading",
    "HomeShelf",
    "HomeView",
    "IndexView",
    "Json",
    "Kept",
    "Leaf",
    "Link",
    "MonthDays",
    "OpenSearchView",
    "Page",
    "PairView",
    "PeriodRow",
    "RecordView",
    "RelationView",
    "RobotsView",
    "Run",
    "SameView",
    "SearchView",
    "Section",
    "Shape",
    "Shard",
    "Share",
    "SheetView",
    "Shelf",
    "SiteView",
    "SitemapIndexView",
    "SitemapView",
    "SourceParagraph",
    "SourceView",
    "StatementPageView",
    "StatementView",
    "StatementsView",
    "Stretch",
    "Strip",
    "Tally",
    "TextView",
    "Tick",
    "Timeline",
    "VersionView",
    "View",
    "When",
    "Wording",
    "YearMonths",
    "ready_page",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """The archive's own words around every page."""

    title: str
    description: str
    language: str
    base_url: str
    nav: tuple[Link, ...]
    footer: str
    disclaimer: str
    stylesheet: str
    feed: str
    opensearch: str = ""
    """The description of its search for browsers, "" when there is none."""
    logo: str = ""
    """A picture beside the title, and the icon of the window."""
    strings: Strings
    """The texts of its language, which templates say by `say`."""


View: TypeAlias = (
    HomeView
    | GoneView
    | SameView
    | FiguresView
    | EntryView
    | SourceView
    | StatementPageView
    | StatementsView
    | FileView
    | GroupView
    | IndexView
    | DatesView
    | BrowseView
    | ColumnsView
    | SheetView
    | SearchView
    | RecordView
    | TextView
    | SitemapView
    | SitemapIndexView
    | OpenSearchView
    | RobotsView
    | FeedView
    | DataView
    | CoverageView
    | CheckingView
)


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site to be: where it goes, its template, and the view it shows, made when it is
    asked for. `made_of` is a digest of all that the view is made from: equal digests, equal views."""

    path: str
    template: str
    made_of: str
    view: Callable[[], View]
    day: str = ""
    """The ISO date of the newest document it shows, for the sitemap; "" when there is none."""


def ready_page(path: str, template: str, view: View, day: str = "") -> Page:
    """A page whose view is as soon made as its digest."""
    return Page(path, template, key_of(view), lambda: view, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Statements that are indexed for search together; their index is a folder of the site. `made_of` is as
    a page's."""

    path: str
    made_of: str
    records: Callable[[], Iterable[tuple[str, RecordView]]]


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that goes into the site as it is."""

    path: str
    source: str
    content: bytes
