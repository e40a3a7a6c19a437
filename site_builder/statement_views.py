"""A statement as every page shows it: who, when, where, in whose words, and what it has to do with others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_builder.annotate.tables import language_of
from site_builder.archive import Record
from site_builder.cite import Cited, cited, coins, say_quoted, shortened
from site_builder.contradictions import contradicted
from site_builder.facets import NOBODY, Row, counted
from site_builder.figures.tables import Fact, label_of
from site_builder.memory import WORDS
from site_builder.present import Archive, Headed, base, entry_link, when
from site_builder.roles import say_role
from site_builder.said_dates import say_day
from site_builder.standing import say_changes, say_standing
from site_builder.text import count_words
from site_builder.variants.relations import say_why
from site_builder.variants.versions import Group
from site_builder.variants.words import sentences_of
from site_builder.views import Link, RelationView, Section, StatementView, When

NAME = 60
"""Characters of a statement's name in a title or a link."""
SHOWN = 20_000
"""Statements whose views are kept through a build, at some 3 kB each: most stand on ten pages."""


def statement(archive: Archive, row: Row) -> StatementView:
    """The statement as every page shows it; made once for all of them."""
    key = row.document.name, row.record.id
    view = archive.shown.get(key)
    if view is None:
        view = _statement(archive, row)
        if len(archive.shown) < SHOWN:
            archive.shown[key] = view
    return view


def _statement(archive: Archive, row: Row) -> StatementView:
    record, document = row.record, row.document
    outlet_label, origin_label = archive.labels(document)
    return StatementView(
        id=record.id,
        path=archive.permalinks.of(row),
        home=archive.permalinks.home(row),
        source_path=archive.permalinks.source(row),
        speaker=_speaker(archive, record),
        role=record.role,
        known_as=_known_as(archive, row),
        kind=archive.link("kinds", record.kind, archive.say(f"kinds.{record.kind}")),
        manner=record.kind,
        own_voice=record.own_voice,
        to=record.to,
        via=record.via,
        citing=record.citing,
        cue=record.cue,
        said=_said(archive, row),
        outlet=archive.outlet_link(document.outlet),
        outlet_label=outlet_label,
        origin=archive.outlet_link(document.republishes) if document.republishes else None,
        origin_label=origin_label,
        entry=entry_link(document),
        published=when(archive.strings, document.published),
        topics=tuple(archive.link("topics", topic) for topic in record.topics if row.shown),
        passages=record.passages if row.shown else (),
        withheld=0 if row.shown else sum(map(count_words, record.passages)),
        lang=record.lang,
        notes=record.notes,
        review=say_standing(archive.strings, record),
        state=record.state,
        state_path="" if record.own_voice else archive.link("review", record.state).path,
        history=tuple(_history(archive, row)),
        same=tuple(_same(archive, row)),
        restates=_other(archive, archive.comparison.restates.get(record.id, "")),
        restated=tuple(_restated(archive, row)),
        relations=tuple(_relations(archive, record.id)),
        figures=tuple(fact_link(archive, fact) for fact in _flagged(archive, record.id)),
        coins="" if record.own_voice else coins(citable(archive, row)),
    )


def _speaker(archive: Archive, record: Record) -> Link:
    """Who speaks: the outlet, where it does so itself."""
    if record.own_voice:
        return archive.outlet_link(record.speaker)
    return archive.link("speakers", record.speaker, archive.speaker(record))


def _known_as(archive: Archive, row: Row) -> str:
    """The roles the speaker is known to have had at the time, where that which is written contradicts them."""
    record, dated = row.record, row.record.said or row.document.published
    day = dated.edtf if dated else None
    known = contradicted(record.role, record.speaker, archive.lexicon, day, language_of(record.lang))
    return archive.say("lists.semicolon").join(say_role(archive.strings, role) for role in known)


def _said(archive: Archive, row: Row) -> When:
    """When it was said, or an outlet's own words appeared; an editor may have left the day open."""
    record, document = row.record, row.document
    if record.said is None and record.own_voice:
        return when(archive.strings, document.original_published or document.published)
    said = when(archive.strings, record.said, "not_given")
    if record.said is None and "said" in record.by_hand:
        return replace(said, reason=archive.say("dates.emptied_reason"))
    return said


def _history(archive: Archive, row: Row) -> Iterator[str]:
    """What the program had where an editor now says otherwise; nothing of words that are not shown, and no
    other words of an outlet that has its statements alone shown."""
    record = row.record
    if archive.index.levels[row.document.name] == "quotation":
        record = replace(record, before=tuple(one for one in record.before if one[0] != WORDS))
    if row.shown:
        yield from say_changes(archive.strings, record, lambda key: archive.link("topics", key).label)


