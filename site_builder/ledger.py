"""What the last build made of what: which files of the site need not be made again, and why others must.

`.site_builder/ledger-*.json` holds, for one output folder, each file's path with the digests of all it was
made from, by name, of the file itself, and the stamp it had:

    {"format": 2, "target": "site", "files": {"about.html": {"inputs": {"view": "…", …}, "output": "…", …}}}

It knows nothing of topics or templates. One that is missing, damaged or of another format is empty:
the build is slower then, never wrong.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from site_builder.digest import digest
from site_builder.files import content_stamp, write_atomically

FORMAT = 2
NEW = "new"
TAMPERED = "output"


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the site: the digests of its inputs by name, and of its bytes. `of` is the digest of all
    its view was made from, which saves making the view; `stamp` saves reading the file."""

    inputs: Mapping[str, str]
    output: str = ""
    of: str = ""
    stamp: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """`target` is the output folder as seen from the project. `generation` counts its publications, and
    `behind` are the paths the last one wrote or removed."""

    target: str
    format: int = 0
    files: Mapping[str, Made] = field(default_factory=dict)
    generation: int = 0
    behind: tuple[str, ...] = ()

    def reasons(self, path: str, inputs: Mapping[str, str], folder: Path) -> tuple[str, ...]:
        """The names of the inputs that differ from those `path` was made from; () when it is fresh."""
        made = self.files.get(path)
        if made is None:
            return (NEW,)
        names = sorted(made.inputs.keys() | inputs.keys())
        changed = tuple(name for name in names if made.inputs.get(name) != inputs.get(name))
        return changed or (() if stands(folder / path, made) else (TAMPERED,))


def stands(path: Path, made: Made) -> bool:
    """Whether the file is as it was made."""
    try:
        return content_stamp(os.lstat(path)) == made.stamp or (
            not path.is_symlink() and digest(path.read_bytes()) == made.output
        )
    except OSError:
        return False


def load_ledger(path: Path, target: str) -> Ledger:
    path.with_name(f".{path.name}.tmp").unlink(missing_ok=True)  # of a build that was killed
    try:
        ledger = msgspec.json.decode(path.read_bytes(), type=Ledger)
    except (OSError, msgspec.DecodeError):
        return Ledger(target=target)
    known = (ledger.format, ledger.target) == (FORMAT, target)
    return replace(ledger, format=0) if known else Ledger(target=target)


def save_ledger(path: Path, ledger: Ledger) -> None:
    write_atomically(path, msgspec.json.encode(replace(ledger, format=FORMAT)))
