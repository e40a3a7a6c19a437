"""The ways people browse an archive: by topic, speaker, outlet, what kind of outlet or of speech, who stands
behind it; and what stands in a group of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import get_args

from site_builder.archive import STATES, Document, Record
from site_builder.edtf import Edtf, parse_edtf
from site_builder.model import UNNAMED_OUTLET, UNNAMED_SPEAKER, Dated, Kind

LACKS = {"topics": "without-a-topic", "types": "not-recorded"}
"""Facet → the name in addresses of the page of what has none, whose key is ""."""

UNNAMED = {"speakers": UNNAMED_SPEAKER, "outlets": UNNAMED_OUTLET, "types": ""}
"""Facet → the key of what documents do not name, or the archive does not know."""

NOBODY = frozenset({"", *UNNAMED.values()})
"""Keys of what is no topic, speaker, outlet or type of one: it has a page, and is not counted as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record in its document, with the day it is listed under (None: no single day)."""

    record: Record
    document: Document
    when: Edtf | None
    """The days it may be of (None: nothing tells)."""
    day: date | None
    shown: bool
    """Whether the outlet's rights let the site show the words."""
    digest: str
    """Of all that the row shows, wherever it stands."""
    counts_as: tuple[str, str]
    """The statement it counts as, by document and id: itself, or the fullest of its document that says the
    same."""
    weight: int
    """As how many rows of a page it counts."""
    published: str
    """The ISO day its document was published, the last one where that is open; "" when unknown."""
    types: tuple[str, ...]
    """What its outlets were at the time, as far as that is known; ("",) where it is of none."""

    @property
    def period(self) -> tuple[int, ...]:
        """The month or the year, `(2019, 4)` or `(2019,)`, that has all the days it may be of; () for one on a
        single day, or of days of several years."""
        if self.day or self.when is None or self.when.first.year != self.when.last.year:
            return ()
        first, last = self.when.first, self.when.last
        return (last.year, last.month) if first.month == last.month else (last.year,)

    @property
    def year(self) -> int | None:
        """The year with whose statements it stands; None for one on no single day that may be of several."""
        return self.day.year if self.day else next(iter(self.period), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Everything that shares one value of a facet, in the order of the days."""

    facet: str
    key: str
    label: str
    slug: str
    rows: tuple[Row, ...]
    renamed: bool
    """Whether another group has the slug of its name."""

    @property
    def count(self) -> int:
        return counted(self.rows)

    @property
    def is_one(self) -> bool:
        """Whether it is a topic, a speaker …, not the lack of one."""
        return self.key not in NOBODY

    @property
    def path(self) -> str:
        return f"{self.facet}/{self.slug}.html"

    @property
    def feed(self) -> str:
        return f"{self.facet}/{self.slug}.atom" if FACET[self.facet].followed else ""


def counted(rows: Iterable[Row]) -> int:
    """How many statements these are. What a document says twice, in a headline or a paraphrase and in the
    quotation it stands for, is one statement: every number of statements that is shown is counted here."""
    return len({row.counts_as for row in rows})


def once(rows: Sequence[Row]) -> tuple[Row, ...]:
    """One row for each statement that counts, in their order: of those that say the same the fullest there."""
    kept: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.counts_as not in kept or row.record.id == row.counts_as[1]:
            kept[row.counts_as] = row
    return tuple(row for row in rows if kept[row.counts_as] is row)


def of_publication(rows: Iterable[Row]) -> int:
    """How many of these are listed on the day their document was published, as nothing tells their own."""
    return sum(row.day is not None and row.record.said is None and not row.record.own_voice for row in rows)


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to group: `keys` gives the values a row has. What it is called is a text, `facets.NAME`."""

    name: str
    one: str
    keys: Callable[[Row], tuple[str, ...]]
    followed: bool = False
    """Whether each group has a feed."""
    aside: bool = False
    """Whether it is reached from where its words stand, and from Browse, but not from every page."""
    order: tuple[str, ...] = ()
    """Its keys, where they are known before; the groups of other facets are in the order of theirs."""


def _topics(row: Row) -> tuple[str, ...]:
    return row.record.topics or ("",)


def _speakers(row: Row) -> tuple[str, ...]:
    return () if row.record.own_voice else (row.record.speaker,)


def _outlets(row: Row) -> tuple[str, ...]:
    return row.document.outlets


def _types(row: Row) -> tuple[str, ...]:
    return row.types


def _kinds(row: Row) -> tuple[str, ...]:
    return (row.record.kind,)


def _review(row: Row) -> tuple[str, ...]:
    """What an editor changed is reviewed, too, if somebody signed for it."""
    also = ("reviewed",) if row.record.reviewed else ()
    return tuple(dict.fromkeys((row.record.state, *also)))


KINDS = get_args(Kind)
"""In the order of their pages."""

FACETS = (
    Facet("topics", "topic", _topics, followed=True),
    Facet("speakers", "speaker", _speakers, followed=True),
    Facet("outlets", "outlet", _outlets, followed=True),
    Facet("types", "type of outlet", _types, aside=True),
    Facet("kinds", "kind of speech", _kinds, order=KINDS),
    Facet("review", "state of review", _review, aside=True, order=STATES),
)

FACET = {facet.name: facet for facet in FACETS}


@lru_cache(maxsize=4096)
def edtf(dated: Dated | None) -> Edtf | None:
    return parse_edtf(dated.edtf) if dated else None
