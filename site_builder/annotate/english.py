"""English, as tables. Lower case throughout; what is said of a word holds for news in general."""

from __future__ import annotations

from dataclasses import replace

from site_builder.annotate.english_inflection import verb_forms
from site_builder.annotate.english_names import (
    BODY_ENDINGS,
    COMPOUND_RANKS,
    FULL_TITLES,
    GENDERED_NOUNS,
    GENERALS,
    GIVEN_NAMES,
    HONORIFICS,
    INITIAL_OFFICES,
    INITIAL_RANKS,
    OFFICE_PREFIXES,
    OFFICES,
    PLACE_PREFIXES,
    PORTFOLIOS,
    POST_NOMINALS,
    RANKS,
    SHORT_TITLES,
    SURNAMES,
)
from site_builder.annotate.english_nouns import (
    BODY_NOUNS,
    BODY_PURPOSES,
    COMPANY_NOUNS,
    COMPANY_WORDS,
    DEPARTMENTS,
    FORUMS,
    GENERIC_NOUNS,
    PERSON_NOUNS,
    SINGULARS,
)
from site_builder.annotate.english_time import TIME
from site_builder.annotate.language import Gender, Grammar, Language

DETERMINERS = """a an the this these those his her their its our my your some any each every several many
most more few no another other both one two three four five six seven eight nine ten all such""".split()
PRONOUNS = "he she they it we i you".split()
AUXILIARIES = """am is are was were be been being has have had having do does did will would can could may
might shall should must not never cannot isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t don’t
didn’t won’t wouldn’t can’t couldn’t shouldn’t mustn’t ain’t isn't aren't wasn't weren't hasn't haven't
hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't mustn't ain't""".split()
VERBS = """went go goes came come comes made make makes took take takes got get gets gave give gives saw see
sees knew know knows thought think thinks felt feel feels left leave leaves lost lose loses won win wins met
meet meets ran run runs held hold holds kept keep keeps began begin begins became become becomes brought
bring brings bought sold sent send sends spent built paid led stood fell grew drew threw broke chose rose
wore drove ate flew forgot hid rode shook sang sank sat slept spoke stole struck taught tore woke
wants want wanted needs believe believes believed hopes hoped expects expect expected seems seem seemed
appears appeared remains remained tries try tried plans planned includes include included says refused
failed stuck fought caught sought laid swept clung hung dug dealt froze swung withdrew undertook underwent
arose meant fled fed bled bred shrank forbade forgave overtook overthrew rebuilt mistook withstood understood
started stopped helped used lived died killed moved turned opened closed joined faced won’t""".split()
PREPOSITIONS = """of in on at by for with from to into onto over under about after before during against
between among through across along around behind beyond near off out up down toward towards upon within
without amid amidst despite following outside inside throughout above below beneath alongside aboard via per
like unlike including regarding concerning besides""".split()
COORDINATORS = "and but or nor".split()
SUBORDINATORS = """that while as when because if who whom whose which what where why how whether although
though since until unless than so once""".split()
ADVERBS = """also then later again too still just even now once twice ever often always soon already however
meanwhile therefore moreover instead indeed thus further perhaps maybe elsewhere here there earlier
afterwards yet almost only quite rather first second last initially famously himself herself themselves
itself simply aloud""".split()
NO_ADVERBS = """elderly friendly unfriendly lonely deadly costly daily weekly monthly yearly lively ugly holy
unholy family assembly supply reply rally ally bully anomaly monopoly melancholy butterfly jelly belly lovely
orderly disorderly scholarly cowardly fatherly motherly kindly comply apply multiply rely imply""".split()
"""Words in -ly that are none."""
TIMES = """monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow january
february march april june july august september october november december jan. feb. mar. apr. jun. jul.
aug. sept. sep. oct. nov. dec. week month year day morning afternoon evening night weekend midday noon
weeks months years days""".split()

