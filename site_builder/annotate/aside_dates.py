"""Words of time that tell when something else was: in a clause of their own, or in the question answered."""

from __future__ import annotations

import re
from functools import lru_cache

from site_builder.annotate.report_time import ReportTime
from site_builder.annotate.timewords import alternatives, any_of
from site_builder.model import Span, Statement

NEAR = 80
"""Characters between a cue and the words that date it, at most."""
STOPS = re.compile(r"[;:]")
"""Between what words of time tell of and a cue, they keep them apart."""


def is_apart(report: ReportTime, statement: Statement, sentence: Span, words: Span) -> bool:
    """Whether the words stand in a clause of their own, or in the question that was answered."""
    return (
        _in_aside(report, sentence, words)
        or _in_relative(report, statement, words)
        or _in_question(report, statement, sentence, words)
    )


def _in_relative(report: ReportTime, statement: Statement, words: Span) -> bool:
    """Whether they tell what the speaker did: "A doctor who left the town on Friday said"."""
    who = statement.speaker
    if who is None or not who.span.end < words.start < max(cue.span.start for cue in statement.cues or (who,)):
        return False
    clause = report.text[who.span.end : words.start].lstrip()
    return bool(any_of(report.language.time.clauses).match(clause))


def _in_question(report: ReportTime, statement: Statement, sentence: Span, words: Span) -> bool:
    """Whether they tell when what was asked about was: "Asked why it was shut on Friday, Petrov said"."""
    text, time = report.text, report.language.time
    asked = _question(time.asked, time.asks).search(text, sentence.start, words.start)
    if asked is None or text[sentence.start : asked.start()].rstrip()[-1:] not in ("", ","):
        return False
    who = [mention.span.start for mention in (statement.speaker, *statement.cues) if mention]
    closed = min((start for start in who if start >= asked.end()), default=sentence.end)
    return words.end <= text.rfind(",", asked.end(), closed)


@lru_cache(maxsize=8)
def _question(asked: frozenset[str], asks: frozenset[str]) -> re.Pattern[str]:
    between = rf"[^,;:.]{{0,{NEAR}}}?"
    return re.compile(rf"\b(?:{alternatives(asked)})\b{between}\b(?:{alternatives(asks)})\b", re.IGNORECASE)


def _in_aside(report: ReportTime, sentence: Span, words: Span) -> bool:
    """Whether the words stand in a clause of their own: "Petrov, who was elected on Friday, said"."""
    text = report.text
    start = max(text.rfind(",", sentence.start, words.start) + 1, sentence.start)
    aside = text[start : words.start].lstrip()
    return bool(any_of(report.language.time.clauses).match(aside) or STOPS.match(aside))
