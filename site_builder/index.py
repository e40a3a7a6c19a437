"""The archive in the orders people browse it: by facet, and by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from site_builder.archive import Document
from site_builder.config import LEVELS, Config, Level
from site_builder.digest import digest, key_of
from site_builder.errors import Problem
from site_builder.facets import FACETS, LACKS, Facet, Group, Row, edtf
from site_builder.lexicon import Lexicon, Outlet
from site_builder.outlets import by_name, types_at
from site_builder.paging import weight
from site_builder.text import slug
from site_builder.turns import questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """`documents` by date; `rows` (shown or not) by day, document and place; `groups` by facet."""

    documents: tuple[Document, ...]
    rows: tuple[Row, ...]
    by_document: Mapping[str, tuple[Row, ...]]
    """Document name → its rows as they stand in it."""
    groups: Mapping[str, tuple[Group, ...]]
    levels: Mapping[str, Level]
    """Document name → what of it the site may show."""
    digests: Mapping[str, str]
    """Document name → of all that it shows, wherever it stands."""
    published: Mapping[str, str]
    """Document name → the ISO day it was published, the last one where that is open; "" when unknown."""
    listed: tuple[Row, ...]
    """What listings hold: what somebody is quoted with. An outlet's own voice stands on the page of its
    document, and among the kinds of speech."""


NONE: Mapping[str, str] = {}
NO_ANSWERS: Mapping[str, tuple[str, ...]] = {}


def make_index(
    documents: Iterable[Document],
    lexicon: Lexicon,
    config: Config,
    marks: Mapping[str, str] = NONE,
    counted_as: Mapping[str, str] = NONE,
    answers: Mapping[str, tuple[str, ...]] = NO_ANSWERS,
) -> tuple[Index, tuple[Problem, ...]]:
    """The index, and a problem for every two names that would share one page.

    `marks`: for some statements, a digest of what else is shown beside them. `counted_as`: for some, the id
    under which they count. `answers`: for some, the statements that they deny or reply to.
    """
    ordered = tuple(sorted(documents, key=_document_order))
    levels = {d.name: _level(d, config) for d in ordered}
    digests = dict(_digests(ordered, levels, marks))
    outlets = by_name(lexicon)
    by_document = {d.name: _rows(d, levels[d.name], digests[d.name], outlets, counted_as) for d in ordered}
    by_day = sorted(
        chain.from_iterable(by_document.values()),
        key=lambda row: (row.day is None, row.day or _last(row), not _is_before(row)),
    )
    rows = _answered_first(by_day, answers) if answers else tuple(by_day)
    shown = [row for row in rows if row.shown]
    spoken = tuple(row for row in shown if not row.record.own_voice)
    labels = _labels(lexicon)
    within = {"kinds": shown}
    problems: list[Problem] = []
    groups = {
        facet.name: _groups(facet, within.get(facet.name, spoken), labels.get(facet.name, {}), problems)
        for facet in FACETS
    }
    index = Index(
        documents=ordered,
        rows=rows,
        by_document=by_document,
        groups=groups,
        levels=levels,
        digests=digests,
        listed=spoken,
        published={d.name: _day(d) for d in ordered},
    )
    return index, tuple(problems)


def _digests(
    documents: Sequence[Document], levels: Mapping[str, Level], marks: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """For each document its name, and the digest of all that it shows."""
    linked = {link for document in documents for link in _links(document, own_voice=False)}
    for document in documents:
        unlinked = sorted(_links(document, own_voice=True) - linked)
        beside = [marks.get(record.id) for record in document.records] if marks else ()
        yield document.name, key_of(document.digest, levels[document.name], unlinked, beside)


def _links(document: Document, own_voice: bool) -> set[tuple[str, str]]:
    """The topics and outlets of a document's passages. What nobody but the outlets' own voice mentions
    has no page to link to."""
    records = [record for record in document.records if record.own_voice == own_voice]
    outlets = {("outlets", outlet) for outlet in document.outlets} if records else set()
    return outlets | {("topics", topic) for record in records for topic in record.topics}


def _level(document: Document, config: Config) -> Level:
    """What the document's own `rights` say, else its outlets'."""
    own = next((level for level in LEVELS if level == document.front.get("rights")), None)
    return own or config.rights.level(document.outlet, document.republishes)


def _labels(lexicon: Lexicon) -> Mapping[str, Mapping[str, str]]:
    topics = {slug(topic.name): topic.name for topic in lexicon.topics}
    return {"topics": topics}


def _document_order(document: Document) -> tuple[bool, date, str]:
    when = edtf(document.published)
    return (when is None, when.last if when else date.min, document.name)


def _rows(
    document: Document,
    level: Level,
    digest: str,
    outlets: Mapping[str, Outlet],
    counted_as: Mapping[str, str],
) -> tuple[Row, ...]:
    records = document.records
    types = types_at(document.outlets, outlets, document.published.edtf if document.published else None)
    spoken = {record.paragraph for record in records if not record.own_voice} | questions(records)
    published = _day(document)
    rows = []
    for record in records:
        own = document.original_published if record.own_voice else None
        when = edtf(record.said or own or document.published)
        beside_speech = level == "excerpt" and record.paragraph in spoken - {-1}
        shown = level == "full" or not record.own_voice or beside_speech
        rows.append(
            Row(
                record=record,
                document=document,
                when=when,
                day=when.listed if when else None,
                shown=shown,
                digest=f"{digest[:24]} {record.id} {shown:d}",
                counts_as=(document.name, counted_as.get(record.id, record.id)),
                weight=weight(record.passages),
                published=published,
                types=types,
            )
        )
    return tuple(rows)


def _answered_first(rows: Sequence[Row], answers: Mapping[str, tuple[str, ...]]) -> tuple[Row, ...]:
    """The rows in their order, but what is denied or replied to before its answer of the same day."""
    numbers = {row.record.id: number for number, row in enumerate(rows)}
    placed: list[Row] = []
    begun: set[int] = set()
    for first in range(len(rows)):
        waiting = [] if first in begun else [first]
        begun.add(first)
        while waiting:
            row = rows[waiting[-1]]
            before = (numbers.get(made, first) for made in answers.get(row.record.id, ()))
            answered = next((at for at in before if at not in begun and rows[at].day == row.day), None)
            if answered is None:
                placed.append(rows[waiting.pop()])
            else:
                begun.add(answered)
                waiting.append(answered)
    return tuple(placed)


def _day(document: Document) -> str:
    """When it was published, as an ISO day; "" when unknown."""
    when = edtf(document.published)
    return when.last.isoformat() if when else ""


def _last(row: Row) -> date:
    """The last day it may be of: what stands on no single day is in the order of these."""
    return row.when.last if row.when else date.max


def _is_before(row: Row) -> bool:
    """Whether it was said on its day or before: it comes first there."""
    when = edtf(row.record.said)
    return when is not None and when.is_open


def _groups(
    facet: Facet, rows: Sequence[Row], labels: Mapping[str, str], problems: list[Problem]
) -> tuple[Group, ...]:
    by_key: dict[str, list[Row]] = {}
    for row in rows:
        for key in facet.keys(row):
            by_key.setdefault(key, []).append(row)
    slugs: dict[str, str] = {}
    groups = []
    for key in sorted(by_key):
        label = labels.get(key) or (key.replace("-", " ").capitalize() if facet.name == "topics" else key)
        made = slug(key or LACKS[facet.name])
        renamed = made in slugs
        if renamed:
            first = by_key[slugs[made]][0].document.path
            where = f"{slugs[made]!r} in {first} and {key!r} in {by_key[key][0].document.path}"
            message = f"expected a page for every {facet.one}, found {facet.name}/{made}.html twice: {where}"
            problems.append(Problem(by_key[key][0].document.path, 0, 0, message))
            made = f"{made[:70]}-{digest(key.encode())[:8]}"
        slugs[made] = key
        rows_of = tuple(by_key[key])
        groups.append(Group(facet=facet.name, key=key, label=label, slug=made, rows=rows_of, renamed=renamed))
    if facet.order:
        groups.sort(key=lambda group: facet.order.index(group.key))
    return tuple(groups)
