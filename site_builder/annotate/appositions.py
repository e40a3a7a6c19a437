"""Where an apposition or a relative clause between a subject and its verb begins: `Ann Lee, a lawyer, said`."""

from __future__ import annotations

from site_builder.annotate.language import Language
from site_builder.annotate.noun_phrases import LONGEST_APPOSITION, is_alias
from site_builder.annotate.phrases import is_person_or_body, is_year
from site_builder.annotate.tokens import Token

PLACE_REACH = 7


def apposition_start(tokens: list[Token], close: int, language: Language) -> int | None:
    """The comma or dash that opens the apposition closed by the one at `close`."""
    mark, bracketed = tokens[close].tag, False
    for at in range(close - 1, max(0, close - LONGEST_APPOSITION), -1):
        token, before = tokens[at], tokens[at - 1]
        if token.tag in "()":
            bracketed = token.tag == ")"
        if bracketed:
            continue  # "Ann Lee (Lab, West Strand),"
        if token.tag in ";:" or (token.tag == "Q" and not is_alias(tokens, at)):
            return None
        if token.tag != mark or _is_year(tokens, at, close):
            continue
        named = before.tag in "N)P" or is_person_or_body(before.lower, language)
        named = named or (before.lower in language.grammar.oblique and _is_one_of(tokens, at, language))
        named = named or (at == 1 and before.tag == "#" and tokens[at + 1].tag == "D")
        named = named or tokens[at + 1].lower in language.grammar.channels
        named = named or (close - at == 4 and tokens[at + 1].tag == "I" and _is_owned(tokens, at + 2, language))
        named = named or (before.tag == "w" and _tells_who(tokens, at + 1, close, language))
        named = named or (close - at == 2 and tokens[at + 1].tag == "#" and before.tag == "w")
        place = close - at <= 3 and tokens[at + 1].tag == "N" and before.tag == "N"
        if named and not (place and _in_apposition(tokens, at, mark, language)):
            return _before_origin(tokens, at, mark)
    return None


def _is_owned(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether something of the subject's own stands there: `the port, for its part, said`."""
    return tokens[at].lower in language.possessives


def _is_one_of(tokens: list[Token], comma: int, language: Language) -> bool:
    """Whether a name follows "us" or "them", or a number leads to it: `one of them, a father of two, said`."""
    partitive = comma > 2 and tokens[comma - 2].lower in language.grammar.of
    counted = partitive and tokens[comma - 3].tag in "#DNw"
    return tokens[comma + 1].tag in "NQ" or (counted and tokens[comma + 1].tag == "D")


def relative_start(tokens: list[Token], inner: int, close: int) -> int | None:
    """The mark before a relative clause that holds an apposition: `Ann Lee, whose son, Per, was on board,`."""
    for at in range(inner - 1, max(0, close - LONGEST_APPOSITION), -1):
        if tokens[at].tag == tokens[close].tag and tokens[at + 1].tag == "S":
            return at if tokens[at - 1].tag in "N)" else None
        if tokens[at].tag in ";:Q":
            return None
    return None


def _is_year(tokens: list[Token], at: int, close: int) -> bool:
    """Whether nothing but a year stands between two marks: `the Harbour Act, 2019,`."""
    return close - at == 2 and is_year(tokens[at + 1])


def _tells_who(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    """Whether an apposition makes a person of any noun: a full name (`her rival, Ann Lee,`) or a "who"."""
    if tokens[start].lower in language.grammar.personal_relatives:
        return True
    return end - start > 1 and all(token.tag == "N" for token in tokens[start:end])


def can_stand_in_apposition(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the tokens between two commas are a phrase or a relative clause, not a clause of their own."""
    for at in range(start, end):
        if tokens[at].tag == "S":
            return True
        if tokens[at].tag == "P" or tokens[at].tag == "A":
            return False
    return start < end


def _before_origin(tokens: list[Token], at: int, mark: str) -> int:
    """The mark that opens `, from Hull,` where that stands between the name and the mark `at`; else `at`."""
    for earlier in range(at - 2, max(0, at - PLACE_REACH), -1):
        if tokens[earlier].tag == mark:
            return earlier if tokens[earlier + 1].tag == "I" and tokens[earlier - 1].tag == "N" else at
    return at


def _in_apposition(tokens: list[Token], at: int, mark: str, language: Language) -> bool:
    """Whether a mark near before `at` opens an apposition to a name: `Lee, 43, of Tulsa, Oklahoma,`."""
    for earlier in range(at - 1, max(0, at - PLACE_REACH), -1):
        if tokens[earlier].tag == mark:
            before = tokens[earlier - 1]
            return before.tag in "N)P#" or is_person_or_body(before.lower, language)
    return False
