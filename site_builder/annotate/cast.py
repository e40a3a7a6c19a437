"""The people and bodies of one article: every name once, in its fullest form, with what is said of it.

The archive's own list of people comes first; a name it does not know is known by the fullest form the
article gives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from site_builder.annotate.language import Gender, Language
from site_builder.annotate.names import SUFFIXES, Name, without_possessive
from site_builder.lexicon import Lexicon, Speaker

Words = tuple[str, ...]
MOST_BEARERS = 50
"""Bearers of one surname that are told apart."""


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody who may speak. `described`: lower-case words that may stand for the name.

    `kind` is "name" where nothing tells a person from a place or a thing.
    """

    name: str
    kind: Literal["person", "body", "name"]
    gender: Gender | None = None
    described: set[str] = field(default_factory=set)
    known: bool = False


def lowered(words: Iterable[str]) -> Words:
    return tuple(word.lower() for word in words)


def alias_key(name: str) -> Words:
    """A name of the archive's list as its words are compared: lower-case, possessive endings off."""
    return tuple(without_possessive(word.lower()) for word in name.split())


def surname(words: Words) -> str:
    """The last word of a name that is no suffix, lower-case."""
    last = words[-2] if len(words) > 1 and words[-1].lower() in SUFFIXES else words[-1]
    return last.lower()


