"""Who is told something: the noun phrase between a verb of telling and what was said."""

from __future__ import annotations

from site_builder.annotate.language import Language, Verb
from site_builder.annotate.phrases import (
    is_finite,
    is_person_or_body,
    noun_phrase_end,
)
from site_builder.annotate.tokens import POSSESSIVES, Token


def find_hearer(tokens: list[Token], at: int, verb: Verb, language: Language) -> tuple[int, int] | None:
    """The noun phrase right after a verb that names whom it is said to."""
    if (
        not verb.addressee
        or at >= len(tokens)
        or tokens[at].lower in language.grammar.that | language.grammar.things
    ):
        return None
    if _is_hearer(tokens, at, language):
        return (at, at + 1) if at + 1 < len(tokens) else None
    end = noun_phrase_end(tokens, at, language)
    if end == at or end >= len(tokens) or tokens[at].tag == "Q":
        return None
    if tokens[end].tag == "T" and tokens[end].text[0].isupper() and tokens[end - 1].lower.endswith(POSSESSIVES):
        end = max(end + 1, noun_phrase_end(tokens, end + 1, language))
        return (at, end) if end < len(tokens) else None
    if tokens[end].tag == "Q" and tokens[end - 1].lower.endswith(POSSESSIVES) and end + 1 < len(tokens):
        return at, end + 1
    if is_finite(tokens, end, language):
        told = _hearer_end(tokens, at, end, language)
        if told == end and not verb.needs_addressee:
            return None
        end = told
    return at, end


def _is_hearer(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a pronoun alone is told: `told us 12 sailors had drowned`, but not `told her mother that`."""
    if tokens[at].lower not in language.grammar.hearing:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    possessive = tokens[at].lower in language.possessives
    return not (
        possessive and following and following.tag == "w" and is_person_or_body(following.lower, language)
    )


def _hearer_end(tokens: list[Token], start: int, end: int, language: Language) -> int:
    """Where the one told ends in a noun phrase right before a verb, whose subject is the rest of it.

    `told the court | Ann Lee had`, `told MPs | the tax would`, `tells court | husband lied`; else `end`.
    """
    for ends in (_ends_before_name, _are_hearers, _is_body, _ends_name):
        for new in range(start + 1, end):
            if ends(tokens, new, language):
                return new
    return end


def _ends_before_name(tokens: list[Token], new: int, language: Language) -> bool:
    return tokens[new - 1].tag == "w" and tokens[new].tag == "N"


def _are_hearers(tokens: list[Token], new: int, language: Language) -> bool:
    """Whether several people are told: `reporters | it`, `MPs | corporation tax`, but not `union leaders`."""
    before, token = tokens[new - 1], tokens[new]
    if before.tag != "w" and not before.text[:2].isupper():
        return False
    several = before.lower in language.singulars or before.lower in language.plurals
    if not several or token.tag not in "wN#":
        return False
    compound = is_person_or_body(token.lower, language) and is_finite(tokens, new + 1, language)
    return not compound or token.lower in language.singulars or token.lower in language.plurals


def _is_body(tokens: list[Token], new: int, language: Language) -> bool:
    """Whether a body is told: `council | bridge`, `the court | husband`."""
    return tokens[new - 1].lower in language.body_nouns and tokens[new].tag == "w"


def _ends_name(tokens: list[Token], new: int, language: Language) -> bool:
    """Whether a name is told: `told the BBC | rail fares would`."""
    return tokens[new - 1].tag == "N" and tokens[new].tag == "w"
