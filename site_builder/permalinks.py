"""Where statements stand for good: each on a page of its own or, when they are many, with those whose ids
begin alike. On the page of its document each has its place, too, whatever its permanent one is.
"""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.archive import doubles
from site_builder.index import Index, Row

ON_A_PAGE = 16
"""Statements on a page that several share, about: by chance it may be twice as many."""
LETTERS = 3
"""That name such a page, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Permalinks:
    """`letters` of its id name the page of a statement; 0 when each has its own. `doubles` are document
    and id of each whose id an earlier document has, too: it stands with its document alone."""

    letters: int
    doubles: frozenset[tuple[str, str]]

    @property
    def digest(self) -> tuple[int, tuple[tuple[str, str], ...]]:
        """All that decides on a place beside the statement itself."""
        return self.letters, tuple(sorted(self.doubles))

    def has_page(self, row: Row) -> bool:
        """Whether it stands elsewhere than with its document. An outlet's own voice does not."""
        return not row.record.own_voice and (row.document.name, row.record.id) not in self.doubles

    def of(self, row: Row) -> str:
        if not self.has_page(row):
            return home(row)
        made = row.record.id
        shared = f"{made[2 : 2 + self.letters]}.html#{made}"
        return f"statements/{shared if self.letters else f'{made}.html'}"


def home(row: Row) -> str:
    """A statement on the page of its document."""
    return f"entries/{row.document.name}.html#{row.record.id}"


def make_permalinks(index: Index, limit: int) -> Permalinks:
    """Up to `limit` statements have a page each."""
    spoken = sum(not row.record.own_voice for row in index.rows)
    return Permalinks(
        letters=0 if spoken <= limit else _letters(spoken),
        doubles=frozenset((document.name, made) for document, made, _ in doubles(index.documents)),
    )


def _letters(statements: int) -> int:
    """Two letters of the 32 an id is made of name 1,024 pages, three 32,768."""
    return 2 if statements <= 32**2 * ON_A_PAGE else LETTERS
