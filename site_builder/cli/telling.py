"""What tells of an archive or of any text, and writes nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_builder.console import expect_archive, folder, mendable, project_option, show, typed
from site_builder.errors import InputError, Problem, errors_of


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["jsonl", "markdown"]), default="jsonl", show_default=True)
@click.option("--own-voice", is_flag=True, help="List what the outlet says itself, too (jsonl).")
@click.option("--attitudes", is_flag=True, help="List what somebody wants, believes or fears, too.")
@click.option(
    "--project",
    type=folder,
    callback=expect_archive,
    help="Use this archive's lexicon.  [default: that around this folder]",
)
@mendable
def annotate(
    files: tuple[Path, ...], form: str, own_voice: bool, attitudes: bool, project: Path | None
) -> None:
    """Find the statements in FILES and print them; nothing is written.

    jsonl: one line a document, offsets in characters of the decoded file. markdown: the entry an
    archive would hold.
    """
    from site_builder.annotated import annotated, as_json, as_markdown
    from site_builder.files import read_bytes
    from site_builder.project import enclosing_project, read_lexicon
    from site_builder.seeds import MAX_BYTES

    problems: list[Problem] = []
    lexicon = read_lexicon(project or enclosing_project(Path.cwd()), problems)
    for file in files:
        try:
            data = read_bytes(file, str(file), MAX_BYTES)
            article, annotation = annotated(data, str(file), lexicon, attitudes)
        except InputError as error:
            problems.extend(error.problems)
            continue
        if form == "jsonl":
            click.echo(as_json(article, annotation, lexicon, own_voice), nl=False)
        else:
            click.echo(as_markdown(article, annotation, lexicon), nl=False)
    show(problems, project or Path())
    if problems:
        sys.exit(1)


@click.command()
@project_option
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@mendable
def export(project: Path, form: str) -> None:
    """Print every statement of the archive, one a line."""
    from site_builder.examine import examine
    from site_builder.export import export_csv, export_jsonl

    examined = examine(project)
    for line in (export_jsonl if form == "jsonl" else export_csv)(examined.documents, examined.comparison):
        click.echo(line, nl=False)
    show(examined.problems, project)
    if errors_of(examined.problems):
        sys.exit(1)


@click.command()
@click.argument("target", metavar="FILE|ID")
@project_option
@mendable
def explain(target: str, project: Path) -> None:
    """Say why a document, or a statement by its id, reads as it does.

    On the text, [the words], {the speaker} and <the cue> are marked.
    """
    from site_builder.asked import ask

    def style(words: str, what: str) -> str:
        return click.style(words, bold=what in ("label", "speaker"), underline=what == "words")

    for line in ask(project, target, style):
        click.echo(typed(line, project))


@click.command()
@project_option
@click.option("--suggest", type=click.IntRange(1), help="Suggest so many terms from the archive's own words.")
@click.option("--starter", is_flag=True, help="Print the suggestions alone, as a topics.yaml to edit.")
@mendable
def topics(project: Path, suggest: int | None, starter: bool) -> None:
    """Print how far the topics reach, and the statements that have none."""
    from site_builder import topic_report
    from site_builder.examine import examine

    examined = examine(project)
    documents, lexicon = examined.documents, examined.project.lexicon
    suggested = topic_report.suggest(documents, lexicon, suggest or 20) if suggest or starter else ()
    errors = errors_of(examined.problems)
    show(errors, project)
    counted_as = examined.comparison.counted_as
    for line in () if starter else topic_report.topic_report(documents, lexicon, counted_as):
        click.echo(line)
    if suggest and not starter:
        click.echo("\nSuggested terms:")
    for line in topic_report.starter(suggested) if starter else topic_report.listed(suggested):
        click.echo(line)
    if errors:
        sys.exit(1)
