"""The site in a real browser, from disk: it opens, it looks as meant, and one can click through it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs chromium on the PATH"),
]

SMALL, PHONE, DESK = ({"width": width, "height": 844} for width in (320, 390, 1280))


@dataclass
class Watched:
    """A page, and what it complained of or asked for."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def open(self, path: Path) -> None:
        self.page.goto(path.as_uri())

    def click(self, selector: str) -> str:
        """Follow the first such link; where it led, relative to the site."""
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state()
        return self.page.url.split("/site/", 1)[1]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield started
        started.close()


def watch(browser: Browser, **options: Any) -> Watched:
    """A new page in a context of its own, JavaScript off unless asked for."""
    context = browser.new_context(**{"java_script_enabled": False, "viewport": DESK, **options})
    context.set_default_timeout(10_000)
    watched = Watched(context.new_page())
    page = watched.page
    page.on("console", lambda message: watched.faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: watched.faults.append(f"error: {error}"))
    page.on("requestfailed", lambda request: _failed(watched, request))
    page.on("request", lambda request: _asked(watched, request.url))
    return watched


def _failed(watched: Watched, request: Request) -> None:
    if request.failure != "net::ERR_ABORTED":  # aborted: the page was left before it was whole
        watched.faults.append(f"failed: {request.url}")


def _asked(watched: Watched, url: str) -> None:
    if not url.startswith(("file://", "data:")):
        watched.faults.append(f"asked for: {url}")


def test_from_home_to_a_source_a_speaker_and_a_day_in_plain_clicks(harbour: Path, browser: Browser) -> None:
    watched = watch(browser)
    watched.open(harbour / "site" / "index.html")
    topic = watched.click("main a[href^='topics/']:not([href$='index.html'])")
    statement = watched.click("article.statement a.permalink")
    target = watched.page.locator(f"[id='{Path(statement).stem}']")
    assert target.locator("blockquote").is_visible()
    watched.page.go_back()
    source = watched.click("article.statement .places a:not(.permalink)")
    assert watched.page.locator(f"[id='{source.split('#')[1]}']").is_visible()
    watched.page.go_back()
    speaker = watched.click("article.statement h3.speaker a[href*='speakers/']")
    day = watched.click("section.listing h2 a[href*='dates/']")
    assert watched.page.locator("article.statement").count() > 0
    home = watched.click("header .site-name a")
    kinds = ["topics/", "statements/", "sources/", "speakers/", "dates/2019-"]
    visited = [topic, statement, source, speaker, day]
    assert [place[: len(kind)] for place, kind in zip(visited, kinds, strict=True)] == kinds
    assert (home, watched.faults) == ("index.html", [])


SAMPLE = ("index.html", "topics/index.html", "dates/index.html", "dates/2019-05.html", "dates/2019-05-14.html",
          "kinds/indirect.html", "outlets/index.html", "about.html", "404.html")  # fmt: skip


def sample(site: Path) -> list[Path]:
    return [site / name for name in SAMPLE] + [min((site / kind).iterdir()) for kind in ("entries", "sources")]


def test_no_page_complains_and_the_style_sheet_is_applied(harbour: Path, browser: Browser) -> None:
    watched = watch(browser, java_script_enabled=True, bypass_csp=False)
    for path in sample(harbour / "site"):
        watched.open(path)
        if path.name == "404.html":
            continue
        rules = watched.page.evaluate("[...document.styleSheets].map(sheet => sheet.href)")
        margin = watched.page.evaluate("getComputedStyle(document.querySelector('nav ul')).listStyleType")
        assert [Path(href).name for href in rules] == [min((harbour / "site" / "static").glob("style.*")).name]
        assert margin == "none", path
    assert [fault for fault in watched.faults if "archive.example" not in fault] == []


def background(browser: Browser, path: Path, scheme: Any) -> tuple[int, ...]:
    watched = watch(browser, java_script_enabled=True, color_scheme=scheme)
    watched.open(path)
    colour = watched.page.evaluate(
        "[getComputedStyle(document.body), getComputedStyle(document.documentElement)]"
        ".map(style => style.backgroundColor).find(colour => colour !== 'rgba(0, 0, 0, 0)')"
    )
    red, green, blue = re.findall(r"\d+", colour)[:3]
    return int(red), int(green), int(blue)


def test_dark_is_dark_and_light_is_light(harbour: Path, browser: Browser) -> None:
    home = harbour / "site" / "index.html"
    assert min(background(browser, home, "light")) > 200
    assert max(background(browser, home, "dark")) < 80


@pytest.mark.parametrize("size", [SMALL, PHONE, DESK], ids=["320", "390", "1280"])
def test_nothing_runs_off_the_side(size: dict[str, int], harbour: Path, browser: Browser) -> None:
    watched = watch(browser, java_script_enabled=True, viewport=size)
    for path in sample(harbour / "site"):
        watched.open(path)
        wide = watched.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size["width"], path


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_drawing_that_is_wider_than_a_phone_begins_with_the_newest(
    direction: str, harbour: Path, browser: Browser
) -> None:
    watched = watch(browser, viewport=PHONE)
    watched.open(harbour / "site" / "index.html")
    watched.page.evaluate("direction => { document.documentElement.dir = direction; }", direction)
    drawing = watched.page.locator(".timeline").first
    drawing.evaluate("figure => figure.classList.add('broad')")
    bars = drawing.locator("a rect:not(.reach)")
    newest, oldest = bars.last.bounding_box(), bars.first.bounding_box()
    assert newest
    assert oldest
    assert 0 <= newest["x"] < newest["x"] + newest["width"] <= PHONE["width"]
    assert not 0 <= oldest["x"] < PHONE["width"]


PAPER = 680
"""The width of A4 between its margins, in pixels of CSS."""


def test_print_sets_who_and_when_beside_the_words(harbour: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": PAPER, "height": 960})
    page.emulate_media(media="print")
    for entry in sorted((harbour / "site" / "entries").glob("2*.html"))[:3]:
        page.goto(entry.as_uri())
        places = page.locator(".statement").evaluate_all(
            "all => all.map((one) => [one.querySelector('header'), one.querySelector('.words')]"
            ".map((part) => part.getBoundingClientRect()).map(({left, right, top}) => [left, right, top]))"
        )
        assert places
        for (_, right, top), (left, edge, beside) in places:
            assert (right <= left, top == beside, edge > 0.95 * PAPER) == (True, True, True), entry.name
        assert page.evaluate("document.documentElement.scrollWidth") <= PAPER
        assert not page.locator("nav").first.is_visible()
    page.close()


def test_reasons_open_without_javascript(harbour: Path, browser: Browser) -> None:
    watched = watch(browser)
    watched.open(harbour / "site" / "dates" / "2019-05-14.html")
    reason = watched.page.locator("article.statement details.when").first
    assert not reason.locator("p").is_visible()
    reason.locator("summary").click()
    assert reason.locator("p").is_visible()
