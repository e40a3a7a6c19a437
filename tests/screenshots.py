"""`python -m tests.screenshots`: the README's pictures, of the site that was built last and of its example."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import FloatRect, ViewportSize, sync_playwright

from tests.readme import make_karsk
from tests.test_browser import CHROMIUM, FLAGS

ROOT = Path(__file__).parents[1]
SITE, PICTURES = ROOT / "site", ROOT / "docs"
SIZE: ViewportSize = {"width": 1200, "height": 860}
NARROW: ViewportSize = {"width": 560, "height": 860}
LARGEST = 300_000
"""Bytes of a picture."""


def newest(folder: str) -> str:
    """The last page of a folder by name; those of documents begin with their date."""
    return max(path.relative_to(SITE).as_posix() for path in (SITE / folder).glob("[0-9]*.html"))


def main() -> None:
    pages = {"home": "index.html", "entry": newest("entries")}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        for name, path in pages.items():
            page.goto((SITE / path).as_uri())
            if name == "entry":
                page.locator("section.listing h2").first.evaluate("heading => heading.scrollIntoView()")
            keep(name, page.screenshot())
        with TemporaryDirectory() as folder:
            entry = make_karsk(Path(folder))
            page.set_viewport_size(NARROW)
            page.goto((Path(folder) / f"site/entries/{entry.stem}.html").as_uri())
            box = page.locator("article.statement").first.bounding_box()
            assert box
            around: FloatRect = {"x": 0, "y": box["y"], "width": NARROW["width"], "height": box["height"]}
            keep("statement", page.screenshot(clip=around, full_page=True))
        browser.close()


def keep(name: str, picture: bytes) -> None:
    if len(picture) > LARGEST:
        found = f"docs/{name}.png of {len(picture):,}"
        sys.exit(f"expected a picture of at most {LARGEST:,} bytes, found {found}")
    (PICTURES / f"{name}.png").write_bytes(picture)


if __name__ == "__main__":
    main()
