"""Attribution by a noun: `the minister’s claim that …`, `a warning by divers that …`, `made a claim that …`."""

from __future__ import annotations

from dataclasses import replace

from site_builder.annotate.clauses import clause_end
from site_builder.annotate.language import Language
from site_builder.annotate.passives import speaker_at
from site_builder.annotate.phrases import Phrase, Sentence, is_finite
from site_builder.annotate.reports import Report, make_report, spans_of
from site_builder.annotate.subjects import main_subject
from site_builder.annotate.tokens import POSSESSIVES, Token
from site_builder.model import Span

APOSTROPHES = ("’", "'")
CLAUSE_REACH = 40
"""Tokens before the noun and after it among which the verb of its sentence is looked for."""
OWNER_REACH = 4
"""Tokens between whose claim it is, or the verb that issues it, and the noun."""


def nominal(sentence: Sentence, at: int) -> Report | None:
    """The clause after the noun of saying at `at`, where the sentence tells whose it is."""
    tokens, language = sentence.tokens, sentence.language
    claimant = None
    if at + 1 < len(tokens) and tokens[at + 1].lower in language.grammar.origins:
        claimant = speaker_at(tokens, at + 2, language)
    that = claimant.end if claimant is not None else at + 1
    if that + 1 >= len(tokens) or tokens[that].lower not in language.grammar.that:
        return None
    phrase = claimant or _owner(tokens, at, language) or _issuer(sentence, at)
    if phrase is None:
        return None
    start = that + 1
    leads = not any(is_finite(tokens, word, language) for word in range(max(0, at - CLAUSE_REACH), at))
    end = _subject_clause_end(tokens, start, language) if leads else clause_end(sentence, start)
    if end is None:
        return None
    report = make_report("nominal", sentence, phrase, spans_of(sentence, (start, end)), (at, at + 1))
    return replace(report, source=without_possessive(sentence.text, report.source))


def without_possessive(text: str, source: Span | None) -> Span | None:
    """The words that name somebody, of a noun in the genitive."""
    if source is None:
        return None
    for ending in (*POSSESSIVES, *APOSTROPHES):
        if text.endswith(ending, source.start, source.end):
            return Span(source.start, source.end - len(ending))
    return source


def _owner(tokens: list[Token], at: int, language: Language) -> Phrase | None:
    """`the minister’s` or `her` before the noun."""
    for last in range(at - 1, max(-1, at - OWNER_REACH), -1):
        token = tokens[last]
        if token.lower in language.possessives:
            return Phrase(last, last + 1)
        if token.lower.endswith(POSSESSIVES) or token.tag in APOSTROPHES:
            start = last
            while start > 0 and tokens[start - 1].tag in "NwD" and tokens[start].tag != "D":
                start -= 1
            return Phrase(start, last + 1)
        if token.tag not in "wNR#":
            return None
    return None


def _issuer(sentence: Sentence, at: int) -> Phrase | None:
    """The subject of `issued a new warning`."""
    tokens = sentence.tokens
    for verb in range(at - 1, max(0, at - OWNER_REACH - 1), -1):
        if tokens[verb].lower in sentence.language.issuing:
            return main_subject(sentence, verb + 1)
        if tokens[verb].tag not in "wNRD#":
            return None
    return None


def _subject_clause_end(tokens: list[Token], start: int, language: Language) -> int | None:
    """Where a clause inside a sentence's subject ends: before the verb of that sentence."""
    wanted = 1
    for at in range(start, min(len(tokens), start + CLAUSE_REACH)):
        if tokens[at].tag == "S":
            wanted += 1
        elif _is_verb(tokens, at, language) and not (at > start and tokens[at - 1].tag in "ARC"):
            if not wanted:
                return at
            wanted -= 1
    return None


def _is_verb(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a finite verb stands at `at`; a past right before an auxiliary is one (`leaned was ignored`)."""
    if is_finite(tokens, at, language):
        return True
    past = tokens[at].tag == "w" and tokens[at].lower.endswith(language.grammar.past)
    return past and at + 1 < len(tokens) and tokens[at + 1].tag == "A"
