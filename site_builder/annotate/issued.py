"""Whose a document is that speaks: `according to the statement`, `a letter from the mayor says`.

Its owner stands beside the noun. Else it is theirs who spoke in such a document before (`said in a
statement`), or who is named as having issued one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from site_builder.annotate.authors import author_at
from site_builder.annotate.figure import Figure
from site_builder.annotate.language import Language
from site_builder.annotate.mentions import Mentions
from site_builder.annotate.reports import Report
from site_builder.annotate.tokens import POSSESSIVES, Token, tokenise
from site_builder.model import Span

BESIDE = 60
"""Characters after a cue, a name or the noun that are looked at."""
LATEST = 50
"""Names and reports before a document among which its issuer is looked for."""
VERB_REACH = 3
"""Words after a name among which the verb of issuing stands."""


class Issued:
    """The documents of an article, by the noun for them, as far as it is read."""

    def __init__(self, text: str, mentions: Mentions, language: Language) -> None:
        self.text = text
        self.mentions = mentions
        self.language = language
        self.told: list[tuple[Report, Figure]] = []
        """The reports so far, and who speaks in each."""
        self.read: dict[Span, list[str]] = {}
        """What was looked at so far: most of it is asked for again and again."""

    def owner(self, tokens: list[Token], noun: Token) -> list[Token]:
        """The words for the owner before or after the noun: `the ministry’s letter`, `a letter by Ann Lee`."""
        before = tokens[: next(at for at, token in enumerate(tokens) if token.start == noun.start)]
        for at in range(len(before) - 1, -1, -1):
            if before[at].lower.endswith(POSSESSIVES):
                return before[: at + 1]
        end = min(len(self.text), max(tokens[-1].end, noun.end + BESIDE))
        after = tokenise(self.text, Span(noun.end, end), (), self.language)
        agents = self.language.grammar.agent
        if len(after) > 1 and after[0].tag == "," and after[1].lower in agents:
            after = after[1:]
        author = author_at(after, 0, self.language)
        if author is None:
            return []
        words, end = after[slice(*author)], tokens[-1].end
        return [token for token in words if token.end <= end] if words[0].start < end else words

    def issuer(self, noun: str, at: int) -> Figure | None:
        """Who issued the latest such document before `at`."""
        spoke, figure = next(self._told_in(noun), (-1, None))
        here = bisect_left(self.mentions.starts, at)
        for use in reversed(self.mentions.uses[max(0, here - LATEST) : here]):
            if use.start > spoke and use.subject and self._issues(use.end, noun):
                return use.figure
        return figure

    def _told_in(self, noun: str) -> Iterator[tuple[int, Figure]]:
        """Where and by whom something was told in such a document, the latest first: `said in a letter`."""
        for report, figure in reversed(self.told[-LATEST:]):
            if report.cue is not None:
                end = report.cue.end
                said = next((span.start for span in report.spans if span.start >= end), len(self.text))
                if noun in self._words(end, min(said, end + BESIDE)):
                    yield end, figure

    def _issues(self, end: int, noun: str) -> bool:
        """Whether words after a name say that its bearer issued such a document: `published a letter`."""
        words = self._words(end, end + BESIDE)
        verb = next((at for at, word in enumerate(words[:VERB_REACH]) if word in self.language.issuing), None)
        return verb is not None and noun in words[verb:]

    def _words(self, start: int, end: int) -> list[str]:
        """The words between two offsets in small letters, up to the end of a sentence or a clause."""
        span = Span(start, min(end, len(self.text)))
        if span not in self.read:
            tokens = tokenise(self.text, span, (), self.language)
            stop = next((at for at, token in enumerate(tokens) if token.tag in ".;:!?"), len(tokens))
            self.read[span] = [token.lower for token in tokens[:stop]]
        return self.read[span]
