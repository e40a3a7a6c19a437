"""Small truths about text: collapsed white space, exact search, slugs, places."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from site_builder.model import Span

MAX_SLUG = 80
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")


_NONCHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef"
    f"{_NONCHARACTERS}]"
)
"""Controls, bidirectional overrides, and what is no character: in a page they hide words, turn them
round, or break the XML (Unicode UTS #39, section 5)."""


def collapse(text: str) -> str:
    """`text` in NFC with every run of white space one blank, none at the ends: what words compare by."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def count_words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))


def slug(text: str) -> str:
    """`[a-z0-9-]{1,80}`, cut at a word; text with nothing to transliterate gets a digest."""
    from slugify import slugify  # its tables of letters take longer to load than a build without news

    made = slugify(text, max_length=MAX_SLUG, word_boundary=True, save_order=True)
    return made or "x-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def is_slug(text: str) -> bool:
    return len(text) <= MAX_SLUG and re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) is not None


def plural(number: int, one: str, many: str = "") -> str:
    """`1 statement`, `2,000 statements`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


class Searchable:
    """A text in which collapsed words can be found exactly, with offsets of the text as it is."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _collapsed(self) -> tuple[str, list[int]]:
        """The collapsed text, and for each of its characters where it begins in the original."""
        characters: list[str] = []
        origins: list[int] = []
        for match in re.finditer(r"\S+", self.text):
            if characters:
                characters.append(" ")
                origins.append(match.start() - 1)
            for start, cluster in _clusters(match.group(), match.start()):
                for character in unicodedata.normalize("NFC", cluster):
                    characters.append(character)
                    origins.append(start)
        origins.append(len(self.text))
        return "".join(characters), origins

    def find(self, words: str) -> tuple[Span, ...]:
        """Every place where the words stand, by first character; () if nowhere."""
        haystack, origins = self._collapsed
        needle = collapse(words)
        found = []
        at = haystack.find(needle) if needle else -1
        while at >= 0:
            last = at + len(needle) - 1
            # The last character may come from several of the original (a base and its marks).
            following = bisect_right(origins, origins[last])
            end = origins[following]
            found.append(Span(origins[at], origins[at] + len(self.text[origins[at] : end].rstrip())))
            at = haystack.find(needle, at + 1)
        return tuple(found)


def _clusters(word: str, start: int) -> Iterator[tuple[int, str]]:
    """Runs that NFC may compose, with their offsets: one character each in ordinary text."""
    if unicodedata.is_normalized("NFC", word):
        yield from enumerate(word, start)
        return
    begin = 0
    for at in range(1, len(word) + 1):
        if at == len(word) or not unicodedata.combining(word[at]):
            yield start + begin, word[begin:at]
            begin = at
