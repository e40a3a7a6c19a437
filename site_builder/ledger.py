"""What the last build made of what: which files of the site need not be made again, and why others must.

`.site_builder/ledger-*.json` holds, for one output folder, each file's path with the digests of all it was
made from, of the file itself, and the stamp it had. What many files are made from is in `inputs` once:

    {"format": 3, "target": "site", "inputs": [{"template": "…", …}], "files": {"about.html": [0, "…", …]}, …}

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

FORMAT = 3
NEW = "new"
TAMPERED = "output"
VIEW = "view"


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the site: the digests of its inputs by name, those of its template's view and of its bytes.
    `of` is the digest of all its view was made from, which saves making the view; `stamp` saves reading the
    file."""

    inputs: Mapping[str, str]
    view: str = ""
    output: str = ""
    of: str = ""
    stamp: str = ""


class _Stored(msgspec.Struct):
    """As it stands on the disk: the inputs of a file by their number, then view, output, of and stamp."""

    format: int
    target: str
    generation: int
    behind: tuple[str, ...]
    inputs: tuple[dict[str, str], ...]
    files: dict[str, tuple[int, str, str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """`target` is the output folder as seen from the project. `generation` counts its publications, and
    `behind` are the paths the last one wrote or removed."""

    target: str
    files: Mapping[str, Made] = field(default_factory=dict)
    generation: int = 0
    behind: tuple[str, ...] = ()

    def kept(self, path: str, folder: Path, inputs: Mapping[str, str], view: str = "") -> Made | None:
        """What is known of a file that was made of these and is as it was, with its stamp of now; None of
        one that has to be made."""
        made = self.files.get(path)
        if made is None or (made.inputs, made.view) != (inputs, view):
            return None
        return standing(f"{folder}/{path}", made)

    def reasons(self, path: str, inputs: Mapping[str, str], view: str = "") -> tuple[str, ...]:
        """Why a file has to be made: the names of the inputs that differ from those it was made from."""
        made = self.files.get(path)
        if made is None:
            return (NEW,)
        changed = [
            name for name in made.inputs.keys() | inputs.keys() if made.inputs.get(name) != inputs.get(name)
        ]
        changed += [VIEW] * (made.view != view)
        return tuple(sorted(changed)) or (TAMPERED,)


def standing(path: str, made: Made) -> Made | None:
    """The same with its stamp of now, if the file is as it was made. A copy of a site has other stamps: its
    files are read once, and not by every build from then on."""
    try:
        stamp = content_stamp(os.lstat(path))
        if stamp == made.stamp:
            return made
        same = not os.path.islink(path) and digest(Path(path).read_bytes()) == made.output
    except OSError:
        return None
    return replace(made, stamp=stamp) if same else None


def load_ledger(path: Path, target: str) -> Ledger:
    path.with_name(f".{path.name}.tmp").unlink(missing_ok=True)  # of a build that was killed
    try:
        stored = msgspec.json.decode(path.read_bytes(), type=_Stored)
        files = {
            name: Made(stored.inputs[number], *digests) for name, (number, *digests) in stored.files.items()
        }
    except (OSError, msgspec.DecodeError, IndexError):
        return Ledger(target=target)
    if (stored.format, stored.target) != (FORMAT, target):
        return Ledger(target=target)
    return Ledger(target=target, files=files, generation=stored.generation, behind=stored.behind)


def save_ledger(path: Path, ledger: Ledger) -> None:
    numbers: dict[tuple[tuple[str, str], ...], int] = {}
    known: dict[int, int] = {}
    for made in ledger.files.values():
        if id(made.inputs) not in known:
            known[id(made.inputs)] = numbers.setdefault(tuple(sorted(made.inputs.items())), len(numbers))
    stored = _Stored(
        format=FORMAT,
        target=ledger.target,
        generation=ledger.generation,
        behind=ledger.behind,
        inputs=tuple(map(dict, numbers)),
        files={
            name: (known[id(made.inputs)], made.view, made.output, made.of, made.stamp)
            for name, made in ledger.files.items()
        },
    )
    write_atomically(path, msgspec.json.encode(stored))
