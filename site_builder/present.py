"""From records to what the templates show: full attribution on every statement, dates with reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from site_builder.archive import Document
from site_builder.config import Config
from site_builder.edtf import day_in_words
from site_builder.index import KIND_LABELS, Facet, Index, Row, edtf
from site_builder.lexicon import Lexicon
from site_builder.model import Dated
from site_builder.roles import contradicted, in_words
from site_builder.text import count_words
from site_builder.views import EntryRow, Link, Section, StatementView, Tally, When

UNDATED = Link("No single day", "dates/undated.html")
UNKNOWN = When(words="date not known", iso="", reason="The document gives no date.", doubtful=True)
NOT_GIVEN = When(words="day not given", iso="", reason="The document gives no day for it.", doubtful=True)

@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """All that pages are made from."""

    index: Index
    lexicon: Lexicon
    config: Config
    links: Mapping[tuple[str, str], Link]
    """(facet, key) → the page of that group; a group without a page is not in it."""

    def link(self, facet: str, key: str, label: str = "") -> Link:
        return self.links.get((facet, key), Link(label or key, ""))


def make_archive(index: Index, lexicon: Lexicon, config: Config) -> Archive:
    links = {(g.facet, g.key): Link(g.label, g.path) for groups in index.groups.values() for g in groups}
    return Archive(index=index, lexicon=lexicon, config=config, links=links)


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


def statement(archive: Archive, row: Row) -> StatementView:
    record, document = row.record, row.document
    outlet = archive.link("outlets", document.outlet)
    if record.own_voice:
        speaker = archive.link("outlets", record.speaker)
    else:
        speaker = archive.link("speakers", record.speaker)
    source = f"sources/{document.name}.html" if document.article else ""
    said = when(record.said) if record.said else NOT_GIVEN
    if record.said is None and record.own_voice:
        said = when(document.original_published or document.published)
    return StatementView(
        id=record.id,
        path=f"entries/{document.name}.html#{record.id}",
        source_path=f"{source}#{record.id}" if source and row.shown else source,
        speaker=speaker,
        role=record.role,
        known_as="; ".join(map(in_words, contradicted(record.role, record.speaker, archive.lexicon))),
        kind=archive.link("kinds", record.kind, KIND_LABELS[record.kind]),
        to=record.to,
        via=record.via,
        citing=record.citing,
        said=said,
        outlet=outlet,
        origin=archive.link("outlets", document.republishes) if document.republishes else None,
        entry=entry_link(document),
        published=when(document.published),
        topics=tuple(archive.link("topics", topic) for topic in record.topics if row.shown),
        passages=record.passages if row.shown else (),
        withheld=0 if row.shown else sum(map(count_words, record.passages)),
        notes=record.notes,
        lang=record.lang,
        own_voice=record.own_voice,
    )


def entry_row(archive: Archive, document: Document) -> EntryRow:
    return EntryRow(
        link=entry_link(document),
        outlet=archive.link("outlets", document.outlet),
        origin=archive.link("outlets", document.republishes) if document.republishes else None,
        published=when(document.published),
        count=sum(not record.own_voice for record in document.records),
        lang=document.front.get("lang", ""),
    )


def tallies(archive: Archive, facet: Facet, rows: Iterable[Row], leave_out: str = "") -> tuple[Tally, ...]:
    """The groups of `facet` that rows fall into, most statements first, then by name."""
    counts = Counter(key for row in rows for key in facet.keys(row))
    counts.pop(leave_out, None)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Tally(archive.link(facet.name, key), count) for key, count in ordered)


def by_date(archive: Archive, rows: Sequence[Row]) -> tuple[tuple[Link, tuple[Row, ...]], ...]:
    """Rows, already in the order of their days, under each day."""
    days: dict[date | None, list[Row]] = {}
    for row in rows:
        days.setdefault(row.day, []).append(row)
    return tuple((day_link(day), tuple(same)) for day, same in days.items())


def by_topic(archive: Archive, rows: Sequence[Row]) -> tuple[tuple[Link, tuple[Row, ...]], ...]:
    """Rows under their first topic, each once, in the order of the lexicon; the topicless last."""
    topics: dict[str, list[Row]] = {}
    for row in rows:
        topics.setdefault(row.record.topics[0] if row.record.topics else "", []).append(row)
    order = [group.key for group in archive.index.groups["topics"]]
    ordered = sorted(topics.items(), key=lambda item: (item[0] == "", order.index(item[0])))
    return tuple((archive.link("topics", key), tuple(same)) for key, same in ordered)


def part_path(path: str, part: int) -> str:
    """`topics/aid.html`, then `topics/aid/2.html`: a name no slug can take."""
    return f"{path.removesuffix('.html')}/{part + 1}.html" if part else path


def part_title(label: str, part: int) -> str:
    return f"{label}, page {part + 1}" if part else label


def part_links(path: str, rows: int, size: int) -> tuple[tuple[Link, ...], tuple[tuple[int, int], ...]]:
    """The links of a listing's parts (none when there is one), and the rows from and to of each."""
    parts = tuple((low, low + size) for low in range(0, max(rows, 1), size))
    links = tuple(Link(str(number + 1), part_path(path, number)) for number in range(len(parts)))
    return (links if len(parts) > 1 else ()), parts


def sections(
    archive: Archive, headed: Iterable[tuple[Link, Sequence[Row]]], first: int, last: int
) -> tuple[Section, ...]:
    """The headed rows from number `first` up to `last`, counted over all sections."""
    made = []
    at = 0
    for link, rows in headed:
        inside = rows[max(0, first - at) : max(0, last - at)]
        at += len(rows)
        if inside:
            views = tuple(statement(archive, row) for row in inside)
            made.append(Section(link=link, count=len(rows), statements=views))
    return tuple(made)
