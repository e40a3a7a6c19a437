"""English tables of words and deeds: what some verbs of reporting bring about, and are then no speech."""

from __future__ import annotations

from site_builder.annotate.deed_tables import DeedTables
from site_builder.annotate.english_nouns import FORUMS

STATES = """amnesty bankrupt bankruptcy ceasefire cease-fire closed curfew disaster dividend drought eligible
emergency famine holiday illegal independence independent insolvency insolvent invalid law lockdown moratorium
mourning null open outbreak pandemic quarantine republic sovereignty strike truce unconstitutional vacant void
war winner winners zone"""
GATHERINGS = """ambulance ballot boycott ceasefire cease-fire congress conference election elections halt
inquest meeting plebiscite police poll polls protest protests rally referendum session strike strikes summit
truce vote walkout witness witnesses"""
SENT = """ambassador ambassadors batch batches cars consul diplomat diplomats envoy envoys models parliament
product products staff toys troops units vans vehicles"""
CASES = "action appeal application bid case cases charge charges complaint lawsuit motion petition suit"
PRIZES = """belt bronze crown cup gold lead medal medals penalty place point points prize record silver title
win wins"""

DEEDS = DeedTables(
    objects={
        lemma: frozenset(words.split())
        for lemma, words in {
            "declare": STATES,
            "proclaim": STATES,
            "pronounce": "dead sentence verdict",
            "call": GATHERINGS,
            "claim": f"asylum benefits compensation life lives pension refuge seat throne victims {PRIZES}",
            "defend": f"airspace border borders city coast goal positions town village {PRIZES}",
            "deny": """access asylum bail chance citizenship care entry food medicine parole passage permission
            permit treatment visa visas water""",
            "dismiss": CASES,
            "recall": SENT,
            "welcome": "applicants crowd delegation fans guests refugees tourists visitors",
            "repeat": "exercise experiment feat success test tests trick vote",
        }.items()
    },
    persons=frozenset("accept dismiss question recall welcome".split()),
    rulings=frozenset("accept confirm deny dismiss reject".split()),
    powers=(FORUMS - {"committee", "panel"}).union(
        """assembly chamber congress electorate house judge judges justices legislature lawmakers referee senate
        senators umpire voters""".split()
    ),
    forces=frozenset(
        """blast blaze bomb bombs bullet bus car cars conflict crash cyclone disaster disease drone drones
        earthquake epidemic explosion fire fires flood flooding floods gale hurricane landslide lorry
        missile missiles outbreak plane quake rain rocket rockets shell shells ship snow storm storms strike
        strikes tornado train truck tsunami typhoon van vehicle virus wave waves wildfire wind""".split()
    ),
)
