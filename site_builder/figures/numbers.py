"""Numbers of running text, in digits and in words: `1 500`, `two and a half thousand`, `a quarter of`."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from site_builder.figures.digits import read_digits
from site_builder.figures.faults import Fault
from site_builder.figures.language import FigureWords
from site_builder.figures.nouns import is_plural
from site_builder.figures.pieces import Pieces, currency_from, longest_from, lower_at

LONGEST = 12
"""Pieces of a number in words."""
LONGEST_INSIDE = 3
"""Pieces between the two numbers of a ratio that name what it is of."""
LARGEST_WHOLE = 1000
"""What a share may be of, as `one in a thousand`; more are years."""
BLANKS = frozenset(" \u00a0\u2009\u202f")


class Number(NamedTuple):
    """A number by the pieces `start` to `end`. `low` and `high` differ for round words (`dozens`); both are
    None for digits that cannot be read, and `fault` says why. `scale` is what the digits were multiplied
    by. `share`: a fraction of a whole, in per cent; `noun`: the piece with which what it is of begins, where
    that stands inside it, else -1."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    fault: Fault | None = None
    scale: int = 1
    share: bool = False
    noun: int = -1

    @property
    def round(self) -> bool:
        return self.low != self.high


def read_number(text: str, pieces: Pieces, at: int, words: FigureWords) -> Number | None:
    """The longest number that begins at a piece; None if none does."""
    for reader in (_fraction, _ratio, _round, _few):
        number = reader(pieces, at, words)
        if number:
            return number
    if pieces[at].is_digits:
        return _in_digits(text, pieces, at, words)
    return _in_words(pieces, at, words)


def _in_digits(text: str, pieces: Pieces, at: int, words: FigureWords) -> Number | None:
    end, digits = _grouped(text, pieces, at)
    scale, end_of_scale = _scale(pieces, end, words)
    glued = end < len(pieces) and pieces[end].join == "+" and pieces[end].lower in words.suffixes
    if glued and not _is_length(pieces, at, end):
        scale, end_of_scale = words.suffixes[pieces[end].lower], end + 1
    read = read_digits(digits, scale > 1 or _measured(pieces, end, words))
    if read is None:
        return None
    value = read.value
    if value is not None:
        value, end_of_scale, scale = _and_a_half(value, scale, pieces, end_of_scale, words)
        value *= scale
    return Number(at, end_of_scale, value, value, read.fault, scale)


def _is_length(pieces: Pieces, at: int, end: int) -> bool:
    """Whether the `m` written onto digits is metres: `3m`, not after a currency and not before a noun."""
    if pieces[end].text != "m" or (at and pieces[at - 1].join == "" and pieces[at - 1].text in "€£¥"):
        return False
    if at and not pieces[at - 1].text.isalnum() and pieces[at].join == "+":
        return False
    return end + 1 >= len(pieces) or pieces[end + 1].tag not in "wN"


def _measured(pieces: Pieces, end: int, words: FigureWords) -> bool:
    """Whether a unit follows, so that decimals make sense."""
    if end >= len(pieces):
        return False
    known = longest_from(pieces, end, words.units)[1] or currency_from(pieces, end, words)[1]
    return known is not None or (pieces[end].join == "+" and pieces[end].lower in words.glued_units)


def _grouped(text: str, pieces: Pieces, at: int) -> tuple[int, str]:
    """Digits with blanks between groups of three, and the piece after them: `1 500 000`."""
    end, digits = at + 1, pieces[at].text
    if not (1 <= len(digits) <= 3 and digits.isdigit() and digits[0] != "0"):
        return end, digits
    while end < len(pieces) and end - at < 5:
        piece = pieces[end]
        gap = text[pieces[end - 1].end : piece.start]
        if gap not in BLANKS or not gap or len(piece.text) != 3 or not piece.text.isdigit():
            break
        digits += piece.text
        end += 1
    return end, digits


def _scale(pieces: Pieces, at: int, words: FigureWords) -> tuple[int, int]:
    """The product of the scales from a piece on, and the piece after them: `hundred thousand`."""
    scale, end = 1, at
    while end < len(pieces) and end - at < 2 and pieces[end].lower in words.scales:
        scale *= words.scales[pieces[end].lower]
        end += 1
    return scale, end


def _and_a_half(
    value: Decimal, scale: int, pieces: Pieces, at: int, words: FigureWords
) -> tuple[Decimal, int, int]:
    """`two and a half thousand`, `two million and a half`: value, the piece after, and the scale."""
    following = tuple(lower_at(pieces, at + step) for step in range(3))
    if following[0] == words.conjunction and following[1] in words.articles and following[2] == words.half:
        later, end = _scale(pieces, at + 3, words)
        return value + Decimal("0.5"), end, max(scale, later)
    return value, at, scale


def _in_words(pieces: Pieces, at: int, words: FigureWords) -> Number | None:
    end, total, current, last = at, 0, 0, 0
    if lower_at(pieces, at) in words.articles:
        if lower_at(pieces, at + 1) not in words.scales:
            return None
        end, current = at + 1, 1
    while end < len(pieces) and end - at < LONGEST:
        word = pieces[end].lower
        step = words.ones.get(word) or words.tens.get(word)
        if step and (not last or last >= 100 or (20 <= last < 100 and step < 10)):
            current, last = current + step, step
        elif word in words.scales and current:
            total, current, last = _multiplied(total, current, words.scales[word])
        elif not (word == words.conjunction and last >= 100 and _goes_on(pieces, end + 1, words)):
            break
        end += 1
    if not total + current:
        return None
    value, end, scale = _and_a_half(Decimal(total + current), 1, pieces, end, words)
    value *= scale
    scale = max(scale, words.scales.get(pieces[end - 1].lower, 1))
    return Number(at, end, value, value, scale=scale)


