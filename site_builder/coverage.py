"""Whose documents and voices the archive holds: counted, the same way for every side, and said in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from site_builder.archive import Document
from site_builder.facets import NOBODY, Row, edtf, of_publication, once
from site_builder.model import UNNAMED_SPEAKER, Dated
from site_builder.outlets import kind_of, profile_at, say_type
from site_builder.present import PLACES, Archive, made_of
from site_builder.roles import held_on
from site_builder.views import Chart, CoverageView, Frame, Link, Page, Share

Value = TypeVar("Value")

ONE_SIDED = 0.75
"""The share of documents, or of statements, from which on the page says in a sentence that they are alike."""
ENOUGH = 3
"""Documents, or statements, below which a share says nothing."""
BARS = 20


def coverage_page(archive: Archive) -> Page:
    digest = made_of(archive, archive.index.rows, *archive.index.digests.values())
    return Page(PLACES["coverage"], "coverage.html", digest, partial(_view, archive))


def in_short(archive: Archive) -> str:
    """One or two sentences for the home page; "" for an archive without documents."""
    if not archive.index.documents:
        return ""
    return " ".join(tuple(_one_sided(archive))[:2] or _breadth(archive))


def _view(archive: Archive) -> CoverageView:
    return CoverageView(
        frame=Frame(
            title=archive.say("coverage.title"),
            description=archive.say("coverage.described"),
            crumbs=(archive.place("coverage"),),
        ),
        sentences=(*_one_sided(archive), *_breadth(archive), *_gaps(archive)),
        rule=archive.say("coverage.rule", share=round(100 * ONE_SIDED)),
        charts=tuple(_charts(archive)),
    )


def _origin(document: Document) -> str:
    return document.republishes or document.outlet


def _day(*dated: Dated | None) -> str | None:
    return next((one.edtf for one in dated if one), None)


def _type_and_country(archive: Archive, document: Document) -> tuple[str, str]:
    """Of the outlet the words come from, at the time; "" for what is not recorded."""
    day = _day(document.original_published, document.published)
    profile = profile_at(archive.outlets.get(_origin(document)), day)
    return kind_of(profile), profile.country or ""


def _bodies(archive: Archive, rows: Iterable[Row]) -> list[str]:
    """For each statement the body its speaker is, or held an office of then; "" where none is recorded."""
    people = {person.name: person for person in archive.lexicon.people}
    found = []
    for row in rows:
        known = people.get(row.record.speaker)
        day = _day(row.record.said, row.document.published)
        if known and known.kind == "body":
            found.append(known.name)
        else:
            offices = (role for role in known.roles if role.of) if known else ()
            found.append(next((role.of or "" for role in offices if day is None or held_on(role, day)), ""))
    return found


def _one_sided(archive: Archive) -> Iterator[str]:
    """Sentences on what nearly all documents, or statements, have in common."""
    documents = archive.index.documents
    known = [_type_and_country(archive, document) for document in documents]
    pair, pairs = _most(known)
    country, countries = _most([country for _, country in known])
    if pair and all(pair) and _is_most(pairs, len(known)):
        alike = archive.say("lists.comma").join((say_type(archive.strings, pair[0]), pair[1]))
        yield _alike(archive, "type", pairs, len(known), alike)
    elif country and _is_most(countries, len(known)):
        yield _alike(archive, "country", countries, len(known), country)
    rows = once(archive.index.listed)
    body, bodies = _most(_bodies(archive, rows))
    if body and _is_most(bodies, len(rows)):
        yield _alike(archive, "body", bodies, len(rows), body)


def _most(values: Sequence[Value]) -> tuple[Value | None, int]:
    """The most frequent value, the first of several, and how often it is there."""
    return max(Counter(values).items(), key=lambda item: item[1], default=(None, 0))


def _is_most(part: int, whole: int) -> bool:
    return whole >= ENOUGH and part >= ONE_SIDED * whole


def _alike(archive: Archive, what: str, part: int, whole: int, alike: str) -> str:
    """`9 of 10 documents come … from outlets of one country: …`, `All 5 documents come …`."""
    if part == whole:
        return archive.say(f"coverage.{what}_all", whole, alike=alike)
    return archive.say(f"coverage.{what}_most", part, all=whole, alike=alike)


BREADTH = {
    (True, True): "breadth",
    (True, False): "breadth_types",
    (False, True): "breadth_countries",
    (False, False): "unrecorded",
}
"""What is said where types of outlets, and countries, are recorded."""


def _breadth(archive: Archive) -> Iterator[str]:
    """From how many outlets, types and countries the documents come; before it how many do not say."""
    documents = archive.index.documents
    known = [_type_and_country(archive, document) for document in documents]
    types, countries = {kind for kind, _ in known} - {""}, {country for _, country in known} - {""}
    named = _named(documents)
    if not named:
        yield archive.say("coverage.no_outlet")
        return
    counted = {"outlets": {_origin(document) for document in named}, "types": types, "countries": countries}
    said = {name: archive.say(f"coverage.{name}", len(found)) for name, found in counted.items()}
    recorded = BREADTH[bool(types), bool(countries)]
    if nameless := len(documents) - len(named):
        yield archive.say("coverage.nameless", part=nameless, whole=len(documents))
        yield archive.say(f"coverage.{recorded}_others", **said)
    else:
        yield archive.say(f"coverage.{recorded}", **said)


def _named(documents: Sequence[Document]) -> list[Document]:
    """Those that name the outlet they come from."""
    return [document for document in documents if _origin(document) not in NOBODY]


def _gaps(archive: Archive) -> Iterator[str]:
    documents, rows = archive.index.documents, once(archive.index.listed)
    republished = sum(document.republishes is not None for document in documents)
    unnamed = sum(row.record.speaker == UNNAMED_SPEAKER for row in rows)
    undated = sum(row.day is None for row in rows) + of_publication(rows)
    untyped = sum(not _type_and_country(archive, document)[0] for document in _named(documents))
    counted = (
        ("republished", republished, len(documents)),
        ("untyped", untyped, len(documents)),
        ("unnamed", unnamed, len(rows)),
        ("undated", undated, len(rows)),
    )
    yield from (archive.say(f"coverage.{what}", part=part, whole=whole) for what, part, whole in counted)


def _charts(archive: Archive) -> Iterator[Chart]:
    documents, rows = archive.index.documents, once(archive.index.listed)
    known = [_type_and_country(archive, document) for document in documents]
    carried = [document.outlet for document in documents]
    bodies = _bodies(archive, rows)
    years = [when.last.year if (when := edtf(document.published)) else 0 for document in documents]
    missing = archive.say("outlets.not_recorded")
    chart = partial(_chart, archive)
    yield chart("type", [(say_type(archive.strings, kind), "") for kind, _ in known])
    yield chart("country", [(country or missing, "") for _, country in known])
    yield chart("outlet", [(link.label, link.path) for link in map(archive.outlet_link, carried)])
    yield chart("language", [(archive.language(document) or missing, "") for document in documents])
    by_body = [(body or missing, archive.link("speakers", body).path if body else "") for body in bodies]
    yield chart("body", by_body, unit="statements")
    by_year = [(str(year) if year else missing, f"dates/{year:04}.html" if year else "") for year in years]
    has_page = {f"dates/{row.year:04}.html" for row in rows if row.year}
    by_year = [(label, path if path in has_page else "") for label, path in by_year]
    yield chart("year", by_year, in_order=True)


def _chart(
    archive: Archive,
    by: str,
    values: Sequence[tuple[str, str]],
    unit: str = "documents",
    in_order: bool = False,
) -> Chart:
    """Values are names with their pages; the largest stand first, or all in their order."""
    counted = sorted(Counter(values).items(), key=lambda item: (0 if in_order else -item[1], item[0]))
    total = len(values)
    bars = tuple(
        Share(link=Link(name, path), count=count, percent=round(100 * count / total))
        for (name, path), count in counted[:BARS]
    )
    rest = sum(count for _, count in counted[BARS:])
    label, of = archive.say(f"coverage.by_{by}"), archive.say(f"coverage.{unit}")
    return Chart(label=label, unit=of, total=total, bars=bars, others=len(counted[BARS:]), rest=rest)
