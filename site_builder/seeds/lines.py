"""What a line about an article can say, and the words such lines are made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from site_builder.datewords import TIME
from site_builder.lexicon import Outlet
from site_builder.model import BlockKind, HeaderDate

RUBRICS = frozenset(
    "world|news|world news|international|national|local|politics|business|economy|finance|markets|money|"
    "opinion|editorial|comment|analysis|features|society|culture|arts|entertainment|sport|sports|science|"
    "technology|tech|health|environment|climate|education|travel|lifestyle|weather|crime|law|justice|"
    "military|military & defense|defense|defence|security|conflict|war|emergencies|media|religion|history|"
    "life|top news|breaking|breaking news|latest|live|live blog|liveblog|exclusive|interview|"
    "africa|asia|americas|europe|middle east|middle east & africa|latin america|"
    "north america|asia pacific|asia-pacific|oceania|uk|us|u.s.|usa|us & canada|eu|"
    "region|regions|foreign policy|diplomacy|domestic|press release|press releases|news release|media release|"
    "top stories|briefings|press service|press centre|press center|"
    "for immediate release|for release|press statement|press notice|"
    "statement|statements|speeches|transcripts|monde|politik|mundo|mondo|welt|ausland|inland|"
    "internacional|política|politique|économie|wirtschaft".split("|")
)
"""Sections papers have in common, case-folded."""

BY = re.compile(
    r"(?:(?:written|story|text|report|words)\s)?(?:by|von|por|par|author|authors)\b\s?:?\s(?=\S)", re.IGNORECASE
)
SOURCE = re.compile(r"(?:source|sources|via|courtesy|quelle|fuente|fonte)\s?:\s?", re.IGNORECASE)
PARTS = re.compile(r"\s[-–—]{1,2}\s|[|·•●,;/()\[\]>»▶►›]|\s{2,}")
"""What stands between the parts of such a line."""

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ"
_SMALL = "&|of|the|and|de|la|le|du|des|der|die|das|van|von|al|el|for|on|in"
_NAME = re.compile(
    rf"[\[\"“]?[{_CAPITAL}\d][\w.’'&!-]{{0,24}}(?:\s(?:[{_CAPITAL}][\w.’'&!-]{{0,24}}|{_SMALL})){{0,6}}"
)
_PERSON = re.compile(r"[A-Z][\w’'.-]{0,20}(?:\s(?:[A-Z][\w’'.-]{0,20}|de|van|von|al|el|bin)){1,3}")
_IDLE = re.compile(
    r"(?:^|\s)(?:on|at|in|from|the|am|den|um|le|à|uhr|by|г|года|року|h|kl|в|الساعة|[-–—:])$|"
    r"^(?:on|at|from|am|um|le|à|kl)\s|^[-–—:.]+",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"\sin\s[A-Z][\w’'-]{0,24}(?:\s[A-Z][\w’'-]{0,24}){0,2}(?=$|\sand\s|,)")
_LONGEST_CLOCK = 60
_BEFORE_CLOCK = re.compile(
    r"(?:block time published time|(?:posted|published|updated|published time) at|at)\s", re.I
)
_JOB = re.compile(
    r"(?:[\w’'&.-]{1,24}\s){0,4}(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|"
    r"journalists?|analysts?|staff)(?:\sin\s[\w’'-]{1,24})?",
    re.IGNORECASE,
)
_TRADE = frozenset(
    "agency broadcasting chronicle courier daily dispatch echo examiner gazette globe guardian herald "
    "independent inquirer journal ledger magazine mail media mirror monitor news observer online post "
    "press radio review sentinel standard star sun telegraph television times "
    "tribune tv voice weekly wire".split()
)
_SENTENCE_END = re.compile(r"""[.!?…:,;。！？؟][\"”’»'“)\]]{0,3}$""")
MOST_HEADING_WORDS = 20
_SITTINGS = frozenset(
    "briefing conference hearing interview remarks speech statement testimony transcript".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderLine:
    """What one such line says. Outlets as the archive names them, else as written.

    `outlet` carries the page, `origin` is one it names as its source; `place` is where it was written; `dates`
    are of the origin where that is the only outlet named.
    """

    kind: BlockKind
    outlet: str | None = None
    origin: str | None = None
    author: str | None = None
    section: str | None = None
    place: str | None = None
    dates: tuple[HeaderDate, ...] = ()
    certain: bool = True
    """Whether more than the capitals of its words tells the line from a headline."""


def outlet_named(words: str, outlets: tuple[Outlet, ...]) -> str | None:
    """The archive's name for an outlet named, in any of its forms, by exactly these words."""
    return _by_form(outlets).get(bare_name(words))


@lru_cache(maxsize=4)
def _by_form(outlets: tuple[Outlet, ...]) -> Mapping[str, str]:
    """Every form of every outlet's name, as names are compared; of two outlets with one, the first."""
    forms: dict[str, str] = {}
    for outlet in outlets:
        for form in (outlet.name, *outlet.aliases, *outlet.domains):
            forms.setdefault(bare_name(form), outlet.name)
    return forms


def bare_name(name: str) -> str:
    """A name as names are compared: "The Harbour Mirror:" is "harbour mirror"."""
    return name.casefold().strip(" .,:").removeprefix("the ").removeprefix("www.")


def without_idle_words(part: str) -> str:
    """A part of a line without the "at" and "on" that led to a date."""
    return _IDLE.sub("", _IDLE.sub("", part.strip(" ."))).strip(" .")


def without_place(author: str) -> str:
    """ "Jane Doe in Karsk and Omar Reyes" without where they are."""
    return _IN_PLACE.sub("", author).strip()


def is_clock(words: str) -> bool:
    """Whether they are nothing but a time, as above each report of a live page."""
    return len(words) <= _LONGEST_CLOCK and bool(TIME.fullmatch(_BEFORE_CLOCK.sub("", words).rstrip(" :–—-")))


def is_name(words: str) -> bool:
    return bool(_NAME.fullmatch(words))


def names_outlet(words: str) -> bool:
    """Whether a word of the trade is in the name: "Gazette", "Radio", and it is none of an occasion."""
    return not names_sitting(words) and any(word in _TRADE for word in words.casefold().split())


def names_sitting(words: str) -> bool:
    """Whether the words name what a transcript is of: "Daily Press Briefing"."""
    return words.rpartition(" ")[2].casefold() in _SITTINGS


def is_job(words: str) -> bool:
    """Whether the words say what a journalist does: "Senior Staff Writer"."""
    return bool(_JOB.fullmatch(words))


def is_outlet_like(words: str) -> bool:
    """Whether the words can be an outlet's name: a few, all with capitals."""
    return len(words.split()) <= 4 and is_name(words)


def is_person(words: str) -> bool:
    """Whether the words look like a person's name and nothing else."""
    return bool(_PERSON.fullmatch(words)) and words.count(" ") < 3 and not names_sitting(words)


def are_people(words: str) -> bool:
    """Whether the words are names of people and where they are: "Ann Lee in Karsk and Bo Moss"."""
    return all(map(is_person, re.split(r",\s|\s(?:and|&)\s", without_place(words))))


def is_prose(words: str) -> bool:
    """Whether a line reads as sentences rather than as a headline."""
    return bool(_SENTENCE_END.search(words[-5:])) or len(words.split()) > MOST_HEADING_WORDS
