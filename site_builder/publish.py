"""Putting a finished site in its place: made whole beside the target, then exchanged with it.

Files that need not be made again are taken over from the old site as hard links, so that a small
change is a small write. Killed at any moment, this leaves the old site or the new one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from site_builder.errors import InputError, Problem
from site_builder.files import exchange, walk, write

KEPT = ("CNAME", ".git", ".htaccess", ".nojekyll", ".well-known", "_headers", "_redirects")
"""What people put into an output folder for the host's sake; it is carried over."""


GENERATOR = b'<meta name="generator" content="site-builder">'


def is_ours(target: Path) -> bool:
    """Whether a site of this program stands there, for when the record of it is lost."""
    home = target / "index.html"
    return home.is_file() and GENERATOR in home.read_bytes()[:4096]


def refuse_strangers(target: Path, ours: Iterable[str]) -> None:
    """Raises InputError when the target holds anything that no earlier build wrote."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        message = "expected a folder for the site, found a link or a file"
        raise InputError([Problem(str(target), 0, 0, message)])
    known = set(ours)
    there = walk(target, hidden=True) if target.is_dir() else ()
    strangers = [path for path, _ in there if path not in known and path.split("/")[0] not in KEPT]
    if strangers:
        names = ", ".join(strangers[:3]) + (f" and {len(strangers) - 3} more" if len(strangers) > 3 else "")
        message = f"expected a folder that holds only this site, found {names}"
        raise InputError([Problem(str(target), 0, 0, f"{message}: move them, or give another --output")])


def tidy(target: Path) -> None:
    """Clear away what a killed build left beside the target; a site it had moved aside is put back."""
    aside = target.with_name(f".{target.name}.old")
    if not target.exists() and aside.is_dir():
        os.rename(aside, target)
    for left in (target.with_name(f".{target.name}.new"), aside):
        shutil.rmtree(left, ignore_errors=True)


def publish(target: Path, made: Iterable[tuple[str, bytes]], fresh: Iterable[str]) -> None:
    """Make `target` hold exactly the files `made`, its own `fresh` ones, and those of KEPT."""
    staging = target.with_name(f".{target.name}.new")
    shutil.rmtree(staging, ignore_errors=True)
    try:
        stage = _Stage(staging)
        for path in fresh:
            stage.take_over(target / path, path)
        for path, content in made:
            write(stage.place(path), content)
        for name in KEPT:
            if (target / name).is_dir():
                shutil.copytree(target / name, staging / name, symlinks=True)
            elif (target / name).exists():
                shutil.copy2(target / name, staging / name)
        exchange(staging, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


class _Stage:
    """A folder being filled; every path is checked to stay inside."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.top = folder.resolve()
        self.folders = {self.top}

    def place(self, path: str) -> Path:
        place = (self.top / path).resolve()
        if not place.is_relative_to(self.top) or place == self.top:
            message = "expected a page inside the site, found a path that leaves it"
            raise InputError([Problem(path, 0, 0, message)])
        if place.parent not in self.folders:
            place.parent.mkdir(parents=True, exist_ok=True)
            self.folders.add(place.parent)
        return place

    def take_over(self, old: Path, path: str) -> None:
        place = self.place(path)
        try:
            os.link(old, place, follow_symlinks=False)
        except OSError:  # a file system without hard links
            shutil.copy2(old, place)
