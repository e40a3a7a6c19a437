"""People's decisions on groups: the file, its faults, and how they are said."""

from __future__ import annotations

from site_builder.errors import InputError
from site_builder.variants.decisions import Ruling, Rulings, joined, parse_decisions, unknown_ids
from tests.cases import Case, each_case

PATH = "lexicon/decisions.yaml"
KNOWN = [f"s-{letter * 8}" for letter in "abcde"]


def outcome(text: str) -> str:
    try:
        rulings, unknown = parse_decisions(text, PATH)
    except InputError as error:
        return str(error)
    said = [f"{ruling.line}: {' '.join(ruling.ids)} {ruling.in_words}" for ruling in rulings.rulings]
    return "\n".join([*said, *map(str, unknown), *map(str, unknown_ids(rulings, KNOWN, PATH))])


@each_case("decisions")
def test_decisions(case: Case) -> None:
    assert outcome(case.given) == case.expected


def test_lists_that_share_an_id_are_joined() -> None:
    assert joined([("a", "b"), ("d", "e", "f"), ("c", "b")]) == {
        "a": "a", "b": "a", "c": "a", "d": "d", "e": "d", "f": "d",
    }  # fmt: skip
    assert joined([]) == {}


def test_the_decisions_within_some_statements() -> None:
    three = Ruling(verdict="same", ids=("s-a", "s-b", "s-c"), by="A. Reader", line=3)
    other = Ruling(verdict="different", ids=("s-c", "s-d"))
    rulings = Rulings((other, three))
    assert rulings.within(["s-c", "s-a", "s-x"]) == Rulings(
        (Ruling(verdict="same", ids=("s-a", "s-c"), by="A. Reader"),)
    )
    assert rulings.within(["s-a", "s-d"]) == Rulings()
    assert rulings.within(["s-a", "s-b", "s-c", "s-d"]) == rulings
