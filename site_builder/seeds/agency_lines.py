"""Lines that are nothing but the name of an outlet or agency, beside a line with a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_builder.lexicon import Outlet
from site_builder.seeds.lines import HeaderLine, is_name, is_outlet_like, names_outlet, outlet_named
from site_builder.seeds.pieces import Piece

HEADER_PIECES = 25
"""The body begins within so many pieces."""
MASTHEAD_PIECES = 12

_RELEASES = frozenset(
    """press release|press releases|news release|media release|press statement|press notice|for release|
    for immediate release|statement|statements|official site|official website""".replace("\n    ", "").split(
        "|"
    )
)
_BODIES = frozenset(
    """administration agency army association authority bank board bureau centre center commission committee
    company council court department directorate embassy federation force forces foundation government group inc
    institute institution limited ltd ministry navy office organisation organization parliament party police
    presidency secretariat service society trust union university""".split()
)
"""Nouns in the names of those who issue press releases."""

_MAIL = re.compile(r"(from|to|cc|bcc|sent|date|reply-to|subject):\s", re.IGNORECASE)
_INITIALS = re.compile(r"[A-ZÀ-Þ]{2,6}(?:[-/ ][A-ZÀ-Þ]{2,6})?")


def named_alone(
    pieces: Sequence[Piece], lines: Sequence[HeaderLine | None], site: Sequence[bool]
) -> int | None:
    """A line under the title that is an outlet's name by its words or initials, beside a line with a date."""
    plain = [i for i in range(min(len(pieces), HEADER_PIECES)) if lines[i] is None and not site[i]]
    for i in plain[1:MASTHEAD_PIECES]:
        words = pieces[i].words
        beside = [line for line in lines[max(0, i - 2) : i + 3] if line is not None and line.dates]
        if beside and not any(line.outlet for line in beside) and _is_bare_outlet(words):
            return i
    return None


def place_below(
    pieces: Sequence[Piece], lines: Sequence[HeaderLine | None], outlets: tuple[Outlet, ...]
) -> tuple[int, int] | None:
    """A line that is nothing but the name of an outlet or agency, and that of a place and a date right below
    it, or below the title that follows it."""
    title = next((i for i, line in enumerate(lines) if line is None), len(lines))
    for i in range(1, min(len(pieces), HEADER_PIECES)):
        line, place = lines[i], pieces[i].words.partition(",")[0]
        if not line or not line.dates or place.isupper() or names_outlet(place):
            continue
        if (line.outlet != place and line.place != place) or outlet_named(place, outlets):
            continue
        if _is_agency_line(pieces[i - 1], lines[i - 1], first=i - 1 == title):
            return i - 1, i
        if i == 2 and lines[1] is None and _is_agency_line(pieces[0], lines[0], first=True):
            return 0, i
    return None


def issuer(pieces: Sequence[Piece], lines: Sequence[HeaderLine | None]) -> int | None:
    """The line that names who issues a press release, right beside the one that says it is one."""
    for i in range(min(len(pieces), MASTHEAD_PIECES)):
        words = pieces[i].words
        beside = (pieces[j].words.casefold().strip(" .:") for j in (i - 1, i + 1) if 0 <= j < len(pieces))
        body = lines[i] is None and is_name(words) and not _BODIES.isdisjoint(words.casefold().split())
        if body and not _RELEASES.isdisjoint(beside):
            return i
    return None


def mail_lines(
    pieces: Sequence[Piece], lines: Sequence[HeaderLine | None]
) -> Iterator[tuple[int, HeaderLine | None]]:
    """The lines of the head of a message, by index: the subject is the article's own, the others are not."""
    heads = [(i, match[1].casefold()) for i, piece in enumerate(pieces[:MASTHEAD_PIECES])
             if (match := _MAIL.match(piece.words))]  # fmt: skip
    if {"from", "subject"}.issubset(name for _, name in heads):
        for i, name in heads:
            yield i, None if name == "subject" else lines[i] or HeaderLine(kind="furniture")


def letterheads(
    pieces: Sequence[Piece], lines: Sequence[HeaderLine | None], outlets: tuple[Outlet, ...]
) -> Iterator[int]:
    """Lines of a name and a date, where another line names the outlet: their name is that of a place."""
    named = [(i, line) for i, line in enumerate(lines[:HEADER_PIECES]) if line and line.outlet]
    told = any(not line.dates for _, line in named)
    for i, line in named:
        name, comma, _ = pieces[i].words.partition(",")
        unknown = line.outlet == name and not (names_outlet(name) or outlet_named(name, outlets))
        if told and line.dates and comma and unknown and not _INITIALS.fullmatch(name):
            yield i


def of_place(piece: Piece, line: HeaderLine | None) -> HeaderLine:
    """A line whose name is that of a place."""
    place = piece.words.partition(",")[0]
    return replace(line or HeaderLine(kind="section"), kind="section", outlet=None, place=place)


def _is_agency_line(piece: Piece, line: HeaderLine | None, first: bool) -> bool:
    """Whether it names an outlet: one that is known, by initials or a word of the trade, or below the title
    by a single word."""
    if line is not None:
        return line.outlet is not None and not line.dates
    return _is_bare_outlet(piece.words) or (
        not first and " " not in piece.words and is_outlet_like(piece.words)
    )


def _is_bare_outlet(words: str) -> bool:
    return is_outlet_like(words) and (names_outlet(words) or _INITIALS.fullmatch(words) is not None)
