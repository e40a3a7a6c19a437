"""The archive's second look at dates: years one document leaves open, settled by the others.

The same words of the same speaker in a dated document settle a year; failing that, the documents of
the same outlet and speakers, when those near in time leave one year only. What they do not settle
stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from site_builder.annotate.dates import date_statements
from site_builder.annotate.published import date_article, date_original, open_year
from site_builder.annotate.tables import language_like
from site_builder.annotate.yearless import YearReading
from site_builder.edtf import parse_edtf
from site_builder.model import Annotation, Article, Dated, Statement
from site_builder.reasons import ALSO, because

Document = tuple[Article, Annotation]
Key = tuple[str | None, str | None]
"""An outlet, a speaker, or both."""

_TELLING = "near_both"

_BRIEFING_DAYS = 10
"""Between the day the same words are dated and the day of the report, at most."""
_FEWEST_SHARED, _LEAST_SHARE = 5, 0.5
"""Content words two statements share: so many, and so much of the shorter one."""
_COMMON = 500
"""A word in more statements than this says nothing of which one."""
_NEAR, _CLOSE = 183, 92
"""Days to a neighbour that speaks for a year, and for a year beyond doubt."""
_FAR = 366
"""Days from every neighbour that speak against a year."""
_ROUNDS = 20

_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """A dated statement: who said it, in which document, on what day."""

    document: int
    speaker: str
    day: date
    size: int


def settle_years(documents: Sequence[Document]) -> tuple[Annotation, ...]:
    """The annotations in their order, open years settled where the archive settles them."""
    dated = [annotation for _, annotation in documents]
    known = sorted(day for annotation in dated if (day := _known_day(annotation)))
    around = (known[0], known[-1]) if known else None
    readings = {i: r for i, (article, _) in enumerate(documents) if (r := _open(article, around))}
    for _ in range(_ROUNDS):
        settled = _by_words(documents, dated, readings) or _by_neighbours(documents, dated, readings)
        if not settled:
            break
        for i, published in settled.items():
            dated[i] = _redated(documents[i][0], dated[i], published)
            del readings[i]
    for i, reading in readings.items():
        # What the archive knows bounds the years that are listed.
        bounded, _ = date_article(documents[i][0], around)
        if bounded and bounded != dated[i].published and not reading.settled:
            dated[i] = _redated(documents[i][0], dated[i], bounded)
    return tuple(dated)


def _open(article: Article, around: tuple[date, date] | None) -> YearReading | None:
    reading = open_year(article, around)
    return reading if reading and (reading.likely or not reading.settled) else None


def _known_day(annotation: Annotation) -> date | None:
    """The day a document is known to be from, None while its year is open."""
    if annotation.published is None:
        return None
    known = parse_edtf(annotation.published.edtf)
    return known.last if known.is_day and known.text == known.last.isoformat() else None


def _redated(article: Article, annotation: Annotation, published: Dated) -> Annotation:
    """The annotation with its date, and with the days of speaking that hang on it."""
    original = date_original(article, published)
    said = date_statements(article, published, original, annotation.statements)
    statements = tuple(
        replace(statement, said=when) for statement, when in zip(annotation.statements, said, strict=True)
    )
    return replace(annotation, published=published, original_published=original, statements=statements)


def _by_words(
    documents: Sequence[Document], dated: Sequence[Annotation], readings: Mapping[int, YearReading]
) -> dict[int, Dated]:
    """The open documents in which somebody says what a dated document has the same person say."""
    if not readings:
        return {}
    entries, index = _index(documents, dated, readings)
    settled = {}
    for i, reading in readings.items():
        found: dict[date, tuple[float, date, str, str]] = {}
        for statement in dated[i].statements:
            for share, entry in _alike(documents[i][0], statement, entries, index):
                path = documents[entry.document][0].origin.path
                for day in reading.days:
                    if abs((day - entry.day).days) <= _BRIEFING_DAYS:
                        alike = "same_words" if share == 1 else "nearly_words"
                        found[day] = max(
                            found.get(day, (0.0, date.min, "", "")), (share, entry.day, path, alike)
                        )
        if len(found) == 1:
            ((day, (_, said, path, alike)),) = found.items()
            found_in = because(alike, day=said.isoformat(), path=path)
            settled[i] = Dated(day.isoformat(), f"{reading.reason}{ALSO}{found_in}")
    return settled


def _index(
    documents: Sequence[Document], dated: Sequence[Annotation], readings: Mapping[int, YearReading]
) -> tuple[list[_Words], dict[str, list[int]]]:
    """The statements of dated documents, and in which of them each content word stands."""
    entries: list[_Words] = []
    index: dict[str, list[int]] = {}
    for i, (article, _) in enumerate(documents):
        if i in readings:
            continue
        for statement in dated[i].statements:
            day, words = _said_on(statement, dated[i]), _content_words(article, statement)
            speaker = _speaker(statement)
            if day and speaker and len(words) >= _FEWEST_SHARED:
                for word in words:
                    index.setdefault(word, []).append(len(entries))
                entries.append(_Words(document=i, speaker=speaker, day=day, size=len(words)))
    return entries, index


def _alike(
    article: Article, statement: Statement, entries: Sequence[_Words], index: Mapping[str, Sequence[int]]
) -> Iterator[tuple[float, _Words]]:
    """The dated statements of the same speaker that share its words, with the share of the longer one's."""
    words, speaker = _content_words(article, statement), _speaker(statement)
    shared: Counter[int] = Counter()
    for word in words:
        places = index.get(word, ())
        if len(places) <= _COMMON:
            shared.update(places)
    for number, count in sorted(shared.items()):
        entry = entries[number]
        enough = count >= max(_FEWEST_SHARED, _LEAST_SHARE * min(len(words), entry.size))
        if entry.speaker == speaker and enough:
            yield count / max(len(words), entry.size), entry


