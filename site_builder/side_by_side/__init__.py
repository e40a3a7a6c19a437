"""The pages on which versions stand side by side: a statement in several documents, figures of one fact."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.present import Archive
from site_builder.side_by_side.facts import figures_pages
from site_builder.side_by_side.groups import group_pages
from site_builder.views import Page

__all__ = ["comparison_pages"]


def comparison_pages(archive: Archive) -> Iterator[Page]:
    """The list of all groups, each group, and the figures; none where there is nothing to compare."""
    yield from group_pages(archive)
    yield from figures_pages(archive)
