"""Whose words a document carries, and how a statement travelled from one to the next.

An origin is the outlet whose copy it is: the one a document says it republishes or is credited to, or
the one whose text it shares for most of its length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal
from zlib import crc32

from site_builder.archive import Document
from site_builder.edtf import parse_edtf
from site_builder.lexicon import Lexicon
from site_builder.model import UNNAMED_OUTLET, Dated
from site_builder.said_dates import say_day
from site_builder.strings import Strings
from site_builder.unions import joined
from site_builder.variants.versions import Group

How = Literal["own", "via", "republished", "credited", "copied"]

RUN = 8
"""Words that count as the same run: as many rarely meet by chance."""
SAMPLE = 4
"""One run in so many is looked at; which ones, its own letters decide."""
FEWEST = 3
"""Runs two documents share at least."""
COPIED = 0.5
"""Of the shorter document's runs: from here on it is the same copy."""
REACH = 64
"""Documents with the same run that one is held against."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A document as far as its origin goes. `outlet`: "" where it names none. `source`: the outlet it says its
    copy is from, "" for none; `how` it says so. `day`: the last one it may be from; `original`: the source's
    day, where it is given. `words`: those of all its passages, which are nearly all it has."""

    document: str
    outlet: str
    agency: bool
    source: str
    how: How
    day: date | None
    original: date | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """`outlet` is whose copy a document has, "" for that of a document that names none; `how` that is known.
    `day`: the first one its words are known from."""

    outlet: str
    how: How
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A document on a statement's way. `days` from its origin's day to its own; None where either is open."""

    document: str
    outlet: str
    day: date | None
    origin: Origin
    days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """How a group's statement travelled: its documents in the order of their days. `first`: the outlets
    whose copy is known from the earliest day; several where they share it, "" for one that is not named."""

    legs: tuple[Leg, ...]
    first: tuple[str, ...]
    first_day: date | None

    @property
    def outlets(self) -> tuple[str, ...]:
        """Those that are named."""
        return tuple(dict.fromkeys(leg.outlet for leg in self.legs if leg.outlet))

    @property
    def origins(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(leg.origin.outlet for leg in self.legs if leg.origin.outlet))

    @property
    def nameless(self) -> int:
        """Documents that name no outlet."""
        return sum(not leg.outlet for leg in self.legs)


def say_leg(strings: Strings, leg: Leg) -> str:
    """`Daily Mirror, 14 May 2019: republishes Northern Wire, 1 day later`."""
    own = leg.origin.how == "own"
    day = say_day(strings, leg.day) if leg.day else strings.say("dates.none")
    named = {"outlet": leg.outlet or strings.say("statement.unnamed_outlet"), "day": day}
    if own and not leg.outlet:
        return strings.say("same.version", **named)
    how = strings.say(f"same.how.{leg.origin.how}", **({} if own else {"origin": _named_origin(strings, leg)}))
    said = strings.say("same.leg", how=how, **named)
    if own or leg.days is None:
        return said
    return strings.say("same.later", leg.days, leg=said) if leg.days else strings.say("same.same_day", leg=said)


def _named_origin(strings: Strings, leg: Leg) -> str:
    return leg.origin.outlet or strings.say("same.no_outlet")


def say_way(strings: Strings, way: Journey) -> str:
    """`3 outlets, 1 origin`; what names no outlet counts as none: `1 outlet, 1 document that names none`."""
    counted = {"outlets": len(way.outlets), "origins": len(way.origins), "nameless": way.nameless}
    return strings.say("lists.comma").join(strings.say(f"counts.{name}", n) for name, n in counted.items() if n)


def say_first(strings: Strings, way: Journey) -> str:
    """Those whose copy is the earliest."""
    return strings.joined([outlet or strings.say("same.no_outlet") for outlet in way.first])


def carriers_of(documents: Iterable[Document], lexicon: Lexicon) -> tuple[Carrier, ...]:
    return tuple(_carrier(document, lexicon) for document in documents)


def _carrier(document: Document, lexicon: Lexicon) -> Carrier:
    outlet = canonical_outlet(document.outlet, lexicon)
    republished = canonical_outlet(document.republishes or "", lexicon)
    credited = canonical_outlet(document.front.get("agency", ""), lexicon)
    source = next((name for name in (republished, credited) if name not in ("", outlet)), "")
    kind = next((item.type or "" for item in lexicon.outlets if item.name == outlet), "")
    return Carrier(
        document=document.name,
        outlet=outlet,
        agency="agency" in kind.casefold(),
        source=source,
        how="own" if not source else "republished" if source == republished else "credited",
        day=_last(document.published),
        original=_last(document.original_published),
        words="\n".join(passage for record in document.records for passage in record.passages),
    )


def _last(dated: Dated | None) -> date | None:
    return parse_edtf(dated.edtf).last if dated else None


def canonical_outlet(name: str, lexicon: Lexicon) -> str:
    """The outlet's one name in the lexicon; one it does not know keeps its own; "" for none."""
    if name == UNNAMED_OUTLET:
        return ""
    return _outlets(lexicon).get(name.strip().casefold(), name.strip())


@lru_cache(maxsize=4)
def _outlets(lexicon: Lexicon) -> Mapping[str, str]:
    return {
        name.casefold(): outlet.name
        for outlet in reversed(lexicon.outlets)
        for name in (*outlet.aliases, outlet.name)
    }


