"""Attribution by "according to", before, after or inside what was said."""

from __future__ import annotations

from site_builder.annotate.authors import author_at
from site_builder.annotate.clauses import clause_end
from site_builder.annotate.language import Language
from site_builder.annotate.phrases import (
    Phrase,
    Sentence,
    has_finite_verb,
    is_finite,
    is_person_or_body,
    is_subject,
    noun_phrase_end,
)
from site_builder.annotate.reports import Report, left_start, make_report, spans_of, without_connective
from site_builder.annotate.tokens import Token

LONGEST_ASIDE = 20
LONGEST_SOURCE = 40


def according_to(sentence: Sentence, at: int, found: list[Report]) -> Report | None:
    """`According to X, …`; `…, according to X`; `…, according to X, …`."""
    tokens = sentence.tokens
    start = at + 2
    if start >= len(tokens) or tokens[at + 1].lower != sentence.language.grammar.according[1]:
        return None
    reach = range(start, min(len(tokens), start + LONGEST_SOURCE))
    close = next((close for close in reach if tokens[close].tag in ",;Q—.?!"), len(tokens))
    if close == start:
        return None
    end = noun_phrase_end(tokens, start, sentence.language)
    language = sentence.language
    author = author_at(tokens, end, language) if _is_document(tokens, start, end, language) else None
    if author is not None:
        made = author[0] - 1 > end or tokens[end - 1].lower in language.authoring
        start, end = author if made else (start, author[1])
    elif end <= start or any(token.lower in language.documents for token in tokens[start:end]):
        end = close
    elif tokens[end - 1].tag == "w" and not is_person_or_body(tokens[end - 1].lower, language):
        close_to = any(is_person_or_body(token.lower, language) for token in tokens[start : end - 1])
        linked = close_to and end < close and tokens[end].tag == "I"
        end = close if linked else end
    if at <= 1 and (listed := _list_end(sentence, start, close)) is not None:
        end = close = listed
    phrase = Phrase(start, end)
    close = max(close, end)
    cue = (at, at + 2)
    coordinated = at > 1 and tokens[at - 1 - (tokens[at - 1].tag == ",")].tag == "C"
    if at <= 1 or (at < 4 and tokens[at - 1].tag not in ",Q") or coordinated:
        if _goes_on(sentence, phrase, close):
            spans = spans_of(sentence, (phrase.end, clause_end(sentence, phrase.end)))
            return make_report("according to", sentence, phrase, spans, cue)
        aside = _aside_end(sentence, phrase, close)
        if aside is not None:
            phrase, close = phrase._replace(apposition=(close + 1, aside)), aside
        spans = spans_of(sentence, (close, clause_end(sentence, close))) if close < len(tokens) else ()
        return make_report("according to", sentence, phrase, spans, cue)
    beside = _beside(sentence, phrase, close)
    if beside is not None:
        phrase, close = phrase._replace(apposition=(close + 1, beside)), beside
    left, right = (left_start(sentence, found, at), at), (close, close)
    if _opens_relative(sentence, at, close):
        spans = spans_of(sentence, (close + 1, clause_end(sentence, close + 1)))
        return make_report("according to", sentence, phrase, spans, cue)
    if close + 1 < len(tokens) and tokens[close].tag == "," and _continues(sentence, left, close + 1):
        right = (close + 1, clause_end(sentence, close + 1))
    spans = without_connective(sentence, spans_of(sentence, left, right))
    return make_report("according to", sentence, phrase, spans, cue)


def _list_end(sentence: Sentence, start: int, comma: int) -> int | None:
    """The comma behind several names that a clause follows: `According to CNN, BBC and Radio One, it is`."""
    tokens, at, joined = sentence.tokens, start, False
    while at < min(len(tokens) - 1, start + LONGEST_ASIDE) and tokens[at].tag in "ND,C":
        joined = joined or (tokens[at].tag == "C" and at > comma)
        if tokens[at].tag == "," and joined:
            return at if is_subject(tokens, at + 1, sentence.language) else None
        if tokens[at].tag in ",C" and tokens[at - 1].tag != "N":
            return None
        at += 1
    return None


