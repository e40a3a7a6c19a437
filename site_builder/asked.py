"""What `site-builder explain` is asked about: a file, a seed of the archive, or a statement by its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from site_builder.annotated import annotated
from site_builder.digests import Digests
from site_builder.entries import ID, Section
from site_builder.entryfiles import State, Written, read_entries, read_entry, read_states, taken_out
from site_builder.errors import InputError, Problem
from site_builder.examine import explain_groups, take_in
from site_builder.explain import Style, explain_document, explain_statement
from site_builder.files import read_bytes
from site_builder.lexicon import Lexicon
from site_builder.memo import Memo
from site_builder.model import Annotation, Article, Span, Statement
from site_builder.project import ENTRIES, read_config, read_lexicon, read_project
from site_builder.seeds import MAX_BYTES
from site_builder.sources import read_sources
from site_builder.text import Searchable
from site_builder.unchanged import MEMO, program


def ask(root: Path, target: str, style: Style) -> Iterator[str]:
    """The answer, line by line. Raises InputError when there is no such file or statement."""
    if ID.fullmatch(target) or (target.startswith("s-") and not Path(target).exists()):
        yield from _about_statement(root, target, style)
        return
    lexicon = read_lexicon(root, [])
    article, annotation = _document(root, target, lexicon, read_config(root, []).attitudes)
    yield from explain_document(article, annotation, style)
    for statement in annotation.statements:
        yield ""
        yield from explain_statement(article, statement, lexicon, style)


def _document(root: Path, target: str, lexicon: Lexicon, attitudes: bool) -> tuple[Article, Annotation]:
    """A seed, or that of an entry, as its archive reads it, with the other documents' help; any other file by
    itself."""
    place = Path(target)
    if place.is_file() and place.resolve().is_relative_to(root.resolve()):
        path = place.resolve().relative_to(root.resolve()).as_posix()
        with Memo(root / MEMO, program(), write=False) as memo:
            sources = read_sources(root, lexicon, memo, Digests(root, memo), [], attitudes=attitudes)
            seed = _seed_of(root, path)
            if seed in sources.keys:
                return sources.read(seed)
        if seed != path:
            message = f"expected an entry whose seed can be read, found {seed!r}"
            raise InputError([Problem(path, 0, 0, message)])
    return annotated(read_bytes(place, target, MAX_BYTES), target, lexicon, attitudes)


def _seed_of(root: Path, path: str) -> str:
    """The seed that an entry of the archive was made from; the path itself for any other file."""
    folder, _, file = path.rpartition("/")
    if folder != ENTRIES or not file.endswith(".md"):
        return path
    return read_entry(root, file.removesuffix(".md"), None).entry.get("seed") or ""


def _about_statement(root: Path, made: str, style: Style) -> Iterator[str]:
    problems: list[Problem] = []
    states = read_states(root, problems)
    entries = read_entries(root, states, problems)
    asked = _entry_of(made, entries, states)
    if asked is None and (lines := tuple(_about_deleted(made, states, style))):
        yield from lines
        return
    if asked is None:
        message = f"expected the id of a statement in content/entries, found {made!r}"
        raise InputError([*problems, Problem("site-builder explain", 0, 0, message)])
    if asked not in entries:
        raise InputError(problem for problem in problems if problem.path == f"{ENTRIES}/{asked}.md")
    written, state = entries[asked], states.get(asked)
    section = next((s for s in written.entry.sections if s.id == made), None)
    if section:
        yield style(f"{written.path}:{section.line}  {made}", "label")
        yield from (f"    {key:<10} {value}" for key, value in section.fields)
        yield ""
    yield "The machine reads it so:"
    with Memo(root / MEMO, program(), write=False) as memo:
        examined = take_in(read_project(root), memo, write=False)
        sources = examined.ingested.sources
        seed = next(
            (document.front.get("seed", "") for document in examined.documents if document.name == asked), ""
        )
        if seed in sources.keys:
            article, annotation = sources.read(seed)
            known = state.base.sections.get(made) if state else None
            spans = known.spans if known else _places(article, section)
            yield from _readings(article, annotation, spans, examined.project.lexicon, style)
    if lines := explain_groups(examined, made):
        yield ""
        yield "Among the other statements:"
        yield from (f"  {line}" for line in lines)


def _about_deleted(made: str, states: Mapping[str, State], style: Style) -> Iterator[str]:
    """Where a statement stood that was taken out, and how it comes back; nothing for any other id."""
    for name, gone, known in taken_out(states):
        if gone == made:
            by_hand = made in states[name].base.gone
            yield style(f"{ENTRIES}/{name}.md  {made}", "label")
            yield from (f"    {key:<10} {value}" for key, value in known.fields)
            yield from (f"    {'words':<10} {words}" for words in known.words)
            yield ""
            how = "was deleted by hand" if by_hand else "was taken out by prune"
            yield f"It {how} from {ENTRIES}/{name}.md: `site-builder restore {made}` brings it back."


def _entry_of(made: str, entries: Mapping[str, Written], states: Mapping[str, State]) -> str | None:
    """The name of the entry a statement stands in, or stood in when the machine last wrote it."""
    in_files = (n for n, written in entries.items() if any(s.id == made for s in written.entry.sections))
    in_states = (n for n, state in states.items() if made in state.base.sections)
    return next(in_files, None) or next(in_states, None)


def _places(article: Article, section: Section | None) -> tuple[Span, ...]:
    """Where the words of a person's own statement stand."""
    text = Searchable(article.text)
    return tuple(span for passage in section.passages for span in text.find(passage.words)) if section else ()


def _readings(
    article: Article, annotation: Annotation, spans: tuple[Span, ...], lexicon: Lexicon, style: Style
) -> Iterator[str]:
    found = [statement for statement in annotation.statements if _inside(statement, spans)]
    for number, statement in enumerate(found):
        if number:
            yield ""
        yield from explain_statement(article, statement, lexicon, style)
    if not found:
        yield "  as the outlet's own voice: no words there that attribute it to anybody"


def _inside(statement: Statement, spans: tuple[Span, ...]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in statement.spans for b in spans)
