"""Sentences as tokens, and the noun phrases in them; which words are verbs, as far as tables tell."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from site_builder.annotate.language import Language
from site_builder.annotate.tokens import Token

LONGEST_ASIDE = 10
LONGEST_PHRASE = 24
CONJUNCT_REACH = 8
QUOTE_MARKS = "\"'“”‘’«»„`"
SPEECH_STOPS = frozenset(",.?!…—–―-")
OPENERS = frozenset("DNPw#")


class Sentence(NamedTuple):
    """One sentence of `text`, as tokens; in a `headline` small words may be left out."""

    text: str
    tokens: list[Token]
    language: Language
    headline: bool = False

    @property
    def end(self) -> int:
        return self.tokens[-1].end


class Phrase(NamedTuple):
    """Token ranges: the phrase that names the speaker, and an apposition ("a lawyer", "who was there").

    `relative`: the verb belongs to a relative clause of the phrase ("Cole, who said").
    """

    start: int
    end: int
    apposition: tuple[int, int] | None = None
    relative: bool = False


def ends_speech(quote: Token) -> bool:
    """Whether the passage ends as speech does before "he said": with a comma or a full stop inside."""
    return quote.text.rstrip(QUOTE_MARKS)[-1:] in SPEECH_STOPS


@lru_cache(maxsize=1 << 14)
def is_person_or_body(lower: str, language: Language) -> bool:
    return lower in language.body_nouns or language.person_noun(lower) is not None


def has_plural_ending(lower: str, language: Language) -> bool:
    """Whether a word in small letters ends as a plural, or a verb of the third person, does."""
    return lower.endswith(language.grammar.plural) and not lower.endswith(language.grammar.no_plural)


def is_several(lower: str, language: Language) -> bool:
    """Whether a noun in small letters is for several, as far as its ending tells: `groups`, `police`."""
    return has_plural_ending(lower, language) or lower in language.plurals


def are_people(token: Token, language: Language) -> bool:
    """Whether a noun is for several people or bodies, who may say something: `activists`, `rights groups`."""
    return token.tag == "w" and is_several(token.lower, language) and is_person_or_body(token.lower, language)


def is_year(token: Token) -> bool:
    return token.tag == "#" and len(token.text) == 4


def is_finite(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the word is, as far as a table and its neighbour tell, a finite verb."""
    token = tokens[at]
    if (
        token.tag == "V"
        and at
        and (tokens[at - 1].tag == "D" or tokens[at - 1].lower in language.grammar.comparing)
    ):
        return False
    if token.tag in "AV" or (token.tag == "P" and not token.text.isalpha()):
        return True
    if token.tag != "w":
        return False
    before = tokens[at - 1].tag if at else ""
    if before == "P" and tokens[at - 1].text.isalpha():
        return True
    form = language.verbs.get(token.lower)
    if form is not None and form.form != "ing" and not form.noun:
        return before != "D"
    ends, invariant = token.lower.endswith(language.grammar.past), language.grammar.invariant
    if not ends and token.lower not in invariant:
        return False
    after = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if not ends:
        return before in ("N", "w") and after in ("D", "P")
    if after == "I" and at and is_person_or_body(tokens[at - 1].lower, language):
        return False
    return before in ("N", "P", "A", "R", "T") or (before == "w" and after in ("D", "P"))


