"""The lines around an article that say where it comes from: bylines, rubrics, dates, outlets."""

from __future__ import annotations

import re

from site_builder.datewords import find_dates
from site_builder.lexicon import Outlet
from site_builder.seeds.dated_lines import read_dated_line
from site_builder.seeds.lines import (
    BY,
    PARTS,
    RUBRICS,
    SOURCE,
    HeaderLine,
    is_name,
    is_person,
    names_outlet,
    outlet_named,
    without_idle_words,
    without_place,
)
from site_builder.seeds.pieces import Piece

_LONGEST = 200
_FIELDS = frozenset(
    "region|theme|topic|topics|tags|category|categories|section|rubric|filed under|keywords|subject|"
    "in-depth report|location|country|language|type|series|issue|edition|channel|desk|date|time|genre|"
    "format".split("|")
)
_RUBRIC_FIELDS = frozenset("theme|category|section|rubric|filed under|channel|desk".split("|"))
_FIELD = re.compile(r"([A-Za-z][\w-]{1,20}(?: [A-Za-z][\w-]{1,20}){0,2})\s?:\s(.{1,160})")
_LONGEST_OUTLET = 60
_CREDIT = re.compile(
    r"(?:additional )?(?:reporting|writing|editing|edited|written|compiled|translated) by\s", re.IGNORECASE
)
_SYMBOL = re.compile(r"[A-Z/.-]{0,10}\d[\w/.-]{0,20}")
_MOST_BYLINE_PARTS = 5


def read_header_line(text: str, piece: Piece, outlets: tuple[Outlet, ...]) -> HeaderLine | None:
    """What the line says of the article's origin; None for a line that may be the article's own."""
    if len(piece.words) > _LONGEST:
        return None
    dates = tuple(date for date in find_dates(text, *piece.span) if date.day)
    if dates:
        return read_dated_line(text, piece, dates, outlets)
    return _labelled(piece, outlets) or _byline(piece.words, outlets) or _bare_line(piece.words, outlets)


def _labelled(piece: Piece, outlets: tuple[Outlet, ...]) -> HeaderLine | None:
    source = SOURCE.match(piece.words)
    if source:
        origin = piece.words[source.end() :].strip(" .")
        known = outlet_named(origin, outlets)
        named = known or origin if len(origin) <= _LONGEST_OUTLET and is_name(origin) else known
        return HeaderLine(kind="source", origin=named) if named else None
    field = _FIELD.fullmatch(piece.words)
    if not field:
        return None
    label, value = field[1].casefold(), field[2]
    if label not in _FIELDS and value not in piece.linked:
        return None
    return HeaderLine(kind="section", section=value if label in _RUBRIC_FIELDS else None)


def _byline(words: str, outlets: tuple[Outlet, ...]) -> HeaderLine | None:
    if _CREDIT.match(words):
        return HeaderLine(kind="byline")
    by = BY.match(words)
    if not by:
        return None
    names = [without_idle_words(part) for part in PARTS.split(words[by.end() :]) if part.strip()]
    if not names or len(names) > _MOST_BYLINE_PARTS or not all(map(is_name, names)):
        return None
    known = [outlet_named(name, outlets) for name in names]
    people = [name for name in names[1:] if is_person(name) and not names_outlet(name)]
    author = None if known[0] else ", ".join(without_place(name) for name in (names[0], *people))
    return HeaderLine(kind="byline", outlet=next(filter(None, known), None), author=author)


def _bare_line(words: str, outlets: tuple[Outlet, ...]) -> HeaderLine | None:
    """A line that is nothing but an outlet's name, rubrics, or the number of a document."""
    named = outlet_named(words, outlets)
    if named:
        return HeaderLine(kind="source", outlet=named)
    parts = [part.strip().casefold() for part in PARTS.split(words) if part.strip()]
    if len(parts) > 2 and RUBRICS.issuperset(parts):
        return HeaderLine(kind="furniture")  # the menu of all sections
    if words.casefold() in RUBRICS or (parts and RUBRICS.issuperset(parts)):
        return HeaderLine(kind="section", section=words)
    return HeaderLine(kind="section") if _SYMBOL.fullmatch(words) else None
