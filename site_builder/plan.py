"""Everything the build will write, as values: a tuple of pages with complete views, and of assets."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from site_builder.browse import browse_pages
from site_builder.checking import checking_page
from site_builder.coverage import coverage_page, in_short
from site_builder.data import ROW, data_pages
from site_builder.days import date_pages
from site_builder.documents import document_pages
from site_builder.errors import InputError, Problem
from site_builder.facets import FACETS
from site_builder.feeds import FEED, OPENSEARCH, feed_pages, search_description, site_maps
from site_builder.gone import gone_pages
from site_builder.home import home_page
from site_builder.listings import facet_pages, note
from site_builder.memory import Former
from site_builder.present import Archive, base, facet_link
from site_builder.search import search_page, shards
from site_builder.side_by_side import comparison_pages
from site_builder.statements import statement_pages
from site_builder.texts import Text
from site_builder.views import (
    Asset,
    Frame,
    Link,
    Page,
    Shard,
    SiteView,
    TextView,
    ready_page,
)

NO_JEKYLL = Asset(".nojekyll", source="", content=b"")
"""GitHub Pages makes a site of its own out of files that are pushed to a branch, unless this stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    site: SiteView
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    shards: tuple[Shard, ...]
    """What is to be indexed for search; () when nothing is."""


def make_plan(
    archive: Archive,
    texts: Sequence[Text],
    assets: Sequence[Asset],
    formers: Sequence[Former] = (),
    published: Iterable[str] = (),
    faulty: Set[str] = frozenset(),
    search: bool = False,
) -> Plan:
    """Every page, and one for each that was `published` and has nothing to show any more, or not now, as its
    entry is one of the `faulty`.

    Raises InputError when two pages would be one file.
    """
    found = tuple(shards(archive)) if search else ()
    assets = (*assets, NO_JEKYLL)
    pages = [home_page(archive, texts, in_short, note)]
    pages.extend(document_pages(archive))
    pages.extend(statement_pages(archive, _named(assets, "copy.js")))
    pages.extend(data_pages(archive))
    pages.extend((coverage_page(archive), checking_page(archive, ROW)))
    for facet in FACETS:
        pages.extend(facet_pages(archive, facet))
    pages.extend(date_pages(archive))
    pages.extend(browse_pages(archive, _named(assets, "browse.js")))
    pages.extend(comparison_pages(archive))
    pages.append(search_page(archive, found, _named(assets, "search.js")))
    pages.extend(_texts(archive, texts))
    published = frozenset(published)
    pages.extend(feed_pages(archive, formers, published))
    pages.extend([*site_maps(archive, pages)])
    pages.extend(search_description(archive) if found else ())
    pages.extend([*gone_pages(archive, formers, published, [page.path for page in pages], faulty)])
    _no_collisions([page.path for page in pages] + [asset.path for asset in assets])
    return Plan(
        site=_site(archive, texts, assets, bool(found)), pages=tuple(pages), assets=assets, shards=found
    )


def _site(archive: Archive, texts: Sequence[Text], assets: Sequence[Asset], search: bool) -> SiteView:
    config = archive.config
    written = tuple(Link(text.title, f"{text.name}.html") for text in texts if text.name not in ("home", "404"))
    first, *others = (facet_link(archive, facet) for facet in FACETS if not facet.aside)
    return SiteView(
        title=config.title,
        description=config.description,
        language=config.language,
        base_url=base(archive),
        nav=(
            *map(archive.place, ("browse", "search")),
            first,
            archive.place("dates"),
            *others,
            archive.place("documents"),
            *archive.compared,
            archive.place("coverage"),
            *written,
        ),
        footer=config.footer,
        disclaimer=archive.say("site.disclaimer"),
        stylesheet=_named(assets, "style.css"),
        feed=FEED,
        opensearch=OPENSEARCH if search and base(archive) else "",
        logo=_named(assets, config.logo) if config.logo else "",
        strings=archive.strings,
    )


def _named(assets: Sequence[Asset], name: str) -> str:
    """Where a static file is in the site, whose name there may carry its digest; "" when there is none."""
    return next((asset.path for asset in assets if asset.source.endswith(f"/static/{name}")), "")


def _texts(archive: Archive, texts: Sequence[Text]) -> Iterator[Page]:
    written = {text.name: text for text in texts}
    lost = written.get("404")
    title = lost.title if lost else archive.say("site.not_found")
    frame = Frame(title=title, description=archive.say("site.not_found_short"))
    body = lost.body if lost else archive.say("site.not_found_text")
    yield ready_page("404.html", "404.html", TextView(frame=frame, body=body))
    for text in texts:
        if text.name not in ("home", "404"):
            here = Link(text.title, f"{text.name}.html")
            frame = Frame(title=text.title, description=text.title, crumbs=(here,))
            yield ready_page(f"{text.name}.html", "text.html", TextView(frame=frame, body=text.body))


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
