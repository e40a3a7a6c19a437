"""Putting a finished site in its place: written whole beside the target, then swapped in."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from site_builder.errors import InputError, Problem
from site_builder.files import walk, write_atomically
from site_builder.project import PRIVATE

KEPT = ("CNAME", ".git", ".htaccess", ".nojekyll", ".well-known", "_headers", "_redirects")
"""What people put into an output folder for the host's sake; it is carried over."""


def publish(root: Path, target: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Make `target` hold exactly `files`, and what a person put there by the names of KEPT.

    Raises InputError when the target holds anything that an earlier build did not write.
    """
    record = root / PRIVATE / "published.json"
    # Relative, so that a project that was moved or entered from elsewhere still knows its site.
    place = Path(os.path.relpath(target, root)).as_posix()
    ours = _recorded(record, place)
    _refuse_strangers(target, ours)
    staging = target.with_name(f".{target.name}.new")
    aside = target.with_name(f".{target.name}.old")
    for litter in (staging, aside):
        shutil.rmtree(litter, ignore_errors=True)
    written = set(_write(staging, files))
    for name in KEPT:
        if (target / name).is_dir():
            shutil.copytree(target / name, staging / name, symlinks=True)
        elif (target / name).exists():
            shutil.copy2(target / name, staging / name)
    _record(record, place, ours | written)  # killed in between, either site is known as ours
    if target.exists():
        os.replace(target, aside)
    os.replace(staging, target)
    _record(record, place, written)
    shutil.rmtree(aside, ignore_errors=True)


def _write(staging: Path, files: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    """Each file below the staging folder; every path is checked to stay inside."""
    top = staging.resolve()
    made: set[Path] = set()
    for path, content in files:
        place = (top / path).resolve()
        if not place.is_relative_to(top) or place == top:
            message = "expected a page inside the site, found a path that leaves it"
            raise InputError([Problem(path, 0, 0, message)])
        if place.parent not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(place.parent)
        place.write_bytes(content)
        yield path


def _record(record: Path, target: str, files: Set[str]) -> None:
    write_atomically(record, json.dumps({"target": target, "files": sorted(files)}, indent=0).encode())


def _recorded(record: Path, target: str) -> set[str]:
    """The files the last build put into this target; none when it was another target, or unreadable."""
    try:
        last = json.loads(record.read_bytes())
        return set(last["files"]) if last["target"] == target else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _refuse_strangers(target: Path, ours: set[str]) -> None:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise InputError([Problem(str(target), 0, 0, "expected a folder for the site, found a link or a file")])
    there = walk(target, hidden=True) if target.is_dir() else ()
    found = [path for path, _ in there if path not in ours]
    strangers = [path for path in found if path.split("/")[0] not in KEPT]
    if strangers:
        names = ", ".join(strangers[:3]) + (f" and {len(strangers) - 3} more" if len(strangers) > 3 else "")
        message = f"expected a folder that holds only this site, found {names}"
        raise InputError([Problem(str(target), 0, 0, f"{message}: move them, or give another --output")])
