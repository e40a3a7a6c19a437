"""The names of a paragraph, each with the titles before it and what is said of its bearer beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import is_finite
from site_builder.annotate.tokens import POSSESSIVES, Token

LONGEST_NAME = 12
LONGEST_TITLE = 6
LONGEST_DESCRIPTION = 12
SENTENCE_ENDS = frozenset(".?!…:")
SUFFIXES = frozenset(("jr.", "sr.", "jr", "sr", "ii", "iii", "iv"))


class Name(NamedTuple):
    """`words`: the name alone, possessive endings off; `titles` and `description`: lower-case words.

    `bare`: where the name without its titles starts. `subject`: a finite verb follows.
    `initial`: it opens a sentence or stands in a headline, so that a capital says little; `headline`:
    it stands in one.
    """

    words: tuple[str, ...]
    titles: tuple[str, ...]
    description: tuple[str, ...]
    start: int
    bare: int
    end: int
    subject: bool
    possessive: bool
    initial: bool
    headline: bool


def without_possessive(word: str) -> str:
    if word.endswith(POSSESSIVES):
        return word[:-2]
    return word.rstrip("’'")


def is_title(lower: str, language: Language) -> bool:
    return lower in language.ranks or lower in language.person_nouns


def _run_end(tokens: list[Token], start: int, language: Language) -> int:
    """The token after a run of capitalised words, with particles of surnames and "Ministry of" between them."""
    at = start + 1
    while at < len(tokens) and at - start < LONGEST_NAME:
        token = tokens[at]
        if tokens[at - 1].lower.endswith(POSSESSIVES):
            break
        named = at + 1 < len(tokens) and tokens[at + 1].tag == "N"
        of_body = token.lower in language.grammar.of and tokens[at - 1].lower in language.body_nouns
        if of_body and tokens[at + 1 : at + 2] and tokens[at + 1].lower in language.grammar.articles:
            named = at + 2 < len(tokens) and tokens[at + 2].tag == "N"
            at += named
        if token.tag != "N" and not (named and (of_body or token.lower in language.surname_particles)):
            break
        at += 1
    return at


def split_titles(run: list[Token], language: Language) -> int:
    """How many leading words of a run of capitalised words are titles: "Prime Minister Ann Lee" has 2."""
    last = len(run) - (2 if run[-1].lower in SUFFIXES else 1)
    for at in range(last - 1, -1, -1):
        if is_title(run[at].lower, language):
            return at + 1
    return 0


def _titles_before(tokens: list[Token], start: int, language: Language) -> int:
    """The first token of lower-case titles before a name: `defence ministry spokesman Ann Lee`."""
    at = start
    if at > 1 and tokens[at - 1].tag == "," and tokens[at - 2].lower in language.person_nouns:
        at -= 1
    if at == 0 or not is_title(tokens[at - 1].lower, language):
        return start
    floor = max(0, start - LONGEST_TITLE)
    while at > floor and tokens[at - 1].tag in "wN" and not is_finite(tokens, at - 1, language):
        at -= 1
    return at


def _description(tokens: list[Token], end: int, language: Language) -> tuple[str, ...]:
    """The words of an apposition after a name, if it says what the bearer is: `a spokesman for the Port`.

    After its first preposition only names: whose spokesman, not whose wife.
    """
    if end + 1 >= len(tokens) or tokens[end].tag not in ",(" or tokens[end + 1].tag not in "DwN":
        return ()
    words: list[str] = []
    within = False
    for token in tokens[end + 1 : end + 1 + LONGEST_DESCRIPTION]:
        if token.tag in ",.;:)QAV":
            break
        within = within or token.tag == "I"
        if not within or (token.tag == "N" and not is_title(token.lower, language)):
            words.append(token.lower)
    return tuple(words) if any(is_title(word, language) for word in words) else ()


def find_names(tokens: list[Token], language: Language, *, headline: bool = False) -> Iterator[Name]:
    """Every run of capitalised words outside quotation marks, in order."""
    at = 0
    while at < len(tokens):
        if tokens[at].tag != "N":
            at += 1
            continue
        end = _run_end(tokens, at, language)
        titled = at + split_titles(tokens[at:end], language)
        start = _titles_before(tokens, at, language)
        last = tokens[end - 1]
        possessive = last.lower.endswith(POSSESSIVES) or (end < len(tokens) and tokens[end].tag in "’'")
        yield Name(
            words=tuple(without_possessive(token.text) for token in tokens[titled:end]),
            titles=tuple(token.lower for token in tokens[start:titled] if token.tag != ","),
            description=_description(tokens, end, language),
            start=tokens[start].start,
            bare=tokens[titled].start,
            end=last.end,
            subject=end < len(tokens) and is_finite(tokens, end, language),
            possessive=possessive,
            headline=headline,
            initial=headline or at == 0 or tokens[at - 1].tag in SENTENCE_ENDS,
        )
        at = end
