"""A person's value and the machine's, field by field: whoever changed it last, unless both did.

What the machine says of a statement is changed through the archive's topics: with the lexicon's one topic
called Bridges it says `topics: bridges`, without a lexicon it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from site_builder.compose import Draft
from site_builder.entries import Entry, parse_entry
from site_builder.ingest import ingest
from site_builder.merge import base_of, merge
from site_builder.model import Span
from site_builder.project import read_lexicon
from site_builder.text import Searchable
from tests.cases import Case, each_case
from tests.projects import BRIDGE, command, entry_file, write_files

# The tables of cases/merge.md

PATH = "content/entries/e.md"
FRONT = "---\nentry: e\n---\n\n# T\n\n"
SEED = Searchable("One two three. Four five six. Seven eight nine. Ten eleven twelve.")


def places(entry: Entry) -> dict[str, tuple[Span, ...]]:
    found = {section.id: [SEED.find(p.words) for p in section.passages] for section in entry.sections}
    return {made: tuple(f[0] for f in finds) for made, finds in found.items() if finds and all(finds)}


def draft_of(entry: Entry) -> Draft:
    found = places(entry)
    return Draft(entry, tuple((section.id, found.get(section.id, ())) for section in entry.sections))


def entries(given: str) -> Iterator[str]:
    """The three files of a case."""
    first, *others = (part.strip("\n") for part in re.split(r"(?m)^=====$", given.replace("␍", "\r")))
    for part in (first, *others, "", "")[:3]:
        text = part or first
        text = text if text.startswith("---") else f"{FRONT}{text}"
        yield f"{text}\n".replace("␃\n", "")


def merged_case(given: str) -> str:
    """The changes of a merge, which changes nothing when it is done again, and its warnings."""
    before, text, after = entries(given)
    base, draft = base_of(draft_of(parse_entry(before, PATH))), draft_of(parse_entry(after, PATH))
    ours = parse_entry(text, PATH)
    merged = merge(text, PATH, ours, base, draft, places(ours))
    again = parse_entry(merged.text, PATH)
    assert merge(merged.text, PATH, again, merged.base, draft, places(again)) == merged
    diff = list(unified_diff(text.split("\n"), merged.text.split("\n"), lineterm="", n=1))[2:]
    changes = ["@@" if line.startswith("@@") else line.rstrip(" ") for line in diff]
    lines = ["the file", *merged.text.split("\n")]
    warnings = [
        f"at {lines[problem.line]!r}: {problem.level}: {problem.message}" for problem in merged.problems
    ]
    led = [f"{made} leads to {heir}" for made, heir in merged.base.merged.items()]
    return "\n".join(changes + warnings + led).replace("\r", "␍")


@each_case("merge")
def test_merges(case: Case) -> None:
    assert merged_case(case.given) == case.expected


# The rows of the table, through the command

WORDS = "> Mayor Ana Lind said on Tuesday that the old bridge was open again."
NOTE = "A note   of   mine."

ROWS = {
    # base, ours, theirs: what the file then holds, what the machine's word is reported to be
    "nobody changed it": ("Bridges", None, "Bridges", "- topics: bridges", None),
    "the machine changed it": ("Bridges", None, "Roads", "- topics: roads", None),
    "the machine found it": ("", None, "Roads", "- topics: roads", None),
    "the machine no longer finds it": ("Bridges", None, "", "", None),
    "a person changed it": ("Bridges", "- topics: tolls", "Bridges", "- topics: tolls", None),
    "both, to the same": ("Bridges", "- topics: roads", "Roads", "- topics: roads", None),
    "both, differently": ("Bridges", "- topics: tolls", "Roads", "- topics: tolls", "roads"),
    "a person says there is none": ("Bridges", "- topics:", "Bridges", "- topics:", None),
    "a person says there is none, the machine another": ("Bridges", "- topics:", "Roads", "- topics:", "roads"),
    "a person took the line out": ("Bridges", "", "Roads", "- topics: roads", None),
    "a person added it": ("", "- topics: tolls", "", "- topics: tolls", None),
    "a person added it, then the machine": ("", "- topics: tolls", "Roads", "- topics: tolls", "roads"),
}


def say(root: Path, topic: str) -> None:
    """From now on the machine finds this topic, or none."""
    text = f"- name: {topic}\n  terms: [bridge]\n" if topic else "[]\n"
    write_files(root, {"content/lexicon/topics.yaml": text})


def archive(root: Path, topic: str) -> Path:
    write_files(root, {"seeds/bridge.txt": BRIDGE})
    say(root, topic)
    assert command("build", "--project", root).code == 0
    return entry_file(root, WORDS)


def parts(path: Path) -> tuple[str, str, str]:
    """What stands before the statement of WORDS, the statement, and what follows it."""
    pieces = re.split(r"(?m)^(?=### s-)", path.read_text("utf-8"))
    at = next(number for number, piece in enumerate(pieces) if WORDS in piece)
    return "".join(pieces[:at]), pieces[at], "".join(pieces[at + 1 :])


def put(path: Path, line: str | None) -> None:
    """This line (with "", none) for the statement's topics; and a note, so that a person has a hand in it."""
    before, section, after = parts(path)
    if line is not None:
        section = re.sub(r"- topics:.*\n", "", section)
        section = section.replace("- cue: said\n", f"- cue: said\n{line}\n" if line else "- cue: said\n")
    path.write_text(f"{before}{section.rstrip()}\n\n{NOTE}\n\n{after}", "utf-8")


