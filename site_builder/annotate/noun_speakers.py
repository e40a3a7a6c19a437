"""Whom a phrase without a name stands for: "the spokesman", "the council", "the statement", "two officials"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from site_builder.annotate.brought_in import brought_in
from site_builder.annotate.cast import Cast
from site_builder.annotate.figure import Figure
from site_builder.annotate.issued import Issued
from site_builder.annotate.names import without_possessive
from site_builder.annotate.nouns import Noun, is_plural, noun_of
from site_builder.annotate.resolved import UNOWNED, Resolved, weighed
from site_builder.annotate.salience import Ranked, Salience, leader
from site_builder.annotate.tokens import POSSESSIVES, Token

FULL_OFFICE = 2
"""Capitalised words before its noun from which an office is written out: "Harbour Ministry spokesman"."""
LONGEST_CANDIDATE = 40
"""Characters of the words for somebody without a name, as a candidate is listed."""


class NounSpeakers:
    """Resolves nouns for an office, a body or a document; `by_name` finds the figure that words name."""

    def __init__(
        self,
        text: str,
        cast: Cast,
        salience: Salience,
        issued: Issued,
        by_name: Callable[[list[Token]], Resolved],
    ) -> None:
        self.text = text
        self.cast = cast
        self.language = cast.language
        self.salience = salience
        self.issued = issued
        self.by_name = by_name

    def find(self, tokens: list[Token], at: int) -> Resolved:
        """Whom "the spokesman", "the Danish judge" or "the council" stands for."""
        noun = noun_of(tokens, self.language)
        if len(tokens) > 1 and tokens[0].lower in self.language.grammar.somebody:
            return Resolved(figure=self.unnamed(tokens, "person"), how="somebody the article does not name")
        if noun is None:
            return Resolved(how="no name, and a noun for nobody known")
        if noun.head in self.language.documents or noun.head in self.language.evidence:
            return self._by_document(noun, tokens, at)
        plural = is_plural(noun, self.language)
        if plural or tokens[0].lower in self.language.indefinites:
            kind: Literal["person", "body"] = "body" if noun.body or plural else "person"
            return Resolved(
                figure=self.unnamed(tokens, kind, noun.head), how="somebody the article does not name"
            )
        ranked = self.salience.for_noun(noun, at)
        titled = self._titled(tokens, noun, ranked)
        figure = titled or leader(ranked)
        figure = figure or (None if ranked else self.salience.lone_speaker(noun))
        if figure is not None and ranked and not (titled or noun.body or self.salience.fits(figure, noun)):
            before = brought_in(self.text, at, None, self.salience.mentions, self.language)
            if before.overtakes(ranked):
                return weighed("a noun, for who was brought in before it", before.instead(ranked), ranked)
        owned = tokens[0].lower in self.language.possessives and not noun.body
        if figure is not None and owned and self.salience.mentions.first_after(figure, at) > at:
            return self._by_noun_alone(noun, tokens)  # "her professor" is none the text comes to later
        if figure is not None and not self._another_first(noun, figure, at):
            return weighed("a noun for an office or a body", figure, ranked)
        if figure is not None:
            return self._by_noun_alone(noun, tokens)
        if ranked:
            return weighed("a noun, and the candidates too close", None, ranked)
        return self._by_noun_alone(noun, tokens)

    def _titled(self, tokens: list[Token], noun: Noun, ranked: Ranked) -> Figure | None:
        """The person of the archive's list whose title the whole phrase is, if it fits nobody else here."""
        words = tuple(without_possessive(token.text) for token in tokens if token.text[0].isalnum())
        figure = self.cast.titled(words[tokens[0].tag == "D" :]) if words else None
        others = (other for _, other in ranked if other is not figure)
        return None if any(self.salience.fits(other, noun) for other in others) else figure

    def _another_first(self, noun: Noun, figure: Figure, at: int) -> bool:
        """Whether of those of the office the text tells of another one first, where the figure comes but later:
        "minister says", before "the health minister said" and "Ann Lee, the defence minister"."""
        if noun.body or noun.modifiers or noun.of:
            return False
        first = self.salience.mentions.first_after(figure, at)
        before = self.text.rfind(f" {noun.head} ", noun.word.end, first)
        field = self.text[noun.word.end : before].split()[-1:] if before > 0 else []
        return bool(field) and self.salience.offices.is_other_field(field[0].lower(), figure)

    def _by_document(self, noun: Noun, tokens: list[Token], at: int) -> Resolved:
        """Who speaks in "the statement": its owner, or who issued the one told of before."""
        owner = self.issued.owner(tokens, noun.word)
        whose = noun_of(owner, self.language)
        figure = None
        if whose is not None:
            document = whose.head in self.language.documents
            figure = self.by_name(owner).figure or (None if document else self.find(owner, at).figure)
        elif noun.definite and not noun.modifiers:
            figure = self.issued.issuer(noun.head, at)
        how = "a document, by who issued it" if figure else UNOWNED
        return Resolved(figure=figure, how=how)

    def _by_noun_alone(self, noun: Noun, tokens: list[Token]) -> Resolved:
        """Whom a noun stands for that fits nobody in the article."""
        capitals = sum(token.tag == "N" for token in noun.modifiers)
        words = [*noun.modifiers, noun.word]
        proper = any(word.tag == "N" and not self._is_common(word, tokens) for word in words)
        if noun.body and proper and not self._is_general(noun):
            body = self.cast.named(self._written_out(words))
            return Resolved(figure=body, how="a noun for an office or a body")
        holder = self.salience.known_holder(noun) if capitals >= FULL_OFFICE and not noun.body else None
        if holder is not None:
            return Resolved(figure=holder, how="a noun for an office or a body")
        place = self._place_of(noun, tokens) if noun.body and noun.head in self.language.departments else ""
        if place:
            named = f"{self.text[words[0].start : words[-1].end]} {place}"
            body = self.cast.named(named[0].upper() + named[1:])
            return Resolved(figure=body, how="a noun for an office or a body")
        person = self.language.person_noun(noun.head) is not None
        figure = (
            self.unnamed(tokens, "body" if noun.body else "person", noun.head) if person or noun.body else None
        )
        return Resolved(figure=figure, how="no name, and a noun for nobody known")

    def _is_general(self, noun: Noun) -> bool:
        """Whether the noun alone is a name but for its capital, which any word has where a sentence begins.

        `Government` is that of any country; `Police` are whoever they are where the article is about.
        """
        return not noun.modifiers and noun.head not in self.language.plurals | self.cast.proper

    def _is_common(self, word: Token, tokens: list[Token]) -> bool:
        """Whether a plural has its capital but from its place at the head of a sentence: `Rights group`."""
        grammar, lower = self.language.grammar, word.lower
        plural = lower.endswith(grammar.plural) and not lower.endswith((*grammar.no_plural, *POSSESSIVES))
        first = word.start == tokens[0].start and len(tokens) > 1 and tokens[1].text.islower()
        return plural and first and lower not in self.cast.proper

    def _place_of(self, noun: Noun, tokens: list[Token]) -> str:
        """Of where a ministry or the like is: `of Sarre` in "the foreign ministry of neighbouring Sarre"."""
        after = [token for token in tokens if token.start >= noun.word.end]
        if len(after) < 2 or after[0].lower not in self.language.grammar.of or after[-1].tag != "N":
            return ""
        names = [token for token in after[1:] if token.tag == "N"]
        return f"{after[0].lower} {self.text[names[0].start : names[-1].end]}"

    def _written_out(self, words: list[Token]) -> str:
        """A body's name as written, but with the full name of the person whose office it is."""
        owner, rest = words[0], self.text[words[0].end : words[-1].end]
        name = without_possessive(owner.text)
        figure = self.cast.find((name,)) if name != owner.text else None
        if figure is None or figure.kind != "person":
            return owner.text + rest
        return figure.name + owner.text[len(name) :] + rest

    def unnamed(self, tokens: list[Token], kind: Literal["person", "body"], noun: str = "") -> Figure:
        """A speaker the article does not name; several are like a body: "they", never "he"."""
        words = self.text[tokens[0].start : tokens[-1].end][:LONGEST_CANDIDATE]
        figure = Figure(name=words, kind=kind, named=False)
        if noun:
            figure.described = {noun, self.language.person_noun(noun) or noun}
            figure.gender = self.cast.gender_of(noun) if kind == "person" else None
        whole = noun_of(tokens, self.language) if noun and kind == "person" else None
        if whole is not None:
            figure.described.update(whole.of, (token.lower for token in whole.modifiers))
        return figure
