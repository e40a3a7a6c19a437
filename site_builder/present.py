"""From records to what the templates show: full attribution on every statement, dates with reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from site_builder.archive import SET_BY_HAND, Document, Record
from site_builder.cite import Cited, cited, coins, shortened
from site_builder.comparison import NOTHING, Comparison
from site_builder.compose import UNNAMED_SPEAKER
from site_builder.config import Config
from site_builder.digest import key_of
from site_builder.figures.tables import Fact, label_of
from site_builder.index import KINDS, Facet, Index, Row, counted, edtf
from site_builder.lexicon import Lexicon, Outlet
from site_builder.model import Article, Dated
from site_builder.outlets import by_name, label
from site_builder.paging import Part
from site_builder.permalinks import Permalinks, make_permalinks
from site_builder.reasons import is_foreign, say_reason
from site_builder.review import say_standing
from site_builder.roles import contradicted, say_role
from site_builder.said_dates import say_date, say_day
from site_builder.strings import Strings
from site_builder.text import count_words
from site_builder.variants.relations import say_why
from site_builder.variants.versions import Group
from site_builder.views import EntryRow, Link, RelationView, Section, StatementView, Tally, When

PLACES = {
    "browse": "browse/index.html",
    "search": "search/index.html",
    "dates": "dates/index.html",
    "documents": "entries/index.html",
    "corrections": "corrections.atom",
    "coverage": "coverage/index.html",
    "same": "same/index.html",
    "figures": "figures/index.html",
}
"""Pages and feeds there is one of; their names are the texts `site.NAME`."""
DATA = Link("data/documents.jsonl", "data/documents.jsonl")
SUMS = Link("SHA256SUMS", "SHA256SUMS")
FIGURES = 120
"""Figures in the tables of the one page that has them all."""


NAME = 60
"""Characters of a statement's name in a title or a link."""

SHOWN = 20_000
"""Statements whose views are kept through a build, at some 3 kB each: most stand on ten pages."""

