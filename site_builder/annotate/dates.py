"""When each statement was made, with the reason in words.

Dates inside the words said are those of events; the day of speaking stands outside them, near the
cue. What the text leaves open stays open: an EDTF interval, or None.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_builder.annotate.aside_dates import NEAR, STOPS, is_apart
from site_builder.annotate.interview_days import date_interview
from site_builder.annotate.live_pages import date_entries
from site_builder.annotate.occasions import (
    is_made_public,
    is_occasion,
    is_of_deed,
    is_of_object,
    is_to_be_public,
)
from site_builder.annotate.one_day import one_day
from site_builder.annotate.published import date_article
from site_builder.annotate.report_time import (
    ReportTime,
    around,
    is_of_briefing,
    place_of,
    read_report_time,
    read_time,
    read_vague,
    times_in,
    vague_in,
)
from site_builder.annotate.shared_dates import share_dates
from site_builder.annotate.sittings import date_sitting
from site_builder.annotate.tables import language_of
from site_builder.annotate.timewords import TimeWords, any_of, words_before
from site_builder.annotate.told_behind import date_behind
from site_builder.edtf import doubted, format_until, parse_edtf
from site_builder.model import Article, Dated, Span, Statement
from site_builder.reasons import because

__all__ = ["date_article", "date_statements"]

_TIMES_BESIDE = 20
"""Expressions of time before "the next day" among which its day is looked for."""

_BESIDE = 30
"""Characters between a cue and words that say no more than "earlier", at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """What a statement's own sentence says of its day. `bound`: no more than the last it may be; another
    statement does not share that."""

    dated: Dated | None
    bound: bool = False


