"""The lines around an article that say where it comes from: bylines, rubrics, dates, outlets."""

from __future__ import annotations

import re

from site_builder.lexicon import Outlet
from site_builder.seeds.dated_lines import read_dated_line
from site_builder.seeds.foreign_dates import header_dates
from site_builder.seeds.lines import (
    BY,
    PARTS,
    RUBRICS,
    SOURCE,
    HeaderLine,
    is_clock,
    is_job,
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
    r"\(?(?:additional )?(?:reporting|reported|writing|editing|edited|written|compiled|translated) by\s",
    re.IGNORECASE,
)
_LONGEST_CREDIT = 500
_CREDITED = re.compile(
    r"\(?(?:reporting|reported|written) by\s"
    r"(.{2,120}?)(?=[;.)]|,?\s(?:additional |further )?(?:reporting|writing|editing|edited)\b|$)",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(r"\sfor\s", re.IGNORECASE)
_SYMBOL = re.compile(r"[A-Z/.-]{0,10}\d[\w/.-]{0,20}")
_MOST_BYLINE_PARTS = 5


def read_header_line(text: str, piece: Piece, outlets: tuple[Outlet, ...]) -> HeaderLine | None:
    """What the line says of the article's origin; None for a line that may be the article's own."""
    if _CREDIT.match(piece.words) and len(piece.words) <= _LONGEST_CREDIT:
        return HeaderLine(kind="byline", author=_credited(piece.words))
    if len(piece.words) > _LONGEST:
        return None
    found = header_dates(text, piece.span)
    if dates := tuple(date for date in found if date.day):
        return read_dated_line(text, piece, dates, outlets)
    if found:
        line = read_dated_line(text, piece, found, outlets)
        if line is not None and (line.certain or (line.outlet and names_outlet(line.outlet))):
            return line
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
    by = BY.match(words)
    if not by:
        return None
    names = [without_idle_words(part) for part in PARTS.split(words[by.end() :]) if part.strip()]
    if not names or len(names) > _MOST_BYLINE_PARTS or not is_name(names[0]):
        return None
    if not all(is_name(name) or is_job(name) for name in names[1:]):
        return None
    known = [outlet_named(name, outlets) for name in names]
    people = [n for n in names[1:] if is_person(n) and not names_outlet(n) and not is_job(n)]
    first, employer = _without_employer(names[0])
    outlet = employer or next((name for name in names[1:] if names_outlet(name) and not is_job(name)), None)
    author = None if known[0] else ", ".join(without_place(name) for name in (first, *people))
    return HeaderLine(kind="byline", outlet=next(filter(None, known), outlet), author=author)


def _without_employer(author: str) -> tuple[str, str | None]:
    """ "Jane Doe for the Valley Gazette" without the outlet, and the outlet."""
    parts = _EMPLOYER.split(author, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 and names_outlet(parts[1]) else (author, None)


def _credited(words: str) -> str | None:
    """The reporters a credit names, without the editors and without where they are."""
    found = _CREDITED.match(words)
    author = without_place(found[1].strip(" ,")) if found else ""
    return author if author and all(map(is_name, re.split(r",\s|\s(?:and|&)\s", author))) else None


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
    if len(parts) == 2 and parts[0] in RUBRICS and is_name(parts[1].title()) and parts[1].count(" ") < 2:
        return HeaderLine(kind="section", section=words, certain=False)
    return HeaderLine(kind="section") if _SYMBOL.fullmatch(words) and not is_clock(words) else None
