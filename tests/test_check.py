"""What an editor is asked to look at: warnings, each at its line, and none of them stops a build."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from site_builder.check import check_document
from site_builder.entries import parse_entry
from site_builder.lexicon import Lexicon
from site_builder.memory import Base, Known
from site_builder.records import document_of
from site_builder.seeds import parse_seed
from tests.cases import Case, each_case
from tests.projects import command, write_files

SEED = "One. Two. Three. Four \u202efive. Six."
ENTRY = f"""\
---
entry: e
title: T
outlet: The Gazette
republished-from: The Wire
published: 2019-05
lang: en
seed: seeds/a.txt
sha256: {sha256(SEED.encode()).hexdigest()}
encoding: utf-8
---
# T

### s-00000000
- speaker: Ana Lind
- role: Harbour Office spokeswoman
- kind: direct
- topics: bridges, brigdes, zebras
> One.

### s-11111111
- speaker: Аna Berg
- kind: direct
> Two.

### s-22222222
- kind: direct
> Three.

### s-33333333
- speaker: Bo Hallam
- role: spokesman
- kind: direct
> Four \u202efive.

### s-44444444
- speaker: Speaker not identified
- role: a neighbour
- kind: direct
> Six.
"""
PEOPLE = """\
- name: Ana Lind
  roles: [{role: spokeswoman, of: Town Council, since: 2016-11, until: 2021}]
- {name: Town Council, kind: body}
- {name: Harbour Office, kind: body}
- name: Bo Hallam
  roles: [{role: spokesman, of: Town Council}]
"""
FILES: dict[str, str | bytes] = {
    "seeds/a.txt": SEED,
    "content/entries/e.md": ENTRY,
    "content/lexicon/people.yaml": PEOPLE,
    "content/lexicon/outlets.yaml": "- name: The Wire\n",
    "content/lexicon/topics.yaml": "- {name: Bridges, terms: [bridge]}\n",
}
WARNINGS = (
    ": warning: expected a profile in content/lexicon/outlets.yaml, found none for 'The Gazette'",
    ":14:1: warning: expected Ana Lind to be spokeswoman, Town Council (2016–2021), "
    "found the role 'Harbour Office spokeswoman'",
    ":14:1: warning: expected a topic of content/lexicon/topics.yaml, found 'brigdes'; did you mean 'bridges'?",
    ":14:1: warning: expected a topic of content/lexicon/topics.yaml, found 'zebras'",
    ":21:1: warning: expected a word of one script in 'speaker', found 'Аna' in Cyrillic And Latin",
    ":30:1: warning: expected words that show as they are, found the character U+202E",
)


FRONT = "---\nentry: e\noutlet: The Wire\npublished: 2019-05-13\nseed: seeds/a.txt\n---\n# T\n"

OTHERS = Base(sections={"s-zzzzzzzz": Known((), (), ())})
"""What is remembered: the statements of a case are all a person's own."""


@each_case("check")
def test_one_document(case: Case) -> None:
    text, _, body = case.given.partition("\n=====\n")
    entry = parse_entry(body if body.startswith("---\n") else FRONT + body, "entries/e.md")
    document, wrong = document_of(entry, "entries/e.md", parse_seed(text.encode(), "seeds/a.txt"), OTHERS)
    assert (wrong, document is None) == ((), False)
    found = check_document(document, Lexicon()) if document else ()
    assert "\n".join(map(str, found)) == case.expected


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path, FILES)


def own(lines: tuple[str, ...]) -> tuple[str, ...]:
    """What is said of the entry itself; what the machine would rather have it say is another matter."""
    return tuple(line.removeprefix("content/entries/e.md") for line in lines if "machine" not in line)


def test_every_warning_stands_at_its_line(root: Path) -> None:
    done = command("check", "--project", root)
    assert (done.code, own(done.err)) == (0, WARNINGS)
    assert done.out == f"1 document checked, 0 problems and {len(done.err)} warnings found.\n"


def test_what_the_machine_was_unsure_of_is_told_by_review_alone(root: Path) -> None:
    asked = command("review", "--project", root, "--format", "jsonl").out
    items = [json.loads(line) for line in asked.splitlines()]
    wanted = ("speaker", "role", "date", "undated", "marks")
    found = [(item["doubt"], item["line"], item["message"]) for item in items if item["doubt"] in wanted]
    assert found == [
        ("speaker", 26, "who says this? Three."),
        ("undated", 1, "5 statements, listed under no day: lines 14, 21, 26, 30, 36"),
    ]
    told = " ".join(command("check", "--project", root).err)
    assert [message for _, _, message in found if message in told] == []


