"""Passages in quotation marks: found by the marks alone, outermost only, repaired where unbalanced."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from site_builder.annotate.quotes import find_quotes, unbalanced
from site_builder.model import Span
from tests.articles import article_of
from tests.cases import Case, each_case

SIGNS = {"marked": "", "continued": " …", "repaired": " !"}
texts = st.lists(st.text(st.sampled_from("ab. ,\"'“”‘’«»„`—("), max_size=30), max_size=4)


def spans_of(paragraphs: list[str]) -> list[Span]:
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 1
    return spans


@each_case("quotes")
def test_passages(case: Case) -> None:
    lines = []
    for quotes in find_quotes(case.given, spans_of(case.given.split("\n"))):
        lines += [case.given[slice(*quote.span)] + SIGNS[quote.closing] for quote in quotes] or ["-"]
    assert "\n".join(lines) == case.expected


@given(texts)
def test_passages_lie_in_their_paragraph_in_order(paragraphs: list[str]) -> None:
    spans = spans_of(paragraphs)
    found = find_quotes("\n".join(paragraphs), spans)
    assert len(found) == len(paragraphs)
    for paragraph, quotes in zip(spans, found, strict=True):
        edges = [paragraph.start, *(edge for quote in quotes for edge in quote.span), paragraph.end]
        assert edges == sorted(edges)
        assert all(quote.span.start < quote.span.end for quote in quotes)


@given(texts)
def test_only_a_paragraphs_last_passage_goes_on(paragraphs: list[str]) -> None:
    found = find_quotes("\n".join(paragraphs), spans_of(paragraphs))
    going_on = [[quote.closing == "continued" for quote in quotes] for quotes in found]
    assert not any(any(flags[:-1]) for flags in going_on)
    for here, after in pairwise([*going_on, []]):
        assert not (here and here[-1]) or after


def test_passages_with_a_mark_missing_are_told_but_for_furniture() -> None:
    lines = ["Pier closed", '"It is late, he said.', "Nobody left.", 'It is noon," he said.', '~ "More']
    text = "\n".join(lines)
    spans = unbalanced(text, article_of(text).blocks)
    assert [text[slice(*span)] for span in spans] == ['"It is late, he said.', 'It is noon,"']


@given(st.text(st.sampled_from("abc ,.?")))
def test_text_without_marks_has_no_passage(text: str) -> None:
    assert find_quotes(text, [Span(0, len(text))]) == ((),)
