"""Attribution by a verb that stands after what was said: `"…," said Lee`, `…, Lee said`, `…, Lee said, …`."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from site_builder.annotate.adverbials import skip_time
from site_builder.annotate.clauses import clause_end
from site_builder.annotate.complements import complement
from site_builder.annotate.language import Language, VerbForm
from site_builder.annotate.new_reports import is_occasion
from site_builder.annotate.phrases import (
    QUOTE_MARKS,
    Phrase,
    Sentence,
    ends_speech,
    has_finite_verb,
    is_finite,
    is_subject,
    noun_phrase_end,
)
from site_builder.annotate.reports import INNER, Report, left_start, make_report, spans_of, without_connective
from site_builder.annotate.resumptions import resumption
from site_builder.annotate.subjects import signature, subject_after
from site_builder.annotate.tokens import Token
from site_builder.annotate.unspoken import is_asked
from site_builder.model import Span

CLAUSE = 3
"""Words a clause has at least, where no verb in it is known."""


class Attribution(NamedTuple):
    """Token ranges. `close`: after the last word that belongs to the attribution."""

    rule: str
    phrase: Phrase
    cue: tuple[int, int]
    close: int
    hearer: tuple[int, int] | None = None


def said_before(
    sentence: Sentence, at: int, form: VerbForm, subject: Phrase | None, found: list[Report]
) -> Report | None:
    """What was said stands before the verb at `at`, as its `subject` may."""
    if at == 0 or not (form.verb.quote or form.verb.clause) or not form.verb.plain:
        return None
    return (
        _inverted(sentence, at, form, subject, found)
        or _parenthesis(sentence, at, form, subject, found)
        or _recalled(sentence, at, form, subject)
    )


def _inverted(
    sentence: Sentence, at: int, form: VerbForm, subject: Phrase | None, found: list[Report]
) -> Report | None:
    """`"…," said Lee`; after a comma only where no subject stands before the verb."""
    tokens = sentence.tokens
    before = tokens[at - 1]
    if before.tag not in ",Q—" or form.verb.needs_addressee:
        return None
    phrase = subject_after(sentence, at + 1)
    if phrase is None or (before.tag != "Q" and subject is not None):
        return None
    if phrase.end < len(tokens) and not _closes_attribution(sentence, phrase.end):
        return None
    end = at if before.tag == "Q" else at - 1
    close = phrase.apposition[1] if phrase.apposition else phrase.end
    attribution = Attribution("inversion", phrase, (at, at + 1), close)
    return _with_left(sentence, (left_start(sentence, found, end), end), attribution)


def _parenthesis(
    sentence: Sentence, at: int, form: VerbForm, phrase: Phrase | None, found: list[Report]
) -> Report | None:
    """`…, Lee said`, `…, Lee told the court, …`."""
    tokens = sentence.tokens
    if phrase is None or phrase.relative or phrase.start == 0:
        return None
    opens = phrase.start
    if tokens[opens - 1].lower in sentence.language.grammar.echoing:
        opens -= 1
        quoted = opens > 0 and tokens[opens - 1].tag == "Q"
        if not quoted and (opens < 3 or not _is_echoed(tokens, opens, sentence.language)):
            return None
    before = tokens[opens - 1]
    if before.tag not in ",Q—":
        return None
    close = noun_phrase_end(tokens, at + 1, sentence.language) if form.verb.addressee else at + 1
    if not _closes(sentence, before, at, close, form):
        return None
    end = opens if before.tag == "Q" else opens - 1
    left = (left_start(sentence, found, end), end)
    if found and _goes_on_with(tokens, left, found[-1]):
        said = found[-1].spans
        found[-1] = replace(found[-1], spans=(*said[:-1], Span(said[-1].start, tokens[end - 1].end)))
        left = (end, end)
    if tokens[end - 1].tag == "S" and tokens[end].tag == ",":
        left = (end, end)
        rest = spans_of(sentence, resumption(sentence, close, False))
        return make_report("parenthesis", sentence, phrase, rest, (at, at + 1)) if rest else None
    if left[0] < end and not _can_be_said(sentence, left, at, close, form):
        return None
    if left[0] == end and found and complement(sentence, at, form) is not None:
        return None
    hearer = (at + 1, close) if close > at + 1 else None
    return _with_left(sentence, left, Attribution("parenthesis", phrase, (at, at + 1), close, hearer))


def _goes_on_with(tokens: list[Token], left: tuple[int, int], report: Report) -> bool:
    """Whether the words left of an outlet are still those of the report before: `Lee said it was late | but is
    safe, Radio One reported`."""
    start, end = left
    joined = end - start > 2 and tokens[start].tag == "C" and tokens[start + 1].tag in "AV"
    return joined and report.rule not in INNER and report.spans[-1].end == tokens[start - 1].end


def _recalled(sentence: Sentence, at: int, form: VerbForm, subject: Phrase | None) -> Report | None:
    """`As Lee said on Monday, …` at the head of a sentence, but not `As we reported, …`."""
    tokens, language = sentence.tokens, sentence.language
    phrase = subject if tokens[0].lower in language.grammar.timing else None
    if phrase is None or phrase.start != 1 or tokens[1].lower in language.grammar.first_person:
        return None
    close = noun_phrase_end(tokens, at + 1, language) if form.verb.addressee else at + 1
    comma = skip_time(tokens, close, language)
    if comma + 1 >= len(tokens) or tokens[comma].tag != ",":
        return None
    if tokens[comma + 1].tag not in "QDNP" and not is_subject(tokens, comma + 1, language):
        return None
    hearer = (at + 1, close) if close > at + 1 else None
    spans = spans_of(sentence, (comma + 1, clause_end(sentence, comma + 1)))
    return make_report("parenthesis", sentence, phrase, spans, (at, at + 1), hearer)


def _is_echoed(tokens: list[Token], end: int, language: Language) -> bool:
    """Whether somebody says what stands before `end`: `It is shut, as Lee said`, not `It is not clear, as Lee
    said`."""
    grammar = language.grammar
    before = [token.lower for token in tokens[:end]]
    return tokens[end + 1].lower not in grammar.first_person and grammar.negations.isdisjoint(before)


def said_before_unlisted(sentence: Sentence, at: int, found: list[Report]) -> Report | None:
    """`"…," she laughed`, `"…," laughed the mayor`: a verb of no list after the quotation at `at`."""
    tokens, grammar = sentence.tokens, sentence.language.grammar
    if at + 2 < len(tokens) and tokens[at + 1].tag == "w" and tokens[at + 1].lower.endswith(grammar.past):
        return _inverted_unlisted(sentence, at + 1, found)
    if (
        tokens[at].text.rstrip(QUOTE_MARKS)[-1:] == "."
        or at + 1 >= len(tokens)
        or tokens[at + 1].tag not in "PND"
    ):
        return None
    end = noun_phrase_end(tokens, at + 1, sentence.language)
    if end >= len(tokens):
        return None
    if tokens[end].tag in ".," and end - at > 2 and tokens[end - 1].lower.endswith(grammar.past):
        end -= 1
    verb = end
    while verb < len(tokens) - 1 and tokens[verb].tag == "R":
        verb += 1
    inflected = tokens[verb].tag == "w" and tokens[verb].lower.endswith((grammar.past, grammar.plural))
    if tokens[verb].tag != "V" and not inflected:
        return None
    attribution = Attribution("parenthesis", Phrase(at + 1, end), (verb, verb + 1), verb + 1)
    return _with_left(sentence, (left_start(sentence, found, at + 1), at + 1), attribution)


def _inverted_unlisted(sentence: Sentence, verb: int, found: list[Report]) -> Report | None:
    """`"…," laughed the mayor`: the subject is a person, and the attribution is over with it."""
    tokens, language = sentence.tokens, sentence.language
    phrase = subject_after(sentence, verb + 1)
    if phrase is None or (phrase.end < len(tokens) and not _closes_attribution(sentence, phrase.end)):
        return None
    words = tokens[phrase.start : phrase.end]
    if words[0].tag != "P" and not any(w.tag == "N" or language.person_noun(w.lower) for w in words):
        return None
    attribution = Attribution("inversion", phrase, (verb, verb + 1), phrase.end)
    return _with_left(sentence, (left_start(sentence, found, verb), verb), attribution)


def signed(sentence: Sentence, at: int) -> Report | None:
    """`"…" — Ann Lee, mayor`: the name after the quotation at `at` and a dash closes the sentence."""
    phrase = signature(sentence.tokens, at + 1, sentence.language)
    if phrase is None:
        return None
    return make_report("signature", sentence, phrase, spans_of(sentence, (at, at + 1)), (at + 1, at + 2))


def _closes(sentence: Sentence, before: Token, at: int, close: int, form: VerbForm) -> bool:
    """Whether subject and verb stand in parenthesis, what was said being over or going on after a comma."""
    tokens = sentence.tokens
    if at + 1 < len(tokens) and tokens[at + 1].tag == ",":
        return before.tag == "Q" or form.verb.quote
    reports_after = complement(sentence, at, form) is not None
    if before.tag == "Q":
        return not reports_after or ends_speech(before)
    if reports_after or not form.verb.clause:
        return False
    if not form.verb.quote:
        return close >= len(tokens) or tokens[close].tag in ".?!T"
    return close >= len(tokens) or _closes_attribution(sentence, close)


def _closes_attribution(sentence: Sentence, at: int) -> bool:
    """Whether the attribution is complete before the token `at`, but for a time or place."""
    tokens, grammar = sentence.tokens, sentence.language.grammar
    token = tokens[at]
    if token.lower in grammar.infinitive:
        return at + 1 < len(tokens) and tokens[at + 1].tag in "NPD"
    return token.tag in ".,;:?!QTI—(R" or token.lower in grammar.after_attribution


def _can_be_said(sentence: Sentence, left: tuple[int, int], at: int, close: int, form: VerbForm) -> bool:
    """Whether the tokens left of a parenthesis are words said, and no adverbial of the verb's."""
    tokens = sentence.tokens
    if complement(sentence, at, form) is not None:
        return _is_clause(sentence, *left) or _goes_on(tokens, left[0], at + 1)
    if tokens[left[1] - 1].tag == "Q" or (at + 1 < len(tokens) and tokens[at + 1].tag == ","):
        return True
    language = sentence.language
    if is_asked(tokens, *left, language) or is_occasion(tokens, *left, language):
        return False
    return (
        has_finite_verb(tokens, *left, language)
        or _governs(tokens, *left, language)
        or (_ends(tokens, at, close, form) and _is_plain(tokens, *left, language))
    )


