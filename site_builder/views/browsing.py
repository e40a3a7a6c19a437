"""All statements with filters, and search: pages, and what their scripts read."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.views.parts import Frame, Link, Shelf, StatementView


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    name: str
    """What the addresses of a filtered list call it."""
    title: str
    lack: str = ""
    """The value of statements that have none, which is listed last: `Without a topic`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowseView:
    """The page with the filters; `shelves` lead to the same by plain links."""

    frame: Frame
    filters: tuple[Filter, ...]
    scripts: tuple[str, ...]
    """The columns, then what runs on them; () when there is nothing to filter."""
    first: str
    """The first and the last day that statements may be of, in ISO; "" when none is dated."""
    last: str
    span: str
    """The same in words."""
    open_dates: bool
    """Whether some are of more days than one."""
    shelves: tuple[Shelf, ...]
    years: Shelf
    places: tuple[Link, ...]
    """Where the rest of what the filters tell apart is listed: dates, versions, figures, corrections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What statements have for one filter: `rows` are places in `values`."""

    name: str
    values: tuple[tuple[str, ...], ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnsView:
    """The statements of a year as a script reads them, in the order of the days."""

    path: str
    days: tuple[tuple[str, int], ...]
    """The days that statements may be of (in ISO the first and last with "/" between, or one alone; "" when
    nothing tells), and how many statements in a row are of these."""
    sheets: tuple[tuple[str, int], ...]
    """The files in which they stand in full: name and number of statements."""
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetView:
    """Statements in full, for the page that shows them; `root` leads from that page to the site's."""

    path: str
    root: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    frame: Frame
    shards: tuple[str, ...]
    """The folders of the index, ending in "/"; () when the site is built without."""
    script: str
    browse: Link
    own_voice: Link
    """What outlets say in their own voice, which is not searched; without a path where they say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """A statement as it is indexed for search."""

    statement: StatementView
    year: str
    outlets: tuple[str, ...]
    """The one that carried it, and the one the words were taken over from."""
    related: tuple[Link, ...]
    """Other statements, and what it has to do with them: `Denies: …`."""
