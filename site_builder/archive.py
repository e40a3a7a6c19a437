"""What the archive holds: documents, with their headings and records, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias, get_args

from site_builder.model import Article, Dated, Kind, Span

SET_BY_HAND = "set by the editor"
OWN = "statement"
"""Stands among the keys of a record that the machine knows nothing of: a person wrote the whole of it."""

State: TypeAlias = Literal["extracted", "reviewed", "corrected"]
"""Who stands behind a statement as it is shown: the program, somebody who read it against its source, or an
editor who changed or wrote it."""
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A statement as the archive holds it. `topics` are slugs; `spans` is () when the seed is gone."""

    id: str
    entry: str
    kind: Kind
    speaker: str
    role: str
    to: str
    via: str
    citing: str
    said: Dated | None
    topics: tuple[str, ...]
    passages: tuple[str, ...]
    spans: tuple[Span, ...]
    notes: tuple[str, ...]
    lang: str
    line: int
    """Where it begins in the entry's file."""
    paragraph: int
    """The number, from 0, of the seed's block it begins in; -1 when the seed is gone."""
    reviewed: str = ""
    """`NAME DATE`: who read it against its source, and when; "" when nobody has."""
    by_hand: tuple[str, ...] = ()
    """The keys under which a person says otherwise than the machine; `words` for its quotations; `OWN`."""
    before: tuple[tuple[str, str], ...] = ()
    """What the machine says under those keys of `by_hand` that say what the document does, and the words
    it has; "" for nothing."""
    cue: str = ""
    """The words that attribute it, as the source has them: `told · said`; "" for none."""
    related: tuple[tuple[str, str], ...] = ()
    """What a person set under the keys of RELATIONS, as written."""
    related_lines: tuple[int, ...] = ()
    """Where each of these stands in the entry's file."""
    orphaned: str = ""
    """The sha256 of the seed its words last stood in, where they stand in the present one no more."""

    @property
    def own_voice(self) -> bool:
        return self.kind == "own-voice"

    @property
    def state(self) -> State:
        return "corrected" if self.by_hand else "reviewed" if self.reviewed else "extracted"


@dataclass(frozen=True, kw_only=True)  # no slots: what it holds is picked out once
class Document:
    """An entry with its seed. `article` is None when the seed is gone, or not at hand."""

    name: str
    path: str
    title: str
    outlet: str
    republishes: str | None
    published: Dated | None
    original_published: Dated | None
    draft: bool
    """Not to be published yet: `serve` shows it, `build` leaves it out."""
    front: Mapping[str, str]
    """Every value of the front matter, known or not."""
    items: tuple[str | Record, ...]
    """Its statements, and the words of the headings between them."""
    fingerprint: str
    """sha256 of the seed's text with its blanks collapsed; "" when the seed is gone."""
    article: Article | None
    digest: str = ""
    """Of all this but the article, and of what the lexicon says of its speakers and outlets, once the document
    is whole."""

    @cached_property
    def records(self) -> tuple[Record, ...]:
        return tuple(item for item in self.items if isinstance(item, Record))

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The one that carries it, and the one it republishes."""
        return tuple(dict.fromkeys(filter(None, (self.outlet, self.republishes))))


def doubles(documents: Iterable[Document]) -> Iterator[tuple[Document, str, Document]]:
    """Each record whose id an earlier one has, too: its document, the id, and where it was first."""
    seen: dict[str, Document] = {}
    for document in documents:
        for record in document.records:
            if record.id in seen:
                yield document, record.id, seen[record.id]
            seen.setdefault(record.id, document)


def without_drafts(documents: Iterable[Document]) -> tuple[Document, ...]:
    """What is to be published."""
    return tuple(document for document in documents if not document.draft)