def topics(path: Path) -> str:
    return "".join(re.findall(r"- topics:.*", parts(path)[1]))


@pytest.mark.parametrize("name", ROWS)
def test_every_row_of_the_table(name: str, tmp_path: Path) -> None:
    base, ours, theirs, expected, suggested = ROWS[name]
    path = archive(tmp_path, base)
    put(path, ours)
    said = topics(path)
    say(tmp_path, theirs)
    done = command("build", "--project", tmp_path)
    assert (done.code, done.err, topics(path)) == (0, (), expected)
    assert NOTE in path.read_text("utf-8")
    place = f"content/entries/{path.name}:{line_of(path, '- topics:')}:1"
    mine = said.removeprefix("- topics:").strip()
    message = f"kept {mine!r} in 'topics' as a person wrote it; the machine now says {suggested!r}"
    kept = [line for line in command("check", "--project", tmp_path).err if "kept" in line]
    assert kept == ([f"{place}: warning: {message}"] if suggested else [])


def line_of(path: Path, start: str) -> int:
    """The line of the statement of WORDS that begins so."""
    before, section, _ = parts(path)
    lines = section.split("\n")
    return before.count("\n") + 1 + next((n for n, line in enumerate(lines) if line.startswith(start)), 0)


def test_once_they_agree_the_machine_is_followed_again(tmp_path: Path) -> None:
    path = archive(tmp_path, "Bridges")
    put(path, "- topics: roads")
    for topic in ("Roads", "Tolls"):
        say(tmp_path, topic)
        assert command("build", "--project", tmp_path).code == 0
    assert topics(path) == "- topics: tolls"


def test_a_suggestion_stays_until_it_is_answered(tmp_path: Path) -> None:
    path = archive(tmp_path, "Bridges")
    put(path, "- topics: tolls")
    say(tmp_path, "Roads")
    before = ""
    for _ in range(3):
        command("build", "--project", tmp_path)
        kept = [line for line in command("check", "--project", tmp_path).err if "kept" in line]
        assert len(kept) == 1
        assert before in ("", kept[0])
        before = kept[0]


def test_a_statement_that_is_one_no_more_keeps_its_place_and_what_a_person_said(tmp_path: Path) -> None:
    path = archive(tmp_path, "Bridges")
    made = parts(path)[1].split("\n")[0]
    put(path, "- topics: tolls")
    write_files(tmp_path, {"seeds/bridge.txt": BRIDGE.replace("said on Tuesday that the", "opened the")})
    assert command("build", "--project", tmp_path).err == ()
    (section,) = [part for part in re.split(r"(?m)^(?=### )", path.read_text("utf-8")) if part.startswith(made)]
    assert "- topics: tolls\n" in section
    assert NOTE in section
    assert "> Mayor Ana Lind opened the old bridge" in section


def test_building_again_changes_nothing(tmp_path: Path) -> None:
    path = archive(tmp_path, "Bridges")
    put(path, "- topics: tolls")
    say(tmp_path, "Roads")
    command("build", "--project", tmp_path)
    state = tmp_path / "content" / "state" / f"{path.stem}.json"
    before = path.read_bytes(), state.read_bytes()
    write_files(tmp_path, {"content/pages/about.md": "---\ntitle: About\n---\nMore.\n"})
    command("build", "--project", tmp_path)
    assert (path.read_bytes(), state.read_bytes()) == before


STYLES = {
    "stars and wide blanks": (r"(?m)^- ", "*   "),
    "windows line ends": (r"\n", "\r\n"),
    "blank lines between fields": (r"(?m)^(- .*)$", r"\1\n"),
}


