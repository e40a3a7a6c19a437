"""A headline that is a quotation alone is by whoever says the same words in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_builder.annotate.passages import Passage
from site_builder.annotate.tokens import Token
from site_builder.model import Span, Statement

WORD = re.compile(r"\w+")


def with_title_quoted(text: str, passages: Sequence[Passage], found: Sequence[Statement]) -> list[Statement]:
    """The statements of an article, the quotation that is its headline by the one who says so in the text.

    Such a headline of a word or two, which is no statement by itself, is one where the text has it said.
    """
    quotation = _title(passages)
    if quotation is None:
        return list(found)
    words = Span(quotation.start, quotation.end)
    saying = [
        statement
        for statement in found
        if statement.spans[0].start > words.end and _holds(text, statement, _plain(quotation.text))
    ]
    voices = {statement.canonical or statement.nameless for statement in saying}
    untold = [statement for statement in found if statement.spans == (words,) and statement.speaker is None]
    if len(voices) != 1 or None in voices or (not untold and any(words.common(s.spans[0]) for s in found)):
        return list(found)
    said = replace(
        saying[0], kind="direct", spans=(words,), speaker=None, role=None, how="the same words in the text",
        candidates=(), cues=(), to=None, via=None, citing=None, rule="quote alone",
    )  # fmt: skip
    return [said, *(statement for statement in found if statement not in untold)]


def _title(passages: Sequence[Passage]) -> Token | None:
    """The quotation that a headline consists of."""
    for passage in passages:
        if passage.block.kind == "title":
            alone = len(passage.tokens) == 1 and passage.tokens[0].tag == "Q"
            return passage.tokens[0] if alone and _plain(passage.tokens[0].text) else None
    return None


def _holds(text: str, statement: Statement, words: str) -> bool:
    """Whether the words stand in one piece among those of the statement."""
    return statement.kind != "indirect" and any(
        f" {words} " in f" {_plain(text[slice(*span)])} " for span in statement.spans
    )


def _plain(words: str) -> str:
    """The words alone in small letters, a blank between two."""
    return " ".join(WORD.findall(words.lower()))
