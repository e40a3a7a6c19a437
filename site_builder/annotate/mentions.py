"""Where an article names its figures, and who is meant by a surname that several bear."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from site_builder.annotate.cast import Cast
from site_builder.annotate.figure import Figure, Words, lowered, surname
from site_builder.annotate.names import Name
from site_builder.model import Span

CLOSE = 400
"""Characters within which somebody was named shortly before."""
ESTABLISHED = 2
"""Uses of a surname from which it is known whose it is, whoever else of that name is named."""
LATELY = 6
"""Speakers that count as having spoken."""


class Use(NamedTuple):
    """One place where a figure is named, or where it spoke under another word."""

    start: int
    end: int
    figure: Figure
    subject: bool


class _Surname:
    """Who was named by a surname so far, in full and by the surname alone."""

    def __init__(self) -> None:
        self.latest: Figure | None = None
        """Who was named last in full."""
        self.end = 0
        self.alone = Counter[tuple[bool, str]]()
        """Uses of the surname alone, with a form of address or without, by figure."""

    def note(self, name: Name, figure: Figure) -> None:
        if len(name.words) > 1:
            self.latest, self.end = figure, name.end
        else:
            self.alone[bool(name.titles), figure.name] += 1

    def bearer(self, name: Name, bearers: list[Figure]) -> Figure | None:
        """Whose the surname is: theirs whom it has stood for before, else theirs who was named last in full.

        Without a form of address the last one must be the only one; else it stays open.
        """
        first, titled = bearers[0], bool(name.titles)
        if len(bearers) == 1 or self.latest is None or self.latest is first or self.latest not in bearers:
            return first
        if self.alone[titled, first.name] >= max(ESTABLISHED, self.alone[titled, self.latest.name]):
            return first
        if name.start - self.end > CLOSE:
            return first if any(self.alone[form, first.name] for form in (True, False)) else None
        return self.latest if titled else None


class Mentions:
    """The figures named in the article, by place, and those that spoke so far.

    `whose` has, by the first character of a name without its titles, whom it stands for: None where a
    surname is shared and nothing tells whose it is. What several bodies are called for short ("the Foreign
    Ministry") is the one named last.
    """

    def __init__(self, names: Sequence[Name], cast: Cast) -> None:
        self.whose: dict[int, Figure | None] = {}
        self.uses = list(self._find(names, cast))
        self.starts = [use.start for use in self.uses]
        self.spoken: list[Use] = []
        self.words: list[Span] = []
        """What was said so far."""

    def _find(self, names: Sequence[Name], cast: Cast) -> Iterator[Use]:
        surnames: defaultdict[str, _Surname] = defaultdict(_Surname)
        latest: dict[Figure, int] = {}
        found: dict[tuple[Words, Words], Figure | None] = {}
        for name in names:
            key = (name.words, name.titles)
            if key not in found:
                found[key] = cast.find(*key)
            figure = found[key]
            sharing = cast.sharing.get(lowered(name.words))
            if sharing is not None:
                figure = max(filter(latest.__contains__, sharing), key=latest.__getitem__, default=None)
            if figure is not None and figure.kind == "person":
                shared = surnames[surname(name.words, cast.language)]
                bearers = cast.bearers(name.words, name.titles) if len(name.words) == 1 else []
                figure = shared.bearer(name, bearers) if figure in bearers[1:] + bearers[:1] else figure
                if figure is not None:
                    shared.note(name, figure)
            self.whose[name.bare] = figure
            if figure is not None:
                latest[figure] = name.start
                yield Use(name.start, name.end, figure, name.subject)

    def first_after(self, figure: Figure, at: int) -> int:
        """Where a figure is named for the first time after `at`; `at` if it was named before, or is not."""
        first = next((use.start for use in self.uses if use.figure is figure), at)
        return max(first, at)

    def before(self, at: int, reach: int) -> list[Use]:
        """Uses within so many characters before `at`, then the latest speakers before it."""
        named = self.uses[bisect_left(self.starts, at - reach) : bisect_left(self.starts, at)]
        return [*named, *(use for use in self.spoken[-LATELY:] if use.start < at)]

    def is_within_words(self, at: int) -> bool:
        """Whether the character stands in words that somebody said."""
        last = bisect_left(self.words, (at + 1,)) - 1
        return last >= 0 and at < self.words[last].end

    def words_end(self, use: Use, at: int) -> int:
        """Where the words said last end, if this use is of who said them; else where the use does."""
        last = self.spoken[-1] if self.spoken else None
        if last is None or not self.words or use.figure is not last.figure:
            return use.end
        return max(use.end, min(at, self.words[-1].end))

    def hear(self, use: Use | None, words: Iterable[Span]) -> None:
        self.words.extend(span for span in words if not self.words or span.start >= self.words[-1].start)
        if use is not None:
            self.spoken.append(use)
