"""Figures of one fact, lined up: the rows of the tables on group pages and of the page of figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, TypeAlias

from site_builder.figures.compare import differ, hedged_differently
from site_builder.figures.english import ENGLISH
from site_builder.figures.figure import Figure
from site_builder.figures.matching import Cell, Known, Placed, Source, same_facts, unknown
from site_builder.figures.reading import find_figures
from site_builder.figures.units import CURRENCIES
from site_builder.text import slug

_NUMBER_WORDS = frozenset((*ENGLISH.ones, *ENGLISH.tens, *ENGLISH.scales, *ENGLISH.rounds))
_FRACTION_WORDS = _NUMBER_WORDS | ENGLISH.fractions.keys()
Flag = Literal["differ", "hedged differently", "malformed"]

_BEFORE_UNIT = re.compile(r"^.*\d\s?(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact and every figure given for it, in the order of the sources; none is picked.

    `label` is what is counted and what is said of it, in the document's words; `name` is shorter. `shared`:
    the words by which the figures were lined up, sorted. `variants`: all are versions of one statement.
    """

    label: str
    name: str
    cells: tuple[Cell, ...]
    flags: tuple[Flag, ...]
    shared: tuple[str, ...]
    variants: bool

    @property
    def id(self) -> str:
        """`children-evacuated-s-rd29nkr7-0-26`: what is counted, and where its first figure stands."""
        first = self.cells[0]
        return f"{slug(self.name)}-{first.statement}-{first.passage}-{first.figure.span.start}"


Figures: TypeAlias = tuple[tuple[Figure, ...], ...]
"""Those of a source, passage by passage."""


def figures_of(source: Source) -> Figures:
    return tuple(find_figures(words, source.lang) for words in source.passages)


def line_up(
    sources: Sequence[Source],
    groups: Iterable[tuple[str, ...]] = (),
    read: Callable[[Source], Figures] = figures_of,
    known: Known = unknown,
) -> tuple[Fact, ...]:
    """Every fact with more than one figure or a malformed one, by its first figure.

    `sources` in the order of the page, earliest first; `groups` are variants of one statement, by id;
    `read` gives the figures of a source, and `known` what is alike, which somebody may know.
    """
    placed = _place(sources, read)
    numbers: dict[str, list[int]] = {}
    for number, source in enumerate(sources):
        numbers.setdefault(source.id, []).append(number)
    group_of = {
        number: at for at, group in enumerate(groups) for made in group for number in numbers.get(made, ())
    }
    rows = [_fact(placed, members, group_of) for members in same_facts(sources, placed, group_of, known)]
    return tuple(row for row in rows if row.flags or len({cell.statement for cell in row.cells}) > 1)


def _place(sources: Sequence[Source], read: Callable[[Source], Figures]) -> list[Placed]:
    placed: list[Placed] = []
    for number, source in enumerate(sources):
        for passage, figures in enumerate(read(source)):
            first = len(placed)
            for figure in figures:
                cell = Cell(statement=source.id, passage=passage, figure=figure)
                whole = None if figure.part_of is None else figures[figure.part_of]
                original = None if figure.restates is None else first + figure.restates
                placed.append(Placed(number, cell, whole, original))
    return placed


def _fact(placed: Sequence[Placed], members: Sequence[int], group_of: Mapping[int, int]) -> Fact:
    items = [placed[number] for number in members]
    found: list[Flag] = []
    pairs = [(a, b) for a, b in combinations(items, 2) if a.original is None and b.original is None]
    if any(differ(a.figure.quantity, b.figure.quantity) for a, b in pairs):
        found.append("differ")
    if any(hedged_differently(a.figure.quantity, b.figure.quantity) for a, b in pairs):
        found.append("hedged differently")
    if any(item.figure.malformed for item in items):
        found.append("malformed")
    contexts = [item.figure.context for item in items if item.original is None]
    return Fact(
        label=label_of([item.figure for item in items]),
        name=_name(items[0].figure),
        cells=tuple(item.cell for item in items),
        flags=tuple(found),
        shared=tuple(sorted(frozenset.intersection(*contexts))) if len(contexts) > 1 else (),
        variants=len(items) > 1 and len({group_of.get(item.source, -1) for item in items}) == 1
        and items[0].source in group_of,
    )  # fmt: skip


def _name(figure: Figure) -> str:
    """`children (evacuated)`, `area`, `square kilometers`: what is counted, in the document's words."""
    return f"{_thing(figure)} ({figure.counted.doing})" if _is_told(figure) else _thing(figure)


def label_of(figures: Sequence[Figure]) -> str:
    """`children: returned to school`, `percent of Karsk`: what the first counts, and what is said of it."""
    first = next((figure for figure in figures if figure.counted.named), figures[0])
    said = next((figure.counted.said for figure in figures if figure.counted.said), "")
    if first.counted.share:
        thing = f"{_unit(first)} {ENGLISH.of} {first.counted.share}"
    else:
        thing, said = _thing(first), said or (first.counted.doing if _is_told(first) else "")
    change = first.counted.role if first.counted.role != "of" else ""
    return f"{thing}: {said} {change}".rstrip() if said else thing


def _is_told(figure: Figure) -> bool:
    """Whether its verb says what was done, and the words for what is counted do not say it already."""
    doing = figure.counted.doing
    done = doing in ENGLISH.doings.values() or doing.endswith("ed")
    return done and doing not in _thing(figure).lower()


def _thing(figure: Figure) -> str:
    return figure.counted.words or _unit(figure)


def _unit(figure: Figure) -> str:
    """As it is written; a currency by its sign, a fraction by the noun for all of them."""
    unit = figure.quantity.unit
    if unit == "%" and figure.written.split()[-1].casefold().rpartition("-")[2] in _FRACTION_WORDS:
        return ENGLISH.share
    if unit in CURRENCIES:
        return unit
    if any(map(str.isdigit, figure.written)):
        return _BEFORE_UNIT.sub("", figure.written)
    words = figure.written.split()
    numbers = [at for at, word in enumerate(words) if word.casefold() in _NUMBER_WORDS]
    return " ".join(words[numbers[-1] + 1 :] if numbers else words) or figure.written
