"""How a statement is cited: in words and files, and in what citation managers and previews read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_builder.cite import (
    Cited,
    apa,
    attributed,
    bibtex,
    chicago,
    csl_json,
    iso,
    ris,
    shortened,
)
from site_builder.facets import Row
from site_builder.present import Archive
from site_builder.said_dates import say_date
from site_builder.statement_views import citable
from site_builder.views import Citation, FileView, StatementView

Writer = Callable[[Cited], str]

STYLES: tuple[tuple[str, Writer], ...] = (("chicago", chicago), ("apa", apa))
"""Name in the page, and what writes it; the style is called `single.NAME`."""
FILES: tuple[tuple[str, str, str, Writer], ...] = (
    ("bibtex", "BibTeX", ".bib", bibtex),
    ("ris", "RIS", ".ris", ris),
    ("csl", "CSL-JSON", ".csl.json", csl_json),
)
"""Name in the page, label, end of the file's name, and what writes it."""

DESCRIPTION = 200


def in_words(archive: Archive, c: Cited) -> Iterator[Citation]:
    yield Citation("words", archive.say("single.words"), attributed(c))
    yield from in_styles(archive, c)


def in_styles(archive: Archive, c: Cited) -> Iterator[Citation]:
    for key, write in STYLES:
        yield Citation(key, archive.say(f"single.{key}"), write(c))


def in_files(archive: Archive, row: Row, c: Cited) -> Iterator[Citation]:
    for key, label, suffix, write in FILES:
        yield Citation(key, label, write(c), file_of(archive, row, suffix))


def file_of(archive: Archive, row: Row, suffix: str) -> str:
    return archive.permalinks.of(row).removesuffix(".html") + suffix


def file_view(archive: Archive, row: Row, write: Writer) -> FileView:
    return FileView(text=write(citable(archive, row)))


def described(c: Cited) -> str:
    """The speaker first, whatever cuts it short."""
    say = c.strings.say
    speaker = say("cite.role", speaker=c.speaker, role=c.role) if c.role else c.speaker
    if c.said:
        speaker = say("cite.said", speaker=speaker, said=say_date(c.strings, c.said))
    if not c.outlet:
        return shortened(say("feeds.entry", speaker=speaker, words=c.words), DESCRIPTION)
    return shortened(say("single.described", speaker=speaker, outlet=c.outlet, words=c.words), DESCRIPTION)


def tags(c: Cited, shown: StatementView, url: str) -> Iterator[tuple[str, str]]:
    """What citation managers and previews read: Highwire, Dublin Core, Open Graph."""
    day = iso(c.published)
    rows = (
        ("citation_title", c.title),
        ("citation_journal_title", c.outlet),
        ("citation_publication_date", day.replace("-", "/")),
        ("citation_public_url", url),
        ("citation_language", c.lang),
        ("citation_keywords", "; ".join(topic.label for topic in shown.topics)),
        ("DC.title", c.title),
        ("DC.publisher", c.outlet),
        ("DC.source", c.document),
        ("DC.date", day),
        ("DC.identifier", url or c.id),
        ("DC.language", c.lang),
        ("DC.type", "Text"),
        ("og:type", "article"),
        ("og:site_name", c.archive),
        ("og:title", c.title),
        ("og:description", described(c)),
        ("og:url", url),
        ("article:published_time", day if c.published and c.published.is_day else ""),
    )
    yield from (row for row in rows if row[1])
