"""An archive read whole: its documents, how they compare, and everything there is to say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from site_builder.archive import Document, Record, without_drafts
from site_builder.check import check_archive
from site_builder.comparison import OF_A_DOCUMENT, Comparison, compare, unsure_items
from site_builder.errors import Problem, errors_of
from site_builder.index import Index, make_index
from site_builder.ingest import Ingested, ingest
from site_builder.memo import Memo
from site_builder.project import ENTRIES, Project, read_project
from site_builder.review import SHOWN, Item, in_order
from site_builder.text import clipped
from site_builder.unchanged import MEMO, program
from site_builder.variants.groups import Link, blocks_of, explain_pair
from site_builder.variants.said import said_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """`documents` are all there are, drafts included; `index` and `comparison` may be without these."""

    project: Project
    ingested: Ingested
    index: Index
    comparison: Comparison
    problems: tuple[Problem, ...]
    """Everything there is to complain about, once and in order."""
    review: tuple[Item, ...]
    """What the machine was unsure of."""

    @property
    def documents(self) -> tuple[Document, ...]:
        return self.ingested.documents


def examine(root: Path) -> Examined:
    """The archive as it lies; nothing is written. Raises InputError when settings or lexicon cannot be used."""
    project = read_project(root)
    with Memo(root / MEMO, program(), write=False) as memo:
        return take_in(project, memo, write=False)


def take_in(
    project: Project,
    memo: Memo,
    *,
    jobs: int = 1,
    write: bool = True,
    drafts: bool = True,
    step: Callable[[str], None] = lambda words: None,
) -> Examined:
    """The archive read, compared and indexed; with `write`, its entries are brought up to date."""
    step("Reading seeds")
    lexicon, config = project.lexicon, project.config
    ingested = ingest(project.root, lexicon, memo, jobs, write, config.attitudes)
    memo.save()
    step("Comparing statements")
    documents = ingested.documents if drafts else without_drafts(ingested.documents)
    comparison, unknown = compare(documents, lexicon, project.rulings, memo.remembered, _held_back(ingested))
    memo.ask_for(OF_A_DOCUMENT, (document.digest for document in documents))
    index, collisions = make_index(
        documents, lexicon, config, comparison.marks, comparison.counted_as, comparison.answers
    )
    warnings = check_archive(ingested.documents, lexicon, config, project.texts)
    found = (project.problems, ingested.problems, ingested.checked, unknown, collisions, warnings)
    return Examined(
        project=project,
        ingested=ingested,
        index=index,
        comparison=comparison,
        problems=tuple(sorted({problem for problems in found for problem in problems})),
        review=in_order((*ingested.review, *unsure_items(ingested.documents, comparison.unsure))),
    )


def _held_back(ingested: Ingested) -> frozenset[str]:
    """The ids of statements that an entry with a fault, or a draft, has and the archive has not."""
    faulty = {problem.path for problem in errors_of(ingested.problems)}
    entries = [former for former in ingested.formers if f"{ENTRIES}/{former.name}.md" in faulty]
    drafts = chain.from_iterable(former.draft or () for former in ingested.formers)
    return frozenset(chain(drafts, *(former.missing for former in entries)))


APART = "not together all the same: too unlike the others of its group"


def explain_groups(examined: Examined, made: str) -> tuple[str, ...]:
    """Why a statement stands with others on a page, may, or does not, a line for each reason."""
    comparison, rulings = examined.comparison, examined.project.rulings
    grouped = {variant.statement for group in comparison.of.get(made, ()) for variant in group.variants}
    grouped |= {comparison.restates[made]} if made in comparison.restates else set()
    apart = _ends(comparison.apart, made) - grouped
    others = {*grouped, *apart, *_ends(comparison.unsure, made), *rulings.beside(made)} - {made}
    known = {record.id: (document, record) for document in examined.documents for record in document.records}
    lines = []
    for block in blocks_of(said_in(examined.documents, examined.project.lexicon), rulings):
        inside = {said.id for said in block}
        if made in inside:
            within = rulings.within(inside)
            for other in sorted(others & inside):
                lines.append(_named(*known[other]))
                lines.extend(f"  {line}" for line in explain_pair(block, within, made, other))
                lines.extend([f"  {APART}"] if other in apart else [])
            others -= inside
    for other in sorted(others):  # far from it, and named in a decision all the same
        ruling = rulings.on(made, other)
        lines.extend([_named(*known[other]), f"  {ruling.in_words}"] if ruling and other in known else [])
    lines.extend(
        f"{relation.source} {relation.kind} {relation.target}: {relation.how}"
        for relation in comparison.relations.get(made, ())
    )
    return tuple(lines)


def _named(document: Document, record: Record) -> str:
    """`with s-1jt3s6ad (Ana Lind, content/entries/x.md:12) "We have counted every bolt"`."""
    words = " […] ".join(record.passages)
    cut = clipped(words, SHOWN)
    return f"with {record.id} ({record.speaker}, {document.path}:{record.line}) {cut}"


def _ends(links: Iterable[Link], made: str) -> set[str]:
    """The other ends of the links of a statement."""
    return {end for link in links if made in (link.one, link.other) for end in (link.one, link.other)} - {made}
