"""Pages that once were published and have nothing to show now: each says so, or leads on.

`content/state/published.txt` names every page a build ever put into the site, so that no address that
somebody may have cited ends in nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.entries import ID
from site_builder.memory import Gone
from site_builder.present import Archive, entry_link, statement
from site_builder.views import Frame, GoneView, Link, Page, ready_page

TAKEN_OUT = {
    "deleted": "An editor took this statement out of the archive.",
    "withdrawn": "This statement was withdrawn: its document is no longer read as saying it.",
    "merged": "This statement is part of another one now.",
}
MOVED = "This page has another address now."
NOTHING_HERE = "This page was published here once. The archive has nothing to show on it any more."
DOCUMENT_GONE = "This document is no longer in the archive."


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """What is remembered of an entry beside its document: statements taken out of it, and its former names.
    `name` is its present one, whether or not there still is a document."""

    name: str
    gone: tuple[Gone, ...] = ()
    names: tuple[str, ...] = ()


def gone_pages(
    archive: Archive, formers: Sequence[Former], published: Iterable[str], planned: Iterable[str]
) -> Iterator[Page]:
    """A page for every path that was published and is not planned any more."""
    there = set(planned)
    renamed = {old: former.name for former in formers for old in former.names}
    taken_out = {gone.id: gone for former in formers for gone in former.gone}
    for path in sorted(set(published) - there):
        view = _view(path, archive, renamed, taken_out)
        yield ready_page(path, "gone.html", view)


def _view(path: str, archive: Archive, renamed: Mapping[str, str], taken_out: Mapping[str, Gone]) -> GoneView:
    folder, _, name = path.removesuffix(".html").rpartition("/")
    documents = {document.name: document for document in archive.index.documents}
    if folder in ("entries", "sources") and (document := documents.get(renamed.get(name, ""))):
        return _gone(MOVED, Link(entry_link(document).label, f"{folder}/{document.name}.html"), leads=True)
    if gone := taken_out.get(name) if ID.fullmatch(name) else None:
        row = archive.by_id.get(gone.target)
        if row:
            target = Link(f"Statement of {row.record.speaker}", statement(archive, row).path)
            return _gone(TAKEN_OUT["merged"], target, leads=True)
        document = documents.get(gone.entry)
        return _gone(TAKEN_OUT[gone.why], entry_link(document) if document else None)
    words = DOCUMENT_GONE if folder in ("entries", "sources") else NOTHING_HERE
    above = f"{folder.partition('/')[0]}/index.html"
    return _gone(words, Link("All pages of this kind", above) if folder else None)


def _gone(words: str, target: Link | None, leads: bool = False) -> GoneView:
    frame = Frame(title="Moved" if leads else "No longer here", description=words)
    return GoneView(frame=frame, words=words, target=target, leads=leads)
