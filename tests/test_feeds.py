"""Feeds and the sitemap, as programs of other people read them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest

from site_builder import feeds
from site_builder.build import build
from tests.pages import HtmlPage, words_of
from tests.projects import BRIDGE, FERRY, copy_harbour, entry_file, tree, write_files

BASE = "https://archive.example/hallow/"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
Pages = dict[str, HtmlPage]


def read(path: Path, url: str = BASE) -> feedparser.FeedParserDict:
    parsed = feedparser.parse(
        path.read_bytes(), response_headers={"content-location": url, "content-type": "application/atom+xml"}
    )
    assert not parsed.bozo, (path, parsed.get("bozo_exception"))
    assert parsed.version == "atom10"
    return parsed


def feeds_of(site: Path) -> list[str]:
    return [path for path in tree(site) if path.endswith(".atom")]


def test_every_group_that_can_be_followed_has_a_feed(harbour: Path, pages: Pages) -> None:
    groups = [
        path.removesuffix(".html")
        for path in pages
        if re.fullmatch(r"(?:topics|speakers|outlets)/[a-z0-9-]+\.html", path) and "/index." not in path
    ]
    assert len(groups) > 10
    assert feeds_of(harbour / "site") == sorted(f"{name}.atom" for name in (*groups, "feed", "corrections"))


def test_feeds_are_read_as_they_were_meant(harbour: Path, pages: Pages) -> None:
    """Each statement with its speaker, at an address of the site that has it."""
    for path in feeds_of(harbour / "site"):
        parsed = read(harbour / "site" / path)
        assert parsed.feed.title
        links = {link.rel: link.href for link in parsed.feed.links}
        assert links["self"] == BASE + path
        assert links["alternate"].removeprefix(BASE) in pages, path
        for entry in parsed.entries:
            page, _, anchor = entry.link.removeprefix(BASE).partition("#")
            assert not anchor or anchor in pages[page].ids(), path
            speakers = {words_of(e).split(",")[0] for e in pages[page].all("*", class_="speaker")}
            assert entry.title.startswith(tuple(speakers)), path
            assert entry.updated <= parsed.feed.updated, path


def test_ids_of_feeds_differ_and_those_of_a_statement_do_not(harbour: Path) -> None:
    parsed = [read(harbour / "site" / path) for path in feeds_of(harbour / "site")]
    assert len({feed.feed.id for feed in parsed}) == len(parsed)
    ids: dict[str, set[str]] = {}
    for feed in parsed:
        for entry in feed.entries:
            ids.setdefault(entry.link, set()).add(entry.id)
    assert [link for link, found in ids.items() if len(found) > 1] == []


def test_a_page_names_the_feeds_that_follow_it(pages: Pages) -> None:
    for path, page in pages.items():
        found = [
            urljoin(path, link.attrib["href"])
            for link in page.all("link", rel="alternate", type="application/atom+xml")
        ]
        own = path.removesuffix(".html") + ".atom"
        group = re.fullmatch(r"((?:topics|speakers|outlets)/(?!index)[a-z0-9-]+)(?:/.+)?\.html", path)
        more = ["corrections.atom"] if path == "index.html" else [f"{group[1]}.atom"] if group else []
        assert [Path(href).name for href in found] == ["feed.atom", *(Path(href).name for href in more)], path
        assert own != "index.atom" or "corrections.atom" in found


def test_a_feed_without_a_correction_is_of_the_day_of_the_newest_document(tmp_path: Path) -> None:
    root = write_files(tmp_path / "archive", {"seeds/a.txt": BRIDGE, "seeds/b.txt": FERRY})
    build(root, root / "site")
    parsed = read(root / "site" / "corrections.atom")
    assert (parsed.feed.updated, parsed.entries) == ("2019-05-15T00:00:00Z", [])


def test_a_corrected_statement_is_in_the_feed_of_corrections(tmp_path: Path) -> None:
    root = copy_harbour(tmp_path / "archive")
    build(root, root / "site")
    before = [entry.id for entry in read(root / "site" / "corrections.atom").entries]
    entry = entry_file(root, "Hallow Port Authority, claims")
    text = entry.read_text("utf-8")
    old = "- topics: costs\n\n> According"
    assert old in text
    entry.write_text(text.replace(old, f"- via: Radio Hallow\n- reviewed: Ada Lind 2021-03-04\n{old}"), "utf-8")
    build(root, root / "site")
    parsed = read(root / "site" / "corrections.atom")
    (added,) = [found for found in parsed.entries if found.id not in before]
    assert (added.updated, parsed.entries[0].id) == ("2021-03-04T00:00:00Z", added.id)
    assert (
        "Corrected by an editor: through whom; reviewed by Ada Lind on 4 March 2021." in added.content[0].value
    )
    assert "<p>Through whom: Radio Hallow; as extracted: none.</p>" in added.content[0].value


def test_a_correction_of_no_known_day_says_so_and_stands_last(tmp_path: Path) -> None:
    root = copy_harbour(tmp_path / "archive")
    build(root, root / "site")
    for words, more in (
        ("Hallow Port Authority, claims", "reviewed: Ada Lind 2019-05-15"),
        ("going to send frigates", ""),
    ):
        entry = entry_file(root, words)
        before, found, after = entry.read_text("utf-8").partition(words)
        head, mark, fields = before.rpartition("\n\n> ")
        edited = f"\n- via: Radio Hallow{more and chr(10)}{more and f'- {more}'}"
        entry.write_text(head + edited + mark + fields + found + after, "utf-8")
    build(root, root / "site")
    said = "The day of this correction is not recorded; the entry carries the date of its document."
    entries = read(root / "site" / "corrections.atom").entries
    assert [said in entry.content[0].value for entry in entries] == [False, True]
    assert [entry.updated for entry in entries] == ["2019-05-15T00:00:00Z", "2019-05-14T00:00:00Z"]
    everywhere = (root / "site" / "feed.atom").read_text("utf-8")
    assert said not in everywhere


def test_pages_have_the_day_of_the_newest_document_they_show(harbour: Path) -> None:
    tree_ = ElementTree.fromstring((harbour / "site" / "sitemap.xml").read_bytes())
    days = {
        url.findtext(f"{MAP}loc", "").removeprefix(BASE): url.findtext(f"{MAP}lastmod")
        for url in tree_.iter(f"{MAP}url")
    }
    assert days["index.html"] == max(day for day in days.values() if day)
    for path, day in days.items():
        if path.startswith(("entries/2", "sources/2")):
            assert day == path.split("/")[1][:10], path
    assert days["about.html"] is None


def test_a_long_sitemap_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_harbour(tmp_path / "archive")
    write_files(root, {"content/pages/more.md": "---\ntitle: More\n---\n"})
    build(root, root / "site")
    whole = ElementTree.fromstring((root / "site" / "sitemap.xml").read_bytes())
    monkeypatch.setattr(feeds, "MAPPED", 20)
    build(root, root / "site")
    index = ElementTree.fromstring((root / "site" / "sitemap.xml").read_bytes())
    assert index.tag == f"{MAP}sitemapindex"
    files = [found.findtext(f"{MAP}loc", "").removeprefix(BASE) for found in index]
    assert files == [f"sitemap-{number}.xml" for number in range(1, len(files) + 1)]
    parts = [ElementTree.fromstring((root / "site" / file).read_bytes()) for file in files]
    assert {len(part) for part in parts[:-1]} == {20}
    assert [ElementTree.tostring(url) for part in parts for url in part] == [
        ElementTree.tostring(url) for url in whole
    ]
    for part, found in zip(parts, index, strict=True):
        newest = max(day.text or "" for day in part.iter(f"{MAP}lastmod"))
        assert found.findtext(f"{MAP}lastmod") == newest


OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_a_browser_is_told_how_to_search_where_there_is_an_index(harbour: Path, pages: Pages) -> None:
    """The site has an address; whether it has an index depends on Pagefind being installed."""
    searched = bool(list((harbour / "site" / "search").glob("index/*")))
    links = [link.attrib["href"] for link in pages["index.html"].all("link", rel="search")]
    assert links == ["opensearch.xml"] * searched
    if searched:
        described = ElementTree.fromstring((harbour / "site" / "opensearch.xml").read_bytes())
        (url,) = described.iter(f"{OPENSEARCH}Url")
        assert url.attrib["template"] == f"{BASE}search/index.html?q={{searchTerms}}"
        assert 0 < len(described.findtext(f"{OPENSEARCH}ShortName", "")) <= 16


def test_an_outlet_stands_with_what_it_is(harbour: Path, pages: Pages) -> None:
    """As on the pages: type and country, of the one the words were taken over from, too."""
    labels = {
        words_of(outlet): words_of(label)
        for page in pages.values()
        for article in page.all("article")
        for footer in article.iter("footer")
        for outlet, label in zip(
            (bdi for bdi in footer.iter("bdi") if bdi.attrib.get("data-part") in ("outlet", "origin")),
            (span for span in footer.iter("span") if span.attrib.get("class") == "outlet-label"),
            strict=True,
        )
    }
    assert len(labels) > 4
    for entry in read(harbour / "site" / "feed.atom").entries:
        carried = (
            re.sub(r"\s+", " ", entry.content[0].value).partition("<p>Carried by ")[2].partition(", in <a")[0]
        )
        outlets = carried.split(", republished from ")
        assert all(
            outlet == f"{name} {labels[name]}" for outlet in outlets for name in [outlet.partition(" (")[0]]
        )
