"""Titles beside a person's name: ranks, offices, letters after it."""

from __future__ import annotations

from functools import lru_cache

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import is_finite
from site_builder.annotate.tokens import POSSESSIVES, Token

LONGEST_TITLE = 6


@lru_cache(maxsize=1 << 14)
def is_title(lower: str, language: Language) -> bool:
    """Whether the word is a rank or an office, or two of them joined: `lt-gen`, `director-general`."""
    if lower in language.ranks or language.person_noun(lower) is not None:
        return True
    first, _, last = lower.partition("-")
    ranked = first in language.ranks or first in language.person_nouns
    return ranked and (last in language.ranks or last in language.person_nouns)


def without_post_nominals(run: list[Token], language: Language) -> list[Token]:
    """The run of capitalised words without the letters after a person's name: `Ann Lee QC`."""
    end = len(run)
    while end > 2 and _is_post_nominal(run[end - 1], language):
        end -= 1
    if end == len(run):
        return run
    last = run[end - 1].lower
    return run if last in language.body_nouns or is_title(last, language) else run[:end]


def _is_post_nominal(token: Token, language: Language) -> bool:
    listed = token.lower.replace(".", "") in language.post_nominals
    return listed and sum(letter.isupper() for letter in token.text) > 1


def split_titles(run: list[Token], language: Language) -> int:
    """How many leading words of a run of capitalised words are titles: "Prime Minister Ann Lee" has 2."""
    if len(run) == 1:
        return 0
    last = len(run) - (2 if run[-1].lower in language.name_suffixes else 1)
    if len(run) > 2 and is_occupation(run[0], run[1], language):
        return 1
    lower = tuple(token.lower for token in run)
    body = lower[-1] in language.body_nouns and not is_personal(lower, language)
    for at in range(last - 1, -1, -1):
        if _is_title_of(run, at, language) and not (body and run[at].lower not in language.ranks):
            return at + 1
    return 0


def is_personal(words: tuple[str, ...], language: Language) -> bool:
    """Whether words in small letters end with a person's name, though the last one is that of bodies, too:
    `tom church`, not `king edward church`."""
    *before, last = words
    named = last in language.surname_bodies and bool(before) and before[-1] in language.given_names
    return named and language.regal.isdisjoint(before[-2:-1])


def is_occupation(word: Token, following: Token, language: Language) -> bool:
    """Whether a word that no list has tells what somebody does who is named right after: `deckhand Luis`."""
    lower = word.lower
    known = lower in language.given_names or lower in language.grammar.former or lower in language.body_nouns
    named = following.tag == "N" and following.lower in language.given_names
    return (
        named and not known and word.tag in "Nw" and len(lower) > 4 and lower.endswith(language.title_endings)
    )


def _is_title_of(run: list[Token], at: int, language: Language) -> bool:
    """Whether the capitalised word at `at` is a title of the name after it, and no part of a name."""
    word, following = run[at], run[at + 1].lower in language.given_names
    if word.text in language.initial_ranks:
        return following
    if word.lower in language.given_names:
        return following and is_title(word.lower, language)
    if word.text in language.initial_offices:
        return not run[at + 1].text.isupper()
    if word.lower in language.surname_nouns:
        return len(run) > at + 2 and run[-1].lower not in language.name_suffixes
    plural = word.lower.endswith(language.grammar.plural) and word.lower not in language.ranks
    return is_title(word.lower, language) and not (plural and word.lower in language.singulars)


def after_office(tokens: list[Token], start: int, end: int, language: Language) -> int:
    """Where a person's name starts after an office's: `Leader of the House Ann Lee`; else `start`.

    `start` and `end` are the run of capitalised words in which it stands.
    """
    inner = range(start + 1, end - 1)
    given = next((at for at in inner if tokens[at].lower in language.given_names), start) if inner else start
    if given == start and not _closes_office(tokens[end - 1], language):
        closing = (at + 1 for at in reversed(inner[:-1]) if _closes_office(tokens[at], language))
        given = next((at for at in closing if tokens[at].tag == "N"), start)
    at = start
    while given > start and at > 0 and start - at < LONGEST_TITLE:
        at -= 1
        linked = tokens[at].lower in language.grammar.office_links
        if linked and at > 0 and is_title(tokens[at - 1].lower, language):
            return given
        if tokens[at].tag not in "NCDIw":
            break
    return start


def _closes_office(token: Token, language: Language) -> bool:
    """Whether a capitalised word says what an office is of: `Minister for Rural Affairs`."""
    return token.lower in language.portfolios or token.lower in language.body_nouns


def titles_before(tokens: list[Token], start: int, language: Language) -> int:
    """The first token of lower-case titles before a name: `defence ministry spokesman Ann Lee`."""
    at = start
    if at > 1 and tokens[at - 1].tag == "," and tokens[at - 2].lower in language.person_nouns:
        at -= 1
    if at == 0 or not is_title(tokens[at - 1].lower, language):
        return start
    floor = max(0, start - LONGEST_TITLE)
    while at > floor and _is_in_title(tokens, at - 1, language) and not _is_of_person(tokens, at - 1, language):
        at -= 1
    return at


def _is_of_person(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the word says whose something is, and is a person’s: `Mayor Ann Lee’s brother`, `the mayor’s`."""
    word = tokens[at].lower
    if not word.endswith(POSSESSIVES):
        return False
    before = tokens[at - 1].lower if at else ""
    noun = language.person_noun(word[:-2])
    return noun is not None or before in language.given_names or is_title(before, language)


def _is_in_title(tokens: list[Token], at: int, language: Language) -> bool:
    aged = tokens[at].tag == "#" and tokens[at].lower.endswith(language.age_ending)
    return aged or (tokens[at].tag in "wN" and not is_finite(tokens, at, language))
