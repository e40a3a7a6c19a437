"""A quotation of several paragraphs is by whoever its last one is told to be by, unless its first one tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_builder.annotate.passages import Passage
from site_builder.model import Statement

WITHOUT_CUE = frozenset(("continued", "quote alone"))


def with_last_told(text: str, passages: Sequence[Passage], found: Sequence[Statement]) -> list[Statement]:
    """The statements of an article, those a later paragraph of their quotation attributes by its speaker."""
    statements = list(found)
    opening = {statement.spans[0].start: at for at, statement in enumerate(statements)}
    waiting: list[int] = []
    announced = before = False
    for passage in passages:
        start, end = passage.block.span
        goes_on = bool(passage.quotes) and passage.quotes[-1].closing == "continued"
        at = opening.get(start)
        told = statements[at] if at is not None else None
        if told is not None and told.cues and told.speaker is not None and before:
            for earlier in waiting:
                statements[earlier] = _by(told, statements[earlier])
        whole = goes_on and len(passage.quotes) == 1 and passage.quotes[0].span.start == start
        untold = told is not None and told.rule in WITHOUT_CUE
        if at is None or not (whole and untold and not announced and (waiting or not before)):
            waiting = []
        else:
            waiting.append(at)
        announced = text[start:end].endswith(":")
        before = goes_on
    return statements


def _by(told: Statement, quotation: Statement) -> Statement:
    """The quotation as said by the speaker of another statement."""
    return replace(
        told, kind=quotation.kind, spans=quotation.spans, cues=(), to=None, via=None, citing=None,
        rule="goes on",
    )  # fmt: skip
