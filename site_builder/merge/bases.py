"""What the machine says now, as what the next merge is made against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from site_builder.compose import Draft
from site_builder.memory import Base, Known
from site_builder.merge.headings import outline_of


def base_of(draft: Draft, gone: Mapping[str, Known] | None = None) -> Base:
    """What the machine says now, as the base of the next merge."""
    spans, candidates = dict(draft.spans), dict(draft.candidates)
    sections = {
        section.id: Known(
            section.fields,
            tuple(passage.words for passage in section.passages),
            spans[section.id],
            candidates=candidates.get(section.id, ()),
        )
        for section in draft.entry.sections
    }
    front = tuple((key, value) for key, value in draft.entry.front if isinstance(value, str))
    return Base(front=front, sections=sections, gone=gone or {}, outline=outline_of(draft.entry.items))


def unmerged(draft: Draft, last: Base) -> Base:
    """The next base where the file is the machine's own output, and all of it is found again."""
    now = base_of(draft, last.gone)
    withdrawn = {made: known for made, known in last.withdrawn.items() if made not in now.sections}
    merged = {made: heir for made, heir in last.merged.items() if made not in now.sections}
    return replace(now, withdrawn=withdrawn, merged=merged)
