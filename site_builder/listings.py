"""The pages that group: every topic, speaker, outlet and kind, and the list of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from site_builder.edtf import day_in_words
from site_builder.index import FACET, Facet, Group, Row, counted, edtf, once
from site_builder.lexicon import Outlet
from site_builder.outlets import period
from site_builder.paging import Part, by_name, by_period, initial
from site_builder.present import (
    KINDS_SAID,
    Archive,
    by_date,
    entry_row,
    facet_link,
    made_of,
    newest,
    sections,
    tallies,
)
from site_builder.roles import in_words
from site_builder.text import plural, slug
from site_builder.timeline import Unit, timeline
from site_builder.views import Fact, Frame, GroupHead, GroupView, IndexView, Link, Page, Shelf, Tally, Timeline

LEADS = {
    "topics": "Statements grouped by what they are about; inside a topic they stand by date.",
    "speakers": "Everybody who is quoted or paraphrased, as the documents name them.",
    "outlets": "Who carried the words; every outlet has the same kind of profile, with its source.",
    "kinds": "How a document passes words on: quoted, partly quoted, in other words, or in its own voice.",
}

INDEX = 250
"""Groups on one page of their list; above that they stand by their first letters."""
LARGEST = 60
"""Groups on the first page of such a list: those with the most statements."""

BESIDE = 40
"""Speakers or topics named beside a group: those with the most of its statements."""

DOCUMENTS = 40
"""An outlet's newest documents, on its own page."""

RELATED = {
    "topics": ("speakers", "Speakers"),
    "speakers": ("topics", "Topics"),
    "outlets": ("speakers", "Speakers"),
    "kinds": ("outlets", "Outlets"),
}


def facet_pages(archive: Archive, facet: Facet) -> Iterator[Page]:
    """The list of all groups of a facet, then each group."""
    groups = archive.index.groups[facet.name]
    yield from _index_pages(archive, facet, groups)
    for group in groups:
        yield from group_pages(archive, facet, group)


def _index_pages(archive: Archive, facet: Facet, groups: Sequence[Group]) -> Iterator[Page]:
    if len(groups) > INDEX:
        groups = sorted(groups, key=lambda group: (initial(group.slug), group.label.casefold(), group.key))
    for part in by_name(facet_link(facet).path, [group.slug for group in groups], INDEX):
        inside = groups[part.low : part.high]
        if part.periods:
            inside = sorted(groups, key=lambda group: (-group.count, group.key))[:LARGEST]
        counted = [(group.path, group.label, group.count) for group in inside]
        digest = made_of(archive, (), counted, part)
        day = newest(archive, (row for group in inside for row in group.rows))
        yield Page(part.path, "index.html", digest, partial(_index_view, archive, facet, inside, part), day)


def _index_view(archive: Archive, facet: Facet, groups: Sequence[Group], part: Part) -> IndexView:
    largest = Shelf("With the most statements", tuple(tally for _, tally in _tallies(archive, facet, groups)))
    return IndexView(
        frame=Frame(
            title=part.titled(facet.title),
            description=LEADS[facet.name] if part.first else f"{part.titled(facet.title)}, by name.",
            crumbs=(facet_link(facet),),
            previous=part.previous,
            next=part.next,
        ),
        facet=facet.name,
        lead=LEADS[facet.name] if part.first else "",
        shelves=(largest,) if part.periods else tuple(_shelves(archive, facet, groups)),
        periods=part.periods,
    )


def group_pages(archive: Archive, facet: Facet, group: Group) -> Iterator[Page]:
    """The page of a group, and one for each of its periods when it is long; the oldest stand first."""
    rows = group.rows
    parts = by_period(
        group.path,
        [row.day for row in rows],
        archive.config.per_page,
        lambda low, high: counted(rows[low:high]),
    )
    for part in parts:
        # The first page says how many there are, of whom and by whom; the others need not change with it.
        inside = rows if part.first else rows[part.low : part.high]
        digest = made_of(archive, inside, group.label, part)
        view = partial(_group_view, archive, facet, group, parts, part)
        yield Page(part.path, "group.html", digest, view, newest(archive, inside))


def _group_view(archive: Archive, facet: Facet, group: Group, parts: Sequence[Part], part: Part) -> GroupView:
    return GroupView(
        frame=Frame(
            title=part.titled(group.label),
            description=_described(group, part),
            crumbs=(facet_link(facet), Link(group.label, group.path)),
            previous=part.previous,
            next=part.next,
            feeds=(Link(f"Feed of {group.label}", group.feed),) if facet.followed else (),
        ),
        facet=facet.name,
        head=_head(archive, facet, group, parts) if part.first else None,
        sections=sections(archive, by_date(group.rows[part.low : part.high])),
        periods=part.periods,
        newest=bool(part.periods),
    )


def _head(archive: Archive, facet: Facet, group: Group, parts: Sequence[Part]) -> GroupHead:
    other, label = RELATED[facet.name]
    related = tallies(archive, FACET[other], group.rows, leave_out="")
    profile = PROFILES[facet.name](archive, group)
    documents = {row.document.name: row.document for row in group.rows if facet.name == "outlets"}
    latest = [*documents.values()][: -DOCUMENTS - 1 : -1]
    return GroupHead(
        count=group.count,
        passages=len(group.rows),
        own_voice=sum(row.record.own_voice for row in group.rows),
        lead=profile.lead,
        facts=profile.facts,
        related=related[:BESIDE],
        related_label=label,
        more_related=max(0, len(related) - BESIDE),
        entries=tuple(entry_row(archive, document) for document in latest),
        more_entries=max(0, len(documents) - DOCUMENTS),
        timeline=_timeline(group, parts),
    )


