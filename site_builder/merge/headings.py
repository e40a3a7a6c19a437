"""Which heading is which, in three versions of one document: headings have no ids.

Two are the same that have the same words after the same statement; else the same words; else the same
number among those between the same two statements.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass

from site_builder.entries import Heading, Note, Section
from site_builder.merge.edits import retitled
from site_builder.merge.sheet import Sheet

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


def merge_headings(
    sheet: Sheet, items: Sequence[Heading | Section], base: Sequence[str], theirs: Sequence[str]
) -> tuple[dict[int, int | None], tuple[str, ...]]:
    """The machine's headings, by their number in its outline, with their number in the file's (None: a person
    took it out; not there: it is new); and the outline of the next base."""
    ours = outline_of(items)
    in_file, in_draft = paired(base, ours), paired(base, theirs)
    stands = {there: in_file.get(was) for was, there in in_draft.items()}
    old = {there: base[was] for was, there in in_draft.items()}
    unmatched = [mark if here not in in_file.values() else "" for here, mark in enumerate(ours)]
    stands |= paired(["" if there in stands else mark for there, mark in enumerate(theirs)], unmatched)
    outline: list[str] = list(theirs)
    for there, here in stands.items():
        if here is not None:
            outline[there] = _merged(sheet, items[here], ours[here], old.get(there, ""), theirs[there])
    for was, here in in_file.items():
        if was not in in_draft and ours[here] == base[was]:
            sheet.take_out(items[here].lines)
    return stands, tuple(filter(None, outline))


def _merged(sheet: Sheet, item: Heading | Section, mine: str, old: str, new: str) -> str:
    """Merge one heading; the answer is that of the next base."""
    if mine == new:
        return new
    if mine == old:
        sheet.edits.append(retitled(sheet.source, item.lines, "##", new.removeprefix(MARK)))
    elif new != old:
        sheet.suggest(item.lines.first, "the heading", mine.removeprefix(MARK), new.removeprefix(MARK))
        return old
    return new
