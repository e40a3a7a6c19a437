"""The groups of a block: which statements say the same, each document's versions together.

A group never takes in two that are unlike only because each is like a third: the best pair between two
halves has to be the same statement, and the halves as a whole alike. Where different sentences of one
statement are what several others say, it stands in several groups, each time with those sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain, combinations, product

from site_builder.unions import joined
from site_builder.variants.candidates import Block, blocks, place
from site_builder.variants.compared import Compared, lay_out
from site_builder.variants.decisions import Rulings
from site_builder.variants.said import Said
from site_builder.variants.score import SAME, UNSURE, Text, best_fit, quoted_twice, why
from site_builder.variants.versions import Group, make_group

UNLIKE = 0.15
"""Two below this are never in one group."""
CHECKED = 8
"""Members of a group, from the first, with which a newcomer is compared: what bounds the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two statements that are alike and yet in no common group, with their score."""

    one: str
    other: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """`groups` of two variants at least, by their first; `unsure` are pairs for a person to decide on;
    `apart` would be the same but for the company one of them is in."""

    groups: tuple[Group, ...] = ()
    unsure: tuple[Link, ...] = ()
    apart: tuple[Link, ...] = ()


NO_RULINGS = Rulings()


def group(statements: Iterable[Said], rulings: Rulings = NO_RULINGS) -> tuple[Grouping, ...]:
    """The grouping of each block, in the order of the blocks."""
    return tuple(
        group_block(block, rulings.within(said.id for said in block))
        for block in blocks_of(statements, rulings)
    )


def blocks_of(statements: Iterable[Said], rulings: Rulings = NO_RULINGS) -> tuple[Block, ...]:
    """The blocks, those that a decision `same` reaches across as one: what `group_block` is given."""
    found = blocks(statements)
    home = {said.id: number for number, block in enumerate(found) for said in block}
    roots = joined([home[made] for made in ruling.ids if made in home] for ruling in rulings.of("same"))
    united: dict[int, list[Said]] = {}
    for number, block in enumerate(found):
        united.setdefault(roots.get(number, number), []).extend(block)
    return tuple(tuple(sorted(block, key=place)) for block in united.values())


def group_block(block: Block, rulings: Rulings = NO_RULINGS) -> Grouping:
    """The groups of one block: a function of its statements and of the decisions within it, and of nothing
    else. Both can be hashed: who keeps the result by them need not group a block twice."""
    compared = lay_out(block)
    clusters = _clusters(compared, rulings)
    home = {number: at for at, cluster in enumerate(clusters) for number in cluster}
    named: dict[frozenset[str], list[int]] = {}
    for cluster in clusters:  # sentence by sentence the same in the same statements: one group after all
        named.setdefault(frozenset(compared.texts[number].said.id for number in cluster), []).extend(cluster)
    found = [
        make_group([compared.texts[number] for number in sorted(numbers)])
        for ids, numbers in named.items()
        if len(ids) > 1
    ]
    found.sort(key=lambda made: (made.versions[0].published or date.max, made.versions[0].document, made.id))
    unsure, apart = _links(compared, home, rulings)
    return Grouping(groups=tuple(found), unsure=unsure, apart=apart)


def explain_pair(block: Block, rulings: Rulings, one: str, other: str) -> tuple[str, ...]:
    """Why two statements of a block are, or are not, taken for the same: a line for each reason."""
    compared = lay_out(block)
    ruling = rulings.on(one, other)
    lines = [ruling.in_words] if ruling else []
    pairs = [
        pair for pair in product(compared.numbers(one), compared.numbers(other)) if compared.comparable(*pair)
    ]
    if not pairs:
        return (*lines, "not compared: other speakers, or days too far apart")
    pair = max(pairs, key=lambda pair: (compared.parts(*pair).score, pair))
    weights = compared.weights[compared.run[pair[0]]]
    first, second, _ = best_fit(compared.texts[pair[0]], compared.texts[pair[1]], weights)
    lines.extend(f"of {text.said.id}, {_place(text)}" for text in (first, second) if not text.whole)
    return (*lines, *why(first, second, compared.parts(*pair), weights))


def _place(text: Text) -> str:
    many = f"sentences {text.first + 1} to {text.last + 1}"
    return f"{many if text.last > text.first else f'sentence {text.first + 1}'} of {len(text.sentences)}"


Nucleus = tuple[int, ...]
"""Texts that people say are the same; one alone where they say nothing."""


def _clusters(compared: Compared, rulings: Rulings) -> list[list[int]]:
    """The numbers of the texts, those that say the same together; the best pairs are joined first."""
    clusters: dict[int, list[Nucleus]] = {}
    home: dict[int, int] = {}
    for nucleus in _nuclei(compared, rulings):
        clusters[nucleus[0]] = [nucleus]
        home |= dict.fromkeys(nucleus, nucleus[0])
    fits = partial(_fit, compared, rulings)
    scored = sorted((-parts.score, pair) for pair, parts in compared.scores.items() if parts.score >= SAME)
    for _, (one, other) in scored:
        first, second = sorted((home[one], home[other]))
        if first != second and fits(clusters[first], clusters[second]):
            clusters[first] = sorted(clusters[first] + clusters.pop(second))
            home |= {number: first for nucleus in clusters[first] for number in nucleus}
    return [sorted(chain.from_iterable(cluster)) for _, cluster in sorted(clusters.items())]


def _nuclei(compared: Compared, rulings: Rulings) -> list[Nucleus]:
    roots = joined(ruling.ids for ruling in rulings.of("same"))
    same: dict[str, list[str]] = {}
    for made in compared.ids:
        if made in roots:
            same.setdefault(roots[made], []).append(made)
    nuclei = [tuple(sorted(_ruled(compared, ids))) for ids in same.values()]
    taken = frozenset(chain.from_iterable(nuclei))
    return sorted([*nuclei, *((number,) for number in range(len(compared.texts)) if number not in taken)])


def _ruled(compared: Compared, ids: Sequence[str]) -> Iterator[int]:
    """Of each statement, the text that is most like the others'."""
    first, *rest = (compared.numbers(made) for made in ids)
    if not rest:
        yield from first
        return
    anchor = max(first, key=lambda one: (max(compared.parts(one, other).score for other in rest[0]), -one))
    yield anchor
    for numbers in rest:
        yield max(numbers, key=lambda number: (compared.parts(anchor, number).score, -number))


