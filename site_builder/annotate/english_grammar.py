"""English function words: the class of each, and what it does around a verb of reporting."""

from __future__ import annotations

from site_builder.annotate.grammar import Grammar

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

GRAMMAR = Grammar(
    according=("according", "to"),
    that=frozenset(("that",)),
    questions=frozenset("if whether what how why who where which".split()),
    to_come=frozenset("would wouldn’t wouldn't".split()),
    pluperfect=frozenset("had hadn’t hadn't".split()),
    inside=frozenset(("in",)),
    owning=frozenset(("own",)),
    summing=frozenset(("so",)),
    listing=frozenset(("following",)),
    manner=frozenset(("how",)),
    channels=frozenset("through via".split()),
    taking_up=frozenset("which something".split()),
    relatives=frozenset("who which that".split()),
    personal_relatives=frozenset(("who",)),
    infinitive=frozenset(("to",)),
    agent=frozenset(("by",)),
    origins=frozenset("by from".split()),
    charges=frozenset("of as for over".split()),
    be=frozenset("am is are was were be been being".split()),
    nonfinite=frozenset("be been being having not never".split()),
    comparing=frozenset(("than",)),
    echoing=frozenset(("as",)),
    in_turn=frozenset((("in", "turn"), ("in", "response"), ("in", "return"), ("in", "reply"))),
    pointers=frozenset("this so these".split()),
    resuming=frozenset(("is",)),
    fronting=frozenset("although while though when as if after because since".split()),
    negations=frozenset(word for word in AUXILIARIES if word.endswith(("not", "never", "n’t", "n't"))),
    factual=frozenset(
        """do does did has have had not never don’t doesn’t didn’t hasn’t haven’t hadn’t don't doesn't didn't
        hasn't haven't hadn't""".split()
    ),
    present=frozenset("is are has have isn’t aren’t hasn’t haven’t isn't aren't hasn't haven't".split()),
    past_auxiliaries=frozenset("was were had did would could might wasn’t weren’t hadn’t didn’t".split()),
    places_where=frozenset(("where",)),
    added_relatives=frozenset("where which who whose".split()),
    hedges=frozenset("at more some about nearly almost around over up".split()),
    missing=frozenset("without no not didn’t didn't".split()),
    nobody=frozenset("nobody no no-one noone none neither".split()),
    unrealised=frozenset(
        """yet fail fails failed forgot neglected omitted plan plans planned hope hopes hoped intend intends
        intended want wants wanted expect expects expected due set likely unlikely""".split()
    ),
    impelled=frozenset(
        "forced obliged compelled moved quick keen anxious careful eager swift right wrong first".split()
    ),
    invariant=frozenset("bet burst cast cost cut hit hurt let put quit set shed shut split spread".split()),
    adversatives=frozenset(("but",)),
    contrasts=frozenset("while although though".split()),
    adverbial=frozenset("when while because although as once".split()),
    timing=frozenset("as when".split()),
    occasions=frozenset("after as".split()),
    sequels=frozenset(("before",)),
    addressing=frozenset("speaking talking".split()),
    asides=frozenset("according compared echoing throwing giving making referring".split()),
    appositions=frozenset("a an who which whose".split()),
    after_attribution=frozenset("as when while who after and last earlier".split()),
    before_participle=frozenset("in by while after before also as".split()),
    things=frozenset(("it",)),
    anybody=frozenset("anyone anybody whoever everyone everybody nobody no-one noone".split()),
    somebody=frozenset("someone somebody".split()),
    habits=("used to ", "like to ", "likes to ", "love to ", "loves to ", "always said", "always says"),
    articles=frozenset("a an the".split()),
    indefinite_articles=frozenset("a an".split()),
    definites=frozenset("the this".split()),
    counting=frozenset("two three four five six seven eight nine ten several many some few both".split()),
    quantifiers=frozenset("many some one other another both others two few most all".split()),
    singling=frozenset("one another other".split()),
    floating=frozenset("both all each long once since twice".split()),
    oblique=frozenset("them us".split()),
    hearing=frozenset("me us him her them you".split()),
    reflexives=frozenset("himself herself themselves itself myself ourselves".split()),
    conjunction=frozenset(("and",)),
    of=frozenset(("of",)),
    body_links=frozenset("of for".split()),
    office_links=frozenset("of for in at to".split()),
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
    whenever=frozenset("after as before when while".split()),
    directions=frozenset("back away again aside together forth".split()),
    topics=frozenset("of about for".split()),
    times=frozenset("last this next earlier late early".split()),
    unnamed=frozenset("anonymous named identified".split()),
    conditions=frozenset(("anonymity",)),
    programmes=frozenset("broadcast edition episode show program programme".split()),
    past="ed",
    participle="ing",
    ago=frozenset("ago later earlier before".split()),
    zone=("local", "time"),
    halves_of_day=frozenset(("a.m.", "p.m.")),
    plural="s",
    no_plural=("ss", "us"),
)
