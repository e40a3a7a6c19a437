"""An invented archive of any size: articles of about ten statements, over three years, by 60 speakers of
8 outlets about 40 topics. Article n is the same in every archive."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

FIRST = (
    "Ada Bo Carla Dov Elin Femi Greta Hari Ines Jon Kaya Lev Mona Nils Olu Petra Quim Rosa Sven Tara".split()
)
LAST = "Abara Brandt Castell Duarte Eriksen Fontan Gruber Halloran Ibarra Jansen Kowal Lund".split()
SPEAKERS = [f"{FIRST[n % 20]} {LAST[(n * 7 + n // 20) % 12]}" for n in range(60)]
OUTLETS = ("Harbour Wire", "Morning Post", "Radio Ostrand", "Channel Four", "Ferring Herald", "Coast Agency",
           "Weekly Record", "Sandholt Times")  # fmt: skip
TOPICS = (
    "energy housing transport health schools taxes pensions trade farming fishing water forests climate ports "
    "rail roads courts police prisons defence borders migration budget banking industry mining wages unions "
    "science museums radio sport theatre tourism elections reform fraud data privacy weather"
).split()
THINGS = (
    "committee report budget proposal agency council hospital contract survey deadline pipeline harbour "
    "factory teacher driver company ministry inquiry estimate levy programme hearing tender"
).split()
LIKE = "new regional final independent costly urgent public early late joint modest technical binding".split()
DONE = "approved delayed published questioned extended suspended revised withdrew supported measured".split()
WE = (
    "We will not accept",
    "They have always wanted",
    "You cannot ignore",
    "I need to explain",
    "We must publish",
)
FRAMES = (
    '"{we} {thing} for {topic}," {who} said.',
    "{who} said that {thing} had {done} {other} for {topic}.",
    "According to {who}, {thing} {done} {other} in {number} {topic} cases.",
    '"{Thing} is about {topic}," {who} told reporters. "{we} {other}, and {number} people know it."',
    "{who} denied that {thing} had {done} the {topic} plan.",
)


def write_archive(root: Path, documents: int) -> None:
    lexicon = root / "content" / "lexicon"
    lexicon.mkdir(parents=True)
    (lexicon / "topics.yaml").write_text("".join(f"- name: {t.capitalize()}\n  terms: [{t}]\n" for t in TOPICS))
    (root / "seeds").mkdir()
    for number in range(documents):
        write_seed(root, number)


def write_seed(root: Path, number: int) -> None:
    (root / "seeds" / f"{number:06}.txt").write_text(article(number), encoding="utf-8")


def article(number: int) -> str:
    chance = random.Random(number)

    def thing() -> str:
        return f"the {chance.choice(LIKE)} {chance.choice(THINGS)}"

    def told() -> str:
        return f"{thing()} {chance.choice(DONE)} {thing()}.".capitalize()

    day = date(2021, 1, 1) + timedelta(chance.randrange(1095))
    cast = chance.sample(SPEAKERS, chance.randint(1, 3))
    paragraphs = [f"{told()[:-1]} again, {number}", f"{chance.choice(OUTLETS)}, {day.day} {day:%B %Y}"]
    for _ in range(10):
        first = thing()
        said = chance.choice(FRAMES).format(
            we=chance.choice(WE),
            thing=first,
            Thing=first.capitalize(),
            other=thing(),
            done=chance.choice(DONE),
            topic=chance.choice(TOPICS),
            who=chance.choice(cast),
            number=chance.randrange(2, 900),
        )
        paragraphs.append(" ".join((told(), said, told())))
    return "\n\n".join(paragraphs) + "\n"
