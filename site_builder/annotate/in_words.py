"""Attribution by "words": `In Lee’s words, …`, `In the words of Lee, …`, `…, in Lee’s words.`"""

from __future__ import annotations

from dataclasses import replace

from site_builder.annotate.clauses import clause_end
from site_builder.annotate.language import Language
from site_builder.annotate.nominals import without_possessive
from site_builder.annotate.phrases import Phrase, Sentence, noun_phrase_end
from site_builder.annotate.reports import Report, left_start, make_report, spans_of
from site_builder.annotate.tokens import POSSESSIVES, Token

LONGEST_OWNER = 8
"""Tokens from "in" to "words"."""


def in_words(sentence: Sentence, at: int, found: list[Report]) -> Report | None:
    """What somebody says by the "words" at `at`: right of a comma where the phrase opens the sentence, else
    left of it where it ends the sentence."""
    tokens, language = sentence.tokens, sentence.language
    opening = next((back for back in range(at - 1, max(-1, at - LONGEST_OWNER), -1)
                    if tokens[back].lower in language.grammar.inside), None)  # fmt: skip
    if opening is None:
        return None
    phrase = _owner(tokens, opening + 1, at, language)
    close = max(phrase.end, at + 1) if phrase is not None else 0
    if phrase is None or close >= len(tokens):
        return None
    if opening == 0 and tokens[close].tag == ",":
        spans = spans_of(sentence, (close + 1, clause_end(sentence, close + 1)))
    elif opening > 0 and tokens[opening - 1].tag == "," and tokens[close].tag in ".,":
        left, right = (left_start(sentence, found, opening - 1), opening - 1), (close, close)
        if tokens[close + 1 : close + 2] and tokens[close + 1].tag == "Q":
            right = close + 1, clause_end(sentence, close + 1)
        spans = spans_of(sentence, left, right)
    else:
        return None
    report = make_report("according to", sentence, phrase, spans, (at, at + 1))
    return replace(report, source=without_possessive(sentence.text, report.source)) if spans else None


def _owner(tokens: list[Token], start: int, at: int, language: Language) -> Phrase | None:
    """Whose words they are: `Lee’s words`, `her own words`, `the words of the mayor`."""
    if at + 2 < len(tokens) and tokens[at + 1].lower in language.grammar.of:
        end = noun_phrase_end(tokens, at + 2, language)
        return Phrase(at + 2, end) if end > at + 2 and at == start + 1 else None
    owned = at - 1 - (tokens[at - 1].lower in language.grammar.owning)
    if owned < start:
        return None
    named = tokens[owned].lower.endswith(POSSESSIVES) or tokens[owned].lower in language.possessives
    return Phrase(start, owned + 1) if named else None
