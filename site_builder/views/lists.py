"""Home, and the lists: of groups, and of the statements of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from site_builder.views.parts import EntryRow, Fact, Frame, Link, Section, Shelf, StatementView, Tally
from site_builder.views.time import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeShelf:
    """The largest groups of a facet."""

    facet: str
    label: str
    rows: tuple[Tally, ...]
    more: Tally | None
    """The list of all, where these are not all."""
    apart: Tally | None
    """The statements that are in no group, having no topic or nobody identified as their speaker."""
    remark: str
    """Why these numbers come to more than there are statements; "" where they do not."""


Shape: TypeAlias = Literal["", "long", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    frame: Frame
    counts: tuple[Tally, ...]
    """Documents, statements, speakers, topics, outlets: label, page of all of them, number."""
    span: str
    """From when to when the documents are, in words."""
    coverage: str
    """Whose documents these are, in a sentence or two."""
    coverage_page: Link
    shape: Shape
    """Where the outlets stand: below the speakers "", below the topics where the list of speakers is `long`, or
    below `both`."""
    shelves: tuple[HomeShelf, ...]
    """Who speaks, about what, and who carries it: those with the most statements."""
    timeline: Timeline | None
    """Its strips are the rows of the shelf of topics."""
    dates: Link
    newest: tuple[StatementView, ...]
    """The newest statements of all."""
    browse: Link
    entries: tuple[EntryRow, ...]
    """The newest documents first."""
    all_entries: Tally | None
    """The list of all documents, where these are not all."""
    intro: str
    """Markdown of content/pages/home.md, or ""."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupHead:
    """What the first page of a group says of the whole."""

    count: int
    passages: int
    """How many rows the group has: more than statements where a document says one twice."""
    own_voice: int
    """How many of them are passages in an outlet's own voice."""
    lead: str
    facts: tuple[Fact, ...]
    related: tuple[Tally, ...]
    """What stands beside it: narrower topics, the speakers of a topic, the topics of a speaker…"""
    related_label: str
    aliases: tuple[str, ...] = ()
    """A speaker's other names, where they are too many for `facts`."""
    more_related: int = 0
    """How many it is too long to name."""
    entries: tuple[EntryRow, ...] = ()
    """Its newest documents, on an outlet's page."""
    more_entries: int = 0
    """How many older ones there are."""
    timeline: Timeline | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The statements of one topic, speaker, outlet, kind or day, in headed sections."""

    frame: Frame
    facet: str
    """The name of one of `facets.FACETS`, or `dates`."""
    head: GroupHead | None
    """None on the pages after the first."""
    sections: tuple[Section, ...]
    periods: tuple[Tally, ...] = ()
    """The pages of a long group, by date; its first page has the newest statements then."""
    newest: bool = False
    pages: tuple[Link, ...] = ()
    """All pages of a day or month that needs several, this one included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """All topics, all speakers, all outlets and so on, all documents."""

    frame: Frame
    facet: str
    lead: str
    shelves: tuple[Shelf, ...]
    entries: tuple[EntryRow, ...] = ()
    periods: tuple[Tally, ...] = ()
    """The pages of a long list: of documents by date, `entries` are the newest then; of groups by first
    letter, `shelves` are the largest then."""
    pages: tuple[Link, ...] = ()
    """All pages of a month or letter that needs several, this one included."""
