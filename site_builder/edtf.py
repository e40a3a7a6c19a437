"""Dates with their doubt: the part of EDTF level 1 an entry stores.

`YYYY`, `YYYY-MM`, `YYYY-MM-DD`, each with `?` (uncertain), `~` (approximate) or `%` (both) behind it;
`X` for unspecified digits, from the right; two of these with `/` between. Of the open ends only the start
(`../2016-12-13`, that day or before) is one of them: of all that is reported, the last day is known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_FORM = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<doubt>[?~%]?)", re.ASCII
)
_EXPECTED = (
    "expected an EDTF date (2016, 2016-12, 2016-12-13, 2016-12-13?, 2016-12-12/2016-12-13, ../2016-12-13, "
    "2016-12-XX)"
)
OPEN = ".."
"""In place of the first of two dates: nobody knows how long before."""
A_FEW_DAYS = timedelta(days=6)
"""What is known to be from so many days, and not from a whole week, is listed under the last of them."""
DOUBTFUL = "?~%"
"""What stands behind a date that is not sure."""
_DOUBT = {"": "{}", "?": "{} (uncertain)", "~": "about {}", "%": "about {} (uncertain)"}


class NoSuchDay(ValueError):
    """A date in the right form that the calendar does not have."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as it is stored, the first and last day it can mean, and how people say it.

    The first day of one with an open start is the first of the calendar.
    """

    text: str
    first: date
    last: date
    in_words: str

    @property
    def is_day(self) -> bool:
        """Whether it means one day, doubted or not."""
        return self.first == self.last

    @property
    def is_open(self) -> bool:
        """Whether nobody knows how long before its last day it may be."""
        return self.text.startswith(OPEN)

    @property
    def listed(self) -> date | None:
        """The day it is listed under; None for more days than a few."""
        return self.last if self.is_open or self.last - self.first < A_FEW_DAYS else None

    @property
    def days(self) -> str:
        """Its first and last day with `/` between, or one alone; of that day or earlier the day."""
        return format_interval(self.last if self.is_open else self.first, self.last)


def names_a_day(text: str) -> bool:
    """Whether it is a day of the calendar, as 2016-12-13, and in no doubt."""
    try:
        return len(text) == 10 and parse_edtf(text).is_day
    except ValueError:
        return False


@lru_cache(maxsize=1 << 13)
def parse_edtf(text: str) -> Edtf:
    """The date a text stands for; ValueError says what was expected and what was found."""
    parts = text.split("/")
    if len(parts) == 1:
        return _parse_date(text, text)
    if len(parts) > 2:
        raise ValueError(f"{_EXPECTED}, found {_shown(text)}")
    end = _parse_date(parts[1], text)
    if parts[0] == OPEN:
        return Edtf(text, date.min, end.last, f"{end.in_words} or earlier")
    start = _parse_date(parts[0], text)
    if start.first > end.last:
        raise ValueError(f"expected an interval that ends after it starts, found {_shown(text)}")
    return Edtf(text, start.first, end.last, _interval_in_words(start, end))


def date_fault(key: str, text: str) -> str:
    """What is wrong with a text where a key wants a date; "" for a date."""
    try:
        parse_edtf(text)
    except NoSuchDay:
        return f"expected a day of the calendar in {key!r}, found {text!r}: there is no such day"
    except ValueError:
        return f"expected a date as 2016-12-13 or another EDTF form in {key!r}, found {text!r}"
    return ""


def format_interval(first: date, last: date) -> str:
    """EDTF for "some day from first to last"; the day alone when they are equal."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def format_until(last: date) -> str:
    """EDTF for "that day or earlier"."""
    return f"{OPEN}/{last.isoformat()}"


def doubted(text: str) -> str:
    """EDTF for the same in doubt; of an interval both ends are, but for one that is open."""
    return "/".join(_doubted(part) for part in text.split("/"))


def _doubted(part: str) -> str:
    if part == OPEN or part.endswith(("?", "%")):
        return part
    return f"{part[:-1]}%" if part.endswith("~") else f"{part}?"


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")


def _parse_date(part: str, whole: str) -> Edtf:
    match = _FORM.fullmatch(part)
    if not match:
        raise ValueError(f"{_EXPECTED}, found {_shown(whole)}")
    year, month, day = match["year"], match["month"], match["day"]
    # Digits are left open from the right only: once a part is open, so is every part after it.
    if (month and "X" in year) or (month == "XX" and day is not None and day != "XX"):
        raise ValueError(f"expected unspecified digits at the right end only, found {_shown(whole)}")
    try:
        first, last = _bounds(year, month, day)
    except ValueError:
        raise NoSuchDay(f"expected a day of the calendar, found {_shown(whole)}") from None
    return Edtf(part, first, last, _DOUBT[match["doubt"]].format(_date_in_words(year, month, day)))


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None or month == "XX":
        return date(low, 1, 1), date(high, 12, 31)
    first = date(low, int(month), 1)
    if day is None or day == "XX":
        return first, first.replace(day=monthrange(low, first.month)[1])
    only = first.replace(day=int(day))
    return only, only


def _date_in_words(year: str, month: str | None, day: str | None) -> str:
    if "X" in year:
        return f"some year from {year.replace('X', '0')} to {year.replace('X', '9')}"
    number = str(int(year))
    if month is None:
        return number
    if month == "XX":
        return f"some {'month' if day is None else 'day'} of {number}"
    name = f"{MONTH_NAMES[int(month) - 1]} {number}"
    if day is None:
        return name
    return f"some day of {name}" if day == "XX" else f"{int(day)} {name}"


def _interval_in_words(start: Edtf, end: Edtf) -> str:
    """What two dates share at their right end is said once: "12 or 13 December 2016"."""
    if start.text == end.text:
        return start.in_words
    left, right = start.in_words.split(" "), end.in_words.split(" ")
    plain = start.text.replace("-", "").isdigit() and end.text.replace("-", "").isdigit()
    if plain and len(left) == len(right):
        while len(left) > 1 and left[-1] == right[len(left) - 1]:
            left.pop()
    words = " ".join(left), end.in_words
    if plain and len(start.text) == len(end.text) and start.last + timedelta(days=1) == end.first:
        return " or ".join(words)
    return f"between {words[0]} and {words[1]}"
