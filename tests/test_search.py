"""The index for search: the same for the same statements, made again by the year, and not without Pagefind."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from site_builder import renew
from site_builder.build import build
from site_builder.errors import InputError
from site_builder.examine import examine
from site_builder.pagefind import Pagefind, index, installed
from tests.pages import read_page, words_of
from tests.projects import BRIDGE, FERRY, replace, tree, write_files

PAGEFIND = installed()
needs_pagefind = pytest.mark.skipif(PAGEFIND is None, reason="needs pip install 'site-builder[search]'")

FILES = {
    "seeds/bridge.txt": BRIDGE,
    "seeds/ferry.txt": FERRY.replace("2019", "2013"),
    "site.toml": 'title = "T"\n',
    "content/lexicon/topics.yaml": "- name: Bridges\n  terms: [bridge]\n",
}
ABSENT = (
    "This site is built without an index for search. All statements can be reached by filters and plain links."
)


def made(root: Path, pagefind: Pagefind | None = PAGEFIND) -> set[str]:
    """Build, and the files that were written."""
    report = build(root, root / "site", pagefind=pagefind)
    assert [str(problem) for problem in report.problems if problem.level == "error"] == []
    return {line.split(": ")[0] for line in report.written}


def indexes(root: Path) -> dict[str, bytes]:
    return tree(root / "site/search/index")


def said(root: Path) -> str:
    page = read_page("search/index.html", (root / "site/search/index.html").read_text("utf-8"))
    return " ".join(words_of(line) for line in page.all("p", class_="sum"))


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_files(tmp_path_factory.mktemp("search") / "archive", dict(FILES))
    made(root)
    return root


@pytest.fixture
def root(once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(once, tmp_path / "archive"))


@needs_pagefind
def test_the_same_statements_give_the_same_bytes(once: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(once, tmp_path / "x", ignore=shutil.ignore_patterns("site", ".site_builder")))
    made(other)
    assert indexes(other) == indexes(once)


@needs_pagefind
def test_a_year_has_an_index_and_the_first_the_engine(once: Path) -> None:
    paths = indexes(once).keys()
    assert {path.split("/")[0] for path in paths} == {"2013", "2019"}
    assert {path for path in paths if path.endswith(("pagefind.js", "-worker.js", ".pagefind"))} == {
        "2013/pagefind.js", "2013/pagefind-worker.js", "2013/wasm.en.pagefind"
    }  # fmt: skip
    rows = [row for made in examine(once).documents for row in made.records if not row.own_voice and row.said]
    wanted = [sum(row.said.edtf.startswith(year) for row in rows if row.said) for year in ("2013", "2019")]
    assert [sum(f"{year}/fragment/" in path for path in paths) for year in ("2013", "2019")] == wanted


@needs_pagefind
def test_a_changed_statement_has_its_year_indexed_again_alone(root: Path, tmp_path: Path) -> None:
    assert made(root) == set()
    (entry,) = (root / "content/entries").glob("2013-*.md")
    entry.write_text(entry.read_text("utf-8").replace("- speaker: Bo Hallam", "- speaker: Bo Hallem"), "utf-8")
    touched = {path.split("/")[2] for path in made(root) if path.startswith("search/index/")}
    assert touched == {"2013"}
    cold = Path(shutil.copytree(root, tmp_path / "y", ignore=shutil.ignore_patterns("site", ".site_builder")))
    made(cold)
    assert tree(root / "site") == tree(cold / "site")


@needs_pagefind
def test_what_did_not_change_is_not_indexed_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed: list[int] = []

    def watched(
        pagefind: Pagefind, pages: Iterable[tuple[str, bytes]], language: str, engine: bool
    ) -> Mapping[str, bytes]:
        given = tuple(pages)
        indexed.append(len(given))
        return index(pagefind, given, language, engine)

    monkeypatch.setattr(renew, "index", watched)
    assert made(root) == set()
    (entry,) = (root / "content/entries").glob("2013-*.md")
    replace(root, entry.relative_to(root).as_posix(), "- speaker: Bo Hallam", "- speaker: Bo Hallem")
    assert made(root) != set()
    assert indexed == [sum("2013/fragment/" in path for path in indexes(root))]


@needs_pagefind
def test_an_index_tampered_with_is_made_again(root: Path) -> None:
    before = indexes(root)
    (root / "site/search/index/2019/pagefind-entry.json").write_text("{}")
    next((root / "site/search/index/2019").glob("*.pf_meta")).unlink()
    written = made(root)
    assert {path.rpartition(".")[2] for path in written} == {"json", "pf_meta"}
    assert indexes(root) == before


@needs_pagefind
def test_without_the_record_of_it_the_index_is_no_stranger(root: Path) -> None:
    before = tree(root / "site")
    next((root / ".site_builder").glob("ledger-*.json")).unlink()
    assert made(root) == before.keys()
    assert tree(root / "site") == before


@needs_pagefind
@pytest.mark.parametrize("rights", ["quotation", "full"])
def test_what_is_not_searched_is_said(rights: str, root: Path) -> None:
    """With a link to all of it, where the site may show it."""
    (root / "site.toml").write_text(f'title = "T"\n[rights]\ndefault = "{rights}"\n', "utf-8")
    made(root)
    page = read_page("search/index.html", (root / "site/search/index.html").read_text("utf-8"))
    line, listed = page.one("p", class_="rights"), rights == "full"
    assert words_of(line) == (
        "Searched are the words that somebody is quoted or paraphrased with. What an outlet says in its own"
        " voice is not; it stands on the page of its document."
        + listed
        * " All of it is listed by date under Outlet’s own voice."
    )
    assert [link.attrib["href"] for link in line.iter("a")] == listed * ["../kinds/own-voice.html"]


@needs_pagefind
def test_without_the_program_the_site_says_so(root: Path) -> None:
    assert said(root) != ABSENT
    made(root, pagefind=None)
    assert (said(root), indexes(root)) == (ABSENT, {})
    made(root)
    assert indexes(root) != {}


def test_an_archive_without_statements_has_no_index(tmp_path: Path) -> None:
    root = write_files(
        tmp_path / "archive", {"site.toml": 'title = "T"\n', "content/pages/about.md": "---\ntitle: A\n---\n"}
    )
    made(root)
    assert (said(root), indexes(root)) == (ABSENT, {})


def test_a_program_that_fails_is_named_with_what_it_said(tmp_path: Path) -> None:
    root = write_files(tmp_path / "archive", dict(FILES))
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho no memory >&2\nexit 3\n")
    program.chmod(0o755)
    with pytest.raises(InputError) as caught:
        made(root, Pagefind(program, "1"))
    message = "expected an index for search, found that pagefind failed: no memory"
    assert [str(problem) for problem in caught.value.problems] == [f"{program}: {message}"]
