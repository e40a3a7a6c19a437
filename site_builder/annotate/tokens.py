"""The tokens of a paragraph: words, marks, and each passage in quotation marks as one token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from site_builder.annotate.language import Language
from site_builder.annotate.quotes import NEW, Quote
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
LONGEST_KEPT = 40
MOST_KEPT = 1 << 14
"""Of what stands between two blanks, so much is remembered, and none that has more characters."""

POSSESSIVES = ("’s", "'s")
EMPHASIS = frozenset("*_")
"""Marks of type, which right behind the end of a sentence belong to it: `**Is it safe?**`."""
DASHES = frozenset("—–―-")
LONGEST_ARTICLE = 5
"""Characters before such a word, with the blanks, in which an article stands."""
INSIDE_SENTENCE = frozenset(",”\"’'")
"""Marks after which a capitalised verb is a name: `"…," Will wrote`."""


def _tag(text: str, lower: str, language: Language) -> str:
    known = language.tags.get(lower)
    if known is not None and (known == "D" or not (text.isupper() and len(text) > 1)):
        return "N" if known == "w" and text[0].isupper() else known
    first = text[0]
    if first.isupper():
        return "w" if "-" in lower and lower.endswith(language.compound_endings) else "N"
    if first.isdigit():
        return "#"
    if not first.isalnum():
        return "—" if first in DASHES else first
    head, _, rest = text.partition("-")
    if rest[:1].isupper() and head in language.name_articles:
        return "N"
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
    """Whether a capitalised verb or preposition is a name by the marks and words beside it: `the Met`."""
    if tag == "I":
        return after.isupper() and lower in language.given_names
    if before[-1:] in INSIDE_SENTENCE:
        return True
    return tag == "V" and before.rpartition(" ")[2].lower() in language.grammar.articles


def _closes_name(tokens: list[Token], start: int, after: str) -> bool:
    """Whether a capitalised adverb or number at `start` is the last word of a name: `Rights Now said`."""
    if not tokens or tokens[-1].tag != "N" or tokens[-1].end + 1 != start:
        return False
    return tokens[-1].text[-1] != "." and not after.isupper()


def _is_of_time(tokens: list[Token], language: Language) -> bool:
    """Whether the words so far end so that a word of time goes on with them: `in May`, `6 May`."""
    return bool(tokens) and (tokens[-1].tag in "I#TDA" or tokens[-1].lower in language.grammar.times)


def _is_of_office(text: str, start: int, end: int, language: Language) -> bool:
    """Whether an office stands right after an ordinal that ends at `start`: `first minister`."""
    following = WORD.match(text, start + 1, min(end, start + LONGEST_KEPT))
    return following is not None and language.person_noun(following[0].lower()) is not None


class _Piece(NamedTuple):
    """A token of what stands between two blanks, its offsets counted from there.

    `doubtful`: only what stands beside it tells whether it is a name, or an ordinal part of an office.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str
    doubtful: bool


class _Pieces(dict[str, tuple[_Piece, ...]]):
    """By what stands between two blanks its tokens: the words of a language are read once, not in each text."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __missing__(self, chunk: str) -> tuple[_Piece, ...]:
        pieces = tuple(_pieces(chunk, self.language))
        if len(chunk) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[chunk] = pieces
        return pieces


def _pieces(chunk: str, language: Language) -> Iterator[_Piece]:
    abbreviated = -1
    for found in WORD.finditer(chunk):
        first, last = found.span()
        if first == abbreviated:
            continue
        word = found[0]
        if chunk.startswith(".", last) and _is_abbreviation(word, language):
            abbreviated = last
            last += 1
            word += "."
        lower = word.lower()
        tag = _tag(word, lower, language)
        names = tag in "AVIR" or lower in language.grammar.singling | language.grammar.counting
        names = names or lower in language.worded
        doubtful = (names and word[0].isupper()) or lower in language.ordinals
        yield _Piece(first, last, word, lower, tag, doubtful)


@lru_cache(maxsize=8)
def _pieces_of(language: Language) -> _Pieces:
    return _Pieces(language)


def _add_words(tokens: list[Token], text: str, start: int, end: int, language: Language) -> None:
    """Adds the tokens of `text[start:end]`, in which there are no quotations."""
    pieces, span = _pieces_of(language), Span(start, end)
    at = start
    for chunk in text[start:end].split():
        at = text.index(chunk, at)
        for piece in pieces[chunk]:
            first, last, word, lower, tag, doubtful = piece
            if doubtful:
                tag = _settled(piece, tokens, text, at, span, language)
            tokens.append(NEW(Token, (at + first, at + last, word, lower, tag)))
        at += len(chunk)


def _settled(piece: _Piece, tokens: list[Token], text: str, at: int, span: Span, language: Language) -> str:
    """The tag of a doubtful piece of what stands at `at`, by the tokens before it and the text of the span."""
    start, last, (word, lower, tag) = at + piece.start, at + piece.end, piece[2:5]
    after = text[last + 1 : last + 2]
    if lower in language.ordinals:
        if not _is_of_office(text, last, span.end, language):
            return tag
        return "N" if word[0].isupper() else "w"
    if lower in language.worded:
        if not (_is_of_time(tokens, language) or after.isdigit()):
            return "N"
        return "T" if lower in language.months_too else tag
    if tag in "RD":
        return "N" if _closes_name(tokens, start, after) else tag
    if lower in language.months_too and tokens and tokens[-1].tag in "I#":
        return "T"
    given = tag == "A" and bool(tokens) and tokens[-1].lower in language.given_names
    before = text[max(span.start, start - LONGEST_ARTICLE) : start - 1]
    return "N" if given or _is_name(lower, tag, before, after, language) else tag


def tokenise(text: str, span: Span, quotes: Iterable[Quote], language: Language) -> list[Token]:
    """The tokens of `text[span]`, in order; blanks lie between them and nothing else."""
    tokens: list[Token] = []
    at = span.start
    for quote in quotes:
        if at < quote.span.start:
            _add_words(tokens, text, at, quote.span.start, language)
        opening, closing = quote.span
        passage = text[opening:closing]
        tokens.append(NEW(Token, (opening, closing, passage, passage, "Q")))
        at = closing
    _add_words(tokens, text, at, span.end, language)
    return tokens
