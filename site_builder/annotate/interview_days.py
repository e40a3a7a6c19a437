"""The day of an interview, which dates its answers: `He spoke to us on Saturday`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import QUOTE_MARKS
from site_builder.annotate.report_time import ReportTime, read_time
from site_builder.annotate.sentences import sentences
from site_builder.annotate.timewords import alternatives, find_time_words
from site_builder.edtf import parse_edtf
from site_builder.model import Article, Dated, Span, Statement
from site_builder.reasons import because

TURNS = frozenset(("label", "answer", "continued"))
"""Rules by which a paragraph is a turn of an interview."""
FEWEST_TURNS = 2
PUNCTUATION = ".,;:!?()"
MOST_PARAGRAPHS = 12
"""Paragraphs before the first turn, and after the last, in which the meeting is told of."""


def date_interview(
    article: Article, report: ReportTime, statements: Sequence[Statement]
) -> tuple[Dated | None, ...]:
    """Of each turn of an interview the one day on which the outlet tells of having met who answers."""
    turns = [is_turn(article.text, statement) for statement in statements]
    day = _day(article, report, [s for s, turn in zip(statements, turns, strict=True) if turn])
    return tuple(day if turn else None for turn in turns)


def is_turn(text: str, statement: Statement) -> bool:
    """Whether it is what somebody says under their name, or answers a question that stands alone."""
    quoted = text[statement.spans[0].start] in QUOTE_MARKS
    return statement.rule in TURNS and statement.kind == "direct" and not quoted


def _day(article: Article, report: ReportTime, turns: Sequence[Statement]) -> Dated | None:
    if len(turns) < FEWEST_TURNS:
        return None
    found = {dated.edtf: dated for dated in _meetings(article, report, turns)}
    if len(found) != 1:
        return None
    (dated,) = found.values()
    return Dated(dated.edtf, because("interview", rest=dated.reason))


def _meetings(article: Article, report: ReportTime, turns: Sequence[Statement]) -> Iterator[Dated]:
    """The days, each with its reason, of the sentences around the turns that tell of the meeting."""
    first, last = turns[0].spans[0].start, turns[-1].spans[-1].end
    told = [block.span for block in article.blocks if block.kind in ("standfirst", "paragraph")]
    around = [span for span in told if span.end <= first][-MOST_PARAGRAPHS:]
    around += [span for span in told if span.start >= last][:MOST_PARAGRAPHS]
    for span in around:
        if _meets(report.language).search(article.text, *span) is None:
            continue
        for sentence in sentences(article.text, span, report.language):
            cue = _cue(article, sentence, report.language)
            day = _nearest_day(report, sentence, cue) if cue is not None else None
            if day is not None:
                yield day


def _cue(article: Article, sentence: Span, language: Language) -> Span | None:
    """The words of a sentence that tell of who answers meeting the outlet, or of the interview."""
    text = article.text
    own = _own_interview(language).search(text, *sentence)
    met = _meets(language).search(text, *sentence)
    if own is not None or met is None:
        return Span(*own.span()) if own is not None else None
    words = text[slice(*sentence)]
    outlet = article.outlet.split()[-1] if article.outlet else ""
    among = {word.strip(PUNCTUATION) for word in words.split()}
    told = outlet in among or not language.grammar.first_person.isdisjoint(map(str.lower, among))
    return Span(*met.span()) if told else None


def _nearest_day(report: ReportTime, sentence: Span, cue: Span) -> Dated | None:
    """The day told nearest to the cue: `spoke to us on Saturday, after the vote on Friday`."""
    found: list[tuple[int, Dated]] = []
    for words in find_time_words(report.text, *sentence, report.language):
        dated = read_time(report, words)
        if dated is not None and parse_edtf(dated.edtf).is_day:
            found.append((max(words.span.start - cue.end, cue.start - words.span.end), dated))
    return min(found, key=lambda one: one[0])[1] if found else None


@lru_cache(maxsize=8)
def _meets(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(language.time.meets | language.time.interviews)})\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _own_interview(language: Language) -> re.Pattern[str]:
    """`this interview`, `our conversation`."""
    pointers = language.grammar.definites | language.grammar.first_person
    nouns = alternatives(language.time.interviews)
    return re.compile(rf"\b(?:{alternatives(pointers)})\s(?:{nouns})\b", re.IGNORECASE)
