"""Attributions across sentences and paragraphs: labels, quotations without a cue of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from site_builder.annotate.cast import Cast
from site_builder.annotate.cues import find_reports
from site_builder.annotate.language import Language
from site_builder.annotate.names import Name, find_names, split_titles
from site_builder.annotate.phrases import QUOTE_MARKS, Sentence, is_finite, is_person_or_body
from site_builder.annotate.quotes import Quote, find_quotes
from site_builder.annotate.reports import Report, trimmed
from site_builder.annotate.sentences import sentence_ranges
from site_builder.annotate.subjects import main_subject, signature, subject_before
from site_builder.annotate.tokens import Token, tokenise
from site_builder.model import Block, Span

SHORTEST_SPEECH = 5
"""Words from which a passage in quotation marks inside a sentence counts as speech without a cue."""
SHORTEST_ALONE = 3
"""The same for a passage that is the whole sentence."""
FULL = 0.9
"""Share of a sentence's characters in quotation marks from which it is quoted as a whole."""
LONGEST_LABEL = 7
HEADLINES = frozenset(("title", "standfirst", "heading"))


class Passage(NamedTuple):
    """One block, its quotations and its tokens."""

    block: Block
    quotes: tuple[Quote, ...]
    tokens: list[Token]
    names: tuple[Name, ...]


def find_passages(text: str, blocks: Sequence[Block], language: Language) -> list[Passage]:
    passages = []
    for block, quotes in zip(blocks, find_quotes(text, [block.span for block in blocks]), strict=True):
        tokens = tokenise(text, block.span, quotes, language)
        names = tuple(find_names(tokens, language, headline=block.kind in HEADLINES))
        passages.append(Passage(block, quotes, tokens, names))
    return passages


