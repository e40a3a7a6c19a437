"""The pages of one document: the entry, statement by statement, and the source it was taken from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from site_builder.archive import Document, Record
from site_builder.digest import key_of
from site_builder.evidence import RIGHTS, SHOWN, paragraphs, places
from site_builder.index import FACET, counted, edtf
from site_builder.paging import Part, by_period
from site_builder.present import (
    ENTRIES,
    Archive,
    entry_link,
    entry_row,
    made_of,
    source_link,
    spoken,
    statement,
    tallies,
    when,
)
from site_builder.views import (
    EntryView,
    Fact,
    Frame,
    Heading,
    IndexView,
    Link,
    Page,
    SourceView,
)

PROFILE = (
    ("author", "Author"),
    ("agency", "Agency"),
    ("place", "Dateline"),
    ("section", "Section"),
    ("lang", "Language"),
    ("url", "Address"),
    ("archived-url", "Archived copy"),
    ("rights", "Rights"),
)
FILE = (
    ("seed", "Seed file"),
    ("sha256", "SHA-256 of the file"),
    ("encoding", "Encoding"),
    ("furniture", "Site furniture"),
)
"""Front-matter keys a reader is shown of the document and of its file, and what they are called. The file
is a matter of the source page, where there is one."""


def document_pages(archive: Archive) -> Iterator[Page]:
    """The list of all documents, then each with its source."""
    documents = archive.index.documents
    dated = [edtf(document.published) for document in documents]
    for part in by_period(
        ENTRIES.path, [date.last if date else None for date in dated], archive.config.per_page
    ):
        inside = documents[part.low : part.high]
        digest = made_of(archive, (), part, *(archive.index.digests[document.name] for document in inside))
        day = max((archive.index.published[document.name] for document in inside), default="")
        yield Page(part.path, "index.html", digest, partial(_list_view, archive, inside, part), day)
    links = [None, *map(entry_link, documents), None]
    for number, document in enumerate(documents):
        around = (links[number], links[number + 2])
        digest = made_of(archive, (), archive.index.digests[document.name])
        day = archive.index.published[document.name]
        view = partial(_entry_view, archive, document, *around)
        yield Page(f"entries/{document.name}.html", "entry.html", key_of(digest, around), view, day)
        if document.fingerprint:
            source = partial(_source_view, archive, document)
            yield Page(source_link(document).path, "source.html", digest, source, day)


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
    said = spoken(archive, document)
    return EntryView(
        frame=Frame(
            title=document.title,
            description=f"Who says what in this document of {document.outlet}, statement by statement.",
            crumbs=(ENTRIES, entry_link(document)),
            previous=earlier,
            next=later,
        ),
        row=entry_row(archive, document),
        facts=tuple(_facts(document, PROFILE if document.fingerprint else PROFILE + FILE)),
        source=source_link(document),
        speakers=tallies(archive, FACET["speakers"], shown),
        topics=tallies(archive, FACET["topics"], shown, leave_out=""),
        items=tuple(
            Heading(item) if isinstance(item, str) else views[item.id]
            for item in document.items
            if isinstance(item, Record) or "heading" in SHOWN[level]
        ),
        statements=counted(said),
        passages=len(said),
        own_voice=len(rows) - len(said),
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
        facts=tuple(_facts(document, PROFILE + FILE)),
        paragraphs=tuple(paragraphs(article, document.records, level)),
        evidence=tuple(places(document, document.records, article)),
        rights=RIGHTS[level],
        lang=article.lang,
    )


def _facts(document: Document, keys: Sequence[tuple[str, str]]) -> Iterator[Fact]:
    if document.original_published:
        original = when(document.original_published)
        where = f" in {document.republishes}" if document.republishes else ""
        yield Fact("First published", f"{original.words}{where}: {original.reason}")
    for key, label in keys:
        value = document.front.get(key)
        if value:
            is_address = value.startswith(("http://", "https://"))
            yield Fact(label, value, url=value if is_address else "")
