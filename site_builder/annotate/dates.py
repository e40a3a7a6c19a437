"""When each statement was made, with the reason in words.

Dates inside the words said are those of events; the day of speaking stands outside them, near the
cue. What the text leaves open stays open: an EDTF interval, or None.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from site_builder.annotate.english import ENGLISH
from site_builder.annotate.published import date_article, day_of_report
from site_builder.annotate.sentences import sentences
from site_builder.annotate.timewords import Day, TimeWords, find_time_words
from site_builder.datewords import WEEKDAYS
from site_builder.edtf import Edtf, format_interval, parse_edtf
from site_builder.model import Article, Dated, Span, Statement

__all__ = ["date_article", "date_statements"]

_BRIEFING_DAYS = timedelta(days=7)
"""A report tells of briefings of the week before it; older dates are background."""
_REACH = 100
"""Statements, or sentences, looked at on either side."""
_NEAR = 80
"""Characters between a cue and the words that date it, at most."""

_LONGEST_DESCRIPTION = 2000

_OTHER_CLAUSE = re.compile(r"\b(?:who|which|whose|where|when|after|before|while|since)\b|[;:]", re.IGNORECASE)
_SOMETIME_BEFORE = re.compile(
    r"\b(?:earlier|previously|formerly|once|long|repeatedly|in the past)\b", re.IGNORECASE
)
_ANSWERS = re.compile(
    r"\b(?:reject|den[iy]|respond|repl[iy]|refut|rebut|dismiss|answer|counter|condemn|react|disput)\w{0,4}\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|on|of)\b", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_][\w’'-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """An article as its dates are read. `blocks` and `sentences` are those with statements, in order."""

    text: str
    blocks: tuple[Span, ...]
    sentences: tuple[Span, ...]
    said: tuple[Span, ...]
    """The words of all statements, in order."""
    times: tuple[TimeWords, ...]
    """The expressions of time of the blocks, in order."""
    today: Edtf | None
    whose: str
    """What tells the day of the report: "the dateline’s"."""
    bodies: Mapping[str, frozenset[str]]
    """The bodies a person is said to speak for, by canonical name."""

    def says(self, day: date) -> str:
        return f"{self.whose} {WEEKDAYS[day.weekday()]} {day.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """What a statement's own sentence says of its day: None for no more than "earlier"."""

    dated: Dated | None


def date_statements(
    article: Article, published: Dated | None, original: Dated | None, statements: Sequence[Statement]
) -> tuple[Dated | None, ...]:
    """When each statement was made, in their order; None where the article leaves it open."""
    report = _report(article, published, original, statements)
    own: list[_Own | None] = []
    for statement in statements:
        briefing = next((o.dated for o in reversed(own) if o and o.dated and _is_recent(report, o.dated)), None)
        own.append(_own_date(report, statement, briefing))
    return tuple(
        found.dated if found else _shared_date(report, i, statements, own) for i, found in enumerate(own)
    )


def _report(
    article: Article, published: Dated | None, original: Dated | None, statements: Sequence[Statement]
) -> _Report:
    blocks = [block.span for block in article.blocks]
    places = (place for statement in statements for place in _places(statement))
    used = dict.fromkeys(span for place in sorted(places) if (span := _around(blocks, place)))
    times = {block: find_time_words(article.text, *block) for block in used}
    today, whose = day_of_report(article, published, original)
    return _Report(
        text=article.text,
        blocks=tuple(used),
        sentences=tuple(s for block in used for s in _sentences(article.text, block, bool(times[block]))),
        times=tuple(words for block in used for words in times[block]),
        said=tuple(sorted(span for statement in statements for span in statement.spans)),
        today=today,
        whose=whose,
        bodies=_bodies(statements),
    )


def _sentences(text: str, block: Span, timed: bool) -> tuple[Span, ...]:
    """The block's sentences; the block as one where nothing in it says when."""
    return sentences(text, block) if timed or _SOMETIME_BEFORE.search(text, *block) else (block,)


def _times_in(report: _Report, span: Span) -> tuple[TimeWords, ...]:
    first = bisect_left(report.times, span.start, key=lambda words: words.span.start)
    last = bisect_left(report.times, span.end, key=lambda words: words.span.start)
    return report.times[first:last]


