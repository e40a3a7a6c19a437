"""Interviews: who asks and who answers where the turns give no name but letters, initials or type.

Three layouts: `Q:` and `A:`; initials (`LO:` for Lena Orlova); questions set in bold or as headings, each
with its answer below. The one who answers is the one person named in the headlines, or else before the
first turn; explainers ask and answer, too, so that answers must speak in the first person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_builder.annotate.cast import Cast, Figure, is_acronym
from site_builder.annotate.language import Language
from site_builder.annotate.passages import HEADLINES, Passage

FEWEST_QUESTIONS = 2
BOLD = ("**", "__")


class Interview:
    """`answers`: the first characters of the paragraphs that answer a question set off in type."""

    def __init__(
        self, passages: Sequence[Passage], labels: Sequence[str], cast: Cast, language: Language
    ) -> None:
        self.cast = cast
        self.language = language
        self.by_initials = self._by_initials()
        self.lettered = all(letter in labels for letter in language.turns)
        """Whether the letters of question and answer stand as labels."""
        groups = _asked(passages)
        asked = len(groups) >= FEWEST_QUESTIONS
        lettered = [[at] for at, label in enumerate(labels) if label == language.turns[1]]
        first = next((at for at, label in enumerate(labels) if label in language.turns), len(passages))
        if asked:
            first = min(first, groups[0][0] - 1)
        self.answerer = self._answerer(passages, labels, first) if asked or self.lettered else None
        personal = self._is_personal([[passages[at] for at in group] for group in groups])
        told = asked and personal and self.answerer is not None
        self.answers = {passages[at].block.span.start for group in groups for at in group} if told else set()
        if self.lettered and not self._is_personal([[passages[at] for at in group] for group in lettered]):
            self.answerer = self._one(self._labelled(passages, labels))

    def bearer(self, label: str) -> Figure | None:
        """The one figure whose initials the label is: `LO`, `L.O.`."""
        return self.by_initials.get(label.replace(".", ""))

    def _by_initials(self) -> dict[str, Figure]:
        """Initials that only one figure of the article has."""
        found: dict[str, list[Figure]] = {}
        for figure in self.cast.figures:
            initials = "".join(word[0] for word in figure.name.split() if word[0].isupper())
            if is_acronym(initials):
                found.setdefault(initials, []).append(figure)
        return {initials: figures[0] for initials, figures in found.items() if len(figures) == 1}

    def _answerer(self, passages: Sequence[Passage], labels: Sequence[str], first: int) -> Figure | None:
        """Who also answers under a name, else who is named in the headlines, else before the first turn."""
        introduction = passages[:first]
        headlines = [passage for passage in introduction if passage.block.kind in HEADLINES]
        for named in (self._labelled(passages, labels), self._named(headlines), self._named(introduction)):
            if named:
                return self._one(named)
        return None

    def _labelled(self, passages: Sequence[Passage], labels: Sequence[str]) -> list[Figure]:
        """Those who stand as labels before anything but a question."""
        found = []
        for passage, label in zip(passages, labels, strict=True):
            figure = self.cast.find_known(tuple(label.split())) if label else None
            asks = passage.tokens[-1:] and passage.tokens[-1].tag == "?"
            if (
                figure is not None
                and figure.kind != "body"
                and not asks
                and passage.block.kind not in HEADLINES
            ):
                found.append(figure)
        return found

    def _named(self, passages: Iterable[Passage]) -> list[Figure]:
        names = (name for passage in passages for name in passage.names)
        found = (self.cast.find(name.words, name.titles) for name in names)
        return [figure for figure in found if figure is not None and figure.kind == "person"]

    def _one(self, figures: list[Figure]) -> Figure | None:
        return figures[0] if figures and all(figure is figures[0] for figure in figures) else None

    def _is_personal(self, answers: Sequence[Sequence[Passage]]) -> bool:
        """Whether half of the answers or more speak in the first person."""
        personal = self.language.grammar.first_person
        said = sum(any(_has_word(passage, personal) for passage in answer) for answer in answers)
        return said > 0 and 2 * said >= len(answers)


def _has_word(passage: Passage, words: frozenset[str]) -> bool:
    return any(token.lower in words for token in passage.tokens)


def _asked(passages: Sequence[Passage]) -> list[list[int]]:
    """The indexes of the paragraphs after each question that is set off in type."""
    groups: list[list[int]] = []
    open_question = False
    for at, passage in enumerate(passages):
        if _is_question(passage):
            open_question = True
        elif passage.block.kind != "paragraph":
            open_question = False
        elif open_question and _is_question(passages[at - 1]):
            groups.append([at])
        elif open_question:
            groups[-1].append(at)
    return groups


def _is_question(passage: Passage) -> bool:
    tokens = passage.tokens
    if len(tokens) < 2 or passage.block.kind not in ("paragraph", "heading"):
        return False
    bold = tokens[0].text in BOLD and tokens[-1].text in BOLD and tokens[-2].tag == "?"
    return bold or (passage.block.kind == "heading" and tokens[-1].tag == "?")
