"""Attributions across sentences and paragraphs: quotations that have no cue of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from site_builder.annotate.carried_over import carried_over
from site_builder.annotate.cast import Cast
from site_builder.annotate.cues import find_reports
from site_builder.annotate.labels import Labels
from site_builder.annotate.language import Language
from site_builder.annotate.passages import HEADLINES, Passage
from site_builder.annotate.phrases import QUOTE_MARKS, Phrase, Sentence, is_finite
from site_builder.annotate.pointing import find_pointer, pointing_back, put_behind
from site_builder.annotate.reports import Report, chars
from site_builder.annotate.sentences import sentence_ranges
from site_builder.annotate.subjects import main_subject, signature, subject_before
from site_builder.annotate.tokens import Token
from site_builder.model import Span

SHORTEST_SPEECH = 5
"""Words from which a quotation inside a sentence counts as speech without a cue."""
SHORTEST_ALONE = 3
"""The same for a quotation that is the whole sentence."""
FULL = 0.9
"""Share of a sentence's characters in quotation marks from which it is quoted as a whole."""


class Reader:
    """Reads the passages of an article in order and remembers who spoke last."""

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
        self.labels = Labels(text, passages, cast, language, outlet)
        self.last: Report | None = None
        """The latest report of the body."""
        self.open: Report | None = None
        """The report whose quotation the previous passage left open."""
        self.acting: Report | None = None
        """Who was named since as the subject of a sentence: the source of a report yet to come."""
        self.before: Sentence | None = None
        """The sentence of the body before this one, if nobody was told to have said it."""

    def read(self, passage: Passage, following: Passage | None) -> list[Report]:
        """The reports of the next passage, by first character; `following` may sign its quotation."""
        if not passage.tokens:
            return []
        question = self.labels.asks(passage)
        if question is not None:
            return self._questions(question)
        label = self.labels.read(passage)
        reports = [label] if label is not None else self._reports(passage, self._signer(following))
        reports.sort(key=lambda report: report.spans[0])
        spoken = [report for report in reports if report.source is not None]
        self.acting = self._acting(passage, spoken, passage.block.span.end)
        if passage.block.kind == "title":
            self.last = label
        elif passage.block.kind == "paragraph":
            self.last = self._announced(passage.tokens) or (spoken[-1] if spoken else self.last)
            goes_on = passage.quotes and passage.quotes[-1].closing == "continued"
            self.open = self.last if goes_on else None
        return reports

    def _questions(self, passage: Passage) -> list[Report]:
        """What others are reported to have said in a turn of the outlet's; if it asks, word for word."""
        asking = self.language.grammar.first_person | self.language.grammar.second_person
        asks = passage.tokens[-1].tag == "?"
        return [
            report
            for report in self._reports(passage, None)
            if report.source is not None
            and not (asks and all(self.text[span.start] not in QUOTE_MARKS for span in report.spans))
            and self.text[slice(*report.source)].lower().partition(" ")[0] not in asking
        ]

    def _reports(self, passage: Passage, signer: Report | None) -> list[Report]:
        """What the sentences report; quotations before the first report wait for it."""
        reports: list[Report] = []
        waiting: list[tuple[Span, ...]] = []
        latest: Report | None = None
        """Whose words the sentence before ends with."""
        for start, end in sentence_ranges(passage.tokens, self.language):
            headline = passage.block.kind in HEADLINES
            sentence = Sentence(self.text, passage.tokens[start:end], self.language, headline)
            found = find_reports(sentence)
            pointer = find_pointer(sentence)
            if pointer is not None:
                found = pointing_back(sentence, found, self.before, pointer)
                if waiting and not reports:
                    signer = _sourced("mention", sentence.tokens, pointer[0], ())
            tail = bool(reports) and _is_quoted(self.text, reports[-1])
            loose = self._loose(sentence, found, headline=headline, tail=tail) if passage.quotes else ()
            carried = () if found or loose or pointer else carried_over(sentence, latest)
            if carried:
                reports[-1] = replace(reports[-1], spans=reports[-1].spans + carried)
            latest = found[-1] if found else reports[-1] if carried else None
            reports += found
            told = found or loose or pointer or carried or passage.block.kind != "paragraph"
            self.before = None if told else sentence
            if not loose:
                continue
            if reports and (found or _is_whole(sentence)):
                self._carry_on(reports, loose, same_sentence=bool(found))
            elif start == 0 and self.open is not None:
                reports.append(_uncued(loose, self.open))
            elif _is_whole(sentence):
                waiting.append(loose)
            else:
                reports.append(self._by_subject(sentence, loose, reports))
        for loose in waiting:
            speaker = reports[0] if reports else signer or self._acting(passage, [], loose[0].start)
            reports.append(_uncued(loose, speaker or self._who_goes_on(passage, loose[0].start)))
        return reports

    def _who_goes_on(self, passage: Passage, before: int) -> Report | None:
        """Who spoke last, if a quotation at `before` begins the paragraph, or what stands there before it is
        about them: `She paused.`; what the outlet tells of others, or a heading, may lead over to somebody
        else."""
        if passage.block.kind in HEADLINES:
            return None
        first = passage.tokens[0]
        return self.last if first.start >= before or first.lower in self.language.pronouns else None

    def _carry_on(self, reports: list[Report], loose: tuple[Span, ...], *, same_sentence: bool) -> None:
        """Gives quotations to the last report: they go on with its own, or stand for themselves."""
        last = reports[-1]
        if not same_sentence and _is_quoted(self.text, last):
            reports[-1] = replace(last, spans=last.spans + loose)
        else:
            reports.append(_uncued(loose, last))

    def _loose(
        self, sentence: Sentence, found: list[Report], *, headline: bool, tail: bool
    ) -> tuple[Span, ...]:
        """The quotations of a sentence that count as speech and are in no report yet.

        `tail`: a quotation has gone before, so that the shortest may go on with it.
        """
        quotations = [token for token in sentence.tokens if token.tag == "Q"]
        whole = bool(quotations) and _is_whole(sentence)
        if not quotations or (headline and not whole):
            return ()
        taken = [span for report in found for span in report.spans]
        return tuple(
            Span(token.start, token.end)
            for token in quotations
            if not any(span.start < token.end and token.start < span.end for span in taken)
            and (
                (tail and whole)
                or _announcer(sentence, token) is not None
                or _is_speech(token.text.split(), whole=whole, beside_cue=bool(found))
            )
        )

    def _by_subject(self, sentence: Sentence, spans: tuple[Span, ...], reports: list[Report]) -> Report:
        """A quotation inside a sentence without a cue: its subject says it, or who spoke before."""
        first = next(at for at, token in enumerate(sentence.tokens) if token.tag == "Q")
        phrase = _announcer(sentence, sentence.tokens[first]) or put_behind(sentence, first)
        phrase = phrase or main_subject(sentence, first)
        if phrase is None:
            return _uncued(spans, reports[-1] if reports else None)
        return _sourced("mention", sentence.tokens, phrase, spans)

    def _acting(self, passage: Passage, spoken: list[Report], before: int) -> Report | None:
        """The person named last as a subject, after the reports and before the character `before`."""
        ends = (span.end for report in spoken for span in (*report.spans, report.source) if span)
        said = max(ends, default=0)
        for name in reversed(passage.names):
            if name.start < said:
                return None
            figure = self.cast.find(name.words, name.titles) if name.subject and name.end < before else None
            if figure is not None and figure.kind == "person":
                return Report("mention", (), Span(name.start, name.end), None, None)
        return None if spoken else self.acting

    def _signer(self, following: Passage | None) -> Report | None:
        """Who signs in the paragraph after a quotation: `— Ann Lee`."""
        phrase = signature(following.tokens, 0, self.language) if following is not None else None
        if following is None or phrase is None:
            return None
        return _sourced("signature", following.tokens, phrase, ())

    def _announced(self, tokens: list[Token]) -> Report | None:
        """`The mayor went on:` at the end of a paragraph: who speaks in the next."""
        if tokens[-1].tag != ":":
            return None
        *_, (start, end) = sentence_ranges(tokens, self.language)
        sentence = Sentence(self.text, tokens[start:end], self.language)
        for at in range(end - start - 1, 0, -1):
            form = self.language.verbs.get(sentence.tokens[at].lower)
            phrase = subject_before(sentence, at, form) if form is not None else None
            if phrase is not None:
                return _sourced("mention", sentence.tokens, phrase, ())
        return None


