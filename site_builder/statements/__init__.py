"""The pages of statements: each with its evidence and its citations, on a page of its own or with others."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.present import Archive
from site_builder.statements.own import own_pages
from site_builder.statements.shared import shared_pages
from site_builder.views import Page

__all__ = ["statement_pages"]


def statement_pages(archive: Archive, script: str) -> Iterator[Page]:
    """A page for each statement, or for all whose ids begin alike; `script` is what the buttons of one do."""
    yield from shared_pages(archive) if archive.permalinks.letters else own_pages(archive, script)
