"""What the archive says of itself, and pages that people write."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.views.parts import Frame, Link, StatementView


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A value with how many have it; `percent` is of all of the chart."""

    link: Link
    count: int
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What `total` documents or statements are, the most first; `others` more values have `rest` of them."""

    label: str
    unit: str
    total: int
    bars: tuple[Share, ...]
    others: int
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """Whose documents and voices the archive holds. `rule`: when a sentence says that they are alike."""

    frame: Frame
    sentences: tuple[str, ...]
    rule: str
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A value of each row of data: its name and its type. What it means is the text `data_fields.NAME`."""

    name: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckingView:
    """How to check the archive without this program, with a statement of its own as the example."""

    frame: Frame
    documents: int
    statements: int
    statement: StatementView | None
    """The one of the example; None in an archive without one."""
    command: str
    """Lines for a shell: the seed's sha256, and the bytes of the words."""
    digest: str
    words: str
    """What the last of the lines prints."""
    files: tuple[Link, ...]
    fields: tuple[Field, ...]
    """What a row of the data has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """A page somebody wrote, or the 404 page; `body` is Markdown."""

    frame: Frame
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneView:
    """A page that once stood here. `leads`: `target` has what it had."""

    frame: Frame
    words: str
    target: Link | None
    leads: bool
    moved: tuple[tuple[str, Link], ...] = ()
    """Anchors the page had, with where their statements stand now."""
