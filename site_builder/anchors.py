"""Where the words of an entry stand in its seed; of words that stand nowhere, what is nearest to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

from site_builder.model import Span
from site_builder.text import collapse

NEAREST_IN = 200_000
"""Characters of a seed in which the passage nearest to misquoted words is looked for."""


def the_place(found: Sequence[Span], recorded: Collection[Span]) -> Span | None:
    """The one place of those where words were found: the only one, else the one that was recorded, else the
    one that shares words with it, whose boundary was moved. None when that leaves several, or none."""
    same = tuple(span for span in found if span in recorded)
    moved = tuple(span for span in found if any(map(span.common, recorded)))
    return next((some[0] for some in (found, same, moved) if len(some) == 1), None)


def nearest(said: str, text: str) -> str:
    """Misquoted words as a word diff against the nearest passage of a text."""
    from rapidfuzz import fuzz

    words = collapse(said)
    near = fuzz.partial_ratio_alignment(words, collapse(text[:NEAREST_IN]), score_cutoff=60)
    if near is None:
        return f"{words[:60]!r}, and nothing like it there"
    begin, end = near.dest_start, near.dest_end
    theirs = _without_neighbours(_whole_words(collapse(text[:NEAREST_IN]), begin, end), words)
    return f"other words (seed [-…-], entry {{+…+}}): {word_diff(theirs, words)}"


def word_diff(before: str, after: str) -> str:
    """`the [-big-] {+large+} depots`; of many words that are the same, the first and the last."""
    from rapidfuzz.distance import Indel

    theirs, ours = before.split(), after.split()
    order = ("delete", "insert", "equal")
    edits = sorted(Indel.opcodes(theirs, ours), key=lambda edit: (edit.src_start, order.index(edit.tag)))
    diff = chain.from_iterable(
        _change(edit.tag, theirs[edit.src_start : edit.src_end], ours[edit.dest_start : edit.dest_end])
        for edit in edits
    )
    return " ".join(diff)


def _without_neighbours(passage: str, words: str) -> str:
    """The passage without what stands at its ends alone: as many words as the other has instead are left."""
    from rapidfuzz.distance import Indel

    theirs, ours = passage.split(), words.split()
    same = [block for block in Indel.opcodes(theirs, ours) if block.tag == "equal"]
    if not same:
        return passage
    first, last = same[0], same[-1]
    low = max(0, first.src_start - first.dest_start)
    high = last.src_end + len(ours) - last.dest_end
    return " ".join(theirs[low:high])


def _whole_words(text: str, begin: int, end: int) -> str:
    begin = text.rfind(" ", 0, begin + 1) + 1
    after = text.find(" ", end)
    return text[begin : after if after >= 0 else len(text)]


def _change(tag: str, theirs: Sequence[str], ours: Sequence[str]) -> list[str]:
    if tag == "equal":
        return [*theirs] if len(theirs) <= 6 else [*theirs[:3], "…", *theirs[-3:]]
    removed = [f"[-{' '.join(theirs)}-]"] if theirs else []
    added = [f"{{+{' '.join(ours)}+}}"] if ours else []
    return removed + added
