"""What all commands have in common: faults as lines, one build at a time, a closing line."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

import click

from site_builder.errors import InputError, Problem, of_file
from site_builder.text import plural

if TYPE_CHECKING:
    from site_builder.report import Report

P = ParamSpec("P")
OUTPUT = "site"
NAMED = 6
"""Deleted statements that a build names."""
TRY_AGAIN = 75
"""sysexits.h, EX_TEMPFAIL: nothing is wrong but the moment."""

_COMMAND = re.compile(r"`site-builder ([a-z][^`\n]{0,200})`")

ARCHIVE = ("site.toml", "seeds", "content")
"""What makes a folder an archive, each by itself."""


def expect_archive(context: click.Context, option: click.Parameter, project: Path | None) -> Path | None:
    """The folder, which holds an archive. Raises UsageError for another: a wrong folder is no empty archive."""
    if project is not None and not any((project / name).exists() for name in ARCHIVE):
        place = Path.cwd() if project == Path() else project
        found = (
            f"expected an archive (site.toml, seeds/ or content/), found none: `{to_type('new DIR')}` makes one"
        )
        raise click.UsageError(f"{place}: {found}")
    return project


folder = click.Path(exists=True, file_okay=False, path_type=Path)
project_option = click.option(
    "--project",
    type=folder,
    default=Path(),
    show_default="this folder",
    callback=expect_archive,
    help="The archive's folder.",
)
strict_option = click.option("--strict", is_flag=True, help="Exit with 1 on warnings, too.")
MOST_JOBS = 4
"""More would wait for the one that plans."""


def processors() -> int:
    """Those this process may run on, as far as more of them help."""
    allowed = getattr(os, "sched_getaffinity", None)
    return min(MOST_JOBS, len(allowed(0)) if allowed else os.cpu_count() or 1)


jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1),
    default=processors,
    show_default=f"one a processor, {MOST_JOBS} at most",
    help="Processes to work in.",
)


def mendable(command: Callable[P, None]) -> Callable[P, None]:
    """What a reader can mend is printed, one line each; everything else keeps its traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        given = kwargs.get("project")
        project = given if isinstance(given, Path) else Path()
        try:
            command(*args, **kwargs)
        except InputError as error:
            show(error.problems, project)
            sys.exit(1)
        except KeyboardInterrupt:
            click.echo("Stopped; the site is whole.", err=True)
            sys.exit(130)
        except BrokenPipeError:
            # The reader of our output has gone (`| head`); what is left goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        except OSError as error:
            show([of_file(error)], project)
            sys.exit(1)

    return run


def show(problems: Iterable[Problem], project: Path) -> None:
    for problem in problems:
        click.echo(typed(str(problem), project), err=True)


@contextmanager
def alone(project: Path) -> Iterator[None]:
    """Two builds of one project would write over one another: the second gives up at once."""
    from filelock import FileLock, Timeout

    from site_builder.unchanged import PRIVATE

    (project / PRIVATE).mkdir(exist_ok=True)
    lock = FileLock(project / PRIVATE / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        click.echo(f"{project}: expected to be the only build here, found another that is running", err=True)
        sys.exit(TRY_AGAIN)
    try:
        yield
    finally:
        lock.release()


def to_type(words: str, project: Path = Path()) -> str:
    """The command `site-builder WORDS` on this archive, to be pasted where its reader stands."""
    given = Path(sys.argv[0])
    is_ours = given.stem == "site-builder" and not shutil.which("site-builder")
    called = shlex.quote(str(given)) if is_ours else "site-builder"
    archive = f" --project {shlex.quote(str(project))}" if project != Path() else ""
    return f"{called} {words}{archive}"


def typed(message: str, project: Path) -> str:
    """The message with each command that it names as it is typed on this archive."""
    return _COMMAND.sub(lambda found: f"`{to_type(found[1], project)}`", message)


def progress() -> Callable[[str], None]:
    """Where each step is told: to a terminal; a log needs no progress."""
    return _say if sys.stderr.isatty() else lambda words: None


def _say(words: str) -> None:
    click.echo(f"{words} …", err=True)


def _deleted(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
    return f"{plural(len(ids), 'statement')} deleted by hand: {', '.join(ids[:NAMED])}{more}."


def closing_line(report: Report, seconds: float, ran: bool) -> str:
    """`ran` is False when nothing had changed since the last build, and nothing was read."""
    parts = (
        plural(report.documents, "document"),
        plural(report.statements, "statement"),
        plural(report.speakers, "speaker"),
        plural(report.topics, "topic"),
        f"{plural(len(report.written), 'file')} written" if ran else "nothing changed",
    )
    edited = plural(report.edited, "entry has", "entries have")
    more = (
        (report.edited, f"{edited} been edited by hand."),
        (report.deleted, _deleted(report.deleted)),
        (report.drafts, f"{plural(report.drafts, 'draft')} left out."),
        (report.in_place, "The site's folder cannot be exchanged: its files were replaced one by one."),
    )
    return " ".join((f"{', '.join(parts)} in {seconds:.1f} s.", *(words for is_so, words in more if is_so)))
