"""The annotated entry: one seed as Markdown a person can read, correct and put back.

Front matter, the title, then the document in its order: `## heading`, and for each passage a
`### s-xxxxxxxx` with a list of `key: value`, block quotes holding the exact words, and whatever notes
an editor adds. `parse_entry(format_entry(e)) == e`; offsets are not in the file (see `anchor`).
"""

from __future__ import annotations

from site_builder.entries.read import parse_entry
from site_builder.entries.types import (
    CUES,
    FRONT,
    ID,
    KEYS,
    NEW,
    RELATIONS,
    Entry,
    Heading,
    Lines,
    Note,
    Passage,
    Section,
    Value,
)
from site_builder.entries.write import format_entry

__all__ = [
    "CUES",
    "FRONT",
    "ID",
    "KEYS",
    "NEW",
    "RELATIONS",
    "Entry",
    "Heading",
    "Lines",
    "Note",
    "Passage",
    "Section",
    "Value",
    "format_entry",
    "parse_entry",
]
