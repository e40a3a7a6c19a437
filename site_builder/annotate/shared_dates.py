"""The dates of statements whose sentence gives none: they share that of others around them.

The first that holds:

1. A sentence before it, in its paragraph, tells on what day its speaker spoke, or opens with a day and tells
   what its speaker did then: that day, in doubt unless it tells of speaking.
2. It is a headline of the first paragraph in which somebody speaks, and its speaker, or who speaks for it
   or whom it speaks for, is given a time there: that time.
3. It goes on with what its speaker said before: nobody else speaks between, and it stands in the same
   paragraph; or in the next one, as an addition or with its speaker not named again; or its speaker was
   given one time only so far, not an old one: that time. What others said at an earlier time of its own is
   no break, where its speaker is named again.
4. It stands under a time of a live page: the day of the page.
5. It stands in the first paragraph in which somebody speaks, and the next one goes on with the only time its
   speaker is given: that time.
6. Its speaker was given one recent time before, or the last of several where nobody else spoke since, or
   an older one in the paragraph before, or else is given one right after: that time, in doubt.
7. The same of the body its speaker speaks for, or of who speaks for that body: that time, in doubt, but
   for what a body’s spokesman goes on with who was brought in after the body spoke in the first paragraph.
8. It answers what another said before it: from that day on, up to the report's.

Nothing else is shared, but for the one day of a report, which is in doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import takewhile

from site_builder.annotate.answers import date_answer
from site_builder.annotate.language import Language
from site_builder.annotate.report_time import (
    ReportTime,
    around,
    is_of_briefing,
    place_of,
    read_time,
    times_in,
    within,
)
from site_builder.annotate.voices import Voice, known_as, read_voices
from site_builder.edtf import doubted, parse_edtf
from site_builder.model import Dated, Span, Statement
from site_builder.reasons import AND, because

_REACH = 100
"""Statements looked at on either side."""
_SENTENCES_BEFORE = 10
_MONTH = timedelta(days=31)
_NEAR = 80
"""Characters between the day a sentence opens with and who did something then, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Times:
    """What is known of when each statement was made, and by whom, in the order of the text.

    `own`: the times their sentences give; `bounds`: which of them give no more than the last it may be.
    `known`: those with what statements share so far. `given`: by voice, the statements so far with a time of
    their own, the bounds included. `lead`: the first statement that is no headline.
    """

    report: ReportTime
    statements: Sequence[Statement]
    voices: Sequence[Voice]
    own: Sequence[Dated | None]
    bounds: Sequence[bool]
    entries: Sequence[Dated | None]
    known: list[Dated | None]
    lead: int
    given: dict[str, list[int]] = field(default_factory=dict)


def share_dates(
    report: ReportTime,
    statements: Sequence[Statement],
    own: Sequence[Dated | None],
    bounds: Sequence[bool],
    entries: Sequence[Dated | None],
) -> tuple[Dated | None, ...]:
    """For each statement without a time of its own the one it shares; None for the others.

    `entries`: the day of the page where it stands under a time, which comes before what is told elsewhere.
    """
    voices = read_voices(report, statements)
    times = _Times(
        report=report, statements=statements, voices=voices, own=own, bounds=bounds, entries=entries,
        known=list(own), lead=next((i for i, voice in enumerate(voices) if not voice.headline), len(voices)),
    )  # fmt: skip
    shared: list[Dated | None] = []
    for i, voice in enumerate(voices):
        if own[i] or bounds[i]:
            times.given.setdefault(voice.name, []).append(i)
            shared.append(None)
        else:
            times.known[i] = _shared(times, i)
            shared.append(times.known[i])
    return tuple(shared)


def _shared(times: _Times, i: int) -> Dated | None:
    voice = times.voices[i]
    told = _told_before(times, i) or _headline(times, i) or _goes_on(times, i) or times.entries[i]
    told = told or _sharing(_told_next(times, i), "lead")
    if told or voice.silent or not voice.name:
        return told
    return (
        _in_doubt(times, i, "apart", (voice.name,))
        or _for_body(times, i)
        or _in_doubt(times, i, "of_body", voice.bodies)
        or _in_doubt(times, i, "of_spokesman", voice.spokesmen)
        or date_answer(times.report, i, times.statements, times.voices, times.known)
    )


