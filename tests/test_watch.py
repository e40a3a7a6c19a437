"""Every change to what a site is made of is seen, and nothing else; a preview follows, but never itself."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from site_builder import ingest
from site_builder.entryfiles import State, Written, regenerate
from site_builder.unchanged import INPUTS
from site_builder.watch import PREVIEW, Preview, changes, previews
from tests.projects import BRIDGE, FERRY, command, entry_file, tree, write_files

ALL = frozenset(INPUTS)
ADDRESS = "http://127.0.0.1:8000/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {"seeds/bridge.txt": BRIDGE, "site.toml": 'title = "T"\n'}
    return write_files(tmp_path / "archive", files)


def test_changes_are_named_by_their_paths(root: Path) -> None:
    (root / "content/lexicon").mkdir(parents=True)
    seen = changes(root)
    assert next(seen) == ALL
    for path in ("seeds/ferry.txt", "content/lexicon/topics.yaml", "site.toml", "seeds/bridge.txt"):
        write_files(root, {path: "new words"})
        assert next(seen) == {path}
    (root / "seeds/ferry.txt").rename(root / "seeds/boat.txt")
    assert next(seen) == {"seeds/ferry.txt", "seeds/boat.txt"}
    (root / "seeds/boat.txt").unlink()
    assert next(seen) == {"seeds/boat.txt"}


def test_a_file_that_is_replaced_has_changed(root: Path) -> None:
    seen = changes(root)
    next(seen)
    for path in ("site.toml", "seeds/bridge.txt"):
        write_files(root, {"aside": "new words"})
        (root / "aside").replace(root / path)
        assert next(seen) == {path}


def test_what_no_site_is_made_of_is_not_followed(root: Path) -> None:
    seen = changes(root)
    next(seen)
    (root / "seeds/bridge.txt").read_bytes()
    others = (
        "site/index.html",
        ".site_builder/x",
        "seeds/.bridge.txt.swp",
        "seeds/.git/x",
        "notes.md",
        "site.toml~",
    )
    write_files(root, dict.fromkeys(others, "x"))
    write_files(root, {"seeds/ferry.txt": FERRY})
    assert next(seen) == {"seeds/ferry.txt"}


def test_a_folder_that_comes_later_is_followed(root: Path) -> None:
    seen = changes(root)
    next(seen)
    write_files(root, {"templates/404.html": "x"})
    assert next(seen) == ALL
    write_files(root, {"templates/404.html": "y"})
    assert next(seen) == {"templates/404.html"}
    shutil.rmtree(root / "seeds")
    assert next(seen) == ALL
    write_files(root, {"seeds/ferry.txt": FERRY})
    assert next(seen) == ALL
    write_files(root, {"seeds/ferry.txt": BRIDGE})
    assert next(seen) == {"seeds/ferry.txt"}


def messages(preview: Preview) -> list[str]:
    return [str(problem) for problem in preview.errors]


def page(root: Path, words: str) -> str:
    """The preview's page of the entry that holds `words`."""
    return (root / PREVIEW / "entries" / f"{entry_file(root, words).stem}.html").read_text("utf-8")


def test_a_preview_follows_its_files_and_leaves_the_site_alone(root: Path) -> None:
    following = previews(root, ADDRESS)
    first = next(following)
    assert (first.changed, messages(first)) == (True, [])
    assert '<h1 lang="en" dir="auto">Mayor says the bridge is open</h1>' in page(root, "the old bridge")
    second = next(following)
    assert (second.changed, messages(second)) == (False, [])  # entries were made: they are looked at once
    entry = entry_file(root, "the old bridge")
    entry.write_text(entry.read_text("utf-8").replace("# Mayor says", "# Mayor insists", 1), "utf-8")
    third = next(following)
    assert third.changed
    assert "Mayor insists the bridge is open</h1>" in page(root, "the old bridge")
    assert not (root / "site").exists()


