"""Which figures of several statements are of one fact: pairs worth a look, scored, and the surest joined."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain, combinations, product
from typing import Protocol, TypeAlias

from site_builder.figures.compare import LEAST_SHARED, likeness, same_amount, speak_of_two_things
from site_builder.figures.english import ENGLISH
from site_builder.figures.figure import Figure

WINDOW = 3
"""Days that statements which are not variants may lie apart and still be compared."""
COMMON = 400
"""Figures of the same days that share a word, above which the word tells nothing."""
LARGEST = 200
"""Figures of one fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A statement or a passage in an outlet's own voice. `first` and `last` are the days it may have been
    said on; None when open. `passages` are its words as shown."""

    id: str
    passages: tuple[str, ...]
    first: date | None
    last: date | None
    lang: str = "en"
    document: str = ""
    """A digest of the document it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A figure in its statement. Its span is in characters of `Source.passages[passage]`."""

    statement: str
    passage: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Placed:
    source: int
    cell: Cell
    whole: Figure | None
    original: int | None
    """The placed figure that this one repeats in another unit."""

    @property
    def figure(self) -> Figure:
        return self.cell.figure


Pairs: TypeAlias = tuple[tuple[int, int, float], ...]
"""Figures that are alike, by two of the numbers in a list, and how much."""


class Known(Protocol):
    """Who may know, by all that they are made from, the pairs of a stretch of days, and else has them made."""

    def __call__(self, stretch: Sequence[object], make: Callable[[], Pairs], /) -> Pairs: ...


def unknown(stretch: Sequence[object], make: Callable[[], Pairs], /) -> Pairs:
    return make()


def same_facts(
    sources: Sequence[Source], placed: Sequence[Placed], group_of: Mapping[int, int], known: Known = unknown
) -> list[tuple[int, ...]]:
    """The numbers of the figures of each fact, in order; a figure that fits no other is alone."""
    scores = _of_groups(sources, placed, group_of) | _of_stretches(sources, placed, group_of, known)
    return _joined(placed, _best(placed, scores), group_of)


def bucket_of(source: Source) -> int | None:
    """The stretch of days a source is from; None where it is open, or long."""
    if source.first is None or source.last is None or (source.last - source.first).days > WINDOW:
        return None
    return source.last.toordinal() // (WINDOW + 1)


Scores: TypeAlias = dict[tuple[int, int], float]
"""How alike two figures are; equal numbers first."""


def _of_groups(sources: Sequence[Source], placed: Sequence[Placed], group_of: Mapping[int, int]) -> Scores:
    """Of pairs of one group."""
    groups: dict[int, list[int]] = defaultdict(list)
    for number, item in enumerate(placed):
        if item.original is None and item.source in group_of:
            groups[group_of[item.source]].append(number)
    return {
        pair: score
        for members in groups.values()
        for pair in combinations(members, 2)
        if (score := _score(sources, placed, group_of, *pair))
    }


def _of_stretches(
    sources: Sequence[Source], placed: Sequence[Placed], group_of: Mapping[int, int], known: Known
) -> Scores:
    """Of pairs with words in common and days that are near: of each stretch of days with the one before and
    the one after."""
    buckets: dict[int, list[int]] = defaultdict(list)
    for number, item in enumerate(placed):
        bucket = bucket_of(sources[item.source])
        if bucket is not None and item.original is None:
            buckets[bucket].append(number)
    scores: Scores = {}
    for bucket in buckets:
        near = sorted(chain.from_iterable(buckets.get(at, ()) for at in (bucket - 1, bucket, bucket + 1)))
        make = partial(_pairs_near, sources, placed, group_of, bucket, near)
        found = known((bucket, *_made_of(sources, placed, group_of, near)), make)
        scores.update(((near[one], near[other]), score) for one, other, score in found)
    return scores


def _made_of(
    sources: Sequence[Source], placed: Sequence[Placed], group_of: Mapping[int, int], near: Sequence[int]
) -> Iterator[tuple[str, str, int]]:
    """All that the pairs of these figures are made from: each statement by its id and document, with the
    place of the first that is of its group, or -1."""
    firsts: dict[int, int] = {}
    for place, number in enumerate(dict.fromkeys(placed[number].source for number in near)):
        source, group = sources[number], group_of.get(number)
        yield source.id, source.document, -1 if group is None else firsts.setdefault(group, place)


def _pairs_near(
    sources: Sequence[Source],
    placed: Sequence[Placed],
    group_of: Mapping[int, int],
    bucket: int,
    near: Sequence[int],
) -> Pairs:
    """Those of a stretch with what is near, by their places there; each pair is of the stretch of its first."""
    postings: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    of = [bucket_of(sources[placed[number].source]) or 0 for number in near]
    for place, number in enumerate(near):
        for word in _words(placed[number]):
            postings[of[place], _kind(placed[number]), word].append(place)
    found: list[tuple[int, int, float]] = []
    for place, number in enumerate(near):
        shared: Counter[int] = Counter()
        if of[place] == bucket:
            for at, word in product((bucket - 1, bucket, bucket + 1), _words(placed[number])):
                same = postings.get((at, _kind(placed[number]), word), ())
                if len(same) <= COMMON:
                    shared.update(same[bisect_right(same, place) :])
        for other in sorted(other for other, count in shared.items() if count >= LEAST_SHARED):
            if score := _score(sources, placed, group_of, number, near[other]):
                found.append((place, other, score))
    return tuple(found)


def _kind(item: Placed) -> str:
    """What only figures of one fact have in common: the unit, or the thing counted."""
    what = item.figure.counted.what
    return item.figure.quantity.unit or f"= {'person' if what in ENGLISH.people else what}"


def _words(item: Placed) -> list[str]:
    """The context; for a part also its whole, so that two parts of one whole meet."""
    words = sorted(item.figure.context)
    if item.whole is not None:
        number = item.whole.quantity.number
        words += [f"of {number}", f"of {number} {item.figure.counted.what}"]
    return words


def _score(
    sources: Sequence[Source], placed: Sequence[Placed], group_of: Mapping[int, int], one: int, other: int
) -> float:
    """How alike two figures are, equal numbers first; 0 for those of two things."""
    a, b = placed[one], placed[other]
    variants = _variants(a, b, group_of)
    if a.source == b.source or _parts_of_two(a, b):
        return 0
    if not (variants or _near(sources[a.source], sources[b.source])):
        return 0
    score = likeness(a.figure, b.figure, variants, _same_whole(a, b))
    return score + (a.figure.quantity == b.figure.quantity) if score else 0


def _best(placed: Sequence[Placed], scores: Scores) -> Scores:
    """Without those of a figure that fits two of one statement alike, and equals neither: it fits none."""
    rivals: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (one, other), score in scores.items():
        rivals[one, placed[other].source].append(score)
        rivals[other, placed[one].source].append(score)
    return {
        (one, other): score
        for (one, other), score in scores.items()
        if _is_best(score, rivals[one, placed[other].source])
        and _is_best(score, rivals[other, placed[one].source])
    }


def _is_best(score: float, rivals: Sequence[float]) -> bool:
    return score == max(rivals) and (rivals.count(score) == 1 or score > 1)


def _variants(a: Placed, b: Placed, group_of: Mapping[int, int]) -> bool:
    return a.source in group_of and group_of[a.source] == group_of.get(b.source)


def _same_whole(a: Placed, b: Placed) -> bool:
    return a.whole is not None and b.whole is not None and same_amount(a.whole, b.whole)


def _parts_of_two(a: Placed, b: Placed) -> bool:
    return a.whole is not None and b.whole is not None and not same_amount(a.whole, b.whole)


def _near(one: Source, other: Source) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return (other.first - one.last).days <= WINDOW and (one.first - other.last).days <= WINDOW


def _joined(
    placed: Sequence[Placed], scores: Mapping[tuple[int, int], float], group_of: Mapping[int, int]
) -> list[tuple[int, ...]]:
    """The figures of each fact, surest pairs first; a statement gives one figure to a fact."""
    of = list(range(len(placed)))
    members = {number: [number] for number in of}
    for one, other in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        ours, theirs = members[of[one]], members[of[other]]
        if ours is theirs or len(ours) + len(theirs) > LARGEST or not _fit(placed, ours, theirs, group_of):
            continue
        gone = of[other]
        for number in theirs:
            of[number] = of[one]
        ours.extend(theirs)
        del members[gone]
    for number, item in enumerate(placed):
        if item.original is not None and members.get(number) == [number]:
            members[of[item.original]].append(number)
            del members[number]
    return sorted(tuple(sorted(fact)) for fact in members.values())


def _fit(
    placed: Sequence[Placed], ours: Sequence[int], theirs: Sequence[int], group_of: Mapping[int, int]
) -> bool:
    if {placed[number].source for number in ours} & {placed[number].source for number in theirs}:
        return False
    pairs = ((placed[one], placed[other]) for one, other in product(ours, theirs))
    return not any(
        _parts_of_two(a, b)
        or speak_of_two_things(a.figure, b.figure, _variants(a, b, group_of), _same_whole(a, b), joined=True)
        for a, b in pairs
    )
