"""The page with the filters in a real browser, from disk and over http: by keyboard, with the back button."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from site_builder.build import build
from tests.pages import HtmlPage, words_of
from tests.projects import BRIDGE, write_files
from tests.test_browse import data
from tests.test_browser import CHROMIUM, FLAGS, PHONE, Watched, watch
from tests.test_dates import dated

__all__ = ["dated"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs chromium on the PATH"),
]

SHOWN = 20


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(harbour: Path) -> Iterator[str]:
    """The site in a folder of a web server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(harbour))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/site/"
        server.shutdown()


@pytest.fixture(params=["file", "http"])
def start(request: pytest.FixtureRequest, harbour: Path, address: str) -> str:
    return address if request.param == "http" else f"{(harbour / 'site').as_uri()}/"


@pytest.fixture(scope="module")
def total(harbour: Path) -> int:
    """The number of all statements."""
    return sum(count for path in (harbour / "site/browse/columns").iterdir()
               for _, count in data(path.read_bytes())["days"])  # fmt: skip


def opened(chromium: Browser, start: str, hash: str = "") -> Watched:
    watched = watch(chromium, java_script_enabled=True)
    watched.page.goto(f"{start}browse/index.html{hash}")
    expect(watched.page.locator("#list article").first).to_be_visible()
    return watched


def found(page: Page) -> Locator:
    return page.get_by_role("status")


def count_of(page: Page, label: str) -> str:
    """The number beside a value of a filter."""
    return page.locator(f"li label:has(bdi:text-is('{label}')) .count").inner_text(timeout=2_000)


def shown(page: Page) -> list[str]:
    """The ids of the statements on the screen, when they are there."""
    expect(page.locator("#list")).to_have_attribute("aria-busy", "false")
    return page.locator("#list article .permalink span").all_text_contents()


def no_faults(watched: Watched, start: str) -> bool:
    """It complained of nothing, and asked no other place for anything."""
    return [fault for fault in watched.faults if not fault.startswith(f"asked for: {start}")] == []


def press_until(page: Page, key: str, wanted: Locator) -> None:
    for _ in range(80):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not reach {wanted}")


def test_filters_by_keyboard_alone_and_back_again(chromium: Browser, start: str, total: int) -> None:
    watched = opened(chromium, start)
    page = watched.page
    first = shown(page)
    costs, breck = (page.get_by_role("checkbox", name=name) for name in ("Costs", "Anton Breck"))
    press_until(page, "Tab", costs)
    page.keyboard.press("Space")
    with_costs = f"{count_of(page, 'Costs')} of {total} statements"
    expect(found(page)).to_have_text(with_costs)
    expect(costs).to_be_focused()
    press_until(page, "Tab", page.locator("details[data-name=speaker] summary"))
    page.keyboard.press("Enter")
    press_until(page, "Tab", breck)
    of_both = f"{count_of(page, 'Anton Breck')} of {total} statements"
    page.keyboard.press("Space")
    expect(found(page)).to_have_text(of_both)
    narrowed = shown(page)
    page.wait_for_url("**#topic=Costs&speaker=Anton+Breck")
    page.go_back()
    expect(found(page)).to_have_text(with_costs)
    assert (costs.is_checked(), breck.is_checked(), set(narrowed) < set(shown(page))) == (True, False, True)
    page.go_back()
    expect(found(page)).to_have_text(f"{total} statements, 1 to {SHOWN} shown")
    assert shown(page) == first
    page.go_forward()
    page.go_forward()
    expect(found(page)).to_have_text(of_both)
    assert shown(page) == narrowed
    press_until(page, "Shift+Tab", page.get_by_role("button", name="Topic: Costs remove"))
    page.keyboard.press("Enter")
    assert (costs.is_checked(), breck.is_checked()) == (False, True)
    press_until(page, "Tab", page.get_by_role("button", name="Clear all filters"))
    page.keyboard.press("Enter")
    expect(found(page)).to_have_text(f"{total} statements, 1 to {SHOWN} shown")
    assert no_faults(watched, start)


def test_an_address_says_what_is_chosen(chromium: Browser, start: str) -> None:
    """Values of one filter add up, filters narrow each other, and so does the range of dates."""
    chosen = [("topic", "Costs"), ("topic", "Talks"), ("from", "2019-05-16"), ("sort", "oldest")]
    watched = opened(chromium, start, f"#{urlencode(chosen)}")
    page = watched.page
    days = page.locator("#list article footer time").evaluate_all("all => all.map(one => one.dateTime)")
    assert days == sorted(days)
    assert min(days) >= "2019-05-16"
    topics = page.locator("#list article").evaluate_all("all => all.map(one => one.textContent)")
    assert all(re.search(r"Topics:[^.]*(?:Costs|Talks)", words) for words in topics)
    assert page.get_by_label("From").input_value() == "2019-05-16"
    chips = page.locator("#chosen button").all_text_contents()
    assert chips == ["Topic: Costs remove", "Topic: Talks remove", "From 2019-05-16 remove"]
    assert no_faults(watched, start)


