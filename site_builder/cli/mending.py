"""What puts statements back into their entries, or takes them out."""

from __future__ import annotations

from pathlib import Path

import click

from site_builder.console import OUTPUT, alone, mendable, project_option, to_type
from site_builder.text import plural

PAGE = ".html"


@click.command()
@click.argument("id", nargs=-1)
@project_option
@mendable
def restore(id: tuple[str, ...], project: Path) -> None:
    """Put statements that were deleted or pruned back into their entries; without ID, list them."""
    from site_builder.restore import deleted
    from site_builder.restore import restore as run

    if not id:
        listed = [f"{path}: {made} {words}" for path, made, words in deleted(project)]
        back = f": {to_type('restore ID', project)} puts one back" if listed else ""
        for line in (*listed, f"{plural(len(listed), 'statement')} deleted or pruned{back}."):
            click.echo(line)
        return
    with alone(project):
        for made in id:
            click.echo(f"{made} is back in {run(project, made)}")


@click.command()
@click.argument("what", metavar="[ID|ADDRESS]...", nargs=-1)
@click.option("--addresses", is_flag=True, help="List the addresses that show nothing any more instead.")
@project_option
@mendable
def prune(what: tuple[str, ...], addresses: bool, project: Path) -> None:
    """Take statements that the machine no longer finds out of their entries: these, or all of them.

    Only those that nobody edited. Their addresses stay, and say so, until they are given up: ADDRESS is
    one below the site's, such as speakers/jane-doe.html.
    """
    from site_builder.addresses import empty_addresses, give_up
    from site_builder.prune import prune as run

    if addresses:
        for path, words in empty_addresses(project).items():
            click.echo(f"{path}: {words}")
        return
    pages = tuple(word.removeprefix(f"{OUTPUT}/") for word in what if word.endswith(PAGE))
    ids = tuple(word for word in what if not word.endswith(PAGE))
    with alone(project):
        for path in give_up(project, pages) if pages else ():
            click.echo(f"{path} is given up: the next build takes it out of the site.")
        taken = list(run(project, ids)) if ids or not pages else []
        for made, path in taken:
            click.echo(f"{made} is taken out of {path}; {to_type(f'restore {made}', project)} puts it back")
        if ids or not pages:
            click.echo(f"{plural(len(taken), 'statement')} pruned.")