CONTRACTIONS = [
    pronoun + mark + ending
    for pronoun in (*PRONOUNS, "there")
    for mark in "’'"
    for ending in ("s", "re", "ll", "d", "ve", "m")
]

TAGS = {
    word: tag
    for tag, words in (
        ("w", NO_ADVERBS),
        ("V", VERBS),
        ("T", TIMES),
        ("R", ADVERBS),
        ("I", PREPOSITIONS),
        ("S", SUBORDINATORS),
        ("C", COORDINATORS),
        ("A", AUXILIARIES),
        ("D", DETERMINERS),
        ("P", PRONOUNS + CONTRACTIONS),
    )
    for word in words
}
"""Where a word stands in two lists, the later class wins."""

ABBREVIATIONS = frozenset(
    """mr mrs ms messrs dr prof sen sens rep reps gov govs gen maj col lt capt cmdr adm sgt cpl pvt brig
    rev fr hon pres st mt ft no nos vol fig vs etc al inc corp co ltd llc bros dept jr sr esq est approx jan
    feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md
    mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ave blvd rd""".split()
).union(SHORT_TITLES, ("mx", "messrs", "smt", "mme"))
CLOSING_ABBREVIATIONS = frozenset("inc corp co ltd llc jr sr etc esq a.m p.m u.s u.n u.k e.u d.c bros".split())

DOCUMENTS = frozenset(
    """statement statements letter letters report reports memo email emails message messages tweet tweets
    lawsuit suit complaint petition release post note op-ed ad video speech document documents affidavit
    affidavits filing filings communique communiqué""".split()
)
"""What somebody issues to say something: "released a statement saying"."""
EVIDENCE = frozenset(
    """data evidence figures footage image images number numbers photo photos photograph photographs picture
    pictures record records results signs statistics test tests video videos""".split()
)
CLAIMS = frozenset(
    """accusation accusations allegation allegations assertion assertions charge charges claim claims
    complaint complaints criticism denial finding findings statement statements suggestion suggestions
    warning warnings report reports""".split()
)
SAYINGS = frozenset(
    """accusation accusations admission allegation allegations announcement argument arguments assertion
    assertions assurance assurances claim claims comment comments complaint complaints concession conclusion
    confirmation contention declaration denial disclosure forecast hint hints insistence pledge prediction
    predictions promise promises proposal reassurance recommendation remark remarks revelation statement
    statements suggestion suggestions testimony threat threats vow warning warnings""".split()
)
ISSUING = frozenset(
    """issue issues issued make makes made give gives gave release releases released repeat repeats repeated
    raise raises raised renew renews renewed publish publishes published""".split()
)
SPOKEN_PRONOUNS: dict[str, Gender | None] = {
    "he": "he", "she": "she", "they": None, "it": None, "we": None, "i": None, "you": None,
    "him": "he", "his": "he", "her": "she", "them": None, "their": None,
}  # fmt: skip
SURNAME_PARTICLES = frozenset("de da del della di dos du van von der den bin ibn al el la le ter ten".split())
CONNECTIVES = (
    "at the same time", "in addition", "in turn", "in particular", "on the other hand", "as a result",
    "for example", "for instance", "after all", "in the meantime", "on the contrary", "meanwhile",
    "however", "earlier", "moreover", "besides", "also", "furthermore", "additionally",
)  # fmt: skip
LABEL_WORDS = frozenset(
    """related read update updated photo photos watch note follow source editor video also here ps p.s
    exclusive breaking opinion live latest more correction
    byline headline abstract topic topics transcript timeline explainer factbox obituary podcast
    wrapup rpt refile corrected analysis focus insight interview snapshot preview advisory""".split()
)


