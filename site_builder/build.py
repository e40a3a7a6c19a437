"""The build, read from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from site_builder.archive import Document, without_drafts
from site_builder.check import check_archive
from site_builder.comparison import compare, unsure_items
from site_builder.errors import InputError, Problem, errors_of
from site_builder.examine import examine
from site_builder.files import write_atomically
from site_builder.index import Index, make_index
from site_builder.ingest import Ingested, ingest
from site_builder.memo import Memo
from site_builder.pagefind import Pagefind
from site_builder.plan import Plan, make_plan
from site_builder.present import make_archive
from site_builder.project import PAGE_PATH, PUBLISHED, read_project, read_published
from site_builder.renew import Renewed, renew
from site_builder.report import Report
from site_builder.review import FILE, Item, as_markdown, in_order
from site_builder.unchanged import MEMO, program


def build(
    root: Path,
    output: Path,
    *,
    jobs: int = 1,
    base_url: str | None = None,
    drafts: bool = False,
    whole: bool = False,
    pagefind: Pagefind | None = None,
    step: Callable[[str], None] = lambda words: None,
) -> Report:
    """Seeds to entries, entries to pages, pages to `output`. Raises InputError when nothing can be built,
    and with `whole` when anything could not: the site then stays as it is."""
    project = read_project(root, base_url)
    with Memo(root / MEMO, program()) as memo:
        step("Reading seeds")
        ingested = ingest(root, project.lexicon, memo, jobs)
        memo.save()
        documents = ingested.documents if drafts else without_drafts(ingested.documents)
        warnings = check_archive(ingested.documents, project.lexicon, project.config)
        step("Comparing statements")
        comparison, unknown = compare(documents, project.lexicon, project.rulings, memo.remembered)
        index, collisions = make_index(documents, project.lexicon, project.config, comparison.marks)
        archive = make_archive(index, project.lexicon, project.config, ingested.sources.article, comparison)
        queue = in_order((*ingested.review, *unsure_items(ingested.documents, comparison.unsure)))
        published = read_published(root)
        plan = make_plan(
            archive, project.texts, project.assets, ingested.formers, published, search=pagefind is not None
        )
        problems = (
            *project.problems,
            *ingested.problems,
            *ingested.checked,
            *unknown,
            *collisions,
            *warnings,
        )
        if whole and (errors := errors_of(problems)):
            raise InputError(errors)
        renewed = renew(root, output, plan, project.templates, jobs, step, pagefind)
        memo.keep_asked()
        memo.save()
    written = [] if drafts else [*_remember_pages(root, plan, published), *_write_queue(root, queue)]
    return _report(index, ingested, renewed, problems, written)


def _remember_pages(root: Path, plan: Plan, published: Sequence[str]) -> Iterator[str]:
    """Note what is in the site now, for the day on which it is not."""
    pages = sorted({*published, *(page.path for page in plan.pages if PAGE_PATH.fullmatch(page.path))})
    if write_atomically(root / PUBLISHED, "".join(f"{path}\n" for path in pages).encode()):
        yield PUBLISHED


def _write_queue(root: Path, items: Sequence[Item]) -> Iterator[str]:
    """Bring the review queue up to date where there is one."""
    if (root / FILE).exists() and write_atomically(root / FILE, as_markdown(items).encode()):
        yield FILE


def _report(
    index: Index,
    ingested: Ingested,
    renewed: Renewed,
    problems: tuple[Problem, ...],
    written: Sequence[str],
) -> Report:
    return Report(
        documents=len(index.documents),
        statements=sum(not row.record.own_voice for row in index.rows),
        speakers=len(index.groups["speakers"]),
        topics=sum(group.key != "" for group in index.groups["topics"]),
        written=tuple(f"{path}: {', '.join(why)}" for path, why in renewed.why.items()),
        in_place=renewed.in_place,
        edited=ingested.edited,
        drafts=len(ingested.documents) - len(index.documents),
        problems=tuple(sorted(set(problems))),
        entries=(*ingested.written, *written),
    )


def check(root: Path) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents as they are, and everything a build would complain about; nothing is written."""
    examined = examine(root)
    return examined.documents, examined.problems
