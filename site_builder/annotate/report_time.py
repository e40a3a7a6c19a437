"""An article as its dates are read: what is said where, which words tell time, and which day is today."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from site_builder.annotate.hints import find_phrases
from site_builder.annotate.language import Language
from site_builder.annotate.published import day_of_report, day_of_update
from site_builder.annotate.sentences import sentences
from site_builder.annotate.time_tables import TimeTables
from site_builder.annotate.timewords import TimeWords, find_time_words
from site_builder.edtf import Edtf, doubted, format_interval, format_until, parse_edtf
from site_builder.model import Article, Dated, Span, Statement
from site_builder.reasons import AND, because, quoted, seen_from

_BRIEFING_DAYS = timedelta(days=7)
"""A report tells of briefings of the week before it; older dates are background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTime:
    """`blocks` and `sentences` are those with statements, `headlines` the title and what stands below it; like
    all spans here, they are in order.

    `said` are the words of all statements, `times` the expressions of time of the blocks, `vague` those that
    say no more than "earlier". `today` is the day of the report, and `whose` what tells it, by its key in
    `reasons`; `updated` is a later day of the same week on which the page was written anew.
    """

    text: str
    language: Language
    blocks: tuple[Span, ...]
    sentences: tuple[Span, ...]
    headlines: tuple[Span, ...]
    said: tuple[Span, ...]
    times: tuple[TimeWords, ...]
    vague: tuple[Span, ...]
    today: Edtf | None
    whose: str
    updated: date | None


def read_report_time(
    article: Article,
    published: Dated | None,
    original: Dated | None,
    statements: Sequence[Statement],
    language: Language,
) -> ReportTime:
    blocks = [block.span for block in article.blocks]
    starts = sorted(place for statement in statements for place in places(statement))
    used = dict.fromkeys(span for start in starts if (span := around(blocks, start)))
    text = article.text
    times = {block: find_time_words(text, *block, language) for block in used}
    sometime = _sometime(language.time)
    vague = {block: tuple(find_phrases(text, block, sometime)) for block in used}
    today, whose = day_of_report(article, published, original)
    return ReportTime(
        text=text,
        language=language,
        blocks=tuple(used),
        # A block in which nothing says when need not be divided.
        sentences=tuple(
            sentence
            for block in used
            for sentence in (sentences(text, block, language) if times[block] or vague[block] else (block,))
        ),
        headlines=tuple(block.span for block in article.blocks if block.kind in ("title", "standfirst")),
        times=tuple(words for block in used for words in times[block]),
        vague=tuple(span for block in used for span in vague[block]),
        said=tuple(sorted(span for statement in statements for span in statement.spans)),
        today=today,
        whose=whose,
        updated=day_of_update(article, today),
    )


@lru_cache(maxsize=8)
def _sometime(tables: TimeTables) -> frozenset[str]:
    return tables.earlier | tables.sometime | tables.sometime_beside


def is_of_briefing(report: ReportTime, dated: Dated) -> bool:
    """Whether a date is that of a briefing the report is about; of a report of no day, whether it is a day."""
    when = parse_edtf(dated.edtf)
    return report.today.last - when.last <= _BRIEFING_DAYS if report.today else when.is_day


def places(statement: Statement) -> list[int]:
    """Where its cues and its words begin, cues first."""
    return [*(cue.span.start for cue in statement.cues), *(span.start for span in statement.spans)]


def place_of(statement: Statement) -> int:
    """Where its first cue begins, without one its words."""
    return statement.cues[0].span.start if statement.cues else statement.spans[0].start


def around(spans: Sequence[Span], place: int) -> Span | None:
    """The span that holds an offset."""
    at = bisect_left(spans, (place + 1,)) - 1
    return spans[at] if at >= 0 and place < spans[at].end else None


def within(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """The spans that begin between two offsets."""
    return spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]


def times_in(report: ReportTime, span: Span) -> tuple[TimeWords, ...]:
    first = bisect_left(report.times, span.start, key=lambda words: words.span.start)
    last = bisect_left(report.times, span.end, key=lambda words: words.span.start)
    return report.times[first:last]


def vague_in(report: ReportTime, span: Span) -> Sequence[Span]:
    return within(report.vague, span.start, span.end)


def read_time(
    report: ReportTime, words: TimeWords, briefing: Dated | None = None, told: Dated | None = None
) -> Dated | None:
    """The date words of time stand for, as far as the day they are seen from is known.

    `briefing`: the day of the last briefing told of; `told`: the last day told at all.
    """
    source = report.text[words.span.start : words.span.end]
    if words.counts_from == "nothing":
        day = words.day(date.max)
        return Dated(day.edtf, f"{quoted(source)}{AND}{day.because('')}") if day else None
    base, whose = report.today, report.whose
    if since := _since_report(report, words):
        return since
    if words.counts_from == "briefing" and briefing:
        base, whose = parse_edtf(briefing.edtf), "briefing"
    if words.counts_from == "told":
        base, whose = parse_edtf(told.edtf) if told else None, "told_day"
    first, last = (words.day(base.first), words.day(base.last)) if base else (None, None)
    if base is None or first is None or last is None:
        return None
    if not base.is_day:
        edtf = format_interval(parse_edtf(first.edtf).first, parse_edtf(last.edtf).last)
        return Dated(edtf, f"{quoted(source)}{AND}{because('report_open')}")
    rule = last.because(seen_from(whose, base.last))
    # A day counted from a doubtful day is as doubtful.
    edtf = doubted(last.edtf) if base.text.endswith("?") else last.edtf
    return Dated(edtf, f"{quoted(source)}{AND}{rule}")


def _since_report(report: ReportTime, words: TimeWords) -> Dated | None:
    """A named day that is one between the day of the report and that of its update, if not one before both: in
    doubt."""
    if not (report.today and report.updated and words.names_day and words.counts_from == "report"):
        return None
    day = words.day(report.updated)
    if day is None or parse_edtf(day.edtf).last <= report.today.last:
        return None
    source = report.text[slice(*words.span)]
    return Dated(doubted(day.edtf), f"{quoted(source)}{AND}{day.because(seen_from('update', report.updated))}")


def read_vague(report: ReportTime, words: Span, briefing: Dated | None = None) -> Dated | None:
    """The day of the briefing told of, or of the report, or before, as words such as "earlier" say; None
    where it is unknown."""
    base, whose = report.today, report.whose
    if briefing:
        base, whose = parse_edtf(briefing.edtf), "briefing"
    if base is None:
        return None
    rule = because("report_open")
    if base.is_day:
        rule = because("no_later", report=seen_from(whose, base.last))
    return Dated(format_until(base.last), f"{quoted(report.text[slice(*words)])}{AND}{rule}")
