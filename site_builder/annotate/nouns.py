"""The noun of a phrase that gives no name: `the Danish finance ministry’s spokesman`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from site_builder.annotate.language import Language
from site_builder.annotate.names import without_possessive
from site_builder.annotate.phrases import is_person_or_body
from site_builder.annotate.tokens import Token


class Noun(NamedTuple):
    """`word`: the last of a noun phrase; `head`: the same in lower case; `definite`: it opens with "the";
    `owned`: whose it is follows: `the clerk of the House`; `of`: the words there, in lower case, that are
    names or say what an office is for."""

    head: str
    word: Token
    modifiers: tuple[Token, ...]
    definite: bool
    body: bool
    owned: bool
    of: tuple[str, ...]


def noun_of(tokens: Sequence[Token], language: Language) -> Noun | None:
    """The noun of a phrase without a name, up to its first preposition or clause."""
    if not tokens:
        return None
    stop = next((token.start for token in tokens[1:] if token.tag in "IS"), tokens[-1].end)
    ages = language.age_ending
    words = [t for t in tokens if t.start < stop and (t.tag in "Nw" or t.lower.endswith(ages))]
    if not words:
        return None
    if len(words) > 1 and words[-1].end < stop <= words[-1].end + 1 and _is_followed(words, language):
        words.pop()
    while len(words) > 1 and _is_issued(words, language):
        words.pop()
    head = without_possessive(words[-1].lower)
    return Noun(
        head=head,
        word=words[-1],
        modifiers=tuple(words[:-1]),
        definite=tokens[0].lower in language.grammar.definites,
        body=head in language.body_nouns,
        owned=_is_owned(tokens, words[-1], language),
        of=_of(tokens, words[-1], language),
    )


def _is_owned(tokens: Sequence[Token], noun: Token, language: Language) -> bool:
    after = [token for token in tokens if token.start >= noun.end][:2]
    return len(after) > 1 and after[0].lower in language.grammar.of and after[1].tag in "DN"


def _of(tokens: Sequence[Token], noun: Token, language: Language) -> tuple[str, ...]:
    after = [token for token in tokens if token.start >= noun.end]
    if not after or after[0].lower not in language.grammar.office_links:
        return ()
    told = next((at for at, token in enumerate(after) if at and token.tag not in "DINCw"), len(after))
    return tuple(
        without_possessive(token.lower)
        for token in after[1:told]
        if token.tag == "N" or token.lower in language.portfolios | language.body_purposes
    )


def _is_followed(words: Sequence[Token], language: Language) -> bool:
    """Whether the last word tells of the persons before it, as `familiar` does of "people familiar with it"."""
    before, last = words[-2].lower, words[-1].lower
    if before in language.body_nouns or is_person_or_body(last, language) or words[-1].tag == "N":
        return False
    return before in language.singulars or before in language.unspecific


def _is_issued(words: Sequence[Token], language: Language) -> bool:
    """Whether the last word tells what was done with the document before it: `a letter seen`."""
    before, last = words[-2].lower, words[-1].lower
    document = before in language.documents or before in language.evidence
    return document and (last.endswith(language.grammar.past) or last in language.participles)


def is_plural(noun: Noun, language: Language) -> bool:
    """Whether the noun is for several people."""
    plural = noun.head.endswith(language.grammar.plural)
    person = plural and language.person_noun(noun.head[:-1]) is not None
    return person or noun.head in language.singulars or (noun.head in language.plurals and not noun.body)
