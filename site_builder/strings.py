"""What the site says of itself, in one language: every text by its key, with its plural forms and places.

A place in a text is `{name}`. Texts are trusted, what fills their places is not: where one of the values is
markup, all of the text and the other values are escaped around it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, TypeAlias

from markupsafe import escape

Text: TypeAlias = str | Mapping[str, str] | Sequence[str]
"""A text; a text for each plural category; or a list of words, such as the months."""

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of CLDR (Unicode UTS #35, part 3). Every plural has `other`."""

PLACE = re.compile(r"\{([a-z_]{1,30})\}")
_TERM = r"n(?: % \d{1,4})? !?= \d{1,6}(?:\.\.\d{1,6})?(?:,\d{1,6}(?:\.\.\d{1,6})?){0,20}"
RULE = re.compile(rf"{_TERM}(?: (?:and|or) {_TERM}){{0,12}}")
"""CLDR's plural rules as far as whole numbers need them: `n % 10 = 2..4 and n % 100 != 12..14`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strings:
    """`digest` is of all there is in it: two of the same digest are the same."""

    language: str
    """Its tag, as in `lang`."""
    direction: Literal["ltr", "rtl"]
    plurals: tuple[tuple[str, str], ...]
    """Category and rule; the first that a number fits is its category, and `other` when none is."""
    digest: str
    texts: Mapping[str, Text] = field(repr=False, compare=False)

    def say(self, key: str, n: int | None = None, /, **values: object) -> str:
        """The text at `key` with its places filled; `n` picks the plural form and fills `{n}`. Without any
        value the text is given as it is, its places open. Whole numbers are grouped."""
        text = self.texts[key]
        if n is not None:
            values["n"] = n
        if isinstance(text, Mapping):
            text = text.get(self.category(n or 0)) or text["other"]
        return self._filled(str(text), values) if values else str(text)

    def say_form(self, key: str, category: str, /, **values: object) -> str:
        """The form of a plural for a category that was chosen already, as of a number with decimals."""
        forms = self.forms(key)
        return self._filled(forms.get(category) or forms["other"], values)

    def forms(self, key: str) -> Mapping[str, str]:
        """A plural's text for each category, their places open: what a script picks from."""
        text = self.texts[key]
        assert isinstance(text, Mapping), f"{key} is no plural"
        return text

    def words(self, key: str) -> Sequence[str]:
        """The list of words at `key`."""
        text = self.texts[key]
        assert not isinstance(text, str | Mapping), f"{key} is no list"
        return text

    def has(self, key: str) -> bool:
        return key in self.texts

    def number(self, number: int) -> str:
        return f"{number:,}".replace(",", str(self.texts["numbers.group"]))

    def joined(self, names: Sequence[str]) -> str:
        """`A`, `A and B`, `A, B and C`."""
        if len(names) < 2:
            return "".join(names)
        return self.say("lists.last", list=self.say("lists.comma").join(names[:-1]), last=names[-1])

    def category(self, number: int) -> str:
        return next((name for name, rule in self.plurals if fits(rule, number)), "other")

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        marked = any(hasattr(value, "__html__") for value in values.values())
        shown = escape if marked else str
        pieces: list[object] = [*_pieces(text)]
        pieces[1::2] = [self._shown(values[name]) for name in _pieces(text)[1::2]]
        return shown("").join(map(shown, pieces))

    def _shown(self, value: object) -> object:
        return self.number(value) if isinstance(value, int) else value


@lru_cache(maxsize=1 << 12)
def _pieces(text: str) -> Sequence[str]:
    """What stands between the places of a text, and their names, by turns."""
    return PLACE.split(text)


@lru_cache(maxsize=1 << 12)
def fits(rule: str, number: int) -> bool:
    """Whether a rule, which `RULE` matches, holds of a whole number."""
    return any(all(_holds(term, number) for term in part.split(" and ")) for part in rule.split(" or "))


def _holds(term: str, number: int) -> bool:
    left, sign, right = re.split(r" (!?=) ", term)
    value = number % int(left.removeprefix("n % ")) if "%" in left else number
    ranges = (part.partition("..") for part in right.split(","))
    inside = any(int(low) <= value <= int(high or low) for low, _, high in ranges)
    return inside == (sign == "=")


def places(text: Text) -> frozenset[str]:
    """The names of all places of a text, of all its forms together."""
    parts = text.values() if isinstance(text, Mapping) else (text,) if isinstance(text, str) else text
    return frozenset(name for part in parts for name in PLACE.findall(part))
