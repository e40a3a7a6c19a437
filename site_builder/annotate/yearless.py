"""Which year a day without one belongs to, as far as one document can tell.

A report is written on the day of the briefing it tells of or on the day after, and most often soon after
the newest event it dates. The weights below say how often, roughly. A year the text names is a bound, for
the report is not earlier: it never beats a year that the day of the week demands. Where more than one
year stays in play, all of them are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from site_builder.annotate.language import Language
from site_builder.annotate.tables import language_like
from site_builder.annotate.time_tables import TimeTables
from site_builder.annotate.timewords import MOST_TIMES, alternatives
from site_builder.datewords import WEEKDAYS, find_dates
from site_builder.edtf import MONTH_NAMES
from site_builder.model import Article, HeaderDate, Mention, Span
from site_builder.reasons import AND, because, quoted

_GAP_WEIGHTS = (0.75, 0.2, 0.0005, 0.0005, 0.0005, 0.0005, 0.0005)
"""By days from the weekday of the briefing to the day of the report."""
_RECENT = ((366, 0.9), (731, 0.07), (100_000, 0.003))
"""By days from the newest event dated to the day of the report; the last is for each year."""
_RECENT_YEAR = ((366, 0.6), (731, 0.25), (100_000, 0.03))
"""The same where the event is dated by its year alone."""
_SETTLED, _LIKELY = 0.95, 0.75
_IN_PLAY = 0.3
"""Of the best year's weight; what is below is out of play."""

NO_YEAR_KNOWN = 2026
"""The last year thought of where nothing tells a year: a constant, for a clock would change the result."""
_YEARS_BACK = 20
_YEARS_AROUND = 10

