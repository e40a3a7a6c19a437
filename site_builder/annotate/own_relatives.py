"""Relative clauses that the outlet adds to what somebody said: `said it had fired, where at least 11 died`.

After a verb of reporting in the past the tense of what was said moves into the past with it. A relative clause
in the present is then told from where the outlet stands, as is one that counts with care.
"""

from __future__ import annotations

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import is_finite
from site_builder.annotate.tokens import Token

VERB_REACH = 12
"""Tokens of a clause among which its first finite verb stands."""
COUNT_REACH = 4
"""Tokens between the relative word and the number of a count."""


def is_own_relative(tokens: list[Token], start: int, comma: int, language: Language) -> bool:
    """Whether the comma after words said in the past opens such a clause, which closes the sentence."""
    grammar, first = language.grammar, comma + 1
    if first >= len(tokens) or tokens[first].tag != "S" or any(t.tag in ",;:Q—" for t in tokens[first:]):
        return False
    if tokens[first].lower in grammar.places_where and tokens[first + 1 : first + 2]:
        hedged = tokens[first + 1].lower in grammar.hedges
        if hedged and _has_number(tokens[first + 2 : first + COUNT_REACH], language):
            return True
    elif tokens[first].lower not in grammar.added_relatives:
        return False
    said, added = _first_verb(tokens, start, language), _first_verb(tokens, first + 1, language)
    return _is_past(said, language) and added is not None and added.lower in grammar.present


def _has_number(tokens: list[Token], language: Language) -> bool:
    return any(token.tag == "#" or token.lower in language.grammar.counting for token in tokens)


def _first_verb(tokens: list[Token], start: int, language: Language) -> Token | None:
    within = range(start, min(len(tokens), start + VERB_REACH))
    return next((tokens[at] for at in within if is_finite(tokens, at, language)), None)


def _is_past(verb: Token | None, language: Language) -> bool:
    """Whether a finite verb is in the past, as far as its tables and its ending tell."""
    if verb is None or verb.lower in language.grammar.present:
        return False
    form = language.verbs.get(verb.lower)
    if verb.lower in language.grammar.past_auxiliaries or (form is not None and form.form == "past"):
        return True
    return verb.lower.endswith(language.grammar.past)
