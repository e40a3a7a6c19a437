"""What statements are about: the archive's topics, found by their terms."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from site_builder.lexicon import Topic
from site_builder.model import Article, Span, Statement

if TYPE_CHECKING:
    from ahocorasick import Automaton

_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00ad": None})
"""Marks a term may be written with either way; soft hyphens show nothing."""


class TopicFinder:
    """Finds terms of the `topics` of a lexicon in texts."""

    def __init__(self, topics: tuple[Topic, ...]) -> None:
        self.topics = topics
        self.automaton = _automaton(topics)

    def names(self, text: str) -> tuple[str, ...]:
        """The names of the topics a text has terms of, in the order of the lexicon."""
        return tuple(self.topics[number].name for number in sorted({n for n, _ in self._terms(text)}))

    def terms(self, text: str) -> tuple[tuple[str, str], ...]:
        """Each topic with the terms of it that stand in the text, as pairs, in the order of the lexicon."""
        return tuple((self.topics[number].name, term) for number, term in sorted(set(self._terms(text))))

    def _terms(self, text: str) -> Iterator[tuple[int, str]]:
        """The number of the topic and the term, for every term between word borders."""
        if self.automaton is None:
            return
        folded = _folded(text)
        for last, found in self.automaton.iter(folded):
            for number, term, length in found:
                if _is_border(folded, last - length + 1) and _is_border(folded, last + 1):
                    yield number, term


@lru_cache(maxsize=4)
def topic_finder(topics: tuple[Topic, ...]) -> TopicFinder:
    """To be asked for once an article: to look at all terms takes as long as to search a page."""
    return TopicFinder(topics)


def find_topics(
    article: Article, topics: tuple[Topic, ...], statements: Sequence[Statement]
) -> tuple[tuple[str, ...], ...]:
    """For each statement, the names of its topics, in the order of the lexicon.

    The terms are looked for in the words said, for those around them tell who speaks and not of what;
    where the words have none, in the heading above.
    """
    text, finder = article.text, topic_finder(topics)
    headings = [block.span for block in article.blocks if block.kind == "heading"]

    @cache
    def about(words: Span) -> tuple[str, ...]:
        return finder.names(text[words.start : words.end])

    found = []
    for statement in statements:
        own = {name for words in statement.spans for name in about(words)}
        above = bisect_right(headings, statement.spans[0].start, key=_start) - 1
        inherited = about(headings[above]) if above >= 0 and not own else ()
        found.append(tuple(topic.name for topic in topics if topic.name in own) or inherited)
    return tuple(found)


def topics_of(text: str, topics: tuple[Topic, ...]) -> tuple[str, ...]:
    return topic_finder(topics).names(text)


def terms_of(text: str, topics: tuple[Topic, ...]) -> tuple[tuple[str, str], ...]:
    return topic_finder(topics).terms(text)


def _start(span: Span) -> int:
    return span.start


def _is_border(text: str, at: int) -> bool:
    """Whether no word goes on across an offset; scripts without spaces have borders everywhere."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    return (
        not (_is_word(before) and _is_word(after))
        or "\u3040" <= before < "\ua000"
        or "\u3040" <= after < "\ua000"
    )


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _folded(text: str) -> str:
    return " ".join(text.translate(_MARKS).casefold().split())


def _automaton(topics: tuple[Topic, ...]) -> Automaton | None:
    """Over the folded terms; each gives all the topics that have it."""
    from ahocorasick import Automaton  # a build that changes nothing does without it

    entries: dict[str, list[tuple[int, str, int]]] = {}
    for number, topic in enumerate(topics):
        for term in topic.terms:
            folded = _folded(term)
            if folded:
                entries.setdefault(folded, []).append((number, term, len(folded)))
    if not entries:
        return None
    automaton = Automaton()
    for folded, values in entries.items():
        automaton.add_word(folded, tuple(values))
    automaton.make_automaton()
    return automaton
