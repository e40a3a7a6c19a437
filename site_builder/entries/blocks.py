"""The blocks of an entry: CommonMark's structure alone, as nothing here needs emphasis or links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from site_builder.entries.types import Lines


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of text as it is written: of a heading, a paragraph or an item of a list."""

    text: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Block:
    """What stands at the left margin. `kind` is `h1` to `h6`, `paragraph`, `list` (with bullets), `quote`, or
    what the parser calls any other. Lines count from 0; blank ones at the end are not among them."""

    kind: str
    lines: Lines
    inlines: tuple[Inline, ...]


def blocks_of(source: Sequence[str]) -> tuple[Block, ...]:
    """The blocks of these lines. An entry as the program writes it is read line by line, in a tenth of the
    time that a parser of all of CommonMark takes, which reads anything else."""
    return written(source) or parsed(source)


_CHAR = r"[^\t\r\0]"
_HEADING = re.compile(rf"(#{{1,3}}) ([^\s#](?:{_CHAR}*[^\s#])?)")
_ITEM = re.compile(rf"- ([A-Za-z](?:{_CHAR}*\S)?)")
_QUOTED = re.compile(rf"> ((?:[^\s\d\0#>+*`~=<_|\[-]|\d+(?![\d.)]))(?:{_CHAR}*\S)?)")
"""A line of a quotation that begins nothing: no list, heading, fence, rule, markup, underline or reference."""


def written(source: Sequence[str]) -> tuple[Block, ...]:
    """The same as `parsed`, of headings, lists of plain items and quotations of one paragraph that have blank
    lines between them; () for anything else."""
    found: list[Block] = []
    at = 0
    while at < len(source):
        end = next((line for line in range(at, len(source)) if not source[line]), len(source))
        if end > at:
            block = _plain(source[at:end], at)
            # Two lists with nothing but a blank line between them are one.
            if block is None or (found and found[-1].kind == block.kind == "list"):
                return ()
            found.append(block)
        at = end + 1
    return tuple(found)


def _plain(source: Sequence[str], at: int) -> Block | None:
    lines = Lines(at, at + len(source))
    if len(source) == 1 and (heading := _HEADING.fullmatch(source[0])):
        return Block(f"h{len(heading[1])}", lines, (Inline(heading[2], lines),))
    if items := _all(_ITEM, source):
        each = (Inline(item[1], Lines(at + number, at + number + 1)) for number, item in enumerate(items))
        return Block("list", lines, tuple(each))
    if quoted := _all(_QUOTED, source):
        return Block("quote", lines, (Inline("\n".join(line[1] for line in quoted), lines),))
    return None


def _all(form: re.Pattern[str], source: Sequence[str]) -> list[re.Match[str]]:
    """How each line fits the form, if all do; else []."""
    found = [line for line in map(form.fullmatch, source) if line]
    return found if len(found) == len(source) else []


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable("inline")


_KINDS = {"paragraph_open": "paragraph", "bullet_list_open": "list", "blockquote_open": "quote"}


def parsed(source: Sequence[str]) -> tuple[Block, ...]:
    """The blocks as CommonMark has them."""

    def lines(token: Token) -> Lines:
        begin, end = token.map or (0, 0)
        # The parser counts the blank line that ends a quotation or list as its own.
        while end - 1 > begin and not source[end - 1].strip():
            end -= 1
        return Lines(begin, end)

    def block(tokens: Sequence[Token]) -> Block:
        first = tokens[0]
        kind = first.tag if first.type == "heading_open" else _KINDS.get(first.type, first.type)
        inlines = (Inline(token.content, lines(token)) for token in tokens if token.type == "inline")
        return Block(kind, lines(first), tuple(inlines))

    return tuple(map(block, _top_level(_parser().parse("\n".join(source)))))


def _top_level(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens cut into the blocks that stand at the left margin."""
    begin = depth = 0
    for at, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[begin : at + 1]
            begin = at + 1
