"""A built page read back as a reader has it: its statements part by part, its links, anchors and counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
ADDRESSES = ("href", "src")
_NUMBER = re.compile(r"\d+(?:[.,'’ \u00a0\u202f]\d{3}){0,6}")
"""A whole number, grouped in any language's way."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words that are marked as part of something, and where the link around them leads, "" without one."""

    name: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Marked:
    """An element with `data-statement` or `data-place`, which names a statement, and its parts in order."""

    id: str
    parts: tuple[Part, ...]

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(part.words for part in self.parts if part.name == name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page. White space is collapsed everywhere. `counts`: where a number leads, and the number."""

    title: str
    lang: str
    ids: frozenset[str]
    links: tuple[str, ...]
    statements: tuple[Marked, ...]
    places: tuple[Marked, ...]
    counts: tuple[tuple[str, int], ...]


def read_shown(text: str) -> Shown:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end(0)
    counts = ((part.href, _NUMBER.search(part.words)) for part in reader.loose if part.name == "count")
    return Shown(
        title=next((part.words for part in reader.loose if part.name == "title"), ""),
        lang=reader.lang,
        ids=frozenset(reader.ids),
        links=tuple(dict.fromkeys(reader.links)),
        statements=tuple(reader.statements),
        places=tuple(reader.places),
        counts=tuple(
            (href, int("".join(filter(str.isdigit, found.group())))) for href, found in counts if found
        ),
    )


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet."""

    tag: str
    href: str
    part: str = ""
    statement: str | None = None
    place: str | None = None
    parts: list[Part] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lang = ""
        self.open: list[_Open] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.statements: list[Marked] = []
        self.places: list[Marked] = []
        self.loose: list[Part] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.extend(given[name] for name in ("id",) if name in given)
        self.links.extend(given[name] for name in ADDRESSES if name in given)
        if tag in VOID:
            return
        if tag == "html":
            self.lang = given.get("lang", "")
        shown = all(element.tag != "template" for element in self.open)  # else a script may fill it
        is_statement = shown and tag == "article" and "statement" in given.get("class", "").split()
        around = self.open[-1].href if self.open else ""
        self.open.append(
            _Open(
                tag,
                given.get("href", around) if tag == "a" else around,
                part=given.get("data-part", "title" if tag == "title" else ""),
                statement=given.get("data-statement", "" if is_statement else None),
                place=given.get("data-place"),
            )
        )

    def handle_endtag(self, tag: str) -> None:
        at = next((at for at in range(len(self.open) - 1, -1, -1) if self.open[at].tag == tag), None)
        if at is not None:
            self.end(at)

    def handle_data(self, data: str) -> None:
        for element in self.open:
            if element.part:
                element.words.append(data)

    def end(self, at: int) -> None:
        """Close all elements from there on, the innermost first."""
        while len(self.open) > at:
            closed = self.open.pop()
            if closed.statement is not None:
                self.statements.append(Marked(closed.statement, tuple(closed.parts)))
            if closed.place is not None:
                self.places.append(Marked(closed.place, tuple(closed.parts)))
            if closed.part:
                part = Part(closed.part, " ".join("".join(closed.words).split()), closed.href)
                owner = next(
                    (e for e in reversed(self.open) if e.statement is not None or e.place is not None), None
                )
                (owner.parts if owner else self.loose).append(part)
