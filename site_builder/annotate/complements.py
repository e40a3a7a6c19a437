"""What follows a verb of reporting: where the words said begin, and to whom they were said."""

from __future__ import annotations

from typing import Literal, NamedTuple

from site_builder.annotate.adverbials import skip_aside, skip_occasion, skip_place, skip_time
from site_builder.annotate.bare_clauses import may_be_clause
from site_builder.annotate.clauses import clause_end
from site_builder.annotate.deeds import has_object
from site_builder.annotate.hearers import find_hearer
from site_builder.annotate.language import Language, Verb, VerbForm
from site_builder.annotate.phrases import (
    LONGEST_PHRASE,
    Sentence,
    has_finite_verb,
    is_finite,
    is_subject,
    is_told,
    noun_phrase_end,
    opens_clause,
)
from site_builder.annotate.tokens import Token

VERB_REACH = 40
"""Tokens within which the first verb of a clause stands."""
LONGEST_CLAUSE = 30
"""Tokens of a clause that stands before the main one."""
FIGURE_REACH = 5
"""Tokens after "at" within which the figure stands: `at more than 300`."""


class Complement(NamedTuple):
    """Token indices. `cue_end`: after the words that belong to the verb ("pointed out", "called for")."""

    start: int
    kind: Literal["clause", "quote", "object", "infinitive", "topic"]
    cue_end: int
    hearer: tuple[int, int] | None


def _takes_infinitive(tokens: list[Token], at: int, verb: Verb, language: Language) -> bool:
    """Whether the "to" at `at` opens an infinitive the verb takes, and no noun: `urged an end to attacks`."""
    if verb.infinitive == "speech":
        return is_told(tokens, at, language)
    grammar, following = language.grammar, tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.tag in "DP":
        return False
    plural = following.lower.endswith(grammar.plural) and not following.lower.endswith(grammar.no_plural)
    return verb.infinitive == "any" and not plural


def _opens_complement(tokens: list[Token], at: int, verb: Verb, language: Language) -> bool:
    if at >= len(tokens):
        return False
    infinitive = tokens[at].lower in language.grammar.infinitive
    return (infinitive and _takes_infinitive(tokens, at, verb, language)) or tokens[
        at
    ].lower in verb.prepositions


def complement(sentence: Sentence, verb_at: int, form: VerbForm) -> Complement | None:
    """What the verb at `verb_at` reports, standing after it; None when nothing there fits its frame."""
    tokens, language, verb = sentence.tokens, sentence.language, form.verb
    at = verb_at + 1
    if points_back(tokens, at, verb, language) or (verb.objects and not has_object(tokens, at, verb)):
        return None
    if _is_charged(tokens, at, verb, language):
        return None
    if verb.object and _is_of_self(tokens, at, language):
        return Complement(at, "object", at, None)
    if at + 1 < len(tokens) and tokens[at].lower in language.grammar.things:
        at += tokens[at + 1].lower in verb.particles
    particle = at < len(tokens) and tokens[at].lower in verb.particles
    if particle:
        at += 1
    cue_end = at
    hearer = find_hearer(tokens, at, verb, language)
    if hearer is not None:
        at = hearer[1]
    found = complement_from(sentence, at, verb, cue_end, hearer, complete=particle or not verb.particles)
    if found is not None and found.kind == "quote" and hearer is not None and verb.object:
        return Complement(hearer[0], "object", cue_end, None)
    if found is None and hearer is not None and not verb.needs_addressee:
        return _opened(sentence, hearer[0], verb, True, cue_end, None)
    return found


def _is_charged(tokens: list[Token], at: int, verb: Verb, language: Language) -> bool:
    """Whether the verb has no object but its subject: `a nurse accused of theft “lied for years”`."""
    if verb.clause or verb.quote or not verb.object or at + 1 >= len(tokens):
        return False
    charge = tokens[at].lower in language.grammar.charges and tokens[at].lower not in verb.prepositions
    return charge and tokens[at + 1].tag != "Q"


def complement_from(
    sentence: Sentence,
    at: int,
    verb: Verb,
    cue_end: int,
    hearer: tuple[int, int] | None = None,
    *,
    complete: bool = True,
) -> Complement | None:
    """The complement that stands at `at`, or after a time or place there."""
    tokens, language = sentence.tokens, sentence.language
    at = skip_time(tokens, at, language)
    if not _opens_complement(tokens, at, verb, language):
        at = skip_place(tokens, at, language)
    at = skip_aside(tokens, skip_time(tokens, at, language), language)
    at = skip_occasion(tokens, at, language)
    return _opened(sentence, at, verb, complete, cue_end, hearer)