def _told_before(times: _Times, i: int) -> Dated | None:
    """The day of a sentence before it, in the same paragraph, that opens with it and tells what its speaker
    did, or that tells of its speaker speaking."""
    report, place = times.report, place_of(times.statements[i])
    name = known_as(times.statements[i], report.language)
    block, sentence = around(report.blocks, place), around(report.sentences, place)
    if not block or not sentence or not name:
        return None
    last = times.given.get(times.voices[i].name, [])[-1:]
    since = max([block.start, *(place_of(times.statements[j]) for j in last)])
    for before in reversed(within(report.sentences, since, sentence.start)[-_SENTENCES_BEFORE:]):
        for words in times_in(report, before)[:1]:
            opens = words.span.start - before.start <= 3
            where = Span(words.span.end, before.end) if opens else Span(before.start, words.span.start)
            behind = _doing(report.text, where, name).lower().split()[:3]
            speaks = _is_of_speaking(report.language, behind)
            told = words.names_day and not around(report.said, words.span.start)
            dated = read_time(report, words) if told and behind and (opens or speaks) else None
            if dated:
                edtf = dated.edtf if speaks else doubted(dated.edtf)
                return Dated(edtf, because("before_that", rest=dated.reason))
    return None


def _is_of_speaking(language: Language, words: Sequence[str]) -> bool:
    return any(word in language.verbs or word in language.time.acts for word in words)


def _doing(text: str, span: Span, name: str) -> str:
    """What follows the name of who does something, soon in a part of a sentence; "" if nobody of that name
    does."""
    at = text.find(name, span.start, min(span.end, span.start + _NEAR + len(name)))
    return text[at + len(name) : span.end][:_NEAR] if at >= 0 and text[at + len(name)] == " " else ""


def _headline(times: _Times, i: int) -> Dated | None:
    """What the first paragraph in which somebody speaks gives to the speaker of a headline, or its kin."""
    voice = times.voices[i]
    if not voice.headline or not voice.name:
        return None
    kin = (voice.name, *voice.bodies, *voice.spokesmen)
    in_lead = range(times.lead, min(len(times.voices), times.lead + _REACH))
    block = times.voices[times.lead].block if in_lead else 0
    for j in takewhile(lambda j: times.voices[j].block == block, in_lead):
        name = times.voices[j].name
        dated = times.own[j] or _told_next(times, j)
        if dated and (name in kin or _is_short(voice.name, name)):
            return _sharing(dated, "headline")
    return None


def _told_next(times: _Times, i: int) -> Dated | None:
    """The only time the article gives to who speaks in the first paragraph, where the next one gives it."""
    here, lead = times.voices[i], times.voices[times.lead : times.lead + 1]
    if not here.name or here.headline or here.silent or not lead or here.block != lead[0].block:
        return None
    alike = [j for j in range(i, min(len(times.voices), i + _REACH)) if times.voices[j].name == here.name]
    given = [j for j in alike if times.own[j] or times.bounds[j]]
    if not given or times.bounds[given[0]] or not _unbroken(times, i, given[0], ()):
        return None
    one = len({_edtf(times.own[j]) for j in given}) == 1 and _is_recent(times, given[0])
    return times.own[given[0]] if one and times.voices[given[0]].block == here.block + 1 else None


def _is_short(name: str, full: str) -> bool:
    """Whether a headline calls somebody so: `Ministry` for "Interior Ministry"."""
    return set(name.split()) < set(full.split())


def _for_body(times: _Times, i: int) -> Dated | None:
    """The time the first paragraph gives to a body, where its spokesman comes in to tell more."""
    voice = times.voices[i]
    given = [j for body in voice.bodies for j in times.given.get(body, ())]
    if not voice.mouthpiece or len(given) != 1 or voice.name in times.given or not _is_recent(times, given[0]):
        return None
    in_lead = times.voices[given[0]].block == times.voices[times.lead].block
    return _sharing(times.own[given[0]], "of_body") if in_lead else None


