"""What was published keeps its address: it leads on, or says that nothing stands there any more."""

from __future__ import annotations

import re
from pathlib import Path

import feedparser
import html5lib
import pytest

from tests.pages import HtmlPage, read_site, words_of
from tests.projects import BRIDGE, FERRY, command, entry_file, tree, write_files

FILES: dict[str, str | bytes] = {
    "seeds/bridge.txt": BRIDGE,
    "seeds/ferry.txt": FERRY,
    "content/lexicon/topics.yaml": "- name: Bridges\n  terms: [bridge]\n",
}
HELD = "Not here at present {} is a draft at present, and is not shown until its editors are done with it."
NOTHING = "This page was published here once. The archive has nothing to show on it any more."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_files(tmp_path / "archive", FILES)
    build(root)
    return root


def build(root: Path) -> dict[str, HtmlPage]:
    """The site after a build in which no page was lost."""
    before = (
        {path for path in tree(root / "site") if path.endswith(".html")} if (root / "site").exists() else set()
    )
    command("build", "--project", root)
    pages = read_site(root / "site")
    assert before <= pages.keys()
    return pages


def refresh_of(page: HtmlPage) -> str:
    found = [m.attrib["content"] for m in page.all("meta") if m.attrib.get("http-equiv") == "refresh"]
    return found[0].partition("url=")[2] if found else ""


def test_an_entry_under_another_name_is_found_under_both(root: Path) -> None:
    entry = entry_file(root, "ferry")
    other = entry.with_name("2019-05-15-ferry.md")
    old = entry.stem
    other.write_text(entry.read_text("utf-8").replace(f"entry: {old}", f"entry: {other.stem}"), "utf-8")
    entry.unlink()
    pages = build(root)
    assert refresh_of(pages[f"entries/{old}.html"]) == f"../entries/{other.stem}.html"
    assert refresh_of(pages[f"sources/{old}.html"]) == f"../sources/{other.stem}.html"
    assert not (root / f"content/state/{old}.json").exists()
    assert "This page has another address now." in words_of(pages[f"entries/{old}.html"].one("main"))
    again = build(root)
    assert refresh_of(again[f"entries/{old}.html"]) == f"../entries/{other.stem}.html"


def test_a_document_that_is_gone_says_so(root: Path) -> None:
    entry = entry_file(root, "ferry")
    for path in (entry, root / "seeds/ferry.txt", root / f"content/state/{entry.stem}.json"):
        path.unlink()
    pages = build(root)
    main = pages[f"entries/{entry.stem}.html"].one("main")
    assert words_of(main) == "No longer here This document is no longer in the archive. All pages of this kind"


def test_a_topic_that_is_gone_says_so_and_is_in_no_list(root: Path) -> None:
    write_files(root, {"content/lexicon/topics.yaml": "- name: Crossings\n  terms: [bridge]\n"})
    pages = build(root)
    assert NOTHING in words_of(pages["topics/bridges.html"].one("main"))
    assert "topics/bridges.html" not in (root / "site/sitemap.xml").read_text("utf-8")
    assert "Bridges" not in words_of(pages["topics/index.html"].one("main"))


def test_a_topic_that_comes_back_has_its_page_back(root: Path) -> None:
    before = tree(root / "site")
    write_files(root, {"content/lexicon/topics.yaml": "- name: Crossings\n  terms: [bridge]\n"})
    build(root)
    write_files(root, FILES)
    build(root)
    assert tree(root / "site")["topics/bridges.html"] == before["topics/bridges.html"]


def test_a_page_is_forgotten_when_its_line_is(root: Path) -> None:
    write_files(root, {"content/lexicon/topics.yaml": "- name: Crossings\n  terms: [bridge]\n"})
    command("build", "--project", root)
    published = root / "content/state/published.txt"
    published.write_text(published.read_text("utf-8").replace("topics/bridges.html\n", ""), "utf-8")
    command("build", "--project", root)
    assert not (root / "site/topics/bridges.html").exists()


def test_a_statement_is_found_from_the_page_of_its_own_that_it_had(root: Path) -> None:
    own = [path for path in read_site(root / "site") if path.startswith("statements/s-")]
    write_files(root, {"site.toml": "statement_pages = 1\n"})
    pages = build(root)
    for path in own:
        made = path.removeprefix("statements/").removesuffix(".html")
        shared, _, anchor = refresh_of(pages[path]).removeprefix("../").partition("#")
        assert (anchor, anchor in pages[shared].ids()) == (made, True)


