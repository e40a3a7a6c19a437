"""Pages that report as things happen: what stands under a time was said on the day of the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_builder.annotate.report_time import ReportTime
from site_builder.datewords import TIME
from site_builder.model import Article, Block, Dated, Mention, Span, Statement
from site_builder.reasons import AND, quoted, seen_from

_FEWEST = 2
"""Times that make a page one of these."""
_HALF_A_DAY = 12 * 60
_HOUR = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?")
_AFTERNOON, _MORNING = re.compile(r"p\.?m", re.IGNORECASE), re.compile(r"a\.?m", re.IGNORECASE)


def date_entries(
    article: Article, report: ReportTime, statements: Sequence[Statement]
) -> tuple[Dated | None, ...]:
    """Of each statement the day of the page, where it stands under a time; None elsewhere.

    Of a page that goes on over midnight, or has no one day, nothing is said.
    """
    today, stamps = report.today, tuple(_stamps(article))
    days = {(d.year, d.month, d.day) for d in article.dates if d.of == "page"}
    if not today or not today.is_day or len(stamps) < _FEWEST or len(days) > 1 or not _one_day(stamps):
        return (None,) * len(statements)
    day = seen_from(report.whose, today.last)
    starts = [stamp.span.start for stamp in stamps]
    found: list[Dated | None] = []
    for statement in statements:
        above = bisect_right(starts, statement.spans[0].start) - 1
        found.append(Dated(today.text, f"{quoted(stamps[above].text)}{AND}{day}") if above >= 0 else None)
    return tuple(found)


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
