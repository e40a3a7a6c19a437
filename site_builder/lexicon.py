"""What an archive knows of its people, outlets and topics: `content/lexicon/*.yaml`.

The types are the file format: `fields.read` checks a file against them, unknown keys included.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

STRICT = {"extra": "forbid"}
"""pydantic's configuration for a table read from a file: an unknown key is a problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office somebody held. `since` and `until` are EDTF dates, both inclusive."""

    __pydantic_config__ = STRICT
    role: str
    of: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person or a body that speaks. `name` is canonical; `aliases` are other names in full or short.

    `titles` are words that may stand for a person without a name ("Major General" also answers to
    "the general"), `country` the adjectives that may stand before them.
    """

    __pydantic_config__ = STRICT
    name: str
    kind: Literal["person", "body"] = "person"
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    country: tuple[str, ...] = ()
    pronoun: Literal["he", "she", "they", "it"] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who carries the words. `label_source` says where type, owner and country were taken from.

    `furniture` holds lines of its pages that are no part of an article, as written there; a line
    counts when it begins with one of them.
    """

    __pydantic_config__ = STRICT
    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    type: str | None = None
    owner: str | None = None
    country: str | None = None
    language: str | None = None
    label_source: str | None = None
    furniture: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject statements are grouped by. `terms` match on word borders, whatever their case."""

    __pydantic_config__ = STRICT
    name: str
    terms: tuple[str, ...]
    description: str | None = None
    broader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    people: tuple[Speaker, ...] = field(default=())
    outlets: tuple[Outlet, ...] = field(default=())
    topics: tuple[Topic, ...] = field(default=())
