"""Whether every file is what the archive gives: the site is made anew from seeds and entries, in memory, and
held against the one that is there. What is said of a statement anywhere on a page is checked so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from rapidfuzz.distance import Indel, Postfix, Prefix

from site_builder.digest import digest
from site_builder.examine import take_in
from site_builder.memo import Memo
from site_builder.planned import plan_of
from site_builder.project import read_project
from site_builder.render import render
from site_builder.renew import SUMS
from site_builder.search import INDEXES
from site_builder.shown import text_of
from site_builder.verify.findings import Checked, Fault
from site_builder.verify.site import BuiltSite
from site_builder.views import SiteView, View
from site_builder.workers import map_in_order

REMADE = "files are those that the archive gives when the site is made anew"
_MARK = re.compile(
    r"""\bdata-(?:statement|place|version|figure)="[^"]{0,200}?(s-[0-9a-z]{1,40})"|</(?:article|section)>"""
)
_ID = re.compile(r"/(s-[0-9a-z]{1,40})\.html$")
_BLOCK = re.compile(r"</(?:t[dh]|d[td]|p|li|h[1-6]|caption)>")
"""After these the words of a page do not go on."""
SHOWN = 160
"""Characters of a difference that are printed of each side."""
AROUND = 40
"""Characters of what is the same that are printed before a difference, and behind it."""


def remade(site: BuiltSite, project: Path, jobs: int = 1) -> Checked:
    """Every file of the plan is there with the bytes that are planned, and no other but the search index's.

    At which address the site is, and whether it has an index, is taken from the site.
    """
    faults: list[Fault] = []
    expected = {SUMS}
    with Memo(None, "") as memo:
        for path, content in _contents(site, project, memo, jobs):
            expected.add(path)
            if path not in site.digests:
                faults.append(Fault(path, "", "expected this file by the archive, found none"))
            elif site.digests[path] != digest(content):
                faults.extend(_differences(path, content, site.read(path)))
    for path in sorted(site.digests.keys() - expected):
        if not path.startswith(INDEXES):
            faults.append(Fault(path, "", "expected no such file by the archive, found one"))
    return Checked(name="made anew", number=len(expected) - 1, what=REMADE, faults=tuple(faults))


def _contents(site: BuiltSite, root: Path, memo: Memo, jobs: int) -> Iterator[tuple[str, bytes]]:
    """Every file that a build would make now, but hidden ones; nothing is written, and nothing remembered."""
    project = read_project(root, site.base_url or None)
    examined = take_in(project, memo, jobs=jobs, write=False, drafts=False)
    plan = plan_of(examined, search=any(path.startswith(INDEXES) for path in site.digests))
    yield from ((asset.path, asset.content) for asset in plan.assets if not asset.path.startswith("."))
    pages = ((page.path, page.template, page.view()) for page in plan.pages)
    yield from map_in_order(_rendered, pages, (plan.site, project.templates), jobs)


def _rendered(page: tuple[str, str, View], common: tuple[SiteView, Path | None]) -> tuple[str, bytes]:
    return page[0], render(*page, *common)


def _differences(path: str, made: bytes, found: bytes) -> Iterator[Fault]:
    """Each run of lines that is another: what it should say, and what it does."""
    try:
        lines, others = made.decode().splitlines(), found.decode().splitlines()
    except UnicodeDecodeError:
        yield Fault(path, "", "expected other bytes by the archive")
        return
    for here, there in _changed(lines, others):
        wanted, shown = "\n".join(lines[here]), "\n".join(others[there])
        words, other_words = map(_words, (wanted, shown))
        if path.endswith(".html") and words != other_words:
            wanted, shown = words, other_words
        yield Fault(path, _about(path, lines[: here.stop]), _message(wanted, shown))


def _words(html: str) -> str:
    return text_of(_BLOCK.sub(r"\g<0> ", html))


def _changed(lines: Sequence[str], others: Sequence[str]) -> Iterator[tuple[slice, slice]]:
    """The runs of lines, in either text, that lie between those they have in common."""
    at = there = 0
    for code in Indel.opcodes(lines, others):
        if code.tag == "equal":
            if at < code.src_start or there < code.dest_start:
                yield slice(at, code.src_start), slice(there, code.dest_start)
            at, there = code.src_end, code.dest_end
    if at < len(lines) or there < len(others):
        yield slice(at, len(lines)), slice(there, len(others))


def _about(path: str, lines: Sequence[str]) -> str:
    """The statement that the last of these lines is about; "" for none."""
    if own := _ID.search(path):
        return own[1]
    for line in reversed(lines):
        marks = list(_MARK.finditer(line))
        if marks:
            return next((mark[1] for mark in reversed(marks) if mark[1]), "")
    return ""


def _message(wanted: str, shown: str) -> str:
    """What differs, with a few characters around it."""
    head = max(0, Prefix.similarity(wanted, shown) - AROUND)
    shorter = min(len(wanted), len(shown)) - head
    tail = Postfix.similarity(wanted[head:], shown[head:])
    tail = max(0, min(tail, shorter) - AROUND)
    one, other = (_cut(text, head, len(text) - tail) for text in (wanted, shown))
    return f"expected {one} by the archive, found {other}"


def _cut(text: str, start: int, end: int) -> str:
    """That part of a text, in marks, with a sign where it is cut; "none" for nothing."""
    part = text[start : min(end, start + SHOWN)]
    before, after = "…" if start else "", "…" if start + len(part) < len(text) else ""
    return repr(f"{before}{part}{after}") if part else "none"
