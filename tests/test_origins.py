"""Whose copy a document carries, and how a statement travelled: the table, and near-identical texts."""

from __future__ import annotations

import random
from datetime import date
from typing import get_args

import pytest

from site_builder.lexicon import Lexicon, Outlet
from site_builder.variants.origin import Carrier, How, copies, journey, origins, say_first, say_leg, say_way
from site_builder.variants.versions import Group, Variant, Version
from tests.cases import Case, each_case
from tests.language import ENGLISH

KNOWN = Lexicon(
    outlets=(
        Outlet(name="The Wire", type="news agency"),
        Outlet(name="The Post", aliases=("Evening Post",)),
        Outlet(name="The Mail"),
        Outlet(name="Daily Mirror"),
    )
)


def text(name: str, words: int = 240) -> str:
    """A text of its own for each letter; `A+` has most of A."""
    chance = random.Random(name[0])
    shared = [f"{name[0]}{chance.randrange(10_000)}" for _ in range(words)]
    return " ".join(
        [*shared[: words * 4 // 5], *(f"end{number}" for number in range(40))] if "+" in name else shared
    )


def carrier(line: str) -> Carrier:
    name, outlet, day, source, how, original, words = (part.strip() for part in line.split("|"))
    (known_how,) = (value for value in get_args(How) if value == how)
    return Carrier(
        document=name,
        outlet=outlet,
        agency=outlet == "The Wire",
        source=source,
        how=known_how,
        day=date.fromisoformat(day) if day else None,
        original=date.fromisoformat(original) if original else None,
        words=text(words),
    )


def group_of(carriers: list[Carrier]) -> Group:
    return Group(
        id="g-1",
        versions=tuple(
            Version(
                document=item.document,
                published=item.day,
                main=Variant(
                    statement=f"s-{item.document}", document=item.document, kind="direct",
                    first=0, last=0, whole=True, words="“The pier is closed.”",
                ),
            )
            for item in carriers
        ),
    )  # fmt: skip


def outcome(given: str) -> str:
    lines = given.split("\n")
    vias = {
        f"s-{name}": words
        for line in lines
        if line.startswith("via ")
        for name, words in [line.removeprefix("via ").split(": ")]
    }
    carriers = [carrier(line) for line in lines if not line.startswith("via ")]
    made = journey(
        group_of(carriers), {item.document: item for item in carriers}, origins(carriers), vias, KNOWN
    )
    first = f"first: {say_first(ENGLISH, made) or 'unknown'}{f' {made.first_day}' if made.first_day else ''}"
    return "\n".join([say_way(ENGLISH, made), first, *(say_leg(ENGLISH, leg) for leg in made.legs)])


@each_case("origins")
def test_origins(case: Case) -> None:
    assert outcome(case.given) == case.expected


def plain(name: str, words: str) -> Carrier:
    return Carrier(
        document=name, outlet=name, agency=False, source="", how="own", day=None, original=None, words=words
    )


@pytest.mark.parametrize(("kept", "copied"), [(100, True), (80, True), (60, True), (30, False), (0, False)])
def test_a_copy_has_most_of_the_text(kept: int, copied: bool) -> None:
    words = text("A", 400).split()
    other = [*words[: len(words) * kept // 100], *text("B", 400).split()[: len(words) * (100 - kept) // 100]]
    assert copies([plain("one", " ".join(words)), plain("two", " ".join(other))]) == (
        (("one", "two"),) if copied else ()
    )


def test_an_excerpt_is_a_copy() -> None:
    words = text("A", 900).split()
    assert copies([plain("one", " ".join(words)), plain("two", " ".join(words[300:500]))]) == (("one", "two"),)


def test_texts_without_runs_are_nobody_elses() -> None:
    assert copies([plain("one", "No pier."), plain("two", "No pier."), plain("three", "")]) == ()
