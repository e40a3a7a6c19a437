"""Labels: the words before a colon that say who speaks, in a headline or before a turn of a transcript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from site_builder.annotate.cast import Cast
from site_builder.annotate.figure import Figure
from site_builder.annotate.interviews import HANDLE, Interview, Label, find_label, is_prompt
from site_builder.annotate.language import Language
from site_builder.annotate.new_reports import is_reporting
from site_builder.annotate.passages import HEADLINES, Passage
from site_builder.annotate.phrases import is_finite, is_person_or_body
from site_builder.annotate.reports import Report, trimmed
from site_builder.annotate.titles import split_titles
from site_builder.annotate.tokens import Token
from site_builder.model import Span

SHORTEST_QUOTED = 3
"""Words of a quotation that is speech with a name after it, and no title of a work."""
FEWEST_TURNS = 4
"""Paragraphs with labels from which those between them without one go on with what was said."""
LONGEST_SIGNATURE = 6
"""Tokens of the name that closes a headline."""
LONGEST_OCCASION = 16
"""Tokens of a name and where its bearer spoke, before a quotation."""
CLOSING_MARKS = frozenset(":—")
ASIDES = frozenset("([*_")
"""Open a paragraph in which the outlet tells what goes on: `(Laughter)`."""


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
        self.outlet = outlet
        labels = [find_label(text, passage.tokens, language) for passage in passages]
        bodies = [label.words for label, passage in zip(labels, passages, strict=True)
                  if label is not None and passage.block.kind not in HEADLINES]  # fmt: skip
        self.labels = {passage.block.span.start: label for passage, label in zip(passages, labels, strict=True)}
        """By the first characters of the passages."""
        self.turns = Counter(bodies)
        self.in_capitals = any(count > 1 and label.isupper() for label, count in self.turns.items())
        """Whether labels in capitals open turns, as in a transcript."""
        self.interview = Interview(passages, labels, cast, language, outlet)
        self.bearers: dict[Span, Figure] = {}
        turns = [passage.block.span.start for passage, label in zip(passages, labels, strict=True)
                 if label and (self._is_turn(label) or self.interview.is_somebody(label.words))]  # fmt: skip
        self.last_turn = turns[-1] if len(turns) >= FEWEST_TURNS else 0
        """Where the last turn of a transcript starts."""
        self.speaking: Report | None = None
        """The turn that a paragraph without a label goes on with."""

    def read(self, passage: Passage) -> Report | None:
        """`NAME: what is said`: the rest of the passage as said by whoever its label names.

        Also the paragraph that answers a question set off in type, or that goes on with a turn, as a whole.
        """
        if passage.block.span.start in self.interview.answers and not _is_told(passage.tokens):
            letter = self.labels[passage.block.span.start]
            lettered = letter is not None and self.interview.is_letter(letter.words)
            start = passage.tokens[letter.end].start if letter and lettered else passage.block.span.start
            words = trimmed(self.text, start, passage.block.span.end)
            if self.interview.answerer is not None:
                self.bearers[words] = self.interview.answerer
            return Report("answer", (words,), None, None, None, turn=True)
        label = self.labels[passage.block.span.start]
        quoted = self._quoted(passage.tokens) if passage.block.kind in HEADLINES else None
        longer = label
        if label is None and passage.quotes:
            longer = find_label(self.text, passage.tokens, self.language, LONGEST_OCCASION)
        report = quoted or self._behind(passage, longer) or self._labelled(passage, label)
        report = report or self._going_on(passage, label)
        if report is None and passage.block.kind == "title":
            report = self._closed(passage.tokens)
        self.speaking = report if passage.block.kind == "paragraph" else None
        return report

    def asks(self, passage: Passage) -> Passage | None:
        """The passage without its label, if that makes it the outlet's own question, or its own answer."""
        asked = passage.block.span.start in self.interview.questions
        if asked or (self.interview.answers and is_prompt(passage)):
            self.speaking = None
            return passage
        label = self.labels[passage.block.span.start]
        if label is None or passage.block.kind in HEADLINES or not self.interview.is_own(label.words):
            return None
        if label.cue is None and not self._is_turn(label):
            return None
        self.speaking = None
        return passage._replace(tokens=passage.tokens[label.end :])

    def _is_turn(self, label: Label) -> bool:
        lettered = self.interview.lettered and self.interview.is_letter(label.words)
        return lettered or self.turns[label.words] > 1

    def _quoted(self, tokens: list[Token]) -> Report | None:
        """A headline that is a quotation, with its speaker behind it or of the one interviewed."""
        if not tokens or tokens[0].tag != "Q":
            return None
        words = Span(tokens[0].start, tokens[0].end)
        about = (at for at, token in enumerate(tokens) if at > 2 and token.lower in self.language.grammar.days)
        named = tokens[: next(about, len(tokens))]
        if self._is_signed(named):
            return Report("label", (words,), Span(named[2].start, named[-1].end), None, Span(*tokens[1][:2]))
        announced = len(tokens) > 2 and tokens[1].tag == ":" and self._is_kind_of_text(tokens[2:])
        alone = len(tokens) == 1 and bool(self.last_turn)
        if not (announced or alone) or self.interview.speaker is None:
            return None
        self.bearers[words] = self.interview.speaker
        return Report("answer", (words,), None, None, None)

    def _closed(self, tokens: list[Token]) -> Report | None:
        """A headline that ends with who says it: `Pier to stay closed: mayor`, `Pier is safe – Port FM`."""
        within = range(len(tokens) - 2, max(SHORTEST_QUOTED - 1, len(tokens) - 2 - LONGEST_SIGNATURE), -1)
        mark = next((at for at in within if tokens[at].tag in CLOSING_MARKS), None)
        if mark is None or any(token.tag in CLOSING_MARKS for token in tokens[:mark]):
            return None
        name = tokens[mark + 1 :]
        if (
            self._is_kind_of_text(name)
            or not self._may_name(name)
            or self.text[name[0].start : name[-1].end] == self.outlet
        ):
            return None
        lettered = name[-1].tag == "N" and sum(letter.isupper() for letter in name[-1].text) > 1
        known = lettered or is_person_or_body(name[-1].lower, self.language)
        if not known and not self._can_speak(name, headline=True):
            return None
        words = Span(tokens[0].start, tokens[mark - 1].end)
        return Report("label", (words,), Span(name[0].start, name[-1].end), None, Span(*tokens[mark][:2]))

    def _is_kind_of_text(self, words: Sequence[Token]) -> bool:
        """Whether the words say what the article is: `an interview with Ann Lee`."""
        kinds = self.language.label_words | self.language.talks
        return any(word.lower in kinds and self.language.person_noun(word.lower) is None for word in words)

    def _labelled(self, passage: Passage, label: Label | None) -> Report | None:
        headline = passage.block.kind in HEADLINES
        beside = None
        if label is not None and self.in_capitals and label.words.isupper():
            label, beside = self._without_office(label)
        if label is None or not (label.cue or self._is_turn(label)) or not self._may_name(label.name):
            return None
        turn = self._is_turn(label) and not (headline and not self.interview.is_letter(label.words))
        if not (turn or self._can_speak(label.name, headline=headline)):
            return None
        first = passage.tokens[label.end].lower
        if headline and first in self.language.label_words and not self._is_somebody(label.words):
            return None
        words = trimmed(self.text, passage.tokens[label.end - 1].end, passage.block.span.end)
        if words.start >= words.end:
            return None
        source: Span | None = Span(label.name[0].start, label.name[-1].end)
        bearer = self.interview.bearer(label.words) if turn else None
        if bearer is not None and source is not None:
            self.bearers[source] = bearer
        elif turn and self.interview.is_letter(label.words):
            source = None
        rule = "label" if label.cue else "answer"
        verbatim = not headline and (turn or self._is_verbatim(passage, label))
        return Report(rule, (words,), source, beside, label.cue, turn=verbatim)

    def _without_office(self, label: Label) -> tuple[Label, Span | None]:
        """The label up to its comma, and the office behind that: `ANN LEE, MAYOR:` in a transcript."""
        comma = next((at for at, token in enumerate(label.name) if token.tag == ","), 0)
        office = label.name[comma + 1 :]
        if not comma or not office:
            return label, None
        name = label.name[:comma]
        words = self.text[name[0].start : name[-1].end]
        return label._replace(words=words, name=name), Span(office[0].start, office[-1].end)

    def _is_verbatim(self, passage: Passage, label: Label) -> bool:
        """Whether what stands after a label that comes but once is a turn, and no summary: it is in the first
        person, or stands in a transcript."""
        if (self.in_capitals and label.words.isupper()) or passage.block.span.start <= self.last_turn:
            return True
        return any(token.lower in self.language.grammar.first_person for token in passage.tokens[label.end :])

    def _behind(self, passage: Passage, label: Label | None) -> Report | None:
        """A paragraph that is a quotation behind where it is from, or behind a name and an office.

        `From the harbour board: “It is closed.”`, `Ann Lee, mayor of Karsk: “It is closed.”`
        """
        if label is None or label.cue is None or passage.block.kind in HEADLINES:
            return None
        inside = any(token.tag == "Q" for token in label.name)
        if is_reporting(label.name, len(label.name) - 1, self.language) and not inside:
            return None  # "Ann Lee, mayor of Karsk, added:"
        said = passage.tokens[label.end :]
        tags = {token.tag for token in said}
        if "Q" not in tags or not tags <= {"Q", "."}:
            return None
        words, cue, beside = (Span(said[0].start, said[-1].end),), label.cue, None
        first, *name = label.name
        if is_reporting(list(label.name), len(name), self.language):
            return None  # "Ann Lee, a researcher at Hill, said:"
        if first.lower in self.language.grammar.origins:
            cue = Span(first.start, first.end)
        else:
            mark = next((at for at, token in enumerate(label.name) if token.tag in ",("), 0)
            name, office = label.name[:mark], label.name[mark + 1 :]
            if office and office[0].tag == "I":  # "Lee, on the steps of the town hall:"
                if any(token.tag == "," or token.lower in self.language.verbs for token in office):
                    return None
                office = []
            beside = Span(office[0].start, office[-1].end) if office else None
        if not name or not self._is_noun_phrase(name) or not self._is_figure(name, full=beside is not None):
            return None
        return Report("label", words, Span(name[0].start, name[-1].end), beside, cue)

    def _is_figure(self, name: Sequence[Token], *, full: bool) -> bool:
        """Whether the words hold a name, or are of a body; `full`: they are the whole name of somebody."""
        named = [token.tag == "N" for token in name]
        if full:
            return all(named) and len(named) > 1
        return any(named) or is_person_or_body(name[-1].lower, self.language)

    def _going_on(self, passage: Passage, label: Label | None) -> Report | None:
        """A paragraph of a transcript without a label, as said by whose turn it is."""
        block, turn = passage.block, self.speaking
        if turn is None or label is not None or block.kind != "paragraph" or block.span.start > self.last_turn:
            return None
        if self.text[block.span.start] in ASIDES or _quotes_somebody(passage.tokens, self.language):
            return None
        words = trimmed(self.text, *block.span)
        if turn.source is None and turn.spans[0] in self.bearers:
            self.bearers[words] = self.bearers[turn.spans[0]]
        return Report("continued", (words,), turn.source, None, None, turn=True)

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

    def _may_name(self, name: list[Token]) -> bool:
        """Whether the tokens of a label are a noun phrase and no rubric ("Read more:")."""
        return name[0].lower not in self.language.label_words and self._is_noun_phrase(name)

    def _is_noun_phrase(self, tokens: list[Token]) -> bool:
        if tokens[-1].tag not in "NwD" or any(token.tag not in "NwI&.’'D" for token in tokens):
            return False
        return not any(is_finite(tokens, at, self.language) for at in range(len(tokens)))

    def _can_speak(self, name: list[Token], *, headline: bool) -> bool:
        """Whether the label is a handle, or names a figure of the article; in a headline a body or office."""
        if len(name) == 1 and self.text.endswith(HANDLE, 0, name[0].start):
            return True
        words = tuple(token.text for token in name if token.tag == "N")
        if not words:
            return False
        if headline and is_person_or_body(name[-1].lower, self.language):
            return True
        if name[-1].tag != "N" or (not headline and len(words) < len(name)):
            return False
        acronym = headline and len(name) == 1 and name[0].lower in self.cast.proper
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


def _quotes_somebody(tokens: list[Token], language: Language) -> bool:
    """Whether a paragraph quotes somebody and speaks of no "I": `The mayor said that “it was late”.`"""
    outside = [token.lower for token in tokens if token.tag != "Q"]
    quoted = len(outside) < len(tokens) and language.grammar.first_person.isdisjoint(outside)
    return quoted and any(is_reporting(tokens, at, language) for at in range(len(tokens)))


def _is_told(tokens: list[Token]) -> bool:
    """Whether a paragraph quotes somebody and tells who says so: `“It was late,” she adds.`"""
    return tokens[0].tag == "Q" and any(token.tag in "wVNP" for token in tokens[1:])
