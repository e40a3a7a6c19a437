"""Interviews whose questions are paragraphs like others: each ends in a question mark, an answer below it."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.annotate.language import Language
from site_builder.annotate.new_reports import is_reporting
from site_builder.annotate.passages import Passage

MOST_WORDS = 80
"""Tokens a question has at most."""


def plain_questions(passages: Sequence[Passage], language: Language) -> list[tuple[int, list[int]]]:
    """The index of each question, and those of the paragraphs that answer it.

    None of an article that does not call itself an interview before the first. The paragraph after a question
    answers it though it ends in a question mark; behind the last answer only who says "I" goes on with it.
    """
    found: list[tuple[int, list[int]]] = []
    for at, passage in enumerate(passages):
        if passage.block.kind != "paragraph" or not passage.tokens:
            continue
        answered = not found or bool(found[-1][1])
        if answered and _asks(passage, language):
            found.append((at, []))
        elif found and not (found[-1][1] and _tells_of_others(passage, language)):
            found[-1][1].append(at)
    if not found or not any(_is_announced(passage, language) for passage in passages[: found[0][0]]):
        return []
    last, answers = found[-1]
    ends = (at for at, index in enumerate(answers) if at and not _is_personal(passages[index], language))
    return [*found[:-1], (last, answers[: next(ends, len(answers))])]


def _asks(passage: Passage, language: Language) -> bool:
    """Whether a paragraph is a question of the outlet's, and speaks of no "I"."""
    tokens = passage.tokens
    asking = tokens[-1].tag == "?" and tokens[0].tag != "Q" and len(tokens) <= MOST_WORDS
    return asking and language.grammar.first_person.isdisjoint(token.lower for token in tokens)


def _is_announced(passage: Passage, language: Language) -> bool:
    return any(token.lower in language.interviewing for token in passage.tokens)


def _tells_of_others(passage: Passage, language: Language) -> bool:
    """Whether a paragraph behind an answer is the outlet's own: `The port said that it was safe.`"""
    tokens = passage.tokens
    reports = any(is_reporting(tokens, at, language) for at in range(len(tokens)))
    return reports and not _is_personal(passage, language)


def _is_personal(passage: Passage, language: Language) -> bool:
    return any(token.lower in language.grammar.first_person for token in passage.tokens)