def _fit(compared: Compared, rulings: Rulings, one: Sequence[Nucleus], other: Sequence[Nucleus]) -> bool:
    """Whether two halves may become one group: no decision is against it, and they are alike as a whole."""
    ids, other_ids = (
        frozenset(compared.texts[number].said.id for number in chain.from_iterable(half)) & rulings.kept_apart
        for half in (one, other)
    )
    if any(rulings.apart(*pair) for pair in product(ids, other_ids)):
        return False
    # Two pieces of one statement need not be alike: another may have both.
    pairs = [
        pair
        for pair in product(one[:CHECKED], other[:CHECKED])
        if len({compared.texts[number].said.id for number in chain(*pair)}) > 1
    ]
    scores = [_likeness(compared, *pair) for pair in pairs]
    if any(
        score < (SAME if _quoted_twice(compared, *pair) else UNLIKE)
        for pair, score in zip(pairs, scores, strict=True)
    ):
        return False
    return sum(scores) >= UNSURE * len(scores)


def _quoted_twice(compared: Compared, one: Nucleus, other: Nucleus) -> bool:
    return any(quoted_twice(compared.texts[a].said, compared.texts[b].said) for a, b in product(one, other))


def _likeness(compared: Compared, one: Nucleus, other: Nucleus) -> float:
    pairs = (pair for pair in product(one, other) if compared.comparable(*pair))
    return max((compared.parts(*pair).score for pair in pairs), default=0.0)


def _links(
    compared: Compared, home: Mapping[int, int], rulings: Rulings
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The unsure pairs, and those alike that are in no common group; of two documents, each pair once."""
    groups: dict[str, set[int]] = {}
    for number, text in enumerate(compared.texts):
        groups.setdefault(text.said.id, set()).add(home[number])
    best: dict[tuple[str, str], float] = {}
    for (one, other), parts in compared.scores.items():
        first, second = compared.texts[one].said, compared.texts[other].said
        pair = (first.id, second.id)
        settled = first.document == second.document or rulings.on(*pair) or groups[first.id] & groups[second.id]
        if parts.score >= UNSURE and not settled:
            best[pair] = max(best.get(pair, 0.0), parts.score)
    links = [Link(one=one, other=other, score=score) for (one, other), score in best.items()]
    open_ = [link for link in links if link.score < SAME] + list(_left_open(compared, rulings))
    return _in_order(open_), _in_order(link for link in links if link.score >= SAME)


def _left_open(compared: Compared, rulings: Rulings) -> Iterator[Link]:
    """The pairs people could not decide on."""
    for ruling in rulings.of("unsure"):
        for one, other in combinations([made for made in compared.ids if made in ruling.ids], 2):
            pairs = product(compared.numbers(one), compared.numbers(other))
            yield Link(one=one, other=other, score=max(compared.parts(*pair).score for pair in pairs))


def _in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (-link.score, link.one, link.other)))