@pytest.mark.parametrize("facet", ["topic", "speaker", "outlet", "kind"])
def test_counts_are_those_of_the_pages(
    facet: str, chromium: Browser, start: str, pages: dict[str, HtmlPage]
) -> None:
    watched = opened(chromium, start)
    box = watched.page.locator(f"details[data-name={facet}]")
    box.evaluate("element => { element.open = true; }")
    if (more := box.get_by_role("button", name="Show more")).is_visible():
        more.click()
    labels = [one.strip() for one in box.locator("li bdi").all_text_contents()]
    counts = dict(zip(labels, box.locator("li .count").all_text_contents(), strict=True))
    index = pages[f"{facet}s/index.html"]
    rows = [row for rows in index.all("ul", class_="tallies") for row in rows.iter("li")]
    found = [[words_of(part) for part in row if part.attrib.get("class") in (None, "count")] for row in rows]
    wanted = {label: count for label, count in found if label != "Outlet’s own voice"}
    assert counts == wanted


def test_pages_of_the_hits_and_their_order(chromium: Browser, start: str, total: int) -> None:
    watched = opened(chromium, start)
    page = watched.page
    newest = shown(page)
    following = page.get_by_role("button", name="Next")
    following.focus()
    page.keyboard.press("Enter")
    expect(found(page)).to_have_text(f"{total} statements, 21 to 40 shown")
    expect(page.locator("#hits")).to_be_focused()
    second = shown(page)
    following.click()
    expect(following).to_be_disabled()
    everything = [*newest, *second, *shown(page)]
    assert (len(everything), len(set(everything))) == (total, total)
    page.get_by_label("Order").select_option("speaker")
    expect(found(page)).to_have_text(f"{total} statements, 1 to {SHOWN} shown")
    shown(page)
    speakers = page.locator("#list article .speaker").all_text_contents()
    assert speakers == sorted(speakers, key=str.casefold)
    page.go_back()
    expect(found(page)).to_have_text(f"{total} statements, 41 to {total} shown")
    assert no_faults(watched, start)


def test_a_link_into_the_page_leaves_the_filters_alone(chromium: Browser, start: str, total: int) -> None:
    watched = opened(chromium, start, "#topic=Costs")
    watched.page.locator(".skip").focus()
    watched.page.keyboard.press("Enter")
    watched.page.wait_for_url("**#main")
    expect(found(watched.page)).to_have_text(f"{count_of(watched.page, 'Costs')} of {total} statements")


def test_what_is_chosen_and_stands_nowhere_can_be_taken_back(chromium: Browser, start: str, total: int) -> None:
    watched = watch(chromium, java_script_enabled=True)
    page = watched.page
    page.goto(f"{start}browse/index.html#speaker=Nobody&from=2019-05-99&to=2019-02-30&page=7&sort=odd")
    expect(found(page)).to_have_text("No statement has all of this.")
    page.get_by_role("button", name="Speaker: Nobody remove").click()
    expect(found(page)).to_have_text(f"{total} statements, 1 to {SHOWN} shown")
    assert no_faults(watched, start)


def test_statements_that_cannot_be_loaded_are_said_to_be_missing(chromium: Browser, address: str) -> None:
    page = watch(chromium, java_script_enabled=True).page
    page.route("**/sheets/**", lambda route: route.abort())
    page.goto(f"{address}browse/index.html")
    expect(page.locator("#list")).to_have_text(
        "These statements could not be loaded. They are in the lists below."
    )


def test_without_javascript_the_same_by_plain_links(chromium: Browser, start: str) -> None:
    watched = watch(chromium)
    watched.page.goto(f"{start}browse/index.html")
    assert not watched.page.locator("#browse").is_visible()
    for name, path in (("Costs", "topics/costs.html"), ("2019", "dates/2019.html")):
        watched.page.get_by_role("link", name=name, exact=True).click()
        assert watched.page.url == f"{start}{path}"
        watched.page.go_back()
    assert no_faults(watched, start)


def test_what_is_no_topic_and_no_speaker_is_listed_last(chromium: Browser, start: str) -> None:
    page = chromium.new_page()
    page.goto(f"{start}browse/index.html")
    last = {}
    for name in ("topic", "speaker"):
        box = page.locator(f"[data-name={name}]")
        if not box.evaluate("box => box.open"):
            box.locator("summary").click()
        more = box.locator(".more")
        if more.is_visible():
            more.click()
        last[name] = box.locator("li bdi").last.inner_text()
    assert last == {"topic": "Without a topic", "speaker": "Speaker not identified"}
    page.close()


