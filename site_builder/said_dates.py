"""Dates as the site says them, in the words and the order of its language."""

from __future__ import annotations

from datetime import date, timedelta

from site_builder.edtf import Edtf, parse_edtf
from site_builder.strings import Strings

DOUBTS = {"?": "dates.uncertain", "~": "dates.about", "%": "dates.about_uncertain"}


def say_day(strings: Strings, day: date, form: str = "dates.day") -> str:
    """`13 December 2016`; in another form of the day where one is given."""
    return _parts(strings, day, form)


def say_month(strings: Strings, year: int, month: int) -> str:
    return _parts(strings, date(year, month, 1), "dates.month")


def say_date(strings: Strings, when: Edtf) -> str:
    """What the date can mean, and its doubt: `about 12 or 13 December 2016`."""
    start, slash, end = when.text.partition("/")
    if not slash or start == end:
        return _say_one(strings, parse_edtf(start))
    if when.is_open:
        return strings.say("dates.or_earlier", date=_say_one(strings, parse_edtf(end)))
    first, last = parse_edtf(start), parse_edtf(end)
    plain = start.replace("-", "").isdigit() and end.replace("-", "").isdigit()
    next_to = plain and len(start) == len(end) and first.last + timedelta(days=1) == last.first
    short = _shortened(strings, first, last) if plain and len(start) == len(end) else ""
    words = short or _say_one(strings, first)
    return strings.say("dates.or" if next_to else "dates.between", first=words, last=_say_one(strings, last))


def _shortened(strings: Strings, first: Edtf, last: Edtf) -> str:
    """The first of two dates of one kind without what it shares with the last; "" where it shares nothing."""
    one, other = first.first, last.first
    if one.year != other.year or len(first.text) == len("2016"):
        return ""
    if len(first.text) == len("2016-12"):
        return _parts(strings, one, "dates.month_alone")
    return _parts(strings, one, "dates.day_alone" if one.month == other.month else "dates.day_of_month")


def _say_one(strings: Strings, when: Edtf) -> str:
    doubt = DOUBTS.get(when.text[-1])
    words = _say_plain(strings, when, when.text.rstrip("?~%"))
    return strings.say(doubt, date=words) if doubt else words


def _say_plain(strings: Strings, when: Edtf, text: str) -> str:
    year, month, day = [*text.split("-"), "", ""][:3]
    if "X" in year:
        low, high = year.replace("X", "0"), year.replace("X", "9")
        return strings.say("dates.some_year", first=low, last=high)
    if not month:
        return _parts(strings, when.first, "dates.year")
    if month == "XX":
        return strings.say("dates.some_day" if day else "dates.some_month", date=str(when.first.year))
    if day == "XX":
        return strings.say("dates.some_day", date=_parts(strings, when.first, "dates.month"))
    return _parts(strings, when.first, "dates.day" if day else "dates.month")


def _parts(strings: Strings, day: date, form: str) -> str:
    month = strings.words("dates.months")[day.month - 1]
    short = strings.words("dates.months_short")[day.month - 1]
    # A year is no amount: its digits are not grouped.
    return strings.say(form, day=str(day.day), month=month, short=short, year=str(day.year))
