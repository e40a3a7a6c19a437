"""What `templates/README.md` tells the maker of a theme is all there is: templates, blocks, macros, views."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from site_builder import views

TEMPLATES = Path(__file__).parents[1] / "templates"
README = (TEMPLATES / "README.md").read_text("utf-8")
NAMED = re.compile(r"`([^`\n]+)`")
ROWS = [line for line in README.split("\n") if line.startswith("|")]
BASE = next(part for part in README.split("\n\n") if part.startswith("All HTML pages extend `base.html`"))
"""The paragraph on the blocks and the frame that pages share."""

UNSEEN = frozenset({"Asset", "Page", "Shard"})
"""What a site is made of, which no template is given."""
VIEWS = [
    value
    for name in views.__all__
    if is_dataclass(value := getattr(views, name)) and isinstance(value, type) and name not in UNSEEN
]
FILES = sorted(path.name for path in TEMPLATES.iterdir() if path.is_file() and path.name != "README.md")


def is_row_of(name: str, row: str) -> bool:
    """Whether the first or second cell of a row is of this value."""
    return any(cell.strip().startswith(f"`{name}`") for cell in row.split("|")[1:3])


def named(text: str) -> set[str]:
    return set(NAMED.findall(text))


def found(pattern: str, template: str) -> list[str]:
    return re.findall(pattern, (TEMPLATES / template).read_text("utf-8"))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_every_field_of_a_view_is_named_in_its_row(view: type) -> None:
    assert is_dataclass(view)
    told = BASE if view is views.Frame else "\n".join(row for row in ROWS if is_row_of(view.__name__, row))
    assert {field.name for field in fields(view)} - {"frame"} <= named(told)


@pytest.mark.parametrize("template", FILES)
def test_every_template_and_block_is_named(template: str) -> None:
    assert template in named(README)
    last_cells = [row.split("|")[-2] for row in ROWS if row.startswith(f"| `{template}`")]
    assert set(found(r"{% block (\w+)", template)) <= named(BASE + "".join(last_cells))


@pytest.mark.parametrize("template", [name for name in FILES if name.startswith("_")])
def test_every_macro_is_named_as_it_is_called(template: str) -> None:
    macros = found(r"{% macro ([^%]*?) -?%}", template)
    assert macros
    assert set(macros) <= named(README)
