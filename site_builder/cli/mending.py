"""What puts statements back into their entries, or takes them out."""

from __future__ import annotations

from pathlib import Path

import click

from site_builder.console import alone, called, mendable, project_option
from site_builder.text import plural


@click.command()
@click.argument("id", nargs=-1, required=True)
@project_option
@mendable
def restore(id: tuple[str, ...], project: Path) -> None:
    """Put statements that were deleted or pruned back into their entries."""
    from site_builder.restore import restore as run

    with alone(project):
        for made in id:
            click.echo(f"{made} is back in {run(project, made)}")


@click.command()
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
