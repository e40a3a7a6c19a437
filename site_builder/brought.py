"""An entry that is up to date: its document, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from site_builder.archive import Document
from site_builder.check import check_document
from site_builder.digest import key_of
from site_builder.entryfiles import State, Written
from site_builder.errors import Problem
from site_builder.lexicon import Lexicon
from site_builder.memory import Base, Former, gone_ids
from site_builder.model import Article
from site_builder.records import document_of
from site_builder.review import Item, review_items


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """An entry that is up to date: its document, and what there is to say of it."""

    document: Document | None
    problems: tuple[Problem, ...]
    checked: tuple[Problem, ...] = ()
    review: tuple[Item, ...] = ()
    former: Former | None = None
    edited: bool = False


def as_it_lies(
    written: Written,
    state: State | None,
    article: Article | None,
    lexicon: Lexicon,
    problems: Iterable[Problem],
) -> Brought:
    """An entry with what it says, without its article; `problems` are those that are known of it."""
    base = state.base if state else Base()
    document, found = document_of(written.entry, written.path, article, base)
    problems = (*problems, *found)
    there = [section.id for section in written.entry.sections]
    former = _former(written.path.rpartition("/")[2].removesuffix(".md"), state, there, document)
    if document is None:
        return Brought(document=None, problems=problems, former=former, edited=written.edited)
    checked = check_document(document, lexicon)
    review = review_items([document], {document.name: base}, lexicon)
    document = replace(document, article=None)
    named = {*document.outlets, *(record.speaker for record in document.records)}
    return Brought(
        document=replace(document, digest=key_of(document, lexicon.about(named))),
        problems=problems,
        checked=checked,
        review=review,
        former=former,
        edited=written.edited,
    )


def unread(name: str, state: State | None, problems: tuple[Problem, ...] = ()) -> Brought:
    """An entry that cannot be read, or is not there."""
    return Brought(document=None, problems=problems, former=_former(name, state, ()) if state else None)


def _former(
    name: str, state: State | None, there: Iterable[str], document: Document | None = None
) -> Former | None:
    """`there`: the ids in the file."""
    base = state.base if state else Base()
    ids = tuple(record.id for record in document.records) if document else ()
    former = Former(
        name=name,
        gone=gone_ids(name, base),
        names=state.names if state else (),
        draft=ids if document and document.draft else None,
        missing=tuple(sorted({*base.sections, *there} - {*ids, *base.gone})),
    )
    return former if document is None or former != Former(name=name) else None
