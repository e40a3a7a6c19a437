"""Where one version is an excerpt of another: the sentences of both that say the same."""

from __future__ import annotations

from functools import lru_cache

from site_builder.model import Span
from site_builder.variants.candidates import Weights, rarity
from site_builder.variants.score import BETTER, compare, sentences_saying
from site_builder.variants.words import Profile, profile, sentences_of

SHORTEST = 10
"""Words an end of a version has at least to stand around what both say: a shorter one is a difference in it."""
PAIRS = 1 << 10
"""Pairs that are kept: more than a page has."""


def common_parts(one: str, other: str, frame: str = "") -> tuple[Span, Span]:
    """The sentences of each in which the two say the same, in characters of each; all of it where the whole
    fits as well. `frame`: words that tell who spoke and to whom, which say nothing of what was said."""
    # in one order: which of the two is asked about first makes no comparison of its own
    if one <= other:
        return _common_parts(one, other, frame)
    second, first = _common_parts(other, one, frame)
    return first, second


@lru_cache(maxsize=PAIRS)
def _common_parts(one: str, other: str, frame: str) -> tuple[Span, Span]:
    sentences, others = sentences_of(one), sentences_of(other)
    if not sentences or not others or len(sentences) == len(others) == 1:
        return Span(0, len(one)), Span(0, len(other))
    whole, other_whole = profile(one, frame=frame), profile(other, frame=frame)
    weights = rarity((whole, other_whole))
    part = _part(one, sentences, frame, other_whole, weights)
    other_part = _part(other, others, frame, whole, weights)
    said, other_said = profile(one[slice(*part)], frame=frame), profile(other[slice(*other_part)], frame=frame)
    if compare(said, other_said, weights).score <= compare(whole, other_whole, weights).score + BETTER:
        return Span(0, len(one)), Span(0, len(other))
    return part, other_part


def _part(words: str, sentences: tuple[Span, ...], frame: str, other: Profile, weights: Weights) -> Span:
    profiles = [profile(words[slice(*sentence)], frame=frame) for sentence in sentences]
    first, last = sentences_saying(profiles, other, weights) or (0, len(sentences) - 1)
    start, end = sentences[first].start, sentences[last].end
    return Span(
        start if len(words[:start].split()) >= SHORTEST else 0,
        end if len(words[end:].split()) >= SHORTEST else len(words),
    )
