"""The pages of a statement in several documents: its versions, and any two of them word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from site_builder.digest import key_of
from site_builder.figures.tables import Fact
from site_builder.paging import Part, numbered
from site_builder.present import PLACES, Archive, made_of
from site_builder.said_dates import say_day
from site_builder.side_by_side.facts import fact_view, ingredients
from site_builder.side_by_side.pairs import Paired, all_pairs, pair_up, pair_view, set_apart, version_parts
from site_builder.statement_views import same_path, say_part, statement
from site_builder.variants.origin import say_first, say_leg, say_way
from site_builder.variants.said import frame_of
from site_builder.variants.versions import Group, Variant, Version
from site_builder.views import (
    Frame,
    IndexView,
    Link,
    Page,
    SameView,
    Shelf,
    StatementView,
    Tally,
    VersionView,
)

LISTED = 250
"""Groups on a page of their list."""
TITLE_WORDS = 12
FIGURES = 40
"""Figures in the tables of a group's page; of more the tables stand with the figures."""


def group_pages(archive: Archive) -> Iterator[Page]:
    """The list of all groups, and the pages of each; none where there is no group."""
    groups = archive.comparison.groups
    made = {group.id: _ingredients(archive, group) for group in groups}
    for part in numbered(archive.strings, PLACES["same"], len(groups), LISTED) if groups else ():
        inside = groups[part.low : part.high]
        digest = made_of(archive, (), [made[group.id] for group in inside], part)
        yield Page(part.path, "index.html", digest, partial(_list_view, archive, inside, part))
    for group in groups:
        yield from _pages(archive, group, made_of(archive, (), made[group.id]))


def _pages(archive: Archive, group: Group, digest: str) -> Iterator[Page]:
    path = same_path(group)
    paired = pair_up(archive.strings, group, path)
    for part in version_parts(archive.strings, group, path):
        view = partial(_same_view, archive, group, paired, part)
        yield Page(part.path, "same.html", key_of(digest, part), view)
    for wording in paired.wordings if paired.parts else ():
        for part in paired.parts[wording[0].main.statement]:
            view = partial(_version_view, archive, group, paired, wording, part)
            yield Page(part.path, "same.html", key_of(digest, part), view)


def _ingredients(archive: Archive, group: Group) -> str:
    rows = [archive.by_id[variant.statement].digest for variant in group.variants]
    facts = [ingredients(archive, fact) for fact in _facts_of(archive, group)]
    return key_of(group, archive.comparison.journeys[group.id], rows, facts)


def _list_view(archive: Archive, groups: Sequence[Group], part: Part) -> IndexView:
    rows = tuple(
        Tally(
            Link(_title(archive, group), same_path(group)),
            len(group.versions),
            say_way(archive.strings, archive.comparison.journeys[group.id]),
        )
        for group in groups
    )
    here, lead = archive.place("same"), archive.say("same.lead")
    frame = Frame(title=part.titled(archive.strings, here.label), description=lead, crumbs=(here,))
    lead = lead if part.first else ""
    return IndexView(frame=frame, facet="same", lead=lead, shelves=(Shelf("", rows),), pages=part.numbers)


def _title(archive: Archive, group: Group) -> str:
    """Who speaks, and the first words of the earliest version."""
    first = group.versions[0].main
    words = first.words.strip("“”\"'‘’ ").split()
    more = " …" if len(words) > TITLE_WORDS else ""
    speaker = archive.speaker(archive.by_id[first.statement].record)
    return archive.say("same.title", speaker=speaker, words=" ".join(words[:TITLE_WORDS]) + more)