_QUOTED = re.compile(r"\"[^\"\n]{0,2000}\"|“[^”\n]{0,2000}”|«[^»\n]{0,2000}»|„[^“”\n]{0,2000}[“”]")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,60}?\b(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_LEAD_PARAGRAPHS, _LEAD_CHARACTERS = 3, 2000
_NEAR_WORDS = 8
_LONGEST_WEEKDAY = 12
"""Characters before a date in which its weekday stands."""
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """The words of a language that tell a year, as patterns over a text."""

    weekday: re.Pattern[str]
    """Group `weekday`: its name as written."""
    beside_date: re.Pattern[str]
    numbers: Mapping[str, int]
    """The day of the week each of its names, long or short, stands for."""
    year: re.Pattern[str]
    before_to_come: re.Pattern[str]
    behind_to_come: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(time: TimeTables) -> _Patterns:
    numbers = {name: n for n, name in enumerate(time.weekdays)} | dict(time.short_weekdays)
    no_day = "".join(rf"(?<!{re.escape(word)}\s)" for word in sorted(time.no_day_after))
    return _Patterns(
        weekday=re.compile(
            rf"\b(?:(?:{alternatives(time.on)})\s)?(?P<weekday>{alternatives(time.weekdays)})\b(?!['’]s)"
        ),
        beside_date=re.compile(rf"{no_day}\b(?:{alternatives(numbers)})\b"),
        numbers=numbers,
        year=re.compile(
            rf"\b(?:{alternatives(time.year_leads)})\s(?P<year>(?:19|20)\d\d)\b(?!s|[-–]\d)", re.IGNORECASE
        ),
        before_to_come=re.compile(
            rf"\b(?:{alternatives(time.until)})\s(?:(?:{alternatives(time.fillers)})\s)?$|"
            rf"\b(?:{alternatives(time.coming)})\b[^.;]{{0,30}}$",
            re.IGNORECASE,
        ),
        behind_to_come=re.compile(rf"[^.;\n]{{0,30}}\b(?:{alternatives(time.to_come)})\b", re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weekday:
    """The day of the week of the report itself, when it is `written` with its date; else of the briefing."""

    number: int
    words: Mention
    written: bool

    def gap(self, day: date) -> int:
        """Days from the last such weekday to a day."""
        return (day.weekday() - self.number) % 7


@dataclass(frozen=True, slots=True, kw_only=True)
class _Newest:
    """The newest event dated; `named` unless no more than its year is."""

    day: date
    words: Mention
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReading:
    """The days a date without a year can mean. `likely` when one is left that is not beyond doubt."""

    written: HeaderDate
    days: tuple[date, ...]
    likely: bool
    reason: str

    @property
    def settled(self) -> date | None:
        return self.days[0] if len(self.days) == 1 else None


def read_year(
    article: Article, written: HeaderDate, around: tuple[date, date] | None = None
) -> YearReading | None:
    """The years in play for a month and day of the header; None when it has no day.

    `around` are the first and last day known outside the article; years far from both are not thought of.
    """
    if written.day is None:
        return None
    language = language_like(article.lang)
    patterns = _patterns(language.time)
    newest = _newest_past_date(article, patterns)
    days = tuple(_days(written.month, written.day, newest.day if newest else None, around))
    weekday = _written_weekday(article, written, days, patterns) or _briefing_weekday(article, language)
    weights = {day: _gap_weight(day, weekday) * _recency(day, newest) * _claimed(day, article) for day in days}
    total, best = sum(weights.values()), max(weights.values(), default=0.0)
    if not total:
        return None
    first = next(day for day in days if weights[day] == best)
    likely = best / total < _SETTLED
    one = best / total >= _LIKELY
    in_play = (first,) if one else tuple(day for day in days if weights[day] >= best * _IN_PLAY)
    likely = likely and len(in_play) == 1
    # Of a year that is no more than likely, the others that fit as well are named.
    named = tuple(day for day in days if weights[day] and _fits_as(weekday, day, first)) if likely else in_play
    reasons = _reasons(article, written, in_play, named, weekday, newest)
    return YearReading(written=written, days=in_play, likely=likely, reason=AND.join(reasons))


def _fits_as(weekday: _Weekday | None, day: date, first: date) -> bool:
    """Whether a day fits the weekday told as well as another one does."""
    return weekday is not None and weekday.gap(day) <= weekday.gap(first)


def _days(month: int, day: int, earliest: date | None, around: tuple[date, date] | None) -> Iterator[date]:
    if earliest:
        last = min(earliest.year + _YEARS_AROUND, max(earliest.year + 1, NO_YEAR_KNOWN))
        years = range(earliest.year, last + 1)
    elif around:
        last = min(around[1].year + _YEARS_AROUND, max(around[1].year, NO_YEAR_KNOWN))
        years = range(around[0].year - _YEARS_AROUND, last + 1)
    else:
        years = range(NO_YEAR_KNOWN - _YEARS_BACK + 1, NO_YEAR_KNOWN + 1)
    for year in years:
        try:
            found = date(year, month, day)
        except ValueError:  # 29 February
            continue
        if not earliest or found >= earliest:
            yield found


def _gap_weight(day: date, weekday: _Weekday | None) -> float:
    if not weekday:
        return 1.0
    gap = weekday.gap(day)
    return float(gap == 0) if weekday.written else _GAP_WEIGHTS[gap]


def _recency(day: date, newest: _Newest | None) -> float:
    if not newest:
        return 1.0
    gap = (day - newest.day).days
    return next(weight for days, weight in (_RECENT if newest.named else _RECENT_YEAR) if gap <= days)


def _claimed(day: date, article: Article) -> float:
    """A copyright line names the year it was written in, or that of the visit."""
    years = {year for year, _ in _copyright_years(article)}
    return 1.0 if not years or day.year in years else 0.05


def _copyright_years(article: Article) -> Iterator[tuple[int, Mention]]:
    for block in article.blocks:
        if block.kind == "furniture":
            for match in _COPYRIGHT.finditer(article.text, *block.span):
                yield int(match["year"]), Mention(match[0], Span(*match.span()))


def _reasons(
    article: Article,
    written: HeaderDate,
    days: tuple[date, ...],
    named: tuple[date, ...],
    weekday: _Weekday | None,
    newest: _Newest | None,
) -> Iterator[str]:
    """Why these `days` are in play; `named` are those that fit the weekday."""
    yield quoted(written.words.text)
    if weekday:
        yield _weekday_reason(named, weekday)
    if newest:
        yield because("not_before", words=quoted(newest.words.text))
    for year, words in _copyright_years(article):
        if len(days) == 1 and days[0].year == year:
            yield quoted(words.text)
            break
    if len(named) > len(days) or (len(days) > 1 and not weekday and newest):
        yield because("likeliest", years=" or ".join(str(day.year) for day in days))
    elif len(days) > 1 and not weekday:
        yield because("any_year", first=days[0].year, last=days[-1].year)


def _weekday_reason(days: tuple[date, ...], weekday: _Weekday) -> str:
    words = quoted(weekday.words.text)
    if len(days) == 1:
        (day,), gap = days, weekday.gap(days[0])
        rule = ("fits", "fits_next")[gap] if gap < 2 else "fits_before"
        name = WEEKDAYS[day.weekday()]
        return because(rule, words=words, year=day.year, n=gap, weekday=name, day=day.isoformat())
    by_gap: dict[int, list[str]] = {}
    for day in days:
        by_gap.setdefault(weekday.gap(day), []).append(str(day.year))
    label = f"{days[0].day} {MONTH_NAMES[days[0].month - 1]}"
    rest = ""
    for number, (gap, years) in reversed(list(enumerate(sorted(by_gap.items())))):
        rule = ("others" if number else "falls") + ("_or" if rest else "")
        name = WEEKDAYS[(weekday.number + gap) % 7]
        rest = because(rule, of=label, weekday=name, years=", ".join(years), rest=rest)
    return rest if set(by_gap) == {0} else because("told", rest=rest, words=words)


def _written_weekday(
    article: Article, written: HeaderDate, days: tuple[date, ...], patterns: _Patterns
) -> _Weekday | None:
    """The weekday beside the date, as in "Wednesday 3 October"; None when no year in play has it."""
    start, end = written.words.span
    low = max(article.text.rfind("\n", 0, start) + 1, start - _LONGEST_WEEKDAY)
    found = list(patterns.beside_date.finditer(article.text, low, end))
    if len(found) != 1:
        return None
    number = patterns.numbers[found[0][0]]
    words = Mention(found[0][0], Span(*found[0].span()))
    fits = any(day.weekday() == number for day in days)
    return _Weekday(number=number, words=words, written=True) if fits else None


def _briefing_weekday(article: Article, language: Language) -> _Weekday | None:
    """The first weekday of the lead that stands near a verb of reporting; failing that, the first."""
    patterns, found = _patterns(language.time), []
    paragraphs = [block.span for block in article.blocks if block.kind == "paragraph"][:_LEAD_PARAGRAPHS]
    for span in (Span(start, min(end, start + _LEAD_CHARACTERS)) for start, end in paragraphs):
        quoted = [match.span() for match in _QUOTED.finditer(article.text, *span)]
        for match in patterns.weekday.finditer(article.text, *span):
            if any(start <= match.start() < end for start, end in quoted):
                continue
            low = max(span.start, match.start() - 12)
            if not patterns.before_to_come.search(article.text, low, match.start()):
                found.append((not _is_reported(article.text, span, match, language), match))
    if not found:
        return None
    match = min(found, key=lambda item: (item[0], item[1].start()))[1]
    words = Mention(match[0], Span(*match.span()))
    return _Weekday(number=patterns.numbers[match["weekday"]], words=words, written=False)


def _is_reported(text: str, span: Span, match: re.Match[str], language: Language) -> bool:
    before = _WORD.findall(text, max(span.start, match.start() - 120), match.start())[-_NEAR_WORDS:]
    after = _WORD.findall(text, match.end(), min(span.end, match.end() + 80))[:3]
    return any(word.lower() in language.verbs for word in (*before, *after))


def _newest_past_date(article: Article, patterns: _Patterns) -> _Newest | None:
    """The newest date with a year that the body speaks of as past: the report is not older."""
    spans = [block.span for block in article.blocks if block.kind in ("paragraph", "standfirst")]
    found = [item for span in spans for item in _past_dates(article.text, span, patterns)]
    return max(found, key=lambda item: (item.day, item.named, -item.words.span.start), default=None)


def _past_dates(text: str, span: Span, patterns: _Patterns) -> Iterator[_Newest]:
    dates = [(d.span, date(d.year, d.month, d.day or 1), True) for d in find_dates(text, *span) if d.year]
    matches = islice(patterns.year.finditer(text, *span), MOST_TIMES)
    years = [(Span(*m.span()), date(int(m["year"]), 1, 1), False) for m in matches]
    for where, day, named in (*dates, *years):
        to_come = patterns.before_to_come.search(text, max(span.start, where.start - 45), where.start)
        if not to_come and not patterns.behind_to_come.match(text, where.end, span.end):
            yield _Newest(day=day, words=Mention(text[slice(*where)], where), named=named)