def _goes_on(times: _Times, i: int) -> Dated | None:
    """The time of what its speaker said before, where it goes on with that."""
    here, asides = times.voices[i], list[int]()
    for j in range(i - 1, max(-1, i - _REACH), -1):
        there = times.voices[j]
        if there.headline or not here.name:
            return None
        if there.name != here.name:
            if not (times.own[j] or times.bounds[j]):
                return None
            asides.append(j)
        elif times.bounds[j]:
            return None
        elif (dated := times.known[j]) is not None:
            older = all(_is_older(times, aside, dated) for aside in asides)
            if (asides and not (older and here.named)) or not _is_continued(times, j, i, dated):
                return None
            return _sharing(dated, "taken") if times.own[j] else dated
    return None


def _is_older(times: _Times, aside: int, dated: Dated) -> bool:
    told = times.own[aside]
    return times.bounds[aside] or told is None or parse_edtf(told.edtf).last < parse_edtf(dated.edtf).first


def _is_continued(times: _Times, before: int, i: int, dated: Dated) -> bool:
    """Whether what the same speaker says at `i` is of the time of what stands `before`."""
    there, here = times.voices[before], times.voices[i]
    if there.block == here.block:
        return not here.silent or parse_edtf(dated.edtf).is_day
    if here.silent or times.entries[i]:
        return False
    if here.block - there.block == 1 and (here.adds or not here.named):
        return True
    so_far = {_edtf(times.own[j]) for j in times.given.get(here.name, ())}
    return len(so_far) < 2 and not there.before_that and is_of_briefing(times.report, dated)


def _in_doubt(times: _Times, i: int, how: str, names: Sequence[str]) -> Dated | None:
    """The time of others of these names: the only one before it, the last where nobody else spoke since,
    or that right after it."""
    if not names or (times.voices[i].headline and how != "apart"):
        return None
    given = sorted(j for name in names for j in times.given.get(name, ())[-_REACH:] if i - j < _REACH)
    recent = [j for j in given if _is_recent(times, j)]
    one = len({_edtf(times.own[j]) for j in recent}) == 1 and times.statements[recent[-1]].canonical
    if recent and (one or _unbroken(times, recent[-1] + 1, i, names)):
        return _sharing(times.own[recent[-1]], how, "?")
    if how == "apart" and not recent and given and _is_next_to(times, given[-1], i):
        return _sharing(times.own[given[-1]], how, "?")
    for j in range(i + 1, min(len(times.voices), i + _REACH)):
        if times.voices[j].name not in names or times.bounds[j]:
            break
        if times.own[j]:
            return _sharing(times.own[j], how, "?") if _is_recent(times, j) else None
    return None


def _is_next_to(times: _Times, j: int, i: int) -> bool:
    """Whether the same speaker goes on in the next paragraph after an older time, of a month at most."""
    dated = times.own[j]
    if dated is None or parse_edtf(dated.edtf).last - parse_edtf(dated.edtf).first > _MONTH:
        return False
    past = times.bounds[j] or times.voices[j].before_that
    beside = times.voices[i].block - times.voices[j].block == 1
    return beside and not past and _unbroken(times, j, i, ())


def _is_recent(times: _Times, j: int) -> bool:
    dated = times.own[j]
    past = times.bounds[j] or times.voices[j].before_that
    return dated is not None and not past and is_of_briefing(times.report, dated)


def _unbroken(times: _Times, start: int, end: int, names: Iterable[str]) -> bool:
    alike = {times.voices[end].name, *names}
    return all(times.voices[j].name in alike for j in range(start, end))


def _edtf(dated: Dated | None) -> str:
    return dated.edtf if dated else ""


def _sharing(dated: Dated | None, how: str, doubt: str = "") -> Dated | None:
    if dated is None:
        return None
    edtf = doubted(dated.edtf) if doubt else dated.edtf
    # A reason that is more than words of the source stands for itself.
    reason = because(how, rest=dated.reason) if dated.reason.startswith('"') else dated.reason
    return Dated(edtf, f"{because('not_given')}{AND}{reason}")
