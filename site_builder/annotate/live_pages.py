"""Pages that report as things happen, or day by day: what stands under a time or a day was said then."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from site_builder.annotate.days_meant import last_time
from site_builder.annotate.report_time import ReportTime
from site_builder.datewords import TIME, WEEKDAY_NAME, find_dates, weekday_beside
from site_builder.edtf import doubted
from site_builder.model import Article, Block, Dated, Mention, Span, Statement
from site_builder.reasons import AND, because, quoted, seen_from

_FEWEST = 2
"""Times that make a page one of these."""
_HALF_A_DAY = 12 * 60
_HOUR = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?")
_AFTERNOON, _MORNING = re.compile(r"p\.?m", re.IGNORECASE), re.compile(r"a\.?m", re.IGNORECASE)
_LONGEST_DAY = 60
"""Characters of a line that is nothing but a day."""
_WEEK = timedelta(days=7)
"""A page may go on for so long after its own day."""
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """From where on a page tells of a day."""

    start: int
    dated: Dated


def date_entries(
    article: Article, report: ReportTime, statements: Sequence[Statement]
) -> tuple[Dated | None, ...]:
    """Of each statement the day it stands under: that of the page below a time; None elsewhere."""
    days = tuple(_days(article, report))
    until = days[0].start if days else len(article.text)
    heads = (*_times(article, report, until), *days)
    starts = [head.start for head in heads]
    above = [bisect_right(starts, statement.spans[0].start) - 1 for statement in statements]
    return tuple(heads[at].dated if at >= 0 else None for at in above)


def _days(article: Article, report: ReportTime) -> Iterator[_Head]:
    """The lines of the body that are nothing but a day, with a time or without; where there are some, that
    right above the body, too."""
    dated = [found.words.span for found in article.dates]
    above: _Head | None = None
    for block in article.blocks:
        start, end = block.span
        if block.kind not in ("heading", "paragraph", "section") or end - start > _LONGEST_DAY:
            continue
        named = _named_day(article.text[start:end].strip(), report)
        if named is None:
            continue
        head = _Head(start=start, dated=named)
        if any(span.start < end and start < span.end for span in dated):
            above = head
        else:
            yield from (head,) if above is None else (above, head)
            above = None


def _named_day(line: str, report: ReportTime) -> Dated | None:
    """The day a line is nothing but the name of: without a year the one next to the day of the report."""
    dates = find_dates(line)
    if len(dates) != 1 or dates[0].day is None:
        return None
    written = dates[0]
    rest = line[: written.span.start] + "|" + line[written.span.end :]
    if _LETTER.search(WEEKDAY_NAME.sub("|", TIME.sub("|", rest))):
        return None
    day = written.full
    if day is None and report.today and report.today.is_day:
        day = last_time(written.month, dates[0].day, report.today.last + _WEEK)
    if day is None:
        return None
    weekday = weekday_beside(line)
    if weekday not in (None, day.weekday()):
        return Dated(doubted(day.isoformat()), f"{quoted(line)}{AND}{because('other_weekday')}")
    return Dated(day.isoformat(), f"{quoted(line)}{AND}{because('names_day')}")


def _times(article: Article, report: ReportTime, until: int) -> Iterator[_Head]:
    """The times before an offset. On a page that goes on over midnight, or has no one day, they tell none."""
    today, stamps = report.today, [stamp for stamp in _stamps(article) if stamp.span.start < until]
    days = {(d.year, d.month, d.day) for d in article.dates if d.of == "page"}
    if not today or not today.is_day or len(stamps) < _FEWEST or len(days) > 1 or not _one_day(stamps):
        return
    day = seen_from(report.whose, today.last)
    for stamp in stamps:
        yield _Head(start=stamp.span.start, dated=Dated(today.text, f"{quoted(stamp.text)}{AND}{day}"))


def _stamps(article: Article) -> Iterator[Mention]:
    """The times that stand alone, or at the head of a paragraph, but for those of the header's dates."""
    dated = [found.words.span for found in article.dates]
    for block in article.blocks:
        time = _time(article.text, block)
        if time and not any(span.start < time.end() and time.start() < span.end for span in dated):
            yield Mention(time[0].strip(), Span(*time.span()))


def _time(text: str, block: Block) -> re.Match[str] | None:
    if block.kind == "section":
        return TIME.search(text, *block.span)
    return TIME.match(text, *block.span) if block.kind in ("paragraph", "heading") else None


def _one_day(stamps: Sequence[Mention]) -> bool:
    """Whether the times only rise, or only fall, and never by so much that midnight may lie between."""
    minutes = [_minutes(stamp.text) for stamp in stamps]
    steps = [b - a for a, b in pairwise(minutes)]
    return all(0 <= step <= _HALF_A_DAY for step in steps) or all(-_HALF_A_DAY <= step <= 0 for step in steps)


def _minutes(time: str) -> int:
    hour = _HOUR.match(time)
    hours, minutes = (int(hour[1]), int(hour[2] or 0)) if hour else (0, 0)
    if _AFTERNOON.search(time) and hours < 12:
        hours += 12
    elif _MORNING.search(time) and hours == 12:
        hours = 0
    return hours * 60 + minutes
