"""How well, how fast and in how much memory statements are grouped, on invented ones.

    python benchmarks/variants.py [--quality N] [--speed N]

N statements with N / 10 planted variants: a tenth of the statements is carried by a second outlet too, at
three strengths. `light`: some words in other forms, left out or turned round. `paraphrase`: half of the
words replaced by others of like meaning, clauses reordered, figures rounded off. `rewrite`: an excerpt in
the words of another translator. Half of the wordings they are replaced by are made up, so that no table of
words can have them.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from site_builder.variants.groups import group
from site_builder.variants.said import Said

STRENGTHS = ("light", "paraphrase", "rewrite")
A_BRIEFING = 12
"""Statements one speaker makes on one day."""


def table(text: str) -> list[list[str]]:
    """A line a meaning; its first wording is the original's."""
    return [line.strip().split("|") for line in text.strip().split("\n")]


SUBJECTS = table(
    """
    harbour|port|docks
    ferry|vessel|boat
    railway|rail network|train lines
    council|assembly|chamber
    school|college|classroom
    hospital|clinic|infirmary
    bridge|crossing|viaduct
    budget|spending plan|finances
    strike|walkout|stoppage
    harvest|crop|yield
    reservoir|dam|basin
    airport|airfield|terminal
    factory|plant|works
    library|archive|reading room
    market|bazaar|trading hall
    tunnel|underpass|shaft
    forest|woodland|timber land
    river|waterway|stream
    pension|retirement pay|annuity
    tax|levy|duty
    prison|jail|penitentiary
    mine|pit|colliery
    stadium|arena|ground
    museum|gallery|collection
    pipeline|conduit|main
    grid|power network|supply lines
    """
)
DEEDS = table(
    """
    opened|inaugurated|unveiled
    closed|shut|sealed off
    inspected|examined|surveyed
    repaired|mended|restored
    delayed|postponed|held up
    financed|funded|paid for
    damaged|harmed|battered
    expanded|enlarged|extended
    abandoned|given up|dropped
    rebuilt|reconstructed|renewed
    sold|privatised|disposed of
    searched|combed|raided
    criticised|faulted|censured
    praised|commended|applauded
    flooded|inundated|swamped
    guarded|protected|watched over
    """
)
REASONS = table(
    """
    because of the storm|owing to the gale|as the tempest raged
    after long negotiations|following drawn-out talks|once bargaining ended
    without any explanation|giving no reason|and nobody said why
    against the advice of engineers|despite warnings by experts|though specialists objected
    at the request of residents|as inhabitants had asked|on the wishes of locals
    under a secret agreement|by a hidden deal|through a covert pact
    for lack of money|since funds ran out|as cash was short
    in spite of the protests|notwithstanding demonstrations|regardless of rallies
    to the surprise of the unions|which astonished organised labour|and trade unionists were stunned
    on the orders of the governor|as the governor commanded|at the behest of the regional chief
    with the help of the navy|supported by sailors|as the fleet assisted
    during the elections|while votes were cast|in the middle of polling
    before the snow came|ahead of winter|prior to the cold season
    by a narrow majority|with few votes between|in a close ballot
    in the presence of the bishop|as the prelate looked on|while a churchman watched
    because a cable had burned|owing to scorched wiring|after a wire caught fire
    """
)
ENDS = table(
    """
    hundreds of families were left waiting|many households had to wait|countless homes stood idle
    nobody has been held responsible|no one was called to account|the guilty remain unnamed
    the work will last until autumn|it is to be finished by the fall|completion is expected in October
    insurance will cover the losses|insurers are to pay the damage|underwriters shall bear the cost
    a court will have the last word|judges are going to decide|the matter goes before the bench
    neighbouring provinces sent equipment|nearby regions lent machines|adjoining counties provided gear
    prices doubled within a month|costs rose twofold in four weeks|charges went up steeply
    the archives have been destroyed|records were lost|documents no longer exist
    foreign investors are interested|backers abroad are keen|outside capital is attracted
    volunteers carried the heaviest load|unpaid helpers did most|the burden fell on amateurs
    newspapers had warned of it|the press foresaw that|journals predicted as much
    schools stay open|lessons go on|pupils are taught as usual
    the opposition wants an inquiry|its rivals demand a probe|critics seek an investigation
    similar cases are known in the capital|the metropolis has seen such things|like events occurred there
    the minister will resign|she is to step down|a cabinet post falls vacant
    winter stocks are sufficient|reserves are ample for the cold|there is enough in store
    """
)
PLACES = """Ostrand Marrow Sandholt Ferring Karsk Averland Norvia Tessel Hallam Brandt Quint Verrick
Lund Dorsey""".split()
SECTIONS = "northern southern eastern western upper lower inner outer old new".split()


def other_than(words: Sequence[str], chance: random.Random) -> str:
    """One of the wordings; one that is not the original's is, half of the time, in words that nobody knows."""
    chosen = chance.choice(words)
    if chosen == words[0] or chance.random() < 0.5:
        return chosen
    return " ".join(word[::-1] if len(word) > 3 else word for word in chosen.split())


