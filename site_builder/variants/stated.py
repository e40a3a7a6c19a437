"""Relations that people set: `- denies: s-…` in a statement's section of an entry. Theirs always win."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from site_builder.archive import SET_BY_HAND, Document, Record
from site_builder.entries import ID
from site_builder.errors import Problem
from site_builder.variants.references import RELATION_KINDS, RelationKind
from site_builder.variants.relations import Relation


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person set for one statement and kind; no targets where they say that there is none."""

    source: str
    kind: RelationKind
    targets: tuple[str, ...]


def stated_relations(
    documents: Iterable[Document], ids: Collection[str], held: Collection[str] = frozenset()
) -> tuple[tuple[Stated, ...], tuple[Problem, ...]]:
    """What people set, and a problem for every target that is no statement of the archive.

    `ids`: those of all statements; `held`: those of statements that are held back, which is said elsewhere.
    Several targets stand between commas; such a fault leaves out its target.
    """
    stated, problems = list[Stated](), list[Problem]()
    for document in documents:
        for record in document.records:
            for kind in RELATION_KINDS:
                value = dict(record.related).get(kind)
                if value is None:
                    continue
                targets = tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))
                wrong = [target for target in targets if target not in ids or target == record.id]
                place = document.path, _line(record, kind)
                problems.extend(
                    _problem(record, kind, target, *place) for target in wrong if target not in held
                )
                right = tuple(target for target in targets if target not in wrong)
                stated.append(Stated(record.id, kind, right))
    return tuple(stated), tuple(problems)


def _line(record: Record, kind: str) -> int:
    """Where the key stands in the entry."""
    keys = [key for key, _ in record.related]
    return dict(zip(keys, record.related_lines, strict=False)).get(kind, record.line)


def _problem(record: Record, kind: str, target: str, path: str, line: int) -> Problem:
    if target == record.id:
        found = f"{target}, which is this one"
    else:
        found = f"{target}, which is none" if ID.fullmatch(target) else repr(target)
    message = f"expected the id of another statement in {kind!r}, found {found}"
    return Problem(path, line, 1, message)


def all_relations(found: Sequence[Relation], stated: Iterable[Stated]) -> tuple[Relation, ...]:
    """The machine's relations with people's in their place: of a kind a person sets for a statement, theirs
    alone count. By source, kind and target."""
    by_hand = list(stated)
    decided = {(item.source, item.kind) for item in by_hand}
    kept = [relation for relation in found if (relation.source, relation.kind) not in decided]
    added = [
        Relation(kind=item.kind, source=item.source, target=target, how=SET_BY_HAND)
        for item in by_hand
        for target in item.targets
    ]
    return tuple(
        sorted([*kept, *added], key=lambda relation: (relation.source, relation.kind, relation.target))
    )
