"""The built archive as a reader's browser gets it: whole, connected, and with every word attributed."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from site_builder.examine import examine
from site_builder.facets import FACET
from site_builder.render import shipped_templates
from tests.pages import HtmlPage, read_site, words_of
from tests.projects import BRIDGE, command, tree, write_files

BASE = "https://archive.example/hallow/"
POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
SCRIPTED = f"{POLICY}; script-src 'self'"


def is_scripted(path: str) -> bool:
    """Whether a script makes more of the page."""
    return path == "browse/index.html" or path.startswith("statements/")


NO_ICON = "data:,"
ATOM = "{http://www.w3.org/2005/Atom}"
Pages = dict[str, HtmlPage]


def inside(page: str, address: str) -> tuple[str, str] | None:
    """The file of the site and the fragment an address on `page` leads to; None outside the site."""
    absolute = address.startswith(BASE)
    parts = urlsplit(address.removeprefix(BASE))
    if parts.scheme or parts.netloc:
        return None
    folder = "" if absolute else posixpath.dirname(page)
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else page
    return path, unquote(parts.fragment)


def dead_addresses(site: Path, pages: Pages) -> list[str]:
    """Addresses inside the site that lead to no file, or to no id of it."""
    files = tree(site)
    ids = {path: set(page.ids()) for path, page in pages.items()}
    dead = []
    for path, page in pages.items():
        for _, address in page.addresses():
            place = inside(path, address)
            if place and (place[0] not in files or (place[1] and place[1] not in ids[place[0]])):
                dead.append(f"{path}: {address}")
    return dead


def test_every_address_leads_to_a_file_and_every_fragment_to_an_id(harbour: Path, pages: Pages) -> None:
    assert dead_addresses(harbour / "site", pages) == []


def test_every_page_can_be_reached_from_home_in_plain_clicks(pages: Pages) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for element in pages[path].all("a"):
            place = inside(path, element.attrib["href"])
            if place and place[0] in pages and place[0] not in reached:
                reached.add(place[0])
                waiting.append(place[0])
    assert set(pages) - reached == {"404.html"}


def test_nothing_is_asked_of_another_place(pages: Pages) -> None:
    """Outside addresses are links a reader may choose to follow, nothing a browser loads by itself."""
    for path, page in pages.items():
        for element, address in page.addresses():
            if inside(path, address) is None and (element.attrib.get("rel"), address) != ("icon", NO_ICON):
                assert (element.tag, element.attrib.get("rel")) == ("a", "external noreferrer"), (path, address)
                assert address.startswith(("http://", "https://")), (path, address)


def test_nothing_runs_and_nothing_is_styled_in_line(pages: Pages) -> None:
    for path, page in pages.items():
        for element in page.tree.iter():
            assert element.tag not in ("style", "iframe", "object", "embed", "form", "base"), path
            if element.tag == "script" and element.attrib.get("type") == "application/ld+json":
                assert path.startswith("statements/"), path  # data, which no browser runs
            elif element.tag == "script":
                found = (is_scripted(path), sorted(element.attrib), element.text)
                assert found == (True, ["defer", "src"], None)
            assert [name for name in element.attrib if name.startswith("on") or name == "style"] == [], path


def test_the_policy_stands_on_every_page_before_anything_it_governs(pages: Pages) -> None:
    for path, page in pages.items():
        (meta,) = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
        assert meta.attrib["content"] == (SCRIPTED if is_scripted(path) else POLICY), path
        head = [element.tag for element in page.one("head")]
        assert head.index("link") > 1, path
        assert page.text.index("Content-Security-Policy") < page.text.index("<link"), path


def test_the_style_sheet_is_ours_and_called_by_its_digest(harbour: Path, pages: Pages) -> None:
    static = tree(harbour / "site" / "static")
    for name, content in static.items():
        stem, digest, _ = name.split(".")
        assert (stem in ("style", "browse", "copy", "search"), digest) == (
            True,
            sha256(content).hexdigest()[:8],
        )
    ((name, content),) = ((name, content) for name, content in static.items() if name.endswith(".css"))
    for path, page in pages.items():
        (link,) = page.all("link", rel="stylesheet")
        assert inside(path, link.attrib["href"]) == (f"static/{name}", "")
    assert re.findall(rb"url\((?!data:)|@import|https?://", content) == []


def test_ids_are_unique_on_every_page(pages: Pages) -> None:
    for path, page in pages.items():
        ids = page.ids()
        assert len(ids) == len(set(ids)), path


def test_every_page_has_a_language_a_title_and_one_first_heading(pages: Pages) -> None:
    titles = set()
    for path, page in pages.items():
        assert page.one("html").attrib["lang"] == "en", path
        titles.add(words_of(page.one("title")))
        assert len(page.all("h1")) == 1, path
        levels = [int(e.tag[1]) for e in page.tree.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
        assert all(b - a <= 1 for a, b in pairwise(levels)), path
    assert len(titles) == len(pages)


def statements(page: HtmlPage) -> list[HtmlPage]:
    return [HtmlPage(page.path, page.text, found) for found in page.all("article", class_="statement")]


def test_every_statement_shows_who_when_how_and_which_outlet(pages: Pages) -> None:
    seen = 0
    for path, page in pages.items():
        for found in statements(page):
            seen += 1
            assert words_of(found.one("*", class_="speaker")), path
            text = words_of(found.tree)
            assert re.search(r"(?:Said|Dated): |Not dated", text), (path, text)
            outlet = next(a for a in found.one("footer").iter("a"))
            assert (inside(path, outlet.attrib["href"]) or ("",))[0].startswith("outlets/"), path
            assert "Carried by " in text, path
            assert found.all("a", class_="permalink"), path
            assert found.all("blockquote") or found.all("p", class_="withheld"), path
    assert seen > 100


def test_a_statement_has_its_anchor_on_its_documents_page_and_its_own(harbour: Path, pages: Pages) -> None:
    documents = examine(harbour).documents
    for document in documents:
        page = pages[f"entries/{document.name}.html"]
        anchors = [found.tree.attrib["id"] for found in statements(page)]
        assert anchors == [record.id for record in document.records]
    for path, page in pages.items():
        if path.startswith("statements/"):
            anchors = [found.tree.attrib["id"] for found in statements(page) if "id" in found.tree.attrib]
            assert anchors == [path.removeprefix("statements/").removesuffix(".html")]
        elif not path.startswith("entries/"):
            assert [found for found in statements(page) if "id" in found.tree.attrib] == [], path


def amount(text: str) -> int:
    return int(re.findall(r"\d+", text)[0])


@pytest.fixture(scope="module")
def counted_as(harbour: Path) -> Mapping[str, str]:
    """Statement → the fuller one of its document under which it counts."""
    return examine(harbour).comparison.counted_as


def listed(pages: Pages, counted_as: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    """(group, the number it claims, the statements on all its pages)"""
    for path, page in pages.items():
        sums = page.all("p", class_="sum")
        grouped = path.startswith(tuple(f"{name}/" for name in (*FACET, "dates")))
        if grouped and sums and not re.search(r"/\d+\.html$", path):
            below = path.removesuffix(".html") + "/"
            periods = [other for name, other in pages.items() if name.startswith(below)]
            # A group in periods has its newest statements on its first page, too.
            parts = periods if periods and not path.startswith("dates/") else [page, *periods]
            ids = [element.tree.attrib["data-statement"] for part in parts for element in statements(part)]
            once = {counted_as.get(made, made) for made in ids}
            claimed = words_of(sums[0])
            if counted_as and "own voice" not in claimed:
                assert claimed.endswith(f"in {len(ids)} passages") == (len(ids) > len(once)), path
            yield path, amount(claimed), len(once)


OWN_DAYS = """Pier

