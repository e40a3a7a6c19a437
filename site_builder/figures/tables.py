"""Figures of one fact, lined up: the rows of the tables on group pages and of the page of figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import Literal, TypeAlias

from site_builder.figures.compare import (
    LEAST_SHARED,
    differ,
    hedged_differently,
    likeness,
    same_amount,
    speak_of_two_things,
)
from site_builder.figures.english import ENGLISH
from site_builder.figures.figure import Figure
from site_builder.figures.reading import find_figures
from site_builder.figures.units import CURRENCIES
from site_builder.text import slug

Flag = Literal["differ", "hedged differently", "malformed"]

_BEFORE_UNIT = re.compile(r"^.*\d\s?(?=\S)")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact and every figure given for it, in the order of the sources; none is picked.

    `label` is what is counted, in the words of the first. `shared`: the words by which the figures were
    lined up, sorted. `variants`: all are versions of one statement.
    """

    label: str
    cells: tuple[Cell, ...]
    flags: tuple[Flag, ...]
    shared: tuple[str, ...]
    variants: bool

    @property
    def id(self) -> str:
        """`children-evacuated-s-rd29nkr7-0-26`: what is counted, and where its first figure stands."""
        first = self.cells[0]
        return f"{slug(self.label)}-{first.statement}-{first.passage}-{first.figure.span.start}"


@dataclass(frozen=True, slots=True)
class _Placed:
    source: int
    cell: Cell
    whole: Figure | None
    original: int | None
    """The placed figure that this one repeats in another unit."""

    @property
    def figure(self) -> Figure:
        return self.cell.figure


Figures: TypeAlias = tuple[tuple[Figure, ...], ...]
"""Those of a source, passage by passage."""


def figures_of(source: Source) -> Figures:
    return tuple(find_figures(words, source.lang) for words in source.passages)


def line_up(
    sources: Sequence[Source],
    groups: Iterable[tuple[str, ...]] = (),
    read: Callable[[Source], Figures] = figures_of,
) -> tuple[Fact, ...]:
    """Every fact with more than one figure or a malformed one, by its first figure.

    `sources` in the order of the page, earliest first; `groups` are variants of one statement, by id;
    `read` gives the figures of a source, which somebody may know.
    """
    placed = _place(sources, read)
    group_of = {number: at for at, group in enumerate(groups) for number in _numbers(sources, group)}
    scores = _scores(sources, placed, group_of)
    facts = _joined(placed, scores, group_of)
    rows = [_fact(placed, members, group_of) for members in facts]
    return tuple(row for row in rows if row.flags or len({cell.statement for cell in row.cells}) > 1)


Groups = tuple[tuple[str, ...], ...]


def blocks(sources: Sequence[Source], groups: Groups = ()) -> tuple[tuple[tuple[Source, ...], Groups], ...]:
    """The sources in parts that have no fact in common, each with its groups: days that follow each other
    closely, and what a group holds together. The facts of the parts are the facts of the whole."""
    roots = list(range(len(sources)))

    def root(number: int) -> int:
        while roots[number] != number:
            roots[number] = number = roots[roots[number]]
        return number

    last: dict[int, int] = {}
    for number, source in enumerate(sources):
        bucket = _bucket(source)
        for near in (bucket - 1, bucket, bucket + 1) if bucket is not None else ():
            if near in last:
                roots[root(number)] = root(last[near])
        if bucket is not None:
            last[bucket] = number
    numbers = {source.id: number for number, source in enumerate(sources)}
    for first, *others in groups:
        for other in others:
            roots[root(numbers[other])] = root(numbers[first])
    parts: dict[int, list[Source]] = {}
    for number, source in enumerate(sources):
        parts.setdefault(root(number), []).append(source)
    of: dict[int, list[tuple[str, ...]]] = {}
    for group in groups:
        of.setdefault(root(numbers[group[0]]), []).append(group)
    return tuple((tuple(same), tuple(of.get(number, ()))) for number, same in parts.items())


def _numbers(sources: Sequence[Source], group: tuple[str, ...]) -> list[int]:
    return [number for number, source in enumerate(sources) if source.id in group]


def _place(sources: Sequence[Source], read: Callable[[Source], Figures]) -> list[_Placed]:
    placed: list[_Placed] = []
    for number, source in enumerate(sources):
        for passage, figures in enumerate(read(source)):
            first = len(placed)
            for figure in figures:
                cell = Cell(statement=source.id, passage=passage, figure=figure)
                whole = None if figure.part_of is None else figures[figure.part_of]
                original = None if figure.restates is None else first + figure.restates
                placed.append(_Placed(number, cell, whole, original))
    return placed


