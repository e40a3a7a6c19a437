"""Whom a pronoun or a noun for an office or a body stands for: each candidate with a score.

A score adds up from what is known of the figure and its latest mention; the best must lead the next by
MARGIN, or the speaker stays open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from site_builder.annotate.cast import Cast
from site_builder.annotate.figure import Figure, disagree, is_acronym, name_key
from site_builder.annotate.language import Gender, Language
from site_builder.annotate.mentions import CLOSE, LATELY, Mentions, Use
from site_builder.annotate.names import without_possessive
from site_builder.annotate.nouns import Noun
from site_builder.annotate.offices import Offices, akin, is_age
from site_builder.annotate.tokens import POSSESSIVES
from site_builder.annotate.unanswering import Unanswering
from site_builder.model import Span

REACH = 1500
"""Characters before a pronoun within which its figure is looked for."""
NEAR = 100
"""Names on either side among which the figure of a noun ("the spokesman") is looked for."""
MARGIN = 0.5
SPOKE = 2.0
SUBJECT = 3.0
SAME_GENDER = 1.0
WITHIN_WORDS = -1.5
"""For a figure named in what somebody said."""
DISTANCE = 75.0
"""A figure loses one point for so many characters between it and the pronoun."""
FITS = 6.0
"""For a figure of which the article, or the archive, says what the noun says."""
GENERAL = 3.5
"""For a body of which it says so in a more general word: "the group", of an association."""
ACTED = 1.0
ONLY_ASKED = -3.5
"""For a figure of whom the article tells there but that it was asked, or did not answer."""
FAR = 3.0
"""The most a figure loses by its distance from a noun; half of it at HALFWAY characters."""
HALFWAY = 300.0

Ranked = list[tuple[float, Figure]]


def leader(ranked: Ranked) -> Figure | None:
    """The best candidate, if it leads by the margin."""
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][1]


def _best(scored: Iterable[tuple[float, Figure]]) -> Ranked:
    """Each figure once, with its best score, the highest first."""
    best: dict[int, tuple[float, Figure]] = {}
    for score, figure in scored:
        if id(figure) not in best or best[id(figure)][0] < score:
            best[id(figure)] = (score, figure)
    return sorted(best.values(), key=lambda found: (-found[0], found[1].name))


class Salience:
    """Ranks the figures of an article for a place in it."""

    def __init__(self, mentions: Mentions, cast: Cast, unanswering: Unanswering) -> None:
        self.mentions = mentions
        self.unanswering = unanswering
        self.cast = cast
        self.language = cast.language
        self.offices = Offices(cast)
        self.office_letters = {letters for figure in cast.figures for letters in figure.letters}

    def for_pronoun(self, gender: Gender, at: int, spans: tuple[Span, ...]) -> Ranked:
        """The figures that "he" or "she" at `at` may stand for; `spans`: the words said there."""
        spoke = {id(use.figure) for use in self.mentions.spoken[-LATELY:]}
        uses = [
            use
            for use in self.mentions.before(at, REACH)
            if _may_be(use, gender, spoke) and not any(span.start <= use.start < span.end for span in spans)
        ]
        acted = max((use.start for use in uses if self._brings_in(use, gender)), default=0)
        return _best(
            (self._pronoun_score(use, gender, at, acted, spoke), use.figure)
            for use in uses
            if (use.figure.named or use.start > acted) and not self._is_purpose(use.figure)
        )

    def _is_purpose(self, figure: Figure) -> bool:
        """Whether a name tells what a body is for: `Human Rights Norda`."""
        return figure.kind == "name" and _may_be_body(figure, self.language) and " " in figure.name

    def _brings_in(self, use: Use, gender: Gender) -> bool:
        """Whether somebody acts by name, whom "he" then means rather than who had no name before; a given name
        may go with either pronoun."""
        either = use.figure.gender is None and use.figure.kind == "person"
        acts = use.figure.named and use.subject and (either or use.figure.gender == gender)
        return acts and not self.mentions.is_within_words(use.start)

    def _pronoun_score(self, use: Use, gender: Gender, at: int, acted: int, spoke: set[int]) -> float:
        """`acted`: where somebody was last named as acting; `spoke`: who spoke, which counts from there on."""
        end = self.mentions.words_end(use, at)
        score = (end - at) / DISTANCE + SUBJECT * use.subject
        if use.start >= acted and id(use.figure) in spoke:
            score += SPOKE
        elif use.start == acted:
            score += ACTED
        score += SAME_GENDER * (use.figure.gender == gender)
        return score + WITHIN_WORDS * self.mentions.is_within_words(use.start)

    def for_noun(self, noun: Noun, at: int) -> Ranked:
        """The figures that the noun may stand for; those named only after it, if none was before."""
        here = bisect_left(self.mentions.starts, at)
        named = self.mentions.uses[max(0, here - NEAR) : here]
        before = [*named, *[use for use in self.mentions.spoken[-NEAR:] if use.start < at]]
        actor = self._actor(before, noun)
        fitting = {figure: self.fits(figure, noun) for figure in dict.fromkeys([use.figure for use in before])}
        ranked = _best(
            (self._noun_score(use, noun, at, actor, fits=fitting[use.figure]), use.figure)
            for use in before
            if fitting[use.figure] or (at - use.end < CLOSE and self._may_be_new(use, noun))
        )
        if ranked:
            return ranked
        after = self.mentions.uses[here : here + NEAR]
        first = next((use.figure for use in after if self.fits(use.figure, noun)), None)
        return [(FITS - FAR, first)] if first is not None else []

    def _actor(self, before: Iterable[Use], noun: Noun) -> Figure | None:
        """Who spoke or acted last among those of the noun's kind, what others said of them left aside."""
        acted = (
            use.figure
            for use in sorted([use for use in before if use.subject], key=lambda use: -use.start)
            if self._is_of_kind(use, noun)
            and not self.mentions.is_within_words(use.start)
            and not self.unanswering.at(use.end)
        )
        return next(acted, None)

    def _is_of_kind(self, use: Use, noun: Noun) -> bool:
        return _may_be_body(use.figure, self.language) if noun.body else self._is_person(use.figure)

    def _is_person(self, figure: Figure) -> bool:
        spoke = figure.kind == "name" and any(use.figure is figure for use in self.mentions.spoken[-LATELY:])
        return figure.kind == "person" or (spoke and " " in figure.name)

    def _noun_score(self, use: Use, noun: Noun, at: int, actor: Figure | None, *, fits: bool) -> float:
        score = 0.0
        if fits:
            score = FITS if use.figure.kind == "person" or noun.head in self._heads_of(use.figure) else GENERAL
        asked = use.subject and self.unanswering.at(use.end)
        score += SPOKE * (use.figure is actor) + (ONLY_ASKED if asked else ACTED * use.subject)
        distance = at - use.end
        return score - FAR * distance / (distance + HALFWAY)

    def _may_be_new(self, use: Use, noun: Noun) -> bool:
        """Whether the noun may tell something new of a figure named shortly before, who was not but asked."""
        return self._may_stand(use, noun) and not self.unanswering.at(use.end)

    def _may_stand(self, use: Use, noun: Noun) -> bool:
        """Whether the noun may tell something new of a figure: `the lawmaker`."""
        figure, language = use.figure, self.language
        if not noun.definite or not figure.named or any(token.tag == "N" for token in noun.modifiers):
            return False
        if (noun.owned and not noun.body) or _is_relation(noun, language):
            return False
        if self.mentions.is_within_words(use.start):
            return False
        if noun.body:
            letters = is_acronym(figure.name) and noun.head in language.lettered
            return (
                (letters or noun.head in language.company_nouns)
                and use.subject
                and _may_be_body(figure, language)
            )
        if not self._may_be(figure, noun) or self.offices.is_of_no_rank(figure, noun):
            return False
        former = any(token.lower in language.grammar.former for token in noun.modifiers)
        ages = self._ages(noun)
        person = language.person_noun(noun.head)
        if any(token.lower in language.seniors for token in noun.modifiers):
            return former or bool(ages)  # "the chief engineer" is somebody of that office
        return bool(ages) or (person is not None and (former or person not in language.offices))

    def fits(self, figure: Figure, noun: Noun) -> bool:
        """Whether the noun says what the figure is, the words before it agreeing.

        Of a person, only capitalised words need agree, and no other body or field may be told of the office:
        the health minister is not who is called "the defence minister".
        """
        if not (figure.kind != "person" if noun.body else self._is_person(figure)):
            return False
        known = self._heads_of(figure) if noun.body else figure.described | figure.letters
        if known.isdisjoint(_heads_meant(noun.head, self.language)):
            return False
        if not noun.body and self.offices.is_another(figure, noun):
            return False
        wanted = [token.lower for token in noun.modifiers if token.tag == "N" or noun.body]
        about = figure.described.union(name_key(figure.name))
        return all(any(akin(word, other) for other in about) for word in wanted)

    def _heads_of(self, figure: Figure) -> set[str]:
        """The words that say what a body is: `ministry` of "Ministry of Health", else the last one; and what
        the article says of it."""
        return figure.described | _heads(figure.name, self.language)

    def _may_be(self, figure: Figure, noun: Noun) -> bool:
        """Whether a figure is a person, and of no other gender or age than the noun tells."""
        ages, known = self._ages(noun), {word for word in figure.described if is_age(word, self.language)}
        if (ages and known and ages != known) or disagree(figure, self.cast.gender_of(noun.head)):
            return False
        return self._is_person(figure)

    def _ages(self, noun: Noun) -> set[str]:
        return {
            word
            for word in (noun.head, *(token.lower for token in noun.modifiers))
            if is_age(word, self.language)
        }

    def lone_speaker(self, noun: Noun) -> Figure | None:
        """The one person who has spoken, of whom no office is told: whom "the party spokesman" stands for."""
        language = self.language
        if noun.body or not noun.definite or any(token.tag == "N" for token in noun.modifiers):
            return None
        if _is_relation(noun, language):
            return None
        speakers = {use.figure.name: use.figure for use in self.mentions.spoken if use.figure.kind != "body"}
        if len(speakers) != 1 or language.person_noun(noun.head) is None:
            return None
        (figure,) = speakers.values()
        told = any(language.person_noun(word) is not None for word in figure.described)
        return figure if figure.named and not told and self._may_be(figure, noun) else None

    def known_holder(self, noun: Noun) -> Figure | None:
        """The one person of the archive's list to whom the noun fits."""
        known = (figure for figure in self.cast.figures if figure.known and figure.kind == "person")
        holders = [figure for figure in known if self.fits(figure, noun)]
        return holders[0] if len(holders) == 1 else None

    def body_before(self, at: int, *, single: bool) -> Figure | None:
        """The body that spoke last, not long before: whom "it" and "they" stand for; of a `single` one also
        the one that acted since."""
        last = self.mentions.spoken[-1] if self.mentions.spoken else None
        here = bisect_left(self.mentions.starts, at)
        for use in reversed(self.mentions.uses[max(0, here - LATELY) : here] if single else []):
            if at - use.end > CLOSE or (last is not None and use.start <= last.start):
                break
            words = {*name_key(use.figure.name), *use.figure.described}
            speaks = not self.language.body_nouns.isdisjoint(words)
            if (
                use.subject
                and speaks
                and _may_be_body(use.figure, self.language)
                and not self.mentions.is_within_words(use.start)
            ):
                asked = self.unanswering.at(use.end) and last is not None and last.figure is not use.figure
                return None if asked else use.figure
        if last is None or at - last.end > REACH:
            return None
        impersonal = not self.language.impersonal.isdisjoint(last.figure.described)
        return last.figure if impersonal or _may_be_body(last.figure, self.language) else None


