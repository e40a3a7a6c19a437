"""Dates as news pages write them, found in running text: "December 13", "13. Dezember 2016", "2016-12-13".

Nothing is concluded here: a date has the parts that are written, no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from site_builder.model import Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""By `date.weekday()`."""

_MONTHS = (
    "january jan januar jänner janvier enero gennaio janeiro января",
    "february feb februar février fevrier febrero febbraio fevereiro февраля",
    "march mar märz maerz mars marzo março марта",
    "april apr avril abril aprile апреля",
    "may mai mayo maggio maio мая",
    "june jun juni juin junio giugno junho июня",
    "july jul juli juillet julio luglio julho июля",
    "august aug août aout agosto августа",
    "september sept sep septembre septiembre settembre setembro сентября",
    "october oct oktober okt octobre octubre ottobre outubro октября",
    "november nov novembre noviembre novembro ноября",
    "december dec dezember dez décembre decembre diciembre dicembre dezembro декабря",
)
"""English, German, French, Spanish, Italian, Portuguese, Russian; the month's number is the row."""

MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NEEDS_CAPITAL = frozenset({"march", "mar", "may"})
"""Names that are also words of running text when written small."""

_WEEKDAY_NAMES = (
    "monday tuesday wednesday thursday friday saturday sunday mon tues tue wed thurs thu fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica"
).split()
_ENGLISH_SHORT = tuple(name[:3].lower() for name in WEEKDAYS)
WEEKDAY_NAME = re.compile(rf"\b(?:{'|'.join(_WEEKDAY_NAMES)})\b\.?", re.IGNORECASE)

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
# The first letters rule most places out at once.
_AT_MONTH = rf"\b(?=[{''.join(sorted({name[0] for name in MONTHS}))}]){_MONTH}"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)\b"
_NO_NUMBER = r"(?![.,:]?\d|\s?(?:%|percent\b|per\s))"
_NAMED = (
    rf"{_AT_MONTH}\s{_DAY}(?:st|nd|rd|th)?(?:(?:[,،]?\s|[,،]){_YEAR}|\b{_NO_NUMBER})",
    rf"(?<![\d.,:/-])\b{_DAY}(?:st|nd|rd|th|er|\.|º)?\s(?:of\s|de\s)?{_MONTH}(?:(?:\s?[,،]\s?|\s)(?:de\s|of\s)?{_YEAR}|{_NO_NUMBER})",
    rf"(?<![\d./-])\b{_DAY}(?P<joint>[/-]){_MONTH}(?P=joint){_YEAR}(?![./-]\d)",
    rf"{_AT_MONTH},?\s(?:de\s|of\s)?{_YEAR}",
)  # fmt: skip
"""Forms with the name of a month; the first that fits at a place wins."""
_JOINED = (
    rf"(?<![\d./-]){_YEAR}[-./](?P<month>0?[1-9]|1[0-2])[-./]{_DAY}(?!\d)(?=T\d|\b)",
    rf"(?<![\d./-])\b{_DAY}\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?{_YEAR}(?![./]\d)",
    rf"(?<![\d./-])\b(?P<one>\d{{1,2}})(?P<mark>[/-])(?P<two>\d{{1,2}})(?P=mark){_YEAR}(?![./]\d)",
    rf"(?<!\d)(?P<year>(?:1[5-9]|20)\d\d)年(?P<month>1[0-2]|[1-9])月{_DAY}日",
)
"""Forms of numbers alone."""
_NAMED_FORMS, _JOINED_FORMS = (
    tuple(re.compile(form, re.IGNORECASE) for form in forms) for forms in (_NAMED, _JOINED)
)
_SHORT_YEAR = re.compile(
    r"(?<![\d./-])\b(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<short>\d\d)(?![./:]?\d)"
)
_NAMED_SHORT_YEAR = re.compile(
    rf"(?<![\d.,:/-])\b{_DAY}(?:st|nd|rd|th)?[\s-]{_MONTH}[\s,’'-]{{1,2}}(?P<short>\d\d)(?![\d:./%-]|\s?[ap]\.?m\b)",
    re.IGNORECASE,
)
_CENTURY_ENDS = 70
"""Years of two figures from here on are of the last century."""

STRAY_LETTERS = frozenset("ſıİ")
"""Match an s or an i in a pattern without respect to capitals, and are in no name of a day or month."""
_NUMBER = re.compile(r"\d+")
_JOINT = re.compile(r"\d[-./年]\s?\d")
_STEMS = tuple(sorted({name[:3] for name in MONTHS}))
_NEAR = 20
"""Characters between a number of a date and the start of its month's name, at most."""
_MOST_NUMBERS = 100
"""Numbers beside which a month is looked for; where there are more, it is looked for everywhere."""
_MOST_DATES = 1000
"""Dates of one form that are read in one passage, which is a table then."""

