"""English, as tables: what two versions of one statement share, and words about what others said.

Lower case throughout. What stands together says about the same thing in news, whoever says it; no
table tells a right word from a wrong one.
"""

from __future__ import annotations

from site_builder.annotate.english import ENGLISH

ATTRIBUTING = frozenset(
    """said say says saying told tell tells telling added add adds adding stated stating stressed stresses
    stressing according announced announces announcing noted noting emphasized emphasised underlined
    underscored pointed explained continued concluded reported reportedly also meanwhile however moreover
    journalists reporters spokesman spokeswoman spokesperson""".split()
)
"""Words of the frame around what was said, which tell nothing of what that was."""
EMPTY = frozenset(
    """mr mrs ms way thing things something anything everything someone anyone everyone nothing lot bit
    well very really much over several own able get got whether yes no-one noone nobody don doesn didn isn
    aren wasn weren won wouldn couldn shouldn hasn haven hadn ain ll ve re em th nd rd per cent percent
    upon whose where's that's let let's put set going them us him me none same so-called called made making
    using used taking taken while whereas including included time times part parts kind""".split()
)
"""Words without weight besides those that have a class in the annotators' tables."""
ENDINGS = (
    ("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("ss", "ss"), ("us", "us"),
    ("is", "is"), ("s", ""), ("ied", "y"), ("ing", ""), ("ed", ""), ("ly", ""),
)  # fmt: skip
"""Ending → what takes its place; the first that fits a word is taken."""

NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split(),
        start=2,
    )
} | {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
}

LIGHT = frozenset(
    """appeared appears ate became become becomes began begin begins believe believed believes bought bring
    brings broke brought built came chose closed come comes drew drove expect expected expects faced
    failed feel feels fell felt flew forgot gave get gets give gives go goes got grew held helped hid
    hold holds hoped hopes include included includes joined keep keeps kept knew know knows leave leaves
    led left lived lose loses lost made make makes meet meets met needs opened paid planned plans ran
    remained remains rode rose run runs sang sank sat saw says see seem seemed seems sees send sends
    sent shook slept sold spent spoke started stole stood stopped struck take takes taught think thinks
    thought threw took tore tried tries try turned used want wanted went win wins woke won wore""".split()
)
"""Verbs that are too frequent in news to tell one statement from another."""
_HOLDING = frozenset(word for word, tag in ENGLISH.tags.items() if tag not in "Vw" and word != "against")
STOP = (_HOLDING | LIGHT | ENGLISH.ranks | ATTRIBUTING | EMPTY) - NUMBERS.keys()
"""What says nothing of what was said: the words that hold a sentence together, and those that attribute it."""

CLAIMS = ENGLISH.claims | frozenset(
    """remark remarks comment comments words argument arguments position stance conclusion conclusions finding
    findings request requests demand demands proposal proposals question questions appeal call
    version figure figures estimate estimates speech letter promise promises pledge pledges account accounts
    narrative charge charges suggestion suggestions""".split()
)
"""Nouns for what somebody has said."""
ASKED = frozenset(
    "request requests demand demands proposal proposals question questions appeal call offer offers".split()
)
"""Those of them that ask for something: who rejects one replies to it, and denies nothing."""

