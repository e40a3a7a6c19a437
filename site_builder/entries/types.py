"""What an entry is made of. Lines count from 1; where something stands in its file is no part of its value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple, TypeAlias

from site_builder.errors import Problem

ID = re.compile(r"s-[0-9a-hjkmnp-tv-z]{8}")
"""Crockford's base 32 in lower case, so that no id holds i, l, o or u."""
NEW = "new"
"""What a person writes as the id of a statement they add."""

RELATIONS = ("denies", "replies-to", "repeats", "cites")
"""The keys under which a person says what a statement does to others."""
KEYS = (*"speaker role to via citing said said-from kind cue topics".split(), *RELATIONS, "reviewed")
"""The keys of a statement that mean something here; people add others of their own."""

FRONT = (
    "entry title outlet republished-from published published-from original-published original-published-from "
    "author agency place section lang url archived-url rights seed sha256 encoding furniture draft reviewed"
).split()
"""The keys of the front matter that mean something here."""
CUES = " · "
"""Between the words under `cue` that stand apart in the document."""

Value: TypeAlias = str | tuple[str, ...]


class Lines(NamedTuple):
    """Lines `first` to before `end` of the file."""

    first: int
    end: int


NOWHERE = Lines(0, 0)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the document, in the outlet's words."""

    text: str
    lines: Lines = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words of the document, white space collapsed."""

    words: str
    lines: Lines = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """What an editor wrote between, as Markdown."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Section:
    """One statement as the file has it. `fields` keeps every key, known or not, in order.

    `faults`: what is wrong with its form; the rest of the file can be read all the same.
    """

    id: str
    fields: tuple[tuple[str, str], ...]
    parts: tuple[Passage | Note, ...]
    lines: Lines = field(default=NOWHERE, compare=False)
    field_lines: tuple[Lines, ...] = field(default=(), compare=False)
    faults: tuple[Problem, ...] = field(default=(), compare=False)

    def get(self, key: str) -> str | None:
        """The value; "" where a person says there is none; None where nothing is said."""
        return next((value for name, value in self.fields if name == key), None)

    @property
    def line(self) -> int:
        return self.lines.first

    def line_of(self, key: str) -> int:
        names = (name for name, _ in self.fields)
        lines = zip(names, self.field_lines, strict=False)
        return next((place.first for name, place in lines if name == key), self.line)

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(part for part in self.parts if isinstance(part, Passage))

    @property
    def notes(self) -> tuple[str, ...]:
        """The editor's notes, without `<!-- comments -->`; blocks that stand together are one."""
        runs = groupby(self.parts, key=lambda part: isinstance(part, Note))
        notes = ([part.markdown for part in run if isinstance(part, Note)] for is_note, run in runs if is_note)
        shown = (_without_comments("\n\n".join(blocks)) for blocks in notes)
        return tuple(filter(None, shown))


def _without_comments(markdown: str) -> str:
    if "<!--" not in markdown:
        return markdown
    first, *others = markdown.split("<!--")
    parts = [first]
    for other in others:
        comment, end, after = other.partition("-->")
        parts.append(after if end else f"<!--{comment}")
    return "".join(parts).strip()


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole file. A front-matter value is text or a list of texts."""

    front: tuple[tuple[str, Value], ...]
    title: str
    items: tuple[Heading | Section | Note, ...]
    front_lines: tuple[Lines, ...] = field(default=(), compare=False)
    title_lines: Lines = field(default=NOWHERE, compare=False)
    """Nowhere, where the title is that of the front matter alone."""

    def get(self, key: str) -> str | None:
        value = next((value for name, value in self.front if name == key), None)
        return ", ".join(value) if isinstance(value, tuple) else value

    def line_of(self, key: str) -> int:
        lines = zip((name for name, _ in self.front), self.front_lines, strict=False)
        return next((place.first for name, place in lines if name == key), 1)

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(item for item in self.items if isinstance(item, Section))

    @property
    def faults(self) -> tuple[Problem, ...]:
        return tuple(fault for section in self.sections for fault in section.faults)
