"""Every attributed statement of an article: what is said, by whom, and how it is reported."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import zip_longest

from site_builder.annotate.cast import Cast
from site_builder.annotate.citing import cited
from site_builder.annotate.discourse import SHORTEST_SPEECH, Reader
from site_builder.annotate.language import Language
from site_builder.annotate.passages import HEADLINES, Passage, find_passages
from site_builder.annotate.quotes import SPOKEN, Quote
from site_builder.annotate.reports import Report
from site_builder.annotate.resolved import Resolved
from site_builder.annotate.several_paragraphs import with_last_told
from site_builder.annotate.speakers import Speakers
from site_builder.annotate.tables import language_like, language_of
from site_builder.annotate.title_quotes import with_title_quoted
from site_builder.annotate.worded_names import with_worded_names
from site_builder.lexicon import Lexicon
from site_builder.model import Article, Kind, Mention, Span, Statement

LETTER = re.compile(r"\w")
QUOTATION_MARKS = '"“”«»„'


def find_statements(article: Article, lexicon: Lexicon, attitudes: bool = False) -> tuple[Statement, ...]:
    """The statements of the article by first character; `said` and `topics` are left to later stages.

    With `attitudes`, what somebody wants or believes is given, too. In a language without tables only
    passages in quotation marks are given, with no speaker.
    """
    blocks = [block for block in article.blocks if block.kind in SPOKEN]
    language = language_of(article.lang, attitudes=attitudes)
    language = with_worded_names(article.text, language) if language is not None else None
    passages = find_passages(article.text, blocks, language or language_like(article.lang))
    if language is None:
        found = _quoted(article.text, passages)
    else:
        told = with_last_told(article.text, passages, _attributed(article, passages, lexicon, language))
        found = with_title_quoted(article.text, passages, told)
    return tuple(sorted(found, key=lambda statement: statement.spans))


def _attributed(
    article: Article, passages: list[Passage], lexicon: Lexicon, language: Language
) -> list[Statement]:
    text = article.text
    names = [name for passage in passages for name in passage.names]
    cast = Cast(names, lexicon, language)
    reader = Reader(text, passages, cast, language, article.outlet)
    speakers = Speakers(text, names, cast, language, reader.labels.bearers)
    found, subjects = [], set[str | None]()
    for passage, following in zip_longest(passages, passages[1:]):
        headline = passage.block.kind in HEADLINES
        for found_report in reader.read(passage, following):
            report = speakers.by_person(found_report)
            resolved = speakers.resolve(report, headline=headline)
            thing = resolved.figure is None and _is_of_a_thing(text, report, language)
            if thing or (resolved.canonical is None and _is_of_nobody(text, report, language)):
                continue
            if headline and _may_be_subject(text, report, resolved):
                subjects.add(resolved.canonical)
            found.append(
                Statement(
                    kind=_kind(text, report, passage.quotes),
                    spans=report.spans,
                    speaker=_mention(text, report.source),
                    canonical=resolved.canonical,
                    nameless=resolved.nameless,
                    role=resolved.role,
                    how=resolved.how,
                    candidates=resolved.candidates,
                    cues=() if report.cue is None else (Mention(text[slice(*report.cue)], report.cue),),
                    to=_words(text, report.to),
                    via=_words(text, report.via),
                    citing=_words(text, cited(text, passage.tokens, report, language)),
                    said=None,
                    topics=(),
                    rule=report.rule,
                )
            )
    speaking = {statement.canonical for statement in found if statement.rule != "label"}
    return [s for s in found if s.rule != "label" or s.canonical not in subjects - speaking]


def _may_be_subject(text: str, report: Report, resolved: Resolved) -> bool:
    """Whether a name before a headline's colon may tell what the article is about: `Sarre: Rebels accused`. Who
    speaks nowhere else does not there."""
    if report.rule != "label" or report.source is None or report.source.start > report.spans[0].start:
        return False
    figure = resolved.figure
    return figure is not None and figure.kind == "name" and figure.name == text[slice(*report.source)]


def _is_of_nobody(text: str, report: Report, language: Language) -> bool:
    """Whether the outlet says as its own, or of anybody, what no marks set off: `I say`, `we asked about it`,
    `someone said`, `people like to say`."""
    if report.source is None or report.cue is None or report.rule == "label":
        return False
    if any(mark in text[slice(*span)] for span in report.spans for mark in QUOTATION_MARKS):
        return False
    grammar, source = language.grammar, text[slice(*report.source)].lower()
    if source in grammar.first_person | grammar.second_person:
        cue = text[slice(*report.cue)].lower()
        forms = (language.verbs.get(word) for word in cue.split())
        asks = any(form is not None and form.verb.lemma in language.questioning for form in forms)
        if asks and report.rule == "topic":
            return True
        form = language.verbs.get(cue.split()[-1] if source in grammar.second_person else cue)
        return form is not None and form.form == "base" and form.verb is language.verbs[language.saying].verb
    habit = text[report.source.end : report.cue.end].strip().lower().startswith(grammar.habits)
    return habit or source in grammar.somebody | grammar.anybody


def _is_of_a_thing(text: str, report: Report, language: Language) -> bool:
    """Whether "it" does what things do, too: `it described a circle`."""
    if report.source is None or report.cue is None:
        return False
    form = language.verbs.get(text[slice(*report.cue)].split()[0].lower())
    thing = text[slice(*report.source)].lower() in language.grammar.things
    return thing and form is not None and not form.verb.quote


def _quoted(text: str, passages: list[Passage]) -> list[Statement]:
    """Each passage in quotation marks that is long enough to be speech."""
    return [
        Statement(
            kind="direct",
            spans=(quote.span,),
            speaker=None,
            canonical=None,
            role=None,
            cues=(),
            to=None,
            via=None,
            citing=None,
            said=None,
            topics=(),
            rule="quote alone",
        )
        for passage in passages
        for quote in passage.quotes
        if len(text[slice(*quote.span)].split()) >= SHORTEST_SPEECH
    ]


def _words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[slice(*span)]


def _mention(text: str, span: Span | None) -> Mention | None:
    return None if span is None else Mention(text[slice(*span)], span)


def _kind(text: str, report: Report, quotes: tuple[Quote, ...]) -> Kind:
    """Of what somebody wants the kind is that; a turn is direct. Else by the words said that stand in
    quotation marks: all of them, some or none."""
    if report.attitude or report.turn:
        return "attitude" if report.attitude else "direct"
    inside = outside = False
    for start, end in report.spans:
        at = start
        first = max(0, bisect_right(quotes, start, key=lambda quote: quote.span.start) - 1)
        for index in range(first, len(quotes)):
            opening, closing = quotes[index].span
            if opening >= end:
                break
            if closing > at:
                inside = True
                outside = outside or _has_word(text, at, opening)
                at = closing
        outside = outside or _has_word(text, at, end)
    return "mixed" if inside and outside else "direct" if inside else "indirect"


def _has_word(text: str, start: int, end: int) -> bool:
    return LETTER.search(text, start, max(start, end)) is not None
