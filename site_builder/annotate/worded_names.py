"""Names of people in an article that elsewhere are other words: Theresa May, Lisa Day, George Will."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from site_builder.annotate.language import Language
from site_builder.annotate.titles import is_title

BEFORE = re.compile(r"([^\W\d_][\w’'-]{0,30}\.?|[.!?:”\"—–-]) {0,2}\Z")
"""The last word before a place, or the mark after which a sentence begins."""
LOOKED_AT = 40
"""Characters before a name that are looked at."""


def with_worded_names(text: str, language: Language) -> Language:
    """The tables of a language, by which such words with a capital are names where the text brings in somebody
    of that name in full."""
    words = frozenset(_introduced(text, language))
    return _with(language, words) if words else language


@lru_cache(maxsize=16)
def _with(language: Language, words: frozenset[str]) -> Language:
    return replace(language, worded=words)


@lru_cache(maxsize=4)
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word of time or an auxiliary with a capital behind a capitalised word; one that is a given name, too,
    before one, with the character or the word behind both."""
    words = [word for word, tag in language.tags.items() if tag in "TA" and word.isalpha()]
    last = "|".join(word.title() for word in sorted(words))
    first = "|".join(word.title() for word in sorted(words) if word in language.given_names)
    return (
        re.compile(rf"\b([A-Z][\w’'-]{{1,30}}\.?) (?:[A-Z]\. )?({last})\b(?! ?\d)"),
        re.compile(rf"\b({first}) [A-Z][\w’'-]{{1,30}}(?: ([a-z]{{1,20}})\b|,)"),
    )


def _introduced(text: str, language: Language) -> Iterator[str]:
    as_last, as_first = _patterns(language)
    told = set[str]()
    for found in as_last.finditer(text):
        first, last = found[1].lower(), found[2].lower()
        if last in told:
            continue
        named = first in language.given_names or first in language.honorifics
        if named and language.tags.get(_word_before(text, found.start())) not in ("I", "D"):
            told.add(last)
            yield last
    for found in as_first.finditer(text):
        before, verb = _word_before(text, found.start()), found[2]
        opens = not before.isalpha() or is_title(before, language)
        if opens and (verb is None or verb in language.verbs or language.tags.get(verb) in ("V", "A")):
            yield found[1].lower()


def _word_before(text: str, at: int) -> str:
    found = BEFORE.search(text, max(0, at - LOOKED_AT), at)
    return found[1].lower() if found is not None else ""
