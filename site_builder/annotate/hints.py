"""Which of many phrases stand in a passage, and where, by one scan of it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache
from typing import TYPE_CHECKING

from site_builder.model import Span

if TYPE_CHECKING:
    from ahocorasick import Automaton


def phrases_in(passage: str, phrases: frozenset[str]) -> Set[str]:
    """The phrases that stand in a passage, within words too. Both are in small letters."""
    return {phrase for _, phrase in _automaton(phrases).iter(passage)}


def find_phrases(text: str, span: Span, phrases: frozenset[str]) -> Iterator[Span]:
    """Where a phrase in small letters stands as words of their own, whatever their case; of two that begin at
    one place the longer."""
    passage = _lowered(text[slice(*span)])
    ends = ((at + 1 - len(phrase), at + 1) for at, phrase in _automaton(phrases).iter(passage))
    reached = 0
    for start, end in sorted(ends, key=lambda found: (found[0], -found[1])):
        inside = _is_letter(passage[max(0, start - 1) : start]) or _is_letter(passage[end : end + 1])
        if start >= reached and not inside:
            yield Span(span.start + start, span.start + end)
            reached = end


def _lowered(passage: str) -> str:
    """In small letters, each in its place."""
    lower = passage.lower()
    if len(lower) == len(passage):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in passage)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


@lru_cache(maxsize=16)
def _automaton(phrases: frozenset[str]) -> Automaton:
    from ahocorasick import Automaton  # a build that changes nothing does without it

    automaton = Automaton()
    for phrase in sorted(phrases):
        automaton.add_word(phrase, phrase)
    automaton.make_automaton()
    return automaton
