"""Putting a finished site in its place: made whole beside the target, then exchanged with it.

Files that need not be made again are taken over from the old site as hard links. The site that was
exchanged is kept in `.site_builder/` as a spare: the next one is made of it by the changes of two builds,
so that a small change is a small write. Killed at any moment, this leaves the old site or the new one.
Where nothing can be exchanged, at a mount point or through a link, file after file is replaced.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from itertools import takewhile
from pathlib import Path

from site_builder.errors import InputError, Problem
from site_builder.files import exchange, walk, write, write_atomically

KEPT = ("CNAME", ".git", ".htaccess", ".well-known", "_headers", "_redirects")
"""What people put into an output folder for the host's sake; it is carried over."""

GENERATION = ".generation"
"""In a spare: the generation of the site it was exchanged for."""

GENERATOR = b'<meta name="generator" content="site-builder">'


def is_ours(target: Path) -> bool:
    """Whether a site of this program stands there, for when the record of it is lost."""
    home = target / "index.html"
    return home.is_file() and GENERATOR in home.read_bytes()[:4096]


def in_place(target: Path) -> bool:
    """Whether the folder itself has to stay: a link to one, or a mount point."""
    return (target.is_symlink() and target.is_dir()) or (target.is_dir() and os.path.ismount(target))


def refuse_strangers(target: Path, ours: Iterable[str]) -> None:
    """Raises InputError when the target holds anything that no earlier build wrote."""
    if os.path.lexists(target) and not target.is_dir():
        message = "expected a folder for the site, found a file, or a link to none"
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


def source_date() -> int | None:
    """The time all files get, where the caller wants archives of the site to be alike, too
    (https://reproducible-builds.org/specs/source-date-epoch/). Raises InputError when it is no time."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return None
    if not re.fullmatch("[0-9]{1,12}", given):
        message = f"expected seconds since 1970, found {given!r}"
        raise InputError([Problem("SOURCE_DATE_EPOCH", 0, 0, message)])
    return int(given)


class Stage:
    """The next site, being made; every path is checked to stay inside. `spare` is where the site before
    the last one may stand, and `behind` are the paths in which it differs from the last one."""

    def __init__(self, target: Path, spare: Path, generation: int, behind: Mapping[str, bool]) -> None:
        """`behind`: path → whether the last site, of that generation, has it."""
        self.target, self.spare, self.generation = target, spare, generation
        self.time = source_date()
        self.top = target.resolve().with_name(f".{target.name}.new")
        shutil.rmtree(self.top, ignore_errors=True)
        self.whole = self._from_spare()
        if not self.whole:
            self.top.mkdir(parents=True)
        self.folders = {self.top}
        for path, there in behind.items() if self.whole else ():
            # One that a person took out of the site since will be made again.
            if there and (target / path).is_file():
                self.take_over(path)
            else:
                self.remove(path)

    def _from_spare(self) -> bool:
        """Whether there was one that is just one generation behind."""
        try:
            if (self.spare / GENERATION).read_text("ascii") != str(self.generation):
                return False
            os.rename(self.spare, self.top)
            (self.top / GENERATION).unlink()
        except (OSError, ValueError):  # none, or on another file system
            return False
        for name in KEPT:
            _clear(self.top / name)
        return True

    def place(self, path: str) -> Path:
        place = Path(os.path.normpath(self.top / path))
        if not place.is_relative_to(self.top) or place == self.top:
            message = "expected a page inside the site, found a path that leaves it"
            raise InputError([Problem(path, 0, 0, message)])
        if place.parent not in self.folders:
            place.parent.mkdir(parents=True, exist_ok=True)
            self.folders.add(place.parent)
        return place

    def write(self, path: str, content: bytes) -> Path:
        place = self.place(path)
        place.unlink(missing_ok=True)  # what is written into a hard link is written into the old site
        write(place, content)
        if self.time is not None:
            os.utime(place, (self.time, self.time))
        return place

    def take_over(self, path: str) -> None:
        place = self.place(path)
        place.unlink(missing_ok=True)
        try:
            os.link(self.target / path, place, follow_symlinks=False)
        except OSError:  # a file system without hard links
            shutil.copy2(self.target / path, place)

    def remove(self, path: str) -> None:
        place = self.place(path)
        place.unlink(missing_ok=True)
        for folder in takewhile(lambda folder: folder != self.top, place.parents):
            try:
                folder.rmdir()
            except OSError as error:
                if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
                    break
                raise
            self.folders.discard(folder)

    def publish(self) -> None:
        """Exchange with the target, and leave what was there as the spare."""
        for name in KEPT:
            if (self.target / name).is_dir():
                shutil.copytree(self.target / name, self.top / name, symlinks=True)
            elif (self.target / name).exists():
                shutil.copy2(self.target / name, self.top / name)
        exchange(self.top, self.target)
        shutil.rmtree(self.spare, ignore_errors=True)
        try:
            (self.top / GENERATION).write_text(str(self.generation + 1), "ascii")
            os.rename(self.top, self.spare)
        except OSError:  # there was no site before, or the spare would be on another file system
            self.discard()

    def replace_files(self, made: Iterable[str], gone: Iterable[str]) -> None:
        """Put the files into the target one by one: what is new comes before what links to it, and what
        is gone goes when nothing links to it any more."""
        there = {path for path in made if (self.target / path).exists()}
        for path in sorted(made, key=lambda path: (path in there, path.endswith(".html"), path)):
            write_atomically(self.target / path, (self.top / path).read_bytes())
        for path in gone:
            (self.target / path).unlink(missing_ok=True)

    def discard(self) -> None:
        shutil.rmtree(self.top, ignore_errors=True)


def _clear(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
