"""Roles as the source gives them against the roles that an archive knows of the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from site_builder.annotate.language import Language
from site_builder.annotate.names import without_possessive
from site_builder.lexicon import Lexicon, Role, Speaker
from site_builder.roles import held_on

WORD = re.compile(r"\w+(?:['’.-]\w+)*")
SHORTEST_STEM = 5
"""Letters by which two words are one: `Norvia` and `Norvian`."""


def contradicted(
    role: str, speaker: str, lexicon: Lexicon, said: str | None, language: Language | None
) -> tuple[Role, ...]:
    """The known roles of a speaker that are at odds with a role as written; () when it fits one of them.

    "Foreign Ministry spokesman" and "army spokesman" contradict a spokesman of the Interior Ministry, and the
    mayor of one town that of another; "general", "spokesman", "official" and a past role nobody. Where the
    words were said on a date (EDTF), only roles count that may have been held then; one that was held at
    another time alone is at odds. Where `language` is None only the bodies of the lexicon are compared.
    """
    known = next((person for person in lexicon.people if person.name == speaker), None)
    if known is None or known.kind == "body":
        return ()
    words = _words(role)
    if language is not None and not language.grammar.former.isdisjoint(map(str.lower, words)):
        return ()
    held = tuple(item for item in known.roles if said is None or held_on(item, said))
    bodies = _bodies(lexicon)
    named = bodies.named(role)
    of = {body for item in held if item.of for body in bodies.named(item.of)}
    if named and of:
        return () if named & of else tuple(item for item in held if item.of)
    if language is None:
        return ()
    written = _Office(words, language)
    offices = [(item, _Office(_words(_whole(item)), language)) for item in known.roles]
    at_odds = tuple(item for item, office in offices if item in held and written.differs(office))
    if any(item in held and item not in at_odds and written.is_like(office) for item, office in offices):
        return ()
    return at_odds or tuple(
        item for item, office in offices if item not in held and written.is_named_by(office)
    )


def _whole(item: Role) -> str:
    return f"{item.role} of {item.of}" if item.of else item.role


def _words(text: str) -> tuple[str, ...]:
    return tuple(without_possessive(word) for word in WORD.findall(text))


class _Office:
    """What the words of a role tell: of which office, field, kind of body and place."""

    def __init__(self, words: tuple[str, ...], language: Language) -> None:
        self.language = language
        roles = language.roles
        lower = [word.lower() for word in words]
        self.words = frozenset(lower)
        self.offices = {word for word in lower if language.person_noun(word) is not None}
        self.led = bool(roles.led & self.words)
        fields = language.portfolios | language.body_purposes
        self.fields = {word for word in lower if word in fields and word not in roles.vague}
        self.kinds = roles.kinds & self.words
        self.bodies = (language.body_nouns & self.words) - roles.vague
        self.names = {word.lower() for word in words if word[0].isupper()}
        self.names -= self.offices | fields | language.body_nouns | language.ranks | language.deputies
        self.names -= language.seniors | {word for word in self.names if word in language.tags}
        self.told = self.names | self.fields | self.bodies

    def differs(self, known: _Office) -> bool:
        """Whether one who has the known office plainly has not this one."""
        if self.offices and self.offices <= self.language.ranks:
            return False
        same = not self.offices.isdisjoint(known.offices)
        if self.led and known.led and self.fields and known.fields:
            return not self._akin(self.fields, known.fields)
        if self.kinds and known.kinds:
            return not self._akin(self.kinds | self.fields, known.kinds | known.fields)
        if same and self.bodies and known.bodies and self.names | self.fields:
            return not self._akin(self.told, known.told)
        place = not (known.bodies or known.fields or self.bodies or self.fields)
        sole = same and not self.language.roles.sole.isdisjoint(self.offices & known.offices)
        plain = sole and place and not any(map(self._is_adjective, self.names | known.names))
        return plain and bool(self.names and known.names) and not self._akin(self.names, known.names)

    def is_like(self, known: _Office) -> bool:
        """Whether these words tell something of the known office."""
        return not self.offices.isdisjoint(known.offices) or self._akin(self.told, known.told)

    def is_named_by(self, known: _Office) -> bool:
        """Whether these words are those of the known office, as far as they go."""
        same = self.offices & known.offices
        alone = not self.told and not self.language.roles.sole.isdisjoint(same)
        told = {word for word in self.told if not word.endswith(self.language.country_endings)}
        return bool(same) and (alone or all(self._akin({word}, known.told) for word in told or {""}))

    def _akin(self, words: Iterable[str], others: Set[str]) -> bool:
        """Whether a word of each side may be of one body."""
        kin = (group for group in self.language.roles.kin if not group.isdisjoint(others))
        near = frozenset[str]().union(others, *kin)
        return any(word in near or any(_share_stem(word, other) for other in others) for word in words)

    def _is_adjective(self, word: str) -> bool:
        return word.endswith(self.language.country_endings) or len(word) < SHORTEST_STEM


def _share_stem(word: str, other: str) -> bool:
    shorter = min(len(word), len(other))
    return shorter >= SHORTEST_STEM and word[:SHORTEST_STEM] == other[:SHORTEST_STEM]


class _Bodies:
    """Finds the bodies of a lexicon in a few words, by their names and aliases; the longest name wins.

    Case does not matter, except in a name of capitals alone: "WHO" is no "who".
    """

    def __init__(self, bodies: tuple[Speaker, ...]) -> None:
        self.names = {_key(name): body.name for body in bodies for name in (body.name, *body.aliases)}
        longest = sorted(self.names, key=lambda name: (-len(name), name))
        options = (re.escape(name) if name.isupper() else f"(?i:{re.escape(name)})" for name in longest)
        self.pattern = re.compile(rf"\b(?:{'|'.join(options)})\b") if longest else None

    def named(self, text: str) -> frozenset[str]:
        found = self.pattern.findall(_plain(text)) if self.pattern else ()
        return frozenset(self.names.get(name) or self.names[name.casefold()] for name in found)


@lru_cache(maxsize=4)
def _bodies(lexicon: Lexicon) -> _Bodies:
    return _Bodies(tuple(person for person in lexicon.people if person.kind == "body"))


def _key(name: str) -> str:
    plain = _plain(name)
    return plain if plain.isupper() else plain.casefold()


def _plain(name: str) -> str:
    words = " ".join(name.replace("’", "'").split())
    return words[4:] if words.casefold().startswith("the ") else words