def _goes_on(pieces: Pieces, at: int, words: FigureWords) -> bool:
    """Whether `and` goes on with the number: `two hundred and fifty`."""
    word = lower_at(pieces, at)
    return word in words.ones or word in words.tens


def _multiplied(total: int, current: int, scale: int) -> tuple[int, int, int]:
    """`scale` on what stands before it: a hundred multiplies the words just before, a thousand all."""
    if scale < 1000:
        return total, current * scale, scale
    return total + current * scale, 0, scale


def _fraction(pieces: Pieces, at: int, words: FigureWords) -> Number | None:
    """`half a million`; `two-thirds`, `a quarter of`, `half of the`, `by a third`, in per cent."""
    word, after = lower_at(pieces, at), lower_at(pieces, at + 1)
    if word == words.half:
        if after in words.articles and lower_at(pieces, at + 2) in words.scales:
            value = Decimal(words.scales[lower_at(pieces, at + 2)]) / 2
            return Number(at, at + 3, value, value, scale=int(value * 2))
        if after == words.of or after in words.definites:
            return Number(at, at + 1, Decimal(50), Decimal(50), share=True)
        return None
    count = 1 if word in words.articles else words.ones.get(word, 0)
    parts = words.fractions.get(after)
    if not count or not parts or count >= parts or not _is_share(pieces, at, count, words):
        return None
    share = Decimal(100 * count) / parts
    return Number(at, at + 2, share, share, share=True)


def _is_share(pieces: Pieces, at: int, count: int, words: FigureWords) -> bool:
    """Whether a fraction is of something, and no ordinal: not `a third man`, nor `two thirds` of a match."""
    if lower_at(pieces, at + 2) == words.of or (count > 1 and pieces[at + 1].join == "-"):
        return True
    by_so_much = at > 0 and lower_at(pieces, at - 1) == words.by
    return by_so_much and (at + 2 >= len(pieces) or pieces[at + 2].tag not in "wN")


def _ratio(pieces: Pieces, at: int, words: FigureWords) -> Number | None:
    """`one in five`, `9 out of every 10`, `one berth in four`, in per cent."""
    inside = 0
    while inside <= LONGEST_INSIDE and at + 1 + inside < len(pieces):
        number = _ratio_around(pieces, at, inside, words)
        if number or pieces[at + 1 + inside].tag not in "wN":
            return number
        inside += 1
    return None


def _ratio_around(pieces: Pieces, at: int, inside: int, words: FigureWords) -> Number | None:
    """A ratio with so many pieces between its part and the words `in every`."""
    first = at + 1 + inside
    for length in (3, 2, 1):
        phrase = tuple(piece.lower for piece in pieces[first : first + length])
        end = first + length
        if phrase not in words.ratios:
            continue
        part, whole = _small(pieces, at, words), _small(pieces, end, words)
        # "killed two in 10 villages" counts the killed; a length of time is no whole.
        of_time = (lower_at(pieces, end + 1),) in words.units or lower_at(pieces, end + 1) in words.days
        counts = part != 1 and at > 0 and (pieces[at - 1].tag == "V" or pieces[at - 1].lower in words.past)
        of_others = inside and is_plural(lower_at(pieces, end + 1), words)
        if part and whole and part < whole and not (of_time or counts or of_others):
            share = Decimal(100 * part) / whole
            return Number(at, end + 1, share, share, share=True, noun=at + 1 if inside else -1)
    return None


def _small(pieces: Pieces, at: int, words: FigureWords) -> int:
    """A whole number in digits, to a thousand, or in one word; 0 for what is none."""
    word = lower_at(pieces, at)
    if word.isascii() and word.isdigit() and len(word) <= 4:
        return int(word) if int(word) <= LARGEST_WHOLE else 0
    return words.ones.get(word) or words.tens.get(word) or 0


def _round(pieces: Pieces, at: int, words: FigureWords) -> Number | None:
    """`dozens`, `tens of thousands`."""
    bounds = words.rounds.get(pieces[at].lower)
    if bounds is None:
        return None
    end, scale = at + 1, 1
    if lower_at(pieces, at + 1) == words.of and lower_at(pieces, at + 2) in words.rounds:
        scale, end = words.rounds[lower_at(pieces, at + 2)][0] // 2, at + 3
    elif pieces[at].lower == words.tens_of:
        return None
    low, high = bounds
    return Number(at, end, Decimal(low * scale), Decimal((high + 1) * scale - 1), scale=scale)


def _few(pieces: Pieces, at: int, words: FigureWords) -> Number | None:
    """`several hundred`, `a few dozen`."""
    for length in (3, 2, 1):
        phrase = tuple(piece.lower for piece in pieces[at : at + length])
        scale, end = _scale(pieces, at + length, words)
        if phrase in words.few and scale > 1:
            return Number(at, end, Decimal(2 * scale), Decimal(10 * scale - 1), scale=scale)
    return None
