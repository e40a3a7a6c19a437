"""From `seeds/` to `content/`: every seed gets an entry, and no entry that a person edited is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

from site_builder.annotate import annotate
from site_builder.annotate.years import settle_years
from site_builder.archive import Document, read_document
from site_builder.compose import compose, entry_name, mint
from site_builder.entries import NEW, Entry, format_entry, parse_entry
from site_builder.entryfiles import State, Written, format_state, read_entries, read_states
from site_builder.errors import Problem
from site_builder.files import write_atomically
from site_builder.lexicon import Lexicon
from site_builder.merge import Base, base_of, merge
from site_builder.model import Annotation, Article, Span
from site_builder.project import ENTRIES, STATE
from site_builder.seedfiles import read_articles, sidecar_of
from site_builder.text import MAX_SLUG, Searchable
from site_builder.workers import map_in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    written: tuple[str, ...]
    """Paths of the entries and states this run made or changed."""
    edited: int
    """Entries left as a person made them."""


def ingest(root: Path, lexicon: Lexicon, jobs: int = 1, write: bool = True) -> Ingested:
    """Read every seed, bring `content/entries/` up to date, and read the entries back.

    With `write` off nothing is written, and entries are read as they lie.
    """
    problems: list[Problem] = []
    annotated = annotate_seeds(root, lexicon, jobs, problems)
    states = read_states(root, problems)
    entries = read_entries(root, states, problems)
    changed: list[str] = []
    articles = {article.origin.path: article for article, _ in annotated}
    for article, annotation in annotated:
        update = _Update(root, article, articles.keys(), entries, states)
        changed.extend(update.run(annotation, lexicon, problems, write))
    documents = tuple(_documents(articles, entries, states, problems))
    edited = sum(entry.edited for entry in entries.values())
    return Ingested(documents=documents, problems=tuple(problems), written=tuple(changed), edited=edited)


def annotate_seeds(
    root: Path, lexicon: Lexicon, jobs: int, problems: list[Problem]
) -> tuple[tuple[Article, Annotation], ...]:
    """Every good seed with what it says; what one document leaves open, the others may settle."""
    articles = tuple(read_articles(root, lexicon, problems).values())
    annotations = map_in_order(annotate, articles, lexicon, jobs=jobs)
    settled = settle_years(tuple(zip(articles, annotations, strict=True)))
    return tuple(zip(articles, settled, strict=True))


def _documents(
    articles: Mapping[str, Article],
    entries: Mapping[str, Written],
    states: Mapping[str, State],
    problems: list[Problem],
) -> Iterator[Document]:
    seen: dict[str, str] = {}
    faulty = {problem.path for problem in problems}
    for name, written in sorted(entries.items()):
        seed = written.entry.get("seed") or ""
        article = articles.get(seed)
        line = written.entry.line_of("seed")
        if article is None and faulty.isdisjoint((seed, sidecar_of(seed))):
            message = f"expected the seed {seed!r}, found none: put it back, or delete this entry"
            problems.append(Problem(written.path, line, 1, message))
        elif article and written.entry.get("sha256") != article.origin.sha256:
            line = written.entry.line_of("sha256")
            message = f"expected the sha256 of {seed}, found another: the seed has changed since"
            problems.append(Problem(written.path, line, 1, message))
        sections = states[name].base.sections if name in states else {}
        spans = {made: known.spans for made, known in sections.items()}
        machine = {made: dict(known.fields) for made, known in sections.items()}
        machine[""] = dict(states[name].base.front) if name in states else {}
        document, found = read_document(written.entry, written.path, article, spans, machine)
        problems.extend(found)
        if document is None:
            continue
        for record in document.records:
            if (first := seen.setdefault(record.id, written.path)) != written.path:
                message = f"expected every id once in the archive, found {record.id} in {first} too"
                problems.append(Problem(written.path, 0, 0, message))
        yield document


# Writing


class _Update:
    """Bringing the entry of one seed up to date."""

    def __init__(
        self,
        root: Path,
        article: Article,
        seeds: Set[str],
        entries: dict[str, Written],
        states: dict[str, State],
    ) -> None:
        self.root, self.article, self.entries, self.states = root, article, entries, states
        origin = article.origin
        by_entry = (name for name, written in entries.items() if written.entry.get("seed") == origin.path)
        by_state = (name for name, state in states.items() if state.seed == origin.path)
        moved = (
            name
            for name, written in entries.items()
            if written.entry.get("sha256") == origin.sha256 and written.entry.get("seed") not in seeds
        )
        self.name = next(by_entry, None) or next(by_state, None) or next(moved, None)

    def run(
        self, annotation: Annotation, lexicon: Lexicon, problems: list[Problem], write: bool
    ) -> Iterator[str]:
        """Write the entry and its state; yield the paths of those whose content changed.

        With `write` off a file that is there stays as it lies, so that problems name its lines.
        """
        name = self.name or self._free_name(entry_name(self.article, annotation.published))
        path = f"{ENTRIES}/{name}.md"
        if name not in self.entries and (self.root / path).exists():
            return  # it has a fault, which is reported, and may hold a person's work
        written, state = self._brought_up(name, path, annotation, lexicon, problems)
        if not write:
            self.entries.setdefault(name, written)
            self.states.setdefault(name, state)
            return
        self.entries[name], self.states[name] = written, state
        for place, content in (
            (path, written.text.encode()),
            (f"{STATE}/{name}.json", format_state(state)),
        ):
            if write_atomically(self.root / place, content):
                yield place

    def _brought_up(
        self, name: str, path: str, annotation: Annotation, lexicon: Lexicon, problems: list[Problem]
    ) -> tuple[Written, State]:
        """The entry as it is to be, and what is to be remembered of it."""
        state = self.states.get(name)
        base = state.base if state else Base()
        written = self.entries.get(name)
        if written:
            written = self._with_ids(written, base)
        text_of_seed = Searchable(self.article.text)
        places = _places(text_of_seed, written.entry) if written else {}
        known = _known(text_of_seed, base, places)
        there = {section.id for section in written.entry.sections} if written else set()
        draft = compose(self.article, annotation, lexicon, name, known.items())
        draft = draft.without(base.gone.keys() - there)
        text, now = format_entry(draft.entry), base_of(draft, base.gone)
        if written and (written.edited or not base.sections.keys() <= now.sections.keys()):
            merged = merge(written.text, path, written.entry, base, draft, places)
            text, now = merged.text, merged.base
            problems.extend(merged.problems)
        if written is None:
            written = Written(path=path, text=text, entry=parse_entry(text, path), edited=False)
        last = state.output if state else ""
        output = last if written.edited else sha256(text.encode()).hexdigest()
        return written.with_text(text), State(seed=self.article.origin.path, output=output, base=now)

    def _with_ids(self, written: Written, base: Base) -> Written:
        """The same file with an id in place of every `### new` whose words are found."""
        lines = written.text.split("\n")
        text = Searchable(self.article.text)
        taken = {section.id for section in written.entry.sections} | base.gone.keys() | base.sections.keys()
        for section in written.entry.sections:
            places = text.find(section.passages[0].words) if section.passages else ()
            if section.id == NEW and len(places) == 1:
                made = mint(self.article.origin.sha256, places[0].start, taken)
                taken.add(made)
                lines[section.line - 1] = lines[section.line - 1].replace(NEW, made)
        return written.with_text("\n".join(lines))

    def _free_name(self, wanted: str) -> str:
        taken = self.entries.keys() | self.states.keys()
        names = (wanted if number == 1 else f"{wanted[: MAX_SLUG - 4]}-{number}" for number in count(1))
        return next(n for n in names if n not in taken and not (self.root / ENTRIES / f"{n}.md").exists())


def _places(text: Searchable, entry: Entry) -> dict[str, tuple[Span, ...]]:
    """Where the statements of a file stand in the seed, as far as each passage is found there once."""
    found = {section.id: _once(text, [p.words for p in section.passages]) for section in entry.sections}
    return {made: spans for made, spans in found.items() if spans}


def _known(
    text: Searchable, base: Base, places: Mapping[str, tuple[Span, ...]]
) -> dict[str, tuple[Span, ...]]:
    """Where each id stands: the machine's by its own last words, a person's by theirs, the deleted last."""
    stands = {made: _once(text, item.words) or item.spans for made, item in base.sections.items()}
    own = {made: spans for made, spans in places.items() if made not in stands}
    gone = {made: _once(text, item.words) or item.spans for made, item in base.gone.items()}
    return {**stands, **own, **{made: spans for made, spans in gone.items() if made not in stands}}


def _once(text: Searchable, words: Iterable[str]) -> tuple[Span, ...]:
    """The places of all the words when each stands in the text once; else ()."""
    found = [text.find(passage) for passage in words]
    return tuple(places[0] for places in found) if all(len(places) == 1 for places in found) else ()
