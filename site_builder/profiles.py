"""What is known of a topic, a speaker, an outlet, a kind of speech and so on: beside its name, and on its own
page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from site_builder.facets import Group, Row, edtf
from site_builder.lexicon import Outlet
from site_builder.lexicon import Profile as PastOutlet
from site_builder.outlets import kind_of, label, period, say_type
from site_builder.present import Archive
from site_builder.roles import say_role
from site_builder.said_dates import say_day
from site_builder.text import slug
from site_builder.views import Fact

ROLES = 24
"""Roles that are named of a speaker."""

LINE = 80
"""Characters of other names that a profile has room for; more of them open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """`note` stands beside the name in the list of all groups, `lead` and `facts` on the group's own page,
    which alone goes through them."""

    lead: str = ""
    note: str = ""
    shelf: str = ""
    facts: Iterable[Fact] = ()
    aliases: tuple[str, ...] = ()
    """Other names of a speaker, where they are many."""


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
    shelf = say("profile.bodies") if known and known.kind == "body" else ""
    aliases = known.aliases if known else ()
    names = say("lists.comma").join(aliases)
    named = [Fact(say("profile.aliases"), names)] if 0 < len(names) <= LINE else []
    return Profile(
        note=offices[-1] if offices else "",
        shelf=shelf,
        facts=chain(facts, _called(archive, group.rows), named),
        aliases=() if named else aliases,
    )


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
        by = (say("profile.outlet_when", outlet=archive.outlet(outlet), dates=_when(archive, found))
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
        path = archive.link("types", kind_of(outlet)).path if name == "type" and said != missing else ""
        facts.append(Fact(say(f"profile.{name}"), whole, path=path))
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


def _type(archive: Archive, group: Group) -> Profile:
    return Profile(lead=archive.say("outlets.of_type"))


def _kind(archive: Archive, group: Group) -> Profile:
    about = archive.say(f"kinds_said.{group.key}")
    return Profile(lead=about, note=about)


def _state(archive: Archive, group: Group) -> Profile:
    about = archive.say(f"review.said.{group.key}")
    return Profile(lead=about, note=about)


def profile_of(archive: Archive, group: Group) -> Profile:
    if group.is_one:
        return PROFILES[group.facet](archive, group)
    about = archive.say(f"lists_of.nobody.{group.facet}")
    return Profile(lead=about, note=about)


PROFILES: Mapping[str, Callable[[Archive, Group], Profile]] = {
    "topics": _topic,
    "speakers": _speaker,
    "outlets": _outlet,
    "types": _type,
    "kinds": _kind,
    "review": _state,
}
