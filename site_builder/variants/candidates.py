"""Which statements are worth comparing: those of one voice, near in time, that share telling words.

A block is what one voice says in an unbroken run of days, none more than a day from the next. No group
reaches beyond its block, and whatever decides on a group is taken from its block alone: a change to one
statement can change the groups of its own block and of no other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import nlargest
from itertools import pairwise
from math import fsum, log

from site_builder.variants.said import A_DAY, Said, near, one_voice
from site_builder.variants.words import Profile

Block = tuple[Said, ...]
"""In the order of `place`."""

PRIOR = 20
"""Statements a block is thought to have besides its own: in a small one every word is rather rare."""
TELLING = 1.25
"""How much heavier figures and names are than other words: a translator leaves them as they are."""
REACH = 48
"""Statements before it, among those that share a word, that one is compared with."""
MOST = 24
"""Of those, the ones that share most, which are compared word by word."""
LEAST_SHARED = 0.25
"""The weight two share of the lighter one's, below which they are not compared further."""


def place(said: Said) -> tuple[bool, date, str, int, str]:
    """Where a statement stands among others: by day, document and place in it."""
    return said.first is not None, said.first or date.min, said.document, said.position, said.id


def blocks(statements: Iterable[Said]) -> tuple[Block, ...]:
    """Every statement in one block, whatever the order they are given in; by voice and day."""
    voices: dict[str, list[Said]] = {}
    for said in statements:
        voices.setdefault(said.voice, []).append(said)
    return tuple(tuple(run) for _, same in sorted(voices.items()) for run in _runs(sorted(same, key=place)))


def _runs(ordered: Sequence[Said]) -> Iterator[list[Said]]:
    run: list[Said] = []
    last: date | None = None
    for said in ordered:
        if run and not _goes_on(last, said):
            yield run
            run, last = [], None
        run.append(said)
        if said.last is not None:
            last = max(last or said.last, said.last)
    if run:
        yield run


def _goes_on(last: date | None, said: Said) -> bool:
    """Whether a statement belongs to a run with that last day; those without a day are a run of their own."""
    if last is None or said.first is None:
        return last is said.first
    return said.first - last <= A_DAY


class Weights(dict[str, float]):
    """Concept → its weight; 0 for one that is not known. What a profile weighs is worked out once."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self._totals: dict[frozenset[str], float] = {}

    def __missing__(self, concept: str) -> float:
        return 0.0

    def of(self, concepts: Iterable[str]) -> float:
        # A plain sum of floats would depend on the order of the set, which is not ours.
        return fsum([self[concept] for concept in concepts])

    def total(self, profile: Profile) -> float:
        found = self._totals.get(profile.distinct)
        if found is None:
            found = self._totals[profile.distinct] = self.of(profile.distinct)
        return found


def rarity(profiles: Iterable[Profile]) -> Weights:
    """Concept → its weight: the rarer in these profiles, the heavier.

    The profiles are those of a block. What is rare in the whole archive may be on everybody's lips at one
    briefing; and a weight from the whole archive would let any new article change any group.
    """
    counts: Counter[str] = Counter()
    telling: set[str] = set()
    number = PRIOR
    for profile in profiles:
        counts.update(profile.distinct)
        telling |= profile.numbers | profile.names
        number += 1
    return Weights(
        {
            concept: log(1 + number / (1 + count)) * (TELLING if concept in telling else 1.0)
            for concept, count in counts.items()
        }
    )


def candidates(
    statements: Sequence[Said], profiles: Sequence[Profile], weights: Weights
) -> tuple[tuple[int, int], ...]:
    """Pairs (earlier, later) by number that share enough weight to be compared word by word.

    `statements` are in the order of `place`. Linear in the number of words: at each word a statement meets
    at most REACH others; two that share few words but common ones may not meet in a large block.
    """
    standing: dict[str, list[int]] = {}
    least = [LEAST_SHARED * weights.total(profile) for profile in profiles]
    found: list[tuple[int, int]] = []
    for number, profile in enumerate(profiles):
        shared: dict[int, float] = {}
        for feature in _features(profile):
            others = standing.setdefault(feature, [])
            weight = weights[feature]
            for other in others[-REACH:]:
                shared[other] = shared.get(other, 0.0) + weight
            others.append(number)
        close = [
            (weight, -other)
            for other, weight in shared.items()
            if (weight >= least[other] or weight >= least[number])
            and near(statements[other], statements[number])
            and one_voice(statements[other], statements[number])
        ]
        found.extend((-other, number) for _, other in nlargest(MOST, close))
    return tuple(found)


def _features(profile: Profile) -> Iterator[str]:
    """Its concepts, and each two that stand together: rare where the single words are common."""
    concepts = profile.concepts
    yield from dict.fromkeys(concepts)
    yield from dict.fromkeys(f"{one} {other}" for one, other in pairwise(concepts))
