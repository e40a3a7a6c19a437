"""Who is brought in in the sentence before "he" or "she", while whoever spoke is not told of there."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from site_builder.annotate.figure import Figure
from site_builder.annotate.language import Gender, Language
from site_builder.annotate.mentions import Mentions, Use
from site_builder.annotate.nouns import Noun, is_plural, noun_of
from site_builder.annotate.phrases import is_person_or_body
from site_builder.annotate.salience import Ranked
from site_builder.annotate.sentences import MAY_END, sentence_before
from site_builder.annotate.tokens import POSSESSIVES, Token
from site_builder.model import Span


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """`told`: all of whom the sentence tells; `figures`: those of them a pronoun may go back to; `foremost`:
    who opens the sentence, or is named for the first time at its end and in the same paragraph."""

    told: tuple[Figure, ...] = ()
    figures: tuple[Figure, ...] = ()
    foremost: tuple[Figure, ...] = ()
    office: Noun | None = None
    """Its subject, where that is an office without a name: `The mayor arrived.`"""

    def overtakes(self, ranked: Ranked) -> bool:
        """Whether it tells of a candidate, and not of the first one."""
        return ranked[0][1] not in self.told and any(figure in self.figures for _, figure in ranked)

    def instead(self, ranked: Ranked) -> Figure | None:
        """The one candidate of whom it tells, if foremost."""
        others = [figure for _, figure in ranked if figure in self.figures]
        return others[0] if len(others) == 1 and others[0] in self.foremost else None


NOBODY = BroughtIn()
MARKS = 3
"""Characters between words said and the next sentence: marks and a blank."""


def brought_in(text: str, at: int, gender: Gender | None, mentions: Mentions, language: Language) -> BroughtIn:
    """Who is named in the sentence before the one of `at`.

    Nobody, where somebody is named before `at` in its own sentence, or speaks in the one before, or where
    a pronoun there, or an office at its head, may stand for who spoke before: `The governor met Ann Lee.`
    """
    if any(words.end >= at - MARKS for words in mentions.words[-1:]):
        return NOBODY
    tokens, phrase = sentence_before(text, at, language)
    if tokens and tokens[-1].text[-1] not in MAY_END:
        if _uses(mentions, Span(tokens[0].start, at)):
            return NOBODY
        tokens, phrase = sentence_before(text, tokens[0].start, language)
    if not tokens:
        return NOBODY
    span = Span(tokens[0].start, tokens[-1].end)
    uses = _uses(mentions, span)
    closed = any(token.tag == "," for token in tokens[len(phrase) :][:1])
    while len(phrase) > 2 and not closed and phrase[-1].tag == "w" and not _is_noun(phrase[-1], language):
        phrase.pop()  # "the mayor walks", a verb of no table
    head = _head(tokens, phrase, uses)
    pronouns = [language.pronouns.get(token.lower) for token in tokens if token.start >= head]
    if gender is not None and gender in pronouns:
        return NOBODY
    noun = noun_of(phrase, language)
    office = noun is not None and noun.definite and language.person_noun(noun.head) is not None
    office = office and noun is not None and not is_plural(noun, language)
    named = any(use.start < head for use in uses)
    if _anybody_spoke(mentions, span):
        return NOBODY
    if office and not named:
        return BroughtIn(office=noun)
    owned = [use for use in uses if text[use.start : use.end].endswith(POSSESSIVES)]
    free = [use for use in uses if use not in owned and not mentions.is_within_words(use.start)]
    foremost = [use.figure for use in free if use.start < head]
    closes = bool(free) and free[-1].end >= span.end - 1 and "\n" not in text[span.end : at]
    if closes and _is_first(free[-1], mentions) and not _is_aside(tokens, free[-1].start, language):
        foremost.append(free[-1].figure)
    return BroughtIn(
        told=tuple(use.figure for use in uses),
        figures=tuple(dict.fromkeys(use.figure for use in free)),
        foremost=tuple(foremost),
    )


def _is_aside(tokens: list[Token], start: int, language: Language) -> bool:
    """Whether a name hangs on a preposition, and is no agent: `named after Ann Lee`, not `shot by Lee`."""
    before = [token for token in tokens if token.end <= start and token.tag != "D"][-1:]
    return any(token.tag == "I" and token.lower not in language.grammar.agent for token in before)


def _head(tokens: list[Token], phrase: list[Token], uses: list[Use]) -> int:
    """Where the opening phrase ends, with a name in apposition to it: `Her sister, Ann Lee, was glad.`"""
    end = phrase[-1].end if phrase else tokens[0].start
    if len(tokens) > len(phrase) + 1 and phrase and tokens[len(phrase)].tag == ",":
        start = tokens[len(phrase) + 1].start
        end = next((use.end for use in uses if use.start == start), end)
    return end if any(use.start < end for use in uses) else tokens[0].start


def _uses(mentions: Mentions, span: Span) -> list[Use]:
    return mentions.uses[bisect_left(mentions.starts, span.start) : bisect_left(mentions.starts, span.end)]


def _is_noun(token: Token, language: Language) -> bool:
    return is_person_or_body(token.lower, language)


def _anybody_spoke(mentions: Mentions, span: Span) -> bool:
    spoken = any(use.start >= span.start for use in mentions.spoken[-1:])
    return spoken or any(words.end > span.start for words in mentions.words[-1:])


def _is_first(use: Use, mentions: Mentions) -> bool:
    return next(other for other in mentions.uses if other.figure is use.figure).start == use.start
