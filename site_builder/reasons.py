"""The reasons for dates: in entries English phrases of one table, on a site the same in its language.

The rules that date fill in a phrase (`because`); a site takes it apart again by the same phrase
(`read_reason`). A reason is one phrase or several with " · " between them; words of the source stand in
quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from site_builder.datewords import WEEKDAYS
from site_builder.edtf import MONTH_NAMES
from site_builder.said_dates import say_day
from site_builder.strings import Strings

PHRASES: Mapping[str, str] = {
    "not_given": "no day given",
    "taken": "taken from the same speaker’s {rest}",
    "headline": "the headline of what was said {rest}",
    "lead": "the report begins with what was said {rest}",
    "apart": "the same speaker’s day elsewhere in the article: {rest}",
    "of_body": "the day of the body spoken for: {rest}",
    "of_spokesman": "the day of who speaks for the body: {rest}",
    "only_day": "the only day of speaking found in the article: {rest}",
    "only_lately": "the only day of speaking found in the week up to the report: {rest}",
    "interview": "the day of the interview: {rest}",
    "before_that": "in the sentences before, of the same speaker: {rest}",
    "told_behind": "in the sentence after it, of the same speaker: {rest}",
    "made_before": "spoken of as made before: {rest}",
    "also_did": "the day of something else its speaker did: {rest}",
    "or_spoken_of": "if not the day of what is spoken of: {rest}",
    "made_public": "made public then, so said no later: {rest}",
    "answer": "taken for an answer to what stands before it, not before {rest}",
    "report_open": "the date of the report is open",
    "dateline": "the dateline’s {weekday} {day}",
    "original": "the original’s {weekday} {day}",
    "page": "the page’s {weekday} {day}",
    "update": "the update’s {weekday} {day}",
    "briefing": "the briefing’s {weekday} {day}",
    "told_day": "{weekday} {day}, told before",
    "day_after": "the day after {report}",
    "days_after": "{n} days after {report}",
    "day_before": "the day before {report}",
    "days_before": "{n} days before {report}",
    "last_time": "the last one up to {report}",
    "counted": "counted from {report}",
    "no_later": "no later than {report}",
    "week": "the week of {report}, up to it",
    "week_before": "the week before that of {report}",
    "month": "the month of {report}, up to it",
    "month_before": "the month before that of {report}",
    "year": "the year of {report}, up to it",
    "year_before": "the year before that of {report}",
    "names_day": "the day it names",
    "other_weekday": "the date it names, which is of another day of the week",
    "names_month": "the month it names",
    "names_year": "the year it names",
    "names_years": "the years it names",
    "beside_seed": "given beside the seed",
    "year_of_page": "in the year of the page",
    "both_ways": "day and month can be read both ways",
    "day_first": "day before month, {rest}",
    "month_first": "month before day, {rest}",
    "by_weekday": "by its day of the week",
    "by_other": "by another date of the page",
    "usual": "as is usual in {country}",
    "fits": "{words} fits {year}",
    "fits_next": "{words} fits {year}, the day before {weekday} {day}",
    "fits_before": "{words} fits {year}, {n} days before {weekday} {day}",
    "not_before": "not before {words}, the newest event it dates",
    "likeliest": "{years} is likeliest",
    "any_year": "no year, no weekday: any of {first} to {last}",
    "told": "{rest} (told {words})",
    "falls": "{of}: {weekday}s in {years}",
    "falls_or": "{of}: {weekday}s in {years}, {rest}",
    "others": "{weekday}s in {years}",
    "others_or": "{weekday}s in {years}, {rest}",
    "same_words": "the same words are dated {day} in {path}",
    "nearly_words": "nearly the same words are dated {day} in {path}",
    "near_both": "{n} days from {day} in {path}, same outlet and speaker",
    "near_speaker": "{n} days from {day} in {path}, same speaker",
    "near_outlet": "{n} days from {day} in {path}, same outlet",
}
"""Key below `reasons` in the texts of a site, and how the phrase reads in an entry."""

AND, ALSO = " · ", "; "
"""Between the phrases of a reason; and before what other documents add."""
_NAMES = "|".join(WEEKDAYS)
_REPORT = "|".join(("dateline", "original", "page", "update", "briefing"))
_FIELDS = {
    "rest": r"[^\n]{1,600}",
    "report": rf"(?:the (?:{_REPORT})’s )?(?:{_NAMES}) \d{{4}}-\d\d-\d\d(?:, told before)?",
    "words": "\0\\d{1,3}\0",
    "weekday": _NAMES,
    "day": r"\d{4}-\d\d-\d\d",
    "of": rf"\d{{1,2}} (?:{'|'.join(MONTH_NAMES)})",
    "n": r"\d{1,5}",
    "year": r"\d{4}",
    "first": r"\d{4}",
    "last": r"\d{4}",
    "years": r"\d{4}(?:(?:, | or )\d{4}){0,60}",
    "country": r"[^\n]{1,80}",
    "path": r"[^\n]{1,300}?",
}
"""What may stand in a place of a phrase. Words of the source are masked by their number."""
_NESTED = frozenset(("rest", "report", "words"))
_QUOTED = re.compile(r'"[^"\n]{0,500}"')
_MASKED = re.compile("\0(\\d{1,3})\0")
_PLACE = re.compile(r"\{(\w{1,10})\}")


def because(key: str, **values: object) -> str:
    """A phrase with its places filled in, as entries have it; values it has no place for are left out."""
    return PHRASES[key].format(**values)


def quoted(words: str) -> str:
    """Words of the source, as a reason has them: on one line."""
    return f'"{" ".join(words.split())}"'


def seen_from(whose: str, day: date) -> str:
    """The day that words of time are counted from: `the dateline’s Tuesday 2016-12-13`. `whose`: its key."""
    return because(whose, weekday=WEEKDAYS[day.weekday()], day=day.isoformat())


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The phrases as patterns, in their order: of two that fit, the first is meant."""
    return tuple((key, re.compile(_pattern(phrase))) for key, phrase in PHRASES.items())