@lru_cache(maxsize=1 << 10)
def _heads(name: str, language: Language) -> frozenset[str]:
    """The words of a body's name that say what it is."""
    words, links = name_key(name), language.grammar.body_links
    return frozenset(word for word, after in pairwise(words) if after in links) or frozenset(words[-1:])


@lru_cache(maxsize=1 << 10)
def _heads_meant(head: str, language: Language) -> frozenset[str]:
    """The noun at the head of a phrase, and those that it is a more general word for."""
    return language.generic_nouns.get(language.person_noun(head) or head, frozenset()) | {head}


def _may_be_body(figure: Figure, language: Language) -> bool:
    """Whether it is a body, or nothing but its name is known, and that is no person's: `Human Rights Norda`."""
    if figure.kind == "body" or figure.kind == "person" or figure.gender:
        return figure.kind == "body"
    words = name_key(figure.name)
    return len(words) == 1 or not language.body_purposes.isdisjoint(words[:-1])


def _may_be(use: Use, gender: Gender, spoke: set[int]) -> bool:
    figure = use.figure
    if figure.gender is not None:
        return figure.gender == gender
    acts = id(figure) in spoke or (use.subject and not any(map(is_acronym, figure.name.split())))
    return figure.kind == "person" or (figure.kind == "name" and " " in figure.name and acts)


def _is_relation(noun: Noun, language: Language) -> bool:
    """Whether a noun tells whose somebody else is: "the boy’s father", not "the group’s head"."""
    owners = (without_possessive(word.lower) for word in noun.modifiers if word.lower.endswith(POSSESSIVES))
    return any(language.person_noun(owner) is not None for owner in owners)
