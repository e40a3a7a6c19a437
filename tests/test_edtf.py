"""Stored dates: their bounds, their words, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.edtf import doubted, format_interval, parse_edtf
from tests.cases import Case, each_case


def shown(text: str) -> str:
    try:
        found = parse_edtf(text)
    except ValueError as error:
        return f"error: {error}"
    return f"{found.first} {found.last} {found.in_words}"


def lines(given_: str) -> Iterator[str]:
    return map(shown, given_.split("\n"))


@each_case("edtf")
def test_bounds_and_words(case: Case) -> None:
    assert "\n".join(lines(case.given)) == case.expected


def test_nothing_is_no_date() -> None:
    with pytest.raises(ValueError, match=r"^expected an EDTF date \(.*\), found ''$"):
        parse_edtf("")


days = st.dates(date(1, 1, 2), date(9998, 12, 31))


@given(days, st.integers(0, 5000), st.sampled_from(["", "?", "~", "%"]))
def test_bounds_are_those_written(first: date, length: int, doubt: str) -> None:
    last = min(first + timedelta(days=length), date.max)
    found = parse_edtf(format_interval(first, last))
    assert (found.first, found.last, found.is_day) == (first, last, first == last)
    unsure = parse_edtf(first.isoformat() + doubt)
    assert (unsure.first, unsure.last) == (first, first)
    assert parse_edtf(f"{first.year:04}").first <= first <= parse_edtf(f"{first.year:04}-XX").last


DOUBTED = {
    "2016-12-13": "2016-12-13?", "2016-12-13~": "2016-12-13%", "2016-12-13?": "2016-12-13?",
    "2016-12-XX": "2016-12-XX?", "2016%": "2016%", "../2016-12-13": "../2016-12-13?",
    "2016-12-12/2016-12-13~": "2016-12-12?/2016-12-13%",
}  # fmt: skip


@pytest.mark.parametrize("text", DOUBTED)
def test_the_same_in_doubt(text: str) -> None:
    assert doubted(text) == DOUBTED[text]
    found, before = parse_edtf(doubted(text)), parse_edtf(text)
    assert (found.first, found.last) == (before.first, before.last)


@given(st.text("0123456789X?~%/-. ", max_size=24))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    if shown(text).startswith("error: expected "):
        return
    found = parse_edtf(text)
    assert (found.text, found.first <= found.last) == (text, True)
    assert found.in_words


def test_a_few_days_are_listed_under_the_last_of_them_and_a_week_is_not() -> None:
    texts = ("2024-05-12", "2024-05-11/2024-05-12", "2024-05-07/2024-05-12", "2024-05-06/2024-05-12", "2024-05")
    days = [date(2024, 5, 12), date(2024, 5, 12), date(2024, 5, 12), None, None]
    assert [parse_edtf(text).listed for text in texts] == days
    assert parse_edtf("../2024-05-12").listed == date(2024, 5, 12)
