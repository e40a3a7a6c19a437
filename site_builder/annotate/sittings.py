"""The day of a transcript: what is written down as it is spoken was said on the day that heads it."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.annotate.days_meant import last_time
from site_builder.annotate.interview_days import FEWEST_TURNS, is_turn
from site_builder.annotate.report_time import ReportTime
from site_builder.annotate.timewords import any_of
from site_builder.datewords import find_dates
from site_builder.edtf import doubted
from site_builder.model import Article, Dated, Statement
from site_builder.reasons import AND, because, quoted, seen_from

HEADS = ("title", "standfirst", "section", "source")
"""Kinds of blocks above a transcript that tell what it is of."""


def date_sitting(
    article: Article, report: ReportTime, statements: Sequence[Statement]
) -> tuple[Dated | None, ...]:
    """Of each turn of a hearing, a briefing or the like the day that its header gives."""
    turns = [is_turn(article.text, statement) for statement in statements]
    day = _day(article, report) if sum(turns) >= FEWEST_TURNS else None
    return tuple(day if turn else None for turn in turns)


def _day(article: Article, report: ReportTime) -> Dated | None:
    """The day a line above names beside what it is a transcript of; else the only one of the page, which is in
    doubt where it is told to be that of publication."""
    told = any_of(report.language.time.sittings)
    lines = [block.span for block in article.blocks if block.kind in HEADS]
    heads = [span for span in lines if told.search(article.text, *span)]
    if not heads or report.today is None or not report.today.is_day:
        return None
    for span in heads:
        dates = find_dates(article.text, *span)
        if len(dates) == 1 and dates[0].day:
            day = dates[0].full or last_time(dates[0].month, dates[0].day, report.today.last)
            words = quoted(article.text[slice(*dates[0].span)])
            return Dated(day.isoformat(), f"{words}{AND}{because('names_day')}") if day else None
    named = [date for date in article.dates if date.of != "original"]
    if len({(date.month, date.day) for date in named}) != 1:
        return None
    words = named[0].words.text
    plain = not any_of(report.language.time.published).search(words)
    edtf = report.today.text if plain else doubted(report.today.text)
    return Dated(edtf, f"{quoted(words)}{AND}{seen_from(report.whose, report.today.last)}")
