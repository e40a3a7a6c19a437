"""Roles as the source gives them against roles the archive knows."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from site_builder.edtf import parse_edtf
from site_builder.lexicon import Lexicon, Profile, Role, Speaker
from site_builder.strings import Strings

WORD = re.compile(r"\w+")


def contradicted(
    role: str, speaker: str, lexicon: Lexicon, said: str | None = None, former: Set[str] = frozenset()
) -> tuple[Role, ...]:
    """The known roles of a speaker that a role as written names another body for; () when it fits.

    "Foreign Ministry spokesman" contradicts a spokesman of the Defence Ministry; "general" does not. Where
    the words were said on a date (EDTF), only roles count that may have been held then, unless the role as
    written is a past one, by one of the words for `former`.
    """
    known = next((person for person in lexicon.people if person.name == speaker), None)
    if known is None or known.kind == "body":
        return ()
    past = not former.isdisjoint(WORD.findall(role.lower()))
    roles = tuple(item for item in known.roles if item.of and (past or said is None or held_on(item, said)))
    named = _bodies(lexicon).named(role)
    held = {body for item in roles if item.of for body in _bodies(lexicon).named(item.of)}
    return roles if named and held and not named & held else ()


def held_on(role: Role | Profile, said: str) -> bool:
    """Whether the role, or what is said of an outlet, may have held on the date: both ends
    as early and as late as they can mean."""
    when = parse_edtf(said)
    begun = role.since is None or _is_doubted(role.since) or parse_edtf(role.since).first <= when.last
    ended = role.until is not None and not _is_doubted(role.until) and parse_edtf(role.until).last < when.first
    return begun and not ended


def _is_doubted(text: str) -> bool:
    return text.endswith(("?", "~", "%"))


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


def say_role(strings: Strings, role: Role) -> str:
    """`spokesman, Ministry of Works (2011–2017)`, as the site says it."""
    what = strings.say("lists.comma").join(filter(None, (role.role, role.of)))
    since, until = (role.since or "")[:4], (role.until or "")[:4]
    held = "between" if since and until else "since" if since else "until" if until else ""
    known = {name: value for name, value in (("since", since), ("until", until)) if value}
    return strings.say(f"roles.{held}", role=what, **known) if held else what


def in_words(role: Role) -> str:
    """`spokesman, Ministry of Works (2011–2017)`, for messages."""
    what = ", ".join(filter(None, (role.role, role.of)))
    since, until = (role.since or "")[:4], (role.until or "")[:4]
    if since and until:
        return f"{what} ({since}–{until})"
    return f"{what} ({'from' if since else 'until'} {since or until})" if since or until else what