def _timeline(group: Group, parts: Sequence[Part]) -> Timeline | None:
    """The group over time; a bar leads to its first statement in the group's own pages."""
    rows = once(group.rows)
    days = [row.day for row in group.rows if row.day]
    drawn = [row.day for row in rows if row.day]
    whole = parts[1:] or parts

    def where(unit: Unit, first: date) -> str:
        at = bisect_left(days, first)
        part = next(part for part in whole if at < part.high)
        return f"{part.path}#part-{len(set(days[part.low : at])) + 1}"

    return timeline(drawn, len(rows) - len(drawn), where)


def _described(group: Group, part: Part) -> str:
    if part.first:
        return f"{group.label}: {plural(group.count, 'statement')} in order of date."
    return f"{group.label}, {part.label}: statements in order of date."


def _shelves(archive: Archive, facet: Facet, groups: Sequence[Group]) -> Iterator[Shelf]:
    """The groups under the headings their profiles ask for; those without a heading come first."""
    shelves: dict[str, list[Tally]] = {"": []}
    for shelf, tally in _tallies(archive, facet, groups):
        shelves.setdefault(shelf, []).append(tally)
    for label, rows in shelves.items():
        if rows:
            yield Shelf(label, tuple(rows))


def _tallies(archive: Archive, facet: Facet, groups: Sequence[Group]) -> Iterator[tuple[str, Tally]]:
    """Each group with the heading it stands under."""
    for group in groups:
        profile = PROFILES[facet.name](archive, group)
        yield profile.shelf, Tally(Link(group.label, group.path), group.count, profile.note)


# Profiles: what is known of a topic, a speaker, an outlet, a kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """`note` stands beside the name in the list of all groups, `lead` on the group's own page."""

    lead: str = ""
    note: str = ""
    shelf: str = ""
    facts: tuple[Fact, ...] = ()


def _topic(archive: Archive, group: Group) -> Profile:
    topic = next((topic for topic in archive.lexicon.topics if slug(topic.name) == group.key), None)
    if topic is None:
        return Profile()
    facts = [
        Fact("Includes", narrower.name, path=archive.link("topics", slug(narrower.name)).path)
        for narrower in archive.lexicon.topics
        if narrower.broader == topic.name
    ]
    if topic.broader:
        facts.insert(0, Fact("Part of", topic.broader, path=archive.link("topics", slug(topic.broader)).path))
    about = topic.description or ""
    return Profile(lead=about, note=about, shelf=topic.broader or "", facts=tuple(facts))


def _speaker(archive: Archive, group: Group) -> Profile:
    known = next((person for person in archive.lexicon.people if person.name == group.key), None)
    offices = [in_words(role) for role in known.roles] if known else []
    facts = [Fact("Office", office) for office in offices]
    if known and known.note:
        facts.append(Fact("Note", known.note))
    facts.extend(_called(group.rows))
    if known and known.aliases:
        facts.append(Fact("Known also as", ", ".join(known.aliases)))
    shelf = "Bodies" if known and known.kind == "body" else ""
    return Profile(note=offices[-1] if offices else "", shelf=shelf, facts=tuple(facts))


def _called(rows: Sequence[Row]) -> Iterator[Fact]:
    """The roles as documents write them, each with the outlets that do and when; where outlets differ in
    what they write, that is said."""
    written: dict[str, tuple[str, dict[str, list[Row]]]] = {}
    for row in rows:
        if role := row.record.role:
            _, outlets = written.setdefault(role.casefold(), (role, {}))
            outlets.setdefault(row.document.outlet, []).append(row)
    writers = [set(outlets) for _, outlets in written.values()]
    differ = any(mine != theirs for mine in writers for theirs in writers)
    for role, outlets in written.values():
        by = "; ".join(f"{outlet} ({_when(found)})" for outlet, found in outlets.items())
        yield Fact("Called differently by outlets" if differ else "Called in the documents", f"{role}: {by}")


def _when(rows: Sequence[Row]) -> str:
    """The first and the last day of publication, in words."""
    days = sorted(when.last for row in rows if (when := edtf(row.document.published)))
    first_and_last = dict.fromkeys(map(day_in_words, (*days[:1], *days[-1:])))
    return " to ".join(first_and_last) or "date not known"


def _outlet(archive: Archive, group: Group) -> Profile:
    outlet = archive.outlets.get(group.key) or Outlet(name=group.key)
    facts = []
    for name in ("type", "owner", "country", "language"):
        source = getattr(outlet.sources, name)
        said = getattr(outlet, name) or "not recorded"
        facts.append(Fact(name.capitalize(), f"{said} (source: {source})" if source else said))
    if held := period(outlet):
        facts.append(Fact("These hold", held))
    facts.append(Fact("Source of these labels", outlet.label_source or "not recorded"))
    for past in outlet.earlier:
        labels = ", ".join(filter(None, (past.type, past.owner, past.country, period(past))))
        facts.append(Fact("Earlier", f"{labels} (source: {past.label_source or 'not recorded'})"))
    return Profile(note=", ".join(filter(None, (outlet.type, outlet.country))), facts=tuple(facts))


def _kind(archive: Archive, group: Group) -> Profile:
    return Profile(lead=KINDS_SAID[group.key], note=KINDS_SAID[group.key])


PROFILES: Mapping[str, Callable[[Archive, Group], Profile]] = {
    "topics": _topic,
    "speakers": _speaker,
    "outlets": _outlet,
    "kinds": _kind,
}