def test_a_fault_leaves_the_last_site_until_it_is_mended(root: Path) -> None:
    following = previews(root, ADDRESS)
    next(following), next(following)
    good = tree(root / PREVIEW)
    faults = {
        "site.toml": ("title = ", "site.toml:1:1: expected TOML, found a fault: Invalid value"),
        "content/entries/x.md": (
            "words",
            "content/entries/x.md:1:1: expected front matter between two lines '---', found none",
        ),
        "templates/404.html": ("{% if %}", None),
    }
    for path, (content, message) in faults.items():
        before = (root / path).read_bytes() if (root / path).exists() else None
        write_files(root, {path: content})
        broken = next(following)
        assert not broken.changed, path
        assert len(broken.errors) == 1
        assert message is None or messages(broken)[0].startswith(message)
        assert tree(root / PREVIEW) == good
        if before is None:
            (root / path).unlink()
        else:
            write_files(root, {path: before})
        assert messages(next(following)) == []
        assert tree(root / PREVIEW) == good


def test_an_archive_that_begins_with_a_fault_is_followed_all_the_same(root: Path) -> None:
    write_files(root, {"content/entries/x.md": "words"})
    following = previews(root, ADDRESS)
    assert [next(following).errors != () for _ in range(2)] == [True, True]
    write_files(root, {"site.toml": 'title = "Another"\n'})
    preview = next(following)
    assert (preview.changed, len(preview.errors)) == (True, 1)
    assert "Another" in page(root, "the old bridge")


def test_a_disk_that_refuses_is_a_problem_with_a_name(root: Path) -> None:
    write_files(root, {"content/entries": "a file where a folder should be"})
    preview = next(previews(root, ADDRESS))
    assert preview.report is None
    (problem,) = preview.errors
    assert problem.path.startswith(str(root / "content/entries"))
    assert problem.message == "expected to read or write it, found: not a directory"


def test_what_is_saved_while_a_build_is_at_work_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    following = previews(root, ADDRESS)
    next(following), next(following)
    entry = entry_file(root, "the old bridge")
    text = entry.read_text("utf-8")
    last = text.replace("# Mayor says", "# Mayor asks", 1)
    saves = [last]

    def save_and_regenerate(*args: Any) -> tuple[Written, State]:
        if saves:
            entry.write_text(saves.pop(), "utf-8")
        return regenerate(*args)

    monkeypatch.setattr(ingest, "regenerate", save_and_regenerate)
    entry.write_text(text.replace("# Mayor says", "# Mayor says and says", 1), "utf-8")
    next(following)
    next(following)
    assert (saves, entry.read_text("utf-8")) == ([], last)
    assert "Mayor asks the bridge is open</h1>" in page(root, "the old bridge")


def test_a_draft_is_shown_and_marked_here_and_not_built(root: Path) -> None:
    write_files(root, {"seeds/ferry.txt": FERRY})
    assert command("build", "--project", root).code == 0
    entry = entry_file(root, "the bridge was closed")
    text = entry.read_text("utf-8")
    entry.write_text(text.replace("---\n", "---\ndraft: true\n", 1), "utf-8")
    built = command("build", "--project", root)
    assert built.out.splitlines()[0].endswith(" 1 draft left out.")
    words = ("Ferry owner", "Bo Hallam", entry.stem)
    site = tree(root / "site")
    del site["SHA256SUMS"]  # the pages that were published keep their addresses
    for path, content in site.items():
        assert [word for word in words[:2] if word.encode() in content] == [], path
    assert b"This document is a draft at present" in site[f"entries/{entry.stem}.html"]
    next(previews(root, ADDRESS))
    mark = "Draft, not published</mark>"
    assert mark in page(root, "the bridge was closed")
    assert mark not in page(root, "the old bridge")
    assert ">Draft</mark>" in (root / PREVIEW / "entries/index.html").read_text("utf-8")
    entry.write_text(text, "utf-8")
    next(previews(root, ADDRESS))
    assert mark not in page(root, "the bridge was closed")
