"""What an archive knows of its people, outlets and topics: `content/lexicon/*.yaml`.

The types are the file format: `fields.read` checks a file against them, unknown keys included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from site_builder.edtf import parse_edtf
from site_builder.errors import InputError, Problem
from site_builder.fields import Data, parse_yaml, read

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
    "the general"), or, several together, for a body ("interior ministry"); `country` the adjectives that may
    stand before them.
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
class Profile:
    """What an outlet was between two dates (EDTF, both inclusive), and where that was taken from."""

    __pydantic_config__ = STRICT
    type: str | None = None
    owner: str | None = None
    country: str | None = None
    label_source: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where single labels of an outlet were taken from."""

    __pydantic_config__ = STRICT
    type: str | None = None
    owner: str | None = None
    country: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who carries the words. `label_source` says where type, owner and country were taken from, unless
    `sources` does for one of them alone. They hold since the date in `since`; `earlier` has what held before.

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
    sources: Sources = Sources()
    since: str | None = None
    until: str | None = None
    earlier: tuple[Profile, ...] = ()
    furniture: tuple[str, ...] = ()


OUTLET_TYPES = (
    "state news agency", "state broadcaster", "state newspaper", "state news website",
    "public news agency", "public broadcaster",
    "private news agency", "private broadcaster", "private newspaper", "private magazine",
    "private news website", "cooperative news agency", "non-profit news organization", "research centre",
    "blog", "republisher",
    "party outlet", "non-governmental organization", "international organization", "government body",
    "religious organization", "company",
)  # fmt: skip
"""What an outlet's type begins with, before a comma and more words. Others are shown, and warned of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject statements are grouped by. `terms` match on word borders, whatever their case."""

    __pydantic_config__ = STRICT
    name: str
    terms: tuple[str, ...]
    description: str | None = None
    broader: str | None = None


Alike = tuple[str, ...]
"""Single words that say about the same in this archive: `[dugout, trench]`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    people: tuple[Speaker, ...] = field(default=())
    outlets: tuple[Outlet, ...] = field(default=())
    topics: tuple[Topic, ...] = field(default=())
    alike: tuple[Alike, ...] = field(default=())

    def about(self, names: Iterable[str]) -> tuple[Speaker | Outlet, ...]:
        """What is known of the speakers and outlets of these names."""
        wanted = frozenset(names)
        return tuple(item for items in (self.people, self.outlets) for item in items if item.name in wanted)

    @property
    def shared(self) -> tuple[object, ...]:
        """What any page may hang on, whoever speaks there: topics as they are shown, and the names of bodies,
        which roles as written are held against."""
        topics = tuple((topic.name, topic.description, topic.broader) for topic in self.topics)
        bodies = tuple((person.name, person.aliases) for person in self.people if person.kind == "body")
        return topics, bodies

    def __hash__(self) -> int:
        """Cheap, as what is worked out once for a lexicon is asked for at every statement."""
        return hash((len(self.people), len(self.outlets), len(self.topics), len(self.alike)))


FILES: dict[str, Any] = {
    "people": tuple[Speaker, ...],
    "outlets": tuple[Outlet, ...],
    "topics": tuple[Topic, ...],
    "alike": tuple[Alike, ...],
}
"""The field of a Lexicon, which is also the name of its file → what the file holds."""


def parse_lexicon(texts: Mapping[str, str], folder: str) -> tuple[Lexicon, tuple[Problem, ...]]:
    """The lexicon from the texts of its files, and a problem for each unknown key.

    `texts` has the names of FILES as keys; a missing one is empty. Raises InputError with every other
    problem: a fault of syntax, a name or alias given twice, a broader topic that is none.
    """
    problems: list[Problem] = []
    unknown: list[Problem] = []
    items: dict[str, tuple[Any, ...]] = {}
    for name, text in texts.items():
        try:
            data = parse_yaml(text, f"{folder}/{name}.yaml")
            items[name], extra = read(FILES[name], data) if data.value else ((), ())
            unknown.extend(extra)
            checks = (_not_alike,) if name == "alike" else (_ambiguous, _wrong_dates)
            problems.extend(problem for check in checks for problem in check(items[name], data))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(sorted([*problems, *unknown]))
    return Lexicon(**items), tuple(unknown)


def _not_alike(items: Sequence[Alike], data: Data) -> Iterator[Problem]:
    """Lines of fewer than two words, words that are none or several, and those that stand in two lines."""
    lines: dict[str, int] = {}
    for number, words in enumerate(items):
        if len(words) < 2:
            yield data.problem((number,), f"expected two words or more, found {', '.join(words) or 'none'}")
        for at, word in enumerate(words):
            line = data.places[(number,)][0]
            if not word.isalpha():
                yield data.problem((number, at), f"expected a single word, found {word!r}")
            elif lines.setdefault(word.casefold(), line) != line:
                message = f"expected each word in one line, found {word!r} in line {lines[word.casefold()]} too"
                yield data.problem((number, at), message)


def _ambiguous(items: Sequence[Any], data: Data) -> Iterator[Problem]:
    """Names that would stand for two items, and broader topics that do not exist."""
    owners: dict[str, str] = {}
    for number, item in enumerate(items):
        for name in dict.fromkeys((item.name, *getattr(item, "aliases", ()))):
            owner = owners.setdefault(name.casefold(), item.name)
            if owner != item.name or (name == item.name and any(item.name == i.name for i in items[:number])):
                key = (number, "name" if name == item.name else "aliases")
                yield data.problem(key, f"expected a name for one alone, found {name!r} for {owner!r} too")
        broader = getattr(item, "broader", None)
        if broader is not None and broader not in {other.name for other in items}:
            yield data.problem((number, "broader"), f"expected the name of a topic, found {broader!r}")


def _wrong_dates(items: Sequence[Any], data: Data) -> Iterator[Problem]:
    """Dates of roles and profiles that are no EDTF, and those that end before they begin."""
    for number, item in enumerate(items):
        dated: list[tuple[tuple[str | int, ...], Any]] = [((number,), item)] if hasattr(item, "since") else []
        for key in ("roles", "earlier"):
            dated.extend(((number, key, place), held) for place, held in enumerate(getattr(item, key, ())))
        for at, held in dated:
            yield from _wrong_period(held, at, data)


def _wrong_period(held: Any, at: tuple[str | int, ...], data: Data) -> Iterator[Problem]:
    dates = {}
    for key in ("since", "until"):
        try:
            dates[key] = parse_edtf(text) if (text := getattr(held, key)) is not None else None
        except ValueError as error:
            yield data.problem((*at, key), str(error))
    since, until = dates.get("since"), dates.get("until")
    if since and until and until.last < since.first:
        message = f"expected a date after {since.text!r}, found {until.text!r}"
        yield data.problem((*at, "until"), message)
