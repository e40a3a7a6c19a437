"""The page with the filters over an invented archive: what it weighs, and how long a filter takes in Chromium.

    python benchmarks/browse.py [--statements N] [--keep FOLDER]

Times are from a click to the new counts on the screen, in the page itself; sizes are gzip's, at level 6.
"""

from __future__ import annotations

import argparse
import gzip
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import sync_playwright

from site_builder.archive import Document, Record
from site_builder.config import Config
from site_builder.index import make_index
from site_builder.lexicon import Lexicon, Outlet, Topic
from site_builder.model import KINDS, Article, Dated
from site_builder.plan import make_plan
from site_builder.present import make_archive
from site_builder.project import read_project
from site_builder.render import render

A_DOCUMENT = 10
TYPES = ("news agency", "newspaper", "broadcaster", "news website", "blog")
WORDS = "the pier was closed for repairs and nobody had asked about costs ferries dues men years again".split()
FLAGS = ["--no-sandbox", "--disable-gpu"]


def documents(statements: int) -> Iterator[Document]:
    """Ten statements each, over thirty years; speakers, topics and outlets as unevenly spread as in news."""
    chance = random.Random(1)

    def one(count: int) -> int:
        return int(count * chance.random() ** 3)

    for number in range(-(-statements // A_DOCUMENT)):
        day = Dated(str(date(1995, 1, 1) + timedelta(chance.randrange(365 * 30))), "the dateline")
        cast = [f"Speaker {one(3000)} of the Harbour" for _ in range(4)]
        topics = [f"topic-{one(60)}" for _ in range(3)]
        records = tuple(
            Record(
                id=f"s-{number:06}{place}", entry=f"d-{number}", kind=chance.choice(KINDS[:3]),
                speaker=chance.choice(cast), role="", to="", via="", citing="", said=day,
                topics=tuple(dict.fromkeys(chance.sample(topics, chance.randrange(3)))),
                passages=(" ".join(chance.choices(WORDS, k=25)),), spans=(), notes=(), lang="en", line=1,
                paragraph=-1, by_hand=("speaker",) if chance.random() < 0.1 else (),
            )
            for place in range(A_DOCUMENT)
        )  # fmt: skip
        yield Document(
            name=f"d-{number}", path=f"content/entries/d-{number}.md", title=f"Report {number}",
            outlet=f"Outlet {one(80)}", republishes=None, published=day, original_published=None, draft=False,
            front={}, items=records, fingerprint="", article=None, digest=str(number),
        )  # fmt: skip


def write_site(folder: Path, statements: int) -> list[Path]:
    """The page and its files; returned is what a browser loads first."""
    lexicon = Lexicon(
        topics=tuple(Topic(name=f"Topic {number}", terms=("x",)) for number in range(60)),
        outlets=tuple(Outlet(name=f"Outlet {number}", type=TYPES[number % 5]) for number in range(80)),
    )
    index, _ = make_index(documents(statements), lexicon, Config())
    project = read_project(folder)
    assets = project.assets
    archive = make_archive(index, lexicon, Config(), _no_article, project.strings)
    plan = make_plan(archive, (), assets)
    for asset in assets:
        _write(folder / asset.path, asset.content)
    for page in plan.pages:
        if page.path.startswith("browse/"):
            _write(folder / page.path, render(page.path, page.template, page.view(), plan.site))
    scripts = next(folder.glob("static/browse.*.js"))
    return [folder / "browse/index.html", folder / plan.site.stylesheet, scripts,
            *sorted((folder / "browse/columns").glob("*.js"))]  # fmt: skip


def _no_article(path: str) -> Article:
    raise KeyError(path)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


CLICKS = """async () => {
  const times = [];
  const boxes = () => [...document.querySelectorAll(".filter li input")];
  for (const number of [0, 3, 12, 25, 31, 40, 3, 12]) {
    const box = boxes()[number % boxes().length], before = performance.now();
    box.click();
    document.body.getBoundingClientRect();
    times.push(performance.now() - before);
    await new Promise((done) => setTimeout(done, 150));
  }
  return times;
}"""


def measure(page_file: Path) -> tuple[float, list[float], int]:
    """Milliseconds until the page is ready; of each filter; and scripts loaded for the first hits."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        start = time.perf_counter()
        page.goto(page_file.as_uri())
        page.wait_for_selector("#list article")
        ready = (time.perf_counter() - start) * 1000
        sheets = sum("/sheets/" in url for url in asked)
        times = page.evaluate(CLICKS)
        browser.close()
    return ready, times, sheets


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="write the pages here, and leave them")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="bench-browse-"))
    folder.mkdir(parents=True, exist_ok=True)
    first = write_site(folder, options.statements)
    raw = sum(path.stat().st_size for path in first)
    packed = sum(len(gzip.compress(path.read_bytes(), 6)) for path in first)
    sheets = sorted(folder.glob("browse/sheets/**/*.js"))
    one = statistics.median(len(gzip.compress(path.read_bytes(), 6)) for path in sheets)
    ready, times, loaded = measure(first[0])
    print(f"{options.statements:,} statements: first load {packed // 1000} kB compressed ({raw // 1000} kB)")
    print(f"{len(sheets):,} sheets of {one / 1000:.0f} kB compressed; {loaded} loaded at first")
    median = statistics.median(times)
    print(f"ready after {ready:.0f} ms; a filter takes {median:.0f} ms, {max(times):.0f} at most")
    if not options.keep:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
