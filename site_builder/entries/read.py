"""The file of an entry, read back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from site_builder.entries.types import ID, NEW, Entry, Heading, Lines, Note, Passage, Section, Value
from site_builder.errors import InputError, Problem
from site_builder.fields import Data, parse_yaml, split_front
from site_builder.text import collapse

MAX_FRONT = 64_000


def parse_entry(text: str, path: str) -> Entry:
    """Raises InputError with every problem of the file's form."""
    data, body, first_line = _split(text, path)
    problems: list[Problem] = []
    front = tuple((key, _value(data, key, problems)) for key in data.value)
    lines = tuple(_front_lines(data, key) for key in data.value)
    reader = _Reader(path, body.split("\n"), first_line, problems)
    title, items = reader.read()
    if problems:
        raise InputError(problems)
    return Entry(front, title, items, lines)


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

    def lines(self, token: Token) -> Lines:
        begin, end = token.map or (0, 0)
        # The parser counts the blank line that ends a quotation or list as its own.
        while end - 1 > begin and not self.source[end - 1].strip():
            end -= 1
        return Lines(self.first_line + begin, self.first_line + end)

    def read(self) -> tuple[str, tuple[Heading | Section | Note, ...]]:
        title = ""
        items: list[Heading | Section | Note] = []
        for block in _top_level(_blocks().parse("\n".join(self.source))):
            lines = self.lines(block[0])
            level = block[0].tag if block[0].type == "heading_open" else ""
            content = _content(block)
            if level == "h1" and not title:
                title = content
            elif level == "h2":
                items.append(Heading(content, lines))
            elif level == "h3":
                if not (ID.fullmatch(content) or content == NEW):
                    expected = "expected a statement id ('s-' and 8 characters) or 'new'"
                    self.problem(lines.first, f"{expected}, found {content!r}")
                items.append(Section(content, (), (), lines))
            else:
                self.add(items, block)
        if not title:
            self.problem(self.first_line, "expected a title ('# …'), found none")
        return title, tuple(items)

    def add(self, items: list[Heading | Section | Note], block: Sequence[Token]) -> None:
        """A block that is no heading of ours: fields, words, or an editor's note."""
        section = items[-1] if items and isinstance(items[-1], Section) else None
        lines = self.lines(block[0])
        if section is None:
            items.append(self.note(lines))
            return
        grown = replace(section, lines=Lines(section.lines.first, lines.end))
        if block[0].type == "bullet_list_open" and not section.fields and not section.parts:
            fields, field_lines = self.fields(block)
            items[-1] = replace(grown, fields=fields, field_lines=field_lines)
        elif block[0].type == "blockquote_open":
            items[-1] = replace(grown, parts=(*section.parts, *self.passages(block)))
        else:
            items[-1] = replace(grown, parts=(*section.parts, self.note(lines)))

    def note(self, lines: Lines) -> Note:
        source = self.source[lines.first - self.first_line : lines.end - self.first_line]
        return Note("\n".join(source).strip("\n"))

    def passages(self, block: Sequence[Token]) -> Iterator[Passage]:
        for token in block:
            if token.type == "inline":
                yield Passage(collapse(unescapeAll(token.content)), self.lines(token))

    def fields(self, block: Sequence[Token]) -> tuple[tuple[tuple[str, str], ...], tuple[Lines, ...]]:
        fields: dict[str, str] = {}
        places: list[Lines] = []
        for token in block:
            if token.type != "inline":
                continue
            lines = self.lines(token)
            match = _FIELD.fullmatch(token.content)
            if match is None:
                self.problem(lines.first, f"expected 'key: value', found {token.content[:60]!r}")
            elif match[1] in fields:
                self.problem(lines.first, f"expected each key once, found {match[1]!r} again")
            else:
                fields[match[1]] = collapse(unescapeAll(match[2]))
                places.append(lines)
        return tuple(fields.items()), tuple(places)


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
