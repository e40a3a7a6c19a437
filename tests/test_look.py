"""What an archive sets of its own look: colours and a logo."""

from __future__ import annotations

import re
from pathlib import Path

from site_builder.build import build
from site_builder.colours import PAPER, contrast
from site_builder.render import shipped_templates
from tests.pages import read_site
from tests.projects import BRIDGE, write_files

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def test_the_papers_are_those_of_the_style_sheet() -> None:
    sheet = (shipped_templates() / "static" / "style.css").read_text("utf-8")
    found = [re.findall(rf"--{name}: (#\w+);", sheet)[:2] for name in ("paper", "tint")]
    assert list(zip(*found, strict=True)) == list(PAPER.values())


def test_contrast_is_that_of_the_standard() -> None:
    assert round(contrast("#000", "#ffffff"), 2) == 21.0
    assert round(contrast("#777777", "#fff"), 2) == 4.48


def test_colours_stand_at_the_end_of_the_one_style_sheet(tmp_path: Path) -> None:
    colours = '[colours]\naccent = "#0044cc"\naccent_dark = "#9ecbff"\n'
    root = write_files(tmp_path, {"seeds/bridge.txt": BRIDGE, "site.toml": colours})
    assert [p for p in build(root, root / "site").problems if p.level == "error"] == []
    (sheet,) = (root / "site" / "static").glob("*.css")
    assert sheet.read_text("utf-8").endswith(
        "@media screen and (prefers-color-scheme: light) { :root { --accent: #0044cc; } }\n"
        "@media screen and (prefers-color-scheme: dark) { :root { --accent: #9ecbff; } }\n"
    )


def test_a_logo_stands_beside_the_title_and_in_the_window(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"seeds/bridge.txt": BRIDGE, "site.toml": 'logo = "mark.svg"\n'}
    root = write_files(tmp_path, files | {"templates/static/mark.svg": SVG})
    assert [p for p in build(root, root / "site").problems if p.level == "error"] == []
    for path, page in read_site(root / "site").items():
        up = "../" * path.count("/")
        assert [img.attrib for img in page.all("img")] == [
            {"class": "logo", "src": f"{up}static/mark.svg", "alt": ""}
        ], path
        assert page.one("link", rel="icon").attrib["href"] == f"{up}static/mark.svg"


def test_a_logo_that_is_not_there(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/bridge.txt": BRIDGE, "site.toml": 'logo = "../mark.svg"\n'})
    problems = [str(p) for p in build(root, root / "site").problems if p.level == "error"]
    assert problems == [
        "site.toml: expected a file in templates/static/ as logo, found none called '../mark.svg'"
    ]
    assert not [page for page in read_site(root / "site").values() if page.all("img")]
