"""The pages that group: every topic, speaker, outlet, kind and so on, and the list of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from site_builder.facets import FACET, Facet, Group, counted, of_publication, once
from site_builder.outlets import types_of
from site_builder.paging import Part, by_name, by_period, initial
from site_builder.present import (
    Archive,
    by_date,
    entry_row,
    facet_link,
    facet_path,
    made_of,
    newest,
    tallies,
    unattributed,
)
from site_builder.profiles import profile_of
from site_builder.statement_views import sections
from site_builder.timeline import Unit, timeline
from site_builder.views import Frame, GroupHead, GroupView, IndexView, Link, Page, Shelf, Tally, Timeline

INDEX = 250
"""Groups on one page of their list; above that they stand by their first letters."""
LARGEST = 60
"""Groups on the first page of such a list: those with the most statements."""

BESIDE = 40
"""Speakers or topics named beside a group: those with the most of its statements."""

DOCUMENTS = 40
"""An outlet's newest documents, on its own page."""

RELATED = {
    "topics": "speakers",
    "speakers": "topics",
    "outlets": "speakers",
    "types": "outlets",
    "kinds": "outlets",
    "review": "outlets",
}
"""The facet whose groups are named beside a group of each."""


def facet_pages(archive: Archive, facet: Facet) -> Iterator[Page]:
    """The list of all groups of a facet, then each group."""
    groups = archive.index.groups[facet.name]
    ones, others = ([group for group in groups if group.is_one == one] for one in (True, False))
    yield from _index_pages(archive, facet, ones, others)
    for group in groups:
        yield from group_pages(archive, facet, group)


def _index_pages(
    archive: Archive, facet: Facet, groups: Sequence[Group], others: Sequence[Group]
) -> Iterator[Page]:
    """`others` are no topic, no speaker and no outlet: they stand on the first page, below those that are."""
    if len(groups) > INDEX:
        groups = sorted(groups, key=lambda group: (initial(group.slug), group.label.casefold(), group.key))
    for part in by_name(archive.strings, facet_path(facet), [group.slug for group in groups], INDEX):
        inside, below = groups[part.low : part.high], others if part.first else ()
        if part.periods:
            inside = sorted(groups, key=lambda group: (-group.count, group.key))[:LARGEST]
        counted = [(group.path, group.label, group.count) for group in (*inside, *below)]
        known = archive.lexicon.about(group.key for group in (*inside, *below))
        digest = made_of(archive, (), counted, part, known)
        day = newest(row for group in inside for row in group.rows)
        view = partial(_index_view, archive, facet, inside, below, part)
        yield Page(part.path, "index.html", digest, view, day)


def _index_view(
    archive: Archive, facet: Facet, groups: Sequence[Group], below: Sequence[Group], part: Part
) -> IndexView:
    say, here = archive.say, facet_link(archive, facet)
    largest = Shelf(say("lists_of.largest"), tuple(tally for _, tally in _tallies(archive, facet, groups)))
    shelves = [largest] if part.periods else [*_shelves(archive, facet, groups)]
    shelves += (Shelf("", (tally,)) for _, tally in _tallies(archive, facet, below))
    lead, title = say(f"lists_of.{facet.name}"), part.titled(archive.strings, here.label)
    return IndexView(
        frame=Frame(
            title=title,
            description=lead if part.first else say("lists_of.by_name", title=title),
            crumbs=(here,),
            previous=part.previous,
            next=part.next,
        ),
        facet=facet.name,
        lead=lead if part.first else "",
        shelves=tuple(shelves),
        periods=part.periods,
        pages=part.numbers,
    )


def group_pages(archive: Archive, facet: Facet, group: Group) -> Iterator[Page]:
    """The page of a group, and one for each of its periods when it is long; the oldest stand first."""
    rows = group.rows
    parts = by_period(
        archive.strings,
        group.path,
        [row.day for row in rows],
        archive.config.per_page,
        lambda low, high: counted(rows[low:high]),
        [row.weight for row in rows],
    )
    for part in parts:
        # The first page says how many there are, of whom and by whom; the others need not change with it.
        inside = rows if part.first else rows[part.low : part.high]
        # An outlet's own voice is a kind of its own, and may stand alone on a day.
        linked = [row.day in archive.spoken for row in inside] if rows[0].record.own_voice else ()
        digest = made_of(archive, inside, group.label, part, linked)
        view = partial(_group_view, archive, facet, group, parts, part)
        yield Page(part.path, "group.html", digest, view, newest(inside))


