"""Where the words of statements stand, and which statement has them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from site_builder.entries import Section
from site_builder.model import Span


def words_of(section: Section) -> tuple[str, ...]:
    return tuple(passage.words for passage in section.passages)


def within(words: Iterable[str], passages: Iterable[str]) -> bool:
    passages = tuple(passages)
    return all(any(part in passage for passage in passages) for part in words)


def standing(
    spans: Iterable[Span], taken: list[tuple[Span, str]], furthest: list[tuple[int, str]]
) -> str | None:
    """The statement that has some of these words already. `taken` is in order, and `furthest` has for each
    of it how far those up to there reach."""
    for span in spans:
        before = bisect_left(taken, span.end, key=lambda item: item[0].start)
        if before and furthest[before - 1][0] > span.start:
            return furthest[before - 1][1]
    return None
