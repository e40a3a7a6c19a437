"""What the finders know of a language: closed word classes, verbs of reporting, names.

A second language is one more `Language` value in `LANGUAGES`; the finders name no word themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Gender = Literal["he", "she"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of reporting and what may follow it.

    `clause`: "bare" a clause with or without "that", "that" only one that is marked, "" none.
    `quote`: takes direct speech, and stands after what was said. `addressee`: names the hearer first
    ("told reporters that"); `needs_addressee`: always. `infinitive`: "promised to go". `object`: a noun
    phrase is what was said ("denied the report", "accused X of"). `cites`: names a source of the
    speaker's own ("citing residents"). `prepositions`: words that open what was said ("called for",
    "warned against"); those `kept` are part of it ("reported about"). `particles`: words that must
    follow to make it speech ("pointed out").
    """

    lemma: str
    clause: Literal["bare", "that", ""]
    quote: bool
    addressee: bool
    needs_addressee: bool
    infinitive: bool
    object: bool
    cites: bool
    prepositions: frozenset[str]
    kept: frozenset[str]
    particles: frozenset[str]


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One inflected form. `noun`: the same letters are also a noun ("claims", "report")."""

    verb: Verb
    form: Literal["base", "s", "past", "participle", "ing"]
    noun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Tables of lower-case words. `tags` gives a word's class, one letter each:

    D determiner · P personal pronoun · A auxiliary, modal or "not" · V other common finite verb ·
    I preposition · C coordinator · S subordinator or question word · R adverb · T time word.
    """

    tags: Mapping[str, str]
    adverb_suffix: str
    abbreviations: frozenset[str]
    closing_abbreviations: frozenset[str]
    verbs: Mapping[str, VerbForm]
    documents: frozenset[str]
    claims: frozenset[str]
    indefinites: frozenset[str]
    plurals: frozenset[str]
    person_nouns: frozenset[str]
    body_nouns: frozenset[str]
    ranks: frozenset[str]
    full_titles: Mapping[str, str]
    honorifics: Mapping[str, Gender | None]
    given_names: Mapping[str, Gender]
    gendered_nouns: Mapping[str, Gender]
    pronouns: Mapping[str, Gender | None]
    pronouns_of_bodies: frozenset[str]
    outlet_nouns: frozenset[str]
    surname_particles: frozenset[str]
    connectives: tuple[str, ...]
    label_words: frozenset[str]
