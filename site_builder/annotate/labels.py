"""Labels: the words before a colon that say who speaks, in a headline or before a turn of a transcript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from site_builder.annotate.cast import Cast
from site_builder.annotate.language import Language
from site_builder.annotate.names import split_titles
from site_builder.annotate.passages import HEADLINES, Passage
from site_builder.annotate.phrases import is_finite, is_person_or_body
from site_builder.annotate.reports import Report, trimmed
from site_builder.annotate.tokens import Token
from site_builder.model import Span

LONGEST_LABEL = 7


class Labels:
    """Knows which words stand as a label before several paragraphs, as they do in a transcript."""

    def __init__(self, text: str, passages: Iterable[Passage], cast: Cast, language: Language) -> None:
        self.text = text
        self.cast = cast
        self.language = language
        paragraphs = [passage for passage in passages if passage.block.kind not in HEADLINES]
        self.turns = Counter(self._words(passage.tokens[: _colon(passage.tokens)]) for passage in paragraphs)
        self.turned = all(self.turns[letter] for letter in language.turns)
        """Whether the letters of question and answer stand as labels."""
        self.answerer = self._one_labelled(paragraphs) if self.turned else None

    def _one_labelled(self, paragraphs: Iterable[Passage]) -> Span | None:
        """Where the one person first stands who answers under a name, not a letter; None if several do."""
        named: dict[str, Span] = {}
        for passage in paragraphs:
            label = passage.tokens[: _colon(passage.tokens)]
            figure = self.cast.find_known(tuple(token.text for token in label))
            asks = passage.tokens[-1:] and passage.tokens[-1].tag == "?"
            if figure is not None and figure.kind != "body" and not asks:
                named.setdefault(figure.name, Span(label[0].start, label[-1].end))
        return next(iter(named.values())) if len(named) == 1 else None

    def read(self, passage: Passage) -> Report | None:
        """`NAME: what is said`: the rest of the passage as said by whoever its label names."""
        tokens = passage.tokens
        colon = _colon(tokens)
        name = tokens[:colon]
        if not name or colon == len(tokens) - 1 or not self._may_name(tokens, colon):
            return None
        headline = passage.block.kind in HEADLINES
        letter = self.turned and self._words(name) in self.language.turns
        if not (letter or self.turns[self._words(name)] > 1 or self._can_speak(name, headline=headline)):
            return None
        words = trimmed(self.text, tokens[colon].end, passage.block.span.end)
        source = Span(name[0].start, name[-1].end)
        if letter and self._words(name) == self.language.turns[1]:
            source = self.answerer or source
        return Report("label", (words,), source, None, Span(*tokens[colon][:2]))

    def _words(self, name: list[Token]) -> str:
        return self.text[name[0].start : name[-1].end] if name else ""

    def _may_name(self, tokens: list[Token], colon: int) -> bool:
        """Whether the tokens before the colon are a noun phrase and no rubric ("Read more:")."""
        name = tokens[:colon]
        if name[0].lower in self.language.label_words or name[-1].tag not in "NwD":
            return False
        if any(token.tag not in "NwI&.’'D" for token in name):
            return False
        return not any(is_finite(tokens, at, self.language) for at in range(colon))

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
        if all(word.isupper() for word in words) and (acronym or (not headline and len(words) > 1)):
            return True
        return self.cast.find(words[split_titles(name, self.language) :]) is not None


def _colon(tokens: list[Token]) -> int:
    """The index of a colon near the start of a passage, 0 if there is none."""
    return next((at for at, token in enumerate(tokens[: LONGEST_LABEL + 1]) if token.tag == ":"), 0)
