"""The pages of one document: the entry, statement by statement, and the source it was taken from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from functools import partial
from typing import TypeAlias

from site_builder.archive import Document, Record
from site_builder.digest import key_of
from site_builder.evidence import SHOWN, paragraphs, places, rights_text
from site_builder.facets import FACET, NOBODY, counted, edtf
from site_builder.paging import Part, by_period, page_links, page_path
from site_builder.present import (
    PLACES,
    Archive,
    entry_link,
    entry_row,
    made_of,
    source_path,
    spoken,
    tallies,
    unattributed,
    when,
)
from site_builder.statement_views import called, statement
from site_builder.views import (
    EntryView,
    Fact,
    Frame,
    Heading,
    IndexView,
    Leaf,
    Link,
    Page,
    SourceView,
    View,
)

PROFILE = ("author", "agency", "place", "section", "lang", "url", "archived-url", "rights")
FILE = ("seed", "sha256", "encoding", "furniture")
"""Front-matter keys a reader is shown of the document and of its file, which are called `document.KEY`. The
file is a matter of the source page, where there is one."""
ANCHORS = 1_000
"""Passages of a document for which its first page has a place, wherever they stand."""


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
        yield from _document(archive, document, links[number], links[number + 2])


_Show: TypeAlias = Callable[[Archive, Document, int, Link | None, Link | None], View]
_Kind: TypeAlias = tuple[str, str, _Show, Link | None, Link | None]
"""Path of the first page, template, what makes a view, and what is before and after the pages."""


def _document(archive: Archive, document: Document, earlier: Link | None, later: Link | None) -> Iterator[Page]:
    """The pages of an entry, from the document before it to the one after, then those of its source."""
    digest = made_of(archive, (), archive.index.digests[document.name])
    day = archive.index.published[document.name]
    kinds: list[_Kind] = [(entry_link(document).path, "entry.html", _entry_view, earlier, later)]
    if document.fingerprint:
        kinds.append((source_path(document), "source.html", _source_view, None, None))
    for path, template, show, before, after in kinds:
        pages = page_links(path, archive.permalinks.homes.pages(document.name))
        titled = (Link(_titled(archive, document.title, n), page.path) for n, page in enumerate(pages))
        beside = (before, *titled, after)
        for number, page in enumerate(pages):
            around = beside[number], beside[number + 2]
            view = partial(show, archive, document, number, *around)
            yield Page(page.path, template, key_of(digest, number, around), view, day)


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
        pages=part.numbers,
    )


def _entry_view(
    archive: Archive, document: Document, number: int, before: Link | None, after: Link | None
) -> EntryView:
    rows = archive.index.by_document[document.name]
    shown = [row for row in rows if row.shown] if number == 0 else []
    views = {row.record.id: statement(archive, row) for row in rows}
    level = archive.index.levels[document.name]
    said, speakers = spoken(archive, document), FACET["speakers"]
    source = page_path(source_path(document), number) if document.fingerprint else ""
    return EntryView(
        frame=Frame(
            title=_titled(archive, document.title, number),
            description=_described(archive, "document.described", document),
            crumbs=(archive.place("documents"), entry_link(document)),
            previous=before,
            next=after,
        ),
        row=entry_row(archive, document),
        facts=_facts(archive, document, number, PROFILE if document.fingerprint else PROFILE + FILE),
        source=Link(archive.say("document.source"), source),
        speakers=(*tallies(archive, speakers, shown), *unattributed(archive, speakers, shown)),
        topics=tallies(archive, FACET["topics"], shown),
        items=tuple(
            Heading(item) if isinstance(item, str) else views[item.id]
            for item in archive.permalinks.homes.inside(document, number)
            if isinstance(item, Record) or "heading" in SHOWN[level]
        ),
        statements=counted(said),
        passages=len(said),
        own_voice=len(rows) - len(said),
        rights=archive.say(rights_text(level, document.records)),
        leaves=_leaves(archive, document, entry_link(document).path, number),
    )


def _source_view(
    archive: Archive, document: Document, number: int, before: Link | None, after: Link | None
) -> SourceView:
    say, article = archive.say, archive.article(document.front["seed"])
    level, homes = archive.index.levels[document.name], archive.permalinks.homes
    blocks = _blocks(archive, document, len(article.blocks))[number]
    records = [item for item in homes.inside(document, number) if isinstance(item, Record)]
    parts = tuple(paragraphs(article, document.records, level, blocks))
    here = {run.id for part in parts for run in part.runs if run.id}
    entry = page_path(entry_link(document).path, number)
    return SourceView(
        frame=Frame(
            title=say("document.source_title", title=_titled(archive, document.title, number)),
            description=_described(archive, "document.source_described", document),
            crumbs=(
                archive.place("documents"),
                entry_link(document),
                Link(say("document.source_short"), source_path(document)),
            ),
            previous=before,
            next=after,
        ),
        row=entry_row(archive, document),
        entry=Link(document.title, entry),
        facts=_facts(archive, document, number, PROFILE + FILE),
        paragraphs=parts,
        homes={made: homes.of(document.name, made) for made in sorted(here)},
        evidence=tuple(places(records, article, partial(homes.of, document.name))),
        rights=say(rights_text(level, document.records)),
        lang=article.lang,
        leaves=_leaves(archive, document, source_path(document), number, here),
    )


def _described(archive: Archive, text: str, document: Document) -> str:
    if document.outlet in NOBODY:
        return archive.say(f"{text}_unnamed")
    return archive.say(text, outlet=document.outlet)


def _titled(archive: Archive, title: str, number: int) -> str:
    """A document's title with the page, counted from 0, after the first."""
    part = archive.say("lists_of.page", number=number + 1)
    return archive.say("lists_of.titled", title=title, part=part) if number else title


