"""Whose a body is that any country has: `the Foreign Ministry` after `Norland’s Foreign Ministry`."""

from __future__ import annotations

import re
from typing import NamedTuple

from site_builder.annotate.figure import is_general
from site_builder.annotate.language import Language
from site_builder.annotate.names import without_possessive
from site_builder.annotate.titles import is_title

MOST_NAMES = 50
"""Names of an article that are looked for in full."""
AKIN = 4
"""First letters that two names for one country share: `Norland`, `Norlandic`."""
OWNER = r"((?:[A-ZÀ-Þ][\w-]{1,30}(?:[’']s)?[^\S\n]){1,3})"
"""Capitalised words before the name."""
PLACE = r"([^\S\n](?:%s)[^\S\n][A-ZÀ-Þ][\w-]{1,30}(?:[^\S\n][A-ZÀ-Þ][\w-]{1,30}){0,2})"


class _Full(NamedTuple):
    start: int
    owner: str
    name: str


class Owners:
    """The full forms of such names in one text."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.found: dict[str, list[_Full]] = {}

    def in_full(self, name: str, before: int, *, anywhere: bool) -> str | None:
        """The full form of a name of several words that stands last before a character, None if there is none.

        `anywhere`: the first of the text will do, as for a headline, if it is the only one.
        """
        first, _, rest = name.partition(" ")
        if rest and first.lower() in self.language.grammar.articles:
            name = rest
        if " " not in name or not is_general(name, self.language):
            return None
        full = self._forms(name)
        known = [form for form in full if form.start < before]
        if known:
            latest = known[-1]
            return next(form.name for form in full if _akin(form.owner, latest.owner))
        alone = anywhere and full and all(_akin(form.owner, full[0].owner) for form in full)
        return full[0].name if alone else None

    def _forms(self, name: str) -> list[_Full]:
        """The full forms of a name, in the order of the text."""
        key = name.lower()
        if key not in self.found:
            self.found[key] = self._find(name) if len(self.found) < MOST_NAMES else []
        return self.found[key]

    def _find(self, name: str) -> list[_Full]:
        """Of a ministry also by its other name, and by its minister: `the Norlandic foreign minister`."""
        forms, office = self._names(name)
        alternatives = "|".join(_any_case(form) for form in (*forms, *office))
        links = "|".join(map(re.escape, sorted(self.language.grammar.of)))
        found = []
        for match in re.finditer(rf"{OWNER}?\b({alternatives})\b(?:{PLACE % links})?", self.text):
            owner = self._owner(match[1] or "")
            by_office = match[2].lower() in office
            if owner:
                found.append(_Full(match.start(), owner, f"{owner} {name if by_office else match[2]}"))
            elif match[3] and not by_office:
                place = match[3].split(maxsplit=1)[1]
                found.append(_Full(match.start(), place, match[2][0].upper() + match[2][1:] + match[3]))
        return found

    def _names(self, name: str) -> tuple[list[str], list[str]]:
        """What a body is called, and the office of who leads it: `Ministry of Defence`, `defence minister`."""
        words = name.lower().split()
        of = next((at for at, word in enumerate(words) if word in self.language.grammar.of), None)
        noun, purpose = (words[-1], words[:-1]) if of is None else (" ".join(words[:of]), words[of + 1 :])
        leader = self.language.leaders.get(noun)
        if leader is None:
            return [name], []
        about = " ".join(purpose)
        return [name, *(f"{noun} {link} {about}" for link in self.language.grammar.of), f"{about} {noun}"], [
            f"{about} {leader}"
        ]

    def _owner(self, words: str) -> str:
        """The capitalised words that are a name, those of a class, such as "The" and "On Monday", left off."""
        owner: list[str] = []
        for word in words.split():
            plain = without_possessive(word.lower())
            owner = [] if plain in self.language.tags or is_title(plain, self.language) else [*owner, word]
        return " ".join(owner)


def _any_case(name: str) -> str:
    return r"\s".join(f"(?i:{re.escape(word)})" for word in name.split())


def _akin(one: str, other: str) -> bool:
    return one[:AKIN].lower() == other[:AKIN].lower()
