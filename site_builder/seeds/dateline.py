"""The dateline a report opens with: "KARSK, May 11 (Northern Wire) -", in the styles of many houses."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice

from site_builder.datewords import TIME, WEEKDAY_NAME, WrittenDate, find_dates
from site_builder.model import Mention, Span
from site_builder.seeds.cities import CITIES
from site_builder.seeds.lines import RUBRICS

_LONGEST = 140
"""Characters within which a dateline ends."""

_END = re.compile(
    r"\s?-{1,3}(?=\s)|(?<=\))\s?-(?=[\"“]?[A-ZÀ-Þ])|(?:(?<=,\s[A-Z]{3})|(?<=,\s[A-Z]{4}))-(?=[A-ZÀ-Þ])|"
    r"\s?[–—―−]|:(?=\s|$)|\.(?=\s(?!\s?[/(]))|(?<=[)/\]])\.?(?=\s[\"“”„«‘']?[A-ZÀ-Þ])|\.?$"
)
_COUNTRY = re.compile(r"\s?\[([^\W\d_][\w .’'-]{1,30})\](?=.{0,60}\()")
"""A country in brackets of its own before those of the agency: "Karsk [Norland], May 11 (NW)"."""
_MARKED_AGENCY = re.compile(r"[(/\[]\s?([^\W\d][^()/\[\]]{1,40}?)\s?[)/\]]")
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ](?:[^\W_]|[’'.-]){0,24}"
_PLACE = re.compile(rf"{_WORD}(?:[ /](?:{_WORD}|(?:de|del|la|al|el|of|the|on|upon|sur|am|and|da|do)\b)){{0,4}}")
_MOST_BLANKS = 5
"""In a name of five words, which is the longest, with a connective behind it."""
_MOST_NAMES = 4
_CONNECTIVE = re.compile(r"(?:^|\s)(?:on|le|den|am|the)$", re.IGNORECASE)
_OPENS_SENTENCE = re.compile(r"\s*[\"“”„«‘'(\[]{0,3}[^\W_a-zß-öø-ÿ]")
_STOP = re.compile(r"(?<=[A-Z]{3})\.$|^\.|(?<=[a-z]{5})\.$")  # that of "Ky." is part of the name
_BLANK = re.compile(r"\s*")
_NO_PLACE = frozenset(
    "analysis block breaking by comment contact correction editorial embargoed exclusive explainer filed first "
    "for hon interview issued last live media modified mr mrs ms news note notes opinion photos posted press "
    "published question answer release update updated video watch warning a after an at in on the when".split()
)
_LABELLED = re.compile(r"^[A-Z][A-Z.’' -]{0,30}:\s", re.MULTILINE)
_LINE = re.compile(r"\n([^\n]{1,40})")
_MOST_LINES = 200
"""Lines of an article among which entries of a timeline are looked for."""
_LONGEST_DAY = 40
"""Characters at the head of a paragraph among which its day stands."""
_FEWEST_TURNS = 3
_MOST_LABELS = 20
_DASHES = "-–—―−"
_MARKS = frozenset((*_DASHES, ":"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """`words` are the place and the day; `end` is where the report's first sentence begins."""

    place: str | None
    agency: str | None
    date: WrittenDate | None
    words: Mention | None
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What stands before the mark a dateline ends with."""

    places: tuple[str, ...]
    agency: str | None
    date: WrittenDate | None

    @property
    def in_capitals(self) -> bool:
        return bool(self.places) and self.places[0].isupper() and len(self.places[0]) > 2


def find_dateline(
    text: str, span: Span, agencies: Collection[str] = (), *, apart: bool = False
) -> Dateline | None:
    """The dateline at the start of a paragraph, None when it has none.

    `agencies` are names, case-folded, that are known for no places. With `apart` the line before names the
    agency, so that a place and a day are one without capitals or a mark behind them.
    """
    limit = min(span.end, span.start + _LONGEST)
    undated: Dateline | None = None
    for match in _END.finditer(text, span.start, limit):
        alone = match.end() == span.end
        if not alone and (match.end() == limit or not _OPENS_SENTENCE.match(text, match.end())):
            continue
        head = _read_head(text, Span(span.start, match.start()), agencies)
        told = apart and alone and head is not None and bool(head.date and head.places)
        if (
            head
            and (told or _is_dateline(head, match[0].strip(), alone))
            and not _is_label(text, span.start, match)
            and not (head.date and not (head.places or head.agency) and _is_timeline(text))
        ):
            if head.date or alone:
                return _dateline(text, span, match.end(), head, agencies)
            # The day may stand behind the first dash: "KARSK, Norland -- May 11, 1992 --".
            undated = undated or _dateline(text, span, match.end(), head, agencies)
    return undated


def _read_head(text: str, head: Span, agencies: Collection[str]) -> _Head | None:
    """The places, the agency and the day between two offsets; None when anything else is there."""
    words = text[head.start : head.end]
    dates = find_dates(text, head.start, head.end)
    if len(dates) > 1 or (dates and dates[0].day is None):
        return None
    for date in dates:
        words = words[: date.span.start - head.start] + "," + words[date.span.end - head.start :]
    words = words.replace("(,)", ",")  # "GENEVA (2 June) –"
    words = _COUNTRY.sub(r", \1", words, count=1)
    marked = _MARKED_AGENCY.search(words)
    if marked and marked[1].strip().casefold() in RUBRICS:
        return None  # "TOP STORIES / WORLD / AFRICA"
    if marked and "," in marked[1]:
        # "(Karsk, Norland)" is a place.
        words = words[: marked.start()] + marked[1] + words[marked.end() :]
        marked = None
    if marked:
        words = words[: marked.start()] + "," + words[marked.end() :]
    words = WEEKDAY_NAME.sub(",", TIME.sub(",", words)) if dates else words
    names = _names(words)
    if names is None:
        return None
    if marked and not names and marked[1].casefold() in CITIES:
        # "(Karsk) –", as press releases have it.
        names, marked = (marked[1],), None
    agency = marked[1] if marked else _unmarked_agency(names, agencies)
    places = tuple(name for name in names if name != agency)
    return _Head(places=places, agency=agency, date=dates[0] if dates else None)


def _names(words: str) -> tuple[str, ...] | None:
    """The names between commas; None when anything else stands there, or too many."""
    parts = [part.strip(" " + _DASHES) for part in words.split(",")]
    if any(part.count(" ") > _MOST_BLANKS for part in parts):
        return None
    names = tuple(filter(None, (_STOP.sub("", _CONNECTIVE.sub("", part)) for part in parts)))
    return names if len(names) <= _MOST_NAMES and all(map(_PLACE.fullmatch, names)) else None


def _unmarked_agency(names: tuple[str, ...], agencies: Collection[str]) -> str | None:
    """The name that is an agency's: one that is known, or initials beside a place not in capitals."""
    known = [name for name in names if name.casefold() in agencies]
    if known or len(names) < 2:
        return known[0] if known and len(names) > 1 else None
    initials = [name for name in names[1:] if _are_initials(name)]
    return initials[0] if len(initials) == 1 and not all(map(str.isupper, names)) else None


