"""Lines of dates, times and names around an article: "Published 12:30 GMT, 3 May 2014 | World"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.datewords import TIME, WrittenDate
from site_builder.lexicon import Outlet
from site_builder.model import HeaderDate, Mention, Span
from site_builder.seeds.cities import CITIES, PLACE_ENDINGS, PLACE_WORDS
from site_builder.seeds.foreign_dates import western_digits, without_weekdays
from site_builder.seeds.lines import (
    BY,
    PARTS,
    RUBRICS,
    SOURCE,
    HeaderLine,
    is_name,
    names_outlet,
    names_sitting,
    outlet_named,
    without_idle_words,
    without_place,
)
from site_builder.seeds.pieces import Piece

_LABEL = re.compile(
    r"\b(?:(?:first|originally|last|date)\s)?(?:published?|posted|updated|update|modified|issued|released|created|"
    r"access_time|last_updated?|schedule|date|aired|edited|veröffentlicht|aktualisiert|stand|publié|mis à jour|"
    r"publicado|actualizado|atualizado|pubblicato|aggiornato|опубликовано|обновлено|gepubliceerd|bijgewerkt|"
    r"(?:تم |تاريخ )?النشر|نشر(?: في)?|آخر تحديث|"
    r"for (?:immediate )?(?:release|publication)|embargo(?:ed)?(?: for release)?)\b(?:\s(?:time|date))?"
    r"(?:\s(?:on|at|until|till|le|el|am|il|em|op|på))?\s?:?\s{0,3}",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b\d{1,3}[ -]?(?:sec|min|minute|hour|hr|day|week|month|year)s?(?:[ -]read| ago)\b|"
    r"\b\d{1,6} (?:comments?|shares?|views?)\b|"
    r"\b(?:get )?short url\b|"
    r"\b(?:editors?|edited by|photographers?|photo by)\s?:\s?[\w.’'-]{1,24}(?: [\w.’'-]{1,24}){0,3}|"
    r"\b\d{1,2} (?:muharram|safar|rabi|jumada|rajab|sha[’']?ban|ramadan|shawwal|dhu)\b[\w’' -]{0,20}\b1[34]\d\d"
    r"(?:\s?(?:AH|H)\b)?|"
    r"\bvol(?:ume)?\.?\s\w{1,10}[,. ]{1,2}(?:no|number|issue)\.?\s?\d{1,6}\b",
    re.IGNORECASE,
)
"""What else a site prints beside a date."""
_LATER = re.compile(
    r"update|modified|edited|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|обновлено|bijgewerkt|"
    r"تحديث",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(r",\s(?:le|den|am|the|il)", re.IGNORECASE)
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
    if any(map(names_sitting, rest.unknown)):
        return None
    others = (rest.author, rest.origin, *rest.sections, *rest.outlets)
    certain = rest.marked or any(others) or not rest.unknown
    placed = tuple(n for n in rest.unknown if _is_place(n, text) or _is_in_letterhead(n, text, piece, dates))
    if not certain and not any(date.year for date in dates) and not placed:
        return None
    unknown = () if rest.author or rest.origin else tuple(n for n in rest.unknown if n not in placed)
    outlet = next(iter((*rest.outlets, *unknown)), None)
    return HeaderLine(
        kind="source" if outlet or rest.origin else "byline" if rest.author else "section",
        outlet=outlet,
        origin=rest.origin,
        author=rest.author,
        section=next(iter(rest.sections), None),
        place=next(iter(placed), None),
        dates=tuple(sorted(_header_dates(text, piece, dates), key=_is_later)),
        certain=certain,
    )


def _is_later(date: HeaderDate) -> bool:
    return bool(_LATER.search(date.words.text))


def _rest(text: str, piece: Piece, dates: Sequence[WrittenDate], outlets: tuple[Outlet, ...]) -> _Rest:
    raw = western_digits(text[slice(*piece.span)])
    for date in reversed(dates):
        raw = raw[: date.span.start - piece.span.start] + "|" + raw[date.span.end - piece.span.start :]
    raw, times = TIME.subn("|", raw.replace("|T", "|"))
    raw = _LINK_END.sub("|", raw).replace("[", "|")
    raw, labels = _LABEL.subn("|", _ASIDE.sub("|", without_weekdays(raw)))
    parts = [part.strip() for part in PARTS.split(" ".join(raw.split()))]
    source = next((part for part in parts if SOURCE.match(part)), None)
    by = next((part for part in parts if BY.match(part)), None)
    names = [n for part in parts if part not in (source, by) and (n := without_idle_words(part))]
    names = [name for name in names if not name.isdecimal()]  # how often it was read
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
    """Whether it is a large city, is named as towns are, or the page speaks of being in a place so named."""
    words = name.casefold().split()
    if name.casefold() in CITIES or names_outlet(name):
        return not names_outlet(name)
    named = words[0] in PLACE_WORDS and 1 < len(words) < 4
    town = len(words) == 1 and len(name) > 6 and words[0].endswith(PLACE_ENDINGS)
    return named or town or _is_told_of(name, text)


def _is_told_of(name: str, text: str) -> bool:
    found = rf"\b(?:in|from|near|outside|around)\s{re.escape(name)}\b"
    return bool(re.search(found, text[:20_000], re.IGNORECASE))


def _is_in_letterhead(name: str, text: str, piece: Piece, dates: Sequence[WrittenDate]) -> bool:
    """Whether a date follows a name as in letters: "Amsel, le 17 mai", or the name and a day are the line."""
    start, end = piece.span.start, dates[0].span.start
    before = text[start:end].strip()
    if names_outlet(name) or (name.isupper() and len(name) < 6):
        return False
    if _LETTERHEAD.fullmatch(before.removeprefix(name)) and before.startswith(name):
        return True
    whole = before == f"{name}," and dates[-1].span.end == piece.span.end
    return whole and not any(date.year for date in dates)


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