class Fact:
    """What a statement says, before it is worded."""

    def __init__(self, chance: random.Random) -> None:
        self.subject, self.deed = chance.choice(SUBJECTS), chance.choice(DEEDS)
        self.reason, self.end = chance.choice(REASONS), chance.choice(ENDS)
        self.section, self.place = chance.choice(SECTIONS), chance.choice(PLACES)
        self.number = chance.randrange(12, 9000)

    def original(self) -> str:
        return (
            f"“The {self.section} {self.subject[0]} of {self.place} was {self.deed[0]} {self.reason[0]}, "
            f"{self.number:,} people were affected and {self.end[0]},” {{speaker}} said."
        )

    def light(self, chance: random.Random) -> str:
        adverb = chance.choice(("meanwhile", "also", "again", "soon"))
        reason = "" if chance.random() < 0.2 else f" {self.reason[0]}"
        number = self.number if chance.random() < 0.8 else self.number // 10 * 10
        return (
            f"{{speaker}} added that the {self.section} {self.subject[0]} in {self.place} had {adverb} been "
            f"{self.deed[0]}{reason}; {number} persons were affected, and {self.end[0]}."
        )

    def paraphrase(self, chance: random.Random) -> str:
        subject, deed, reason, end = (
            other_than(words, chance) for words in (self.subject, self.deed, self.reason, self.end)
        )
        about = f"{self.number}" if chance.random() < 0.5 else f"some {round(self.number, -1)}"
        return (
            f"According to {{speaker}}, {end} and {about} people suffered when {self.place}’s {self.section} "
            f"{subject} was {deed} {reason}."
        )

    def rewrite(self, chance: random.Random) -> str:
        told = (["", *words[1:]] for words in (self.subject, self.deed, self.reason))
        subject, deed, reason = (other_than(words, chance) or words[1] for words in told)
        section, place = self.section, self.place
        parts = [
            f"“In {place}, the {section} {subject} got {deed} {reason},” {{speaker}} told reporters.",
            f"“They have {deed} the {subject} in the {section} {place}; it hit {self.number} of us,” "
            f"{{speaker}} noted.",
            f"{{speaker}} stated: {self.number} were affected by what happened to the {self.subject[0]} "
            f"of {place}.",
        ]
        return chance.choice(parts)


def archive(number: int, seed: int) -> tuple[list[Said], dict[frozenset[str], str]]:
    """`number` statements, and the planted pairs with their strength."""
    chance = random.Random(seed)
    planted = number // 10
    statements: list[Said] = []
    pairs: dict[frozenset[str], str] = {}
    originals = number - planted
    for at in range(originals):
        briefing, position = divmod(at, A_BRIEFING)
        day = date(2015, 1, 1) + timedelta(days=briefing % 300 * 3)
        speaker = f"{chance.choice('Ada Bo Cy Di Ed Flo Guy Ira'.split())} Speaker{briefing // 300}"
        speaker = statements[-1].speaker if position else speaker
        fact = Fact(chance)
        said = Said(
            id=f"s-{at:08}", document=f"first-{briefing}", position=position, speaker=speaker, institution="",
            kind="direct", words=fact.original().format(speaker=speaker), first=day, last=day,
            published=day, frame=speaker,
        )  # fmt: skip
        statements.append(said)
        if len(pairs) < planted and chance.random() < planted / originals * 1.05:
            strength = STRENGTHS[len(pairs) % 3]
            words = getattr(fact, strength)(chance).format(speaker=speaker)
            late = day + timedelta(days=chance.randrange(2))
            other = replace(
                said, id=f"v-{at:08}", document=f"second-{briefing}", words=words, last=late, published=late,
                kind="direct" if words.startswith("“") else "indirect",
            )  # fmt: skip
            statements.append(other)
            pairs[frozenset((said.id, other.id))] = strength
    chance.shuffle(statements)
    return statements, pairs


def found_pairs(statements: Sequence[Said]) -> Iterator[frozenset[str]]:
    for grouping in group(statements):
        for made in grouping.groups:
            yield from (
                frozenset(pair) for pair in combinations(sorted({v.statement for v in made.variants}), 2)
            )


def quality(number: int, seed: int) -> None:
    statements, pairs = archive(number, seed)
    found = set(found_pairs(statements))
    right = Counter(pairs[pair] for pair in found & pairs.keys())
    print(f"{len(statements):,} statements, {len(pairs)} planted variants, seed {seed}")
    print(f"  precision {len(found & pairs.keys()) / max(len(found), 1):7.1%}  ({len(found)} pairs found)")
    print(f"  recall    {sum(right.values()) / len(pairs):7.1%}")
    for strength in STRENGTHS:
        total = sum(value == strength for value in pairs.values())
        print(f"    {strength:<11}{right[strength] / total:6.1%}  ({right[strength]} of {total})")


def speed(number: int, one_voice: bool) -> None:
    statements, _ = archive(number, 0)
    if one_voice:
        day = date(2016, 1, 1)
        statements = [replace(said, speaker="Ada Speaker", first=day, last=day) for said in statements]
    start = time.perf_counter()
    groups = sum(len(grouping.groups) for grouping in group(statements))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    what = "one speaker, one day" if one_voice else "many speakers"
    print(f"{len(statements):,} statements, {what}: {groups:,} groups in {seconds:.1f} s, peak {peak:,.0f} MiB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--quality", type=int, default=2_000, metavar="N")
    parser.add_argument("--speed", type=int, default=100_000, metavar="N")
    given = parser.parse_args()
    for seed in (1, 2, 3):
        quality(given.quality, seed)
    speed(given.speed, one_voice=False)
    speed(given.speed // 5, one_voice=True)


if __name__ == "__main__":
    main()
