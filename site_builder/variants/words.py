"""The words of a statement as they are compared: content words, figures and names, without the frame."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_builder.annotate.english import ENGLISH
from site_builder.annotate.quotes import find_quotes
from site_builder.model import Span
from site_builder.variants.english import ENDINGS, NUMBERS, STOP
from site_builder.variants.english_alike import ALIKE

_WORD = re.compile(r"\d[\d.,]{0,40}\d|\d|[^\W\d_]+(?:['’.][^\W\d_]+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_BOUNDARY = re.compile(r"[.!?…][\"”’'»)\]]{0,3}\s+(?=[\"“‘'«(\[]{0,3}[^\W_a-z])")
_POSSESSIVE = ("'s", "s'", "'")
STEM = 7
"""Letters of a word that count: what follows them inflects it or makes another class of word of it."""
LONGEST_WORD = 40
"""Characters before a full stop that are looked at for an abbreviation."""
SHORTEST_STEM = 3
"""Letters an ending leaves at least."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a run of words is compared by.

    `concepts`: its content words in order, as stems, words of like meaning being one; figures stand
    there too, as digits. `numbers` and `names` are those of them that are figures, or written with a
    capital inside a sentence. `shown`: concept → its first word as it is written.
    """

    plain: tuple[str, ...]
    """All its words in lower case."""
    concepts: tuple[str, ...]
    distinct: frozenset[str]
    """The concepts, each once."""
    numbers: frozenset[str]
    names: frozenset[str]
    shown: Mapping[str, str]


Pairs = tuple[tuple[str, str], ...]
"""Stems, each with the concept it stands for in an archive."""


def profile(words: str, kind: str = "indirect", frame: str = "", alike: Pairs = ()) -> Profile:
    """The profile of words reported as `kind`; the words of the frame do not count. Of direct speech only
    what stands in quotation marks counts. `alike`: what the archive has for some of the words."""
    own = dict(alike)
    spoken = _quoted(words) if kind == "direct" else words
    aside = {_stem(word.casefold()) for word, _ in _tokens(frame)}
    plain, concepts = list[str](), list[str]()
    numbers, names, shown = set(), set(), dict[str, str]()
    for word, named in _tokens(spoken):
        low = word.casefold()
        plain.append(low)
        if low in STOP or (len(low) < 2 and not low.isdigit()) or _stem(low) in aside:
            continue
        concept = own.get(_stem(low)) or _concept(low)
        concepts.append(concept)
        shown.setdefault(concept, word)
        if concept[0].isdigit():
            numbers.add(concept)
        elif named:
            names.add(concept)
    return Profile(
        tuple(plain), tuple(concepts), frozenset(concepts), frozenset(numbers), frozenset(names), shown
    )


def sentences_of(words: str) -> tuple[Span, ...]:
    """The sentences of a statement, those inside quotation marks too: all of it but blanks."""
    spans, start = [], 0
    for boundary in _BOUNDARY.finditer(words):
        before = words[max(start, boundary.start() - LONGEST_WORD) : boundary.start()].rsplit(None, 1)[-1:]
        last = before[0].strip("\"“‘'(").casefold() if before else ""
        if boundary[0][0] == "." and (last in ENGLISH.abbreviations or len(last) < 2 or "." in last):
            continue
        spans.append(Span(start, start + len(words[start : boundary.end()].rstrip())))
        start = boundary.end()
    return (*spans, Span(start, len(words))) if start < len(words) else tuple(spans)


def _quoted(words: str) -> str:
    (quotes,) = find_quotes(words, (Span(0, len(words)),))
    return " ".join(words[quote.span.start : quote.span.end] for quote in quotes) or words


def _tokens(text: str) -> Iterator[tuple[str, bool]]:
    """A word without its possessive ending, and whether it has a capital inside a sentence."""
    plain = unicodedata.normalize("NFC", text).replace("’", "'")
    for match in _WORD.finditer(plain):
        word = match[0]
        for ending in _POSSESSIVE:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                word = word.removesuffix(ending) + ("s" if ending == "s'" else "")
                break
        yield word, word[0].isupper() and _inside(plain, match.start())


def _inside(text: str, at: int) -> bool:
    """Whether what begins `at` stands inside a sentence."""
    before = text[max(at - 4, 0) : at].rstrip(" \"“‘'«([")
    return bool(before) and before[-1] not in ".!?…:"


@lru_cache(maxsize=1 << 16)
def _concept(word: str) -> str:
    if word[0].isdigit():
        number = word.rstrip(".,")
        return number.replace(",", "") if _THOUSANDS.fullmatch(number) else number
    if word in NUMBERS:
        return NUMBERS[word]
    stem = _stem(word)
    return _ALIKE.get(word) or _ALIKE.get(stem) or stem


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    for ending, other in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word.removesuffix(ending) + other
            break
    if len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    return (word[:-1] if word.endswith("e") and len(word) > SHORTEST_STEM else word)[:STEM]


def alike_words(lines: Iterable[Sequence[str]]) -> dict[str, str]:
    """Stem → concept of an archive's own lines; a line with a word of our table goes on with that one's."""
    found: dict[str, str] = {}
    for line in lines:
        words = [word.casefold() for word in line]
        known = (concept for word in words if (concept := _concept(word)).startswith("~"))
        concept = next(known, f"~{words[0]}")
        found |= dict.fromkeys(map(_stem, words), concept)
    return found


def alike_in(words: str, table: Mapping[str, str]) -> Pairs:
    """What a table has for these words."""
    stems = dict.fromkeys(_stem(word.casefold()) for word, _ in _tokens(words)) if table else ()
    return tuple((stem, table[stem]) for stem in stems if stem in table)


def _alike() -> dict[str, str]:
    """Word, and its stem → the concept, named by the first word of its line."""
    found: dict[str, str] = {}
    for words in (line.split() for line in ALIKE.split("\n") if line and line[0] != "#"):
        for word in words:
            found.setdefault(word, f"~{words[0]}")
    for word, concept in list(found.items()):
        found.setdefault(_stem(word), concept)
    return found


_ALIKE = _alike()
