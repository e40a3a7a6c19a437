"""What the finders of dates know of a language: its words of time, by what they say of a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Base = Literal["report", "briefing", "told", "nothing"]
"""The day words of time are seen from: that of the report, of the briefing, or the last one told before
them; "nothing" when they name their year."""

Rule = Literal[
    "weekday", "weekday of last week", "today", "yesterday", "ago", "later", "this week", "last week",
    "this month", "last month", "this year", "last year", "weekend", "month", "year", "decade",
]  # fmt: skip
"""How words of time become days; `timewords` has one function for each."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeForm:
    """A regular expression, without respect to capitals, and how what it matches is read.

    Groups it may have, each in one form of a language only: `weekday`, `month`, `year`, `decade` without its
    last digit; `number` and `unit` of "two weeks ago" or "later"; `previous`, which makes a weekday that is
    today, or a weekend not yet over, the one of the week before.
    """

    pattern: str
    hints: tuple[str, ...]
    """One of these, in small letters, is in all that it matches: a quick look that skips most text."""
    rule: Rule
    seen_from: Base


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeTables:
    """Words in small letters, unless a field says otherwise."""

    weekdays: tuple[str, ...]
    """As written, by `date.weekday()`."""
    short_weekdays: tuple[tuple[str, int], ...]
    """Beside a date alone: "Wed 3 October"."""
    months: tuple[str, ...]
    """As written, from the first of the year."""
    capitals: bool
    """Whether the names of days and months begin with a capital wherever they stand."""
    no_day_after: frozenset[str]
    """As written; after them a short name of a day is that of something else: "The Sun"."""
    numbers: Mapping[str, int]
    unit_days: Mapping[str, int]
    """Units of `number`, with their days."""
    forms: tuple[TimeForm, ...]
    today: frozenset[str]
    """The day of what is released, on which those it quotes need not have spoken."""
    limits: frozenset[str]
    """Before a date, these make it that of an event or a limit."""
    fillers: frozenset[str]
    """May stand between a limit and its date."""
    joints: frozenset[str]
    """Join two days of the week."""
    leads: frozenset[str]
    """Before words of time: part of them, without changing what they mean."""
    earlier: frozenset[str]
    """Put a statement before what is told without saying when."""
    sometime: frozenset[str]
    """Put it before the report without saying when."""
    sometime_beside: frozenset[str]
    """So do these, right beside the verb: `has long said`."""
    still_to_speak: frozenset[str]
    """Auxiliaries of those who have not spoken yet: `will say`."""
    to_be: frozenset[str]
    """Before a participle: what it tells is still to come: `to be broadcast`."""
    before_the_past: frozenset[str]
    """Auxiliaries that put a verb before what is told: `had said`."""
    clauses: frozenset[str]
    """Open a clause whose words of time do not date the cue before it."""
    about: frozenset[str]
    """Open what was spoken of, whose day a day behind it may be: "reported about", "called for"."""
    recorded: frozenset[str]
    """Nouns for speech that may be made public after it was spoken: `interview`."""
    made_public: frozenset[str]
    """Participles that tell of it being made public: `broadcast`."""
    live: frozenset[str]
    """Beside one of these, tell that it was made public as it was spoken."""
    asked: frozenset[str]
    """Participles that tell what somebody was asked."""
    asks: frozenset[str]
    """Open the question somebody was asked."""
    answers: frozenset[str]
    """Beginnings of verbs by which somebody takes a stand against what was said: `rejected the claim`."""
    replies: frozenset[str]
    """Beginnings of verbs of answering, whatever follows them."""
    adds: frozenset[str]
    """Words of a cue by which somebody goes on with what they said: `added`."""
    acts: frozenset[str]
    """Forms, besides those of verbs of reporting, of verbs for what is done by speaking: `ordered`."""
    mouthpieces: frozenset[str]
    """Nouns for who says what a body says: `spokesman`."""
    silence: tuple[str, ...]
    """Cue and words of somebody who says nothing end so."""
    meets: frozenset[str]
    """Verbs that tell of a meeting for an interview: "spoke to us"."""
    interviews: frozenset[str]
    """Nouns for the talk that an interview is."""
    sittings: frozenset[str]
    """Nouns for what is heard on the day that stands above it, and for its record: `hearing`, `transcript`."""
    published: frozenset[str]
    """Before a date above an article: it is that of the page."""
    now: frozenset[str]
    """Right beside a verb of saying: what is said is newer than what is told around it."""
    speaking: frozenset[str]
    """Tell of somebody, behind what they said, when that was: `was speaking`."""
    on: frozenset[str]
    """The preposition of a day."""
    year_leads: frozenset[str]
    """Before a year, these make it that of an event."""
    until: frozenset[str]
    """Right before a date: it is still to come."""
    coming: frozenset[str]
    """In the words before a date: it is still to come."""
    to_come: frozenset[str]
    """In the words behind a date: it is still to come."""
