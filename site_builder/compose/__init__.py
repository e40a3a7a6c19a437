"""From what the annotators found to the entry a person reads: every sentence in one passage.

Within a paragraph, consecutive sentences of one speaker are one statement; sentences nobody is
credited with are the outlet's own voice. A headline is a statement only when it names a speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from site_builder.annotate.language import Language
from site_builder.annotate.tables import language_like
from site_builder.annotate.topics import TopicFinder, topic_finder
from site_builder.compose.runs import TURNS, Run, runs_of
from site_builder.entries import CUES, Entry, Heading, Passage, Section
from site_builder.ids import ids_of
from site_builder.lexicon import Lexicon, Topic
from site_builder.model import (
    UNNAMED_OUTLET,
    UNNAMED_SPEAKER,
    Annotation,
    Article,
    Dated,
    Kind,
    Span,
    Statement,
)
from site_builder.text import collapse, count_words, slug

CLOSE = 1.0
"""Lead in salience up to which the choice between the persons a pronoun may mean is worth a look."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A machine-written entry, and for each statement id the passages it stands for.

    `candidates`: for a statement by a pronoun, between whom it was weighed where that was close.
    """

    entry: Entry
    spans: tuple[tuple[str, tuple[Span, ...]], ...]
    candidates: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = ()

    def without(self, ids: Set[str]) -> Draft:
        """The same without the statements a person deleted."""
        items = tuple(item for item in self.entry.items if not (isinstance(item, Section) and item.id in ids))
        return replace(
            self,
            entry=replace(self.entry, items=items),
            spans=tuple(pair for pair in self.spans if pair[0] not in ids),
        )


def compose(
    article: Article,
    annotation: Annotation,
    lexicon: Lexicon,
    name: str,
    known: Iterable[tuple[str, tuple[Span, ...]]] = (),
) -> Draft:
    """The entry called `name`; statements that stand where a `known` one stood keep its id."""
    parts = tuple(_parts_of(article, annotation))
    places = [(part.span,) for part in parts if isinstance(part, Run)]
    ids = iter(ids_of(article.origin.sha256, places, tuple(known)))
    items: list[Heading | Section] = []
    spans: list[tuple[str, tuple[Span, ...]]] = []
    about = topic_finder(lexicon.topics)
    candidates: list[tuple[str, tuple[tuple[str, float], ...]]] = []
    for part in parts:
        if isinstance(part, Heading):
            items.append(part)
            continue
        made = next(ids)
        spans.append((made, (part.span,)))
        candidates.extend((made, close) for close in (_close(part),) if close)
        words = collapse(article.text[slice(*part.span)])
        items.append(Section(made, tuple(_fields(article, about, part)), (Passage(words),)))
    entry = Entry(_front(article, annotation, name), article.title, tuple(items))
    return Draft(entry, tuple(spans), tuple(candidates))


def _parts_of(article: Article, annotation: Annotation) -> Iterator[Heading | Run]:
    """The headings and the passages of a document, in its order."""
    language = language_like(article.lang)
    for block in article.blocks:
        if block.kind == "heading":
            yield Heading(collapse(article.text[slice(*block.span)]))
        if block.kind not in ("title", "standfirst", "heading", "paragraph"):
            continue
        for run in runs_of(article.text, block, annotation.statements, language):
            if run.statements or block.kind not in ("title", "heading"):
                yield run


def _close(run: Run) -> tuple[tuple[str, float], ...]:
    """The first three of those a pronoun was weighed between, where the lead of the first is small."""
    for statement in run.statements:
        scores = [score for _, score in statement.candidates]
        if len(scores) > 1 and scores[0] - scores[1] < CLOSE:
            return tuple((name, round(score, 2)) for name, score in statement.candidates[:3])
    return ()


def entry_name(article: Article, published: Dated | None) -> str:
    """`2016-12-13-outlet-title`, cut to a slug; a date that is not one day gives `undated`."""
    day = published.edtf if published and len(published.edtf) == 10 else "undated"
    return slug(f"{day} {article.outlet or ''} {article.title}")


def _speaker(statement: Statement) -> str:
    return statement.canonical or UNNAMED_SPEAKER


def _role(statement: Statement, language: Language) -> str | None:
    """The role as written; of a speaker without a name all that is written ("two officials"), no pronoun."""
    nameless = statement.speaker.text if statement.speaker and statement.canonical is None else ""
    pronoun = nameless.casefold() in language.pronouns
    return statement.role or (None if pronoun else nameless or None)


def _fields(article: Article, about: TopicFinder, run: Run) -> Iterator[tuple[str, str]]:
    """`key`, `value` in the order of the format; a key the document says nothing about is left out."""
    found = run.statements
    if not found:
        words = article.text[slice(*run.span)]
        yield "speaker", article.republishes or article.outlet or UNNAMED_OUTLET
        yield "kind", "own-voice"
        if topics := about.names(words):
            yield "topics", topic_slugs(topics, about.topics)
        return
    yield "speaker", _speaker(found[0])
    language = language_like(article.lang)
    if role := next((role for s in found if (role := _role(s, language))), None):
        yield "role", collapse(role)
    for key in ("to", "via", "citing"):
        if value := next((v for s in found if (v := getattr(s, key))), None):
            yield key, collapse(value)
    if said := next((s.said for s in found if s.said), None):
        yield "said", said.edtf
        yield "said-from", said.reason
    yield "kind", _kind(found)
    before = run.span.start
    cues = dict.fromkeys(
        collapse(cue.text) for s in found for cue in s.cues if s.rule not in TURNS or cue.span.start >= before
    )
    if cues:
        yield "cue", CUES.join(cues)
    if topics := tuple(dict.fromkeys(topic for s in found for topic in s.topics)):
        yield "topics", topic_slugs(topics, about.topics)


def topic_slugs(names: Iterable[str], topics: Sequence[Topic]) -> str:
    """In the lexicon's order, so that the order of the words does not matter."""
    wanted = set(names)
    return ", ".join(slug(topic.name) for topic in topics if topic.name in wanted)


def _kind(statements: Sequence[Statement]) -> Kind:
    kinds = {statement.kind for statement in statements}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def _front(article: Article, annotation: Annotation, name: str) -> tuple[tuple[str, str], ...]:
    published, original = annotation.published, annotation.original_published
    furniture = sum(count_words(article.text[slice(*b.span)]) for b in article.blocks if b.kind == "furniture")
    values = (
        ("entry", name),
        ("title", article.title),
        ("outlet", article.outlet or UNNAMED_OUTLET),
        ("republished-from", article.republishes),
        ("published", published and published.edtf),
        ("published-from", published and published.reason),
        ("original-published", original and original.edtf),
        ("original-published-from", original and original.reason),
        ("author", article.author),
        ("agency", article.agency),
        ("place", article.place),
        ("section", article.section),
        ("lang", article.lang),
        ("url", article.url),
        ("archived-url", article.archived_url),
        ("rights", article.rights),
        ("seed", article.origin.path),
        ("sha256", article.origin.sha256),
        ("encoding", article.origin.encoding),
        ("furniture", f"{furniture} words left out" if furniture else None),
    )
    return tuple((key, collapse(value)) for key, value in values if value)
