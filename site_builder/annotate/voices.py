"""Whose voice a statement is, and how it is brought in, as far as its day depends on that."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.annotate.language import Language
from site_builder.annotate.report_time import ReportTime, around, place_of
from site_builder.model import Statement

_MOST = 100
"""Speakers among whom bodies are looked for."""
_LONGEST_DESCRIPTION = 2000

_MARKS, _WORD = re.compile(r"\W+"), re.compile(r"\w+")
_NAME_WORD = re.compile(r"[^\W\d_][\w’'-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """`name`: one for all statements of a speaker, "" where the text leaves the speaker open. `block`: the
    number of its paragraph among those in which somebody speaks. `bodies`: those its speaker speaks for;
    `spokesmen`: who speaks for its speaker. `named`: whether the speaker is named again; `adds`: whether
    the cue adds to what was said; `before_that`: whether it puts it before what is told ("had said").
    `silent`: whether it is that its speaker says nothing; `mouthpiece`: whether the speaker is brought in as
    a body’s spokesman.
    """

    name: str
    block: int
    headline: bool
    bodies: tuple[str, ...]
    spokesmen: tuple[str, ...]
    named: bool
    adds: bool
    before_that: bool
    silent: bool
    mouthpiece: bool


def read_voices(report: ReportTime, statements: Sequence[Statement]) -> tuple[Voice, ...]:
    """The voices of the statements, in their order."""
    names = [_name(statement, report.language) for statement in statements]
    bodies = _bodies(names, statements)
    spokesmen: dict[str, list[str]] = {}
    for name, spoken_for in bodies.items():
        for body in spoken_for:
            spokesmen.setdefault(body, []).append(name)
    return tuple(
        _voice(report, statement, name, bodies.get(name, ()), tuple(spokesmen.get(name, ())))
        for name, statement in zip(names, statements, strict=True)
    )


def _voice(
    report: ReportTime, statement: Statement, name: str, bodies: tuple[str, ...], spokesmen: tuple[str, ...]
) -> Voice:
    time, place = report.language.time, place_of(statement)
    cues = [cue.text.lower().split() for cue in statement.cues]
    said = report.text[slice(*statement.spans[0])]
    again = known_as(statement, report.language)
    return Voice(
        name=name,
        block=bisect_left(report.blocks, (place + 1,)),
        headline=around(report.headlines, place) is not None,
        bodies=bodies,
        spokesmen=spokesmen,
        named=bool(again and statement.speaker and again in statement.speaker.text),
        adds=any(not time.adds.isdisjoint(cue) for cue in cues),
        before_that=any(cue[0] in time.before_the_past for cue in cues if cue),
        silent=any(f"{cue.text} {said}".lower().endswith(time.silence) for cue in statement.cues),
        mouthpiece=not time.mouthpieces.isdisjoint(_WORD.findall(_described(statement))),
    )


def _name(statement: Statement, language: Language) -> str:
    mention = statement.speaker.text.casefold() if statement.speaker else ""
    nameless = (statement.nameless or mention).casefold()
    return statement.canonical or ("" if nameless in language.pronouns else nameless)


def known_as(statement: Statement, language: Language) -> str | None:
    """The word a person is named by on second mention; a body's whole name."""
    name = statement.canonical or (statement.speaker.text if statement.speaker else "")
    words = _NAME_WORD.findall(name)
    if not words or not words[-1][0].isupper():
        return None
    return name if words[-1].lower() in language.body_nouns else words[-1]


def _bodies(names: Sequence[str], statements: Sequence[Statement]) -> dict[str, tuple[str, ...]]:
    """By canonical name, the other speakers that stand in its descriptions: "the ministry’s spokesman"."""
    described: dict[str, str] = {}
    for name, statement in zip(names, statements, strict=True):
        if statement.canonical and statement.speaker:
            described[name] = described.get(name, "")[:_LONGEST_DESCRIPTION] + _described(statement)
    known = {name: _plain(name) for name in list(described)[:_MOST]}
    return {
        name: found
        for name, words in described.items()
        if (found := tuple(_inside(known, words, _plain(name))))
    }


def _described(statement: Statement) -> str:
    return f"{statement.speaker.text if statement.speaker else ''} {statement.role or ''} "


def _plain(words: str) -> str:
    """In small letters, without marks, with a blank at both ends."""
    return f" {_MARKS.sub(' ', words.casefold()).strip()} "


def _inside(known: Mapping[str, str], words: str, name: str) -> Iterator[str]:
    """The known speakers that a description names, but for those that go by a part of the name itself."""
    plain = _plain(words)
    return (other for other, theirs in known.items() if theirs in plain and theirs not in name)
