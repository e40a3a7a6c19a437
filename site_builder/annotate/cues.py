"""The cues of a sentence, from left to right, and the attribution each of them makes."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from site_builder.annotate.according import according_to
from site_builder.annotate.denied import denied
from site_builder.annotate.in_words import in_words
from site_builder.annotate.language import Language, VerbForm
from site_builder.annotate.new_reports import is_reporting
from site_builder.annotate.nominals import nominal
from site_builder.annotate.passives import agent, passive
from site_builder.annotate.phrases import (
    Sentence,
    are_people,
    ends_speech,
    follows_be,
    is_finite,
    is_person_or_body,
)
from site_builder.annotate.quoted import quoted
from site_builder.annotate.reports import INNER, OUTER, Report, overlap, passed_on
from site_builder.annotate.said_after import said_after, said_after_participle
from site_builder.annotate.said_before import said_before, said_before_unlisted, signed
from site_builder.annotate.subjects import subject_before
from site_builder.annotate.tokens import POSSESSIVES, Token
from site_builder.annotate.unspoken import is_asked, is_evidence, is_negated
from site_builder.model import Span


def find_reports(sentence: Sentence) -> list[Report]:
    """The attributions of a sentence, in the order of their cues; no character is given to two of them."""
    found: list[Report] = []
    settled = Span(0, 0)
    tokens, words = sentence.tokens, cue_words(sentence.language)
    for at in [at for at, token in enumerate(tokens) if token.lower in words]:
        if not settled.start <= tokens[at].start < settled.end and not _names_source(found, tokens[at]):
            report = _by_word(sentence, at, found)
            if report is not None and not is_evidence(sentence, report.source, report.apposition):
                _place(sentence, report, found)
                if found and found[-1].rule not in INNER:
                    settled = found[-1].spans[-1]
    for at in [at for at, token in enumerate(tokens) if token.tag == "Q"]:
        if ends_speech(tokens[at]):
            report = signed(sentence, at) or said_before_unlisted(sentence, at, found)
            if report is not None and report.spans and not any(overlap(old, report) for old in found):
                found.append(report)
    return found


def _names_source(found: list[Report], token: Token) -> bool:
    """Whether the token stands in the words that name the speaker of the last report."""
    source = found[-1].source if found and found[-1].rule not in INNER else None
    return source is not None and source.start <= token.start < source.end


@lru_cache(maxsize=8)
def cue_words(language: Language) -> frozenset[str]:
    """The words outside quotation marks that may make an attribution, in small letters."""
    return frozenset((language.grammar.according[0], *language.wording, *language.sayings, *language.verbs))


def _by_word(sentence: Sentence, at: int, found: list[Report]) -> Report | None:
    """The attribution that the word at `at` makes."""
    language, lower = sentence.language, sentence.tokens[at].lower
    if lower == language.grammar.according[0]:
        return according_to(sentence, at, found)
    if lower in language.wording:
        return in_words(sentence, at, found)
    report = nominal(sentence, at) if lower in language.sayings else None
    form = language.verbs.get(lower)
    if report is not None or form is None or not _may_be_verb(sentence.tokens, at, form):
        return report
    return _by_verb(sentence, at, form, found)


def _place(sentence: Sentence, report: Report, found: list[Report]) -> None:
    """Adds the report, unless its words are taken; words inside an outer report's are given up to it.

    A report of no words of its own names the outlet that carries the one before: `…, Radio One reported`.
    """
    if not report.spans:
        if found and report.rule in OUTER:
            found[-1] = _carried(sentence, found[-1], report)
        return
    inside = [old for old in found if overlap(old, report)]
    if not inside or (report.rule in OUTER and all(old.rule in INNER for old in inside)):
        found[:] = [old for old in found if old not in inside] + [report]


def _carried(sentence: Sentence, inner: Report, outer: Report) -> Report:
    """The report with the outlet that carries it; one that a person passes on (`the log showed that …, she
    said`) is that person's, and cites whom it names."""
    who = "" if outer.source is None else sentence.text[slice(*outer.source)].lower()
    if sentence.language.pronouns.get(who) is None or inner.source is None:
        return replace(inner, via=outer.source, carrier=outer)
    return passed_on(inner, outer)