def test_on_a_phone_the_hits_are_near(chromium: Browser, start: str) -> None:
    watched = watch(chromium, java_script_enabled=True, viewport=PHONE)
    watched.page.goto(f"{start}browse/index.html")
    page, first = watched.page, watched.page.locator("#list article blockquote").first
    expect(first).to_be_in_viewport(ratio=0.5)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    costs = page.get_by_role("checkbox", name="Costs")
    expect(costs).to_be_hidden()
    press_until(page, "Tab", page.locator("#fold > summary"))
    page.keyboard.press("Enter")
    press_until(page, "Tab", costs)
    page.keyboard.press("Space")
    expect(page.locator("#fold > summary")).to_have_text("Filters 1 chosen")
    page.locator("#fold > summary").press("Enter")
    expect(costs).to_be_hidden()
    expect(page.locator("#chosen")).to_have_text("Topic: Costs remove")
    expect(first).to_be_in_viewport()


OLDEST = "44444444 11111111 55555555 22222222 00000000 66666666 33333333 77777777 abcdefgh 88888888".split()
NEWEST = "88888888 abcdefgh 33333333 77777777 66666666 00000000 22222222 11111111 55555555 44444444".split()
"""The statements of `tests/test_dates.py` by the last day that each may be of."""
RANGES = {
    ("2019-05-14", "2019-05-14"): ["00000000", "33333333", "77777777", "abcdefgh"],
    ("2019-05-11", "2019-05-11"): ["11111111", "55555555", "33333333", "77777777", "abcdefgh"],
    ("", "2019-01-01"): ["44444444", "abcdefgh"],
    ("2020-01-01", ""): ["88888888"],
    ("2020-03-01", ""): [],
}
"""From, to → those that may be of these days."""


def test_a_range_finds_what_may_have_been_said_in_it(dated: Path, chromium: Browser) -> None:
    page = watch(chromium, java_script_enabled=True).page
    page.goto((dated / "site/browse/index.html").as_uri())
    expect(page.locator(".range .remark")).to_have_text(
        "A statement of several days, a month or a year is found where one of its days is in the range. "
        "In order of date it stands on the last of them."
    )
    assert shown(page) == [f"s-{made}" for made in NEWEST]
    page.get_by_label("Order").select_option("oldest")
    assert shown(page) == [f"s-{made}" for made in OLDEST]
    found = {}
    for first, last in RANGES:
        page.locator("[name=from]").fill(first)
        page.locator("[name=to]").fill(last)
        found[first, last] = [made.removeprefix("s-") for made in shown(page)]
    assert found == RANGES


def test_a_range_that_is_turned_round_is_said_and_swapped(chromium: Browser, start: str, total: int) -> None:
    watched = watch(chromium, java_script_enabled=True)
    page = watched.page
    page.goto(f"{start}browse/index.html#from=2019-05-18&to=2019-05-14")
    hint = page.locator("#reversed")
    expect(hint).to_have_text("“From” is later than “To”, so there is nothing between. Swap them")
    expect(found(page)).to_have_text("No statement has all of this.")
    press_until(page, "Tab", page.get_by_role("button", name="Swap them"))
    page.keyboard.press("Enter")
    expect(hint).to_be_hidden()
    page.wait_for_url("**#from=2019-05-14&to=2019-05-18")
    expect(page.locator("#chosen button")).to_have_text(["From 2019-05-14 remove", "To 2019-05-18 remove"])
    expect(page.locator("#hits")).to_be_focused()
    expect(found(page)).to_contain_text(f"of {total} statements")
    assert no_faults(watched, start)


@pytest.mark.parametrize(
    ("range", "said"),
    [
        ("#from=2031-01-01", True),
        ("#to=1999-01-01", True),
        ("#from=2019-05-14", False),
        ("#sort=oldest", False),
    ],
)
def test_a_day_outside_the_archive_has_its_span_said(
    range: str, said: bool, chromium: Browser, harbour: Path
) -> None:
    page = watch(chromium, java_script_enabled=True).page
    page.goto(f"{(harbour / 'site').as_uri()}/browse/index.html{range}")
    expect(found(page)).not_to_be_empty()
    hint = page.locator("#beyond")
    expect(hint).to_be_visible(visible=said)
    expect(hint).to_have_text("The statements of this archive are dated from 14 May 2019 to 20 May 2019.")


EVIL = '<img src="x" onerror="alert(1)"></script><!--'


def test_names_are_never_markup(tmp_path: Path, chromium: Browser) -> None:
    files = {"seeds/a.txt": BRIDGE, "content/lexicon/topics.yaml": f"- name: '{EVIL}'\n  terms: [bridge]\n"}
    root = write_files(tmp_path / "archive", dict(files))
    build(root, root / "site")
    watched = watch(chromium, java_script_enabled=True)
    watched.page.goto((root / "site/browse/index.html").as_uri())
    watched.page.get_by_role("checkbox", name=EVIL).check()
    expect(watched.page.locator("#chosen button")).to_have_text(f"Topic: {EVIL} remove")
    assert (watched.page.locator("img").count(), watched.faults) == (0, [])