GRAMMAR = Grammar(
    according=("according", "to"),
    that=frozenset(("that",)),
    questions=frozenset("if whether what how why who where which".split()),
    relatives=frozenset("who which that".split()),
    personal_relatives=frozenset(("who",)),
    infinitive=frozenset(("to",)),
    agent=frozenset(("by",)),
    origins=frozenset("by from".split()),
    charges=frozenset("of as for over".split()),
    be=frozenset("am is are was were be been being".split()),
    nonfinite=frozenset("be been being having not never".split()),
    comparing=frozenset(("than",)),
    pointers=frozenset("this so these".split()),
    resuming=frozenset(("is",)),
    fronting=frozenset("although while though when as if after because since".split()),
    negations=frozenset(word for word in AUXILIARIES if word.endswith(("not", "never", "n’t", "n't"))),
    factual=frozenset(
        """do does did has have had not never don’t doesn’t didn’t hasn’t haven’t hadn’t don't doesn't didn't
        hasn't haven't hadn't""".split()
    ),
    nobody=frozenset("nobody no no-one noone none neither".split()),
    unrealised=frozenset(
        """yet fail fails failed forgot neglected omitted plan plans planned hope hopes hoped intend intends
        intended want wants wanted expect expects expected due set likely unlikely""".split()
    ),
    impelled=frozenset(
        "forced obliged compelled moved quick keen anxious careful eager swift right wrong first".split()
    ),
    adversatives=frozenset(("but",)),
    contrasts=frozenset("while although though".split()),
    adverbial=frozenset("when while because although as once".split()),
    timing=frozenset("as when".split()),
    occasions=frozenset("after as".split()),
    sequels=frozenset(("before",)),
    asides=frozenset("according compared echoing throwing giving making referring".split()),
    appositions=frozenset("a an who which whose".split()),
    after_attribution=frozenset("as when while who after and last earlier".split()),
    before_participle=frozenset("in by while after before also as".split()),
    things=frozenset(("it",)),
    anybody=frozenset("anyone anybody whoever everyone everybody nobody no-one noone".split()),
    articles=frozenset("a an the".split()),
    indefinite_articles=frozenset("a an".split()),
    definites=frozenset("the this".split()),
    counting=frozenset("two three four five six seven eight nine ten several many some few both".split()),
    quantifiers=frozenset("many some one another both others two few most all".split()),
    floating=frozenset("both all each long".split()),
    oblique=frozenset("them us".split()),
    hearing=frozenset("me us him her them you".split()),
    reflexives=frozenset("himself herself themselves itself myself ourselves".split()),
    conjunction=frozenset(("and",)),
    of=frozenset(("of",)),
    body_links=frozenset("of for".split()),
    office_links=frozenset("of for in at".split()),
    first_person=frozenset("i me my mine myself we us our ours ourselves".split()).union(
        f"{pronoun}{mark}{end}"
        for pronoun in ("i", "we")
        for mark in "’'"
        for end in ("m", "re", "ve", "d", "ll")
    ),
    second_person=frozenset("you your yours yourself you’re you've you’ve you're you’d you'd".split()),
    former=frozenset("former then ex retired outgoing one-time onetime erstwhile".split()),
    initialless=frozenset("of for and the in on to de".split()),
    inside_phrases=frozenset("of for with at from".split()),
    accompanying=frozenset(("with",)),
    days=frozenset(("on",)),
    places=frozenset(
        "in during at outside inside near on to via through from after before over by for of about with".split()
    ),
    directions=frozenset("back away again aside together forth".split()),
    topics=frozenset("of about for".split()),
    times=frozenset("last this next earlier late early".split()),
    unnamed=frozenset("anonymous named identified".split()),
    conditions=frozenset(("anonymity",)),
    programmes=frozenset("broadcast edition episode show program programme".split()),
    past="ed",
    participle="ing",
    halves_of_day=frozenset(("a.m.", "p.m.")),
    plural="s",
    no_plural=("ss", "us"),
)
ENGLISH = Language(
    tags=TAGS,
    adverb_suffix="ly",
    months_too=frozenset(("may",)),
    abbreviations=ABBREVIATIONS,
    closing_abbreviations=CLOSING_ABBREVIATIONS,
    verbs=verb_forms(),
    saying="said",
    grammar=GRAMMAR,
    time=TIME,
    documents=DOCUMENTS,
    occasions=frozenset("statement interview tweet briefing release conference bulletin broadcast".split()),
    evidence=EVIDENCE,
    claims=CLAIMS,
    sayings=SAYINGS,
    issuing=ISSUING,
    possessives=frozenset("his her its their".split()),
    questioning=frozenset(("ask",)),
    answering_verbs=frozenset("answer reply respond retort".split()),
    denying=frozenset(
        """deny reject dismiss refute rebut rebuff dispute disavow question criticize criticise condemn denounce
        decry deplore mock ridicule deride slam counter""".split()
    ),
    stances=frozenset(
        "deny dispute reject dismiss refute question rule agree accept object disagree concur".split()
    ),
    forums=FORUMS,
    indefinites=frozenset("a an one another some any each every several many most more few no other".split()),
    plurals=frozenset("women men people police children media staff few many most some both".split()).union(
        noun for noun in SINGULARS if noun.endswith("men")
    ),
    person_nouns=PERSON_NOUNS.union(SINGULARS, ("people", "authorities", "men")),
    unspecific=frozenset("people person persons insider insiders source sources".split()),
    singulars=SINGULARS,
    body_nouns=BODY_NOUNS
    | FORUMS
    | {noun + "s" for noun in BODY_NOUNS}
    | {noun[:-1] + "ies" for noun in BODY_NOUNS if noun.endswith("y")},
    leaders={"ministry": "minister"},
    body_purposes=BODY_PURPOSES,
    departments=DEPARTMENTS,
    company_nouns=COMPANY_NOUNS,
    company_words=COMPANY_WORDS,
    generic_nouns=GENERIC_NOUNS,
    deputies=frozenset("deputy vice".split()),
    seniors=frozenset("acting assistant chief deputy head lead principal senior vice".split()),
    ranked_offices=frozenset("minister secretary spokesman spokeswoman spokesperson".split()),
    offices=OFFICES,
    office_prefixes=OFFICE_PREFIXES,
    person_endings=("ologist", "ographer", "ician", "person", "woman"),
    title_endings=tuple("er or ist man hand eer smith wright naut ian".split()),
    age_ending="-year-old",
    ranks=RANKS,
    compound_ranks=COMPOUND_RANKS,
    ordinals=frozenset("first second third".split()),
    generals=GENERALS,
    initial_offices=INITIAL_OFFICES,
    surname_nouns=SURNAMES,
    portfolios=PORTFOLIOS,
    place_prefixes=PLACE_PREFIXES,
    body_endings=BODY_ENDINGS,
    initial_ranks=INITIAL_RANKS,
    post_nominals=POST_NOMINALS,
    full_titles=FULL_TITLES,
    styles=frozenset(("justice",)),
    honorifics=HONORIFICS,
    given_names=GIVEN_NAMES,
    gendered_nouns=GENDERED_NOUNS,
    pronouns=SPOKEN_PRONOUNS,
    pronouns_of_bodies=frozenset(("it", "they", "them")),
    surname_particles=SURNAME_PARTICLES,
    name_suffixes=frozenset("jr. sr. jr sr ii iii iv".split()),
    name_articles=frozenset("al el as ash ad an ar at az ul ur ud bin ibn abu".split()),
    connectives=CONNECTIVES,
    label_words=LABEL_WORDS,
    asking=frozenset("q question questioner interviewer reporter journalist".split()),
    answering=frozenset("a answer".split()),
)
ENGLISH_WITH_ATTITUDES = replace(ENGLISH, verbs=verb_forms(attitudes=True))
"""The same, with verbs of wanting and believing beside those of reporting."""
