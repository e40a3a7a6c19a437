"""Whom a speaker cites: the speaker inside the words said."""

from __future__ import annotations

from site_builder.annotate.cues import find_reports
from site_builder.annotate.language import Language
from site_builder.annotate.phrases import QUOTE_MARKS, Sentence
from site_builder.annotate.reports import INNER, Report
from site_builder.annotate.sentences import sentence_ranges
from site_builder.annotate.tokens import Token, tokenise
from site_builder.model import Span

LONGEST_OWNER = 8
LONGEST_OPENING = 400
"""Characters of what was said in which its first sentence is looked for."""


def cited(text: str, report: Report, language: Language) -> Span | None:
    """Who is cited beside the cue, or speaks in the first sentence of what was said."""
    if report.citing is not None or not report.spans:
        return report.citing
    start, end = report.spans[0]
    while start < end and text[start] in QUOTE_MARKS:
        start += 1
    tokens = tokenise(text, Span(start, min(end, start + LONGEST_OPENING)), (), language)
    if not tokens:
        return None
    first, last = next(sentence_ranges(tokens, language))
    inner = find_reports(Sentence(text, tokens[first:last], language))
    sources = [found.source for found in inner if _names_somebody(found, tokens)]
    return sources[0] if sources else _owner_of_claim(tokens[first:last], language)


def _names_somebody(report: Report, tokens: list[Token]) -> bool:
    """Whether the inner words are a statement, and their speaker not a mere pronoun."""
    source = report.source
    if report.rule in INNER:
        return False
    return source is not None and not any(
        token.start == source.start and token.tag == "P" for token in tokens
    )


def _owner_of_claim(tokens: list[Token], language: Language) -> Span | None:
    """`the ministry’s accusation of …` at the head of what was said."""
    for at in range(1, min(len(tokens), LONGEST_OWNER)):
        if tokens[at].tag not in "NwD":
            return None
        owner = tokens[at - 1]
        if tokens[at].lower in language.claims and owner.text[-2:] in ("’s", "'s"):
            return Span(tokens[0].start, owner.end - 2)
    return None
