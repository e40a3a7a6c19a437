"""What a statement does to another one: denies it, replies to it, repeats it, cites it.

Found where the text says so and names whose words they are, or set by a person in the entry. The
statement meant is one of that speaker's on the same subject, or none: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.lexicon import Lexicon
from site_builder.variants.references import RELATION_KINDS, Known, Reference, RelationKind, references
from site_builder.variants.said import Said, near
from site_builder.variants.words import profile

SHARED_HERE, SHARED_ELSEWHERE, SHARED_LAST = 2, 3, 1
"""Content words the two share at least, besides those for speaking: in one document, across documents, and
with what was said last before."""
SHARE_ELSEWHERE = 0.4
"""And so much of the shorter of the two, across documents."""
SPEAKING = frozenset(("~accuse", "~deny", "~request", "~reply", "~question", "~confirm"))
"""Concepts that tell what is done with words, not what they are about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`source` does to `target` what `kind` says. `how`: the words of the text, and why that statement; or
    that an editor says so."""

    kind: RelationKind
    source: str
    target: str
    how: str


def find_relations(statements: Sequence[Said], lexicon: Lexicon) -> tuple[Relation, ...]:
    """What the texts say of statements about statements, in the order of the statements."""
    known = Known(statements, lexicon)
    found = [relation for said in statements for relation in _relations(said, known)]
    return tuple(dict.fromkeys(found))


def _relations(said: Said, known: Known) -> Iterator[Relation]:
    for kind in RELATION_KINDS:
        for reference in references(said, kind, known):
            target, why = _target(said, kind, reference, known)
            if target:
                how = f"“{reference.words}” · {why}"
                yield Relation(kind=kind, source=said.id, target=target.id, how=how)


def _target(said: Said, kind: RelationKind, reference: Reference, known: Known) -> tuple[Said | None, str]:
    """The statement that is meant, and why it: in the same document first, else in an earlier one."""
    if reference.last:
        return _said_last(said, known)
    speaker = reference.speaker or said.speaker
    here = [other for other in known.here.get((said.document, speaker), ()) if other.id != said.id]
    elsewhere = list(known.earlier(speaker, said))
    if reference.speaker is None:
        # What is said twice on one occasion is restated, or carried twice: its group shows it.
        here, elsewhere = [], [other for other in elsewhere if not near(other, said)]
    for where, some, least, share in (
        ("in the same document", here, SHARED_HERE, 0.0),
        ("in another document", elsewhere, SHARED_ELSEWHERE, SHARE_ELSEWHERE),
    ):
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
            words = known.profile(best).shown
            shown = ", ".join(words[concept] for concept in sorted(_shared(said, best, known)))
            return best, f"a statement of {speaker} {where} that shares {shown}"
    before = [other for other in here if other.position < said.position]
    if len(before) == 1 and (kind == "replies-to" or not _says_more(said, reference, known)):
        return before[0], f"the one statement of {speaker} before it in the same document"
    return None, ""


def _said_last(said: Said, known: Known) -> tuple[Said | None, str]:
    """What somebody else said last in the same document, if the two share enough."""
    others = known.by_document[said.document]
    before = [other for other in others if other.position < said.position and other.speaker != said.speaker]
    if not before or len(_shared(said, before[-1], known)) < SHARED_LAST:
        return None, ""
    return before[-1], f"what {before[-1].speaker} said last before it"


def _says_more(said: Said, reference: Reference, known: Known) -> bool:
    """Whether a statement tells what the one it refers to is about."""
    return bool(_about(said, known) - frozenset(profile(reference.words).concepts))


def _about(said: Said, known: Known) -> frozenset[str]:
    return frozenset(known.profile(said).concepts) - SPEAKING


def _shared(said: Said, other: Said, known: Known) -> frozenset[str]:
    return _about(said, known) & _about(other, known)
