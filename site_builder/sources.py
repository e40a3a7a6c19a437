"""The seeds of a project with what they say: each read and annotated once, then remembered."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from site_builder.annotate import annotate
from site_builder.annotate.published import open_year
from site_builder.annotate.years import settle_years
from site_builder.digest import key_of
from site_builder.digests import Digests
from site_builder.errors import InputError, Problem
from site_builder.lexicon import Lexicon
from site_builder.memo import Memo
from site_builder.model import Annotation, Article
from site_builder.project import MAX_TEXT
from site_builder.seedfiles import read_article, refuse_copy, seed_paths, sidecar_of
from site_builder.seeds import MAX_BYTES
from site_builder.workers import map_in_order

AN_ARTICLE = 20
"""Milliseconds that reading one takes, about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A seed as it was read: its article with what it says, or why there is none."""

    article: Article | None
    annotation: Annotation | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What is asked of every seed on every build. `open`: its year may hang on the other documents."""

    sha256: str
    open: bool
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The good seeds of a project. `keys`: path → digest of all that its reading was made from."""

    keys: Mapping[str, str]
    digests: Mapping[str, str]
    """Path → sha256 of the file."""
    settled: Mapping[str, Annotation]
    """What the archive as a whole says of a document, where that is more than the document says."""
    memo: Memo

    def read(self, path: str) -> tuple[Article, Annotation]:
        reading = self.memo.recall("reading", self.keys[path], Reading)
        if reading is None or reading.article is None or reading.annotation is None:
            raise KeyError(path)
        return reading.article, self.settled.get(path, reading.annotation)

    def article(self, path: str) -> Article:
        return self.read(path)[0]


def read_sources(
    root: Path,
    lexicon: Lexicon,
    memo: Memo,
    files: Digests,
    problems: list[Problem],
    *,
    jobs: int = 1,
    attitudes: bool = False,
    owned: Collection[str] = (),
) -> Sources:
    """Every good seed, read now or remembered. Of two with the same bytes the one is good that is `owned`, by
    an entry, or else comes first."""
    known = key_of(repr(lexicon), attitudes)
    keys: dict[str, str] = {}
    for path in seed_paths(root, problems):
        try:
            sidecar = sidecar_of(path)
            keys[path] = key_of(known, path, files.of(path, MAX_BYTES), files.of(sidecar, MAX_TEXT))
        except InputError as error:
            problems.extend(error.problems)
    looked = {path: glance for path, key in keys.items() if (glance := memo.recall("glance", key, Glance))}
    unread = {path: key for path, key in keys.items() if path not in looked}
    looked |= _read(root, lexicon, memo, unread, jobs, attitudes)
    firsts: dict[str, str] = {}
    for path in sorted(keys, key=lambda path: path not in owned):
        firsts.setdefault(looked[path].sha256, path)
    good: dict[str, str] = {}
    for path, key in keys.items():
        glance = looked[path]
        try:
            if glance.problems:
                raise InputError(glance.problems)
            refuse_copy(path, firsts[glance.sha256])
            good[path] = key
        except InputError as error:
            problems.extend(error.problems)
    memo.keep_only("glance", keys.values())
    memo.keep_only("reading", keys.values())
    sources = Sources(keys=good, digests={path: looked[path].sha256 for path in good}, settled={}, memo=memo)
    return replace(sources, settled=_settle(sources, any(looked[path].open for path in good)))


def _annotate(article: Article, given: tuple[Lexicon, bool]) -> Annotation:
    return annotate(article, *given)


def _read(
    root: Path, lexicon: Lexicon, memo: Memo, unread: Mapping[str, str], jobs: int, attitudes: bool
) -> dict[str, Glance]:
    glances = {}
    given: deque[tuple[str, Article]] = deque()

    def articles() -> Iterator[Article]:
        for path, key in unread.items():
            try:
                given.append((path, read_article(root, path, lexicon)))
            except InputError as error:
                glances[path] = Glance(sha256="", open=False, problems=error.problems)
                memo.keep("glance", key, glances[path])
            else:
                yield given[-1][1]

    for annotation in map_in_order(_annotate, articles(), (lexicon, attitudes), jobs, AN_ARTICLE):
        path, article = given.popleft()
        glances[path] = Glance(sha256=article.origin.sha256, open=open_year(article) is not None)
        memo.keep("glance", unread[path], glances[path])
        memo.keep("reading", unread[path], Reading(article=article, annotation=annotation))
    return glances


def _settle(sources: Sources, open_years: bool) -> Mapping[str, Annotation]:
    """By path, what the archive settles. Every document has a say in it."""
    if not open_years:
        return {}
    key = key_of(*sources.keys.values())
    known: dict[str, Annotation] | None = sources.memo.recall("settled", key, dict[str, Annotation])
    if known is None:
        documents = tuple(sources.read(path) for path in sources.keys)
        settled = zip(sources.keys, documents, settle_years(documents), strict=True)
        known = {path: after for path, (_, before), after in settled if after != before}
        sources.memo.keep("settled", key, known)
    sources.memo.keep_only("settled", [key])
    return known