def called(archive: Archive, row: Row) -> str:
    """A statement's name in a title or a link: its speaker and first words."""
    return shortened(f"{archive.speaker(row.record)}: {' '.join(row.record.passages)}", NAME)


def citable(archive: Archive, row: Row) -> Cited:
    url = base(archive) + archive.permalinks.of(row) if base(archive) else ""
    return cited(row.record, row.document, archive.config.title, url, archive.strings)


def sections(archive: Archive, headed: Headed) -> tuple[Section, ...]:
    return tuple(
        Section(link=link, count=counted(rows), statements=tuple(statement(archive, row) for row in rows))
        for link, rows in headed
    )


def below(first: StatementView, other: StatementView) -> StatementView:
    """Another version of the first one, without the pages side by side that the first leads to already."""
    said = {link.path for link in first.same}
    return replace(other, same=tuple(link for link in other.same if link.path not in said))


def _same(archive: Archive, row: Row) -> Iterator[Link]:
    """Where its versions stand side by side; of several such pages each says which sentences are there."""
    groups = archive.comparison.of.get(row.record.id, ())
    for group in groups:
        label, part = archive.say("statement.side_by_side", len(group.versions)), group.part_of(row.record.id)
        if part and len(groups) > 1:
            sentences = say_part(archive, row, part, "again_part")
            label = archive.say("statement.side_by_side_part", documents=label, part=sentences)
        yield Link(label, same_path(group))


def same_path(group: Group) -> str:
    """The page on which the versions of a statement stand side by side."""
    return f"same/{group.id}.html"


def say_part(archive: Archive, row: Row, part: tuple[int, int], form: str) -> str:
    """Which sentences of a statement, counted from 0, and of how many: a text below `same`."""
    first, last = (number + 1 for number in part)
    count = len(sentences_of(" ".join(row.record.passages)))
    if last == first:
        return archive.say(f"same.{form}", first=first, count=count)
    return archive.say(f"same.{form}_to", first=first, last=last, count=count)


def fact_link(archive: Archive, fact: Fact) -> Link:
    """The figures of a fact on their page."""
    page = f"{fact.id}.html" if archive.facts_apart else f"index.html#{fact.id}"
    return Link(fact_label(archive, fact), f"figures/{page}")


def fact_label(archive: Archive, fact: Fact) -> str:
    """What the figures are of, in the words of passages that are shown; by the bare name where none is."""
    shown = [cell.figure for cell in fact.cells if archive.by_id[cell.statement].shown]
    if len(shown) == len(fact.cells):
        return fact.label
    return label_of(shown) if shown else fact.name


def _flagged(archive: Archive, made: str) -> Iterator[Fact]:
    return (fact for fact in archive.comparison.facts_of.get(made, ()) if fact.flags)


PASSIVE = {"denies": "denied", "replies-to": "replied-to", "repeats": "repeated", "cites": "cited"}
"""What a statement does to another, and what is done to it."""


def _relations(archive: Archive, made: str) -> Iterator[RelationView]:
    for relation in archive.comparison.relations.get(made, ()):
        forth = relation.source == made
        does, other = (relation.kind, relation.target) if forth else (PASSIVE[relation.kind], relation.source)
        if link := _other(archive, other):
            how = say_why(archive.strings, relation.why) if relation.why else archive.say("dates.by_hand")
            yield RelationView(label=archive.say(f"relations.{does}"), link=link, how=how)


def _restated(archive: Archive, row: Row) -> Iterator[Link]:
    """Where its document says the same again, by how it does."""
    for made in archive.comparison.restated.get(row.record.id, ()):
        if other := archive.by_id.get(made):
            yield Link(archive.say(f"statement.again_as.{other.record.kind}"), archive.permalinks.of(other))


def _other(archive: Archive, made: str) -> Link | None:
    """Another statement by its speaker, its outlet, or else its document, and day."""
    row = archive.by_id.get(made)
    if row is None:
        return None
    outlet = row.document.outlet
    where = say_quoted(archive.strings, row.document.title) if outlet in NOBODY else outlet
    named = {"speaker": archive.speaker(row.record), "outlet": where}
    if row.day:
        label = archive.say("statement.other_on", day=say_day(archive.strings, row.day), **named)
    else:
        label = archive.say("statement.other", **named)
    return Link(label, archive.permalinks.of(row))
