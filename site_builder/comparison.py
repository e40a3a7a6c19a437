"""What the archive's statements have to do with one another: the same one in several documents, figures of
one fact, and what one statement does to another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Protocol, TypeVar

from site_builder.archive import Document, Record
from site_builder.digest import key_of
from site_builder.edtf import parse_edtf
from site_builder.errors import Problem
from site_builder.figures.matching import Pairs, Source
from site_builder.figures.tables import Fact, Figures, figures_of, line_up
from site_builder.lexicon import Lexicon
from site_builder.review import Item
from site_builder.unions import joined
from site_builder.variants.decisions import Rulings, unknown_ids
from site_builder.variants.groups import Grouping, Link, blocks_of, group_block
from site_builder.variants.origin import Carrier, Journey, Origin, carriers_of, journey, origins, runs_of
from site_builder.variants.references import may_refer
from site_builder.variants.relations import Relation, find_relations
from site_builder.variants.said import Said, said_in
from site_builder.variants.stated import all_relations, stated_relations
from site_builder.variants.versions import Group

T = TypeVar("T")


class Remember(Protocol):
    """Who may know a value of a kind by the digest of all it is made from, and else has it made."""

    def __call__(self, kind: str, key: str, shape: type[T], make: Callable[[], T]) -> T: ...


OF_A_DOCUMENT = ("runs", "referring")
"""Kinds of what is remembered by the digest of a document. They are needed when another one changes."""
ANSWERS = frozenset(("denies", "replies-to"))
"""Kinds of relations to what was said before."""


def make_anew(kind: str, key: str, shape: type[T], make: Callable[[], T]) -> T:
    return make()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`groups` are those that reach across documents; `restates`: statement → the one that says the same in
    its document. `unsure` pairs are for a person to decide on."""

    groups: tuple[Group, ...] = ()
    journeys: Mapping[str, Journey]
    """Group id → the way of its statement."""
    of: Mapping[str, tuple[Group, ...]]
    """Statement → the groups it has a part in."""
    restates: Mapping[str, str]
    restated: Mapping[str, tuple[str, ...]]
    """The same the other way round."""
    counted_as: Mapping[str, str]
    """Statement → the fullest of its document that says the same; only for those that are not it."""
    unsure: tuple[Link, ...] = ()
    apart: tuple[Link, ...] = ()
    """Pairs that are alike, and yet apart for the company one of them is in."""
    origins: Mapping[str, Origin]
    """Document → whose copy it is."""
    facts: tuple[Fact, ...] = ()
    """Those whose figures are flagged, and those of one group."""
    facts_of: Mapping[str, tuple[Fact, ...]]
    relations: Mapping[str, tuple[Relation, ...]]
    """Statement → the relations it has a part in, either way."""

    marks: Mapping[str, str]
    """Statement → a digest of all this that is shown beside it, the other statements included; only for
    those that have any."""

    @property
    def answers(self) -> Mapping[str, tuple[str, ...]]:
        """Statement → those that it denies or replies to."""
        pairs = ((one.source, one.target) for made, related in self.relations.items() for one in related
                 if one.kind in ANSWERS and one.source == made)  # fmt: skip
        return _by_statement(pairs)


NOTHING = Comparison(
    journeys={},
    of={},
    restates={},
    restated={},
    counted_as={},
    origins={},
    facts_of={},
    relations={},
    marks={},
)


