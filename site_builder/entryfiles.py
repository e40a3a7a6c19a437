"""Reading `content/entries/`, and `content/state/`: what the machine remembers of the entries it wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from site_builder.entries import Entry, parse_entry
from site_builder.errors import InputError, Problem
from site_builder.files import read_text, walk
from site_builder.merge import Base, Known
from site_builder.model import Span
from site_builder.project import ENTRIES, MAX_STATE, MAX_TEXT, STATE


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the machine remembers of an entry: `output` is the sha256 of the file as it last wrote it."""

    seed: str
    output: str
    base: Base


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An entry as it lies in the project. `edited`: a person changed it after the machine wrote it."""

    path: str
    text: str
    entry: Entry
    edited: bool

    def with_text(self, text: str) -> Written:
        """The same file with other content; reading it again is most of the work of a small build."""
        return self if text == self.text else replace(self, text=text, entry=parse_entry(text, self.path))


def read_states(root: Path, problems: list[Problem]) -> dict[str, State]:
    """Entry name → state; a state that cannot be read counts as none, and its entry as edited."""
    states = {}
    folder = root / STATE
    for name, _ in walk(folder) if folder.is_dir() else ():
        shown = f"{STATE}/{name}"
        try:
            states[name.removesuffix(".json")] = parse_state(read_text(folder / name, shown, MAX_STATE))
        except InputError as error:
            problems.extend(error.problems)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            problems.append(Problem(shown, 0, 0, "expected a state file of this program, found something else"))
    return states


def parse_state(text: str) -> State:
    raw = json.loads(text)
    base = Base(
        front=tuple((str(key), str(value)) for key, value in raw["front"].items()),
        sections={made: _known(item) for made, item in raw["sections"].items()},
        gone={made: _known(item) for made, item in raw["gone"].items()},
    )
    return State(seed=raw["seed"], output=raw["output"], base=base)


def _known(raw: dict[str, Any]) -> Known:
    return Known(
        fields=tuple((str(key), str(value)) for key, value in raw["fields"].items()),
        words=tuple(map(str, raw["words"])),
        spans=tuple(Span(start, end) for start, end in raw["spans"]),
    )


def format_state(state: State) -> bytes:
    """JSON with a line a value, so that a change is a change of its lines."""
    raw = {
        "seed": state.seed,
        "output": state.output,
        "front": dict(state.base.front),
        "sections": {made: _plain(known) for made, known in state.base.sections.items()},
        "gone": {made: _plain(known) for made, known in state.base.gone.items()},
    }
    return (json.dumps(raw, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(known: Known) -> dict[str, Any]:
    return {"fields": dict(known.fields), "words": known.words, "spans": known.spans}


def read_entries(root: Path, states: Mapping[str, State], problems: list[Problem]) -> dict[str, Written]:
    """Entry name (of its file) → the entry; one with a fault is left out, and never written over."""
    entries = {}
    folder = root / ENTRIES
    for file, is_link in walk(folder) if folder.is_dir() else ():
        path = f"{ENTRIES}/{file}"
        try:
            if is_link or not file.endswith(".md") or "/" in file:
                raise InputError([Problem(path, 0, 0, "expected an entry NAME.md, found something else")])
            text = read_text(folder / file, path, MAX_TEXT)
            entry = parse_entry(text, path)
            name = file.removesuffix(".md")
            if entry.get("entry") != name:
                found = f"found {entry.get('entry') or 'none'!r}"
                raise InputError([Problem(path, entry.line_of("entry"), 1, f"expected entry: {name}, {found}")])
            edited = name not in states or states[name].output != sha256(text.encode()).hexdigest()
            entries[name] = Written(path=path, text=text, entry=entry, edited=edited)
        except InputError as error:
            problems.extend(error.problems)
    return entries