def date_statements(
    article: Article, published: Dated | None, original: Dated | None, statements: Sequence[Statement]
) -> tuple[Dated | None, ...]:
    """When each statement was made, in their order; None where the article leaves it open."""
    language = language_of(article.lang)
    if language is None:
        return (None,) * len(statements)
    report = read_report_time(article, published, original, statements, language)
    sitting = date_sitting(article, report, statements)
    entries = [
        entry or day for entry, day in zip(date_entries(article, report, statements), sitting, strict=True)
    ]
    behind = date_behind(article, report, statements)
    own = [
        mine or (_Own(dated=told) if told else None)
        for mine, told in zip(_own_dates(report, statements, entries), behind, strict=True)
    ]
    days = [found.dated if found and not found.bound else None for found in own]
    bounds = [found is not None and found.bound for found in own]
    met = date_interview(article, report, statements)
    others = share_dates(report, statements, days, bounds, entries)
    shared = [interview or other for interview, other in zip(met, others, strict=True)]
    dated = [mine.dated if mine else ours for mine, ours in zip(own, shared, strict=True)]
    headings = [block.span.start for block in article.blocks if block.kind == "heading"]
    only = one_day(report, statements, days, dated, headings, article.outlet)
    return tuple(when or (None if mine else day) for when, mine, day in zip(dated, own, only, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """The days of statements before one: of the last briefing, with who spoke there and whether there were
    others of other days; and the last of all, with its place."""

    briefing: Dated | None = None
    speaker: str | None = None
    several: bool = False
    last: Dated | None = None
    place: int = 0


def _own_dates(
    report: ReportTime, statements: Sequence[Statement], entries: Sequence[Dated | None]
) -> Iterator[_Own | None]:
    before = _Before()
    for statement, entry in zip(statements, entries, strict=True):
        found = _own_date(_seen_from(report, entry), statement, before, entry)
        if found is None and _is_new(report, statement):
            found = _Own(dated=entry, bound=entry is None)
        dated = found.dated if found and not found.bound else None
        if dated:
            before = replace(before, last=dated, place=place_of(statement))
            if is_of_briefing(report, dated):
                other = before.briefing is not None and before.briefing.edtf != dated.edtf
                before = replace(
                    before,
                    briefing=dated,
                    speaker=statement.canonical,
                    several=before.several or other,
                )
        yield found


def _seen_from(report: ReportTime, entry: Dated | None) -> ReportTime:
    """The report, with the day a statement stands under as its day."""
    day = parse_edtf(entry.edtf) if entry else None
    if day is None or not day.is_day or (report.today and report.today.last == day.last):
        return report
    return replace(report, today=day, whose="told_day", updated=None)


def _is_new(report: ReportTime, statement: Statement) -> bool:
    """Whether it is told to be newer than what is told around it: `Lee now says`."""
    now, text = report.language.time.now, report.text
    return any(
        not now.isdisjoint((*cue.text.lower().split(), *words_before(text, 0, cue.span.start)[-1:]))
        for cue in statement.cues
    )


def _own_date(report: ReportTime, statement: Statement, before: _Before, entry: Dated | None) -> _Own | None:
    """The day its sentence gives outside the words said; None when it gives none."""
    sentence = around(report.sentences, place_of(statement))
    if sentence is None:
        return None
    if any(cue.text.lower().split()[0] in report.language.time.still_to_speak for cue in statement.cues):
        return _Own(dated=None, bound=True)
    reached = [
        (distance, words.span.start, words)
        for words in times_in(report, sentence)
        if (distance := _distance(report, statement, sentence, words)) is not None
    ]
    for distance, _, words in sorted(reached, key=lambda item: item[:2]):
        if words.counts_from == "told":
            dated = _counted(report, words, before)
            return _Own(dated=dated, bound=dated is None)
        dated = read_time(report, words, before.briefing)
        if dated and statement.rule == "nominal" and distance > 1:
            return _Own(dated=_up_to(dated, "made_before"), bound=True)
        if dated and not is_to_be_public(report, sentence, words.span):
            return _Own(dated=_qualified(report, statement, sentence, words, dated))
    # Where others spoke on other days, "earlier" is not told of any of those.
    same = before.speaker is not None and before.speaker == statement.canonical
    main = before.speaker is not None and not before.several and entry is None
    return _bound(report, statement, sentence, before.briefing if same or main else None)


def _counted(report: ReportTime, words: TimeWords, before: _Before) -> Dated | None:
    """The day words such as "the next day" stand for: seen from the last one told in their paragraph; from
    that of a statement before, in doubt."""
    block = around(report.blocks, words.span.start) or words.span
    beside = [
        told
        for told in times_in(report, Span(max(block.start, before.place), words.span.start))[-_TIMES_BESIDE:]
        if told.names_day and not around(report.said, told.span.start)
    ]
    near = read_time(report, beside[-1]) if beside else None
    if near is None and before.place >= block.start:
        near = before.last
    dated = read_time(report, words, told=near or before.last)
    if dated is None or (report.today and parse_edtf(dated.edtf).first > report.today.last):
        return None
    return dated if near else Dated(doubted(dated.edtf), dated.reason)


def _qualified(
    report: ReportTime, statement: Statement, sentence: Span, words: TimeWords, dated: Dated
) -> Dated:
    """The day as far as it is that of speaking."""
    if is_made_public(report, sentence, words.span):
        return _up_to(dated, "made_public")
    if _ends_object(report, statement, words) or is_of_object(report, statement, words.span):
        return Dated(doubted(dated.edtf), because("or_spoken_of", rest=dated.reason))
    if is_of_deed(report, statement, sentence, words.span):
        return Dated(doubted(dated.edtf), because("also_did", rest=dated.reason))
    return dated


def _bound(report: ReportTime, statement: Statement, sentence: Span, briefing: Dated | None) -> _Own | None:
    """The last day it can be from, by words that say no more than "earlier", or by the tense of its verb."""
    time = report.language.time
    for words in vague_in(report, sentence):
        if _is_earlier(report, statement, sentence, words):
            of_briefing = report.text[slice(*words)].lower() in time.earlier
            return _Own(dated=read_vague(report, words, briefing if of_briefing else None), bound=True)
    for cue in statement.cues:
        if cue.text.lower().split()[0] in time.before_the_past:
            return _Own(dated=read_vague(report, cue.span, briefing), bound=True)
    return None


def _up_to(dated: Dated, how: str) -> Dated:
    """The day on which something said is spoken of, or made public, as the last on which it was said."""
    return Dated(format_until(parse_edtf(dated.edtf).last), because(how, rest=dated.reason))


def _is_earlier(report: ReportTime, statement: Statement, sentence: Span, words: Span) -> bool:
    """Whether words that say no more than "earlier" stand beside a cue, or open the sentence."""
    if around(report.said, words.start) or is_apart(report, statement, sentence, words):
        return False
    gaps = [_gap(report, statement, cue.span, words) for cue in statement.cues]
    if report.text[slice(*words)].lower() in report.language.time.sometime_beside:
        return any(end - start <= 1 for start, end in gaps)
    opens = words.start - sentence.start <= 3
    return any(
        (opens or end - start <= _BESIDE) and _dates_across(report, start, end, opens) for start, end in gaps
    )


def _distance(report: ReportTime, statement: Statement, sentence: Span, words: TimeWords) -> int | None:
    """Characters between the words and the nearest cue; None when they do not date it."""
    if _ends_object(report, statement, words):
        return NEAR + 1
    if around(report.said, words.span.start) or is_apart(report, statement, sentence, words.span):
        return None
    opens = words.span.start - sentence.start <= 3
    gaps = (_gap(report, statement, cue.span, words.span) for cue in statement.cues)
    return min((end - start for start, end in gaps if _dates_across(report, start, end, opens)), default=None)


def _ends_object(report: ReportTime, statement: Statement, words: TimeWords) -> bool:
    """Whether they close a bare object, so that they date its verb: "reported [about the talks on Friday]"."""
    said, about = statement.spans[0], any_of(report.language.time.about)
    opens = any(about.search(cue.text) for cue in statement.cues) or about.match(report.text, said.start)
    closes = said.start < words.span.start and 0 <= said.end - words.span.end <= 1
    return bool(opens) and words.names_day and closes


def _gap(report: ReportTime, statement: Statement, cue: Span, words: Span) -> Span:
    """What lies between a cue and words of time, less the words said right before these."""
    if words.start < cue.end:
        return Span(min(words.end, cue.start), cue.start)
    # "reported [about the talks] on Friday", "denied [the report] in a statement on Friday"
    ends = [s.end for s in statement.spans if cue.end <= s.end <= words.start]
    behind = (end for end in ends if words.start - end <= 3 or is_occasion(report, Span(end, words.start)))
    return Span(max(behind, default=cue.end), words.start)


def _dates_across(report: ReportTime, start: int, end: int, opens: bool) -> bool:
    """Whether words of time reach their cue across a gap; those that open the sentence reach farther."""
    last = bisect_right(report.said, end - 1, key=lambda span: span.start) - 1
    if last >= 0 and start < min(end, report.said[last].end):
        return False
    if opens or end - start > NEAR:
        return opens
    clauses = any_of(report.language.time.clauses)
    return not (clauses.search(report.text, start, end) or STOPS.search(report.text, start, end))