def _bodies(statements: Sequence[Statement]) -> dict[str, frozenset[str]]:
    """Speakers by the other speakers that stand in their descriptions: "the ministry’s spokesman"."""
    names = dict.fromkeys(statement.canonical for statement in statements if statement.canonical)
    described: dict[str, str] = {}
    for statement in statements:
        if statement.canonical and statement.speaker:
            words = f"{statement.speaker.text} {statement.role or ''} ".casefold()
            described[statement.canonical] = (
                described.get(statement.canonical, "")[:_LONGEST_DESCRIPTION] + words
            )
    known = list(names)[:_REACH]
    return {
        name: frozenset(body for body in known if body != name and body.casefold() in words)
        for name, words in described.items()
    }


def _places(statement: Statement) -> list[int]:
    """Where its cues and its words begin, cues first."""
    return [*(cue.span.start for cue in statement.cues), *(span.start for span in statement.spans)]


def _around(spans: Sequence[Span], place: int) -> Span | None:
    """The span that holds an offset; the spans are in order."""
    at = bisect_right(spans, place, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and place < spans[at].end else None


def _own_date(report: _Report, statement: Statement, briefing: Dated | None) -> _Own | None:
    """The day its sentence gives outside the words said; None when it gives none."""
    sentence = _around(report.sentences, _places(statement)[0])
    if sentence is None:
        return None
    outside = [
        words
        for words in _times_in(report, sentence)
        if not _is_said(report, words.span) or _ends_object(report, statement, words)
    ]
    reached = [
        (distance, words)
        for words in outside
        if (distance := _distance(report, statement, sentence, words)) is not None
    ]
    for _, words in sorted(reached, key=lambda item: (item[0], item[1].span.start)):
        dated = _read(report, words, briefing)
        if dated:
            return _Own(dated=dated)
    vague = (Span(*match.span()) for match in _SOMETIME_BEFORE.finditer(report.text, *sentence))
    return _Own(dated=None) if any(not _is_said(report, span) for span in vague) else None


def _ends_object(report: _Report, statement: Statement, words: TimeWords) -> bool:
    """Whether they close a bare object, so that they date its verb: "reported [about the talks on Friday]"."""
    about = statement.spans[0]
    opens = any(_ABOUT.search(cue.text) for cue in statement.cues) or _ABOUT.match(report.text, about.start)
    return bool(opens) and words.names_day and 0 <= about.end - words.span.end <= 1


def _has_said(report: _Report, start: int, end: int) -> bool:
    """Whether words said stand between two offsets."""
    last = bisect_right(report.said, end - 1, key=lambda span: span.start) - 1
    return last >= 0 and start < min(end, report.said[last].end)


def _is_said(report: _Report, span: Span) -> bool:
    around = _around(report.said, span.start)
    return around is not None and around.end > span.start


def _distance(report: _Report, statement: Statement, sentence: Span, words: TimeWords) -> int | None:
    """Characters between the words and the nearest cue; None when they do not date it."""
    if _ends_object(report, statement, words):
        return 0
    if _in_aside(report.text, sentence, words.span):
        return None
    opens = words.span.start - sentence.start <= 3
    gaps = (_gap(statement, cue.span, words.span) for cue in statement.cues)
    return min((end - start for start, end in gaps if _dates_across(report, start, end, opens)), default=None)


def _gap(statement: Statement, cue: Span, words: Span) -> Span:
    """What lies between a cue and words of time, less the words said right before these."""
    if words.start < cue.end:
        return Span(min(words.end, cue.start), cue.start)
    # "reported [about the talks] on Friday"
    behind = (s.end for s in statement.spans if cue.end <= s.end and words.start - 3 <= s.end <= words.start)
    return Span(max(behind, default=cue.end), words.start)


def _dates_across(report: _Report, start: int, end: int, opens: bool) -> bool:
    """Whether words of time reach their cue across a gap; those that open the sentence reach farther."""
    if _has_said(report, start, end):
        return False
    return opens or (end - start <= _NEAR and not _OTHER_CLAUSE.search(report.text, start, end))


def _in_aside(text: str, sentence: Span, words: Span) -> bool:
    """Whether the words stand in a clause of their own: "Petrov, who was elected on Friday, said"."""
    start = max(text.rfind(",", sentence.start, words.start) + 1, sentence.start)
    return bool(_OTHER_CLAUSE.match(text[start : words.start].lstrip()))


def _read(report: _Report, words: TimeWords, briefing: Dated | None) -> Dated | None:
    """The date the words stand for, as far as the day they are seen from is known."""
    source = report.text[words.span.start : words.span.end]
    if words.counts_from == "nothing":
        day = words.day(date.max)
        return Dated(day.edtf, f'"{source}" · {day.rule}') if day else None
    base, whose = report.today, report.says
    if words.counts_from == "briefing" and briefing:
        base, whose = (
            parse_edtf(briefing.edtf),
            lambda day: f"the briefing’s {WEEKDAYS[day.weekday()]} {day.isoformat()}",
        )
    if base is None:
        return None
    first, last = words.day(base.first), words.day(base.last)
    if first is None or last is None:
        return None
    if base.is_day:
        doubt = (
            "?"
            if base.text.endswith("?") and not last.edtf.endswith(("~", "?")) and "/" not in last.edtf
            else ""
        )
        return Dated(last.edtf + doubt, f'"{source}" · {last.rule.format(report=whose(base.last))}')
    return _open(source, first, last)


def _open(source: str, first: Day, last: Day) -> Dated:
    """A date seen from a report of which only the day and month are known."""
    edtf = format_interval(parse_edtf(first.edtf).first, parse_edtf(last.edtf).last)
    return Dated(edtf, f'"{source}" · the date of the report is open')


def _shared_date(
    report: _Report, i: int, statements: Sequence[Statement], own: Sequence[_Own | None]
) -> Dated | None:
    """The date of a statement that gives none: the one it shares with others of its speaker."""
    told = _told_before(report, statements[i])
    if told:
        return told
    before, after = range(i - 1, max(-1, i - _REACH), -1), range(i + 1, min(len(own), i + _REACH))
    for j in (*before, *after):
        found = own[j]
        if found and found.dated and _same_voice(report, statements[i], statements[j]):
            near = _around(report.blocks, _places(statements[j])[0]) == _around(
                report.blocks, _places(statements[i])[0]
            )
            if near or _is_recent(report, found.dated):
                return Dated(
                    found.dated.edtf, f"no day of its own · with the same speaker’s {found.dated.reason}"
                )
    return _answer(report, i, statements, own)


def _told_before(report: _Report, statement: Statement) -> Dated | None:
    """The day a sentence before it, in the same paragraph, gives for what its speaker did."""
    place = _places(statement)[0]
    block, sentence = _around(report.blocks, place), _around(report.sentences, place)
    name = _known_as(statement)
    if not block or not sentence or not name:
        return None
    first = bisect_right(report.sentences, block.start - 1, key=lambda span: span.start)
    last = bisect_right(report.sentences, sentence.start - 1, key=lambda span: span.start)
    for before in reversed(report.sentences[max(first, last - _REACH // 10) : last]):
        if name not in report.text[before.start : before.end]:
            continue
        for words in _times_in(report, before):
            dated = (
                _read(report, words, None) if words.names_day and words.span.start - before.start <= 3 else None
            )
            if dated:
                return Dated(dated.edtf, f"in the sentences before, of the same speaker: {dated.reason}")
    return None


def _known_as(statement: Statement) -> str | None:
    """The word a person is named by on second mention; a body's whole name."""
    name = statement.canonical or (statement.speaker.text if statement.speaker else "")
    words = _NAME_WORD.findall(name)
    if not words or not words[-1][0].isupper():
        return None
    return name if words[-1].lower() in ENGLISH.body_nouns else words[-1]


def _is_recent(report: _Report, dated: Dated) -> bool:
    """Whether a date is that of a briefing the report is about."""
    if report.today is None:
        return True
    found = parse_edtf(dated.edtf)
    return report.today.last - found.last <= _BRIEFING_DAYS


def _same_voice(report: _Report, a: Statement, b: Statement) -> bool:
    """One speaker, or a body and who speaks for it."""
    if not a.speaker or not b.speaker:
        return False
    one, other = a.canonical or a.speaker.text.casefold(), b.canonical or b.speaker.text.casefold()
    return one == other or other in report.bodies.get(one, ()) or one in report.bodies.get(other, ())


def _answer(
    report: _Report, i: int, statements: Sequence[Statement], own: Sequence[_Own | None]
) -> Dated | None:
    """An answer with no day of its own was given between what it answers and the report."""
    if not report.today or not report.today.is_day:
        return None
    if not any(_ANSWERS.search(cue.text) for cue in statements[i].cues):
        return None
    for j in range(i - 1, max(-1, i - _REACH), -1):
        found = own[j]
        if found and found.dated and _is_recent(report, found.dated):
            start = parse_edtf(found.dated.edtf).first
            interval = format_interval(start, max(start, report.today.last))
            return Dated(
                interval, f"an answer, after {found.dated.reason} and up to {report.says(report.today.last)}"
            )
    return None
