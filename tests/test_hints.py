"""Phrases found by one scan are those a regular expression finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.annotate.hints import find_phrases, phrases_in
from site_builder.annotate.timewords import any_of
from site_builder.model import Span

PHRASES = frozenset(("ab", "ab ab", "b", "b a", "a b c", "long ago"))


@given(st.text("abAB c_.é’İ\n", max_size=60), st.integers(0, 5), st.integers(0, 5))
def test_what_a_regular_expression_finds(text: str, before: int, behind: int) -> None:
    span = Span(min(before, len(text)), max(len(text) - behind, min(before, len(text))))
    passage = text[slice(*span)]
    found = [Span(*match.span()) for match in any_of(PHRASES).finditer(passage)]
    assert [
        Span(start - span.start, end - span.start) for start, end in find_phrases(text, span, PHRASES)
    ] == found


def test_phrases_stand_within_words_too() -> None:
    assert phrases_in("abba said so long ago", PHRASES) == {"ab", "b", "long ago"}
    assert phrases_in("", PHRASES) == set()
