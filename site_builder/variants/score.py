"""How alike two statements are: one number from 0 to 1, made of parts that can be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from rapidfuzz.distance import LCSseq

from site_builder.model import Span
from site_builder.variants.candidates import Weights
from site_builder.variants.said import Said
from site_builder.variants.words import Profile, profile, sentences_of

SAME = 0.45
"""From here on two are taken for the same statement."""
UNSURE = 0.35
"""From here on they may be: nobody is told that they are the same, and a person may decide."""

OVERLAP, CONTAINED, ORDER = 0.5, 0.3, 0.2
"""What a part counts for when it is whole."""
NUMBER = 0.08
"""For figures they share; half of it for figures that are near; off, where both have figures, none near."""
RARE = 0.08
"""More for a figure they share, or have near, with LEAST_ROUNDED digits before its noughts: who rewords or
translates leaves it, and two things rarely have it."""
OTHERS = 0.22
"""Off besides, where both have two figures at least, and none near: another count in the same words."""
CONTRARY, OTHER_POLE = 1.0, 0.6
"""Off, where one says not what the other says; where they stand at two ends of a scale: `rose`, `fell`."""
LEAST_ROUNDED = 3
"""Digits of a figure that, rounded, is still known again: `6,779`, `some 6,780`."""
TWICE, QUOTED_TWICE = 0.04, 0.16
"""Off, where both stand in one document; where it quotes both: it would hardly quote the same twice."""
OTHER_FIGURES = 0.08
"""Off besides, where both stand in one document and have figures, none near: it would not say otherwise."""
UNDATED, DAYLESS = 0.05, 0.15
"""Off, where a document does not give the day: it may be another occasion; and where nothing bounds it."""
_CONTRARY = "one says not what the other says, or turns it round"
SHOWN = 12
"""Shared words that are printed, the rarest first."""
ENOUGH = 3
"""Content words two must share; fewer count for so much less, unless they are all the words of both."""
BESIDE = 0.07
"""For each side on which the statement next to it is the same as the one next to the other."""
BEST_SHARE, OWN_SHARE = 0.5, 0.4
"""A sentence belongs to what another statement says when it shares with it so much of what the best
sentence shares, or so much of its own weight."""
BETTER = 0.02
"""By so much sentences have to fit better than the whole."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a score is made of: the concepts shared, and how much each part adds to it or takes off."""

    shared: frozenset[str]
    overlap: float
    contained: float
    order: float
    numbers: float
    thin: float
    """What that is multiplied by: 1 unless few words are shared."""
    twice: float = 0.0
    undated: float = 0.0
    opposed: float = 0.0
    beside: float = 0.0
    """What the statements before and after add; where two documents go on in the same order."""

    @property
    def score(self) -> float:
        words = OVERLAP * self.overlap + CONTAINED * self.contained + ORDER * self.order
        whole = (words + self.numbers + self.twice + self.undated + self.opposed) * self.thin + self.beside
        return round(min(max(whole, 0.0), 1.0), 4)


@dataclass(frozen=True)
class Text:
    """A statement, or sentences of one, ready to be compared. `first` and `last` number its sentences;
    `of` is how many the whole statement has."""

    said: Said
    sentences: tuple[Span, ...]
    first: int
    last: int

    @cached_property
    def profile(self) -> Profile:
        return profile(self.words, self.said.compared_as, self.said.frame, self.said.alike)

    @property
    def words(self) -> str:
        return self.said.words[self.sentences[self.first].start : self.sentences[self.last].end]

    @property
    def whole(self) -> bool:
        return self.first == 0 and self.last == len(self.sentences) - 1

    @cached_property
    def each(self) -> tuple[Text, ...]:
        """Its sentences, one by one."""
        if self.first == self.last:
            return (self,)
        return tuple(self.part(number, number) for number in range(self.first, self.last + 1))

    def part(self, first: int, last: int) -> Text:
        return Text(self.said, self.sentences, first, last)


