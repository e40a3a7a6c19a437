"""What changed in a project, and the preview that is made of it anew."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock
from watchfiles import Change, watch
from watchfiles.main import FileChange

from site_builder.build import build
from site_builder.errors import InputError, Problem, errors_of, of_file
from site_builder.project import CONFIG
from site_builder.report import Report
from site_builder.unchanged import INPUTS, PRIVATE

PREVIEW = f"{PRIVATE}/serve"
"""Where the preview lies, so that the published site is not touched."""
FOLDERS = frozenset(INPUTS) - {CONFIG}
QUIET, WAIT, TURN = 40, 400, 50
"""Milliseconds: after so long without another, changes are taken for whole; after so long they are in any
case; and for so long is waited for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A build that ended. `report` is None when nothing could be put in place, and the last site stays."""

    report: Report | None
    errors: tuple[Problem, ...]
    seconds: float

    @property
    def changed(self) -> bool:
        """Whether the site is another than before."""
        return self.report is not None and self.report.written != ()


def previews(root: Path, base_url: str) -> Iterator[Preview]:
    """A preview at once, and one after every change."""
    own: frozenset[str] = frozenset()
    echo = good = False
    for changed in changes(root):
        # What a build wrote into `content/` is looked at once, since a person may have saved the same
        # file after it; if that build, too, only answers itself, nobody is there to answer.
        if echo and changed <= own:
            continue
        echo = changed <= own
        preview = make_preview(root, base_url, whole=good)
        good = good or not preview.errors
        own = frozenset(preview.report.entries if preview.report else ())
        yield preview


def make_preview(root: Path, base_url: str, whole: bool) -> Preview:
    """Build as it lies, drafts too, when no other build is at work here. `whole`: a site with a fault is
    not put in place of one without."""
    start = time.monotonic()
    report = None
    (root / PRIVATE).mkdir(exist_ok=True)
    try:
        with FileLock(root / PRIVATE / "lock"):
            report = build(root, root / PREVIEW, base_url=base_url, drafts=True, whole=whole)
        errors = errors_of(report.problems)
    except InputError as error:
        errors = error.problems
    except OSError as error:
        errors = (of_file(error),)
    return Preview(report=report, errors=errors, seconds=time.monotonic() - start)


def changes(root: Path) -> Iterator[frozenset[str]]:
    """The inputs that changed, by their paths in the project. At first, and whenever one of the folders
    has come or gone, all of them: nobody had watched before."""
    top = root.resolve()
    while True:
        here = _watch(top, recursive=False)
        folders = (top / name for name in FOLDERS)
        below = _watch(*(folder for folder in folders if folder.is_dir()), recursive=True)
        next(here)
        try:
            next(below)
        except FileNotFoundError:  # gone since it was looked for
            continue
        yield frozenset(INPUTS)
        for shallow, deep in zip(here, below, strict=True):
            if any(kind != Change.modified and Path(path).name in FOLDERS for kind, path in shallow):
                break
            if changed := frozenset(_inputs(top, shallow | deep)):
                yield changed


def _watch(*places: Path, recursive: bool) -> Iterator[set[FileChange]]:
    """What happened since it was last asked; an empty set when nothing does within its turn."""
    return watch(*places, watch_filter=None, debounce=WAIT, step=QUIET, rust_timeout=TURN,
                 yield_on_timeout=True, recursive=recursive)  # fmt: skip


def _inputs(top: Path, changed: Iterable[FileChange]) -> Iterator[str]:
    for _, path in changed:
        name = Path(path).relative_to(top)
        if name.parts[:1] and name.parts[0] in INPUTS and not any(p.startswith(".") for p in name.parts):
            yield name.as_posix()
