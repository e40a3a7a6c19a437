"""Pages that once were published and have nothing to show now: each says so, or leads on.

`content/state/published.txt` names every page a build ever put into the site, so that no address that
somebody may have cited ends in nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from site_builder.archive import Document
from site_builder.edtf import names_a_day, parse_edtf
from site_builder.entries import ID
from site_builder.facets import Row
from site_builder.memory import Former, Gone
from site_builder.permalinks import LETTERS
from site_builder.present import Archive, entry_link
from site_builder.said_dates import say_day
from site_builder.variants.versions import named_after
from site_builder.views import Frame, GoneView, Link, Page, ready_page

STATEMENTS = "statements"
OF_DOCUMENTS = ("entries/", "sources/")
HELD = dict.fromkeys(("draft", "draft_statement", "fault", "fault_statement"), "gone.not_now")
"""What comes back, and what its page is called until then."""
LISTS = ("entries/index",)
"""What stands among them and is of all documents: the periods of their list."""


def signed(document: Document | None) -> tuple[str, str]:
    """Who reviewed the whole of a document, and the ISO day; "" where nobody wrote that down."""
    name, _, day = document.front.get("reviewed", "").rpartition(" ") if document else ("", "", "")
    return (name, day) if name and names_a_day(day) else ("", "")


def say_taken_out(archive: Archive, gone: Gone, document: Document | None) -> str:
    """What became of a statement; of one that somebody deleted also since when, as far as that is known."""
    said = archive.say(f"gone.{gone.why}")
    name, day = signed(document)
    if gone.why != "deleted" or not name:
        return said
    reviewed = archive.say("gone.reviewed", name=name, day=say_day(archive.strings, parse_edtf(day).first))
    return f"{said} {reviewed}"


def gone_pages(
    archive: Archive,
    formers: Sequence[Former],
    published: Iterable[str],
    planned: Iterable[str],
    faulty: Set[str],
) -> Iterator[Page]:
    """A page for every path that was published and is not planned any more. `faulty`: the entries that have
    something to mend."""
    there = set(planned)
    known_of = {*(former.name for former in formers), *(one.name for one in archive.index.documents)}
    known = _Known(
        archive=archive,
        there=there,
        documents={document.name: document for document in archive.index.documents},
        renamed={old: former.name for former in formers for old in former.names},
        faulty=faulty,
        unread=not faulty <= known_of,
        drafts=frozenset(former.name for former in formers if former.draft is not None),
        held=frozenset(made for former in formers for made in former.draft or ()),
        taken_out={gone.id: gone for former in formers for gone in former.gone},
        missing={made: former.name for former in formers for made in former.missing},
        ids=sorted(archive.by_id),
    )
    return (ready_page(path, "gone.html", known.view(path)) for path in sorted(set(published) - there))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What there is, and what was: by the names that addresses are made of."""

    archive: Archive
    there: Set[str]
    documents: Mapping[str, Document]
    renamed: Mapping[str, str]
    faulty: Set[str]
    unread: bool
    """Whether there are entries with a fault of which nobody knows the statements."""
    drafts: Set[str]
    held: Set[str]
    """The statements of drafts."""
    taken_out: Mapping[str, Gone]
    missing: Mapping[str, str]
    """Statement that nobody took out → its entry, which has a fault or is gone."""
    ids: Sequence[str]
    """Of all statements, sorted."""

    def view(self, path: str) -> GoneView:
        folder, _, name = path.removesuffix(".html").rpartition("/")
        if of_document := path.startswith(OF_DOCUMENTS) and folder not in LISTS:
            folder, name, *_ = path.removesuffix(".html").split("/")
            name = self.renamed.get(name, name)
            if document := self.documents.get(name):
                there = f"{folder}/{document.name}.html"
                link = Link(document.title, there if there in self.there else entry_link(document).path)
                return self._gone("address", link, leads=True)
        if folder == STATEMENTS and (found := self._statement(name) or self._shared(name)):
            return found
        if folder == "same" and (row := self.archive.by_id.get(named_after(name))):
            return self._gone("nothing", self._link(row))
        why = self._why(name) if of_document else "nothing"
        above = f"{folder.partition('/')[0]}/index.html"
        whole = Link(self.archive.say("gone.all"), above)
        return self._gone(why, whole if above in self.there else self.archive.place("browse"))

    def _why(self, document: str) -> str:
        """Why a document is not there."""
        return "draft" if document in self.drafts else "fault" if document in self.faulty else "document"

    def _statement(self, made: str) -> GoneView | None:
        """Where a statement stands now, or what became of it; None for what is no id of one."""
        if row := self.archive.by_id.get(made):  # it stands on a page with others now
            return self._gone("address", self._link(row), leads=True)
        if made in self.held:
            return self._gone("draft_statement", None)
        gone = self.taken_out.get(made)
        if gone is None:
            return self._missing(made)
        if row := self.archive.by_id.get(gone.target):
            return self._gone("merged", self._link(row), leads=True)
        document = self.documents.get(gone.entry)
        words = say_taken_out(self.archive, gone, document)
        return self._gone(gone.why, entry_link(document) if document else None, words=words)

    def _missing(self, made: str) -> GoneView | None:
        """Of a statement that nobody took out."""
        entry = self.missing.get(made)
        if entry in self.faulty or (entry is None and self.unread and ID.fullmatch(made)):
            return self._gone("fault_statement", None)
        return self._gone("document_statement", None) if entry else None

    def _shared(self, letters: str) -> GoneView | None:
        """Where the statements stand now that shared a page: each keeps the anchor it had there."""
        if len(letters) > LETTERS:
            return None
        begun = f"s-{letters}"
        low, high = bisect_left(self.ids, begun), bisect_left(self.ids, f"{begun}~")
        moved = tuple((made, self._link(self.archive.by_id[made])) for made in self.ids[low:high])
        return self._gone("address", None, moved=moved) if moved else None

    def _link(self, row: Row) -> Link:
        label = self.archive.say("gone.statement", speaker=self.archive.speaker(row.record))
        return Link(label, self.archive.permalinks.of(row))

    def _gone(
        self,
        why: str,
        target: Link | None,
        leads: bool = False,
        moved: tuple[tuple[str, Link], ...] = (),
        words: str = "",
    ) -> GoneView:
        title = "gone.moved" if leads or moved else HELD.get(why, "gone.no_longer")
        words = words or self.archive.say(f"gone.{why}")
        frame = Frame(title=self.archive.say(title), description=words)
        return GoneView(frame=frame, words=words, target=target, leads=leads, moved=moved)
