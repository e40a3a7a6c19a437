"""Whom a speaker cites: the speaker inside the words said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from site_builder.annotate.cues import cue_words, find_reports
from site_builder.annotate.language import Language, Verb
from site_builder.annotate.phrases import QUOTE_MARKS, Sentence
from site_builder.annotate.reports import INNER, Report
from site_builder.annotate.sentences import sentence_ranges
from site_builder.annotate.tokens import POSSESSIVES, Token, tokenise
from site_builder.model import Span

OPENING = 3
"""Tokens among which the one cited must be named: "according to" and an article may stand before."""
LONGEST_OWNER = 8
READ = 1500
"""Characters of what was said in which somebody cited is looked for."""
WORD = re.compile(r"\w+")


def cited(text: str, tokens: list[Token], report: Report, language: Language) -> Span | None:
    """Who is cited beside the cue, or whose statement a sentence of the words said opens with.

    `tokens`: the passage's. Where several are cited it is the first.
    """
    if report.citing is not None or not report.spans:
        return report.citing
    start, end = report.spans[0]
    while start < end and text[start] in QUOTE_MARKS:
        start += 1
    for sentence in _sentences(text, tokens, Span(start, min(end, start + READ)), language):
        if _denies(text, report, language):
            return None
        inner = find_reports(Sentence(text, sentence, language))
        if inner and _opens_with_source(inner[0], sentence, language):
            return _in_full(inner[0], sentence)
        owner = _owner_of_claim(sentence, language)
        if owner is not None:
            return owner
    return None


def _denies(text: str, report: Report, language: Language) -> bool:
    """Whether the speaker stands against the words that are reported."""
    words = WORD.findall(text[slice(*report.cue)].lower()) if report.cue is not None else []
    forms = (language.verbs.get(word) for word in words)
    return any(form is not None and form.verb.lemma in language.denying for form in forms)


def _sentences(text: str, tokens: list[Token], span: Span, language: Language) -> Iterator[list[Token]]:
    """The sentences of what was said in which somebody may be cited, with the words in its quotations."""
    telling = _telling(language)
    first, last = bisect_left(tokens, (span.start,)), bisect_left(tokens, (span.end,))
    words = tokens[first:last]
    opened = not words or words[0].start != span.start or words[-1].end > span.end
    if opened or any(token.tag == "Q" for token in words):
        if telling.isdisjoint(WORD.findall(text[slice(*span)].lower())):
            return
        words = tokenise(text, span, (), language)
    if telling.isdisjoint([token.lower for token in words]):
        return
    for first, last in sentence_ranges(words, language):
        sentence = words[first:last]
        if not telling.isdisjoint([token.lower for token in sentence]):
            yield sentence


@lru_cache(maxsize=8)
def _telling(language: Language) -> frozenset[str]:
    """Words without one of which nobody can be cited."""
    return cue_words(language) | language.claims


def _opens_with_source(report: Report, tokens: list[Token], language: Language) -> bool:
    """Whether the report is a statement whose speaker is named at the head of the tokens."""
    if report.source is None or _only_shows(report, tokens, language):
        return False
    if report.rule in INNER and not _tells(report, tokens, language):
        return False
    first = next((token for token in tokens[:OPENING] if token.start == report.source.start), None)
    return first is not None and first.tag != "P" and first.lower not in language.grammar.anybody


def _tells(report: Report, tokens: list[Token], language: Language) -> bool:
    """Whether the words said are a noun phrase, of what somebody knows: `confirmed the reports`, `told about
    the fire`, not `welcomed the plan`."""
    verbs = _verbs(report, tokens, language)
    asserting = any(verb.clause == "bare" and verb.lemma not in language.denying for verb in verbs)
    return asserting and report.rule in ("object", "topic")


def _verbs(report: Report, tokens: list[Token], language: Language) -> list[Verb]:
    """The verbs of reporting of the report's cue."""
    start, end = report.cue if report.cue is not None else (0, 0)
    return [language.verbs[token.lower].verb for token in tokens
            if start <= token.start < end and token.lower in language.verbs]  # fmt: skip


def _in_full(report: Report, tokens: list[Token]) -> Span | None:
    """The source with what tells who they are, up to a preposition: `residents who left Karsk | by boat`."""
    source, beside = report.source, report.apposition
    if source is None or beside is None or beside.start != source.end + 1:
        return source
    told = tokens[bisect_left(tokens, (beside.start,)) : bisect_left(tokens, (beside.end,))]
    kept = next((at for at, token in enumerate(told) if at > 1 and token.tag in "ITC#"), len(told))
    return Span(source.start, told[kept - 1].end)


def _only_shows(report: Report, tokens: list[Token], language: Language) -> bool:
    """Whether somebody shows or finds something, and no document does: `both sides have shown that …`."""
    source = report.source
    if source is None:
        return False
    verbs = _verbs(report, tokens, language)
    shows = bool(verbs) and all(verb.shows for verb in verbs)
    said = language.documents | language.evidence
    return shows and not any(token.lower in said for token in tokens
                             if source.start <= token.start < source.end)  # fmt: skip


def _owner_of_claim(tokens: list[Token], language: Language) -> Span | None:
    """`the council’s claim that …` at the head of the tokens."""
    for at in range(1, min(len(tokens), LONGEST_OWNER)):
        owner = tokens[at - 1]
        if tokens[at].tag not in "NwD":
            return None
        if tokens[at].lower in language.claims and owner.text.endswith(POSSESSIVES):
            return Span(tokens[0].start, owner.end - 2)
    return None