def _may_be_verb(tokens: list[Token], at: int, form: VerbForm) -> bool:
    """Whether the word is not a name; a capital opens a sentence, or is a headline's after a quotation, but
    for a noun: `“…,” State Department officials say`."""
    tag = tokens[at].tag
    return tag in "wVI" or (tag == "N" and (at == 0 or (tokens[at - 1].tag == "Q" and not form.noun)))


def _by_verb(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    if (form.form == "base" and _is_question(sentence.tokens)) or _is_asked(sentence, at):
        return None
    if form.form == "ing" and not follows_be(sentence, at):
        second = quoted(sentence, at, form, found) if form.verb.cites else None
        return second or said_after_participle(sentence, at, form, found)
    if form.noun and _is_noun(sentence.tokens, at, form, sentence.language):
        return None
    if is_negated(sentence, at, form):
        return None
    if form.verb.cites and (second := quoted(sentence, at, form, found)) is not None:
        return second
    participle = form.form in ("past", "participle")
    if form.verb.hears or (participle and _is_passive(sentence, at, form)):
        return passive(sentence, at, form, found)
    report = denied(sentence, at, form, found)
    if report is not None:
        return report
    subject = subject_before(sentence, at, form)
    return said_before(sentence, at, form, subject, found) or said_after(sentence, at, form, subject, found)


def _is_question(tokens: list[Token]) -> bool:
    """Whether the outlet asks: `Did Lee promise a new bridge?`"""
    return tokens[0].tag == "A" and tokens[-1].tag == "?"


def _is_asked(sentence: Sentence, at: int) -> bool:
    """Whether the verb is part of what the speaker was asked: `Asked whether he had reported it, …`."""
    return at > 1 and is_asked(sentence.tokens, 0, at, sentence.language)


def _is_passive(sentence: Sentence, at: int, form: VerbForm) -> bool:
    """Whether "be" stands before the form at `at`, or `by Lee` after it, or `jury told` in a headline."""
    tokens, language = sentence.tokens, sentence.language
    if follows_be(sentence, at) or agent(tokens, at + 1, language, named=True) is not None:
        return True
    headline = form.verb.needs_addressee and at > 0 and tokens[at - 1].lower in language.forums
    return headline and not any(token.tag == "D" for token in tokens[max(0, at - 3) : at])


def _is_noun(tokens: list[Token], at: int, form: VerbForm, language: Language) -> bool:
    """Whether a form that is also a noun is one here, by the words on either side."""
    if at == 0:
        return True
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    if before.tag == "P":
        return False
    if before.tag == "C" and not any(is_finite(tokens, back, language) for back in range(at)):
        return True
    grammar = language.grammar
    if before.tag == "w" and before.lower.endswith(grammar.participle) and form.form == "base":
        return True
    if before.tag in "DI" and before.lower not in grammar.infinitive:
        return True
    if before.lower.endswith(POSSESSIVES) or before.tag in "’'":
        return True
    if before.tag == "w" and at > 1 and tokens[at - 2].lower in grammar.indefinite_articles:
        return True  # "in a new report on the war"
    if after is None:
        return True
    if after.tag in "DPQ:" or after.lower in grammar.that:
        return False
    if after.tag == "I" and after.lower in form.verb.prepositions | form.verb.particles:
        return False
    if after.lower in grammar.infinitive and form.verb.infinitive:
        return False
    if after.tag in "CAVI" or (form.form == "base" and is_finite(tokens, at + 1, language)):
        return True
    if form.form == "base" and before.tag == "N" and is_person_or_body(after.lower, language):
        return True  # "Norland state media"
    ahead = next((word for word in range(at + 1, len(tokens)) if tokens[word].tag != "R"), at + 1)
    if is_reporting(tokens, ahead, language):
        return True  # "media reports suggested"
    if form.form == "base" and after.tag in ".,;)?!T" and are_people(before, language):
        return False  # "…, local activists claim"
    if after.tag in ".,;)?!":
        quoted = at > 2 and (tokens[at - 3].tag, tokens[at - 2].tag) == ("Q", "D")  # "…," the letter reads
        return not (form.form == "s" and (before.tag == "N" or quoted))
    return False