def _announcer(sentence: Sentence, quotation: Token) -> Phrase | None:
    """Who speaks after a verb and a colon: `Lee laughed: “Never!”`, `Another shrugged: “Why?”`."""
    tokens, language = sentence.tokens, sentence.language
    colon = bisect_left(tokens, (quotation.start,)) - 1
    if colon < 2 or tokens[colon].tag != ":" or tokens[colon - 1].tag not in "wV":
        return None
    phrase = subject_before(sentence, colon - 1, language.verbs[language.saying])
    if phrase is None:
        return None
    words = tokens[phrase.start : phrase.end]
    person = words[-1].lower in language.grammar.quantifiers or any(
        token.tag in "NP" or language.person_noun(token.lower) is not None for token in words
    )
    past = tokens[colon - 1].lower.endswith(language.grammar.past)
    return phrase if person and (past or is_finite(tokens, colon - 1, language)) else None


def _sourced(rule: str, tokens: list[Token], phrase: Phrase, spans: tuple[Span, ...]) -> Report:
    source, beside = chars(tokens, (phrase.start, phrase.end)), chars(tokens, phrase.apposition)
    return Report(rule, spans, source, beside, None)


def _uncued(spans: tuple[Span, ...], speaker: Report | None) -> Report:
    if speaker is None:
        return Report("quote alone", spans, None, None, None)
    said = replace(speaker, cue=None, to=None, via=None, citing=None, attitude=False, turn=False)
    return replace(said, rule="continued", spans=spans)


def _is_quoted(text: str, report: Report) -> bool:
    """Whether the words said end in quotation marks, so that a quotation after them goes on with them."""
    last = report.spans[-1]
    return text[last.end - 1] in QUOTE_MARKS and text[last.start] in QUOTE_MARKS


def _is_whole(sentence: Sentence) -> bool:
    """Whether the sentence stands in quotation marks, but for a word or two."""
    quoted = sum(token.end - token.start for token in sentence.tokens if token.tag == "Q")
    return quoted >= FULL * (sentence.end - sentence.tokens[0].start)


def _is_speech(words: list[str], *, whole: bool, beside_cue: bool) -> bool:
    """Whether a quotation without a cue is speech, and no title or words set apart."""
    if whole:
        return len(words) >= SHORTEST_ALONE
    if len(words) < SHORTEST_SPEECH or is_work(words):
        return False
    return beside_cue or not words[0].strip(QUOTE_MARKS)[:1].islower()


def is_work(words: list[str]) -> bool:
    """Whether every word but the short ones is capitalised, as in a book's or film's name."""
    return all(len(word) < 4 or word.strip(QUOTE_MARKS + "([")[:1].isupper() for word in words)
