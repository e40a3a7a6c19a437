"""The `site-builder` command. Exit codes: 0 done, 1 something to mend was found, 2 wrong usage,
75 another build is running, 130 stopped by Ctrl-C."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_builder import __version__
from site_builder.console import alone, called, closing_line, mendable, progress, show
from site_builder.errors import InputError, Problem, errors_of
from site_builder.text import plural

if TYPE_CHECKING:
    from site_builder.report import Report

OUTPUT = "site"
folder = click.Path(exists=True, file_okay=False, path_type=Path)
project_option = click.option(
    "--project", type=folder, default=Path(), show_default="this folder", help="The archive's folder."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="site-builder")
def main() -> None:
    """Turn a folder of news articles into a static site of attributed statements."""


@main.command()
@project_option
@click.option("--output", type=click.Path(path_type=Path), help="Where the site goes.  [default: site/]")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to work in.")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings, too.")
@click.option("--base-url", help="The address the site will have; wins over site.toml.")
@click.option("--why", is_flag=True, help="Print each file that is made, and what made it stale.")
@mendable
def build(project: Path, output: Path | None, jobs: int, strict: bool, base_url: str | None, why: bool) -> None:
    """Read seeds/, bring content/ up to date, and build the site."""
    from site_builder.unchanged import last_report, options, remember, stamps

    expect_archive(project)
    if base_url and not base_url.startswith(("http://", "https://")):
        raise click.UsageError(f"--base-url: expected an address with http:// or https://, found {base_url!r}")
    start = time.monotonic()
    target = output or project / OUTPUT
    given, before = options(target, base_url), stamps(project, target)
    report = last_report(project, before, given)
    ran = report is None
    if report is None:
        with alone(project):
            report = build_now(project, target, jobs, base_url)
            remember(project, before, target, given, report)
    errors = errors_of(report.problems)
    show(report.problems if strict else errors)
    for line in report.written if why else ():
        click.echo(line)
    click.echo(closing_line(report, time.monotonic() - start, ran))
    if warnings := len(report.problems) - len(errors):
        click.echo(f"{plural(warnings, 'warning')}: {called()} check")
    if report.doubts:
        click.echo(f"{plural(report.doubts, 'thing')} to review: {called()} review")
    click.echo(f"The site is in {target / 'index.html'}: open it in a browser.")
    if errors or (strict and warnings):
        sys.exit(1)


def expect_archive(project: Path) -> None:
    from site_builder.unchanged import INPUTS

    if not any((project / name).exists() for name in INPUTS[:3]):
        raise click.UsageError(f"{project}: expected a folder with seeds/ or site.toml, found neither")


def build_now(project: Path, target: Path, jobs: int, base_url: str | None) -> Report:
    from site_builder.build import build as run
    from site_builder.pagefind import installed

    return run(project, target, jobs=jobs, base_url=base_url, pagefind=installed(), step=progress())


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["jsonl", "markdown"]), default="jsonl", show_default=True)
@click.option("--own-voice", is_flag=True, help="List what the outlet says itself, too (jsonl).")
@click.option("--attitudes", is_flag=True, help="List what somebody wants, believes or fears, too.")
@click.option("--project", type=folder, help="Use this archive's lexicon.  [default: that around this folder]")
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
    show(problems)
    if problems:
        sys.exit(1)


@main.command()
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
    show(examined.problems)
    if errors_of(examined.problems):
        sys.exit(1)


@main.command()
@project_option
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings, too.")
@mendable
def check(project: Path, strict: bool) -> None:
    """Print every problem of the archive's content; nothing is written."""
    from site_builder.examine import examine

    examined = examine(project)
    problems, errors = examined.problems, len(errors_of(examined.problems))
    show(problems)
    found = f"{plural(errors, 'problem')} and {plural(len(problems) - errors, 'warning')} found"
    click.echo(f"{plural(len(examined.documents), 'document')} checked, {found}.")
    if errors or (strict and problems):
        sys.exit(1)


