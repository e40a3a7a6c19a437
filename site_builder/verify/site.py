"""A built site, read from its files alone."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from site_builder.data import DOCUMENTS
from site_builder.errors import InputError
from site_builder.files import read_bytes, walk
from site_builder.publish import KEPT
from site_builder.renew import SUMS
from site_builder.shown import Shown, read_shown
from site_builder.strings import Strings
from site_builder.unions import joined
from site_builder.verify.findings import Fault

MAX_FILE = 200_000_000

Row = Mapping[str, Any]
"""A line of a data file. Its shape is checked by `rows` in `verify.within`."""


@dataclass
class BuiltSite:
    """`digests`: path → sha256 of each file. `sums`: what SHA256SUMS says of it. `pages`: the HTML pages.

    `unread` are faults that kept a file from being read.
    """

    folder: Path
    digests: dict[str, str] = field(default_factory=dict)
    sums: dict[str, str] = field(default_factory=dict)
    mark: str = ""
    pages: dict[str, Shown] = field(default_factory=dict)
    documents: list[Row] = field(default_factory=list)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    unread: list[Fault] = field(default_factory=list)
    strings: Strings | None = None
    """What it says in its language; None where that is not known."""

    @property
    def base_url(self) -> str:
        """The address it says it has; "" where it says none."""
        home = self.pages.get("index.html")
        absolute = (link for link in (home.links if home else ()) if link.startswith(("http://", "https://")))
        return next((link[: -len("index.html")] for link in absolute if link.endswith("/index.html")), "")

    def all_rows(self) -> Iterator[tuple[str, Row]]:
        """Every statement of the data with the file it stands in."""
        for path, rows in self.rows.items():
            for row in rows:
                yield path, row

    def by_id(self) -> dict[str, Row]:
        return {str(row.get("id")): row for _, row in self.all_rows()}

    @cached_property
    def marks_statements(self) -> bool:
        """Whether its templates say which words are whose."""
        return any(page.statements for page in self.pages.values())

    def paths(self, end: str, begin: str = "") -> list[str]:
        """The files of the site that are called so, in order."""
        return sorted(path for path in self.digests if path.startswith(begin) and path.endswith(end))

    def read(self, path: str) -> bytes:
        return read_bytes(self.folder / path, path, MAX_FILE)

    def counted_as(self, made: str) -> str:
        """The id that stands for all that say the same in one document."""
        return self._families.get(made, made)

    def wordings(self, made: str) -> frozenset[str]:
        """All that say the same in one document, itself included."""
        return frozenset(self._wordings.get(self.counted_as(made), (made,)))

    @cached_property
    def _wordings(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for made, root in self._families.items():
            found.setdefault(root, []).append(made)
        return found

    def count(self, ids: Iterable[str]) -> int:
        """How many statements these are: those that say the same in one document are one."""
        return len(set(map(self.counted_as, ids)))

    @cached_property
    def _families(self) -> dict[str, str]:
        pairs = (
            (str(row["restates"]), str(row.get("id"))) for _, row in self.all_rows() if row.get("restates")
        )
        return joined(pairs)

    def listed(self, path: str) -> frozenset[str]:
        """The statements on a page and on the pages of its periods; of a year or month, of all its days."""
        return frozenset(self._listings.get(path, ()))

    @cached_property
    def _listings(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for path, page in self.pages.items():
            ids = {statement.id for statement in page.statements}
            folders = [folder.as_posix() for folder in PurePosixPath(path).parents]
            for owner in (path, *(f"{folder}.html" for folder in folders), *_periods(path)):
                found.setdefault(owner, set()).update(ids)
        return found


def _periods(path: str) -> Iterator[str]:
    """The pages of the month and the year that a page of `dates/` is within."""
    folder, _, name = path.removesuffix(".html").partition("/")
    parts = name.partition("/")[0].split("-")
    return (f"dates/{'-'.join(parts[:end])}.html" for end in range(1, len(parts)) if folder == "dates")


def read_site(folder: Path) -> BuiltSite:
    site = BuiltSite(folder)
    contents = {}
    for path, _ in walk(folder):
        if path.split("/")[0] in KEPT:
            continue
        try:
            content = read_bytes(folder / path, path, MAX_FILE)
        except InputError as error:
            site.unread.extend(Fault(path, "", problem.message) for problem in error.problems)
            continue
        site.digests[path] = sha256(content).hexdigest()
        if path.endswith(".html"):
            site.pages[path] = read_shown(content.decode("utf-8", "replace"))
        elif path == SUMS or path.startswith("data/"):
            contents[path] = content.decode("utf-8", "replace")
    site.mark = site.digests.get(SUMS, "")
    for line in contents.get(SUMS, "").splitlines():
        digest, _, path = line.partition("  ")
        site.sums[path] = digest
    site.documents = _json_lines(DOCUMENTS, contents.get(DOCUMENTS), site.unread)
    for document in site.documents:
        path = str(document.get("data"))
        site.rows[path] = _json_lines(path, contents.get(path), site.unread)
    return site


def _json_lines(path: str, text: str | None, faults: list[Fault]) -> list[Row]:
    if text is None:
        faults.append(Fault(path, "", "expected a data file, found none"))
        return []
    rows: list[Row] = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, dict):
            rows.append(row)
        else:
            faults.append(Fault(f"{path}:{number}", "", "expected a line of JSON, found something else"))
    return rows


def place_of(page: str, href: str) -> tuple[str, str] | None:
    """The file of the site and the anchor in it that a link on a page leads to; None when it leads outside."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    path = (
        posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    )
    return path, unquote(parts.fragment)
