"""An archive as it lies, read whole and compared; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from site_builder.archive import Document
from site_builder.check import check_archive
from site_builder.comparison import Comparison, compare, unsure_items
from site_builder.errors import Problem
from site_builder.index import make_index
from site_builder.ingest import ingest
from site_builder.memo import Memo
from site_builder.project import Project, read_project
from site_builder.review import Item, in_order
from site_builder.unchanged import MEMO, program
from site_builder.variants.groups import blocks_of, explain_pair
from site_builder.variants.said import said_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """`problems`: everything a build would complain about; `review`: what the machine was unsure of."""

    project: Project
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    review: tuple[Item, ...]
    comparison: Comparison


def examine(root: Path) -> Examined:
    """Raises InputError when settings or lexicon cannot be used."""
    project = read_project(root)
    with Memo(root / MEMO, program(), write=False) as memo:
        ingested = ingest(root, project.lexicon, memo, write=False)
        comparison, unknown = compare(ingested.documents, project.lexicon, project.rulings, memo.remembered)
    _, collisions = make_index(ingested.documents, project.lexicon, project.config)
    warnings = check_archive(ingested.documents, project.lexicon, project.config)
    found = (project.problems, ingested.problems, ingested.checked, unknown, collisions, warnings)
    return Examined(
        project=project,
        documents=ingested.documents,
        problems=tuple(sorted({problem for problems in found for problem in problems})),
        review=in_order((*ingested.review, *unsure_items(ingested.documents, comparison.unsure))),
        comparison=comparison,
    )


def explain_groups(examined: Examined, made: str) -> tuple[str, ...]:
    """Why a statement stands with others on a page, or may, a line for each reason."""
    comparison = examined.comparison
    others = {variant.statement for group in comparison.of.get(made, ()) for variant in group.variants}
    doubtful = (link for link in comparison.unsure if made in (link.one, link.other))
    others |= {end for link in doubtful for end in (link.one, link.other)}
    others |= {comparison.restates[made]} if made in comparison.restates else set()
    rulings = examined.project.rulings
    lines = []
    for block in blocks_of(said_in(examined.documents, examined.project.lexicon), rulings):
        inside = {said.id for said in block}
        for other in sorted((others & inside) - {made}) if made in inside else ():
            lines.append(f"with {other}:")
            lines.extend(f"  {line}" for line in explain_pair(block, rulings.within(inside), made, other))
    lines.extend(
        f"{relation.source} {relation.kind} {relation.target}: {relation.how}"
        for relation in comparison.relations.get(made, ())
    )
    return tuple(lines)
