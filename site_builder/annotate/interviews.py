"""Interviews: who asks and who answers where the turns give no name but letters, initials or type.

Three layouts: `Q:` and `A:`, or words for them; initials (`LO:` for Lena Orlova); questions set in bold or
as headings, each with its answer below. The one who answers is the one person named in the headlines, or
else before the first turn; explainers ask and answer, too, so that answers must speak in the first person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from site_builder.annotate.cast import Cast
from site_builder.annotate.figure import Figure, is_acronym
from site_builder.annotate.language import Language
from site_builder.annotate.passages import HEADLINES, Passage
from site_builder.annotate.plain_questions import plain_questions
from site_builder.annotate.titles import is_title
from site_builder.annotate.tokens import EMPHASIS, Token
from site_builder.model import Span

LONGEST_LABEL = 7
FEWEST_QUESTIONS = 2
BOLD = ("**", "__")
HANDLE = "@"
"""Before the name that somebody goes by on a network: `@KarstownPolice:`."""
GLUED = re.compile(r"[A-Z][A-Z](?:[a-z’']|$)")
"""A letter that lost the mark behind it: `QWhat`."""


LONGEST_OFFICE = 12
"""Tokens of an office in brackets behind the name in a label."""


class Label(NamedTuple):
    """`words` before `cue`, a colon, or a letter alone without one; `end`: the first token of what is said."""

    words: str
    name: list[Token]
    cue: Span | None
    end: int


def find_label(
    text: str, tokens: list[Token], language: Language, longest: int = LONGEST_LABEL
) -> Label | None:
    """What may be a label at the head of a passage: `NAME:`, `Quote from NAME:`, `Q.`, `Q`, or `**Q.**`."""
    if tokens and tokens[0].tag in EMPHASIS:
        return _emphasised(find_label(text, tokens[1:], language, longest), tokens)
    office = _office_in_brackets(tokens[: longest + LONGEST_OFFICE])
    reach = tokens[: longest + 1 + len(office)]
    colon = next((at for at, token in enumerate(reach) if token.tag == ":"), 0)
    if 0 < colon < len(tokens) - 1:
        name = tokens[tokens[0].text == HANDLE : colon - len(office)]
        if not name:
            return None
        if name[0].lower in language.quotations and len(name) > 2 and name[1].lower in language.grammar.origins:
            name = name[2:]
        if name[0].lower in language.asking and name[1:] and _is_of(name[1], language):
            name = name[:1]
        words = text[name[0].start : name[-1].end]
        return Label(words.rstrip("."), name, Span(tokens[colon].start, tokens[colon].end), colon + 1)
    if tokens and GLUED.match(tokens[0].text) and tokens[0].lower[0] in language.asking:
        return Label(tokens[0].text[0], tokens[:1], None, min(1, len(tokens) - 1))
    if len(tokens) < 2 or tokens[1].text[0].islower():
        return None
    letter = tokens[0].text.rstrip(".")
    dotted = tokens[0].text != letter or tokens[1].text == "."
    asks, answers = letter.lower() in language.asking, letter.lower() in language.answering
    if letter.isupper() and len(letter) == 1 and (asks or (answers and dotted)):
        return Label(letter, tokens[:1], None, 2 if tokens[1].text == "." else 1)
    return None


def _office_in_brackets(tokens: list[Token]) -> range:
    """The tokens of `(Leader of the Opposition)` between a name and the colon that closes a label."""
    opening = next((at for at, token in enumerate(tokens) if token.tag in "(:"), 0)
    closing = next((at for at, token in enumerate(tokens) if token.tag in "):"), 0)
    closed = 0 < opening < closing < len(tokens) - 1 and tokens[closing].tag == ")"
    titled = closed and tokens[closing + 1].tag == ":" and tokens[opening - 1].tag == "N"
    return range(opening, closing + 1) if titled else range(0)


def _is_of(token: Token, language: Language) -> bool:
    """Whether what follows tells who asks: `Question (Radio One):`, `Q from Radio One:`."""
    return token.tag == "(" or token.lower in language.grammar.origins


def _emphasised(label: Label | None, tokens: list[Token]) -> Label | None:
    """The label between marks of type: `**A.** Yes.`, but not in a question that is all of it in bold."""
    if label is None or label.end + 2 >= len(tokens) or tokens[label.end + 1].tag not in EMPHASIS:
        return None
    return label._replace(end=label.end + 2)


class Interview:
    """`answers`: the first characters of the paragraphs that answer a question set off in type.

    Who asks speaks for the outlet: under a letter or a word for asking, under the outlet's name, or under one
    that is no person's and stands before nothing but questions.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        labels: Sequence[Label | None],
        cast: Cast,
        language: Language,
        outlet: str | None,
    ) -> None:
        self.cast = cast
        self.language = language
        self.outlet = outlet
        self.by_initials = self._by_initials()
        turns = [(label.words.lower() if label else "") for label in labels]
        self.lettered = sum(turn in language.answering for turn in turns) >= FEWEST_QUESTIONS or any(
            turn in language.asking for turn in turns
        )
        """Whether letters of question and answer stand as labels."""
        groups = _asked(passages, language)
        labelled = sum(label is not None and passage.block.kind not in HEADLINES
                       for passage, label in zip(passages, labels, strict=True))  # fmt: skip
        apart = bool(groups) or labelled >= FEWEST_QUESTIONS
        plain = [] if apart else plain_questions(passages, language)
        groups = groups or [answers for _, answers in plain if answers]
        asked = len(groups) >= FEWEST_QUESTIONS or (self.lettered and bool(groups))
        self.askers = self._askers(passages, labels)
        lettered = [at for at, turn in enumerate(turns) if turn in language.answering]
        first = next((at for at, turn in enumerate(turns) if self.is_letter(turn)), len(passages))
        if asked:
            first = min(first, groups[0][0] - 1)
        self.answerer = self._answerer(passages, labels, first) if asked or self.lettered else None
        self.speaker = self.answerer or self._one(self._labelled(passages, labels))
        """The one whose words the headlines quote."""
        personal = self._is_personal([[passages[at] for at in group] for group in groups])
        told = asked and personal and self.answerer is not None
        self.answers = {passages[at].block.span.start for group in groups for at in group} if told else set()
        self.questions = {passages[at].block.span.start for at, _ in plain} if told else set()
        """The first characters of its questions that nothing sets off in type."""
        self.explains = False
        """Whether the outlet answers its own questions."""
        if self.lettered and not self._is_personal([[passages[at]] for at in lettered]):
            addressed = self._are_addressed(passage for passage, turn in zip(passages, turns, strict=True)
                                            if turn in language.asking)  # fmt: skip
            if not addressed or self.answerer is None:
                self.answerer = self._one(self._labelled(passages, labels))
                self.explains = self.answerer is None

    def is_letter(self, label: str) -> bool:
        """Whether the label is a letter or a word for a question or an answer."""
        return label.lower() in self.language.asking or label.lower() in self.language.answering

    def is_own(self, label: str) -> bool:
        """Whether what stands after the label is the outlet's own."""
        if label.lower() in self.language.answering:
            return self.explains
        return label.lower() in self.language.asking or label in self.askers

    def is_somebody(self, label: str) -> bool:
        """Whether the label is of who asks, or the name of a person of the article."""
        figure = self.cast.find(tuple(label.split()))
        return self.is_own(label) or (figure is not None and figure.kind == "person")

    def bearer(self, label: str) -> Figure | None:
        """Whom a label stands for that is no name: who answers, or the one figure whose initials it is."""
        if label.lower() in self.language.answering:
            return self.answerer
        return self.by_initials.get(label.replace(".", ""))

    def _askers(self, passages: Sequence[Passage], labels: Sequence[Label | None]) -> frozenset[str]:
        """Labels of the outlet, and those of no person that stand before nothing but questions."""
        asking: dict[str, list[bool]] = {}
        for passage, label in zip(passages, labels, strict=True):
            if label is not None and passage.block.kind not in HEADLINES:
                asking.setdefault(label.words, []).append(passage.tokens[-1].tag == "?")
        in_full = {_initials(name): name for name in asking if " " in name}
        for short in [name for name in asking if is_acronym(name) and name in in_full]:
            asking[short] = asking[in_full[short]] = asking[short] + asking[in_full[short]]
        return frozenset(
            name
            for name, questions in asking.items()
            if self._is_outlet(name)
            or (self._are_many(questions) and all(questions) and not self._is_person(name))
        )

    def _are_many(self, questions: Sequence[bool]) -> bool:
        return self.lettered or len(questions) >= FEWEST_QUESTIONS

    def _is_outlet(self, label: str) -> bool:
        if self.outlet is None:
            return False
        short = is_acronym(label) and label == _initials(self.outlet)
        short = short or (label == self.outlet.split()[-1] and not self._is_person(label))
        return short or _plain(label, self.language) == _plain(self.outlet, self.language)

    def _is_person(self, label: str) -> bool:
        """Whether the label is a person's name, or that of somebody who may be one."""
        words = label.split()
        if is_title(words[0].lower(), self.language):
            return True
        figure = self.cast.find(tuple(words)) or self.by_initials.get(label)
        if figure is not None and figure.kind != "name":
            return figure.kind == "person"
        return len(words) > 1 and words[0].lower() not in self.language.grammar.articles

    def _by_initials(self) -> dict[str, Figure]:
        """Initials that only one figure of the article has."""
        found: dict[str, list[Figure]] = {}
        for figure in self.cast.figures:
            initials = "".join(word[0] for word in figure.name.split() if word[0].isupper())
            if is_acronym(initials):
                found.setdefault(initials, []).append(figure)
        return {initials: figures[0] for initials, figures in found.items() if len(figures) == 1}

    def _answerer(
        self, passages: Sequence[Passage], labels: Sequence[Label | None], first: int
    ) -> Figure | None:
        """Who also answers under a name, else who is named in the headlines, else before the first turn."""
        introduction = passages[:first]
        headlines = [passage for passage in introduction if passage.block.kind in HEADLINES]
        for named in (self._labelled(passages, labels), self._named(headlines), self._named(introduction)):
            if named:
                return self._one(named)
        return None

    def _labelled(self, passages: Sequence[Passage], labels: Sequence[Label | None]) -> list[Figure]:
        """Those who stand as labels before anything but a question."""
        found = []
        for passage, label in zip(passages, labels, strict=True):
            figure = self.cast.find_known(tuple(label.words.split())) if label else None
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

    def _are_addressed(self, questions: Iterable[Passage]) -> bool:
        """Whether half of the questions or more speak to whoever answers."""
        asked = [_has_word(passage, self.language.grammar.second_person) for passage in questions]
        return 2 * sum(asked) >= len(asked)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _plain(name: str, language: Language) -> str:
    """A name in small letters, its article left off."""
    first, _, rest = name.lower().partition(" ")
    return rest if first in language.grammar.articles else name.lower()


