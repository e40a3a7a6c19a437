"""What the readers of figures know of a language: number words, hedges, units, nouns and verbs.

A second language is one more `FigureWords`, listed in `reading.LANGUAGES`. Phrases are tuples of
lower-case words; spellings of one word are brought together by `spellings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.annotate.language import Language
from site_builder.figures.figure import Hedge

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FigureWords:
    """Tables of lower-case words, by what they do around a number."""

    language: Language
    """Its classes of words."""
    ones: Mapping[str, int]
    """One to nineteen."""
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    """From a hundred up: what multiplies the number before it."""
    suffixes: Mapping[str, int]
    """Scales written onto the digits: `1.5bn`."""
    rounds: Mapping[str, tuple[int, int]]
    """Plural scales that name no number, each with the least and the most it stands for."""
    tens_of: str
    """Round only before another: `tens of thousands`."""
    few: frozenset[Phrase]
    """Before a scale they make it a round one: `several hundred`."""
    fractions: Mapping[str, int]
    """The number of equal parts: `third`, `thirds`."""
    share: str
    """What a fraction is called: the share of something."""
    ratios: frozenset[Phrase]
    """Between two numbers they make a share of them: `one in five`."""
    articles: frozenset[str]
    half: str
    conjunction: str
    of: str
    by: str
    """Before a fraction it makes it a difference: `by a third`."""
    between: str
    starts: str
    """`from`: two numbers after it are two figures, not the ends of a range."""
    to: str
    """Ends the change that `starts` begins, and opens an infinitive."""
    within: str
    """`in`: before what a share or a number is of, as `of` is: `12 per cent in the old town`."""
    range_links: frozenset[str]
    ordinal_suffixes: frozenset[str]
    hedges: Mapping[Phrase, Hedge]
    """Before the number; the longest wins."""
    not_with_times: frozenset[Phrase]
    """Hedges that before a length of time are prepositions: `over two days`."""
    hedges_after: Mapping[Phrase, Hedge]
    skipped: frozenset[str]
    """Between a hedge or a verb and the number, changing neither: `a total of 26`."""
    more: frozenset[str]
    """What is counted comes on top of others: `another 11 districts`, `11 more districts`."""
    units: Mapping[Phrase, str]
    """A phrase after the number → the key of its unit in `units.UNITS`."""
    units_before: Mapping[str, str]
    """Units that stand before the number: `magnitude 6.4`."""
    minus: frozenset[str]
    glued_units: Mapping[str, str]
    """Units written onto the digits: `3km`."""
    currencies: Mapping[str, str]
    """Marks before the number → unit."""
    currency_codes: Mapping[str, str]
    """Before or after the number, in capitals → unit."""
    currency_words: Mapping[Phrase, str]
    """After the number, with the country before them where it makes another currency: `US dollars`."""
    labels: frozenset[str]
    """Nouns whose number is a name: `Resolution 2254`, `page 12`."""
    streets: frozenset[str]
    year_leads: frozenset[str]
    """Before four digits they make them a year, whatever follows: `in 2000 people left`."""
    ages: frozenset[str]
    """Before an age: `aged 12`."""
    age_nouns: frozenset[Phrase]
    """After an age: `12 years old`."""
    clock: frozenset[Phrase]
    """After an hour: `ten in the morning`, `seven o'clock`."""
    before_one: frozenset[str]
    """Before `one`, they make it a pronoun, as determiners do: `no one`."""
    no_count: frozenset[str]
    """After `one`, they make it a pronoun or an adverbial: `one day`, `one of`."""
    plurals: Mapping[str, str]
    """Irregular plurals → singular."""
    past: Mapping[str, str]
    """Irregular forms → the verb."""
    verbs: frozenset[str]
    """Verbs that after a plural are no nouns: `civilians flee`."""
    spellings: Mapping[str, str]
    people: frozenset[str]
    """Singular nouns that stand for any human being."""
    variant_nouns: Mapping[str, str]
    """Singular nouns that versions of one statement use for the same."""
    counts_of: Mapping[str, tuple[str, str]]
    """Nouns that hold what happened → who is counted and what was done to them: `deaths`."""
    adjectives: Mapping[str, str]
    """States that follow a bare number → what was done: `12 dead`."""
    doings: Mapping[str, str]
    """A verb's stem → the class it stands in. Two classes are two facts."""
    reporting: frozenset[str]
    """Verbs that say no more of what is counted than that somebody counted: `confirmed 26 deaths`."""
    spans: frozenset[str]
    """Before a length of time they make it a stretch in which something happened: `the past 24 hours`."""
    measuring: frozenset[str]
    """Verbs whose object is how much, and nothing that was done to it: `cost 40 million crowns`."""
    predicate_ends: frozenset[str]
    """Where it is told no further what happened to what is counted: `returned to school after …`."""
    places: frozenset[str]
    """Nouns that stand for a place that has a name: `the city`."""
    done_to_people: frozenset[str]
    """Classes of verbs whose object is people where it is a bare number: `killing at least 20`."""
    toll: frozenset[str]
    """Nouns whose verb leads to a bare number of people killed: `the toll rose to 26`."""
    including: frozenset[Phrase]
    """Open a part of what was counted just before."""
    definites: frozenset[str]
    per: frozenset[str]
    """Before the unit that a price or a rate is for: `$50 a ton`."""
    dimensions: frozenset[str]
    """After a measure they say which it is: `12 km long`."""
    groupers: frozenset[str]
    """Name the group that a figure is said of: `among women`."""
    exceedable: frozenset[str]
    """Of these, more than a hundred per cent can be."""
    no_context: frozenset[str]
    """Words that do not tell one fact from another."""
    neutral_modifiers: frozenset[str]
    days: frozenset[str]
    """Weekdays and months."""
