"""`site-builder prune`: what the machine no longer finds goes when told to, and its address stays known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.entryfiles import State, read_states
from site_builder.memory import Gone, gone_ids
from tests.projects import BRIDGE, Done, command, entry_file, tree, write_files

WORDS = "Traffic was light in the morning."
SEED = BRIDGE.replace("\n\nThe bridge was closed", f"\n\n{WORDS}\n\nThe bridge was closed")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive whose seed has lost a paragraph since it was first built."""
    root = write_files(tmp_path, {"seeds/bridge.txt": SEED})
    assert command("build", "--project", root).code == 0
    write_files(root, {"seeds/bridge.txt": BRIDGE})
    return root


def entry_of(root: Path) -> Path:
    return entry_file(root, "seed: seeds/bridge.txt")


def id_of(root: Path, words: str) -> str:
    parts = re.split(r"(?m)^### ", entry_of(root).read_text("utf-8"))
    return next(part[:10] for part in parts if words in part)


def sections(root: Path) -> list[str]:
    text = entry_of(root).read_text("utf-8")
    return sorted(part.strip() for part in re.split(r"(?m)^### ", text))


def state_of(root: Path) -> State:
    (state,) = read_states(root, []).values()
    return state


def build(root: Path) -> Done:
    return command("build", "--project", root)


def prune(root: Path, *ids: str) -> Done:
    return command("prune", "--project", root, *ids)


def test_until_then_the_statement_stays_with_a_warning(root: Path) -> None:
    made = id_of(root, WORDS)
    assert build(root).code == 0
    (line,) = [
        line for line in command("check", "--project", root).err if "no longer" not in line and made in line
    ]
    assert line.endswith(
        f"found that it does not: edit it to keep it, or `site-builder prune {made} --project {root}`"
    )
    assert WORDS in entry_of(root).read_text("utf-8")
    assert state_of(root).base.lost == (made,)


def test_it_is_taken_out_and_its_address_stays_known(root: Path) -> None:
    made = id_of(root, WORDS)
    build(root)
    done = prune(root)
    path = f"content/entries/{entry_of(root).name}"
    line = f"{made} is taken out of {path}; site-builder restore {made} --project {root} puts it back"
    assert (done.code, done.err, done.out) == (0, (), f"{line}\n1 statement pruned.\n")
    assert made not in entry_of(root).read_text("utf-8")
    for _ in range(2):
        assert gone_ids("e", state_of(root).base) == (Gone(made, "e", "withdrawn"),)
        assert build(root).code == 0
    assert prune(root).out == "0 statements pruned.\n"


