"""The words of a statement as they are compared: content words, figures and names, without the frame."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from site_builder.annotate.english import ENGLISH
from site_builder.annotate.quotes import find_quotes
from site_builder.model import Span
from site_builder.variants.english import CLAIMS, ENDINGS, NEGATING, NEGATIVE, NUMBERS, POLES, STOP
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


Pairs = tuple[tuple[str, str], ...]
"""Stems, each with the concept it stands for in an archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a run of words is compared by.

    `concepts`: its content words in order, as stems, words of like meaning being one; figures stand
    there too, as digits. `numbers` and `names` are those of them that are figures, or written with a
    capital inside a sentence. `shown`: concept → its first word as it is written.
    `negated`: what stands right behind a word that says not; `negative`: whether it has one, or says so in
    other words. `poles`: scales of POLES, and at which end of each it stands. `runs`: two names right behind
    each other, as `Harbour Board`. `acts`: a word between two with a capital, as `Norland attacked Ostland`.
    """

    plain: tuple[str, ...]
    """All its words in lower case."""
    concepts: tuple[str, ...]
    distinct: frozenset[str]
    """The concepts, each once."""
    numbers: frozenset[str]
    names: frozenset[str]
    shown: Mapping[str, str]
    negated: frozenset[str]
    negative: bool
    poles: frozenset[tuple[int, int]]
    runs: frozenset[tuple[str, str]]
    acts: frozenset[tuple[str, str, str]]


def profile(words: str, kind: str = "indirect", frame: str = "", alike: Pairs = ()) -> Profile:
    """The profile of words reported as `kind`; the words of the frame do not count. Of direct speech only
    what stands in quotation marks counts. `alike`: what the archive has for some of the words."""
    found = list(_read(_quoted(words) if kind == "direct" else words, frame, dict(alike)))
    telling = [word for word in found if word.concept]
    plain = tuple(word.low for word in found)
    return Profile(
        plain=plain,
        concepts=tuple(word.concept for word in telling),
        distinct=frozenset(word.concept for word in telling),
        numbers=frozenset(word.concept for word in telling if word.is_number),
        names=frozenset(word.concept for word in telling if word.named and not word.is_number),
        shown={word.concept: word.written for word in reversed(telling)},
        negated=frozenset(_negated(found)),
        negative=not NEGATIVE.isdisjoint(plain),
        poles=frozenset(_poles(plain)),
        runs=frozenset(
            (one.concept, other.concept)
            for one, other in pairwise(found)
            if one.named and other.named and one.concept and other.concept
        ),
        acts=frozenset(_acts(found)),
    )


class _Word(NamedTuple):
    """`low`: in small letters; `concept`: "" for a word that tells nothing."""

    written: str
    low: str
    concept: str
    named: bool

    @property
    def is_number(self) -> bool:
        return self.concept[:1].isdigit()


def _read(text: str, frame: str, own: Mapping[str, str]) -> Iterator[_Word]:
    aside = {_stem(word.casefold()) for word, _ in _tokens(frame)}
    for word, named in _tokens(text):
        low = word.casefold()
        empty = low in STOP or (len(low) < 2 and not low.isdigit()) or _stem(low) in aside
        yield _Word(word, low, "" if empty else own.get(_stem(low)) or _concept(low), named)


def _acts(words: Sequence[_Word]) -> Iterator[tuple[str, str, str]]:
    """Who did what to whom, as far as one word stands between."""
    for one, does, other in zip(words, words[1:], words[2:], strict=False):
        capital = one.written[0].isupper() and other.named and not does.written[0].isupper()
        if capital and one.concept and does.concept and other.concept:
            yield one.concept, does.concept, other.concept


def _negated(words: Sequence[_Word]) -> Iterator[str]:
    """The first thing said behind each word that says not, and behind a noun for what was claimed. `Not only`
    says that it is so."""
    behind = False
    for word, after in zip_longest(words, words[1:]):
        if word.low in NEGATING:
            behind = behind or after is None or after.low != "only"
        elif behind and word.concept and word.low not in CLAIMS:
            behind = False
            yield word.concept


def _poles(plain: Iterable[str]) -> Iterator[tuple[int, int]]:
    """On each scale where only one of its ends is named, which."""
    found: dict[int, set[int]] = {}
    for word in plain:
        for scale, end in _POLES.get(word, ()):
            found.setdefault(scale, set()).add(end)
    return ((scale, min(ends)) for scale, ends in found.items() if len(ends) == 1)


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


def _scales() -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for scale, line in enumerate(POLES.replace("\n  ", " ").strip().split("\n")):
        for end, words in enumerate(line.split("|")):
            for word in words.split():
                found.setdefault(word, []).append((scale, end))
    return found


_ALIKE = _alike()
_POLES = _scales()
