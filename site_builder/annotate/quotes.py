"""Passages in quotation marks, by the marks alone, whatever the language.

Only outermost passages are given; what is quoted inside one belongs to it. A passage may run over
several paragraphs, each of which then opens with a mark again. A mark that is never closed is closed with
its paragraph, one never opened is opened with its sentence, and the passage says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from site_builder.model import Block, Span

SPOKEN = frozenset(("title", "standfirst", "heading", "paragraph"))
"""The kinds of block that hold statements."""
Closing = Literal["marked", "continued", "repaired"]
"""`continued`: the next paragraph carries on; `repaired`: a mark is missing."""


class Quote(NamedTuple):
    """`span` includes the marks. `single`: outermost marks are single ones."""

    span: Span
    single: bool
    closing: Closing


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool
    closes: bool
    single: bool


MARK = re.compile(r"[\"“”„‟«»‘’‚‹›'`]{4,}|''|``|‘’|‘‘|’’|[\"“”„‟«»‘’‚‹›'`]")
"""A mark, or a row of marks too long to mean anything."""
NEW = tuple.__new__
"""Half the time of calling the class of a named tuple, for most of what is made of an article."""
OPENING = frozenset("“„‟«‘‚‹")
CLOSING = frozenset("”»’›")
SINGLE = frozenset("‘’‚‹›'`")
OPENING_SINGLE = frozenset("‘'")
BEFORE_SPEECH = ("", ":", ",", ".", "!", "?", "—", "–")
"""What stands before speech that single marks open."""
BEFORE_OPENING = frozenset(" \t\n\u00a0\u2009\u202f([{—–―-/“”\"‘'„«:…")
BEFORE_LOOSE = frozenset(" :")
"""Before an opening mark that a blank follows: `said ,“ It is late”`."""
MAX_DEPTH = 3
SENTENCE_END = re.compile(r"[.!?…]\s")


@lru_cache(maxsize=1 << 12)
def _faces(before: str, mark: str, after: str) -> tuple[bool, bool]:
    """Whether a mark can open and close a passage, from the characters on either side of it."""
    single = mark in SINGLE
    left, right = before in BEFORE_OPENING, after.isspace() or not after.isalnum()
    if mark == "“" and after.isspace() and before in BEFORE_LOOSE:
        return True, False
    if mark == "«" and after.isspace() and before in BEFORE_OPENING:
        return True, False  # blanks inside, as in French: « Non »
    if mark == "»" and before.isspace() and not after.isalnum():
        return False, True
    if mark in OPENING or mark == "``":
        opens = not after.isspace() and not (single and before.isalnum())
        closes = mark in "“«" and not before.isspace() and right
    elif mark in CLOSING:
        opens = mark in "»›" and left and not after.isspace()
        closes = not single or (not before.isspace() and right)
    else:
        opens = left and not after.isspace()
        closes = not before.isspace() and (right or not single)
        if not single and not opens and not closes:
            opens = not after.isspace()
    return opens, closes


def _after_plural(text: str, mark: _Mark) -> bool:
    """Whether a single mark may be the apostrophe of "allies' words"."""
    after = text[mark.end : mark.end + 2]
    return text[mark.start - 1] in "sS" and after[:1] == " " and after[1:].islower()


def _single_close(text: str, marks: list[_Mark], at: int) -> int | None:
    """The mark that closes the single mark `at`; an apostrophe after a plural ("allies' words") does not."""
    plural = None
    doubles = 0
    for index in range(at + 1, len(marks)):
        mark = marks[index]
        if not mark.single:
            doubles += 1
        elif mark.closes and doubles % 2 == 0:
            if _after_plural(text, mark):
                plural = index if plural is None else plural
                continue
            return index
        elif mark.opens and not mark.closes:
            break
    return plural


def _close(text: str, marks: list[_Mark], at: int) -> int | None:
    """The index of the mark that closes the double mark `at`; None where a new passage opens before it."""
    depth = 1
    for index in range(at + 1, len(marks)):
        mark = marks[index]
        if mark.single:
            continue
        if mark.closes:
            depth -= 1
            if not depth:
                return index
        else:
            if depth == MAX_DEPTH or text[mark.start] != "“":
                return None
            if SENTENCE_END.search(text, max(marks[at].end, mark.start - 2), mark.start):
                return None
            depth += 1
    return None


def _repaired_end(text: str, opened: _Mark, marks: list[_Mark], at: int, span: Span) -> int:
    """Where a passage without a closing mark ends: before the next passage, or with the paragraph."""
    at += 1
    while at < len(marks) and (marks[at].single or not marks[at].opens):
        at += 1
    if at == len(marks):
        return span.end
    following = marks[at].start
    if SENTENCE_END.search(text, opened.end, following) is None:
        return following
    return [found.start() + 1 for found in SENTENCE_END.finditer(text, opened.end, following)][-1]


def _sentence_start(text: str, start: int, end: int) -> int:
    """Where the sentence that runs to `end` starts, a paragraph's last one but for the mark before it."""
    ends = [found.end() for found in SENTENCE_END.finditer(text, start, end)]
    return ends[-1] if ends else start


def _marks(text: str, span: Span) -> list[_Mark]:
    marks = []
    for found in MARK.finditer(text, *span):
        start, end = found.span()
        if end - start >= 4:
            continue
        before = text[start - 1] if start > span.start else " "
        after = text[end] if end < span.end else " "
        if before == "," and text[start - 2 : start - 1] == " ":
            before = " "
        mark = found.group()
        opens, closes = _faces(before, mark, after)
        if opens or closes:
            marks.append(NEW(_Mark, (start, end, opens, closes, mark in SINGLE)))
    return marks


