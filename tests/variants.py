"""Statements for tests, a line each: `ID DOCUMENT DAY SPEAKER: words`.

A line that begins with `"` or `“` after the speaker is a quotation, another one indirect speech. DAY is an
EDTF date, with `~` behind it where the document does not give the day, `-` where nothing tells it.
`SPEAKER (BODY)` speaks for a body.
"""

from __future__ import annotations

import re

from site_builder.edtf import parse_edtf
from site_builder.variants.said import Said

_LINE = re.compile(
    r"(?P<id>s-\S+) (?P<document>\S+) (?P<day>\S+) (?P<who>[^:(]+?)(?: \((?P<body>[^)]+)\))?: (?P<words>.+)"
)


def parse_said(text: str) -> tuple[Said, ...]:
    positions: dict[str, int] = {}
    return tuple(_said(line, positions) for line in text.split("\n") if line.strip())


def _said(line: str, positions: dict[str, int]) -> Said:
    match = _LINE.fullmatch(line)
    assert match, f"expected 'ID DOCUMENT DAY SPEAKER: words', found {line!r}"
    known = None if match["day"] == "-" else parse_edtf(match["day"].removesuffix("~"))
    positions[match["document"]] = positions.get(match["document"], -1) + 1
    return Said(
        id=match["id"],
        document=match["document"],
        position=positions[match["document"]],
        speaker=match["who"],
        institution=match["body"] or "",
        kind="direct" if match["words"][0] in '"“' else "indirect",
        words=match["words"],
        first=known.first if known else None,
        last=known.last if known else None,
        published=known.last if known else None,
        dated=known is not None and not match["day"].endswith("~"),
        frame=match["who"],
    )
