"""Verbs of reporting that tell of no speech: `did not say that`, `is expected to announce`, `nobody said`."""

from __future__ import annotations

from bisect import bisect_left

from site_builder.annotate.language import Language, VerbForm
from site_builder.annotate.phrases import Phrase, Sentence, is_person_or_body
from site_builder.annotate.tokens import POSSESSIVES, Token
from site_builder.model import Span


def is_negated(sentence: Sentence, at: int, form: VerbForm) -> bool:
    """Whether the verb at `at` tells what somebody did not say: `did not promise a bridge`.

    Who "could not confirm" something or "would not say" has spoken, and who "did not deny" it takes a side.
    """
    tokens, grammar = sentence.tokens, sentence.language.grammar
    start = at
    while start > 0 and tokens[start - 1].tag in "AR":
        start -= 1
    if start == at:
        return False
    auxiliaries = [token.lower for token in tokens[start:at] if token.tag == "A"]
    if grammar.negations.isdisjoint(auxiliaries) or not grammar.factual.issuperset(auxiliaries):
        return False
    return not form.verb.attitude and form.verb.lemma not in sentence.language.stances


def is_asked(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    """Whether the tokens tell what the speaker was asked or told before: `Asked if it was late`."""
    form = language.verbs.get(tokens[start].lower)
    if form is None or form.form != "past" or not form.verb.addressee or not tokens[start].text.istitle():
        return False
    return tokens[start + 1].tag in "SI" and all(token.tag != "," for token in tokens[start:end])


def is_evidence(sentence: Sentence, source: Span | None, apposition: Span | None) -> bool:
    """Whether a thing shows something and nobody speaks: `the footage shows`, not `the port’s figures show`.

    Nor is `her opposite number, Ann Lee,` a thing.
    """
    if source is None:
        return False
    tokens, language = sentence.tokens, sentence.language
    if apposition is not None and tokens[bisect_left(tokens, (apposition.start,))].tag == "N":
        return False
    first, end = bisect_left(tokens, (source.start,)), bisect_left(tokens, (source.end,))
    stop = next((at for at in range(first, end) if tokens[at].tag in "IS"), end)
    if stop == first or tokens[stop - 1].lower not in language.evidence:
        return False
    if stop < end and tokens[stop].lower in language.grammar.origins:
        return False
    return not any(
        is_person_or_body(token.lower, language)
        or token.lower.endswith(POSSESSIVES)
        or (token.tag == "N" and token is not tokens[0])
        for token in tokens[first : stop - 1] + tokens[stop:end]
    )


def is_nobody(tokens: list[Token], phrase: Phrase, language: Language) -> bool:
    """Whether the subject is `nobody` or `no minister`, and no number: `No 10`."""
    if tokens[phrase.start].lower not in language.grammar.nobody:
        return False
    return phrase.end - phrase.start == 1 or tokens[phrase.start + 1].tag != "#"


def is_to_come(tokens: list[Token], governing: int, to: int, language: Language) -> bool:
    """Whether the infinitive after `to`, governed by the verb at `governing`, is of something not said yet.

    `is expected to say`, `plans to announce`, `has yet to confirm`; not `was forced to admit`.
    """
    grammar = language.grammar
    if tokens[to - 1].lower in grammar.impelled:
        return False
    while governing > 0 and tokens[governing - 1].tag in "AR":
        governing -= 1
    words = {token.lower for token in tokens[governing:to]}
    return not grammar.be.isdisjoint(words) or not grammar.unrealised.isdisjoint(words)