def _stays_open(text: str, span: Span, marks: list[_Mark], at: int) -> bool:
    """Whether the single mark `at` opens speech that nothing in its paragraph closes for certain."""
    mark = marks[at]
    before = text[max(span.start, mark.start - 2) : mark.start].rstrip()[-1:]
    if not mark.opens or before not in BEFORE_SPEECH or not text[mark.end : mark.end + 1].isupper():
        return False
    closing = _single_close(text, marks, at)
    return closing is None or _after_plural(text, marks[closing])


def _carrying_on(text: str, paragraphs: list[Span]) -> list[bool]:
    """Of each paragraph, whether it opens with a single mark that it or one after it closes.

    A single mark is too often an apostrophe for one left open to say by itself that speech goes on.
    """
    carries = [False] * (len(paragraphs) + 1)
    for index in range(len(paragraphs) - 1, -1, -1):
        span = paragraphs[index]
        if text[span.start : span.start + 1] in OPENING_SINGLE:
            marks = _marks(text, span)
            if marks and marks[0].start == span.start and marks[0].opens and marks[0].single:
                carries[index] = _single_close(text, marks, 0) is not None
                if carries[index + 1]:
                    carries[index] = carries[index] or _stays_open(text, span, marks, 0)
    return carries


def _in_paragraph(text: str, span: Span, carried: bool, followed: bool) -> Iterator[Quote]:
    """The passages of one paragraph; an unclosed one is given as "continued" for the caller to judge.

    `carried`: speech of double marks comes in from the paragraph before; `followed`: the next one opens
    with single marks that are closed, so that those left open here go on.
    """
    marks = _marks(text, span)
    at = 0
    if carried:
        first = next((index for index, mark in enumerate(marks) if not mark.single), None)
        if first is not None and marks[first].closes and not marks[first].opens:
            yield Quote(Span(span.start, marks[first].end), False, "marked")
            at = first + 1
    while at < len(marks):
        mark = marks[at]
        if not mark.opens:
            lost = _without_opening(text, span, marks, at)
            if lost is not None:
                yield lost
            at += 2 if lost is not None and lost.span.start == mark.start else 1
            continue
        if followed and mark.single and _stays_open(text, span, marks, at):
            yield Quote(Span(mark.start, span.end), True, "continued")
            return
        closing = (_single_close if mark.single else _close)(text, marks, at)
        if closing is not None:
            yield Quote(Span(mark.start, marks[closing].end), mark.single, "marked")
            at = closing + 1
        elif mark.single:
            at += 1
        else:
            end = _repaired_end(text, mark, marks, at, span)
            closed: Closing = "continued" if end == span.end else "repaired"
            yield NEW(Quote, (NEW(Span, (mark.start, end)), False, closed))
            at += 1
            while at < len(marks) and marks[at].start < end:
                at += 1


def _without_opening(text: str, span: Span, marks: list[_Mark], at: int) -> Quote | None:
    """The passage that the closing mark `at`, a paragraph's first, ends; from the mark on, if it was meant to
    open one. None if no word of its sentence stands before it."""
    mark = marks[at]
    if at > 0 or mark.single or mark.start == span.start or text[mark.start] in SINGLE:
        return None
    if len(marks) > 1 and _closes_too(text, mark, marks[1]):
        return Quote(Span(mark.start, marks[1].end), False, "repaired")
    if text[mark.start - 1].isdigit():
        return None
    start = _sentence_start(text, span.start, mark.start)
    return Quote(Span(start, mark.end), False, "repaired") if text[start : mark.start].strip() else None


def _closes_too(text: str, mark: _Mark, following: _Mark) -> bool:
    """Whether a closing mark was typed for an opening one: `said those” boats were late.”`."""
    alike = not following.single and not following.opens and text[following.start] in CLOSING
    return alike and text[mark.start] in CLOSING and text[mark.start - 1].isalnum()


def find_quotes(text: str, paragraphs: Iterable[Span]) -> tuple[tuple[Quote, ...], ...]:
    """For each paragraph its passages in quotation marks, in order, not overlapping."""
    found: list[tuple[Quote, ...]] = []
    spans = list(paragraphs)
    carrying_on = _carrying_on(text, spans)
    for span, followed in zip(spans, carrying_on[1:], strict=True):
        last = found[-1][-1] if found and found[-1] else None
        carried = last is not None and last.closing == "continued" and not last.single
        quotes = tuple(_in_paragraph(text, span, carried, followed))
        if carried and not (quotes and quotes[0].span.start == span.start):
            found[-1] = (*found[-1][:-1], found[-1][-1]._replace(closing="repaired"))
        found.append(quotes)
    if found and found[-1] and found[-1][-1].closing == "continued":
        found[-1] = (*found[-1][:-1], found[-1][-1]._replace(closing="repaired"))
    return tuple(found)


def unbalanced(text: str, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """The passages one mark of which is missing, in the blocks that hold statements, in order."""
    spans = [block.span for block in blocks if block.kind in SPOKEN]
    found = (quote for quotes in find_quotes(text, spans) for quote in quotes)
    return tuple(quote.span for quote in found if quote.closing == "repaired")
