"""The archive as data in its own site: a file of all documents, and one a document with its statements."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_builder.archive import Document
from site_builder.digest import digest_of
from site_builder.evidence import bytes_at
from site_builder.export import FIELDS, row_of
from site_builder.facets import Row, counted
from site_builder.present import DATA, Archive, made_of, spoken
from site_builder.text import collapse, count_words
from site_builder.views import DataView, Field, Json, Page

DOCUMENTS = DATA.path
STATEMENTS = "data/statements"
TEMPLATE = "data.jsonl"

OWN_FIELDS = (
    Field("words", "list of texts"),
    Field("withheld", "number"),
    Field("withheld_sha256", "list of texts"),
    Field("bytes", "list of pairs"),
    Field("encoding", "text or null"),
)
"""What a row of the site has beside those of an export, whose `text` it leaves out."""
ROW = (*(field for field in FIELDS if field.name != "text"), *OWN_FIELDS)

Pairs = tuple[tuple[str, Json], ...]


def data_pages(archive: Archive) -> Iterator[Page]:
    index = archive.index
    yield Page(DOCUMENTS, TEMPLATE, made_of(archive, (), *index.digests.items()), partial(_documents, archive))
    for document in index.documents:
        origin = archive.comparison.origins.get(document.name)
        made = made_of(archive, (), index.digests[document.name], origin)
        yield Page(data_path(document.name), TEMPLATE, made, partial(_statements, archive, document))


def data_path(name: str) -> str:
    """Where the statements of a document are."""
    return f"{STATEMENTS}/{name}.jsonl"


def _documents(archive: Archive) -> DataView:
    return DataView(rows=tuple(_document(archive, document) for document in archive.index.documents))


def _document(archive: Archive, document: Document) -> Pairs:
    said = spoken(archive, document)
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
        ("statements", counted(said)),
        ("restated", len(said) - counted(said)),
        ("own_voice", len(document.records) - len(said)),
        ("page", archive.permalinks.homes.entry(document.name)),
        ("data", data_path(document.name)),
    )


def _statements(archive: Archive, document: Document) -> DataView:
    at_byte: dict[int, int] = {}
    if document.fingerprint:
        at_byte = bytes_at(document.records, archive.article(document.front["seed"]))
    rows = archive.index.by_document[document.name]
    return DataView(rows=tuple(_statement(archive, row, at_byte) for row in rows))


def _statement(archive: Archive, row: Row, at_byte: dict[int, int]) -> Pairs:
    """The values of ROW."""
    record = row.record
    words: dict[str, Json] = {
        "words": record.passages if row.shown else (),
        "withheld": 0 if row.shown else sum(map(count_words, record.passages)),
        "withheld_sha256": () if row.shown else tuple(map(known_by, record.passages)),
        "bytes": tuple((at_byte[span.start], at_byte[span.end]) for span in record.spans),
        "encoding": row.document.front.get("encoding") or None,
    }
    values = row_of(row.document, record, archive.comparison, archive.permalinks.homes) | words
    return tuple((field.name, values[field.name]) for field in ROW)


def known_by(words: str) -> str:
    """By which words can be known again that are not shown; blanks count as one."""
    return digest_of(collapse(words))
