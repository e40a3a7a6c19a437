"""Changes to the lines of an entry's file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import yaml

from site_builder.entries import Lines
from site_builder.entries.write import format_front, format_heading


@dataclass(frozen=True, slots=True)
class Edit:
    """New lines in place of some; an empty range inserts before its first line."""

    place: Lines
    lines: tuple[str, ...]

    @property
    def adds_section(self) -> bool:
        """Whether it puts in a statement or a heading and touches no line."""
        return self.place.first == self.place.end and any(line.startswith("##") for line in self.lines)


def lines_of(text: str) -> list[str]:
    """The lines, each with its end."""
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def edited(source: list[str], edits: Iterable[Edit]) -> str:
    """The text with the edits made; new lines end as its first line does."""
    end = "\r\n" if source[0].endswith("\r\n") else "\n"
    result: list[str] = []
    at = 1
    for edit in sorted(edits, key=lambda edit: edit.place):
        result.extend(source[at - 1 : edit.place.first - 1])
        if result and not result[-1].endswith("\n"):
            result[-1] += end
        result.extend(line + end for block in edit.lines for line in block.split("\n"))
        at = edit.place.end
    return "".join([*result, *source[at - 1 :]])


def retitled(source: list[str], place: Lines, mark: str, text: str) -> Edit:
    """Another text for the heading at `place`; a line that underlines it stays."""
    if source[place.first - 1].lstrip().startswith("#"):
        return Edit(place, (format_heading(mark, text),))
    return Edit(Lines(place.first, place.end - 1), (format_heading("", text),))


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of `key: value` that a statement or the front matter has.

    `form` writes a value as the machine does; `lead` is what stands there before the key, for which
    people may have another bullet or indentation.
    """

    places: tuple[Lines, ...]
    keys: tuple[str, ...]
    source: list[str]
    form: Callable[[str, str], str]
    lead: re.Pattern[str]

    def place(self, key: str) -> Lines:
        return self.places[self.keys.index(key)]

    def line(self, like: Lines, key: str, value: str) -> str:
        """A value's line, begun as the line at `like` is."""
        begun = self.lead.match(self.source[like.first - 1])
        line = self.form(key, value)
        return self.lead.sub(begun[0], line, count=1) if begun else line

    def replace(self, key: str, value: str | None) -> Edit:
        """The value (with None, nothing) in place of the old one; comments beside that one stay."""
        place = self.place(key)
        old = "".join(self.source[place.first - 1 : place.end - 1])
        kept = tuple(_comments(old)) if self.form is format_front else ()
        if value is None:
            return Edit(place, kept)
        return Edit(place, ("  ".join((self.line(place, key, value), *kept[:1])), *kept[1:]))

    def insert(self, key: str, value: str, order: tuple[str, ...]) -> Edit:
        """A line for a new key, after the last of those that come before it in `order`."""
        before = [self.place(other) for other in order[: order.index(key)] if other in self.keys]
        like = max(before, default=self.places[0])
        at = like.end if before else like.first
        return Edit(Lines(at, at), (self.line(like, key, value),))


INDENT = re.compile(r" {0,16}")
BULLET = re.compile(r" {0,3}[-*+][ \t]{1,4}")


def _comments(words: str) -> Iterator[str]:
    """The comments of some lines of YAML: where no token is, all that is not blank."""
    at = 0
    try:
        for token in yaml.scan(words):
            yield from filter(None, map(str.strip, words[at : token.start_mark.index].split("\n")))
            at = token.end_mark.index
    except yaml.YAMLError:
        return  # a part of something larger; `merge` finds out
