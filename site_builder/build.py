"""The build, read from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from site_builder.errors import InputError, errors_of
from site_builder.examine import Examined, take_in
from site_builder.facets import counted
from site_builder.files import write_atomically
from site_builder.memo import Memo
from site_builder.pagefind import Pagefind
from site_builder.plan import Plan
from site_builder.planned import plan_of
from site_builder.project import PUBLISHED, read_project, write_published
from site_builder.renew import Renewed, renew
from site_builder.report import Report
from site_builder.review import FILE, Item, as_markdown
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
        examined = take_in(project, memo, jobs=jobs, drafts=drafts, step=step)
        if whole and (errors := errors_of(examined.problems)):
            raise InputError(errors)
        plan = plan_of(examined, search=pagefind is not None, program=memo.program)
        renewed = renew(root, output, plan, project.templates, jobs, step, pagefind)
        memo.keep_asked()
        memo.save()
    written = [] if drafts else [*_remember_pages(root, plan), *_write_queue(root, examined.review)]
    return _report(examined, renewed, written)


def _remember_pages(root: Path, plan: Plan) -> Iterator[str]:
    """Note what is in the site now, for the day on which it is not."""
    if write_published(root, (page.path for page in plan.pages)):
        yield PUBLISHED


def _write_queue(root: Path, items: Sequence[Item]) -> Iterator[str]:
    """Bring the review queue up to date where there is one."""
    if (root / FILE).exists() and write_atomically(root / FILE, as_markdown(items).encode()):
        yield FILE


def _report(examined: Examined, renewed: Renewed, written: Sequence[str]) -> Report:
    index, ingested = examined.index, examined.ingested
    return Report(
        documents=len(index.documents),
        statements=counted(row for row in index.rows if not row.record.own_voice),
        speakers=sum(group.is_one for group in index.groups["speakers"]),
        topics=sum(group.is_one for group in index.groups["topics"]),
        written=tuple(f"{path}: {', '.join(why)}" for path, why in renewed.why.items()),
        in_place=renewed.in_place,
        edited=ingested.edited,
        deleted=tuple(gone.id for one in ingested.formers for gone in one.gone if gone.why == "deleted"),
        drafts=len(ingested.documents) - len(index.documents),
        problems=examined.problems,
        doubts=len(examined.review),
        entries=(*ingested.written, *written),
        reworded=ingested.reworded,
    )
