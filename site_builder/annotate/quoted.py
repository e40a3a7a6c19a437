"""Attribution at second hand: `Lee was quoted by Radio One as saying`, `the agency quoted Lee as saying`."""

from __future__ import annotations

from dataclasses import replace

from site_builder.annotate.clauses import clause_end
from site_builder.annotate.complements import complement_from
from site_builder.annotate.language import VerbForm
from site_builder.annotate.noun_phrases import phrase_ending
from site_builder.annotate.passives import agent
from site_builder.annotate.phrases import Phrase, Sentence, follows_be
from site_builder.annotate.reports import Report, chars, left_start, make_report, spans_of
from site_builder.annotate.subjects import subject_before
from site_builder.annotate.tokens import Token

SAYING_REACH = 16
"""Tokens from "quoted" to "as saying"."""


def quoted(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    """What somebody is quoted as saying by the verb at `at`; `via` is who quotes."""
    tokens, language = sentence.tokens, sentence.language
    saying = _saying(sentence, at)
    if saying is None:
        return None
    beside = form.form == "ing"  # ", Radio One reported, quoting him as saying"
    if beside and (not found or tokens[at - 1].tag not in ",CQ"):
        return None
    subject = None if beside else subject_before(sentence, at, form)
    speaker = _between(tokens, at + 1, saying - 1)
    carrier = subject
    by = agent(tokens, at + 1, language)
    if follows_be(sentence, at) or speaker is None or by is not None:
        speaker, carrier = subject or phrase_ending(tokens, at - 1, form, language), by
    if speaker is None:
        return None
    said = complement_from(sentence, saying + 1, language.verbs[tokens[saying].lower].verb, saying + 1)
    if said is not None:
        piece = said.start, clause_end(sentence, said.start)
    elif subject is not None and subject.start > 0 and tokens[subject.start - 1].tag in ",Q":
        end = subject.start - (tokens[subject.start - 1].tag == ",")
        piece = left_start(sentence, found, end), end
    else:
        return None
    report = make_report("quoted", sentence, speaker, spans_of(sentence, piece), (at, at + 1))
    via = None if carrier is None else chars(tokens, (carrier.start, carrier.end))
    if beside:
        via = found[-1].via or found[-1].source
    return replace(report, via=via) if report.spans else None


def _between(tokens: list[Token], start: int, end: int) -> Phrase | None:
    """Who stands between the verb and "as saying", with the apposition that commas set off."""
    comma = next((at for at in range(start, end) if tokens[at].tag == ","), end)
    if comma == start:
        return None
    closed = end - (tokens[end - 1].tag == ",")
    return Phrase(start, comma, (comma + 1, closed) if comma < closed else None)


def _saying(sentence: Sentence, at: int) -> int | None:
    """The "saying" of `as saying`, after the verb of quoting at `at`; two commas may set off who is quoted."""
    tokens, language = sentence.tokens, sentence.language
    commas = 0
    for saying in range(at + 2, min(len(tokens), at + SAYING_REACH)):
        commas += tokens[saying].tag == ","
        if tokens[saying].tag in ";:Q." or commas > 2:
            return None
        form = language.verbs.get(tokens[saying].lower)
        after = tokens[saying - 1].lower in language.grammar.charges
        if after and commas != 1 and form is not None and form.form == "ing" and form.verb.quote:
            return saying
    return None
