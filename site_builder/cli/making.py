"""What makes: a site, the preview of one, a new archive."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_builder.console import (
    OUTPUT,
    alone,
    closing_line,
    jobs_option,
    mendable,
    progress,
    project_option,
    show,
    strict_option,
    to_type,
)
from site_builder.errors import errors_of
from site_builder.text import plural

if TYPE_CHECKING:
    from site_builder.report import Report


@click.command()
@project_option
@click.option("--output", type=click.Path(path_type=Path), help="Where the site goes.  [default: site/]")
@jobs_option
@strict_option
@click.option("--base-url", help="The address the site will have; wins over site.toml.")
@click.option("--why", is_flag=True, help="Print each file that is made, and what made it stale.")
@mendable
def build(project: Path, output: Path | None, jobs: int, strict: bool, base_url: str | None, why: bool) -> None:
    """Read seeds/, bring content/ up to date, and build the site."""
    from site_builder.unchanged import last_report, options, remember, stamps

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
    show(report.problems if strict else errors, project)
    for line in report.written if why else ():
        click.echo(line)
    for line in report.reworded:
        click.echo(line)
    click.echo(closing_line(report, time.monotonic() - start, ran))
    if warnings := len(report.problems) - len(errors):
        click.echo(f"{plural(warnings, 'warning')}: {to_type('check', project)}")
    if report.doubts:
        click.echo(f"{plural(report.doubts, 'thing')} to review: {to_type('review', project)}")
    click.echo(f"The site is in {target / 'index.html'}: open it in a browser.")
    if not (report.documents or report.drafts or errors):
        from site_builder.project import SEEDS

        click.echo(f"It has no articles yet: put each as NAME.txt into {project / SEEDS} and build again.")
    if errors or (strict and warnings):
        sys.exit(1)


def build_now(project: Path, target: Path, jobs: int, base_url: str | None) -> Report:
    from site_builder.build import build as run
    from site_builder.pagefind import installed

    return run(project, target, jobs=jobs, base_url=base_url, pagefind=installed(), step=progress())


@click.command()
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
            show(preview.errors, project)
            for line in preview.report.reworded if preview.report else ():
                click.echo(line)
            if preview.report and (news or preview.changed):
                click.echo(closing_line(preview.report, preview.seconds, preview.changed))
            news = preview.errors != ()


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@mendable
def new(folder: Path) -> None:
    """Make DIR an archive to start from: settings, lexicon and pages to fill in, and no articles."""
    from site_builder.project import SEEDS
    from site_builder.scaffold import scaffold

    for path in scaffold(folder):
        click.echo(f"{folder / path}")
    click.echo(f"Put articles into {folder / SEEDS}, then: {to_type('build', folder)}")