@pytest.mark.parametrize("name", STYLES)
def test_a_persons_style_stays(name: str, tmp_path: Path) -> None:
    """Only the lines of the values that the machine changed are changed."""
    path = archive(tmp_path, "Bridges")
    put(path, None)
    pattern, style = STYLES[name]
    styled = re.sub(pattern, style, path.read_bytes().decode())
    path.write_bytes(styled.encode())
    say(tmp_path, "Roads")
    done = command("build", "--project", tmp_path)
    assert (done.code, done.err) == (0, ())
    assert path.read_bytes().decode() == styled.replace("topics: bridges", "topics: roads")


# A person's whole work on one entry, and everything that may change beneath it

SEED_FILE = "seeds/bridge.txt"
ARTICLE = """\
Mayor says the bridge is open

KARSK, May 14, 2019 (Northern Wire) - Mayor Ana Lind said on Tuesday that the old bridge was open again. \
Traffic was light in the morning.

"We have counted every bolt," Lind told reporters. "We have counted every bolt twice." The harbour office sent \
two engineers.

Ferry owner Bo Hallam said that the tolls were too high. He said that nobody had asked the ferry owners.

The bridge was closed in April. It was built in 1932.
"""
TOPICS = "- name: Bridges\n  terms: [bridge]\n- name: Tolls\n  terms: [tolls]\n"
OFFICE = "\n- speaker: Northern Wire\n- kind: own-voice\n\n> The harbour office sent two engineers.\n\n"
OPEN = "> Mayor Ana Lind said on Tuesday that the old bridge was open again.\n"
BOLT = '> "We have counted every bolt," Lind told reporters.'
WORK = {
    "another speaker": (
        "speaker: Bo Hallam\n- role: Ferry owner",
        "speaker: Bo Hallam junior\n- role: Ferry owner",
    ),
    "a moved boundary": (' reporters. "We have counted every bolt\n> twice."', " reporters."),
    "a note": (OPEN, f"{OPEN}\nThe bells   rang, *too*.\n"),
    "an unknown key and a topic": (
        f"topics: bridges\n\n{OPEN}",
        f"x-shelf: 12\n- topics: bells, bridges\n\n{OPEN}",
    ),
    "no role": (
        "role: Mayor\n- said: 2019-05-14\n- said-from: no day",
        "role:\n- said: 2019-05-14\n- said-from: no day",
    ),
    "front matter": ("place: Karsk\n", "# as printed\nplace: Lower Karsk  # not Karsk\nx-box: [3, 4]\n"),
}
MINE = [
    "# as printed", "place: Lower Karsk  # not Karsk", "x-box: [3, 4]", "The bells   rang, *too*.", "- role:",
    "- speaker: Bo Hallam junior", "- x-shelf: 12", "- topics: bells, bridges", BOLT,
]  # fmt: skip
"""The lines a person wrote."""


def bring_in(root: Path) -> tuple[list[str], list[str]]:
    """The entries and states written, by their folders, and the problems."""
    done = ingest(root, read_lexicon(root, []))
    return [path.split("/")[1] for path in done.written], [str(problem) for problem in done.problems]


@pytest.fixture
def worked(tmp_path: Path) -> Path:
    """An archive of one entry in which a person did everything that can be done."""
    write_files(tmp_path, {SEED_FILE: ARTICLE, "content/lexicon/topics.yaml": TOPICS})
    assert bring_in(tmp_path) == (["entries", "state"], [])
    path = entry(tmp_path)
    text = path.read_text("utf-8")
    for old, new in WORK.values():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    text, deleted = re.subn(rf"### s-\w+\n{re.escape(OFFICE)}", "", text)
    assert deleted == 1
    path.write_text(text, "utf-8")
    assert bring_in(tmp_path) == (["state"], [])
    assert path.read_text("utf-8") == text
    return tmp_path


def entry(root: Path) -> Path:
    (path,) = (root / "content" / "entries").iterdir()
    return path


def ids(text: str) -> list[str]:
    return re.findall(r"(?m)^### (.*)$", text)


def test_the_machine_changes_its_mind_and_a_persons_work_stays(worked: Path) -> None:
    path = entry(worked)
    before = path.read_text("utf-8")
    people = "- name: Robert Hallam\n  aliases: [Bo Hallam]\n- name: Ana Maria Lind\n  aliases: [Ana Lind]\n"
    topics = TOPICS.replace("Bridges", "Crossings").replace("Tolls", "Fees")
    write_files(worked, {"content/lexicon/people.yaml": people, "content/lexicon/topics.yaml": topics})
    written, warnings = bring_in(worked)
    text = path.read_text("utf-8")
    followed = {"speaker: Ana Lind\n": "speaker: Ana Maria Lind\n", "topics: bridges": "topics: crossings"}
    expected = before.replace("topics: tolls", "topics: fees")
    for old, new in followed.items():
        expected = expected.replace(old, new)
    assert text == expected
    lines = {line: number for number, line in enumerate(text.split("\n"), 1)}
    shown = f"content/entries/{path.name}"
    kept = "kept {!r} in {!r} as a person wrote it; the machine now says {!r}"
    mine = {
        "- topics: bells, bridges": kept.format("bells, bridges", "topics", "crossings"),
        "- speaker: Bo Hallam junior": kept.format("Bo Hallam junior", "speaker", "Robert Hallam"),
    }
    assert warnings == [f"{shown}:{lines[line]}:1: warning: {words}" for line, words in mine.items()]
    assert written == ["entries", "state"]
    assert bring_in(worked) == ([], warnings)


