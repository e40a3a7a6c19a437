"""The review queue: what the machine was unsure of is asked once, at its line, until a person settles it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.archive import Document
from site_builder.entries import parse_entry
from site_builder.lexicon import Lexicon, Role, Speaker, Topic
from site_builder.memory import Base, Fields, Known
from site_builder.model import Article, Span
from site_builder.records import document_of
from site_builder.review import (
    MACHINE_OWNED,
    as_jsonl,
    as_markdown,
    as_text,
    counts,
    in_order,
    review_items,
)
from site_builder.standing import say_standing
from tests.articles import article_of
from tests.language import ENGLISH
from tests.projects import BRIDGE, command, entry_file, write_files

PATH = "content/entries/e.md"
SEED = "T\n\nOne. Two. Three. Four. Five. Six."
FRONT = """\
---
entry: e
outlet: The Wire
published: 2019-05-14
seed: seeds/a.txt
---

# The <bridge>

"""
LEXICON = Lexicon(
    topics=(Topic(name="Bridges", terms=("bridge",)),),
    people=(
        Speaker(name="Ana Lind", kind="person", roles=(Role(role="mayor", of="Town Council"),)),
        Speaker(name="Town Council", kind="body"),
        Speaker(name="Harbour Office", kind="body"),
    ),
)


def statement(words: str, *fields: str) -> str:
    given = {field.split(":")[0] for field in fields}
    usual = ("speaker: Bo Hallam", "kind: direct", "topics: bridges", "said: 2019-05-14")
    all_fields = (*fields, *(field for field in usual if field.split(":")[0] not in given))
    lines = "".join(f"- {field}\n" for field in all_fields)
    return f"### s-00000001\n\n{lines}\n> {words}\n"


def read(text: str, base: Base, article: Article | None = None) -> Document:
    front = "" if text.startswith("---") else FRONT
    document, problems = document_of(parse_entry(front + text, PATH), PATH, article or article_of(SEED), base)
    assert document is not None
    assert [str(problem) for problem in problems if problem.level == "error"] == []
    return document


def remembered(*fields: str, candidates: tuple[tuple[str, float], ...] = (), suggested: Fields = ()) -> Base:
    """What the machine said last: these values, and whatever else is remembered of the statement."""
    given = tuple((key, value.strip()) for key, _, value in (field.partition(":") for field in fields))
    known = Known(given, ("One.",), (Span(3, 7),), "", candidates, suggested)
    return Base(front=(("sha256", "0"),), sections={"s-00000001": known})


CLOSE = (("Bo Hallam", 2.0), ("Ana Lind", 1.25))
UNNAMED = "speaker: Speaker not identified"
USUAL = ("speaker: Bo Hallam", "kind: direct", "topics: bridges", "said: 2019-05-14")
CASES: dict[str, tuple[str, Base, str]] = {
    "nothing to ask": (statement("One."), remembered(*USUAL), ""),
    "nobody is credited": (
        statement("One.", UNNAMED),
        remembered(UNNAMED, *USUAL[1:]),
        "speaker: who says this? One.",
    ),
    "a pronoun nobody could settle": (
        statement("One.", UNNAMED),
        remembered(UNNAMED, *USUAL[1:], candidates=CLOSE),
        "speaker: who says this (weighed: Bo Hallam (2.0), Ana Lind (1.2))? One.",
    ),
    "a pronoun settled by a small lead": (
        statement("One."),
        remembered(*USUAL, candidates=CLOSE),
        "pronoun: given to Bo Hallam, by a small lead: Bo Hallam (2.0), Ana Lind (1.2); One.",
    ),
    "a role of another body": (
        statement("One.", "speaker: Ana Lind", "role: Harbour Office mayor"),
        remembered("speaker: Ana Lind", "role: Harbour Office mayor", *USUAL[1:]),
        "role: Ana Lind as 'Harbour Office mayor', known as mayor, Town Council",
    ),
    "a role of another speaker": (
        statement("One.", "speaker: Ana Lind", "role: owner"),
        remembered("role: owner", *USUAL),
        "role: 'owner' was found for Bo Hallam, and is not shown of Ana Lind",
    ),
    "a statement cut shorter": (
        statement("One. Two.").replace("One. Two.", "One."),
        Base(
            front=(("sha256", "0"),),
            sections={
                "s-00000001": replace(
                    remembered(*USUAL).sections["s-00000001"], words=("One. Two. Three.",), spans=(Span(3, 19),)
                )
            },
        ),
        "left: in no passage since this one was cut anew: Two. Three.",
    ),
    "a body of many places": (
        statement("One.", "speaker: Foreign Ministry"),
        remembered("speaker: Foreign Ministry", *USUAL[1:]),
        "general: whose Foreign Ministry is it? One.",
    ),
    "a body of one place": (
        statement("One.", "speaker: Norvian Ministry of Health"),
        remembered("speaker: Norvian Ministry of Health", *USUAL[1:]),
        "",
    ),
    "a body that the archive knows": (
        statement("One.", "speaker: Town Council"),
        remembered("speaker: Town Council", *USUAL[1:]),
        "",
    ),
    "a month": (
        statement("One.", "said: 2019-05", "said-from: in May"),
        remembered(*USUAL, "said: 2019-05", "said-from: in May"),
        "date: `said:` 2019-05: in May",
    ),
    "no topic": (
        statement("One.", "topics:").replace("- topics:\n", ""),
        remembered(*USUAL[:2], USUAL[3]),
        "topic: One.",
    ),
    "another value": (
        statement("One.", "role: mayor"),
        remembered("role: owner", *USUAL, suggested=(("role", "head"), ("words", "One. Two."))),
        "suggestion: for `role:` the machine now says 'head'\n"
        "suggestion: for the words the machine now says 'One. Two.'",
    ),
    "words of an earlier seed": (
        statement("Nine."),
        Base(
            front=(("sha256", "1"),),
            sections=remembered(*USUAL).sections,
            own={"s-00000001": Known((), ("Nine.",), (Span(3, 8),), sha256="0")},
        ),
        "orphaned: its words stood in the source before that changed: Nine.",
    ),
}


WALL = "T\n\nThe wall had “we never cut the air” on it. The Wire was there, Ana Lind said. It rained."
VOICES = {
    "The wall had “we never cut the air” on it.": "“we never cut the air” in: ",
    "The Wire was there, Ana Lind said.": "Ana Lind said in: ",
    "It rained.": "",
}


@pytest.mark.parametrize("words", VOICES)
def test_own_voice_that_holds_words_of_somebody(words: str) -> None:
    fields = ("speaker: The Wire", "kind: own-voice")
    wanted = [VOICES[words] + words] if VOICES[words] else []
    assert voices(statement(words, *fields), *fields) == wanted
    foreign = FRONT.replace("entry: e\n", "entry: e\nlang: de\n") + statement(words, *fields)
    assert voices(foreign, *fields) == [message for message in wanted if message[0] == "“"]


GOING_ON = {
    "It was built without steel.": True,
    "Two houses had been washed away.": True,
    "The bridge is of stone.": False,
    "Boats lay at the quay.": False,
}


@pytest.mark.parametrize("words", GOING_ON)
def test_own_voice_that_may_go_on_with_words_of_somebody(words: str) -> None:
    said = "The bridge was old, Lind said."
    spoken, own = statement(said, "kind: indirect"), statement(words, "speaker: The Wire", "kind: own-voice")
    text = spoken + own.replace("s-00000001", "s-00000002")
    asked = [f"may still be what Bo Hallam says: {words}"] if GOING_ON[words] else []
    for gap, wanted in ((" ", asked), ("\n\n", [])):
        items = review_items([read(text, Base(), article_of(f"T\n\n{said}{gap}{words}"))], {}, LEXICON)
        assert [item.message for item in items if item.doubt == "voice"] == wanted


def voices(text: str, *fields: str) -> list[str]:
    base = remembered(*fields)
    items = review_items([read(text, base, article_of(WALL))], {"e": base}, Lexicon())
    return [item.message for item in items if item.doubt == "voice"]


def asked(text: str, base: Base) -> str:
    items = review_items([read(text, base)], {"e": base}, LEXICON)
    assert {item.line for item in items} <= {10}
    return "\n".join(f"{item.doubt}: {item.message}" for item in items)


@pytest.mark.parametrize("name", CASES)
def test_what_is_asked(name: str) -> None:
    text, base, expected = CASES[name]
    assert asked(text, base) == expected


SETTLED = {
    "nobody is credited": ("Speaker not identified", "Dana Roe"),
    "a pronoun nobody could settle": ("Speaker not identified", "Dana Roe"),
    "a pronoun settled by a small lead": ("speaker: Bo Hallam", "speaker: Ana Lind"),
    "a role of another body": ("role: Harbour Office mayor", "role: the Harbour Office's mayor"),
    "a month": ("said: 2019-05", "said: 2019-05/2019-06"),
    "no topic": ("- kind: direct", "- kind: direct\n- topics:"),
}


@pytest.mark.parametrize("name", SETTLED)
def test_a_value_a_person_wrote_settles_it(name: str) -> None:
    text, base, _ = CASES[name]
    assert asked(text.replace(*SETTLED[name]), base) == ""


@pytest.mark.parametrize("name", [name for name in CASES if name != "words of an earlier seed"])
def test_a_review_settles_everything_but_words_that_are_gone(name: str) -> None:
    text, base, _ = CASES[name]
    assert asked(text.replace("- kind", "- reviewed: Dana Roe 2026-05-03\n- kind"), base) == ""


def test_what_is_asked_of_a_whole_document() -> None:
    dated = (("published", "2019-05"), ("published-from", "in May"))
    base = Base(front=dated, suggested=(("place", "Karsk"),))
    text = FRONT.replace("2019-05-14", "2019-05\npublished-from: in May")
    article = article_of('T\n\nOne.\n\nShe said: "We have counted')
    items = review_items([read(text, base, article)], {"e": base}, LEXICON)
    assert [(item.doubt, item.line, item.message) for item in items] == [
        ("suggestion", 1, "`place:` None; the machine now says 'Karsk'"),
        ("date", 1, "`published:` 2019-05: in May"),
        ("marks", 1, f'{article.origin.path}:5: "We have counted'),
    ]
    by_hand = text.replace("2019-05\n", "2019-06\n")
    assert "date" not in {item.doubt for item in review_items([read(by_hand, base)], {"e": base}, LEXICON)}
    reviewed = text.replace("seed:", "reviewed: Dana Roe 2026-05-03\nseed:")
    assert review_items([read(reviewed, base, article)], {"e": base}, LEXICON) == ()


def undated(front: str, *sections: str) -> list[str]:
    text = "\n".join(section.replace("00001", f"0000{at}") for at, section in enumerate(sections, 1))
    fields = tuple(("said", "2019-05-14") for _ in sections)
    base = Base(sections={f"s-0000000{at}": Known((field,), (), ()) for at, field in enumerate(fields, 1)})
    items = review_items([read(front + text, base)], {"e": base}, LEXICON)
    return [item.message for item in items if item.doubt == "undated"]


def test_statements_without_a_day_are_asked_about_once_a_document() -> None:
    none, given = statement("One.").replace("- said: 2019-05-14\n", ""), statement("Two.")
    reviewed = none.replace("- kind", "- reviewed: Dana Roe 2026-05-03\n- kind")
    voice, settled = none.replace("kind: direct", "kind: own-voice"), none.replace("- kind", "- said:\n- kind")
    assert undated(FRONT, none, given, reviewed, voice, settled) == [
        "1 statement, listed as of the day of publication: line 10"
    ]
    assert undated(FRONT, given, none, none) == [
        "2 statements, listed as of the day of publication: lines 19, 27"
    ]
    assert undated(FRONT.replace("2019-05-14", "2019-05"), none) == [
        "1 statement, listed under no day: line 10"
    ]
    assert undated(FRONT.replace("seed:", "reviewed: Dana Roe 2026-05-03\nseed:"), none) == []


STANDINGS = {
    ("One.", ""): "Extracted by rule, not reviewed",
    ("One.", "- reviewed: Dana Roe 2026-05-03\n"): "Reviewed by Dana Roe on 3 May 2026",
    ("One. Two.", ""): "Corrected by an editor: words",
    ("One.", "- denies: s-00000009\n"): "Set by an editor: what it denies",
    ("One.", "- denies: s-00000009\n- role: mayor\n"): "Corrected by an editor: what it denies and role",
    (
        "One. Two.",
        "- reviewed: Dana Roe 2026-05-03\n",
    ): "Corrected by an editor: words; reviewed by Dana Roe on 3 May 2026",
    ("Nine.", ""): "Corrected by an editor: words; its source has since changed",
}


@pytest.mark.parametrize("words", STANDINGS)
def test_who_stands_behind_a_statement(words: tuple[str, str]) -> None:
    base = CASES["words of an earlier seed"][1]
    text = statement(words[0]).replace("- kind", f"{words[1]}- kind")
    (record,) = read(text, base).records
    assert say_standing(ENGLISH, record) == STANDINGS[words]


def test_the_three_forms() -> None:
    text, base, _ = CASES["nobody is credited"]
    items = review_items([read(text, base)], {"e": base}, LEXICON)
    count = "1 thing to review in 1 document: 1 speaker not identified."
    todo = "write the name after `speaker:`, or add `- reviewed: NAME DATE` if nobody can tell"
    assert as_text(items) == (
        f"{count}\n\nThe <bridge> ({PATH})\n  {PATH}:10: speaker not identified: who says this? One.\n"
        f"    To do: {todo}.\n"
    )
    assert as_markdown(items) == (
        f"{MACHINE_OWNED}\n\n# To review\n\n{count}\n\n## [The \\<bridge>](entries/e.md)\n\n"
        f"**Speakers not identified**: {todo}.\n\n- [line 10](entries/e.md#s-00000001): who says this? One.\n"
    )
    assert json.loads(as_jsonl(items)) == {
        "path": PATH, "line": 10, "id": "s-00000001", "entry": "e", "doubt": "speaker",
        "message": "who says this? One.", "todo": todo,
    }  # fmt: skip
    assert (counts(()), as_jsonl(())) == ("Nothing to review.", "")


def test_statements_without_a_topic_are_counted_together() -> None:
    (text, base, _), (other, other_base, _) = CASES["nobody is credited"], CASES["no topic"]
    items = in_order(
        item for given, known in ((text, base), (other, other_base))
        for item in review_items([read(given, known)], {"e": known}, LEXICON)
    )  # fmt: skip
    count = "2 things to review in 1 document: 1 speaker not identified, 1 statement without a topic."
    todo = "add a term to content/lexicon/topics.yaml, write `topics:` yourself, or leave it empty for none"
    assert as_text(items).splitlines()[0] == count
    assert as_text(items).splitlines()[-3:] == [
        "",
        "1 statement without a topic in 1 document; `site-builder topics` lists them",
        f"    To do: {todo}.",
    ]
    assert as_markdown(items).splitlines()[-5:] == [
        "## Statements without a topic", "", f"{todo}.", "", "- [The \\<bridge>](entries/e.md): 1"
    ]  # fmt: skip
    assert len(as_jsonl(items).splitlines()) == 2


def test_the_command(tmp_path: Path) -> None:
    seed = BRIDGE.replace("Lind told", "a clerk told")
    root = write_files(tmp_path, {"seeds/bridge.txt": seed})
    command("build", "--project", root)
    done = command("review", "--project", root)
    assert (done.code, done.err) == (0, ())
    count = "2 things to review in 1 document: 1 speaker not identified, 1 date left open.\n"
    assert done.out.startswith(count)
    assert "`said:` of 1 statement 2019-05-14?: no day given · the only day of speaking" in done.out
    first = command("review", "--project", root, "--write")
    file = root / "content" / "review.md"
    before = file.read_bytes()
    assert first.out == f"content/review.md: {count}"
    assert before.decode() == command("review", "--project", root, "--format", "markdown").out
    command("build", "--project", root)
    command("review", "--project", root, "--write")
    assert file.read_bytes() == before
    path = entry_file(root, "a clerk told")
    text = path.read_text("utf-8")
    settled = "Cy Reed\n- reviewed: Dana Roe 2026-05-03"
    path.write_text(re.sub("Speaker not identified", settled, text), "utf-8")
    assert command("review", "--project", root).out == "Nothing to review.\n"


# Words that follow their seed


def id_of(entry: Path, words: str) -> str:
    parts = re.split(r"(?m)^### ", entry.read_text("utf-8"))
    return next(part[:10] for part in parts if words in part)


def reworded(root: Path) -> list[tuple[str, str]]:
    lines = command("review", "--project", root, "--format", "jsonl").out.splitlines()
    items = [json.loads(line) for line in lines]
    return [(item["id"], item["message"]) for item in items if item["doubt"] == "reworded"]


@pytest.mark.parametrize("note", ["", "A note of mine."], ids=["untouched", "with a note"])
def test_words_that_follow_a_seed_are_said_by_the_build_and_asked_about(note: str, tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/bridge.txt": BRIDGE})
    command("build", "--project", root)
    entry = entry_file(root, "seed: seeds/bridge.txt")
    made, other = id_of(entry, "every bolt"), id_of(entry, "was closed in April")
    if note:
        entry.write_text(entry.read_text("utf-8").replace('twice."\n', f'twice."\n\n{note}\n'), "utf-8")
    assert "has changed" not in command("build", "--project", root).out
    write_files(root, {"seeds/bridge.txt": BRIDGE.replace("bolt twice", "bolt thrice").replace("April", "May")})
    path = f"content/entries/{entry.name}"
    line = f"{path}: seeds/bridge.txt has changed, and with it the words of 2 statements: {made}, {other}"
    assert line in command("build", "--project", root).out.splitlines()
    assert "has changed" not in command("build", "--project", root).out
    found = [
        (made, '"We have counted … counted every bolt [-twice."-] {+thrice."+}'),
        (other, "The bridge was closed in [-April.-] {+May.+}"),
    ]
    assert reworded(root) == found
    text = entry.read_text("utf-8")
    entry.write_text(text.replace(f"### {made}\n\n", f"### {made}\n\n- reviewed: Ann 2019-06-01\n"), "utf-8")
    for _ in range(2):
        assert reworded(root) == found[1:]
        command("build", "--project", root)


def test_words_that_are_those_of_before_again_are_no_question(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/bridge.txt": BRIDGE})
    for seed in (BRIDGE, BRIDGE.replace("bolt twice", "bolt thrice"), BRIDGE):
        write_files(root, {"seeds/bridge.txt": seed})
        command("build", "--project", root)
    assert reworded(root) == []


def test_a_review_of_other_words_is_asked_for_anew(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/bridge.txt": BRIDGE})
    command("build", "--project", root)
    entry = entry_file(root, "seed: seeds/bridge.txt")
    made = id_of(entry, "every bolt")
    text = entry.read_text("utf-8")
    entry.write_text(text.replace(f"### {made}\n\n", f"### {made}\n\n- reviewed: Ann 2019-06-01\n"), "utf-8")
    command("build", "--project", root)
    for _ in range(2):
        write_files(root, {"seeds/bridge.txt": BRIDGE.replace("bolt twice", "bolt thrice")})
        command("build", "--project", root)
        assert [item[0] for item in reworded(root)] == [made]
    entry.write_text(entry.read_text("utf-8").replace("Ann 2019-06-01", "Ann 2019-07-01"), "utf-8")
    assert reworded(root) == []


def test_blanks_that_changed_in_a_seed_change_no_words(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/bridge.txt": BRIDGE})
    command("build", "--project", root)
    write_files(root, {"seeds/bridge.txt": BRIDGE.replace("\n", "\r\n")})
    assert "has changed" not in command("build", "--project", root).out
    assert reworded(root) == []


def test_a_reviewed_statement_that_the_lexicon_gives_more_words_is_asked_about(tmp_path: Path) -> None:
    words = "KARSK, May 14, 2019 (NW) - Ann Reyes said the road was shut. Quill said it was late.\n"
    root = write_files(tmp_path, {"seeds/road.txt": f"Road shut\n\n{words}"})
    command("build", "--project", root)
    entry = entry_file(root, "seed: seeds/road.txt")
    made = id_of(entry, "the road was shut")
    text = entry.read_text("utf-8")
    entry.write_text(
        text.replace("- kind: indirect", "- kind: indirect\n- reviewed: Dana Roe 2026-05-03", 1), "utf-8"
    )
    assert "reviewed statement" not in command("build", "--project", root).out
    write_files(root, {"content/lexicon/people.yaml": "- name: Ann Reyes\n  aliases: [Quill]\n"})
    line = f"content/entries/{entry.name}: other words now stand under 1 reviewed statement: {made}"
    assert line in command("build", "--project", root).out.splitlines()
    assert [item[0] for item in reworded(root)] == [made]
    entry.write_text(entry.read_text("utf-8").replace("2026-05-03", "2026-06-03"), "utf-8")
    command("build", "--project", root)
    assert reworded(root) == []
