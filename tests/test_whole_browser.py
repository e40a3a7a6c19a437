"""Pages of every template in a real browser: `make browser`. The small run is in the other `_browser` tests."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.test_browse_browser import Quiet, chromium, press_until
from tests.test_browser import CHROMIUM, DESK, PHONE, SMALL, Watched, watch
from tests.whole import build_whole, page_templates, sample, templates_of

__all__ = ["chromium"]

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(CHROMIUM is None, reason="needs chromium on the PATH"),
]

MODULES = Path(__file__).parent / "node_modules"
CONFIG = Path(__file__).parent / "htmlvalidate.json"
AXE = MODULES / "axe-core/axe.min.js"
NPM = "needs `npm ci` in tests/, which `make browser` runs where there is npm"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => {
  const found = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
  const places = (fault) => fault.nodes.map((node) => `${fault.id}: ${node.html.slice(0, 200)}`);
  return found.violations.flatMap(places);
}"""
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module", params=["en", "ar"])
def roots(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return build_whole(tmp_path_factory.mktemp(request.param), request.param)


@pytest.fixture(scope="module")
def opened(roots: dict[str, Path]) -> list[Path]:
    """A page of every template in every folder that has one."""
    single, shared = roots["single"] / "site", roots["shared"] / "site"
    apart = [shared / path for path, name in sample(roots["shared"]).items() if name == "statements.html"]
    return [*(single / path for path in sample(roots["single"])), *apart]


def test_every_template_is_looked_at(roots: dict[str, Path], opened: list[Path]) -> None:
    of = {root / "site" / path: name for root in roots.values() for path, name in templates_of(root).items()}
    assert {of[path] for path in opened} == page_templates()


BASE = "https://archive.example/hallow/"
"""Where the invented archive says it is. No request leaves the browser: its files are handed over there."""


SETTLED = (
    'html:not(:has(meta[http-equiv="refresh"], #browse #list:not([aria-busy="false"]), #search select:empty))'
)
"""Nothing leads on, and what the scripts fill is filled: what they ask for they ask of the site's own files,
of which it is not known when the last one comes."""


def settle(page: Page) -> None:
    page.wait_for_selector(SETTLED, state="attached", timeout=30_000)
    page.wait_for_load_state("load")


def visit(watched: Watched, path: Path) -> Page:
    """The page at the site's address, once its scripts have done what they do; one that leads on, there."""
    page, (site, name) = watched.page, path.as_posix().split("/site/")
    page.unroute_all()
    page.route(f"{BASE}**", lambda route, request: route.fulfill(path=f"{site}/site/{file_of(request.url)}"))
    page.goto(f"{BASE}{name}")
    settle(page)
    return page


def file_of(url: str) -> str:
    return url.removeprefix(BASE).partition("#")[0].partition("?")[0]


def short(path: Path) -> str:
    return path.as_posix().split("/site/")[1]


def faults_of(watched: Watched, start: str) -> list[str]:
    """What it complained of, and what it asked of another place."""
    return [fault for fault in watched.faults if not fault.startswith(f"asked for: {start}")]


@pytest.mark.skipif(not AXE.exists(), reason=NPM)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_axe_finds_nothing(scheme: Scheme, size: Any, opened: list[Path], chromium: Browser) -> None:
    axe, found = AXE.read_text("utf-8"), {}
    watched = watch(chromium, java_script_enabled=True, viewport=size, color_scheme=scheme)
    for path in opened:
        page = visit(watched, path)
        for details in page.locator("details").all()[:40]:
            details.evaluate("element => { element.open = true; }")
        page.evaluate(axe)
        if faults := page.evaluate(RUN, RULES):
            found[short(path)] = faults
    assert found == {}
    assert faults_of(watched, BASE) == []


@pytest.mark.parametrize("size", [SMALL, PHONE, DESK], ids=["320", "390", "1280"])
def test_nothing_runs_off_the_side(size: dict[str, int], opened: list[Path], chromium: Browser) -> None:
    watched = watch(chromium, java_script_enabled=True, viewport=size)
    found = {}
    for path in opened:
        wide = visit(watched, path).evaluate("document.documentElement.scrollWidth")
        if wide > size["width"]:
            found[short(path)] = wide
    assert found == {}


SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    shifts.push([entry.value, ...entry.sources.map((source) => source.node?.outerHTML?.slice(0, 120) ?? "")]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("size", [SMALL, PHONE, DESK], ids=["320", "390", "1280"])
def test_nothing_moves_once_it_stands(size: Any, opened: list[Path], chromium: Browser) -> None:
    watched = watch(chromium, java_script_enabled=True, viewport=size)
    watched.page.add_init_script(SHIFTS)
    found = {}
    for path in opened:
        page = visit(watched, path)
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        if shifts := page.evaluate("shifts"):
            found[short(path)] = shifts
    assert found == {}


@pytest.fixture(scope="module")
def server(roots: dict[str, Path]) -> Iterator[str]:
    """A web server of both projects: their sites are in folders of it."""
    folder = roots["single"].parent
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}/"
        serving.shutdown()


@pytest.fixture(scope="module")
def top(roots: dict[str, Path]) -> Iterator[str]:
    """A web server with the site at its top."""
    folder = roots["single"] / "site"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as serving:
        Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}/"
        serving.shutdown()


STYLED = "getComputedStyle(document.querySelector('nav ul')).listStyleType === 'none'"


