"""What an outlet lets the site show of its documents, and not a word more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.archive import Document
from site_builder.build import build
from site_builder.examine import examine
from site_builder.lexicon import Lexicon
from site_builder.model import Span
from site_builder.seedfiles import read_articles
from site_builder.turns import questions
from tests.pages import plain_words, read_site, words_of
from tests.projects import BRIDGE, copy_harbour, tree, write_files

RUN = 7
"""So many words in a row, the same as in a seed, are a piece of it."""

Runs = set[tuple[str, ...]]


@pytest.fixture(scope="module", params=["quotation", "excerpt", "full"])
def level(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def archive(level: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_harbour(tmp_path_factory.mktemp("rights") / level)
    (root / "site.toml").write_text(f'[rights]\ndefault = "{level}"\n')
    for sidecar in (root / "seeds").glob("*.yaml"):  # a document's own rights would win
        sidecar.write_text(re.sub(r"(?m)^rights:.*\n", "", sidecar.read_text("utf-8")), "utf-8")
    build(root, root / "site")
    return root


def documents(root: Path) -> list[Document]:
    """The archive's documents with their texts."""
    articles = read_articles(root, Lexicon(), [])
    return [replace(document, article=articles[document.front["seed"]]) for document in examine(root).documents]


METADATA = ("title", "byline", "section", "source", "dateline")
"""Blocks that tell what a document is: their words stand among its facts and its reasons for a date."""


def shown(document: Document, level: str) -> list[Span]:
    """The parts of a document's text the site may show."""
    assert document.article
    blocks = document.article.blocks
    spoken = [span for record in document.records if not record.own_voice for span in record.spans]
    if level == "full":
        return [block.span for block in blocks]
    if level == "quotation":
        return spoken
    spoken += [document.article.blocks[number].span for number in questions(document.records)]
    return [b.span for b in blocks if any(b.span.start <= span.start < b.span.end for span in spoken)]


INTERVIEW = """\
Lind: The ferry has a future

KARSK, May 15, 2019 (Northern Wire) - Mayor Ana Lind spoke to Northern Wire about the bridge on Tuesday.

Northern Wire: Is the bridge open?

Ana Lind: Yes. We have counted every bolt, and the bridge stays open.

Northern Wire: The port is said to be in trouble.

Ana Lind: It is not. The port will be saved by the council.

Northern Wire: And the ferry?

Ana Lind: It will run until autumn. Nobody has to be afraid of that.

The council meets in June.
"""
QUESTIONS = (
    "Northern Wire: Is the bridge open?",
    "Northern Wire: The port is said to be in trouble.",
    "Northern Wire: And the ferry?",
)
REST = ("spoke to Northern Wire about the bridge", "The council meets in June.")
ASKED = {"quotation": (), "excerpt": QUESTIONS, "full": (*QUESTIONS, *REST)}


@pytest.mark.parametrize("level", ASKED)
def test_an_interview_can_be_read_where_its_paragraphs_may(level: str, tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/a.txt": INTERVIEW, "site.toml": f'[rights]\ndefault = "{level}"\n'})
    build(root, root / "site")
    pages = read_site(root / "site")
    (name,) = (path for path in pages if path.startswith("entries/2019"))
    for path in (name, name.replace("entries/", "sources/")):
        words = words_of(pages[path].one("main"))
        assert tuple(said for said in (*QUESTIONS, *REST) if said in words) == ASKED[level], path
        assert ("with the questions they answer" in words) == (level == "excerpt"), path


def test_a_report_has_no_questions_to_tell_of(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/a.txt": BRIDGE})
    build(root, root / "site")
    pages = [page for path, page in read_site(root / "site").items() if "/2019-05-14-" in path]
    said = "The statements are shown in their paragraphs; the rest of the document is not reproduced."
    assert [said in words_of(page.one("main")) for page in pages] == [True, True]


def test_two_questions_of_a_report_make_no_interview(tmp_path: Path) -> None:
    """Most of what stands before somebody's words asks nothing."""
    pairs = ["The ferry ran in May.", "Who pays?", "The port is closed.", "The quay is dry.", "Who knows?"]
    turns = "\n\n".join(
        f'{said}\n\n"We know {number}," Mayor Ana Lind said.' for number, said in enumerate(pairs)
    )
    head = "Bridge open\n\nKARSK, May 15, 2019 (Northern Wire) - The bridge opened.\n\n"
    root = write_files(tmp_path, {"seeds/a.txt": head + turns})
    build(root, root / "site")
    (document,) = documents(root)
    assert questions(document.records) == frozenset()


def runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    yield from (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def runs_of(document: Document, level: str) -> tuple[Runs, Runs]:
    """The runs of words that may be shown, and those that hold a word that may not."""
    assert document.article
    free = shown(document, level)
    free += [block.span for block in document.article.blocks if block.kind in METADATA]
    words = [(match[0].lower(), match.start()) for match in re.finditer(r"\w+", document.article.text)]
    is_free = [any(start <= at < end for start, end in free) for _, at in words]
    may: Runs = set()
    may_not: Runs = set()
    for at, run in enumerate(runs([word for word, _ in words])):
        (may if all(is_free[at : at + RUN]) else may_not).add(run)
    return may, may_not


def test_no_page_shows_more_than_it_may(archive: Path, level: str) -> None:
    free: Runs = set()
    kept: Runs = set()
    for document in documents(archive):
        may, may_not = runs_of(document, level)
        free |= may
        kept |= may_not
    kept -= free
    assert bool(kept) == (level != "full")
    site = archive / "site"
    texts = {path: words_of(page.one("body")) for path, page in read_site(site).items()}
    texts |= {path: data.decode() for path, data in tree(site).items() if path.endswith((".atom", ".xml"))}
    found = {path: shared for path, text in texts.items() if (shared := kept & set(runs(plain_words(text))))}
    assert found == {}


def test_what_may_be_shown_is_on_the_source_page(archive: Path, level: str) -> None:
    pages = read_site(archive / "site")
    for document in documents(archive):
        assert document.article
        words = words_of(pages[f"sources/{document.name}.html"].one("main"))
        for start, end in shown(document, level):
            assert " ".join(document.article.text[start:end].split()) in words


def test_every_statement_is_on_its_entry_page_whatever_the_level(archive: Path) -> None:
    pages = read_site(archive / "site")
    for document in documents(archive):
        words = words_of(pages[f"entries/{document.name}.html"].one("main"))
        missing = [
            passage
            for record in document.records
            if not record.own_voice
            for passage in record.passages
            if passage not in words
        ]
        assert missing == []


def test_what_is_kept_back_is_counted(archive: Path, level: str) -> None:
    pages = read_site(archive / "site")
    kept = [path for path, page in pages.items() if page.all("p", class_="withheld")]
    assert bool(kept) == (level != "full")
    assert all(path.startswith(("entries/", "sources/", "statements/")) for path in kept)


def test_a_documents_own_rights_win(tmp_path: Path) -> None:
    root = copy_harbour(tmp_path / "own")
    (root / "site.toml").write_text('[rights]\ndefault = "full"\n')
    build(root, root / "site")
    name = "2019-05-16-quayside-live-port-hallow-blockade-thursday-as-it-happened.html"
    page = (root / "site" / "sources" / name).read_text("utf-8")
    assert "The statements alone are shown; the rest of the document is not reproduced." in page
