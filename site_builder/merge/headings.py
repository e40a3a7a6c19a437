"""Which heading is which, in three versions of one document: headings have no ids.

Two are the same that have the same words after the same statement; else the same words; else the same
number among those between the same two statements.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass

from site_builder.entries import Heading, Note, Section

MARK = "# "
"""What a heading begins with in an outline, where a statement is its id."""


def outline_of(items: Iterable[Heading | Section | Note]) -> tuple[str, ...]:
    """The ids of the statements and the words of the headings, in order."""
    marks = (_mark(item) for item in items if not isinstance(item, Note))
    return tuple(marks)


def _mark(item: Heading | Section) -> str:
    return item.id if isinstance(item, Section) else f"{MARK}{item.text}"


@dataclass(frozen=True, slots=True)
class Place:
    """A heading of an outline: its number there, the statement before it, and which one after that it is."""

    at: int
    mark: str
    after: str
    nth: int


_SAME: tuple[Callable[[Place], tuple[object, ...]], ...] = (
    lambda place: (place.mark, place.after),
    lambda place: (place.mark,),
    lambda place: (place.after, place.nth),
)


def paired(one: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Number of a heading in one outline → that of the same in the other."""
    common = {mark for mark in one if not mark.startswith(MARK)} & set(other)
    ours, theirs = _places(one, common), _places(other, common)
    pairs: dict[int, int] = {}
    for key in _SAME:
        waiting: dict[tuple[object, ...], deque[Place]] = defaultdict(deque)
        taken = set(pairs.values())
        for place in theirs:
            if place.at not in taken:
                waiting[key(place)].append(place)
        for place in ours:
            if place.at not in pairs and waiting[key(place)]:
                pairs[place.at] = waiting[key(place)].popleft().at
    return pairs


def _places(outline: Sequence[str], common: Set[str]) -> list[Place]:
    places = []
    after, nth = "", 0
    for at, mark in enumerate(outline):
        if mark.startswith(MARK):
            places.append(Place(at, mark, after, nth))
            nth += 1
        elif mark in common:
            after, nth = mark, 0
    return places