def text_of(said: Said) -> Text:
    sentences = sentences_of(said.words) or (Span(0, len(said.words)),)
    return Text(said, sentences, 0, len(sentences) - 1)


def compare(one: Profile, other: Profile, weights: Weights) -> Parts:
    """The parts of their likeness; the same whichever is given first."""
    shared = one.distinct & other.distinct
    rounded = tuple(_rounded(one.numbers, other.numbers))
    common = weights.of(shared) + weights.of(number for pair in rounded for number in pair) / 2
    total, other_total = weights.total(one), weights.total(other)
    shorter = min(len(one.concepts), len(other.concepts))
    return Parts(
        shared=shared,
        overlap=2 * common / (total + other_total) if shared else 0.0,
        contained=min(common / min(total, other_total), 1.0) if shared else 0.0,
        order=LCSseq.similarity(one.concepts, other.concepts) / shorter if shared else 0.0,
        numbers=_numbers(one.numbers, other.numbers, rounded),
        opposed=_opposed(one, other),
        thin=1.0 if one.plain == other.plain else min(1.0, (_things(one, other) + len(rounded)) / ENOUGH),
    )


def _numbers(one: frozenset[str], other: frozenset[str], rounded: Sequence[tuple[str, str]]) -> float:
    if not one or not other:
        return 0.0
    if shared := one & other:
        return NUMBER + RARE * any(map(_is_rare, shared))
    if rounded:
        return NUMBER / 2 + RARE / 2 * any(map(_is_rare, chain(*rounded)))
    return -NUMBER - OTHERS * (min(len(one), len(other)) > 1)


def _things(one: Profile, other: Profile) -> int:
    """How many of their concepts two share; a name of several words counts once, unless one has no other
    concepts than the other."""
    shared = one.distinct & other.distinct
    contained = shared in (one.distinct, other.distinct)
    return len(shared) - (0 if contained else len(one.runs & other.runs))


def _opposed(one: Profile, other: Profile) -> float:
    """What contradiction takes off: one says not of what the other says, which says so in no other words; or
    who does it and to whom are turned round."""
    if (one.negated & other.distinct and not other.negative) or (
        other.negated & one.distinct and not one.negative
    ):
        return -CONTRARY
    if any((whom, does, who) in other.acts for who, does, whom in one.acts):
        return -CONTRARY
    ends = dict(one.poles)
    return -OTHER_POLE * any(ends.get(scale, end) != end for scale, end in other.poles)


def _is_rare(number: str) -> bool:
    return number.isdigit() and len(number.rstrip("0")) >= LEAST_ROUNDED


