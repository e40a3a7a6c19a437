"""`site-builder restore`: a statement a person deleted, back in its entry."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from site_builder.entries import Entry, Passage, Section
from site_builder.entries.write import format_section
from site_builder.entryfiles import format_state, read_entries, read_states
from site_builder.errors import InputError, Problem
from site_builder.files import write_atomically
from site_builder.merge import Base, Known
from site_builder.project import ENTRIES, STATE


def restore(root: Path, made: str) -> str:
    """Put the statement back as the machine last gave it; the path of its entry. Raises InputError when
    no such statement was deleted, or its entry cannot be read."""
    problems: list[Problem] = []
    states = read_states(root, problems)
    name, state = next(((name, s) for name, s in states.items() if made in s.base.gone), ("", None))
    if state is None:
        raise _refused(f"expected the id of a deleted statement, found {made!r}", problems)
    written = read_entries(root, states, problems).get(name)
    if written is None:
        raise _refused(f"expected the entry {ENTRIES}/{name}.md, found none that can be read", problems)
    known = state.base.gone[made]
    text = _with_section(written.text, written.entry, state.base, made, known)
    gone = {other: item for other, item in state.base.gone.items() if other != made}
    base = replace(state.base, gone=gone, sections={**state.base.sections, made: known})
    output = state.output if written.edited else sha256(text.encode()).hexdigest()
    write_atomically(root / written.path, text.encode())
    write_atomically(root / STATE / f"{name}.json", format_state(replace(state, base=base, output=output)))
    return written.path


def _with_section(text: str, entry: Entry, base: Base, made: str, known: Known) -> str:
    """The file with the statement before the first that stands after it in the seed."""
    end = "\r\n" if "\r\n" in text else "\n"
    block = format_section(Section(made, known.fields, tuple(map(Passage, known.words)))).replace("\n", end)
    later = (
        section.line
        for section in entry.sections
        if section.id in base.sections and base.sections[section.id].spans > known.spans
    )
    line = next(later, None)
    if line is None:
        return f"{text.rstrip()}{end}{end}{block}{end}"
    lines = text.split("\n")
    before = "\n".join(lines[: line - 1])
    return f"{before}\n{block}{end}{end}" + "\n".join(lines[line - 1 :])


def _refused(message: str, problems: list[Problem]) -> InputError:
    return InputError([*problems, Problem("site-builder restore", 0, 0, message)])