def has_finite_verb(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    """Whether a word among the tokens may be a finite verb; a quotation counts as one."""
    for at in range(start, end):
        tag = tokens[at].tag
        if tag == "Q" or (tag in "AVPw" and is_finite(tokens, at, language)):
            return True
        modifies = at > 0 and tokens[at - 1].lower in language.grammar.articles
        if tag == "w" and not modifies and tokens[at].lower.endswith(language.grammar.past):
            return True
    return False


def opens_clause(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether "that" at `at` opens a clause, and is not its subject: `said that meant more boats`."""
    following = at + 1
    return not (
        following + 1 < len(tokens)
        and (tokens[following].tag == "V" or tokens[following].lower in language.grammar.be)
        and tokens[following].text[0].islower()
    )


def is_told(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether `to say` or the like stands at `at`."""
    if at + 1 >= len(tokens) or tokens[at].lower not in language.grammar.infinitive:
        return False
    form = language.verbs.get(tokens[at + 1].lower)
    return form is not None and form.form == "base"


def follows_be(sentence: Sentence, at: int) -> bool:
    """Whether a form of "be" stands before the verb, adverbs aside."""
    tokens = sentence.tokens
    before = at - 1
    negations = sentence.language.grammar.negations
    while before >= 0 and (tokens[before].tag == "R" or tokens[before].lower in negations):
        if tokens[before].lower in sentence.language.grammar.be:
            return True
        before -= 1
    return before >= 0 and tokens[before].lower in sentence.language.grammar.be


def conjoins(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether the "and" at `at` joins two names or two nouns for people, not two clauses."""
    if at == 0:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if before.tag == "N" and after.tag == "N":
        return True
    if _are_both_lettered(tokens, at):
        return True
    if before.tag == "N" and after.tag == "D" and at + 2 < len(tokens):
        last = at + 2
        while (
            last + 1 < min(len(tokens), at + CONJUNCT_REACH) and tokens[last].tag == tokens[last + 1].tag == "N"
        ):
            last += 1
        return is_person_or_body(tokens[last].lower, language)
    if before.tag == "N" and after.tag == "w":
        return after.lower in language.singulars or is_person_or_body(before.lower, language)
    return is_person_or_body(before.lower, language) and after.tag in "NwD"


def _are_both_lettered(tokens: list[Token], at: int) -> bool:
    """Whether two names of letters, each with its article, open a clause: `The UK and the US said`."""
    if at < 2 or at + 2 >= len(tokens) or (at > 2 and tokens[at - 3].tag not in ",SQ"):
        return False
    articles = tokens[at - 2].tag == tokens[at + 1].tag == "D"
    return articles and all(
        word.tag == "N" and word.text.isupper() for word in (tokens[at - 1], tokens[at + 2])
    )


def noun_phrase_end(tokens: list[Token], start: int, language: Language) -> int:
    """The token after the noun phrase that starts at `start`; equals `start` if there is none."""
    if start >= len(tokens) or (tokens[start].tag not in OPENERS and tokens[start].tag != "Q"):
        return start
    if tokens[start].tag == "P":
        return start + 1
    at = start
    ceiling = min(len(tokens), start + LONGEST_PHRASE)
    while at < ceiling:
        token = tokens[at]
        if token.tag == "I":
            if token.lower not in language.grammar.inside_phrases or at == start:
                break
        elif token.tag == "C":
            if (
                at + 1 >= len(tokens)
                or token.lower not in language.grammar.conjunction
                or not conjoins(tokens, at, language)
            ):
                break
        elif (
            (token.tag == "D" and at > start and tokens[at - 1].tag not in "IDC")
            or (token.tag not in "NwD#%&’'" and not (token.tag == "V" and _is_noun(tokens, at, language)))
            or (at > start and is_finite(tokens, at, language))
        ):
            break
        at += 1
    while at > start and tokens[at - 1].tag in "ICD" and at - start > 1:
        at -= 1
    return at


def _is_noun(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a form that is a verb elsewhere stands behind an article before a noun: `a think tank`."""
    articled = at > 0 and tokens[at - 1].lower in language.grammar.articles
    return articled and at + 1 < len(tokens) and tokens[at + 1].tag == "w"


def is_subject(tokens: list[Token], at: int, language: Language) -> bool:
    """Whether a noun phrase and its finite verb stand at `at`; "there" counts as one."""
    if at >= len(tokens):
        return False
    end = max(noun_phrase_end(tokens, at, language), at + (tokens[at].tag == "R"))
    if end < len(tokens) and tokens[end].tag == "(":
        reach = range(end, min(len(tokens), end + LONGEST_ASIDE))
        end = next((close + 1 for close in reach if tokens[close].tag == ")"), end)
    while end < len(tokens) and tokens[end].tag == "R":
        end += 1
    return at < end < len(tokens) and is_finite(tokens, end, language)
