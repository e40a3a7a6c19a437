"""Which entry is which seed's: by the front matter, by what is remembered, and by the seed's bytes.

A person may rename entries and seeds, and seeds may be put elsewhere; each entry stays with its seed.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from site_builder.digests import Digests
from site_builder.entryfiles import entry_names, read_state, renamed, state_names
from site_builder.errors import InputError, Problem
from site_builder.fields import parse_yaml, split_front
from site_builder.files import read_text
from site_builder.memo import Memo
from site_builder.project import ENTRIES, MAX_TEXT
from site_builder.text import MAX_SLUG


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What an entry's front matter says of its seed."""

    seed: str
    sha256: str


def labels_of(root: Path, memo: Memo, files: Digests, problems: list[Problem]) -> dict[str, Label]:
    """What every entry says of its seed; nothing where it has a fault, which its reading will report."""
    labels = {}
    keys = []
    for name in entry_names(root, problems):
        path = f"{ENTRIES}/{name}.md"
        try:
            key = files.of(path, MAX_TEXT)
            label = memo.recall("label", key, Label)
            if label is None:
                label = _label(read_text(root / path, path, MAX_TEXT), path)
                memo.keep("label", key, label)
            keys.append(key)
        except InputError:
            label = Label(seed="", sha256="")
        labels[name] = label
    memo.keep_only("label", keys)
    return labels


def pair(
    root: Path, labels: Mapping[str, Label], seeds: Mapping[str, str], problems: list[Problem]
) -> tuple[dict[str, str], dict[str, str]]:
    """Seed → its entry, the one that names it, had it when it was last written, or has its words; and
    entry → former name of each whose file a person gave another. `seeds` are paths with their sha256."""
    of_sha = {sha: path for path, sha in seeds.items()}
    moved = {of_sha[label.sha256]: name for name, label in labels.items()
             if label.sha256 in of_sha and label.seed not in seeds}  # fmt: skip
    states = dict.fromkeys(state_names(root))
    by_entry: dict[str, str] = {}
    for name in sorted(labels, key=lambda name: name not in states):  # a copy of an entry comes after it
        if labels[name].seed:
            by_entry.setdefault(labels[name].seed, name)
    named = {name for seed, name in by_entry.items() if seed in seeds}
    lost = [name for name in states if name not in named]
    remembered = {name: state.seed for name in lost if (state := read_state(root, name, problems))}
    left = {name: seed for name, seed in remembered.items() if name not in labels}
    new = {name: label.seed for name, label in labels.items() if name not in states and label.seed}
    by_state = {seed: name for name, seed in remembered.items()}
    return {**moved, **by_state, **by_entry}, renamed(left, new)


def free_name(wanted: str, taken: Set[str]) -> str:
    """The name, with a number where it is taken."""
    names = (wanted if number == 1 else f"{wanted[: MAX_SLUG - 4]}-{number}" for number in count(1))
    return next(name for name in names if name not in taken)


def _label(text: str, path: str) -> Label:
    front = parse_yaml(split_front(text, path)[0], path).value
    values = front if isinstance(front, dict) else {}
    seed, sha = values.get("seed"), values.get("sha256")
    return Label(seed=seed if isinstance(seed, str) else "", sha256=sha if isinstance(sha, str) else "")