def compare(
    documents: Sequence[Document],
    lexicon: Lexicon,
    rulings: Rulings,
    remember: Remember = make_anew,
    held: Collection[str] = frozenset(),
) -> tuple[Comparison, tuple[Problem, ...]]:
    """The comparison, and a problem for each id of a decision or relation that is none; `held` are those of
    statements that a fault, or a draft, holds back."""
    everything = said_in(documents, lexicon, nameless=True)
    said = tuple(one for one in everything if not one.nameless)
    ids = {record.id for document in documents for record in document.records}
    groupings = tuple(_grouped(said, rulings, remember))
    found = [made for grouping in groupings for made in grouping.groups]
    groups = tuple(sorted((made for made in found if made.across), key=_by_day))
    key = key_of(lexicon, [document.digest for document in documents])
    relate = partial(_related, documents, everything, lexicon, remember)
    related = remember("relations", key, tuple[Relation, ...], relate)
    stated, problems = stated_relations(documents, ids, held)
    relations = all_relations(related, stated)
    facts = _facts(documents, groups, remember)
    carriers = carriers_of(documents, lexicon)
    known = _origins(documents, carriers, key, remember)
    of = _by_statement((variant.statement, made) for made in groups for variant in made.variants)
    restates = _restates(found)
    related_to = _by_statement(pair for one in relations for pair in ((one.source, one), (one.target, one)))
    facts_of = _by_statement((cell.statement, fact) for fact in facts for cell in fact.cells)
    comparison = Comparison(
        groups=groups,
        journeys=_journeys(groups, carriers, known, said, lexicon),
        of=of,
        restates=restates,
        restated=_by_statement((main, made) for made, main in restates.items()),
        counted_as=_counted_as(restates),
        unsure=tuple(link for grouping in groupings for link in grouping.unsure),
        apart=tuple(link for grouping in groupings for link in grouping.apart),
        origins=known,
        facts=facts,
        facts_of=facts_of,
        relations=related_to,
        marks=_marks(documents, of, restates, related_to, facts_of),
    )
    return comparison, (*problems, *unknown_ids(rulings, ids.union(held), "content/lexicon/decisions.yaml"))


def _related(
    documents: Iterable[Document], everything: Sequence[Said], lexicon: Lexicon, remember: Remember
) -> tuple[Relation, ...]:
    """What the texts say of statements; which of a document may refer to others is remembered."""
    said: dict[str, list[Said]] = {}
    for one in everything:
        said.setdefault(one.document, []).append(one)
    referring: list[Said] = []
    for document in documents:
        here = said.get(document.name, [])
        make = partial(_referring, here)
        ids = remember("referring", document.digest, frozenset[str], make) if here else frozenset()
        referring.extend(one for one in here if one.id in ids)
    return find_relations(everything, lexicon, referring)


def _referring(said: Iterable[Said]) -> frozenset[str]:
    return frozenset(one.id for one in said if may_refer(one))


def _restates(found: Iterable[Group]) -> dict[str, str]:
    """Statement → the one that says the same in its document."""
    return {
        variant.statement: version.main.statement
        for made in found
        for version in made.versions
        for variant in version.restated
        if variant.whole
    }


def _counted_as(restates: Mapping[str, str]) -> Mapping[str, str]:
    families: dict[str, list[str]] = {}
    for made, root in sorted(joined(restates.items()).items()):
        families.setdefault(root, []).append(made)
    fullest = {made: next((one for one in same if one not in restates), same[0])
               for same in families.values() for made in same}  # fmt: skip
    return {made: main for made, main in fullest.items() if made != main}


def _marks(
    documents: Sequence[Document],
    of: Mapping[str, tuple[Group, ...]],
    restates: Mapping[str, str],
    relations: Mapping[str, tuple[Relation, ...]],
    facts_of: Mapping[str, tuple[Fact, ...]],
) -> Mapping[str, str]:
    home = {record.id: document.digest for document in documents for record in document.records}
    marks = {}
    for made in {**of, **restates, **relations, **facts_of}:
        groups, related = of.get(made, ()), relations.get(made, ())
        others = [variant.statement for group in groups for variant in group.variants]
        others += [other for one in related for other in (one.source, one.target)]
        others += filter(None, [restates.get(made)])
        facts = facts_of.get(made, ())
        others += [cell.statement for fact in facts if fact.flags for cell in fact.cells]
        flags = [(fact.id, fact.label, fact.flags, len(fact.cells)) for fact in facts]
        parts = [(group.id, len(group.versions), group.part_of(made)) for group in groups]
        marks[made] = key_of(parts, related, flags, [(other, home.get(other)) for other in others])
    return marks


