"""The pages that group: every topic, speaker, outlet and kind, and the list of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain

from site_builder.index import FACET, Facet, Group, Row, counted, edtf, of_publication, once
from site_builder.lexicon import Outlet
from site_builder.lexicon import Profile as PastOutlet
from site_builder.model import UNNAMED_SPEAKER
from site_builder.outlets import label, period, say_type
from site_builder.paging import Part, by_name, by_period, initial, weight
from site_builder.present import Archive, by_date, entry_row, facet_link, facet_path, made_of, newest, tallies
from site_builder.roles import say_role
from site_builder.said_dates import say_day
from site_builder.statement_views import sections
from site_builder.text import slug
from site_builder.timeline import Unit, timeline
from site_builder.views import Fact, Frame, GroupHead, GroupView, IndexView, Link, Page, Shelf, Tally, Timeline

INDEX = 250
"""Groups on one page of their list; above that they stand by their first letters."""
LARGEST = 60
"""Groups on the first page of such a list: those with the most statements."""

BESIDE = 40
"""Speakers or topics named beside a group: those with the most of its statements."""

ROLES = 24
"""Roles that are named of a speaker."""

DOCUMENTS = 40
"""An outlet's newest documents, on its own page."""

RELATED = {"topics": "speakers", "speakers": "topics", "outlets": "speakers", "kinds": "outlets"}
"""The facet whose groups are named beside a group of each."""


def facet_pages(archive: Archive, facet: Facet) -> Iterator[Page]:
    """The list of all groups of a facet, then each group."""
    groups = archive.index.groups[facet.name]
    yield from _index_pages(archive, facet, groups)
    for group in groups:
        yield from group_pages(archive, facet, group)


def _index_pages(archive: Archive, facet: Facet, groups: Sequence[Group]) -> Iterator[Page]:
    if len(groups) > INDEX:
        groups = sorted(groups, key=lambda group: (initial(group.slug), group.label.casefold(), group.key))
    for part in by_name(archive.strings, facet_path(facet), [group.slug for group in groups], INDEX):
        inside = groups[part.low : part.high]
        if part.periods:
            inside = sorted(groups, key=lambda group: (-group.count, group.key))[:LARGEST]
        counted = [(group.path, group.label, group.count) for group in inside]
        digest = made_of(archive, (), counted, part)
        day = newest(archive, (row for group in inside for row in group.rows))
        yield Page(part.path, "index.html", digest, partial(_index_view, archive, facet, inside, part), day)


