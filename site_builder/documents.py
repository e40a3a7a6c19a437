"""The pages of one document: the entry, statement by statement, and the source it was taken from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import get_args

from site_builder.archive import Document, Record
from site_builder.config import Level
from site_builder.digest import key_of
from site_builder.index import FACET, edtf
from site_builder.model import Article, Block, BlockKind, Span
from site_builder.paging import Part, by_period
from site_builder.present import (
    Archive,
    entry_link,
    entry_row,
    made_of,
    source_link,
    statement,
    tallies,
    when,
)
from site_builder.text import count_words
from site_builder.views import (
    EntryView,
    Evidence,
    Fact,
    Frame,
    Heading,
    IndexView,
    Link,
    Page,
    Run,
    SourceParagraph,
    SourceView,
)

ENTRIES = Link("Documents", "entries/index.html")

RIGHTS: dict[Level, str] = {
    "full": "The whole document is shown.",
    "excerpt": "The statements are shown in their paragraphs; the rest of the document is not reproduced.",
    "quotation": "The statements alone are shown; the rest of the document is not reproduced.",
}

SHOWN: dict[Level, frozenset[BlockKind]] = {
    "full": frozenset(get_args(BlockKind)),
    "excerpt": frozenset({"title", "byline", "section", "source", "dateline", "heading"}),
    "quotation": frozenset({"title", "byline", "section", "source", "dateline"}),
}
"""Parts of a document that are shown whoever speaks in them: what it says of itself, mostly."""

PROFILE = (
    ("author", "Author"),
    ("agency", "Agency"),
    ("place", "Dateline"),
    ("section", "Section"),
    ("lang", "Language"),
    ("url", "Address"),
    ("archived-url", "Archived copy"),
    ("rights", "Rights"),
    ("seed", "Seed file"),
    ("sha256", "SHA-256 of the file"),
    ("encoding", "Encoding"),
    ("furniture", "Site furniture"),
)
"""Front-matter keys a reader is shown, and what they are called."""


def document_pages(archive: Archive) -> Iterator[Page]:
    """The list of all documents, then each with its source."""
    documents = archive.index.documents
    dated = [edtf(document.published) for document in documents]
    for part in by_period(
        ENTRIES.path, [date.last if date else None for date in dated], archive.config.per_page
    ):
        inside = documents[part.low : part.high]
        digest = made_of(archive, (), part, *(archive.index.digests[document.name] for document in inside))
        yield Page(part.path, "index.html", digest, partial(_list_view, archive, inside, part))
    links = [None, *map(entry_link, documents), None]
    for number, document in enumerate(documents):
        around = (links[number], links[number + 2])
        digest = made_of(archive, (), archive.index.digests[document.name])
        view = partial(_entry_view, archive, document, *around)
        yield Page(f"entries/{document.name}.html", "entry.html", key_of(digest, around), view)
        if document.fingerprint:
            yield Page(
                source_link(document).path, "source.html", digest, partial(_source_view, archive, document)
            )


def _list_view(archive: Archive, documents: Sequence[Document], part: Part) -> IndexView:
    newest = tuple(entry_row(archive, document) for document in reversed(documents))
    description = "Every document of the archive, the newest first."
    return IndexView(
        frame=Frame(
            title=part.titled(ENTRIES.label),
            description=part.titled(description.removesuffix(".")) + ".",
            crumbs=(ENTRIES,),
            previous=part.previous,
            next=part.next,
        ),
        facet="entries",
        lead=description if part.first else "",
        shelves=(),
        entries=newest,
        periods=part.periods,
    )


def _entry_view(archive: Archive, document: Document, earlier: Link | None, later: Link | None) -> EntryView:
    rows = archive.index.by_document[document.name]
    shown = [row for row in rows if row.shown]
    views = {row.record.id: statement(archive, row) for row in rows}
    level = archive.index.levels[document.name]
    spoken = sum(not row.record.own_voice for row in rows)
    return EntryView(
        frame=Frame(
            title=document.title,
            description=f"Who says what in this document of {document.outlet}, statement by statement.",
            crumbs=(ENTRIES, entry_link(document)),
            previous=earlier,
            next=later,
        ),
        row=entry_row(archive, document),
        facts=_facts(document),
        source=source_link(document),
        speakers=tallies(archive, FACET["speakers"], shown),
        topics=tallies(archive, FACET["topics"], shown, leave_out=""),
        items=tuple(
            Heading(item) if isinstance(item, str) else views[item.id]
            for item in document.items
            if isinstance(item, Record) or "heading" in SHOWN[level]
        ),
        statements=spoken,
        own_voice=len(rows) - spoken,
        rights=RIGHTS[level],
    )


def _source_view(archive: Archive, document: Document) -> SourceView:
    article = archive.article(document.front["seed"])
    level = archive.index.levels[document.name]
    return SourceView(
        frame=Frame(
            title=f"Source: {document.title}",
            description=f"The document of {document.outlet} as it was received, with its statements marked.",
            crumbs=(ENTRIES, entry_link(document), replace(source_link(document), label="Source")),
        ),
        row=entry_row(archive, document),
        facts=_facts(document),
        paragraphs=tuple(_paragraphs(article, document.records, level)),
        evidence=tuple(_evidence(document, article)),
        rights=RIGHTS[level],
        lang=article.lang,
    )


def _facts(document: Document) -> tuple[Fact, ...]:
    facts = []
    if document.original_published:
        original = when(document.original_published)
        facts.append(Fact("Published there", f"{original.words}: {original.reason}"))
    for key, label in PROFILE:
        value = document.front.get(key)
        if value:
            is_address = value.startswith(("http://", "https://"))
            facts.append(Fact(label, value, url=value if is_address else ""))
    return tuple(facts)


def _paragraphs(article: Article, records: tuple[Record, ...], level: Level) -> Iterator[SourceParagraph]:
    """The document's blocks; what may not be shown keeps its place and says how many words it has."""
    starts = [block.span.start for block in article.blocks]
    marks: dict[int, list[tuple[Span, Record]]] = {}
    for record in records:
        for span in record.spans:
            marks.setdefault(bisect_right(starts, span.start) - 1, []).append((span, record))
    for number, block in enumerate(article.blocks):
        inside = marks.get(number, [])
        spoken = {record.id for _, record in inside if not record.own_voice}
        runs = tuple(_runs(article.text, block, inside))
        if block.kind not in SHOWN[level]:
            runs = runs if spoken and level == "excerpt" else tuple(run for run in runs if run.id in spoken)
        yield SourceParagraph(
            kind=block.kind,
            number=number + 1,
            runs=runs,
            withheld=count_words(article.text[slice(*block.span)]) - sum(count_words(run.text) for run in runs),
        )


