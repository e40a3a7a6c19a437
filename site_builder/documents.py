"""The pages of one document: the entry, statement by statement, and the source it was taken from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from site_builder.archive import Document, Record
from site_builder.digest import key_of
from site_builder.evidence import SHOWN, paragraphs, places
from site_builder.index import FACET, counted, edtf
from site_builder.paging import Part, by_period
from site_builder.present import (
    PLACES,
    Archive,
    entry_link,
    entry_row,
    made_of,
    source_path,
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

PROFILE = ("author", "agency", "place", "section", "lang", "url", "archived-url", "rights")
FILE = ("seed", "sha256", "encoding", "furniture")
"""Front-matter keys a reader is shown of the document and of its file, which are called `document.KEY`. The
file is a matter of the source page, where there is one."""


def document_pages(archive: Archive) -> Iterator[Page]:
    """The list of all documents, then each with its source."""
    documents = archive.index.documents
    dates = [edtf(document.published) for document in documents]
    days = [date.last if date else None for date in dates]
    for part in by_period(archive.strings, PLACES["documents"], days, archive.config.per_page):
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
            yield Page(source_path(document), "source.html", digest, source, day)


def _list_view(archive: Archive, documents: Sequence[Document], part: Part) -> IndexView:
    newest = tuple(entry_row(archive, document) for document in reversed(documents))
    say, here = archive.say, archive.place("documents")
    lead = say("lists_of.documents")
    return IndexView(
        frame=Frame(
            title=part.titled(archive.strings, here.label),
            description=say("lists_of.documents_of", period=part.label) if part.label else lead,
            crumbs=(here,),
            previous=part.previous,
            next=part.next,
        ),
        facet="entries",
        lead=lead if part.first else "",
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
            description=archive.say("document.described", outlet=document.outlet),
            crumbs=(archive.place("documents"), entry_link(document)),
            previous=earlier,
            next=later,
        ),
        row=entry_row(archive, document),
        facts=tuple(_facts(archive, document, PROFILE if document.fingerprint else PROFILE + FILE)),
        source=Link(archive.say("document.source"), source_path(document)),
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
        rights=archive.say(f"rights.{level}"),
    )


def _source_view(archive: Archive, document: Document) -> SourceView:
    say, article = archive.say, archive.article(document.front["seed"])
    level = archive.index.levels[document.name]
    return SourceView(
        frame=Frame(
            title=say("document.source_title", title=document.title),
            description=say("document.source_described", outlet=document.outlet),
            crumbs=(
                archive.place("documents"),
                entry_link(document),
                Link(say("document.source_short"), source_path(document)),
            ),
        ),
        row=entry_row(archive, document),
        facts=tuple(_facts(archive, document, PROFILE + FILE)),
        paragraphs=tuple(paragraphs(article, document.records, level)),
        evidence=tuple(places(document, document.records, article)),
        rights=say(f"rights.{level}"),
        lang=article.lang,
    )


def _facts(archive: Archive, document: Document, keys: Sequence[str]) -> Iterator[Fact]:
    say = archive.say
    if document.original_published:
        original = when(archive.strings, document.original_published)
        dated = {"day": original.words, "reason": original.reason}
        if document.republishes:
            words = say("document.first_day_in", outlet=document.republishes, **dated)
        else:
            words = say("document.first_day", **dated)
        yield Fact(say("document.first_published"), words)
    for key in keys:
        value = document.front.get(key)
        if value:
            is_address = value.startswith(("http://", "https://"))
            yield Fact(say(f"document.{key}"), value, url=value if is_address else "")
