"""A clause that no word opens and whose verb no table knows: `said doctors lack drugs`."""

from __future__ import annotations

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import (
    is_person_or_body,
)
from site_builder.annotate.tokens import Token


def may_be_clause(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    """Whether a noun or a name stands before a verb that no table knows: `said the quay opens at nine`, `said
    doctors lack drugs`, not `said Norland officials in Karsk`, `said hours ago`."""
    for at in range(start + 1, end if tokens[start].tag in "DNw#" else start):
        token, noun = tokens[at], tokens[at - 1]
        if token.tag != "w" or noun.tag not in "wN":
            continue
        after = tokens[at + 1].tag if at + 1 < len(tokens) else "."
        if _has_plural_ending(token, language):
            if noun.tag == "N":
                fits = after in "DIPR#w" and not is_person_or_body(token.lower, language)
            else:
                speaks = is_person_or_body(noun.lower, language)
                bare = tokens[start].tag == "w"  # "said aid arrives daily"
                fits = _is_singular(noun, language) and after in (
                    "DPR#" if bare else "DIPR#w" if speaks else "DIP#"
                )
            if fits:
                return True
        elif noun.tag == "w" and not _is_singular(noun, language) and _is_base(token, language):
            speaks = is_person_or_body(noun.lower, language)
            if after in ("DIPN#Rw.,C" if speaks else "DIPN#R" if at > start + 1 else "DPN#R."):
                return True
    return False


def _has_plural_ending(token: Token, language: Language) -> bool:
    """Whether a word ends as a plural, or a verb of the third person, does."""
    return token.lower.endswith(language.grammar.plural) and not token.lower.endswith(
        language.grammar.no_plural
    )


def _is_singular(token: Token, language: Language) -> bool:
    return not _has_plural_ending(token, language) and token.lower not in language.plurals


def _is_base(token: Token, language: Language) -> bool:
    """Whether a word can be a verb of several in the present, as far as its ending tells."""
    grammar = language.grammar
    if token.lower in grammar.ago:
        return False
    return not token.lower.endswith((grammar.past, grammar.participle, language.adverb_suffix))