def _opens_relative(sentence: Sentence, at: int, close: int) -> bool:
    """Whether only the clause around it is said: `It goes to court, where, according to Lee, it will stay.`"""
    tokens = sentence.tokens
    inside = at > 2 and tokens[at - 1].tag == tokens[at - 3].tag == "," and tokens[at - 2].tag == "S"
    return inside and close + 1 < len(tokens) and tokens[close].tag == ","


def _goes_on(sentence: Sentence, phrase: Phrase, close: int) -> bool:
    """Whether what was said follows who said it without a comma: `According to Lee the pier leans.`"""
    tokens, language = sentence.tokens, sentence.language
    end, definite = phrase.end, tokens[phrase.start].lower in language.grammar.definites
    if end >= close or tokens[end].tag not in "DP" or tokens[end - 1].lower in language.documents:
        return False
    if not (definite or tokens[end - 1].tag == "N" or is_person_or_body(tokens[end - 1].lower, language)):
        return False
    return not is_subject(tokens, close + 1, language) and has_finite_verb(tokens, end, close, language)


def _is_document(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    """Whether a noun phrase is of a document, or of figures that may be somebody's."""
    kinds = language.documents | language.evidence
    return any(token.lower in kinds for token in tokens[start:end])


def _aside_end(sentence: Sentence, phrase: Phrase, comma: int) -> int | None:
    """The comma that closes an apposition opened by the one at `comma`, None if a clause follows instead."""
    tokens, language = sentence.tokens, sentence.language
    if comma + 1 >= len(tokens) or tokens[comma].tag != ",":
        return None
    if tokens[comma + 1].tag in "wV" and comma + 2 < len(tokens) and tokens[comma + 2].tag == "I":
        reach = range(comma + 2, min(len(tokens), comma + LONGEST_ASIDE))
        closing = next((at for at in reach if tokens[at].tag == ","), comma)
        return closing if closing > comma and is_subject(tokens, closing + 1, language) else None
    if tokens[comma + 1].lower not in language.grammar.appositions:
        beside = _beside(sentence, phrase, comma)
        return beside if beside is not None and is_subject(tokens, beside + 1, language) else None
    for at in range(comma + 1, min(len(tokens), comma + LONGEST_ASIDE)):
        if tokens[at].tag == ",":
            return at
        relative = any(token.tag == "S" for token in tokens[comma + 1 : at])
        if tokens[at].tag in "PQ" or (not relative and is_finite(tokens, at, language)):
            return None
    return None


def _beside(sentence: Sentence, phrase: Phrase, comma: int) -> int | None:
    """Where an apposition to a source ends, a name or what it is: `the governor, Ann Lee,`."""
    tokens, language = sentence.tokens, sentence.language
    if comma + 2 >= len(tokens) or tokens[comma].tag != ",":
        return None
    end = noun_phrase_end(tokens, comma + 1, language)
    closed = end < len(tokens) and tokens[end].tag in ",.?!"
    words = tokens[comma + 1 : end]
    name = len(words) > 1 and all(token.tag == "N" for token in words)
    office = bool(words) and is_person_or_body(words[-1].lower, language)
    told = name and is_person_or_body(tokens[phrase.end - 1].lower, language)
    return end if closed and (told or (office and tokens[phrase.end - 1].tag == "N")) else None


def _continues(sentence: Sentence, left: tuple[int, int], right: int) -> bool:
    """Whether what stands right of an aside goes on with the clause left of it."""
    tokens, language = sentence.tokens, sentence.language
    if tokens[right].tag in "AV" or is_finite(tokens, right, language):
        return True
    return not any(is_finite(tokens, at, language) or tokens[at].tag == "Q" for at in range(*left))
