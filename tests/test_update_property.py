"""Through any number of builds, edits and changes of the seed: no line a person wrote and no id is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.entries import NEW, parse_entry
from site_builder.memory import Base, as_plain, from_plain, gone_ids
from site_builder.update import Updated, bring_up
from tests.test_merge_property import (
    LEXICON,
    PATH,
    Machine,
    article_of,
    credited,
    facts,
    paragraphs,
    parts_of,
    said,
)

MARK = "by hand"
"""In every line a person writes here."""


@st.composite
def machines(draw: st.DrawFn) -> list[Machine]:
    """What the machine says build after build: its rules change, and sometimes the seed."""
    text = draw(paragraphs)
    result = []
    for _ in range(draw(st.integers(2, 4))):
        change = draw(st.sampled_from(["none", "mend", "double", "cut", "turn"]))
        at = draw(st.integers(0, len(text) - 1))
        if change == "mend":
            text = [*text[:at], [text[at][0].replace("rose", "sank"), *text[at][1:]], *text[at + 1 :]]
        elif change == "double":
            text = [*text[:at], text[at], *text[at:]]
        elif change == "cut" and len(text) > 1:
            text = [*text[:at], *text[at + 1 :]]
        elif change == "turn":
            text = [*text[at:], *text[:at]]
        result.append(credited(article_of(text, draw(facts)), draw(said)))
    return result


def build(text: str, base: Base, edited: bool, machine: Machine) -> Updated:
    entry = parse_entry(text, PATH) if text else None
    return bring_up(PATH, text, entry, base, edited, machine.article, machine.annotation, LEXICON)


@st.composite
def worked_on(draw: st.DrawFn, text: str, number: int) -> str:
    """The file after a person wrote something into it, or took a statement out."""
    parts = list(parts_of(parse_entry(text, PATH)))
    lines = text.split("\n")
    what = draw(st.sampled_from(["nothing", "value", "note", "heading", "delete", "new"]))
    ids = [part.key for part in parts if part.kind == "id"]
    if not ids or what == "nothing":
        return text
    made = draw(st.sampled_from(ids))
    at = lines.index(f"### {made}")
    end = next((n for n in range(at + 1, len(lines)) if lines[n].startswith(("### ", "## "))), len(lines))
    if what == "value" and (places := [n for n in range(at, end) if lines[n].startswith("- speaker:")]):
        lines[places[0]] = f"- speaker: {MARK} {number}"
    elif what == "note":
        lines[end:end] = ["", f"{MARK} {number}", ""]
    elif what == "heading":
        lines[at:at] = [f"## {MARK} {number}", ""]
    elif what == "delete" and not any(MARK in line for line in lines[at:end]):
        del lines[at:end]
    elif what == "new" and (quoted := [line for line in lines[at:end] if line.startswith("> ")]):
        lines[end:end] = ["", f"### {NEW}", f"- kind: mixed\n- x-number: {MARK} {number}", quoted[0], ""]
    return "\n".join(lines)


@given(st.data())
@settings(max_examples=60)
def test_no_line_of_a_person_and_no_id_is_ever_lost(data: st.DataObject) -> None:
    text, last, base, ids = "", "", Base(), set[str]()
    for number, machine in enumerate(data.draw(machines())):
        done = build(text, base, text != last, machine)
        assert build(done.text, done.base, done.text != last and text != last, machine).text == done.text
        mine = [line for line in text.split("\n") if MARK in line]
        assert sorted(line for line in done.text.split("\n") if MARK in line) == sorted(mine)
        there = {section.id for section in done.entry.sections} - {NEW}
        gone = {item.id: item for item in gone_ids("e", done.base)}
        ids |= there
        assert ids <= there | gone.keys()
        assert there.isdisjoint(gone)
        assert {item.target for item in gone.values()} <= {""} | ids
        assert from_plain(as_plain(done.base)) == done.base
        edited = text != last
        last = last if edited else done.text
        base = done.base
        text = data.draw(worked_on(done.text, number))
