"""The page of a statement, with its evidence and its citations, and the files that cite it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

from site_builder.archive import Document
from site_builder.calendars import open_link
from site_builder.cite import Cited, text_link
from site_builder.digest import key_of
from site_builder.evidence import nearby, paragraphs, places, rights_text
from site_builder.facets import Row
from site_builder.linked import annotation, linked
from site_builder.model import UNNAMED_SPEAKER, Article
from site_builder.present import Archive, base, day_link, entry_link, made_of, newest
from site_builder.statement_views import below, called, citable, statement
from site_builder.statements.citations import FILES, described, file_of, file_view, in_files, in_words, tags
from site_builder.views import (
    Evidence,
    Fact,
    Frame,
    Json,
    Link,
    Page,
    SourceParagraph,
    StatementPageView,
    StatementView,
)

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


def own_pages(archive: Archive, script: str) -> Iterator[Page]:
    """A page for each statement, and the files that cite it; `script` is what its buttons do."""
    documents = {document.name: document for document in archive.index.documents}
    sources = lru_cache(maxsize=2)(lambda name: _source(archive, documents[name]))
    for name in documents:
        rows = [row for row in archive.index.by_document[name] if archive.permalinks.has_page(row)]
        links = [None, *(_link(archive, row) for row in rows), None]
        for number, row in enumerate(rows):
            # What the statements beside it say is in the digest, too: it is of the whole document.
            others = _others(archive, row)
            digest = made_of(archive, (row, *others))
            beside = links[number], links[number + 2]
            view = partial(_page_view, archive, row, others, sources, beside, script)
            path, day = archive.permalinks.of(row), newest((row,))
            yield Page(path, "statement.html", key_of(digest, script), view, day)
            for _, _, suffix, write in FILES:
                made = partial(file_view, archive, row, write)
                yield Page(file_of(archive, row, suffix), "plain.txt", digest, made)


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
            description=described(c),
            crumbs=(archive.place("documents"), entry_link(document), _link(archive, row)),
            previous=beside[0],
            next=beside[1],
        ),
        statement=shown,
        draft=document.draft,
        passages=tuple(nearby(source.parts, record.id)),
        evidence=tuple(_facts(archive, row, source)),
        rights=archive.say(rights_text(level, document.records)),
        citations=(*in_words(archive, c), *in_files(archive, row, c)),
        places=tuple(_places(archive, row, shown)),
        tags=tuple(tags(c, shown, base(archive) and c.url)),
        data=tuple(_data(archive, row, c, source)),
        script=script,
        variants=tuple(below(shown, statement(archive, other)) for other in others),
    )


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


def _data(archive: Archive, row: Row, c: Cited, source: _Source) -> Iterator[Json]:
    record, document = row.record, row.document
    # Relative to the page, where nothing is known of the site's address.
    url = base(archive) + archive.permalinks.of(row) if base(archive) else f"{record.id}.html"
    topics = tuple(archive.link("topics", topic).label for topic in record.topics)
    yield linked(c, record, document, topics, archive.lexicon, url)
    if source.article and record.spans:
        yield annotation(record, document, source.article, archive.index.levels[document.name], url)
