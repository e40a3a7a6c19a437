"""Lines of dates, times and names around an article: "Published 12:30 GMT, 3 May 2014 | World"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.datewords import TIME, WEEKDAY_NAME, WrittenDate
from site_builder.lexicon import Outlet
from site_builder.model import HeaderDate, Mention, Span
from site_builder.seeds.cities import CITIES
from site_builder.seeds.lines import (
    BY,
    PARTS,
    RUBRICS,
    SOURCE,
    HeaderLine,
    is_name,
    outlet_named,
    without_idle_words,
    without_place,
)
from site_builder.seeds.pieces import Piece

_LABEL = re.compile(
    r"\b(?:(?:first|originally|last|date)\s)?(?:published?|posted|updated|update|modified|issued|released|created|"
    r"access_time|last_updated?|schedule|date|aired|edited|veröffentlicht|stand|publié|publicado|pubblicato|"
    r"for (?:immediate )?(?:release|publication)|embargo(?:ed)?(?: for release)?)\b(?:\s(?:time|date))?"
    r"(?:\s(?:on|at|until|till|le|el|am|il))?\s?:?\s{0,3}",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b\d{1,3}[ -]?(?:sec|min|minute|hour|hr|day|week|month|year)s?(?:[ -]read| ago)\b|"
    r"\b\d{1,6} (?:comments?|shares?|views?)\b|"
    r"\b(?:get )?short url\b|"
    r"\b(?:editors?|edited by|photographers?|photo by)\s?:\s?[\w.’'-]{1,24}(?: [\w.’'-]{1,24}){0,3}|"
    r"\bvol(?:ume)?\.?\s\w{1,10}[,. ]{1,2}(?:no|number|issue)\.?\s?\d{1,6}\b",
    re.IGNORECASE,
)
"""What else a site prints beside a date."""
_LATER = re.compile(r"update|modified|edited", re.IGNORECASE)
_LINK_END = re.compile(r"\]\([^()\s]{0,500}\)")
_MOST_NAMES = 3
_LONGEST_QUOTED = 80
"""Characters of a line that is quoted whole as the source of its date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rest:
    """What is left of a line without its dates: the names, by what they are, and what else there was."""

    author: str | None
    origin: str | None
    sections: tuple[str, ...]
    outlets: tuple[str, ...]
    unknown: tuple[str, ...]
    marked: bool
    """Whether it had a label, a time or a link."""


def read_dated_line(
    text: str, piece: Piece, dates: Sequence[WrittenDate], outlets: tuple[Outlet, ...]
) -> HeaderLine | None:
    """A line of dates and names and nothing else; a headline that mentions a date is none."""
    rest = _rest(text, piece, dates, outlets)
    if rest.origin and not is_name(rest.origin):
        return None
    if not all(map(is_name, rest.unknown)) or len(rest.unknown) > _MOST_NAMES:
        return None
    others = (rest.author, rest.origin, *rest.sections, *rest.outlets)
    certain = rest.marked or any(others) or not rest.unknown
    if not certain and not any(date.year for date in dates):
        return None
    unknown = () if rest.author or rest.origin else tuple(n for n in rest.unknown if not _is_place(n, text))
    outlet = next(iter((*rest.outlets, *unknown)), None)
    return HeaderLine(
        kind="source" if outlet or rest.origin else "byline" if rest.author else "section",
        outlet=outlet,
        origin=rest.origin,
        author=rest.author,
        section=next(iter(rest.sections), None),
        dates=tuple(sorted(_header_dates(text, piece, dates), key=_is_later)),
        certain=certain,
    )


def _is_later(date: HeaderDate) -> bool:
    return bool(_LATER.search(date.words.text))


def _rest(text: str, piece: Piece, dates: Sequence[WrittenDate], outlets: tuple[Outlet, ...]) -> _Rest:
    raw = text[piece.span.start : piece.span.end]
    for date in reversed(dates):
        raw = raw[: date.span.start - piece.span.start] + "|" + raw[date.span.end - piece.span.start :]
    raw, times = TIME.subn("|", raw.replace("|T", "|"))
    raw = _LINK_END.sub("|", raw).replace("[", "|")
    raw, labels = _LABEL.subn("|", _ASIDE.sub("|", WEEKDAY_NAME.sub("|", raw)))
    parts = [part.strip() for part in PARTS.split(" ".join(raw.split()))]
    source = next((part for part in parts if SOURCE.match(part)), None)
    by = next((part for part in parts if BY.match(part)), None)
    names = [n for part in parts if part not in (source, by) and (n := without_idle_words(part))]
    sections = [n for n in names if n.casefold() in RUBRICS or n.startswith("in ")]
    origin = SOURCE.sub("", source, count=1).strip() if source else None
    return _Rest(
        author=without_place(without_idle_words(BY.sub("", by, count=1))) if by else None,
        origin=(outlet_named(origin, outlets) or origin) if origin else None,
        sections=tuple(n.removeprefix("in ") for n in sections),
        outlets=tuple(found for n in names if (found := outlet_named(n, outlets))),
        unknown=tuple(n for n in names if n not in sections and not outlet_named(n, outlets)),
        marked=bool(labels or times or piece.linked),
    )


def _is_place(name: str, text: str) -> bool:
    """Whether it is a large city, or the page speaks of being in a place so named."""
    return name.casefold() in CITIES or bool(
        re.search(rf"\b(?:in|from|near)\s{re.escape(name)}\b", text[:20_000], re.IGNORECASE)
    )


def _header_dates(text: str, piece: Piece, dates: Sequence[WrittenDate]) -> Iterator[HeaderDate]:
    """Each date with the words that belong to it: its label and time, or all of a short line."""
    spans = sorted({date.span for date in dates})
    whole = len(spans) == 1 and not piece.linked and len(piece.words) <= _LONGEST_QUOTED
    for date in dates:
        before = max((span.end for span in spans if span.end <= date.span.start), default=piece.span.start)
        after = min((span.start for span in spans if span.start >= date.span.end), default=piece.span.end)
        label = _LABEL.search(text, before, date.span.start)
        following = _LABEL.search(text, date.span.end, after)
        time = _time_near(text, before, following.start() if following else after, date.span)
        parts = [date.span, *(Span(*match.span()) for match in (time, label) if match)]
        span = piece.span if whole else Span(min(p.start for p in parts), max(p.end for p in parts))
        yield HeaderDate(
            of="page",
            words=Mention(text[span.start : span.end], span),
            year=date.year,
            month=date.month,
            day=date.day,
            time=time[0].strip() if time else None,
        )


def _time_near(text: str, start: int, end: int, date: Span) -> re.Match[str] | None:
    """The time written with a date: behind it, else before it."""
    return TIME.search(text, date.end, end) or TIME.search(text, start, date.start)
