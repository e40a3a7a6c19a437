"""Attribution by a passive: `was accused by Lee of …`, `was told by Lee that …`, `…, a jury was told`."""

from __future__ import annotations

from dataclasses import replace

from site_builder.annotate.adverbials import charge_behind_apposition, skip_time
from site_builder.annotate.clauses import clause_end
from site_builder.annotate.complements import complement, complement_from
from site_builder.annotate.deeds import is_deed
from site_builder.annotate.language import Language, VerbForm
from site_builder.annotate.phrases import (
    Phrase,
    Sentence,
    has_finite_verb,
    is_person_or_body,
    noun_phrase_end,
)
from site_builder.annotate.reports import Report, chars, left_start, make_report, spans_of
from site_builder.annotate.subjects import subject_before
from site_builder.annotate.tokens import Token
from site_builder.model import Span

AGENT_REACH = 12
"""Tokens after the participle within which "by" and who spoke stand."""
CLAIM_REACH = 30
"""Tokens of a claim that is the subject of a passive."""
STOPS = frozenset(",;:—C.?!")


def passive(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    """What is said with the participle at `at`, or with a verb whose subject is who was told."""
    tokens, language, verb = sentence.tokens, sentence.language, form.verb
    phrase = _claim_before(sentence, at) or subject_before(sentence, at, form)
    if phrase is None:
        return _impersonal(sentence, at, form) or _fronted(sentence, at, form)
    announced = _announced(sentence, at, form, phrase)
    if announced is not None:
        return announced
    if verb.hears:
        forum = any(token.lower in language.forums for token in tokens[phrase.start : phrase.end])
        return _told(sentence, at, form, phrase, found) if forum else None
    if verb.addressee and verb.quote:
        told = _told(sentence, at, form, phrase, found)
        if told is not None:
            return told
    return _treated(sentence, at, form, phrase) if verb.object and verb.plain else None


def _claim_before(sentence: Sentence, at: int) -> Phrase | None:
    """The claim that opens its clause, with what it is: `The allegation that Lee knew | was denied by`."""
    tokens, language = sentence.tokens, sentence.language
    be = at
    while be > 0 and tokens[be - 1].tag in "AR":
        be -= 1
    for that in range(be - 1, max(0, be - CLAIM_REACH), -1):
        if tokens[that].tag in ",;:Q":
            return None
        if tokens[that].lower not in language.grammar.that:
            continue
        if tokens[that - 1].lower not in language.claims | language.sayings:
            return None
        start = that - 1
        while start > 0 and tokens[start - 1].tag in "DNw":
            start -= 1
        opens = start == 0 or tokens[start - 1].tag in STOPS
        return Phrase(start, be) if opens and has_finite_verb(tokens, that + 1, be, language) else None
    return None


def _announced(sentence: Sentence, at: int, form: VerbForm, phrase: Phrase) -> Report | None:
    """`It was announced by Lee on Friday that …`: the "it" stands for the clause."""
    tokens, language = sentence.tokens, sentence.language
    if tokens[phrase.start].lower not in language.grammar.things or not form.verb.clause:
        return None
    speaker = agent(tokens, at + 1, language)
    said = complement_from(sentence, speaker.end, form.verb, at + 1) if speaker is not None else None
    if said is None or tokens[said.start - 1].lower not in language.grammar.that:
        return None
    spans = spans_of(sentence, (said.start, clause_end(sentence, said.start)))
    return make_report("passive", sentence, speaker, spans, (at, at + 1))


def agent(tokens: list[Token], at: int, language: Language, *, named: bool = False) -> Phrase | None:
    """Who spoke, after the "by" at `at`, and no means or time (`by telephone`); `named`: nobody but a name
    or a noun for a person or a body, for where no "be" tells of a passive."""
    if at >= len(tokens) or tokens[at].lower not in language.grammar.agent:
        return None
    return speaker_at(tokens, at + 1, language, named=named)


def speaker_at(tokens: list[Token], start: int, language: Language, *, named: bool = False) -> Phrase | None:
    """The noun phrase at `start`, if it can stand for whoever speaks."""
    end = noun_phrase_end(tokens, start, language)
    if end == start:
        return None
    if any(token.tag == "N" or is_person_or_body(token.lower, language) for token in tokens[start:end]):
        return Phrase(start, end)
    last = tokens[end - 1]
    many = tokens[start].tag == "D" or last.lower.endswith(language.grammar.plural)
    return Phrase(start, end) if many and last.tag == "w" and not named else None


def _told(sentence: Sentence, at: int, form: VerbForm, phrase: Phrase, found: list[Report]) -> Report | None:
    """What the subject was told, after the verb or before it; who told it stands after "by", if anywhere."""
    tokens, language = sentence.tokens, sentence.language
    teller = agent(tokens, at + 1, language)
    after = teller.end if teller is not None else at + 1
    said = complement_from(sentence, after, form.verb, at + 1)
    if said is not None and (teller is not None or said.kind in ("clause", "quote")):
        end = clause_end(sentence, said.start, phrase=said.kind not in ("clause", "quote"))
        return _to(sentence, teller, phrase, spans_of(sentence, (said.start, end)), at)
    before = tokens[phrase.start - 1].tag if phrase.start else ""
    if said is not None or not before or before not in ",Q" or not _closes(tokens, after):
        return None
    end = phrase.start - (before == ",")
    start = left_start(sentence, found, end)
    clause = has_finite_verb(tokens, start, end, language)
    spans = spans_of(sentence, (start, end)) if clause or before == "Q" else ()
    return _to(sentence, teller, phrase, spans, at)


def _fronted(sentence: Sentence, at: int, form: VerbForm) -> Report | None:
    """`Told by Lee that …,` at the head of a sentence. What somebody is asked there belongs to the answer."""
    tokens, language = sentence.tokens, sentence.language
    if form.verb.lemma in language.questioning:
        return None
    teller = agent(tokens, at + 1, language) if at == 0 or tokens[at - 1].tag == "S" else None
    said = complement_from(sentence, teller.end, form.verb, at + 1) if teller is not None else None
    if said is None:
        return None
    end = clause_end(sentence, said.start, enclosed=True)
    return make_report("passive", sentence, teller, spans_of(sentence, (said.start, end)), (at, at + 1))


def _impersonal(sentence: Sentence, at: int, form: VerbForm) -> Report | None:
    """`It was put to Lee that …`: nobody is named who says so."""
    tokens, language = sentence.tokens, sentence.language
    if at < 2 or tokens[at - 2].lower not in language.grammar.things or not form.verb.particles:
        return None
    said = complement(sentence, at, form)
    if said is None or said.kind != "clause":
        return None
    spans = spans_of(sentence, (said.start, clause_end(sentence, said.start)))
    return make_report("passive", sentence, None, spans, (at, said.cue_end), said.hearer)


def _closes(tokens: list[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].tag in ".,?!TI"


def _to(
    sentence: Sentence, teller: Phrase | None, hearer: Phrase, spans: tuple[Span, ...], at: int
) -> Report | None:
    if not spans:
        return None
    report = make_report("passive", sentence, teller, spans, (at, at + 1))
    return replace(report, to=chars(sentence.tokens, (hearer.start, hearer.end)))


def _treated(sentence: Sentence, at: int, form: VerbForm, phrase: Phrase) -> Report | None:
    """The subject and what is said of it: `The plan … as “a joke”`."""
    tokens, language = sentence.tokens, sentence.language
    indefinite = tokens[phrase.start].lower in language.grammar.indefinite_articles
    if indefinite and phrase.end == at and tokens[at - 1].lower in language.claims:
        return None  # "a claim denied by Lee": what it is stands before
    by = at + 1
    while by < min(len(tokens), at + AGENT_REACH) and tokens[by].tag not in STOPS:
        speaker = agent(tokens, by, language)
        if speaker is not None:
            break
        by += 1
    else:
        return None
    rest = _charge_start(tokens, speaker, language)
    charged = rest < len(tokens) and tokens[rest].lower in language.grammar.charges
    if not charged and by == at + 1 and is_deed(tokens, (phrase.start, phrase.end), form, speaker, language):
        return None
    speaker = (
        speaker._replace(apposition=(speaker.end + 1, rest - 1))
        if rest > speaker.end
        else speaker._replace(end=rest)
    )
    pieces = [(phrase.start, phrase.end), (skip_time(tokens, at + 1, language), by)]
    if by == at + 1 and _is_saying(tokens, rest + 1, language):
        return None
    if by == at + 1 and rest < len(tokens) and tokens[rest].lower in language.grammar.charges:
        pieces[1] = rest, clause_end(sentence, rest, phrase=True)
    return make_report("passive", sentence, speaker, spans_of(sentence, *pieces), (at, at + 1))


def _is_saying(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether `saying` stands at `at`, after "was quoted by Lee as"."""
    form = language.verbs.get(tokens[at].lower) if at < len(tokens) else None
    return form is not None and form.form == "ing"


def _charge_start(tokens: list[Token], speaker: Phrase, language: Language) -> int:
    """Where the phrase of who spoke ends: `by the mayor of Karsk | of hiding a report`."""
    behind = charge_behind_apposition(tokens, speaker.start, language)
    if behind > speaker.start:
        return behind
    for at in range(speaker.start + 1, speaker.end - 1):
        if tokens[at].lower in language.grammar.charges:
            following = tokens[at + 1]
            acting = following.lower.endswith(language.grammar.participle)
            if acting or (tokens[at].lower not in language.grammar.of and following.tag in "Dw"):
                return at
    return speaker.end
