"""The archive as data: one statement a row, as JSON lines or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from site_builder.archive import Document, Record
from site_builder.views import Datum

COLUMNS = (
    "id", "entry", "outlet", "origin", "speaker", "role", "to", "citing", "said", "published", "kind",
    "topics", "text", "spans", "seed", "sha256", "url", "note", "page",
)  # fmt: skip
"""`origin` is the outlet the words were taken over from; `note` what the editor wrote below them."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")
"""First characters a spreadsheet may take for a formula; such a CSV cell gets a "'" before it."""


def export_jsonl(documents: Iterable[Document]) -> Iterator[str]:
    """One JSON object a line, with the keys of COLUMNS; `spans` and `topics` are lists."""
    for document in documents:
        for record in document.records:
            yield json.dumps(row_of(document, record), ensure_ascii=False) + "\n"


def export_csv(documents: Iterable[Document]) -> Iterator[str]:
    """A header, then a line a statement; spans as `start-end`, lists joined by "; "."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for document in documents:
        for record in document.records:
            row = row_of(document, record)
            row["topics"] = "; ".join(record.topics)
            row["spans"] = "; ".join(f"{start}-{end}" for start, end in record.spans)
            writer.writerow([_cell(row[column]) for column in COLUMNS])
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def row_of(document: Document, record: Record) -> dict[str, Datum]:
    """The values of COLUMNS by name; None where the document does not say."""
    values: tuple[Datum, ...] = (
        record.id,
        document.name,
        document.outlet,
        document.republishes,
        record.speaker,
        record.role or None,
        record.to or None,
        record.citing or None,
        record.said.edtf if record.said else None,
        document.published.edtf if document.published else None,
        record.kind,
        record.topics,
        " […] ".join(record.passages),
        tuple((start, end) for start, end in record.spans),
        document.front.get("seed"),
        document.front.get("sha256"),
        document.front.get("url") or None,
        "\n\n".join(record.notes) or None,
        f"entries/{document.name}.html#{record.id}",
    )
    return dict(zip(COLUMNS, values, strict=True))


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
