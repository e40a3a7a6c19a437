"""One entry brought up to date: the file as it lies, the machine's reading of its seed, and what is
remembered of the last one, made into the file as it is to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from site_builder.compose import compose, mint
from site_builder.entries import NEW, Entry, format_entry, parse_entry
from site_builder.entryfiles import State, Written
from site_builder.errors import Problem
from site_builder.lexicon import Lexicon
from site_builder.merge import Base, base_of, merge
from site_builder.model import Annotation, Article, Span
from site_builder.project import ENTRIES
from site_builder.text import Searchable


def regenerate(
    name: str,
    article: Article,
    annotation: Annotation,
    lexicon: Lexicon,
    written: Written | None,
    state: State | None,
    problems: list[Problem],
) -> tuple[Written, State]:
    """The entry as it is to be, and what is to be remembered of it. Done again, it changes nothing."""
    path = f"{ENTRIES}/{name}.md"
    base = state.base if state else Base()
    text_of_seed = Searchable(article.text)
    if written:
        written = _with_ids(written, base, article, text_of_seed)
    places = _places(text_of_seed, written.entry) if written else {}
    known = _known(text_of_seed, base, places)
    there = {section.id for section in written.entry.sections} if written else set()
    draft = compose(article, annotation, lexicon, name, known.items())
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
    return written.with_text(text), State(seed=article.origin.path, output=output, base=now)


def _with_ids(written: Written, base: Base, article: Article, text: Searchable) -> Written:
    """The same file with an id in place of every `### new` whose words are found."""
    lines = written.text.split("\n")
    taken = {section.id for section in written.entry.sections} | base.gone.keys() | base.sections.keys()
    for section in written.entry.sections:
        places = text.find(section.passages[0].words) if section.passages else ()
        if section.id == NEW and len(places) == 1:
            made = mint(article.origin.sha256, places[0].start, taken)
            taken.add(made)
            lines[section.line - 1] = lines[section.line - 1].replace(NEW, made)
    return written.with_text("\n".join(lines))


def _places(text: Searchable, entry: Entry) -> dict[str, tuple[Span, ...]]:
    """Where the statements of a file stand in the seed, as far as each passage is found there once."""
    found = {section.id: _once(text, [p.words for p in section.passages]) for section in entry.sections}
    return {made: spans for made, spans in found.items() if spans}


def _known(text: Searchable, base: Base, places: Mapping[str, tuple[Span, ...]]) -> dict[str, tuple[Span, ...]]:
    """Where each id stands: the machine's by its own last words, a person's by theirs, the deleted last."""
    stands = {made: _once(text, item.words) or item.spans for made, item in base.sections.items()}
    own = {made: spans for made, spans in places.items() if made not in stands}
    gone = {made: _once(text, item.words) or item.spans for made, item in base.gone.items()}
    return {**stands, **own, **{made: spans for made, spans in gone.items() if made not in stands}}


def _once(text: Searchable, words: Iterable[str]) -> tuple[Span, ...]:
    """The places of all the words when each stands in the text once; else ()."""
    found = [text.find(passage) for passage in words]
    return tuple(places[0] for places in found) if all(len(places) == 1 for places in found) else ()