def test_a_shared_page_that_is_gone_leads_on_by_its_anchors(root: Path) -> None:
    write_files(root, {"site.toml": "statement_pages = 1\n"})
    shared = [path for path in build(root) if path.startswith("statements/") and "/s-" not in path]
    (root / "site.toml").unlink()
    pages = build(root)
    assert shared
    for path in shared:
        items = [item for item in pages[path].one("main").iter() if item.attrib.get("id", "").startswith("s-")]
        assert items
        leads = {item.attrib["id"]: [link.attrib["href"] for link in item.iter("a")] for item in items}
        assert leads == {made: [f"../statements/{made}.html"] for made in leads}


@pytest.mark.parametrize(
    "line", ["../out.html", "/etc/x.html", "a/../b.html", "a\\b.html", "x.txt", ".hidden.html"]
)
def test_no_line_leads_out_of_the_site(line: str, root: Path) -> None:
    published = root / "content/state/published.txt"
    published.write_text(published.read_text("utf-8") + line + "\n", "utf-8")
    before = set(tree(root / "site"))
    command("build", "--project", root)
    assert set(tree(root / "site")) == before


def test_a_draft_leaves_no_address(root: Path) -> None:
    pier = FERRY.replace("Ferry owner", "Pier owner").replace("Bo Hallam", "Cy Orr")
    write_files(root, {"seeds/pier.txt": pier})
    entry = "2019-05-15-northern-wire-pier-owner-disputes-the-date"
    front = f"---\nentry: {entry}\ndraft: true\noutlet: Northern Wire\nseed: seeds/pier.txt\n---\n\n# Pier\n"
    write_files(root, {f"content/entries/{entry}.md": front})
    build(root)
    assert "pier" not in (root / "content/state/published.txt").read_text("utf-8")


def test_a_published_document_that_becomes_a_draft_says_so(root: Path) -> None:
    entry = entry_file(root, "ferry")
    shown = entry.read_text("utf-8")
    made, *_ = re.findall(r"^### (s-\w{8})$", shown, re.MULTILINE)
    before = tree(root / "site")
    entry.write_text(shown.replace("\nentry: ", "\ndraft: true\nentry: ", 1), "utf-8")
    pages = build(root)
    for path in (f"entries/{entry.stem}.html", f"sources/{entry.stem}.html"):
        assert words_of(pages[path].one("main")).startswith(HELD.format("This document"))
    statement = words_of(pages[f"statements/{made}.html"].one("main"))
    assert statement == HELD.format("The document of this statement")
    assert NOTHING in words_of(pages["speakers/bo-hallam.html"].one("main"))
    assert "Bo Hallam" not in "".join(page.text for page in pages.values())
    assert command("verify", "--project", root).code == 0
    entry.write_text(shown, "utf-8")
    build(root)
    assert tree(root / "site") == before


def test_a_draft_under_another_name_says_so_under_both(root: Path) -> None:
    entry = entry_file(root, "ferry")
    other = entry.with_name("2019-05-15-ferry.md")
    other.write_text(entry.read_text("utf-8").replace(f"entry: {entry.stem}", "draft: true", 1), "utf-8")
    entry.unlink()
    words = words_of(build(root)[f"entries/{entry.stem}.html"].one("main"))
    assert words.startswith(HELD.format("This document"))


def test_what_a_fault_leaves_out_comes_back(root: Path) -> None:
    entry = entry_file(root, "ferry")
    shown = entry.read_text("utf-8")
    made, *_ = re.findall(r"^### (s-\w{8})$", shown, re.MULTILINE)
    before = tree(root / "site")
    why = "This statement is not shown at present, as there is a fault in its entry that has to be mended."
    statement = f"Not here at present {why}"
    entry.write_text(re.sub(r"^> .+$", "> Nobody said this.", shown, count=1, flags=re.MULTILINE), "utf-8")
    assert words_of(build(root)[f"statements/{made}.html"].one("main")) == statement
    entry.write_text(shown.replace("\nentry: ", '\nentry: "', 1), "utf-8")
    pages = build(root)
    assert words_of(pages[f"statements/{made}.html"].one("main")) == statement
    assert words_of(pages[f"entries/{entry.stem}.html"].one("main")).startswith(
        "Not here at present The entry of this document has a fault, and is not shown until that is mended."
    )
    entry.write_text(shown, "utf-8")
    build(root)
    assert tree(root / "site") == before


DELETED = "No longer here An editor took this statement out of the archive."
FERRY_ENTRY = "2019-05-15-northern-wire-ferry-owner-disputes-the-date"


