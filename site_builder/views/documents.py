"""A document, its source, and its statements on pages of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.views.parts import (
    EntryRow,
    Fact,
    Frame,
    Heading,
    Json,
    Link,
    SourceParagraph,
    StatementView,
    Tally,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page of a long document by its number and, on the first page, by the passage it `begins` with.
    `anchors` are then the ids of its passages: an address may know the document as the one page it was."""

    link: Link
    begins: str
    passages: int
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """A document: its metadata, and its passages in their order. A long one has several pages, of
    which the first alone has `facts`, `speakers` and `topics`."""

    frame: Frame
    row: EntryRow
    facts: tuple[Fact, ...]
    source: Link
    speakers: tuple[Tally, ...]
    topics: tuple[Tally, ...]
    items: tuple[Heading | StatementView, ...]
    statements: int
    passages: int
    """In how many passages: more where the document says a statement twice."""
    own_voice: int
    rights: str
    """What of the document the site shows, in a sentence."""
    leaves: tuple[Leaf, ...]
    """The pages of a document that has several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a statement's words stand in the seed file: characters of the text, bytes of the file."""

    link: Link
    characters: str
    bytes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """The source document as it stands, as far as the outlet's rights allow; in pages as its entry is."""

    frame: Frame
    row: EntryRow
    entry: Link
    """The page of the entry with the statements of this one."""
    facts: tuple[Fact, ...]
    paragraphs: tuple[SourceParagraph, ...]
    homes: Mapping[str, str]
    """Id of each statement in the paragraphs → where it stands on the pages of the entry."""
    evidence: tuple[Evidence, ...]
    rights: str
    lang: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement cited in one way; `key` is its name in the page, `path` the file that holds it, or ""."""

    key: str
    label: str
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPageView:
    """One statement with its evidence, and all ways to cite it."""

    frame: Frame
    statement: StatementView
    draft: bool
    passages: tuple[SourceParagraph, ...]
    """The paragraphs its words stand in, with some lines around them, as the outlet's rights allow."""
    evidence: tuple[Fact, ...]
    rights: str
    citations: tuple[Citation, ...]
    places: tuple[Link, ...]
    """Where else it stands: its document, its source, its speaker, its day."""
    tags: tuple[tuple[str, str], ...]
    """Name and content of the page's own meta elements."""
    data: Json
    script: str
    """The path of what the page's buttons do; without it there are none."""
    variants: tuple[StatementView, ...] = ()
    """The same statement as other documents have it; of many the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A statement on a page that several share. `evidence` is None when its seed is gone."""

    statement: StatementView
    evidence: Evidence | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsView:
    """The statements whose ids begin with the same letters, in the order of the ids."""

    frame: Frame
    statements: tuple[Kept, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file that is no page; `text` is without the last line break."""

    text: str
