"""What an attribution inside one sentence is: the words said, the cue, and the words that name the speaker."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from site_builder.annotate.language import Language
from site_builder.annotate.phrases import Phrase, Sentence, is_person_or_body, noun_phrase_end, opens_clause
from site_builder.annotate.tokens import EMPHASIS, Token
from site_builder.model import Span

EDGE = " \t\n\u00a0\u2060,;:—–―-•◦▪▸►‣●∙·"
"""Blanks, commas, dashes, and the marks before the points of a list."""
OUTER = frozenset(("parenthesis", "inversion", "according to"))
INNER = frozenset(("object", "infinitive", "topic", "relative", "passive", "nominal"))
"""Rules whose words may turn out to lie inside those of an outer one that comes later in the sentence."""


@dataclass(frozen=True, slots=True)
class Report:
    """`spans`: the words said, edges trimmed; `source`: the words that name who said them.

    `via`: the outlet said to report it, or the person by whom a body speaks; `citing`: whom the speaker cites.
    `carrier`: the attribution that names `via`, without words of its own. `attitude`: by a verb of wanting or
    believing, so that nothing need have been said. `turn`: the words are a turn of an interview or a
    transcript, so that they are given word for word without marks.
    """

    rule: str
    spans: tuple[Span, ...]
    source: Span | None
    apposition: Span | None
    cue: Span | None
    to: Span | None = None
    via: Span | None = None
    citing: Span | None = None
    carrier: Report | None = None
    attitude: bool = False
    turn: bool = False


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without what stands in EDGE, or a full stop, at its edges."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and (text[end - 1] in EDGE or text[end - 1] == "."):
        end -= 1
    return Span(start, end)


def passed_on(inner: Report, outer: Report) -> Report:
    """What the speaker of `outer`, which has no words of its own, says that another one has said."""
    if inner.source is None:
        return inner
    start = min(inner.source.start, inner.spans[0].start)
    return replace(outer, spans=(Span(start, inner.spans[-1].end),), citing=inner.source)


def overlap(one: Report, other: Report) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.spans for b in other.spans)


def _before_clause(tokens: list[Token], start: int, end: int) -> int:
    """The end without the word for a clause that belongs to another attribution: `…, when, according to …`."""
    while end - 1 > start and tokens[end - 1].tag in "C,":
        end -= 1
    while end - 1 > start and tokens[end - 1].tag == "S" and tokens[end - 2].tag == ",":
        end -= 2
    return end


def spans_of(sentence: Sentence, *pieces: tuple[int, int]) -> tuple[Span, ...]:
    """Character spans of token ranges, trimmed, the empty ones left out; a quotation keeps its full stop."""
    spans = []
    filled = [(start, end) for start, end in pieces if start < end]
    if len(filled) > 1:
        filled = [
            (start, end) for start, end in filled if any(t.tag not in "S," for t in sentence.tokens[start:end])
        ]
    for start, end in filled:
        while end - 1 > start and sentence.tokens[end - 1].tag in EMPHASIS:
            end -= 1
        if sentence.tokens[end - 1].tag == ")" and not any(t.tag == "(" for t in sentence.tokens[start:end]):
            end -= 1  # "(Lee says it is safe.)"
        end = _before_clause(sentence.tokens, start, end)
        first, last = sentence.tokens[start], sentence.tokens[end - 1]
        span = trimmed(sentence.text, first.start, last.end)
        if last.tag == "Q" and span.end < last.end and sentence.text[span.end] == ".":
            span = span._replace(end=span.end + 1)
        spans.append(span)
    return tuple(span for span in spans if span.end > span.start)


def without_connective(sentence: Sentence, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words said without the outlet's own "Meanwhile," before them."""
    if not spans:
        return spans
    (start, end), *rest = spans
    words = sentence.text[start:end].lower()
    for connective in sentence.language.connectives:
        if words == connective:
            return tuple(rest)
        if words.startswith(connective + ","):
            return (trimmed(sentence.text, start + len(connective), end), *rest)
    return spans


