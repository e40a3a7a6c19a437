"""Speakers: whom a name, an office or a pronoun stands for, and when that stays open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_builder.annotate.english import ENGLISH
from site_builder.annotate.owners import Owners
from site_builder.annotate.statements import find_statements
from site_builder.lexicon import Lexicon, Role, Speaker
from site_builder.model import Article
from tests.articles import article_of
from tests.cases import Case, each_case

PEOPLE = (
    Speaker(
        name="Pavel Orlin",
        aliases=("Orlin", "P. Orlin"),
        titles=("Rear Admiral",),
        roles=(Role(role="spokesman", of="Norvian Harbour Ministry"),),
        country=("Norvian",),
        pronoun="he",
    ),
    Speaker(
        name="Norvian Harbour Ministry",
        kind="body",
        aliases=("Norvia's Harbour Ministry", "Harbour Ministry"),
    ),
    Speaker(name="Ana Lind-Berg", aliases=("Ana Lind",), pronoun="she"),
    Speaker(name="Ida Moss", titles=("Chief of the Pilots’ Board",)),
    Speaker(name="BSB", kind="body"),
    Speaker(name="Sarrian Ministry of Piers", kind="body", titles=("piers ministry", "the ministry")),
    Speaker(name="Pilots' Union", kind="body", aliases=("the pilots",), titles=("the union",)),
)


def shown(article: Article, lexicon: Lexicon) -> Iterator[str]:
    for found in find_statements(article, lexicon):
        mention = found.speaker.text if found.speaker else "nobody"
        yield f"{mention} → {found.canonical or '?'}" + (f" ({found.role})" if found.role else "")


@each_case("speakers")
def test_speakers(case: Case) -> None:
    assert "\n".join(shown(article_of(case.given), Lexicon())) == case.expected


@each_case("speakers_known")
def test_speakers_the_archive_knows(case: Case) -> None:
    assert "\n".join(shown(article_of(case.given), Lexicon(people=PEOPLE))) == case.expected


def test_the_same_article_gives_the_same_speakers_whatever_the_order_of_the_lexicon() -> None:
    text = "Title\nThe Norvian admiral said it was late. The Harbour Ministry denied it. “No,” Orlin said."
    lexicon = Lexicon(people=PEOPLE)
    backwards = replace(lexicon, people=PEOPLE[::-1])
    assert list(shown(article_of(text), lexicon)) == list(shown(article_of(text), backwards))


def test_a_language_may_have_several_words_for_whose_a_body_is() -> None:
    grammar = replace(ENGLISH.grammar, of=frozenset(("of", "o.")))
    text = "The Foreign Ministry o. Norland met on Monday. The Foreign Ministry met on Friday."
    owners = Owners(text, replace(ENGLISH, grammar=grammar))
    assert owners.in_full("Foreign Ministry", len(text), anywhere=False) == "Foreign Ministry o. Norland"