DENYING = """deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed dismissing
refute refutes refuted refuting dispute disputes disputed disputing rebut rebuts rebutted rebutting repudiate
repudiates repudiated repudiating contradict contradicts contradicted contradicting""".split()
REPEATING = """reiterate reiterates reiterated reiterating repeat repeats repeated repeating restate restates
restated restating reaffirm reaffirms reaffirmed reaffirming""".split()
ANSWERING = """responding to|responded to|responds to|in response to|replying to|replied to|replies to|
in reply to|reacting to|reacted to|in reaction to|commenting on|commented on|answering|answered|answers|
asked about"""
COUNTERING = """said in reply|said in response|countered|counters|retorted|retorts|hit back|hits back|shot back|
fired back"""
CITING = """citing|cited|cites|quoting|quoted|quotes|referring to|referred to|refers to|with reference to|
in reference to|according to"""
RELATING = {
    "denies": tuple(DENYING),
    "replies-to": tuple(" ".join(cue.split()) for cue in f"{ANSWERING}|{COUNTERING}".split("|")),
    "repeats": tuple(REPEATING),
    "cites": tuple(" ".join(cue.split()) for cue in CITING.split("|")),
}
"""How one statement stands to another → the words that say so."""
COUNTERS = frozenset(" ".join(cue.split()) for cue in COUNTERING.split("|"))
"""Cues that need not say to whom: it is to what somebody else said last."""
UNTRUE = frozenset(
    """false untrue baseless unfounded groundless unsubstantiated nonsense rubbish lie lies falsehood falsehoods
    fabricated fabrication fabrications invented invention fiction fake slander absurd wrong""".split()
)
"""What denies a claim when it is said of it."""
NOT_DONE = frozenset(
    """not never no nor neither without declined refused failed cannot can’t didn’t doesn’t won’t wouldn’t
    can't didn't doesn't won't wouldn't unless if""".split()
)
"""Before a cue: what it stands for was not done."""
NEGATING = frozenset(
    """not never no none nobody nothing nowhere neither nor without cannot no-one can't didn't doesn't don't
    won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't couldn't shouldn't""".split()
    + DENYING
)
"""What says that something is not so; apostrophes are straight."""
NEGATIVE = (NEGATING | UNTRUE) | frozenset(
    """failed fails fail failure refused refuses refuse refusal declined declines decline unable impossible
    lack lacks lacked prevented prevents prevent ignored ignores ignore unanswered hardly scarcely barely only
    except instead rather few little less fewer stopped stops stop ended ends halted cancelled ruled unless
    zero""".split()
)
"""What may say so in other words: two that both have one of these need not contradict each other."""
POLES = """
rise rises rose risen rising increase increases increased increasing grow grows grew grown gain gains
  gained|fall falls fell fallen falling decrease decreases decreased decline declines declined drop drops
  dropped shrink shrinks shrank
more|fewer less
most|least
open opens opened opening reopen reopens reopened reopening|close closes closed closing closure shut
arrest arrests arrested detain detains detained|release releases released freed
support supports supported backs backed|oppose opposes opposed
approve approves approved adopt adopts adopted|reject rejects rejected
accept accepts accepted|reject rejects rejected refuse refuses refused
allow allows allowed permit permits permitted|ban bans banned forbid forbids forbade forbidden
begin begins began begun start starts started|end ends ended finish finishes finished stop stops stopped
win wins won|lose loses lost
buy buys bought|sell sells sold
import imports imported|export exports exported
profit profits|loss losses
enter enters entered arrive arrives arrived|leave leaves left depart departs departed
join joins joined|quit quits
raise raises raised|lower lowers lowered cut cuts
north northern|south southern|east eastern|west western
upper|lower
inner|outer
majority|minority
legal lawful|illegal unlawful
guilty|innocent
true|false
safe|unsafe dangerous
possible|impossible
able|unable
"""
"""What cannot both be said of one thing, a line for each scale; an archive's words are not among them."""
SPOKEN_BY = frozenset("by from of".split())
BEING = frozenset("is are was were".split())
CALLING = frozenset(
    """call calls called calling brand brands branded label labelled labeled describe describes described dub
    dubbed""".split()
)
POINTING = frozenset("the this that these those such".split())
"""Before a noun for what somebody has said: it was said just now."""
REPORTING = frozenset("said says say told tells that".split())
"""Behind these begins what is said; somebody else may be who does it."""
ON_WHAT = frozenset("that of about over".split())
"""Behind a noun for what somebody has said: what it was about."""
GOING_ON = frozenset("and but as saying adding".split())
"""With these a sentence goes on that was complete."""
