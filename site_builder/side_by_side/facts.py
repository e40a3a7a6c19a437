"""Figures of one fact as a table; the pages of all facts whose figures are flagged, and of those that agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from site_builder.digest import key_of
from site_builder.figures.faults import say_fault
from site_builder.figures.matching import Cell
from site_builder.figures.tables import Fact
from site_builder.figures.units import say_quantity
from site_builder.paging import Part, by_weight, numbered
from site_builder.present import FIGURES, PLACES, Archive, made_of
from site_builder.statement_views import fact_label, fact_link, statement
from site_builder.views import FactView, FigureRow, FiguresView, Frame, IndexView, Link, Page, Shelf, Tally

LISTED = 250
"""Facts on a page of their list, where each has a page of its own."""


def figures_pages(archive: Archive) -> Iterator[Page]:
    """Flagged facts and those that agree, on pages of their own; none where no figures are compared."""
    flagged = tuple(fact for fact in archive.comparison.facts if fact.flags)
    agreeing = tuple(fact for fact in archive.comparison.facts if not fact.flags)
    if archive.comparison.facts:
        yield from _flagged_pages(archive, flagged, len(agreeing))
    weights = [len(fact.cells) for fact in agreeing]
    for part in by_weight(archive.strings, PLACES["agreeing"], weights, FIGURES) if agreeing else ():
        inside = agreeing[part.low : part.high]
        digest = made_of(archive, (), [ingredients(archive, fact) for fact in inside], part, len(flagged))
        yield Page(
            part.path, "figures.html", digest, partial(_agreeing_view, archive, inside, part, len(flagged))
        )


def _flagged_pages(archive: Archive, facts: Sequence[Fact], agreeing: int) -> Iterator[Page]:
    """All on one page or, where that would be too long, a list of them and each on its own."""
    top = archive.place("figures")
    if not archive.facts_apart:
        digest = made_of(archive, (), [ingredients(archive, fact) for fact in facts], agreeing)
        view = partial(_facts_view, archive, facts, top.label, (top,), agreeing)
        yield Page(top.path, "figures.html", digest, view)
        return
    for part in numbered(archive.strings, top.path, len(facts), LISTED):
        inside = facts[part.low : part.high]
        listed = [(fact.id, fact_label(archive, fact), fact.flags, len(fact.cells)) for fact in inside]
        digest = made_of(archive, (), listed, part, agreeing)
        yield Page(part.path, "index.html", digest, partial(_list_view, archive, inside, part, agreeing))
    for fact in facts:
        crumbs = (top, fact_link(archive, fact))
        view = partial(_facts_view, archive, (fact,), crumbs[1].label, crumbs, 0)
        yield Page(crumbs[1].path, "figures.html", made_of(archive, (), ingredients(archive, fact)), view)


def ingredients(archive: Archive, fact: Fact) -> str:
    """What the table of a fact is made of."""
    cells = [
        (archive.by_id[cell.statement].digest, cell.figure.span, cell.figure.quantity) for cell in fact.cells
    ]
    return key_of(fact.id, fact_label(archive, fact), fact.flags, cells)


def _list_view(archive: Archive, facts: Sequence[Fact], part: Part, agreeing: int) -> IndexView:
    semicolon, here = archive.say("lists.semicolon"), archive.place("figures")
    lead = archive.say("figures.lead")
    rows = [Tally(fact_link(archive, fact), len(fact.cells), semicolon.join(_flags(archive, fact)))
            for fact in facts]  # fmt: skip
    if agreeing and part.first:
        rows.append(Tally(archive.place("agreeing"), agreeing))
    frame = Frame(title=part.titled(archive.strings, here.label), description=lead, crumbs=(here,))
    lead = lead if part.first else ""
    return IndexView(
        frame=frame, facet="figures", lead=lead, shelves=(Shelf("", tuple(rows)),), pages=part.numbers
    )


def _facts_view(
    archive: Archive, facts: Sequence[Fact], title: str, crumbs: tuple[Link, ...], agreeing: int
) -> FiguresView:
    lead = archive.say("figures.lead" if facts else "figures.none")
    return FiguresView(
        frame=Frame(title=title, description=lead, crumbs=crumbs),
        lead=lead,
        facts=tuple(fact_view(archive, fact) for fact in facts),
        other=Tally(archive.place("agreeing"), agreeing) if agreeing else None,
    )


def _agreeing_view(archive: Archive, facts: Sequence[Fact], part: Part, flagged: int) -> FiguresView:
    here, lead, top = archive.place("agreeing"), archive.say("figures.agreeing"), archive.place("figures")
    return FiguresView(
        frame=Frame(title=part.titled(archive.strings, here.label), description=lead, crumbs=(top, here)),
        lead=lead,
        facts=tuple(fact_view(archive, fact) for fact in facts),
        other=Tally(Link(archive.say("figures.flagged"), top.path), flagged) if flagged else None,
        pages=part.numbers,
    )


def fact_view(archive: Archive, fact: Fact) -> FactView:
    """The table of a fact. A number may be named where the words around it may not be shown."""
    return FactView(
        label=fact_label(archive, fact),
        anchor=fact.id,
        flags=_flags(archive, fact),
        rows=tuple(_row(archive, cell) for cell in fact.cells),
    )


def _flags(archive: Archive, fact: Fact) -> tuple[str, ...]:
    return tuple(archive.say(f"figures.flags.{flag}") for flag in fact.flags)


def _row(archive: Archive, cell: Cell) -> FigureRow:
    card = statement(archive, archive.by_id[cell.statement])
    figure = cell.figure
    return FigureRow(
        written=figure.written,
        value=say_quantity(archive.strings, figure.quantity),
        remark=say_fault(archive.strings, figure.malformed) if figure.malformed else "",
        statement=Link(card.id, card.path),
        speaker=card.speaker,
        outlet=card.outlet,
        said=card.said,
    )
