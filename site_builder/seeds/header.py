"""The lines around an article that say where it comes from: bylines, rubrics, dates, outlets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.datewords import TIME, WEEKDAY_NAME, WrittenDate, find_dates
from site_builder.lexicon import Outlet
from site_builder.model import BlockKind, HeaderDate, Mention, Span
from site_builder.seeds.pieces import Piece

_LONGEST = 200
_RUBRICS = frozenset(
    "world|news|world news|international|national|local|politics|business|economy|finance|markets|money|opinion|"
    "editorial|comment|analysis|features|society|culture|arts|entertainment|sport|sports|science|technology|tech|"
    "health|environment|climate|education|travel|lifestyle|weather|crime|law|justice|military|defense|defence|"
    "military & defense|security|conflict|war|emergencies|media|religion|history|life|top news|breaking news|"
    "latest|live|exclusive|interview|africa|asia|americas|europe|middle east|middle east & africa|latin america|"
    "north america|asia pacific|asia-pacific|oceania|uk|us|u.s.|usa|us & canada|eu|region|regions|foreign policy|"
    "diplomacy|domestic|press release|press releases|statement|statements|speeches|transcripts|monde|politik|"
    "mundo|mondo|welt|ausland|inland|internacional|política|politique|économie|wirtschaft".split("|")
)
_FIELDS = frozenset(
    "region|theme|topic|topics|tags|category|categories|section|rubric|filed under|keywords|subject|in-depth report|"
    "location|country|language|type|series|issue|edition|channel|desk|date|time|location|genre|format".split(
        "|"
    )
)
_RUBRIC_FIELDS = frozenset("theme|category|section|rubric|filed under|channel|desk".split("|"))
_FIELD = re.compile(r"([A-Za-z][\w-]{1,20}(?: [A-Za-z][\w-]{1,20}){0,2})\s?:\s(.{1,160})")
_SOURCE = re.compile(
    r"(?:source|sources|via|courtesy|quelle|fuente|fonte)\s?:\s?(.{2,60}?)[.\s]{0,2}", re.IGNORECASE
)
_LABEL = re.compile(
    r"\b(?:(?:first|originally|last|date)\s)?(?:published|posted|updated|update|modified|issued|released|created|date|"
    r"aired|edited|veröffentlicht|stand|publié|publicado|pubblicato)\b(?:\s(?:on|at|le|el|am|il))?\s?:?\s{0,3}",
    re.IGNORECASE,
)
_LATER = re.compile(r"update|modified|edited", re.IGNORECASE)
_BY = re.compile(
    r"(?:(?:written|story|text|report|words)\s)?(?:by|von|por|par|author|authors)\b\s?:?\s(?=\S)", re.IGNORECASE
)
_CREDIT = re.compile(
    r"(?:additional )?(?:reporting|writing|editing|edited|written|compiled|translated)(?: by)\s", re.IGNORECASE
)
_PARTS = re.compile(r"\s[-–—]{1,2}\s|[|·•●,;/()\[\]>»]|\s{2,}")
_IDLE = re.compile(
    r"(?:^|\s)(?:on|at|in|from|the|am|um|le|uhr|by|[-–—:])$|^(?:on|at|from|am|um|le)\s|^[-–—:.]+", re.IGNORECASE
)
_NAME = re.compile(
    r"[\[\"“]?[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ\d][\w.’'&!-]{0,24}(?:\s(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ][\w.’'&!-]{0,24}|&|of|the|and|de|la|le|du|des|der|die|das|van|von|al|el|for|on|in)){0,6}"
)
_PERSON = re.compile(r"[A-Z][\w’'.-]{0,20}(?:\s(?:[A-Z][\w’'.-]{0,20}|de|van|von|al|el|bin)){1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderLine:
    """What one such line says. `outlet` and `origin` as written, or their name in the archive."""

    kind: BlockKind
    outlet: str | None = None
    origin: str | None = None
    author: str | None = None
    section: str | None = None
    dates: tuple[HeaderDate, ...] = ()
    certain: bool = True
    """Whether more than the capitals of its words tells the line from a headline."""


def outlet_named(words: str, outlets: tuple[Outlet, ...]) -> str | None:
    """The archive's name for an outlet named, in any of its forms, by exactly these words."""
    wanted = _bare(words)
    for outlet in outlets:
        if wanted in {_bare(form) for form in (outlet.name, *outlet.aliases, *outlet.domains)}:
            return outlet.name
    return None


def _bare(name: str) -> str:
    return name.casefold().strip(" .,:").removeprefix("the ").removeprefix("www.")


def read_header_line(text: str, piece: Piece, outlets: tuple[Outlet, ...]) -> HeaderLine | None:
    """What the line says of the article's origin; None for a line that may be the article's own."""
    if len(piece.words) > _LONGEST:
        return None
    dates = tuple(date for date in find_dates(text, *piece.span) if date.day)
    if dates:
        return _dated(text, piece, dates, outlets)
    return _labelled(piece, outlets) or _byline(piece.words, outlets) or _bare_line(piece, outlets)


def is_person(words: str) -> bool:
    """Whether the words look like a person's name and nothing else."""
    return bool(_PERSON.fullmatch(words)) and words.count(" ") < 3


