"""The files of an entry: `content/entries/`, and `content/state/`, what the machine remembers of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from site_builder.digest import digest
from site_builder.entries import Entry, Heading, Note, Section, parse_entry
from site_builder.errors import InputError, Problem
from site_builder.files import read_text, walk
from site_builder.lexicon import Lexicon
from site_builder.memory import Base, Known, as_plain, from_plain
from site_builder.model import Annotation, Article
from site_builder.project import ENTRIES, MAX_STATE, MAX_TEXT, STATE
from site_builder.records import DOCUMENT_LEFT_OUT, saying
from site_builder.slips import is_slip
from site_builder.update import bring_up


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the machine remembers of an entry: `output` is the sha256 of the file as it last wrote it.

    `names`: what the entry was called before; its pages under those names lead to the present ones.
    """

    seed: str
    output: str
    base: Base
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An entry as it lies in the project. `edited`: a person changed it after the machine wrote it."""

    path: str
    text: str
    entry: Entry
    edited: bool


def read_states(root: Path, problems: list[Problem]) -> dict[str, State]:
    """Entry name → state; one that cannot be read counts as none, and its entry as edited."""
    names = state_names(root)
    states = {name: read_state(root, name, problems) for name in names}
    return {name: state for name, state in states.items() if state}


def state_names(root: Path) -> tuple[str, ...]:
    """The entries of which something is remembered."""
    folder = root / STATE
    found = (name for name, _ in walk(folder)) if folder.is_dir() else ()
    return tuple(name.removesuffix(".json") for name in found if name.endswith(".json"))


def read_state(root: Path, name: str, problems: list[Problem]) -> State | None:
    """What the machine remembers of an entry; None, with a problem, where that cannot be read."""
    shown = f"{STATE}/{name}.json"
    try:
        return parse_state(read_text(root / shown, shown, MAX_STATE))
    except InputError as error:
        problems.extend(error.problems)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        todo = "put an earlier one back, or delete it (left alone until then: its entry)"
        message = f"expected a state file of this program, found something else: {todo}"
        problems.append(Problem(shown, 0, 0, message))
    return None


def parse_state(text: str) -> State:
    raw = json.loads(text)
    names = tuple(map(str, raw.get("names", ())))
    return State(seed=str(raw["seed"]), output=str(raw["output"]), base=from_plain(raw), names=names)


def format_state(state: State) -> bytes:
    """JSON with a line a value, so that a change is a change of its lines."""
    raw: dict[str, Any] = {"seed": state.seed, "output": state.output}
    raw |= {"names": state.names} if state.names else {}
    return (json.dumps(raw | as_plain(state.base), ensure_ascii=False, indent=1) + "\n").encode()


def taken_out(states: Mapping[str, State]) -> Iterator[tuple[str, str, Known]]:
    """(entry name, id, the statement as the machine last gave it) of all that were deleted or pruned."""
    for name, state in states.items():
        away = {**state.base.withdrawn, **state.base.gone}
        yield from ((name, made, known) for made, known in away.items())


def renamed(states: Mapping[str, str], entries: Mapping[str, str]) -> dict[str, str]:
    """Name → former name of each entry whose file a person gave another name. Given are the seeds of all
    states and of all files, by name: one without a state took over that of its seed whose file is gone."""
    left = {seed: name for name, seed in sorted(states.items(), reverse=True) if name not in entries}
    new = sorted((name, seed) for name, seed in entries.items() if name not in states)
    return {name: former for name, seed in new if (former := left.pop(seed, ""))}


def under_new_name(state: State, former: str, name: str) -> State:
    """The state of an entry that was called `former` and is called `name`."""
    return replace(state, names=(*(other for other in state.names if other != name), former))


def read_entries(root: Path, states: Mapping[str, State], problems: list[Problem]) -> dict[str, Written]:
    """Entry name (of its file) → the entry; one with a fault is left out, and never written over."""
    entries = {}
    for name in entry_names(root, problems):
        try:
            entries[name] = read_entry(root, name, states.get(name))
        except InputError as error:
            problems.extend(error.problems)
    return entries


def entry_names(root: Path, problems: list[Problem]) -> tuple[str, ...]:
    """The entries that lie in `content/entries/`, with a problem for everything else there."""
    names = []
    folder = root / ENTRIES
    for file, is_link in walk(folder) if folder.is_dir() else ():
        if is_link or not file.endswith(".md") or "/" in file:
            message = "expected an entry NAME.md, found something else"
            problems.append(Problem(f"{ENTRIES}/{file}", 0, 0, message))
        else:
            names.append(file.removesuffix(".md"))
    return tuple(names)


def read_entry(root: Path, name: str, state: State | None) -> Written:
    """Raises InputError when the file cannot be read as the entry of its name."""
    path = f"{ENTRIES}/{name}.md"
    try:
        text = read_text(root / path, path, MAX_TEXT)
        entry = parse_entry(text, path)
    except InputError as error:
        raise InputError(saying(error.problems, DOCUMENT_LEFT_OUT)) from None
    edited = state is None or state.output != digest(text.encode())
    entry = _with_slips(entry, state.base, path) if state and edited else entry
    return Written(path=path, text=text, entry=entry, edited=edited)


def _with_slips(entry: Entry, base: Base, path: str) -> Entry:
    """The entry with a fault at each id nobody gave that is one slip away from one that is missing: taken as
    it stands, the statement of that one would count as deleted, and its address as gone."""
    missing = sorted(base.sections.keys() - {section.id for section in entry.sections})

    def looked_at(item: Heading | Section | Note) -> Heading | Section | Note:
        if not isinstance(item, Section) or item.id in base.ids or not is_slip(item.id, missing):
            return item
        meant = next(made for made in missing if is_slip(item.id, [made]))
        message = f"expected {meant}, which has no other heading here, found {item.id}"
        return replace(item, faults=(*item.faults, Problem(path, item.line, 1, message)))

    return replace(entry, items=tuple(map(looked_at, entry.items))) if missing else entry


def regenerate(
    name: str,
    article: Article,
    annotation: Annotation,
    lexicon: Lexicon,
    written: Written | None,
    state: State | None,
    problems: list[Problem],
) -> tuple[Written, State]:
    """The entry as it is to be once the machine read its seed so, and what is to be remembered of it.
    Done again, it changes nothing."""
    path = f"{ENTRIES}/{name}.md"
    edited = written is not None and written.edited
    text, entry = (written.text, written.entry) if written else ("", None)
    base = state.base if state else Base()
    now = bring_up(path, text, entry, base, edited, article, annotation, lexicon)
    problems.extend(now.problems)
    last, names = (state.output, state.names) if state else ("", ())
    output = last if edited else digest(now.text.encode())
    remembered = State(seed=article.origin.path, output=output, base=now.base, names=names)
    return Written(path=path, text=now.text, entry=now.entry, edited=edited), remembered
