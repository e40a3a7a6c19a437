"""Everything the build will write, as values: a tuple of pages with complete views, and of assets."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from site_builder.browse import BROWSE, browse_pages
from site_builder.data import data_pages
from site_builder.days import DATES, date_pages
from site_builder.digest import key_of
from site_builder.documents import document_pages
from site_builder.errors import InputError, Problem
from site_builder.feeds import CORRECTIONS, FEED, base, feed_pages, site_maps
from site_builder.gone import Former, gone_pages
from site_builder.index import FACET, FACETS, Row, edtf
from site_builder.listings import facet_pages
from site_builder.present import ENTRIES, Archive, entry_row, facet_link, made_of, tallies
from site_builder.side_by_side import FIGURES, SAME, comparison_pages
from site_builder.texts import Text
from site_builder.timeline import timeline
from site_builder.views import (
    Asset,
    Frame,
    HomeShelf,
    HomeView,
    Link,
    Page,
    SiteView,
    Tally,
    TextView,
    Timeline,
    View,
)

DISCLAIMER = "This archive does not verify the statements it records."
HOME_ROWS = 12
HOME_SHELVES = (("speakers", "Who speaks"), ("topics", "About what"), ("outlets", "Carried by"))
"""Facets on the home page, and the questions they answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    site: SiteView
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]


def make_plan(
    archive: Archive,
    texts: Sequence[Text],
    assets: Sequence[Asset],
    formers: Sequence[Former] = (),
    published: Iterable[str] = (),
) -> Plan:
    """Every page, and one for each that was `published` and has nothing to show any more.

    Raises InputError when two pages would be one file.
    """
    pages = [_home(archive, texts)]
    pages.extend(document_pages(archive))
    pages.extend(data_pages(archive))
    for facet in FACETS:
        pages.extend(facet_pages(archive, facet))
    pages.extend(date_pages(archive))
    pages.extend(browse_pages(archive, _named(assets, "browse.js")))
    pages.extend(comparison_pages(archive))
    pages.extend(_texts(texts))
    pages.extend(feed_pages(archive))
    pages.extend([*site_maps(archive, pages)])
    pages.extend([*gone_pages(archive, formers, published, [page.path for page in pages])])
    _no_collisions([page.path for page in pages] + [asset.path for asset in assets])
    return Plan(site=_site(archive, texts, assets), pages=tuple(pages), assets=tuple(assets))


def _page(path: str, template: str, view: View) -> Page:
    """A page whose view is as soon made as its digest."""
    return Page(path, template, key_of(view), lambda: view)


def _site(archive: Archive, texts: Sequence[Text], assets: Sequence[Asset]) -> SiteView:
    config = archive.config
    written = tuple(Link(text.title, f"{text.name}.html") for text in texts if text.name not in ("home", "404"))
    comparison = archive.comparison
    compared = [SAME] if comparison.groups else []
    compared += [FIGURES] if any(fact.flags for fact in comparison.facts) else []
    return SiteView(
        title=config.title,
        description=config.description,
        language=config.language,
        base_url=base(archive),
        nav=(
            BROWSE,
            *map(facet_link, FACETS[:1]),
            DATES,
            *map(facet_link, FACETS[1:]),
            ENTRIES,
            *compared,
            *written,
        ),
        footer=config.footer,
        disclaimer=DISCLAIMER,
        stylesheet=_named(assets, "style.css"),
        feed=FEED,
    )


def _named(assets: Sequence[Asset], name: str) -> str:
    """Where a static file is in the site, whose name there may carry its digest; "" when there is none."""
    return next((asset.path for asset in assets if asset.source.endswith(f"/static/{name}")), "")


def _home(archive: Archive, texts: Sequence[Text]) -> Page:
    intro = next((text.body for text in texts if text.name == "home"), "")
    digest = made_of(archive, archive.index.rows, intro, *archive.index.digests.values())
    day = max(archive.index.published.values(), default="")
    return Page("index.html", "home.html", digest, partial(_home_view, archive, intro), day)


def _home_view(archive: Archive, intro: str) -> HomeView:
    index, config = archive.index, archive.config
    listed = index.listed()
    shelves = tuple(_home_shelf(archive, name, label, listed) for name, label in HOME_SHELVES)
    documents = Tally(ENTRIES, len(index.documents))
    return HomeView(
        frame=Frame(title=config.title, description=config.description, feeds=(CORRECTIONS,)),
        counts=(
            documents,
            Tally(Link("Statements", "kinds/index.html"), len(listed)),
            *(_groups(archive, name) for name, _ in HOME_SHELVES),
        ),
        span=_span(archive),
        shelves=shelves,
        timeline=_home_timeline(archive, shelves),
        dates=DATES,
        entries=tuple(entry_row(archive, document) for document in reversed(index.documents[-HOME_ROWS:])),
        all_entries=documents if documents.count > HOME_ROWS else None,
        intro=intro,
    )


def _groups(archive: Archive, facet: str) -> Tally:
    """The list of a facet's groups, and how many they are."""
    return Tally(facet_link(FACET[facet]), sum(group.key != "" for group in archive.index.groups[facet]))


def _home_shelf(archive: Archive, facet: str, label: str, listed: Sequence[Row]) -> HomeShelf:
    rows = tallies(archive, FACET[facet], listed, leave_out="")
    return HomeShelf(
        facet=facet,
        label=label,
        rows=rows[:HOME_ROWS],
        more=_groups(archive, facet) if len(rows) > HOME_ROWS else None,
    )


def _home_timeline(archive: Archive, shelves: Sequence[HomeShelf]) -> Timeline | None:
    listed = archive.index.listed()
    days = [row.day for row in listed if row.day]
    rows = {group.path: group.rows for group in archive.index.groups["topics"]}
    strips = [
        (tally.link, [row.day for row in rows[tally.link.path] if row.day])
        for shelf in shelves
        if shelf.facet == "topics"
        for tally in shelf.rows
    ]
    return timeline(days, len(listed) - len(days), strips=strips)


def _span(archive: Archive) -> str:
    """`10 June 2016 to 26 December 2016`: the documents' first and last date, in words."""
    dates = [when for document in archive.index.documents if (when := edtf(document.published))]
    if not dates:
        return ""
    first, last = min(dates, key=lambda d: d.first).in_words, max(dates, key=lambda d: d.last).in_words
    return first if first == last else f"{first} to {last}"


NOT_FOUND = "There is no page at this address. Every page of the archive can be reached from the links above."


def _texts(texts: Sequence[Text]) -> Iterator[Page]:
    written = {text.name: text for text in texts}
    lost = written.get("404")
    title = lost.title if lost else "Page not found"
    frame = Frame(title=title, description="There is no page at this address.")
    yield _page("404.html", "404.html", TextView(frame=frame, body=lost.body if lost else NOT_FOUND))
    for text in texts:
        if text.name not in ("home", "404"):
            here = Link(text.title, f"{text.name}.html")
            frame = Frame(title=text.title, description=text.title, crumbs=(here,))
            yield _page(f"{text.name}.html", "text.html", TextView(frame=frame, body=text.body))


def _no_collisions(paths: Iterable[str]) -> None:
    seen: dict[str, str] = {}
    problems = []
    for path in paths:
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            message = f"expected one source for a page, found two: {seen[folded]} and {path}"
            problems.append(Problem(path, 0, 0, message))
        seen[folded] = path
    if problems:
        raise InputError(problems)
