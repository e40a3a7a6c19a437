"""From the plan to the site: every file that is stale is made, in the order of the plan, and put in place."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from site_builder import present
from site_builder.digest import digest, key_of
from site_builder.files import content_stamp, walk
from site_builder.ledger import Ledger, Made, load_ledger, save_ledger, standing
from site_builder.pagefind import Pagefind, index
from site_builder.plan import NO_JEKYLL, Plan
from site_builder.publish import Stage, in_place, is_ours, refuse_strangers, tidy
from site_builder.render import builder_digest, render, template_digest
from site_builder.unchanged import PRIVATE
from site_builder.views import SiteView, View
from site_builder.workers import map_in_order

RECORD = "record.html"
SUMS = present.SUMS.path
"""The digests of all other files, as `sha256sum -c` reads them; but for hidden ones, which hosts may drop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """`why`: for each file that was made, the names of the inputs that differ from the last build's."""

    why: Mapping[str, tuple[str, ...]]
    in_place: bool
    """Whether the files were replaced one by one."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the site. `content` is None when the last build's still holds, and `why` is () then."""

    path: str
    made: Made
    why: tuple[str, ...] = ()
    content: bytes | None = None


def renew(
    root: Path,
    output: Path,
    plan: Plan,
    templates: Path | None,
    jobs: int,
    step: Callable[[str], None],
    pagefind: Pagefind | None = None,
) -> Renewed:
    """Make `output` the site that is planned; what is to be indexed, is by `pagefind`."""
    # Seen from the project, so that a project that was moved still knows its site.
    target = Path(os.path.relpath(output, root)).as_posix()
    name = digest(target.encode())[:8]
    record = root / PRIVATE / f"ledger-{name}.json"
    paths = [*(page.path for page in plan.pages), *(asset.path for asset in plan.assets), SUMS]
    tidy(output)
    ledger = load_ledger(record, target)
    ours = ledger.files.keys() or ({*paths, *_summed(output)} if is_ours(output) else set())
    refuse_strangers(output, {*ours, NO_JEKYLL.path})
    step(f"Making what has changed of {len(paths):,} files")
    site = _Site(output, ledger, root / PRIVATE / f"spare-{name}")
    try:
        for file in chain(_assets(plan, ledger, output), _pages(plan, templates, ledger, output, jobs)):
            site.add(file)
        if pagefind:
            for file in _indexes(plan, templates, ledger, output, pagefind):
                site.add(file)
        site.add(_sums(site.files, ledger, output))
        return site.publish(record, sorted(ours - site.files.keys()))
    finally:
        site.discard()


class _Site:
    """The site to be: what was made for it, and what it has from the last one."""

    def __init__(self, output: Path, ledger: Ledger, spare: Path) -> None:
        self.output, self.ledger, self.spare = output, ledger, spare
        self.files: dict[str, Made] = {}
        self.why: dict[str, tuple[str, ...]] = {}
        self.stage: Stage | None = None

    def add(self, file: _File) -> None:
        made = file.made
        if file.content is not None:
            place = self._staged().write(file.path, file.content)
            made = replace(made, output=digest(file.content), stamp=content_stamp(os.lstat(place)))
            self.why[file.path] = file.why
        self.files[file.path] = made

    def publish(self, record: Path, gone: Sequence[str]) -> Renewed:
        old, now = self.ledger, self.files
        by_file = in_place(self.output)
        if self.why or gone:
            # Killed in between, either site is known as ours.
            changed = (*self.why, *gone)
            after = replace(old, files={**old.files, **now}, generation=old.generation + 1, behind=changed)
            save_ledger(record, after)
            stage = self._staged()
            if by_file:
                stage.replace_files(self.why, gone)
            else:
                for path in gone if stage.whole else ():
                    stage.remove(path)
                for path in now.keys() - self.why.keys() if not stage.whole else ():
                    stage.take_over(path)
                stage.publish()
            save_ledger(record, replace(after, files=now))
        elif now != old.files:
            save_ledger(record, replace(old, files=now))
        return Renewed(why=self.why, in_place=by_file)

    def discard(self) -> None:
        if self.stage:
            self.stage.discard()

    def _staged(self) -> Stage:
        if self.stage is None:
            behind = {path: path in self.ledger.files for path in self.ledger.behind}
            self.stage = Stage(self.output, self.spare, self.ledger.generation, behind)
        return self.stage


def _assets(plan: Plan, ledger: Ledger, output: Path) -> Iterator[_File]:
    for asset in plan.assets:
        inputs = {"content": digest(asset.content)}
        yield _made(asset.path, asset.content, inputs, ledger, output)


