"""Sentences: together they are the paragraph, and no quotation is cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.annotate.english import ENGLISH
from site_builder.annotate.quotes import find_quotes
from site_builder.annotate.sentences import sentence_ranges, sentences
from site_builder.annotate.tokens import tokenise
from site_builder.model import Span
from tests.cases import Case, each_case

texts = st.text(st.sampled_from("aB1 .,?!…\"“”‘’')(—"), max_size=80)


@each_case("sentences")
def test_sentences(case: Case) -> None:
    spans = sentences(case.given, Span(0, len(case.given)), ENGLISH)
    assert "\n".join(case.given[slice(*span)] for span in spans) == case.expected


@given(texts)
def test_only_blanks_lie_between_sentences(text: str) -> None:
    at = 0
    for start, end in (*sentences(text, Span(0, len(text)), ENGLISH), Span(len(text), len(text))):
        assert text[at:start].strip() == ""
        assert end >= start >= at
        at = end


@given(texts)
def test_no_sentence_ends_inside_a_quotation(text: str) -> None:
    span = Span(0, len(text))
    (quotes,) = find_quotes(text, [span])
    for sentence in sentences(text, span, ENGLISH):
        assert not any(quote.span.start < sentence.end < quote.span.end for quote in quotes)


@given(texts.map(str.strip))
def test_a_paragraph_of_one_sentence_is_seen_at_a_glance(text: str) -> None:
    """As the long way sees it, on which its tokens are looked at one by one."""
    (quotes,) = find_quotes(text, [Span(0, len(text))])
    tokens = tokenise(text, Span(0, len(text)), quotes, ENGLISH)
    ends = [tokens[end - 1].end for _, end in sentence_ranges(tokens, ENGLISH)]
    assert [span.end for span in sentences(text, Span(0, len(text)), ENGLISH)] == ends
