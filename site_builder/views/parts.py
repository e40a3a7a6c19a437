"""What views are put together from: links, facts, statements with all that attributes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


class Link(NamedTuple):
    """There are millions of them: as tuples they are compared, hashed and written down fastest."""

    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A link with the number of statements behind it, and perhaps a few words more."""

    link: Link
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a profile or of a document's metadata; `path` may lead to a page or to an outside URL."""

    label: str
    value: str
    path: str = ""
    url: str = ""
    part: str = ""
    """What the data calls it, where it has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date in words with its reason; `iso` is set when it is one day, for `<time datetime>`.

    `reason_lang`: the language of a reason that the site has no words of its own for.
    """

    words: str
    iso: str
    reason: str
    doubtful: bool
    reason_lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """What one statement does to another, and the words of the text, or the editor, that say so."""

    label: str
    link: Link
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A statement with everything that attributes it: no list shows less."""

    id: str
    path: str
    """Its permanent place: its own page, one it shares, or, for an outlet's own voice, its document's."""
    home: str
    """Its document's page at this statement."""
    source_path: str
    """Its words in the source document's page; the page alone where the words may not be shown."""
    speaker: Link
    role: str
    """As the document gives it."""
    known_as: str
    """The roles the archive knows, where the document's contradicts them; else ""."""
    kind: Link
    to: str
    via: str
    citing: str
    said: When
    outlet: Link
    origin: Link | None
    """The outlet the words were taken over from, when the carrying outlet republishes."""
    outlet_label: str
    """What the outlet was at that time, in words: `public broadcaster; Norvane`."""
    origin_label: str
    """The same of the outlet the words were taken over from; "" without one."""
    entry: Link
    published: When
    topics: tuple[Link, ...]
    passages: tuple[str, ...]
    """The exact words, in one or more pieces; empty when the outlet's rights forbid showing them."""
    withheld: int
    """Number of words not shown; 0 when `passages` are."""
    notes: tuple[str, ...]
    """The editor's notes, in Markdown."""
    lang: str
    own_voice: bool
    review: str
    """Who stands behind it as it is shown here: the program, an editor, or a reviewer on a day."""
    manner: str
    """The kind of speech by its key: `direct`, `mixed`, `indirect`, `attitude` or `own-voice`."""
    state: str
    """`extracted`, `reviewed` or `corrected`."""
    state_path: str
    """The page of all that are in this state; "" for an outlet's own voice."""
    history: tuple[str, ...]
    """What an editor changed, and what the program had there: a sentence for each value."""
    coins: str
    """What a citation manager reads from a list of statements; "" for an own voice."""
    same: tuple[Link, ...] = ()
    """The pages on which its versions in several documents stand side by side."""
    restates: Link | None = None
    """The fuller statement of the same document that says the same."""
    restated: tuple[Link, ...] = ()
    """Where the same document says the same again, by the kind of speech; this one is the fuller."""
    relations: tuple[RelationView, ...] = ()
    cue: str = ""
    """The words that attribute it, as the source has them."""
    figures: tuple[Link, ...] = ()
    """Figures in it that differ from others of the same fact, or cannot be right as they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A headed run of statements in a listing. `count`: those that its document says twice, once."""

    link: Link
    count: int
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page has around its content."""

    title: str
    description: str
    crumbs: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    feeds: tuple[Link, ...] = ()
    """What can be followed here, beside the feed of the whole site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """A document in a list."""

    link: Link
    outlet: Link
    outlet_label: str
    origin: Link | None
    origin_label: str
    published: When
    count: int
    lang: str
    draft: bool = False
    """Not published: only a preview shows it."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A headed run of links in an index; the label may be empty."""

    label: str
    rows: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive words of a paragraph; `id` names the statement they belong to, "" if none.

    `first`: the statement's first words, which carry its anchor.
    """

    text: str
    id: str = ""
    first: bool = False
    own_voice: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between the paragraphs of a document, in the outlet's words."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceParagraph:
    kind: str
    number: int
    runs: tuple[Run, ...]
    withheld: int
    """Number of words not shown, beside those of `runs`."""


Json: TypeAlias = "str | int | float | tuple[Json, ...] | Mapping[str, Json] | None"
"""What machines read: a data block of a page, a value of a row of data."""