SEED_CHANGES = {
    # words of the seed, those put in their place, words of the entry then, the suggestion there is
    "outside the statements": ("May 14, 2019", "May 7, 2019", "published: 2019-05-07\n", ""),
    "in the title": ("is open\n", "is open again\n", "# Mayor says the bridge is open again\n", ""),
    "inside a statement": (
        "the tolls were",
        "the new tolls were",
        "> Ferry owner Bo Hallam said that the new tolls",
        "",
    ),
    "inside the outlet's words": ("in 1932", "in 1933", "It was built in 1933.", ""),
    "beside a person's boundary": (
        "bolt twice",
        "bolt two times",
        f"{BOLT}\n",
        f"kept '{BOLT[2:]}' in the words",
    ),
}


@pytest.mark.parametrize("name", SEED_CHANGES)
def test_a_seed_that_changes_keeps_ids_and_work(name: str, worked: Path) -> None:
    old, new, expected, suggestion = SEED_CHANGES[name]
    path = entry(worked)
    before = path.read_text("utf-8")
    assert ARTICLE.count(old) == 1
    (worked / SEED_FILE).write_text(ARTICLE.replace(old, new), "utf-8")
    written, problems = bring_in(worked)
    text = path.read_text("utf-8")
    assert (written, len(problems)) == (["entries", "state"], bool(suggestion))
    assert suggestion in "".join(problems)
    assert [made for made in ids(text) if made in before] == ids(before)
    assert expected in text
    assert set(MINE) <= set(text.split("\n"))
    assert "harbour office" not in text
    assert bring_in(worked) == ([], problems)


def test_a_seed_that_is_gone_is_reported_and_its_entry_stays(worked: Path) -> None:
    path = entry(worked)
    before = path.read_bytes()
    (worked / SEED_FILE).unlink()
    line = before.decode().split("\n").index(f"seed: {SEED_FILE}") + 1
    message = f"expected the seed '{SEED_FILE}', found none: put it back, or delete this entry"
    assert bring_in(worked) == ([], [f"content/entries/{path.name}:{line}:1: {message}"])
    assert path.read_bytes() == before


def test_without_its_state_an_entry_keeps_every_line(worked: Path) -> None:
    """The machine no longer knows what was deleted, nor who wrote what: what differs, it only suggests."""
    path = entry(worked)
    before = path.read_text("utf-8")
    for state in (worked / "content" / "state").iterdir():
        state.unlink()
    written, warnings = bring_in(worked)
    text = path.read_text("utf-8")
    returned = re.findall(rf"### s-\w+\n{re.escape(OFFICE)}", text)
    assert len(returned) == 1
    assert text.replace(returned[0], "") == before
    assert written == ["entries", "state"]
    assert all(": warning: kept " in line for line in warnings)
    assert bring_in(worked) == ([], warnings)


def test_an_entry_that_was_deleted_comes_back_with_its_ids(worked: Path) -> None:
    path = entry(worked)
    before = ids(path.read_text("utf-8"))
    path.unlink()
    assert bring_in(worked)[0] == ["entries", "state"]
    assert [made for made in ids(path.read_text("utf-8")) if made in before] == before
    assert bring_in(worked) == ([], [])


def test_a_deleted_statement_that_a_person_puts_back_is_merged_again(worked: Path) -> None:
    path = entry(worked)
    text = path.read_text("utf-8")
    made = ids(text)[-1]
    begin = text.index(f"### {made}")
    path.write_text(text[:begin].rstrip() + "\n", "utf-8")
    bring_in(worked)
    assert made not in path.read_text("utf-8")
    path.write_text(text, "utf-8")
    write_files(worked, {"content/lexicon/topics.yaml": TOPICS.replace("Bridges", "Crossings")})
    bring_in(worked)
    assert (
        f"### {made}\n\n- speaker: Northern Wire\n- kind: own-voice\n- topics: crossings\n"
        in path.read_text("utf-8")
    )
