"""The annotated entry: one seed as Markdown a person can read, correct and put back.

Front matter, the title, then the document in its order: `## heading`, and for each passage a
`### s-xxxxxxxx` with a list of `key: value`, block quotes holding the exact words, and whatever notes
an editor adds. `parse_entry(format_entry(e)) == e`; offsets are not in the file (see `anchor`).
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

import yaml
from frontmatter.default_handlers import YAMLHandler
from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from site_builder.errors import InputError, Problem
from site_builder.fields import Data, parse_yaml
from site_builder.text import collapse

WIDTH = 80
MAX_FRONT = 64_000
ID = re.compile(r"s-[0-9a-hjkmnp-tv-z]{8}")
"""Crockford's base 32 in lower case, so that no id holds i, l, o or u."""
NEW = "new"
"""What a person writes as the id of a statement they add."""

Value: TypeAlias = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the document, in the outlet's words."""

    text: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words of the document, white space collapsed."""

    words: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """What an editor wrote between, as Markdown."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Section:
    """One statement as the file has it. `fields` keeps every key, known or not, in order."""

    id: str
    fields: tuple[tuple[str, str], ...]
    parts: tuple[Passage | Note, ...]
    line: int = field(default=0, compare=False)
    lines: tuple[int, ...] = field(default=(), compare=False)

    def get(self, key: str) -> str | None:
        """The value; "" where a person says there is none; None where nothing is said."""
        return next((value for name, value in self.fields if name == key), None)

    def line_of(self, key: str) -> int:
        names = (name for name, _ in self.fields)
        return next((n for name, n in zip(names, self.lines, strict=False) if name == key), self.line)

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(part for part in self.parts if isinstance(part, Passage))

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(part.markdown for part in self.parts if isinstance(part, Note))


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole file. A front-matter value is text or a list of texts."""

    front: tuple[tuple[str, Value], ...]
    title: str
    items: tuple[Heading | Section | Note, ...]
    front_lines: tuple[int, ...] = field(default=(), compare=False)

    def get(self, key: str) -> str | None:
        value = next((value for name, value in self.front if name == key), None)
        return ", ".join(value) if isinstance(value, tuple) else value

    def line_of(self, key: str) -> int:
        names = (name for name, _ in self.front)
        return next((n for name, n in zip(names, self.front_lines, strict=False) if name == key), 1)

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(item for item in self.items if isinstance(item, Section))


# Writing


def format_entry(entry: Entry) -> str:
    front = {key: list(value) if isinstance(value, tuple) else value for key, value in entry.front}
    blocks = [f"---\n{yaml.dump(front, Dumper=_Dumper, **_DUMP)}---", _heading("#", entry.title)]
    for item in entry.items:
        blocks.extend(_format_item(item))
    return "\n\n".join(blocks) + "\n"


def _format_item(item: Heading | Section | Note) -> Iterator[str]:
    if isinstance(item, Note):
        yield item.markdown
    elif isinstance(item, Heading):
        yield _heading("##", item.text)
    else:
        yield f"### {item.id}"
        yield "\n".join(f"- {key}: {_escape(value)}".rstrip() for key, value in item.fields)
        for part in item.parts:
            yield part.markdown if isinstance(part, Note) else _quote(part.words)


def _heading(mark: str, text: str) -> str:
    # A "#" at the end of a heading line would be read as its closing mark.
    escaped = _escape(text)
    return f"{mark} {escaped[:-1]}\\#" if escaped.endswith("#") else f"{mark} {escaped}"


def _quote(words: str) -> str:
    lines = textwrap.wrap(
        _escape(words), WIDTH - 2, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    return "\n".join("> " + _LINE_START.sub(r"\1\\\2", line) for line in lines)


_SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=#?\w{1,32};)")
_LINE_START = re.compile(r"^(\d{0,9})([-+#>=~.)])")
"""What would open a list, a heading, a fence or an underline at the start of a line."""


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


class _Dumper(
    yaml.emitter.Emitter,
    yaml.serializer.Serializer,
    yaml.representer.SafeRepresenter,
    yaml.resolver.BaseResolver,
):
    """YAML whose every scalar is text, so that a date or a `no` needs no quotes."""

    def __init__(self, stream: Any, **options: Any) -> None:
        emit = {key: options[key] for key in ("width", "allow_unicode")}
        yaml.emitter.Emitter.__init__(self, stream, **emit)
        yaml.serializer.Serializer.__init__(self)
        yaml.representer.SafeRepresenter.__init__(self, default_flow_style=False, sort_keys=False)
        yaml.resolver.BaseResolver.__init__(self)


_DUMP: dict[str, Any] = {"width": 10**6, "allow_unicode": True, "sort_keys": False}


# Reading


def parse_entry(text: str, path: str) -> Entry:
    """Raises InputError with every problem of the file's form."""
    data, body, first_line = _split(text, path)
    problems: list[Problem] = []
    front = tuple((key, _value(data, key, problems)) for key in data.value)
    lines = tuple(data.places[(key,)][0] for key in data.value)
    reader = _Reader(path, body.split("\n"), first_line, problems)
    title, items = reader.read()
    if problems:
        raise InputError(problems)
    return Entry(front, title, items, lines)