def _said_on(statement: Statement, annotation: Annotation) -> date | None:
    """The day of a statement, else of its document; None when it is not one day."""
    source = statement.said or annotation.original_published or annotation.published
    known = parse_edtf(source.edtf) if source else None
    return known.last if known and known.is_day else None


def _content_words(article: Article, statement: Statement) -> frozenset[str]:
    text = " ".join(article.text[span.start : span.end] for span in statement.spans).casefold()
    common = language_like(article.lang).tags
    return frozenset(word for word in _WORD.findall(text) if word not in common)


def _speaker(statement: Statement) -> str | None:
    return statement.canonical or (statement.speaker.text.casefold() if statement.speaker else None)


def _by_neighbours(
    documents: Sequence[Document], dated: Sequence[Annotation], readings: Mapping[int, YearReading]
) -> dict[int, Dated]:
    """The open documents that have dated ones of their outlet or speakers near one year only."""
    known = _calendars(documents, dated, readings)
    settled = {}
    for i, reading in readings.items():
        for what, keys in _shared_keys(documents[i][0], dated[i]):
            found = _nearest_year(reading.days, [known[key] for key in keys if key in known])
            if found:
                day, near, path = found
                gap = abs((day - near).days)
                doubt = "" if gap <= _CLOSE and what == _TELLING else "?"
                beside = because(what, n=gap, day=near.isoformat(), path=path)
                settled[i] = Dated(day.isoformat() + doubt, f"{reading.reason}{ALSO}{beside}")
                break
    return settled


def _shared_keys(article: Article, annotation: Annotation) -> Iterator[tuple[str, list[Key]]]:
    """What a document can share with others, by its key in `reasons`, the most telling first."""
    speakers = sorted({s.canonical for s in annotation.statements if s.canonical})
    if article.outlet:
        yield _TELLING, [(article.outlet, speaker) for speaker in speakers]
    yield "near_speaker", [(None, speaker) for speaker in speakers]
    if article.outlet:
        yield "near_outlet", [(article.outlet, None)]


def _calendars(
    documents: Sequence[Document], dated: Sequence[Annotation], readings: Mapping[int, YearReading]
) -> dict[Key, list[tuple[date, str]]]:
    """By what is shared, the days and paths of the dated documents, in order."""
    days: dict[Key, list[tuple[date, str]]] = {}
    for i, (article, _) in enumerate(documents):
        day = None if i in readings else _known_day(dated[i])
        if day:
            for _, keys in _shared_keys(article, dated[i]):
                for key in keys:
                    days.setdefault(key, []).append((day, article.origin.path))
    return {key: sorted(found) for key, found in days.items()}


def _nearest_year(
    days: Sequence[date], calendars: Sequence[Sequence[tuple[date, str]]]
) -> tuple[date, date, str] | None:
    """The one day with a neighbour near, that neighbour's day and path; None when another has one not far."""
    near = [(day, found) for day in days if (found := _nearest(day, calendars))]
    near.sort(key=lambda item: (abs((item[0] - item[1][0]).days), item))
    gaps = [abs((day - found[0]).days) for day, found in near]
    if not gaps or gaps[0] > _NEAR or any(gap <= _FAR for gap in gaps[1:]):
        return None
    day, found = near[0]
    return day, *found


def _nearest(day: date, calendars: Sequence[Sequence[tuple[date, str]]]) -> tuple[date, str] | None:
    beside = [found for calendar in calendars for found in _beside(day, calendar)]
    return min(beside, key=lambda found: (abs((day - found[0]).days), found), default=None)


def _beside(day: date, calendar: Sequence[tuple[date, str]]) -> Sequence[tuple[date, str]]:
    """The entries just before a day and from it on."""
    at = bisect_left(calendar, (day, ""))
    return calendar[max(at - 1, 0) : at + 1]
