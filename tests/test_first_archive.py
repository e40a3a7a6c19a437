"""The archive that comes with the generator: `make site` turns its articles into a site one can browse."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.examine import examine
from site_builder.lexicon import parse_lexicon
from site_builder.report import Report
from site_builder.text import slug
from tests.pages import read_site
from tests.projects import FERRY, command, tree, write_files
from tests.test_site import dead_addresses

ROOT = Path(__file__).parents[1]
PARTS = ("seeds", "content", "site.toml")


def copy_archive(target: Path) -> Path:
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part)
        else:
            shutil.copy2(source, target / part)
    return target


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_archive(tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="module")
def report(root: Path) -> Report:
    return build(root, root / "site")


def test_every_article_is_there_with_its_statements(root: Path, report: Report) -> None:
    assert [str(problem) for problem in report.problems if problem.level == "error"] == []
    assert report.documents == len(list((ROOT / "seeds").glob("*.txt"))) == 5
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


def test_the_entries_in_the_repository_are_those_the_program_writes(root: Path, report: Report) -> None:
    assert tree(root, "content") == tree(ROOT, "content")
    assert report.entries == ()


def test_every_address_of_the_site_leads_somewhere(root: Path, report: Report) -> None:
    assert dead_addresses(root / "site", read_site(root / "site")) == []


def test_another_article_appears_under_its_topic_speaker_and_day(tmp_path: Path) -> None:
    root = copy_archive(tmp_path)
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
