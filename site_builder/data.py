"""The archive as data in its own site: a file of all documents, and one a document with its statements."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_builder.archive import Document
from site_builder.evidence import bytes_at
from site_builder.export import row_of
from site_builder.index import Row
from site_builder.present import DATA, Archive, made_of
from site_builder.text import count_words
from site_builder.views import DataView, Datum, Page

DOCUMENTS = DATA.path
STATEMENTS = "data/statements"
TEMPLATE = "data.jsonl"

Pairs = tuple[tuple[str, Datum], ...]


def data_pages(archive: Archive) -> Iterator[Page]:
    index = archive.index
    yield Page(DOCUMENTS, TEMPLATE, made_of(archive, (), *index.digests.items()), partial(_documents, archive))
    for document in index.documents:
        digest = made_of(archive, (), index.digests[document.name])
        yield Page(data_path(document.name), TEMPLATE, digest, partial(_statements, archive, document))


def data_path(name: str) -> str:
    """Where the statements of a document are."""
    return f"{STATEMENTS}/{name}.jsonl"


def _documents(archive: Archive) -> DataView:
    return DataView(rows=tuple(_document(document) for document in archive.index.documents))


def _document(document: Document) -> Pairs:
    spoken = sum(not record.own_voice for record in document.records)
    return (
        ("entry", document.name),
        ("title", document.title),
        ("outlet", document.outlet),
        ("origin", document.republishes),
        ("published", document.published.edtf if document.published else None),
        ("seed", document.front.get("seed") or None),
        ("sha256", document.front.get("sha256") or None),
        ("encoding", document.front.get("encoding") or None),
        ("url", document.front.get("url") or None),
        ("statements", spoken),
        ("own_voice", len(document.records) - spoken),
        ("page", f"entries/{document.name}.html"),
        ("data", data_path(document.name)),
    )


def _statements(archive: Archive, document: Document) -> DataView:
    at_byte: dict[int, int] = {}
    if document.fingerprint:
        at_byte = bytes_at(document.records, archive.article(document.front["seed"]))
    rows = archive.index.by_document[document.name]
    return DataView(rows=tuple(_statement(row, at_byte) for row in rows))


def _statement(row: Row, at_byte: dict[int, int]) -> Pairs:
    """As `export` has it, but for the words: one text for each of `spans` (characters of the decoded file,
    the end exclusive) and of `bytes`; none, and their number, where they may not be shown."""
    record = row.record
    words: dict[str, Datum] = {
        "via": record.via or None,
        "words": record.passages if row.shown else (),
        "withheld": 0 if row.shown else sum(map(count_words, record.passages)),
        "bytes": tuple((at_byte[span.start], at_byte[span.end]) for span in record.spans),
        "encoding": row.document.front.get("encoding") or None,
    }
    exported = row_of(row.document, record) | words
    return tuple((name, value) for name, value in exported.items() if name != "text")
