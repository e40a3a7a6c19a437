"""The file of an entry, read back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from markdown_it.common.utils import unescapeAll

from site_builder.entries.blocks import Block, Inline, blocks_of
from site_builder.entries.types import (
    ID,
    KEYS,
    NEW,
    NOWHERE,
    Entry,
    Heading,
    Lines,
    Note,
    Passage,
    Section,
    Value,
)
from site_builder.errors import InputError, Problem
from site_builder.fields import Data, parse_yaml, split_front
from site_builder.slips import is_slip, suggestion
from site_builder.text import collapse

MAX_FRONT = 64_000


def parse_entry(text: str, path: str) -> Entry:
    """Slips that can mean one thing only are taken for that; what is wrong with one statement stands in it.

    Raises InputError with every problem that leaves the whole file in doubt.
    """
    data, body, first_line = _split(text, path)
    problems: list[Problem] = []
    front = tuple((key, _value(data, key, problems)) for key in data.value)
    lines = tuple(_front_lines(data, key) for key in data.value)
    reader = _Reader(path, body.split("\n"), first_line)
    title, title_lines, items = reader.read()
    title = title or next((value for key, value in front if key == "title" and isinstance(value, str)), "")
    if not title:
        problems.append(Problem(path, first_line, 1, "expected a title ('# …'), found none"))
    if problems:
        raise InputError(problems)
    return Entry(front, title, items, lines, title_lines)


def _split(text: str, path: str) -> tuple[Data, str, int]:
    """Front matter, body, and the line of the file the body begins in."""
    front, body = split_front(text, path)
    if len(front) > MAX_FRONT:
        found = f"expected at most {MAX_FRONT:,} characters of front matter, found {len(front):,}"
        raise InputError([Problem(path, 1, 1, found)])
    data = parse_yaml(front, path)
    if not isinstance(data.value, dict):
        raise InputError([Problem(path, 2, 1, "expected 'key: value' lines in the front matter, found none")])
    # The body begins at the end of the closing line, which `front` ends before.
    return data, body, front.count("\n") + 1


def _value(data: Data, key: str, problems: list[Problem]) -> Value:
    value = data.value[key]
    if isinstance(value, list) and all(item is None or isinstance(item, str) for item in value):
        return tuple(item or "" for item in value)
    if value is None or isinstance(value, str):
        return value or ""
    problems.append(data.problem((key,), f"expected text or a list of texts in {key!r}, found {value!r:.60}"))
    return ""


def _front_lines(data: Data, key: str) -> Lines:
    first = data.places[(key,)][0]
    return Lines(first, max(first + 1, data.ends[(key,)]))


_FIELD = re.compile(r"([A-Za-z][A-Za-z-]{0,40}):(?:\s+|$)(.*)", re.DOTALL)
_SLIP = re.compile(
    r"([A-Za-z]{1,12}(?:[ _-][A-Za-z]{1,12})?)[ \t]{0,4}[:：](.*)|([A-Za-z]{1,12})\s+(.*)", re.DOTALL
)
"""A known key with a blank in it, or with a colon out of place or missing."""
_LOOSE = re.compile(r"[-–—•*+]?[ \t]{0,4}([A-Za-z]{1,12}(?:-[A-Za-z]{1,12})?)[ \t]?[:：]")
"""What begins as a line of a list of fields, outside one."""
_LEVELS = frozenset(f"h{level}" for level in range(1, 7))
_MISREAD = str.maketrans("ilo", "110")
_NO_HEADING = re.compile(rf"(?:###)?(s-[0-9a-tv-z]{{8}})[ \t#]*|###({NEW})[ \t#]*", re.IGNORECASE)
"""An id alone in a paragraph: its heading lost a blank, or its marks."""


def _field(content: str) -> tuple[str, str] | None:
    """Key and value of a line; None where it is not plain which they are."""
    if found := _FIELD.fullmatch(content):
        return found[1].lower(), found[2]
    if found := _SLIP.fullmatch(content):
        key = re.sub("[ _]", "-", (found[1] or found[3]).lower())
        return (key, found[2] or found[4] or "") if key in KEYS else None
    return None


def _id(content: str) -> str:
    """An id as it is written here: capitals, i, l and o for 1 and 0, and a colon at its end are slips."""
    made = content.lower().rstrip(" :.")
    digits = made.translate(_MISREAD)
    return made if made == NEW else digits if ID.fullmatch(digits) else ""


@dataclass(frozen=True, slots=True)
class _Reader:
    path: str
    source: list[str]
    first_line: int

    def problem(self, line: int, message: str) -> Problem:
        return Problem(self.path, line, 1, message)

    def lines(self, found: Block | Inline) -> Lines:
        return Lines(self.first_line + found.lines.first, self.first_line + found.lines.end)

    def read(self) -> tuple[str, Lines, tuple[Heading | Section | Note, ...]]:
        title, title_lines = "", NOWHERE
        items: list[Heading | Section | Note] = []
        blocks = blocks_of(self.source)
        for block, below in zip_longest(blocks, blocks[1:]):
            lines = self.lines(block)
            level = block.kind if block.kind in _LEVELS else ""
            content = _content(block)
            if block.kind == "paragraph" and (found := _NO_HEADING.fullmatch(content)):
                level, content = "h3", found[1] or found[2]
            made = _id(content) if level else ""
            if level == "h3" or ID.fullmatch(made) or (made == NEW and below and _of_keys(below)):
                items.append(self.section(content, lines))
            elif level == "h1" and not title:
                title, title_lines = content, lines
            elif level == "h2":
                items.append(Heading(content, lines))
            else:
                self.add(items, block)
        return title, title_lines, tuple(items)

    def section(self, content: str, lines: Lines) -> Section:
        made = _id(content)
        faults: tuple[Problem, ...] = ()
        if not made:
            expected = f"expected a statement id ('s-' and 8 characters) or '{NEW}'"
            faults = (self.problem(lines.first, f"{expected}, found {content[:60]!r}"),)
        return Section(made or content, (), (), lines, faults=faults)

    def add(self, items: list[Heading | Section | Note], block: Block) -> None:
        """A block that is no heading of ours: fields, words, or an editor's note."""
        section = items[-1] if items and isinstance(items[-1], Section) else None
        lines = self.lines(block)
        if section is None:
            items.append(self.note(block))
            return
        grown = replace(section, lines=Lines(section.lines.first, lines.end))
        if block.kind == "list" and not section.parts and (not section.fields or _of_keys(block)):
            items[-1] = self.with_fields(grown, block)
        elif block.kind == "quote":
            items[-1] = replace(grown, parts=(*section.parts, *self.passages(block)))
        else:
            passed = section.faults if _of_keys(block) else section.passages
            loose = () if passed else tuple(self.loose(block))
            faults = (*section.faults, *loose)
            items[-1] = replace(grown, parts=(*section.parts, self.note(block)), faults=faults)

    def loose(self, block: Block) -> Iterator[Problem]:
        """A field that its bullet, or its place, makes a note, which would be shown as one."""
        lines = block.inlines[0].text.split("\n") if block.kind == "paragraph" or _of_keys(block) else ()
        for number, line in enumerate(lines[:1] if block.kind == "list" else lines):
            if (found := _LOOSE.match(line)) and found[1].lower() in KEYS:
                expected = f"expected '- {found[1].lower()}: …' in the list under the id"
                yield self.problem(self.lines(block).first + number, f"{expected}, found {line[:60]!r}")
                return

    def note(self, block: Block) -> Note:
        source = self.source[block.lines.first : block.lines.end]
        return Note("\n".join(source).strip("\n"))

    def passages(self, block: Block) -> Iterator[Passage]:
        for inline in block.inlines:
            yield Passage(collapse(unescapeAll(inline.text)), self.lines(inline))

    def with_fields(self, section: Section, block: Block) -> Section:
        fields = dict(section.fields)
        places = [*section.field_lines]
        faults = list(section.faults)
        for item in block.inlines:
            lines = self.lines(item)
            found = _field(item.text)
            if found is None:
                faults.append(self.problem(lines.first, f"expected 'key: value', found {item.text[:60]!r}"))
            elif is_slip(found[0], KEYS):
                hint = suggestion(found[0], KEYS)
                faults.append(self.problem(lines.first, f"expected one of the keys, found {found[0]!r}{hint}"))
            elif found[0] in fields:
                faults.append(self.problem(lines.first, f"expected each key once, found {found[0]!r} again"))
            else:
                fields[found[0]] = collapse(unescapeAll(found[1]))
                places.append(lines)
        return replace(section, fields=tuple(fields.items()), field_lines=tuple(places), faults=tuple(faults))


def _of_keys(block: Block) -> bool:
    """Whether it is a list that says a value under a known key in every item."""
    found = [_field(item.text) for item in block.inlines] if block.kind == "list" else []
    return all(item is not None and item[0] in KEYS for item in found) and found != []


def _content(block: Block) -> str:
    return collapse(unescapeAll(" ".join(inline.text for inline in block.inlines)))
