"""Search in a real browser: hits are statements with their attribution; from disk the page says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from site_builder.build import build
from site_builder.pagefind import installed
from tests.projects import BRIDGE, copy_harbour, write_files
from tests.test_browse_browser import Quiet, chromium, no_faults, press_until
from tests.test_browser import CHROMIUM, PHONE, Watched, watch

__all__ = ["chromium"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs chromium on the PATH"),
    pytest.mark.skipif(installed() is None, reason="needs pip install 'site-builder[search]'"),
]

EVIL = "<img src=x onerror=alert(1)>&lt;b&gt;"
EARLIER = """\
Mayor opens the ferry pier

KARSK, May 14, 2013 (Northern Wire) - Mayor Ana Lind said that the frigates, once paid for, were never used.
"""
DENIED = """\
Lock to close

KARSK, May 16, 2019 (Northern Wire) - Minister Eda Holt said on Thursday that 44,00 boats would be told.

Holt said the lock would close in June.

Union leader Jon Marsk denied Holt's claim that the lock would close.
"""

TOPS = "headings => headings.map(heading => heading.getBoundingClientRect().top)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented archive with an article of another year, and one with words that look like markup."""
    root = copy_harbour(tmp_path_factory.mktemp("search") / "archive")
    odd = BRIDGE.replace("every bolt,", f"every bolt {EVIL},")
    write_files(root, {"seeds/90-earlier.txt": EARLIER, "seeds/91-odd.txt": odd, "seeds/92-lock.txt": DENIED})
    build(root, root / "site", pagefind=installed())
    return root / "site"


