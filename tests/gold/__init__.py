"""The statements of the seeds, annotated by hand. README.md in this folder has the conventions.

Offsets are characters of the seed's decoded text, end exclusive, found by exact match of the words
quoted here; blanks match any run of blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import TypeAdapter

from site_builder.lexicon import STRICT
from site_builder.model import Mention, Span

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
PAIRS = {"[": "]", "{": "}", "<": ">"}
"""What marks the words said, the speaker, the cue."""

_MARK = re.compile(r"([\[\]{}<>])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One statement as written in the file: a piece of the seed with marks in it."""

    __pydantic_config__ = STRICT
    speaker: str
    kind: Literal["direct", "mixed", "indirect"]
    text: str
    said: str | None = None
    citing: str | None = None
    occurrence: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file of this folder."""

    __pydantic_config__ = STRICT
    seed: str
    title: str
    outlet: str
    published: str
    statements: tuple[Passage, ...]
    republishes: str | None = None
    original_published: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """`speaker` and `cues` are mentions in the text; `canonical` is the name they stand for."""

    kind: Literal["direct", "mixed", "indirect"]
    spans: tuple[Span, ...]
    speaker: Mention | None
    canonical: str
    cues: tuple[Mention, ...]
    said: str | None
    citing: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    document: Document
    text: str
    statements: tuple[GoldStatement, ...]


def parse_gold(source: str) -> Document:
    """Raises pydantic's ValidationError with every problem of the file's form."""
    return TypeAdapter(Document).validate_python(yaml.load(source, yaml.BaseLoader))


def load_gold() -> tuple[GoldArticle, ...]:
    """All files of this folder, by name, with the seeds they speak of."""
    files = sorted(FOLDER.glob("*.yaml"))
    documents = [parse_gold(file.read_text("utf-8")) for file in files]
    return tuple(place(document, (ROOT / document.seed).read_bytes().decode()) for document in documents)


def place(document: Document, text: str) -> GoldArticle:
    """The document's statements in the text they were annotated on."""
    statements = tuple(_statement(passage, text) for passage in document.statements)
    return GoldArticle(document=document, text=text, statements=statements)


def _statement(passage: Passage, text: str) -> GoldStatement:
    runs = locate(passage.text, text, passage.occurrence)
    spans, speakers, cues = ([span for mark, span in runs if mark == opening] for opening in PAIRS)
    if not spans or len(speakers) > 1:
        raise ValueError(f"expected words in [] and at most one speaker in {{}}, found {passage.text!r}")
    mentions = [Mention(text[span.start : span.end], span) for span in speakers]
    return GoldStatement(
        kind=passage.kind,
        spans=tuple(spans),
        speaker=mentions[0] if mentions else None,
        canonical=passage.speaker,
        cues=tuple(Mention(text[span.start : span.end], span) for span in cues),
        said=passage.said,
        citing=passage.citing,
    )


def locate(marked: str, text: str, occurrence: int | None = None) -> tuple[tuple[str, Span], ...]:
    """Each marked run as (opening mark, its span of `text`), in order.

    Without its marks the passage must occur exactly once, or `occurrence` (from 1) says which one is
    meant; ValueError otherwise.
    """
    parts = _MARK.split(marked.strip())
    marks = parts[1::2]
    pairs = list(zip_longest(marks[::2], marks[1::2]))
    if any(PAIRS.get(opening) != closing for opening, closing in pairs):
        raise ValueError(f"expected marks in pairs, none inside another, found {marked!r}")
    pattern = "()".join(r"\s+".join(map(re.escape, re.split(r"\s+", part))) for part in parts[::2])
    found = list(re.finditer(pattern, text))
    if len(found) != 1 and (occurrence is None or not 1 <= occurrence <= len(found)):
        raise ValueError(f"expected the words once in the seed, found them {len(found)} times: {marked!r}")
    match = found[(occurrence or 1) - 1]
    edges = [match.start(number) for number in range(1, len(marks) + 1)]
    return tuple(zip(marks[::2], map(Span, edges[::2], edges[1::2]), strict=True))


def gold_documents() -> list[dict[str, Any]]:
    """The gold standard in the exchange format of statement scorers: one mapping a document.

    `mode` is our kind; `kind` is "statement" throughout; `cue` the first cue, None where there is none.
    """
    return [
        {
            "id": article.document.seed,
            "text": article.text,
            "title": article.document.title,
            "outlet": article.document.outlet,
            "republishes": article.document.republishes,
            "place": article.document.place,
            "published": article.document.published,
            "statements": [_exported(statement) for statement in article.statements],
        }
        for article in load_gold()
    ]


def _exported(statement: GoldStatement) -> dict[str, Any]:
    speaker = _mention(statement.speaker) or {"text": None, "start": None, "end": None}
    return {
        "start": statement.spans[0].start,
        "end": statement.spans[-1].end,
        "spans": [list(span) for span in statement.spans],
        "mode": statement.kind,
        "kind": "statement",
        "speaker": speaker | {"canonical": statement.canonical},
        "cue": _mention(statement.cues[0]) if statement.cues else None,
        "said": statement.said,
        "citing": statement.citing,
    }


def _mention(mention: Mention | None) -> dict[str, Any] | None:
    return {"text": mention.text, "start": mention.span.start, "end": mention.span.end} if mention else None
