"""Where words stand in their document, and what of the rest may be shown around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from site_builder.archive import Record
from site_builder.config import Level
from site_builder.model import Article, Block, BlockKind, Span
from site_builder.text import count_words
from site_builder.turns import questions
from site_builder.views import Evidence, Link, Run, SourceParagraph

SHOWN: dict[Level, frozenset[BlockKind]] = {
    "full": frozenset(get_args(BlockKind)),
    "excerpt": frozenset({"title", "byline", "section", "source", "dateline", "heading"}),
    "quotation": frozenset({"title", "byline", "section", "source", "dateline"}),
}
"""Parts of a document that are shown whoever speaks in them: what it says of itself, mostly."""

BESIDE = 400
"""Characters of the text that are shown before and after a statement's words, about: some lines."""

CONTEXT = 40
"""Characters before and after a quotation that help to find it again."""


def paragraphs(
    article: Article, records: Sequence[Record], level: Level, blocks: Container[int] | None = None
) -> Iterator[SourceParagraph]:
    """The document's blocks, or those with these numbers from 0 on; what may not be shown keeps its place
    and says how many words it has."""
    asked = questions(records)
    starts = [block.span.start for block in article.blocks]
    marks: dict[int, list[tuple[Span, Record]]] = {}
    for record in records:
        for span in record.spans:
            marks.setdefault(bisect_right(starts, span.start) - 1, []).append((span, record))
    for number, block in enumerate(article.blocks):
        if blocks is not None and number not in blocks:
            continue
        inside = marks.get(number, [])
        spoken = {record.id for _, record in inside if not record.own_voice}
        runs = tuple(_runs(article.text, block, inside))
        if block.kind not in SHOWN[level]:
            whole = level == "excerpt" and (spoken or number in asked)
            runs = runs if whole else tuple(run for run in runs if run.id in spoken)
        yield SourceParagraph(
            kind=block.kind,
            number=number + 1,
            runs=runs,
            withheld=0 if level == "full" else _words_left(article.text[slice(*block.span)], runs),
        )


def rights_text(level: Level, records: Sequence[Record]) -> str:
    """The key of the text that says what of a document with these records is shown."""
    return f"rights.{level}_interview" if level == "excerpt" and questions(records) else f"rights.{level}"


def _words_left(text: str, runs: Sequence[Run]) -> int:
    return count_words(text) - sum(count_words(run.text) for run in runs)


def _runs(text: str, block: Block, marks: Sequence[tuple[Span, Record]]) -> Iterator[Run]:
    """The block's text cut where statements begin and end."""
    edges = {edge for span, _ in marks for edge in span if edge <= block.span.end}
    for start, end in pairwise(sorted({*block.span, *edges})):
        inside = (record for span, record in marks if span.start <= start and end <= span.end)
        record = next(inside, None)
        if record is None:
            yield Run(text[start:end])
        else:
            first = start == min(span.start for span in record.spans)
            yield Run(text[start:end], record.id, first, record.own_voice)


def places(records: Sequence[Record], article: Article, home: Callable[[str], str]) -> Iterator[Evidence]:
    """Each statement's characters of the text, and bytes of the file. `home`: id → where it stands."""
    at_byte = bytes_at(records, article)
    for record in records:
        yield Evidence(
            link=Link(record.id, home(record.id)),
            characters=", ".join(f"{start}–{end}" for start, end in record.spans),
            bytes=", ".join(f"{at_byte[start]}–{at_byte[end]}" for start, end in record.spans),
        )


def bytes_at(records: Sequence[Record], article: Article) -> dict[int, int]:
    """Where statements begin and end in the text → where that is in the file."""
    edges = sorted({edge for record in records for span in record.spans for edge in span})
    return dict(zip(edges, _byte_offsets(article, edges), strict=True))


def nearby(parts: Sequence[SourceParagraph], made: str) -> Iterator[SourceParagraph]:
    """The paragraphs a statement stands in and those beside them, cut to some lines."""
    holding = [number for number, part in enumerate(parts) if any(run.id == made for run in part.runs)]
    shown = sorted({near for at in holding for near in (at - 1, at, at + 1) if 0 <= near < len(parts)})
    for at in shown:
        runs = parts[at].runs
        own = [number for number, run in enumerate(runs) if run.id == made]
        if own:
            first, end = own[0], own[-1] + 1
            runs = (*_last(runs[:first]), *runs[first:end], *_first(runs[end:]))
        else:
            runs = _first(runs) if at - 1 in holding else _last(runs)
        yield replace(parts[at], runs=runs)


def _first(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The first lines of the text, cut at a word."""
    kept, left = [], BESIDE
    for run in runs:
        if len(run.text) > left:
            kept.append(replace(run, text=f"{run.text[:left].rpartition(' ')[0]} …"))
            break
        kept.append(run)
        left -= len(run.text)
    return tuple(kept)


def _last(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The last lines of the text, cut at a word."""
    kept, left = [], BESIDE
    for run in reversed(runs):
        if len(run.text) > left:
            kept.append(replace(run, text=f"… {run.text[len(run.text) - left :].partition(' ')[2]}"))
            break
        kept.append(run)
        left -= len(run.text)
    return tuple(reversed(kept))


def _byte_offsets(article: Article, offsets: Sequence[int]) -> Iterator[int]:
    """For rising character offsets of the text, the same places in the file."""
    at = total = 0
    for offset in offsets:
        total += len(article.text[at:offset].encode(article.origin.encoding))
        at = offset
        yield total


def around(article: Article, span: Span, level: Level) -> tuple[str, str]:
    """The characters before and after the words, as far as they may be shown: of the whole document, of
    the paragraph alone, or none."""
    low, high = span
    if level == "full":
        low, high = 0, len(article.text)
    elif level == "excerpt":
        at = bisect_right(article.blocks, span.start, key=lambda block: block.span.start) - 1
        block = article.blocks[at].span
        low, high = block.start, max(block.end, span.end)
    return (
        article.text[max(low, span.start - CONTEXT) : span.start],
        article.text[span.end : min(high, span.end + CONTEXT)],
    )
