"""A document that does not name its outlet: nobody carried it, in numbers, lists, citations and data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.pages import HtmlPage, read_site, words_of
from tests.projects import BRIDGE, FERRY, command, write_files

REPORT = """\
“The bridge is open”

KARSK, May 14, 2019 - Mayor Ana Lind said on Tuesday that the old bridge was open again.

"We have counted every bolt," Lind told reporters. "We have counted every bolt twice."
"""
NOTICE = """\
Ferry to stop

KARSK, May 16, 2019 - Ferry owner Bo Hallam said on Thursday that the ferry would stop in June.
"""
LEAD = "Statements in documents that do not name their outlet. They count as no outlet’s."


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents of one outlet, and two of none."""
    root = tmp_path_factory.mktemp("nameless")
    write_files(
        root, {"seeds/a.txt": BRIDGE, "seeds/b.txt": FERRY, "seeds/c.txt": REPORT, "seeds/d.txt": NOTICE}
    )
    assert command("build", "--project", root).code == 0
    return root


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, HtmlPage]:
    return read_site(root / "site")


def statement_page(pages: dict[str, HtmlPage], words: str) -> HtmlPage:
    """The page of the statement in a document that names no outlet."""
    found = (page for path, page in pages.items() if path.startswith("statements/s-") and words in page.text)
    return next(page for page in found if "Outlet not named; in" in words_of(page.one("main")))


def test_home_counts_the_outlets_that_are_named(pages: dict[str, HtmlPage]) -> None:
    home = pages["index.html"]
    assert [words_of(item) for item in home.one("ul", class_="figures")] == [
        "4 Documents", "8 Statements", "2 Speakers", "0 Topics", "1 Outlets",
    ]  # fmt: skip
    assert words_of(home.one("section", class_="outlets")) == (
        "Carried by Northern Wire4 Outlet not named 4 statements"
    )
    assert [words_of(p) for p in home.one("div", class_="span")][1] == (
        "Documents that do not name their outlet: 2 of 4. "
        "The others come, by origin, from 1 outlet of no recorded type or country. Whose voices"
    )


def test_coverage_tells_the_documents_without_an_outlet_apart(pages: dict[str, HtmlPage]) -> None:
    prose = pages["coverage/index.html"].one("div", class_="prose")
    assert [words_of(p) for p in prose][:-1] == [
        "Documents that do not name their outlet: 2 of 4.",
        "The others come, by origin, from 1 outlet of no recorded type or country.",
        "Documents that republish another outlet’s text: 0 of 4.",
        "Documents from an outlet whose type is not recorded: 2 of 4.",
        "Statements whose speaker is not identified: 1 of 8.",
        "Statements of no day of their own, or of no single one: 1 of 8.",
    ]


def test_their_statements_have_a_list_below_those_of_outlets(pages: dict[str, HtmlPage]) -> None:
    lists = pages["outlets/index.html"].all("ul", class_="tallies")
    assert [[words_of(item) for item in rows] for rows in lists] == [
        ["Northern Wire4"],
        [f"Outlet not named4{LEAD}"],
    ]
    group = pages["outlets/outlet-not-named.html"]
    assert len(group.all("article", class_="statement")) == 4
    assert group.all("dl", class_="facts") == []


def test_what_is_said_of_them_names_no_outlet(pages: dict[str, HtmlPage]) -> None:
    page = statement_page(pages, "told reporters")
    carried = page.one("article", class_="single").findall(".//footer/p")[0]
    assert words_of(carried) == "Outlet not named; in “The bridge is open”, 14 May 2019"
    tags = {meta.get("name") or meta.get("property"): meta.get("content") for meta in page.all("meta")}
    assert {"citation_journal_title", "DC.publisher"} & tags.keys() == set()
    assert tags["og:description"] == tags["description"]
    assert (tags["og:description"] or "").startswith("Ana Lind, Mayor, 14 May 2019: ")
    (data,) = (json.loads(script.text or "") for script in page.all("script", type="application/ld+json"))
    article = next(item for item in data if item["@type"] == "NewsArticle")
    assert (article["headline"], "publisher" in article) == ("“The bridge is open”", False)
    chicago = page.one("pre", id="cite-chicago").text or ""
    assert "in “‘The bridge is open,’” May 14, 2019, " in chicago
    cited = "".join(pre.text or "" for pre in page.all("pre"))
    assert "not named" not in cited


def test_versions_without_an_outlet_are_no_outlets(pages: dict[str, HtmlPage]) -> None:
    ends = {words_of(row)[-50:] for row in pages["same/index.html"].one("ul", class_="tallies")}
    assert ends == {"1 outlet, 1 origin, 1 document that names no outlet"[-50:]}


def test_word_by_word_its_title_stands_for_it(pages: dict[str, HtmlPage]) -> None:
    compared = [page for path, page in pages.items() if path.startswith("same/g-")]
    heads = {
        words_of(head) for page in compared for head in page.all("h3") if "The bridge is open" in words_of(head)
    }
    assert heads == {"Northern Wire and “‘The bridge is open’”"}


def test_verify_counts_as_the_pages_do(root: Path) -> None:
    done = command("verify", "--project", root)
    assert (done.code, done.err) == (0, ())


def test_nobody_is_no_outlet_without_a_profile(root: Path) -> None:
    lexicon = "- {name: Northern Wire, type: blog, label_source: Its imprint}\n"
    write_files(root, {"content/lexicon/outlets.yaml": lexicon})
    assert command("check", "--project", root).err == ()
