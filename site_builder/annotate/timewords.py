"""Words that say when: found in a sentence, and turned into days as seen from the day of the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from itertools import islice

from site_builder.annotate.days_meant import RULES, Day, last_time, numbered
from site_builder.annotate.hints import phrases_in
from site_builder.annotate.language import Language
from site_builder.annotate.time_tables import Base, TimeForm, TimeTables
from site_builder.datewords import STRAY_LETTERS, WrittenDate, find_dates
from site_builder.edtf import doubted, parse_edtf
from site_builder.model import Span

MOST_TIMES = 1000
"""Expressions of one form that are read in one passage."""
_NEARLY_A_YEAR = 330
"""Days before the report from which a day without a year may as well be one to come."""
_BESIDE = re.compile(r",? ?\(?")
"""Between a day of the week and its date."""


@lru_cache(maxsize=64)
def any_of(words: frozenset[str]) -> re.Pattern[str]:
    """One of some words, as a word, whatever its case."""
    return re.compile(rf"\b(?:{alternatives(words)})\b", re.IGNORECASE)


def alternatives(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, longer ones first, so that none hides another."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """Words of the text that say when. `day` reads them, given the day of the report."""

    span: Span
    day: Callable[[date], Day | None]
    counts_from: Base
    names_day: bool
    """Whether they name a day of the calendar or of the week."""


def find_time_words(text: str, start: int, end: int, language: Language) -> tuple[TimeWords, ...]:
    """Every expression of time between two offsets that can date somebody's speaking, in order."""
    tables = language.time
    found = [*_written(text, start, end, tables), *_relative(text, start, end, tables)]
    found.sort(key=lambda words: (words.span.start, -words.span.end))
    apart: list[TimeWords] = []
    for words in found:
        if apart and (both := _of_both(text, apart[-1], words, tables)):
            apart[-1] = both
        elif not apart or words.span.start >= apart[-1].span.end:
            apart.append(words)
    return tuple(words for words in apart if not _is_limit(words_before(text, start, words.span.start), tables))


def _of_both(text: str, first: TimeWords, second: TimeWords, tables: TimeTables) -> TimeWords | None:
    """A day of the week and the date right behind it, as one: the day of the date, in doubt where the two
    contradict each other."""
    if not (
        first.names_day and second.names_day and _BESIDE.fullmatch(text, first.span.end, second.span.start)
    ):
        return None
    weekdays = numbered(tables.weekdays)
    named = [weekdays[word] for word in text[slice(*first.span)].lower().split() if word in weekdays]

    def day(today: date) -> Day | None:
        found = second.day(today)
        if found is None or parse_edtf(found.edtf).last.weekday() in named:
            return found
        return Day(edtf=doubted(found.edtf), rule="other_weekday")

    span = Span(first.span.start, second.span.end)
    return TimeWords(span=span, day=day, counts_from=second.counts_from, names_day=True) if named else None


def words_before(text: str, start: int, at: int) -> list[str]:
    """The last two words before an offset, in small letters."""
    return text[max(start, at - 25) : at].lower().split()[-2:]


def _is_limit(before: list[str], tables: TimeTables) -> bool:
    """Whether a date is that of an event or a limit, by the words before it: "until Friday"."""
    if not before:
        return False
    if before[-1] in tables.limits or (
        len(before) > 1 and before[-1] in tables.fillers and before[0] in tables.limits
    ):
        return True
    return len(before) > 1 and before[-1] in tables.joints and before[0] in numbered(tables.weekdays)


def _with_lead(text: str, start: int, at: int, tables: TimeTables) -> int:
    """Where words of time begin, with the "late on" before them."""
    for word in reversed(words_before(text, start, at)):
        if word not in tables.leads or text[at - 1] != " ":
            break
        at -= len(word) + 1
    return at


def _written(text: str, start: int, end: int, tables: TimeTables) -> Iterator[TimeWords]:
    for written in find_dates(text, start, end):
        yield TimeWords(
            span=Span(_with_lead(text, start, written.span.start, tables), written.span.end),
            day=_of_written(written),
            counts_from="nothing" if written.year else "report",
            names_day=bool(written.day),
        )


def _of_written(written: WrittenDate) -> Callable[[date], Day | None]:
    def day(today: date) -> Day | None:
        if written.day is None:
            return Day(edtf=f"{written.year:04}-{written.month:02}", rule="names_month")
        if written.full:
            return Day(edtf=written.full.isoformat(), rule="names_day")
        found = last_time(written.month, written.day, today)
        # A day of the weeks to come is as like as not of the report's own year.
        doubt = "?" if found and (today - found).days > _NEARLY_A_YEAR else ""
        return Day(edtf=found.isoformat() + doubt, rule="last_time") if found else None

    return day


@lru_cache(maxsize=64)
def _form(form: TimeForm) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{form.pattern})(?!['’]s)", re.IGNORECASE)


def _opens(text: str, start: int, at: int) -> bool:
    """Whether a sentence or a quotation opens there."""
    before = text[max(start, at - 3) : at].rstrip(" ")[-1:]
    return before in ("", *".!?:;—–-\n“\"‘'")


@lru_cache(maxsize=8)
def _all_hints(tables: TimeTables) -> frozenset[str]:
    return frozenset(hint for form in tables.forms for hint in form.hints)


def _relative(text: str, start: int, end: int, tables: TimeTables) -> Iterator[TimeWords]:
    hints = phrases_in(text[start:end].lower(), _all_hints(tables))
    for form in tables.forms if hints else ():
        if hints.isdisjoint(form.hints):
            continue
        for match in islice(_form(form).finditer(text, start, end), MOST_TIMES):
            parts = match.groupdict()
            name = parts.get("weekday") or parts.get("month")
            if not STRAY_LETTERS.isdisjoint(match[0]) or (name and tables.capitals and name.islower()):
                continue
            if form.rule == "today" and match[0][0].isupper() and not _opens(text, start, match.start()):
                continue  # "on Radio One’s Today programme"
            yield TimeWords(
                span=Span(_with_lead(text, start, match.start(), tables), match.end()),
                day=partial(RULES[form.rule], match, tables),
                counts_from=form.seen_from,
                names_day=bool(parts.get("weekday")),
            )
