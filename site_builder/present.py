"""From records to what the templates show: full attribution on every statement, dates with reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from site_builder.archive import Document
from site_builder.cite import Cited, cited, coins
from site_builder.comparison import NOTHING, Comparison
from site_builder.config import Config
from site_builder.digest import key_of
from site_builder.edtf import day_in_words
from site_builder.figures.tables import Fact
from site_builder.index import KIND_LABELS, Facet, Index, Row, counted, edtf
from site_builder.lexicon import Lexicon, Outlet
from site_builder.model import Article, Dated
from site_builder.outlets import by_name, label
from site_builder.paging import Part
from site_builder.permalinks import Permalinks, home, make_permalinks
from site_builder.review import standing
from site_builder.roles import contradicted, in_words
from site_builder.text import count_words
from site_builder.variants.groups import Group
from site_builder.views import EntryRow, Link, RelationView, Section, StatementView, Tally, When

BROWSE = Link("Browse", "browse/index.html")
ENTRIES = Link("Documents", "entries/index.html")
DATES = Link("Dates", "dates/index.html")
CORRECTIONS = Link("Feed of corrections", "corrections.atom")
COVERAGE = Link("Whose voices", "coverage/index.html")
DATA = Link("data/documents.jsonl", "data/documents.jsonl")
SUMS = Link("SHA256SUMS", "SHA256SUMS")
UNDATED = Link("No single day", "dates/undated.html")
UNKNOWN = When(words="date not known", iso="", reason="The document gives no date.", doubtful=True)
NOT_GIVEN = When(words="day not given", iso="", reason="The document gives no day for it.", doubtful=True)

FIGURES = 120
"""Figures in the tables of the one page that has them all."""

KINDS_SAID = {
    "direct": "The words stand in quotation marks in the document.",
    "mixed": "Part of the words stands in quotation marks; the rest is the document's paraphrase.",
    "indirect": "The document gives the statement in its own words, and says whose it is.",
    "attitude": "The document says what somebody wants, believes or fears.",
    "own-voice": "What the document says without crediting anybody. It is the outlet's own statement.",
}


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
    digest: str
    """Of what every view may hang on beside its own statements: settings, lexicon, names that meet, and
    what decides on the places of statements."""
    shown: dict[tuple[str, str], StatementView] = field(default_factory=dict)
    """The views of statements made so far, by document and id; at most `SHOWN`."""

    def labels(self, document: Document) -> tuple[str, str]:
        """What the outlet and the one it republishes were at the time, in words."""
        dated = document.published
        day = dated.edtf if dated else None
        origin = document.republishes
        return label(self.outlets.get(document.outlet), day), label(
            self.outlets.get(origin), day
        ) if origin else ""

    def link(self, facet: str, key: str, label: str = "") -> Link:
        return self.links.get((facet, key), Link(label or key, ""))


def make_archive(
    index: Index,
    lexicon: Lexicon,
    config: Config,
    article: Callable[[str], Article],
    comparison: Comparison = NOTHING,
) -> Archive:
    groups = [group for groups in index.groups.values() for group in groups]
    links = {(g.facet, g.key): Link(g.label, g.path) for g in groups}
    # A path with a digest is where two names meet in one page's name: any link may hang on that.
    permalinks = make_permalinks(index, config.statement_pages)
    apart = sum(len(fact.cells) for fact in comparison.facts if fact.flags) > FIGURES
    digest = key_of(lexicon, config, [g.path for g in groups if g.renamed], permalinks.digest, apart)
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
        digest=digest,
    )


def facet_link(facet: Facet) -> Link:
    return Link(facet.title, f"{facet.name}/index.html")


def citable(archive: Archive, row: Row) -> Cited:
    url = base(archive) + archive.permalinks.of(row) if base(archive) else ""
    return cited(row.record, row.document, archive.config.title, url)


def base(archive: Archive) -> str:
    """Where the site is, ending in "/"; "" while that is not known."""
    given = archive.config.base_url
    return given if not given or given.endswith("/") else given + "/"


def when(dated: Dated | None) -> When:
    parsed = edtf(dated)
    if dated is None or parsed is None:
        return UNKNOWN
    doubtful = not parsed.is_day or dated.edtf[-1] in "?~%"
    return When(
        words=parsed.in_words,
        iso=parsed.first.isoformat() if parsed.is_day else "",
        reason=dated.reason,
        doubtful=doubtful,
    )


def day_link(day: date | None) -> Link:
    return Link(day_in_words(day), f"dates/{day.isoformat()}.html") if day else UNDATED


def entry_link(document: Document) -> Link:
    return Link(document.title, f"entries/{document.name}.html")


def source_link(document: Document) -> Link:
    return Link("Source document", f"sources/{document.name}.html" if document.fingerprint else "")


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
        speaker = archive.link("speakers", record.speaker)
    source = source_link(document).path
    said = when(record.said) if record.said else NOT_GIVEN
    if record.said is None and record.own_voice:
        said = when(document.original_published or document.published)
    dated = record.said or document.published
    known = contradicted(record.role, record.speaker, archive.lexicon, dated.edtf if dated else None)
    outlet_label, origin_label = archive.labels(document)
    return StatementView(
        id=record.id,
        path=archive.permalinks.of(row),
        home=home(row),
        source_path=f"{source}#{record.id}" if source and row.shown else source,
        speaker=speaker,
        role=record.role,
        known_as="; ".join(map(in_words, known)),
        kind=archive.link("kinds", record.kind, KIND_LABELS[record.kind]),
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
        published=when(document.published),
        topics=tuple(archive.link("topics", topic) for topic in record.topics if row.shown),
        passages=record.passages if row.shown else (),
        withheld=0 if row.shown else sum(map(count_words, record.passages)),
        notes=record.notes,
        lang=record.lang,
        own_voice=record.own_voice,
        review=standing(record),
        manner=record.kind,
        state=record.state,
        same=tuple(map(same_link, archive.comparison.of.get(record.id, ()))),
        restates=_other(archive, archive.comparison.restates.get(record.id, "")),
        restated=tuple(_restated(archive, row)),
        relations=tuple(_relations(archive, record.id)),
        figures=tuple(fact_link(archive, fact) for fact in _flagged(archive, record.id)),
        coins="" if record.own_voice else coins(citable(archive, row)),
    )


def same_link(group: Group) -> Link:
    """The page on which the versions of a statement stand side by side."""
    return Link(f"{len(group.versions)} documents side by side", f"same/{group.id}.html")


def fact_link(archive: Archive, fact: Fact) -> Link:
    """The figures of a fact on their page."""
    page = f"{fact.id}.html" if archive.facts_apart else f"index.html#{fact.id}"
    return Link(fact.label, f"figures/{page}")


def _flagged(archive: Archive, made: str) -> Iterator[Fact]:
    return (fact for fact in archive.comparison.facts_of.get(made, ()) if fact.flags)


RELATED = {
    "denies": ("Denies", "Denied by"),
    "replies-to": ("Replies to", "Answered by"),
    "repeats": ("Repeats", "Repeated by"),
    "cites": ("Cites", "Cited by"),
}
"""What a statement does to another, and what is done to it."""


def _relations(archive: Archive, made: str) -> Iterator[RelationView]:
    for relation in archive.comparison.relations.get(made, ()):
        forth, back = RELATED[relation.kind]
        label, other = (forth, relation.target) if relation.source == made else (back, relation.source)
        if link := _other(archive, other):
            yield RelationView(label=label, link=link, how=relation.how)


def _restated(archive: Archive, row: Row) -> Iterator[Link]:
    """Where its document says the same again, by how it does."""
    for made in archive.comparison.restated.get(row.record.id, ()):
        if other := archive.by_id.get(made):
            yield Link(KIND_LABELS[other.record.kind].lower(), archive.permalinks.of(other))


def _other(archive: Archive, made: str) -> Link | None:
    """Another statement by its speaker, outlet and day."""
    row = archive.by_id.get(made)
    if row is None:
        return None
    day = f", {day_in_words(row.day)}" if row.day else ""
    label = f"{row.record.speaker} in {row.document.outlet}{day}"
    return Link(label, archive.permalinks.of(row))


def entry_row(archive: Archive, document: Document) -> EntryRow:
    outlet_label, origin_label = archive.labels(document)
    return EntryRow(
        link=entry_link(document),
        outlet=archive.link("outlets", document.outlet),
        origin=archive.link("outlets", document.republishes) if document.republishes else None,
        outlet_label=outlet_label,
        origin_label=origin_label,
        published=when(document.published),
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


def by_date(rows: Sequence[Row]) -> Headed:
    """Rows, already in the order of their days, under each day."""
    days: dict[date | None, list[Row]] = {}
    for row in rows:
        days.setdefault(row.day, []).append(row)
    return tuple((day_link(day), tuple(same)) for day, same in days.items())


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
