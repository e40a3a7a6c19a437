"""English for figures, as tables. Lower case throughout."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.annotate.english import ENGLISH as LANGUAGE
from site_builder.figures.english_currencies import CURRENCY_CODES, CURRENCY_WORDS, MARKS
from site_builder.figures.english_units import GLUED, UNITS
from site_builder.figures.figure import Hedge
from site_builder.figures.language import FigureWords, Phrase


def _phrases(*lines: str) -> frozenset[Phrase]:
    return frozenset(tuple(phrase.split()) for line in lines for phrase in line.split("|"))


def _classes(classes: dict[str, str]) -> dict[str, str]:
    return {word: name for name, members in classes.items() for word in members.split()}


ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12,
}  # fmt: skip
ROUNDS = {
    "dozens": (24, 99), "scores": (40, 199), "tens": (20, 99), "hundreds": (200, 999),
    "thousands": (2000, 9999), "millions": (2 * 10**6, 10**9 - 1), "billions": (2 * 10**9, 10**12 - 1),
    "trillions": (2 * 10**12, 10**15 - 1),
}  # fmt: skip

HEDGES: dict[str, Hedge] = {
    "more than": "more than", "over": "more than", "above": "more than", "in excess of": "more than",
    "upwards of": "more than", "upward of": "more than", "exceeding": "more than", "exceeds": "more than",
    "exceeded": "more than", "just over": "more than", "well over": "more than", "greater than": "more than",
    "higher than": "more than", "larger than": "more than",
    "at least": "at least", "no fewer than": "at least", "no less than": "at least",
    "not less than": "at least", "not fewer than": "at least", "a minimum of": "at least",
    "about": "about", "around": "about", "approximately": "about", "some": "about", "roughly": "about",
    "nearly": "about", "almost": "about", "close to": "about", "circa": "about", "an estimated": "about",
    "estimated": "about", "approx": "about", "approx.": "about", "near": "about", "nearly about": "about",
    "up to": "at most", "at most": "at most", "no more than": "at most", "not more than": "at most",
    "a maximum of": "at most", "not exceed": "at most", "not exceeding": "at most",
    "fewer than": "less than", "less than": "less than", "under": "less than", "below": "less than",
    "just under": "less than", "well under": "less than", "lower than": "less than",
    "exactly": "exact", "precisely": "exact", "as many as": "exact", "as much as": "exact",
    "as few as": "exact",
}  # fmt: skip
HEDGES_AFTER: dict[str, Hedge] = {
    "or more": "at least", "and more": "at least", "or so": "about", "or fewer": "at most",
    "or less": "at most", "plus": "at least", "+": "at least", "odd": "about",
}  # fmt: skip


PLURALS = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "policemen": "policeman", "feet": "foot", "teeth": "tooth", "lives": "life", "wives": "wife",
    "homes": "home", "houses": "house", "police": "police", "troops": "troop", "personnel": "personnel",
    "staff": "staff", "crew": "crew", "aircraft": "aircraft", "sheep": "sheep", "fish": "fish",
    "cattle": "cattle", "deer": "deer", "media": "medium", "species": "species", "series": "series",
    "knives": "knife", "shelves": "shelf", "wolves": "wolf", "leaves": "leaf", "buses": "bus", "gases": "gas",
    "cases": "case", "bases": "base", "crises": "crisis", "votes": "vote", "movies": "movie",
    "casualties": "casualty", "vehicles": "vehicle", "headquarters": "headquarters", "kids": "child",
    "youths": "youth", "criteria": "criterion", "data": "data", "infantry": "infantry", "cavalry": "cavalry",
    "horsemen": "horseman", "ties": "tie", "pies": "pie", "cookies": "cookie", "dies": "die",
    "helicopters": "helicopter", "axes": "axe", "shoes": "shoe", "canoes": "canoe",
}  # fmt: skip
PAST = {
    form: verb
    for verb, forms in {
        "leave": "left leaving", "flee": "fled", "lose": "lost", "find": "found", "hold": "held",
        "take": "took taken", "rise": "rose risen", "fall": "fell fallen", "win": "won", "sell": "sold",
        "shoot": "shot", "pay": "paid", "spend": "spent", "steal": "stole stolen", "stand": "stood",
        "die": "died dying dies", "slay": "slain slew", "buy": "bought", "bring": "brought", "build": "built",
        "send": "sent", "see": "saw seen", "grow": "grew grown", "shrink": "shrank shrunk",
        "hurt": "hurt", "cost": "cost", "hit": "hit", "come": "came", "go": "went gone", "get": "got",
        "make": "made", "give": "gave given", "drop": "dropped dropping", "free": "freed",
        "lie": "lying", "run": "ran", "ride": "rode", "swim": "swam", "catch": "caught", "sink": "sank sunk",
        "break": "broke broken", "burn": "burnt burned", "drown": "drowned", "fire": "fired firing",
        "injure": "injured", "wound": "wounded wounding", "kill": "killed killing", "lay": "laid",
        "meet": "met", "fly": "flew flown", "drive": "drove driven", "read": "read", "set": "set",
        "bear": "born bore", "put": "put", "keep": "kept", "feed": "fed", "lend": "lent", "seek": "sought",
        "teach": "taught", "write": "wrote written", "eat": "ate eaten", "throw": "threw thrown",
        "become": "became", "wear": "wore worn", "shut": "shut", "cut": "cut", "deal": "dealt",
    }.items()
    for form in forms.split()
}  # fmt: skip
SPELLINGS = {
    "neighbourhood": "neighborhood", "neighbour": "neighbor", "labour": "labor", "labourer": "laborer",
    "harbour": "harbor", "centre": "center", "programme": "program", "theatre": "theater",
    "colour": "color", "defence": "defense", "metre": "meter", "litre": "liter", "aeroplane": "airplane",
    "tyre": "tire", "jewellery": "jewelry", "aluminium": "aluminum", "armour": "armor", "favour": "favor",
}  # fmt: skip

COUNTS_OF = {
    "death": ("person", "killed"), "fatality": ("person", "killed"), "dead": ("person", "killed"),
    "injury": ("person", "injured"), "arrest": ("person", "arrested"), "detention": ("person", "arrested"),
    "wounded": ("person", "injured"), "injured": ("person", "injured"), "missing": ("person", "missing"),
    "casualty": ("person", "killed or injured"), "life": ("person", "killed"), "killing": ("person", "killed"),
    "detainee": ("person", "arrested"),
}  # fmt: skip
VARIANT_NOUNS = _classes(
    {
        "person": "person civilian resident inhabitant citizen individual human local victim man",
        "fighter": "fighter militant terrorist gunman rebel insurgent extremist radical combatant jihadist",
        "soldier": "soldier serviceman troop serviceperson",
        "child": "child kid minor",
        "district": "district neighborhood quarter block area",
        "settlement": "settlement village town locality community",
        "depot": "depot warehouse arsenal store cache",
        "aircraft": "aircraft plane airplane jet warplane",
        "attack": "attack strike raid shelling bombardment",
    }
)
ADJECTIVES = _classes(
    {
        "killed": "dead killed slain", "injured": "injured wounded hurt", "missing": "missing unaccounted",
        "arrested": "arrested detained", "homeless": "homeless", "displaced": "displaced",
    }
)  # fmt: skip
DIMENSIONS = "long wide deep tall high thick away apart north south east west".split()
DOINGS = _classes(
    {
        "killed": "kill die dead slay perish eliminat neutraliz neutralis liquidat",
        "executed": "execut massacr behead murder",
        "injured": "injur wound hurt",
        "missing": "miss missing",
        "arrested": "arrest detain",
        "displaced": "displac uproot",
        "homeless": "homeless",
        "rescued": "rescu sav",
        "infected": "infect",
        "evacuated": "evacuat",
        "returned": "return",
        "rose": "ris increas grow climb jump surg soar gain advanc",
        "fell": "fall declin decreas drop shrink plung slip slump contract",
        "destroyed": "destroy raz flatten",
        "damaged": "damag",
        "bought": "buy purchas acquir",
        "sold": "sell",
        "won": "win",
        "hired": "hir recruit",
        "dismissed": "dismiss sack fir",
    }
) | {word: word for word in DIMENSIONS}

DAYS = """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december yesterday today tomorrow""".split()
NO_CONTEXT = f"""{" ".join(ONES)} {" ".join(TENS)} {" ".join(SCALES)} {" ".join(ROUNDS)} said say saying says
told tell added according report reported statement officials official spokesman spokeswoman spokesperson
earlier later time times last week month year years day days hour hours also more than least people person
number total including include area part near new old many much first percent cent per about around
nearly almost some over up under fewer less another since while after before during when where have has had
been were was are is be being will would could can may might should must do does did not no up out off down
well still just only even now again very so such own same other others each every both all any few several
ministry minister government authorities police local able take took taken come came go went get
got make made give gave put set see seen among between""".split()


def _table(lines: dict[str, Hedge]) -> dict[Phrase, Hedge]:
    return {tuple(phrase.split()): hedge for phrase, hedge in lines.items()}


def _set(words: str | Iterable[str]) -> frozenset[str]:
    return frozenset(words.split() if isinstance(words, str) else words)


ENGLISH = FigureWords(
    language=LANGUAGE,
    ones={word: value for value, word in enumerate(ONES, 1)},
    tens=dict(zip(TENS, range(20, 100, 10), strict=True)),
    scales=SCALES,
    suffixes={"k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12},
    rounds=ROUNDS,
    tens_of="tens",
    few=_phrases("several|a few|some few|many|a couple of|a couple"),
    fractions={
        "half": 2,
        "third": 3,
        "thirds": 3,
        "quarter": 4,
        "quarters": 4,
        "fifth": 5,
        "fifths": 5,
        "sixth": 6,
        "sixths": 6,
        "seventh": 7,
        "sevenths": 7,
        "eighth": 8,
        "eighths": 8,
        "ninth": 9,
        "ninths": 9,
        "tenth": 10,
        "tenths": 10,
        "twentieth": 20,
        "hundredth": 100,
    },
    share="share",
    ratios=_phrases("in|in every|in each|out of|out of every|out of each|of every"),
    articles=_set("a an"),
    half="half",
    conjunction="and",
    of="of",
    by="by",
    between="between",
    starts="from",
    to="to",
    within="in",
    range_links=_set("to - – —"),
    ordinal_suffixes=_set("st nd rd th s"),
    hedges=_table(HEDGES),
    not_with_times=_phrases("over|under|above|below|around|near"),
    hedges_after=_table(HEDGES_AFTER),
    skipped=_set("the a all only just another additional further total of its their his her our these those"),
    more=_set("another more additional further extra"),
    units={tuple(phrase.split()): unit for phrase, unit in UNITS.items()},
    units_before={"magnitude": "magnitude"},
    minus=_set("- − – minus"),
    glued_units=GLUED,
    currencies=MARKS,
    currency_codes=CURRENCY_CODES,
    currency_words=CURRENCY_WORDS,
    labels=_set(
        """resolution article section chapter page line route highway channel no no. number unit block gate
        platform phase stage step version type model grade class room flight level round game act volume
        season episode question item clause paragraph point figure table apartment flat suite hall pier
        terminal runway lane road motorway interstate junction exit district ward zone sector area battalion
        brigade regiment division group pool court division tier category generation bus line train tram
        protocol amendment proposition bill decree order case file chapter title part track lot day week
        month year quarter psalm verse"""
    ),
    streets=_set("street st st. road rd rd. avenue ave ave. lane drive boulevard square place court close"),
    year_leads=_set("in since by until during from of before after for"),
    ages=_set("aged age ages"),
    age_nouns=_phrases(
        "years old|year old|year olds|years of age|months old|month old|weeks old|week old|days old|day old"
    ),
    clock=_phrases("o’clock|o'clock|in the morning|in the afternoon|in the evening|at night|a.m.|p.m.|am|pm"),
    before_one=_set("no any every"),
    no_count=_set(
        """of another day thing point time way side hand moment step by to is was who that more or after
        such reason place area part possible"""
    ),
    plurals=PLURALS,
    past=PAST,
    verbs=_set("remain stay live need want face suffer return die control")
    | frozenset(PAST.values()) - _set("fire"),
    spellings=SPELLINGS,
    people=_set("person civilian resident inhabitant citizen individual human local victim"),
    variant_nouns=VARIANT_NOUNS,
    counts_of=COUNTS_OF,
    adjectives=ADJECTIVES,
    doings=DOINGS,
    reporting=_set(
        """say tell report confirm announc add record count not claim estimat put includ number involv there
        see list mention document register total reach be hav"""
    ),
    spans=_set("past last next previous coming preceding following recent"),
    measuring=_set("cost take last weigh measure total need require have"),
    predicate_ends=_set(
        "since after before during when while amid as until according that who which where last"
    ),
    places=_set(
        """city town village country nation state region province district island valley capital settlement
        neighborhood territory municipality county enclave republic kingdom peninsula port"""
    ),
    done_to_people=_set("killed injured arrested executed"),
    toll=_set("toll"),
    including=_phrases("including|among them|of them|of whom|among whom|including some"),
    definites=_set("the these those both his her their its our my your"),
    exceedable=_set(
        """target level average price cost gdp capacity quota norm value amount limit budget plan rate wage
        income salary salaries figure sum need needs demand output forecast goal pay requirement minimum
        maximum median baseline"""
    ),
    dimensions=_set(DIMENSIONS),
    groupers=_set("among amongst"),
    per=_set("per a an each every"),
    no_context=_set(NO_CONTEXT) | _set("compared period paid pay cost costs worth rate") | _set(DAYS),
    neutral_modifiers=_set("local innocent more other total whole entire full so-called estimated unarmed"),
    days=_set(DAYS),
)
