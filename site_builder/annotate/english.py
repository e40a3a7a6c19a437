"""English, as tables. Lower case throughout; what is said of a word holds for news in general."""

from __future__ import annotations

from dataclasses import replace

from site_builder.annotate.english_deeds import DEEDS
from site_builder.annotate.english_given_names import GIVEN_NAMES
from site_builder.annotate.english_grammar import GRAMMAR, TAGS
from site_builder.annotate.english_inflection import verb_forms
from site_builder.annotate.english_names import (
    BODY_ENDINGS,
    COMPOUND_RANKS,
    FAMILY_NAMES_FIRST,
    FULL_TITLES,
    GENDERED_NOUNS,
    GENERALS,
    HONORIFICS,
    INITIAL_OFFICES,
    INITIAL_RANKS,
    OFFICE_PREFIXES,
    OFFICE_SUFFIXES,
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
    CORPS,
    DEPARTMENTS,
    FORUMS,
    GENERIC_NOUNS,
    PERSON_NOUNS,
    SINGULARS,
)
from site_builder.annotate.english_roles import ROLES
from site_builder.annotate.english_time import TIME
from site_builder.annotate.language import Gender, Language

ABBREVIATIONS = frozenset(
    """mr mrs ms messrs dr prof sen sens rep reps gov govs gen maj col lt capt cmdr adm sgt cpl pvt brig
    rev fr hon pres st mt ft no nos vol fig vs etc al inc corp co ltd llc bros dept jr sr esq est approx jan
    feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md
    mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ave blvd rd""".split()
).union(SHORT_TITLES, ("mx", "messrs", "smt", "mme", "ma"))
CLOSING_ABBREVIATIONS = frozenset("inc corp co ltd llc jr sr etc esq a.m p.m u.s u.n u.k e.u d.c bros".split())

