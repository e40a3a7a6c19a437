"""The gold standard is itself sound: its words stand in the seeds, its labels agree with the marks."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from site_builder.edtf import parse_edtf
from site_builder.lexicon import Outlet, Speaker
from site_builder.model import Span
from tests.first import SEEDS
from tests.gold import ROOT, GoldArticle, gold_documents, load_gold, locate

OPENING = re.compile(r"[\"“„«‘]|(?<!\w)'")


@pytest.fixture(scope="module", params=load_gold(), ids=lambda article: Path(article.document.seed).stem)
def article(request: pytest.FixtureRequest) -> GoldArticle:
    found = request.param
    assert isinstance(found, GoldArticle)
    return found


def test_every_seed_is_annotated() -> None:
    assert tuple(document["id"] for document in gold_documents()) == SEEDS


def test_no_two_statements_share_words(article: GoldArticle) -> None:
    spans = sorted(span for statement in article.statements for span in statement.spans)
    assert [(a, b) for a, b in pairwise(spans) if a.end > b.start] == []


def test_statements_are_in_the_order_of_the_text(article: GoldArticle) -> None:
    starts = [statement.spans[0].start for statement in article.statements]
    assert starts == sorted(starts)


def test_the_kind_agrees_with_the_marks(article: GoldArticle) -> None:
    for statement in article.statements:
        inside = any(OPENING.search(article.text, *span) for span in statement.spans)
        enclosed = all(OPENING.match(article.text, span.start - 1) for span in statement.spans)
        expected = "direct" if enclosed else "mixed" if inside else "indirect"
        words = [article.text[span.start : span.end] for span in statement.spans]
        assert (statement.kind, words) == (expected, words)


def test_the_words_begin_and_end_with_words(article: GoldArticle) -> None:
    for statement in article.statements:
        for start, end in statement.spans:
            words = article.text[start:end]
            assert re.fullmatch(r"(?s)[\w\"‘“].*[\w\"’”?!.)]", words)
            assert words == words.strip()


def test_titles_and_those_cited_stand_in_the_text(article: GoldArticle) -> None:
    wanted = [article.document.title, *(statement.citing or "" for statement in article.statements)]
    assert [words for words in wanted if words not in article.text] == []


def test_names_are_those_of_the_lexicon(article: GoldArticle) -> None:
    people = TypeAdapter(tuple[Speaker, ...]).validate_python(lexicon("people"))
    outlets = TypeAdapter(tuple[Outlet, ...]).validate_python(lexicon("outlets"))
    spoken = {statement.canonical for statement in article.statements}
    carriers = {article.document.outlet, article.document.republishes or article.document.outlet}
    assert spoken <= {speaker.name for speaker in people}
    assert carriers <= {outlet.name for outlet in outlets}


def lexicon(name: str) -> object:
    text = (ROOT / "content" / "lexicon" / f"{name}.yaml").read_text("utf-8")
    return yaml.load(text, yaml.BaseLoader)


def test_nobody_speaks_after_publication(article: GoldArticle) -> None:
    published = parse_edtf(article.document.published)
    assert published.is_day
    said = [parse_edtf(statement.said) for statement in article.statements if statement.said]
    assert [date.text for date in said if date.last > published.last] == []


def test_locate_gives_offsets_of_the_text_whatever_its_blanks() -> None:
    text = "He said\xa0 no. She said yes."
    she = [("{", Span(13, 16)), ("<", Span(17, 21)), ("[", Span(22, 25))]
    he = [("{", Span(0, 2)), ("[", Span(9, 11))]
    assert list(locate("{She} <said> [yes].", text)) == she
    assert list(locate("{He} said [no].", text)) == he


def test_locate_takes_the_occurrence_that_is_asked_for() -> None:
    assert locate("[yes]", "yes, yes", 2) == (("[", Span(5, 8)),)


@pytest.mark.parametrize(
    ("marked", "occurrence", "message"),
    [
        ("[maybe]", None, "expected the words once in the seed, found them 0 times: '[maybe]'"),
        ("[yes]", None, "expected the words once in the seed, found them 2 times: '[yes]'"),
        ("[yes]", 3, "expected the words once in the seed, found them 2 times: '[yes]'"),
        ("[yes", None, "expected marks in pairs, none inside another, found '[yes'"),
        ("[yes}", None, "expected marks in pairs, none inside another, found '[yes}'"),
    ],
)
def test_locate_refuses_what_is_not_exact(marked: str, occurrence: int | None, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        locate(marked, "yes, yes", occurrence)