def _labelled(piece: Piece, outlets: tuple[Outlet, ...]) -> HeaderLine | None:
    source = _SOURCE.fullmatch(piece.words)
    if source:
        return HeaderLine(kind="source", origin=outlet_named(source[1], outlets) or source[1])
    field = _FIELD.fullmatch(piece.words)
    if not field:
        return None
    label, value = field[1].casefold(), field[2]
    if label not in _FIELDS and value not in piece.linked:
        return None
    return HeaderLine(kind="section", section=value if label in _RUBRIC_FIELDS else None)


def _byline(words: str, outlets: tuple[Outlet, ...]) -> HeaderLine | None:
    by = _BY.match(words)
    if by:
        names = [part.strip() for part in _PARTS.split(words[by.end() :]) if part.strip()]
        if names and all(_NAME.fullmatch(_IDLE.sub("", name).strip()) for name in names) and len(names) < 6:
            return _author_line(names, outlets)
        return None
    if _CREDIT.match(words) and len(words) < 160:
        return HeaderLine(kind="byline")
    return None


def _author_line(names: list[str], outlets: tuple[Outlet, ...]) -> HeaderLine:
    known = [outlet_named(name, outlets) for name in names]
    outlet = next(filter(None, known), None)
    return HeaderLine(kind="byline", outlet=outlet, author=None if known[0] else names[0])


def _bare_line(piece: Piece, outlets: tuple[Outlet, ...]) -> HeaderLine | None:
    words = piece.words
    named = outlet_named(words, outlets)
    if named:
        return HeaderLine(kind="source", outlet=named)
    parts = [part.strip().casefold() for part in _PARTS.split(words) if part.strip()]
    if words.casefold() in _RUBRICS or (parts and all(part in _RUBRICS for part in parts)):
        return HeaderLine(kind="section", section=words)
    if TIME.fullmatch(words):
        return HeaderLine(kind="section")
    return None


def _dated(
    text: str, piece: Piece, dates: tuple[WrittenDate, ...], outlets: tuple[Outlet, ...]
) -> HeaderLine | None:
    """A line of dates and names, nothing else; headlines that mention a date are not."""
    names, labels, times = _without_dates(text, piece, dates)
    by = next((name for name in names if _BY.match(name)), None)
    others = [name for name in names if name is not by]
    sections = [name for name in others if name.casefold() in _RUBRICS]
    known = [name for name in others if outlet_named(name, outlets)]
    unknown = [name for name in others if name not in sections and name not in known]
    if not all(map(_NAME.fullmatch, unknown)) or len(unknown) > 3:
        return None
    certain = bool(labels or times or by or sections or known or piece.linked or not others)
    if not certain and not any(date.year for date in dates):
        return None
    publishers = [name for name in unknown if not _is_place(name, text)] if not by else []
    outlet = next(iter((*known, *publishers)), None)
    return HeaderLine(
        kind="source" if outlet else "byline" if by else "section",
        outlet=(outlet_named(outlet, outlets) or outlet) if outlet else None,
        author=_BY.sub("", by, count=1).strip() if by else None,
        section=sections[0] if sections else None,
        dates=tuple(
            sorted(_header_dates(text, piece, dates), key=lambda date: bool(_LATER.search(date.words.text)))
        ),
        certain=certain,
    )


def _without_dates(text: str, piece: Piece, dates: tuple[WrittenDate, ...]) -> tuple[list[str], bool, bool]:
    """The names that are left of a line, and whether it had labels and times."""
    raw = text[piece.span.start : piece.span.end]
    for date in reversed(dates):
        raw = raw[: date.span.start - piece.span.start] + "|" + raw[date.span.end - piece.span.start :]
    raw = re.sub(r"\|T(?=\d)", "|", raw)
    raw, times = TIME.subn("|", raw)
    raw = re.sub(r"\]\([^()\s]{0,500}\)", "|", raw).replace("[", "|")
    raw, labels = _LABEL.subn("|", WEEKDAY_NAME.sub("|", raw))
    parts = (
        _IDLE.sub("", _IDLE.sub("", part.strip())).strip(" .") for part in _PARTS.split(" ".join(raw.split()))
    )
    return [part for part in parts if part], bool(labels), bool(times)


def _is_place(name: str, text: str) -> bool:
    """Whether the page speaks of being in a place so named."""
    return bool(re.search(rf"\b(?:in|from|near)\s{re.escape(name)}\b", text[:20_000], re.IGNORECASE))


def _header_dates(text: str, piece: Piece, dates: tuple[WrittenDate, ...]) -> Iterator[HeaderDate]:
    """Each with the words around it that belong to it: the whole line when there is only one."""
    spans = {date.span for date in dates}
    times = [
        time for time in TIME.finditer(text, *piece.span) if not any(_overlap(time.span(), s) for s in spans)
    ]
    for date in dates:
        before = max((span.end for span in spans if span.end <= date.span.start), default=piece.span.start)
        after = min((span.start for span in spans if span.start >= date.span.end), default=piece.span.end)
        near = [time for time in times if before <= time.start() and time.end() <= after]
        label = next(_LABEL.finditer(text, before, date.span.start), None)
        whole = len(spans) == 1 and not piece.linked and len(piece.words) <= 80
        start = min(
            date.span.start,
            *(t.start() for t in near[:1]),
            *((label.start(),) if label else ()),
            piece.span.end,
        )
        end = max(date.span.end, *(t.end() for t in near[:1]), piece.span.start)
        span = piece.span if whole else Span(start, end)
        yield HeaderDate(
            of="page",
            words=Mention(text[span.start : span.end], span),
            year=date.year,
            month=date.month,
            day=date.day,
            time=near[0][0].strip() if near else None,
        )


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]
