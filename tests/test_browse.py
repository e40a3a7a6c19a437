"""The files of the page with the filters: what they hold is what the pages show, and a change reaches few."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.browse import write_site
from site_builder.examine import examine
from site_builder.paging import periods
from site_builder.render import render
from site_builder.views import Column, ColumnsView, SiteView
from tests.language import ENGLISH
from tests.pages import HtmlPage, words_of
from tests.projects import tree

SITE = SiteView(
    **dict.fromkeys(("title", "description", "language", "base_url", "footer", "disclaimer", "stylesheet"), ""),
    nav=(),
    feed="",
    strings=ENGLISH,
)


def data(content: bytes) -> Any:
    """What a data file puts where the script finds it."""
    return json.loads(content.decode().split(" = ", 1)[1].rstrip().removesuffix(";"))


def test_sheets_hold_every_statement_as_the_pages_show_it(harbour: Path, pages: dict[str, HtmlPage]) -> None:
    columns, sheets = (tree(harbour / "site/browse" / name) for name in ("columns", "sheets"))
    sizes = {f"{name}.js": size for content in columns.values() for name, size in data(content)["sheets"]}
    cards = {name: data(content) for name, content in sheets.items()}
    assert {name: len(found) for name, found in cards.items()} == sizes
    again = examine(harbour).comparison.counted_as
    shown = {
        card
        for path, page in pages.items()
        if re.match(r"kinds/(?!index|own-voice)", path)
        for card in re.findall(r'<article class="statement\b.*?</article>', page.text, re.DOTALL)
        if not any(f'data-statement="{made}"' in card for made in again)
    }
    assert again
    assert sorted(card.strip() for found in cards.values() for card in found) == sorted(shown)


def test_plain_links_lead_to_what_the_filters_tell_apart(pages: dict[str, HtmlPage]) -> None:
    page = pages["browse/index.html"]
    (lists,) = page.all("nav", class_="lists")
    assert [words_of(item) for item in lists.iter("li")] == [
        *("Topics", "Speakers", "Outlets", "Types of outlet", "Kinds of speech", "States of review"),
        *("Dates", "Side by side", "Figures", "Feed of corrections"),
    ]
    (wire,) = (item for item in page.one("noscript").iter("li") if words_of(item).startswith("Channel Norvane"))
    assert re.sub(r"\d+", "N ", words_of(wire)) == "Channel NorvaneN public broadcaster; Norvane"


@pytest.mark.parametrize(("filtered", "facet"), [("type", "types"), ("review", "review"), ("kind", "kinds")])
def test_a_page_of_its_own_has_what_a_filter_finds(
    filtered: str, facet: str, harbour: Path, pages: dict[str, HtmlPage]
) -> None:
    found: Counter[str] = Counter()
    for content in tree(harbour / "site/browse/columns").values():
        column = data(content)["columns"][filtered]
        found.update(value for place in column["rows"] for value in column["values"][place])
    rows = [words_of(row) for row in pages[f"{facet}/index.html"].one("main").iter("li")]
    listed = (re.fullmatch(r"(\D+)(\d+).*", row) for row in rows if not row.startswith("Outlet’s own voice"))
    assert {row[1]: int(row[2]) for row in listed if row} == found
    assert len(found) >= 1


def test_columns_are_as_long_as_their_days(harbour: Path) -> None:
    for content in tree(harbour / "site/browse/columns").values():
        year = data(content)
        length = sum(size for _, size in year["days"])
        assert length == sum(size for _, size in year["sheets"])
        for name, column in year["columns"].items():
            assert (len(column["rows"]), {*column["rows"]}) == (length, {*range(len(column["values"]))}), name


def test_text_in_a_data_file_cannot_end_a_script_or_hide() -> None:
    words = "</script><!-- ' & \u2028 \u2029 \u202e \" \\ é"
    column = Column(name="topic", values=((words,),), rows=(0,))
    view = ColumnsView(path="p.js", days=(("", 1),), sheets=(("undated", 1),), columns=(column,))
    made = render("p.js", "columns.js", view, SITE).decode()
    assert re.findall("[<>&'\u2028\u2029\u202e]", made.split(" = ", 1)[1]) == []
    assert data(made.encode())["columns"]["topic"]["values"] == [[words.replace("\u202e", "[U+202E]")]]


@given(st.lists(st.none() | st.integers(0, 900), max_size=60), st.integers(1, 12))
def test_periods_hold_all_rows_in_their_order_and_none_is_too_long(days: list[int | None], size: int) -> None:
    dated = sorted(date(2019, 1, 1) + timedelta(day) for day in days if day is not None)
    rows = [*dated, *([None] * (len(days) - len(dated)))]
    found = list(periods(ENGLISH, rows, size))
    assert [row for _, _, low, high in found for row in range(low, high)] == [*range(len(rows))]
    assert all(0 < high - low <= size for _, _, low, high in found)
    assert len({name for _, name, _, _ in found}) == len(found)
    assert all(len({row and row.year for row in rows[low:high]}) == 1 for _, _, low, high in found)


def test_the_benchmark_writes_the_page_with_all_its_columns(tmp_path: Path) -> None:
    first = write_site(tmp_path, 600)
    columns = [data(path.read_bytes()) for path in first if path.parent.name == "columns"]
    assert sum(size for year in columns for _, size in year["days"]) == 600
    assert sum(path.stat().st_size for path in first) < 200_000
