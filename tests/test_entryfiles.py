"""What lies beside the entries: states that are read back as they were written, and entries under new names."""

from __future__ import annotations

import pytest

from site_builder.entryfiles import State, format_state, parse_state, renamed, under_new_name
from site_builder.memory import Base, Gone, Known, gone_ids
from site_builder.model import Span

KNOWN = Known((("speaker", "Ana Lind"), ("role", "")), ("One.", "Two."), (Span(0, 4), Span(5, 9)))
DOUBTFUL = Known((), ("One.",), (), "ab", (("Ana Lind", 2.5), ("Bo", 2.0)), (("role", ""), ("words", "Two.")))
FULL = State(
    seed="seeds/a.txt",
    output="cd",
    base=Base(
        front=(("title", "T"),),
        sections={"s-00000001": KNOWN, "s-00000002": DOUBTFUL},
        gone={"s-00000003": KNOWN},
        outline=("s-00000001", "# Later", "s-00000002"),
        suggested=(("place", "Karsk"),),
        own={"s-00000002": DOUBTFUL},
        lost=("s-00000001",),
        withdrawn={"s-00000004": KNOWN},
        merged={"s-00000005": "s-00000006", "s-00000006": "s-00000001"},
    ),
    names=("old-name", "older-name"),
)


@pytest.mark.parametrize("state", [FULL, State(seed="", output="", base=Base())])
def test_a_state_reads_back_as_it_was_written(state: State) -> None:
    assert parse_state(format_state(state).decode()) == state
    assert format_state(parse_state(format_state(state).decode())) == format_state(state)


def test_a_state_of_an_earlier_version_is_read() -> None:
    text = '{"seed": "a", "output": "b", "front": {}, "sections": {}, "gone": {}}'
    assert parse_state(text) == State(seed="a", output="b", base=Base())


@pytest.mark.parametrize("text", ["[]", "{}", "1", '{"seed": "a"}', '{"seed": "a", "output": "b", "front": 1}'])
def test_anything_else_is_no_state(text: str) -> None:
    with pytest.raises((KeyError, TypeError, AttributeError)):
        parse_state(text)


def test_what_was_taken_out_and_where_its_address_leads() -> None:
    assert gone_ids("e", FULL.base) == (
        Gone("s-00000003", "e", "deleted"),
        Gone("s-00000004", "e", "withdrawn"),
        Gone("s-00000005", "e", "merged", "s-00000001"),
        Gone("s-00000006", "e", "merged", "s-00000001"),
    )


RENAMES: dict[str, tuple[dict[str, str], dict[str, str], dict[str, str]]] = {
    # name → seed of the states, of the files; name → former name
    "nothing": ({"a": "1", "b": "2"}, {"a": "1", "b": "2"}, {}),
    "another name": ({"a": "1", "b": "2"}, {"c": "1", "b": "2"}, {"c": "a"}),
    "two that changed names at once": ({"a": "1", "b": "2"}, {"c": "2", "d": "1"}, {"c": "b", "d": "a"}),
    "a copy": ({"a": "1"}, {"a": "1", "c": "1"}, {}),
    "two files for one": ({"a": "1"}, {"c": "1", "d": "1"}, {"c": "a"}),
    "an entry of a person's own": ({"a": "1"}, {"c": "2"}, {}),
    "back to the former name": ({"c": "1"}, {"a": "1"}, {"a": "c"}),
}


@pytest.mark.parametrize("name", RENAMES)
def test_entries_under_new_names(name: str) -> None:
    states, entries, expected = RENAMES[name]
    assert renamed(states, entries) == expected


def test_former_names_are_kept() -> None:
    first = under_new_name(State(seed="1", output="", base=Base()), "a", "b")
    assert first.names == ("a",)
    assert under_new_name(first, "b", "c").names == ("a", "b")
    assert under_new_name(first, "b", "a").names == ("b",)
