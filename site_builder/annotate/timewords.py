"""Words that say when: found in a sentence, and turned into days as seen from the day of the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Literal

from site_builder.datewords import WEEKDAYS, WrittenDate, find_dates
from site_builder.edtf import MONTH_NAMES, format_interval
from site_builder.model import Span

_NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)} | {
    "a": 1
}
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_UNIT_DAYS = {"day": 1, "week": 7}

_LIMITS = frozenset(
    "after before beginning between by following for from next of since starting than through till "
    "until".split()
)
"""Before a date, these make it that of an event or a limit."""
_FILLERS = frozenset("the early late midnight noon this".split())
_LEAD = frozenset("on late early earlier later only just".split())
"""Before words of time: part of them, without changing what they mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Days as EDTF, and the rule that gave them, in words; `{report}` stands for the day of the report."""

    edtf: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """Words of the text that say when. `day` reads them, given the day of the report."""

    span: Span
    day: Callable[[date], Day | None]
    counts_from: Literal["report", "briefing", "nothing"]
    """The day they are seen from; "nothing" when they name their year."""
    names_day: bool
    """Whether they name a day of the calendar or of the week."""


def may_tell_time(text: str, start: int, end: int) -> bool:
    """Whether there can be an expression of time between two offsets: a quick look that skips most text."""
    words = text[start:end].lower()
    return any(hint in words for hint in _HINTS) or bool(_DIGIT.search(words))


def find_time_words(text: str, start: int, end: int) -> tuple[TimeWords, ...]:
    """Every expression of time between two offsets that can date somebody's speaking, in order."""
    if not may_tell_time(text, start, end):
        return ()
    found = [*_written(text, start, end), *_relative(text, start, end)]
    found.sort(key=lambda words: (words.span.start, -words.span.end))
    kept: list[TimeWords] = []
    for words in found:
        apart = not kept or words.span.start >= kept[-1].span.end
        if apart and not _is_limit(_words_before(text, start, words.span.start)):
            kept.append(words)
    return tuple(kept)


def _words_before(text: str, start: int, at: int) -> list[str]:
    """The last two words before an offset, in small letters."""
    return text[max(start, at - 25) : at].lower().split()[-2:]


def _is_limit(before: list[str]) -> bool:
    """Whether a date is that of an event or a limit, by the words before it: "until Friday"."""
    if not before:
        return False
    if before[-1] in _LIMITS or (len(before) > 1 and before[-1] in _FILLERS and before[0] in _LIMITS):
        return True
    return len(before) > 1 and before[-1] in ("and", "or", "to") and before[0].capitalize() in WEEKDAYS


def _with_lead(text: str, start: int, at: int) -> int:
    """Where words of time begin, with the "late on" before them."""
    for word in reversed(_words_before(text, start, at)):
        if word not in _LEAD or text[at - 1] != " ":
            break
        at -= len(word) + 1
    return at


