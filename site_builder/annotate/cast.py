"""The people and bodies of one article: every name once, in its fullest form, with what is said of it.

The archive's own list of people comes first; a name it does not know is known by the fullest form the
article gives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from site_builder.annotate.body_forms import BodyForms
from site_builder.annotate.figure import (
    Figure,
    KnownFigure,
    Words,
    add_bearer,
    described,
    disagree,
    is_acronym,
    is_surname,
    known_figures,
    lowered,
    name_key,
    styled_name,
    surname,
)
from site_builder.annotate.language import Gender, Language
from site_builder.annotate.names import Name, tells_what
from site_builder.annotate.titles import is_personal, is_title
from site_builder.lexicon import Lexicon

OFTEN = 2
"""Times that a single name must act to be somebody."""


class Cast:
    """Built from all names of the article; `find` then says whom a name stands for."""

    def __init__(self, names: Iterable[Name], lexicon: Lexicon, language: Language) -> None:
        self.language = language
        self.figures: list[Figure] = []
        self._by_name: dict[Words, Figure] = {}
        self._by_surname: dict[str, list[Figure]] = {}
        self._by_given: dict[str, list[Figure]] = {}
        self._by_first_word: dict[str, list[Figure]] = {}
        self._by_title: dict[Words, list[Figure]] = {}
        for known in known_figures(lexicon.people, language):
            self._add_known(known)
        names = tuple(names)
        self._surnames = frozenset(self._by_surname).union(
            surname(name.words, language) for name in names if len(name.words) > 1 and self._is_person(name)
        )
        """Of persons the archive knows, or the article names in full."""
        self.proper = {word.lower() for name in names if not name.initial for word in name.words}
        """Words that have a capital where no sentence begins."""
        self._forms_of_address = self._addressed(names)
        uses = Counter(name.words for name in names if len(name.words) > 1 or name.titles)
        distinct = _distinct(names)
        self._enter(distinct, uses)
        bodies = BodyForms(self._by_name, language)
        self._join_head_words(distinct)
        self._index_first_words(distinct)
        bodies.join_first_words(self._single(distinct))
        for figure in self.figures:
            if figure.kind == "person":
                self._by_given.setdefault(figure.name.split()[0].lower(), []).append(figure)
        self._add_bare(names)
        self.sharing = bodies.join_short(frozenset(lowered(name.words) for name in distinct))
        """By the short form of their names the bodies that the article names in full."""
        bodies.join_acronyms(names)
        self._rank(uses)
        for name in distinct:
            bearer = self.find(name.words, name.titles)
            if bearer is not None:
                self._describe(bearer, name)

    def _enter(self, names: Iterable[Name], uses: Counter[Words]) -> None:
        """Adds the figures of all names of several words, and of persons with a title before a single one."""
        surnames = {surname(name.words, self.language) for name in names if not name.headline}
        full = {
            surname(name.words, self.language) for name in names if not is_surname(name.words, self.language)
        }
        for name in names:
            # "Ann Moss Opens New Pier": the words behind a surname are the headline's own.
            if name.headline and not surnames.isdisjoint(lowered(name.words[:-1])):
                continue
            if self._without_rank(name.words) != name.words:
                continue
            if len(name.words) > 1 and is_surname(name.words, self.language):
                last = surname(name.words, self.language)
                if last in full or last in self._by_surname:
                    continue
            if uses[name.words] and (len(name.words) > 1 or (self._is_person(name) and not name.headline)):
                self._add(name)

    def _single(self, names: Iterable[Name]) -> Iterator[str]:
        """Names of one word that act, or have a capital inside a sentence, too, and are nobody's yet, in small
        letters."""
        single = [name for name in names if len(name.words) == 1]
        acting = {name.words[0].lower() for name in single if name.subject}
        for word in dict.fromkeys(name.words[0].lower() for name in single):
            if word in self.proper | acting and word not in self._by_surname and (word,) not in self._by_name:
                yield word

    def _add_known(self, known: KnownFigure) -> None:
        figure = Figure(known.name, known.kind, known.gender, set(known.described), known=True)
        self.figures.append(figure)
        for words in known.forms:
            self._by_name.setdefault(words, figure)
        for last in known.surnames:
            self._index_surname(last, figure)
        for words in known.titles:
            add_bearer(self._by_title.setdefault(words, []), figure)

    def _index_surname(self, last: str, figure: Figure) -> None:
        add_bearer(self._by_surname.setdefault(last, []), figure)

    def _is_person(self, name: Name) -> bool:
        return bool(name.titles) or name.words[0].lower() in self.language.given_names

    def _without_rank(self, words: Words) -> Words:
        """A surname known without the letters of a rank before it: `Roe` of "DC Roe"."""
        ranked = len(words) == 2 and words[0] in self.language.initial_ranks
        return words[1:] if ranked and words[1].lower() in self._surnames else words

    def _is_body(self, words: Words) -> bool:
        if len(words) > 1 and is_personal(words, self.language):
            return self._is_body(words[:-1])
        company = len(words) > 1 and words[-1] in self.language.company_words
        closing = len(words) > 1 and words[-1] in self.language.body_endings
        corps = len(words) > 1 and words[-2] in self.language.corps.get(words[-1], ())
        joined = not self.language.grammar.conjunction.isdisjoint(words)
        return company or closing or corps or joined or not self.language.body_nouns.isdisjoint(words)

    def _add(self, name: Name) -> None:
        """A figure for a name not seen yet; a person seen under another form of the name stays one."""
        words = lowered(name.words)
        body = self._is_body(words) and not name.titles
        person = not body and self._is_person(name)
        gender = self._gender(name) or self.language.given_names.get(words[0])
        known = self._by_name.get(words)
        if known is not None and not (person and disagree(known, gender)):
            if person and known.kind == "name":
                known.kind = "person"
            return
        same = None if body else self._same_person(words, gender)
        if same is None:
            styled = styled_name(name, self.language) or (len(words) == 1 and self._told_apart(name))
            kind: Literal["person", "body", "name"] = "body" if body else "person" if person else "name"
            same = Figure(name=styled or _written(name.words, person=person), kind=kind)
            if not body:
                same.gender = gender or self._forms_of_address.get(words)
            self.figures.append(same)
        elif not same.known and len(name.words) > len(same.name.split()):
            same.name = " ".join(name.words)
            same.gender = same.gender or self.language.given_names.get(words[0])
        if known is not None and same.name == " ".join(name.words):
            same.name = " ".join((name.titles[-1].capitalize(), *name.words))
            same.gender = gender
        self._by_name.setdefault(words, same)
        lettered = len(words) > 1 and name.words[-1].isupper() and len(name.words[-1]) > 1
        placed = len(words) > 1 and words[0] in self.language.place_prefixes
        if not (body or lettered or placed):
            self._index_surname(surname(name.words, self.language), same)

    def _told_apart(self, name: Name) -> str:
        """A surname with its form of address, where somebody else bears it: `Mrs Moss`; else nothing."""
        others = self._by_surname.get(surname(name.words, self.language))
        addressed = name.titles[-1:] and name.titles[-1] in self.language.honorifics
        return " ".join((name.titles[-1].capitalize(), *name.words)) if others and addressed else ""

    def _add_bare(self, names: Iterable[Name]) -> None:
        """Single names that act again and again, and of which nothing more is known: `Rihanna`, `Norlux`."""
        acts = Counter(name.words[0] for name in names if name.subject and len(name.words) == 1)
        with_article = {name.words for name in names if name.determined}
        for word, count in acts.items():
            low = word.lower()
            proper = low in self.proper and (word,) not in with_article
            if count >= OFTEN and proper and not tells_what(low, self.language) and not self.find((word,)):
                figure = Figure(name=word, kind="name")
                self._by_name[(low,)] = figure
                self.figures.append(figure)

    def _addressed(self, names: Iterable[Name]) -> dict[Words, Gender]:
        """Surnames that stand alone under forms of address for one gender: `Mr. Moss`."""
        found: dict[Words, set[Gender]] = {}
        for name in names:
            if len(name.words) == 1 and (gender := self._gender(name)) is not None:
                found.setdefault(lowered(name.words), set()).add(gender)
        return {words: min(genders) for words, genders in found.items() if len(genders) == 1}

    def _gender(self, name: Name) -> Gender | None:
        """The gender of the name's titles: `Mrs.`, `spokesman`, `mother-of-three`."""
        return self._gender_of_all(name.titles)

    def _gender_of_all(self, titles: Words) -> Gender | None:
        return _gender_of_titles(titles, self.language) if titles else None

    def gender_of(self, word: str) -> Gender | None:
        return _gender_of_word(word, self.language)

    def _same_person(self, words: Words, gender: Gender | None) -> Figure | None:
        """A figure with this surname and this first name, or with no first name at all."""
        last = surname(words, self.language)
        for figure in self._by_surname.get(last, ()):
            other = name_key(figure.name)
            if not disagree(figure, gender) and (
                words[0] == other[0] or is_surname(words, self.language) or is_surname(other, self.language)
            ):
                return figure
        return None

    def _join_head_words(self, names: Iterable[Name]) -> None:
        """A person's name is the one longer name that starts or ends with it: `Omar Said` of "Omar Said Hadi".

        In a headline any word may have a capital: what stands there alone is no longer name.
        """
        longer: dict[Words, list[Figure]] = {}
        for words in dict.fromkeys(lowered(name.words) for name in names if not name.headline):
            figure = self._by_name.get(words)
            if figure is None or figure.kind != "person":
                continue
            heads = (words[:cut] for cut in range(2, len(words)))
            tails = (words[cut:] for cut in range(1, len(words) - 1))
            for part in (*heads, *tails):
                add_bearer(longer.setdefault(part, []), figure, OFTEN)
        for words, bearers in longer.items():
            short = self._by_name.get(words)
            if short is None or short.known or short.kind == "body" or len(bearers) > 1:
                continue
            self._by_name[words] = bearers[0]
            for figures in (self.figures, self._by_surname.get(surname(words, self.language), [])):
                if short in figures and short is not bearers[0]:
                    figures.remove(short)

    def _index_first_words(self, names: Iterable[Name]) -> None:
        """By the first words of their names the persons who may be called so: `Xu` of "Xu Minli"."""
        for name in names:
            told = self._is_person(name) or any(is_title(word, self.language) for word in name.description)
            told = told or name.words[0].lower() in self.language.family_names_first
            figure = self.find(name.words) if len(name.words) > 1 else None
            if figure is not None and (figure.kind == "person" or (told and figure.kind != "body")):
                add_bearer(self._by_first_word.setdefault(name.words[0].lower(), []), figure, OFTEN)

    def _rank(self, uses: Counter[Words]) -> None:
        """The most named bearer of a surname first."""
        named = Counter[str]()
        for words, count in uses.items():
            figure = self._by_name.get(lowered(words))
            if figure is not None:
                named[figure.name] += count
        for figures in self._by_surname.values():
            figures.sort(key=lambda figure: (-named[figure.name], figure.name))

    def _describe(self, figure: Figure, name: Name) -> None:
        body = name.determined and len(name.words) > 1
        if name.personal and figure.kind == "name" and len(name.words) > 1:
            figure.kind = "person"
        if not (name.titles or name.description or body):
            return
        for word in (*name.titles, *name.description):
            figure.gender = figure.gender or self.gender_of(word)
        words = set(described((*name.titles, *name.description), self.language))
        offices = (name.titles, name.description[:3])
        figure.letters.update("".join(word[0] for word in office) for office in offices if len(office) > 1)
        figure.described.update(words)
        people = any(is_title(word, self.language) for word in words)
        if figure.kind == "name" and not people and (body or not words.isdisjoint(self.language.body_nouns)):
            figure.kind = "body"

    def find(self, words: Words, titles: Words = ()) -> Figure | None:
        """Whom a name stands for: an exact form, else a bearer of the surname that fits its title."""
        if not words:
            return None
        words = self._without_rank(words)
        low = lowered(words)
        figure = self._by_name.get(low)
        if figure is not None and (len(low) > 1 or figure.known or is_acronym(words[0])):
            return figure
        bearers = self.bearers(words, titles)
        if bearers:
            return bearers[0]
        if figure is not None and not disagree(figure, self._gender_of_all(titles)):
            return figure
        return self._by_first_name(low[0]) if len(low) == 1 else None

    def bearers(self, words: Words, titles: Words = ()) -> list[Figure]:
        """All whose surname a name ends with, if first name and title agree; the most named first."""
        words = self._without_rank(words)
        found = self._by_surname.get(surname(words, self.language))
        if found is None:
            return []
        if len(words) > 1:
            first = words[0].lower()
            found = [bearer for bearer in found if first in name_key(bearer.name)]
        gender = self._gender_of_all(titles)
        return [bearer for bearer in found if not disagree(bearer, gender)]

    def _by_first_name(self, word: str) -> Figure | None:
        """The one person of the article with this given name, or whose name starts with this word."""
        found = self._by_given.get(word, []) if word in self.language.given_names else []
        found = found or self._by_first_word.get(word, [])
        return found[0] if len(found) == 1 else None

    def named(self, name: str) -> Figure:
        """The figure with exactly this name, a new body if there is none."""
        words = name_key(name)
        figure = self._by_name.get(words)
        if figure is None:
            figure = Figure(name=name, kind="body" if self._is_body(words) else "name")
            self._by_name[words] = figure
            self.figures.append(figure)
        return figure

    def titled(self, words: Words) -> Figure | None:
        """The one person of the archive's list to whom these words are a title: `Chief of the Port`."""
        found = self._by_title.get(lowered(words), [])
        return found[0] if len(found) == 1 else None

    def find_known(self, words: Words) -> Figure | None:
        """The figure with exactly this name or alias."""
        return self._by_name.get(lowered(words))


@lru_cache(maxsize=1 << 12)
def _gender_of_titles(titles: Words, language: Language) -> Gender | None:
    return next((gender for word in titles if (gender := _gender_of_word(word, language))), None)


@lru_cache(maxsize=1 << 12)
def _gender_of_word(word: str, language: Language) -> Gender | None:
    noun = language.person_noun(word) or word
    return language.honorifics.get(word) or language.gendered_nouns.get(noun)


def _written(words: Words, *, person: bool) -> str:
    """A name as it is written; a person's in capitals, as in a transcript, with but the first ones."""
    shouted = person and len(words) > 1 and all(word.isupper() and len(word) > 2 for word in words)
    return " ".join(word.title() if shouted else word for word in words)


def _distinct(names: Iterable[Name]) -> tuple[Name, ...]:
    """One name of those that are the same but for their place, in the order of the first."""
    return tuple(
        {(n.words, n.titles, n.description, n.headline, n.determined, n.personal): n for n in names}.values()
    )
