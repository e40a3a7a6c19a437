"""Small archives to build in tests, and the command to build them with."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from click.testing import CliRunner

from site_builder.cli import main

HARBOUR = Path(__file__).parent / "sites" / "harbour"

BRIDGE = """\
Mayor says the bridge is open

KARSK, May 14, 2019 (Northern Wire) - Mayor Ana Lind said on Tuesday that the old bridge was open again.

"We have counted every bolt," Lind told reporters. "We have counted every bolt twice."

The bridge was closed in April.
"""
FERRY = """\
Ferry owner disputes the date

KARSK, May 15, 2019 (Northern Wire) - Ferry owner Bo Hallam said on Wednesday that the bridge was closed.
"""


@dataclass(frozen=True, slots=True)
class Done:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: tuple[str, ...]


def copy_harbour(target: Path) -> Path:
    """The invented archive's own files, without what building it is expected to give."""
    return Path(shutil.copytree(HARBOUR, target, ignore=shutil.ignore_patterns("expected")))


def command(*words: str | Path) -> Done:
    """`site-builder WORDS…` in this process; a fault of the program itself fails the test."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, tuple(result.stderr.splitlines()))


def write_files(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write each file below `root`."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def replace(root: Path, name: str, old: str, new: str) -> None:
    """Put `new` for all there is of `old` in a file that has it."""
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), "utf-8")


def tree(root: Path, *parts: str) -> dict[str, bytes]:
    """Every file below `root` (below those of its folders, if any are given), by posix path."""
    found: dict[str, bytes] = {}
    for folder in [root / part for part in parts] or [root]:
        files: Iterable[Path] = folder.rglob("*") if folder.is_dir() else [folder]
        found.update({p.relative_to(root).as_posix(): p.read_bytes() for p in files if p.is_file()})
    return dict(sorted(found.items()))


def digest(files: Mapping[str, bytes]) -> str:
    """One number for a whole tree."""
    listing = "\n".join(f"{sha256(content).hexdigest()} {path}" for path, content in sorted(files.items()))
    return sha256(listing.encode()).hexdigest()


def entry_file(root: Path, words: str) -> Path:
    """The entry whose text holds `words`."""
    return next(p for p in sorted((root / "content" / "entries").glob("*.md")) if words in p.read_text("utf-8"))


def heed_ctrl_c() -> None:
    """What is run in the background is told to ignore it, and would tell so whatever it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
