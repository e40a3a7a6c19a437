"""The archive that comes with the generator: one briefing in the versions of two outlets, quote by quote."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.archive import Document
from site_builder.entries import parse_entry
from site_builder.lexicon import Lexicon
from site_builder.memory import Base
from site_builder.project import read_lexicon
from site_builder.records import document_of
from site_builder.variants.groups import Grouping, group
from site_builder.variants.origin import carriers_of, journey, origins, say_leg, say_way
from site_builder.variants.relations import find_relations
from site_builder.variants.said import Said, said_in
from site_builder.variants.versions import Group
from site_builder.variants.wording import compare_words, say_differences
from tests.language import ENGLISH
from tests.wording import first_version, second_version

BRIEFING = {
    "staged videos": (
        {"Staged videos showing 'Russian", 'Staged videos showing "Russia', "All the ‘movies’ showing"},
        {"Video clips of alleged", "All Western statements with"},
    ),
    "media that did not check": ({"The question remains why"}, {"It remains a big question"}),
    "requests for aid unanswered": (
        {
            "All of our requests",
            "Konashenkov also said that Western countries",
            "Western countries have provided no",
        },
        {"All our appeals", "Meanwhile, all Russia’s calls"},
    ),
    "silence and security threats": (
        {"According to Konashenkov, instead of"},
        {"According to Konashenkov, the international community"},
    ),
    "London, Paris, Berlin and Washington": (
        {"Although no one in London"},
        {"However, earlier, no-one in London"},
    ),
}
"""What both outlets have of the briefing: how each statement begins with each of them."""


@pytest.fixture(scope="module")
def documents(first_archive: Path) -> tuple[Document, ...]:
    found = []
    for path in sorted((first_archive / "content/entries").glob("*.md")):
        document, problems = document_of(
            parse_entry(path.read_text("utf-8"), path.name), path.name, None, Base()
        )
        assert problems == ()
        assert document is not None
        found.append(document)
    return tuple(found)


@pytest.fixture(scope="module")
def lexicon(first_archive: Path) -> Lexicon:
    return read_lexicon(first_archive, [])


@pytest.fixture(scope="module")
def statements(documents: tuple[Document, ...], lexicon: Lexicon) -> tuple[Said, ...]:
    return said_in(documents, lexicon)


@pytest.fixture(scope="module")
def groupings(statements: tuple[Said, ...]) -> tuple[Grouping, ...]:
    return group(statements)


def across(groupings: tuple[Grouping, ...]) -> list[Group]:
    return [made for grouping in groupings for made in grouping.groups if made.across]


def begins(words: str, beginnings: set[str]) -> str:
    plain = words.lstrip('"“‘').removeprefix("Defense Ministry: ")
    return next((beginning for beginning in beginnings if plain.startswith(beginning)), words)


def test_the_briefing_is_grouped_quote_by_quote_and_nothing_else_with_it(
    groupings: tuple[Grouping, ...],
) -> None:
    found = across(groupings)
    wanted = list(BRIEFING.values())
    assert len(found) == len(wanted)
    for tass, sputnik in wanted:
        every = tass | sputnik
        (made,) = [made for made in found if begins(made.variants[0].words, every) in every]
        both = [{begins(variant.words, every) for variant in version.variants} for version in made.versions]
        assert both == [tass, sputnik]


def test_one_statement_gives_each_of_its_sentences_to_its_own_group(groupings: tuple[Grouping, ...]) -> None:
    parts = [variant for made in across(groupings) for variant in made.variants if not variant.whole]
    homes: dict[str, list[tuple[int, int]]] = {}
    for variant in parts:
        homes.setdefault(variant.statement, []).append((variant.first, variant.last))
    assert sorted(sorted(places) for places in homes.values()) == [[(0, 0), (1, 1)], [(0, 0), (1, 2)]]


def test_nothing_is_in_doubt_or_kept_apart(groupings: tuple[Grouping, ...]) -> None:
    assert [link for grouping in groupings for link in grouping.unsure + grouping.apart] == []


def test_what_an_article_says_twice_is_restated(groupings: tuple[Grouping, ...]) -> None:
    """A headline or a paraphrase, and the quotation it stands for."""
    alone = [made for grouping in groupings for made in grouping.groups if not made.across]
    assert len(alone) >= 8
    for made in alone:
        (version,) = made.versions
        assert version.restated
        assert {version.main.kind, *(variant.kind for variant in version.restated)} & {"indirect", "mixed"}


def test_the_republished_text_is_the_agencys(
    documents: tuple[Document, ...], groupings: tuple[Grouping, ...], lexicon: Lexicon
) -> None:
    carriers = carriers_of(documents, lexicon)
    by_document = {carrier.document: carrier for carrier in carriers}
    known = origins(carriers)
    for made in across(groupings):
        way = journey(made, by_document, known, {}, lexicon)
        assert say_way(ENGLISH, way) == "2 outlets, 2 origins"
        assert way.origins == way.first == ("TASS", "Sputnik")
        assert [say_leg(ENGLISH, leg) for leg in way.legs] == [
            "TASS, 13 December 2016: its own report",
            "Global Research, 14 December 2016: republishes Sputnik, 1 day later",
        ]


def test_the_versions_differ_by_the_words_shown(groupings: tuple[Grouping, ...]) -> None:
    for made in across(groupings):
        one, other = (version.main.words for version in made.versions)
        runs = compare_words(one, other)
        assert (first_version(runs), second_version(runs)) == (one, other)
        assert say_differences(ENGLISH, runs, "Sputnik").startswith("Sputnik ")


def test_the_denial_of_the_accusation_is_found(statements: tuple[Said, ...]) -> None:
    (found,) = find_relations(statements, Lexicon(people=()))
    by_id = {said.id: said for said in statements}
    assert found.kind == "denies"
    assert by_id[found.source].speaker == "Russian Defense Ministry"
    assert by_id[found.target].words.startswith("Earlier, the Turkish Foreign Ministry accused Russia")


def test_the_denial_is_found_with_the_lexicon(statements: tuple[Said, ...], lexicon: Lexicon) -> None:
    assert [made.kind for made in find_relations(statements, lexicon)] == ["denies"]
