"""The same statement in several documents, and figures of one fact."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.views.parts import Frame, Link, StatementView, Tally, When


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in both versions (`equal`), in the first alone (`del`), or in the second alone (`ins`)."""

    sign: str
    text: str
    slight: bool = False
    """Marks and blanks alone."""
    around: bool = False
    """Sentences before or after what both versions say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """What one document has of a statement. `part` says which sentences, where it is not all of them.
    `before` and `after`: the sentences around `words` that none of the versions it is compared with has."""

    statement: StatementView
    frame: str
    """Who spoke, in what office and to whom, as it is stored, whatever the language of the site."""
    anchor: str
    before: str = ""
    words: str
    after: str = ""
    part: str
    restated: tuple[Link, ...]
    """The same again in the same document."""
    way: str
    """Whose copy it is, and how that is known."""
    compared: str = ""
    """The page that holds it against each of the others, where these are too many for one page."""
    same_words: int = 0
    """How many more have the very same words, there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two versions word by word. Without `ins` the runs are the first, without `del` the second."""

    anchor: str
    first: Link
    second: Link
    also: tuple[Link, ...]
    """Versions with the very words of the second, and how many `more` there are."""
    more: int
    runs: tuple[Wording, ...]
    said: str
    """The differences in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure as it is written, with who gives it where; `value` is what it comes to."""

    written: str
    value: str
    remark: str
    statement: Link
    speaker: Link
    outlet: Link
    said: When


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """Every figure given for one fact; none is picked."""

    label: str
    anchor: str
    flags: tuple[str, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SameView:
    """One statement in the versions of its documents, the earliest first."""

    frame: Frame
    speaker: Link
    summary: str
    """How many outlets and origins, and who carried it first."""
    versions: tuple[VersionView, ...]
    """Those of this page; one alone, where it is held against the others."""
    pairs: tuple[PairView, ...]
    facts: tuple[FactView, ...]
    pages: tuple[Link, ...] = ()
    """All pages of it, where it has several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresView:
    """Facts whose figures differ, are hedged differently, or cannot be right as they stand; or those of which
    all figures agree. `other` leads from the one to the other, None where there is no such fact."""

    frame: Frame
    lead: str
    facts: tuple[FactView, ...]
    other: Tally | None = None
    pages: tuple[Link, ...] = ()
