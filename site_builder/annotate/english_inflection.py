"""English verbs of reporting in every inflected form, from the lines of their table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from site_builder.annotate.english_verbs import TABLE
from site_builder.annotate.language import Verb, VerbForm

IRREGULAR = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "speak": ("spoke", "spoken"),
    "swear": ("swore", "sworn"),
    "read": ("read", "read"),
    "think": ("thought", "thought"),
    "feel": ("felt", "felt"),
    "find": ("found", "found"),
    "show": ("showed", "shown"),
    "foresee": ("foresaw", "foreseen"),
    "forecast": ("forecast", "forecast"),
    "put": ("put", "put"),
    "give": ("gave", "gave"),
    "hit": ("hit", "hit"),
    "shoot": ("shot", "shot"),
    "hear": ("heard", "heard"),
    "make": ("made", "made"),
    "draw": ("drew", "drawn"),
    "pay": ("paid", "paid"),
}
DOUBLED = frozenset("admit aver regret beg brag dub put quip rebut rip slam snap submit tip".split())
DOUBLED_IN_BRITAIN = frozenset("label signal".split())
VOWELS = "aeiou"
CLAUSES: tuple[Literal["bare", "plain", "that"], ...] = ("bare", "plain", "that")


def _third_person(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str) -> tuple[str, str]:
    """Simple past and past participle."""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("e"):
        past = lemma + "d"
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        past = lemma[:-1] + "ied"
    else:
        past = lemma + (lemma[-1] if lemma in DOUBLED else "") + "ed"
    return past, past


def _gerund(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if lemma in DOUBLED else "") + "ing"


def _verb(line: str) -> tuple[Verb, bool]:
    lemma, *frame = line.split()
    verb = Verb(
        lemma=lemma,
        clause=next((clause for clause in CLAUSES if clause in frame), ""),
        quote="quote" in frame,
        addressee="hearer" in frame or "hearer!" in frame,
        needs_addressee="hearer!" in frame,
        infinitive="any" if "infinitive" in frame else "speech" if "infinitive!" in frame else "",
        object="object" in frame,
        cites="source" in frame,
        prepositions=frozenset(word[1:] for word in frame if word[0] in "+="),
        kept=frozenset(word[1:] for word in frame if word[0] == "="),
        joins=frozenset(word[1:] for word in frame if word[0] == "~"),
        particles=frozenset(word.strip("()") for word in frame if word.startswith("(")),
        hears="hears" in frame,
        figures="figures" in frame,
        names="names" in frame,
        objects=frozenset(word[1:] for word in frame if word[0] == "<"),
        attitude="attitude" in frame,
    )
    return verb, "noun" in frame


def _forms(verb: Verb, noun: bool) -> Iterator[tuple[str, VerbForm]]:
    past, participle = _past(verb.lemma)
    if verb.lemma in DOUBLED_IN_BRITAIN:
        yield verb.lemma + "led", VerbForm(verb, "past", False)
        yield verb.lemma + "ling", VerbForm(verb, "ing", False)
    yield _gerund(verb.lemma), VerbForm(verb, "ing", False)
    yield past, VerbForm(verb, "past", noun and past == verb.lemma)
    yield participle, VerbForm(verb, "participle", False)
    yield _third_person(verb.lemma), VerbForm(verb, "s", noun)
    yield verb.lemma, VerbForm(verb, "base", noun)


def verb_forms(*, attitudes: bool = False) -> dict[str, VerbForm]:
    """Every inflected form of the table; where two verbs share one, the first listed has it.

    Verbs of attitude are left out unless asked for, but for what they say in figures.
    """
    forms: dict[str, VerbForm] = {}
    for verb, noun in map(_verb, TABLE):
        if verb.attitude and not attitudes:
            if not verb.figures:
                continue
            verb = replace(verb, attitude=False)
        for word, form in _forms(verb, noun):
            forms.setdefault(word, form)
    return forms
