"""The build, read from top to bottom."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from site_builder.archive import Document
from site_builder.check import check_archive, check_document
from site_builder.errors import Problem
from site_builder.index import Index, make_index
from site_builder.ingest import Ingested, ingest
from site_builder.ledger import Ledger, Made, digest, load_ledger, save_ledger
from site_builder.plan import Plan, make_plan
from site_builder.present import make_archive
from site_builder.project import Project, read_project
from site_builder.publish import is_ours, publish, refuse_strangers, tidy
from site_builder.render import builder_digest, render, template_digest
from site_builder.report import Report
from site_builder.unchanged import PRIVATE
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
    warnings = _warnings(ingested.documents, project)
    index, collisions = make_index(ingested.documents, project.lexicon, project.config)
    plan = make_plan(make_archive(index, project.lexicon, project.config), project.texts, project.assets)
    stale = put_in_place(root, output, plan, project.templates, jobs, step)
    problems = (*project.problems, *ingested.problems, *collisions, *warnings)
    return _report(index, ingested, stale, problems)


def put_in_place(
    root: Path, output: Path, plan: Plan, templates: Path | None, jobs: int, step: Callable[[str], None]
) -> Mapping[str, tuple[str, ...]]:
    """Make `output` the site that is planned; the answer says which files were made, and why."""
    # Seen from the project, so that a project that was moved still knows its site.
    target = Path(os.path.relpath(output, root)).as_posix()
    record = root / PRIVATE / f"ledger-{digest(target.encode())[:8]}.json"
    tidy(output)
    ledger = load_ledger(record, target)
    inputs = inputs_of(plan, templates)
    refuse_strangers(output, ledger.files or (inputs if is_ours(output) else ()))
    reasons = {path: ledger.reasons(path, given, output) for path, given in inputs.items()}
    stale = {path: why for path, why in reasons.items() if why}
    if not stale and ledger.files.keys() == inputs.keys():
        return {}
    pages = tuple(page for page in plan.pages if page.path in stale)
    step(f"Rendering {len(pages):,} of {len(plan.pages):,} pages")
    rendered = map_in_order(_render, pages, (plan.site, templates), jobs)
    contents = {page.path: content for page, content in zip(pages, rendered, strict=True)}
    contents |= {asset.path: asset.content for asset in plan.assets if asset.path in stale}
    now = {
        path: Made(given, digest(contents[path]) if path in stale else ledger.files[path].output)
        for path, given in inputs.items()
    }
    # Killed in between, either site is known as ours.
    save_ledger(record, Ledger(target=target, files={**ledger.files, **now}))
    publish(output, contents.items(), [path for path in inputs if path not in stale])
    save_ledger(record, Ledger(target=target, files=now))
    return stale


def inputs_of(plan: Plan, templates: Path | None) -> dict[str, dict[str, str]]:
    """Path → the digest of everything its bytes depend on, by name."""
    site = digest(repr(plan.site).encode())
    builder = builder_digest()
    made = {name: template_digest(name, templates) for name in {page.template for page in plan.pages}}
    inputs = {
        page.path: {
            "builder": builder,
            "site": site,
            "template": made[page.template],
            "view": digest(repr(page.view).encode("utf-8", "surrogatepass")),
        }
        for page in plan.pages
    }
    return inputs | {asset.path: {"content": digest(asset.content)} for asset in plan.assets}


def _render(page: Page, common: tuple[SiteView, Path | None]) -> bytes:
    return render(page, *common)


def _report(
    index: Index, ingested: Ingested, stale: Mapping[str, tuple[str, ...]], problems: tuple[Problem, ...]
) -> Report:
    return Report(
        documents=len(index.documents),
        statements=sum(not row.record.own_voice for row in index.rows),
        speakers=len(index.groups["speakers"]),
        topics=sum(group.key != "" for group in index.groups["topics"]),
        written=tuple(f"{path}: {', '.join(why)}" for path, why in stale.items()),
        edited=ingested.edited,
        problems=tuple(sorted(set(problems))),
        entries=ingested.written,
    )


def _warnings(documents: tuple[Document, ...], project: Project) -> tuple[Problem, ...]:
    each = (problem for document in documents for problem in check_document(document, project.lexicon))
    return (*each, *check_archive(documents, project.lexicon, project.config))


def check(root: Path) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents as they are, and everything a build would complain about; nothing is written."""
    project = read_project(root)
    ingested = ingest(root, project.lexicon, write=False)
    _, collisions = make_index(ingested.documents, project.lexicon, project.config)
    warnings = _warnings(ingested.documents, project)
    problems = {*project.problems, *ingested.problems, *collisions, *warnings}
    return ingested.documents, tuple(sorted(problems))
