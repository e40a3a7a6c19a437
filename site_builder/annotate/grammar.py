"""The function words of a language, as the finders ask for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Function words, by what they do around a verb of reporting."""

    according: tuple[str, str]
    """`according to`, as two words."""
    that: frozenset[str]
    """Open a clause that was said."""
    questions: frozenset[str]
    """Open a question that was asked."""
    to_come: frozenset[str]
    """`would`: in a report in the past, of what was still to come."""
    pluperfect: frozenset[str]
    """`had`: in such a report, of what was over."""
    inside: frozenset[str]
    """`in`."""
    owning: frozenset[str]
    """`own`, behind whose a thing is."""
    summing: frozenset[str]
    """`so` of `So said Lee`, at the head of a sentence."""
    listing: frozenset[str]
    """`following` of `said the following: …`."""
    manner: frozenset[str]
    """`how`: one of `questions` that is told of where nobody asks."""
    channels: frozenset[str]
    """`through`: opens the person by whom a body speaks."""
    taking_up: frozenset[str]
    """`which`: after a comma it may stand for all that was told before it."""
    relatives: frozenset[str]
    personal_relatives: frozenset[str]
    """Stand for people alone."""
    infinitive: frozenset[str]
    """`to` before a verb."""
    agent: frozenset[str]
    """`by`: opens who spoke, after a passive."""
    origins: frozenset[str]
    """`by`, `from`: open whose words they are, after a noun: `a warning from divers`."""
    charges: frozenset[str]
    """Open what was said of the subject of a passive: `was accused by Lee of …`."""
    be: frozenset[str]
    """Forms that make a passive with a participle."""
    nonfinite: frozenset[str]
    """Auxiliaries that make no clause alone: `being`."""
    comparing: frozenset[str]
    echoing: frozenset[str]
    """Before who says it, too: `…, as Lee said`."""
    in_turn: frozenset[tuple[str, str]]
    """Stand between a subject and its verb: `the rebels in turn accused`."""
    """`than`: what follows it is no verb of a clause: `higher than expected`."""
    pointers: frozenset[str]
    """`this`: points back to what was said, and is not itself what was."""
    resuming: frozenset[str]
    """Auxiliaries that after "and" or "but" take up the subject of the outlet's own clause."""
    fronting: frozenset[str]
    """Open a clause that stands before the main one: "While he said …,"."""
    negations: frozenset[str]
    factual: frozenset[str]
    """Auxiliaries of what was done or not done, whatever anybody could or would: `did not`, `has`."""
    present: frozenset[str]
    """Auxiliaries of what holds where the outlet stands: `is`, `has`."""
    past_auxiliaries: frozenset[str]
    places_where: frozenset[str]
    """`where`: opens a relative clause of a place."""
    added_relatives: frozenset[str]
    """Open a relative clause that, after a comma, adds something."""
    hedges: frozenset[str]
    """Open a count that is made with care: `at least 11`."""
    missing: frozenset[str]
    """Tell that a thing is not there: `without`, `no`."""
    nobody: frozenset[str]
    """`nobody`, `no`: a subject that starts so has said nothing."""
    unrealised: frozenset[str]
    """Words before an infinitive that did not come about, or not yet: `failed to`, `plans to`, `yet to`."""
    impelled: frozenset[str]
    """Words between a form of `be` and an infinitive that did come about: `was forced to`."""
    invariant: frozenset[str]
    """Verbs whose past has no ending, and which are nouns, too: `cut`."""
    adversatives: frozenset[str]
    """Coordinators that set one clause against another."""
    contrasts: frozenset[str]
    adverbial: frozenset[str]
    """Open an adverbial clause, which is no question."""
    timing: frozenset[str]
    """`as` and `when`: what they open at the head of a sentence was not said."""
    occasions: frozenset[str]
    """`after`, `as`: before somebody who speaks they end a noun phrase or an infinitive that was said."""
    sequels: frozenset[str]
    """`before`: after a comma it opens what the outlet tells next."""
    addressing: frozenset[str]
    """After a comma, before a preposition they tell where somebody spoke."""
    asides: frozenset[str]
    """Open an aside of the outlet's own after a comma, besides participles of reporting."""
    appositions: frozenset[str]
    """Open an apposition to the one according to whom."""
    after_attribution: frozenset[str]
    before_participle: frozenset[str]
    things: frozenset[str]
    """`it`: stands for a thing more often than for who speaks."""
    anybody: frozenset[str]
    """Stand for nobody in particular, who says nothing: `anyone with information`."""
    somebody: frozenset[str]
    """Stand for one whom nothing is told of: `someone`."""
    habits: tuple[str, ...]
    """Open what is said again and again, and nowhere in particular: `used to say`."""
    articles: frozenset[str]
    indefinite_articles: frozenset[str]
    definites: frozenset[str]
    counting: frozenset[str]
    """`two`, `several`: before a noun they say how many."""
    quantifiers: frozenset[str]
    """Stand for people without a noun: "many", "some"."""
    singling: frozenset[str]
    """Stand for one of those just told of: `one`, `the other`."""
    floating: frozenset[str]
    """Belong to the verb, not to the noun: `have both urged`."""
    oblique: frozenset[str]
    """`them`: may have a name in apposition."""
    hearing: frozenset[str]
    """`us`, `her`: a pronoun for who is told something, complete by itself."""
    reflexives: frozenset[str]
    """`herself`: an object, though it may stand beside any verb."""
    conjunction: frozenset[str]
    of: frozenset[str]
    body_links: frozenset[str]
    """Go on with the name of a body: `Department for Transport`."""
    office_links: frozenset[str]
    """Stand between an office and what it is of: `Leader in the Senate`."""
    first_person: frozenset[str]
    """`I`, `our`: of those who speak of themselves."""
    second_person: frozenset[str]
    """`you`, `your`: of those spoken to."""
    former: frozenset[str]
    """Say of an office that its holder has left it."""
    initialless: frozenset[str]
    """Words that give no letter to an acronym."""
    inside_phrases: frozenset[str]
    """Prepositions that go on with a noun phrase."""
    accompanying: frozenset[str]
    """`with`: `with Lee calling it absurd`."""
    days: frozenset[str]
    """The preposition of a day: `on Monday`."""
    places: frozenset[str]
    """Open an adverbial between a verb and what was said: `said in an interview that`."""
    whenever: frozenset[str]
    """Open a clause for the occasion on which something was said: `said when he arrived that`."""
    directions: frozenset[str]
    """`back`: go with a verb, of which they are no object: `calls back`."""
    topics: frozenset[str]
    """Those of `places` that open what is spoken of."""
    times: frozenset[str]
    """Stand before a time: `last week`."""
    unnamed: frozenset[str]
    """`anonymous`: of a source that asks not to be named."""
    conditions: frozenset[str]
    """`on condition of anonymity`: on what terms it was said."""
    programmes: frozenset[str]
    past: str
    """The ending of a regular past."""
    participle: str
    ago: frozenset[str]
    """Close a span of time that makes it a moment: `a year ago`, `hours later`."""
    zone: tuple[str, str]
    """`local time`, as two words."""
    halves_of_day: frozenset[str]
    """`a.m.` and `p.m.`, which end a sentence or not."""
    plural: str
    no_plural: tuple[str, ...]
    """Endings of words that end as a plural does, and are none."""