def _ends(tokens: list[Token], at: int, close: int, form: VerbForm) -> bool:
    """Whether nothing is said after the verb at `at`: `he told reporters on Monday`, not `he said: …`."""
    told = not form.verb.needs_addressee or close > at + 1
    return told and not any(token.tag == ":" for token in tokens[at:])


def _is_plain(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    """Whether the tokens begin as a clause does, whose verb no table knows: `prices rise every year`."""
    first = tokens[start]
    begins = first.tag in "NPDw#" and not _is_adverbial(first, language)
    return begins and sum(token.tag in "NPDw#" for token in tokens[start:end]) >= CLAUSE


def _is_adverbial(first: Token, language: Language) -> bool:
    """Whether a phrase that begins so tells when, where or how: `speaking on Monday`."""
    form = language.verbs.get(first.lower)
    participle = first.lower.endswith(language.grammar.participle) or (form is not None and form.form == "past")
    return participle or first.tag in "IT" or first.lower in language.grammar.timing


def _is_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the tokens can be something said, not an adverbial ("On Monday’s “Today”,")."""
    tokens, language = sentence.tokens, sentence.language
    first = tokens[start]
    if first.tag == "Q":
        return True
    if _is_adverbial(first, language):
        return False
    return any(is_finite(tokens, at, language) for at in range(start, end)) or _governs(
        tokens, start, end, language
    )


def _governs(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    """Whether a word that no table knows stands between a subject and an object as a verb does: `the army
    now controls the city`."""
    return any(
        tokens[at].tag == "w"
        and tokens[at].lower.endswith(language.grammar.plural)
        and tokens[at - 1].tag in "NwR"
        and tokens[at + 1].tag in "DP#"
        for at in range(start + 1, end - 1)
    )


def _goes_on(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the next quotation opens inside a sentence, the subject of which stands left of the cue."""
    if tokens[start].tag in "IT" or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].tag == "Q" and tokens[at + 1].text.lstrip(QUOTE_MARKS)[:1].islower()


def _with_left(sentence: Sentence, left: tuple[int, int], attribution: Attribution) -> Report:
    """A report of what stands left of its attribution, and of what goes on right of it."""
    tokens = sentence.tokens
    rule, phrase, cue, close, hearer = attribution
    start, end = left
    spans: tuple[Span, ...] = ()
    if start < end:
        start = _after_colon(sentence, start, end)
        quoted = tokens[end - 1].tag == "Q"
        if quoted and end - 2 >= start and tokens[end - 2].tag in ":;":
            start = end - 1
        spans = spans_of(sentence, (start, end), resumption(sentence, close, quoted))
        spans = without_connective(sentence, spans)
    return make_report(rule, sentence, phrase, spans, cue, hearer)


def _after_colon(sentence: Sentence, start: int, end: int) -> int:
    """Where a sentence of its own begins after a colon: `Ann Lee is in Karsk: The pier is closed, …`."""
    tokens = sentence.tokens
    for at in range(end - 2, start, -1):
        if tokens[at].tag == ":" and tokens[at + 1].tag != "Q" and tokens[at + 1].text[0].isupper():
            return at + 1 if has_finite_verb(tokens, start, at, sentence.language) else start
    return start
