"""The dates of statements whose sentence gives none: they share that of others around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from site_builder.annotate.language import Language
from site_builder.annotate.report_time import ReportTime, around, places, read_time, times_in, within
from site_builder.annotate.timewords import alternatives
from site_builder.edtf import format_interval, parse_edtf
from site_builder.model import Dated, Statement
from site_builder.reasons import AND, because

_BRIEFING_DAYS = timedelta(days=7)
"""A report tells of briefings of the week before it; older dates are background."""
_REACH = 100
"""Statements looked at on either side."""
_NEAREST = 2
"""Paragraphs before an answer in which what it answers stands, at most."""
_SENTENCES_BEFORE = 10
_LONGEST_DESCRIPTION = 2000

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAME_WORD = re.compile(r"[^\W\d_][\w’'-]+")


def share_dates(
    report: ReportTime,
    statements: Sequence[Statement],
    own: Sequence[Dated | None],
    entries: Sequence[Dated | None],
) -> tuple[Dated | None, ...]:
    """For each statement the date it would share, were it to have none of its own.

    `entries`: the day of the page where it stands under a time, which comes before what is told elsewhere.
    """
    bodies = _bodies(statements)
    if not any(own):
        return tuple(
            _told_before(report, statement) or entry
            for statement, entry in zip(statements, entries, strict=True)
        )
    known = list(own)
    """The dates of the statements so far, with what they share."""
    shared: list[Dated | None] = []
    for i, statement in enumerate(statements):
        found = (
            _told_before(report, statement)
            or _of_same_speaker(report, i, statements, own, bodies, beside=entries[i] is not None)
            or entries[i]
            or _answer(report, i, statements, known)
        )
        known[i] = known[i] or found
        shared.append(found)
    return tuple(shared)


def one_day(
    report: ReportTime,
    statements: Sequence[Statement],
    own: Sequence[Dated | None],
    dated: Sequence[Dated | None],
    headings: Sequence[int],
) -> Iterator[Dated | None]:
    """For each statement behind it the one day that a sentence of the report gives, in doubt.

    A report that gives several has none. What stands after an older date, or under another heading, is
    background, up to the next statement of that day; a document that nobody is known for may be of any day.
    `headings`: where they stand.
    """
    found = {day.edtf: day for day in own if day and _DAY.fullmatch(day.edtf) and is_of_briefing(report, day)}
    day = next(iter(found.values())) if len(found) == 1 else None
    shared = Dated(f"{day.edtf}?", _not_given("only_day", day.reason)) if day else None
    told, part = False, 0
    for statement, known in zip(statements, dated, strict=True):
        before = bisect_left(headings, places(statement)[0])
        told, part = told and before == part, before
        if known is not None:
            told = day is not None and parse_edtf(known.edtf).last >= parse_edtf(day.edtf).last
        of_nobody = statement.canonical is None and statement.rule in ("according to", "nominal")
        yield shared if told and known is None and not of_nobody else None


def is_of_briefing(report: ReportTime, dated: Dated) -> bool:
    """Whether a date is that of a briefing the report is about."""
    return report.today is None or report.today.last - parse_edtf(dated.edtf).last <= _BRIEFING_DAYS


def _told_before(report: ReportTime, statement: Statement) -> Dated | None:
    """The day a sentence before it, in the same paragraph, opens with when it tells what its speaker did."""
    place, name = places(statement)[0], _known_as(statement, report.language)
    block, sentence = around(report.blocks, place), around(report.sentences, place)
    if not block or not sentence or not name:
        return None
    for before in reversed(within(report.sentences, block.start, sentence.start)[-_SENTENCES_BEFORE:]):
        if name in report.text[before.start : before.end]:
            for words in times_in(report, before)[:1]:
                opens = words.names_day and words.span.start - before.start <= 3
                dated = read_time(report, words) if opens else None
                if dated:
                    return Dated(dated.edtf, because("before_that", rest=dated.reason))
    return None


def _known_as(statement: Statement, language: Language) -> str | None:
    """The word a person is named by on second mention; a body's whole name."""
    name = statement.canonical or (statement.speaker.text if statement.speaker else "")
    words = _NAME_WORD.findall(name)
    if not words or not words[-1][0].isupper():
        return None
    return name if words[-1].lower() in language.body_nouns else words[-1]


