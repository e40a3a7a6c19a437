"""The tokens of a paragraph: words, marks, and each passage in quotation marks as one token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from site_builder.annotate.language import Language
from site_builder.annotate.quotes import Quote
from site_builder.model import Span


class Token(NamedTuple):
    """`tag`: a class of `Language.tags`; "N" another capitalised word, "#" a number, "Q" a whole passage
    in quotation marks, "w" any other word; "—" a dash of any length; any other mark is its own tag."""

    start: int
    end: int
    text: str
    lower: str
    tag: str


WORD = re.compile(r"\w+(?:(?:[.'’&/@-]|,(?=\d))\w+)*|([^\w\s])\1*")
"""A word with the marks inside it, or a row of one mark."""


POSSESSIVES = ("’s", "'s")
DASHES = frozenset("—–―-")
INSIDE_SENTENCE = frozenset(",”\"’'")
"""Marks after which a capitalised verb is a name: `"…," Will wrote`."""


@lru_cache(maxsize=1 << 14)
def _classified(word: str, language: Language) -> tuple[str, str]:
    """The word in lower case, and its tag by itself."""
    lower = word.lower()
    return lower, _tag(word, lower, language)


def _tag(text: str, lower: str, language: Language) -> str:
    known = language.tags.get(lower)
    if known is not None and (known == "D" or not (text.isupper() and len(text) > 1)):
        return "N" if known == "w" and text[0].isupper() else known
    first = text[0]
    if first.isupper():
        return "N"
    if first.isdigit():
        return "#"
    if not first.isalnum():
        return "—" if first in DASHES else first
    return "R" if lower.endswith(language.adverb_suffix) and len(lower) > 4 else "w"


def _is_abbreviation(word: str, language: Language) -> bool:
    """Whether a full stop right after the word belongs to it."""
    if len(word) == 1:
        return word.isupper()
    if not word[1::2].strip("."):
        return True
    known = language.abbreviations if word[0].isupper() else language.closing_abbreviations
    return word.lower() in known


def _is_name(lower: str, tag: str, before: str, after: str, language: Language) -> bool:
    """Whether a capitalised auxiliary or preposition is a name by the marks and letters beside it."""
    if tag == "I":
        return after.isupper() and lower in language.given_names
    return before in INSIDE_SENTENCE


def _words(text: str, start: int, end: int, language: Language) -> Iterator[Token]:
    abbreviated = -1
    new = tuple.__new__  # half the time of calling the class, for most of what is made of an article
    for found in WORD.finditer(text, start, end):
        first, last = found.span()
        if first == abbreviated:
            continue
        word = found[0]
        if last < end and text[last] == "." and _is_abbreviation(word, language):
            abbreviated = last
            last += 1
            word += "."
        lower, tag = _classified(word, language)
        if tag in "AVI" and word[0].isupper():
            before = text[max(start, first - 2) : first - 1]
            if _is_name(lower, tag, before, text[last + 1 : last + 2], language):
                tag = "N"
        yield new(Token, (first, last, word, lower, tag))


def tokenise(text: str, span: Span, quotes: Iterable[Quote], language: Language) -> list[Token]:
    """The tokens of `text[span]`, in order; blanks lie between them and nothing else."""
    tokens: list[Token] = []
    at = span.start
    for quote in quotes:
        if at < quote.span.start:
            tokens.extend(_words(text, at, quote.span.start, language))
        opening, closing = quote.span
        passage = text[opening:closing]
        tokens.append(Token(opening, closing, passage, passage, "Q"))
        at = closing
    tokens.extend(_words(text, at, span.end, language))
    return tokens
