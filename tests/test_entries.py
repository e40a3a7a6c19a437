"""Entries: what is written reads back the same, and what people write by hand reads the same too."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.entries import NEW, Entry, Heading, Lines, Note, Passage, Section, format_entry, parse_entry
from site_builder.entries.blocks import blocks_of, parsed, written
from site_builder.entries.write import format_front, format_quote
from site_builder.errors import InputError
from site_builder.text import collapse
from tests.cases import Case, each_case

PATH = "entries/e.md"

characters = st.one_of(
    st.sampled_from("  \"'“”‘’-–—.,;:!?#*_`~>=+|[](){}<>\\/&%$@0123456789abcABCéß ’"),
    st.characters(exclude_categories=("Cs", "Cc")),
)
words = st.text(characters, min_size=1, max_size=220).map(collapse).filter(bool)
values = st.one_of(words, st.just(""))
keys = st.from_regex(r"[a-z][a-z-]{0,12}", fullmatch=True)
ids = st.one_of(st.just(NEW), st.from_regex(r"s-[0-9a-hjkmnp-tv-z]{8}", fullmatch=True))

PARAGRAPHS = st.sampled_from(["A plain note.", "Two lines\nof *one* note & `code`.", "See speaker: in words."])
BLOCKS = ["* one\n* two", "1. one\n2. two", "```\n### s-00000000\n\n> no quote\n```", "#### Aside", "***"]


@st.composite
def sections(draw: st.DrawFn) -> Section:
    fields: dict[str, str] = draw(st.dictionaries(keys, values, max_size=6))
    parts: list[Passage | Note] = draw(
        st.lists(st.one_of(words.map(Passage), PARAGRAPHS.map(Note)), min_size=0, max_size=4)
    )
    with_block: bool = draw(st.booleans())
    if fields and with_block:
        at = draw(st.integers(0, len(parts)))
        parts.insert(at, Note(draw(st.sampled_from(BLOCKS))))
    return Section(draw(ids), tuple(fields.items()), tuple(parts))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    lists = st.lists(values, max_size=3).map(tuple)
    front = draw(st.dictionaries(words, st.one_of(values, lists), min_size=1, max_size=5))
    items: list[Heading | Section | Note] = [Note(text) for text in draw(st.lists(PARAGRAPHS, max_size=1))]
    items += draw(st.lists(st.one_of(words.map(Heading), sections()), max_size=4))
    return Entry(tuple(front.items()), draw(words), tuple(items))


@given(entries())
@example(Entry((("title", "null"), ("lang", "no"), ("x", "~"), ("list", ())), "# #", (Heading("##"),)))
def test_what_is_written_reads_back_the_same(entry: Entry) -> None:
    assert parse_entry(format_entry(entry), PATH) == entry


@given(entries())
def test_a_second_writing_changes_no_byte(entry: Entry) -> None:
    text = format_entry(entry)
    assert format_entry(parse_entry(text, PATH)) == text


ODD = "¦> a¦> a ¦> ¦>¦> 1. one¦> 12 men¦> - a¦> ===¦> a\tb¦> [a]: b¦> <b>¦> \\- a¦a¦    a¦- a: b\r"
ODD += "¦# #¦## a #¦### s-00000000¦- key: a¦- - a¦- #¦- a\\¦---"
"""Lines that stand in no entry of the program's, or nearly do."""


@given(
    st.one_of(
        entries().map(lambda e: format_entry(e).split("\n")),
        st.lists(st.sampled_from(ODD.split("¦")), max_size=12),
    )
)
def test_what_is_read_line_by_line_is_what_a_parser_of_commonmark_reads(source: list[str]) -> None:
    assert blocks_of(source) == parsed(source)


def test_what_the_program_writes_is_read_line_by_line() -> None:
    section = Section(
        "s-00000000", (("speaker", "Ana Lind"), ("role", "")), (Passage("We have *counted*. 12 bolts."),)
    )
    entry = Entry((("title", "T"),), "T", (Heading("H & H"), section))
    source = format_entry(entry).partition("\n---\n")[2].split("\n")
    assert [block.kind for block in written(source)] == ["h1", "h2", "h3", "list", "quote"]


@given(st.lists(words.map(Passage), min_size=1, max_size=3))
def test_a_quote_wraps_at_80_columns_and_stays_a_quote(passages: list[Passage]) -> None:
    section = Section("s-00000000", (), tuple(passages))
    body = format_entry(Entry((), "T", (section,))).split("### s-00000000\n", 1)[1]
    lines = [line for line in body.split("\n") if line]
    assert all(line.startswith("> ") for line in lines)
    assert [line for line in lines if len(line) > 80 and " " in line[2:]] == []


@each_case("entries")
def test_entries(case: Case) -> None:
    try:
        described = "\n".join(_describe(parse_entry(case.given, PATH)))
    except InputError as error:
        described = str(error)
    assert described == case.expected


CANONICAL = parse_entry(
    "---\nentry: e\ntopics:\n- a\n- b\n---\n\n# Title\n\n"
    "### s-00000000\n\n- speaker: Ana Lind\n- kind: direct\n\n"
    '> "We did not open the gate," she said, "and we will not."\n\nA note.\n',
    PATH,
)


def test_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    text = format_entry(CANONICAL)
    assert parse_entry(text.replace("\n", "\r\n"), PATH) == CANONICAL
    assert parse_entry("\ufeff" + text, PATH) == CANONICAL
    assert parse_entry(text.removesuffix("\n"), PATH) == CANONICAL


def _describe(entry: Entry) -> Iterator[str]:
    """The entry, one value a line, for the tables."""
    for (key, value), lines in zip(entry.front, entry.front_lines, strict=True):
        yield f"{_lines(lines)} front {key} = {list(value) if isinstance(value, tuple) else value}"
    yield f"title = {entry.title}"
    for item in entry.items:
        if isinstance(item, Heading):
            yield f"{_lines(item.lines)} heading = {item.text}"
        elif isinstance(item, Note):
            yield f"note = {item.markdown!r}"
        else:
            yield f"{_lines(item.lines)} statement = {item.id}"
            for (key, value), lines in zip(item.fields, item.field_lines, strict=True):
                yield f"{_lines(lines)}   {key} = {value}"
            for part in item.parts:
                if isinstance(part, Note):
                    yield f"  note = {part.markdown!r}"
                else:
                    yield f"{_lines(part.lines)}   > {part.words}"
    yield from map(str, entry.faults)


def _lines(lines: Lines) -> str:
    last = lines.end - 1
    return str(lines.first) if last == lines.first else f"{lines.first}-{last}"


@given(st.lists(st.text("ab-.,()é’", min_size=1, max_size=90), min_size=1, max_size=30).map(" ".join))
def test_a_quotation_is_wrapped_between_words(text: str) -> None:
    wrapped = textwrap.wrap(text, 78, break_long_words=False, break_on_hyphens=False)
    assert [line[2:].replace("\\", "") for line in format_quote(text).split("\n")] == wrapped


@given(words)
def test_front_matter_is_yaml(text: str) -> None:
    assert yaml.load(format_front("k", text), yaml.BaseLoader) == {"k": text}
