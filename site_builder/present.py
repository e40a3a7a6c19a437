"""All that pages are made from, and how they name it: links, places, dates with their reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from site_builder.archive import SET_BY_HAND, STATES, Document, Record
from site_builder.comparison import NOTHING, Comparison
from site_builder.config import Config
from site_builder.digest import key_of
from site_builder.facets import KINDS, NOBODY, UNNAMED, Facet, Row, counted, edtf
from site_builder.index import Index
from site_builder.lexicon import Lexicon, Outlet
from site_builder.model import UNNAMED_OUTLET, UNNAMED_SPEAKER, Article, Dated
from site_builder.outlets import by_name, label, say_type
from site_builder.paging import Part
from site_builder.permalinks import Permalinks, make_permalinks
from site_builder.reasons import is_foreign, say_reason
from site_builder.said_dates import say_date, say_day
from site_builder.strings import Strings
from site_builder.views import EntryRow, Link, StatementView, Tally, When

PLACES = {
    "browse": "browse/index.html",
    "search": "search/index.html",
    "dates": "dates/index.html",
    "documents": "entries/index.html",
    "corrections": "corrections.atom",
    "coverage": "coverage/index.html",
    "same": "same/index.html",
    "figures": "figures/index.html",
    "agreeing": "figures/agreeing.html",
}
"""Pages and feeds there is one of; their names are the texts `site.NAME`."""
DATA = Link("data/documents.jsonl", "data/documents.jsonl")
SUMS = Link("SHA256SUMS", "SHA256SUMS")
FIGURES = 120
"""Figures in the tables of the one page that has them all."""


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
    spoken: frozenset[date | None]
    """The days on which somebody spoke: those with a page."""
    facts_apart: bool
    """Whether flagged facts are too many for one page: each has its own."""
    strings: Strings
    digest: str
    """Of what every view may hang on beside its own statements, which know what the lexicon says of their
    speakers and outlets: the program, settings, what the lexicon says of all, texts of the site, names that
    meet, and what decides on the places of statements."""
    shown: dict[tuple[str, str], StatementView] = field(default_factory=dict)
    """The views of statements made so far, by document and id, for `statement_views`."""

    def say(self, key: str, n: int | None = None, /, **values: object) -> str:
        """A text of the site in its language, as `Strings.say` has it."""
        return self.strings.say(key, n, **values)

    def place(self, name: str) -> Link:
        return Link(self.say(f"site.{name}"), PLACES[name])

    @property
    def compared(self) -> tuple[Link, ...]:
        """The pages of what stands side by side, as far as there is any: versions, figures."""
        there = {"same": self.comparison.groups, "figures": self.comparison.facts}
        return tuple(self.place(name) for name, found in there.items() if found)

    def speaker(self, record: Record) -> str:
        """Who speaks, by name; in the words of the site where nobody knows."""
        if record.own_voice:
            return self.outlet(record.speaker)
        return self.say("statement.unnamed") if record.speaker == UNNAMED_SPEAKER else record.speaker

    def outlet(self, name: str) -> str:
        """An outlet by name; in the words of the site where the document does not give it."""
        return self.say("statement.unnamed_outlet") if name == UNNAMED_OUTLET else name

    def outlet_link(self, name: str) -> Link:
        return self.link("outlets", name, self.outlet(name))

    def language(self, document: Document) -> str:
        """What a document is written in, by name; by its tag where the site has no name for it, "" for none."""
        return self.language_named(document.front.get("lang", ""))

    def language_named(self, tag: str) -> str:
        key = f"languages.{tag.partition('-')[0]}"
        return self.say(key) if self.strings.has(key) else tag

    def labels(self, document: Document) -> tuple[str, str]:
        """What the outlet and the one it republishes were at the time, in words; "" for none."""
        day = document.published.edtf if document.published else None
        names = (name or "" for name in (document.outlet, document.republishes))
        carrier, origin = (
            "" if name in NOBODY else label(self.strings, self.outlets.get(name), day) for name in names
        )
        return carrier, origin

    def link(self, facet: str, key: str, label: str = "") -> Link:
        return self.links.get((facet, key), Link(label or key, ""))


def make_archive(
    index: Index,
    lexicon: Lexicon,
    config: Config,
    article: Callable[[str], Article],
    strings: Strings,
    comparison: Comparison = NOTHING,
    program: str = "",
) -> Archive:
    """`program` is a digest of the code: another one may make other views of the same."""
    index = _named(index, strings)
    groups = [group for groups in index.groups.values() for group in groups]
    links = {(g.facet, g.key): Link(g.label, g.path) for g in groups}
    # A path with a digest is where two names meet in one page's name: any link may hang on that.
    permalinks = make_permalinks(index, config.statement_pages)
    apart = sum(len(fact.cells) for fact in comparison.facts if fact.flags) > FIGURES
    renamed = [g.path for g in groups if g.renamed]
    digest = key_of(program, lexicon.shared, config, strings, renamed, permalinks.digest, apart)
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
        spoken=frozenset(row.day for row in index.listed),
        facts_apart=apart,
        strings=strings,
        digest=digest,
    )


def _named(index: Index, strings: Strings) -> Index:
    """The index with the names that are the site's own words: kinds of speech, no topic, nobody's name."""
    own = {
        ("topics", ""): "statement.no_topic",
        ("speakers", UNNAMED_SPEAKER): "statement.unnamed",
        ("outlets", UNNAMED_OUTLET): "statement.unnamed_outlet",
        ("types", ""): "statement.no_type",
        **{("kinds", kind): f"kinds.{kind}" for kind in KINDS},
        **{("review", state): f"browse.review.{state}" for state in STATES},
    }
    names = {place: strings.say(key) for place, key in own.items()}
    for group in index.groups["types"]:
        words = say_type(strings, group.key)
        names.setdefault(("types", group.key), words[:1].upper() + words[1:])
    groups = {
        facet: tuple(replace(group, label=names.get((facet, group.key), group.label)) for group in groups)
        for facet, groups in index.groups.items()
    }
    return replace(index, groups=groups)


def facet_path(facet: Facet) -> str:
    return f"{facet.name}/index.html"


def facet_link(archive: Archive, facet: Facet) -> Link:
    return Link(archive.say(f"facets.{facet.name}"), facet_path(facet))


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


def entry_row(archive: Archive, document: Document) -> EntryRow:
    outlet_label, origin_label = archive.labels(document)
    return EntryRow(
        link=entry_link(document),
        outlet=archive.outlet_link(document.outlet),
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


def tallies(archive: Archive, facet: Facet, rows: Iterable[Row]) -> tuple[Tally, ...]:
    """The groups of `facet` that rows fall into, most statements first, then by name. What has no topic,
    nobody identified as its speaker, or no outlet named, is in none of them."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        for key in facet.keys(row):
            found.setdefault(key, []).append(row)
    counts = {key: counted(same) for key, same in found.items() if key not in NOBODY}
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Tally(archive.link(facet.name, key), count) for key, count in ordered)


