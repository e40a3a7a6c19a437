"""Small truths about text: collapsed white space, exact search, slugs, places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from site_builder.digest import digest_of
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
    return len(_WORD.findall(text))


def slug(text: str) -> str:
    """`[a-z0-9-]{1,80}`, cut at a word; text with nothing to transliterate gets a digest."""
    from slugify import slugify  # its tables of letters take longer to load than a build without news

    made = slugify(text, max_length=MAX_SLUG, word_boundary=True, save_order=True)
    return made or "x-" + digest_of(text)[:12]


def is_slug(text: str) -> bool:
    return len(text) <= MAX_SLUG and re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) is not None


def plural(number: int, one: str, many: str = "") -> str:
    """`1 statement`, `2,000 statements`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


ADDRESS = "an address with http:// or https:// and a host"
_ADDRESS = re.compile(r"https?://[^\s/?#]{1,300}(?:[/?#]\S{0,4000})?", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether it is the whole address of a page, as a browser shows it."""
    return _ADDRESS.fullmatch(text) is not None


LANGUAGE = "a language as en or pt-BR"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,8}")


def is_language(text: str) -> bool:
    """Whether it has the form of a language tag (BCP 47)."""
    return _LANGUAGE.fullmatch(text) is not None


class Searchable:
    """A text in which collapsed words can be found exactly, with offsets of the text as it is."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _collapsed(self) -> tuple[str, list[int]]:
        """The collapsed text, and for each of its characters where it begins in the original."""
        words: list[str] = []
        origins: list[int] = []
        for match in re.finditer(r"\S+", self.text):
            if words:
                origins.append(match.start() - 1)
            if unicodedata.is_normalized("NFC", match.group()):
                words.append(match.group())
                origins.extend(range(*match.span()))
                continue
            clusters = [
                (start, unicodedata.normalize("NFC", cluster))
                for start, cluster in _clusters(match.group(), match.start())
            ]
            words.append("".join(cluster for _, cluster in clusters))
            origins.extend(start for start, cluster in clusters for _ in cluster)
        origins.append(len(self.text))
        return " ".join(words), origins

    def find(self, words: str) -> tuple[Span, ...]:
        """Every place where the words stand, by first character; () if nowhere."""
        haystack, origins = self._collapsed
        needle = collapse(words)
        found = []
        at = haystack.find(needle) if needle else -1
        while at >= 0:
            last = at + len(needle) - 1
            # A letter and its marks are one: words that begin or end inside them are other words.
            whole = (at == 0 or origins[at - 1] < origins[at]) and origins[last] < origins[last + 1]
            if whole:
                end = origins[last + 1]
                found.append(Span(origins[at], origins[at] + len(self.text[origins[at] : end].rstrip())))
            at = haystack.find(needle, at + 1)
        return tuple(found)


def _clusters(word: str, start: int) -> Iterator[tuple[int, str]]:
    """Runs that NFC may compose, with their offsets."""
    begin = 0
    for at in range(1, len(word) + 1):
        if at == len(word) or not unicodedata.combining(word[at]):
            yield start + begin, word[begin:at]
            begin = at


def clipped(text: str, length: int) -> str:
    """At most so many characters of a text, the last of them an ellipsis where it goes on."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