def _pattern(phrase: str) -> str:
    pieces = _PLACE.split(phrase)
    return "".join(
        f"(?P<{piece}>{_FIELDS[piece]})" if number % 2 else re.escape(piece)
        for number, piece in enumerate(pieces)
    )


LEAP = 2000
"""A year that has all days."""

Piece: TypeAlias = "tuple[str, tuple[tuple[str, str | Piece], ...]]"
"""The key of a phrase with its values, or "" with words that are quoted."""


def say_reason(strings: Strings, reason: str) -> str | None:
    """A reason that is made of known phrases, in the words of the site; None for any other."""
    pieces = read_reason(reason)
    return AND.join(_say(strings, piece) for piece in pieces) if pieces else None


def is_foreign(strings: Strings, reason: str) -> bool:
    """Whether a reason that is made of other phrases seems to be English, on a site that is not."""
    own = _QUOTED.sub("", reason)
    return not strings.language.startswith("en") and own.isascii() and any(map(str.isalpha, own))


@lru_cache(maxsize=1 << 14)
def read_reason(reason: str) -> tuple[Piece, ...]:
    """The pieces of a reason; () where one of them is none of the phrases."""
    found = _QUOTED.findall(reason)
    masked = iter(range(len(found)))
    plain = _QUOTED.sub(lambda _: f"\0{next(masked)}\0", reason)
    pieces = [_read(piece, found) for part in plain.split(AND) for piece in part.split(ALSO)]
    return tuple(piece for piece in pieces if piece) if all(pieces) else ()


def _read(piece: str, masked: list[str]) -> Piece | None:
    if words := _MASKED.fullmatch(piece):
        return "", (("words", masked[int(words[1])]),)
    for key, pattern in _patterns():
        if found := pattern.fullmatch(piece):
            values: list[tuple[str, str | Piece]] = []
            for name, value in found.groupdict().items():
                inner = _read(value, masked) if name in _NESTED else _unmasked(value, masked)
                if inner is None:
                    return None
                values.append((name, inner))
            return key, tuple(values)
    return None


def _unmasked(value: str, masked: Sequence[str]) -> str:
    return _MASKED.sub(lambda found: masked[int(found[1])], value)


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
