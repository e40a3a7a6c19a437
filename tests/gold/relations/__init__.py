"""Short articles, and what one statement in them does to another. `articles.yaml` says how it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml
from pydantic import TypeAdapter

from site_builder.annotated import annotated
from site_builder.archive import Document
from site_builder.compose import compose, entry_name
from site_builder.lexicon import STRICT, Lexicon
from site_builder.memory import Base
from site_builder.records import document_of
from site_builder.variants.references import RelationKind
from site_builder.variants.relations import find_relations
from site_builder.variants.said import said_in
from tests.gold.scores import Score

FILE = Path(__file__).parent / "articles.yaml"
NOBODY = Lexicon()

Does: TypeAlias = tuple[RelationKind, str, str]
"""What is done, and by what to what: some words of each statement, or its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A few articles, and all that is done in them."""

    __pydantic_config__ = STRICT
    case: str
    articles: tuple[str, ...]
    relations: tuple[Does, ...]


def load_archives() -> tuple[Archive, ...]:
    return TypeAdapter(tuple[Archive, ...]).validate_python(yaml.load(FILE.read_text("utf-8"), yaml.BaseLoader))


def documents_of(archive: Archive) -> tuple[Document, ...]:
    """The articles as an archive that knows nobody reads them."""
    documents = []
    for number, text in enumerate(archive.articles):
        article, annotation = annotated(text.encode(), f"seeds/{number}.txt", NOBODY)
        name = entry_name(article, annotation.published)
        entry = compose(article, annotation, NOBODY, name).entry
        document, problems = document_of(entry, f"entries/{name}.md", None, Base())
        assert document is not None, problems
        documents.append(document)
    return tuple(documents)


def found_in(archive: Archive) -> tuple[Does, ...]:
    """What the program finds, each statement by the words of the gold standard it holds, else by its own."""
    documents = documents_of(archive)
    words = {record.id: " ".join(record.passages) for document in documents for record in document.records}
    marks = dict.fromkeys(mark for _, *both in archive.relations for mark in both)
    named = {made: next((mark for mark in marks if mark in said), said) for made, said in words.items()}
    relations = find_relations(said_in(documents, NOBODY, nameless=True), NOBODY)
    return tuple((made.kind, named[made.source], named[made.target]) for made in relations)


def score(archives: Sequence[Archive]) -> Score:
    found = [(set(found_in(archive)), set(archive.relations)) for archive in archives]
    return Score(
        right=sum(len(got & wanted) for got, wanted in found),
        wrong=sum(len(got - wanted) for got, wanted in found),
        missed=sum(len(wanted - got) for got, wanted in found),
    )