Headed: TypeAlias = tuple[tuple[Link, tuple[Row, ...]], ...]
"""Rows under their headings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """All that pages are made from."""

    index: Index
    lexicon: Lexicon
    config: Config
    links: Mapping[tuple[str, str], Link]
    """(facet, key) → the page of that group; a group without a page is not in it."""
    article: Callable[[str], Article]
    """The seed at a path. Raises KeyError when there is none."""
    comparison: Comparison
    by_id: Mapping[str, Row]
    outlets: Mapping[str, Outlet]
    """Name → what is known of it."""
    permalinks: Permalinks
    facts_apart: bool
    """Whether flagged facts are too many for one page: each has its own."""
    strings: Strings
    digest: str
    """Of what every view may hang on beside its own statements: settings, lexicon, texts of the site, names
    that meet, and what decides on the places of statements."""
    shown: dict[tuple[str, str], StatementView] = field(default_factory=dict)
    """The views of statements made so far, by document and id; at most `SHOWN`."""

    def say(self, key: str, n: int | None = None, /, **values: object) -> str:
        """A text of the site in its language, as `Strings.say` has it."""
        return self.strings.say(key, n, **values)

    def place(self, name: str) -> Link:
        return Link(self.say(f"site.{name}"), PLACES[name])

    def speaker(self, record: Record) -> str:
        """Who speaks, by name; in the words of the site where nobody knows."""
        return self.say("statement.unnamed") if record.speaker == UNNAMED_SPEAKER else record.speaker

    def language(self, document: Document) -> str:
        """What a document is written in, by name; by its tag where the site has no name for it, "" for none."""
        tag = document.front.get("lang", "")
        key = f"languages.{tag.partition('-')[0]}"
        return self.say(key) if self.strings.has(key) else tag

    def labels(self, document: Document) -> tuple[str, str]:
        """What the outlet and the one it republishes were at the time, in words."""
        day = document.published.edtf if document.published else None
        carrier, origin = (self.outlets.get(name or "") for name in (document.outlet, document.republishes))
        return (
            label(self.strings, carrier, day),
            label(self.strings, origin, day) if document.republishes else "",
        )

    def link(self, facet: str, key: str, label: str = "") -> Link:
        return self.links.get((facet, key), Link(label or key, ""))


def make_archive(
    index: Index,
    lexicon: Lexicon,
    config: Config,
    article: Callable[[str], Article],
    strings: Strings,
    comparison: Comparison = NOTHING,
) -> Archive:
    index = _named(index, strings)
    groups = [group for groups in index.groups.values() for group in groups]
    links = {(g.facet, g.key): Link(g.label, g.path) for g in groups}
    # A path with a digest is where two names meet in one page's name: any link may hang on that.
    permalinks = make_permalinks(index, config.statement_pages)
    apart = sum(len(fact.cells) for fact in comparison.facts if fact.flags) > FIGURES
    digest = key_of(lexicon, config, strings, [g.path for g in groups if g.renamed], permalinks.digest, apart)
    return Archive(
        index=index,
        lexicon=lexicon,
        config=config,
        links=links,
        article=article,
        comparison=comparison,
        by_id={row.record.id: row for row in index.rows},
        outlets=by_name(lexicon),
        permalinks=permalinks,
        facts_apart=apart,
        strings=strings,
        digest=digest,
    )


def _named(index: Index, strings: Strings) -> Index:
    """The index with the names that are the site's own words: kinds of speech, no topic, nobody's name."""
    own = {
        ("topics", ""): "statement.no_topic",
        ("speakers", UNNAMED_SPEAKER): "statement.unnamed",
        **{("kinds", kind): f"kinds.{kind}" for kind in KINDS},
    }
    groups = {
        facet: tuple(
            replace(group, label=strings.say(own[facet, group.key])) if (facet, group.key) in own else group
            for group in groups
        )
        for facet, groups in index.groups.items()
    }
    return replace(index, groups=groups)


def facet_path(facet: Facet) -> str:
    return f"{facet.name}/index.html"


def facet_link(archive: Archive, facet: Facet) -> Link:
    return Link(archive.say(f"facets.{facet.name}"), facet_path(facet))


def citable(archive: Archive, row: Row) -> Cited:
    url = base(archive) + archive.permalinks.of(row) if base(archive) else ""
    return cited(row.record, row.document, archive.config.title, url, archive.strings)


def base(archive: Archive) -> str:
    """Where the site is, ending in "/"; "" while that is not known."""
    given = archive.config.base_url
    return given if not given or given.endswith("/") else given + "/"


def when(strings: Strings, dated: Dated | None, missing: str = "unknown") -> When:
    """The date in words; where there is none, that it is `missing`."""
    parsed = edtf(dated)
    if dated is None or parsed is None:
        words, reason = strings.say(f"dates.{missing}"), strings.say(f"dates.{missing}_reason")
        return When(words=words, iso="", reason=reason, doubtful=True)
    own = strings.say("dates.by_hand") if dated.reason == SET_BY_HAND else say_reason(strings, dated.reason)
    return When(
        words=say_date(strings, parsed),
        iso=parsed.first.isoformat() if parsed.is_day else "",
        reason=own or dated.reason,
        reason_lang="en" if not own and is_foreign(strings, dated.reason) else "",
        doubtful=not parsed.is_day or dated.edtf[-1] in "?~%",
    )


def day_link(archive: Archive, day: date | None) -> Link:
    if day is None:
        return Link(archive.say("dates.no_single_day"), "dates/undated.html")
    return Link(say_day(archive.strings, day), f"dates/{day.isoformat()}.html")


def entry_link(document: Document) -> Link:
    return Link(document.title, f"entries/{document.name}.html")


def source_path(document: Document) -> str:
    return f"sources/{document.name}.html" if document.fingerprint else ""


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
    outlet = archive.link("outlets", document.outlet)
    if record.own_voice:
        speaker = archive.link("outlets", record.speaker)
    else:
        speaker = archive.link("speakers", record.speaker, archive.speaker(record))
    said = when(archive.strings, record.said, "not_given")
    if record.said is None and record.own_voice:
        said = when(archive.strings, document.original_published or document.published)
    dated = record.said or document.published
    known = contradicted(record.role, record.speaker, archive.lexicon, dated.edtf if dated else None)
    outlet_label, origin_label = archive.labels(document)
    return StatementView(
        id=record.id,
        path=archive.permalinks.of(row),
        home=archive.permalinks.home(row),
        source_path=archive.permalinks.source(row),
        speaker=speaker,
        role=record.role,
        known_as=archive.say("lists.semicolon").join(say_role(archive.strings, role) for role in known),
        kind=archive.link("kinds", record.kind, archive.say(f"kinds.{record.kind}")),
        to=record.to,
        via=record.via,
        citing=record.citing,
        cue=record.cue,
        said=said,
        outlet=outlet,
        origin=archive.link("outlets", document.republishes) if document.republishes else None,
        outlet_label=outlet_label,
        origin_label=origin_label,
        entry=entry_link(document),
        published=when(archive.strings, document.published),
        topics=tuple(archive.link("topics", topic) for topic in record.topics if row.shown),
        passages=record.passages if row.shown else (),
        withheld=0 if row.shown else sum(map(count_words, record.passages)),
        notes=record.notes,
        lang=record.lang,
        own_voice=record.own_voice,
        review=say_standing(archive.strings, record),
        manner=record.kind,
        state=record.state,
        same=tuple(same_link(archive, group) for group in archive.comparison.of.get(record.id, ())),
        restates=_other(archive, archive.comparison.restates.get(record.id, "")),
        restated=tuple(_restated(archive, row)),
        relations=tuple(_relations(archive, record.id)),
        figures=tuple(fact_link(archive, fact) for fact in _flagged(archive, record.id)),
        coins="" if record.own_voice else coins(citable(archive, row)),
    )


def same_link(archive: Archive, group: Group) -> Link:
    """The page on which the versions of a statement stand side by side."""
    return Link(archive.say("statement.side_by_side", len(group.versions)), f"same/{group.id}.html")


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
    """Another statement by its speaker, outlet and day."""
    row = archive.by_id.get(made)
    if row is None:
        return None
    named = {"speaker": archive.speaker(row.record), "outlet": row.document.outlet}
    if row.day:
        label = archive.say("statement.other_on", day=say_day(archive.strings, row.day), **named)
    else:
        label = archive.say("statement.other", **named)
    return Link(label, archive.permalinks.of(row))


def called(archive: Archive, row: Row) -> str:
    """A statement's name in a title or a link: its speaker and first words."""
    return shortened(f"{archive.speaker(row.record)}: {' '.join(row.record.passages)}", NAME)


