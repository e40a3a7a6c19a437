"""Reading `content/entries/`, and `content/state/`: what the machine remembers of the entries it wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from site_builder.entries import Entry, parse_entry
from site_builder.errors import InputError, Problem
from site_builder.files import read_text, walk
from site_builder.model import Span
from site_builder.project import ENTRIES, MAX_STATE, MAX_TEXT, STATE


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the machine remembers of an entry it wrote: the digest of its output, and where words stand."""

    seed: str
    output: str
    spans: Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An entry as it lies in the project. `edited`: a person changed it after the machine wrote it."""

    path: str
    text: str
    entry: Entry
    edited: bool


def read_states(root: Path, problems: list[Problem]) -> dict[str, State]:
    """Entry name → state; a state that cannot be read counts as none, and its entry as edited."""
    states = {}
    folder = root / STATE
    for name, _ in walk(folder) if folder.is_dir() else ():
        shown = f"{STATE}/{name}"
        try:
            raw = json.loads(read_text(folder / name, shown, MAX_STATE))
            spans = {made: tuple(Span(*span) for span in places) for made, places in raw["spans"].items()}
            states[name.removesuffix(".json")] = State(seed=raw["seed"], output=raw["output"], spans=spans)
        except InputError as error:
            problems.extend(error.problems)
        except (ValueError, KeyError, TypeError, AttributeError):
            problems.append(Problem(shown, 0, 0, "expected a state file of this program, found something else"))
    return states


def format_state(state: State) -> bytes:
    spans = ",\n".join(f'  "{made}": {json.dumps(places)}' for made, places in state.spans.items())
    head = f'{{\n "seed": {json.dumps(state.seed)},\n "output": "{state.output}",\n "spans": {{\n'
    return f"{head}{spans}\n }}\n}}\n".encode()


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
