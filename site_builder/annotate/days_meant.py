"""The day that words of time mean, seen from another: `yesterday`, `on Thursday last week`, `two weeks ago`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from site_builder.annotate.time_tables import Rule, TimeTables
from site_builder.edtf import format_interval
from site_builder.reasons import because

_SATURDAY = 5


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


@lru_cache(maxsize=16)
def numbered(names: tuple[str, ...]) -> Mapping[str, int]:
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


def _named(words: str, tables: TimeTables) -> int:
    """The day of the week of a name, which may be broken at the end of a line."""
    return numbered(tables.weekdays)[words.lower().replace("-\n", "")]


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
    month = numbered(tables.months)[match["month"].lower()] + 1
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