def _runs(text: str, block: Block, marks: Sequence[tuple[Span, Record]]) -> Iterator[Run]:
    """The block's text cut where statements begin and end."""
    edges = {edge for span, _ in marks for edge in span if edge <= block.span.end}
    for start, end in pairwise(sorted({*block.span, *edges})):
        inside = (record for span, record in marks if span.start <= start and end <= span.end)
        record = next(inside, None)
        if record is None:
            yield Run(text[start:end])
        else:
            first = start == min(span.start for span in record.spans)
            yield Run(text[start:end], record.id, first, record.own_voice)


def _evidence(document: Document, article: Article) -> Iterator[Evidence]:
    edges = sorted({edge for record in document.records for span in record.spans for edge in span})
    in_bytes = dict(zip(edges, _byte_offsets(article, edges), strict=True))
    for record in document.records:
        yield Evidence(
            link=Link(record.id, f"entries/{document.name}.html#{record.id}"),
            characters=", ".join(f"{start}–{end}" for start, end in record.spans),
            bytes=", ".join(f"{in_bytes[start]}–{in_bytes[end]}" for start, end in record.spans),
        )


def _byte_offsets(article: Article, offsets: Sequence[int]) -> Iterator[int]:
    """For rising character offsets of the text, the same places in the file."""
    at = total = 0
    for offset in offsets:
        total += len(article.text[at:offset].encode(article.origin.encoding))
        at = offset
        yield total
