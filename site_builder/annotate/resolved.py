"""Who a speaker was found to be, and how."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.annotate.figure import Figure
from site_builder.annotate.salience import Ranked

BY_NAME = "by name"
UNOWNED = "a document of nobody known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """`role`: the office written beside the name, as written; `how` the figure was found, in words."""

    figure: Figure | None = None
    role: str | None = None
    how: str = ""
    candidates: tuple[tuple[str, float], ...] = ()

    @property
    def canonical(self) -> str | None:
        return self.figure.name if self.figure and self.figure.named else None

    @property
    def nameless(self) -> str | None:
        return self.figure.name if self.figure and not self.figure.named else None


def weighed(how: str, figure: Figure | None, ranked: Ranked) -> Resolved:
    candidates = tuple((candidate.name, score) for score, candidate in ranked)
    if figure is not None and not figure.named:
        how = f"{how}, for somebody the article does not name"
    return Resolved(figure=figure, how=how, candidates=candidates)
