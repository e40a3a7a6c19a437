"""Where statements stand for good: each on a page of its own or, when they are many, with those whose ids
begin alike. On the page of its document each has its place, too, whatever its permanent one is; a long
document has several pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.archive import Document, Record, doubles
from site_builder.facets import Row
from site_builder.index import Index
from site_builder.paging import cuts, page_path, weight

ON_A_PAGE = 16
"""Statements on a page that several share, about: by chance it may be twice as many."""
LETTERS = 3
"""That name such a page, at most."""
OF_A_DOCUMENT = 36
"""Passages on a page of a document, as `paging.weight` counts them: it stays below 100 kB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Homes:
    """Where passages stand on the pages of their documents, and in the sources, which are cut alike."""

    begins: Mapping[str, tuple[int, ...]]
    """Document → the place among its items at which each of its pages begins; only where it has several."""
    numbers: Mapping[tuple[str, str], int]
    """Document and id of each passage beyond the first page → its page, counted from 0."""

    def pages(self, document: str) -> int:
        return len(self.begins.get(document, (0,)))

    def inside(self, document: Document, number: int) -> tuple[str | Record, ...]:
        """What stands on a page of it, counted from 0."""
        begins = (*self.begins.get(document.name, (0,)), len(document.items))
        return document.items[begins[number] : begins[number + 1]]

    def entry(self, document: str, made: str = "") -> str:
        """The page with this passage, or the first."""
        return page_path(f"entries/{document}.html", self.numbers.get((document, made), 0))

    def source(self, document: str, made: str = "") -> str:
        return page_path(f"sources/{document}.html", self.numbers.get((document, made), 0))

    def of(self, document: str, made: str) -> str:
        """A passage on the page of its document."""
        return f"{self.entry(document, made)}#{made}"


def make_homes(documents: Iterable[Document]) -> Homes:
    begins, numbers = {}, {}
    for document in documents:
        found = _begins(document)
        if len(found) > 1:
            begins[document.name] = found
            for number, (low, high) in enumerate(zip(found, (*found[1:], None), strict=True)):
                for item in document.items[low:high] if number else ():
                    if isinstance(item, Record):
                        numbers[document.name, item.id] = number
    return Homes(begins=begins, numbers=numbers)


def _begins(document: Document) -> tuple[int, ...]:
    """Where its pages begin: of much the same length, none with a heading as its last line."""
    items = document.items
    weights = [weight(item.passages) if isinstance(item, Record) else 1 for item in items]
    pages = -(-sum(weights) // OF_A_DOCUMENT)
    if pages < 2:
        return (0,)
    found = cuts(weights, -(-sum(weights) // pages))
    return tuple(
        begin - 1 if begin - 1 > before and isinstance(items[begin - 1], str) else begin
        for before, begin in zip((-1, *found), found, strict=False)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Permalinks:
    """`letters` of its id name the page of a statement; 0 when each has its own. `doubles` are document
    and id of each whose id an earlier document has, too: it stands with its document alone."""

    letters: int
    doubles: frozenset[tuple[str, str]]
    homes: Homes

    @property
    def digest(self) -> tuple[object, ...]:
        """All that decides on a place beside the statement itself and its document."""
        return self.letters, tuple((*double, self.homes.of(*double)) for double in sorted(self.doubles))

    def has_page(self, row: Row) -> bool:
        """Whether it stands elsewhere than with its document. An outlet's own voice does not."""
        return not row.record.own_voice and (row.document.name, row.record.id) not in self.doubles

    def of(self, row: Row) -> str:
        if not self.has_page(row):
            return self.home(row)
        made = row.record.id
        shared = f"{made[2 : 2 + self.letters]}.html#{made}"
        return f"statements/{shared if self.letters else f'{made}.html'}"

    def home(self, row: Row) -> str:
        """A statement on the page of its document."""
        return self.homes.of(row.document.name, row.record.id)

    def source(self, row: Row) -> str:
        """Its words in its source, "" when that is gone; the page alone where they may not be shown."""
        if not row.document.fingerprint:
            return ""
        page = self.homes.source(row.document.name, row.record.id)
        return f"{page}#{row.record.id}" if row.shown else page


def make_permalinks(index: Index, limit: int) -> Permalinks:
    """Up to `limit` statements have a page each."""
    spoken = sum(not row.record.own_voice for row in index.rows)
    return Permalinks(
        letters=0 if spoken <= limit else _letters(spoken),
        doubles=frozenset((document.name, made) for document, made, _ in doubles(index.documents)),
        homes=make_homes(index.documents),
    )


def _letters(statements: int) -> int:
    """Two letters of the 32 an id is made of name 1,024 pages, three 32,768."""
    return 2 if statements <= 32**2 * ON_A_PAGE else LETTERS
