"""Whose a document is, told behind the noun for it: `a report by Ann Lee`, `a study published by the port`.

Who has seen or obtained a document, does not speak in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import is_finite, noun_phrase_end
from site_builder.annotate.tokens import Token

AUTHOR_REACH = 12
"""Tokens between the noun for a document and the "by" or "from"."""


def author_at(tokens: Sequence[Token], start: int, language: Language) -> tuple[int, int] | None:
    """The noun phrase of the author, as token indices; `start` is the token after the noun, or behind it."""
    words = list(tokens)
    for at in range(start, min(len(words) - 1, start + AUTHOR_REACH)):
        token = words[at]
        if token.lower in language.grammar.origins:
            end = noun_phrase_end(words, at + 1, language)
            authored = all(_may_author(words, word, language) for word in range(max(0, start - 1), at))
            return (at + 1, end) if authored and end > at + 1 else None
        may_stand = token.tag in "DNI#%TR&" or (token.tag == "w" and not is_finite(words, at, language))
        if not may_stand and not _is_participle(token, language):
            return None
    return None


def _may_author(words: list[Token], at: int, language: Language) -> bool:
    """Whether the word is no participle, or one of making: `released`, `carried out`, not `seen`, `carried`."""
    word, following = words[at].lower, words[at + 1].lower
    made = word in language.authoring or f"{word} {following}" in language.authoring
    return made or not _is_participle(words[at], language)


def _is_participle(token: Token, language: Language) -> bool:
    if token.tag not in "wV":
        return False
    form = language.verbs.get(token.lower)
    regular = token.lower.endswith(language.grammar.past)
    return regular or token.lower in language.participles or (form is not None and form.form == "past")