def without_a_statement(root: Path) -> str:
    """The id of the ferry's last statement, which a person deletes from its entry."""
    entry = entry_file(root, "ferry")
    kept, _, last = entry.read_text("utf-8").rpartition("### ")
    entry.write_text(kept, "utf-8")
    return last.partition("\n")[0]


def test_a_statement_somebody_deleted_is_told_by_the_build_its_page_and_the_feed(root: Path) -> None:
    made = without_a_statement(root)
    told = f"1 statement deleted by hand: {made}."
    for _ in range(2):  # the second one reads nothing
        assert command("build", "--project", root).out.splitlines()[0].endswith(told)
    main = words_of(read_site(root / "site")[f"statements/{made}.html"].one("main"))
    assert main == f"{DELETED} Ferry owner disputes the date"
    (entry,) = feedparser.parse((root / "site/corrections.atom").read_text("utf-8")).entries
    assert (entry.title, entry.updated, entry.link) == (
        f"Taken out: statement {made}", "2019-05-15T00:00:00Z", f"statements/{made}.html",
    )  # fmt: skip
    assert words_of(html5lib.parse(entry.content[0].value, namespaceHTMLElements=False)) == (
        "An editor took this statement out of the archive. "
        "The day of this correction is not recorded; the entry carries the date of its document. "
        "It stood in Ferry owner disputes the date."
    )
    assert command("verify", "--project", root).code == 0


def test_where_the_document_is_reviewed_that_day_is_told(root: Path) -> None:
    made = without_a_statement(root)
    entry = root / f"content/entries/{FERRY_ENTRY}.md"
    text = entry.read_text("utf-8")
    entry.write_text(text.replace("\nentry: ", "\nreviewed: Ada Lind 2021-03-04\nentry: ", 1), "utf-8")
    main = words_of(build(root)[f"statements/{made}.html"].one("main"))
    assert main == f"{DELETED} Ada Lind reviewed its document on 4 March 2021. Ferry owner disputes the date"
    (told,) = feedparser.parse((root / "site/corrections.atom").read_text("utf-8")).entries
    assert (told.updated, "not recorded" in told.content[0].value) == ("2021-03-04T00:00:00Z", False)


def test_what_was_deleted_is_told_though_its_entry_has_a_fault_or_is_gone(root: Path) -> None:
    made = without_a_statement(root)
    build(root)
    entry = root / f"content/entries/{FERRY_ENTRY}.md"
    entry.write_text(entry.read_text("utf-8").replace("\nentry: ", '\nentry: "', 1), "utf-8")
    assert words_of(build(root)[f"statements/{made}.html"].one("main")) == DELETED
    entry.unlink()
    (root / "seeds/ferry.txt").unlink()
    assert words_of(build(root)[f"statements/{made}.html"].one("main")) == DELETED
    (told,) = feedparser.parse((root / "site/corrections.atom").read_text("utf-8")).entries
    assert told.title == f"Taken out: statement {made}"


@pytest.mark.parametrize("remembered", [True, False])
def test_a_statement_of_a_document_that_is_gone_has_no_fault(remembered: bool, root: Path) -> None:
    """Though another entry has one."""
    ferry, bridge = entry_file(root, "ferry"), entry_file(root, "bolt")
    made, *_ = re.findall(r"^### (s-\w{8})$", ferry.read_text("utf-8"), re.MULTILINE)
    ferry.unlink()
    (root / "seeds/ferry.txt").unlink()
    if not remembered:
        (root / f"content/state/{ferry.stem}.json").unlink()
    shown = bridge.read_text("utf-8")
    bridge.write_text(re.sub(r"^> .+$", "> Nobody said this.", shown, count=1, flags=re.MULTILINE), "utf-8")
    gone = "The document of this statement is no longer in the archive." if remembered else NOTHING
    said = words_of(build(root)[f"statements/{made}.html"].one("main"))
    assert said == f"No longer here {gone}" if remembered else said.startswith(f"No longer here {gone}")


def test_a_day_that_an_editor_took_out_is_theirs(root: Path) -> None:
    entry = entry_file(root, "ferry")
    made, *_ = re.findall(r"^### (s-\w{8})$", entry.read_text("utf-8"), re.MULTILINE)
    entry.write_text(re.sub(r"^- said: .+$", "- said:", entry.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    when = build(root)[f"statements/{made}.html"].one("article", class_="single").find(".//details")
    assert when is not None
    assert words_of(when) == "Said: day not givenAn editor left the day open."