def _is_joined(tokens: list[Token], at: int, verb: Verb) -> bool:
    """Whether the noun phrase at `at` is followed by what the verb asks for: `put the toll at 12`."""
    if not verb.joins:
        return True
    end = at + 1
    while end < len(tokens) and end - at < LONGEST_PHRASE and tokens[end].lower not in verb.joins:
        if tokens[end].tag in ",;:CQSP":
            return False
        end += 1
    if end >= len(tokens) or tokens[end].lower not in verb.joins:
        return False
    return not verb.figures or any(token.tag == "#" for token in tokens[end : end + FIGURE_REACH])


def _is_of_self(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether somebody speaks of themselves there: `called herself a builder`, `described himself as old`."""
    if at + 1 >= len(tokens) or tokens[at].lower not in language.grammar.reflexives:
        return False
    return tokens[at + 1].tag in "DwQN#" or tokens[at + 1].lower in language.grammar.charges


def _is_named(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether what somebody was called follows whom: `called Lee a liar`, not `a move called the Dip`."""
    end = at + 1
    if tokens[at].tag == "N":
        while end < len(tokens) and tokens[end].tag == "N":
            end += 1
    elif tokens[at].tag != "P":
        end = noun_phrase_end(tokens, at, language)
        if tokens[end - 1].lower in language.grammar.directions:
            return False
        if tokens[at].tag in "Q#" or end - at > 2 or (tokens[at].tag == "w" and end - at == 1):
            return True
    if end >= len(tokens) or tokens[end].lower in language.grammar.directions:
        return False
    return tokens[end].tag in "DwQNRS" or tokens[end].lower in language.grammar.charges


def _holds_clause(sentence: Sentence, at: int, verb: Verb) -> bool:
    """Whether a finite verb follows before the words end; of a verb that asks for no clause, before a cue."""
    tokens, language = sentence.tokens, sentence.language
    end = min(clause_end(sentence, at) if verb.addressee else len(tokens), at + VERB_REACH)
    if not has_finite_verb(tokens, at, end, language):
        return not (verb.object or verb.addressee) and may_be_clause(tokens, at, end, language)
    first = next((word for word in range(at, end) if is_finite(tokens, word, language)), at)
    return not (verb.object and first > at and tokens[first - 1].tag == "C")


def _after_adverbial(sentence: Sentence, at: int, *, closed: bool) -> int | None:
    """Where a clause starts that an adverbial with a comma opens: `said if it rained, boats would stay`.

    A clause before the main one is part of what was said; a word between commas is not, nor is the time
    or place that a comma at `at` has `closed`. A comma right after the verb closes a parenthesis.
    """
    tokens, language = sentence.tokens, sentence.language
    start = at + (tokens[at].tag == ",")
    if start + 2 >= len(tokens):
        return None
    if (
        tokens[start].tag == "S"
        and tokens[start].lower in language.grammar.fronting
        and (closed or start == at)
    ):
        within = range(start + 2, min(len(tokens) - 1, start + LONGEST_CLAUSE))
        comma = next((ahead for ahead in within if tokens[ahead].tag in ",;:Q"), start)
        held = tokens[comma].tag == "," and has_finite_verb(tokens, start, comma, language)
        return start if held and is_subject(tokens, comma + 1, language) else None
    if start == at:
        return None
    interjected = tokens[start].tag == "R" and tokens[start + 1].tag == ","
    start += 2 * interjected
    return start if (closed or interjected) and is_subject(tokens, start, language) else None


def _stands_for_it(tokens: list[Token], at: int, verb: Verb, language: Language) -> bool:
    """Whether "that" at `at` is what was spoken of: `dismissed that as “spin”`, `called that “a lie”`, or,
    of a verb that takes a clause as well, `denied that.`, `disputed that on Monday, saying …`."""
    following = tokens[min(skip_time(tokens, at + 1, language), len(tokens) - 1)]
    if verb.clause:
        return following.tag in ".,;" and not is_subject(tokens, at + 2, language)
    return following.tag == "Q" or following.lower in language.grammar.charges


def points_back(tokens: list[Token], at: int, verb: Verb, language: Language) -> bool:
    """Whether `this` at `at` is all that was said: `said this when asked`, `told this to reporters`."""
    if at + 1 >= len(tokens) or tokens[at].lower not in language.grammar.pointers:
        return False
    return bool(verb.clause) and tokens[at + 1].tag in "SI"


def _voiced(tokens: list[Token], at: int, language: Language) -> tuple[int, int] | None:
    """Where a noun for what somebody thinks ends, and the clause that tells it begins: `expressed deep concern
    on Monday that …`."""
    end = noun_phrase_end(tokens, at, language)
    if end == at or tokens[end - 1].lower not in language.views:
        return None
    that = skip_time(tokens, end, language)
    held = that + 1 < len(tokens) and tokens[that].lower in language.grammar.that
    return (end, that + 1) if held else None


def _opened(
    sentence: Sentence, at: int, verb: Verb, complete: bool, cue_end: int, hearer: tuple[int, int] | None
) -> Complement | None:
    """The complement whose first token, or whose "that" or preposition, is at `at`."""
    tokens, language, grammar = sentence.tokens, sentence.language, sentence.language.grammar
    while at < len(tokens) - 1 and tokens[at].tag in ",:" and tokens[at + 1].tag == "Q":
        at += 1
    if at == len(tokens) - 1 and tokens[at].tag in "PNw" and verb.object and not verb.joins:
        return Complement(at, "object", cue_end, hearer)
    if at >= len(tokens) - 1 and not (at < len(tokens) and tokens[at].tag == "Q"):
        return None
    token = tokens[at]
    if tokens[at + 1 : at + 2] and tokens[at + 1].lower in grammar.listing and token.tag == "D":
        at, token = at + 2, tokens[min(at + 2, len(tokens) - 1)]
    if token.tag == ":" and at < len(tokens) - 1:
        return Complement(at + 1, "clause", cue_end, hearer) if verb.quote else None
    if points_back(tokens, at, verb, language):
        return None
    if token.tag == "," and at + 2 < len(tokens) and tokens[at + 1].lower in grammar.that:
        at, token = at + 1, tokens[at + 1]
    if verb.clause == "bare" and verb.quote and complete:
        start = _after_adverbial(sentence, at, closed=at > cue_end and hearer is None)
        if start is not None:
            return Complement(start, "clause", cue_end, hearer)
    if token.tag == "Q":
        return Complement(at, "quote", cue_end, hearer) if verb.quote or verb.clause or verb.object else None
    if token.lower in grammar.that and verb.object and _stands_for_it(tokens, at, verb, language):
        return Complement(at, "object", cue_end, hearer)
    if token.lower in grammar.that and verb.clause and complete:
        return Complement(at + opens_clause(tokens, at, language), "clause", cue_end, hearer)
    if token.lower in grammar.questions and complete and (verb.clause or _is_manner(token, verb, language)):
        return Complement(at, "clause", cue_end, hearer)
    to = at + (token.lower in grammar.negations)
    if tokens[to].lower in grammar.infinitive and _takes_infinitive(tokens, to, verb, language):
        return Complement(at, "infinitive", cue_end, hearer)
    if token.lower in verb.prepositions and tokens[at + 1].tag in "PDNwQ#SR":
        start = at if token.lower in verb.kept else at + 1
        return Complement(start, "topic", max(cue_end, start), hearer)
    return _unmarked(sentence, at, verb, complete, cue_end, hearer)


def _is_manner(token: Token, verb: Verb, language: Language) -> bool:
    """Whether a verb that takes an object tells or judges how something was: `described how it fell`."""
    return verb.object and token.lower in language.grammar.manner


def _ends_in_participle(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the preposition at `at` opens no clause but a phrase: `in a report released today`."""
    end = noun_phrase_end(tokens, at + 1, language)
    end -= tokens[end - 1].lower.endswith(language.grammar.past)
    released = at + 2 < end < len(tokens) and tokens[end].lower.endswith(language.grammar.past)
    return released and not any(is_finite(tokens, word, language) for word in range(end + 1, len(tokens)))


def _unmarked(
    sentence: Sentence, at: int, verb: Verb, complete: bool, cue_end: int, hearer: tuple[int, int] | None
) -> Complement | None:
    """A clause or a thing that no word opens: `said the pier was safe`, `denied the report`."""
    tokens, language, grammar = sentence.tokens, sentence.language, sentence.language.grammar
    token = tokens[at]
    if sentence.headline and complete and verb is language.verbs[language.saying].verb:
        to = token.lower in grammar.infinitive and at + 2 < len(tokens)
        if to or (token.tag == "w" and not _holds_clause(sentence, at, verb)):
            return Complement(at, "clause", cue_end, hearer)  # "Norland says ready to talk"
    if token.tag not in "PDNwQ#RAST" and not (token.tag == "I" and verb.clause == "bare"):
        return None
    if token.lower in grammar.infinitive or (token.tag == "I" and _ends_in_participle(tokens, at, language)):
        return None
    if token.tag == "S" and token.lower not in grammar.adverbial | grammar.that:
        return None
    bare = verb.clause == "bare" and complete and _holds_clause(sentence, at, verb)
    if bare and verb.object and token.tag in "DNw#":
        end = noun_phrase_end(tokens, at, language)
        bare = end < len(tokens) and (tokens[end].tag in "ARVPNDQ,SC" or is_finite(tokens, end, language))
    if verb.clause == "plain" and complete and token.tag in "PDNw#":
        bare = is_subject(tokens, at, language)
    if bare and token.tag != "S":
        return Complement(at, "clause", cue_end, hearer)
    if verb.object and (voiced := _voiced(tokens, at, language)):
        noun_end, start = voiced
        return Complement(start, "clause", noun_end, hearer)
    if verb.object and token.tag in "PDNwQ#" and token.lower not in grammar.directions:
        fits = _is_joined(tokens, at, verb) and (not verb.names or _is_named(tokens, at, language))
        return Complement(at, "object", cue_end, hearer) if fits else None
    return None
