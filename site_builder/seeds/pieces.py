"""The pieces of a page: paragraphs and single lines, whichever way its line breaks are meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from site_builder.model import Span

BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u2060\ufeff"
"""What shows nothing: white space, zero-width spaces, the byte-order mark."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\([^()\s]{0,500}\)")
_QUOTE_GOES_ON = re.compile(r""",["”’'»]{1,2}$""")
"""What no paragraph ends with: who says it is still to come."""
_ASIDE = re.compile(r"\([^()\n]{1,30}\),? [a-z]")
"""A bracket in the middle of a sentence: `(OPN), which`."""
_SENTENCE_END = re.compile(r"""[.!?…:;]["”’»'“)\]]{0,3}$""")

_CREDIT = re.compile(r"\((?:additional )?(?:reporting|writing|editing|written|compiled|translated) by\s", re.I)
_LONGEST_CREDIT = 400

_LONGEST_LABEL = 8
"""Characters of a word alone on its line, without a mark, that is rather a button than a paragraph's end."""
_NARROWEST, _WIDEST = 40, 110
"""Widths, in characters, at which people and programs wrap text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph or a line. `words` is it as read: labels for links, single spaces.

    `linked` are the labels of its Markdown links.
    """

    span: Span
    words: str
    linked: tuple[str, ...]

    @property
    def is_link(self) -> bool:
        """Whether it is nothing but links."""
        return bool(self.linked) and sum(map(len, self.linked)) >= len(self.words.replace(" ", "")) * 0.9


def split_pieces(text: str) -> tuple[Piece, ...]:
    """Every non-blank character of the text, each in one piece, in order."""
    paragraphs = _with_cues(text, (span for run in _runs(text) for span in _joined(text, run)))
    return tuple(_piece(text, part) for span in paragraphs for part in _without_credit(text, span))


def _with_cues(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The paragraphs, a quotation that ends with a comma put together with what follows it."""
    held: Span | None = None
    for span in spans:
        held = span if held is None else Span(held.start, span.end)
        if _QUOTE_GOES_ON.search(text, max(held.start, held.end - 3), held.end) is None:
            yield held
            held = None
    if held is not None:
        yield held


def _without_credit(text: str, span: Span) -> Iterator[Span]:
    """A paragraph, and apart from it the "(Reporting by …)" at its end."""
    low = max(span.start, span.end - _LONGEST_CREDIT)
    at = text.rfind("(", low, span.end) if text[span.end - 1] == ")" else -1
    if at > span.start and _CREDIT.match(text, at, span.end):
        yield Span(span.start, span.start + len(text[span.start : at].rstrip(BLANKS)))
        yield Span(at, span.end)
    else:
        yield span


def _piece(text: str, span: Span) -> Piece:
    raw = text[span.start : span.end]
    linked = tuple(label.strip() for label in _LINK.findall(raw)) if "](" in raw else ()
    words = _LINK.sub(r"\1", raw) if linked else raw
    return Piece(span=span, words=" ".join(words.replace("\u200b", "").split()), linked=linked)


def _runs(text: str) -> Iterator[list[Span]]:
    """Lines, trimmed, in runs that no blank line parts."""
    run: list[Span] = []
    reached = 0
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip(BLANKS))
        end = match.start() + len(line.rstrip(BLANKS))
        if start >= end:
            continue
        if run and len(_BREAK.findall(text, reached, match.start())) > 1:
            yield run
            run = []
        run.append(Span(start, end))
        reached = end
    if run:
        yield run


def _joined(text: str, run: Sequence[Span]) -> Iterator[Span]:
    """The run's lines, those put together that one wrapped paragraph was broken into."""
    if len(run) == 1:
        yield run[0]
        return
    width = max(end - start for start, end in run)
    filled = [_fills(text, a, b, width) for a, b in pairwise(run)]
    runs_on = [_runs_on(text, a, b) for a, b in pairwise(run)]
    wrapped = _NARROWEST <= width <= _WIDEST and any(map(all, zip(filled, runs_on, strict=True)))
    start, end = run[0]
    for line, fills, continues in zip(run[1:], filled, runs_on, strict=True):
        if (wrapped and fills) or (continues and (end - start >= _NARROWEST or _opens_quote(text, start, end))):
            end = line.end
        else:
            yield Span(start, end)
            start, end = line
    yield Span(start, end)


def _fills(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line is not indented, and its first word would not have fitted on this one."""
    if text[following.start - 1] in " \t\xa0" and text[line.start - 1 : line.start] in ("", "\n", "\r"):
        return False
    first_word = text[following.start : min(following.end, following.start + width)].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(first_word) > width


def _opens_quote(text: str, start: int, end: int) -> bool:
    """Whether a double mark is left open."""
    opened = text.count("“", start, end) - text.count("”", start, end)
    return opened > 0 or text.count('"', start, end) % 2 == 1


def _runs_on(text: str, line: Span, following: Span) -> bool:
    alone = following.end - following.start <= _LONGEST_LABEL and text[following.end - 1] not in ".,;:?!\"”’'"
    if alone and " " not in text[following.start : following.end]:
        return False  # "e-mail", "share"
    goes_on = text[following.start].islower() or _ASIDE.match(text, following.start)
    return bool(goes_on) and not _SENTENCE_END.search(text, line.end - 4, line.end)
