"""Two versions word by word: the table, and what holds of any two texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model import Span
from site_builder.variants.excerpt import common_parts
from site_builder.variants.wording import compare_words, say_differences
from tests.cases import Case, each_case
from tests.language import ENGLISH
from tests.wording import first_version, second_version

MARKS = {"equal": "{}", "del": "[-{}-]", "ins": "{{+{}+}}"}
AROUND = {"del": "[={}=]", "ins": "{{={}=}}"}


def outcome(text: str) -> str:
    one, other, *frame = text.split("\n")
    runs = compare_words(one, other, *frame)
    marked = "".join((AROUND if run.around else MARKS)[run.sign].format(run.text) for run in runs)
    return f"{marked}\n{say_differences(ENGLISH, runs, 'The Post')}"


@each_case("wording")
def test_wording(case: Case) -> None:
    assert outcome(case.given) == case.expected


texts = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from("The the pier of was sold , . . . “ ” \n \t 31,248 don’t".split(" ")), max_size=20
    ).map(" ".join),
)


@given(texts, texts)
def test_either_version_comes_back_to_the_letter(one: str, other: str) -> None:
    runs = compare_words(one, other)
    assert first_version(runs) == one
    assert second_version(runs) == other
    assert all(run.text for run in runs)
    assert all((a.sign, a.around) != (b.sign, b.around) for a, b in pairwise(runs))
    assert all(run.sign != "equal" for run in runs if run.around)


@given(texts, texts)
def test_the_sentence_is_short_and_in_one_line(one: str, other: str) -> None:
    words = max((len(word) for text in (one, other) for word in text.split()), default=0)
    sentence = say_differences(ENGLISH, compare_words(one, other), "The Post")
    assert sentence.startswith("The Post ")
    assert sentence.endswith(".")
    assert len(sentence) <= 120 + 8 * 10 * (words + 1)


@given(texts)
def test_a_text_has_the_words_it_has(text: str) -> None:
    runs = compare_words(text, text)
    assert {run.sign for run in runs} <= {"equal"}
    assert say_differences(ENGLISH, runs, "The Post") == "The Post has the same words."


@pytest.mark.parametrize("none", ["", " "])
def test_of_a_version_without_a_sentence_both_are_whole(none: str) -> None:
    two = "One. Two is here."
    assert common_parts(none, two) == (Span(0, len(none)), Span(0, len(two)))
    assert common_parts(two, none) == (Span(0, len(two)), Span(0, len(none)))


@given(texts, texts)
def test_the_parts_in_common_are_the_same_whichever_comes_first(one: str, other: str) -> None:
    assert common_parts(one, other) == common_parts(other, one)[::-1]


def test_a_long_text_takes_no_longer_than_its_length_allows() -> None:
    one = " ".join(f"word{number % 97}" for number in range(20_000))
    other = " ".join(f"word{number % 89}" for number in range(20_000))
    runs = compare_words(one, other)
    assert (first_version(runs), second_version(runs)) == (one, other)
