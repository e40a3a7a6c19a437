"""What a build did, in figures and problems."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`written` counts the files of the site; `edited` the entries a person had a hand in."""

    documents: int
    statements: int
    speakers: int
    topics: int
    written: int
    edited: int
    problems: tuple[Problem, ...]
    entries: tuple[str, ...]
    """Paths of the entries and states that were made or changed."""
