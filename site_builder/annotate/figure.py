"""Somebody who may speak: the name, what stands for it, and how names are compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from site_builder.annotate.language import Gender, Language
from site_builder.annotate.names import Name, without_possessive
from site_builder.lexicon import Speaker

Words = tuple[str, ...]
LONGEST_ACRONYM = 8
MOST_BEARERS = 50
"""Bearers of one surname, or of one form of a name, that are told apart."""


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody who may speak. `described`: lower-case words that may stand for the name; `letters`: those of
    an office ("ceo").

    `kind` is "name" where nothing tells a person from a place or a thing. Somebody the article does not
    name is not `named`: the words for them stand in place of a name.
    """

    name: str
    kind: Literal["person", "body", "name"]
    gender: Gender | None = None
    described: set[str] = field(default_factory=set)
    letters: set[str] = field(default_factory=set)
    known: bool = False
    named: bool = True
    several: Figure | None = None
    """Those without a name of whom this is one: `one of two officials`."""


def add_bearer(bearers: list[Figure], figure: Figure, most: int = MOST_BEARERS) -> None:
    """Adds a figure to those who bear a name, unless it is among them or there are `most` of them."""
    if figure not in bearers and len(bearers) < most:
        bearers.append(figure)


@lru_cache(maxsize=1 << 12)
def lowered(words: Words) -> Words:
    return tuple(map(str.lower, words))


@lru_cache(maxsize=1 << 12)
def name_key(name: str) -> Words:
    """A name of the article as its words are compared."""
    return tuple(name.lower().split())


@lru_cache(maxsize=1 << 12)
def is_general(name: str, language: Language) -> bool:
    """Whether bodies of many countries or towns have the name: `Foreign Ministry`, `Department of Health`."""
    words = name.lower().replace("'", "’").split()
    links = language.grammar.body_links | language.grammar.articles | language.grammar.conjunction
    known = language.body_nouns | language.body_purposes | links
    return not language.body_nouns.isdisjoint(words) and known.issuperset(words)


def alias_key(name: str) -> Words:
    """A name of the archive's list as its words are compared: lower-case, possessive endings off."""
    return tuple(without_possessive(word.lower()) for word in name.split())


def surname(words: Words, language: Language) -> str:
    """The last word of a name that is no suffix, lower-case, an article before it off: `hadi` of "al-Hadi"."""
    last = words[-2] if len(words) > 1 and words[-1].lower() in language.name_suffixes else words[-1]
    if "-" not in last:
        return last.lower()
    article, _, rest = last.lower().partition("-")
    return rest if rest and article in language.name_articles else last.lower()


def is_surname(words: Words, language: Language) -> bool:
    """Whether a name is but a surname, with its particles: `Von der Aue`."""
    if len(words) == 1:
        return True
    particles = language.surname_particles
    if words[0].lower() not in particles:
        return False
    return all(word in particles and word not in language.given_names for word in map(str.lower, words[:-1]))


def is_acronym(word: str) -> bool:
    """Whether the word is all capitals, as `FDA` is."""
    return 1 < len(word) <= LONGEST_ACRONYM and word.isupper() and word.isalpha()


def styled_name(name: Name, language: Language) -> str:
    """A surname with the style of an office that goes with it: `Mr Justice Orme`; a given name with a throne's:
    `Queen Ann`. "" without one."""
    numbered = len(name.words) == 2 and name.words[1].lower() in language.name_suffixes
    if name.titles[-1:] and name.titles[-1] in language.regal and (len(name.words) == 1 or numbered):
        return " ".join((name.titles[-1].capitalize(), *name.words))
    styled = name.titles[-1:] and name.titles[-1] in language.styles and len(name.words) == 1
    if styled and name.titles[-2:-1]:
        return " ".join((*map(str.capitalize, name.titles[-2:]), *name.words))
    return ""


def described(words: Iterable[str], language: Language) -> Iterable[str]:
    """The words with ranks in full, and the noun inside a compound beside it."""
    for word in words:
        full = language.full_titles.get(word, word)
        yield full
        yield language.person_noun(full) or full


class KnownFigure(NamedTuple):
    """Somebody of the archive's list: `forms` are their names as words are compared."""

    name: str
    kind: Literal["person", "body"]
    gender: Gender | None
    described: frozenset[str]
    forms: tuple[Words, ...]
    surnames: tuple[str, ...]
    titles: tuple[Words, ...]
    """Of a person those of several words that are no rank: `("chief", "of", "the", "port")`."""


@lru_cache(maxsize=4)
def known_figures(people: tuple[Speaker, ...], language: Language) -> tuple[KnownFigure, ...]:
    """The archive's list, read once for all articles."""
    return tuple(_known_figure(speaker, language) for speaker in people)


def _written_out(speaker: Speaker, language: Language) -> Iterable[str]:
    """What a body is called in several words, without their article: `interior ministry`, not `ministry`."""
    for title in speaker.titles if speaker.kind == "body" else ():
        first, _, rest = title.partition(" ")
        words = rest if first.lower() in language.grammar.articles else title
        if " " in words:
            yield words


def _offices(speaker: Speaker, language: Language) -> Iterable[Words]:
    for title in speaker.titles if speaker.kind == "person" else ():
        words = alias_key(title)
        words = words[1:] if words[:1] == ("the",) else words
        if len(words) > 1 and not language.ranks.issuperset(words):
            yield words


def _known_figure(speaker: Speaker, language: Language) -> KnownFigure:
    offices = (text for role in speaker.roles for text in (role.role, role.of or ""))
    texts = (*speaker.titles, *offices, *speaker.country)
    names = [
        speaker.name.split(),
        *(form.split() for form in speaker.aliases if " " in form and form[-1:].isalpha()),
    ]
    last = speaker.name.split()[-1]
    surnames = [
        surname(tuple(words), language) for words in names if words[-1][0].isupper() or words[-1] == last
    ]
    return KnownFigure(
        name=speaker.name,
        kind=speaker.kind,
        gender="he" if speaker.pronoun == "he" else "she" if speaker.pronoun == "she" else None,
        described=frozenset(word for text in texts for word in described(text.lower().split(), language)),
        forms=tuple(map(alias_key, (speaker.name, *speaker.aliases, *_written_out(speaker, language)))),
        surnames=tuple(dict.fromkeys(surnames)) if speaker.kind == "person" else (),
        titles=tuple(_offices(speaker, language)),
    )


def disagree(figure: Figure, gender: Gender | None) -> bool:
    return gender is not None and figure.gender not in (None, gender)
