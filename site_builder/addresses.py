"""`site-builder prune ADDRESS`: addresses that show nothing any more, given up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from site_builder.errors import InputError, Problem
from site_builder.examine import take_in
from site_builder.memo import Memo
from site_builder.planned import plan_of
from site_builder.project import PUBLISHED, read_project, read_published, write_published
from site_builder.unchanged import MEMO, program
from site_builder.views import GoneView


def empty_addresses(root: Path) -> Mapping[str, str]:
    """Each address that was published and has nothing to show, with what stands there instead."""
    project = read_project(root)
    with Memo(root / MEMO, program(), write=False) as memo:
        plan = plan_of(take_in(project, memo, write=False, drafts=False), search=False)
        views = ((page.path, page.view()) for page in plan.pages if page.template == "gone.html")
        return {path: _said(view) for path, view in views if isinstance(view, GoneView)}


def _said(view: GoneView) -> str:
    leads = f" It leads to {view.target.path}" if view.leads and view.target else ""
    return f"{view.words}{leads}"


def give_up(root: Path, addresses: Sequence[str]) -> Iterator[str]:
    """Forget that these were ever published, so that the next build makes no page of them; yields each.

    Raises InputError, before anything is written, when one of them shows something, or never was.
    """
    empty, published = empty_addresses(root), read_published(root)
    problems = [_not_empty(path, published) for path in addresses if path not in empty]
    if problems:
        raise InputError(problems)
    write_published(root, (path for path in published if path not in addresses))
    yield from addresses


def _not_empty(path: str, published: Sequence[str]) -> Problem:
    found = "a page of the site" if path in published else f"none such in {PUBLISHED}"
    expected = "expected the address of a page that has nothing to show any more"
    return Problem("site-builder prune", 0, 0, f"{expected}, found {path!r}, {found}")