def _are_initials(name: str) -> bool:
    return name.isupper() and 2 <= len(name) <= 6 and "." not in name and name.casefold() not in CITIES


def _is_dateline(head: _Head, mark: str, alone: bool) -> bool:
    """Whether the parts, with the mark they end with, make a dateline rather than a sentence's start."""
    dash = any(sign in _DASHES for sign in mark)
    if len(head.places) > 3 or any(
        place.split()[0].casefold().rstrip(".") in _NO_PLACE and place.casefold() not in CITIES
        for place in head.places
    ):
        return False
    if not head.places and not head.agency:
        return dash and head.date is not None and head.date.full is not None  # "Dec. 3, 2020 — Patients"
    if not head.places:
        return bool(head.agency) and (dash or (mark == "" and str(head.agency).isupper()))
    if head.agency:
        return bool(dash or mark == ":" or head.date or head.in_capitals)
    if head.date:
        return bool(dash or mark == ":" or head.in_capitals)
    if alone or mark in (".", ""):
        return False
    city = len(head.places) == 1 and head.places[0].casefold() in CITIES
    return (
        head.in_capitals
        or city
        or (dash and len(head.places) > 1 and all(p.count(" ") < 3 for p in head.places))
    )


def _is_label(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether "NAME:" opens other paragraphs too, or other names do, as speakers in a transcript."""
    if mark[0] != ":":
        return False
    same = text.count("\n" + text[start : mark.end()])
    labels = [label[0] for label in islice(_LABELLED.finditer(text), _MOST_LABELS)]
    turns = len(labels) >= _FEWEST_TURNS and len(set(labels)) < len(labels)
    return same > (start > 0) or turns or len(set(labels)) >= _FEWEST_TURNS


def _is_timeline(text: str) -> bool:
    """Whether several paragraphs open with a day and a dash, as the entries of a timeline do."""
    entries = (
        date
        for line in islice(_LINE.finditer(text), _MOST_LINES)
        for date in find_dates(text, line.start(1), min(line.end(), line.start(1) + _LONGEST_DAY))
        if date.span.start == line.start(1) and text[date.span.end : date.span.end + 2].strip()[:1] in _MARKS
    )
    return len(tuple(islice(entries, 2))) > 1


def _dateline(text: str, span: Span, end: int, head: _Head, agencies: Collection[str]) -> Dateline:
    agency = head.agency
    begin = _BLANK.match(text, end, span.end)
    end = begin.end() if begin else end
    # "KARSK, 11 May - Northern Wire. The minister": the agency stands behind the dash.
    behind = text[end : min(span.end, end + 40)].split(". ")[0]
    if agency is None and behind.casefold() in agencies:
        agency, end = behind, end + len(behind) + 2
    spots = [(text.find(place, span.start), len(place)) for place in head.places]
    bounds = [(at, at + length) for at, length in spots] + ([head.date.span] if head.date else [])
    words = None
    if bounds:
        first, last = min(at for at, _ in bounds), max(to for _, to in bounds)
        closed = text[last : last + 1] == ")" and "(" in text[first:last]
        where = Span(first, last + closed)
        words = Mention(text[where.start : where.end], where)
    return Dateline(place=", ".join(head.places) or None, agency=agency, date=head.date, words=words, end=end)