def _has_word(passage: Passage, words: frozenset[str]) -> bool:
    return any(token.lower in words for token in passage.tokens)


def _asked(passages: Sequence[Passage], language: Language) -> list[list[int]]:
    """The indexes of the paragraphs after each question, or else prompt, that is set off in type."""
    groups: list[list[int]] = []
    open_question = False
    in_bold = sum(map(_is_bold, passages)) >= FEWEST_QUESTIONS
    for at, passage in enumerate(passages):
        if is_prompt(passage) if in_bold else _is_question(passage):
            open_question = True
        elif _is_apart(passage, language) or passage.block.kind != "paragraph":
            open_question = False
        elif open_question and is_prompt(passages[at - 1]):
            groups.append([at])
        elif open_question:
            groups[-1].append(at)
    return groups


def _is_question(passage: Passage) -> bool:
    tokens = passage.tokens
    if len(tokens) < 2 or passage.block.kind not in ("paragraph", "heading"):
        return False
    if passage.block.kind == "heading":
        return tokens[-1].tag == "?"
    return _is_bold(passage) and tokens[-2].tag == "?"


def is_prompt(passage: Passage) -> bool:
    """Whether a passage is a question, or stands in bold as the questions of an interview may."""
    return _is_question(passage) or _is_bold(passage)


def _is_bold(passage: Passage) -> bool:
    tokens = passage.tokens
    bold = len(tokens) > 2 and tokens[0].text in BOLD and tokens[-1].text in BOLD
    return bold and passage.block.kind == "paragraph"


def _is_apart(passage: Passage, language: Language) -> bool:
    """Whether the outlet speaks of the interview: `This interview has been edited for length.`"""
    if passage.block.kind != "paragraph" or len(passage.tokens) < 2:
        return False
    first, second = passage.tokens[0].lower, passage.tokens[1].lower
    return first in language.grammar.definites and second in language.time.interviews
