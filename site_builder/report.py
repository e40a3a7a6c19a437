"""What a build did, in figures and problems."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`written`: the files of the site that were made, each with the reasons; `edited`: how many entries
    a person had a hand in; `entries`: the paths of entries and states that were made or changed."""

    documents: int
    statements: int
    speakers: int
    topics: int
    written: tuple[str, ...]
    in_place: bool
    """Whether the site's files were replaced one by one, because its folder cannot be exchanged."""
    edited: int
    deleted: tuple[str, ...]
    """The ids of the statements that a person deleted, now or earlier, by entry."""
    drafts: int
    """Documents left out because a person marked them as drafts."""
    problems: tuple[Problem, ...]
    doubts: int
    """Things in the review queue."""
    entries: tuple[str, ...]
    reworded: tuple[str, ...]
    """A line for each entry whose words followed its seed, which had changed."""
