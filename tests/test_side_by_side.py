"""Any two versions of a statement can be chosen, however many there are, on pages that can be read."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from site_builder import present
from site_builder.build import build
from site_builder.paging import by_weight
from site_builder.side_by_side import facts
from site_builder.verify import verify
from tests.compared import COMPARED
from tests.language import ENGLISH
from tests.pages import HtmlPage, read_site, words_of
from tests.projects import command, write_files

MOST = 100_000
"""Bytes of a page."""

SEED = """\
Governor on the closed roads

ARDEN, June {day}, 2018 ({outlet}) - "The closed roads have cost the Arden valley {figure} tonnes of milk \
{word}," \
Governor Lena Voss told reporters on Monday.
"""
WORDS = "daily weekly hourly already altogether reportedly needlessly again".split()


def archive(root: Path, many: int) -> Path:
    """A statement in so many papers, with `many` // 2 wordings."""
    seeds = {
        f"seeds/{number:03}.txt": SEED.format(
            day=4 if number % 3 else 5,
            outlet=f"Paper {number:03}",
            figure=40 + number // 2 % 7,
            word=WORDS[number // 2 % 8],
        )
        for number in range(many)
    }
    write_files(root, seeds)
    assert command("build", "--project", root).code == 0
    return root


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("few"), 4)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("many"), 60)


def wordings(page: HtmlPage) -> list[Element]:
    return page.all("p", class_="wording")


def without(element: Element, tag: str) -> str:
    """The words of a comparison without what stands in one of the versions alone."""
    own = element.text or ""
    return own + "".join(
        ("" if inner.tag == tag else "".join(inner.itertext())) + (inner.tail or "") for inner in element
    )


def pairs(root: Path) -> tuple[set[tuple[str, str]], set[str]]:
    """Every two texts that some page compares, and every version's text."""
    compared, versions = set(), set()
    for path, page in read_site(root / "site").items():
        if path.startswith("same/g-"):
            assert len(page.text.encode()) < MOST, path
            compared |= {(without(element, "ins"), without(element, "del")) for element in wordings(page)}
            versions |= {words_of(quote) for quote in page.all("blockquote")}
    return compared, versions


@pytest.mark.parametrize("name", ["few", "many"])
def test_any_two_versions_are_compared(name: str, request: pytest.FixtureRequest) -> None:
    """And without what one of them has alone, each is given back."""
    compared, versions = pairs(request.getfixturevalue(name))
    assert len(versions) == (2 if name == "few" else 30)
    for one, other in combinations(versions, 2):
        assert {(one, other), (other, one)} & compared


def test_they_are_reached_by_links_alone(many: Path) -> None:
    """From the page of the group to every wording, and from there to all pages of its comparisons."""
    pages = read_site(many / "site")
    (first,) = [path for path in pages if path.startswith("same/g-") and path.count("/") == 1]
    reached, waiting = set(), [first]
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        root = "../" * path.count("/")
        found = [a.attrib["href"].removeprefix(root) for a in pages[path].all("a")]
        waiting.extend(href for href in found if href in pages and href.startswith("same/g-"))
    assert reached == {path for path in pages if path.startswith("same/g-")}


def test_versions_with_the_same_words_are_one_wording(many: Path) -> None:
    pages = read_site(many / "site")
    own = [path for path in pages if path.count("/") == 2 and path.startswith("same/g-") and "/s-" in path]
    assert len(own) == 30
    text = pages[own[0]].text
    assert "1 more version has the very same words." in text
    assert "In the very same words: " in text


def test_such_a_site_holds(many: Path) -> None:
    assert verify(many / "site", many).faults == 0


def test_where_figures_are_many_each_fact_has_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_files(tmp_path, COMPARED)
    assert command("build", "--project", root).code == 0
    one = read_site(root / "site")
    (table,) = [words_of(table) for table in one["figures/index.html"].all("table")]
    monkeypatch.setattr(present, "FIGURES", 1)
    build(root, root / "site")
    each = read_site(root / "site")
    assert each["figures/index.html"].all("table") == []
    (path,) = [path for path in each if path.startswith("figures/milk-")]
    assert [words_of(found) for found in each[path].all("table")] == [table]
    assert verify(root / "site", root).faults == 0


