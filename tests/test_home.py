"""Home: where the list of outlets stands, so that no column is left empty beside a long one."""

from __future__ import annotations

import pytest

from site_builder.home import shape
from site_builder.views import HomeShelf, Link, Shape, Tally

CASES: dict[str, tuple[tuple[int, int, int], Shape]] = {
    "many speakers, few topics, few outlets": ((12, 3, 3), "long"),
    "few speakers, many topics, few outlets": ((3, 12, 3), ""),
    "many of all": ((12, 12, 12), "both"),
    "one of all": ((1, 1, 1), "both"),
    "none but outlets": ((0, 0, 2), "both"),
}


def shelf(facet: str, rows: int) -> HomeShelf:
    tallies = tuple(Tally(Link(f"{facet} {number}", "x.html"), 1) for number in range(rows))
    return HomeShelf(facet=facet, label=facet, rows=tallies, more=None, apart=None, remark="")


@pytest.mark.parametrize("name", CASES)
def test_outlets_stand_where_they_leave_the_least_empty(name: str) -> None:
    numbers, wanted = CASES[name]
    facets = ("speakers", "topics", "outlets")
    assert shape([shelf(facet, rows) for facet, rows in zip(facets, numbers, strict=True)]) == wanted