class Cast:
    """Built from all names of the article; `find` then says whom a name stands for."""

    def __init__(self, names: Iterable[Name], lexicon: Lexicon, language: Language) -> None:
        self.language = language
        self.figures: list[Figure] = []
        self._by_name: dict[Words, Figure] = {}
        self._by_surname: dict[str, list[Figure]] = {}
        for speaker in lexicon.people:
            self._add_known(speaker)
        names = tuple(names)
        self.proper = {word.lower() for name in names if not name.initial for word in name.words}
        """Words that have a capital where no sentence begins."""
        uses = Counter(name.words for name in names if len(name.words) > 1 or name.titles)
        for name in names:
            if uses[name.words] and (len(name.words) > 1 or (self._is_person(name) and not name.headline)):
                self._add(name)
        self._join_short_forms()
        self._rank(uses)
        self._by_given: dict[str, list[Figure]] = {}
        for figure in self.figures:
            if figure.kind == "person":
                self._by_given.setdefault(figure.name.split()[0].lower(), []).append(figure)
        for name in names:
            bearer = self.find(name.words, name.titles)
            if bearer is not None:
                self._describe(bearer, name)

    def _add_known(self, speaker: Speaker) -> None:
        figure = Figure(name=speaker.name, kind=speaker.kind, known=True)
        if speaker.pronoun in ("he", "she"):
            figure.gender = "he" if speaker.pronoun == "he" else "she"
        offices = (text for role in speaker.roles for text in (role.role, role.of or ""))
        for text in (*speaker.titles, *offices, *speaker.country):
            figure.described.update(self._described(text.lower().split()))
        self.figures.append(figure)
        for name in (speaker.name, *speaker.aliases):
            self._by_name.setdefault(alias_key(name), figure)
        if speaker.kind == "person":
            self._index_surname(speaker.name.split()[-1].lower(), figure)

    def _index_surname(self, last: str, figure: Figure) -> None:
        figures = self._by_surname.setdefault(last, [])
        if figure not in figures and len(figures) < MOST_BEARERS:
            figures.append(figure)

    def _is_person(self, name: Name) -> bool:
        return bool(name.titles) or name.words[0].lower() in self.language.given_names

    def _is_body(self, words: Words) -> bool:
        company = len(words) > 1 and words[-1] in self.language.company_words
        return company or any(word in self.language.body_nouns for word in words)

    def _add(self, name: Name) -> None:
        """A figure for a name not seen yet; a person seen under another form of the name stays one."""
        words = lowered(name.words)
        body = self._is_body(words) and not name.titles
        person = not body and self._is_person(name)
        if words in self._by_name:
            if person and self._by_name[words].kind == "name":
                self._by_name[words].kind = "person"
            return
        same = None if body else self._same_person(words, self._gender(name))
        if same is None:
            same = Figure(name=" ".join(name.words), kind="body" if body else "person" if person else "name")
            same.gender = self.language.given_names.get(words[0]) if not body else None
            self.figures.append(same)
        elif not same.known and len(name.words) > len(same.name.split()):
            same.name = " ".join(name.words)
            same.gender = same.gender or self.language.given_names.get(words[0])
        self._by_name[words] = same
        if not body and not (len(words) > 1 and name.words[-1].isupper() and len(name.words[-1]) > 1):
            self._index_surname(surname(name.words), same)

    def _gender(self, name: Name) -> Gender | None:
        return next(
            (gender for title in name.titles if (gender := self.language.honorifics.get(title))), None
        )

    def _same_person(self, words: Words, gender: Gender | None) -> Figure | None:
        """A figure with this surname and this first name, or with no first name at all."""
        last = surname(words)
        for figure in self._by_surname.get(last, ()):
            other = lowered(figure.name.split())
            agrees = gender is None or figure.gender in (None, gender)
            if agrees and (len(words) == 1 or len(other) == 1 or words[0] == other[0]):
                return figure
        return None

    def _join_short_forms(self) -> None:
        """A body's short form is the one body whose name ends so ("Defence Ministry"), if there is one.

        A company's is its name without the last word: "Holm Foods" of "Holm Foods Inc."
        """
        bodies = [words for words, figure in self._by_name.items() if figure.kind == "body"]
        endings: dict[Words, set[str]] = {}
        for words in bodies:
            for cut in range(1, len(words)):
                endings.setdefault(words[cut:], set()).add(self._by_name[words].name)
            if len(words) > 2 and words[-1] in self.language.company_words:
                endings.setdefault(words[:-1], set()).add(self._by_name[words].name)
        for words in bodies:
            longer = endings.get(words, set())
            if len(longer) == 1 and not self._by_name[words].known:
                (name,) = longer
                self._by_name[words] = self._by_name[lowered(name.split())]

    def _rank(self, uses: Counter[Words]) -> None:
        """The most named bearer of a surname first."""
        named = Counter[str]()
        for words, count in uses.items():
            figure = self._by_name.get(lowered(words))
            if figure is not None:
                named[figure.name] += count
        for figures in self._by_surname.values():
            figures.sort(key=lambda figure: (-named[figure.name], figure.name))

    def _described(self, words: Iterable[str]) -> Iterable[str]:
        full = self.language.full_titles
        for word in words:
            yield full.get(word, word)

    def _describe(self, figure: Figure, name: Name) -> None:
        for word in name.titles:
            gender = self.language.honorifics.get(word) or self.language.gendered_nouns.get(word)
            figure.gender = figure.gender or gender
        for word in name.description:
            figure.gender = figure.gender or self.language.gendered_nouns.get(word)
        figure.described.update(self._described((*name.titles, *name.description)))

    def find(self, words: Words, titles: Words = ()) -> Figure | None:
        """Whom a name stands for: an exact form, else a bearer of the surname that fits its title."""
        if not words:
            return None
        low = lowered(words)
        figure = self._by_name.get(low)
        if figure is not None and (len(low) > 1 or figure.known):
            return figure
        gender = next((self.language.honorifics.get(title) for title in titles), None)
        bearers = self._by_surname.get(surname(words), [])
        if len(low) > 1:
            bearers = [bearer for bearer in bearers if low[0] in lowered(bearer.name.split())]
        for bearer in bearers:
            if gender is None or bearer.gender in (None, gender):
                return bearer
        return figure or (self._by_first_name(low[0]) if len(low) == 1 else None)

    def _by_first_name(self, word: str) -> Figure | None:
        """The one person of the article with this given name."""
        found = self._by_given.get(word, []) if word in self.language.given_names else []
        return found[0] if len(found) == 1 else None

    def named(self, name: str) -> Figure:
        """The figure with exactly this name, a new body if there is none."""
        words = lowered(name.split())
        figure = self._by_name.get(words)
        if figure is None:
            figure = Figure(name=name, kind="body" if self._is_body(words) else "name")
            self._by_name[words] = figure
            self.figures.append(figure)
        return figure

    def find_known(self, words: Words) -> Figure | None:
        """The figure with exactly this name or alias."""
        return self._by_name.get(lowered(words))
