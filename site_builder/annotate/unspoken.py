"""Verbs of reporting that tell of no speech: `did not say that`, `is expected to announce`, `nobody said`."""

from __future__ import annotations

from site_builder.annotate.language import Language, VerbForm
from site_builder.annotate.phrases import Phrase, Sentence
from site_builder.annotate.tokens import Token


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