def _index_view(archive: Archive, facet: Facet, groups: Sequence[Group], part: Part) -> IndexView:
    say, here = archive.say, facet_link(archive, facet)
    largest = Shelf(say("lists_of.largest"), tuple(tally for _, tally in _tallies(archive, facet, groups)))
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
        shelves=(largest,) if part.periods else tuple(_shelves(archive, facet, groups)),
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
        [weight(row.record.passages) for row in rows],
    )
    for part in parts:
        # The first page says how many there are, of whom and by whom; the others need not change with it.
        inside = rows if part.first else rows[part.low : part.high]
        linked = [row.day in archive.spoken for row in inside if row.record.own_voice]
        digest = made_of(archive, inside, group.label, part, linked)
        view = partial(_group_view, archive, facet, group, parts, part)
        yield Page(part.path, "group.html", digest, view, newest(archive, inside))


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
    related = tallies(archive, FACET[other], group.rows, leave_out="")
    profile = PROFILES[facet.name](archive, group)
    documents = {row.document.name: row.document for row in group.rows if facet.name == "outlets"}
    latest = [*documents.values()][: -DOCUMENTS - 1 : -1]
    return GroupHead(
        count=group.count,
        passages=len(group.rows),
        own_voice=sum(row.record.own_voice for row in group.rows),
        lead=profile.lead,
        facts=tuple(profile.facts),
        related=related[:BESIDE],
        related_label=archive.say(f"facets.{other}"),
        more_related=max(0, len(related) - BESIDE),
        entries=tuple(entry_row(archive, document) for document in latest),
        more_entries=max(0, len(documents) - DOCUMENTS),
        timeline=_timeline(archive, group, parts),
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
    return PROFILES[group.facet](archive, group).note


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
        profile = PROFILES[facet.name](archive, group)
        yield profile.shelf, Tally(Link(group.label, group.path), group.count, profile.note)


# Profiles: what is known of a topic, a speaker, an outlet, a kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """`note` stands beside the name in the list of all groups, `lead` and `facts` on the group's own page,
    which alone goes through them."""

    lead: str = ""
    note: str = ""
    shelf: str = ""
    facts: Iterable[Fact] = ()


def _topic(archive: Archive, group: Group) -> Profile:
    topic = next((topic for topic in archive.lexicon.topics if slug(topic.name) == group.key), None)
    if topic is None:
        return Profile()
    facts = [
        Fact(
            archive.say("profile.includes"),
            narrower.name,
            path=archive.link("topics", slug(narrower.name)).path,
        )
        for narrower in archive.lexicon.topics
        if narrower.broader == topic.name
    ]
    if topic.broader:
        path = archive.link("topics", slug(topic.broader)).path
        facts.insert(0, Fact(archive.say("profile.part_of"), topic.broader, path=path))
    about = topic.description or ""
    shelf = archive.say("lists_of.within", topic=topic.broader) if topic.broader else ""
    return Profile(lead=about, note=about, shelf=shelf, facts=facts)


def _speaker(archive: Archive, group: Group) -> Profile:
    known = next((person for person in archive.lexicon.people if person.name == group.key), None)
    say = archive.say
    offices = [say_role(archive.strings, role) for role in known.roles] if known else []
    facts = [Fact(say("profile.office"), office) for office in offices]
    if known and known.note:
        facts.append(Fact(say("profile.note"), known.note))
    called = _called(archive, group.rows) if group.key != UNNAMED_SPEAKER else ()
    names = say("lists.comma").join(known.aliases) if known else ""
    aliases = [Fact(say("profile.aliases"), names)] if names else []
    shelf = say("profile.bodies") if known and known.kind == "body" else ""
    whole = chain(facts, called, aliases)
    return Profile(note=offices[-1] if offices else "", shelf=shelf, facts=whole)


def _called(archive: Archive, rows: Sequence[Row]) -> Iterator[Fact]:
    """The roles as documents write them, each with the outlets that do and when; where outlets differ in
    what they write, that is said. Of a great many, those with the most statements."""
    written: dict[str, tuple[str, dict[str, list[Row]]]] = {}
    for row in rows:
        if role := row.record.role:
            _, outlets = written.setdefault(role.casefold(), (role, {}))
            outlets.setdefault(row.document.outlet, []).append(row)
    writers = [set(outlets) for _, outlets in written.values()]
    differ = any(mine != theirs for mine in writers for theirs in writers)
    say = archive.say
    label = say("profile.called_differently" if differ else "profile.called")
    often = sorted(written, key=lambda name: -sum(map(len, written[name][1].values())))[:ROLES]
    for role, outlets in (written[name] for name in written if name in often):
        by = (say("profile.outlet_when", outlet=outlet, dates=_when(archive, found))
              for outlet, found in outlets.items())  # fmt: skip
        yield Fact(label, say("profile.called_by", role=role, outlets=say("lists.semicolon").join(by)))
    if len(written) > ROLES:
        yield Fact(label, say("counts.more", len(written) - ROLES))


def _when(archive: Archive, rows: Sequence[Row]) -> str:
    """The first and the last day of publication, in words."""
    days = sorted(when.last for row in rows if (when := edtf(row.document.published)))
    if not days:
        return archive.say("dates.unknown")
    first, last = (say_day(archive.strings, day) for day in (days[0], days[-1]))
    return first if first == last else archive.say("dates.span", first=first, last=last)


def _outlet(archive: Archive, group: Group) -> Profile:
    outlet = archive.outlets.get(group.key) or Outlet(name=group.key)
    say, comma, missing = archive.say, archive.say("lists.comma"), archive.say("outlets.not_recorded")
    facts = []
    for name in ("type", "owner", "country", "language"):
        source, said = getattr(outlet.sources, name), _label(archive, outlet, name) or missing
        whole = say("profile.sourced", label=said, source=source) if source else said
        facts.append(Fact(say(f"profile.{name}"), whole))
    if held := period(archive.strings, outlet):
        facts.append(Fact(say("profile.held"), held))
    facts.append(Fact(say("profile.source"), outlet.label_source or missing))
    for past in outlet.earlier:
        labels = (*(_label(archive, past, name) for name in ("type", "owner", "country")),
                  period(archive.strings, past))  # fmt: skip
        whole = say(
            "profile.sourced", label=comma.join(filter(None, labels)), source=past.label_source or missing
        )
        facts.append(Fact(say("profile.earlier"), whole))
    known = outlet.type or outlet.country
    return Profile(note=label(archive.strings, outlet, None) if known else "", facts=facts)


def _label(archive: Archive, profile: Outlet | PastOutlet, name: str) -> str:
    """What is recorded of an outlet under a name, "" for nothing."""
    given = getattr(profile, name) or ""
    if name == "language":
        return archive.language_named(given)
    return say_type(archive.strings, given) if name == "type" and given else given


def _kind(archive: Archive, group: Group) -> Profile:
    about = archive.say(f"kinds_said.{group.key}")
    return Profile(lead=about, note=about)


PROFILES: Mapping[str, Callable[[Archive, Group], Profile]] = {
    "topics": _topic,
    "speakers": _speaker,
    "outlets": _outlet,
    "kinds": _kind,
}
