"""The plan of an archive as it was read."""

from __future__ import annotations

from site_builder.errors import errors_of
from site_builder.examine import Examined
from site_builder.plan import Plan, make_plan
from site_builder.present import make_archive
from site_builder.project import ENTRIES, read_published


def plan_of(examined: Examined, search: bool, program: str = "") -> Plan:
    """Every file of its site, also of what was published and has nothing to show. `program`: a digest of
    the code, where what was made before is to be used again."""
    project, ingested = examined.project, examined.ingested
    archive = make_archive(
        examined.index,
        project.lexicon,
        project.config,
        ingested.sources.article,
        project.strings,
        examined.comparison,
        program,
    )
    published = read_published(project.root)
    faulty = frozenset(
        problem.path.removeprefix(f"{ENTRIES}/").removesuffix(".md")
        for problem in errors_of(examined.problems)
        if problem.path.startswith(f"{ENTRIES}/")
    )
    return make_plan(archive, project.texts, project.assets, ingested.formers, published, faulty, search=search)
