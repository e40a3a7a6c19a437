"""`serve` as a person has it: the command, a real browser, and files that are saved, broken and mended."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.projects import BRIDGE, FERRY, command, entry_file, heed_ctrl_c, tree, write_files
from tests.test_browser import CHROMIUM, browser

__all__ = ["browser"]

ROOT = Path(__file__).parents[1]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs chromium on the PATH"),
]


@dataclass
class Served:
    """The command at work on an archive of two seeds."""

    root: Path
    process: subprocess.Popen[str]
    address: str

    def entry(self, words: str) -> Path:
        return entry_file(self.root, words)

    def url(self, words: str) -> str:
        return f"{self.address}entries/{self.entry(words).stem}.html"

    def stop(self) -> tuple[int, list[str], list[str], float]:
        """Ctrl-C: the exit code, all lines since the address, those on stderr, and the seconds it took. One
        that does not end says where it stands."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        try:
            out, err = self.process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            pytest.fail(self.process.communicate(timeout=20)[1])
        return self.process.returncode, out.splitlines(), err.splitlines(), time.monotonic() - start


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    root = write_files(
        tmp_path / "archive",
        {
            "seeds/bridge.txt": BRIDGE,
            "seeds/ferry.txt": FERRY,
            "site.toml": 'base_url = "https://archive.example"\n',
        },
    )
    # Its entries are there already: a build that makes them is no matter for these tests.
    assert command("build", "--project", root, "--output", tmp_path / "published").code == 0
    line = [
        sys.executable,
        "-X",
        "faulthandler",
        "-m",
        "site_builder",
        "serve",
        "--project",
        str(root),
        "--port",
        "0",
    ]
    pipe = subprocess.PIPE
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        line, stdout=pipe, stderr=pipe, text=True, env=environment, preexec_fn=heed_ctrl_c
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        address = re.fullmatch(
            r"(http://127\.0\.0\.1:\d+/) shows this archive, drafts too, and follows its files; "
            r"stop with Ctrl-C\.\n",
            said,
        )
        assert address, said
        yield Served(root, process, address[1])
        if process.poll() is None:
            process.kill()


@dataclass
class Watched:
    """A page, and what it complained of."""

    page: Page
    faults: list[str] = field(default_factory=list)

    @property
    def sheet(self) -> Locator:
        return self.page.get_by_role("alert")

    def title(self, words: str) -> None:
        """The page comes to show it, by itself."""
        expect(self.page.locator("h1").first).to_have_text(words)


def watch(browser: Browser, **options: Any) -> Watched:
    context = browser.new_context(viewport={"width": 1280, "height": 844}, **options)
    context.set_default_timeout(10_000)
    watched = Watched(context.new_page())
    watched.page.on(
        "console", lambda message: watched.faults.append(f"{message.text} {message.location['url']}")
    )
    watched.page.on("pageerror", lambda error: watched.faults.append(f"error: {error}"))
    return watched


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def opened(served: Served, browser: Browser, words: str = "the old bridge") -> Watched:
    """A browser on the page of an entry; it was open before there was a preview."""
    watched = watch(browser)
    watched.page.goto(served.address)
    expect(watched.page.locator("main")).to_be_visible(timeout=30_000)  # once the first preview is built
    watched.page.goto(served.url(words))
    watched.faults.clear()  # of the page that waited
    return watched


def test_an_entry_that_is_saved_is_seen(served: Served, browser: Browser) -> None:
    watched = opened(served, browser)
    watched.title("Mayor says the bridge is open")
    entry = served.entry("the old bridge")
    change(entry, "# Mayor says", "# Mayor insists")
    watched.title("Mayor insists the bridge is open")
    change(entry, "- speaker: Ana Lind", "- speaker: Mayor Ana Lind")
    expect(watched.page.locator("article.statement h3.speaker").first).to_have_text("Mayor Ana Lind")
    assert not (served.root / "site").exists()
    assert [path for path, content in tree(served.root).items() if b"data-site" in content] == []
    assert watched.faults == []


def test_every_kind_of_file_is_followed(served: Served, browser: Browser) -> None:
    watched = opened(served, browser)
    write_files(served.root, {"site.toml": 'title = "Karsk"\n'})
    expect(watched.page.locator(".site-name")).to_have_text("Karsk")
    plain = "{% block main %}<h1>{{ view.row.link.label }}, plain</h1>{% endblock %}"
    write_files(served.root, {"templates/entry.html": '{% extends "default/entry.html" %}' + plain})
    watched.title("Mayor says the bridge is open, plain")
    shutil.rmtree(served.root / "templates")
    watched.title("Mayor says the bridge is open")
    write_files(served.root, {"templates/static/style.css": "h1 { color: rgb(1, 2, 3) }"})
    expect(watched.page.locator("h1").first).to_have_css("color", "rgb(1, 2, 3)")
    write_files(served.root, {"content/lexicon/topics.yaml": "- name: Bridges\n  terms: [bridge]\n"})
    expect(watched.page.get_by_role("link", name="Bridges").first).to_be_visible()
    watched.page.goto(f"{served.address}entries/index.html")
    write_files(served.root, {"seeds/toll.txt": FERRY.replace("Ferry owner disputes", "Toll clerk moves")})
    expect(watched.page.get_by_role("link", name="Toll clerk moves the date")).to_be_visible()
    assert watched.faults == []


