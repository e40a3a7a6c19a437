"""The archive as data: one statement a row, as JSON lines or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from site_builder.archive import Document, Record
from site_builder.comparison import Comparison
from site_builder.figures.matching import Cell
from site_builder.figures.tables import Fact
from site_builder.figures.units import normalised
from site_builder.permalinks import Homes, make_homes
from site_builder.views import Field, Json

FIELDS = (
    Field("id", "text"),
    Field("entry", "text"),
    Field("outlet", "text"),
    Field("origin", "text or null"),
    Field("copied_from", "text or null"),
    Field("speaker", "text"),
    Field("role", "text or null"),
    Field("to", "text or null"),
    Field("via", "text or null"),
    Field("citing", "text or null"),
    Field("cue", "text or null"),
    Field("said", "date or null"),
    Field("published", "date or null"),
    Field("kind", "text"),
    Field("topics", "list of texts"),
    Field("text", "text"),
    Field("spans", "list of pairs"),
    Field("seed", "text or null"),
    Field("sha256", "text or null"),
    Field("url", "text or null"),
    Field("note", "text or null"),
    Field("group", "list of texts"),
    Field("restates", "text or null"),
    Field("relations", "list of objects"),
    Field("figures", "list of objects"),
    Field("page", "text"),
)
RELATION = ("kind", "target", "how")
COLUMNS = tuple(field.name for field in FIELDS)

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")
"""First characters a spreadsheet may take for a formula; such a CSV cell gets a "'" before it."""


def export_jsonl(documents: Sequence[Document], comparison: Comparison) -> Iterator[str]:
    """One JSON object a line, with the keys of COLUMNS."""
    homes = make_homes(documents)
    for document in documents:
        for record in document.records:
            yield json.dumps(row_of(document, record, comparison, homes), ensure_ascii=False) + "\n"


def export_csv(documents: Sequence[Document], comparison: Comparison) -> Iterator[str]:
    """A header, then a line a statement; lists joined by "; ", of a figure what is written, of a relation its
    kind and target, spans as `start-end`."""
    homes = make_homes(documents)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for document in documents:
        for record in document.records:
            row = row_of(document, record, comparison, homes) | {
                "spans": tuple(f"{start}-{end}" for start, end in record.spans),
                "relations": tuple(f"{kind} {target}" for kind, target, _ in _relations(record, comparison)),
                "figures": tuple(cell.figure.written for _, cell in _cells(record, comparison)),
            }
            writer.writerow([_cell(row[column]) for column in COLUMNS])
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def row_of(document: Document, record: Record, comparison: Comparison, homes: Homes) -> dict[str, Json]:
    """The values of COLUMNS by name; None where the document does not say, () where there are none."""
    copied = comparison.origins.get(document.name)
    values: tuple[Json, ...] = (
        record.id,
        document.name,
        document.outlet,
        document.republishes,
        copied.outlet or None if copied and copied.how in ("credited", "copied") else None,
        record.speaker,
        record.role or None,
        record.to or None,
        record.via or None,
        record.citing or None,
        record.cue or None,
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
        tuple(group.id for group in comparison.of.get(record.id, ())),
        comparison.restates.get(record.id),
        tuple(dict(zip(RELATION, found, strict=True)) for found in _relations(record, comparison)),
        tuple(_figure(fact, cell) for fact, cell in _cells(record, comparison)),
        homes.of(document.name, record.id),
    )
    return dict(zip(COLUMNS, values, strict=True))


def _relations(record: Record, comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    """What it does itself; what is done to it stands with those that do it."""
    for relation in comparison.relations.get(record.id, ()):
        if relation.source == record.id:
            yield relation.kind, relation.target, relation.how


def _cells(record: Record, comparison: Comparison) -> list[tuple[Fact, Cell]]:
    """Its figures in the order of its words, each with the fact it is given for."""
    found = [(fact, cell) for fact in comparison.facts_of.get(record.id, ())
             for cell in fact.cells if cell.statement == record.id]  # fmt: skip
    return sorted(found, key=lambda pair: (pair[1].passage, pair[1].figure.span, pair[0].id))


def _figure(fact: Fact, cell: Cell) -> Mapping[str, Json]:
    quantity = cell.figure.quantity
    return {
        "written": cell.figure.written,
        "value": normalised(quantity) or None,
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "hedge": quantity.hedge,
        "unit": quantity.unit or None,
        "fact": fact.id,
        "flags": fact.flags,
        "passage": cell.passage,
        "span": tuple(cell.figure.span),
    }


def _number(value: Decimal | None) -> Json:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _cell(value: Json) -> str:
    if isinstance(value, tuple):
        value = "; ".join(map(str, value))
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