@pytest.fixture(scope="module")
def start(site: Path) -> Iterator[str]:
    """The site in a folder of a web server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site.parent))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/site/"
        server.shutdown()


def opened(chromium: Browser, start: str, asked: str = "") -> Watched:
    watched = watch(chromium, java_script_enabled=True)
    watched.page.set_default_timeout(30_000)
    watched.page.goto(f"{start}search/index.html{asked}")
    expect(watched.page.locator("select[name=topic] option")).not_to_have_count(0, timeout=30_000)
    return watched


def hits(page: Page, count: str) -> list[str]:
    expect(page.get_by_role("status")).to_have_text(count)
    expect(page.locator("#list article")).not_to_have_count(0)
    return page.locator("#list article").all_inner_texts()


def test_words_are_found_with_their_attribution_by_keyboard(chromium: Browser, start: str) -> None:
    watched = opened(chromium, start)
    page = watched.page
    press_until(page, "Tab", page.get_by_label("Words"))
    page.keyboard.type("frigates")
    page.keyboard.press("Enter")
    found = hits(page, "4 passages")
    assert all("Carried by" in hit and "Said" in hit and "Permanent link" in hit for hit in found)
    assert page.locator("#list mark").all_text_contents() == ["frigates"] * 4
    press_until(page, "Shift+Tab", page.get_by_label("Year"))
    page.keyboard.type("2013")
    (earlier,) = hits(page, "1 passage")
    assert earlier.startswith("Ana Lind")
    page.wait_for_url("**#q=frigates&year=2013")
    page.go_back()
    hits(page, "4 passages")
    page.go_forward()
    hits(page, "1 passage")
    page.get_by_role("link", name="Permanent link").click()
    expect(page.locator("blockquote", has_text="were never used").first).to_be_visible()
    assert no_faults(watched, start)


CARD = """all => all.map((one) => ({
  id: one.querySelector(".permalink span").textContent,
  shape: one.className,
  outlet: one.querySelector(".outlet-label").textContent,
  links: [...one.querySelectorAll("header a, footer a")]
    .filter((a) => !/related|kind/.test(a.closest("[data-links]")?.dataset.links
      ?? a.dataset.part ?? a.firstElementChild?.dataset.part))
    .map((a) => [a.textContent, a.href, a.closest("p, h3").textContent.split(":")[0].trim().split(" ")[0]]),
}))"""


def test_a_hit_has_the_shape_and_the_links_of_its_statement(chromium: Browser, start: str, site: Path) -> None:
    watched = opened(chromium, start, "?speaker=Ines+Karro")
    expect(watched.page.locator("#list article")).to_have_count(10)
    cards = watched.page.locator("#list article").evaluate_all(CARD)
    watched.page.goto(f"{start}speakers/ines-karro.html")
    shown = {card["id"]: card for card in watched.page.locator("article.statement").evaluate_all(CARD)}
    assert len({card["shape"] for card in cards}) > 1
    assert cards == [shown[card["id"]] for card in cards]
    folders = {href.removeprefix(start).partition("/")[0] for card in cards for _, href, _ in card["links"]}
    assert folders == {"entries", "outlets", "same", "sources", "speakers", "statements", "topics"}


def test_a_hit_says_what_it_has_to_do_with_others(chromium: Browser, start: str) -> None:
    said: set[str] = set()
    for speaker in ("Ines+Karro", "Eda+Holt"):
        page = opened(chromium, start, f"?speaker={speaker}").page
        expect(page.locator("#list article")).not_to_have_count(0)
        said |= {line.partition(": ")[0] for line in page.locator("#list footer p").all_inner_texts()}
    assert said >= {"Said again in the same document", "Denied by", "Figures compared"}


def test_a_filter_alone_lists_all_it_has_and_more_on_demand(chromium: Browser, start: str, site: Path) -> None:
    count = (site / "speakers/ines-karro.html").read_text("utf-8").count('<article class="statement')
    page = opened(chromium, start, "?speaker=Ines+Karro").page
    expect(page.get_by_role("status")).to_have_text(f"{count} passages")
    expect(page.locator("#list article")).to_have_count(10)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator("#list article")).to_have_count(count)
    assert {*page.locator("#list .speaker").all_inner_texts()} == {"Ines Karro"}
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()


def test_words_that_look_like_markup_are_words(chromium: Browser, start: str) -> None:
    watched = opened(chromium, start, "#q=bolt")
    (found, *_) = hits(watched.page, "1 passage")
    assert EVIL in found
    assert watched.page.locator("#list img").count() == 0
    assert no_faults(watched, start)


def test_nothing_found_is_said(chromium: Browser, start: str) -> None:
    page = opened(chromium, start, "#q=zzyzx").page
    expect(page.get_by_role("status")).to_have_text("No statement found.")


def test_which_of_several_words_is_nowhere_is_said(chromium: Browser, start: str) -> None:
    """Pagefind leaves a word out that it does not know: nothing has both."""
    watched = opened(chromium, start, "#q=frigates+zzyzx")
    page = watched.page
    expect(page.get_by_role("status")).to_have_text("No statement has all of these words. By themselves:")
    lines = page.locator("#list p")
    expect(lines).to_have_text(["frigates · 4 passages", "zzyzx · No statement found."])
    lines.get_by_role("link").click()
    hits(page, "4 passages")
    assert page.get_by_label("Words").input_value() == "frigates"
    page.go_back()
    expect(page.locator("#list p")).to_have_count(2)
    assert no_faults(watched, start)


def test_from_disk_the_page_says_where_else_to_look(chromium: Browser, site: Path) -> None:
    watched = watch(chromium, java_script_enabled=True)
    watched.page.goto((site / "search/index.html").as_uri())
    expect(watched.page.locator("#unable")).to_contain_text("is read from disk")
    assert not watched.page.get_by_label("Words").is_visible()
    assert watched.click("#unable a") == "browse/index.html"
    assert watched.faults == []


def test_without_javascript_the_page_leads_on(chromium: Browser, start: str) -> None:
    watched = watch(chromium)
    watched.page.goto(f"{start}search/index.html")
    expect(watched.page.locator("noscript p")).to_contain_text("Search needs JavaScript.")
    assert not watched.page.locator("#search").is_visible()
    assert watched.click("noscript a") == "browse/index.html"


def test_on_a_phone_the_first_hit_stands_on_the_first_screen(chromium: Browser, start: str) -> None:
    page = watch(chromium, java_script_enabled=True, viewport=PHONE).page
    page.goto(f"{start}search/index.html#q=frigates")
    expect(page.locator("#list article .speaker").first).to_be_in_viewport(ratio=1, timeout=30_000)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_on_a_phone_the_filters_stay_where_they_are_when_hits_come(chromium: Browser, start: str) -> None:
    page = watch(chromium, java_script_enabled=True, viewport=PHONE).page
    page.goto(f"{start}search/index.html")
    headings = page.locator("#search h2")
    before = headings.evaluate_all(TOPS)
    page.get_by_label("Words").fill("frigates")
    expect(page.locator("#list article")).not_to_have_count(0, timeout=30_000)
    assert headings.evaluate_all(TOPS) == before
