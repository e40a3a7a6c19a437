"""What the machine remembers of an entry: what it last said, and what became of every statement it published.

An id is never used for other words and never forgotten: a statement that is shown no more is in `gone`,
`withdrawn` or `merged`, so that its address can say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from site_builder.model import Span

Fields: TypeAlias = tuple[tuple[str, str], ...]
WORDS = "words"
"""Stands for the quotations of a statement among its keys."""


@dataclass(frozen=True, slots=True)
class Known:
    """A statement as the machine last gave it. `spans` are its passages' places in the seed.

    `sha256`: the seed they are places of, where that is not the present one. `candidates`: between whom a
    pronoun was weighed, where that was close. `suggested`: what the machine now says otherwise than a person.
    """

    fields: Fields
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    sha256: str = ""
    candidates: tuple[tuple[str, float], ...] = ()
    suggested: Fields = ()


@dataclass(frozen=True, slots=True)
class Reworded:
    """The words of a statement before its seed changed, and who had reviewed them."""

    words: tuple[str, ...]
    reviewed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The machine's last output, with all that a later build has to know of the entry."""

    front: Fields = ()
    sections: Mapping[str, Known] = field(default_factory=dict)
    gone: Mapping[str, Known] = field(default_factory=dict)
    """Statements a person deleted."""
    outline: tuple[str, ...] = ()
    """The ids and the headings (`# words`) in the machine's order."""
    suggested: Fields = ()
    """What the machine now says in the front matter otherwise than a person."""
    own: Mapping[str, Known] = field(default_factory=dict)
    """Statements a person added or cut anew, as their words last stood in the seed; those a person
    added and deleted again are in `gone`, too."""
    lost: tuple[str, ...] = ()
    """Statements in the file, untouched, that the machine no longer finds."""
    withdrawn: Mapping[str, Known] = field(default_factory=dict)
    """Lost statements that were taken out by `prune`."""
    merged: Mapping[str, str] = field(default_factory=dict)
    """Statement → the one that took over its words."""
    reworded: Mapping[str, Reworded] = field(default_factory=dict)
    """Statements whose words followed their seed when it changed, until somebody reviews them."""

    @property
    def sha256(self) -> str:
        """Of the seed the machine last read."""
        return dict(self.front).get("sha256", "")

    @property
    def ids(self) -> frozenset[str]:
        """Every id that was ever given in this entry."""
        return frozenset((*self.sections, *self.gone, *self.own, *self.withdrawn, *self.merged))

    def last_words(self, made: str) -> Known | None:
        """A statement as its words last stood in a seed, a person's before the machine's."""
        known = self.own.get(made) or self.sections.get(made)
        return replace(known, sha256=known.sha256 or self.sha256) if known else None


@dataclass(frozen=True, slots=True, order=True)
class Gone:
    """A statement that has an address and is shown no more; with `merged`, `target` took over its words."""

    id: str
    entry: str
    why: Literal["deleted", "withdrawn", "merged"]
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """What is remembered of an entry beside its document: statements taken out of it, and its former names.
    `name` is its present one, whether or not there still is a document. `draft`: the ids of its statements
    where a person holds it back as a draft, else None. `missing`: the ids of statements that its document
    lacks though nobody took them out: they have a fault, or it has; or there is no document any more."""

    name: str
    gone: tuple[Gone, ...] = ()
    names: tuple[str, ...] = ()
    draft: tuple[str, ...] | None = None
    missing: tuple[str, ...] = ()


def gone_ids(entry: str, base: Base) -> tuple[Gone, ...]:
    """Every statement that was taken out of an entry, by id."""
    found = [Gone(made, entry, "deleted") for made in base.gone]
    found += [Gone(made, entry, "withdrawn") for made in base.withdrawn]
    found += [
        Gone(made, entry, "merged", target) for made in base.merged if (target := _end(made, base.merged))
    ]
    return tuple(sorted(found))


def _end(made: str, merged: Mapping[str, str]) -> str:
    """Where a chain of merges ends."""
    seen = set[str]()
    while made in merged and made not in seen:
        seen.add(made)
        made = merged[made]
    return made


# As plain data


def as_plain(base: Base) -> dict[str, Any]:
    """For JSON; of what was added to the format later, only what is not empty."""
    known = {"sections": base.sections, "gone": base.gone, "own": base.own, "withdrawn": base.withdrawn}
    raw: dict[str, Any] = {"front": dict(base.front)}
    raw |= {name: {made: _plain(item) for made, item in items.items()} for name, items in known.items()}
    raw |= {"merged": dict(base.merged), "lost": base.lost, "suggested": dict(base.suggested)}
    raw["outline"] = base.outline
    raw["reworded"] = {
        made: {"words": was.words, "reviewed": was.reviewed} for made, was in base.reworded.items()
    }
    return {name: value for name, value in raw.items() if value or name in ("front", "sections", "gone")}


def _plain(known: Known) -> dict[str, Any]:
    raw: dict[str, Any] = {"fields": dict(known.fields), "words": known.words, "spans": known.spans}
    more = {"sha256": known.sha256, "candidates": known.candidates, "suggested": dict(known.suggested)}
    return raw | {name: value for name, value in more.items() if value}


def from_plain(raw: Mapping[str, Any]) -> Base:
    """Raises ValueError, KeyError, TypeError or AttributeError where the data is not of this form."""
    return Base(
        front=_texts(raw["front"]),
        sections=_all_known(raw["sections"]),
        gone=_all_known(raw["gone"]),
        outline=tuple(map(str, raw.get("outline", ()))),
        suggested=_texts(raw.get("suggested", {})),
        own=_all_known(raw.get("own", {})),
        lost=tuple(map(str, raw.get("lost", ()))),
        withdrawn=_all_known(raw.get("withdrawn", {})),
        merged=dict(_texts(raw.get("merged", {}))),
        reworded={
            made: Reworded(tuple(map(str, was["words"])), str(was["reviewed"]))
            for made, was in raw.get("reworded", {}).items()
        },
    )


def _all_known(raw: Mapping[str, Any]) -> dict[str, Known]:
    return {made: _known(item) for made, item in raw.items()}


def _known(raw: Mapping[str, Any]) -> Known:
    return Known(
        fields=_texts(raw["fields"]),
        words=tuple(map(str, raw["words"])),
        spans=tuple(Span(int(start), int(end)) for start, end in raw["spans"]),
        sha256=str(raw.get("sha256", "")),
        candidates=tuple((str(name), float(score)) for name, score in raw.get("candidates", ())),
        suggested=_texts(raw.get("suggested", {})),
    )


def _texts(raw: Mapping[str, Any]) -> Fields:
    return tuple((str(key), str(value)) for key, value in raw.items())
