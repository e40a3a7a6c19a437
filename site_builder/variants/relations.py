"""What a statement does to another one: denies it, replies to it, repeats it, cites it.

Found where the text says so and names whose words they are, or set by a person in the entry. The
statement meant is one of that speaker's on the same subject, or none: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from site_builder.lexicon import Lexicon
from site_builder.strings import Strings
from site_builder.variants.english import UNTRUE
from site_builder.variants.known import Known
from site_builder.variants.references import (
    RELATION_KINDS,
    Reference,
    RelationKind,
    may_refer,
    references,
)
from site_builder.variants.said import Said, near
from site_builder.variants.words import profile

SHARED_HERE, SHARED_ELSEWHERE, SHARED_LAST = 2, 3, 1
"""Content words the two share at least, besides those for speaking: in one document, across documents, and
with what was said last before."""
SHARE_ELSEWHERE = 0.4
"""And so much of the shorter of the two, across documents."""
SPEAKING = frozenset(("~accuse", "~deny", "~request", "~reply", "~question", "~confirm"))
"""Concepts that tell what is done with words, not what they are about."""


Ground = Literal["here", "elsewhere", "only", "last"]
HOW: dict[Ground, str] = {
    "here": "a statement of {speaker} in the same document that shares {shared}",
    "elsewhere": "a statement of {speaker} in another document that shares {shared}",
    "only": "the one statement of {speaker} before it in the same document",
    "last": "what {speaker} said last before it",
}
"""As data and messages have it, whatever the language of the site."""


class Why(NamedTuple):
    """`words` are those of the text; `shared` the ones that both statements have."""

    ground: Ground
    words: str
    speaker: str
    shared: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        ground = HOW[self.ground].format(speaker=self.speaker, shared=", ".join(self.shared))
        return f"“{self.words}” · {ground}"


def say_why(strings: Strings, why: Why) -> str:
    """`“denied the claim” · a statement of Ana Lind in the same document that shares …`."""
    given = {"words": why.words, "speaker": why.speaker}
    if why.shared:
        given["shared"] = strings.say("lists.comma").join(why.shared)
    return strings.say(f"relations.how_{why.ground}", **given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`source` does to `target` what `kind` says. `how`: the words of the text, and why that statement; or
    that an editor says so, for which there is no `why`."""

    kind: RelationKind
    source: str
    target: str
    how: str
    why: Why | None = None


def find_relations(
    statements: Sequence[Said], lexicon: Lexicon, referring: Iterable[Said] | None = None
) -> tuple[Relation, ...]:
    """What the texts say of statements about statements, in the order of the statements. `referring`: those
    of them that `may_refer`, where somebody knows."""
    known = Known(statements, lexicon)
    if referring is None:
        referring = filter(may_refer, statements)
    found = [relation for said in referring for relation in _relations(said, known)]
    return tuple(dict.fromkeys(found))


def _relations(said: Said, known: Known) -> Iterator[Relation]:
    for kind in RELATION_KINDS:
        for reference in references(said, kind, known):
            if found := _target(said, kind, reference, known):
                target, why = found
                yield Relation(kind=kind, source=said.id, target=target.id, how=why.in_words, why=why)


def _target(said: Said, kind: RelationKind, reference: Reference, known: Known) -> tuple[Said, Why] | None:
    """The statement that is meant, and why it: in the same document first, else in an earlier one."""
    if reference.last:
        return _said_last(said, reference, known)
    speaker = reference.speaker or said.speaker
    here = [other for other in known.here.get((said.document, speaker), ()) if other.id != said.id]
    elsewhere = list(known.earlier(speaker, said))
    if reference.speaker is None:
        # What is said twice on one occasion is restated, or carried twice: its group shows it.
        here, elsewhere = [], [other for other in elsewhere if not near(other, said)]
    places: tuple[tuple[Ground, list[Said], int, float], ...] = (
        ("here", here, SHARED_HERE, 0.0),
        ("elsewhere", elsewhere, SHARED_ELSEWHERE, SHARE_ELSEWHERE),
    )
    for ground, some, least, share in places:
        fitting = [
            (len(shared), other)
            for other in some
            if len(shared := _shared(said, other, known)) >= least
            and len(shared) >= share * min(map(len, (_about(said, known), _about(other, known))))
        ]
        if fitting:
            _, best = max(
                fitting, key=lambda item: (item[0], -abs(item[1].position - said.position), item[1].id)
            )
            return best, Why(ground, reference.words, speaker, _shown(said, best, known))
    before = [other for other in here if other.position < said.position]
    only = len(before) == 1 and len(_shared(said, before[0], known)) >= SHARED_LAST
    if only or (len(before) == 1 and (kind == "replies-to" or not _says_more(said, reference, known))):
        return before[0], Why("only", reference.words, speaker)
    return None


def _said_last(said: Said, reference: Reference, known: Known) -> tuple[Said, Why] | None:
    """What somebody else said before in the same document: what shares most with it, if that is enough; else
    what was said last, if the two share a word, or if the reference says no more than that it was said."""
    others = known.by_document[said.document]
    before = [other for other in others if other.position < said.position and other.voice != said.voice]
    if not before:
        return None
    shared = {other.id: len(_shared(said, other, known)) for other in before}
    best = max(before, key=lambda other: (shared[other.id], other.position))
    if shared[best.id] >= SHARED_HERE:
        return best, Why("here", reference.words, best.speaker, _shown(said, best, known))
    last = before[-1]
    beside = said.position - last.position == 1 and not _says_more(said, reference, known)
    if shared[last.id] < SHARED_LAST and not beside:
        return None
    return last, Why("last", reference.words, last.speaker)


def _says_more(said: Said, reference: Reference, known: Known) -> bool:
    """Whether a statement tells what the one it refers to is about, and not just that it is untrue."""
    whole = known.profile(said)
    if said.compared_as == "direct":
        whole = profile(said.words, "direct", said.frame, said.alike)
    said_of_it = frozenset(profile(f"{reference.words} {' '.join(sorted(UNTRUE))}").concepts)
    return bool(frozenset(whole.concepts) - SPEAKING - said_of_it)


def _about(said: Said, known: Known) -> frozenset[str]:
    return frozenset(known.profile(said).concepts) - SPEAKING


def _shown(said: Said, other: Said, known: Known) -> tuple[str, ...]:
    """What the two share, in the words of the other one."""
    words = known.profile(other).shown
    return tuple(sorted((words[concept] for concept in _shared(said, other, known)), key=str.casefold))


def _shared(said: Said, other: Said, known: Known) -> frozenset[str]:
    return _about(said, known) & _about(other, known)
