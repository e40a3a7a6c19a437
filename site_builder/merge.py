"""What a person made of an entry and what the machine now says, brought together field by field.

base = the machine's last output, ours = the file now, theirs = the machine's output now:

| ours to base | theirs to base           | result                                              |
|--------------|--------------------------|-----------------------------------------------------|
| same         | changed                  | theirs                                              |
| changed      | same, or equal to ours   | ours                                                |
| changed      | changed, and differently | ours; theirs is a suggestion until they agree       |
| deleted      | present                  | stays deleted, until it is restored                 |
| present      | gone                     | ours; if nobody touched it, a warning               |

A field that is missing may be filled by the machine; an empty one says that there is none. The file is
changed line by line, so that everything else a person wrote stays as it is, to the letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from site_builder.compose import Draft
from site_builder.entries import Entry, Lines, Section
from site_builder.entries.write import format_field, format_front, format_quote, format_section
from site_builder.errors import Problem
from site_builder.model import Span

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A statement as the machine last gave it. `spans` are its passages' places in the seed."""

    fields: Fields
    words: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The machine's last output. `gone`: statements a person deleted, whose ids are never used again."""

    front: Fields = ()
    sections: Mapping[str, Known] = field(default_factory=dict)
    gone: Mapping[str, Known] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    text: str
    base: Base
    problems: tuple[Problem, ...]
    """Warnings: what the machine would now say, and what it no longer finds."""


def base_of(draft: Draft, gone: Mapping[str, Known] | None = None) -> Base:
    """What the machine says now, as the base of the next merge."""
    spans = dict(draft.spans)
    sections = {
        section.id: Known(section.fields, tuple(p.words for p in section.passages), spans[section.id])
        for section in draft.entry.sections
    }
    front = tuple((key, value) for key, value in draft.entry.front if isinstance(value, str))
    return Base(front=front, sections=sections, gone=gone or {})


def merge(
    text: str, path: str, ours: Entry, base: Base, draft: Draft, places: Mapping[str, tuple[Span, ...]]
) -> Merged:
    """The new text of the file at `path`. `places` says where the file's own words stand in the seed."""
    merger = _Merger(path, ours, base, base_of(draft), places, text.count("\n") + 1, [], [])
    now = merger.run(draft)
    return Merged(text=_edited(text, merger.edits), base=now, problems=tuple(merger.problems))


