"""A built page read back as a reader has it: its statements part by part, its links, anchors and counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    """An element with one of MARKS, what that names, and its parts in order."""

    id: str
    parts: tuple[Part, ...]

    def said(self, name: str) -> tuple[str, ...]:
        return tuple(part.words for part in self.parts if part.name == name)

    def hrefs(self, name: str) -> tuple[str, ...]:
        return tuple(part.href for part in self.parts if part.name == name)


MARKS = ("statement", "place", "version", "pair", "figure")
"""An element with `data-statement` or `data-place` names a statement, with `data-version` one that is a version
in a group, with `data-pair` two of these, with `data-figure` a fact and the statement with the figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A page. White space is collapsed everywhere. `counts`: where a number leads, and the number."""

    title: str
    lang: str
    ids: frozenset[str]
    links: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    statements: tuple[Marked, ...]
    places: tuple[Marked, ...]
    versions: tuple[Marked, ...]
    pairs: tuple[Marked, ...]
    figures: tuple[Marked, ...]


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
        counts=tuple(
            (href, int("".join(filter(str.isdigit, found.group())))) for href, found in counts if found
        ),
        **{f"{mark}s": tuple(reader.marked[mark]) for mark in MARKS},
    )


def text_of(html: str) -> str:
    """The words of a page, wherever they stand."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.text).split())


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet. `mark` and `id`: which of MARKS it has, and what that names."""

    tag: str
    href: str
    part: str = ""
    mark: str = ""
    id: str = ""
    parts: list[Part] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    second: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lang = ""
        self.open: list[_Open] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marked: dict[str, list[Marked]] = {mark: [] for mark in MARKS}
        self.loose: list[Part] = []
        self.text: list[str] = []

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
        mark = next((mark for mark in MARKS if f"data-{mark}" in given), "statement" if is_statement else "")
        around = self.open[-1].href if self.open else ""
        self.open.append(
            _Open(
                tag,
                given.get("href", around) if tag == "a" else given.get("data-of", around),
                part=given.get("data-part", "title" if tag == "title" else ""),
                mark=mark,
                id=given.get(f"data-{mark}", ""),
            )
        )

    def handle_endtag(self, tag: str) -> None:
        at = next((at for at in range(len(self.open) - 1, -1, -1) if self.open[at].tag == tag), None)
        if at is not None:
            self.end(at)

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        parts = [element for element in self.open if element.part]
        changed = {element.tag for element in self.open} & {"ins", "del"} if parts else set[str]()
        for element in parts:
            element.words.append(data)
            element.first.append("" if "ins" in changed else data)
            element.second.append("" if "del" in changed else data)

    def end(self, at: int) -> None:
        """Close all elements from there on, the innermost first."""
        while len(self.open) > at:
            closed = self.open.pop()
            if closed.mark:
                self.marked[closed.mark].append(Marked(closed.id, tuple(closed.parts)))
            if closed.part:
                owner = next((element for element in reversed(self.open) if element.mark), None)
                (owner.parts if owner else self.loose).extend(_parts(closed))


def _parts(closed: _Open) -> Iterator[Part]:
    """What a marked element says; of a comparison, either version of it."""
    if closed.part == "wording":
        yield Part("first", " ".join("".join(closed.first).split()), "")
        yield Part("second", " ".join("".join(closed.second).split()), "")
    else:
        yield Part(closed.part, " ".join("".join(closed.words).split()), closed.href)
