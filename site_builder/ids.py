"""The ids of statements: one that a statement once had stays its own, wherever its words go in the seed."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate, count

from site_builder.model import Span

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
SAME = 0.5
"""Share of common characters (intersection over union) from which two passages are one statement."""
INSIDE = 0.8
"""Share of a passage's characters from which it is a piece of another: of one that was cut or joined."""


def ids_of(
    sha256: str,
    places: Sequence[tuple[Span, ...]],
    known: tuple[tuple[str, tuple[Span, ...]], ...],
) -> Iterator[str]:
    """An id for each of these places: that of the known statement it is likest to, else a new one.

    The likest pairs come first, each statement in one at most. Of one that was cut in pieces the largest keeps
    the id; several that were joined go on under the id of the largest. Where two known ones fit as well,
    the one that was given first.
    """
    found = _Places(known)
    pairs = sorted(pair for at, place in enumerate(places) for pair in found.like(place, at))
    given: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, at, made in pairs:
        if at not in given and made not in taken:
            given[at] = made
            taken.add(made)
    taken.update(made for made, _ in known)
    for at, place in enumerate(places):
        made = given.get(at) or mint(sha256, place[0].start, taken)
        taken.add(made)
        yield made


class _Places:
    """Where the known statements stand, in order of place, so that those near another place are found fast."""

    def __init__(self, known: tuple[tuple[str, tuple[Span, ...]], ...]) -> None:
        numbered = ((order, made, spans) for order, (made, spans) in enumerate(known) if spans)
        self.known = sorted((spans[0].start, order, made, spans) for order, made, spans in numbered)
        ends = (max(span.end for span in spans) for _, _, _, spans in self.known)
        self.reach = list(accumulate(ends, max))
        """The last character that any of the known up to here holds."""

    def like(self, spans: tuple[Span, ...], number: int) -> Iterator[tuple[float, int, int, str]]:
        """(unlikeness, order, `number`, id) of every known statement that these characters may be."""
        start, end = spans[0].start, spans[-1].end
        at = bisect_left(self.known, (end,)) - 1
        while at >= 0 and self.reach[at] > start:
            _, order, made, old = self.known[at]
            common, sizes = _common(spans, old), (_size(spans), _size(old))
            likeness = common / (sum(sizes) - common) if common else 0.0
            if likeness >= SAME or common >= INSIDE * min(sizes) > 0:
                yield -likeness, order, number, made
            at -= 1


def mint(sha256: str, start: int, taken: Set[str]) -> str:
    """A new id for the statement at character `start` of a seed: the same for the same seed and place."""
    for attempt in count():
        place = f"{sha256}:{start}:{attempt}" if attempt else f"{sha256}:{start}"
        number = int.from_bytes(hashlib.sha256(place.encode()).digest()[:5], "big")
        made = "s-" + "".join(CROCKFORD[number >> shift & 31] for shift in range(35, -5, -5))
        if made not in taken:
            return made
    raise AssertionError("count() does not end")


def _common(one: Sequence[Span], other: Sequence[Span]) -> int:
    return sum(a.common(b) for a in one for b in other)


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)
