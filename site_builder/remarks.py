"""What is said of an entry and its seed, and of one entry beside another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_builder.archive import Document, doubles
from site_builder.entryfiles import Written
from site_builder.errors import Problem
from site_builder.model import Article
from site_builder.project import ENTRIES
from site_builder.records import DOCUMENT_LEFT_OUT
from site_builder.text import plural

NAMED = 12
"""Statements that are named in one line."""


def of_seed(written: Written, article: Article | None, unread: bool) -> Iterator[Problem]:
    """What an entry says otherwise of its seed than is so. `article` is None when that is gone."""
    entry, seed = written.entry, written.entry.get("seed")
    if article is None and not unread:
        message = f"expected the seed {seed or ''!r}, found none: put it back, or delete this entry"
        yield Problem(written.path, entry.line_of("seed"), 1, message)
    elif article and seed not in (None, article.origin.path):
        message = f"expected seed: {article.origin.path}, which this entry is made from, found {seed!r}"
        yield Problem(written.path, entry.line_of("seed"), 1, message)
    elif article and entry.get("sha256") != article.origin.sha256:
        message = f"expected the sha256 of {seed}, found another: the seed has changed since"
        yield Problem(written.path, entry.line_of("sha256"), 1, message)


def not_its_own(written: Written, seed: str, first: str) -> Problem:
    """Of an entry whose seed another one, `first`, is made from."""
    found = f"expected a seed of its own, found {seed}, which {ENTRIES}/{first}.md is made from"
    return Problem(written.path, written.entry.line_of("seed"), 1, f"{found}{DOCUMENT_LEFT_OUT}")


def followed(path: str, seed: str, changed: Iterable[str]) -> Iterator[str]:
    """What is said of an entry whose words followed its seed."""
    ids = tuple(changed)
    if ids:
        words = f"the words of {plural(len(ids), 'statement')}: {_named(ids)}"
        yield f"{path}: {seed} has changed, and with it {words}"


def cut_anew(path: str, changed: Iterable[str]) -> Iterator[str]:
    """What is said of an entry in which statements that were reviewed have other words now."""
    ids = tuple(changed)
    if ids:
        yield f"{path}: other words now stand under {plural(len(ids), 'reviewed statement')}: {_named(ids)}"


def _named(ids: Sequence[str]) -> str:
    return ", ".join(ids[:NAMED]) + (" …" if len(ids) > NAMED else "")


def ids_twice(documents: Sequence[Document]) -> Iterator[Problem]:
    for document, made, first in doubles(documents):
        message = f"expected every id once in the archive, found {made} in {first.path} too"
        yield Problem(document.path, 0, 0, message)
