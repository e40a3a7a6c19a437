"""What somebody denies or disputes behind it: `It dumped waste, which the port denies`."""

from __future__ import annotations

from site_builder.annotate.language import Language, VerbForm
from site_builder.annotate.phrases import Phrase, Sentence, has_finite_verb, noun_phrase_end
from site_builder.annotate.reports import Report, left_start, make_report, spans_of
from site_builder.annotate.tokens import Token

LONGEST_SUBJECT = 10
"""Tokens between the word that points back and the verb."""
LONGEST_CLAIM = 3


def denied(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    """The clause before a comma, that a word behind it takes up as the object of the verb at `at`."""
    tokens, language = sentence.tokens, sentence.language
    if form.verb.lemma not in language.denying or not form.verb.object or not _is_last(tokens, at, language):
        return None
    pointer = _pointer(tokens, at, language)
    if pointer is None:
        return None
    comma, start = pointer
    phrase = Phrase(start, at)
    while phrase.end > start + 1 and tokens[phrase.end - 1].tag in "AR":
        phrase = phrase._replace(end=phrase.end - 1)
    if noun_phrase_end(tokens, start, language) < phrase.end:
        return None
    left = left_start(sentence, found, comma), comma
    if any(report.spans[-1].end > tokens[left[0]].start for report in found if report.spans):
        return None
    if not has_finite_verb(tokens, *left, language):
        return None
    return make_report("denied", sentence, phrase, spans_of(sentence, left), (at, at + 1))


def _pointer(tokens: list[Token], verb: int, language: Language) -> tuple[int, int] | None:
    """The comma before `, which`, `, something` or `, a claim`, and the token where the subject begins."""
    grammar = language.grammar
    for at in range(verb - 1, max(1, verb - LONGEST_SUBJECT), -1):
        if tokens[at].tag != ",":
            continue
        word = tokens[at + 1].lower
        if word in grammar.taking_up and at + 2 < verb:
            return at, at + 2
        within = range(at + 2, min(verb, at + 2 + LONGEST_CLAIM)) if word in grammar.indefinite_articles else ()
        end = next((end for end in within if tokens[end].lower in language.claims), None)
        return (at, end + 1) if end is not None and end + 1 < verb else None
    return None


def _is_last(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether nothing follows the verb but what was done: `denies.`, `denies doing.`"""
    after = at + 1
    after += after < len(tokens) and tokens[after].lower.endswith(language.grammar.participle)
    return after >= len(tokens) or tokens[after].tag in ".?!;"