def _same_view(archive: Archive, group: Group, paired: Paired, part: Part) -> SameView:
    """All versions and, where they fit, all pairs of them; or a part of the versions."""
    title = _title(archive, group)
    shown = {version.document: _version(archive, group, version, paired) for version in group.versions}
    pairs = tuple(all_pairs(archive.strings, shown.values())) if paired.together else ()
    versions = tuple(shown[version.document] for version in group.versions[part.low : part.high])
    if paired.together:
        versions = tuple(set_apart(one, (other for other in versions if other is not one)) for one in versions)
    facts = _facts_of(archive, group) if part.first else ()
    few = sum(len(fact.cells) for fact in facts) <= FIGURES
    return SameView(
        frame=Frame(
            title=part.titled(archive.strings, title),
            description=archive.say("same.described", len(group.versions)),
            crumbs=(archive.place("same"), Link(title, same_path(group))),
        ),
        speaker=next(iter(shown.values())).statement.speaker,
        summary=_summary(archive, group),
        versions=versions,
        pairs=pairs,
        facts=tuple(fact_view(archive, fact) for fact in facts if few),
        pages=part.numbers,
    )


def _version_view(
    archive: Archive, group: Group, paired: Paired, wording: Sequence[Version], part: Part
) -> SameView:
    """One version, held against those with other words."""
    say, title, path = archive.say, _title(archive, group), same_path(group)
    one = _version(archive, group, wording[0], paired)
    others = paired.others(wording[0])[part.low : part.high]
    cards = [[_version(archive, group, version, paired) for version in paired.of(other)] for other in others]
    label = say("same.version", outlet=one.statement.outlet.label, day=one.statement.published.words)
    return SameView(
        frame=Frame(
            title=part.titled(archive.strings, say("same.version_title", title=title, version=label)),
            description=say("same.version_described", version=label),
            crumbs=(archive.place("same"), Link(title, path), Link(label, paired.parts[one.anchor][0].path)),
        ),
        speaker=one.statement.speaker,
        summary=_summary(archive, group),
        versions=(set_apart(one, (other for other, *_ in cards)),),
        pairs=tuple(pair_view(archive.strings, one, other, also, here=False) for other, *also in cards),
        facts=(),
        pages=part.numbers,
    )


def _summary(archive: Archive, group: Group) -> str:
    """`2 outlets, 1 origin. Carried first by Northern Wire, 14 May 2019.`"""
    way = archive.comparison.journeys[group.id]
    said = say_way(archive.strings, way)
    if not way.first_day:
        return archive.say("same.first_open", way=said)
    day, first = say_day(archive.strings, way.first_day), say_first(archive.strings, way)
    return archive.say("same.first", way=said, outlets=first, day=day)


def _version(archive: Archive, group: Group, version: Version, paired: Paired) -> VersionView:
    main = version.main
    record = archive.by_id[main.statement].record
    legs = archive.comparison.journeys[group.id].legs
    same = paired.of(version)
    parts = paired.parts.get(same[0].main.statement)
    return VersionView(
        statement=_card(archive, main),
        frame=frame_of(record.speaker, record.role, record.to),
        anchor=main.statement,
        words=main.words,
        part="" if main.whole else _part(archive, main, "part"),
        restated=tuple(Link(_again(archive, v), _card(archive, v).path) for v in version.restated),
        way=next((say_leg(archive.strings, leg) for leg in legs if leg.document == version.document), ""),
        compared=parts[0].path if parts else "",
        same_words=0 if paired.together else len(same) - 1,
    )


def _card(archive: Archive, variant: Variant) -> StatementView:
    return statement(archive, archive.by_id[variant.statement])


def _again(archive: Archive, variant: Variant) -> str:
    """How it is said again, or in which sentences."""
    if variant.whole:
        return archive.say(f"statement.again_as.{variant.kind}")
    return _part(archive, variant, "again_part")


def _part(archive: Archive, variant: Variant, form: str) -> str:
    """Which sentences of its statement it is, and of how many."""
    return say_part(archive, archive.by_id[variant.statement], (variant.first, variant.last), form)


def _facts_of(archive: Archive, group: Group) -> tuple[Fact, ...]:
    """The facts of which two versions of a group give a figure, or of which one gives a flagged one."""
    facts = {
        id(fact): fact
        for variant in group.variants
        for fact in archive.comparison.facts_of.get(variant.statement, ())
    }
    return tuple(facts.values())
