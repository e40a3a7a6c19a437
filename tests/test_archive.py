"""Entries against their seeds: every word found at its place, or said to be missing; statements as data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.archive import Document, Record, without_drafts
from site_builder.comparison import NOTHING
from site_builder.entries import parse_entry
from site_builder.errors import Problem
from site_builder.export import COLUMNS, export_csv, export_jsonl
from site_builder.memory import Base, Known
from site_builder.model import Span
from site_builder.records import document_of
from site_builder.seeds import parse_seed
from tests.cases import Case, each_case

PATH = "entries/e.md"
RULE = "\n=====\n"
FRONT = "---\nentry: e\noutlet: The Wire\nseed: seeds/a.txt\n---\n# T\n"
TWICE = "Ana Lind said no. Later, Ana Lind said no.\n"
ENTRY = "### s-00000000\n- kind: indirect\n> Ana Lind said no.\n"


def read(
    text: str, body: str, recorded: Mapping[str, tuple[Span, ...]]
) -> tuple[Document | None, tuple[Problem, ...]]:
    article = parse_seed(text.encode(), "seeds/a.txt")
    front = "" if body.startswith("---\n") else FRONT
    entry = parse_entry(front + body, PATH)
    sections = {made: Known((), (), spans) for made, spans in recorded.items()}
    return document_of(entry, f"entries/{entry.get('entry') or 'e'}.md", article, Base(sections=sections))


@each_case("anchors")
def test_anchors(case: Case) -> None:
    text, _, body = case.given.partition(RULE)
    document, problems = read(text, body, {})
    described = [*_describe(document, text), *map(str, problems)]
    assert "\n".join(described) == case.expected


def _describe(document: Document | None, text: str) -> Iterator[str]:
    """Each statement with its places, and the words that stand there."""
    for item in document.items if document else ():
        if isinstance(item, str):
            yield f"heading {item}"
        else:
            places = ", ".join(f"{start}-{end} {text[start:end]!r}" for start, end in item.spans)
            state = f", {item.state}" if item.state != "extracted" else ""
            yield f"{item.id} {item.kind} by {item.speaker}{state}: {places}"


def test_a_recorded_place_decides_between_several() -> None:
    second = Span(25, 42)
    document, problems = read(TWICE, ENTRY, {"s-00000000": (second,)})
    assert problems == ()
    assert document is not None
    assert [record.spans for record in document.records] == [(second,)]


def test_a_place_whose_boundary_was_moved_decides_too() -> None:
    document, problems = read(TWICE, ENTRY, {"s-00000000": (Span(25, 60),)})
    assert problems == ()
    assert document is not None
    assert [record.spans for record in document.records] == [(Span(25, 42),)]


def test_a_recorded_place_that_is_none_of_them_decides_nothing() -> None:
    expected = "expected words that name one place of the seed"
    message = f"{expected}, found these 2 times: add words until they stand once"
    message += " (left out until then: this statement)"
    document, problems = read(TWICE, ENTRY, {"s-00000000": (Span(18, 24),)})
    assert problems == (Problem(PATH, 9, 1, message),)
    assert document is not None
    assert document.records == ()


def test_without_a_seed_the_words_have_no_place() -> None:
    document, problems = document_of(parse_entry(FRONT + ENTRY, PATH), PATH, None, Base())
    assert problems == ()
    assert document is not None
    assert [(record.passages, record.spans) for record in document.records] == [(("Ana Lind said no.",), ())]


DRAFTS = {
    "": False,
    "draft:\n": False,
    "draft: false\n": False,
    "draft: true\n": True,
    'draft: "true"\n': True,
}


@pytest.mark.parametrize("line", DRAFTS)
def test_a_draft_says_so_and_is_left_out(line: str) -> None:
    entry = f"---\nentry: e\noutlet: The Wire\n{line}---\n# T\n"
    document, problems = read(TWICE, entry, {})
    assert problems == ()
    assert document is not None
    assert document.draft is DRAFTS[line]
    assert without_drafts([document]) == (() if document.draft else (document,))


@pytest.mark.parametrize("value", ["yes", "True", "soon"])
def test_what_is_neither_a_draft_nor_none_is_not_published(value: str) -> None:
    entry = f"---\nentry: e\noutlet: The Wire\ndraft: {value}\n---\n# T\n"
    document, problems = read(TWICE, entry, {})
    message = f"expected true or false in 'draft', found {value!r} (left out until then: the whole document)"
    assert problems == (Problem(PATH, 4, 1, message),)
    assert document is None


def table(document: Document) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(export_csv([document], NOTHING))), strict=True))


@each_case("export")
def test_export(case: Case) -> None:
    """The statement as JSON, then as the cells of its CSV row."""
    text, _, body = case.given.partition(RULE)
    document, problems = read(text, body, {})
    assert problems == ()
    assert document is not None
    lines = [line.rstrip("\n") for line in export_jsonl([document], NOTHING)]
    header, *rows = table(document)
    assert header == list(COLUMNS)
    hidden = {json.loads(line)["sha256"] or "" for line in lines}
    cells = [" | ".join(cell for cell in row if cell not in hidden or not cell) for row in rows]
    shown = "\n".join([*lines, *cells])
    for digest in filter(None, hidden):
        shown = shown.replace(digest, "…")
    assert shown == case.expected


FORMULA = tuple("=+-@\t\r\0＝＋－＠")
letters = st.one_of(st.sampled_from("=+-@\t\r\n\0＝＋－＠\"',; a"), st.characters(exclude_categories=["Cs"]))
cell = st.text(letters)


@pytest.mark.parametrize("start", FORMULA, ids=ascii)
@given(rest=cell, passages=st.lists(cell, max_size=2))
@settings(max_examples=20)
def test_no_cell_begins_as_a_formula_and_every_cell_can_be_read_back(
    start: str, rest: str, passages: list[str]
) -> None:
    speaker = start + rest
    record = Record(
        id="s-00000000", entry="e", kind="direct", speaker=speaker, role=speaker, to="", via="", citing="",
        said=None, topics=(), passages=tuple(passages), spans=(), notes=(), lang="en", line=1, paragraph=-1,
    )  # fmt: skip
    document = Document(
        name="e", path=PATH, title="T", outlet=speaker, republishes=None, published=None,
        original_published=None, draft=False, front={"seed": speaker}, items=(record,), fingerprint="",
        article=None,
    )  # fmt: skip
    _, row = table(document)
    assert [value for value in row if value.startswith(FORMULA)] == []
    read_back = dict(zip(COLUMNS, row, strict=True))
    assert read_back["speaker"].removeprefix("'" if speaker.startswith(FORMULA) else "") == speaker
    (line,) = export_jsonl([document], NOTHING)
    assert json.loads(line)["speaker"] == speaker
