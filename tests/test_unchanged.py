"""A build with nothing to do does nothing; after any change the site is the one a first build would make."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.projects import BRIDGE, FERRY, Done, command, entry_file, replace, tree, write_files

FILES: dict[str, str | bytes] = {
    "seeds/bridge.txt": BRIDGE,
    "seeds/ferry.txt": FERRY,
    "site.toml": 'title = "T"\n',
    "content/lexicon/topics.yaml": "- name: Bridges\n  terms: [bridge]\n",
    "content/pages/about.md": "---\ntitle: About\n---\nWords.\n",
}
NOTHING = "nothing changed in "


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive, built once."""
    root = write_files(tmp_path / "archive", FILES)
    assert build(root).code == 0
    return root


def build(root: Path, *words: str) -> Done:
    return command("build", "--project", root, *words)


def stamp(path: Path) -> tuple[int, int]:
    return path.stat().st_ino, path.stat().st_mtime_ns


def did_nothing(done: Done) -> bool:
    return f", {NOTHING}" in done.out.splitlines()[0]


def test_a_second_build_touches_nothing(root: Path) -> None:
    before = {path: stamp(root / path) for path in tree(root)}
    done = build(root)
    assert (done.code, done.err, did_nothing(done)) == (0, (), True)
    assert {path: stamp(root / path) for path in tree(root)} == before


def test_the_closing_line_counts_the_same_things_again(root: Path) -> None:
    first = build(write_files(root, {"content/pages/a.md": "---\ntitle: A\n---\n"})).out.split(", ")[:4]
    assert first == ["2 documents", "4 statements", "2 speakers", "1 topic"]
    assert build(root).out.split(", ")[:4] == first


def test_what_was_wrong_is_said_again(root: Path) -> None:
    write_files(root, {"seeds/empty.txt": ""})
    first, again = build(root), build(root)
    assert first.err == again.err == ("seeds/empty.txt: expected an article, found an empty file",)
    assert (first.code, again.code, did_nothing(again)) == (1, 1, True)


def in_the_same_moment(root: Path) -> None:
    """Other words of the same length, and the file's time set back."""
    path = root / "seeds" / "bridge.txt"
    times = path.stat()
    replace(root, "seeds/bridge.txt", "old bridge", "new bridge")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def rename(root: Path) -> None:
    (root / "seeds" / "ferry.txt").rename(root / "seeds" / "boat.txt")
    shutil.rmtree(root / "content" / "entries")
    shutil.rmtree(root / "content" / "state")


OVERRIDE = '{% extends "default/text.html" %}{% block content %}{{ super() }}<p>Mine.</p>{% endblock %}'

CHANGES: dict[str, Callable[[Path], object]] = {
    "a seed's words": lambda root: replace(root, "seeds/bridge.txt", "April", "March"),
    "a seed's words, its length and time the same": in_the_same_moment,
    "another seed": lambda root: write_files(root, {"seeds/a.txt": FERRY.replace("Bo Hallam", "Cy Orr")}),
    "a seed renamed and its entry gone": rename,
    "a sidecar": lambda root: write_files(root, {"seeds/ferry.yaml": "author: Di Moe\n"}),
    "an entry edited": lambda root: replace(
        root, entry_file(root, "ferry").relative_to(root).as_posix(), "### s-", "A note.\n\n### s-"
    ),
    "an entry deleted": lambda root: entry_file(root, "ferry").unlink(),
    "the states deleted": lambda root: shutil.rmtree(root / "content" / "state"),
    "the lexicon": lambda root: replace(root, "content/lexicon/topics.yaml", "Bridges", "Crossings"),
    "a page": lambda root: replace(root, "content/pages/about.md", "Words", "Other words"),
    "a page deleted": lambda root: (root / "content/pages/about.md").unlink(),
    "the settings": lambda root: replace(root, "site.toml", "T", "U"),
    "the settings deleted": lambda root: (root / "site.toml").unlink(),
    "a template": lambda root: write_files(root, {"templates/text.html": OVERRIDE}),
    "a style sheet": lambda root: write_files(root, {"templates/static/style.css": "p{margin:0}"}),
    "a picture": lambda root: write_files(root, {"templates/static/a.png": b"\x89PNG"}),
    "a built page deleted": lambda root: (root / "site/about.html").unlink(),
    "a built page tampered with": lambda root: replace(root, "site/about.html", "Words", "Wards"),
    "the whole site deleted": lambda root: shutil.rmtree(root / "site"),
    "the record garbled": lambda root: write_files(root, {".site_builder/built.json": "{"}),
    "the record of another kind": lambda root: write_files(root, {".site_builder/built.json": "[1]"}),
    "no record at all": lambda root: (root / ".site_builder/built.json").unlink(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_the_site_is_the_one_a_first_build_makes(name: str, root: Path, tmp_path: Path) -> None:
    CHANGES[name](root)
    cold = tmp_path / "cold" / "archive"
    shutil.copytree(root, cold, ignore=shutil.ignore_patterns("site", ".site_builder"))
    fresh, warm = build(cold), build(root)
    assert not did_nothing(warm)
    assert (warm.code, warm.err) == (fresh.code, fresh.err) == (0, ())
    assert tree(root, "site") == tree(cold, "site")
    assert tree(root, "content") == tree(cold, "content")
    assert did_nothing(build(root))


@pytest.mark.parametrize("words", [("--base-url", "https://a.example/"), ("--output", "elsewhere")])
def test_other_options_are_another_build(
    words: tuple[str, ...], root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert not did_nothing(build(root, *words))
    assert did_nothing(build(root, *words))
    assert not did_nothing(build(root))


def test_an_archive_that_cannot_be_recorded_is_built_all_the_same(root: Path) -> None:
    shutil.rmtree(root / ".site_builder")
    shutil.rmtree(root / "site")
    (root / ".site_builder").write_text("in the way")
    done = build(root)
    assert done.code == 1
    assert len(done.err) == 1
    assert ".site_builder" in done.err[0]
