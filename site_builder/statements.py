"""The pages of statements: each with its evidence and its citations, on a page of its own or with others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

from site_builder.archive import Document
from site_builder.calendars import open_link
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
    text_link,
)
from site_builder.digest import key_of
from site_builder.evidence import nearby, paragraphs, places
from site_builder.facets import Row
from site_builder.linked import annotation, linked
from site_builder.model import UNNAMED_SPEAKER, Article
from site_builder.present import Archive, base, day_link, entry_link, made_of, newest
from site_builder.said_dates import say_date
from site_builder.statement_views import below, called, citable, statement
from site_builder.views import (
    Citation,
    Evidence,
    Fact,
    FileView,
    Frame,
    Json,
    Kept,
    Link,
    Page,
    SourceParagraph,
    StatementPageView,
    StatementsView,
    StatementView,
)

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
VARIANTS = 6
"""Versions in other documents that stand on a statement's page; all of them are side by side on theirs."""

FROM_FILE = {"seed": "document.seed", "sha256": "document.sha256", "encoding": "document.encoding"}
ON_THE_WEB = {"url": "single.web", "archived-url": "document.archived-url"}
"""Front-matter keys, and what they are called."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A document's seed, as far as statements show it. `article` is None when it is gone."""

    article: Article | None = None
    parts: tuple[SourceParagraph, ...] = ()
    places: Mapping[str, Evidence] = field(default_factory=dict)


Sources = Callable[[str], _Source]
"""Document name → its source. It holds the last few, for statements come document by document."""


def statement_pages(archive: Archive, script: str) -> Iterator[Page]:
    """A page for each statement, or for all whose ids begin alike; `script` is what its buttons do."""
    documents = {document.name: document for document in archive.index.documents}
    sources = lru_cache(maxsize=2)(lambda name: _source(archive, documents[name]))
    if archive.permalinks.letters:
        yield from _shared_pages(archive)
        return
    for name in documents:
        rows = [row for row in archive.index.by_document[name] if archive.permalinks.has_page(row)]
        links = [None, *(_link(archive, row) for row in rows), None]
        for number, row in enumerate(rows):
            # What the statements beside it say is in the digest, too: it is of the whole document.
            others = _others(archive, row)
            digest = made_of(archive, (row, *others))
            beside = links[number], links[number + 2]
            view = partial(_page_view, archive, row, others, sources, beside, script)
            path, day = archive.permalinks.of(row), newest(archive, (row,))
            yield Page(path, "statement.html", key_of(digest, script), view, day)
            for _, _, suffix, write in FILES:
                made = partial(_file_view, archive, row, write)
                yield Page(_file(archive, row, suffix), "plain.txt", digest, made)


def _others(archive: Archive, row: Row) -> tuple[Row, ...]:
    """The same statement in other documents, in the order of their publication."""
    groups = archive.comparison.of.get(row.record.id, ())
    versions = (version for group in groups for version in group.versions)
    found = (archive.by_id.get(version.main.statement) for version in versions)
    others = dict.fromkeys(other.record.id for other in found if other and other.document is not row.document)
    return tuple(archive.by_id[made] for made in others)[:VARIANTS]


def _source(archive: Archive, document: Document) -> _Source:
    if not document.fingerprint:
        return _Source()
    article = archive.article(document.front["seed"])
    home = partial(archive.permalinks.homes.of, document.name)
    found = zip(document.records, places(document.records, article, home), strict=True)
    return _Source(
        article,
        tuple(paragraphs(article, document.records, archive.index.levels[document.name])),
        {record.id: evidence for record, evidence in found if record.spans},
    )


def _link(archive: Archive, row: Row) -> Link:
    return Link(called(archive, row), archive.permalinks.of(row))


# A page of its own


def _page_view(
    archive: Archive,
    row: Row,
    others: Sequence[Row],
    sources: Sources,
    beside: tuple[Link | None, Link | None],
    script: str,
) -> StatementPageView:
    record, document = row.record, row.document
    source, c, shown = sources(document.name), citable(archive, row), statement(archive, row)
    level = archive.index.levels[document.name]
    return StatementPageView(
        frame=Frame(
            title=called(archive, row),
            description=_described(c),
            crumbs=(archive.place("documents"), entry_link(document), _link(archive, row)),
            previous=beside[0],
            next=beside[1],
        ),
        statement=shown,
        draft=document.draft,
        passages=tuple(nearby(source.parts, record.id)),
        evidence=tuple(_facts(archive, row, source)),
        rights=archive.say(f"rights.{level}"),
        citations=(*_texts(archive, c), *_files(archive, row, c)),
        places=tuple(_places(archive, row, shown)),
        tags=tuple(_tags(c, shown, base(archive) and c.url)),
        data=tuple(_data(archive, row, c, source)),
        script=script,
        variants=tuple(below(shown, statement(archive, other)) for other in others),
    )


def _described(c: Cited) -> str:
    """The speaker first, whatever cuts it short."""
    say = c.strings.say
    speaker = say("cite.role", speaker=c.speaker, role=c.role) if c.role else c.speaker
    if c.said:
        speaker = say("cite.said", speaker=speaker, said=say_date(c.strings, c.said))
    if not c.outlet:
        return shortened(say("feeds.entry", speaker=speaker, words=c.words), DESCRIPTION)
    return shortened(say("single.described", speaker=speaker, outlet=c.outlet, words=c.words), DESCRIPTION)


