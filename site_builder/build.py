"""The build, read from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from site_builder.archive import Document
from site_builder.check import check_documents
from site_builder.errors import Problem
from site_builder.index import Index, make_index
from site_builder.ingest import ingest
from site_builder.plan import Plan, make_plan
from site_builder.present import make_archive
from site_builder.project import read_project
from site_builder.publish import publish
from site_builder.render import render
from site_builder.report import Report
from site_builder.views import Page, SiteView
from site_builder.workers import map_in_order


def build(
    root: Path,
    output: Path,
    *,
    jobs: int = 1,
    base_url: str | None = None,
    step: Callable[[str], None] = lambda words: None,
) -> Report:
    """Seeds to entries, entries to pages, pages to `output`. Raises InputError when nothing can be built."""
    project = read_project(root, base_url)
    step("Reading seeds")
    ingested = ingest(root, project.lexicon, jobs)
    warnings = check_documents(ingested.documents, project.lexicon)
    index, collisions = make_index(ingested.documents, project.lexicon, project.config)
    plan = make_plan(make_archive(index, project.lexicon, project.config), project.texts, project.assets)
    step(f"Rendering {len(plan.pages):,} pages")
    publish(root, output, rendered(plan, project.templates, jobs))
    problems = (*project.problems, *ingested.problems, *collisions, *warnings)
    return _report(index, plan, ingested.written, ingested.edited, problems)


def rendered(plan: Plan, templates: Path | None, jobs: int) -> Iterator[tuple[str, bytes]]:
    """Every file of the site as (path, content)."""
    contents = map_in_order(_render, plan.pages, (plan.site, templates), jobs)
    yield from zip((page.path for page in plan.pages), contents, strict=True)
    yield from ((asset.path, asset.content) for asset in plan.assets)


def _render(page: Page, common: tuple[SiteView, Path | None]) -> bytes:
    return render(page, *common)


def _report(
    index: Index, plan: Plan, written: tuple[str, ...], edited: int, problems: tuple[Problem, ...]
) -> Report:
    return Report(
        documents=len(index.documents),
        statements=sum(not row.record.own_voice for row in index.rows),
        speakers=len(index.groups["speakers"]),
        topics=sum(group.key != "" for group in index.groups["topics"]),
        written=len(plan.pages) + len(plan.assets),
        entries=written,
        edited=edited,
        problems=tuple(sorted(set(problems))),
    )


def check(root: Path) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents as they are, and everything a build would complain about; nothing is written."""
    project = read_project(root)
    ingested = ingest(root, project.lexicon, write=False)
    _, collisions = make_index(ingested.documents, project.lexicon, project.config)
    warnings = check_documents(ingested.documents, project.lexicon)
    problems = {*project.problems, *ingested.problems, *collisions, *warnings}
    return ingested.documents, tuple(sorted(problems))
