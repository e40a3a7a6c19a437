"""On what occasion something was said, as far as its day depends on that."""

from __future__ import annotations

import re
from functools import lru_cache

from site_builder.annotate.language import Language
from site_builder.annotate.report_time import ReportTime
from site_builder.annotate.timewords import alternatives
from site_builder.model import Span, Statement

_LONGEST = 80
"""Characters between what was said and the words that date its occasion, at most."""
_WORD = re.compile(r"\w+")


def is_occasion(report: ReportTime, span: Span) -> bool:
    """Whether the words between tell of nothing but an occasion: ` in a statement carried by the radio`."""
    if span.end - span.start > _LONGEST:
        return False
    nouns, words = report.language.occasions | report.language.documents, report.text[slice(*span)]
    return not nouns.isdisjoint(_WORD.findall(words.lower())) and not any(map(words.__contains__, '.;:"“”'))


def is_made_public(report: ReportTime, sentence: Span, words: Span) -> bool:
    """Whether a day is that on which something recorded was made public: `in an interview broadcast on`."""
    text = report.text[max(sentence.start, words.start - 2 * _LONGEST) : words.start]
    found = _made_public(report.language).search(text)
    if found is None:
        return False
    return report.language.time.live.isdisjoint(_WORD.findall(found[0].lower()))


def is_to_be_public(report: ReportTime, sentence: Span, words: Span) -> bool:
    """Whether a day is one on which something is still to be made public: `to be broadcast on Sunday`."""
    low = max(sentence.start, words.start - _LONGEST)
    return _to_be_public(report.language).search(report.text, low, words.start) is not None


def is_of_object(report: ReportTime, statement: Statement, words: Span) -> bool:
    """Whether a day right behind what was spoken of may be its own: `called for [a strike] on Monday`."""
    about = report.language.time.about
    asks = any(cue.text.lower().split()[-1] in about for cue in statement.cues)
    return asks and any(0 <= words.start - span.end <= 3 for span in statement.spans)


def is_of_deed(report: ReportTime, statement: Statement, sentence: Span, words: Span) -> bool:
    """Whether a day is that of something done before it was spoken of: `held two men on Monday and said`."""
    language = report.language
    behind = [cue.span.start for cue in statement.cues if cue.span.start >= words.end]
    next_words = _WORD.findall(report.text[words.end : min(behind)].lower()) if behind else []
    if not next_words or language.tags.get(next_words[0]) != "C":
        return False
    before = _WORD.findall(report.text[sentence.start : words.start].lower())
    spoken = language.time.acts | language.time.meets
    return not any(word in spoken or word in language.verbs for word in before)


@lru_cache(maxsize=8)
def _to_be_public(language: Language) -> re.Pattern[str]:
    to_be, public = alternatives(language.time.to_be), alternatives(language.time.made_public)
    return re.compile(rf"\b(?:{to_be})\s(?:{public})\b[^,.;:]{{0,{_LONGEST // 2}}}$", re.IGNORECASE)


@lru_cache(maxsize=8)
def _made_public(language: Language) -> re.Pattern[str]:
    recorded, public = alternatives(language.time.recorded), alternatives(language.time.made_public)
    return re.compile(
        rf"\b(?:{recorded})\b[^.;:]{{0,{_LONGEST}}}?\b(?:{public})\b[^,.;:]{{0,{_LONGEST // 2}}}$",
        re.IGNORECASE,
    )