def _group_view(archive: Archive, facet: Facet, group: Group, parts: Sequence[Part], part: Part) -> GroupView:
    return GroupView(
        frame=Frame(
            title=part.titled(archive.strings, group.label),
            description=_described(archive, group, part),
            crumbs=(facet_link(archive, facet), Link(group.label, group.path)),
            previous=part.previous,
            next=part.next,
            feeds=(Link(archive.say("lists_of.feed", group=group.label), group.feed),)
            if facet.followed
            else (),
        ),
        facet=facet.name,
        head=_head(archive, facet, group, parts) if part.first else None,
        sections=sections(archive, by_date(archive, group.rows[part.low : part.high])),
        periods=part.periods,
        newest=bool(part.periods),
        pages=part.numbers,
    )


def _head(archive: Archive, facet: Facet, group: Group, parts: Sequence[Part]) -> GroupHead:
    other = RELATED[facet.name]
    related = _related(archive, group, FACET[other])
    profile = profile_of(archive, group)
    documents = {row.document.name: row.document for row in group.rows if facet.name == "outlets"}
    latest = [*documents.values()][: -DOCUMENTS - 1 : -1]
    return GroupHead(
        count=group.count,
        passages=len(group.rows),
        own_voice=sum(row.record.own_voice for row in group.rows),
        lead=profile.lead,
        facts=tuple(profile.facts),
        aliases=profile.aliases,
        related=(*related[:BESIDE], *unattributed(archive, FACET[other], group.rows)),
        related_label=archive.say(f"facets.{other}"),
        more_related=max(0, len(related) - BESIDE),
        entries=tuple(entry_row(archive, document) for document in latest),
        more_entries=max(0, len(documents) - DOCUMENTS),
        timeline=_timeline(archive, group, parts),
    )


def _related(archive: Archive, group: Group, other: Facet) -> tuple[Tally, ...]:
    """The groups of the other facet that the rows fall into; beside a type of outlet, outlets of that type, not
    those that republish them, or that they do."""
    found = tallies(archive, other, group.rows)
    if group.facet != "types":
        return found
    known = archive.outlets
    return tuple(
        tally
        for tally in found
        if group.key in (types_of(known[tally.link.label]) if tally.link.label in known else {""})
    )


def _timeline(archive: Archive, group: Group, parts: Sequence[Part]) -> Timeline | None:
    """The group over time; a bar leads to its first statement in the group's own pages."""
    rows = once(group.rows)
    days = [row.day for row in group.rows if row.day]
    drawn = [row.day for row in rows if row.day]
    whole = parts[1:] or parts

    def where(unit: Unit, first: date) -> str:
        at = bisect_left(days, first)
        part = next(part for part in whole if at < part.high)
        return f"{part.path}#part-{len(set(days[part.low : at])) + 1}"

    return timeline(archive.strings, drawn, len(rows) - len(drawn), of_publication(rows), where)


def note(archive: Archive, group: Group) -> str:
    """What stands beside its name in a list: a speaker's office, an outlet's type and country."""
    return profile_of(archive, group).note


def _described(archive: Archive, group: Group, part: Part) -> str:
    if part.first:
        return archive.say("lists_of.in_order", group.count, group=group.label)
    return archive.say("lists_of.part_in_order", group=group.label, part=part.label)


def _shelves(archive: Archive, facet: Facet, groups: Sequence[Group]) -> Iterator[Shelf]:
    """The groups under the headings their profiles ask for; those without a heading come first."""
    shelves: dict[str, list[Tally]] = {"": []}
    for shelf, tally in _tallies(archive, facet, groups):
        shelves.setdefault(shelf, []).append(tally)
    for heading, rows in shelves.items():
        if rows:
            yield Shelf(heading, tuple(rows))


def _tallies(archive: Archive, facet: Facet, groups: Sequence[Group]) -> Iterator[tuple[str, Tally]]:
    """Each group with the heading it stands under."""
    for group in groups:
        profile = profile_of(archive, group)
        yield profile.shelf, Tally(Link(group.label, group.path), group.count, profile.note)
