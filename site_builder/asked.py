"""What `site-builder explain` is asked about: a file, a seed of the archive, or a statement by its id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from site_builder.annotated import annotated
from site_builder.entries import ID
from site_builder.entryfiles import read_entries, read_states
from site_builder.errors import InputError, Problem
from site_builder.explain import Style, explain_document, explain_statement
from site_builder.files import read_bytes
from site_builder.ingest import annotate_seeds
from site_builder.lexicon import Lexicon
from site_builder.model import Annotation, Article, Span, Statement
from site_builder.project import read_lexicon
from site_builder.seeds import MAX_BYTES


def ask(root: Path, target: str, style: Style) -> Iterator[str]:
    """The answer, line by line. Raises InputError when there is no such file or statement."""
    lexicon = read_lexicon(root, [])
    if ID.fullmatch(target):
        yield from _about_statement(root, target, lexicon, style)
        return
    article, annotation = _document(root, target, lexicon)
    yield from explain_document(article, annotation, style)
    for statement in annotation.statements:
        yield ""
        yield from explain_statement(article, statement, lexicon, style)


def _document(root: Path, target: str, lexicon: Lexicon) -> tuple[Article, Annotation]:
    """A seed as its archive reads it, with the other documents' help; any other file by itself."""
    place = Path(target)
    if place.is_file() and place.resolve().is_relative_to(root.resolve()):
        path = place.resolve().relative_to(root.resolve()).as_posix()
        for article, annotation in annotate_seeds(root, lexicon, 1, []):
            if article.origin.path == path:
                return article, annotation
    return annotated(read_bytes(place, target, MAX_BYTES), target, lexicon)


def _about_statement(root: Path, made: str, lexicon: Lexicon, style: Style) -> Iterator[str]:
    states = read_states(root, [])
    name, state = next(((n, s) for n, s in states.items() if made in s.base.sections), ("", None))
    if state is None:
        message = f"expected the id of a statement in content/entries, found {made!r}"
        raise InputError([Problem("site-builder explain", 0, 0, message)])
    written = read_entries(root, states, []).get(name)
    section = next((s for s in written.entry.sections if s.id == made), None) if written else None
    if written and section:
        yield style(f"{written.path}:{section.line}  {made}", "label")
        yield from (f"    {key:<10} {value}" for key, value in section.fields)
        yield ""
        yield "The machine reads it so:"
    spans = state.base.sections[made].spans
    for article, annotation in annotate_seeds(root, lexicon, 1, []):
        if article.origin.path == state.seed:
            found = [statement for statement in annotation.statements if _inside(statement, spans)]
            for statement in found:
                yield from explain_statement(article, statement, lexicon, style)
            if not found:
                yield "  as the outlet's own voice: no words there that attribute it to anybody"


def _inside(statement: Statement, spans: tuple[Span, ...]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in statement.spans for b in spans)