def _facts(archive: Archive, row: Row, source: _Source) -> Iterator[Fact]:
    say, record, front = archive.say, row.record, row.document.front
    yield Fact(say("single.kind"), say(f"kinds_said.{record.kind}"))
    if evidence := source.places.get(record.id):
        yield Fact(say("document.characters"), evidence.characters, part="characters")
        yield Fact(say("document.bytes"), evidence.bytes, part="bytes")
    for key, label in FROM_FILE.items():
        if value := front.get(key):
            yield Fact(say(label), value)
    for key, label in ON_THE_WEB.items():
        if value := front.get(key):
            yield Fact(say(label), value, url=text_link(value, record.passages))


def _texts(archive: Archive, c: Cited) -> Iterator[Citation]:
    yield Citation("words", archive.say("single.words"), attributed(c))
    yield from _styles(archive, c)


def _styles(archive: Archive, c: Cited) -> Iterator[Citation]:
    for key, write in STYLES:
        yield Citation(key, archive.say(f"single.{key}"), write(c))


def _files(archive: Archive, row: Row, c: Cited) -> Iterator[Citation]:
    for key, label, suffix, write in FILES:
        yield Citation(key, label, write(c), _file(archive, row, suffix))


def _file(archive: Archive, row: Row, suffix: str) -> str:
    return archive.permalinks.of(row).removesuffix(".html") + suffix


def _file_view(archive: Archive, row: Row, write: Writer) -> FileView:
    return FileView(text=write(citable(archive, row)))


def _places(archive: Archive, row: Row, shown: StatementView) -> Iterator[Link]:
    say = archive.say
    yield Link(say("single.in_document"), shown.home)
    if shown.source_path:
        yield Link(say("statement.in_source"), shown.source_path)
    whose = "all_of_nobody" if row.record.speaker == UNNAMED_SPEAKER else "all_of_speaker"
    yield Link(say(f"single.{whose}", speaker=shown.speaker.label), shown.speaker.path)
    if row.day or row.period:
        day = day_link(archive, row.day) if row.day else open_link(archive, row.period)
        yield Link(say("single.all_of_day", day=day.label), day.path)


def _tags(c: Cited, shown: StatementView, url: str) -> Iterator[tuple[str, str]]:
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
        ("og:description", _described(c)),
        ("og:url", url),
        ("article:published_time", day if c.published and c.published.is_day else ""),
    )
    yield from (row for row in rows if row[1])


def _data(archive: Archive, row: Row, c: Cited, source: _Source) -> Iterator[Json]:
    record, document = row.record, row.document
    # Relative to the page, where nothing is known of the site's address.
    url = base(archive) + archive.permalinks.of(row) if base(archive) else f"{record.id}.html"
    topics = tuple(archive.link("topics", topic).label for topic in record.topics)
    yield linked(c, record, document, topics, archive.lexicon, url)
    if source.article and record.spans:
        yield annotation(record, document, source.article, archive.index.levels[document.name], url)


# Pages that several share


def _shared_pages(archive: Archive) -> Iterator[Page]:
    shelves: dict[str, list[Row]] = {}
    for row in sorted(archive.index.rows, key=lambda row: row.record.id):
        if archive.permalinks.has_page(row):
            shelves.setdefault(archive.permalinks.of(row).partition("#")[0], []).append(row)
    links = [None, *(Link(_begins(archive, rows), path) for path, rows in shelves.items()), None]
    for number, (path, rows) in enumerate(shelves.items()):
        around = (links[number], links[number + 2])
        digest = key_of(made_of(archive, rows), around)
        view = partial(_shared_view, archive, path, rows, *around)
        yield Page(path, "statements.html", digest, view, newest(archive, rows))


def _begins(archive: Archive, rows: Sequence[Row]) -> str:
    """What stands on a page that several share, for those who come from the one beside it."""
    first = called(archive, rows[0])
    return archive.say("single.shared_more_of", len(rows) - 1, first=first) if len(rows) > 1 else first


def _letters_of(path: str) -> str:
    return f"s-{path.removeprefix('statements/').removesuffix('.html')}…"


def _shared_view(
    archive: Archive, path: str, rows: Sequence[Row], before: Link | None, after: Link | None
) -> StatementsView:
    title = archive.say("single.shared_title", letters=_letters_of(path))
    return StatementsView(
        frame=Frame(
            title=title,
            description=archive.say("single.shared_described", letters=_letters_of(path)),
            crumbs=(Link(title, path),),
            previous=before,
            next=after,
        ),
        statements=tuple(_kept(archive, row) for row in rows),
    )


def _kept(archive: Archive, row: Row) -> Kept:
    c = citable(archive, row)
    return Kept(
        statement=statement(archive, row),
        evidence=_place(archive, row),
        citations=tuple(_styles(archive, c)),
    )


def _place(archive: Archive, row: Row) -> Evidence | None:
    if not row.document.fingerprint or not row.record.spans:
        return None
    article = archive.article(row.document.front["seed"])
    return next(places((row.record,), article, lambda _: archive.permalinks.home(row)))
