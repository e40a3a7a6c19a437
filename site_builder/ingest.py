"""From `seeds/` to `content/`: every seed gets an entry, and no entry that a person edited is touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

from site_builder.annotate import annotate
from site_builder.annotate.years import settle_years
from site_builder.archive import Document, read_document
from site_builder.compose import compose, entry_name, mint
from site_builder.entries import NEW, format_entry, parse_entry
from site_builder.entryfiles import State, Written, format_state, read_entries, read_states
from site_builder.errors import Problem
from site_builder.files import write_atomically
from site_builder.lexicon import Lexicon
from site_builder.model import Annotation, Article
from site_builder.project import ENTRIES, STATE
from site_builder.seedfiles import read_articles
from site_builder.text import MAX_SLUG, Searchable
from site_builder.workers import map_in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    written: tuple[str, ...]
    """Paths of the entries this run made or changed."""
    edited: int
    """Entries left as a person made them."""


def ingest(root: Path, lexicon: Lexicon, jobs: int = 1, write: bool = True) -> Ingested:
    """Read every seed, bring `content/entries/` up to date, and read the entries back.

    With `write` off nothing is written, and a seed without an entry has no document.
    """
    problems: list[Problem] = []
    articles = read_articles(root, lexicon, problems)
    states = read_states(root, problems)
    entries = read_entries(root, states, problems)
    changed: list[str] = []
    if write:
        annotations = map_in_order(annotate, tuple(articles.values()), lexicon, jobs=jobs)
        settled = settle_years(tuple(zip(articles.values(), annotations, strict=True)))
        for article, annotation in zip(articles.values(), settled, strict=True):
            update = _Update(root, article, entries, states)
            changed.extend(update.keep() if update.edited else update.write(annotation, lexicon))
    documents = tuple(_documents(articles, entries, states, problems))
    edited = sum(entry.edited for entry in entries.values())
    return Ingested(documents=documents, problems=tuple(problems), written=tuple(changed), edited=edited)


def _documents(
    articles: Mapping[str, Article],
    entries: Mapping[str, Written],
    states: Mapping[str, State],
    problems: list[Problem],
) -> Iterator[Document]:
    seen: dict[str, str] = {}
    for name, written in sorted(entries.items()):
        seed = written.entry.get("seed") or ""
        article = articles.get(seed)
        line = written.entry.line_of("seed")
        if article is None:
            message = f"expected the seed {seed!r}, found none that can be read"
            problems.append(Problem(written.path, line, 1, message))
        elif written.entry.get("sha256") != article.origin.sha256:
            line = written.entry.line_of("sha256")
            message = f"expected the sha256 of {seed}, found another: the seed has changed since"
            problems.append(Problem(written.path, line, 1, message))
        spans = states[name].spans if name in states else {}
        document, found = read_document(written.entry, written.path, article, spans)
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
        self, root: Path, article: Article, entries: dict[str, Written], states: dict[str, State]
    ) -> None:
        self.root, self.article, self.entries, self.states = root, article, entries, states
        seed = article.origin.path
        by_entry = (name for name, written in entries.items() if written.entry.get("seed") == seed)
        by_state = (name for name, state in states.items() if state.seed == seed)
        self.name = next(by_entry, None) or next(by_state, None)
        self.existing = entries.get(self.name) if self.name else None

    @property
    def edited(self) -> bool:
        """Whether a person has a hand in what lies there: also when it cannot be read."""
        if self.existing:
            return self.existing.edited
        return self.name is not None and (self.root / ENTRIES / f"{self.name}.md").exists()

    def keep(self) -> Iterator[str]:
        """A person's entry stays as it is, but for ids in place of `### new`."""
        if self.existing is None:
            return
        lines = self.existing.text.split("\n")
        text = Searchable(self.article.text)
        taken = {section.id for section in self.existing.entry.sections}
        for section in self.existing.entry.sections:
            places = text.find(section.passages[0].words) if section.passages else ()
            if section.id == NEW and len(places) == 1:
                made = mint(self.article.origin.sha256, places[0].start, taken)
                taken.add(made)
                lines[section.line - 1] = lines[section.line - 1].replace(NEW, made)
        text_now = "\n".join(lines)
        if text_now != self.existing.text:
            self.put(text_now, edited=True)
            yield self.existing.path

    def write(self, annotation: Annotation, lexicon: Lexicon) -> Iterator[str]:
        """The machine's entry, under the name it has or a free one."""
        name = self.name or self.free_name(entry_name(self.article, annotation.published))
        known = self.states[name].spans.items() if name in self.states else ()
        draft = compose(self.article, annotation, lexicon, name, known)
        self.name = name
        text = format_entry(draft.entry)
        state = State(
            seed=self.article.origin.path, output=sha256(text.encode()).hexdigest(), spans=dict(draft.spans)
        )
        changed = self.put(text, edited=False)
        self.states[name] = state
        write_atomically(self.root / STATE / f"{name}.json", format_state(state))
        if changed:
            yield f"{ENTRIES}/{name}.md"

    def put(self, text: str, edited: bool) -> bool:
        path = f"{ENTRIES}/{self.name}.md"
        self.entries[str(self.name)] = Written(
            path=path, text=text, entry=parse_entry(text, path), edited=edited
        )
        return write_atomically(self.root / path, text.encode())

    def free_name(self, wanted: str) -> str:
        taken = self.entries.keys() | self.states.keys()
        names = (wanted if number == 1 else f"{wanted[: MAX_SLUG - 4]}-{number}" for number in count(1))
        return next(n for n in names if n not in taken and not (self.root / ENTRIES / f"{n}.md").exists())