def _split(text: str, path: str) -> tuple[Data, str, int]:
    """Front matter, body, and the line of the file the body begins in."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not text.startswith("---\n"):
        raise InputError([Problem(path, 1, 1, "expected front matter between two lines '---', found none")])
    if "\n---" not in text[3:]:
        raise InputError([Problem(path, 1, 1, "expected a line '---' after the front matter, found none")])
    front, body = YAMLHandler().split(text)
    if len(front) > MAX_FRONT:
        found = f"expected at most {MAX_FRONT:,} characters of front matter, found {len(front):,}"
        raise InputError([Problem(path, 1, 1, found)])
    data = parse_yaml(front.removeprefix("\n"), path, first_line=2)
    if not isinstance(data.value, dict):
        raise InputError([Problem(path, 2, 1, "expected 'key: value' lines in the front matter, found none")])
    return data, body, text[: len(text) - len(body)].count("\n") + 1


def _value(data: Data, key: str, problems: list[Problem]) -> Value:
    value = data.value[key]
    if isinstance(value, list) and all(item is None or isinstance(item, str) for item in value):
        return tuple(item or "" for item in value)
    if value is None or isinstance(value, str):
        return value or ""
    problems.append(data.problem((key,), f"expected text or a list of texts in {key!r}, found {value!r:.60}"))
    return ""


_FIELD = re.compile(r"([a-z][a-z-]{0,40}):(?:\s+|$)(.*)", re.DOTALL)


@lru_cache(maxsize=1)
def _blocks() -> MarkdownIt:
    """CommonMark's block structure alone: nothing here needs emphasis or links."""
    return MarkdownIt("commonmark", {"html": False}).disable("inline")


@dataclass(frozen=True, slots=True)
class _Reader:
    path: str
    source: list[str]
    first_line: int
    problems: list[Problem]

    def problem(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, 1, message))

    def read(self) -> tuple[str, tuple[Heading | Section | Note, ...]]:
        title = ""
        items: list[Heading | Section | Note] = []
        for block in _top_level(_blocks().parse("\n".join(self.source))):
            line = self.first_line + (block[0].map or [0])[0]
            level = block[0].tag if block[0].type == "heading_open" else ""
            content = _content(block)
            if level == "h1" and not title:
                title = content
            elif level == "h2":
                items.append(Heading(content, line))
            elif level == "h3":
                if not (ID.fullmatch(content) or content == NEW):
                    expected = "expected a statement id ('s-' and 8 characters) or 'new'"
                    self.problem(line, f"{expected}, found {content!r}")
                items.append(Section(content, (), (), line))
            else:
                self.add(items, block, line)
        if not title:
            self.problem(self.first_line, "expected a title ('# …'), found none")
        return title, tuple(items)

    def add(self, items: list[Heading | Section | Note], block: Sequence[Token], line: int) -> None:
        """A block that is no heading of ours: fields, words, or an editor's note."""
        section = items[-1] if items and isinstance(items[-1], Section) else None
        kind = block[0].type
        if section and kind == "bullet_list_open" and not section.fields and not section.parts:
            fields, lines = self.fields(block)
            items[-1] = Section(section.id, fields, (), section.line, lines)
            return
        parts: list[Passage | Note] = []
        if section and kind == "blockquote_open":
            for token in block:
                if token.type == "inline":
                    words = collapse(unescapeAll(token.content))
                    parts.append(Passage(words, self.first_line + (token.map or [0])[0]))
        else:
            begin, end = block[0].map or [0, 0]
            parts.append(Note("\n".join(self.source[begin:end]).strip("\n")))
        if section:
            parts = [*section.parts, *parts]
            items[-1] = Section(section.id, section.fields, tuple(parts), section.line, section.lines)
        else:
            items.extend(part for part in parts if isinstance(part, Note))

    def fields(self, block: Sequence[Token]) -> tuple[tuple[tuple[str, str], ...], tuple[int, ...]]:
        fields: dict[str, str] = {}
        lines: list[int] = []
        for token in block:
            if token.type != "inline":
                continue
            line = self.first_line + (token.map or [0])[0]
            match = _FIELD.fullmatch(token.content)
            if match is None:
                self.problem(line, f"expected 'key: value', found {token.content[:60]!r}")
            elif match[1] in fields:
                self.problem(line, f"expected each key once, found {match[1]!r} again")
            else:
                fields[match[1]] = collapse(unescapeAll(match[2]))
                lines.append(line)
        return tuple(fields.items()), tuple(lines)


def _top_level(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens cut into the blocks that stand at the left margin."""
    begin = depth = 0
    for at, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[begin : at + 1]
            begin = at + 1


def _content(block: Sequence[Token]) -> str:
    return collapse(unescapeAll(" ".join(token.content for token in block if token.type == "inline")))