def runs_of(carrier: Carrier) -> frozenset[int]:
    """A sample of the runs of words in a document: copies have them in common."""
    return frozenset(_runs(carrier.words))


def origins(
    carriers: Sequence[Carrier], read: Callable[[Carrier], frozenset[int]] = runs_of
) -> Mapping[str, Origin]:
    """Document → its origin. Documents that share most of their text have one. `read` gives the runs of
    one, which somebody may know."""
    roots = joined(copies(carriers, read))
    families: dict[str, list[Carrier]] = {}
    for carrier in carriers:
        families.setdefault(roots.get(carrier.document, carrier.document), []).append(carrier)
    return {carrier.document: _origin(carrier, family) for family in families.values() for carrier in family}


def _origin(carrier: Carrier, family: Sequence[Carrier]) -> Origin:
    first = min(family, key=_order)
    said = min((other for other in family if other.source), key=_order, default=None)
    outlet = carrier.source or (said.source if said else first.outlet)
    days = [other.original for other in family if other.source == outlet and other.original]
    days += [other.day for other in family if other.outlet == outlet and not other.source and other.day]
    own = carrier.outlet == outlet if outlet else carrier is first
    how: How = carrier.how if carrier.source else "own" if own else "copied"
    return Origin(outlet=outlet, how=how, day=min(days, default=None))


def _order(carrier: Carrier) -> tuple[date, bool, str]:
    """The earliest first; on one day an agency before those that take its copy."""
    return carrier.day or date.max, not carrier.agency, carrier.document


def copies(
    carriers: Sequence[Carrier], read: Callable[[Carrier], frozenset[int]] = runs_of
) -> tuple[tuple[str, str], ...]:
    """Pairs of documents that share long runs of words for most of the shorter one's length."""
    sampled = [read(carrier) for carrier in carriers]
    holders: dict[int, list[int]] = {}
    found = []
    for number, runs in enumerate(sampled):
        shared: Counter[int] = Counter()
        for run in runs:
            others = holders.setdefault(run, [])
            shared.update(others[-REACH:])
            others.append(number)
        for other, count in sorted(shared.items()):
            if count >= FEWEST and count >= COPIED * min(len(runs), len(sampled[other])):
                found.append((carriers[other].document, carriers[number].document))
    return tuple(found)


def _runs(words: str) -> Iterator[int]:
    """A number for each run of RUN words that falls into the sample."""
    folded = _WORD.findall(words.casefold())
    for at in range(len(folded) - RUN + 1):
        number = crc32(" ".join(folded[at : at + RUN]).encode("utf-8", "surrogatepass"))
        if number % SAMPLE == 0:
            yield number


def journey(
    group: Group,
    carriers: Mapping[str, Carrier],
    known: Mapping[str, Origin],
    vias: Mapping[str, str],
    lexicon: Lexicon,
) -> Journey:
    """The way of a group's statement. `carriers` and `known` origins by document; `vias`: statement → the
    words of the source for where it was made."""
    found = {
        version.document: _stated_origin(
            carriers[version.document],
            known[version.document],
            [vias.get(variant.statement, "") for variant in version.variants],
            lexicon,
        )
        for version in group.versions
    }
    days: dict[str, date] = {}
    for version in group.versions:
        carrier, origin = carriers[version.document], found[version.document]
        own = carrier.day if origin.how == "own" else None
        for day in filter(None, (origin.day, own)):
            key = origin.outlet or version.document  # of two that name no outlet neither is the other's
            days[key] = min(days.get(key, day), day)
    since = {document: days.get(origin.outlet or document) for document, origin in found.items()}
    legs = [_leg(carriers[document], origin, since[document]) for document, origin in found.items()]
    legs.sort(key=lambda leg: (leg.day or date.max, leg.origin.how != "own", leg.document))
    first_day = min(filter(None, (*days.values(), *(leg.day for leg in legs))), default=None)
    early = [leg.origin.outlet for leg in legs if first_day in (leg.day, since[leg.document])]
    return Journey(
        legs=tuple(legs), first=tuple(dict.fromkeys(early)) if first_day else (), first_day=first_day
    )


def _stated_origin(carrier: Carrier, known: Origin, vias: Iterable[str], lexicon: Lexicon) -> Origin:
    """The document's origin, unless the statement itself names another outlet as its place."""
    for via in vias:
        outlet = _named_outlet(via, lexicon) if via else ""
        if outlet and outlet not in (carrier.outlet, known.outlet):
            return Origin(outlet=outlet, how="via", day=None)
    return known


def _named_outlet(words: str, lexicon: Lexicon) -> str:
    """The outlet whose name stands in a few words, the longest name first; "" for none."""
    low = words.casefold()
    named = (name for name in _outlets(lexicon) if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", low))
    longest = max(named, key=lambda name: (len(name), name), default="")
    return _outlets(lexicon).get(longest, "")


def _leg(carrier: Carrier, origin: Origin, from_day: date | None) -> Leg:
    days = (carrier.day - from_day).days if carrier.day and from_day else None
    return Leg(
        document=carrier.document,
        outlet=carrier.outlet,
        day=carrier.day,
        origin=Origin(outlet=origin.outlet, how=origin.how, day=from_day),
        days=days if days is None or days >= 0 else None,
    )
