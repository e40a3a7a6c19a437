"""What the archive's records are compared by: one value a statement, one a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from site_builder.annotate.phrases import QUOTE_MARKS
from site_builder.archive import Document, Record
from site_builder.edtf import parse_edtf
from site_builder.lexicon import Lexicon, Role, Speaker
from site_builder.model import UNNAMED_SPEAKER, Dated, Kind
from site_builder.variants.words import alike_in, alike_words

BEFORE_REPORT = timedelta(days=3)
"""A statement without a day, or with no more than the last it can be from, was made so long before that or
before its document's date at the earliest: what is reported as news is about that old."""
A_DAY = timedelta(days=1)
LABELLED = ("", ":")
"""Cues of a turn: none of its own, or what stands behind a label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement as far as comparing needs it.

    `institution`: the body the speaker speaks for by the lexicon, or the speaker, being one; else "".
    `first` and `last`: the days it may have been made on; None where nothing tells. `dated`: whether the
    document gives the day. `frame`: words that tell who spoke, in what office and to whom. `position`:
    its number in the document, from 0.
    """

    id: str
    document: str
    position: int
    speaker: str
    institution: str
    kind: Kind
    words: str
    first: date | None
    last: date | None
    published: date | None = None
    """The last day the document may be from, as it lies in the archive."""
    dated: bool = True
    frame: str = ""
    via: str = ""
    citing: str = ""
    topics: tuple[str, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    """Those of its words that the archive says are like others, by stem, with the concept they share."""
    nameless: bool = False
    """Whether the document gives no name: `speaker` is then what it calls them, and means them there alone."""

    turn: bool = False
    """Whether it is direct speech without marks around it: a turn of an interview or a transcript."""

    @property
    def compared_as(self) -> Kind:
        """The kind, but that of a turn every word counts, as of indirect speech."""
        return "indirect" if self.turn else self.kind

    @property
    def voice(self) -> str:
        """Whoever stands behind it: the institution where there is one."""
        return self.institution or self.speaker


def said_in(documents: Iterable[Document], lexicon: Lexicon, nameless: bool = False) -> tuple[Said, ...]:
    """Everything somebody with a name is quoted with, in the order of the documents and of their text; with
    `nameless`, those too whom the document calls something else, as `the monitoring mission`.

    An outlet's own voice is no statement of somebody, and two unnamed speakers are not the same one.
    """
    return tuple(
        _said(document, record, position, lexicon)
        for document in documents
        for position, record in enumerate(document.records)
        if not record.own_voice and (record.speaker != UNNAMED_SPEAKER or (nameless and record.role))
    )


def _said(document: Document, record: Record, position: int, lexicon: Lexicon) -> Said:
    first, last = _days(record.said, document)
    nameless = record.speaker == UNNAMED_SPEAKER
    speaker = record.role if nameless else record.speaker
    words = " ".join(record.passages)
    return Said(
        id=record.id,
        document=document.name,
        position=position,
        speaker=speaker,
        institution="" if nameless else institution_of(speaker, record.role, first, last, lexicon),
        kind=record.kind,
        words=words,
        first=first,
        last=last,
        published=parse_edtf(document.published.edtf).last if document.published else None,
        dated=record.said is not None,
        frame=frame_of(record.speaker, record.role, record.to),
        via=record.via,
        citing=record.citing,
        topics=record.topics,
        alike=alike_in(words, _alike_in(lexicon)),
        nameless=nameless,
        turn=record.kind == "direct" and record.cue in LABELLED and not _is_marked(words),
    )


def frame_of(speaker: str, role: str, to: str) -> str:
    """The words that tell who spoke, in what office and to whom; one whom nobody knows has no name."""
    return " ".join(filter(None, ("" if speaker == UNNAMED_SPEAKER else speaker, role, to)))


def _is_marked(words: str) -> bool:
    """Whether quotation marks stand at either end of the words."""
    return words[:1] in QUOTE_MARKS or words.rstrip(".")[-1:] in QUOTE_MARKS


def _days(said: Dated | None, document: Document) -> tuple[date | None, date | None]:
    if said:
        known = parse_edtf(said.edtf)
        return (_before(known.last), known.last) if known.is_open else (known.first, known.last)
    reported = document.original_published or document.published
    if reported is None:
        return None, None
    known = parse_edtf(reported.edtf)
    return _before(known.first), known.last


def _before(day: date) -> date:
    return max(day, date.min + BEFORE_REPORT) - BEFORE_REPORT


def near(one: Said, other: Said) -> bool:
    """Whether both may have been made on one day, or on two that follow each other."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return one.first is other.first
    return one.first - other.last <= A_DAY and other.first - one.last <= A_DAY


def one_voice(one: Said, other: Said) -> bool:
    """Whether the same speaker speaks, or one of the two is the institution of the other."""
    return one.speaker == other.speaker or one.speaker == other.institution or other.speaker == one.institution


def institution_of(speaker: str, role: str, first: date | None, last: date | None, lexicon: Lexicon) -> str:
    """The body the lexicon says somebody speaks for in those days; "" for none.

    Of several, the one that `role`, as the source has it, names; else the first in the lexicon.
    """
    people, bodies = _known(lexicon)
    known = people.get(speaker)
    if known is None:
        return ""
    if known.kind == "body":
        return known.name
    held = [bodies[role.of.casefold()] for role in known.roles
            if role.of and role.of.casefold() in bodies and _held(role, first, last)]  # fmt: skip
    named = [body for body in held if body.casefold() in role.casefold()]
    return next(iter((*named, *held)), "")


@lru_cache(maxsize=4)
def _alike_in(lexicon: Lexicon) -> Mapping[str, str]:
    return alike_words(lexicon.alike)


@lru_cache(maxsize=4)
def _known(lexicon: Lexicon) -> tuple[Mapping[str, Speaker], Mapping[str, str]]:
    """People by name; the names of bodies by each of their names, in lower case."""
    return {person.name: person for person in lexicon.people}, dict(_bodies(lexicon))


def _bodies(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for person in lexicon.people:
        if person.kind == "body":
            yield from ((name.casefold(), person.name) for name in (person.name, *person.aliases))


def _held(role: Role, first: date | None, last: date | None) -> bool:
    since = parse_edtf(role.since).first if role.since else date.min
    until = parse_edtf(role.until).last if role.until else date.max
    return (first or date.min) <= until and since <= (last or date.max)