def unattributed(archive: Archive, facet: Facet, rows: Iterable[Row]) -> tuple[Tally, ...]:
    """What stands after the speakers, outlets or types of outlet of these rows: the statements of nobody who
    is named, and of no type that is known."""
    key = UNNAMED.get(facet.name)
    same = [row for row in rows if key in facet.keys(row)]
    return (Tally(archive.link(facet.name, key), counted(same)),) if key is not None and same else ()


def by_date(archive: Archive, rows: Sequence[Row]) -> Headed:
    """Rows, already in the order of their days, under each day, with its page where it has one."""
    days: dict[date | None, list[Row]] = {}
    for row in rows:
        days.setdefault(row.day, []).append(row)
    return tuple((_heading(archive, day), tuple(same)) for day, same in days.items())


def _heading(archive: Archive, day: date | None) -> Link:
    link = day_link(archive, day)
    return link if day in archive.spoken else Link(link.label, "")


def by_topic(archive: Archive, rows: Sequence[Row]) -> Headed:
    """Rows under their first topic, each once, by the topic's slug; the topicless last."""
    topics: dict[str, list[Row]] = {}
    for row in rows:
        topics.setdefault(row.record.topics[0] if row.record.topics else "", []).append(row)
    ordered = sorted(topics.items(), key=lambda item: (item[0] == "", item[0]))
    return tuple((archive.link("topics", key), tuple(same)) for key, same in ordered)


def newest(rows: Iterable[Row]) -> str:
    """The ISO date of the newest document of these rows, "" when none is dated."""
    return max((row.published for row in rows), default="")


def made_of(archive: Archive, rows: Iterable[Row], *parts: object) -> str:
    """The digest of a view that shows these rows, and the other parts."""
    return key_of(archive.digest, "".join(row.digest for row in rows), *parts)


def cut(headed: Headed, part: Part) -> Headed:
    """The rows of one page of a listing, under their headings."""
    found = []
    at = 0
    for link, rows in headed:
        if inside := rows[max(0, part.low - at) : max(0, part.high - at)]:
            found.append((link, inside))
        at += len(rows)
    return tuple(found)
