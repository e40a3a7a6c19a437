"""The day of speaking told behind what was said: `… will close, Lee said. She was speaking on Monday.`"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_builder.annotate.hints import phrases_in
from site_builder.annotate.language import Language
from site_builder.annotate.report_time import ReportTime, around, place_of, read_time
from site_builder.annotate.sentences import sentences
from site_builder.annotate.timewords import alternatives, find_time_words
from site_builder.annotate.voices import known_as
from site_builder.model import Article, Dated, Statement
from site_builder.reasons import because

_LONGEST_SUBJECT = 60
"""Characters of who was speaking, at most."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that tells where or when somebody was speaking, with who that was and the day."""

    start: int
    who: str
    dated: Dated


def date_behind(
    article: Article, report: ReportTime, statements: Sequence[Statement]
) -> tuple[Dated | None, ...]:
    """Of each statement the day that a sentence behind it gives, in its paragraph or the next, with nobody else
    speaking between; None for the others."""
    found: list[Dated | None] = [None] * len(statements)
    starts = [place_of(statement) for statement in statements]
    blocks = [block.span for block in article.blocks]
    for told in _told(article, report):
        last = bisect_left(starts, told.start) - 1
        if last < 0 or not _is_speaker(told.who, statements[last], report.language):
            continue
        here = bisect_left(blocks, (told.start + 1,))
        if here - bisect_left(blocks, (starts[last] + 1,)) > 1:
            continue
        first = last
        while first > 0 and around(blocks, starts[first - 1]) == around(blocks, starts[last]):
            if statements[first - 1].canonical != statements[last].canonical:
                break
            first -= 1
        for i in range(first, last + 1):
            found[i] = told.dated
    return tuple(found)


def _told(article: Article, report: ReportTime) -> Iterator[_Told]:
    speaks, text = _speaking(report.language), article.text
    if not phrases_in(text.lower(), report.language.time.speaking):
        return
    for block in article.blocks:
        if block.kind != "paragraph" or speaks.search(text, *block.span) is None:
            continue
        for sentence in sentences(text, block.span, report.language):
            match = speaks.search(text, sentence.start, min(sentence.end, sentence.start + _LONGEST_SUBJECT))
            who = _WORD.findall(text[sentence.start : match.start()]) if match else []
            if match and who and not around(report.said, sentence.start):
                for words in find_time_words(text, match.end(), sentence.end, report.language)[:1]:
                    dated = read_time(report, words)
                    if dated:
                        reason = because("told_behind", rest=dated.reason)
                        yield _Told(sentence.start, who[-1], Dated(dated.edtf, reason))


def _is_speaker(who: str, statement: Statement, language: Language) -> bool:
    """Whether a sentence that names somebody by a pronoun or a name is about who spoke."""
    return who.lower() in language.pronouns or who == known_as(statement, language)


@lru_cache(maxsize=8)
def _speaking(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(language.time.speaking)})\b", re.IGNORECASE)
