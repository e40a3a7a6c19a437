"""`site-builder restore`: a deleted statement is back where it was, and stays there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.ingest import ingest
from site_builder.project import read_lexicon
from tests.projects import Done, command, entry_file, tree, write_files

SEED = """\
Mayor says the bridge is open

KARSK, May 14, 2019 (Northern Wire) - Mayor Ana Lind said on Tuesday that the old bridge was open again.

The bridge was closed in April.

What the owner says

Ferry owner Bo Hallam said the bridge was closed. "It is closed," he said.

Lind rejected this. "We have counted every bolt," she told reporters.

"Twice," she said, and left.
"""
WORDS = {
    "the first": "Mayor Ana Lind said",
    "the outlet's own": "The bridge was closed in April",
    "after a heading": "Ferry owner Bo Hallam",
    "the last": '"Twice," she said',
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_files(tmp_path, {"seeds/bridge.txt": SEED})
    build(root)
    return root


def build(root: Path) -> None:
    """The part of a build that brings the entries up to date."""
    ingested = ingest(root, read_lexicon(root, []))
    assert [problem for problem in ingested.problems if problem.level == "error"] == []


def restore(root: Path, *ids: str) -> Done:
    return command("restore", "--project", root, *ids)


def entry_of(root: Path) -> Path:
    return entry_file(root, "entry: 2019")


def sections(text: str) -> list[str]:
    """The head of the entry, then each statement with its heading line, up to the next statement or heading."""
    return re.split(r"^(?=### |## )", text, flags=re.MULTILINE)


def delete(entry: Path, words: str) -> str:
    """Take out the statement whose passage begins so, and nothing else; the id it had."""
    text = entry.read_bytes().decode()
    (block,) = (part for part in sections(text) if f"\n> {words}" in part)
    entry.write_bytes(text.replace(block, "").encode())
    return block[4:14]


def restored(root: Path, entry: Path, made: str) -> bytes:
    """The file after the command, which says where the statement is."""
    done = restore(root, made)
    line = f"{made} is back in content/entries/{entry.name}\n"
    assert (done.code, done.err, done.out) == (0, (), line)
    return entry.read_bytes()


@pytest.mark.parametrize("where", WORDS)
def test_the_file_is_as_before(where: str, root: Path) -> None:
    entry = entry_of(root)
    before = tree(root, "content")
    made = delete(entry, WORDS[where])
    build(root)
    assert f"### {made}" not in entry.read_text("utf-8")
    assert restored(root, entry, made) == before[f"content/entries/{entry.name}"]
    build(root)
    assert tree(root, "content") == before


@pytest.mark.parametrize("where", WORDS)
def test_lines_end_as_in_the_file(where: str, root: Path) -> None:
    entry = entry_of(root)
    before = entry.read_bytes().replace(b"\n", b"\r\n")
    entry.write_bytes(before)
    build(root)
    made = delete(entry, WORDS[where])
    build(root)
    assert restored(root, entry, made) == before
    build(root)
    assert entry.read_bytes() == before


def test_whatever_is_deleted_can_be_put_back_in_any_order(root: Path) -> None:
    entry = entry_of(root)
    before = tree(root, "content")
    made = [delete(entry, words) for words in WORDS.values()]
    build(root)
    for order in (made, made[::-1]):
        done = restore(root, *order)
        assert (done.code, done.out.count("is back in")) == (0, len(made))
        build(root)
        assert tree(root, "content") == before
        for words in WORDS.values():
            delete(entry, words)
        build(root)


def test_all_statements_deleted_and_put_back(root: Path) -> None:
    entry = entry_of(root)
    text = entry.read_text("utf-8")
    made = re.findall(r"^### (s-\w{8})$", text, re.MULTILINE)
    entry.write_text(sections(text)[0], "utf-8")
    build(root)
    assert restore(root, *made[::-1]).code == 0
    back = entry.read_text("utf-8")
    assert re.findall(r"^### (s-\w{8})$", back, re.MULTILINE) == made
    kept = "".join(part for part in sections(text) if not part.startswith("## "))
    assert kept.rstrip() == back.rstrip()


def test_an_edited_entry_keeps_every_other_letter(root: Path) -> None:
    entry = entry_of(root)
    text = entry.read_text("utf-8")
    note = "A note of mine,\nin two lines.\n\n"
    text = text.replace("- speaker: Ana Lind\n", "* speaker: Ana  Lind\n- weight: 3\n", 1)
    entry.write_text(text.replace("\n## ", f"\n{note}## ").replace("\n### ", f"\n{note}### "), "utf-8")
    build(root)
    before = entry.read_text("utf-8")
    made = delete(entry, '"Twice," she said')
    build(root)
    assert restored(root, entry, made).decode() == before
    build(root)
    assert entry.read_text("utf-8") == before


def test_a_statement_comes_back_as_the_machine_last_gave_it(root: Path) -> None:
    """What a person had written into it went with it."""
    entry = entry_of(root)
    before = entry.read_text("utf-8")
    entry.write_text(before.replace("- speaker: Bo Hallam", "- speaker: B. Hallam", 1), "utf-8")
    build(root)
    made = delete(entry, "Ferry owner Bo Hallam")
    build(root)
    assert restored(root, entry, made).decode() == before


def test_before_the_build_that_would_notice(root: Path) -> None:
    """Only a build knows that a statement was deleted."""
    made = delete(entry_of(root), WORDS["the first"])
    before = tree(root, "content")
    done = restore(root, made)
    assert (done.code, done.out, tree(root, "content")) == (1, "", before)
    assert done.err == (f"site-builder restore: expected the id of a deleted statement, found {made!r}",)


def test_without_an_id_it_lists_what_can_be_put_back(root: Path) -> None:
    entry = entry_of(root)
    assert restore(root) == Done(0, "0 statements deleted or pruned.\n", ())
    path = f"content/entries/{entry.name}"
    shown = {
        delete(entry, WORDS["the last"]): '"Twice," she said, and left.',
        delete(entry, WORDS["the first"]): "Mayor Ana Lind said on Tuesday that the old bridge was open…",
    }
    build(root)
    before = tree(root, "content")
    lines = [f"{path}: {made} {words}" for made, words in sorted(shown.items())]
    closing = f"2 statements deleted or pruned: site-builder restore ID --project {root} puts one back."
    assert restore(root) == Done(0, "\n".join([*lines, closing, ""]), ())
    assert tree(root, "content") == before


def test_a_memory_that_cannot_be_read_is_said(root: Path) -> None:
    (file,) = (root / "content/state").glob("*.json")
    file.write_text("{", "utf-8")
    message = (
        "expected a state file of this program, found something else: put an earlier one back, or delete it"
    )
    wanted = f"content/state/{file.name}: {message} (left alone until then: its entry)"
    assert restore(root) == Done(1, "", (wanted,))


def test_restored_twice(root: Path) -> None:
    entry = entry_of(root)
    made = delete(entry, WORDS["the last"])
    build(root)
    after = restored(root, entry, made)
    done = restore(root, made)
    assert (done.code, entry.read_bytes()) == (1, after)
    assert done.err == (f"site-builder restore: expected the id of a deleted statement, found {made!r}",)


@pytest.mark.parametrize("made", ["s-00000000", "bridge", ""])
def test_an_id_of_nothing(made: str, root: Path) -> None:
    before = tree(root, "content")
    done = restore(root, made)
    assert (done.code, done.out, tree(root, "content")) == (1, "", before)
    assert done.err == (f"site-builder restore: expected the id of a deleted statement, found {made!r}",)


def test_a_statement_that_stands_in_its_entry_is_not_put_there_again(root: Path) -> None:
    entry = entry_of(root)
    made = sections(entry.read_text("utf-8"))[1][4:14]
    before = tree(root, "content")
    assert restore(root, made).code == 1
    assert tree(root, "content") == before


def test_an_entry_with_a_fault_is_left_alone(root: Path) -> None:
    entry = entry_of(root)
    made = delete(entry, WORDS["the last"])
    build(root)
    entry.write_text(entry.read_text("utf-8").replace("---\n", "--\n", 1), "utf-8")
    before = tree(root, "content")
    done = restore(root, made)
    path = f"content/entries/{entry.name}"
    assert (done.code, done.out, tree(root, "content")) == (1, "", before)
    assert done.err == (
        f"{path}:1:1: expected front matter between two lines '---', found none "
        "(left out until then: the whole document)",
        f"site-builder restore: expected the entry {path}, found none that can be read",
    )


def test_an_entry_that_is_gone(root: Path) -> None:
    entry = entry_of(root)
    made = delete(entry, WORDS["the last"])
    build(root)
    entry.unlink()
    done = restore(root, made)
    message = f"expected the entry content/entries/{entry.name}, found none that can be read"
    assert (done.code, done.err) == (1, (f"site-builder restore: {message}",))


def test_words_typed_back_by_hand_are_no_reason_to_write_them_twice(root: Path) -> None:
    """The id in the file again, before any build: the machine still counts it as deleted."""
    entry = entry_of(root)
    before = entry.read_bytes()
    made = delete(entry, WORDS["the last"])
    build(root)
    entry.write_bytes(before)
    restore(root, made)
    assert entry.read_text("utf-8").count(f"### {made}") == 1


def test_the_site_shows_it_again(root: Path) -> None:
    command("build", "--project", root)
    before = tree(root, "site")
    made = delete(entry_of(root), WORDS["the last"])
    command("build", "--project", root)
    assert tree(root, "site") != before
    restore(root, made)
    command("build", "--project", root)
    assert tree(root, "site") == before


def test_a_statement_that_was_put_back_can_be_deleted_for_good(root: Path) -> None:
    entry = entry_of(root)
    made = delete(entry, WORDS["the first"])
    build(root)
    restored(root, entry, made)
    build(root)
    delete(entry, WORDS["the first"])
    build(root)
    build(root)
    assert made not in entry.read_text("utf-8")


def test_the_machine_still_improves_what_was_put_back(root: Path) -> None:
    """It counts as the machine's own again: a new lexicon reaches it."""
    entry = entry_of(root)
    made = delete(entry, WORDS["the first"])
    build(root)
    restored(root, entry, made)
    write_files(root, {"content/lexicon/topics.yaml": "- {name: Bridges, terms: [bridge]}\n"})
    build(root)
    (block,) = (part for part in sections(entry.read_text("utf-8")) if made in part)
    assert "- topics: bridges\n" in block
