"""Which outlet carries an article, and which it was taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.lexicon import Outlet
from site_builder.seeds.layout import Layout
from site_builder.seeds.lines import outlet_named
from site_builder.seeds.pieces import Piece

_NAME = r"(?P<name>(?:the\s)?(?-i:[A-ZÀ-Þ])[^\n.;,()“”\"]{1,60}?)"
_END = r"(?=[.,;()]?(?:\s(?:on|in|at|under|and|with|here)\b|\s\d|\s?$|\.\s|\s?\())"
_ORIGIN = tuple(
    re.compile(pattern + r"\s?:?\s" + _NAME + _END, re.IGNORECASE)
    for pattern in (
        r"\bthe (?:original )?source of this (?:article|story|report|text) is",
        r"\b(?:first|originally|previously) (?:published|appeared|posted|ran|printed)(?: (?:by|in|on|at))",
        r"\b(?:republished|reprinted|reproduced|(?:cross-|re)posted)(?: with permission)? (?:of|from)",
        r"\bthis (?:article|story|report) (?:was )?(?:appeared|published|comes|is taken) (?:by|in|on|from)",
    )
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]{0,3}(?:\d{4}(?:[-–]\d{4})?\s)?(?:by\s)?"
    r"(?P<name>[^\n,.|]{2,60}?)(?:,|\.|\s\d{4}|$)",
    re.I,
)
_TITLE_SUFFIX = re.compile(r"\s(?:[|•·–—-]|::)\s([^|•·–—]{2,40})$")
_DOMAIN = re.compile(r"\b(?:[\w-]{1,60}\.){1,4}[a-z]{2,12}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carriers:
    """`original_lines` are the indices of pieces that date the original; `title_suffix` names the site."""

    outlet: str | None
    republishes: str | None
    original_lines: frozenset[int]
    title_suffix: str


def find_carriers(pieces: Sequence[Piece], layout: Layout, outlets: tuple[Outlet, ...]) -> Carriers:
    """What the page says of who carries it; failing that, the agency of its dateline."""
    suffix = _title_suffix(pieces, layout, outlets)
    credited = next(_credits(pieces, layout, outlets), None)
    named = [line.outlet for line in layout.lines if line and line.outlet and line.kind == "source"]
    named += [name for name in (outlet_named(suffix.strip(" |•·–—-:"), outlets),) if name]
    bylined = [line.outlet for line in layout.lines if line and line.outlet and line.kind != "source"]
    sourced = next((line.origin for line in layout.lines if line and line.origin), None)
    origin = credited or (sourced if named or bylined else None)
    carrier = next(
        (name for name in (*named, *bylined, *_site_names(pieces, layout, outlets)) if name != origin), None
    )
    if origin is None:
        origin = next((name for name in named if name != carrier), None)
    agency = layout.dateline.agency if layout.dateline else None
    if carrier is None and credited is None:
        carrier = sourced or (outlet_named(agency, outlets) or agency if agency else None)
    return Carriers(
        outlet=carrier,
        republishes=origin if origin != carrier else None,
        original_lines=frozenset(
            i
            for i, line in enumerate(layout.lines)
            if line and line.dates and origin and (line.outlet or line.origin) == origin
        ),
        title_suffix=suffix,
    )


def _title_suffix(pieces: Sequence[Piece], layout: Layout, outlets: tuple[Outlet, ...]) -> str:
    for piece, kind in zip(pieces, layout.kinds, strict=True):
        match = _TITLE_SUFFIX.search(piece.words[-60:]) if kind == "title" else None
        if match and outlet_named(match[1], outlets):
            return match[0]
    return ""


def _credits(pieces: Sequence[Piece], layout: Layout, outlets: tuple[Outlet, ...]) -> Iterator[str]:
    """Outlets a line outside the body credits with the original."""
    for piece, kind in zip(pieces, layout.kinds, strict=True):
        if kind in ("paragraph", "heading", "title"):
            continue
        for pattern in _ORIGIN:
            match = pattern.search(piece.words[:400])
            if match:
                yield outlet_named(match["name"], outlets) or match["name"].strip()


def _site_names(pieces: Sequence[Piece], layout: Layout, outlets: tuple[Outlet, ...]) -> Iterator[str]:
    """Outlets named by the site's own lines: an address, then a copyright line."""
    lines = [piece.words for piece, kind in zip(pieces, layout.kinds, strict=True) if kind == "furniture"]
    domains = {
        domain.casefold().removeprefix("www."): outlet.name for outlet in outlets for domain in outlet.domains
    }
    for line in lines:
        for match in _DOMAIN.finditer(line[:2000]):
            name = domains.get(match[0].casefold().removeprefix("www."))
            if name:
                yield name
    for line in lines:
        holder = _COPYRIGHT.match(line[:200])
        if holder:
            named = outlet_named(holder["name"], outlets)
            if named:
                yield named
