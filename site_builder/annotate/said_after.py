"""Attribution by a verb that stands before what was said: `Lee said that …`, `…, adding that …`."""

from __future__ import annotations

from dataclasses import replace

from site_builder.annotate.adverbials import before_occasion, before_time, charge_behind_apposition, without_day
from site_builder.annotate.clauses import clause_end
from site_builder.annotate.complements import Complement, complement
from site_builder.annotate.deeds import is_deed
from site_builder.annotate.language import Language, VerbForm
from site_builder.annotate.new_reports import is_reporting
from site_builder.annotate.phrases import (
    Phrase,
    Sentence,
    follows_be,
    has_plural_ending,
    is_finite,
    is_person_or_body,
    is_year,
    noun_phrase_end,
)
from site_builder.annotate.reports import Report, can_be_cited, chars, make_report, spans_of
from site_builder.annotate.subjects import main_subject, subject_before
from site_builder.annotate.tokens import Token
from site_builder.annotate.unspoken import is_nobody, is_to_come

NAMED_REACH = 5
"""Tokens within which `to remain anonymous` says so."""
PHRASES = frozenset(("object", "infinitive", "topic"))


def has_figure(tokens: list[Token], start: int, end: int) -> bool:
    return any(token.tag == "#" for token in tokens[start:end])


def said_after(
    sentence: Sentence, at: int, form: VerbForm, subject: Phrase | None, found: list[Report]
) -> Report | None:
    """What was said stands after the verb, behind its `subject`: `Lee said that …`, `Lee accused …`."""
    tokens = sentence.tokens
    phrase = _subject(sentence, at, form, subject)
    source: Report | None = None
    if phrase is not None and is_nobody(tokens, phrase, sentence.language):
        return None
    if phrase is None:
        before = _before_time(tokens, at - 1)
        if before < 0 or tokens[before].tag != "C":
            return None
        if found:
            source = found[-1]
        else:
            phrase = main_subject(sentence, before)
            if phrase is None or is_nobody(tokens, phrase, sentence.language):
                return None
    elif phrase.relative:
        source = _source_around(tokens[phrase.start], found)
    said = complement(sentence, at, form) or _predicate(sentence, at, form, phrase)
    if said is None or (
        phrase and phrase.relative and said.kind == "infinitive" and tokens[said.start].tag == "A"
    ):
        return None
    fronted = phrase is not None and phrase.start <= 2 and tokens[0].lower in sentence.language.grammar.fronting
    enclosed = fronted or (phrase is not None and (phrase.relative or _is_relative(tokens, phrase.start)))
    past = form.form == "past" and said.kind == "clause"
    start = said.start
    if said.kind == "object":
        start = charge_behind_apposition(tokens, start, sentence.language)
    end = clause_end(sentence, start, phrase=said.kind in PHRASES, enclosed=enclosed, past=past)
    if sentence.headline and said.kind == "clause":
        end = _before_event(tokens, said.start, end, sentence.language)
    if said.kind == "quote" and phrase is not None and _is_fused(tokens, phrase.start, sentence.language):
        end = said.start + 1
    if said.kind == "infinitive" and _is_unnamed(tokens, said.start, end, sentence.language):
        return None
    if said.kind in PHRASES:
        end = before_occasion(tokens, said.start, end, sentence.language)
        end = before_time(tokens, said.start, end, sentence.language)
    if said.kind == "object" and is_deed(tokens, (said.start, end), form, phrase, sentence.language):
        return None
    set_phrase = bool(form.verb.particles) and said.kind == "clause"
    figures = form.verb.figures and not (form.verb.attitude or set_phrase)
    if figures and not has_figure(tokens, said.start, end):
        return None
    return _after(sentence, said, end, phrase, source, (at, said.cue_end))


def _before_time(tokens: list[Token], last: int) -> int:
    """The token before the auxiliaries, adverbs and times that end with `last`: `and in 2014 recommended`."""
    while last >= 0:
        after = tokens[last + 1]
        timed = tokens[last].tag == "I" and (after.tag == "T" or is_year(after))
        if not timed and tokens[last].tag not in "ART" and not is_year(tokens[last]):
            return last
        last -= 1
    return last