def test_lines_are_those_of_the_file_as_it_lies(root: Path) -> None:
    """A check writes nothing: what the machine would add to the file does not move its lines."""
    write_files(
        root, {"content/entries/e.md": ENTRY.replace("lang: en\n", "").replace("encoding: utf-8\n", "")}
    )
    (line,) = [line for line in command("check", "--project", root).err if "'zebras'" in line]
    assert line.startswith("content/entries/e.md:12:1: ")


def test_a_build_counts_them_and_a_strict_one_ends_with_1(root: Path) -> None:
    number = len(command("check", "--project", root).err)
    done = command("build", "--project", root)
    assert (done.code, done.err) == (0, ())
    assert done.out.splitlines()[1] == f"{number} warnings: site-builder check --project {root}"
    strict = command("build", "--project", root, "--strict")
    assert (strict.code, len(strict.err)) == (1, number)
    assert command("check", "--project", root, "--strict").code == 1


def test_an_error_among_warnings_is_still_an_error(root: Path) -> None:
    write_files(root, {"seeds/b.txt": ""})
    assert command("build", "--project", root).err == ("seeds/b.txt: expected an article, found an empty file",)
    done = command("check", "--project", root)
    assert (done.code, done.err[-1]) == (1, "seeds/b.txt: expected an article, found an empty file")


BRIDGE = "Bridge closed\n\nKARSK, May 14, 2019 (Wire) - The bridge is closed, Ana Lind said.\n"


@pytest.mark.parametrize(
    "other",
    [
        BRIDGE.replace("\n", "\r\n"),
        "\ufeff" + BRIDGE,
        BRIDGE.replace("closed\n", "closed  \t\n") + "\n\n",
        BRIDGE.encode("utf-16"),
    ],
    ids=["line ends", "byte-order mark", "trailing blanks", "encoding"],
)
def test_the_same_words_with_other_blanks(tmp_path: Path, other: str | bytes) -> None:
    root = write_files(tmp_path, {"seeds/a.txt": BRIDGE, "seeds/b.txt": other, "seeds/c.txt": BRIDGE + "No."})
    message = "warning: expected a document of its own, found the words of seeds/a.txt with other blanks"
    lines = command("check", "--project", root).err
    assert [line for line in lines if "of its own" in line] == [f"seeds/b.txt: {message}"]


def test_a_broken_sidecar_or_seed_is_said_once(tmp_path: Path) -> None:
    lexicon = {"content/lexicon/outlets.yaml": "- name: Wire\n"}
    root = write_files(tmp_path, {"seeds/a.txt": BRIDGE, "seeds/b.txt": BRIDGE + "No.", **lexicon})
    assert command("build", "--project", root).code == 0
    write_files(root, {"seeds/a.yaml": "authors: [A]\n", "seeds/b.txt": ""})
    assert command("check", "--project", root).err == (
        "seeds/a.yaml:1:1: expected a known key, found 'authors'; did you mean 'author'?",
        "seeds/b.txt: expected an article, found an empty file",
    )


def test_of_a_seed_and_its_copy_that_with_an_entry_is_the_document(tmp_path: Path) -> None:
    """Though the name of the copy comes first."""
    root = write_files(tmp_path, {"seeds/b.txt": BRIDGE, "content/lexicon/outlets.yaml": "- name: Wire\n"})
    assert command("build", "--project", root).code == 0
    write_files(root, {"seeds/a.txt": BRIDGE})
    assert command("check", "--project", root).err == (
        "seeds/a.txt: expected a document of its own, found the bytes of seeds/b.txt",
    )


def test_the_command_that_is_named_can_be_typed(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.argv", [".venv/bin/site-builder"])
    line = command("build", "--project", root).out.splitlines()[1]
    assert line.endswith(f"warnings: .venv/bin/site-builder check --project {root}")
    monkeypatch.setattr("sys.argv", ["elsewhere/pytest"])
    line = command("build", "--project", root).out.splitlines()[1]
    assert line.endswith(f"warnings: site-builder check --project {root}")
    monkeypatch.chdir(root)
    assert command("build").out.splitlines()[1].endswith("warnings: site-builder check")
