"""The noun phrase that ends right before a verb or a mark, read from its end."""

from __future__ import annotations

from site_builder.annotate.language import Language, VerbForm
from site_builder.annotate.phrases import (
    LONGEST_PHRASE,
    QUOTE_MARKS,
    Phrase,
    conjoins,
    ends_speech,
    is_finite,
    is_person_or_body,
)
from site_builder.annotate.tokens import POSSESSIVES, Token

LONGEST_APPOSITION = 40
LONGEST_CONJUNCT = 8
LONGEST_ALIAS = 2
CLAUSE_MARKS = frozenset(",;:Q—")
INSIDE = frozenset("NwVD#Q%&$/I’'")
"""Tags a noun phrase may hold besides what is tested for."""


def phrase_ending(tokens: list[Token], last: int, form: VerbForm, language: Language) -> Phrase | None:
    """The phrase that ends with the token `last`, if it can name who speaks."""
    if last >= 0 and tokens[last].tag == ")":
        last = _before_bracket(tokens, last)
    if last < 0:
        return None
    token = tokens[last]
    if token.tag == "P":
        return Phrase(last, last + 1)
    if token.tag not in "NwD#Q%" or (token.tag == "w" and is_finite(tokens, last, language)):
        return None
    start = _chunk_start(tokens, last, language)
    if tokens[start].lower in language.grammar.places and token.lower in language.documents:
        return None  # "in a statement posted online"
    trimmed = _trimmed(tokens, start, last + 1, language)
    if trimmed is None or not _plausible(tokens, *trimmed, form, language):
        return None
    return _named_before(tokens, *trimmed, language) or Phrase(*trimmed)


def _named_before(tokens: list[Token], start: int, end: int, language: Language) -> Phrase | None:
    """The name that opens the sentence, an office after its comma: `Ann Lee, head of the port said`."""
    comma = start - 1
    if comma < 1 or tokens[comma].tag != "," or any(token.tag != "N" for token in tokens[:comma]):
        return None
    if comma == 1 and tokens[0].lower.endswith(language.grammar.participle):
        return None
    stop = next((at for at in range(start, end) if tokens[at].tag == "I"), end)
    office = language.person_noun(tokens[stop - 1].lower) is not None
    return Phrase(0, comma, (start, end)) if office and tokens[0].text[0].isalpha() else None


def _chunk_start(tokens: list[Token], last: int, language: Language) -> int:
    """The first token of the noun phrase that ends with the token `last`."""
    start, according = last, language.grammar.according
    floor = max(0, last - LONGEST_PHRASE)
    while start > floor:
        token = tokens[start - 1]
        if token.lower == according[1] and start > 1 and tokens[start - 2].lower == according[0]:
            break
        if token.tag == "C":
            if not conjoins(tokens, start - 1, language):
                break
        elif token.tag == ")" and (opening := _before_letters(tokens, start - 1)) > floor:
            start = opening + 2
        elif (
            token.tag not in INSIDE
            or is_finite(tokens, start - 1, language)
            or token.tag == "."
            or token.lower in language.grammar.occasions
            or (token.tag == "Q" and ends_speech(token))
        ) and not _modifies(tokens, start - 1, language):
            break
        start -= 1
        if token.tag == "D" and start > floor and tokens[start - 1].tag != "I" and tokens[start - 1].tag != "D":
            return _conjunct_start(tokens, start, language)
    return start


def _modifies(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether an adverb stands inside a noun phrase: `the town’s only hospital`."""
    owned = at > 0 and (tokens[at - 1].tag == "D" or tokens[at - 1].lower.endswith(POSSESSIVES))
    return tokens[at].lower.endswith(language.adverb_suffix) and owned and tokens[at + 1].tag in "wN"


def _conjunct_start(tokens: list[Token], start: int, language: Language) -> int:
    """Where the phrase starts that "and" joins to the one at `start`: `…, the ministry and a charity said`.

    It must open its clause; else the "and" joins two clauses.
    """
    first = start - 2
    if first < 0 or tokens[start - 1].tag != "C" or not conjoins(tokens, start - 1, language):
        return start
    while (
        first > max(0, start - LONGEST_CONJUNCT)
        and tokens[first].tag in "Nw"
        and tokens[first - 1].tag in "NwD"
    ):
        first -= 1
    if first > 1 and tokens[first - 1].lower in language.grammar.body_links:
        first -= 2
        while first > 0 and tokens[first].tag == "N" and tokens[first - 1].tag == "N":
            first -= 1
    opens = first == 0 or tokens[first - 1].tag in CLAUSE_MARKS
    return first if opens and not any(is_finite(tokens, at, language) for at in range(first, start)) else start


def _trimmed(tokens: list[Token], start: int, end: int, language: Language) -> tuple[int, int] | None:
    """The phrase without an adverbial that opens it ("In Geneva officials"), None if nothing is left."""
    if tokens[start].tag not in "IC.’'&/":
        return start, end
    last = end - 1
    if tokens[start].lower in language.grammar.accompanying and start < last:
        return start + 1, end
    if tokens[last].tag == "N":
        name = _name_run(tokens, last, start + 1, language)
        while tokens[name].tag in "IC" or tokens[name].lower in language.grammar.of:
            name += 1
        return name, end
    if is_person_or_body(tokens[last].lower, language):
        first = last
        while first > start + 1 and tokens[first - 1].tag == "w":
            first -= 1
        return first, end
    return None


def _name_run(tokens: list[Token], last: int, floor: int, language: Language) -> int:
    start = last
    while start > floor and (tokens[start - 1].tag in "N&" or tokens[start - 1].lower in language.grammar.of):
        start -= 1
    return start


def _plausible(tokens: list[Token], start: int, end: int, form: VerbForm, language: Language) -> bool:
    """Whether the phrase can name somebody who speaks."""
    head = tokens[end - 1]
    if head.tag in "DI":
        return head.lower in language.grammar.quantifiers
    if form.verb.clause == "bare" and form.verb.quote and not form.noun:
        return True
    return any(token.tag in "ND" or is_person_or_body(token.lower, language) for token in tokens[start:end])


def _before_letters(tokens: list[Token], close: int) -> int:
    """The token before a name's letters in brackets, closed at `close`: `Boat Owners (NBO) Union`; else -1."""
    lettered = close >= 3 and tokens[close - 2].tag == "(" and tokens[close - 1].text.isupper()
    return close - 3 if lettered and tokens[close - 3].tag in "Nw" else -1


def _before_bracket(tokens: list[Token], at: int) -> int:
    floor = max(0, at - LONGEST_APPOSITION)
    while at > floor and tokens[at].tag != "(":
        at -= 1
    return at - 1


def is_alias(tokens: list[Token], at: int) -> bool:
    """Whether a quotation after a comma is but a name that somebody goes by: `A nurse, “Mona,” said`."""
    if at < 2 or tokens[at].tag != "Q" or tokens[at - 1].tag != "," or tokens[at - 2].tag not in "wNP":
        return False
    words = tokens[at].text.strip(QUOTE_MARKS + ",").split()
    return len(words) <= LONGEST_ALIAS and all(word[0].isupper() and word.isalpha() for word in words)