def _before_event(tokens: list[Token], start: int, end: int, language: Language) -> int:
    """The end of a headline's words said without a verb, before what else happens: `says ready for talks | as
    Sarre moves troops`, but not `says ready to serve as mayor`."""
    for at in range(start + 1, end - 2):
        if is_finite(tokens, at, language):
            break
        opens = tokens[at].lower in language.grammar.occasions and tokens[at - 1].tag != "R"
        if opens and any(_may_happen(tokens, word, language) for word in range(at + 2, end)):
            return at if tokens[at + 1].tag != "R" else end
    return end


def _may_happen(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the word is a verb in the present as far as its ending and the noun before it tell."""
    token = tokens[at]
    several = token.lower in language.singulars or tokens[at - 1].lower.endswith(language.grammar.plural)
    verb = (
        token.tag == "w"
        and has_plural_ending(token.lower, language)
        and not several
        and tokens[at - 1].tag in "Nw"
    )
    return verb or is_finite(tokens, at, language)


def _is_unnamed(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    """Whether the words are about how the outlet names its source: `asked not to be named`."""
    return any(
        token.lower in language.grammar.unnamed for token in tokens[start : min(end, start + NAMED_REACH)]
    )


def _predicate(sentence: Sentence, at: int, form: VerbForm, phrase: Phrase | None) -> Complement | None:
    """What something was called whose name stands before: `which Lee described as “a trap”`."""
    tokens = sentence.tokens
    if phrase is None or not form.verb.object or not phrase.start or tokens[phrase.start - 1].tag not in "wNS":
        return None
    opens = at + 2 < len(tokens) and tokens[at + 1].tag == "S" and tokens[at + 2].tag in "QDwR"
    if not opens or tokens[at + 1].lower not in sentence.language.grammar.charges:
        return None
    return Complement(at + 1, "object", at + 1, None)


def _is_relative(tokens: list[Token], start: int) -> bool:
    """Whether the subject at `start` stands in a relative clause: `, which Lee says was safe,`."""
    return start > 1 and tokens[start - 1].tag == "S" and tokens[start - 2].tag == ","


def _is_fused(tokens: list[Token], start: int, language: Language) -> bool:
    """Whether the subject at `start` stands in a clause of its own: `what Lee called “a trap” fell`."""
    return start > 0 and tokens[start - 1].tag == "S" and tokens[start - 1].lower in language.grammar.questions


def _after(
    sentence: Sentence,
    said: Complement,
    end: int,
    phrase: Phrase | None,
    source: Report | None,
    cue: tuple[int, int],
) -> Report:
    rule = "relative" if phrase is not None and phrase.relative else said.kind
    pieces = without_day(sentence, said.start, end) if said.kind == "object" else ((said.start, end),)
    report = make_report(rule, sentence, phrase, spans_of(sentence, *pieces), cue, said.hearer)
    if source is None:
        return report
    return replace(report, source=source.source, apposition=source.apposition)


def _source_around(token: Token, found: list[Report]) -> Report | None:
    """The report whose speaker's apposition holds the token: `said Ann Lee, a teacher from Hull, who added`."""
    for report in found:
        if report.apposition is not None and report.apposition.start <= token.start < report.apposition.end:
            return report
    return None


def _subject(sentence: Sentence, at: int, form: VerbForm, subject: Phrase | None) -> Phrase | None:
    """The subject of the verb, for an infinitive that of the verb before it: `Lee went on to say`."""
    tokens, language = sentence.tokens, sentence.language
    if tokens[at - 1].lower not in language.grammar.infinitive or at < 2:
        return subject
    if form.verb.clause != "bare":
        return None
    governing = at - 2
    while governing > 0 and tokens[governing].tag in "wAVRI" and at - governing < 6:
        if follows_be(sentence, governing) and tokens[governing].tag in "wV":
            governing -= 1
            continue
        past = tokens[governing].lower.endswith(language.grammar.past)
        if (past and tokens[governing - 1].tag == ",") or is_finite(tokens, governing, language):
            to_come = is_to_come(tokens, governing, at - 1, language)
            return None if to_come else subject_before(sentence, governing, replace(form, form="past"))
        governing -= 1
    return None


def said_after_participle(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    """`…, adding that …`: the speaker is that of the words before, or the sentence's subject."""
    tokens = sentence.tokens
    if at == 0:
        return None
    said = complement(sentence, at, form)
    if said is None or _is_told(tokens[said.start], found):
        return None
    if is_reporting(tokens, said.start, sentence.language):
        return None  # "Lee, reporting from Karsk, said it was late"
    phrase: Phrase | None = None
    source: Report | None = None
    before = tokens[at - 1]
    besides = bool(found) and found[-1].spans[-1].end in (before.end, tokens[max(0, at - 2)].end)
    if besides or before.tag in ",C—Q" or before.lower in sentence.language.grammar.before_participle:
        source = found[-1] if found and found[-1].rule != "relative" else None
        if source is not None and form.verb.cites:
            end = max(noun_phrase_end(tokens, said.start, sentence.language), said.start + 1)
            if can_be_cited(tokens[said.start : end], sentence.language):
                found[-1] = replace(source, citing=chars(tokens, (said.start, end)))
            return None
        if source is None and _is_said_later(sentence, said, form):
            return None
        phrase = main_subject(sentence, at) if source is None else None
        if phrase is not None and tokens[phrase.start].lower in sentence.language.grammar.anybody:
            return None
    else:
        phrase = _noun_before_participle(sentence, at, form, said)
    if source is None and phrase is None:
        return None
    end = clause_end(sentence, said.start, phrase=said.kind in PHRASES)
    return _after(sentence, said, end, phrase, source, (at, said.cue_end))


def _is_told(token: Token, found: list[Report]) -> bool:
    """Whether the report before holds the quotation already: `"…," said Lee, pointing at it, "…"`."""
    return token.tag == "Q" and bool(found) and any(token.start == span.start for span in found[-1].spans)


def _is_said_later(sentence: Sentence, said: Complement, form: VerbForm) -> bool:
    """Whether the main verb tells what is said: `Lee, citing officials, said`, `Lee, speaking of it, said`."""
    tokens, language = sentence.tokens, sentence.language
    if form.verb.cites:
        return _is_aside(tokens, said.start, language)
    end = next((at for at in range(said.start, len(tokens)) if tokens[at].tag in ",;:Q"), len(tokens))
    closed = end + 1 < len(tokens) and tokens[end].tag == ","
    return said.kind == "topic" and closed and is_reporting(tokens, end + 1, language)


def _is_aside(tokens: list[Token], start: int, language: Language) -> bool:
    """Whether a comma and the main verb follow whom the speaker cites: `Lee, citing two officials, said`."""
    end = next((at for at in range(start, len(tokens)) if tokens[at].tag in ",;:Q"), len(tokens))
    verb = end + 1
    closed = verb < len(tokens) and tokens[end].tag == "," and is_finite(tokens, verb, language)
    return closed and can_be_cited(tokens[start:end], language)


def _issuing(sentence: Sentence, document: int) -> Phrase | None:
    """Who issued the document at `document`: `it closed, after the port issued a statement saying`."""
    tokens, verb = sentence.tokens, document - 1
    if verb < 1 or tokens[verb].lower not in sentence.language.issuing:
        return None
    start = verb
    while start > 0 and tokens[start - 1].tag in "NwD":
        start -= 1
    return Phrase(start, verb) if start < verb else None


def _noun_before_participle(sentence: Sentence, at: int, form: VerbForm, said: Complement) -> Phrase | None:
    """Who speaks in `a statement saying that …`, `an aide suggesting that …`, `with Lee calling it …`."""
    tokens, language = sentence.tokens, sentence.language
    phrase = subject_before(sentence, at, form)
    if phrase is None or phrase.relative:
        return None
    if tokens[at - 1].lower in language.documents:
        return _issuing(sentence, phrase.start) or main_subject(sentence, phrase.start) or phrase
    if phrase.start > 0 and tokens[phrase.start - 1].lower in language.grammar.accompanying:
        return phrase
    if said.kind == "clause" and tokens[said.start - 1].lower in language.grammar.that:
        return phrase
    speaks = tokens[at - 1].tag == "N" or is_person_or_body(tokens[at - 1].lower, language)
    return phrase if said.kind == "quote" and speaks else None
