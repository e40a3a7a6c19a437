"""Searchable finds collapsed words at their place in a text as it is; slugs are safe names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import Span
from site_builder.text import MAX_SLUG, Searchable, collapse, count_words, is_slug, plural, slug
from tests.cases import Case, each_case

letters = st.one_of(
    st.sampled_from("aab bc \n\t\xa0\u2003éé́e\u0301o\u0308\u0323Åﬁ한\u1112\u1161\u11ab“”.,"),
    st.characters(exclude_categories=["Cs"]),
)
texts = st.text(letters, max_size=60)


@given(texts, st.data())
def test_what_is_found_are_the_words_that_were_asked_for(text: str, data: st.DataObject) -> None:
    """Any run of a text's words is found, and every span found holds exactly those words."""
    words = text.split()
    if not words:
        assert Searchable(text).find(text) == ()
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    wanted = " ".join(words[first : last + 1])
    found = Searchable(text).find(wanted)
    assert found
    assert {collapse(text[start:end]) for start, end in found} == {collapse(wanted)}
    assert list(found) == sorted(set(found))


@given(texts, texts)
def test_words_are_found_exactly_where_they_stand(before: str, after: str) -> None:
    text = f"{before}\n ⟦Ana said\u2003no⟧ {after}"
    start = text.index("⟦")
    assert Searchable(text).find("⟦Ana  said\nno⟧") == (Span(start, start + 13),)


FOUND = [
    ("repeated words, each place", "no, no\n no", "no", [(0, 2), (4, 6), (8, 10)]),
    ("overlapping repeats", "ha ha ha", "ha ha", [(0, 5), (3, 8)]),
    ("blanks of any width and kind", "He\u2003said \t\n\xa0 yes.", "He said yes.", [(0, 16)]),
    ("a decomposed seed, composed words", "cafe\u0301 noir", "caf\xe9", [(0, 5)]),
    ("a composed seed, decomposed words", "caf\xe9 noir", "cafe\u0301", [(0, 4)]),
    ("marks in another order", "q\u0307\u0323 x", "q\u0323\u0307", [(0, 3)]),
    ("nothing in the middle of a letter and its mark", "cafe\u0301", "cafe", []),
    ("half a letter whose marks stand in another order", "q\u0307\u0323 x", "q", []),
    ("a mark without its letter", "q\u0307\u0323 x", "\u0323", []),
    ("other words", "He said yes.", "He said no.", []),
    ("case counts", "He said", "he said", []),
    ("no words at all", "He said", " \n", []),
    ("an empty text", "", "a", []),
    ("up to the end, without the blanks after it", "a b  \n", "b", [(2, 3)]),
]


@pytest.mark.parametrize(("text", "words", "places"), [f[1:] for f in FOUND], ids=[f[0] for f in FOUND])
def test_find(text: str, words: str, places: list[tuple[int, int]]) -> None:
    assert Searchable(text).find(words) == tuple(Span(*place) for place in places)


def test_a_megabyte_of_one_letter_is_searched_once_through() -> None:
    text = "a" * 1_000_000 + " b"
    assert Searchable(text).find("a b") == (Span(999_999, 1_000_002),)


@each_case("slugs")
def test_slug(case: Case) -> None:
    assert slug(case.given) == case.expected
    assert is_slug(case.expected)


@given(st.text(max_size=300))
def test_every_text_has_a_slug_that_is_a_safe_file_name(text: str) -> None:
    made = slug(text)
    assert is_slug(made)
    assert len(made) <= MAX_SLUG
    assert made == slug(text)


NO_SLUGS = ("", "A", "a_b", "a--b", "-a", "a-", "a/b", "..", "a.html", "é", "a" * 81, "a\n")


def test_what_is_no_slug() -> None:
    assert [name for name in NO_SLUGS if is_slug(name)] == []


@given(st.text(max_size=80))
def test_collapsing_twice_changes_nothing(text: str) -> None:
    once = collapse(text)
    assert collapse(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_counting() -> None:
    assert count_words("Don’t count the dock-workers’ 2,500 crowns – twice!") == 8
    assert [plural(0, "entry", "entries"), plural(1, "word"), plural(2000, "word")] == [
        "0 entries", "1 word", "2,000 words",
    ]  # fmt: skip
