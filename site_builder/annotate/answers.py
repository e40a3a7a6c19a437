"""When an answer was given: between what it answers and the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from site_builder.annotate.language import Language
from site_builder.annotate.report_time import ReportTime, is_of_briefing
from site_builder.annotate.timewords import alternatives
from site_builder.annotate.voices import Voice
from site_builder.edtf import DOUBTFUL, doubted, format_interval, parse_edtf
from site_builder.model import Dated, Statement
from site_builder.reasons import AND, because

_NEAREST = 2
"""Paragraphs before an answer in which what it answers stands, at most."""
_REACH = 30
"""Statements looked at before an answer."""
_LONGEST_POINTER = 6
"""Words of what points back to something said: `the mayor’s claim of a cover-up`."""
_WORD = re.compile(r"[\w’'-]{1,40}")


def date_answer(
    report: ReportTime,
    i: int,
    statements: Sequence[Statement],
    voices: Sequence[Voice],
    known: Sequence[Dated | None],
) -> Dated | None:
    """The days an answer may be from, if it is one to what another voice, which answers nobody, says shortly
    before it."""
    if not report.today or not report.today.is_day or not _answers(report, statements[i]):
        return None
    here = voices[i]
    for j in range(i - 1, max(-1, i - _REACH), -1):
        if here.block - voices[j].block > _NEAREST:
            break
        own = voices[j].name in (here.name, *here.bodies, *here.spokesmen)
        if own or _answers(report, statements[j]):
            continue
        found = known[j]
        sure = found and not parse_edtf(found.edtf).is_open and found.edtf[-1] not in DOUBTFUL
        return _between(found, report.today.last) if found and sure and is_of_briefing(report, found) else None
    return None


def _answers(report: ReportTime, statement: Statement) -> bool:
    """Whether its verb is one of answering, or of denying and its words point back: `denied the claim`."""
    language = report.language
    cues = " ".join(cue.text for cue in statement.cues)
    if _verbs_of(language.time.replies).search(cues):
        return True
    if not _verbs_of(language.time.answers).search(cues):
        return False
    words = [word.lower() for word in _WORD.findall(report.text, *statement.spans[0])[: _LONGEST_POINTER + 1]]
    if len(words) > _LONGEST_POINTER or not words:
        return False
    if words[0] in language.grammar.pointers or (len(words) == 1 and language.tags.get(words[0]) == "P"):
        return True
    return words[0] in language.grammar.definites and not _said_nouns(language).isdisjoint(words)


@lru_cache(maxsize=8)
def _said_nouns(language: Language) -> frozenset[str]:
    return language.claims | language.sayings | language.documents


@lru_cache(maxsize=8)
def _verbs_of(beginnings: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(beginnings)})\w{{0,4}}\b", re.IGNORECASE)


def _between(answered: Dated, today: date) -> Dated:
    """From the day of what is answered to that of the report, which may be one."""
    start = parse_edtf(answered.edtf).first
    # What is answered may share its day with others: the reason is that for this day.
    reason = answered.reason[max(0, answered.reason.find('"')) :]
    edtf = doubted(start.isoformat()) if start >= today else format_interval(start, today)
    return Dated(edtf, f"{because('not_given')}{AND}{because('answer', rest=reason)}")
