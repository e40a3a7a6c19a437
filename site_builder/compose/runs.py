"""The paragraphs of an article cut into runs of one speaker, every sentence in exactly one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from site_builder.annotate.language import Language
from site_builder.annotate.sentences import sentences
from site_builder.model import UNNAMED_SPEAKER, Block, Span, Statement

CLAUSE_MARK = re.compile(r"[,;:—–]\s")
LABEL = re.compile(r"\w{1,20}(?:\s?[.:]\s|:\*\*\s)")
LABEL_MARKS = " \t\n:.*_—–-"
TURNS = ("answer", "label")
"""Rules by which a label tells who speaks in what follows it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive words of one paragraph with one speaker, or none."""

    span: Span
    statements: tuple[Statement, ...]

    @property
    def owner(self) -> tuple[str, bool] | None:
        return voice(self.statements[0]) if self.statements else None


class _Within(NamedTuple):
    """A statement in a sentence. `extent`: from the first to the last character there, speaker and cue too."""

    statement: Statement
    extent: Span


def runs_of(text: str, block: Block, statements: Sequence[Statement], language: Language) -> Iterator[Run]:
    """The block cut into runs of one speaker, every sentence in exactly one."""
    low, high = (bisect_left(statements, edge, key=lambda s: s.spans[0].start) for edge in block.span)
    here = statements[low:high]
    spoken = Span(_after_label(text, block, here, language), block.span.end)
    if not here:
        yield Run(spoken, ())
        return
    told = sentences(text, spoken, language)
    heard = zip(told, _by_sentence(told, here), strict=True)
    parts = [part for sentence, mine in heard for part in _parts(text, sentence, mine)]
    for _, same in groupby(parts, key=lambda part: part.owner):
        run = tuple(same)
        found = {id(s): s for part in run for s in part.statements}
        yield Run(Span(run[0].span.start, run[-1].span.end), tuple(found.values()))


def _after_label(text: str, block: Block, here: Sequence[Statement], language: Language) -> int:
    """Where a turn begins behind the label that tells who speaks, and nothing else: `A:`, `Ann Lee:`."""
    start = block.span.start
    if block.kind != "paragraph":
        return start
    turn = here and here[0].rule in TURNS and here[0].kind == "direct"
    mark = here[0].spans[0].start if turn else start
    if not here and (asked := LABEL.match(text, start, block.span.end)):
        mark = asked.end()
    label = text[start:mark].strip(LABEL_MARKS)
    speaker = here[0].speaker.text if turn and here[0].speaker else None
    named = speaker is not None and label in (speaker, f"{speaker}, {here[0].role}")
    lettered = label.casefold() in language.asking | language.answering
    return mark if named or lettered else start


def _by_sentence(told: Sequence[Span], statements: Sequence[Statement]) -> list[list[_Within]]:
    """The statements of each sentence, in their order."""
    found: list[dict[int, Span]] = [{} for _ in told]
    starts = [sentence.start for sentence in told]
    for number, statement in enumerate(statements):
        beside = [cue.span for cue in statement.cues]
        shared = number > 0 and statement.speaker == statements[number - 1].speaker
        beside += [statement.speaker.span] if statement.speaker and not shared else []
        for said, spans in ((True, statement.spans), (False, beside)):
            for span in spans:
                for at in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)):
                    if span.common(told[at]) and (said or number in found[at]):
                        known = found[at].get(number, span)
                        found[at][number] = Span(min(known.start, span.start), max(known.end, span.end))
    return [
        [
            _Within(statements[number], Span(max(extent.start, sentence.start), min(extent.end, sentence.end)))
            for number, extent in within.items()
        ]
        for sentence, within in zip(told, found, strict=True)
    ]


def _parts(text: str, sentence: Span, mine: Sequence[_Within]) -> Iterator[Run]:
    """The sentence, cut where a second speaker takes over from a first who has ended."""
    start = last = sentence.start
    held: list[Statement] = []
    for statement, (begin, end) in mine:
        if held and last <= begin and voice(held[0]) != voice(statement):
            begin = _opening(text, last, begin)
            yield Run(_trim(text, Span(start, begin)), tuple(held))
            start, held, last = begin, [], begin
        held.append(statement)
        last = max(last, end)
    # Speech inside somebody's speech: the passage is the outer speaker's, who comes first.
    outer = [s for s in held if voice(s) == voice(held[0])]
    yield Run(_trim(text, Span(start, sentence.end)), tuple(outer))


def _opening(text: str, last: int, begin: int) -> int:
    """Where the second speaker's passage begins: with the "and" between what was said `last` and it."""
    between = text[last:begin]
    marks = CLAUSE_MARK.split(between)
    if len(marks) > 1 or len(between.split()) == 1:
        begin -= len(marks[-1].lstrip())
    return begin


def _trim(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def voice(statement: Statement) -> tuple[str, bool]:
    """What two statements of one speaker have in common, though nobody is named.

    What somebody wants or believes is none of what they said.
    """
    name = statement.canonical or (statement.nameless or UNNAMED_SPEAKER).casefold()
    return name, statement.kind == "attitude"
