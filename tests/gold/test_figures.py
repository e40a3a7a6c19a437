"""The archive that comes with the generator: which of its figures are flagged."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from site_builder.entries import Section, parse_entry
from site_builder.figures.matching import Source
from site_builder.figures.tables import line_up
from tests.test_figures import row


def test_the_first_archive_shows_its_figures(first_archive: Path) -> None:
    """The children in two counts, one of them impossible; an area held in two ways; nothing else."""
    sources = []
    for path in sorted((first_archive / "content/entries").glob("*.md")):
        entry = parse_entry(path.read_text("utf-8"), path.name)
        day = date.fromisoformat(entry.get("original-published") or entry.get("published") or "")
        sources += [
            Source(id=section.id, passages=tuple(p.words for p in section.passages), first=day, last=day)
            for section in entry.items
            if isinstance(section, Section)
        ]
    assert [row(fact) for fact in line_up(sources) if fact.flags] == [
        "children: able to leave the eastern part: s-kbycxsjy 44,367; s-w1j66n6h 44,00 · malformed",
        "square kilometers: militants are present in …: s-6t07eag8 less than 3 square kilometers; "
        "s-6t07eag8 1.1 square mile; s-aacxvf5m not exceed 3 square kilometers · hedged differently",
    ]
