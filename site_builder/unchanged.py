"""Whether anything changed since the last build, told from the files' own records: nothing is read.

A file counts as the same when its stamp is. What was recorded lies in `.site_builder/`; without it a
build is only slower.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from site_builder import __version__
from site_builder.digest import digest
from site_builder.errors import Problem
from site_builder.files import TICK, stamp, write_atomically
from site_builder.pagefind import FOLDER, installed
from site_builder.report import Report

PRIVATE = ".site_builder"
"""What only this machine needs; ignored by git, and safe to delete."""
RECORD = f"{PRIVATE}/built.json"
MEMO = f"{PRIVATE}/memo.db"
INPUTS = ("site.toml", "seeds", "content", "templates")

Stamps = dict[str, str]


def stamps(root: Path, output: Path) -> Stamps:
    """What a build depends on or writes, with its stamp: the files of the project, of the templates and of
    the program itself, and the folders of the site."""
    package = Path(__file__).parent
    beside = () if (package / "templates").is_dir() else ("templates",)
    places = {
        "project": (root, INPUTS),
        "program": (package, ("",)),
        "templates": (package.parent, beside),
    }
    found = {}
    for place, (top, names) in places.items():
        above = os.path.join(top, "")
        for path, status in _files([above + name for name in names]):
            found[f"{place}:{path.removeprefix(above)}"] = stamp(status)
    found.update((f"site:{folder}", seen) for folder, seen in _folders(output))
    return found


def _files(waiting: list[str]) -> Iterator[tuple[str, os.stat_result]]:
    while waiting:
        path = waiting.pop()
        try:
            with os.scandir(path) as listing:
                for item in listing:
                    if not item.is_dir(follow_symlinks=False):
                        yield item.path, item.stat(follow_symlinks=False)
                    elif item.name != "__pycache__":
                        waiting.append(item.path)
        except NotADirectoryError:
            file = path.rstrip(os.sep)
            yield file, os.lstat(file)
        except FileNotFoundError:
            continue


def _folders(site: Path) -> Iterator[tuple[str, str]]:
    """Each folder of a site with a digest of the files in it: of their names and stamps. The records of an
    index for search, which are most of the files, have names that say what is in them: their folder's own
    stamp, which tells of every name that comes or goes, stands for them."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        files = []
        if os.path.basename(folder) == FOLDER:
            yield folder, stamp(os.lstat(os.path.join(site, folder)))
            continue
        with (
            contextlib.suppress(FileNotFoundError, NotADirectoryError),
            os.scandir(os.path.join(site, folder)) as listing,
        ):
            for item in listing:
                if item.is_dir(follow_symlinks=False):
                    waiting.append(os.path.join(folder, item.name))
                else:
                    files.append(f"{item.name} {stamp(item.stat(follow_symlinks=False))}")
        yield folder, digest("\n".join(sorted(files)).encode("utf-8", "surrogateescape"))


def program() -> str:
    """A digest of the program itself, as far as stamps tell, and of what it runs on."""
    files = _files([str(Path(__file__).parent)])
    names = sorted(
        (os.path.basename(path), status.st_mtime_ns) for path, status in files if path.endswith(".py")
    )
    return digest(repr((__version__, sys.version, names)).encode())


def options(output: Path, base_url: str | None) -> list[str]:
    """What else a build depends on."""
    pagefind = installed()
    search = pagefind.stamp if pagefind else ""
    return [__version__, sys.version, os.path.abspath(output), base_url or "", search]


def last_report(root: Path, now: Stamps, given: Sequence[str]) -> Report | None:
    """The report of the last build, if it was made of exactly these files and options."""
    try:
        record = json.loads((root / RECORD).read_bytes())
        if record["stamps"] != _summed(now) or record["options"] != given:
            return None
        raw = record["report"]
        problems = tuple(Problem(**problem) for problem in raw.pop("problems"))
        told = {"problems": problems, "deleted": tuple(raw["deleted"])}
        return Report(**raw | told | {"entries": (), "written": (), "reworded": ()})
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def remember(root: Path, before: Stamps, output: Path, given: Sequence[str], report: Report) -> None:
    """Record a build, unless a file it did not write changed while it ran."""
    time.sleep(TICK)  # a later write must leave another time
    after = stamps(root, output)
    ours = {f"project:{path}" for path in report.entries}
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    if any(not path.startswith("site:") and path not in ours for path in changed):
        return
    record = {"stamps": _summed(after), "options": list(given), "report": asdict(report)}
    write_atomically(root / RECORD, json.dumps(record).encode())


def _summed(stamps: Stamps) -> str:
    return digest(repr(sorted(stamps.items())).encode("utf-8", "surrogateescape"))
