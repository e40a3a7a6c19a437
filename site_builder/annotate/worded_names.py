"""Names of people in an article that elsewhere are other words: Theresa May, Lisa Day, George Will."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from site_builder.annotate.language import Language
from site_builder.annotate.titles import is_title

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
def _forms(language: Language) -> dict[str, str]:
    """Such words as they stand between two blanks, with the mark behind them; days of the week are no names."""
    words = [word for word, tag in language.tags.items() if tag in "TA" and word.isalpha()]
    names = [word.title() for word in words if word not in language.time.weekdays]
    return {f"{name}{mark}": name for name in names for mark in ("", ",", ".", "’s", "'s")}


@lru_cache(maxsize=64)
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One of these words; the same before a capitalised word, with what stands behind both."""
    words = "|".join(names)
    return (
        re.compile(rf"\b({words})\b(?! ?\d)"),
        re.compile(rf"\b({words}) [A-Z][\w’'-]{{1,30}}(?: ([a-z]{{1,20}})\b|,)"),
    )


def _introduced(text: str, language: Language) -> Iterator[str]:
    forms = _forms(language)
    names = tuple(sorted({forms[chunk] for chunk in forms.keys() & set(text.split())}))
    if not names:
        return
    as_last, as_first = _patterns(names)
    told = set[str]()
    for found in as_last.finditer(text):
        word = found[0].lower()
        if word not in told and _is_behind_given(_before(text, found.start()), language):
            told.add(word)
            yield word
    if not any(name.lower() in language.given_names for name in names):
        return
    for found in as_first.finditer(text):
        word, verb, before = found[1].lower(), found[2], _before(text, found.start())
        opens = not before or not before[-1].isalpha() or is_title(before[-1], language)
        speaks = verb is None or verb in language.verbs or language.tags.get(verb) in ("V", "A")
        if word in language.given_names and opens and speaks:
            yield word


def _before(text: str, at: int) -> list[str]:
    """The words before a place in its line, with the marks at them, in small letters."""
    start = max(0, at - LOOKED_AT)
    return text[max(start, text.rfind("\n", start, at) + 1) : at].lower().split()


def _is_behind_given(before: list[str], language: Language) -> bool:
    """Whether words end with a given name or a form of address, and no preposition or article before it."""
    if len(before) > 1 and len(before[-1]) == 2 and before[-1].endswith("."):
        before = before[:-1]  # "Ann J. May"
    if not before or not (before[-1] in language.given_names or before[-1] in language.honorifics):
        return False
    return language.tags.get(before[-2] if len(before) > 1 else "") not in ("I", "D")
