"""`site-builder prune`: statements that the machine no longer finds, out of their entries for good."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from site_builder.digest import digest
from site_builder.entryfiles import State, Written, format_state, read_entries, read_states
from site_builder.errors import InputError, Problem
from site_builder.files import write_atomically
from site_builder.merge import without
from site_builder.project import STATE


def prune(root: Path, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Take these statements out, or without `ids` all that nobody touched since the machine lost them; yields
    each id with the path of its entry.

    Raises InputError, before anything is written, when one of them is not such a statement.
    """
    problems: list[Problem] = []
    states = read_states(root, problems)
    entries = read_entries(root, states, problems)
    lost = {made: name for name, state in states.items() for made in state.base.lost if name in entries}
    if unknown := [made for made in ids if made not in lost]:
        found = [_not_lost(made, entries, states) for made in unknown]
        raise InputError([*problems, *found])
    wanted = set(ids) or lost.keys()
    for name in sorted({lost[made] for made in wanted}):
        taken = tuple(made for made in states[name].base.lost if made in wanted)
        written, state = _pruned(entries[name], states[name], taken)
        if not state:
            message = "expected the statements as the machine last wrote them, found others: build first"
            raise InputError([*problems, Problem(written.path, 0, 0, message)])
        write_atomically(root / written.path, written.text.encode())
        write_atomically(root / STATE / f"{name}.json", format_state(state))
        yield from ((made, written.path) for made in taken)


def _not_lost(made: str, entries: Mapping[str, Written], states: Mapping[str, State]) -> Problem:
    """Which condition a statement does not meet."""
    expected = "expected the id of an untouched statement that the machine no longer finds"
    for name, written in entries.items():
        section = next((section for section in written.entry.sections if section.id == made), None)
        if section and name in states:
            base = states[name].base
            if made not in base.sections:
                why = "which a person wrote"
            elif without(written.text, written.path, written.entry, base, [made]) is None:
                why = "which a person edited"
            else:
                why = "which it finds"
            found = f"found {made}, {why}: to take it out, delete it here"
            return Problem(written.path, section.line, 1, f"{expected}, {found}")
    return Problem("site-builder prune", 0, 0, f"{expected}, found {made!r}, which no entry has")


def _pruned(written: Written, state: State, ids: tuple[str, ...]) -> tuple[Written, State | None]:
    """The entry without these statements; None as state where one was touched since the last build."""
    text = without(written.text, written.path, written.entry, state.base, ids)
    if text is None:
        return written, None
    base = state.base
    withdrawn = {**base.withdrawn, **{made: base.sections[made] for made in ids}}
    sections = {made: known for made, known in base.sections.items() if made not in ids}
    lost = tuple(made for made in base.lost if made not in ids)
    output = state.output if written.edited else digest(text.encode())
    base = replace(base, sections=sections, lost=lost, withdrawn=withdrawn)
    return replace(written, text=text), replace(state, base=base, output=output)
