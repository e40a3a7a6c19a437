"""What the last build made of what: which files of the site need not be made again, and why others must.

`.site_builder/ledger-*.json` holds, for one output folder, each file's path with the digests of all it was
made from, by name, and of the file itself:

    {"format": 1, "target": "site", "files": {"about.html": {"inputs": {"view": "…", …}, "output": "…"}}}

It knows nothing of topics or templates. One that is missing, damaged or of another format is empty:
the build is slower then, never wrong.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from site_builder.files import write_atomically

FORMAT = 1
NEW = "new"
TAMPERED = "output"


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the site: the digests of its inputs by name, and of its bytes."""

    inputs: Mapping[str, str]
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """`target` is the output folder as seen from the project."""

    target: str
    files: Mapping[str, Made] = field(default_factory=dict)

    def reasons(self, path: str, inputs: Mapping[str, str], folder: Path) -> tuple[str, ...]:
        """The names of the inputs that differ from those `path` was made from; () when it is fresh."""
        made = self.files.get(path)
        if made is None:
            return (NEW,)
        names = sorted(made.inputs.keys() | inputs.keys())
        changed = tuple(name for name in names if made.inputs.get(name) != inputs.get(name))
        return changed or (() if _stands(folder / path, made.output) else (TAMPERED,))


def _stands(path: Path, output: str) -> bool:
    try:
        return not path.is_symlink() and digest(path.read_bytes()) == output
    except OSError:
        return False


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def load_ledger(path: Path, target: str) -> Ledger:
    try:
        raw = json.loads(path.read_bytes())
        if raw["format"] != FORMAT or raw["target"] != target:
            return Ledger(target=target)
        files = {name: Made(dict(made["inputs"]), str(made["output"])) for name, made in raw["files"].items()}
        return Ledger(target=target, files=files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Ledger(target=target)


def save_ledger(path: Path, ledger: Ledger) -> None:
    files = {name: {"inputs": dict(made.inputs), "output": made.output} for name, made in ledger.files.items()}
    raw = {"format": FORMAT, "target": ledger.target, "files": files}
    write_atomically(path, json.dumps(raw, separators=(",", ":")).encode())