def _candidates(
    sources: Sequence[Source], placed: Sequence[_Placed], group_of: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Pairs worth a look, in order: of one group, or with words in common and days that are near."""
    groups: dict[int, list[int]] = defaultdict(list)
    postings: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    buckets = [_bucket(sources[item.source]) for item in placed]
    for number, item in enumerate(placed):
        if item.original is not None:
            continue
        if item.source in group_of:
            groups[group_of[item.source]].append(number)
        bucket = buckets[number]
        if bucket is not None:
            for word in _words(item):
                postings[bucket, _kind(item), word].append(number)
    for number, item in enumerate(placed):
        if item.original is not None:
            continue
        shared: Counter[int] = Counter()
        bucket = buckets[number]
        if bucket is not None:
            for near, word in product((bucket - 1, bucket, bucket + 1), _words(item)):
                same = postings.get((near, _kind(item), word), ())
                if len(same) <= COMMON:
                    shared.update(same[bisect_right(same, number) :])
        members = groups[group_of[item.source]] if item.source in group_of else []
        others = {other for other in members if other > number}
        others.update(other for other, count in shared.items() if count >= LEAST_SHARED)
        yield from ((number, other) for other in sorted(others))


def _kind(item: _Placed) -> str:
    """What only figures of one fact have in common: the unit, or the thing counted."""
    what = item.figure.counted.what
    return item.figure.quantity.unit or f"= {'person' if what in ENGLISH.people else what}"


def _words(item: _Placed) -> list[str]:
    """The context; for a part also its whole, so that two parts of one whole meet."""
    words = sorted(item.figure.context)
    if item.whole is not None:
        number = item.whole.quantity.number
        words += [f"of {number}", f"of {number} {item.figure.counted.what}"]
    return words


def _bucket(source: Source) -> int | None:
    if source.first is None or source.last is None or (source.last - source.first).days > WINDOW:
        return None
    return source.last.toordinal() // (WINDOW + 1)


def _scores(
    sources: Sequence[Source], placed: Sequence[_Placed], group_of: Mapping[int, int]
) -> dict[tuple[int, int], float]:
    """How alike two figures are; equal numbers first. A figure that fits two of one statement alike, and
    equals neither, fits none."""
    scores: dict[tuple[int, int], float] = {}
    for one, other in _candidates(sources, placed, group_of):
        a, b = placed[one], placed[other]
        variants = _variants(a, b, group_of)
        if (
            a.source == b.source
            or _parts_of_two(a, b)
            or not (variants or _near(sources[a.source], sources[b.source]))
        ):
            continue
        score = likeness(a.figure, b.figure, variants, _same_whole(a, b))
        if score:
            scores[one, other] = score + (a.figure.quantity == b.figure.quantity)
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


def _variants(a: _Placed, b: _Placed, group_of: Mapping[int, int]) -> bool:
    return a.source in group_of and group_of[a.source] == group_of.get(b.source)


def _same_whole(a: _Placed, b: _Placed) -> bool:
    return a.whole is not None and b.whole is not None and same_amount(a.whole, b.whole)


def _parts_of_two(a: _Placed, b: _Placed) -> bool:
    return a.whole is not None and b.whole is not None and not same_amount(a.whole, b.whole)


def _near(one: Source, other: Source) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return (other.first - one.last).days <= WINDOW and (one.first - other.last).days <= WINDOW


def _joined(
    placed: Sequence[_Placed], scores: Mapping[tuple[int, int], float], group_of: Mapping[int, int]
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
    placed: Sequence[_Placed], ours: Sequence[int], theirs: Sequence[int], group_of: Mapping[int, int]
) -> bool:
    if {placed[number].source for number in ours} & {placed[number].source for number in theirs}:
        return False
    pairs = ((placed[one], placed[other]) for one, other in product(ours, theirs))
    return not any(
        _parts_of_two(a, b)
        or speak_of_two_things(a.figure, b.figure, _variants(a, b, group_of), _same_whole(a, b))
        for a, b in pairs
    )


def _fact(placed: Sequence[_Placed], members: Sequence[int], group_of: Mapping[int, int]) -> Fact:
    items = [placed[number] for number in members]
    found: list[Flag] = []
    pairs = [(a, b) for a, b in combinations(items, 2) if a.original is None and b.original is None]
    if any(differ(a.figure.quantity, b.figure.quantity) for a, b in pairs):
        found.append("differ")
    if any(hedged_differently(a.figure.quantity, b.figure.quantity) for a, b in pairs):
        found.append("hedged differently")
    if any(item.figure.malformed for item in items):
        found.append("malformed")
    contexts = [item.figure.context for item in items if item.original is None]
    return Fact(
        label=_label(items[0].figure),
        cells=tuple(item.cell for item in items),
        flags=tuple(found),
        shared=tuple(sorted(frozenset.intersection(*contexts))) if len(contexts) > 1 else (),
        variants=len(items) > 1 and len({group_of.get(item.source, -1) for item in items}) == 1
        and items[0].source in group_of,
    )  # fmt: skip


def _label(figure: Figure) -> str:
    """`children (evacuated)`, `area`, `square kilometers`: what is counted, in the document's words."""
    counted = figure.counted
    unit = figure.quantity.unit
    words = counted.words or (unit if unit in CURRENCIES else _BEFORE_UNIT.sub("", figure.written))
    done = counted.doing in ENGLISH.doings.values() or counted.doing.endswith("ed")
    said = done and counted.doing not in words.lower()
    return f"{words} ({counted.doing})" if said else words
