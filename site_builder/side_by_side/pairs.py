"""Two versions word by word, and which of many stand on which page, so that any two can be chosen.

Where all pairs fit on the page of their group they stand there. Else versions with the very same words are one
wording, and every wording has a page on which it is held against each of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from site_builder.cite import say_quoted
from site_builder.paging import Part, by_weight
from site_builder.strings import Strings
from site_builder.variants.excerpt import common_parts
from site_builder.variants.versions import Group, Version
from site_builder.variants.wording import Run, compare_words, say_differences
from site_builder.views import Link, PairView, VersionView, Wording

ROOM = 50_000
"""Characters of a page that the versions on it may take, or the pairs; both together half as many more."""
CARD, PAIR = 1_500, 900
"""Characters of a version, and of a pair, beside their words."""
MARKS = 2
"""Characters of a pair for each one of its words, the marks around them and the sentence on them included."""
NAMED = 12
"""Versions with the same words that are named; of more, how many they are."""


@dataclass(frozen=True, slots=True)
class Paired:
    """`wordings` by their first versions, each with all its versions. `together`: all pairs of versions stand
    on the page of the group; else `parts` are, by the statement of its first version, the pages that hold a
    wording against all others."""

    wordings: tuple[tuple[Version, ...], ...]
    together: bool
    parts: Mapping[str, tuple[Part, ...]]

    def of(self, version: Version) -> tuple[Version, ...]:
        """All versions with the words of one."""
        return next(same for same in self.wordings if same[0].main.words == version.main.words)

    def others(self, version: Version) -> tuple[Version, ...]:
        """The first version of every other wording."""
        return tuple(same[0] for same in self.wordings if same[0].main.words != version.main.words)


def pair_up(strings: Strings, group: Group, path: str) -> Paired:
    """`path` is the page of the group; `FOLDER/ID.html` below it holds the version of that statement."""
    same: dict[str, list[Version]] = {}
    for version in group.versions:
        same.setdefault(version.main.words, []).append(version)
    wordings = tuple(map(tuple, same.values()))
    pairs = sum(_weight(one, other) for one, other in combinations(group.versions, 2))
    if pairs + sum(map(_card, group.versions)) <= ROOM * 3 // 2:
        return Paired(wordings, True, {})
    firsts = [versions[0] for versions in wordings]
    folder = path.removesuffix(".html")
    parts = {
        one.main.statement: by_weight(
            strings,
            f"{folder}/{one.main.statement}.html",
            [_weight(one, other) for other in firsts if other is not one],
            ROOM,
        )
        for one in firsts
        if len(firsts) > 1
    }
    return Paired(wordings, False, parts)


def _weight(one: Version, other: Version) -> int:
    return PAIR + MARKS * (len(one.main.words) + len(other.main.words))


def _card(version: Version) -> int:
    return CARD + len(version.main.words)


def version_parts(strings: Strings, group: Group, path: str) -> tuple[Part, ...]:
    """The pages of the group itself, by its versions."""
    return by_weight(strings, path, [*map(_card, group.versions)], ROOM)


def pair_view(
    strings: Strings, one: VersionView, other: VersionView, also: Sequence[VersionView], here: bool
) -> PairView:
    """`also` have the words of the other. `here`: both stand on this page; else their statements are linked."""
    runs = compare_words(one.words, other.words, _frame(one, other))
    outlet = named = _carrier(strings, other)
    if outlet == _carrier(strings, one):
        named = strings.say("same.on", outlet=outlet, day=other.statement.published.words)
    return PairView(
        anchor=f"{one.anchor}-{other.anchor}",
        first=_link(strings, one, here),
        second=_link(strings, other, here),
        also=tuple(_link(strings, version, here) for version in also[:NAMED]),
        more=max(0, len(also) - NAMED),
        runs=tuple(wording for run in runs for wording in _wordings(run)),
        said=say_differences(strings, runs, named),
    )


def _frame(one: VersionView, other: VersionView) -> str:
    """The same whichever comes first."""
    return " ".join(sorted((one.frame, other.frame)))


def _wordings(run: Run) -> Iterator[Wording]:
    """A run as it is shown: the blanks at the end of a change by themselves, without a sign."""
    text = run.text.rstrip() if run.sign != "equal" else run.text
    if text:
        yield Wording(run.sign, text, not any(map(str.isalnum, text)), run.around)
    if len(text) < len(run.text):
        yield Wording(run.sign, run.text[len(text) :], True, run.around)


def _link(strings: Strings, version: VersionView, here: bool) -> Link:
    card = version.statement
    if here:
        return Link(_carrier(strings, version), f"#{version.anchor}")
    return Link(
        strings.say("same.version", outlet=_carrier(strings, version), day=card.published.words), card.path
    )


def _carrier(strings: Strings, version: VersionView) -> str:
    """The outlet; the title of a document that names none."""
    card = version.statement
    return card.outlet.label if card.outlet_label else say_quoted(strings, card.entry.label)


def all_pairs(strings: Strings, versions: Iterable[VersionView]) -> Iterator[PairView]:
    for one, other in combinations(versions, 2):
        yield pair_view(strings, one, other, (), here=True)


def set_apart(version: VersionView, others: Iterable[VersionView]) -> VersionView:
    """The version, with the sentences at its ends apart that none of the others has, word by word."""
    parts = [common_parts(version.words, other.words, _frame(version, other))[0] for other in others]
    start = min((part.start for part in parts), default=0)
    end = max((part.end for part in parts), default=len(version.words))
    words = version.words
    return replace(version, before=words[:start], words=words[start:end], after=words[end:])