def test_statements_without_a_page_of_their_own_are_linked_where_they_stand(tmp_path: Path) -> None:
    """Versions, relations, wordings and figures lead to a place on the page that several share."""
    settings = {"site.toml": f"statement_pages = 1\n{COMPARED['site.toml']}"}
    root = write_files(tmp_path, {**COMPARED, **settings})
    build(root, root / "site")
    linked = {
        a.attrib["href"]
        for path, page in read_site(root / "site").items()
        if path.startswith(("same/g-", "figures/"))
        for a in page.all("a")
        if "statements/" in a.attrib["href"]
    }
    assert len(linked) == 5
    assert all(re.fullmatch(r"../statements/[0-9a-z]{2}.html#s-[0-9a-z]{8}", href) for href in linked)
    assert verify(root / "site", root).faults == 0


def test_rows_fill_pages_by_their_weight() -> None:
    parts = by_weight(ENGLISH, "a/b.html", [4, 4, 4, 20, 1], 10)
    assert [(part.path, part.low, part.high, part.label) for part in parts] == [
        ("a/b.html", 0, 2, ""),
        ("a/b/2.html", 2, 3, "page 2"),
        ("a/b/3.html", 3, 4, "page 3"),
        ("a/b/4.html", 4, 5, "page 4"),
    ]
    assert [(part.low, part.high, part.numbers) for part in by_weight(ENGLISH, "a/b.html", [], 10)] == [
        (0, 0, ())
    ]


def test_figures_that_agree_fill_pages_by_how_many_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two facts of two figures each stand on one page of four, and on two pages of three."""
    more = "She said that 612 people had crossed the old checkpoint at the brewery."
    for outlet in ("Northern Wire", "The Post"):
        text = FERRIES.format(outlet=outlet, share="a quarter of the", more=more)
        write_files(tmp_path, {f"seeds/{outlet[-4:]}.txt": f"Ferries\n\n{text}\n"})
    found = {}
    for room in (4, 3):
        monkeypatch.setattr(facts, "FIGURES", room)
        build(tmp_path, tmp_path / "site")
        pages = read_site(tmp_path / "site")
        found[room] = [len(pages[path].all("table")) for path in sorted(pages) if "figures/agreeing" in path]
        assert verify(tmp_path / "site", tmp_path).faults == 0
    assert found == {4: [2], 3: [1, 1]}


def test_a_site_in_another_language_holds(tmp_path: Path) -> None:
    """What is said of versions is said in its language, and compared without its words."""
    root = write_files(tmp_path, COMPARED | {"site.toml": f'language = "ar"\n{COMPARED["site.toml"]}'})
    build(root, root / "site")
    pages = read_site(root / "site")
    said = [words_of(said) for path in pages for said in pages[path].all("p", class_="said")]
    assert len(said) == 2
    assert all(re.search("[\u0621-\u064a]", words) and "The Valley Post" in words for words in said)
    assert verify(root / "site", root).faults == 0


OWN = "KARSK, May 14, 2019 (Northern Wire) - Some 612 people crossed the old checkpoint at the brewery."
SAID = """KARSK, May 14, 2019 (Harbour Mirror) - Mayor Ana Lind said on Tuesday that 690 people had crossed \
the old checkpoint at the brewery."""


@pytest.mark.parametrize("level", ["full", "quotation"])
def test_a_heading_is_in_words_that_are_shown(tmp_path: Path, level: str) -> None:
    files = {"seeds/own.txt": f"Crossing\n\n{OWN}\n", "site.toml": f'[rights]\ndefault = "{level}"\n'}
    again = f"Other\n\n{OWN.replace('612', '61,2')}\n"
    alone = write_files(tmp_path / "alone", files | {"seeds/bad.txt": again})
    build(alone, alone / "site")
    bare = (alone / "site" / "figures" / "index.html").read_text("utf-8")
    assert ("checkpoint" in bare) == (level == "full")
    both = write_files(tmp_path / "both", files | {"seeds/said.txt": f"Crossing\n\n{SAID}\n"})
    build(both, both / "site")
    label = "people: crossed the old checkpoint"
    assert f"<h2><bdi>{label}</bdi></h2>" in (both / "site" / "figures" / "index.html").read_text("utf-8")


FERRIES = """KARSK, May 14, 2019 ({outlet}) - Mayor Ana Lind said on Tuesday that {share} ferries in the Karsk \
harbour had been sold to Norland. {more}"""


def test_figures_that_agree_stand_by_themselves(tmp_path: Path) -> None:
    """They lead to those that differ, and back; where none differs, it is said."""
    root, more = tmp_path / "both", "She said that {} people had crossed the old checkpoint at the brewery."
    texts = {
        "wire": FERRIES.format(outlet="Northern Wire", share="a quarter of the", more=more.format(612)),
        "post": FERRIES.format(outlet="The Post", share="one in four", more=more.format(690)),
    }
    write_files(root, {f"seeds/{name}.txt": f"Ferries\n\n{text}\n" for name, text in texts.items()})
    build(root, root / "site")
    pages = read_site(root / "site")
    agreeing, differing = pages["figures/agreeing.html"], pages["figures/index.html"]
    assert [words_of(heading) for heading in agreeing.all("h2")] == ["share of ferries: sold to Norland"]
    assert [words_of(cell) for cell in agreeing.all("th", scope="row")] == ["a quarter", "one in four"]
    assert [words_of(cell) for cell in differing.all("th", scope="row")] == ["612", "690"]
    assert "../figures/index.html" in [a.attrib["href"] for a in agreeing.all("a")]
    assert "../figures/agreeing.html" in [a.attrib["href"] for a in differing.all("a")]
    assert verify(root / "site", root).faults == 0

    alone = write_files(tmp_path / "alone", {"seeds/a.txt": f"Ferries\n\n{texts['wire']}\n"})
    write_files(alone, {"seeds/b.txt": f"Ferries\n\n{texts['post'].replace('690', '612')}\n"})
    build(alone, alone / "site")
    said = read_site(alone / "site")["figures/index.html"].text
    assert "No figures were found that are given for the same thing and differ." in said
    assert verify(alone / "site", alone).faults == 0


TWICE = {
    "seeds/wire.txt": """\
