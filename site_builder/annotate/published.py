"""When an article was published, and what it republishes, with the reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from site_builder.annotate.days_meant import last_time
from site_builder.annotate.yearless import YearReading, read_year
from site_builder.datewords import weekday_beside
from site_builder.edtf import Edtf, doubted, format_interval, parse_edtf
from site_builder.model import Article, Dated, HeaderDate
from site_builder.reasons import AND, because, quoted

_WEEK = 7
_STALE_DATELINE = timedelta(days=60)
"""A page is not taken to carry a report older than this."""


def date_article(
    article: Article, around: tuple[date, date] | None = None
) -> tuple[Dated | None, Dated | None]:
    """The dates of the page and of what it republishes; None where nothing is written.

    `around` are the first and last day known besides, those of the archive: years far from them are not
    thought of.
    """
    published = _date_page(article, around)
    return published, date_original(article, published)


def date_original(article: Article, published: Dated | None) -> Dated | None:
    """The date of what the page republishes: as written, else the dateline's in the year of the page."""
    written = _written([d for d in article.dates if d.of == "original"])
    if written or not article.republishes:
        return written
    day = _dateline_day(article, published)
    words = next((d.words.text for d in article.dates if d.of == "dateline"), "")
    return Dated(day.isoformat(), f"{quoted(words)}{AND}{because('year_of_page')}") if day else None


def _date_page(article: Article, around: tuple[date, date] | None) -> Dated | None:
    if article.published:
        return Dated(article.published, because("beside_seed"))
    page = [d for d in article.dates if d.of == "page"]
    written = _written(page) or _on_dateline(article) or _of_month(page)
    if written:
        return written
    reading = open_year(article, around)
    return _of_reading(reading) if reading else None


def open_year(article: Article, around: tuple[date, date] | None = None) -> YearReading | None:
    """The years in play for an article dated by day and month alone; None when it is dated otherwise."""
    if article.published or any(d.year for d in article.dates if d.of != "original"):
        return None
    page = [d for d in article.dates if d.of == "page"] or [d for d in article.dates if d.of == "dateline"]
    return read_year(article, page[0], around) if page else None


def day_of_report(article: Article, published: Dated | None, original: Dated | None) -> tuple[Edtf | None, str]:
    """The day its "today" means, and whose day that is, by its key in `reasons`."""
    dateline = _dateline_day(article, published)
    if dateline:
        doubt = "?" if published and published.edtf.endswith("?") else ""
        return parse_edtf(dateline.isoformat() + doubt), "dateline"
    source = original or published
    if not source:
        return None, ""
    return parse_edtf(source.edtf), "original" if original else "page"


def day_of_update(article: Article, today: Edtf | None) -> date | None:
    """The last day the page names besides, where that is less than a week after that of the report."""
    if today is None or not today.is_day:
        return None
    named = [date(d.year, d.month, d.day) for d in article.dates if d.of == "page" and d.year and d.day]
    return max((day for day in named if 0 < (day - today.last).days < _WEEK), default=None)


def _of_reading(reading: YearReading) -> Dated:
    edtf = format_interval(reading.days[0], reading.days[-1])
    return Dated(edtf + ("?" if reading.likely else ""), reading.reason)


def _on_dateline(article: Article) -> Dated | None:
    """A dateline's full date; when the page republishes, it is the original's."""
    if article.republishes:
        return None
    return _written([d for d in article.dates if d.of == "dateline"])


def _written(dates: Sequence[HeaderDate]) -> Dated | None:
    """The first full date; an interval of both ways to read it, when there are two."""
    full = [(date(d.year, d.month, d.day), d.words) for d in dates if d.year and d.day]
    if not full:
        return None
    words = full[0][1]
    days = sorted(day for day, written in full if written == words)
    if len(days) == 1:
        rule = next(d.rule for d in dates if d.words == words)
        weekday = weekday_beside(words.text)
        if weekday is not None and weekday != days[0].weekday():
            reason = f"{quoted(words.text)}{AND}{because('other_weekday')}"
            return Dated(doubted(days[0].isoformat()), reason)
        return Dated(days[0].isoformat(), f"{quoted(words.text)}{AND}{rule}" if rule else quoted(words.text))
    return Dated(format_interval(days[0], days[-1]), f"{quoted(words.text)}{AND}{because('both_ways')}")


def _of_month(dates: Sequence[HeaderDate]) -> Dated | None:
    """The first month with its year: "May 2024"."""
    named = next((d for d in dates if d.year and d.day is None), None)
    return Dated(f"{named.year:04}-{named.month:02}", quoted(named.words.text)) if named else None


def _dateline_day(article: Article, published: Dated | None) -> date | None:
    """The day of the dateline, when it is written in full or just before the day of the page."""
    written = next((d for d in article.dates if d.of == "dateline" and d.day), None)
    if not written or not written.day:
        return None
    if written.year:
        return date(written.year, written.month, written.day)
    known = parse_edtf(published.edtf) if published else None
    if not known or not known.is_day:
        return None
    # A page of the day before is one west of the dateline's place.
    day = last_time(written.month, written.day, known.last + timedelta(days=1))
    return day if day and known.last - day <= _STALE_DATELINE else None
