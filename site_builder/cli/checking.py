"""What finds faults and doubts: in an archive, in a built site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from site_builder.console import (
    OUTPUT,
    expect_archive,
    folder,
    jobs_option,
    mendable,
    project_option,
    show,
    strict_option,
    typed,
)
from site_builder.errors import errors_of
from site_builder.text import plural


@click.command()
@project_option
@strict_option
@mendable
def check(project: Path, strict: bool) -> None:
    """Print every problem of the archive's content; nothing is written."""
    from site_builder.examine import examine

    examined = examine(project)
    problems, errors = examined.problems, len(errors_of(examined.problems))
    show(problems, project)
    found = f"{plural(errors, 'problem')} and {plural(len(problems) - errors, 'warning')} found"
    click.echo(f"{plural(len(examined.documents), 'document')} checked, {found}.")
    if errors or (strict and problems):
        sys.exit(1)


@click.command()
@click.argument("site", required=False, type=folder)
@click.option(
    "--project",
    type=folder,
    callback=expect_archive,
    help="Check against this archive's seeds and entries, too.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@jobs_option
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


@click.command()
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
    show(errors, project)
    if write:
        write_atomically(project / queue.FILE, queue.as_markdown(items).encode())
        click.echo(f"{queue.FILE}: {queue.counts(items)}")
    else:
        forms = {"text": queue.as_text, "markdown": queue.as_markdown, "jsonl": queue.as_jsonl}
        listed = forms[form](items)
        click.echo(typed(listed, project) if form == "text" else listed, nl=False)
    if errors:
        sys.exit(1)
