"""From `seeds/` to `content/`: every seed gets an entry, and no entry that a person edited is touched.

What is written in `content/` is a fixed point: read again with the same seeds, it stays as it is. So an
entry whose seed, file and state are those of an earlier build need not be looked at again: its document
is remembered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.archive import Document
from site_builder.brought import Brought, as_it_lies, unread
from site_builder.compose import entry_name
from site_builder.digest import key_of
from site_builder.digests import Digests
from site_builder.entryfiles import (
    State,
    Written,
    format_state,
    read_entry,
    read_state,
    regenerate,
    state_names,
    under_new_name,
)
from site_builder.errors import InputError, Problem
from site_builder.files import write_atomically
from site_builder.lexicon import Lexicon
from site_builder.memo import Memo
from site_builder.memory import Former
from site_builder.model import Article
from site_builder.pairing import Label, free_name, labels_of, pair
from site_builder.project import ENTRIES, MAX_STATE, MAX_TEXT, STATE
from site_builder.remarks import cut_anew, followed, ids_twice, not_its_own, of_seed
from site_builder.review import Item
from site_builder.seedfiles import sidecar_of
from site_builder.sources import Sources, read_sources
from site_builder.update import changed_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    documents: tuple[Document, ...]
    """Without their articles, which `sources` gives."""
    problems: tuple[Problem, ...]
    checked: tuple[Problem, ...]
    """What an editor should look at in the documents, one by one."""
    written: tuple[str, ...]
    """Paths of the entries and states this run made or changed."""
    reworded: tuple[str, ...]
    """A line for each entry whose words followed its seed, which had changed."""
    edited: int
    """Entries left as a person made them."""
    sources: Sources
    review: tuple[Item, ...]
    """What the machine was unsure of, document by document."""
    formers: tuple[Former, ...]
    """What else was published of the entries."""


def ingest(
    root: Path,
    lexicon: Lexicon,
    memo: Memo | None = None,
    jobs: int = 1,
    write: bool = True,
    attitudes: bool = False,
) -> Ingested:
    """Read every seed, bring `content/entries/` up to date, and read the entries back.

    With `write` off nothing is written, and entries are read as they lie; with `attitudes` they hold what
    somebody wants or believes, too.
    """
    memo = memo or Memo(None, "")
    problems: list[Problem] = []
    files = Digests(root, memo)
    labels = labels_of(root, memo, files, problems)
    owned = frozenset(label.seed for label in labels.values())
    sources = read_sources(root, lexicon, memo, files, problems, jobs=jobs, attitudes=attitudes, owned=owned)
    entries = _Entries(root, lexicon, memo, files, sources, labels, write, problems)
    brought = tuple(entries.brought_up())
    documents = tuple(sorted((b.document for b in brought if b.document), key=lambda d: d.name))
    problems.extend(problem for each in brought for problem in each.problems)
    problems.extend(ids_twice(documents))
    files.keep()
    return Ingested(
        documents=documents,
        problems=tuple(problems),
        checked=tuple(problem for each in brought for problem in each.checked),
        written=tuple(entries.written),
        reworded=tuple(entries.reworded),
        edited=sum(each.edited for each in brought),
        sources=sources,
        review=tuple(item for each in brought for item in each.review),
        formers=tuple(each.former for each in brought if each.former),
    )


@dataclass(slots=True)
class _Entries:
    """The entries of a project, brought up to date seed by seed; then those whose seed is gone."""

    root: Path
    lexicon: Lexicon
    memo: Memo
    files: Digests
    sources: Sources
    labels: dict[str, Label]
    """What every entry says of its seed."""
    write: bool
    problems: list[Problem]
    written: list[str] = field(default_factory=list)
    reworded: list[str] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)
    """Entry → the name its file had."""
    keys: list[str] = field(default_factory=list)

    def brought_up(self) -> Iterator[Brought]:
        labels = dict(self.labels)
        names, self.renamed = pair(self.root, labels, self.sources.digests, self.problems)
        states = set(state_names(self.root)) - set(self.renamed.values())
        taken = {*labels, *states}
        for path in self.sources.keys:
            name = names.get(path)
            if name is None:
                article, annotation = self.sources.read(path)
                name = free_name(entry_name(article, annotation.published), taken)
                taken.add(name)
            labels.pop(name, None)
            states.discard(name)
            key = self._key(path, name)
            yield self.memo.recall("brought", key, Brought) or self._bring_up(path, name, key)
            self.keys.append(self._key(path, name))
        faulty = {problem.path for problem in self.problems}
        for name in sorted(labels):
            states.discard(name)
            seed = labels[name].seed
            if (first := names.get(seed, name)) != name:
                yield self._second(name, seed, first)
                continue
            told = not faulty.isdisjoint((seed, sidecar_of(seed)))
            key = self._key(None, name) + ("-told" if told else "")
            self.keys.append(key)
            yield self.memo.recall("brought", key, Brought) or self._without_seed(name, key, told)
        for name in sorted(states):
            if state := read_state(self.root, name, self.problems):
                yield unread(name, state)
        if self.write:
            self.memo.keep_only("brought", self.keys)

    def _key(self, seed: str | None, name: str) -> str:
        settled = self.sources.settled.get(seed) if seed else None
        return key_of(
            self.sources.keys[seed] if seed else key_of(repr(self.lexicon)),
            repr(settled) if settled else None,
            name,
            self.files.of(f"{ENTRIES}/{name}.md", MAX_TEXT),
            self.files.of(f"{STATE}/{name}.json", MAX_STATE),
        )

    def _bring_up(self, seed: str, name: str, key: str) -> Brought:
        article, annotation = self.sources.read(seed)
        problems: list[Problem] = []
        state = self._state(name, problems)
        try:
            written = self._entry(name, state)
        except InputError as error:  # it may hold a person's work
            return unread(name, state, (*problems, *error.problems))
        now, remembered = regenerate(name, article, annotation, self.lexicon, written, state, problems)
        write = self.write and (
            state is not None or not self._state_path(self.renamed.get(name, name)).exists()
        )
        if write and self._saved_since(now.path, written):
            return self._as_it_lies(now, remembered, article, problems)
        changed = self._write(name, now, remembered) if write else False
        if changed and written and state:
            others = changed_words(written.entry, now.entry)
            if state.base.sha256 != article.origin.sha256:
                self.reworded.extend(followed(now.path, seed, others))
            else:
                reviewed = {section.id for section in now.entry.sections if section.get("reviewed")}
                self.reworded.extend(cut_anew(now.path, (made for made in others if made in reviewed)))
        if written and not write:
            now, remembered = written, state or remembered
        brought = self._as_it_lies(now, remembered, article, problems)
        if not written or not changed:
            # What a merge has to say of its changes is said once.
            self.memo.keep("brought", self._key(seed, name) if changed else key, brought)
        return brought

    def _without_seed(self, name: str, key: str, told: bool) -> Brought:
        """`told`: the seed lies there, and what is wrong with it or its sidecar is said already."""
        problems: list[Problem] = []
        state = self._state(name, problems)
        try:
            written = self._entry(name, state)
        except InputError as error:
            return unread(name, state, (*problems, *error.problems))
        if written is None:
            return unread(name, state, tuple(problems))
        brought = self._as_it_lies(written, state, None, problems, told)
        self.memo.keep("brought", key, brought)
        return brought

    def _second(self, name: str, seed: str, first: str) -> Brought:
        """An entry of a seed that has one: its statements would count twice."""
        try:
            written = read_entry(self.root, name, None)
        except InputError as error:
            return Brought(document=None, problems=error.problems)
        return Brought(document=None, problems=(not_its_own(written, seed, first),))

    def _state_path(self, name: str) -> Path:
        return self.root / STATE / f"{name}.json"

    def _state(self, name: str, problems: list[Problem]) -> State | None:
        """What is remembered of an entry, under its former name if a person gave it another."""
        former = self.renamed.get(name, name)
        state = read_state(self.root, former, problems) if self._state_path(former).exists() else None
        if state and former != name:
            state = under_new_name(state, former, name)
        return state

    def _entry(self, name: str, state: State | None) -> Written | None:
        there = (self.root / ENTRIES / f"{name}.md").exists()
        return read_entry(self.root, name, state) if there else None

    def _saved_since(self, path: str, read: Written | None) -> bool:
        """Whether a person saved the entry after it was read: theirs stays, and the next build reads it."""
        try:
            now = (self.root / path).read_bytes()
        except FileNotFoundError:
            return read is not None
        return read is None or now != read.text.encode()

    def _write(self, name: str, written: Written, state: State) -> bool:
        contents = {written.path: written.text.encode(), f"{STATE}/{name}.json": format_state(state)}
        changed = {path: content for path, content in contents.items()
                   if write_atomically(self.root / path, content)}  # fmt: skip
        self.files.written(changed)
        self.written.extend(changed)
        if former := self.renamed.get(name):
            self._state_path(former).unlink(missing_ok=True)
            self.written.append(f"{STATE}/{former}.json")
        return bool(changed)

    def _as_it_lies(
        self,
        written: Written,
        state: State | None,
        article: Article | None,
        problems: list[Problem],
        told: bool = False,
    ) -> Brought:
        problems.extend(of_seed(written, article, told))
        return as_it_lies(written, state, article, self.lexicon, problems)
