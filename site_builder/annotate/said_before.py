"""Attribution by a verb that stands after what was said: `"…," said Lee`, `…, Lee said`, `…, Lee said, …`."""

from __future__ import annotations

from site_builder.annotate.clauses import clause_end, reports_anew
from site_builder.annotate.complements import complement
from site_builder.annotate.language import VerbForm
from site_builder.annotate.phrases import (
    QUOTE_MARKS,
    Phrase,
    Sentence,
    ends_speech,
    has_finite_verb,
    is_finite,
    noun_phrase_end,
)
from site_builder.annotate.reports import Report, left_start, make_report, spans_of
from site_builder.annotate.subjects import signature, subject_after, subject_before
from site_builder.annotate.tokens import Token

LONGEST_GAP = 60
"""Characters of attribution over which a quotation goes on: `"Yes," he said on Monday. "We will."`"""


def said_before(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    """What was said stands before the verb: `"…," said Lee`, `…, Lee said`, `…, Lee said, …`."""
    if at == 0 or not (form.verb.quote or form.verb.clause):
        return None
    return _inverted(sentence, at, form, found) or _parenthesis(sentence, at, form, found)


def _inverted(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    tokens = sentence.tokens
    before = tokens[at - 1]
    if before.tag not in ",Q—" or form.verb.needs_addressee:
        return None
    phrase = subject_after(sentence, at + 1)
    if phrase is None or (before.tag != "Q" and subject_before(sentence, at, form) is not None):
        return None
    close = phrase.apposition[1] if phrase.apposition else phrase.end
    if phrase.end < len(tokens) and not _closes_attribution(sentence, phrase.end):
        return None
    end = at if before.tag == "Q" else at - 1
    left = (left_start(sentence, found, end), end)
    return _with_left(sentence, "inversion", phrase, left, (at, at + 1), close, found)


def _parenthesis(sentence: Sentence, at: int, form: VerbForm, found: list[Report]) -> Report | None:
    tokens = sentence.tokens
    phrase = subject_before(sentence, at, form)
    if phrase is None or phrase.relative or phrase.start == 0:
        return None
    before = tokens[phrase.start - 1]
    if before.tag not in ",Q—":
        return None
    hearer_end = noun_phrase_end(tokens, at + 1, sentence.language) if form.verb.addressee else at + 1
    if not _closes(sentence, before, at, hearer_end, form):
        return None
    end = phrase.start if before.tag == "Q" else phrase.start - 1
    left = (left_start(sentence, found, end), end)
    if left[0] < end and not _can_be_said(sentence, left, at, form):
        return None
    hearer = (at + 1, hearer_end) if hearer_end > at + 1 else None
    return _with_left(sentence, "parenthesis", phrase, left, (at, at + 1), hearer_end, found, hearer)


def _closes(sentence: Sentence, before: Token, at: int, close: int, form: VerbForm) -> bool:
    """Whether subject and verb stand in parenthesis, what was said being over or going on after a comma."""
    tokens = sentence.tokens
    if at + 1 < len(tokens) and tokens[at + 1].tag == ",":
        return before.tag == "Q" or form.verb.quote
    reports_after = complement(sentence, at, form) is not None
    if before.tag == "Q":
        return not reports_after or ends_speech(before)
    if reports_after or not form.verb.quote:
        return False
    return close >= len(tokens) or _closes_attribution(sentence, close)


def _can_be_said(sentence: Sentence, left: tuple[int, int], at: int, form: VerbForm) -> bool:
    """Whether the tokens left of a parenthesis are words said, and no adverbial of the verb's."""
    tokens = sentence.tokens
    if complement(sentence, at, form) is not None:
        return _is_clause(sentence, *left) or _goes_on(tokens, left[0], at + 1)
    if tokens[left[1] - 1].tag == "Q" or (at + 1 < len(tokens) and tokens[at + 1].tag == ","):
        return True
    return has_finite_verb(tokens, *left, sentence.language)


def said_before_unlisted(sentence: Sentence, at: int, found: list[Report]) -> Report | None:
    """`"…," she laughed`: a verb of no list that follows a quotation left open by a comma and its subject."""
    tokens, grammar = sentence.tokens, sentence.language.grammar
    end = noun_phrase_end(tokens, at + 1, sentence.language)
    if tokens[at].text[-2:-1] == "." or tokens[at + 1 : at + 2] == [] or tokens[at + 1].tag not in "PND":
        return None
    if end == at + 1 or end >= len(tokens):
        return None
    if tokens[end].tag in ".," and end - at > 2 and tokens[end - 1].lower.endswith(grammar.past):
        end -= 1
    while end < len(tokens) - 1 and tokens[end].tag == "R":
        end += 1
    verb = tokens[end]
    if verb.tag != "V" and not (verb.tag == "w" and verb.lower.endswith((grammar.past, grammar.plural))):
        return None
    left = (left_start(sentence, found, at + 1), at + 1)
    return _with_left(sentence, "parenthesis", Phrase(at + 1, end), left, (end, end + 1), end + 1, found)


def _goes_on(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the next quotation opens inside a sentence, the subject of which stands left of the cue."""
    if tokens[start].tag in "IT" or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].tag == "Q" and tokens[at + 1].text.lstrip(QUOTE_MARKS)[:1].islower()


def signed(sentence: Sentence, at: int) -> Report | None:
    """`"…" — Ann Lee, mayor`: the name after the quotation at `at` and a dash closes the sentence."""
    phrase = signature(sentence.tokens, at + 1, sentence.language)
    if phrase is None:
        return None
    spans = spans_of(sentence, (at, at + 1))
    return make_report("signature", sentence, phrase, spans, (at + 1, at + 2))


def _is_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the tokens can be something said, not an adverbial ("On Monday’s “Today”,")."""
    tokens, language = sentence.tokens, sentence.language
    if start < end and tokens[start].tag == "Q":
        return True
    first = tokens[start].lower if start < end else ""
    form = language.verbs.get(first)
    adverbial = (
        start < end
        and (
            tokens[start].tag in "IT"
            or first.endswith(language.grammar.participle)
            or first in language.grammar.timing
        )
    ) or (form is not None and form.form == "past")
    return not adverbial and any(is_finite(tokens, at, language) for at in range(start, end))


def _closes_attribution(sentence: Sentence, at: int) -> bool:
    """Whether the attribution is complete before the token `at`, but for a time or place."""
    tokens, grammar = sentence.tokens, sentence.language.grammar
    token = tokens[at]
    if token.lower in grammar.infinitive:
        return at + 1 < len(tokens) and tokens[at + 1].tag in "NPD"
    return token.tag in ".,;:?!QTI—(R" or token.lower in grammar.after_attribution


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
        return make_report(rule, sentence, phrase, (), cue)
    quoted = tokens[end - 1].tag == "Q"
    if quoted and end - 2 >= start and tokens[end - 2].tag in ":;":
        start = end - 1
    spans = spans_of(sentence, (start, end), _rest(sentence, close, (start, end), quoted))
    if spans and sentence.text[spans[0].start : spans[0].end].lower() in sentence.language.connectives:
        spans = spans[1:]
    return make_report(rule, sentence, phrase, spans, cue, hearer)


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
    if quoted or tokens[close].tag != "," or close + 2 >= len(tokens):
        return nothing
    if reports_anew(tokens, close + 1, language):
        return nothing
    return close + 1, clause_end(sentence, close + 1)
