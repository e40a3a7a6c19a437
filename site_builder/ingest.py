"""From `seeds/` to `content/`: every seed gets an entry, and no entry that a person edited is touched."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

from site_builder.annotate import annotate
from site_builder.annotate.years import settle_years
from site_builder.archive import Document, read_document
from site_builder.compose import compose, entry_name, mint
from site_builder.entries import NEW, Entry, format_entry, parse_entry
from site_builder.errors import InputError, Problem
from site_builder.fields import parse_yaml, read
from site_builder.files import read_bytes, read_text, walk, write_atomically
from site_builder.lexicon import Lexicon
from site_builder.model import Annotation, Article, Span
from site_builder.project import ENTRIES, MAX_TEXT, SEEDS, STATE
from site_builder.seeds import MAX_BYTES, Sidecar, parse_seed
from site_builder.text import MAX_SLUG, Searchable
from site_builder.workers import map_in_order

NOT_SEEDS = frozenset({"README.md", "README.txt"})
SIDECAR = ".yaml"
SEED = ".txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the machine remembers of an entry it wrote: the digest of its output, and where words stand."""

    seed: str
    output: str
    spans: Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An entry as it lies in the project. `edited`: a person changed it after the machine wrote it."""

    path: str
    text: str
    entry: Entry
    edited: bool


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
    articles = _articles(root, lexicon, problems)
    states = _states(root, problems)
    entries = _entries(root, states, problems)
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


# Reading


def _articles(root: Path, lexicon: Lexicon, problems: list[Problem]) -> dict[str, Article]:
    """Every good seed by its path, in the order of the paths."""
    articles: dict[str, Article] = {}
    digests: dict[str, str] = {}
    names = dict(walk(root / SEEDS)) if (root / SEEDS).is_dir() else {}
    for name, is_link in names.items():
        path = f"{SEEDS}/{name}"
        try:
            if not _is_seed(name, is_link, path, names):
                continue
            data = read_bytes(root / path, path, MAX_BYTES)
            first = digests.setdefault(sha256(data).hexdigest(), path)
            if first != path:
                message = f"expected a document of its own, found the bytes of {first}"
                raise InputError([Problem(path, 0, 0, message)])
            articles[path] = parse_seed(data, path, _sidecar(root, path), lexicon.outlets)
        except InputError as error:
            problems.extend(error.problems)
    return articles


def _is_seed(name: str, is_link: bool, path: str, names: Mapping[str, bool]) -> bool:
    """False for what may lie beside seeds; InputError for what may not."""
    if not name.isprintable():
        message = "expected a file name of printable characters, found others"
        raise InputError([Problem(ascii(path)[1:-1], 0, 0, message)])
    if is_link:
        raise InputError([Problem(path, 0, 0, "expected a file, found a link, which is not followed")])
    if name in NOT_SEEDS:
        return False
    if name.endswith(SIDECAR):
        if name.removesuffix(SIDECAR) + SEED not in names:
            missing = path.removesuffix(SIDECAR) + SEED
            message = f"expected the seed {missing} beside this sidecar, found none"
            raise InputError([Problem(path, 0, 0, message)])
        return False
    if not name.endswith(SEED):
        raise InputError([Problem(path, 0, 0, "expected a text file NAME.txt, found another kind of file")])
    return True


def _sidecar(root: Path, seed: str) -> Sidecar:
    path = seed.removesuffix(SEED) + SIDECAR
    if not (root / path).exists():
        return Sidecar()
    data = parse_yaml(read_text(root / path, path, MAX_TEXT), path)
    sidecar, unknown = read(Sidecar, data) if data.value else (Sidecar(), ())
    if unknown:
        raise InputError(unknown)
    return sidecar


def _states(root: Path, problems: list[Problem]) -> dict[str, State]:
    """Entry name → state; a state that cannot be read counts as none, and its entry as edited."""
    states = {}
    folder = root / STATE
    for name, _ in walk(folder) if folder.is_dir() else ():
        shown = f"{STATE}/{name}"
        try:
            raw = json.loads(read_text(folder / name, shown, MAX_BYTES * 4))
            spans = {made: tuple(Span(*span) for span in places) for made, places in raw["spans"].items()}
            states[name.removesuffix(".json")] = State(seed=raw["seed"], output=raw["output"], spans=spans)
        except InputError as error:
            problems.extend(error.problems)
        except (ValueError, KeyError, TypeError, AttributeError):
            problems.append(Problem(shown, 0, 0, "expected a state file of this program, found something else"))
    return states


def _entries(root: Path, states: Mapping[str, State], problems: list[Problem]) -> dict[str, Written]:
    """Entry name (of its file) → the entry; one with a fault is left out, and never written over."""
    entries = {}
    folder = root / ENTRIES
    for file, is_link in walk(folder) if folder.is_dir() else ():
        path = f"{ENTRIES}/{file}"
        try:
            if is_link or not file.endswith(".md") or "/" in file:
                raise InputError([Problem(path, 0, 0, "expected an entry NAME.md, found something else")])
            text = read_text(folder / file, path, MAX_TEXT)
            entry = parse_entry(text, path)
            name = file.removesuffix(".md")
            if entry.get("entry") != name:
                found = f"found {entry.get('entry') or 'none'!r}"
                raise InputError([Problem(path, entry.line_of("entry"), 1, f"expected entry: {name}, {found}")])
            edited = name not in states or states[name].output != sha256(text.encode()).hexdigest()
            entries[name] = Written(path=path, text=text, entry=entry, edited=edited)
        except InputError as error:
            problems.extend(error.problems)
    return entries


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
        write_atomically(self.root / STATE / f"{name}.json", _format_state(state))
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


def _format_state(state: State) -> bytes:
    spans = ",\n".join(f'  "{made}": {json.dumps(places)}' for made, places in state.spans.items())
    head = f'{{\n "seed": {json.dumps(state.seed)},\n "output": "{state.output}",\n "spans": {{\n'
    return f"{head}{spans}\n }}\n}}\n".encode()
