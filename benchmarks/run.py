"""`make bench`: whole builds of invented archives, timed from outside, with their peak memory.

    python benchmarks/run.py [--documents N] [--runs N]

Each figure is the median of interleaved runs. Machines differ: compare ratios, not seconds.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from subprocess import PIPE, Popen

SENTENCES = (
    '"{Thing} was {done} in {place} on the day before," {name} said.',
    "According to {name}, {thing} had not been {done} for {number} days.",
    "{name} told reporters that {number} people had left {place}.",
    "The harbour office, {name} added, would look at {thing} again.",
    "{number} ships lay in the roads off {place}.",
    "{name} denied that {thing} had been {done} without a permit.",
)
WORDS = {
    "thing": ("the northern pier", "the customs list", "the coal store", "the pilot boat", "the old crane"),
    "done": ("inspected", "closed", "repaired", "searched", "rebuilt"),
    "place": ("Port Marrow", "Sandholt", "Little Ferring", "Quay Nine", "Ostrand"),
    "name": ("Harbour master Ada Lund", "Minister Jon Verrick", "Mayor Elsa Quint", "Captain Oke Brandt"),
}


def write_archive(root: Path, documents: int) -> None:
    for number in range(documents):
        write_seed(root, number)


def write_seed(root: Path, number: int) -> None:
    chance = random.Random(number)
    day = f"May {number % 28 + 1}, {1980 + number % 30}"
    paragraphs = [f"Report {number} from the harbour", f"OSTRAND, {day} (Invented Wire) -"]
    for _ in range(12):
        values = {key: chance.choice(words) for key, words in WORDS.items()}
        values |= {"Thing": values["thing"].capitalize(), "number": str(chance.randrange(2, 400))}
        paragraphs.append(chance.choice(SENTENCES).format(**values))
    paragraphs[1] += " " + paragraphs.pop(2)
    (root / "seeds").mkdir(parents=True, exist_ok=True)
    (root / "seeds" / f"{number:06}.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def timed(root: Path) -> tuple[float, float]:
    """Wall seconds and peak MiB of one build, as its own process."""
    command = ["/usr/bin/env", "python3", "-c", _MEASURED, sys.executable, str(root)]
    start = time.perf_counter()
    process = Popen(command, stdout=PIPE, text=True)
    out, _ = process.communicate()
    seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"the build of {root} failed")
    return seconds, float(out.split()[-1]) / 1024


_MEASURED = """
import resource, subprocess, sys
python, root = sys.argv[1:]
command = [python, "-m", "site_builder", "build", "--project", root]
code = subprocess.run(command, stdout=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    figures: dict[str, list[tuple[float, float]]] = {"cold": [], "unchanged": [], "one seed added": []}
    for run in range(options.runs):
        root = Path(tempfile.mkdtemp(prefix="bench-"))
        write_archive(root, options.documents)
        figures["cold"].append(timed(root))
        figures["unchanged"].append(timed(root))
        write_seed(root, options.documents + run)
        figures["one seed added"].append(timed(root))
        shutil.rmtree(root)
    cold = statistics.median(seconds for seconds, _ in figures["cold"])
    print(f"{options.documents} documents, median of {options.runs}")
    for name, runs in figures.items():
        seconds = statistics.median(seconds for seconds, _ in runs)
        memory = statistics.median(memory for _, memory in runs)
        print(f"{name:<16} {seconds:7.2f} s  {seconds / cold:5.2f} × cold  {memory:6.0f} MiB")


if __name__ == "__main__":
    main()
