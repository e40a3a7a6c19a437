"""The page that tells readers how to check the archive, with a statement of this archive to try it on."""

from __future__ import annotations

import shlex
from functools import partial

from site_builder.digest import key_of
from site_builder.evidence import bytes_at
from site_builder.facets import Row, counted
from site_builder.present import DATA, SUMS, Archive, made_of
from site_builder.statement_views import statement
from site_builder.text import collapse
from site_builder.views import CheckingView, Field, Frame, Link, Page

CHECKING = "check/index.html"
LONGEST = 300
"""Characters of an example that can be compared by eye."""


def checking_page(archive: Archive, fields: tuple[Field, ...]) -> Page:
    """`fields` are those of the rows of data."""
    row = _example(archive)
    spoken = counted(row for row in archive.index.rows if not row.record.own_voice)
    numbers = (len(archive.index.documents), spoken)
    digest = key_of(made_of(archive, (row,) if row else ()), numbers, fields)
    return Page(CHECKING, "checking.html", digest, partial(_view, archive, row, *numbers, fields))


def _example(archive: Archive) -> Row | None:
    """The first statement that is shown, stands in one short piece, and whose seed is there."""
    fitting = (
        row
        for row in archive.index.listed
        if len(row.record.spans) == 1 and len(row.record.passages[0]) <= LONGEST and row.document.fingerprint
    )
    return next(fitting, None)


def _view(
    archive: Archive, row: Row | None, documents: int, statements: int, fields: tuple[Field, ...]
) -> CheckingView:
    command = digest = words = ""
    if row:
        seed, digest = row.document.front["seed"], row.document.front["sha256"]
        article = archive.article(seed)
        (span,) = row.record.spans
        at_byte = bytes_at((row.record,), article)
        start, end = at_byte[span.start], at_byte[span.end]
        file = shlex.quote(seed)
        command = f"sha256sum {file}\ntail -c +{start + 1} {file} | head -c {end - start}"
        words = collapse(article.text[slice(*span)])
    title = archive.say("checking.title")
    return CheckingView(
        frame=Frame(
            title=title,
            description=archive.say("checking.described"),
            crumbs=(Link(title, CHECKING),),
        ),
        documents=documents,
        statements=statements,
        statement=statement(archive, row) if row else None,
        command=command,
        digest=digest,
        words=words,
        files=(SUMS, DATA),
        fields=fields,
    )