def chars(tokens: list[Token], piece: tuple[int, int] | None) -> Span | None:
    return None if piece is None else Span(tokens[piece[0]].start, tokens[piece[1] - 1].end)


def left_start(sentence: Sentence, found: list[Report], end: int) -> int:
    """The first token of what is left of `end` and not yet given to a report or its attribution."""
    taken = 0
    for report in found:
        if report.rule not in INNER:
            for span in (report.spans[-1], report.cue, report.source):
                if span is not None and span.end > taken:
                    taken = span.end
    return min(end, bisect_left(sentence.tokens, (taken,)))


def _whole_cue(
    sentence: Sentence, cue: tuple[int, int], hearer: tuple[int, int] | None, spans: tuple[Span, ...]
) -> tuple[int, int]:
    """The verb with its auxiliaries and adverbs, the hearer and "that": `has also told reporters that`.

    Not a "that" which is what was said: `disputed that`.
    """
    tokens = sentence.tokens
    start, end = cue
    while start > 0 and tokens[start - 1].tag in "AR":
        start -= 1
    if hearer is not None and hearer[0] == end:
        end = hearer[1]
    said = end < len(tokens) and any(span.start == tokens[end].start for span in spans)
    if end < len(tokens) and not said and tokens[end].lower in sentence.language.grammar.that:
        end += opens_clause(tokens, end, sentence.language)
    return start, end


def make_report(
    rule: str,
    sentence: Sentence,
    phrase: Phrase | None,
    spans: tuple[Span, ...],
    cue: tuple[int, int],
    hearer: tuple[int, int] | None = None,
) -> Report:
    tokens = sentence.tokens
    form = sentence.language.verbs.get(tokens[cue[0]].lower)
    beside = phrase and phrase.apposition
    citing = cited_beside(tokens, beside, sentence.language)
    via = _channel(sentence, beside[0], beside[1]) if beside else None
    return Report(
        rule=rule,
        spans=spans,
        source=phrase and chars(tokens, (phrase.start, phrase.end)),
        apposition=None if citing or via else chars(tokens, beside),
        cue=chars(tokens, _whole_cue(sentence, cue, hearer, spans)),
        to=chars(tokens, hearer),
        via=via or _channel(sentence, cue[1], len(tokens)),
        citing=citing,
        attitude=form is not None and form.verb.attitude,
    )


def _channel(sentence: Sentence, start: int, end: int) -> Span | None:
    """By whom a body speaks: `the ministry, through its spokesman, said`, `said through a lawyer`; or who
    quotes it: `the ministry, quoted by Radio One, said`."""
    tokens, language = sentence.tokens, sentence.language
    form = language.verbs.get(tokens[start].lower) if start + 2 < end else None
    if form is not None and form.verb.cites and tokens[start + 1].lower in language.grammar.agent:
        return chars(tokens, (start + 2, end))
    if start + 1 >= end or tokens[start].lower not in language.grammar.channels:
        return None
    last = min(end, noun_phrase_end(tokens, start + 1, language))
    spokesman = any(language.person_noun(token.lower) for token in tokens[start + 1 : last])
    return chars(tokens, (start + 1, last)) if spokesman else None


def cited_beside(tokens: list[Token], aside: tuple[int, int] | None, language: Language) -> Span | None:
    """Whom the speaker cites in an aside between name and verb: `Lee, citing two officials, said`."""
    if aside is None or aside[1] - aside[0] < 2:
        return None
    form = language.verbs.get(tokens[aside[0]].lower)
    if form is None or form.form != "ing" or not form.verb.cites:
        return None
    source = aside[0] + 1, aside[1]
    return chars(tokens, source) if can_be_cited(tokens[slice(*source)], language) else None


def can_be_cited(words: list[Token], language: Language) -> bool:
    """Whether the words name somebody or a document, and no mere reason: `citing a quiet period`."""
    return any(
        token.tag in "NQ" or is_person_or_body(token.lower, language) or token.lower in language.documents
        for token in words
    )
