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
SURNAME = re.compile(r" [A-Z][\w’'-]{1,30}(?: ([a-z]{1,20})\b|,)")
"""A capitalised word, and what stands behind it."""


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
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(names)})\b(?! ?\d)")


def _introduced(text: str, language: Language) -> Iterator[str]:
    forms = _forms(language)
    names = tuple(sorted({forms[chunk] for chunk in forms.keys() & set(text.split())}))
    if not names:
        return
    reached = 0
    for found in _any_of(names).finditer(text):
        word, before = found[0].lower(), _before(text, found.start())
        if _is_behind_given(before, language):
            yield word
        surname = SURNAME.match(text, found.end()) if found.start() >= reached else None
        if surname is not None:
            reached = surname.end()
            if word in language.given_names and _opens(before, language) and _speaks(surname[1], language):
                yield word


def _opens(before: list[str], language: Language) -> bool:
    """Whether a name may begin behind these words."""
    return not before or not before[-1].isalpha() or is_title(before[-1], language)


def _speaks(verb: str | None, language: Language) -> bool:
    """Whether what follows a name is a mark, or a verb."""
    return verb is None or verb in language.verbs or language.tags.get(verb) in ("V", "A")


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
