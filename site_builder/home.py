"""The home page: what this is, who speaks, about what, when, and who carries it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeAlias

from site_builder.facets import FACET, Group, Row, counted, edtf, of_publication, once
from site_builder.present import (
    Archive,
    entry_row,
    facet_link,
    made_of,
    tallies,
)
from site_builder.said_dates import say_date
from site_builder.statement_views import statement
from site_builder.texts import Text
from site_builder.timeline import timeline
from site_builder.views import Frame, HomeShelf, HomeView, Link, Page, Shape, StatementView, Tally, Timeline

ROWS = 12
NEWEST = 3
"""Statements that are shown whole."""
HEAD = 2
"""Lines that the heading of a list takes."""
SHELVES = ("speakers", "topics", "outlets")
"""Facets on the home page; their headings are the questions they answer."""


Note: TypeAlias = Callable[[Archive, Group], str]


def home_page(archive: Archive, texts: Sequence[Text], coverage: Callable[[Archive], str], note: Note) -> Page:
    """`coverage` says of an archive in short whose documents it holds, `note` what a speaker or outlet is."""
    intro = next((text.body for text in texts if text.name == "home"), "")
    digest = made_of(archive, archive.index.rows, intro, *archive.index.digests.values())
    day = max(archive.index.published.values(), default="")
    return Page("index.html", "home.html", digest, partial(_view, archive, intro, coverage, note), day)


def _view(archive: Archive, intro: str, coverage: Callable[[Archive], str], note: Note) -> HomeView:
    index, config = archive.index, archive.config
    listed = index.listed
    shelves = tuple(_shelf(archive, name, listed, note) for name in SHELVES)
    documents = Tally(archive.place("documents"), len(index.documents))
    return HomeView(
        shape=shape(shelves),
        frame=Frame(title=config.title, description=config.description, feeds=(archive.place("corrections"),)),
        counts=(
            documents,
            Tally(Link(archive.say("home.statements"), archive.place("browse").path), counted(listed)),
            *(_groups(archive, name) for name in SHELVES),
        ),
        span=_span(archive),
        coverage=coverage(archive),
        coverage_page=archive.place("coverage"),
        shelves=shelves,
        timeline=_timeline(archive, shelves),
        dates=archive.place("dates"),
        newest=_newest(archive, listed),
        browse=archive.place("browse"),
        entries=tuple(entry_row(archive, document) for document in reversed(index.documents[-ROWS:])),
        all_entries=documents if documents.count > ROWS else None,
        intro=intro,
    )


def shape(shelves: Sequence[HomeShelf]) -> Shape:
    """Where the list of outlets leaves the least room empty, by the lines that the three lists have."""
    speakers, topics, outlets = map(_lines, shelves)
    empty: dict[Shape, int] = {
        "long": abs(speakers - topics - outlets),
        "": abs(topics - speakers - outlets),
        "both": abs(speakers - topics),
    }
    return min(empty, key=lambda one: empty[one])


def _lines(shelf: HomeShelf) -> int:
    below = (shelf.more, shelf.apart, shelf.remark)
    return HEAD + sum(1 + bool(row.note) for row in shelf.rows) + sum(map(bool, below))


def _groups(archive: Archive, facet: str) -> Tally:
    """The list of a facet's groups, and how many they are."""
    return Tally(facet_link(archive, FACET[facet]), sum(group.is_one for group in archive.index.groups[facet]))


def _shelf(archive: Archive, facet: str, listed: Sequence[Row], note: Note) -> HomeShelf:
    rows = tallies(archive, FACET[facet], listed)
    groups = {group.path: group for group in archive.index.groups[facet]}
    apart = [Tally(Link(group.label, group.path), group.count) for group in groups.values() if not group.is_one]
    several = sum(tally.count for tally in (*rows, *apart)) > counted(listed)
    return HomeShelf(
        facet=facet,
        label=archive.say(f"home.{facet}"),
        rows=tuple(
            replace(row, note="" if facet == "topics" else note(archive, groups[row.link.path]))
            for row in rows[:ROWS]
        ),
        more=_groups(archive, facet) if len(rows) > ROWS else None,
        apart=apart[0] if apart else None,
        remark=archive.say(f"home.several_{facet}") if several else "",
    )


def _newest(archive: Archive, listed: Sequence[Row]) -> tuple[StatementView, ...]:
    """Those of the last days, the newest day first; of one day in their order."""
    dated = sorted(once([row for row in listed if row.day]), key=lambda row: row.day or date.min, reverse=True)
    return tuple(statement(archive, row) for row in dated[:NEWEST])


def _timeline(archive: Archive, shelves: Sequence[HomeShelf]) -> Timeline | None:
    listed = once(archive.index.listed)
    days = [row.day for row in listed if row.day]
    rows = {group.path: group.rows for group in archive.index.groups["topics"]}
    strips = [
        (tally, [row.day for row in once(rows[tally.link.path]) if row.day])
        for shelf in shelves
        if shelf.facet == "topics"
        for tally in shelf.rows
    ]
    return timeline(archive.strings, days, len(listed) - len(days), of_publication(listed), strips=strips)


def _span(archive: Archive) -> str:
    """`10 June 2016 to 26 December 2016`: the documents' first and last date, in words."""
    dates = [when for document in archive.index.documents if (when := edtf(document.published))]
    if not dates:
        return ""
    ends = min(dates, key=lambda d: d.first), max(dates, key=lambda d: d.last)
    first, last = (say_date(archive.strings, end) for end in ends)
    return first if first == last else archive.say("dates.span", first=first, last=last)