def _summed(output: Path) -> Iterator[str]:
    """The files there that the site says are its own, for when the record of it is lost."""
    with suppress(OSError, UnicodeDecodeError):
        named = {line[66:] for line in (output / SUMS).read_text("utf-8").splitlines()}
        yield from (path for path, _ in walk(output) if path in named)


def _indexes(
    plan: Plan, templates: Path | None, ledger: Ledger, output: Path, pagefind: Pagefind
) -> Iterator[_File]:
    """The files of each index for search: all of one are made when one of its records, or files, differs."""
    common = _inputs(plan, RECORD, templates)
    language = plan.site.language.split("-")[0]
    there: dict[str, list[str]] = {}
    for path in ledger.files:
        there.setdefault("/".join(path.split("/", 3)[:3]), []).append(path)
    for shard in plan.shards:
        engine = shard is plan.shards[0]
        inputs = common | {"pagefind": f"{pagefind.stamp} {engine}"}
        before = there.get(shard.path, ())
        if held := _all(_held(path, shard.made_of, inputs, ledger, output) for path in before):
            yield from map(_File, before, held)
            continue
        records = tuple(shard.records())
        shown = key_of(records)
        if kept := _all(ledger.kept(path, output, inputs, shown) for path in before):
            yield from map(_File, before, (replace(made, of=shard.made_of) for made in kept))
            continue
        pages = ((path, _render((path, RECORD, view), (plan.site, templates))) for path, view in records)
        for name, content in index(pagefind, pages, language, engine).items():
            path = f"{shard.path}/{name}"
            made = ledger.files.get(path)
            if made and made.output == digest(content) and (now := standing(f"{output}/{path}", made)):
                yield _File(path, replace(now, inputs=inputs, view=shown, of=shard.made_of))
            else:
                why = ledger.reasons(path, inputs, shown)
                yield _File(path, Made(inputs, shown, of=shard.made_of), why, content)


def _all(found: Iterable[Made | None]) -> tuple[Made, ...]:
    """What is known of the files, if that is something of each; else ()."""
    known: list[Made] = []
    for made in found:
        if made is None:
            return ()
        known.append(made)
    return tuple(known)


def _inputs(plan: Plan, template: str, templates: Path | None) -> dict[str, str]:
    """What every page of a template is made from, but its view."""
    return {
        "builder": builder_digest(),
        "site": key_of(plan.site),
        "template": template_digest(template, templates),
    }


def _sums(files: Mapping[str, Made], ledger: Ledger, output: Path) -> _File:
    content = "".join(f"{made.output}  {path}\n" for path, made in sorted(files.items())
                      if not path.startswith(".")).encode()  # fmt: skip
    inputs = {"files": digest(content)}
    return _made(SUMS, content, inputs, ledger, output)


def _made(path: str, content: bytes, inputs: dict[str, str], ledger: Ledger, output: Path) -> _File:
    """A file that is made of nothing but its inputs."""
    if kept := ledger.kept(path, output, inputs):
        return _File(path, kept)
    return _File(path, Made(inputs), ledger.reasons(path, inputs), content)


def _pages(plan: Plan, templates: Path | None, ledger: Ledger, output: Path, jobs: int) -> Iterator[_File]:
    """Every page; a view is made, compared, shown and forgotten before the next but few."""
    common = {name: _inputs(plan, name, templates) for name in {page.template for page in plan.pages}}
    stale: deque[_File] = deque()
    fresh: deque[_File] = deque()

    def to_show() -> Iterator[tuple[str, str, View]]:
        for page in plan.pages:
            inputs = common[page.template]
            if held := _held(page.path, page.made_of, inputs, ledger, output):
                fresh.append(_File(page.path, held))
                continue
            view = page.view()
            shown = key_of(view)
            if kept := ledger.kept(page.path, output, inputs, shown):
                fresh.append(_File(page.path, replace(kept, of=page.made_of)))
            else:
                why = ledger.reasons(page.path, inputs, shown)
                stale.append(_File(page.path, Made(inputs, shown, of=page.made_of), why))
                yield page.path, page.template, view

    for content in map_in_order(_render, to_show(), (plan.site, templates), jobs):
        yield replace(stale.popleft(), content=content)
    yield from fresh


def _held(path: str, of: str, inputs: Mapping[str, str], ledger: Ledger, output: Path) -> Made | None:
    """What is known of a file that is as it was made, and would be made of the same: then its view is, too."""
    made = ledger.files.get(path)
    if made is None or (made.of, made.inputs) != (of, inputs):
        return None
    return standing(f"{output}/{path}", made)


def _render(page: tuple[str, str, View], common: tuple[SiteView, Path | None]) -> bytes:
    return render(*page, *common)
