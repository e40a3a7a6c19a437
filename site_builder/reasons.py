"""The reason for a date in the site's language. In entries it is English, put together by the rules that date;
here it is taken apart again: pieces between " · ", each a quotation or a phrase of `PHRASES`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from site_builder.datewords import WEEKDAYS
from site_builder.edtf import MONTH_NAMES
from site_builder.said_dates import say_day
from site_builder.strings import Strings

_QUOTED = re.compile(r'"[^"\n]{0,500}"')
_MASKED = re.compile("\0(\\d{1,3})\0")
_NAMES = "|".join(WEEKDAYS)
_DAY, _WEEKDAY = r"(?P<day>\d{4}-\d\d-\d\d)", rf"(?P<weekday>{_NAMES})"
_WORDS = "(?P<words>\0\\d{1,3}\0)"
_REPORT = rf"(?P<report>the (?:dateline|original|page|briefing)’s (?:{_NAMES}) \d{{4}}-\d\d-\d\d)"
_OF = rf"(?P<of>\d{{1,2}} (?:{'|'.join(MONTH_NAMES)}))"
_NEAR = rf"(?P<n>\d{{1,5}}) days from {_DAY} in (?P<path>[^\n]{{1,300}}?)"
_YEARS = r"(?P<years>\d{4}(?:, \d{4}){0,60})"
_OTHERS = rf"(?P<rest>(?:{_NAMES})s in [^\n]{{1,600}})"
_REST = r"(?P<rest>[^\n]{1,600})"

PHRASES = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        ("not_given", "no day given"),
        ("taken", f"taken from the same speaker’s {_REST}"),
        ("only_day", f"the only day of speaking that the article gives: {_REST}"),
        ("before_that", f"in the sentences before, of the same speaker: {_REST}"),
        ("made_before", f"spoken of as made before: {_REST}"),
        ("answers_day", f"what it answers is of the day of the report: {_REST}"),
        ("answer", f"an answer, not before {_REST}"),
        ("report_open", "the date of the report is open"),
        ("dateline", f"the dateline’s {_WEEKDAY} {_DAY}"),
        ("original", f"the original’s {_WEEKDAY} {_DAY}"),
        ("page", f"the page’s {_WEEKDAY} {_DAY}"),
        ("briefing", f"the briefing’s {_WEEKDAY} {_DAY}"),
        ("day_before", f"the day before {_REPORT}"),
        ("days_before", rf"(?P<n>\d{{1,2}}) days before {_REPORT}"),
        ("last_time", f"the last one up to {_REPORT}"),
        ("counted", f"counted from {_REPORT}"),
        ("no_later", f"no later than {_REPORT}"),
        ("week", f"the week of {_REPORT}, up to it"),
        ("week_before", f"the week before that of {_REPORT}"),
        ("month", f"the month of {_REPORT}, up to it"),
        ("month_before", f"the month before that of {_REPORT}"),
        ("year", f"the year of {_REPORT}, up to it"),
        ("year_before", f"the year before that of {_REPORT}"),
        ("names_day", "the day it names"),
        ("names_month", "the month it names"),
        ("names_year", "the year it names"),
        ("beside_seed", "given beside the seed"),
        ("year_of_page", "in the year of the page"),
        ("both_ways", "day and month can be read both ways"),
        ("day_first", f"day before month, {_REST}"),
        ("month_first", f"month before day, {_REST}"),
        ("by_weekday", "by its day of the week"),
        ("by_other", "by another date of the page"),
        ("usual", r"as is usual in (?P<country>[^\n]{1,80})"),
        ("fits", rf"{_WORDS} fits (?P<year>\d{{4}})"),
        ("fits_next", rf"{_WORDS} fits (?P<year>\d{{4}}), the day before {_WEEKDAY} {_DAY}"),
        ("fits_before", rf"{_WORDS} fits (?P<year>\d{{4}}), (?P<n>\d{{1,2}}) days before {_WEEKDAY} {_DAY}"),
        ("not_before", f"not before {_WORDS}, the newest event it dates"),
        ("likeliest", r"(?P<years>\d{4}(?: or \d{4}){1,20}) is likeliest"),
        ("any_year", r"no year, no weekday: any of (?P<first>\d{4}) to (?P<last>\d{4})"),
        ("told", rf"{_REST} \(told {_WORDS}\)"),
        ("falls", rf"{_OF}: {_WEEKDAY}s in {_YEARS}"),
        ("falls_or", rf"{_OF}: {_WEEKDAY}s in {_YEARS}, {_OTHERS}"),
        ("others", rf"{_WEEKDAY}s in {_YEARS}"),
        ("others_or", rf"{_WEEKDAY}s in {_YEARS}, {_OTHERS}"),
        ("same_words", rf"the same words are dated {_DAY} in (?P<path>[^\n]{{1,300}})"),
        ("nearly_words", rf"nearly the same words are dated {_DAY} in (?P<path>[^\n]{{1,300}})"),
        ("near_both", rf"{_NEAR}, same outlet and speaker"),
        ("near_speaker", rf"{_NEAR}, same speaker"),
        ("near_outlet", rf"{_NEAR}, same outlet"),
    )
)
"""Key below `reasons`, and how the phrase reads in an entry."""

LEAP = 2000
"""A year that has all days."""

Piece: TypeAlias = "tuple[str, tuple[tuple[str, str | Piece], ...]]"
"""The key of a phrase with its values, or "" with words that are quoted."""


def say_reason(strings: Strings, reason: str) -> str | None:
    """A reason that is made of known phrases, in the words of the site; None for any other."""
    pieces = read_reason(reason)
    return " · ".join(_say(strings, piece) for piece in pieces) if pieces else None


def is_foreign(strings: Strings, reason: str) -> bool:
    """Whether a reason that is made of other phrases seems to be English, on a site that is not."""
    own = _QUOTED.sub("", reason)
    return not strings.language.startswith("en") and own.isascii() and any(map(str.isalpha, own))


@lru_cache(maxsize=1 << 14)
def read_reason(reason: str) -> tuple[Piece, ...]:
    """The pieces of a reason; () where one of them is none of the phrases."""
    quoted = _QUOTED.findall(reason)
    masked = iter(range(len(quoted)))
    plain = _QUOTED.sub(lambda _: f"\0{next(masked)}\0", reason)
    pieces = [_read(piece, quoted) for piece in re.split(r" · |; ", plain)]
    return tuple(piece for piece in pieces if piece) if all(pieces) else ()


def _read(piece: str, quoted: list[str]) -> Piece | None:
    if words := _MASKED.fullmatch(piece):
        return "", (("words", quoted[int(words[1])]),)
    for key, pattern in PHRASES:
        if found := pattern.fullmatch(piece):
            values: list[tuple[str, str | Piece]] = []
            for name, value in found.groupdict().items():
                inner = _read(value, quoted) if name in ("rest", "report", "words") else value
                if inner is None:
                    return None
                values.append((name, inner))
            return key, tuple(values)
    return None


def _say(strings: Strings, piece: Piece) -> str:
    key, values = piece
    if not key:
        # Marks, which a page shows as nothing: isolates would stand there as their codes.
        return f"\u200e{values[0][1]}\u200e" if strings.direction == "rtl" else str(values[0][1])
    said: dict[str, object] = {name: _value(strings, name, value) for name, value in values}
    number = said.pop("n", None)
    return strings.say(f"reasons.{key}", number if isinstance(number, int) else None, **said)


def _value(strings: Strings, name: str, value: str | Piece) -> object:
    if isinstance(value, tuple):
        return _say(strings, value)
    if name == "n":
        return int(value)
    if name == "day":
        return say_day(strings, date.fromisoformat(value))
    if name == "weekday":
        return strings.words("dates.weekdays")[WEEKDAYS.index(value)]
    if name == "of":
        number, month = value.split()
        return say_day(strings, date(LEAP, MONTH_NAMES.index(month) + 1, int(number)), "dates.day_of_month")
    if name == "years":
        return strings.say("lists.comma").join(re.findall(r"\d+", value))
    return value