def weekday_on_or_before(weekday: int, day: date) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def last_time(month: int, day: int, today: date) -> date | None:
    """The last day so called up to today; None for a 29 February that the years around do not have."""
    for year in range(today.year, today.year - 8, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    return None


def _written(text: str, start: int, end: int) -> Iterator[TimeWords]:
    for written in find_dates(text, start, end):
        yield TimeWords(
            span=Span(_with_lead(text, start, written.span.start), written.span.end),
            day=_of_written(written),
            counts_from="nothing" if written.year else "report",
            names_day=bool(written.day),
        )


def _of_written(written: WrittenDate) -> Callable[[date], Day | None]:
    def day(today: date) -> Day | None:
        if written.day is None:
            return Day(edtf=f"{written.year:04}-{written.month:02}", rule="the month it names")
        if written.full:
            return Day(edtf=written.full.isoformat(), rule="the day it names")
        found = last_time(written.month, written.day, today)
        return Day(edtf=found.isoformat(), rule="the last one up to {report}") if found else None

    return day


def _weekday(match: re.Match[str], today: date) -> Day:
    wanted = WEEKDAYS.index(match["weekday"].capitalize())
    day = weekday_on_or_before(wanted, today)
    if (match["which"] or "").lower() == "last" and day == today:
        day -= timedelta(days=7)
    return Day(edtf=day.isoformat(), rule=_distance(day, today))


def _distance(day: date, today: date) -> str:
    gap = (today - day).days
    return "{report}" if gap == 0 else f"{'the day' if gap == 1 else f'{gap} days'} before {{report}}"


def _today(match: re.Match[str], today: date) -> Day:
    return Day(edtf=today.isoformat(), rule="{report}")


def _yesterday(match: re.Match[str], today: date) -> Day:
    day = today - timedelta(days=1)
    return Day(edtf=day.isoformat(), rule="the day before {report}")


def _ago(match: re.Match[str], today: date) -> Day:
    number = _NUMBERS.get(match["number"].lower()) or int(match["number"])
    unit = match["unit"].lower()
    day = today - timedelta(days=number * _UNIT_DAYS[unit])
    return Day(edtf=day.isoformat() + ("~" if unit == "week" else ""), rule="counted from {report}")


def _this_week(match: re.Match[str], today: date) -> Day:
    return Day(
        edtf=format_interval(today - timedelta(days=today.weekday()), today),
        rule="the week of {report}, up to it",
    )


def _last_week(match: re.Match[str], today: date) -> Day:
    monday = today - timedelta(days=today.weekday() + 7)
    return Day(
        edtf=format_interval(monday, monday + timedelta(days=6)), rule="the week before that of {report}"
    )


def _this_month(match: re.Match[str], today: date) -> Day:
    return Day(edtf=format_interval(today.replace(day=1), today), rule="the month of {report}, up to it")


def _last_month(match: re.Match[str], today: date) -> Day:
    day = today.replace(day=1) - timedelta(days=1)
    return Day(edtf=f"{day.year:04}-{day.month:02}", rule="the month before that of {report}")


def _this_year(match: re.Match[str], today: date) -> Day:
    return Day(edtf=format_interval(date(today.year, 1, 1), today), rule="the year of {report}, up to it")


def _last_year(match: re.Match[str], today: date) -> Day:
    return Day(edtf=f"{today.year - 1:04}", rule="the year before that of {report}")


def _month(match: re.Match[str], today: date) -> Day:
    month = MONTH_NAMES.index(match["month"].capitalize()) + 1
    year = today.year if month <= today.month else today.year - 1
    return Day(edtf=f"{year:04}-{month:02}", rule="the last one up to {report}")


def _year(match: re.Match[str], today: date) -> Day | None:
    return Day(edtf=match["year"], rule="the year it names") if int(match["year"]) <= today.year else None


Base = Literal["report", "briefing", "nothing"]

_DAY_NAMES = "|".join(WEEKDAYS)
_WORDS: tuple[tuple[str, Callable[[re.Match[str], date], Day | None], Base], ...] = (
    (
        rf"(?:(?P<which>last|this)\s)?(?P<weekday>{_DAY_NAMES})\b"
        rf"(?!['’]s|\s(?:and|or|to|through)\s(?:{_DAY_NAMES}))(?:\s(?:morning|afternoon|evening|night)\b)?",
        _weekday,
        "report",
    ),
    (r"(?:today|tonight|this (?:morning|afternoon|evening))\b", _today, "report"),
    (r"(?:in the day|(?:the|that) same day|later that day)\b", _today, "briefing"),
    (r"(?:the|a) (?:day (?:before|earlier)|previous day)\b", _yesterday, "briefing"),
    (r"(?:yesterday(?: (?:morning|afternoon|evening))?|last night)\b", _yesterday, "report"),
    (rf"{_NUMBER} (?P<unit>day|week)s? ago\b", _ago, "report"),
    (r"this week\b", _this_week, "report"),
    (r"last week\b", _last_week, "report"),
    (r"this month\b", _this_month, "report"),
    (r"last month\b", _last_month, "report"),
    (r"(?<=earlier )this year\b", _this_year, "report"),
    (r"last year\b", _last_year, "report"),
    (rf"in (?:early |late |mid-)?(?P<month>{'|'.join(MONTH_NAMES)})\b(?!,? \d)", _month, "report"),
    (r"in (?:early |late |mid-)?(?P<year>(?:19|20)\d\d)\b", _year, "nothing"),
)
_RELATIVE = re.compile(
    rf"\b(?:{'|'.join(f'(?P<form{n}>{form})' for n, (form, _, _) in enumerate(_WORDS))})(?!['’]s)",
    re.IGNORECASE,
)
_HINTS = (
    *("day", "night", "ago", "week", "month", "year", "morning", "afternoon", "evening"),
    *(f" {month.lower()}" for month in MONTH_NAMES),
)
"""One of these, or a digit, is in every expression of time."""
_DIGIT = re.compile(r"\d")


def _relative(text: str, start: int, end: int) -> Iterator[TimeWords]:
    for match in _RELATIVE.finditer(text, start, end):
        _, read, base = _WORDS[int((match.lastgroup or "form0").removeprefix("form"))]
        name = match["weekday"] or match["month"]
        if name and name.islower():
            continue
        yield TimeWords(
            span=Span(_with_lead(text, start, match.start()), match.end()),
            day=partial(read, match),
            counts_from=base,
            names_day=bool(match["weekday"]),
        )
