"""Whose documents and voices the archive holds: counted, the same way for every side, and said in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from site_builder.archive import Document
from site_builder.compose import UNNAMED_SPEAKER
from site_builder.index import Row, edtf, once
from site_builder.model import Dated
from site_builder.outlets import NO_TYPE, kind_of, profile_at
from site_builder.present import COVERAGE, Archive, made_of
from site_builder.roles import held_on
from site_builder.text import plural
from site_builder.views import Chart, CoverageView, Frame, Link, Page, Share

Value = TypeVar("Value")

ONE_SIDED = 0.75
"""The share of documents, or of statements, from which on the page says in a sentence that they are alike."""
RULE = (
    f"A sentence that documents or statements are alike stands here whenever {ONE_SIDED:.0%} of them or more "
    "have an outlet’s type and country, its country, or a speaker’s body in common, whichever they are. "
    "A republished document counts with the outlet its words come from. What a document says twice, in a "
    "headline or a paraphrase and in a quotation, counts as one statement."
)
ENOUGH = 3
"""Documents, or statements, below which a share says nothing."""
BARS = 20
NOT_RECORDED = "not recorded"


def coverage_page(archive: Archive) -> Page:
    digest = made_of(archive, archive.index.rows, *archive.index.digests.values())
    return Page(COVERAGE.path, "coverage.html", digest, partial(_view, archive))


def in_short(archive: Archive) -> str:
    """One or two sentences for the home page; "" for an archive without documents."""
    if not archive.index.documents:
        return ""
    return " ".join(tuple(_one_sided(archive))[:2]) or _breadth(archive)


def _view(archive: Archive) -> CoverageView:
    return CoverageView(
        frame=Frame(
            title="Whose voices this archive holds",
            description="Documents and statements counted by outlet, country, language, speaker and date.",
            crumbs=(COVERAGE,),
        ),
        sentences=(*_one_sided(archive), _breadth(archive), *_gaps(archive)),
        rule=RULE,
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
        alike = f"{pair[0]}, {pair[1]}"
        yield f"{_of(pairs, len(known), 'document')}, by origin, from outlets of one type and country: {alike}."
    elif country and _is_most(countries, len(known)):
        yield f"{_of(countries, len(known), 'document')}, by origin, from outlets of one country: {country}."
    rows = once(archive.index.listed())
    body, bodies = _most(_bodies(archive, rows))
    if body and _is_most(bodies, len(rows)):
        yield f"{_of(bodies, len(rows), 'statement')} from one body, or somebody in its service: {body}."


def _most(values: Sequence[Value]) -> tuple[Value | None, int]:
    """The most frequent value, the first of several, and how often it is there."""
    return max(Counter(values).items(), key=lambda item: item[1], default=(None, 0))


def _is_most(part: int, whole: int) -> bool:
    return whole >= ENOUGH and part >= ONE_SIDED * whole


def _of(part: int, whole: int, what: str) -> str:
    """`9 of 10 documents come`, `All 5 documents come`."""
    return f"All {whole:,} {what}s come" if part == whole else f"{part:,} of {whole:,} {what}s come"


def _breadth(archive: Archive) -> str:
    documents = archive.index.documents
    known = [_type_and_country(archive, document) for document in documents]
    types, countries = {kind for kind, _ in known} - {""}, {country for _, country in known} - {""}
    outlets = {_origin(document) for document in documents}
    return (
        f"The documents come, by origin, from {plural(len(outlets), 'outlet')} of {plural(len(types), 'type')} "
        f"in {plural(len(countries), 'country', 'countries')}, as far as that is recorded."
    )


def _gaps(archive: Archive) -> Iterator[str]:
    documents, rows = archive.index.documents, once(archive.index.listed())
    republished = sum(document.republishes is not None for document in documents)
    unnamed = sum(row.record.speaker == UNNAMED_SPEAKER for row in rows)
    undated = sum(row.day is None for row in rows)
    untyped = sum(not _type_and_country(archive, document)[0] for document in documents)
    counted = (
        ("Documents that republish another outlet’s text", republished, len(documents)),
        ("Documents from an outlet whose type is not recorded", untyped, len(documents)),
        ("Statements whose speaker is not named", unnamed, len(rows)),
        ("Statements that cannot be put on a single day", undated, len(rows)),
    )
    yield from (f"{what}: {part:,} of {whole:,}." for what, part, whole in counted)


def _charts(archive: Archive) -> Iterator[Chart]:
    documents, rows = archive.index.documents, once(archive.index.listed())
    known = [_type_and_country(archive, document) for document in documents]
    carried = [document.outlet for document in documents]
    bodies = _bodies(archive, rows)
    years = [when.last.year if (when := edtf(document.published)) else 0 for document in documents]
    yield _chart("Type of outlet", "Documents", [(kind or NO_TYPE, "") for kind, _ in known])
    yield _chart("Country of outlet", "Documents", [(country or NOT_RECORDED, "") for _, country in known])
    yield _chart("Carried by", "Documents", [(name, archive.link("outlets", name).path) for name in carried])
    languages = [(document.front.get("lang") or NOT_RECORDED, "") for document in documents]
    yield _chart("Language", "Documents", languages)
    by_body = [(body or NOT_RECORDED, archive.link("speakers", body).path if body else "") for body in bodies]
    yield _chart("Body the speaker is, or serves", "Statements", by_body)
    by_year = [(str(year) if year else NOT_RECORDED, f"dates/{year:04}.html" if year else "") for year in years]
    has_page = {f"dates/{row.day.year:04}.html" for row in rows if row.day}
    by_year = [(label, path if path in has_page else "") for label, path in by_year]
    yield _chart("Year of publication", "Documents", by_year, in_order=True)


def _chart(label: str, unit: str, values: Sequence[tuple[str, str]], in_order: bool = False) -> Chart:
    """Values are names with their pages; the largest stand first, or all in their order."""
    counted = sorted(Counter(values).items(), key=lambda item: (0 if in_order else -item[1], item[0]))
    total = len(values)
    bars = tuple(
        Share(link=Link(name, path), count=count, percent=round(100 * count / total))
        for (name, path), count in counted[:BARS]
    )
    rest = sum(count for _, count in counted[BARS:])
    return Chart(label=label, unit=unit, total=total, bars=bars, others=len(counted[BARS:]), rest=rest)
