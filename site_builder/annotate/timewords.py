"""Words that say when: found in a sentence, and turned into days as seen from the day of the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, partial
from itertools import islice

from site_builder.annotate.hints import phrases_in
from site_builder.annotate.language import Language
from site_builder.annotate.time_tables import Base, Rule, TimeForm, TimeTables
from site_builder.datewords import STRAY_LETTERS, WrittenDate, find_dates
from site_builder.edtf import doubted, format_interval, parse_edtf
from site_builder.model import Span
from site_builder.reasons import because

_SATURDAY = 5
_NEARLY_A_YEAR = 330
MOST_TIMES = 1000
"""Expressions of one form that are read in one passage."""


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
class Day:
    """Days as EDTF, and the rule that gave them, by its key in `reasons`; "" where they are the report's own.
    `n`: so many days before the report."""

    edtf: str
    rule: str
    n: int = 0

    def because(self, report: str) -> str:
        """The rule in words; `report` says which day the report is of."""
        return because(self.rule, report=report, n=self.n) if self.rule else report


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
    weekdays = _numbered(tables.weekdays)
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
    return len(before) > 1 and before[-1] in tables.joints and before[0] in _numbered(tables.weekdays)


def _with_lead(text: str, start: int, at: int, tables: TimeTables) -> int:
    """Where words of time begin, with the "late on" before them."""
    for word in reversed(words_before(text, start, at)):
        if word not in tables.leads or text[at - 1] != " ":
            break
        at -= len(word) + 1
    return at


@lru_cache(maxsize=16)
def _numbered(names: tuple[str, ...]) -> Mapping[str, int]:
    """Names in small letters, each with its place."""
    return {name.lower(): number for number, name in enumerate(names)}


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


def _named(words: str, tables: TimeTables) -> int:
    """The day of the week of a name, which may be broken at the end of a line."""
    return _numbered(tables.weekdays)[words.lower().replace("-\n", "")]


def _weekday(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    day = weekday_on_or_before(_named(match["weekday"], tables), today)
    if day == today and match.groupdict().get("previous"):
        day -= timedelta(days=7)
    gap = (today - day).days
    rule = ("", "day_before")[gap] if gap < 2 else "days_before"
    return Day(edtf=day.isoformat(), rule=rule, n=gap)


def _weekday_of_last_week(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    number = _named(match["weekday"] or match["day_of_it"], tables)
    day = today - timedelta(days=today.weekday() + 7 - number)
    return Day(edtf=day.isoformat(), rule="days_before", n=(today - day).days)


def _today(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    return Day(edtf=today.isoformat(), rule="")


def _yesterday(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    day = today - timedelta(days=1)
    return Day(edtf=day.isoformat(), rule="day_before")


def _ago(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    number = tables.numbers.get(match["number"].lower()) or int(match["number"])
    length = tables.unit_days[match["unit"].lower()]
    day = (today - timedelta(days=number * length)).isoformat()
    # "Two months ago" tells the month, about.
    shown = day[: len("2016")] if length > 31 else day[: len("2016-12")] if length > 7 else day
    return Day(edtf=shown + ("~" if length > 1 else ""), rule="counted")


def _later(match: re.Match[str], tables: TimeTables, told: date) -> Day:
    number, length = 1, 1
    if match["number"]:
        number = tables.numbers.get(match["number"].lower()) or int(match["number"])
        length = tables.unit_days[match["unit"].lower()]
    day = told + timedelta(days=number * length)
    rule = "day_after" if number * length == 1 else "days_after"
    return Day(edtf=day.isoformat() + ("~" if length > 1 else ""), rule=rule, n=number * length)


def _this_week(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    return Day(
        edtf=format_interval(today - timedelta(days=today.weekday()), today),
        rule="week",
    )


def _last_week(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    monday = today - timedelta(days=today.weekday() + 7)
    return Day(edtf=format_interval(monday, monday + timedelta(days=6)), rule="week_before")


def _this_month(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    return Day(edtf=format_interval(today.replace(day=1), today), rule="month")


def _last_month(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    day = today.replace(day=1) - timedelta(days=1)
    return Day(edtf=f"{day.year:04}-{day.month:02}", rule="month_before")


def _this_year(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    return Day(edtf=format_interval(date(today.year, 1, 1), today), rule="year")


def _last_year(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    return Day(edtf=f"{today.year - 1:04}", rule="year_before")


def _weekend(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    saturday = weekday_on_or_before(_SATURDAY, today)
    if match["previous"] and (today - saturday).days < 2:
        saturday -= timedelta(days=7)
    sunday = min(saturday + timedelta(days=1), today)
    return Day(edtf=format_interval(saturday, sunday), rule="last_time")


def _decade(match: re.Match[str], tables: TimeTables, today: date) -> Day | None:
    first = int(match["decade"]) * 10
    return Day(edtf=f"{first}/{first + 9}", rule="names_years") if first <= today.year else None


def _month(match: re.Match[str], tables: TimeTables, today: date) -> Day:
    month = _numbered(tables.months)[match["month"].lower()] + 1
    year = today.year if month <= today.month else today.year - 1
    return Day(edtf=f"{year:04}-{month:02}", rule="last_time")


def _year(match: re.Match[str], tables: TimeTables, today: date) -> Day | None:
    return Day(edtf=match["year"], rule="names_year") if int(match["year"]) <= today.year else None


RULES: Mapping[Rule, Callable[[re.Match[str], TimeTables, date], Day | None]] = {
    "weekday": _weekday,
    "weekday of last week": _weekday_of_last_week,
    "today": _today,
    "yesterday": _yesterday,
    "ago": _ago,
    "later": _later,
    "this week": _this_week,
    "last week": _last_week,
    "this month": _this_month,
    "last month": _last_month,
    "this year": _this_year,
    "last year": _last_year,
    "weekend": _weekend,
    "month": _month,
    "year": _year,
    "decade": _decade,
}


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
