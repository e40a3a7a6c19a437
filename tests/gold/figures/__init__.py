"""Pairs of statements whose figures must be flagged, or must not be. `pairs.yaml` says how it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import TypeAdapter

from site_builder.figures.matching import Source
from site_builder.figures.tables import line_up
from site_builder.lexicon import STRICT
from tests.gold.scores import Score

FILE = Path(__file__).parent / "pairs.yaml"
DAY = date(2014, 5, 11)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    __pydantic_config__ = STRICT
    kind: str
    flag: Literal["differ", "hedged differently", "malformed", "none"]
    a: str
    b: str
    variants: Literal["yes", "no"] = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged(Score):
    """Pairs flagged among those that must be, and among those that must not; and all of them."""

    pairs: int
    named: int
    """Of those right, flagged with the very word the pair has."""


def load_pairs() -> tuple[Pair, ...]:
    return TypeAdapter(tuple[Pair, ...]).validate_python(yaml.load(FILE.read_text("utf-8"), yaml.BaseLoader))


def flags(pair: Pair) -> tuple[str, ...]:
    """Every flag of the tables made from the two statements."""
    sources = [Source(id=name, passages=(words,), first=DAY, last=DAY)
               for name, words in (("s-a", pair.a), ("s-b", pair.b))]  # fmt: skip
    facts = line_up(sources, [("s-a", "s-b")] if pair.variants == "yes" else [])
    return tuple(dict.fromkeys(flag for fact in facts for flag in fact.flags))


def score(pairs: Sequence[Pair]) -> Flagged:
    found = [(pair.flag, flags(pair)) for pair in pairs]
    return Flagged(
        right=sum(wanted != "none" and bool(got) for wanted, got in found),
        wrong=sum(wanted == "none" and bool(got) for wanted, got in found),
        missed=sum(wanted != "none" and not got for wanted, got in found),
        pairs=len(found),
        named=sum(wanted in got for wanted, got in found),
    )