DOCUMENTS = frozenset(
    """statement statements letter letters report reports memo email emails message messages tweet tweets
    lawsuit suit complaint petition release post note op-ed ad video speech document documents affidavit
    affidavits filing filings communique communiqué study studies survey surveys analysis analyses audit audits
    research review paper findings""".split()
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
COMPOUND_ENDINGS = tuple(
    """-administered -affiliated -aligned -allied -appointed -backed -based -born -controlled
    -dominated -educated -funded -held -leaning -led -linked -majority -occupied -owned -run
    -sponsored -supported -trained""".split()
)
VIEWS = frozenset(
    """alarm anger belief certainty concern concerns confidence conviction disappointment doubt doubts
    expectation expectations fear fears frustration hope hopes optimism opinion outrage regret satisfaction
    suspicion suspicions view worry worries""".split()
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
AUTHORING = frozenset(
    """authored collated collected compiled conducted delivered drafted filed gathered given issued led made
    penned posted prepared presented produced provided published read released sent shared signed submitted
    supplied written""".split()
).union(("carried out", "drawn up", "put out"))
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
TALKS = frozenset("chat conversation interview q&a talk".split())
LABEL_WORDS = frozenset(
    """related read update updated photo photos watch note follow source editor video also here ps p.s
    exclusive breaking opinion live latest more correction
    byline headline abstract topic topics transcript timeline explainer factbox obituary podcast
    wrapup rpt refile corrected analysis focus insight interview snapshot preview advisory""".split()
)
ENGLISH = Language(
    tags=TAGS,
    adverb_suffix="ly",
    months_too=frozenset(("may",)),
    worded=frozenset(),
    abbreviations=ABBREVIATIONS,
    closing_abbreviations=CLOSING_ABBREVIATIONS,
    verbs=verb_forms(),
    deeds=DEEDS,
    roles=ROLES,
    saying="said",
    grammar=GRAMMAR,
    time=TIME,
    documents=DOCUMENTS,
    occasions=frozenset("statement interview tweet briefing release conference bulletin broadcast".split()),
    evidence=EVIDENCE,
    claims=CLAIMS,
    sayings=SAYINGS,
    views=VIEWS,
    quotations=frozenset("quote quotes quotation quotations".split()),
    compound_endings=COMPOUND_ENDINGS,
    issuing=ISSUING,
    authoring=AUTHORING,
    participles=frozenset("given held kept known leaked made read seen sent shown taken written".split()),
    possessives=frozenset("his her its their".split()),
    questioning=frozenset(("ask",)),
    answering_verbs=frozenset("answer reply respond retort".split()),
    refusals=frozenset("cannot declined declines failed fails no refused refuses unable without yet".split()),
    answers=frozenset(
        "answer answered available comment commented reached reachable reply replied respond responded return "
        "returned speak".split()
    ),
    silences=frozenset("unavailable unreachable unanswered".split()),
    denying=frozenset(
        """deny reject dismiss refute rebut rebuff dispute disavow question criticize criticise condemn denounce
        decry deplore mock ridicule deride slam counter""".split()
    ),
    stances=frozenset(
        "deny dispute reject dismiss refute question rule agree accept object disagree concur".split()
    ),
    magnitudes=frozenset(
        """billion billions cent cents dollar dollars dozen dozens euro euros half hectares hundred hundreds
        kilometer kilometers kilometre kilometres majority meter meters metre metres mile miles million millions
        number numbers pct per percent percentage pound pounds quarter third tons tonnes thousand thousands
        total trillion""".split()
    ),
    forums=FORUMS,
    indefinites=frozenset("a an one another some any each every several many most more few no other".split()),
    plurals=frozenset("women men people police children media staff few many most some both".split()).union(
        noun for noun in SINGULARS if noun.endswith("men")
    ),
    person_nouns=PERSON_NOUNS.union(SINGULARS, ("people", "authorities", "men")),
    unspecific=frozenset("people person persons insider insiders source sources".split()),
    impersonal=frozenset(("source",)),
    singulars=SINGULARS,
    body_nouns=BODY_NOUNS
    | FORUMS
    | {noun + "s" for noun in BODY_NOUNS}
    | {noun[:-1] + "ies" for noun in BODY_NOUNS if noun.endswith("y")},
    leaders={"ministry": "minister"},
    body_purposes=BODY_PURPOSES,
    corps=CORPS,
    departments=DEPARTMENTS,
    company_nouns=COMPANY_NOUNS,
    lettered=frozenset("agency alliance association bloc body bureau fund regulator service watchdog".split()),
    company_words=COMPANY_WORDS,
    generic_nouns=GENERIC_NOUNS,
    deputies=frozenset("deputy vice".split()),
    seniors=frozenset("acting assistant chief deputy head lead principal senior vice".split()),
    ranked_offices=frozenset("minister secretary spokesman spokeswoman spokesperson".split()),
    heads_of_all=frozenset("ceo executive".split()),
    parts=PORTFOLIOS
    | BODY_PURPOSES
    | frozenset("design digital fire financial legal marketing medical operating police policy sales".split()),
    offices=OFFICES,
    office_prefixes=OFFICE_PREFIXES,
    office_suffixes=OFFICE_SUFFIXES,
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
    country_endings=("ish", "ch", "ese", "an", "i", "ic"),
    surname_bodies=frozenset("bank banks book chambers church country court front house post state".split()),
    regal=frozenset("emperor empress king pope prince princess queen sultan emir".split()),
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
    family_names_first=FAMILY_NAMES_FIRST,
    surname_particles=SURNAME_PARTICLES,
    name_suffixes=frozenset("jr. sr. jr sr ii iii iv".split()),
    name_articles=frozenset("al el as ash ad an ar at az ul ur ud bin ibn abu".split()),
    connectives=CONNECTIVES,
    label_words=LABEL_WORDS,
    wording=frozenset(("words",)),
    messages=SAYINGS | frozenset("advice answer message reaction reply response verdict view".split()),
    checked=frozenset("checked confirmed corroborated established verified".split()),
    proofs=frozenset("detail details elaborating elaboration evidence explanation proof".split()),
    talks=TALKS,
    interviewing=TALKS.union("interviewed speaks spoke spoken talked talks answered answers".split()),
    asking=frozenset("q question questioner interviewer reporter journalist presenter".split()),
    answering=frozenset("a answer".split()),
)
ENGLISH_WITH_ATTITUDES = replace(ENGLISH, verbs=verb_forms(attitudes=True))
"""The same, with verbs of wanting and believing beside those of reporting."""
