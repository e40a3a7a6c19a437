"""On what occasion something was said, as far as its day depends on that."""

from __future__ import annotations

import re
from functools import lru_cache

from site_builder.annotate.language import Language
from site_builder.annotate.report_time import ReportTime
from site_builder.annotate.timewords import alternatives
from site_builder.model import Span

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


@lru_cache(maxsize=8)
def _made_public(language: Language) -> re.Pattern[str]:
    recorded, public = alternatives(language.time.recorded), alternatives(language.time.made_public)
    return re.compile(
        rf"\b(?:{recorded})\b[^.;:]{{0,{_LONGEST}}}?\b(?:{public})\b[^,.;:]{{0,{_LONGEST // 2}}}$",
        re.IGNORECASE,
    )