def _leaves(
    archive: Archive, document: Document, path: str, number: int, here: Set[str] = frozenset()
) -> tuple[Leaf, ...]:
    """The pages of a document that has several; what stands on them, on the first. What is `here` needs no
    other anchor."""
    homes = archive.permalinks.homes
    pages = page_links(path, homes.pages(document.name))
    rows = {row.record.id: row for row in archive.index.by_document[document.name]}
    leaves: list[Leaf] = []
    known = 0
    for at, page in enumerate(pages if len(pages) > 1 else ()):
        inside = homes.inside(document, at) if number == 0 else ()
        ids = [item.id for item in inside if isinstance(item, Record)]
        known += len(ids)
        leaves.append(
            Leaf(
                link=page,
                begins=called(archive, rows[ids[0]]) if ids else "",
                passages=len(ids),
                anchors=tuple(made for made in ids if at and made not in here and known <= ANCHORS),
            )
        )
    return tuple(leaves)


def _blocks(archive: Archive, document: Document, blocks: int) -> list[frozenset[int]]:
    """For each page of a source, the numbers of its blocks: from that in which its first statement begins to
    where the next page does, and each in which one of its statements begins. Two pages may share one."""
    pages = range(archive.permalinks.homes.pages(document.name))
    own = [
        {item.paragraph for item in archive.permalinks.homes.inside(document, number)
         if isinstance(item, Record) and item.spans}
        for number in pages
    ]  # fmt: skip
    begins = [0]
    for inside in own[1:]:
        begins.append(max(begins[-1], min(inside, default=begins[-1])))
    return [frozenset(range(low, high)) | inside
            for low, high, inside in zip(begins, [*begins[1:], blocks], own, strict=True)]  # fmt: skip


def _facts(archive: Archive, document: Document, number: int, keys: Sequence[str]) -> tuple[Fact, ...]:
    """What the document says of itself, and what is known of its file, for its first page."""
    return () if number else tuple(_profile(archive, document, keys))


def _profile(archive: Archive, document: Document, keys: Sequence[str]) -> Iterator[Fact]:
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
        value = archive.language(document) if key == "lang" else document.front.get(key)
        if value:
            is_address = value.startswith(("http://", "https://"))
            yield Fact(say(f"document.{key}"), value, url=value if is_address else "")
