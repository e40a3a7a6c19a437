"""Whether a role as written is at odds with those the archive knows, and the known ones in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from site_builder.annotate.english import ENGLISH
from site_builder.contradictions import contradicted
from site_builder.lexicon import Lexicon, Role, Speaker
from site_builder.roles import in_words
from tests.cases import Case, each_case


def body(name: str, *aliases: str) -> Speaker:
    return Speaker(name=name, kind="body", aliases=aliases)


def person(name: str, *roles: Role) -> Speaker:
    return Speaker(name=name, roles=roles)


PEOPLE = (
    body("Harbour Ministry", "Ministry of the Harbour", "Norvia's Harbour Ministry"),
    body("Ministry"),
    body("Transport Ministry"),
    body("Averland Harbour Ministry", "Harbour Ministry of Averland"),
    body("Dockers' Union"),
    body("Port Council"),
    body("The Post"),
    body("UN"),
    body("WHO"),
    person("Ana Lind", Role(role="spokeswoman", of="Harbour Ministry", since="2016-11", until="2021")),
    person(
        "Al Ort",
        Role(role="spokesman", of="Harbour Ministry", since="2011", until="2016-06"),
        Role(role="head", of="Dockers' Union", since="2017~"),
    ),
    person("Bo Hallam", Role(role="head", of="Dockers' Union")),
    person("Cy Orr", Role(role="envoy", of="UN"), Role(role="member", of="Port Council")),
    person("Di Moe", Role(role="mayor")),
    person("Ed Fox"),
    person("Flo Gray", Role(role="agent", of="Sea Bureau")),
    person("Guy Hart", Role(role="writer", of="The Post")),
    person("Hal Roe", Role(role="spokesman", of="Interior Ministry")),
    person("Ida Low", Role(role="mayor", of="Karstown")),
    person("Jan Orr", Role(role="Finance Minister", until="2017")),
    person("Kit Day", Role(role="mayor", of="Karstown", until="2017"), Role(role="leader", of="Hill Party")),
    person("Lea Park", Role(role="chief executive", of="Norlux")),
    person("Max Sand", Role(role="spokesman", of="Ministry of Defence of Norvia")),
)
KNOWN = Lexicon(people=PEOPLE)


def outcome(line: str, lexicon: Lexicon) -> str:
    speaker, _, role = line.partition(": ")
    role, _, said = role.partition(" @ ")
    return "; ".join(map(in_words, contradicted(role, speaker, lexicon, said or None, ENGLISH))) or "fits"


@each_case("roles")
def test_roles(case: Case) -> None:
    assert [outcome(line, KNOWN) for line in case.given.split("\n")] == case.expected.split("\n")


@each_case("roles")
def test_the_order_of_the_lexicon_does_not_matter(case: Case) -> None:
    backwards = replace(KNOWN, people=PEOPLE[::-1])
    assert [outcome(line, backwards) for line in case.given.split("\n")] == case.expected.split("\n")


@each_case("roles_alone")
def test_roles_where_the_archive_knows_no_bodies(case: Case) -> None:
    lexicon = Lexicon(people=tuple(speaker for speaker in PEOPLE if speaker.kind == "person"))
    assert [outcome(line, lexicon) for line in case.given.split("\n")] == case.expected.split("\n")


@each_case("roles")
def test_nothing_is_contradicted_where_nobody_is_known(case: Case) -> None:
    assert {outcome(line, Lexicon()) for line in case.given.split("\n")} == {"fits"}


def test_in_a_language_without_tables_the_bodies_of_the_archive_are_compared() -> None:
    compared = [contradicted(role, "Ana Lind", KNOWN, None, None) for role in ("Transport Ministry", "Army")]
    assert [len(roles) for roles in compared] == [1, 0]


IN_WORDS = {
    "spokesman": Role(role="spokesman"),
    "spokesman, Port Council": Role(role="spokesman", of="Port Council"),
    "spokesman, Port Council (2011–2017)": Role(
        role="spokesman", of="Port Council", since="2011-03-01", until="2017-01"
    ),
    "head (from 2014)": Role(role="head", since="2014~"),
    "head (until 2014)": Role(role="head", until="2014?"),
}


@pytest.mark.parametrize("words", IN_WORDS)
def test_a_role_in_words(words: str) -> None:
    assert in_words(IN_WORDS[words]) == words
