"""`site-builder restore`: a statement that was deleted or pruned, back in its entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from site_builder.digest import digest
from site_builder.entries import Entry, Heading, Note, Passage, Section
from site_builder.entries.write import format_section
from site_builder.entryfiles import format_state, read_entries, read_states, taken_out
from site_builder.errors import InputError, Problem
from site_builder.files import write_atomically
from site_builder.lexicon import Lexicon
from site_builder.memory import Base, Known
from site_builder.project import ENTRIES, STATE
from site_builder.seedfiles import read_articles
from site_builder.text import Searchable, clipped

FIRST_WORDS = 60


def deleted(root: Path) -> Iterator[tuple[str, str, str]]:
    """(path of the entry, id, first words) of every statement that can be put back, by entry and id.
    Raises InputError when what is remembered of an entry cannot be read."""
    problems: list[Problem] = []
    for name, made, known in sorted(taken_out(read_states(root, problems)), key=lambda one: one[:2]):
        yield f"{ENTRIES}/{name}.md", made, clipped(" […] ".join(known.words), FIRST_WORDS)
    if problems:
        raise InputError(problems)


def restore(root: Path, made: str) -> str:
    """Put the statement back as the machine last gave it; the path of its entry. Raises InputError when
    no such statement was deleted, or its entry cannot be read."""
    problems: list[Problem] = []
    states = read_states(root, problems)
    name, known = next(((name, known) for name, gone, known in taken_out(states) if gone == made), ("", None))
    if known is None:
        raise _refused(f"expected the id of a deleted statement, found {made!r}", problems)
    written = read_entries(root, states, problems).get(name)
    if written is None:
        raise _refused(f"expected the entry {ENTRIES}/{name}.md, found none that can be read", problems)
    state, text = states[name], written.text
    if all(section.id != made for section in written.entry.sections):
        seed = read_articles(root, Lexicon(), problems).get(state.seed)
        text = _with_section(text, written.entry, state.base, made, known, seed.text if seed else "")
    base = _with_known(state.base, made, known)
    by_hand = written.edited or made in base.own
    output = state.output if by_hand else digest(text.encode())
    write_atomically(root / written.path, text.encode())
    write_atomically(root / STATE / f"{name}.json", format_state(replace(state, base=base, output=output)))
    return written.path


def _with_known(base: Base, made: str, known: Known) -> Base:
    """The machine's own statement counts as its last output again, a person's as theirs."""
    gone = {other: item for other, item in base.gone.items() if other != made}
    if made in base.own:
        return replace(base, gone=gone)
    withdrawn = {other: item for other, item in base.withdrawn.items() if other != made}
    return replace(base, gone=gone, withdrawn=withdrawn, sections={**base.sections, made: known})


def _with_section(text: str, entry: Entry, base: Base, made: str, known: Known, seed: str) -> str:
    """The file with the statement after the last heading or statement that stands before it in the seed."""
    at = Searchable(seed)
    line = 0
    for item in entry.items:
        if isinstance(item, Section) and item.id in base.sections:
            before = base.sections[item.id].spans < known.spans
        elif isinstance(item, Heading):
            places = at.find(item.text)
            before = bool(places) and (places[0],) < known.spans
        else:
            continue
        line = item.lines.end if before else line
    end = "\r" if "\r\n" in text else ""
    block = format_section(Section(made, known.fields, tuple(map(Passage, known.words)))).split("\n")
    lines = text.split("\n")
    if not line:
        first = next((item.lines.first for item in entry.items if not isinstance(item, Note)), len(lines))
        return "\n".join([*lines[: first - 1], *(f"{row}{end}" for row in (*block, "")), *lines[first - 1 :]])
    rest = lines[line - 1 :]
    if not any(row.strip() for row in rest):
        rest = [""]
    return "\n".join([*lines[: line - 1], *(f"{row}{end}" for row in ("", *block)), *rest])


def _refused(message: str, problems: list[Problem]) -> InputError:
    return InputError([*problems, Problem("site-builder restore", 0, 0, message)])
