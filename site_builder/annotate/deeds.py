"""Words and deeds: a verb of reporting with an object may tell what somebody did, and not what they said.

Who asserts, asks, promises, praises or blames has said something. Who declares war, dismisses an officer or
rejects an appeal has brought it about, and an object that a storm or a shell has tells of nobody's words.
"""

from __future__ import annotations

from site_builder.annotate.language import Language, Verb, VerbForm
from site_builder.annotate.phrases import Phrase, noun_phrase_end
from site_builder.annotate.tokens import POSSESSIVES, Token

LONGEST_OBJECT = 12
OBJECT_REACH = 4
"""Tokens within which the noun of an object stands: `their deepest condolences`."""
HEAD = frozenset("DNw#%P&’'T")
"""Tags of the words before a noun phrase's first preposition."""


def is_deed(
    tokens: list[Token], said: tuple[int, int], form: VerbForm, doer: Phrase | None, language: Language
) -> bool:
    """Whether the verb with the object `said` (token indices) tells what the `doer` did.

    What somebody says in quotation marks, or calls a thing as it may be, is said: `dismissed him as a clown`.
    """
    lemma, deeds, grammar = form.verb.lemma, language.deeds, language.grammar
    start, end = said
    end = min(end, start + LONGEST_OBJECT)
    if any(token.tag == "Q" or token.lower in grammar.charges - grammar.of - grammar.topics
           for token in tokens[start:end]):  # fmt: skip
        return False
    done = _head(tokens, start, end, language, whole=form.verb.names)
    by = _head(tokens, doer.start, doer.end, language, whole=False) if doer is not None else []
    if by and by[-1].lower in deeds.forces:
        return True
    if lemma in deeds.rulings and any(token.lower in deeds.powers for token in by):
        spoken = language.claims | language.sayings | language.views
        return not any(token.lower in spoken for token in done)
    listed = deeds.objects.get(lemma)
    if listed is not None and any(token.lower in listed for token in done):
        return True
    return lemma in deeds.persons and bool(done) and _are_persons(done, language)


def _head(tokens: list[Token], start: int, end: int, language: Language, *, whole: bool) -> list[Token]:
    """The words of a noun phrase before its first preposition but "of"; `whole`: of the last noun alone."""
    if whole:
        end = min(end, noun_phrase_end(tokens, start, language))
        if tokens[end : end + 1] and tokens[end].tag == "D":
            return []  # "called the strike a disgrace"
    words = tokens[start:end]
    ends = (
        at for at, token in enumerate(words) if token.tag not in HEAD and token.lower not in language.grammar.of
    )
    stop = next(ends, len(words))
    if whole:
        stop = next((at for at, token in enumerate(words[:stop]) if token.tag == "I"), stop)
        return words[max(0, stop - 1) : stop]
    return words[:stop]


def _are_persons(words: list[Token], language: Language) -> bool:
    """Whether the words are a person's name, a pronoun or a noun for persons."""
    last = words[-1]
    if last.lower.endswith(POSSESSIVES):
        return False
    if last.lower in language.grammar.hearing:
        return True
    named = all(token.tag == "N" for token in words)
    return named or language.person_noun(last.lower) is not None


def has_object(tokens: list[Token], at: int, verb: Verb) -> bool:
    """Whether one of the nouns with which alone the verb speaks is its object: `offered her condolences`."""
    for token in tokens[at : at + OBJECT_REACH]:
        if token.lower in verb.objects:
            return True
        if token.tag not in "Dw":
            break
    return False
