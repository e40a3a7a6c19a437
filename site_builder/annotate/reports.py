"""Attributions inside one sentence: the words said, the cue, and the words that name who said them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from site_builder.annotate.clauses import OPENING_SUBORDINATORS, clause_end
from site_builder.annotate.complements import Complement, before_time, complement, has_finite_verb
from site_builder.annotate.language import VerbForm
from site_builder.annotate.phrases import (
    Phrase,
    Sentence,
    ends_speech,
    is_finite,
    is_person_or_body,
    noun_phrase_end,
    subject_after,
    subject_before,
)
from site_builder.annotate.tokens import Token
from site_builder.model import Span

EDGE = " \t\n\u00a0\u2060,;:—–-"
LONGEST_GAP = 60
"""Characters of attribution over which a quotation goes on: `"Yes," he said on Monday. "We will."`"""
OUTER = frozenset(("parenthesis", "inversion", "according to"))
INNER = frozenset(("object", "infinitive", "topic", "relative"))
"""Rules whose words may turn out to lie inside those of an outer one that comes later in the sentence."""
PHRASES = frozenset(("object", "infinitive", "topic"))
AFTER_ATTRIBUTION = frozenset("as when while who after and last earlier".split())
BEFORE_PARTICIPLE = frozenset("in by while after before also as".split())
LONGEST_ASIDE = 20
OPENS_ASIDE = frozenset("a an who which whose".split())
BE = frozenset("am is are was were be been being".split())


@dataclass(frozen=True, slots=True)
class Report:
    """`spans`: the words said, edges trimmed; `source`: the words that name who said them.

    `via`: the outlet said to report it; `citing`: whom the speaker cites.
    """

    rule: str
    spans: tuple[Span, ...]
    source: Span | None
    apposition: Span | None
    cue: Span | None
    to: Span | None = None
    via: Span | None = None
    citing: Span | None = None


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the blanks, commas, dashes and full stop at its edges."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and (text[end - 1] in EDGE or text[end - 1] == "."):
        end -= 1
    return Span(start, end)


def find_reports(sentence: Sentence) -> list[Report]:
    """The attributions of a sentence, in the order of their cues; no character is given to two of them."""
    found: list[Report] = []
    verbs = sentence.language.verbs
    for at, token in enumerate(sentence.tokens):
        if token.lower == "according":
            report = _according(sentence, at, found)
        elif token.tag not in "wVI" and not (token.tag == "N" and at and sentence.tokens[at - 1].tag == "Q"):
            continue
        elif (form := verbs.get(token.lower)) is not None:
            report = _by_verb(sentence, at, form, found)
        else:
            continue
        if report is None:
            continue
        if not report.spans:
            if found and report.rule in OUTER:
                found[-1] = replace(found[-1], via=report.source)
            continue
        inside = [earlier for earlier in found if _overlap(earlier, report)]
        if not inside:
            found.append(report)
        elif report.rule in OUTER and all(earlier.rule in INNER for earlier in inside):
            found = [earlier for earlier in found if earlier not in inside] + [report]
    for at, token in enumerate(sentence.tokens):
        if token.tag == "Q" and ends_speech(token) and token.text[-2:-1] != ".":
            report = _by_punctuation(sentence, at, found)
            if report is None or not report.spans or any(_overlap(earlier, report) for earlier in found):
                continue
            found.append(report)
    return found


def _overlap(one: Report, other: Report) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.spans for b in other.spans)


def _spans(sentence: Sentence, *pieces: tuple[int, int]) -> tuple[Span, ...]:
    """Character spans of token ranges, trimmed, the empty ones left out."""
    tokens = sentence.tokens
    spans = (
        trimmed(sentence.text, tokens[start].start, tokens[end - 1].end)
        for start, end in pieces
        if start < end
    )
    return tuple(span for span in spans if span.end > span.start)


def _chars(tokens: list[Token], piece: tuple[int, int] | None) -> Span | None:
    return None if piece is None else Span(tokens[piece[0]].start, tokens[piece[1] - 1].end)


def _left_start(sentence: Sentence, found: list[Report], end: int) -> int:
    """The first token of what is left of `end` and not yet given to a report."""
    taken = max((report.spans[-1].end for report in found if report.rule not in INNER), default=0)
    start = 0
    while start < end and sentence.tokens[start].start < taken:
        start += 1
    return start


def _report(
    rule: str,
    sentence: Sentence,
    phrase: Phrase | None,
    spans: tuple[Span, ...],
    cue: tuple[int, int],
    hearer: tuple[int, int] | None = None,
) -> Report:
    tokens = sentence.tokens
    return Report(
        rule=rule,
        spans=spans,
        source=phrase and _chars(tokens, (phrase.start, phrase.end)),
        apposition=phrase and _chars(tokens, phrase.apposition),
        cue=_chars(tokens, cue),
        to=_chars(tokens, hearer),
    )


def _according(sentence: Sentence, at: int, found: list[Report]) -> Report | None:
    """`According to X, …`; `…, according to X`; `…, according to X, …`."""
    tokens = sentence.tokens
    start = at + 2
    if start >= len(tokens) or tokens[at + 1].lower != "to":
        return None
    close = start
    while close < len(tokens) and tokens[close].tag not in ",;Q—–" and tokens[close].tag not in ".?!":
        close += 1
    if close == start:
        return None
    end = noun_phrase_end(tokens, start, sentence.language)
    phrase = Phrase(start, end if end > start else close)
    cue = (at, at + 2)
    if at <= 1 or (at < 4 and tokens[at - 1].tag not in ",Q"):
        aside = _aside_end(sentence, close)
        if aside is not None:
            phrase, close = phrase._replace(apposition=(close + 1, aside)), aside
        spans = _spans(sentence, (close, clause_end(sentence, close))) if close < len(tokens) else ()
        return _report("according to", sentence, phrase, spans, cue)
    left = (_left_start(sentence, found, at), at)
    right = (close, close)
    if close + 1 < len(tokens) and tokens[close].tag == "," and _continues(sentence, left, close + 1):
        right = (close + 1, clause_end(sentence, close + 1))
    return _report("according to", sentence, phrase, _spans(sentence, left, right), cue)


def _aside_end(sentence: Sentence, comma: int) -> int | None:
    """The comma that closes an apposition opened by the one at `comma`, None if a clause follows instead."""
    tokens, language = sentence.tokens, sentence.language
    if comma + 1 >= len(tokens) or tokens[comma].tag != "," or tokens[comma + 1].lower not in OPENS_ASIDE:
        return None
    for at in range(comma + 1, min(len(tokens), comma + LONGEST_ASIDE)):
        if tokens[at].tag == ",":
            return at
        relative = any(token.tag == "S" for token in tokens[comma + 1 : at])
        if tokens[at].tag in "PQ" or (not relative and is_finite(tokens, at, language)):
            return None
    return None


def _continues(sentence: Sentence, left: tuple[int, int], right: int) -> bool:
    """Whether what stands right of an aside goes on with the clause left of it."""
    tokens, language = sentence.tokens, sentence.language
    if tokens[right].tag in "AV" or is_finite(tokens, right, language):
        return True
    return not any(is_finite(tokens, at, language) or tokens[at].tag == "Q" for at in range(*left))


def _by_verb(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    if form.form == "ing" and not _follows_be(sentence.tokens, at):
        return _participle(sentence, at, form, found)
    if form.noun and _is_noun(sentence.tokens, at, form):
        return None
    if form.form in ("past", "participle") and _follows_be(sentence.tokens, at):
        return None
    return _said_before(sentence, at, form, found) or _said_after(sentence, at, form, found)


def _by_punctuation(sentence: Sentence, at: int, found: list[Report]) -> Report | None:
    """`"…," she laughed`: a verb of no list that follows a quotation left open by a comma and its subject."""
    tokens, language = sentence.tokens, sentence.language
    end = noun_phrase_end(tokens, at + 1, language)
    if end == at + 1 or end >= len(tokens) or tokens[at + 1].tag not in "PND":
        return None
    while end < len(tokens) - 1 and tokens[end].tag == "R":
        end += 1
    verb = tokens[end]
    if verb.tag != "V" and not (verb.tag == "w" and verb.lower.endswith(("ed", "s"))):
        return None
    left = (_left_start(sentence, found, at + 1), at + 1)
    return _with_left(sentence, "parenthesis", Phrase(at + 1, end), left, (end, end + 1), end + 1, found)


def _is_noun(tokens: list[Token], at: int, form: VerbForm) -> bool:
    """Whether a form that is also a noun is one here, by the words on either side."""
    if at == 0:
        return True
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    if before.tag == "P":
        return False
    if before.tag in "DI" and before.lower != "to":
        return True
    if before.lower.endswith(("’s", "'s")) or before.tag in "’'":
        return True
    if after is None:
        return True
    if after.tag in "DPQ:" or after.lower == "that":
        return False
    if after.tag == "I" and after.lower in form.verb.prepositions | form.verb.particles:
        return False
    if after.lower == "to" and form.verb.infinitive:
        return False
    if after.tag in "CAVI":
        return True
    if after.tag in ".,;)?!":
        return not (before.tag == "N" and form.form == "s")
    return False


def _follows_be(tokens: list[Token], at: int) -> bool:
    """Whether a form of "be" stands before the verb, adverbs aside."""
    before = at - 1
    while before >= 0 and tokens[before].tag == "R":
        before -= 1
    return before >= 0 and tokens[before].lower in BE


def _said_before(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    """What was said stands before the verb: `"…," said Lee`, `…, Lee said`, `…, Lee said, …`."""
    if at == 0 or not (form.verb.quote or form.verb.clause):
        return None
    return _inverted(sentence, at, form, found) or _parenthesis(sentence, at, form, found)


def _inverted(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    tokens = sentence.tokens
    before = tokens[at - 1]
    if before.tag not in ",Q—–-" or form.verb.needs_addressee:
        return None
    phrase = subject_after(sentence, at + 1)
    if phrase is None or (before.tag != "Q" and subject_before(sentence, at, form) is not None):
        return None
    close = phrase.apposition[1] if phrase.apposition else phrase.end
    if phrase.end < len(tokens) and not _closes_attribution(tokens, phrase.end):
        return None
    end = at if before.tag == "Q" else at - 1
    left = (_left_start(sentence, found, end), end)
    return _with_left(sentence, "inversion", phrase, left, (at, at + 1), close, found)


def _is_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the tokens can be something said, not an adverbial ("On Monday’s “Today”,")."""
    tokens, language = sentence.tokens, sentence.language
    if start < end and tokens[start].tag == "Q":
        return True
    adverbial = start < end and (tokens[start].tag in "ITS" or tokens[start].lower.endswith("ing"))
    return not adverbial and any(is_finite(tokens, at, language) for at in range(start, end))


