"""Whose statement the words of another speak of: `denied the council’s claim`, `responding to Lind`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from site_builder.annotate.english import ENGLISH
from site_builder.variants.english import (
    ASKED,
    BEING,
    CALLING,
    CLAIMS,
    COUNTERS,
    GOING_ON,
    NOT_DONE,
    ON_WHAT,
    POINTING,
    RELATING,
    REPORTING,
    SPOKEN_BY,
    UNTRUE,
)
from site_builder.variants.known import Known, plain
from site_builder.variants.said import Said

RelationKind = Literal["denies", "replies-to", "repeats", "cites"]
RELATION_KINDS: tuple[RelationKind, ...] = get_args(RelationKind)

WINDOW, BEFORE = 16, 6
"""Words looked at after a cue, and before it."""
FAR, NEAR = 6, 3
"""Words after a cue behind which whose claim it is may stand at the most, and a name without a claim."""
REACH = 200
"""Characters they stand in."""
LONGEST_NAME = 6
"""Words of a name."""

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*[’']?")
_STOPS = re.compile(r"[.!?;:]\s|[”\"»]")
_COMMA = re.compile(r"[.!?;:,]\s|[”\"»]")
_CUES = {
    kind: re.compile(
        rf"(?<!\w)(?:{'|'.join(cue.replace(' ', chr(92) + 's+') for cue in cues)})(?!\w)", re.IGNORECASE
    )
    for kind, cues in RELATING.items()
}
_TOKEN = re.compile(r"\w+")
_HEADS = {kind: frozenset(_TOKEN.findall(cue.casefold())[0] for cue in cues) for kind, cues in RELATING.items()}
"""The first words of the cues: without one of these there is none."""
_TELLING = CLAIMS.union(*_HEADS.values())
"""Without one of these words nothing refers to anything."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Whose words a cue speaks of (None: the speaker's own), and the words that say so. `last`: it names
    nobody and means what somebody else said last."""

    speaker: str | None
    words: str
    last: bool = False


def may_refer(said: Said) -> bool:
    """Whether there can be a reference in its words, whoever else speaks in the archive: most have none."""
    if _TELLING.isdisjoint(_tokens(said.words)):
        return False
    return any(cue.search(said.words) for cue in _CUES.values()) or any(_untrue_claims(said.words))


@lru_cache(maxsize=16)
def _tokens(words: str) -> frozenset[str]:
    """In lower case. A statement is asked for its words once for each kind of relation."""
    return frozenset(_TOKEN.findall(words.casefold()))


def references(said: Said, kind: RelationKind, known: Known) -> Iterator[Reference]:
    direct = kind in ("replies-to", "cites")
    for cue, after in _done_there(said, kind, known, _COMMA if direct else _STOPS):
        found = _whose(after, said, known, direct)
        if found:
            speaker, number = found
            if kind != "denies" or not _asks(after[:number]):
                yield Reference(speaker, " ".join([cue, *after[:number]]))
        elif kind == "repeats":
            yield Reference(None, cue)
        elif kind == "denies" and (number := _points(after)):
            yield Reference(None, " ".join([cue, *after[:number]]), last=True)
        elif " ".join(cue.casefold().split()) in COUNTERS:
            yield Reference(None, cue, last=True)
    if kind == "denies":
        yield from _called_untrue(said, known)
    if kind == "replies-to":
        yield from _turned_down(said, known)


def _done_there(
    said: Said, kind: RelationKind, known: Known, stops: re.Pattern[str]
) -> Iterator[tuple[str, list[str]]]:
    """Each cue for what the speaker does, with the words behind it."""
    if _HEADS[kind].isdisjoint(_tokens(said.words)):
        return
    for cue in _CUES[kind].finditer(said.words):
        before = _WORD.findall(said.words[max(cue.start() - REACH, 0) : cue.start()])[-BEFORE:]
        if _done(before, said, known):
            yield cue[0], _clause(said.words[cue.end() : cue.end() + REACH], stops)


def _turned_down(said: Said, known: Known) -> Iterator[Reference]:
    """`rejected the ministry’s request`."""
    for cue, after in _done_there(said, "denies", known, _STOPS):
        found = _whose(after, said, known, False)
        if found and _asks(after[: found[1]]):
            yield Reference(found[0], " ".join([cue, *after[: found[1]]]))


def _clause(text: str, stops: re.Pattern[str]) -> list[str]:
    """The next words, up to where the sentence, the phrase or the quotation ends."""
    stop = stops.search(text)
    return _WORD.findall(text[: stop.start() + 1] if stop else text)[:WINDOW]


def _asks(words: Sequence[str]) -> bool:
    return any(word.casefold() in ASKED for word in words)


def _points(words: Sequence[str]) -> int:
    """How many words say `the accusation`, or `accusations` before what they are of, and not whose: 0 for none
    that do."""
    low = [word.casefold() for word in words]
    at = 1 if low[:1] and low[0] in POINTING else 0
    if len(low) <= at or low[at] not in CLAIMS or low[at] in ASKED:
        return 0
    follows = low[at + 1] if len(low) > at + 1 else ""
    if at == 0:
        return 1 if follows in ON_WHAT and low[0].endswith("s") else 0
    return 2 if not follows or follows in GOING_ON or follows in ON_WHAT else 0


def _done(before: Sequence[str], said: Said, known: Known) -> bool:
    """Whether it is the speaker who does it: nothing before the cue negates it or speaks of somebody else."""
    low = [word.casefold() for word in before]
    reported = max((at for at, word in enumerate(low) if word in REPORTING), default=len(low))
    if any(word in NOT_DONE for word in low[-3:]) or ENGLISH.grammar.articles & {*low[reported + 1 :]}:
        return False
    named = [word for word in before if word[0].isupper() and word.casefold() not in ENGLISH.tags]
    if not named:
        return True
    own = {plain(word) for word in said.frame.split()}
    who = known.speaker(named[-1], said.document)
    whole = {known.speaker(" ".join(before[at:end]), said.document)
             for at in range(len(before)) for end in range(at + 1, len(before) + 1)}  # fmt: skip
    return bool({said.speaker, said.institution} & {who, *whole} - {""}) or plain(named[-1]) in own


def _whose(words: Sequence[str], said: Said, known: Known, direct: bool) -> tuple[str, int] | None:
    """The speaker whose claim the words after a cue speak of, and how many of them say so: `the ministry’s
    accusation`, `accusations by the ministry`; where `direct`, `the ministry` is enough."""
    for start in range(min(FAR, len(words))):
        for end in range(min(start + LONGEST_NAME, len(words)), start, -1):
            last = words[end - 1].replace("’", "'")
            possessive = last.endswith(("'s", "'"))
            claim = next(
                (at for at in range(end, min(end + 4, len(words))) if words[at].casefold() in CLAIMS), None
            )
            enough = (possessive and claim is not None) or (direct and not possessive and start <= NEAR)
            speaker = known.speaker(" ".join(words[start:end]), said.document) if enough else None
            if speaker and not _own(speaker, said):
                return speaker, end if claim is None or not possessive else claim + 1
    return _by_whom(words, said, known)


def _by_whom(words: Sequence[str], said: Said, known: Known) -> tuple[str, int] | None:
    claim = next((at for at in range(min(5, len(words))) if words[at].casefold() in CLAIMS), None)
    if claim is None:
        return None
    for at in range(claim + 1, min(claim + 4, len(words))):
        if words[at].casefold() not in SPOKEN_BY:
            continue
        for end in range(min(at + 1 + LONGEST_NAME, len(words)), at + 1, -1):
            speaker = known.speaker(" ".join(words[at + 1 : end]), said.document)
            if speaker and not _own(speaker, said):
                return speaker, end
    return None


def _called_untrue(said: Said, known: Known) -> Iterator[Reference]:
    """`the ministry’s claims were false`, `called the claims about the pier false`."""
    words = _WORD.findall(said.words)
    low = [word.casefold() for word in words]
    for at, untrue in _untrue_claims(said.words):
        being = low[at + 1] in BEING
        for start in range(max(at - LONGEST_NAME, 0), at):
            owner = " ".join(words[start:at])
            speaker = known.speaker(owner, said.document) if owner.endswith(("’s", "'s", "’", "'")) else None
            called = start > 0 and low[start - 1] in CALLING
            if speaker and not _own(speaker, said) and (being or called):
                yield Reference(speaker, " ".join(words[start - called : untrue + 1]))
                break
            if start == at - 1 and low[start] in POINTING and (being or called):
                yield Reference(None, " ".join(words[start - called : untrue + 1]), last=True)


def _untrue_claims(words: str) -> Iterator[tuple[int, int]]:
    """The place of each claim among the words, and of the word that says that it is not true."""
    low = [word.casefold() for word in _WORD.findall(words)]
    for at, word in enumerate(low):
        if word in CLAIMS and (untrue := _untrue(low, at)):
            yield at, untrue


def _untrue(low: Sequence[str], claim: int) -> int:
    """The place of the word that says that a claim is not true; 0 for none."""
    being = low[claim + 1 : claim + 2] and low[claim + 1] in BEING
    reach = range(claim + 2, claim + 4) if being else range(claim + 1, claim + WINDOW)
    negated = being and low[claim + 2 : claim + 3] and low[claim + 2] in NOT_DONE
    return next((at for at in reach if low[at : at + 1] and low[at] in UNTRUE), 0) if not negated else 0


def _own(speaker: str, said: Said) -> bool:
    return speaker in (said.speaker, said.institution)