_ZONE = (
    r"(?:\s?(?:GMT|UTC|[A-Z]{1,4}T\b|Z\b|[+-]\d\d:?\d\d\b|\((?:GMT|UTC)[+-]\d{1,2}(?::\d\d)?\))"
    r"(?:[+-]\d{1,2}\b)?(?:\s(?:ET|CET|CEST|MSK|BST|IST)\b)?)"
)
_CLOCK = r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?![.:]?\d)"
_BARE_CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d(?=\s(?:GMT|UTC|HKT|E[SD]T|CES?T|BST|IST|MSK)\b)"
_HALF = r"\s?[ap]\.?m\b\.?"
TIME = re.compile(
    rf"(?<![\d.:])(?:{_BARE_CLOCK}|{_CLOCK}(?:{_HALF})?|(?:1[0-2]|0?[1-9]){_HALF}){_ZONE}?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A date of the text. `year` and `day` are None where the text leaves them out."""

    span: Span
    year: int | None
    month: int
    day: int | None

    @property
    def full(self) -> date | None:
        """The day it names; None when a part is missing."""
        return date(self.year, self.month, self.day) if self.year and self.day else None


_BESIDE_DATE = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}),? (?:\d|(?:{'|'.join(MONTHS)})\b)", re.IGNORECASE
)


def weekday_beside(text: str) -> int | None:
    """The day of the week right before a date, by `date.weekday()`; None where there is none, or several."""
    found = {match["weekday"].capitalize() for match in _BESIDE_DATE.finditer(text)}
    return WEEKDAYS.index(found.pop()) if len(found) == 1 else None


def named_weekday(text: str) -> int | None:
    """The one day of the week a text names in English, by `date.weekday()`; None for none or several."""
    found = {match[0][:3].lower() for match in WEEKDAY_NAME.finditer(text)} & set(_ENGLISH_SHORT)
    return _ENGLISH_SHORT.index(found.pop()) if len(found) == 1 else None


def find_dates(
    text: str, start: int = 0, end: int | None = None, short_years: bool = False
) -> tuple[WrittenDate, ...]:
    """Every date between two offsets, in order, without overlaps.

    "03/05/2014" gives two of the same span, for both ways to read it. With `short_years` so does "3/5/14",
    which in running text is more often something else.
    """
    stop = len(text) if end is None else end
    if _NUMBER.search(text, start, stop) is None:
        return ()
    found: dict[int, tuple[WrittenDate, ...]] = {}
    for form in _possible_forms(text, start, stop, short_years):
        for match in islice(form.finditer(text, start, stop), _MOST_DATES):
            readings = tuple(_readings(match))
            if readings:
                found.setdefault(match.start(), readings)
    return tuple(_without_overlaps(found))


def _possible_forms(text: str, start: int, stop: int, short_years: bool) -> Iterator[re.Pattern[str]]:
    """The forms some date may have, by a quick look at the numbers, which rules most out in most texts."""
    if _is_month_near(text, start, stop):
        yield from (_NAMED_SHORT_YEAR, *_NAMED_FORMS) if short_years else _NAMED_FORMS
    if _JOINT.search(text, start, stop):
        yield from (*_JOINED_FORMS, _SHORT_YEAR) if short_years else _JOINED_FORMS


def _is_month_near(text: str, start: int, stop: int) -> bool:
    """Whether the name of a month may stand beside a number."""
    for count, number in enumerate(_NUMBER.finditer(text, start, stop)):
        near = (start, stop) if count == _MOST_NUMBERS else (number.start() - _NEAR, number.end() + _NEAR)
        beside = text[max(start, near[0]) : min(stop, near[1])].lower()
        if any(map(beside.__contains__, _STEMS)):
            return True
        if count == _MOST_NUMBERS:
            break
    return False


def _without_overlaps(found: dict[int, tuple[WrittenDate, ...]]) -> Iterator[WrittenDate]:
    reached = 0
    for start in sorted(found):
        if start >= reached:
            yield from found[start]
            reached = found[start][0].span.end


def _readings(match: re.Match[str]) -> Iterator[WrittenDate]:
    if not STRAY_LETTERS.isdisjoint(match[0]):
        return
    parts = match.groupdict()
    # The stop behind a month at the end of a sentence is no part of the date.
    span = Span(match.start(), match.end() - match[0].endswith("."))
    year = int(parts["year"]) if parts.get("year") else None
    if "short" in parts:
        year = int(parts["short"]) + (1900 if int(parts["short"]) >= _CENTURY_ENDS else 2000)
    if "one" in parts:
        pairs = {(int(parts["one"]), int(parts["two"])), (int(parts["two"]), int(parts["one"]))}
    else:
        name = parts["month"]
        if name in _NEEDS_CAPITAL and not year:
            return
        month = int(name) if name.isdigit() else MONTHS[name.lower()]
        pairs = {(int(parts["day"]) if parts.get("day") else 1, month)}
    for day, month in sorted(pairs, key=lambda pair: (pair[1], pair[0])):
        if 1 <= month <= 12 and exists(year, month, day):
            known_day = day if "one" in parts or parts.get("day") else None
            yield WrittenDate(span=span, year=year, month=month, day=known_day)


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day, in some year where none is given."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True
