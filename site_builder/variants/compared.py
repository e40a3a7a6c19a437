"""A block laid out for grouping: its statements, cut where others say parts of them, and every score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, pairwise, product

from site_builder.variants.candidates import Block, Weights, blocks, candidates, rarity
from site_builder.variants.said import near, one_voice
from site_builder.variants.score import BESIDE, SAME, Parts, Text, best_fit, text_of

LEAST_WORDS = 0.3
"""What the words alone must score for the statements beside them to count, and for a cut."""

Fit = tuple[Text, Text, Parts]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Compared:
    """`texts` in order; `run`, by text, the number of its unbroken run of days, and `weights` of each run:
    a decision may have put several into one block. `scores` of the pairs worth comparing."""

    texts: tuple[Text, ...]
    run: tuple[int, ...]
    weights: tuple[Weights, ...]
    scores: Mapping[Pair, Parts]
    _more: dict[Pair, Parts] = field(default_factory=dict, compare=False, repr=False)
    """Scores of other pairs, kept once they were asked for."""

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for number, text in enumerate(self.texts):
            found.setdefault(text.said.id, []).append(number)
        return {made: tuple(numbers) for made, numbers in found.items()}

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the statements, in order."""
        return tuple(self._places)

    def numbers(self, made: str) -> tuple[int, ...]:
        """The texts of a statement, () when it is not of this block."""
        return self._places.get(made, ())

    def comparable(self, one: int, other: int) -> bool:
        first, second = self.texts[one].said, self.texts[other].said
        return self.run[one] == self.run[other] and near(first, second) and one_voice(first, second)

    def parts(self, one: int, other: int) -> Parts:
        """How alike two texts are, whichever is given first."""
        pair = (one, other) if one < other else (other, one)
        known = self.scores.get(pair) or self._more.get(pair)
        if known is None:
            weights = self.weights[self.run[pair[0]]]
            known = self._more[pair] = best_fit(self.texts[pair[0]], self.texts[pair[1]], weights)[2]
        return known


def lay_out(block: Block) -> Compared:
    """The block, compared: a function of its statements alone."""
    texts: list[Text] = []
    run: list[int] = []
    weights: list[Weights] = []
    scores: dict[Pair, Parts] = {}
    for number, same in enumerate(blocks(block)):
        whole = [text_of(said) for said in same]
        profiles = [text.profile for text in whole]
        weights.append(rarity(profiles))
        pairs = candidates(same, profiles, weights[-1])
        fits = dict(_worth_keeping(whole, pairs, weights[-1]))
        pieces = _cut(whole, fits)
        for pair, parts in _rescored(pieces, fits, weights[-1], len(texts)):
            scores[pair] = parts
        texts.extend(chain.from_iterable(pieces))
        run.extend([number] * (len(texts) - len(run)))
    return Compared(tuple(texts), tuple(run), tuple(weights), _beside(texts, scores))


def _worth_keeping(
    texts: Sequence[Text], pairs: Iterable[Pair], weights: Weights
) -> Iterator[tuple[Pair, Fit]]:
    """The pairs with their scores, but those of two sentences that are not alike: nobody will ask for them."""
    for one, other in pairs:
        fit = best_fit(texts[one], texts[other], weights)
        single = len(texts[one].sentences) == len(texts[other].sentences) == 1
        if not single or fit[2].score >= LEAST_WORDS:
            yield (one, other), fit


def _cut(texts: Sequence[Text], fits: Mapping[Pair, Fit]) -> list[tuple[Text, ...]]:
    """The pieces of each text, in order; together they are all of it.

    It is cut around the sentences another one says too, when that one also says more, and where several
    others say different sentences of it. What is only quoted in part stays in one piece.
    """
    places: dict[int, list[tuple[int, int]]] = {}
    overlapping: set[int] = set()
    for pair, (one, other, parts) in fits.items():
        if parts.score < LEAST_WORDS:
            continue
        for number, text in zip(pair, (one, other), strict=True):
            if not text.whole:
                places.setdefault(number, []).append((text.first, text.last))
                if parts.score >= SAME and not one.whole and not other.whole:
                    overlapping.add(number)
    return [
        tuple(_pieces(text, runs))
        if len(runs := _merged(places.get(number, ()))) > 1 or number in overlapping
        else (text,)
        for number, text in enumerate(texts)
    ]


def _merged(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that overlap as one, in order."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(places):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _pieces(text: Text, runs: Sequence[tuple[int, int]]) -> Iterator[Text]:
    at = text.first
    for first, last in runs:
        if first > at:
            yield text.part(at, first - 1)
        yield text.part(first, last)
        at = last + 1
    if at <= text.last:
        yield text.part(at, text.last)


def _rescored(
    pieces: Sequence[Sequence[Text]], fits: Mapping[Pair, Fit], weights: Weights, start: int
) -> Iterator[tuple[Pair, Parts]]:
    """The scores of all pieces of the pairs, the pieces numbered in order from `start`."""
    first = [start]
    for cut in pieces:
        first.append(first[-1] + len(cut))
    for (one, other), (_, _, parts) in fits.items():
        if len(pieces[one]) == len(pieces[other]) == 1:
            yield (first[one], first[other]), parts
            continue
        for (i, text), (j, other_text) in product(enumerate(pieces[one]), enumerate(pieces[other])):
            yield (first[one] + i, first[other] + j), best_fit(text, other_text, weights)[2]


def _beside(texts: Sequence[Text], scores: Mapping[Pair, Parts]) -> dict[Pair, Parts]:
    """The scores, with what the statements before and after add to those in doubt."""
    documents: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        documents.setdefault(text.said.document, []).append(number)
    before, after = dict[int, int](), dict[int, int]()
    for numbers in documents.values():
        numbers.sort(key=lambda number: (texts[number].said.position, texts[number].first))
        before |= zip(numbers[1:], numbers, strict=False)
        after |= pairwise(numbers)
    same = {pair for pair, parts in scores.items() if parts.score >= SAME}
    found = dict(scores)
    for (one, other), parts in scores.items():
        if LEAST_WORDS <= parts.score < SAME and texts[one].said.document != texts[other].said.document:
            beside = [(side.get(one, -1), side.get(other, -1)) for side in (before, after)]
            sides = sum((min(pair), max(pair)) in same for pair in beside)
            if sides:
                found[one, other] = replace(parts, beside=sides * BESIDE)
    return found