def _grouped(said: Sequence[Said], rulings: Rulings, remember: Remember) -> Iterator[Grouping]:
    """What each block comes to."""
    for block in blocks_of(said, rulings):
        within = rulings.within(one.id for one in block)
        make = partial(group_block, block, within)
        yield remember("grouping", key_of(block, within), Grouping, make)


def _facts(documents: Sequence[Document], groups: Sequence[Group], remember: Remember) -> tuple[Fact, ...]:
    """By the first statement that gives a figure. What is alike in a stretch of days is remembered."""
    variants = tuple(tuple(variant.statement for variant in made.variants) for made in groups)
    sources = _sources(documents)

    def alike(stretch: Sequence[object], make: Callable[[], Pairs]) -> Pairs:
        return remember("alike", key_of(*stretch), Pairs, make)

    return line_up(sources, variants, _reader(sources, remember), alike)


def _reader(sources: Sequence[Source], remember: Remember) -> Callable[[Source], Figures]:
    """The figures of a source; those of a document are remembered together."""
    inside: dict[str, list[Source]] = {}
    for source in sources:
        inside.setdefault(source.document, []).append(source)

    @cache
    def read(document: str) -> dict[str, Figures]:
        make = partial(_figures_in, inside[document])
        return remember("figures", document, dict[str, Figures], make)

    return lambda source: read(source.document)[source.id]


def _figures_in(sources: Iterable[Source]) -> dict[str, Figures]:
    return {source.id: figures_of(source) for source in sources}


def _origins(
    documents: Sequence[Document], carriers: Sequence[Carrier], key: str, remember: Remember
) -> dict[str, Origin]:
    """`key` is of the lexicon and of all documents."""
    digests = {document.name: document.digest for document in documents}

    def read(carrier: Carrier) -> frozenset[int]:
        return remember("runs", digests[carrier.document], frozenset[int], partial(runs_of, carrier))

    return remember("origins", key, dict[str, Origin], lambda: dict(origins(carriers, read)))


def _sources(documents: Sequence[Document]) -> tuple[Source, ...]:
    found = (_source(record, document) for document in documents for record in document.records)
    return tuple(sorted(found, key=lambda source: source.first or date.max))


def _journeys(
    groups: Sequence[Group],
    carriers: Sequence[Carrier],
    known: Mapping[str, Origin],
    said: Sequence[Said],
    lexicon: Lexicon,
) -> Mapping[str, Journey]:
    by_document = {carrier.document: carrier for carrier in carriers}
    vias = {one.id: one.via for one in said if one.via}
    return {made.id: journey(made, by_document, known, vias, lexicon) for made in groups}


def _by_day(group: Group) -> tuple[date, str]:
    return group.versions[0].published or date.max, group.id


def _source(record: Record, document: Document) -> Source:
    dated = record.said or document.original_published or document.published
    known = parse_edtf(dated.edtf) if dated else None
    return Source(
        id=record.id,
        passages=record.passages,
        first=known.first if known else None,
        last=known.last if known else None,
        lang=record.lang or "en",
        document=document.digest,
    )


def _by_statement(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """The values of each statement in their order, each once."""
    found: dict[str, dict[int, T]] = {}
    for made, value in pairs:
        found.setdefault(made, {})[id(value)] = value
    return {made: tuple(values.values()) for made, values in found.items()}


def unsure_items(documents: Iterable[Document], unsure: Iterable[Link]) -> Iterator[Item]:
    """The pairs that a person has to decide on, for the review queue; each at the first of the two."""
    known = {record.id: (document, record) for document in documents for record in document.records}
    for link in unsure:
        document, record = known[link.one]
        other, second = known[link.other]
        score = f"{link.score:.2f}"
        yield Item(
            entry=document.name,
            title=document.title,
            path=document.path,
            line=record.line,
            id=record.id,
            doubt="same",
            message=f"is it {second.id} in {other.path}:{second.line}? they are alike by {score}",
        )