@main.command()
@click.argument("site", required=False, type=folder)
@click.option("--project", type=folder, help="Check against this archive's seeds and entries, too.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to work in.")
@mendable
def verify(site: Path | None, project: Path | None, form: str, jobs: int) -> None:
    """Check a built SITE: its files, words, spans, links and counts, and with the archive at hand its seeds
    and entries, of which every file is made anew. It needs no network, and writes nothing.

    Without SITE, that of this folder's archive (site/) is checked against it.
    """
    from site_builder import verify as run

    if site is None:
        project = project or Path()
        site = project / OUTPUT
    if not (site / "index.html").is_file():
        raise click.UsageError(f"{site}: expected the folder of a built site, found none")
    findings = run.verify(site, project, jobs)
    click.echo((run.as_json if form == "json" else run.as_text)(findings), nl=False)
    if findings.faults:
        sys.exit(1)


@main.command()
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
        click.echo(line)


@main.command()
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
    errors = errors_of(examined.problems)
    show(errors)
    if not starter:
        for line in topic_report.topic_report(documents, lexicon):
            click.echo(line)
    if suggest or starter:
        suggestions = topic_report.suggest(documents, lexicon, suggest or 20)
        if starter:
            lines = tuple(topic_report.starter(suggestions))
        else:
            lines = ("", "Suggested terms:", *(f"{s.statements:6}  {s.term}" for s in suggestions))
        for line in lines:
            click.echo(line)
    if errors:
        sys.exit(1)


@main.command()
@click.argument("id", nargs=-1, required=True)
@project_option
@mendable
def restore(id: tuple[str, ...], project: Path) -> None:
    """Put statements that were deleted or pruned back into their entries."""
    from site_builder.restore import restore as run

    with alone(project):
        for made in id:
            click.echo(f"{made} is back in {run(project, made)}")


@main.command()
@click.argument("id", nargs=-1)
@project_option
@mendable
def prune(id: tuple[str, ...], project: Path) -> None:
    """Take statements that the machine no longer finds out of their entries: these, or all of them.

    Only those that nobody edited. Their addresses stay, and say so.
    """
    from site_builder.prune import prune as run

    with alone(project):
        taken = list(run(project, id))
        for made, path in taken:
            click.echo(f"{made} is taken out of {path}; {called()} restore {made} puts it back")
        click.echo(f"{plural(len(taken), 'statement')} pruned.")


@main.command()
@project_option
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "jsonl"]), default="text", show_default=True
)
@click.option("--write", is_flag=True, help="Write it to content/review.md instead.")
@mendable
def review(project: Path, form: str, write: bool) -> None:
    """List what the machine was unsure of and what to do about it, the most doubtful first."""
    from site_builder import review as queue
    from site_builder.examine import examine
    from site_builder.files import write_atomically

    examined = examine(project)
    items = examined.review
    errors = errors_of(examined.problems)
    show(errors)
    if write:
        write_atomically(project / queue.FILE, queue.as_markdown(items).encode())
        click.echo(f"{queue.FILE}: {queue.counts(items)}")
    else:
        forms = {"text": queue.as_text, "markdown": queue.as_markdown, "jsonl": queue.as_jsonl}
        click.echo(forms[form](items), nl=False)
    if errors:
        sys.exit(1)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@mendable
def new(folder: Path) -> None:
    """Make FOLDER a small working archive to start from."""
    from site_builder.scaffold import scaffold

    for path in scaffold(folder):
        click.echo(f"{folder / path}")
    click.echo(f"Now: cd {folder} && site-builder build")


@main.command()
@project_option
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one.")
@click.option("--open", "in_browser", is_flag=True, help="Open it in a browser.")
@mendable
def serve(project: Path, port: int, in_browser: bool) -> None:
    """Show the archive in a browser on this machine, drafts too, and follow every change to its files.

    content/ is brought up to date as by `build`; the site in site/ is not touched.
    """
    from site_builder.serve import Live, make_server, serving
    from site_builder.watch import PREVIEW, previews

    expect_archive(project)
    live = Live()
    try:
        server = make_server(project / PREVIEW, port, live)
    except OSError as error:
        found = (error.strerror or str(error)).lower()
        click.echo(f"--port {port}: expected a free port, found: {found}; give another --port", err=True)
        sys.exit(1)
    with serving(server) as address:
        click.echo(f"{address} shows this archive, drafts too, and follows its files; stop with Ctrl-C.")
        if in_browser:
            click.launch(address)
        news = True
        for preview in previews(project, address):
            live.tell(preview.changed, map(str, preview.errors))
            show(preview.errors)
            if preview.report and (news or preview.changed):
                click.echo(closing_line(preview.report, preview.seconds, preview.changed))
            news = preview.errors != ()
