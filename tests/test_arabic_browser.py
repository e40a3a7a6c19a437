"""The invented archive in Arabic, in a real browser: from right to left, with its quotations as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_builder.build import build
from site_builder.project import read_strings
from site_builder.verify import verify
from tests.pages import read_site, words_of
from tests.projects import copy_harbour, tree
from tests.test_browser import CHROMIUM, DESK, SMALL, browser

__all__ = ["browser"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs chromium on the PATH"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_harbour(tmp_path_factory.mktemp("arabic") / "archive")
    settings = root / "site.toml"
    settings.write_text('language = "ar"\n' + settings.read_text("utf-8"), "utf-8")
    report = build(root, root / "site")
    assert [str(problem) for problem in report.problems if problem.level == "error"] == []
    return root / "site"


def test_no_mark_of_direction_stands_as_its_code(site: Path) -> None:
    marked = [path for path, page in read_site(site).items() if "[U+" in page.text]
    assert marked == []
    reasons = [
        words_of(page.one("body")) for page in read_site(site).values() if page.path.startswith("statements/")
    ]
    assert any("on Tuesday" in reason for reason in reasons)


def opened(browser: Browser, site: Path, path: str, width: dict[str, int]) -> Page:
    page = browser.new_page(viewport={"width": width["width"], "height": width["height"]})
    page.set_default_timeout(10_000)
    page.goto((site / path).as_uri())
    return page


KINDS = (
    "index.html", "browse/index.html", "search/index.html", "topics/index.html", "kinds/direct.html",
    "dates/index.html", "dates/2019-05.html", "coverage/index.html", "check/index.html",
    "same/index.html", "entries/index.html", "404.html",
)  # fmt: skip


@pytest.mark.parametrize("path", KINDS)
def test_no_page_is_wider_than_a_small_phone(path: str, browser: Browser, site: Path) -> None:
    page = opened(browser, site, path, SMALL)
    found = "[document.documentElement.scrollWidth, getComputedStyle(document.body).direction]"
    assert page.evaluate(found) == [SMALL["width"], "rtl"]
    page.close()


def test_pages_are_arabic_and_quotations_what_they_are(site: Path) -> None:
    for path, page in read_site(site).items():
        html = page.one("html").attrib
        assert (html["lang"], html["dir"]) == ("ar", "rtl"), path
        for quotation in page.all("blockquote"):
            if quotation.attrib.get("lang"):
                assert (quotation.attrib["lang"], quotation.attrib["dir"]) == ("en", "auto"), path


def test_quotations_run_as_their_words_do_and_time_runs_leftwards(browser: Browser, site: Path) -> None:
    page = opened(browser, site, "index.html", DESK)
    bars = page.locator(".reach").evaluate_all("all => all.map((bar) => bar.getBoundingClientRect().left)")
    assert len(bars) > 1
    assert bars == sorted(bars, reverse=True)
    page.goto((site / "kinds" / "direct.html").as_uri())
    directions = page.locator("blockquote").evaluate_all("all => all.map((e) => getComputedStyle(e).direction)")
    assert set(directions) == {"ltr"}
    page.close()


def test_the_filters_count_in_arabic(browser: Browser, site: Path) -> None:
    page = opened(browser, site, "browse/index.html", DESK)
    rows = [row for path, content in tree(site, "data/statements").items() for row in content.splitlines()]
    listed = [row for row in map(json.loads, rows) if row["kind"] != "own-voice" and not row["restates"]]
    strings = read_strings(None, "ar", [])
    said = page.locator("#found").inner_text()
    assert said.partition("؛")[0] == strings.say("counts.statements", len(listed))
    page.close()


def test_what_a_site_says_is_arabic(site: Path) -> None:
    home = read_site(site)["index.html"]
    headings = [words_of(heading) for heading in home.all("h2")]
    span = "من \u200f14 مايو 2019 إلى \u200f20 مايو 2019"
    newest = ["أحدث التصريحات", "أحدث الوثائق"]
    assert headings == ["من يتحدث", f"عن ماذا {span}", "من ينقل", "متى", *newest]


def test_the_site_holds_in_its_own_language(site: Path) -> None:
    """With the dates, kinds and counts in Arabic words."""
    found = verify(site, site.parent)
    assert [fault for checked in found.checked for fault in checked.faults] == []
    assert not [what for what in found.not_checked if "no file of texts" in what]