@dataclass(frozen=True, slots=True)
class _Edit:
    """New lines in place of some; an empty range inserts before its first line."""

    place: Lines
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of `key: value` that a statement or the front matter has."""

    places: tuple[Lines, ...]
    keys: tuple[str, ...]
    form: Callable[[str, str], str]

    def place(self, key: str) -> Lines:
        return self.places[self.keys.index(key)]

    def insert(self, key: str, value: str, order: tuple[str, ...]) -> _Edit:
        """A line for a new key, after the last of those that come before it in `order`."""
        before = [self.place(other).end for other in order[: order.index(key)] if other in self.keys]
        at = max(before, default=self.places[0].first)
        return _Edit(Lines(at, at), (self.form(key, value),))


def _edited(text: str, edits: Iterable[_Edit]) -> str:
    """The text with the edits made; lines end as they do in the text."""
    end = "\r" if "\r\n" in text else ""
    lines = text.split("\n")
    result: list[str] = []
    at = 1
    for edit in sorted(edits, key=lambda edit: edit.place):
        result.extend(lines[at - 1 : edit.place.first - 1])
        result.extend(line + end for block in edit.lines for line in block.split("\n"))
        at = edit.place.end
    return "\n".join([*result, *lines[at - 1 :]])


@dataclass(frozen=True, slots=True)
class _Merger:
    path: str
    ours: Entry
    base: Base
    theirs: Base
    places: Mapping[str, tuple[Span, ...]]
    end: int
    """The line after the last."""
    edits: list[_Edit]
    problems: list[Problem]

    def run(self, draft: Draft) -> Base:
        front = self.fields(
            dict(self.base.front),
            {key: self.ours.get(key) for key, _ in self.ours.front},
            dict(self.theirs.front),
            _Block(self.ours.front_lines, tuple(k for k, _ in self.ours.front), format_front),
        )
        sections: dict[str, Known] = {}
        mine = {section.id: section for section in self.ours.sections}
        for made, known in self.theirs.sections.items():
            if made in mine:
                sections[made] = self.section(mine[made], self.base.sections.get(made), known)
        sections |= self.added(draft, mine)
        for made, known in self.base.sections.items():
            if made in mine and made not in self.theirs.sections:
                sections[made] = known
                self.lost(mine[made], known)
        deleted = {i: k for i, k in self.base.sections.items() if i not in mine}
        return Base(front=front, sections=sections, gone={**self.base.gone, **deleted})

    def section(self, mine: Section, base: Known | None, theirs: Known) -> Known:
        """Merge one statement; what the machine is not to say again goes into the new base."""
        old = base or Known((), (), ())
        if mine.fields:
            block = _Block(mine.field_lines, tuple(k for k, _ in mine.fields), format_field)
            fields = self.fields(dict(old.fields), dict(mine.fields), dict(theirs.fields), block)
        else:
            fields = theirs.fields
            lines = ("", *(format_field(key, value) for key, value in fields))
            self.edits.append(_Edit(Lines(mine.line + 1, mine.line + 1), lines))
        words = tuple(passage.words for passage in mine.passages)
        if words == old.words and words != theirs.words:
            first, *others = (passage.lines for passage in mine.passages)
            quotes = "\n\n".join(map(format_quote, theirs.words))
            self.edits.append(_Edit(first, (quotes,)))
            self.edits.extend(_Edit(lines, ()) for lines in others)
        elif theirs.words not in (old.words, words):
            self.suggest(mine.line, "the words", " […] ".join(words), " […] ".join(theirs.words))
            return Known(fields, old.words, old.spans or theirs.spans)
        return Known(fields, theirs.words, theirs.spans)

    def fields(
        self,
        base: Mapping[str, str],
        ours: Mapping[str, str | None],
        theirs: Mapping[str, str],
        block: _Block,
    ) -> Fields:
        """Merge the values under each key, and return those of the new base."""
        now = dict(theirs)
        for key in dict.fromkeys((*theirs, *base)):
            old, mine, new = base.get(key), ours.get(key), theirs.get(key)
            if mine is None and new is not None:
                self.edits.append(block.insert(key, new, tuple(theirs)))
            elif mine is None or mine == new:
                continue
            elif mine == old:
                self.edits.append(_Edit(block.place(key), () if new is None else (block.form(key, new),)))
            elif new != old:
                self.suggest(block.place(key).first, repr(key), mine, new or "nothing")
                if old is None:
                    now.pop(key, None)
                else:
                    now[key] = old
        return tuple(now.items())

    def added(self, draft: Draft, mine: Mapping[str, Section]) -> dict[str, Known]:
        """Put statements the machine newly finds where they belong, before the next that is there."""
        end = max((section.lines.end for section in self.ours.sections), default=self.end)
        taken = [span for spans in self.places.values() for span in spans]
        before = end
        found: dict[str, Known] = {}
        edits: list[_Edit] = []
        for section in reversed(draft.entry.sections):
            known = self.theirs.sections[section.id]
            if section.id in mine:
                before = mine[section.id].line
            elif section.id in self.base.gone or section.id in self.base.sections:
                continue
            elif any(a.start < b.end and b.start < a.end for a in known.spans for b in taken):
                self.suggest(before, "the passages", "these", f"another: {' […] '.join(known.words)}")
            else:
                block = format_section(section)
                edits.append(_Edit(Lines(before, before), ("", block) if before == end else (block, "")))
                found[section.id] = known
        self.edits.extend(reversed(edits))
        return found

    def lost(self, mine: Section, known: Known) -> None:
        touched = mine.fields != known.fields or tuple(p.words for p in mine.passages) != known.words
        if not touched and not mine.notes:
            message = f"expected the machine to find {mine.id} again, found that it does not"
            self.problems.append(Problem(self.path, mine.line, 1, message, "warning"))

    def suggest(self, line: int, what: str, mine: str, new: str) -> None:
        message = f"kept {mine[:80]!r} in {what} as a person wrote it; the machine now says {new[:80]!r}"
        self.problems.append(Problem(self.path, line, 1, message, "warning"))