KARSK, May {day}, 2019 (Northern Wire) - Nobody came to the port. The pier is open, Ana Lind said on Tuesday.
"""


def test_a_day_on_which_only_outlets_speak_is_no_link(tmp_path: Path) -> None:
    texts = {
        "seeds/pier.txt": OWN_DAYS.format(day=16),
        "seeds/port.txt": OWN_DAYS.replace("May {day}, 2019 ", ""),
    }
    root = write_files(tmp_path, texts | {"site.toml": '[rights]\ndefault = "full"\n'})
    assert command("build", "--project", root).code == 0
    pages = read_site(root / "site")
    headings = pages["kinds/own-voice.html"].all("h2")
    assert [words_of(bdi) for heading in headings for bdi in heading.iter("bdi")] == [
        "16 May 2019",
        "No single day",
    ]
    assert [a.get("href") for heading in headings for a in heading.iter("a")] == ["../dates/undated.html"]
    assert dead_addresses(root / "site", pages) == []


def test_counts_are_the_numbers_of_statements(pages: Pages, counted_as: Mapping[str, str]) -> None:
    groups = list(listed(pages, counted_as))
    assert [(path, claimed) for path, claimed, found in groups if claimed != found] == []
    assert {path.split("/")[0] for path, _, _ in groups} == {*FACET, "dates"}


def test_every_statement_stands_under_one_kind_and_one_day(
    harbour: Path, pages: Pages, counted_as: Mapping[str, str]
) -> None:
    """The sums over all kinds but own voice are those of the archive's own list, passage by passage; those
    over all days count what a document says twice once, which here it says on one day."""
    records = [record for made in examine(harbour).documents for record in made.records]
    spoken = [record.id for record in records if not record.own_voice]
    of_kinds = {path: found for path, _, found in listed(pages, {}) if path.startswith("kinds/")}
    assert sum(of_kinds.values()) - of_kinds["kinds/own-voice.html"] == len(spoken)
    groups = list(listed(pages, counted_as))
    total = len({counted_as.get(made, made) for made in spoken})
    assert 0 < total < len(spoken)
    assert sum(found for path, _, found in groups if path.startswith("dates/")) == total
    years = [amount(words_of(e)) for h in pages["dates/index.html"].all("h2") for e in h.iter("span")]
    undated = sum(found for path, _, found in groups if path == "dates/undated.html")
    assert sum(years) + undated == total


def test_statements_of_a_topic_and_of_a_speaker_stand_by_date(pages: Pages) -> None:
    for path, page in pages.items():
        if re.match(rf"(?:{'|'.join(FACET)})/(?!index)", path):
            links = [a.attrib["href"] for heading in page.all("h2") for a in heading.iter("a")]
            days = [href for href in links if "dates/" in href]
            dated = [day for day in days if not day.endswith("undated.html")]
            assert dated == sorted(set(dated)), path
            assert days == dated or days == [*dated, "../dates/undated.html"], path


def test_days_lead_to_one_another_in_order(pages: Pages) -> None:
    days = sorted(path for path in pages if re.fullmatch(r"dates/\d{4}-\d\d-\d\d\.html", path))
    assert len(days) >= 4
    for direction, order in (("next", days), ("prev", days[::-1])):
        for path, following in zip(order, [*order[1:], None], strict=True):
            links = pages[path].all("a", rel=direction)
            assert [inside(path, a.attrib["href"]) for a in links] == [(following, "")] * bool(following)


def above(path: str) -> list[str]:
    """The pages a page lies under, from home down."""
    folder, _, name = path.rpartition("/")
    if path in ("index.html", "404.html"):
        return []
    if not folder or name == "index.html":
        return ["index.html"]
    section = "entries" if folder == "sources" else folder.split("/")[0]
    day = re.fullmatch(r"(\d{4})(-\d\d)?(-\d\d)?\.html", name)
    between = [f"entries/{name}"] if folder == "sources" else []
    if "/" in folder:  # a further page of a list lies under its first
        first = "/".join(folder.split("/")[:2]) + ".html"
        return [*above(first), first]
    if folder == "dates" and day:
        between = [f"dates/{day[1]}.html"] * bool(day[2]) + [f"dates/{day[1]}{day[2]}.html"] * bool(day[3])
    return ["index.html", f"{section}/index.html", *between]


def test_home_shows_the_newest_statements_and_says_what_speakers_and_outlets_are(pages: Pages) -> None:
    home = pages["index.html"]
    shown = [article.attrib["data-statement"] for article in home.all("article")]
    days = [path for path in pages if re.fullmatch(r"dates/\d{4}-\d\d-\d\d\.html", path)]
    last = [article.attrib["data-statement"] for article in pages[max(days)].all("article")]
    assert len(shown) == 3
    assert shown[: len(last)] == last
    speakers = [words_of(link) for link in home.one("section", class_="speakers").iter("a")]
    assert speakers[-1] == "Speaker not identified"
    notes = {}
    for facet in ("speakers", "outlets"):
        for row in pages[f"{facet}/index.html"].all("li"):
            note = [words_of(span) for span in row.iter("span") if span.attrib.get("class") == "remark"]
            notes.update({words_of(link): note for link in row.iter("a")})
    told = [
        row for row in home.all("li") if any(span.attrib.get("class") == "remark" for span in row.iter("span"))
    ]
    assert len(told) > 5
    for row in told:
        (name,) = (words_of(link) for link in row.iter("a"))
        assert words_of(row).endswith(notes[name][0]), name


def test_a_list_of_nothing_says_so(tmp_path: Path) -> None:
    """Nobody is quoted in this document: there are pages of all lists, and they are empty."""
    words = "KARSK, May 14, 2019 (NW) - The bridge is closed. It will open in June."
    root = write_files(tmp_path, {"seeds/bridge.txt": f"Bridge closed\n\n{words}\n"})
    assert command("build", "--project", root).code == 0
    found = read_site(root / "site")
    empty = {path for path, page in found.items() if "Nothing here yet." in words_of(page.one("main"))}
    assert empty == {f"{name}/index.html" for name in (*FACET, "dates")}
    assert "No statements yet." in words_of(found["browse/index.html"].one("main"))


def test_breadcrumbs_lead_from_home_down(pages: Pages) -> None:
    for path, page in pages.items():
        links = [a.attrib["href"] for nav in page.all("nav", class_="crumbs") for a in nav.iter("a")]
        over = above(path)
        if path.startswith("statements/"):  # it lies under the document it stands in
            document = next(page.all("cite")[0].iter("a")).attrib["href"]
            over = ["index.html", "entries/index.html", posixpath.normpath(f"statements/{document}")]
        assert [inside(path, href) for href in links] == [(place, "") for place in over], path


def test_the_feed_is_whole(harbour: Path, pages: Pages) -> None:
    feed = ElementTree.fromstring((harbour / "site" / "feed.atom").read_bytes())
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids)) > 10
    assert feed.attrib["{http://www.w3.org/XML/1998/namespace}base"] == BASE
    for link in feed.iter(f"{ATOM}link"):
        place = inside("feed.atom", link.attrib["href"])
        assert place is not None
        assert (harbour / "site" / place[0]).is_file()
        assert not place[1] or place[1] in pages[place[0]].ids()


@pytest.mark.parametrize("base", ["", "https://a.example", "https://a.example/x/"])
def test_the_sites_address(base: str, tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/bridge.txt": BRIDGE})
    done = command("build", "--project", root, *(("--base-url", base) if base else ()))
    assert (done.code, done.err) == (0, ())
    start = f"{base.rstrip('/')}/" if base else ""
    pages = read_site(root / "site")
    for path, page in pages.items():
        canonical = [link.attrib["href"] for link in page.all("link", rel="canonical")]
        assert canonical == ([start + path] if base and path != "404.html" else []), path
    sitemap = ElementTree.fromstring((root / "site" / "sitemap.xml").read_bytes())
    listed_paths = [loc.text for loc in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert listed_paths == [start + path for path in sorted(pages) if path != "404.html"]
    robots = (root / "site" / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {start}sitemap.xml" in robots
    lost = [address for _, address in pages["404.html"].addresses() if not address.startswith(("#", NO_ICON))]
    assert [address for address in lost if not address.startswith(start)] == []


def test_style_and_scripts_are_small() -> None:
    static = shipped_templates() / "static"
    assert len((static / "style.css").read_bytes()) < 30_000
    assert sum(len(script.read_bytes()) for script in static.glob("*.js")) < 20_000


WEEKS = {
    "": ("Monday", "| 27 28 29 30 31"),
    'week_begins = "sunday"': ("Sunday", "| 26 27 28 29 30 31"),
    'language = "ar"': ("السبت", "| 25 26 27 28 29 30 31"),
}
"""Settings → the day with which weeks begin, and the last of May 2019."""


@pytest.mark.parametrize("settings", WEEKS)
def test_weeks_begin_as_settings_or_language_say(settings: str, tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/bridge.txt": BRIDGE, "site.toml": settings})
    assert command("build", "--project", root).code == 0
    page = read_site(root / "site")["dates/2019.html"]
    weeks = [words_of(week) for week in page.all("tr")]
    assert (page.all("abbr")[0].attrib["title"], f"| {weeks[-1]}") == WEEKS[settings]
