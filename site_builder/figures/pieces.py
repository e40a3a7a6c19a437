"""The tokens of a text with compounds of numbers taken apart: `10-12`, `5-year-old`, `3km`, `forty-three`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeVar

from site_builder.annotate.sentences import sentence_ranges
from site_builder.annotate.tokens import Token, tokenise
from site_builder.figures.language import FigureWords, Phrase
from site_builder.model import Span

Join = Literal["", "-", "+"]
T = TypeVar("T")
LONGEST_PHRASE = 4
"""Words of a hedge, a unit or the name of a currency."""
_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?[½¼¾⅛]?|[½¼¾⅛]")


class Piece(NamedTuple):
    """A token or a part of one. `join`: how it hangs on the piece before: apart, by a hyphen, directly."""

    start: int
    end: int
    text: str
    lower: str
    tag: str
    join: Join

    @property
    def is_digits(self) -> bool:
        return self.tag == "#" and _DIGITS.fullmatch(self.text) is not None


Pieces = Sequence[Piece]


def lower_at(pieces: Pieces, at: int) -> str:
    """The piece at a place in small letters; "" where there is none."""
    return pieces[at].lower if 0 <= at < len(pieces) else ""


def read_pieces(text: str, words: FigureWords) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of every sentence of the text. A line end is the end of a sentence."""
    sentences = []
    at = 0
    for line in text.split("\n"):
        tokens = tokenise(text, Span(at, at + len(line)), (), words.language)
        for start, end in sentence_ranges(tokens, words.language):
            sentences.append(tuple(_split(tokens[start:end], words)))
        at += len(line) + 1
    return tuple(sentences)


def _split(tokens: list[Token], words: FigureWords) -> Iterator[Piece]:
    reached = -1
    for token in tokens:
        join: Join = "+" if token.start == reached else ""
        reached = token.end
        if token.tag == "#":
            yield from _digits(token, join)
        elif "-" in token.text and _is_number_word(token.lower.partition("-")[0], words):
            yield from _hyphened(token.text, token.start, token.tag, join)
        else:
            yield Piece(*token, join)


def _is_number_word(word: str, words: FigureWords) -> bool:
    return word in words.ones or word in words.tens or word in words.scales or word == words.half


def _digits(token: Token, join: Join) -> Iterator[Piece]:
    """The digits by themselves, then what hangs on them."""
    match = _DIGITS.match(token.text)
    if match is None:
        yield Piece(*token, join)
        return
    middle = token.start + match.end()
    yield Piece(token.start, middle, match[0], match[0], "#", join)
    rest = token.text[match.end() :]
    if rest.startswith("-") and len(rest) > 1:
        yield from _hyphened(rest[1:], middle + 1, "w", "-")
    elif rest:
        yield Piece(middle, token.end, rest, rest.lower(), "w", "+")


def _hyphened(text: str, start: int, tag: str, join: Join) -> Iterator[Piece]:
    for part in text.split("-"):
        if part[:1].isdigit():
            yield from _digits(Token(start, start + len(part), part, part.lower(), "#"), join)
        elif part:
            yield Piece(start, start + len(part), part, part.lower(), "w" if tag == "#" else tag, join)
        start += len(part) + 1
        join = "-"


def longest_from(pieces: Pieces, at: int, table: Mapping[Phrase, T]) -> tuple[int, T | None]:
    """The piece after the longest phrase of a table that begins at a piece, and what it stands for."""
    for length in range(LONGEST_PHRASE, 0, -1):
        found = table.get(tuple(piece.lower for piece in pieces[at : at + length]))
        if found is not None and at + length <= len(pieces):
            return at + length, found
    return at, None


def mark_at(pieces: Pieces, at: int, words: FigureWords) -> str | None:
    """The currency whose mark or code a piece is, as they stand before a number."""
    if not 0 <= at < len(pieces):
        return None
    return words.currencies.get(pieces[at].lower) or words.currency_codes.get(pieces[at].text)


def currency_from(pieces: Pieces, at: int, words: FigureWords) -> tuple[int, str | None]:
    """The piece after the name or the code of a currency that stands behind a number, and its unit; a code
    in front of a name is part of that: `20 CHF Delegates`."""
    end, unit = longest_from(pieces, at, words.currency_words)
    if unit or at >= len(pieces):
        return end, unit
    before_name = at + 1 < len(pieces) and pieces[at + 1].text[0].isupper()
    code = None if before_name else words.currency_codes.get(pieces[at].text)
    return at + bool(code), code