def test_the_file_is_then_the_machines_own(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    build(root)
    prune(root)
    build(root)
    other = write_files(tmp_path_factory.mktemp("other"), {"seeds/bridge.txt": BRIDGE})
    build(other)
    text, fresh = (re.sub(r"s-\w{8}", "s-", entry_of(place).read_text("utf-8")) for place in (root, other))
    assert text == fresh


def test_what_a_person_touched_is_no_lost_statement(root: Path) -> None:
    made = id_of(root, WORDS)
    path = entry_of(root)
    path.write_text(path.read_text("utf-8").replace(f"> {WORDS}", f"> {WORDS}\n\nSo the first print."), "utf-8")
    build(root)
    before = tree(root, "content")
    done = prune(root, made)
    assert (done.code, done.err) == (1, (refusal(root, made, "which a person edited"),))
    assert tree(root, "content") == before


LOST = "expected the id of an untouched statement that the machine no longer finds"


def refusal(root: Path, made: str, why: str) -> str:
    lines = entry_of(root).read_text("utf-8").splitlines()
    place = f"content/entries/{entry_of(root).name}:{lines.index(f'### {made}') + 1}:1"
    return f"{place}: {LOST}, found {made}, {why}: to take it out, delete it here"


def test_which_condition_is_not_met_is_said(root: Path) -> None:
    build(root)
    path = entry_of(root)
    path.write_text(path.read_text("utf-8") + "\n### new\n\n- kind: direct\n\n> was closed in April\n", "utf-8")
    build(root)
    own, found = id_of(root, "\n> was closed in April\n"), id_of(root, "told reporters")
    done = prune(root, own, found, "s-00000000")
    assert done.err == (
        refusal(root, own, "which a person wrote"),
        refusal(root, found, "which it finds"),
        f"site-builder prune: {LOST}, found 's-00000000', which no entry has",
    )


def test_touched_since_the_last_build(root: Path) -> None:
    build(root)
    path = entry_of(root)
    path.write_text(path.read_text("utf-8").replace(f"> {WORDS}", f"> {WORDS}\n\nSo the first print."), "utf-8")
    before = tree(root, "content")
    done = prune(root)
    message = "expected the statements as the machine last wrote them, found others: build first"
    assert (done.code, done.err) == (1, (f"content/entries/{path.name}: {message}",))
    assert tree(root, "content") == before


def test_a_pruned_statement_can_be_put_back(root: Path) -> None:
    made = id_of(root, WORDS)
    build(root)
    before = sections(root)
    prune(root)
    assert command("restore", "--project", root, made).code == 0
    assert sections(root) == before
    build(root)
    assert state_of(root).base.lost == (made,)


def test_when_its_words_come_back_it_does_under_its_id(root: Path) -> None:
    made = id_of(root, WORDS)
    build(root)
    prune(root)
    write_files(root, {"seeds/bridge.txt": SEED})
    build(root)
    assert id_of(root, WORDS) == made
    assert gone_ids("e", state_of(root).base) == ()


def test_a_statement_of_a_persons_own_that_they_delete_is_known_and_can_be_put_back(root: Path) -> None:
    build(root)
    path = entry_of(root)
    before = path.read_text("utf-8")
    path.write_text(f"{before}\n### New\n\n- kind: mixed\n- x-shelf: 12\n\n> closed in April\n", "utf-8")
    build(root)
    made = path.read_text("utf-8").split("### ")[-1][:10]
    with_it = path.read_text("utf-8")
    path.write_text(before, "utf-8")
    for _ in range(2):
        build(root)
        assert gone_ids("e", state_of(root).base) == (Gone(made, "e", "deleted"),)
    command("restore", "--project", root, made)
    assert path.read_text("utf-8").split("### ")[-1] == with_it.split("### ")[-1]
    build(root)
    assert (state_of(root).base.gone, list(state_of(root).base.own)) == ({}, [made])


@pytest.mark.parametrize("words", [("prune",), ("restore", "s-00000000")])
def test_only_one_at_a_time_works_on_a_project(words: tuple[str, ...], root: Path) -> None:
    from site_builder.console import alone

    build(root)
    with alone(root):
        done = command(words[0], "--project", root, *words[1:])
    assert done.code == 75


# Addresses


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    """An archive in which a speaker was misspelled for one build, and an entry had another name."""
    root = write_files(tmp_path / "slip", {"seeds/bridge.txt": BRIDGE})
    build(root)
    entry = entry_of(root)
    right = entry.read_text("utf-8")
    entry.write_text(right.replace("speaker: Ana Lind", "speaker: Ana Lnid"), "utf-8")
    build(root)
    entry.unlink()
    entry.with_name("bridge.md").write_text(right.replace(f"entry: {entry.stem}\n", ""), "utf-8")
    build(root)
    return root


OLD = "2019-05-14-northern-wire-mayor-says-the-bridge-is-open"
NOTHING = "This page was published here once. The archive has nothing to show on it any more."
MOVED = "This page has another address now. It leads to"
EXPECTED = "site-builder prune: expected the address of a page that has nothing to show any more"


def test_addresses_that_show_nothing_are_listed(renamed: Path) -> None:
    done = prune(renamed, "--addresses")
    lines = [
        f"entries/{OLD}.html: {MOVED} entries/bridge.html",
        f"review/corrected.html: {NOTHING}",
        f"sources/{OLD}.html: {MOVED} sources/bridge.html",
        f"speakers/ana-lnid.html: {NOTHING}",
    ]
    assert (done.code, done.err, done.out.splitlines()) == (0, (), lines)


def test_an_address_is_given_up(renamed: Path) -> None:
    page = renamed / "site/speakers/ana-lnid.html"
    assert page.exists()
    done = prune(renamed, "site/speakers/ana-lnid.html")
    line = "speakers/ana-lnid.html is given up: the next build takes it out of the site.\n"
    assert (done.code, done.err, done.out) == (0, (), line)
    build(renamed)
    assert not page.exists()
    assert [line.split(":")[0] for line in prune(renamed, "--addresses").out.splitlines()] == [
        f"entries/{OLD}.html",
        "review/corrected.html",
        f"sources/{OLD}.html",
    ]
    assert command("verify", "--project", renamed).code == 0


def test_one_that_shows_something_stays(renamed: Path) -> None:
    before = tree(renamed, "content")
    done = prune(renamed, "speakers/ana-lnid.html", "speakers/ana-lind.html", "speakers/x.html")
    assert (done.code, done.out, done.err) == (
        1,
        "",
        (
            f"{EXPECTED}, found 'speakers/ana-lind.html', a page of the site",
            f"{EXPECTED}, found 'speakers/x.html', none such in content/state/published.txt",
        ),
    )
    assert tree(renamed, "content") == before


def test_addresses_and_statements_at_once(root: Path) -> None:
    made = id_of(root, WORDS)
    path = f"content/entries/{entry_of(root).name}"
    build(root)
    entry_of(root).write_text(entry_of(root).read_text("utf-8").replace("role: Mayor", "role: Mayor "), "utf-8")
    (root / "content/state/published.txt").write_text("speakers/x.html\n", "utf-8")
    assert prune(root, "speakers/x.html", made).out.splitlines() == [
        "speakers/x.html is given up: the next build takes it out of the site.",
        f"{made} is taken out of {path}; site-builder restore {made} --project {root} puts it back",
        "1 statement pruned.",
    ]
