"""What the finders know of a language: classes of words, verbs of reporting, function words, names.

A second language is one more `Language`, listed in `tables.LANGUAGES`: the finders ask for words by
what they do. English stands in, for where sentences end and names begin, where a document's language has no
tables, and the reasons for dates are English phrases in every language. They take for granted that a language
has subjects, verbs of reporting and complements in that order, or the verb first after what was said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from site_builder.annotate.deed_tables import DeedTables
from site_builder.annotate.grammar import Grammar
from site_builder.annotate.role_tables import RoleTables
from site_builder.annotate.time_tables import TimeTables

Gender = Literal["he", "she"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of reporting and what may follow it.

    `clause`: "bare" a clause with or without "that", "that" only one that is marked, "plain" one that is
    marked or whose verb stands right after its subject, "" none.
    `quote`: takes direct speech, and stands after what was said. `addressee`: names the hearer first
    ("told reporters that"); `needs_addressee`: always. `infinitive`: "any" as in "promised to go", "speech"
    only that of a verb of reporting ("refused to say"). `object`: a noun phrase is what was said ("denied
    the report", "accused X of"). `cites`: names a source of the speaker's own ("citing residents").
    `prepositions`: words that open what was said ("called for", "warned against"); those `kept` are part
    of it ("reported about"); one of `joins` must follow the noun phrase ("put the toll at 12"). `particles`:
    words that must follow to make it speech ("pointed out"). `hears`: the subject is who was told ("the
    court heard that"). `figures`: says something only where a figure follows ("expects sales of 3 million").
    `names`: also gives a name ("a move called the Dip"). `objects`: nouns with which alone it says something
    ("offered condolences"). `attitude`: nothing need have been said ("wants",
    "believes").
    """

    lemma: str
    clause: Literal["bare", "plain", "that", ""]
    quote: bool
    addressee: bool
    needs_addressee: bool
    infinitive: Literal["any", "speech", ""]
    object: bool
    cites: bool
    prepositions: frozenset[str]
    kept: frozenset[str]
    joins: frozenset[str]
    particles: frozenset[str]
    hears: bool
    figures: bool
    names: bool
    objects: frozenset[str]
    attitude: bool

    @property
    def plain(self) -> bool:
        """Whether the verb alone makes speech of what follows."""
        idiom = bool(self.particles) and not (self.quote or self.object)
        idiom = idiom or bool(self.objects)
        return not (self.hears or self.figures or idiom or self.infinitive == "speech")

    @property
    def shows(self) -> bool:
        """Whether it reports but before a marked clause, and else tells what is done: `found craters`."""
        return self.clause == "that" and not (self.quote or self.object or self.infinitive)


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One inflected form. `noun`: the same letters are also a noun ("claims", "report")."""

    verb: Verb
    form: Literal["base", "s", "past", "participle", "ing"]
    noun: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """Tables of lower-case words. `tags` gives a word's class, one letter each:

    D determiner · P personal pronoun · A auxiliary, modal or "not" · V other common finite verb ·
    I preposition · C coordinator · S subordinator or question word · R adverb · T time word.
    """

    tags: Mapping[str, str]
    adverb_suffix: str
    months_too: frozenset[str]
    """Auxiliaries that with a capital, after a preposition or a number, are months: `in May`."""
    worded: frozenset[str]
    """Words of another class that with a capital are a name in the article that is read: `Day`."""
    abbreviations: frozenset[str]
    closing_abbreviations: frozenset[str]
    verbs: Mapping[str, VerbForm]
    deeds: DeedTables
    roles: RoleTables
    saying: str
    """The plainest form of `verbs`, to which any subject fits."""
    grammar: Grammar
    time: TimeTables
    occasions: frozenset[str]
    """Where something is said on purpose: `statement`, `interview`."""
    documents: frozenset[str]
    evidence: frozenset[str]
    """Nouns for what shows something and says nothing, unless it is somebody’s: `data`, `footage`."""
    claims: frozenset[str]
    sayings: frozenset[str]
    """Nouns for something said, that a clause may follow: `warning`."""
    views: frozenset[str]
    """Nouns for what somebody thinks, which are told with a clause: `expressed hope that`."""
    quotations: frozenset[str]
    """What a quotation is called in a label: `Quote from Ann Lee:`."""
    compound_endings: tuple[str, ...]
    """Of words that tell something of a name, though they begin with one: `London-based`."""
    issuing: frozenset[str]
    """Forms of verbs that with one of `sayings` make its subject the speaker: `issued a warning that`."""
    authoring: frozenset[str]
    """Participles, and what belongs to them, that tell whose a document is: `compiled`, not `seen`."""
    participles: frozenset[str]
    """Those that do not end as regular ones do and may follow the noun for a document: `seen`."""
    possessives: frozenset[str]
    """Pronouns for whose a thing is: `her`."""
    questioning: frozenset[str]
    """Verbs of asking, as `Verb.lemma`."""
    answering_verbs: frozenset[str]
    """Verbs of answering, as `Verb.lemma`."""
    refusals: frozenset[str]
    """Words that with one of `answers` tell that nothing was said: `declined`."""
    answers: frozenset[str]
    """What there is none of, after such a word or a negation: `comment`, `available`."""
    silences: frozenset[str]
    """Tell by themselves that nobody was reached: `unavailable`."""
    denying: frozenset[str]
    """Verbs that stand against what somebody else said, which is then not cited."""
    stances: frozenset[str]
    """Verbs by which, denied, somebody still takes a side: `did not agree that`."""
    magnitudes: frozenset[str]
    """Nouns that count or measure: `million`, `percent`."""
    forums: frozenset[str]
    """Nouns for those who are told things in the course of their office: `court`, `jury`."""
    indefinites: frozenset[str]
    plurals: frozenset[str]
    person_nouns: frozenset[str]
    unspecific: frozenset[str]
    """Nouns that tell nothing of who somebody is, and are no office: `people`, `source`."""
    impersonal: frozenset[str]
    """Those of them for which "it" may stand, too: `source`."""
    singulars: Mapping[str, str]
    """Of nouns for several people the one for one of them."""
    body_nouns: frozenset[str]
    corps: Mapping[str, frozenset[str]]
    """Nouns for a person that with a word before them are a body: `Coast Guard`."""
    departments: frozenset[str]
    """Nouns of bodies whose names may hold an "and": `Ministry of Health and Welfare`."""
    leaders: Mapping[str, str]
    """Of nouns for departments the office of who leads one: `minister` of "ministry"."""
    body_purposes: frozenset[str]
    """What the bodies of any country or town are called by, besides the nouns for them: `foreign`, `city`."""
    company_nouns: frozenset[str]
    lettered: frozenset[str]
    """Nouns for bodies that are called by their letters: `agency`, of the WHO."""
    company_words: frozenset[str]
    """Close the name of a company: `Inc.`, `Foods`."""
    generic_nouns: Mapping[str, frozenset[str]]
    """Nouns for bodies, each with the words at the head of the names it may stand for."""
    deputies: frozenset[str]
    """Before an office, of whoever stands in for its holder."""
    seniors: frozenset[str]
    """Before a trade, which they make an office: `the chief engineer`."""
    ranked_offices: frozenset[str]
    """Offices that many hold, so that a deputy is called so, too: `the minister`."""
    heads_of_all: frozenset[str]
    """Of whoever leads a whole body: `ceo`, and the `executive` of "chief executive"."""
    parts: frozenset[str]
    """Of whose office one of these tells, leads but a part of it: `finance chief`, `chief medical officer`."""
    offices: frozenset[str]
    """Nouns that with "the" may bring in somebody new: `judge`, `mayor`. Others tell of the one just named."""
    office_prefixes: frozenset[str]
    office_suffixes: frozenset[str]
    """Stand with a hyphen before an office: `co-author`, `ex-minister`."""
    person_endings: tuple[str, ...]
    """End a noun for a person that no list has: `zoologist`."""
    title_endings: tuple[str, ...]
    """End a noun for what a person does, right before the name: `deckhand Luis Ferrer`."""
    age_ending: str
    """What follows the number in `43-year-old`."""
    ranks: frozenset[str]
    compound_ranks: Mapping[str, frozenset[str]]
    """Ranks that go with words before them, which are then written together: `detective constable`."""
    ordinals: frozenset[str]
    """Right before an office they belong to it: `first minister`."""
    generals: frozenset[str]
    """Offices after which a rank is no rank: `attorney general`."""
    initial_offices: frozenset[str]
    """Offices of capitals alone: `PM`."""
    surname_nouns: frozenset[str]
    """Offices and trades that stand as the first part of a name: `Baker Moss`."""
    portfolios: frozenset[str]
    """What an office is for, after which the name of its holder begins: `affairs`."""
    place_prefixes: frozenset[str]
    """`north`: make another name of the one after them."""
    country_endings: tuple[str, ...]
    """End adjectives made of the name of a country."""
    surname_bodies: frozenset[str]
    """Nouns for bodies that are surnames behind a given name: `Tom Church`."""
    regal: frozenset[str]
    """Offices whose holder is known by them and a given name: `Queen Ann`."""
    body_endings: frozenset[str]
    """Close names that are nobody's: `street`."""
    initial_ranks: frozenset[str]
    """Written in capitals, and ranks only before a given name, or a surname that the article knows."""
    post_nominals: frozenset[str]
    full_titles: Mapping[str, str]
    styles: frozenset[str]
    """Offices that with a form of address are part of a surname: `Mr Justice Orme`."""
    honorifics: Mapping[str, Gender | None]
    given_names: Mapping[str, Gender | None]
    """None: of both genders."""
    gendered_nouns: Mapping[str, Gender]
    pronouns: Mapping[str, Gender | None]
    pronouns_of_bodies: frozenset[str]
    """`it`, and `they` for those who make up a body."""
    family_names_first: frozenset[str]
    """Family names that stand before the given name: `Xu` of "Xu Minli"."""
    surname_particles: frozenset[str]
    name_suffixes: frozenset[str]
    """Behind a surname: `Jr.`"""
    name_articles: frozenset[str]
    """Open a name with a hyphen: `al-Hadi`."""
    connectives: tuple[str, ...]
    label_words: frozenset[str]
    wording: frozenset[str]
    """`words` of `in Lee’s words`."""
    messages: frozenset[str]
    """What a quotation may be called behind it: `“…” was the message from Lee`."""
    checked: frozenset[str]
    """What a claim is not where an outlet says that it is in doubt: `could not be verified`."""
    proofs: frozenset[str]
    """What somebody may give for what they say, or leave it: `without giving evidence`."""
    talks: frozenset[str]
    """What an interview is called: `a talk with Ann Lee`."""
    interviewing: frozenset[str]
    """Words by which an article calls itself an interview, too: `She spoke to us`."""
    asking: frozenset[str]
    """Stand before the questions of an interview: `Q`, `interviewer`."""
    answering: frozenset[str]
    """Stand before its answers: `A`."""

    def person_noun(self, lower: str) -> str | None:
        """The noun for a person in a word: that of "mother-of-three", "co-author", "director-general"."""
        if lower in self.person_nouns:
            return lower
        first, _, rest = lower.partition("-")
        if not rest:
            return lower if len(lower) > 7 and lower.endswith(self.person_endings) else None
        if rest in self.office_suffixes or rest.partition("-")[0] in self.grammar.of:
            return first if first in self.person_nouns else None
        return rest if first in self.office_prefixes and rest in self.person_nouns else None
