"""The values the stages hand to one another, frozen all the way in.

Every offset is a character of the seed's decoded text, counted from 0, end exclusive.
`None` means "the document does not say", and only that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

UNNAMED_OUTLET = "Outlet not named"
UNNAMED_SPEAKER = "Speaker not identified"
"""As entries have them, whatever the language of the site."""

Kind = Literal["direct", "mixed", "indirect", "attitude", "own-voice"]
"""How the words are reported: all in quotation marks, some of them, none; or the outlet's own. A turn of an
interview or a transcript is direct speech without marks.

An `attitude` is what somebody is said to want or believe; it is looked for only where asked."""

KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect", "attitude", "own-voice")

BlockKind = Literal[
    "title", "standfirst", "byline", "section", "source", "dateline", "heading", "paragraph", "furniture"
]
"""`section` is a rubric or a labelled metadata line, `source` a line that names an outlet and its
date, `dateline` the "PLACE, May 11 (Agency) -" before the first sentence, `furniture` the site's own
menus, share lines and disclaimers."""


class Span(NamedTuple):
    start: int
    end: int

    def common(self, other: Span) -> int:
        """How many characters both have."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text, and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dated:
    """A date (EDTF level 1) and, in words, the rule and the source words it rests on."""

    edtf: str
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The file behind an article: its path as given, the sha256 of its bytes, how it was decoded."""

    path: str
    sha256: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text with one role. Blocks are in order, do not overlap, and only blanks lie between."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderDate:
    """A date written in the furniture around the body, as far as it is written there.

    `year`, `month`, `day`: None where the source leaves it out. `time` is as written ("18:02").
    `of`: whose date it is: this page's, the republished original's, or the dateline's. `rule`: in words, how
    one that can be read in two ways came to be read in this one.
    """

    of: Literal["page", "original", "dateline"]
    words: Mention
    year: int | None
    month: int
    day: int | None
    time: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A seed as read: its whole text, the role of every part of it, and what its header says."""

    origin: Origin
    text: str
    blocks: tuple[Block, ...]
    title: str
    outlet: str | None
    republishes: str | None
    author: str | None
    agency: str | None
    place: str | None
    section: str | None
    dates: tuple[HeaderDate, ...]
    published: str | None
    """The sidecar's word on the date (EDTF); it wins over everything the text says."""
    lang: str
    url: str | None
    archived_url: str | None
    rights: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words attributed to somebody, as the annotators found them.

    `spans` are the words said, without the words that attribute them; `cues` are those ("he said",
    "according to"). `speaker` is the mention in the text, `canonical` the name it stands for, None
    when the text leaves it open; `nameless` are then the first words for the one who is meant ("two
    officials"), if that is clear. `rule` names the rule that found the statement, `how` the way from the
    mention to the name; `candidates` are those a pronoun was weighed between, the likeliest first.
    """

    kind: Kind
    spans: tuple[Span, ...]
    speaker: Mention | None
    canonical: str | None
    role: str | None
    cues: tuple[Mention, ...]
    to: str | None
    via: str | None
    citing: str | None
    said: Dated | None
    topics: tuple[str, ...]
    rule: str
    how: str = ""
    candidates: tuple[tuple[str, float], ...] = ()
    nameless: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What one article says: its dates, and every statement, by first character."""

    published: Dated | None
    original_published: Dated | None
    statements: tuple[Statement, ...]
