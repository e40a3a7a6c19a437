"""The pages on which versions stand side by side: a statement in several documents, figures of one fact."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from site_builder.digest import key_of
from site_builder.edtf import day_in_words
from site_builder.figures.tables import Cell, Fact
from site_builder.figures.units import normalised
from site_builder.present import Archive, fact_link, made_of, same_link, statement
from site_builder.text import plural
from site_builder.variants.groups import Group, Variant, Version
from site_builder.variants.wording import compare_words, in_words
from site_builder.views import (
    FactView,
    FigureRow,
    FiguresView,
    Frame,
    IndexView,
    Link,
    Page,
    PairView,
    SameView,
    Shelf,
    StatementView,
    Tally,
    VersionView,
    Wording,
)

SAME = Link("Side by side", "same/index.html")
FIGURES = Link("Figures", "figures/index.html")
SAME_LEAD = (
    "Statements that more than one document carries, in translation, paraphrase or excerpt. "
    "What one version has and another has not is marked; which of them is right is not decided here."
)
FIGURES_LEAD = (
    "Numbers given for the same thing that differ, are hedged differently, or cannot be right as they stand. "
    "All are kept as they are written, and none is picked."
)
ALL_PAIRS = 6
"""Versions up to which every two are compared; of more, each with the first."""
TITLE_WORDS = 12

FLAGS = {
    "differ": "The figures differ",
    "hedged differently": "One is exact, another is not",
    "malformed": "A figure cannot be read as it stands",
}


def comparison_pages(archive: Archive) -> Iterator[Page]:
    """The list of all groups, each group, and the page of figures; none where there is nothing to compare."""
    groups = archive.comparison.groups
    if groups:
        digest = made_of(archive, (), [_ingredients(archive, group) for group in groups])
        yield Page(SAME.path, "index.html", digest, partial(_list_view, archive))
    for group in groups:
        digest = made_of(archive, (), _ingredients(archive, group))
        yield Page(same_link(group).path, "same.html", digest, partial(_same_view, archive, group))
    if facts := tuple(fact for fact in archive.comparison.facts if fact.flags):
        digest = made_of(archive, (), [_fact_ingredients(archive, fact) for fact in facts])
        yield Page(FIGURES.path, "figures.html", digest, partial(_figures_view, archive, facts))


def _ingredients(archive: Archive, group: Group) -> str:
    rows = [archive.by_id[variant.statement].digest for variant in group.variants]
    facts = [_fact_ingredients(archive, fact) for fact in _facts_of(archive, group)]
    return key_of(group, archive.comparison.journeys[group.id], rows, facts)


def _fact_ingredients(archive: Archive, fact: Fact) -> str:
    cells = [
        (archive.by_id[cell.statement].digest, cell.figure.span, cell.figure.quantity) for cell in fact.cells
    ]
    return key_of(fact.label, fact.flags, cells)


def _list_view(archive: Archive) -> IndexView:
    rows = tuple(
        Tally(
            Link(_title(archive, group), same_link(group).path),
            len(group.versions),
            archive.comparison.journeys[group.id].in_words,
        )
        for group in archive.comparison.groups
    )
    frame = Frame(title=SAME.label, description=SAME_LEAD, crumbs=(SAME,))
    return IndexView(frame=frame, facet="same", lead=SAME_LEAD, shelves=(Shelf(label="", rows=rows),))


def _title(archive: Archive, group: Group) -> str:
    """Who speaks, and the first words of the earliest version."""
    first = group.versions[0].main
    words = first.words.strip("“”\"'‘’ ").split()
    more = " …" if len(words) > TITLE_WORDS else ""
    return f"{archive.by_id[first.statement].record.speaker}: {' '.join(words[:TITLE_WORDS])}{more}"


# A statement in its versions


def _same_view(archive: Archive, group: Group) -> SameView:
    versions = tuple(_version(archive, group, version) for version in group.versions)
    title = _title(archive, group)
    return SameView(
        frame=Frame(
            title=title,
            description=f"One statement as {plural(len(versions), 'document')} have it, side by side.",
            crumbs=(SAME, Link(title, same_link(group).path)),
        ),
        speaker=versions[0].statement.speaker,
        summary=_summary(archive, group),
        versions=versions,
        pairs=tuple(_pairs(versions)),
        facts=tuple(_fact(archive, fact) for fact in _facts_of(archive, group)),
    )


def _summary(archive: Archive, group: Group) -> str:
    """`2 outlets, 1 origin. Carried first by Northern Wire, 14 May 2019.`"""
    way = archive.comparison.journeys[group.id]
    if not way.first_day:
        return f"{way.in_words}. Which of them had it first is open."
    return f"{way.in_words}. Carried first by {' and '.join(way.first)}, {day_in_words(way.first_day)}."


def _version(archive: Archive, group: Group, version: Version) -> VersionView:
    main = version.main
    legs = archive.comparison.journeys[group.id].legs
    return VersionView(
        statement=_card(archive, main),
        anchor=main.statement,
        words=main.words,
        part=_part(main),
        restated=tuple(
            Link(_part(v) or "the whole statement", _card(archive, v).path) for v in version.restated
        ),
        way=next((leg.in_words for leg in legs if leg.document == version.document), ""),
    )


def _again(archive: Archive, variant: Variant) -> Link:
    card = _card(archive, variant)
    kind = card.kind.label.lower()
    return Link(f"{kind}, {_part(variant)}" if _part(variant) else kind, card.path)


def _card(archive: Archive, variant: Variant) -> StatementView:
    return statement(archive, archive.by_id[variant.statement])


def _part(variant: Variant) -> str:
    if variant.whole:
        return ""
    first, last = variant.first + 1, variant.last + 1
    return (
        f"sentences {first} to {last} of the statement"
        if last > first
        else f"sentence {first} of the statement"
    )


def _pairs(versions: tuple[VersionView, ...]) -> Iterator[PairView]:
    some = combinations(versions, 2) if len(versions) <= ALL_PAIRS else ((versions[0], v) for v in versions[1:])
    for one, other in some:
        runs = compare_words(one.words, other.words)
        outlet = other.statement.outlet.label
        same = outlet == one.statement.outlet.label
        yield PairView(
            anchor=f"{one.anchor}-{other.anchor}",
            first=Link(one.statement.outlet.label, f"#{one.anchor}"),
            second=Link(outlet, f"#{other.anchor}"),
            runs=tuple(Wording(run.sign, run.text) for run in runs),
            said=in_words(runs, f"{outlet}, {other.statement.published.words}," if same else outlet),
        )


# Figures


def _figures_view(archive: Archive, facts: tuple[Fact, ...]) -> FiguresView:
    return FiguresView(
        frame=Frame(title=FIGURES.label, description=FIGURES_LEAD, crumbs=(FIGURES,)),
        lead=FIGURES_LEAD,
        facts=tuple(_fact(archive, fact) for fact in facts),
    )


def _facts_of(archive: Archive, group: Group) -> tuple[Fact, ...]:
    """The facts of which two versions of a group give a figure, or of which one gives a flagged one."""
    facts = {
        id(fact): fact
        for variant in group.variants
        for fact in archive.comparison.facts_of.get(variant.statement, ())
    }
    return tuple(facts.values())


def _fact(archive: Archive, fact: Fact) -> FactView:
    """The table of a fact. A number may be named where the words around it may not be shown."""
    return FactView(
        label=fact.label,
        anchor=fact_link(fact).path.partition("#")[2],
        flags=tuple(FLAGS[flag] for flag in fact.flags),
        rows=tuple(_figure(archive, cell) for cell in fact.cells),
    )


def _figure(archive: Archive, cell: Cell) -> FigureRow:
    card = statement(archive, archive.by_id[cell.statement])
    figure = cell.figure
    return FigureRow(
        written=figure.written,
        value=normalised(figure.quantity) if figure.quantity else "",
        remark=figure.malformed,
        statement=Link(card.id, card.path),
        speaker=card.speaker,
        outlet=card.outlet,
        said=card.said,
    )
