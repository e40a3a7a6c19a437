"""Labels: the words before a colon that say who speaks, in a headline or before a turn of a transcript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from site_builder.annotate.cast import Cast, Figure, is_acronym
from site_builder.annotate.interviews import Interview
from site_builder.annotate.language import Language
from site_builder.annotate.names import split_titles
from site_builder.annotate.passages import HEADLINES, Passage
from site_builder.annotate.phrases import is_finite, is_person_or_body
from site_builder.annotate.reports import Report, trimmed
from site_builder.annotate.tokens import Token
from site_builder.model import Span

LONGEST_LABEL = 7
SHORTEST_QUOTED = 3
"""Words of a quotation that is speech with a name after it, and no title of a work."""


class Labels:
    """Knows which words stand as a label before several paragraphs, as they do in a transcript.

    `bearers`: whom a label stands for that is no name, by its place; for an answer without a label, by the
    place of the answer.
    """

    def __init__(
        self,
        text: str,
        passages: Sequence[Passage],
        cast: Cast,
        language: Language,
        outlet: str | None = None,
    ) -> None:
        self.text = text
        self.cast = cast
        self.language = language
        labels = [self._words(passage.tokens[: _colon(passage.tokens)]) for passage in passages]
        kinds = [passage.block.kind for passage in passages]
        self.turns = Counter(label for label, kind in zip(labels, kinds, strict=True) if kind not in HEADLINES)
        self.in_capitals = any(count > 1 and label.isupper() for label, count in self.turns.items())
        """Whether labels in capitals open turns, as in a transcript."""
        self.interview = Interview(passages, labels, cast, language)
        self.outlet = outlet
        self.bearers: dict[Span, Figure] = {}

    def read(self, passage: Passage) -> Report | None:
        """`NAME: what is said`: the rest of the passage as said by whoever its label names.

        Also the paragraph that answers a question set off in type, as a whole.
        """
        if passage.block.span.start in self.interview.answers:
            words = trimmed(self.text, *passage.block.span)
            if self.interview.answerer is not None:
                self.bearers[words] = self.interview.answerer
            return Report("answer", (words,), None, None, None)
        tokens = passage.tokens
        colon = _colon(tokens)
        if passage.block.kind in HEADLINES and self._is_signed(tokens):
            quotation, mark, *name = tokens
            words, source = Span(quotation.start, quotation.end), Span(name[0].start, name[-1].end)
            return Report("label", (words,), source, None, Span(mark.start, mark.end))
        name = tokens[:colon]
        if not name or colon == len(tokens) - 1 or not self._may_name(tokens, colon):
            return None
        label, headline = self._words(name), passage.block.kind in HEADLINES
        letter = self.interview.lettered and label in self.language.turns
        turn = letter or (self.turns[label] > 1 and not headline)
        if not (turn or self._can_speak(name, headline=headline)):
            return None
        if headline and tokens[colon + 1].lower in self.language.label_words and not self._is_somebody(label):
            return None
        words = trimmed(self.text, tokens[colon].end, passage.block.span.end)
        source = Span(name[0].start, name[-1].end)
        bearer = self._turn_of(label) if turn else None
        if bearer is not None:
            self.bearers[source] = bearer
        return Report("label", (words,), source, None, Span(*tokens[colon][:2]))

    def _is_signed(self, tokens: list[Token]) -> bool:
        """Whether a headline is a quotation and, after a colon, who said it: `“We lost”: Ann Lee`."""
        if len(tokens) < 3 or tokens[0].tag != "Q" or tokens[1].tag != ":":
            return False
        if len(tokens[0].text.split()) < SHORTEST_QUOTED:
            return False
        name, links = tokens[2:], self.language.grammar.body_links
        simple = all(token.tag != "I" or token.lower in links for token in name)
        return simple and self._is_noun_phrase(name) and self._can_speak(name, headline=True)

    def _is_somebody(self, label: str) -> bool:
        """Whether the label names a person or a body, and no event: `Storm Ada: latest news`."""
        figure = self.cast.find(tuple(label.split()))
        return figure is not None and figure.kind != "name"

    def _turn_of(self, label: str) -> Figure | None:
        """Whom the letters before a turn stand for; whoever asks speaks for the outlet."""
        if not self.interview.lettered or label not in self.language.turns:
            return self.interview.bearer(label) or self._of_outlet(label)
        if label == self.language.turns[1]:
            return self.interview.answerer
        return self.cast.named(self.outlet) if self.outlet else None

    def _of_outlet(self, label: str) -> Figure | None:
        initials = "".join(word[0] for word in (self.outlet or "").split())
        return self.cast.named(self.outlet) if self.outlet and is_acronym(label) and label == initials else None

    def _words(self, name: list[Token]) -> str:
        return self.text[name[0].start : name[-1].end] if name else ""

    def _may_name(self, tokens: list[Token], colon: int) -> bool:
        """Whether the tokens before the colon are a noun phrase and no rubric ("Read more:")."""
        name = tokens[:colon]
        return name[0].lower not in self.language.label_words and self._is_noun_phrase(name)

    def _is_noun_phrase(self, tokens: list[Token]) -> bool:
        if tokens[-1].tag not in "NwD" or any(token.tag not in "NwI&.’'D" for token in tokens):
            return False
        return not any(is_finite(tokens, at, self.language) for at in range(len(tokens)))

    def _can_speak(self, name: list[Token], *, headline: bool) -> bool:
        """Whether the label names a figure of the article, or in a headline a body or an office."""
        words = tuple(token.text for token in name if token.tag == "N")
        if not words:
            return False
        if headline and is_person_or_body(name[-1].lower, self.language):
            return True
        if name[-1].tag != "N" or (not headline and len(words) < len(name)):
            return False
        acronym = headline and len(name) == 1
        spoken = not headline and (len(words) > 1 or self.in_capitals)
        if all(word.isupper() for word in words) and (acronym or spoken):
            return True
        if headline and self._is_name_after_noun(name):
            return True
        return self.cast.find(words[split_titles(name, self.language) :]) is not None

    def _is_name_after_noun(self, name: list[Token]) -> bool:
        """Whether a name closes the label, and says of whom right before it: `Power company NorthGrid`."""
        start = len(name) - 1
        while start > 0 and name[start - 1].tag == "N":
            start -= 1
        return start > 0 and is_person_or_body(name[start - 1].lower, self.language)


def _colon(tokens: list[Token]) -> int:
    """The index of a colon near the start of a passage, 0 if there is none."""
    return next((at for at, token in enumerate(tokens[: LONGEST_LABEL + 1]) if token.tag == ":"), 0)
