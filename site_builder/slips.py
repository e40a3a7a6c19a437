"""Names that are one slip away from a known one."""

from __future__ import annotations

from collections.abc import Collection

SHORTEST = 4
"""Letters of a name that may be another one misspelled."""


def is_slip(name: str, known: Collection[str]) -> bool:
    """Whether a name is one slip away from a known one, and none of somebody's own."""
    if name in known or len(name) < SHORTEST:
        return False
    from rapidfuzz.distance import OSA

    return any(OSA.distance(name, other, score_cutoff=1) <= 1 for other in known)


def suggestion(name: str, known: Collection[str]) -> str:
    """`; did you mean 'title'?`; "" when nothing is like it."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(name, tuple(known), scorer=fuzz.ratio, score_cutoff=65)
    return f"; did you mean {best[0]!r}?" if best else ""
