"""The blocks that hold statements, each with its quotations, tokens and names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from site_builder.annotate.cues import find_reports
from site_builder.annotate.language import Language
from site_builder.annotate.names import Name, find_names
from site_builder.annotate.phrases import Sentence
from site_builder.annotate.quotes import Quote, find_quotes
from site_builder.annotate.sentences import sentence_ranges
from site_builder.annotate.tokens import Token, tokenise
from site_builder.model import Block, Span

HEADLINES = frozenset(("title", "standfirst", "heading"))

CLOCK = re.compile(
    r"(?:\d{1,2}:\d\d(?: ?[ap]\.?m\b\.?)?|\d{1,2}(?:\.\d\d)? ?[ap]\.?m\b\.?)(?: [A-Z]{1,3}T\b)?"
    r"(?: ?[–—-]|[:,])?[ \t\n\u00a0]{1,3}(?=[\"“‘'A-ZÀ-Þ])"
)
"""The time at the head of an entry of a live report, and the blanks after it."""


LABEL = re.compile(r"([A-Z]{3,12})(?: \d{1,2})?-(?=[A-Z\"“‘'])")
"""What an agency sets before a headline: `UPDATE 2-`, `EXCLUSIVE-`."""
MOST_LABELS = 3
BEHIND = frozenset(("inversion", "parenthesis"))
"""Rules by which a cue stands behind what was said."""
LONGEST_UNCLOSED = 1000
"""Characters of a passage without a closing mark in which a cue is looked for."""


class Passage(NamedTuple):
    """`tokens`: those of the block without a time or an agency's label at its head."""

    block: Block
    quotes: tuple[Quote, ...]
    tokens: list[Token]
    names: tuple[Name, ...]


def find_passages(text: str, blocks: Sequence[Block], language: Language) -> list[Passage]:
    """One passage a block, in order."""
    passages = []
    for block, marked in zip(blocks, find_quotes(text, [block.span for block in blocks]), strict=True):
        quotes = _before_cue(text, marked, language)
        words = _words(text, block, language)
        tokens = tokenise(text, words, quotes, language)
        names = tuple(find_names(tokens, language, headline=block.kind in HEADLINES))
        passages.append(Passage(block, quotes, tokens, names))
    return passages


def _words(text: str, block: Block, language: Language) -> Span:
    """What is written in a block behind the time or the labels at its head."""
    start, end = block.span
    if block.kind in HEADLINES:
        for _ in range(MOST_LABELS):
            label = LABEL.match(text, start, end)
            if label is None or label[1].lower() not in language.label_words:
                break
            start = label.end()
    clock = CLOCK.match(text, start, end)
    return Span(clock.end() if clock is not None else start, end)


def _before_cue(text: str, quotes: tuple[Quote, ...], language: Language) -> tuple[Quote, ...]:
    """The passages, the last of which, if its closing mark is missing, ends where its first sentence tells by
    name who says it: `"We stay, said Ann Lee.`"""
    if not quotes or quotes[-1].closing == "marked" or quotes[-1].single:
        return quotes
    start, end = quotes[-1].span
    tokens = tokenise(text, Span(start + 1, min(end, start + LONGEST_UNCLOSED)), (), language)
    first = next(iter(sentence_ranges(tokens, language)), (0, 0))
    sentence = Sentence(text, tokens[slice(*first)], language)
    for report in find_reports(sentence)[:1] if sentence.tokens else ():
        said, source = report.spans[0], report.source
        named = source is not None and any(t.tag == "N" and t.start in range(*source) for t in sentence.tokens)
        if report.rule in BEHIND and named and len(report.spans) == 1 and said.start == tokens[0].start:
            comma = said.end + text.startswith(",", said.end)
            return (*quotes[:-1], Quote(Span(start, comma), False, "repaired"))
    return quotes
