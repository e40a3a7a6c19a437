"""The archive that comes with the generator: `make site` turns its articles into a site one can browse."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.entryfiles import read_entries, read_states
from site_builder.examine import examine
from site_builder.lexicon import parse_lexicon
from site_builder.report import Report
from site_builder.text import slug
from tests.first import ROOT, SEEDS, copy_first, make_first
from tests.pages import read_site
from tests.projects import FERRY, command, entry_file, tree, write_files
from tests.test_site import dead_addresses


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_first(tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="module")
def report(root: Path) -> Report:
    return build(root, root / "site")


def test_every_article_is_there_with_its_statements(root: Path, report: Report) -> None:
    assert [str(problem) for problem in report.problems if problem.level == "error"] == []
    assert report.documents == len(SEEDS)
    assert report.statements >= 39
    assert report.speakers >= 6
    assert report.topics >= 8


def test_every_article_has_its_outlet_and_a_date_with_its_reason(root: Path, report: Report) -> None:
    documents = examine(root).documents
    for document in documents:
        assert document.fingerprint
        assert document.title
        assert document.outlet != "Outlet not named"
        assert document.published is not None
        assert document.published.reason
        for record in document.records:
            assert record.said is None or record.said.reason


def worked_on(root: Path) -> str:
    """What an owner did to the archive since it came; "" for nothing."""
    seeds = {path.relative_to(root).as_posix() for path in (root / "seeds").rglob("*.txt")}
    if others := sorted(seeds - {*SEEDS}):
        return f"seeds/ holds other articles than the five it came with: {', '.join(others)}"
    entries = read_entries(root, read_states(root, []), [])
    edited = [written.path for written in entries.values() if written.edited]
    return f"entries were edited by hand: {', '.join(edited)}" if edited else ""


def test_what_an_owner_did_is_told(tmp_path: Path) -> None:
    root = make_first(tmp_path)
    assert worked_on(root) == ""
    entry = entry_file(root, "- kind: direct")
    entry.write_text(entry.read_text("utf-8") + "\nA note.\n", "utf-8")
    assert worked_on(root) == f"entries were edited by hand: content/entries/{entry.name}"
    write_files(root, {"seeds/ferry.txt": FERRY})
    assert worked_on(root) == "seeds/ holds other articles than the five it came with: seeds/ferry.txt"


@pytest.mark.skipif(worked_on(ROOT) != "", reason=worked_on(ROOT))
def test_the_entries_in_the_repository_are_those_the_program_writes(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    copy_first(tmp_path)
    report = build(tmp_path, tmp_path / "site")
    assert tree(tmp_path, "content") == tree(ROOT, "content")
    assert report.entries == ()


def test_every_address_of_the_site_leads_somewhere(root: Path, report: Report) -> None:
    assert dead_addresses(root / "site", read_site(root / "site")) == []


def test_another_article_appears_under_its_topic_speaker_and_day(tmp_path: Path) -> None:
    root = copy_first(tmp_path)
    topics, _ = parse_lexicon({"topics": (root / "content/lexicon/topics.yaml").read_text("utf-8")}, "")
    topic = topics.topics[0]
    write_files(root, {"seeds/ferry.txt": f'{FERRY}\n"It is about {topic.terms[0]}," Hallam said.\n'})
    done = command("build", "--project", root)
    assert (done.code, done.err) == (0, ())
    assert done.out.startswith("6 documents, ")
    pages = read_site(root / "site")
    for path in ("speakers/bo-hallam.html", "dates/2019-05-15.html", "outlets/northern-wire.html"):
        assert "the bridge was closed" in pages[path].text, path
    assert f"It is about {topic.terms[0]}," in pages[f"topics/{slug(topic.name)}.html"].text
    home = pages["index.html"].text
    assert "Ferry owner disputes the date" in home