def _closes_attribution(tokens: list[Token], at: int) -> bool:
    """Whether the attribution is complete before the token `at`, but for a time or place."""
    token = tokens[at]
    if token.lower == "to":
        return at + 1 < len(tokens) and tokens[at + 1].tag in "NPD"
    return token.tag in ".,;:?!QTI—–-(R" or token.lower in AFTER_ATTRIBUTION


def _parenthesis(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    tokens = sentence.tokens
    phrase = subject_before(sentence, at, form)
    if phrase is None or phrase.relative or phrase.start == 0:
        return None
    before = tokens[phrase.start - 1]
    if before.tag not in ",Q—–-":
        return None
    after = complement(sentence, at, form)
    follows = at + 1 < len(tokens) and tokens[at + 1].tag == ","
    if before.tag == "Q":
        if after is not None and not follows and not ends_speech(before):
            return None
    elif (after is not None and not follows) or not form.verb.quote:
        return None
    end = phrase.start if before.tag == "Q" else phrase.start - 1
    left = (_left_start(sentence, found, end), end)
    hearer = None
    close = at + 1
    if form.verb.addressee and close < len(tokens):
        hearer_end = noun_phrase_end(tokens, close, sentence.language)
        hearer = (close, hearer_end) if hearer_end > close else None
        close = hearer_end
    if before.tag != "Q" and close < len(tokens) and not _closes_attribution(tokens, close):
        return None
    if after is not None and not _is_clause(sentence, *left):
        return None
    if before.tag != "Q" and not follows and not has_finite_verb(tokens, *left, sentence.language):
        return None
    return _with_left(sentence, "parenthesis", phrase, left, (at, at + 1), close, found, hearer)


def _with_left(
    sentence: Sentence,
    rule: str,
    phrase: Phrase,
    left: tuple[int, int],
    cue: tuple[int, int],
    close: int,
    found: list[Report],
    hearer: tuple[int, int] | None = None,
) -> Report | None:
    """A report of what stands left of its attribution, and of what goes on right of it."""
    tokens = sentence.tokens
    start, end = left
    if start >= end:
        return _report(rule, sentence, phrase, (), cue)
    quoted = tokens[end - 1].tag == "Q"
    if quoted and end - 2 >= start and tokens[end - 2].tag in ":;":
        start = end - 1
    spans = _spans(sentence, (start, end), _rest(sentence, close, (start, end), quoted))
    if spans and sentence.text[spans[0].start : spans[0].end].lower() in sentence.language.connectives:
        spans = spans[1:]
    return _report(rule, sentence, phrase, spans, cue, hearer)


def _is_speech(tokens: list[Token], at: int) -> bool:
    """Whether the token is a quotation and not a title: `the hosts of "Today"`."""
    if tokens[at].tag != "Q":
        return False
    before = tokens[at - 1]
    return before.tag not in "ID" and not before.lower.endswith(("’s", "'s"))


def _rest(sentence: Sentence, close: int, left: tuple[int, int], quoted: bool) -> tuple[int, int]:
    """The token range right of an attribution that goes on with what is left of it; empty if none does."""
    tokens, language = sentence.tokens, sentence.language
    nothing = (close, close)
    if close >= len(tokens):
        return nothing
    at = close
    while (
        at < len(tokens)
        and not _is_speech(tokens, at)
        and tokens[at].start - tokens[close].start < LONGEST_GAP
    ):
        if tokens[at].lower in language.verbs:
            break
        at += 1
    if at < len(tokens) and tokens[at].tag == "Q":
        last = at
        for ahead in range(at, len(tokens)):
            if tokens[ahead].tag == "Q":
                last = ahead
        return at, last + 1
    if not quoted and tokens[close].tag == "," and close + 2 < len(tokens):
        return close + 1, clause_end(sentence, close + 1)
    return nothing


def _said_after(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    """What was said stands after the verb: `Lee said that …`, `Lee accused …`."""
    tokens = sentence.tokens
    phrase = _subject(sentence, at, form)
    source: Report | None = None
    if phrase is None:
        before = at - 1
        while before >= 0 and tokens[before].tag in "AR":
            before -= 1
        if before < 0 or tokens[before].tag != "C":
            return None
        if found:
            source = found[-1]
        else:
            phrase = main_subject(sentence, before)
            if phrase is None:
                return None
    elif phrase.relative:
        source = _source_around(tokens[phrase.start], found)
    said = complement(sentence, at, form)
    if said is None:
        return None
    fronted = phrase is not None and phrase.start <= 2 and tokens[0].lower in OPENING_SUBORDINATORS
    enclosed = fronted or bool(phrase and phrase.relative)
    end = clause_end(sentence, said.start, phrase=said.kind in PHRASES, enclosed=enclosed)
    if said.kind == "topic":
        end = before_time(tokens, said.start, end)
    return _after(sentence, said, end, phrase, source, (at, said.cue_end))


def _after(
    sentence: Sentence,
    said: Complement,
    end: int,
    phrase: Phrase | None,
    source: Report | None,
    cue: tuple[int, int],
) -> Report:
    rule = "relative" if phrase is not None and phrase.relative else said.kind
    report = _report(rule, sentence, phrase, _spans(sentence, (said.start, end)), cue, said.hearer)
    if source is None:
        return report
    return Report(rule, report.spans, source.source, source.apposition, report.cue, report.to)


def _source_around(token: Token, found: list[Report]) -> Report | None:
    """The report whose speaker's apposition holds the token: `said Ann Lee, a teacher from Hull, who added`."""
    for report in found:
        if report.apposition is not None and report.apposition.start <= token.start < report.apposition.end:
            return report
    return None


def _subject(sentence: Sentence, at: int, form: VerbForm) -> Phrase | None:
    tokens = sentence.tokens
    if tokens[at - 1].lower != "to" or at < 2:
        return subject_before(sentence, at, form)
    if form.verb.clause != "bare":
        return None
    governing = at - 2
    while governing > 0 and tokens[governing].tag in "wAVRI" and at - governing < 6:
        if _follows_be(tokens, governing) and tokens[governing].tag == "w":
            return None
        if is_finite(tokens, governing, sentence.language):
            return subject_before(sentence, governing, form)
        governing -= 1
    return None


def main_subject(sentence: Sentence, before: int) -> Phrase | None:
    """The subject of the first finite verb of the sentence, else its first name, before the token `before`."""
    tokens, language = sentence.tokens, sentence.language
    form = language.verbs["said"]
    for at in range(1, before):
        if is_finite(tokens, at, language):
            phrase = subject_before(sentence, at, form)
            if phrase is not None:
                return phrase
    for at in range(before):
        if tokens[at].tag == "P" or tokens[at].tag == "N":
            return Phrase(at, max(at + 1, noun_phrase_end(tokens, at, language)))
    return None


def _participle(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    """`…, adding that …`: the speaker is that of the words before, or the sentence's subject."""
    tokens = sentence.tokens
    if at == 0:
        return None
    said = complement(sentence, at, form)
    if said is None:
        return None
    phrase: Phrase | None = None
    source: Report | None = None
    before = tokens[at - 1]
    if before.tag in ",C—–-Q" or before.lower in BEFORE_PARTICIPLE:
        source = found[-1] if found and found[-1].rule not in INNER else None
        if source is not None and form.verb.cites:
            end = noun_phrase_end(tokens, said.start, sentence.language)
            found[-1] = replace(source, citing=_chars(tokens, (said.start, max(end, said.start + 1))))
            return None
        phrase = main_subject(sentence, at) if source is None else None
    else:
        phrase = _noun_before_participle(sentence, at, form, said)
    if source is None and phrase is None:
        return None
    end = clause_end(sentence, said.start, phrase=said.kind in PHRASES)
    return _after(sentence, said, end, phrase, source, (at, said.cue_end))


def _noun_before_participle(sentence: Sentence, at: int, form: VerbForm, said: Complement) -> Phrase | None:
    """Who speaks in `a statement saying that …`, `an aide suggesting that …`, `with Lee calling it …`."""
    tokens, language = sentence.tokens, sentence.language
    phrase = subject_before(sentence, at, form)
    if phrase is None or phrase.relative:
        return None
    if tokens[at - 1].lower in language.documents:
        return main_subject(sentence, phrase.start) or phrase
    if phrase.start > 0 and tokens[phrase.start - 1].lower == "with":
        return phrase
    if said.kind == "clause" and tokens[said.start - 1].lower == "that":
        return phrase
    speaks = tokens[at - 1].tag == "N" or is_person_or_body(tokens[at - 1].lower, language)
    return phrase if said.kind == "quote" and speaks else None