Governor on the closed roads

ARDEN, June 4, 2018 (Arden Wire) - "The closed roads have cost the Arden valley 40 tonnes of milk a day. We \
asked every haulier for a list of trucks and received none at all," Governor Lena Voss told reporters on Monday.
""",
    "seeds/post.txt": """\
Milk is poured away

ARDEN, June 4, 2018 (The Valley Post) - "The closed roads have cost the Arden valley 40 tonnes of milk a day," \
Governor Lena Voss told reporters on Monday.

The cheese makers of the valley have bought milk from abroad since last week.

"We asked every haulier for a list of trucks and received none at all," Voss said.
""",
}


def groups_linked(article: Element) -> list[tuple[str, str]]:
    links = [a for a in article.iter("a") if a.attrib.get("data-part") == "group"]
    return [(a.attrib["href"].rpartition("/")[2], words_of(a)) for a in links]


def test_a_statement_in_two_groups_says_which_of_its_sentences_each_is_about(tmp_path: Path) -> None:
    """Its page leads to each once, for all versions on it, and `verify` sees when it leads to none."""
    root = write_files(tmp_path, TWICE)
    assert command("build", "--project", root).code == 0
    pages = read_site(root / "site")
    singles = (page for path, page in pages.items() if path.startswith("statements/s-"))
    (whole,) = (page for page in singles if len(groups_linked(page.all("article")[0])) > 1)
    main, *others = (groups_linked(article) for article in whole.all("article"))
    assert [label for _, label in main] == [
        "2 documents side by side (sentence 1 of the statement’s 2)",
        "2 documents side by side (sentence 2 of the statement’s 2)",
    ]
    assert len({path for path, _ in main}) == 2
    assert others == [[], []]
    assert [fault for checked in verify(root / "site", root).checked for fault in checked.faults] == []
    file = root / "site" / whole.path
    file.write_text(file.read_text("utf-8").replace('data-part="group"', 'data-part="topic"', 1), "utf-8")
    found = [
        fault
        for checked in verify(root / "site", None).checked
        if checked.name == "related"
        for fault in checked.faults
    ]
    assert [fault.message[:14] for fault in found] == ["expected group"] * 2
