"""The `site-builder` command. Exit codes: 0 done, 1 something to mend was found, 2 wrong usage,
75 another build is running, 130 stopped by Ctrl-C."""

from __future__ import annotations

import gc

import click

from site_builder import __version__
from site_builder.cli.checking import check, review, verify
from site_builder.cli.making import build, new, serve
from site_builder.cli.mending import prune, restore
from site_builder.cli.telling import annotate, explain, export, topics


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="site-builder")
def main() -> None:
    """Turn a folder of news articles into a static site of attributed statements."""
    # Nearly all values live as long as the build: looking for rings among them took a third of its time.
    gc.set_threshold(100_000, 50, 100)


for command in (
    build,
    annotate,
    export,
    check,
    verify,
    explain,
    topics,
    review,
    restore,
    prune,
    new,
    serve,
):
    main.add_command(command)