@pytest.mark.parametrize("place", ["disk", "folder", "top"])
def test_no_page_complains_wherever_the_site_lies(
    place: str, roots: dict[str, Path], server: str, top: str, chromium: Browser
) -> None:
    """The page that stands in for any address has the site's own for its links."""
    site = roots["single"] / "site"
    start = {"disk": f"{site.as_uri()}/", "folder": f"{server}single/site/", "top": top}[place]
    watched = watch(chromium, java_script_enabled=True)
    for path in sample(roots["single"]):
        if path == "404.html":
            continue
        watched.page.goto(f"{start}{path}")
        settle(watched.page)
        assert (
            watched.page.evaluate("getComputedStyle(document.querySelector('nav ul')).listStyleType") == "none"
        )
    assert faults_of(watched, start) == []


INTRUDER = """async (outside) => {
  const refused = [];
  document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
  const script = document.createElement("script"), style = document.createElement("style");
  script.textContent = "window.intruded = true";
  style.textContent = "body { display: none }";
  const image = document.createElement("img");
  image.src = outside;
  document.body.append(script, style, image);
  await fetch(outside).catch(() => {});
  await new Promise((done) => setTimeout(done, 100));
  return [window.intruded ?? false, getComputedStyle(document.body).display !== "none", refused.sort()];
}"""


def test_the_policy_holds_on_every_kind_of_page(opened: list[Path], chromium: Browser) -> None:
    watched = watch(chromium, java_script_enabled=True)
    reached: list[str] = []
    for path in opened:
        page = visit(watched, path)
        page.route("https://elsewhere.example/**", lambda route: reached.append(route.request.url))
        refused = ["connect-src", "img-src", "script-src-elem", "style-src-elem"]
        said = page.evaluate(INTRUDER, "https://elsewhere.example/x.png")
        assert (*said, reached) == (False, True, refused, []), path


LINKED = "all => all.map((one) => new URL(one.getAttribute('href'), location).href)"


def test_all_statements_by_links_alone_without_javascript(roots: dict[str, Path], chromium: Browser) -> None:
    """From the page with the filters on, by what can be seen and clicked."""
    site = roots["single"] / "site"
    watched = watch(chromium)
    waiting, seen = ["browse/index.html"], {"browse/index.html"}
    while waiting:
        watched.page.goto(f"{site.as_uri()}/{waiting.pop()}")
        links = watched.page.locator("main a:visible").evaluate_all(LINKED)
        inside = {link.removeprefix(f"{site.as_uri()}/").split("#")[0] for link in links}
        new = {path for path in inside if path.endswith(".html") and "://" not in path} - seen
        seen |= new
        waiting += [path for path in sorted(new) if not path.startswith(("statements/", "sources/"))]
    assert {path.relative_to(site).as_posix() for path in site.glob("statements/*.html")} - seen == set(
        GONE_FROM_STATEMENTS
    )
    assert watched.faults == []


GONE_FROM_STATEMENTS = ("statements/s-00000000.html",)


def test_a_citation_is_copied_by_keyboard(roots: dict[str, Path], server: str, chromium: Browser) -> None:
    path = next(path for path, name in sample(roots["single"]).items() if name == "statement.html")
    watched = watch(chromium, java_script_enabled=True)
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{server}single/site/{path}")
    speaker = page.locator("h1").inner_text()
    for key in ("words", "chicago", "apa", "csl", "bibtex", "ris"):
        button = page.locator(f"button[data-copy=cite-{key}]").last
        press_until(page, "Tab", button)
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).not_to_be_empty()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator(f"#cite-{key}").text_content()
        assert speaker in copied.replace("\\", ""), key
    assert faults_of(watched, server) == []


FOCUS = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const bar = at.querySelector(":scope > .reach"); // of a drawing: its bars are links, and get a stroke
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const seen = bar ? getComputedStyle(bar).stroke !== "none" : outlined;
  return [at === document.body, seen && box.bottom > 0 && box.top < innerHeight, at.outerHTML.slice(0, 120)];
}"""


def test_where_the_keyboard_is_can_be_seen(opened: list[Path], chromium: Browser) -> None:
    """Where scrolling is not drawn out: what has the focus is on the screen at once."""
    watched = watch(chromium, java_script_enabled=True, reduced_motion="reduce")
    for path in opened:
        page = visit(watched, path)
        for _ in range(60):
            page.keyboard.press("Tab")
            at_end, seen, where = page.evaluate(FOCUS)
            if at_end:
                break
            assert seen, (short(path), where)


@pytest.mark.skipif(not AXE.exists() or shutil.which("node") is None, reason=NPM)
def test_html_validate_finds_nothing(roots: dict[str, Path]) -> None:
    for root in roots.values():
        line = [str(MODULES / ".bin/html-validate"), "--config", str(CONFIG), "**/*.html"]
        done = subprocess.run(line, cwd=root / "site", capture_output=True, text=True, timeout=300, check=False)
        assert (done.returncode, done.stdout) == (0, "")


VNU = MODULES / "vnu-jar/build/dist/vnu.jar"


@pytest.mark.skipif(not VNU.exists() or shutil.which("java") is None, reason=f"{NPM}, and java")
def test_the_checker_of_the_w3c_finds_nothing(roots: dict[str, Path]) -> None:
    sites = [str(root / "site") for root in roots.values()]
    line = ["java", "-jar", str(VNU), "--errors-only", "--skip-non-html", *sites]
    done = subprocess.run(line, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, re.sub(r'"file:[^"]*/site/', '"', done.stderr)) == (0, "")
