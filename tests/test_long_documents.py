"""A document that is too long for a page has several, and its source beside it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder import permalinks
from site_builder.build import build
from tests.pages import HtmlPage, read_site, words_of
from tests.projects import FERRY, command, entry_file, tree, write_files

PLACES = ("harbour", "quay", "market", "ferry", "bridge", "mill", "school", "tower", "theatre", "station")
PARAGRAPHS = [
    f"“The {place} will have {number} lamps,” the engineer Ada Marl said. She walked on to the next of them."
    for number, place in enumerate(PLACES * 2, 2)
]
HEADED = [*PARAGRAPHS[:11], "THE SECOND ROUND", *PARAGRAPHS[11:]]
LONG = "\n\n".join(["Ada Marl counts lamps", "The Quay Post, 3 May 2019", *HEADED]) + "\n"
NAME = "2019-05-03-the-quay-post-ada-marl-counts-lamps"


@pytest.fixture(scope="module", autouse=True)
def short_pages() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(permalinks, "OF_A_DOCUMENT", 12)
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files: dict[str, str | bytes] = {"seeds/long.txt": LONG, "seeds/ferry.txt": FERRY}
    root = write_files(tmp_path_factory.mktemp("long") / "archive", files)
    build(root, root / "site")
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A copy to work on."""
    return Path(shutil.copytree(built, tmp_path / "archive"))


def pages_of(root: Path, folder: str) -> list[HtmlPage]:
    """The pages of the long document in their order, by the links from each to the next."""
    pages, path = read_site(root / "site"), f"{folder}/{NAME}.html"
    found = [pages[path]]
    while (path := re.sub(r"(?:/(\d+))?\.html$", _following, path)) in pages:
        found.append(pages[path])
    return found


def _following(found: re.Match[str]) -> str:
    return f"/{int(found.group(1) or 1) + 1}.html"


def rows_of(root: Path) -> list[dict[str, object]]:
    lines = (root / f"site/data/statements/{NAME}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def statements_on(page: HtmlPage) -> list[str]:
    return [found.attrib["id"] for found in page.all("article") if "statement" in found.attrib["class"].split()]


def test_every_passage_stands_on_one_page_in_its_order(root: Path) -> None:
    pages = pages_of(root, "entries")
    assert len(pages) == 4
    ids = [made for page in pages for made in statements_on(page)]
    assert ids == [row["id"] for row in rows_of(root)]
    assert max(len(statements_on(page)) for page in pages) <= 12
    site = read_site(root / "site")
    for row in rows_of(root):
        path, _, made = str(row["page"]).partition("#")
        assert made in statements_on(site[path])


def test_a_heading_is_not_the_last_line_of_a_page(root: Path) -> None:
    for page in pages_of(root, "entries"):
        inside = [found for found in page.all("section") if found.attrib.get("class") == "listing"]
        assert "subhead" not in list(inside[0])[-1].attrib["class"].split()


def test_the_first_page_leads_to_all_and_knows_every_passage(root: Path) -> None:
    first, *others = pages_of(root, "entries")
    (contents,) = [nav for nav in first.all("nav") if "leaves" in nav.attrib.get("class", "")]
    links = [a.attrib["href"] for a in contents.iter("a")]
    assert links == [f"../entries/{NAME}.html", *(f"../entries/{NAME}/{n}.html" for n in (2, 3, 4))]
    ids = {found.attrib["id"] for found in first.all("span") if "id" in found.attrib}
    assert ids == {made for page in others for made in statements_on(page)}
    assert words_of(others[0].one("h1")) == "Ada Marl counts lamps, page 2"
    assert "facts" not in {found.attrib.get("class") for page in others for found in page.all("dl")}


def test_a_source_is_cut_as_its_entry_is(root: Path) -> None:
    entries, sources = pages_of(root, "entries"), pages_of(root, "sources")
    assert len(sources) == len(entries)
    for entry, source in zip(entries, sources, strict=True):
        anchors = {found.attrib["id"] for found in source.all("a") if "id" in found.attrib}
        assert set(statements_on(entry)) <= anchors
        named = [found.attrib["data-place"] for found in source.all("tr") if "data-place" in found.attrib]
        assert named == statements_on(entry)
    shown = "".join(words_of(found) for source in sources for found in source.all("p"))
    assert all(f"will have {number} lamps" in shown for number in range(2, 22))


def test_verify_finds_no_fault(root: Path) -> None:
    done = command("verify", "--project", root)
    assert (done.code, "No fault was found." in "".join(done.out)) == (0, True)


def test_an_export_names_the_same_pages(root: Path) -> None:
    done = command("export", "--project", root)
    pages = {row["id"]: row["page"] for row in map(json.loads, done.out.splitlines())}
    assert [pages[row["id"]] for row in rows_of(root)] == [row["page"] for row in rows_of(root)]


def test_a_page_that_is_needed_no_more_leads_to_the_document(root: Path) -> None:
    entry = entry_file(root, "long")
    text = entry.read_text("utf-8")
    sections = [found.start() for found in re.finditer(r"^### ", text, re.M)]
    entry.write_text(text[: sections[20]], "utf-8")
    build(root, root / "site")
    for folder in ("entries", "sources"):
        last = read_site(root / "site")[f"{folder}/{NAME}/4.html"]
        assert [a.attrib["href"] for a in last.one("main").iter("a")] == [f"../../{folder}/{NAME}.html"]


def test_a_warm_build_is_a_cold_one(root: Path, tmp_path: Path) -> None:
    """A longer quotation moves those after it: every page that leads to one of them follows."""
    seed = root / "seeds/long.txt"
    seed.write_text(LONG.replace("THE SECOND ROUND", f"{PARAGRAPHS[3]}\n\n{PARAGRAPHS[5]}"), "utf-8")
    build(root, root / "site")
    warm = tree(root / "site")
    assert build(root, root / "site").written == ()
    build(root, tmp_path / "cold")
    assert warm == tree(tmp_path / "cold")