def _of_same_speaker(
    report: ReportTime,
    i: int,
    statements: Sequence[Statement],
    own: Sequence[Dated | None],
    bodies: Mapping[str, frozenset[str]],
    *,
    beside: bool,
) -> Dated | None:
    """The day of the nearest dated statement of its speaker, before it or else after it.

    With `beside` it stands in the same paragraph. Who declines to comment does so on a day, not in a week
    that somebody tells of.
    """
    silent = _is_silent(report, statements[i])
    block = around(report.blocks, places(statements[i])[0])
    before, after = range(i - 1, max(-1, i - _REACH), -1), range(i + 1, min(len(own), i + _REACH))
    for j in (*before, *after):
        found = own[j]
        if found and _same_voice(statements[i], statements[j], bodies):
            near = around(report.blocks, places(statements[j])[0]) == block
            if silent and not (near and _DAY.fullmatch(found.edtf)):
                return None
            if near or (not beside and is_of_briefing(report, found)):
                return Dated(found.edtf, _not_given("taken", found.reason))
    return None


def _is_silent(report: ReportTime, statement: Statement) -> bool:
    """Whether the statement is that its speaker says nothing."""
    said = report.text[slice(*statement.spans[0])]
    return any(f"{cue.text} {said}".lower().endswith(report.language.time.silence) for cue in statement.cues)


def _same_voice(a: Statement, b: Statement, bodies: Mapping[str, frozenset[str]]) -> bool:
    """One speaker, or a body and who speaks for it."""
    if not a.speaker or not b.speaker:
        return False
    one, other = a.canonical or a.speaker.text.casefold(), b.canonical or b.speaker.text.casefold()
    return one == other or other in bodies.get(one, ()) or one in bodies.get(other, ())


def _bodies(statements: Sequence[Statement]) -> dict[str, frozenset[str]]:
    """By canonical name, the other speakers that stand in its descriptions: "the ministry’s spokesman"."""
    described: dict[str, str] = {}
    for statement in statements:
        if statement.canonical and statement.speaker:
            words = f"{statement.speaker.text} {statement.role or ''} ".casefold()
            so_far = described.get(statement.canonical, "")
            described[statement.canonical] = so_far[:_LONGEST_DESCRIPTION] + words
    known = list(described)[:_REACH]
    return {
        name: frozenset(body for body in known if body != name and body.casefold() in words)
        for name, words in described.items()
    }


@lru_cache(maxsize=8)
def _verbs_of(beginnings: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(beginnings)})\w{{0,4}}\b", re.IGNORECASE)


def _answer(
    report: ReportTime, i: int, statements: Sequence[Statement], known: Sequence[Dated | None]
) -> Dated | None:
    """An answer was given between what another speaker said before it and the report."""
    answers, cues = _verbs_of(report.language.time.answers), statements[i].cues
    if not report.today or not report.today.is_day or not any(answers.search(cue.text) for cue in cues):
        return None
    here = _paragraph(report, statements[i])
    for j in range(i - 1, max(-1, i - _REACH), -1):
        found = known[j]
        if here - _paragraph(report, statements[j]) > _NEAREST:
            break
        if found and is_of_briefing(report, found) and not _same_voice(statements[i], statements[j], {}):
            return _between(found, report.today.last)
    return None


def _paragraph(report: ReportTime, statement: Statement) -> int:
    return bisect_left(report.blocks, (places(statement)[0] + 1,))


def _between(answered: Dated, today: date) -> Dated:
    """From the day of what is answered to that of the report, which may be one."""
    start, reason = parse_edtf(answered.edtf).first, answered.reason.removeprefix(_not_given("taken", ""))
    if start >= today:
        return Dated(start.isoformat(), _not_given("answers_day", reason))
    return Dated(format_interval(start, today), _not_given("answer", reason))


def _not_given(how: str, reason: str) -> str:
    return f"{because('not_given')}{AND}{because(how, rest=reason)}"