def test_a_fault_covers_the_page_until_it_is_mended(served: Served, browser: Browser) -> None:
    watched = opened(served, browser)
    entry = served.entry("the old bridge")
    good = entry.read_bytes()
    change(entry, "- kind: ", "- kind: very ")
    expect(watched.sheet).to_be_visible()
    expect(watched.sheet.get_by_role("heading")).to_have_text("1 problem to mend")
    (line,) = watched.sheet.get_by_role("listitem").all_text_contents()
    assert re.match(
        rf"content/entries/{re.escape(entry.name)}:\d+:1: expected direct, .* in 'kind', found ", line
    )
    watched.title("Mayor says the bridge is open")
    assert watched.page.locator("article.statement").count() > 0
    write_files(served.root, {"site.toml": "title = 1\n"})
    message = "site.toml:1:1: expected text, found 1"
    expect(watched.sheet.get_by_role("listitem")).to_have_text([message])
    watched.page.goto(served.address)  # it lies over every page
    expect(watched.sheet).to_be_visible()
    entry.write_bytes(good)
    write_files(served.root, {"site.toml": 'title = "Mended"\n'})
    expect(watched.page.locator(".site-name")).to_have_text("Mended")
    expect(watched.sheet).to_have_count(0)
    assert watched.faults == []


def test_the_sheet_can_be_put_aside(served: Served, browser: Browser) -> None:
    watched = opened(served, browser)
    entry = served.entry("the old bridge")
    change(entry, "- kind: ", "- kind: very ")
    watched.sheet.get_by_role("button", name="Hide").click()
    expect(watched.sheet).to_have_count(0)
    watched.page.goto(served.address)
    tab = watched.page.get_by_role("button", name="1 problem to mend")
    expect(tab).to_be_visible()
    tab.press("Enter")
    expect(watched.sheet).to_be_visible()
    watched.page.keyboard.press("Escape")
    expect(watched.sheet).to_have_count(0)
    expect(tab).to_be_focused()
    change(served.entry("the bridge was closed"), "- kind: ", "- kind: very ")  # another problem is news
    expect(watched.sheet.get_by_role("heading")).to_have_text("2 problems to mend")


def test_a_draft_bears_its_mark(served: Served, browser: Browser) -> None:
    watched = opened(served, browser)
    mark = watched.page.get_by_text("Draft, not published")
    expect(mark).to_have_count(0)
    entry = served.entry("the old bridge")
    change(entry, "---\n", "---\ndraft: true\n")
    expect(mark).to_be_visible()
    change(entry, "draft: true", "draft: maybe")
    expect(watched.sheet).to_contain_text("expected true or false in 'draft', found 'maybe'")
    watched.page.reload()
    expect(mark).to_be_visible()  # the last good page
    change(entry, "draft: maybe\n", "")
    expect(mark).to_have_count(0)
    expect(watched.sheet).to_have_count(0)
    assert watched.faults == []


def test_words_of_a_problem_are_words(served: Served, browser: Browser) -> None:
    watched = opened(served, browser)
    change(served.entry("the old bridge"), "- kind: ", "- kind: <img src=x onerror=alert(1)>")
    expect(watched.sheet).to_contain_text("found '<img src=x onerror=alert(1)>")
    assert watched.sheet.locator("img").count() == 0
    assert watched.faults == []


def test_a_page_lets_in_no_script_but_ours(served: Served, browser: Browser) -> None:
    watched = opened(served, browser)
    watched.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    assert watched.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in fault for fault in watched.faults)


def test_a_page_that_is_not_there_follows_too(served: Served, browser: Browser) -> None:
    watched = opened(served, browser)
    watched.page.goto(f"{served.address}entries/nowhere/at-all.html")
    expect(watched.page.locator("main")).to_be_visible(timeout=30_000)
    colours = watched.page.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length > 0)")
    assert colours == [True]
    write_files(served.root, {"site.toml": 'title = "Karsk"\n'})
    expect(watched.page.locator(".site-name")).to_have_text("Karsk")


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_the_sheet_fits_and_can_be_read(served: Served, browser: Browser) -> None:
    watched = opened(served, browser)
    entry = served.entry("the old bridge")
    entry.write_text(entry.read_text("utf-8").replace("- kind: ", "- kind: " + "very" * 80), "utf-8")
    expect(watched.sheet).to_be_visible()
    for width, scheme in product((390, 1280), SCHEMES):
        watched.page.set_viewport_size({"width": width, "height": 400})
        watched.page.emulate_media(color_scheme=scheme)
        box = watched.sheet.bounding_box()
        assert box
        assert box["x"] >= 8
        assert box["x"] + box["width"] <= width - 8
        assert box["y"] + box["height"] <= 400 - 8  # what is longer is scrolled
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
        paper, ink = (_colour(watched.sheet, of) for of in ("backgroundColor", "color"))
        assert (sum(paper) > sum(ink)) is (scheme == "light")
        assert abs(sum(paper) - sum(ink)) > 500


def _colour(element: Locator, of: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", element.evaluate(f"e => getComputedStyle(e).{of}"))[:3]]


def test_ctrl_c_ends_it_at_once(served: Served, browser: Browser) -> None:
    opened(served, browser)
    time.sleep(1.0)
    code, out, err, seconds = served.stop()
    assert (code, err) == (130, ["Stopped; the site is whole."])
    assert seconds < 10  # it does not wait for the page that is open
    (line,) = out  # nothing changed, nothing was built
    assert re.fullmatch(r"2 documents, .*, \d+ files written in \d+\.\d s\.", line)
