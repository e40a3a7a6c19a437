"""Whom the words that name a speaker stand for.

In order: a name; a noun for an office or a body ("the spokesman", "the center"), which answers to the
latest figure it fits; a pronoun, which answers to the most salient figure before it, and tells its gender
from then on. Where two figures come too close the speaker stays open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from site_builder.annotate.cast import Cast, Figure, lowered
from site_builder.annotate.language import Gender, Language
from site_builder.annotate.names import Name, find_names, is_title, without_possessive, without_post_nominals
from site_builder.annotate.phrases import is_person_or_body
from site_builder.annotate.reports import Report
from site_builder.annotate.tokens import Token, tokenise
from site_builder.model import Span

FULL_OFFICE = 2
"""Capitalised words before its noun from which an office is written out: "Harbour Ministry spokesman"."""
REACH = 1500
"""Characters before a pronoun within which its figure is looked for."""
CLOSE = 400
"""Characters before "the senator" within which only one person may be named for it to be that one."""
NEAR = 100
"""Names on either side among which the figure of a noun ("the spokesman") is looked for."""
MARGIN = 0.5
SPOKE = 2.0
SUBJECT = 3.0
SAME_GENDER = 1.0
DISTANCE = 75.0
"""A figure loses one point for so many characters between it and the pronoun."""


class Use(NamedTuple):
    """One place where a figure is named."""

    start: int
    end: int
    figure: Figure
    subject: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """`role`: the office written beside the name, as written; `how` the figure was found, in words."""

    figure: Figure | None = None
    role: str | None = None
    how: str = ""
    candidates: tuple[tuple[str, float], ...] = ()

    @property
    def canonical(self) -> str | None:
        return self.figure.name if self.figure else None


class Speakers:
    """Resolves the sources of an article's reports, asked for in the order of the text."""

    def __init__(self, text: str, names: Sequence[Name], cast: Cast, language: Language) -> None:
        self.text = text
        self.cast = cast
        self.language = language
        self.uses: list[Use] = []
        self.spoken: list[Use] = []
        self.resolved: dict[Span, Resolved] = {}
        for name in names:
            figure = cast.find(name.words, name.titles)
            if figure is not None:
                self.uses.append(Use(name.start, name.end, figure, name.subject))
        self.starts = [use.start for use in self.uses]

    def resolve(self, report: Report) -> Resolved:
        """Who the source of a report is; the same source is the same speaker."""
        source = report.source
        if source is None:
            return Resolved()
        found = self.resolved.get(source)
        if found is None:
            found = self._resolve(source, report)
            self.resolved[source] = found
            if found.figure is not None:
                self.spoken.append(Use(*source, found.figure, True))
        return found

    def _resolve(self, source: Span, report: Report) -> Resolved:
        tokens = tokenise(self.text, source, (), self.language)
        pronoun = tokens[0].lower.replace("'", "’").partition("’")[0] if len(tokens) == 1 else ""
        if pronoun in self.language.pronouns:
            return self._by_pronoun(pronoun, source.start, report.spans)
        figure, role = self._by_name(tokens)
        how = "by name"
        beside = tokenise(self.text, report.apposition, (), self.language) if report.apposition else []
        if figure is None:
            named, _ = self._by_name(beside)
            figure, how = (named, "the name beside it") if named and named.kind != "body" else (None, "")
            if figure is None:
                figure = self._by_noun(tokens, source.start)
                how = "a noun for an office or a body" if figure else "no name, and a noun for nobody known"
            role = self._role(tokens)
        elif role is None:
            role = self._role(beside)
        return Resolved(figure=figure, role=None if figure and figure.kind == "body" else role, how=how)

    def _by_name(self, tokens: list[Token]) -> tuple[Figure | None, str | None]:
        """The figure named at the head of a phrase, and the office written before the name."""
        start = 1 if tokens and tokens[0].tag == "D" else 0
        words = tuple(without_possessive(token.text) for token in tokens[start:] if token.text[0].isalnum())
        known = self.cast.find_known(words) if words else None
        if known is not None and (known.known or not is_title(words[-1].lower(), self.language)):
            return known, None
        head = without_post_nominals(self._head(tokens[start:]), self.language)
        if not head or head[-1].tag != "N" or is_title(head[-1].lower, self.language):
            return None, None
        name = list(find_names(head, self.language))[-1]
        if len(name.words) == 1 and name.words[0].lower() in self.language.body_nouns and len(head) > 1:
            return self.cast.named(self.text[head[0].start : head[-1].end]), None
        figure = self.cast.find(name.words, name.titles)
        if figure is None and (len(name.words) > 1 or self._is_proper(name.words[0])):
            figure = self.cast.named(" ".join(name.words))
        return figure, self._office(head, name.bare)

    def _head(self, tokens: list[Token]) -> list[Token]:
        """The phrase up to the first preposition or relative pronoun that is not inside a name."""
        names = [Span(name.bare, name.end) for name in find_names(tokens, self.language)]
        for at, token in enumerate(tokens):
            if token.tag in "IS" and not any(span.start < token.start < span.end for span in names):
                return tokens[:at]
        return tokens

    def _is_proper(self, word: str) -> bool:
        """Whether a single capitalised word is a name, not a common noun that opens a sentence."""
        lower = word.lower()
        if len(word) < 2 or word.isupper() or lower in self.cast.proper:
            return len(word) > 1
        return not lower.endswith("s") and not is_person_or_body(lower, self.language)

    def _office(self, head: list[Token], bare: int) -> str | None:
        """The words of a phrase before the name; ranks and forms of address after an office left off."""
        titles = [token for token in head if token.start < bare]
        while len(titles) > 1 and titles[-1].lower in self.language.ranks:
            titles.pop()
        if not titles or titles[-1].lower not in self.language.person_nouns:
            return None
        return self.text[titles[0].start : titles[-1].end]

    def _role(self, tokens: list[Token]) -> str | None:
        """The office that a phrase without a name consists of, its article left off."""
        if tokens and tokens[0].tag == "D":
            tokens = tokens[1:]
        offices = any(token.lower in self.language.person_nouns for token in tokens)
        if not offices or tokens[0].tag not in "wN":
            return None
        return self.text[tokens[0].start : tokens[-1].end]

    def _by_noun(self, tokens: list[Token], at: int) -> Figure | None:
        """The figure that "the spokesman", "the Russian general" or "the center" stands for."""
        if not tokens:
            return None
        first = tokens[0]
        words = [token for token in tokens if token.tag in "Nw"]
        stop = next((token.start for token in tokens[1:] if token.tag in "IS"), tokens[-1].end)
        words = [token for token in words if token.start < stop]
        if not words or (first.tag == "D" and first.lower in self.language.indefinites):
            return None
        head = without_possessive(words[-1].lower)
        body = head in self.language.body_nouns
        figure = self._described(head, words[:-1], at, body)
        if figure is None and first.lower in self.language.grammar.definites and not words[:-1]:
            figure = self._only_one_near(head, at)
        if figure is None and body and any(token.tag == "N" for token in words):
            figure = self.cast.named(self.text[words[0].start : words[-1].end])
        return figure

    def _described(self, head: str, modifiers: list[Token], at: int, body: bool) -> Figure | None:
        """The figure a noun fits that was named or spoke last, else the one first named after it."""
        here = bisect_left(self.starts, at)
        before = (*self.uses[max(0, here - NEAR) : here], *self.spoken[-NEAR:])
        for uses in (sorted(before, key=lambda use: -use.start), self.uses[here : here + NEAR]):
            for use in uses:
                kind = "body" if body else "person"
                if use.figure.kind == kind and self._fits(use.figure, head, modifiers):
                    return use.figure
        return self._company(head, at) if body else self._known_holder(head, modifiers)

    def _company(self, head: str, at: int) -> Figure | None:
        """Who spoke last under one word that is no person's name, for "the company"."""
        if head not in self.language.company_nouns:
            return None
        near = (use for use in reversed(self.spoken) if at - REACH < use.start < at)
        named = (use.figure for use in near if use.figure.kind == "name")
        return next((figure for figure in named if " " not in figure.name and not figure.gender), None)

    def _only_one_near(self, head: str, at: int) -> Figure | None:
        """The one person named or heard shortly before a noun for a person, of its gender if it has one."""
        plural = head in self.language.plurals or head.endswith(self.language.grammar.plural)
        if plural or head not in self.language.person_nouns:
            return None
        gender = self.language.gendered_nouns.get(head)
        here = bisect_left(self.starts, at)
        near = [
            use.figure
            for use in (*self.uses[max(0, here - NEAR) : here], *self.spoken[-NEAR:])
            if at - CLOSE < use.start < at and use.figure.kind == "person"
        ]
        fits = {figure.name: figure for figure in near if gender is None or figure.gender in (None, gender)}
        return next(iter(fits.values())) if len(fits) == 1 else None

    def _known_holder(self, head: str, modifiers: list[Token]) -> Figure | None:
        """The one person of the archive's list who holds an office that is written out in full."""
        if sum(token.tag == "N" for token in modifiers) < FULL_OFFICE:
            return None
        known = (figure for figure in self.cast.figures if figure.known and figure.kind == "person")
        holders = [figure for figure in known if self._fits(figure, head, modifiers)]
        return holders[0] if len(holders) == 1 else None

    def _fits(self, figure: Figure, head: str, modifiers: Sequence[Token]) -> bool:
        """Whether a noun may stand for the figure, the words before it agreeing with what it is.

        Of a person, only capitalised words need agree: "the Russian defence ministry spokesman" may be
        another ministry's in the source itself.
        """
        name = lowered(figure.name.split())
        wanted = [token.lower for token in modifiers if token.tag == "N" or figure.kind == "body"]
        if figure.kind == "body":
            if not self._heads(name) & self.language.generic_nouns.get(head, frozenset((head,))):
                return False
        elif head not in figure.described:
            return False
        about = figure.described.union(name)
        return all(any(_akin(word, other) for other in about) for word in wanted)

    def _heads(self, name: tuple[str, ...]) -> frozenset[str]:
        """The words that say what a body is: `ministry` of "Ministry of Health", else the last one."""
        links = self.language.grammar.body_links
        linked = frozenset(word for word, after in pairwise(name) if after in links)
        return linked or frozenset(name[-1:])

    def _by_pronoun(self, pronoun: str, at: int, spans: tuple[Span, ...]) -> Resolved:
        """The most salient figure before a pronoun, if it leads the next by a margin."""
        gender = self.language.pronouns.get(pronoun)
        if gender is None:
            body = self._body_before(at) if pronoun in self.language.pronouns_of_bodies else None
            return Resolved(
                figure=body, how="a pronoun for the body that spoke last" if body else "a pronoun"
            )
        ranked = self._salient(gender, at, spans)
        candidates = tuple((figure.name, score) for score, figure in ranked)
        if not ranked:
            return Resolved(how="a pronoun, and nobody before it that it fits")
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
            return Resolved(how="a pronoun, and the candidates too close", candidates=candidates)
        figure = ranked[0][1]
        figure.gender = gender
        return Resolved(figure=figure, how="a pronoun", candidates=candidates)

    def _salient(self, gender: Gender, at: int, spans: tuple[Span, ...]) -> list[tuple[float, Figure]]:
        """The figures a pronoun may stand for, each with its best score, the highest first."""
        best: dict[str, tuple[float, Figure]] = {}
        spoke = {use.figure.name for use in self.spoken[-6:]}
        uses = [*self.uses[max(0, bisect_left(self.starts, at - REACH)) : bisect_left(self.starts, at)]]
        uses += [use for use in self.spoken[-6:] if use.start < at]
        for use in uses:
            figure = use.figure
            if not _may_be(figure, gender, spoke) or any(s.start <= use.start < s.end for s in spans):
                continue
            score = (use.end - at) / DISTANCE
            score += SUBJECT * use.subject + SPOKE * (figure.name in spoke)
            score += SAME_GENDER * (figure.gender == gender)
            if figure.name not in best or best[figure.name][0] < score:
                best[figure.name] = (score, figure)
        return sorted(best.values(), key=lambda found: (-found[0], found[1].name))

    def _body_before(self, at: int) -> Figure | None:
        """The last speaker, if it is a body and spoke not long before."""
        last = self.spoken[-1] if self.spoken else None
        if last is None or last.figure.kind != "body" or at - last.end > REACH:
            return None
        return last.figure


def _may_be(figure: Figure, gender: Gender, spoke: set[str]) -> bool:
    if figure.gender is not None:
        return figure.gender == gender
    named = figure.kind == "name" and " " in figure.name and figure.name in spoke
    return figure.kind == "person" or named


def _akin(word: str, other: str) -> bool:
    """Whether two words share their stem, as "Russia’s" and "Russian" do."""
    stem = without_possessive(word)
    return stem == other or (len(stem) > 4 and len(other) > 4 and stem[:5] == other[:5])
