"""The questions of an interview: what has to be read with the answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from site_builder.archive import Record

FEWEST = 2
"""Questions an interview has at least."""
_ASKED = ("?", "؟", "？")
_CLOSING = " \u00a0”’»\"')]"


def questions(records: Sequence[Record]) -> frozenset[int]:
    """The paragraphs of a document in which an outlet asks what the next one answers: in its own voice, before
    somebody's words. Of a document without such questions, or with more else before words, none."""
    asking = tuple(_before_words(records))
    asked = {paragraph for paragraph, ends in asking if ends}
    if len(asked) < max(FEWEST, len(asking) / 2):
        return frozenset()
    return frozenset(asked | _between(records, [paragraph for paragraph, _ in asking]))


def _before_words(records: Sequence[Record]) -> Iterator[tuple[int, bool]]:
    """Each paragraph of the outlet's own voice alone that stands before one with words of somebody, and
    whether it ends with a question mark."""
    last: tuple[int, bool] | None = None
    for paragraph, inside in _paragraphs(records):
        if all(record.own_voice for record in inside):
            last = paragraph, inside[-1].passages[-1].rstrip(_CLOSING).endswith(_ASKED)
        elif last:
            yield last
            last = None


def _between(records: Sequence[Record], asking: Sequence[int]) -> set[int]:
    """Those that stand directly behind somebody's words, too: a turn that is no question in form."""
    spoken = [any(not record.own_voice for record in inside) for _, inside in _paragraphs(records)]
    numbers = [paragraph for paragraph, _ in _paragraphs(records)]
    return {number for number, before in zip(numbers[1:], spoken, strict=False) if before} & set(asking)


def _paragraphs(records: Sequence[Record]) -> Iterator[tuple[int, tuple[Record, ...]]]:
    """The records of each paragraph of the seed, in their order."""
    placed = sorted((record for record in records if record.paragraph >= 0), key=lambda one: one.spans[0])
    for paragraph, inside in groupby(placed, key=lambda record: record.paragraph):
        yield paragraph, tuple(inside)