def _rounded(one: frozenset[str], other: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The figures of one that the other has rounded, or the other way round; none of them twice."""
    left = sorted(other - one)
    for number in sorted(one - other):
        near = next((another for another in left if _is_rounded(number, another)), None)
        if near is not None:
            left.remove(near)
            yield number, near


def _is_rounded(one: str, other: str) -> bool:
    if not (one.isdigit() and other.isdigit()):  # "31,00", "1.2.3"
        return False
    exact, rough = sorted((one, other), key=lambda number: (len(number.rstrip("0")), number), reverse=True)
    noughts = len(rough) - len(rough.rstrip("0"))
    return noughts > 0 and len(exact) >= LEAST_ROUNDED and abs(int(exact) - int(rough)) < 10**noughts


def sentences_saying(sentences: Sequence[Profile], other: Profile, weights: Weights) -> tuple[int, int] | None:
    """The first and the last of the sentences in which is said what the other says; None where none is."""
    shares = [weights.of(sentence.distinct & other.distinct) for sentence in sentences]
    least = BEST_SHARE * max(shares, default=0)
    inside = [
        number
        for number, (sentence, share) in enumerate(zip(sentences, shares, strict=True))
        if share and (share >= least or share >= OWN_SHARE * weights.total(sentence))
    ]
    return (inside[0], inside[-1]) if inside else None


def placed(text: Text, other: Profile, weights: Weights) -> Text:
    """The run of sentences of a text in which it says what the other one says."""
    if text.first == text.last:
        return text
    found = sentences_saying([part.profile for part in text.each], other, weights)
    return text.part(text.first + found[0], text.first + found[1]) if found else text


def best_fit(one: Text, other: Text, weights: Weights) -> tuple[Text, Text, Parts]:
    """The parts of two texts that say the same, where sentences fit better than the whole; and how alike
    those are."""
    whole = _between(one, other, weights)
    if one.first == one.last and other.first == other.last:
        return one, other, whole
    part, other_part = placed(one, other.profile, weights), placed(other, one.profile, weights)
    parts = _between(part, other_part, weights)
    return (part, other_part, parts) if parts.score > whole.score + BETTER else (one, other, whole)


def quoted_twice(one: Said, other: Said) -> bool:
    """Whether one document quotes both word by word: it would hardly quote the same twice."""
    return one.document == other.document and one.kind == other.kind == "direct"


def _between(one: Text, other: Text, weights: Weights) -> Parts:
    parts = compare(one.profile, other.profile, weights)
    if one.profile.plain == other.profile.plain:
        return parts
    if one.said.document == other.said.document:
        twice = QUOTED_TWICE if quoted_twice(one.said, other.said) else TWICE
        return replace(parts, twice=-twice - (OTHER_FIGURES if parts.numbers < 0 else 0.0))
    if one.said.dated and other.said.dated:
        return parts
    return replace(parts, undated=-DAYLESS if one.said.first is None else -UNDATED)


def why(one: Text, other: Text, parts: Parts, weights: Weights) -> tuple[str, ...]:
    """The score and each of its parts, a line each; of the shared words the rarest first."""
    shown, other_shown = one.profile.shown, other.profile.shown
    shared = sorted(parts.shared, key=lambda concept: (-weights[concept], concept))
    words = ", ".join(_pair(shown[concept], other_shown[concept]) for concept in shared[:SHOWN])
    more = f" and {len(parts.shared) - SHOWN} more" if len(parts.shared) > SHOWN else ""
    figures = f"figures {_listed(one.profile.numbers)} and {_listed(other.profile.numbers)}"
    both = "both quoted in one document" if parts.twice <= -QUOTED_TWICE else "both in one document"
    added = (
        (f"{parts.overlap:.2f} of the words of both", OVERLAP * parts.overlap),
        (f"{parts.contained:.2f} of the words of the shorter", CONTAINED * parts.contained),
        (f"{parts.order:.2f} of the shorter in the same order", ORDER * parts.order),
        (figures, parts.numbers),
        (both, parts.twice),
        ("a day is left open", parts.undated),
        (_CONTRARY if parts.opposed == -CONTRARY else "they stand at two ends of a scale", parts.opposed),
    )
    lines = [f"score {parts.score:.2f}: {verdict(parts.score)}", f"shares {words or 'no words'}{more}"]
    lines += [f"{by:+.2f} {what}" for what, by in added if by]
    if parts.thin < 1:
        lines.append(f"×{parts.thin:.2f} few words shared")
    if parts.beside:
        lines.append(f"{parts.beside:+.2f} the same statements beside it in both documents")
    return tuple(lines)


def verdict(score: float) -> str:
    if score >= SAME:
        return f"the same statement (from {SAME})"
    return f"unsure (from {UNSURE} to {SAME})" if score >= UNSURE else f"another statement (below {UNSURE})"


def _pair(one: str, other: str) -> str:
    return one if one.casefold() == other.casefold() else f"{one}/{other}"


def _listed(numbers: Sequence[str] | frozenset[str]) -> str:
    return ", ".join(sorted(numbers, key=lambda number: (len(number), number)))
