"""Whether an office that a noun tells may be that of a figure: of the same field, body and standing."""

from __future__ import annotations

from site_builder.annotate.cast import Cast
from site_builder.annotate.figure import Figure, name_key
from site_builder.annotate.language import Language
from site_builder.annotate.names import without_possessive
from site_builder.annotate.nouns import Noun
from site_builder.annotate.titles import is_title


class Offices:
    """Compares what an article, or the archive, tells of its figures with nouns."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.language = cast.language

    def is_another(self, figure: Figure, noun: Noun) -> bool:
        """Whether the noun's office is plainly another one than the figure's, though its word is the same."""
        part = noun.head in self.language.heads_of_all and self._is_of_part(figure)
        return part or self._is_deputy(figure, noun) or self._is_elsewhere(figure, noun)

    def is_of_no_rank(self, figure: Figure, noun: Noun) -> bool:
        """Whether the noun is a rank, and the figure somebody of whom an office is told, and no rank."""
        ranks = self.language.ranks.difference(self.language.honorifics)
        told = any(self.language.person_noun(word) is not None for word in figure.described)
        return noun.head in ranks and told and ranks.isdisjoint(figure.described)

    def _is_deputy(self, figure: Figure, noun: Noun) -> bool:
        """Whether the figure is the deputy of whom the noun means, or the other way round."""
        said = self.language.deputies.intersection(token.lower for token in noun.modifiers)
        known = self.language.deputies & figure.described
        senior = any(token.lower in self.language.seniors for token in noun.modifiers)
        return said != known and (senior or noun.head not in self.language.ranked_offices)

    def _is_elsewhere(self, figure: Figure, noun: Noun) -> bool:
        """Whether the figure is said to have the office for another field, or of another body, than the noun:
        "the leader of the Hill Party" is not "Opposition leader Ann Lee", nor the interior minister the
        foreign one."""
        words = {token.lower for token in noun.modifiers}.union(noun.of)
        if any(self.is_other_field(word, figure) for word in words) or self._is_of_other_body(words, figure):
            return True
        names = {word for word in noun.of if not self._is_field(word)}
        known = {word for word in self._qualifiers(figure) if not self._is_of_country(word)}
        return bool(names and known) and not _share(names, known.union(name_key(figure.name)))

    def _is_of_part(self, figure: Figure) -> bool:
        """Whether an office is for one part of what a body does: the finance chief is no CEO."""
        part = figure.described & self.language.parts
        return bool(part) and figure.described.isdisjoint(self.language.heads_of_all)

    def is_other_field(self, word: str, figure: Figure) -> bool:
        """Whether an office for the field that a word tells is not the figure's: `health`, not `foreign`."""
        if not self._is_field(word):
            return False
        known = self._qualifiers(figure)
        known -= {other for other in known if other in self.cast.proper or self._is_of_country(other)} - {word}
        return bool(known) and not _share({word}, known)

    def _is_of_other_body(self, words: set[str], figure: Figure) -> bool:
        """Whether the words tell of another kind of body than that whose office it is: "the union leader", and
        the head of a bank."""
        language = self.language
        said, known = words & language.body_nouns, figure.described & language.body_nouns
        kin = said.union(*(language.generic_nouns.get(word, ()) for word in said))
        kin.update(word for word in known if said & language.generic_nouns.get(word, frozenset()))
        return bool(said and known) and kin.isdisjoint(known)

    def _is_field(self, word: str) -> bool:
        return word in self.language.portfolios or word in self.language.body_purposes

    def _is_of_country(self, word: str) -> bool:
        """Whether it may be an adjective of a country, whose name is another word: "the French president"."""
        return word.endswith(self.language.country_endings) and not self._is_field(word)

    def _qualifiers(self, figure: Figure) -> set[str]:
        """The words that tell which one of an office somebody is: a field, a body, a place."""
        grammar = self.language.grammar
        plain = grammar.articles | grammar.definites | grammar.former | grammar.conjunction
        plain |= self.language.seniors | self.language.deputies
        return {
            word
            for word in figure.described - plain
            if len(word) > 1 and not is_title(word, self.language) and not is_age(word, self.language)
        }


def is_age(word: str, language: Language) -> bool:
    """Whether the word tells an age: `43-year-old`."""
    return word.endswith(language.age_ending)


def _share(words: set[str], others: set[str]) -> bool:
    return any(akin(word, other) for word in words for other in others)


def akin(word: str, other: str) -> bool:
    """Whether two words share their stem, as "Chile’s" and "Chilean" do."""
    stem = without_possessive(word)
    return stem == other or (len(stem) > 4 and len(other) > 4 and stem[:5] == other[:5])