def entry_row(archive: Archive, document: Document) -> EntryRow:
    outlet_label, origin_label = archive.labels(document)
    return EntryRow(
        link=entry_link(document),
        outlet=archive.link("outlets", document.outlet),
        origin=archive.link("outlets", document.republishes) if document.republishes else None,
        outlet_label=outlet_label,
        origin_label=origin_label,
        published=when(archive.strings, document.published),
        count=counted(spoken(archive, document)),
        lang=document.front.get("lang", ""),
        draft=document.draft,
    )


def spoken(archive: Archive, document: Document) -> tuple[Row, ...]:
    """What somebody is quoted with in a document."""
    return tuple(row for row in archive.index.by_document[document.name] if not row.record.own_voice)


def tallies(archive: Archive, facet: Facet, rows: Iterable[Row], leave_out: str = "") -> tuple[Tally, ...]:
    """The groups of `facet` that rows fall into, most statements first, then by name."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        for key in facet.keys(row):
            found.setdefault(key, []).append(row)
    counts = {key: counted(same) for key, same in found.items()}
    counts.pop(leave_out, None)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Tally(archive.link(facet.name, key), count) for key, count in ordered)


def by_date(archive: Archive, rows: Sequence[Row]) -> Headed:
    """Rows, already in the order of their days, under each day."""
    days: dict[date | None, list[Row]] = {}
    for row in rows:
        days.setdefault(row.day, []).append(row)
    return tuple((day_link(archive, day), tuple(same)) for day, same in days.items())


def by_topic(archive: Archive, rows: Sequence[Row]) -> Headed:
    """Rows under their first topic, each once, by the topic's slug; the topicless last."""
    topics: dict[str, list[Row]] = {}
    for row in rows:
        topics.setdefault(row.record.topics[0] if row.record.topics else "", []).append(row)
    ordered = sorted(topics.items(), key=lambda item: (item[0] == "", item[0]))
    return tuple((archive.link("topics", key), tuple(same)) for key, same in ordered)


def newest(archive: Archive, rows: Iterable[Row]) -> str:
    """The ISO date of the newest document of these rows, "" when none is dated."""
    return max((archive.index.published[row.document.name] for row in rows), default="")


def made_of(archive: Archive, rows: Iterable[Row], *parts: object) -> str:
    """The digest of a view that shows these rows, and the other parts."""
    return key_of(archive.digest, "".join(row.digest for row in rows), *parts)


def sections(archive: Archive, headed: Headed) -> tuple[Section, ...]:
    return tuple(
        Section(link=link, count=counted(rows), statements=tuple(statement(archive, row) for row in rows))
        for link, rows in headed
    )


def cut(headed: Headed, part: Part) -> Headed:
    """The rows of one page of a listing, under their headings."""
    found = []
    at = 0
    for link, rows in headed:
        if inside := rows[max(0, part.low - at) : max(0, part.high - at)]:
            found.append((link, inside))
        at += len(rows)
    return tuple(found)
