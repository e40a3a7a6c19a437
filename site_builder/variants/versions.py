"""What a group holds: each document's versions of a statement, in the order of publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from site_builder.model import Kind
from site_builder.variants.said import Said
from site_builder.variants.score import Text

FULLER = ("direct", "mixed", "indirect", "attitude")
"""Kinds of speech, the fullest report first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A statement, or sentences `first` to `last` of it counted from 0, as a version of what a group holds."""

    statement: str
    document: str
    kind: Kind
    first: int
    last: int
    whole: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one document has: `main` is the fullest report in it, `restated` says the same there again.

    The rest of the program counts `main` alone.
    """

    document: str
    published: date | None
    main: Variant
    restated: tuple[Variant, ...] = ()

    @property
    def variants(self) -> tuple[Variant, ...]:
        return (self.main, *self.restated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One statement in the versions of its documents, in the order of publication.

    `id` is made of its first version's, and stays while that one is first. A group of one version is a
    statement restated inside its document.
    """

    id: str
    versions: tuple[Version, ...]

    @property
    def variants(self) -> tuple[Variant, ...]:
        return tuple(chain.from_iterable(version.variants for version in self.versions))

    def part_of(self, statement: str) -> tuple[int, int] | None:
        """The first and last sentence of it that the group holds; None where that is all of it."""
        mine = next(variant for variant in self.variants if variant.statement == statement)
        return None if mine.whole else (mine.first, mine.last)

    @property
    def across(self) -> bool:
        """Whether more than one document has it."""
        return len(self.versions) > 1


def make_group(texts: Sequence[Text]) -> Group:
    """The group of texts of two statements at least."""
    documents: dict[str, dict[str, list[Text]]] = {}
    for text in texts:
        documents.setdefault(text.said.document, {}).setdefault(text.said.id, []).append(text)
    versions = [_version([_variant(pieces) for pieces in same.values()]) for same in documents.values()]
    versions.sort(key=lambda version: (version.published or date.max, version.document))
    name = versions[0].main
    made = "g-" + name.statement.removeprefix("s-") + ("" if name.whole else f"-{name.first + 1}")
    return Group(id=made, versions=tuple(versions))


def named_after(group: str) -> str:
    """The statement that gave a group its id."""
    return "s-" + group.removeprefix("g-").partition("-")[0]


def _variant(pieces: Sequence[Text]) -> tuple[Said, Variant]:
    """The pieces of one statement, and whatever of it stands between them."""
    text = pieces[0].part(min(piece.first for piece in pieces), max(piece.last for piece in pieces))
    said = text.said
    return said, Variant(
        statement=said.id,
        document=said.document,
        kind=said.kind,
        first=text.first,
        last=text.last,
        whole=text.whole,
        words=text.words,
    )


def _version(variants: Sequence[tuple[Said, Variant]]) -> Version:
    fullest = sorted(
        variants, key=lambda item: (FULLER.index(item[0].kind), -len(item[1].words), item[0].position)
    )
    main = fullest[0][1]
    restated = sorted((item for item in variants if item[1] is not main), key=lambda item: item[0].position)
    return Version(
        document=main.document,
        published=fullest[0][0].published,
        main=main,
        restated=tuple(variant for _, variant in restated),
    )
