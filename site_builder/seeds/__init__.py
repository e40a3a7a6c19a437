"""From the bytes of a seed to an `Article`: what is said, and what is around it. Pure.

Nothing of the text is lost: every character that shows is in exactly one block.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_builder.errors import InputError, Problem
from site_builder.lexicon import Outlet
from site_builder.model import Article, Block, HeaderDate, Origin, Span
from site_builder.seeds.carriers import Carriers, find_carriers
from site_builder.seeds.dateline import Dateline
from site_builder.seeds.day_order import settle_order
from site_builder.seeds.decoding import MAX_BYTES, Undecodable, decode
from site_builder.seeds.language import guess_language
from site_builder.seeds.layout import Layout, lay_out
from site_builder.seeds.lines import HeaderLine
from site_builder.seeds.pieces import BLANKS, Piece, split_pieces
from site_builder.seeds.sidecar import NO_SIDECAR, Sidecar, parse_sidecar

__all__ = ["BLANKS", "MAX_BYTES", "Sidecar", "parse_seed", "parse_sidecar"]

_LONGEST_TITLE = 120
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,40}(?!\w)")
_INITIALS = frozenset({"DC", "UK", "US", "USA", "UAE", "UN"})
_SMALL_WORDS = frozenset(
    "al da das de del den der di do dos du el la las le les los of on sur the upon".split()
)
_SUBJECT = re.compile(r"^Subject:\s")
_BOLD = re.compile(r"(\*\*|__)(?P<words>(?!\s).{1,300}(?<!\s))\1")
_SENTENCE = re.compile(r""".{20,}?[.!?]["”’]?(?=\s["“‘]?[A-ZÀ-Þ])""", re.DOTALL)


def parse_seed(
    data: bytes, path: str, sidecar: Sidecar = NO_SIDECAR, outlets: tuple[Outlet, ...] = ()
) -> Article:
    """The article; InputError when the bytes are no text, or too many."""
    text, encoding = _text(data, path)
    pieces = split_pieces(text)
    layout = lay_out(text, pieces, outlets)
    carriers = find_carriers(pieces, layout, outlets)
    dateline = layout.dateline
    lines = [line for line in layout.lines if line]
    return Article(
        origin=Origin(path=path, sha256=hashlib.sha256(data).hexdigest(), encoding=encoding),
        text=text,
        blocks=tuple(_blocks(text, pieces, layout)),
        title=_title(text, pieces, layout, carriers),
        outlet=sidecar.outlet or carriers.outlet,
        republishes=carriers.republishes,
        author=sidecar.author or _author(lines, carriers),
        agency=dateline.agency if dateline else None,
        place=_place(lines, dateline),
        section=next((line.section for line in lines if line.section), None),
        dates=tuple(settle_order(tuple(_dates(layout, carriers)), _country(carriers, outlets))),
        published=sidecar.published,
        lang=sidecar.language or guess_language(text),
        url=sidecar.url,
        archived_url=sidecar.archived_url,
        rights=sidecar.rights,
    )


def _author(lines: Sequence[HeaderLine], carriers: Carriers) -> str | None:
    """The first byline's name, unless it is the outlet's."""
    named = next((line.author for line in lines if line.author), None)
    return None if named in (carriers.outlet, carriers.republishes) else named


def _country(carriers: Carriers, outlets: tuple[Outlet, ...]) -> str | None:
    """Where the outlet of the page is based, as far as the archive knows it."""
    return next((outlet.country for outlet in outlets if outlet.name == carriers.outlet), None)


def _place(lines: Sequence[HeaderLine], dateline: Dateline | None) -> str | None:
    """That of the dateline, else of a line above the body."""
    named = dateline.place if dateline else None
    place = named or next((line.place for line in lines if line.place), None)
    return _as_name(place) if place else None


def _as_name(place: str) -> str:
    """A place in capitals as one writes it in a sentence: "RIO DE JANEIRO" is "Rio de Janeiro"."""
    return _CAPITALS.sub(_titled, place)


def _titled(word: re.Match[str]) -> str:
    if word[0] in _INITIALS:
        return word[0]
    return word[0].lower() if word.start() and word[0].lower() in _SMALL_WORDS else word[0].title()


def _text(data: bytes, path: str) -> tuple[str, str]:
    try:
        return decode(data)
    except Undecodable as fault:
        raise InputError([Problem(path, fault.line, fault.column, str(fault))]) from None


def _blocks(text: str, pieces: Sequence[Piece], layout: Layout) -> Iterator[Block]:
    dateline = layout.dateline
    for piece, kind in zip(pieces, layout.kinds, strict=True):
        start, end = piece.span
        if dateline and start < dateline.end <= end:
            yield Block("dateline", Span(start, start + len(text[start : dateline.end].rstrip(BLANKS))))
            start = dateline.end
        if start < end:
            yield Block(kind, Span(start, end))


def _title(text: str, pieces: Sequence[Piece], layout: Layout, carriers: Carriers) -> str:
    """The title's words without the site's name and the marks of bold type; else the beginning of the text,
    without its dateline."""
    for piece, kind in zip(pieces, layout.kinds, strict=True):
        if kind == "title":
            words = piece.words.removesuffix(carriers.title_suffix) or piece.words
            words = _SUBJECT.sub("", words) or words
            bold = _BOLD.fullmatch(words)
            return bold["words"] if bold else words
    body = next((p for p, kind in zip(pieces, layout.kinds, strict=True) if kind == "paragraph"), pieces[0])
    words = body.words
    if layout.dateline and body.span.start < layout.dateline.end < body.span.end:
        words = " ".join(text[layout.dateline.end : body.span.end].split())
    sentence = _SENTENCE.match(words)
    words = sentence[0] if sentence else words
    if len(words) <= _LONGEST_TITLE:
        return words
    return words[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _dates(layout: Layout, carriers: Carriers) -> Iterator[HeaderDate]:
    """The page's dates, then the original's, then the dateline's."""
    written = [
        replace(date, of="original" if i in carriers.original_lines else "page")
        for i, line in enumerate(layout.lines)
        if line
        for date in line.dates
    ]
    yield from sorted(written, key=lambda date: date.of == "original")
    dateline = layout.dateline
    if dateline and dateline.date and dateline.words:
        date = dateline.date
        yield HeaderDate(of="dateline", words=dateline.words, year=date.year, month=date.month, day=date.day)
