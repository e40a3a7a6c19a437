"""The invented archive gives exactly the expected tree, wherever, however and how often it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.text import plural
from tests.golden import EXPECTED, MADE, PROBLEMS, made
from tests.projects import command, copy_harbour, digest, tree

AGAIN = "`python -m tests.golden` writes the expected tree anew: read the difference before committing it"


def test_the_golden_site(harbour: Path) -> None:
    found, expected = made(harbour), tree(EXPECTED)
    assert sorted(found) == sorted(expected), AGAIN
    differing = [path for path, content in found.items() if content != expected[path]]
    assert differing == [], AGAIN


def test_entries_and_pages_are_utf_8_with_plain_line_ends(harbour: Path) -> None:
    for path, content in tree(harbour, *MADE).items():
        text = content.decode("utf-8")
        assert "\r" not in text, path
        assert text.endswith("\n") or path == "site/.nojekyll", path


@pytest.fixture(scope="module")
def commanded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented archive as the command builds it: with what Pagefind makes, where that is installed."""
    root = copy_harbour(tmp_path_factory.mktemp("commanded") / "archive")
    assert command("build", "--project", root).code == 0
    return root


def run(project: str, *words: str, cwd: Path, **environment: str) -> str:
    """A build in a process of its own; the digest of everything it made."""
    line = [sys.executable, "-m", "site_builder", "build", "--project", project, *words]
    env = {**os.environ, **environment}
    done = subprocess.run(line, cwd=cwd, env=env, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    return digest(tree(cwd / project, *MADE))


WAYS = {
    "another hash seed": ((), {"PYTHONHASHSEED": "1"}),
    "another clock": ((), {"TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "86400", "PYTHONHASHSEED": "2"}),
    "no locale": ((), {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "two jobs": (("--jobs", "2"), {"PYTHONHASHSEED": "3"}),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_building_gives_the_same_bytes(way: str, commanded: Path, tmp_path: Path) -> None:
    words, environment = WAYS[way]
    root = copy_harbour(tmp_path / "elsewhere")
    assert run(str(root), *words, cwd=tmp_path, **environment) == digest(tree(commanded, *MADE))


def test_two_jobs_share_the_work_and_the_order_stays(
    commanded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The archive is too small for workers to be started: here they are, whatever its size."""
    monkeypatch.setattr("site_builder.workers.WORTH_IT", 0)
    root = copy_harbour(tmp_path / "jobs")
    assert command("build", "--project", root, "--jobs", "2").err == ()
    assert tree(root, *MADE) == tree(commanded, *MADE)


def test_a_copied_archive_builds_in_place(commanded: Path, tmp_path: Path) -> None:
    """With its built site and its private folder, under another name and from inside."""
    root = tmp_path / "copy"
    shutil.copytree(commanded, root)
    before = tree(root, *MADE)
    assert run(".", cwd=root) == digest(before)


def test_one_archive_is_built_from_any_folder(tmp_path: Path) -> None:
    root = copy_harbour(tmp_path / "archive")
    first = run("archive", cwd=tmp_path)
    assert run(".", cwd=root) == first
    assert run(str(root), cwd=root / "seeds") == first


def test_a_second_build_writes_no_entry(commanded: Path, tmp_path: Path) -> None:
    root = tmp_path / "twice"
    shutil.copytree(commanded, root, ignore=shutil.ignore_patterns("site", ".site_builder"))
    before = {path: (root / path).stat().st_mtime_ns for path in tree(root, "content")}
    done = command("build", "--project", root)
    assert (done.code, done.err) == (0, ())
    assert {path: (root / path).stat().st_mtime_ns for path in tree(root, "content")} == before
    assert tree(root, *MADE) == tree(commanded, *MADE)


def test_checking_writes_nothing(harbour: Path) -> None:
    before = tree(harbour)
    done = command("check", "--project", harbour)
    problems = (EXPECTED / PROBLEMS).read_text("utf-8").splitlines()
    closing = f"6 documents checked, 0 problems and {plural(len(problems), 'warning')} found.\n"
    assert (done.code, done.out, list(done.err)) == (0, closing, problems)
    assert tree(harbour) == before