class Reader:
    """Reads the blocks of an article in order and remembers who spoke last."""

    def __init__(self, text: str, passages: Sequence[Passage], cast: Cast, language: Language) -> None:
        self.text = text
        self.cast = cast
        self.language = language
        self.labels = Counter(_label_of(text, passage) for passage in passages)
        """How often each label stands before a paragraph."""
        self.last: Report | None = None
        """The latest report of the body."""
        self.open: Report | None = None
        """The report whose quotation the previous block left open."""
        self.acting: Report | None = None
        """Who was named since as the subject of a sentence: the source of a report yet to come."""

    def read(self, passage: Passage, following: Passage | None) -> list[Report]:
        """The reports of the next block, by first character; `following` may sign its quotation."""
        block, quotes, tokens, _ = passage
        if not tokens:
            return []
        label = self._label(block, tokens)
        reports = [label] if label is not None else self._reports(passage, self._signer(following))
        reports.sort(key=lambda report: report.spans[0])
        spoken = [report for report in reports if report.source is not None]
        self.acting = self._acting(passage, spoken, block.span.end)
        if block.kind == "title":
            self.last = label
        elif block.kind == "paragraph":
            self.last = self._announced(tokens) or (spoken[-1] if spoken else self.last)
            self.open = self.last if quotes and quotes[-1].closing == "continued" else None
        return reports

    def _label(self, block: Block, tokens: list[Token]) -> Report | None:
        """`NAME: what is said`: a headline's claim or a turn of a transcript."""
        colon = next((at for at, token in enumerate(tokens[: LONGEST_LABEL + 1]) if token.tag == ":"), 0)
        if not 0 < colon < len(tokens) - 1:
            return None
        name = tokens[:colon]
        if name[0].lower in self.language.label_words or name[-1].tag not in "NwD":
            return None
        if any(token.tag not in "NwI&.’'D" for token in name):
            return None
        if any(is_finite(tokens, at, self.language) for at in range(colon)):
            return None
        turn = self.labels[self.text[name[0].start : name[-1].end]] > 1
        if not turn and not self._can_speak(name, headline=block.kind in HEADLINES):
            return None
        words = trimmed(self.text, tokens[colon].end, block.span.end)
        source = Span(name[0].start, name[-1].end)
        return Report("label", (words,), source, None, Span(*tokens[colon][:2]))

    def _can_speak(self, name: list[Token], *, headline: bool) -> bool:
        """Whether a label names a figure of the article, a body, or, before a paragraph, a turn's speaker."""
        words = tuple(token.text for token in name if token.tag == "N")
        if not words:
            return False
        if headline and is_person_or_body(name[-1].lower, self.language):
            return True
        if name[-1].tag != "N" or (not headline and len(words) < len(name)):
            return False
        if len(name) == 1 and headline and words[0].isupper():
            return True
        capitals = len(words) > 1 and not headline and all(word.isupper() for word in words)
        return capitals or self.cast.find(words[split_titles(name, self.language) :]) is not None

    def _reports(self, passage: Passage, signer: Report | None) -> list[Report]:
        block, _, tokens, _ = passage
        reports: list[Report] = []
        waiting: list[tuple[Span, ...]] = []
        for start, end in sentence_ranges(tokens, self.language):
            sentence = Sentence(self.text, tokens[start:end], self.language)
            found = find_reports(sentence)
            loose = self._loose(sentence, found, block)
            if not loose:
                reports += found
                continue
            whole = _is_whole(sentence)
            earlier = reports[-1] if reports else None
            if found:
                reports += found
                reports.append(_uncued(loose, found[-1]))
            elif whole and earlier is not None:
                if _is_quoted(self.text, earlier):
                    reports[-1] = replace(earlier, spans=earlier.spans + loose)
                else:
                    reports.append(_uncued(loose, earlier))
            elif start == 0 and self.open is not None:
                reports.append(_uncued(loose, self.open))
            elif whole:
                waiting.append(loose)
            else:
                reports.append(self._by_subject(sentence, loose, earlier))
        for loose in waiting:
            speaker = (
                reports[0] if reports else signer or self._acting(passage, [], loose[0].start) or self.last
            )
            reports.append(_uncued(loose, speaker))
        return reports

    def _acting(self, passage: Passage, spoken: list[Report], before: int) -> Report | None:
        """The person named last as a subject, after the reports and before the character, as who may speak."""
        said = max(
            (span.end for report in spoken for span in (*report.spans, report.source) if span), default=0
        )
        for name in reversed(passage.names):
            figure = self.cast.find(name.words, name.titles) if name.subject and name.end < before else None
            if name.start < said:
                return None
            if figure is not None and figure.kind == "person":
                return Report("quote", (), Span(name.start, name.end), None, None)
        return None if spoken else self.acting

    def _signer(self, following: Passage | None) -> Report | None:
        """Who signs in the paragraph after a quotation: `— Ann Lee`."""
        phrase = signature(following.tokens, 0, self.language) if following is not None else None
        if following is None or phrase is None:
            return None
        tokens = following.tokens
        return Report(
            "signature", (), Span(tokens[phrase.start].start, tokens[phrase.end - 1].end), None, None
        )

    def _loose(self, sentence: Sentence, found: list[Report], block: Block) -> tuple[Span, ...]:
        """The quoted passages of a sentence that count as speech and are in no report yet."""
        whole = _is_whole(sentence)
        if block.kind in HEADLINES and not whole:
            return ()
        shortest = SHORTEST_ALONE if whole else SHORTEST_SPEECH
        spans = []
        for token in sentence.tokens:
            if token.tag != "Q" or any(
                span.start < token.end and token.start < span.end for report in found for span in report.spans
            ):
                continue
            words = token.text.split()
            if len(words) < shortest:
                continue
            if not whole and (_is_title(words) or (not found and words[0].strip("\"'“‘«„`")[:1].islower())):
                continue
            spans.append(Span(token.start, token.end))
        return tuple(spans)

    def _by_subject(self, sentence: Sentence, spans: tuple[Span, ...], earlier: Report | None) -> Report:
        """A passage inside a sentence without a cue: its subject says it, or who spoke before."""
        first = next(at for at, token in enumerate(sentence.tokens) if token.tag == "Q")
        phrase = main_subject(sentence, first)
        if phrase is None:
            return _uncued(spans, earlier)
        tokens = sentence.tokens
        return Report(
            "quote", spans, Span(tokens[phrase.start].start, tokens[phrase.end - 1].end), None, None
        )

    def _announced(self, tokens: list[Token]) -> Report | None:
        """`The mayor went on:` at the end of a paragraph: who speaks in the next."""
        if tokens[-1].tag != ":":
            return None
        *_, (start, end) = sentence_ranges(tokens, self.language)
        sentence = Sentence(self.text, tokens[start:end], self.language)
        for at in range(end - start - 1, 0, -1):
            form = self.language.verbs.get(sentence.tokens[at].lower)
            if form is None or sentence.tokens[at].tag == "Q":
                continue
            phrase = subject_before(sentence, at, form)
            if phrase is not None:
                source = Span(sentence.tokens[phrase.start].start, sentence.tokens[phrase.end - 1].end)
                return Report("quote", (), source, None, Span(*sentence.tokens[at][:2]))
        return None


def _label_of(text: str, passage: Passage) -> str | None:
    """The words before a colon near the start of a paragraph."""
    tokens = passage.tokens
    if passage.block.kind != "paragraph":
        return None
    colon = next((at for at, token in enumerate(tokens[:LONGEST_LABEL]) if token.tag == ":"), 0)
    return text[tokens[0].start : tokens[colon - 1].end] if colon else None


def _uncued(spans: tuple[Span, ...], speaker: Report | None) -> Report:
    if speaker is None:
        return Report("quote alone", spans, None, None, None)
    return replace(speaker, rule="continued", spans=spans, cue=None, to=None)


def _is_quoted(text: str, report: Report) -> bool:
    """Whether the words said end in quotation marks, so that a quotation after them goes on with them."""
    last = report.spans[-1]
    return text[last.end - 1] in QUOTE_MARKS and text[last.start] in QUOTE_MARKS


def _is_whole(sentence: Sentence) -> bool:
    quoted = sum(token.end - token.start for token in sentence.tokens if token.tag == "Q")
    return quoted >= FULL * (sentence.end - sentence.tokens[0].start)


def _is_title(words: list[str]) -> bool:
    """Whether every word of a passage but the short ones is capitalised, as in a book's or film's name."""
    return all(len(word) < 4 or word.strip("\"'“‘«„`([")[:1].isupper() for word in words)
