"""Statements: the words said, to the character, how they are reported, to whom, carried and backed by whom."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from site_builder.annotate.statements import find_statements
from site_builder.lexicon import Lexicon
from site_builder.model import Article, Statement
from tests.articles import article_of
from tests.cases import Case, each_case

words = st.sampled_from(
    """Ann Lee Lee’s Moss the spokesman minister ministry he she said says told reporters that accused denied
    of claims according to adding citing who and but while Monday on in “No,” "Yes," ‘maybe’ “ ” " ' . , : ; — ?
    bridge is was closed not""".split()
)
texts = st.lists(st.lists(words, max_size=25).map(" ".join), min_size=1, max_size=4).map("\n".join)


def shown(article: Article) -> Iterator[str]:
    for statement in find_statements(article, Lexicon()):
        yield " | ".join(
            (
                statement.kind,
                statement.speaker.text if statement.speaker else "nobody",
                " / ".join(article.text[slice(*span)] for span in statement.spans),
                *about(statement),
            )
        )


def about(statement: Statement) -> Iterator[str]:
    for name, found in (("to", statement.to), ("via", statement.via), ("citing", statement.citing)):
        if found is not None:
            yield f"{name} {found}"


@each_case("statements", "frames")
def test_statements(case: Case) -> None:
    assert "\n".join(shown(article_of(case.given))) == (case.expected or "")


def test_the_cue_is_the_verb_with_what_belongs_to_it() -> None:
    article = article_of(
        "Title\nLee has also told reporters that the pier is safe. According to Moss, it is not."
    )
    cues = [[cue.text for cue in found.cues] for found in find_statements(article, Lexicon())]
    assert cues == [["has also told reporters that"], ["According to"]]


def test_attitudes_are_found_only_where_asked_for() -> None:
    article = article_of(
        "Title\nLee believes the pier is safe. The union wants a bridge, and expects “a long winter”. "
        "She said she hopes it holds. Their hopes for help were thought dead."
    )
    plain = find_statements(article, Lexicon())
    asked = find_statements(article, Lexicon(), attitudes=True)
    words = [
        (found.kind, found.speaker.text if found.speaker else "", article.text[slice(*found.spans[0])])
        for found in asked
    ]
    assert [found.kind for found in plain] == ["indirect"]
    assert words == [
        ("attitude", "Lee", "the pier is safe"),
        ("attitude", "The union", "a bridge"),
        ("attitude", "The union", "“a long winter”"),
        ("indirect", "She", "she hopes it holds"),
    ]


def test_another_language_gives_quotations_by_their_marks_alone() -> None:
    article = article_of(
        "Brücke gesperrt\n„Wir haben die Brücke gesperrt“, sagte Anna Moor. Sie nennt sie „alt“.", "de"
    )
    (found,) = find_statements(article, Lexicon())
    assert (found.kind, found.speaker, found.canonical) == ("direct", None, None)
    assert [article.text[slice(*span)] for span in found.spans] == ["„Wir haben die Brücke gesperrt“"]


@given(texts)
def test_statements_are_in_order_and_share_no_word(text: str) -> None:
    statements = find_statements(article_of(text), Lexicon())
    spans = [span for statement in statements for span in statement.spans]
    edges = [edge for span in sorted(spans) for edge in span]
    assert edges == sorted(edges)
    assert all(start < end for start, end in spans)
    assert [found.spans[0].start for found in statements] == sorted(
        found.spans[0].start for found in statements
    )


@given(texts)
def test_mentions_and_cues_are_what_the_text_says_there(text: str) -> None:
    for found in find_statements(article_of(text), Lexicon()):
        mentions = [*found.cues, *([found.speaker] if found.speaker else [])]
        assert [text[slice(*mention.span)] for mention in mentions] == [mention.text for mention in mentions]
        assert all(words is None or words in text for words in (found.role, found.to, found.via, found.citing))
