"""Long lists of names: every one on one page, under its letter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import listings
from site_builder.build import build
from site_builder.paging import WEIGHT, by_name, by_period, cuts, initial, weight
from site_builder.views import Link
from tests.language import ENGLISH
from tests.pages import read_site
from tests.projects import copy_harbour, write_files

SLUGS = st.lists(st.from_regex(r"[a-c0-2]{1,3}", fullmatch=True), max_size=40)


@given(SLUGS, st.integers(1, 12))
def test_every_name_stands_on_one_page(slugs: Sequence[str], size: int) -> None:
    slugs = sorted(slugs, key=initial)
    first, *rest = by_name(ENGLISH, "speakers/index.html", slugs, size)
    assert (first.path, first.first, first.label) == ("speakers/index.html", True, "")
    pages = rest or [first]
    assert [n for part in pages for n in range(part.low, part.high)] == list(range(len(slugs)))
    assert all(part.high - part.low <= size for part in pages)
    periods = [tally.link.path for tally in first.periods]
    numbered = {link.path for part in rest if part.path in periods for link in part.numbers}
    assert {*periods, *numbered} == {part.path for part in rest}
    assert sum(tally.count for tally in first.periods) == (len(slugs) if rest else 0)
    assert all(len({initial(slug) for slug in slugs[part.low : part.high]}) == 1 for part in rest)


DAYS = st.lists(st.tuples(st.dates(date(2018, 1, 1), date(2019, 12, 31)), st.integers(1, 9)), max_size=40)


@given(DAYS, st.integers(1, 12))
def test_no_page_is_heavier_than_it_may_be_but_for_one_row(rows: Sequence[tuple[date, int]], size: int) -> None:
    days, weights = [[*column] for column in zip(*sorted(rows), strict=True)] or [[], []]
    first, *rest = by_period(ENGLISH, "a/b.html", days, size, weights=weights)
    pages = rest or [first]
    assert [n for part in pages for n in range(part.low, part.high)] == list(range(len(days)))
    assert all(
        part.high - part.low == 1 or sum(weights[part.low : part.high]) <= size for part in pages if days
    )
    assert first.high == len(days)


@pytest.mark.parametrize(
    ("numbers", "low"),
    [
        ((20, 5, 12), 25),  # the last day alone
        ((20, 5, 5), 20),  # two days, and not a part of the third
        ((20, 17), 25),  # a day that is too long is cut all the same
    ],
)
def test_the_newest_rows_are_those_of_whole_days(numbers: tuple[int, ...], low: int) -> None:
    days = [date(2019, 5, day) for day, number in enumerate(numbers, 1) for _ in range(number)]
    first, *_ = by_period(ENGLISH, "a/b.html", days, 15)
    assert (first.low, first.high) == (low, len(days))


@pytest.mark.parametrize(
    ("days", "begins"),
    [
        ((1, 1, 1, 2, 2, 2), [0, 3]),
        ((1, 2, 2, 2, 2, 2), [0, 4]),
        ((1, 1, 2, 2, 2, 2, 2), [0, 2, 6]),
        ((1, 1, 1, 1, 1, 2), [0, 4]),
    ],
)
def test_a_page_ends_with_a_day_where_that_leaves_it_half_full(
    days: tuple[int, ...], begins: list[int]
) -> None:
    assert cuts([1] * len(days), 4, [date(2019, 5, day) for day in days]) == begins


def test_long_words_count_as_more_rows() -> None:
    words = "a" * WEIGHT
    assert [weight(given) for given in ((), (words[1:],), (words, "b"), (words,) * 3)] == [1, 1, 2, 4]


def test_letters_and_their_pages() -> None:
    first, *rest = by_name(ENGLISH, "a/index.html", ["1", "a", "ab", "b"], 1)
    assert [(part.path, part.label) for part in rest] == [
        ("a/index/0-9.html", "0-9"),
        ("a/index/a.html", "A"),
        ("a/index/a/2.html", "A, page 2"),
        ("a/index/b.html", "B"),
    ]
    assert [(t.link.label, t.count) for t in first.periods] == [("0-9", 1), ("A", 2), ("B", 1)]
    pages = (Link("1", "a/index/a.html"), Link("2", "a/index/a/2.html"))
    assert [part.numbers for part in rest] == [(), pages, pages, ()]
    assert (rest[1].previous, rest[1].next) == (Link("0-9", rest[0].path), Link("A, page 2", rest[2].path))


def test_a_site_with_more_speakers_than_a_page_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every speaker is reached by the letters, and a second build finds nothing to do."""
    monkeypatch.setattr(listings, "INDEX", 3)
    root = copy_harbour(tmp_path / "archive")
    build(root, root / "site")
    pages = read_site(root / "site")
    index = [path for path in pages if path.startswith("speakers/index")]
    assert len(index) > 3
    listed = {
        a.attrib["href"].rpartition("/")[2]
        for path in index
        if "/index/" in path
        for main in pages[path].all("main")
        for a in main.iter("a")
    }
    speakers = {path.name for path in (root / "site" / "speakers").glob("*.html")} - {"index.html"}
    unnamed = "speaker-not-identified.html"
    assert listed == speakers - {unnamed}
    assert [a for a in pages["speakers/index.html"].all("a") if a.attrib["href"].endswith(unnamed)]
    assert build(root, root / "site").written == ()


def test_the_months_of_each_year_stand_in_a_line_of_their_own(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    days = ((2017, 3, 1), (2018, 4, 1), (2019, 4, 3), (2019, 5, 2), (2020, 1, 2), (2020, 2, 3))
    for year, month, number in days:
        for day in range(1, number + 1):
            words = f"HARBOUR CITY, {date(year, month, day):%B} {day}, {year} (Northern Wire) - "
            words += f'"Ferry {year % 100 * month * day} was late," Mayor Ann Lee said.'
            write_files(root, {f"seeds/{year}-{month}-{day}.txt": f"Ferry late\n\n{words}\n"})
    write_files(root, {"site.toml": "per_page = 3\n"})
    build(root, root / "site")
    lists = read_site(root / "site")["speakers/ann-lee.html"].one("main").iterfind(".//div[@class='run-in']/ul")
    assert [[" ".join("".join(li.itertext()).split()) for li in ul] for ul in lists] == [
        ["2017 1", "2018 1"],
        ["April 2019 3", "May 2019 2"],
        ["January 2020 2", "February 2020 3"],
    ]
