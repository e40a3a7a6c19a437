"""Citations are what independent readers take them for, whatever stands in a statement."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, unquote

import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from site_builder.cite import Cited, apa, attributed, bibtex, chicago, coins, csl_json, one_line, ris, text_link
from site_builder.edtf import parse_edtf
from tests.cases import Case, each_case
from tests.language import ENGLISH

PLAIN = Cited(
    id="s-0a1b2c3d",
    speaker="Ana Lind",
    role="mayor",
    words="“We have counted every bolt,” Lind told reporters.",
    kind="direct",
    said=parse_edtf("2019-05-13"),
    document="Mayor says the “old” bridge is open",
    byline="Jo Marsh",
    outlet="Northern Wire",
    origin="",
    published=parse_edtf("2019-05-14"),
    archive="Karsk, 2019",
    url="https://a.example/x/statements/s-0a1b2c3d.html",
    lang="en",
    strings=ENGLISH,
)
HOSTILE = one_line(
    """a "b" {c} \\d 'e' </script> %f $g$ #h & _i_ ~j ^k\nER  - \r\n@article{l,}, <!-- \u202em --> ''"""
)
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>T</title><id>t</id><updated>2019-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout delimiter=". "><group delimiter=". "><names variable="author"/><text variable="title"/>
<text variable="container-title"/><date variable="issued"><date-part name="year"/></date>
<text variable="URL"/></group></layout></bibliography></style>"""
STYLES = {"attributed": attributed, "chicago": chicago, "apa": apa, "coins": coins}


def statement(text: str) -> Cited:
    """`field: value` lines over the plain statement."""
    values: dict[str, Any] = dict(re.findall(r"(?m)^(\w+): ?(.*)$", text))
    for key in ("said", "published"):
        if key in values:
            values[key] = parse_edtf(str(values[key])) if values[key] else None
    return replace(PLAIN, **values)  # every other field is text


@each_case("cite")
def test_citations(case: Case) -> None:
    style, _, fields = case.given.partition("\n")
    assert STYLES[style](statement(fields)) == case.expected


@each_case("text_links")
def test_links_to_the_words(case: Case) -> None:
    url, *passages = case.given.split("\n")
    assert text_link(url, tuple(passages)) == case.expected


def hostile(words: str) -> Cited:
    return replace(
        PLAIN, speaker=words, role=words, words=words, document=words, byline=words, outlet=words,
        origin=words, archive=words,
    )  # fmt: skip


def read_bibtex(text: str) -> dict[str, str]:
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert (library.failed_blocks, len(library.entries)) == ([], 1)
    return {key: field.value for key, field in library.entries[0].fields_dict.items()}


def test_bibtex_is_read_back() -> None:
    c = hostile(HOSTILE)
    found = read_bibtex(bibtex(c))
    # The reader does not know LaTeX's names for braces, and takes the circumflex for the accent.
    names = {ord("{"): None, ord("}"): None, ord("^"): "ˆ"}
    assert found["title"].strip("{}") == c.title.translate(names)
    assert (found["journal"], found["key"], found["abstract"]) == (HOSTILE.translate(names),) * 3
    assert (found["year"], found["month"], found["day"], found["url"]) == ("2019", "5", "14", c.url)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).map(one_line).filter(bool))
def test_bibtex_holds_together_whatever_the_words(words: str) -> None:
    """BibTeX counts braces, escaped or not; outside of them nothing of ours may begin an entry."""
    text = bibtex(hostile(words))
    depth = [0]
    for character in text:
        depth.append(depth[-1] + {"{": 1, "}": -1}.get(character, 0))
    assert (min(depth), depth[-1], depth.count(0)) == (0, 0, depth[: text.index("{") + 1].count(0) + 1)
    assert len(parse_string(text).entries) == 1


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).map(one_line).filter(bool))
def test_ris_is_read_back(words: str) -> None:
    c = hostile(words)
    (found,) = rispy.loads(ris(c))
    assert (found["type_of_reference"], found["id"]) == ("NEWS", c.id)
    assert (found["title"], found["secondary_title"], found["abstract"]) == (c.title, c.outlet, c.words)
    assert (found["year"], found["date"], found["urls"]) == ("2019", "2019/05/14/", [c.url])


def test_ris_of_hostile_words_is_one_record() -> None:
    (found,) = rispy.loads(ris(hostile(HOSTILE)))
    assert found["abstract"] == HOSTILE


UNNAMED = replace(PLAIN, outlet="", role="", byline="", words="We go.", published=parse_edtf("2019-05-14?"))
NOTE = (
    "Said: 13 May 2019; Published: 14 May 2019 (uncertain); In: Mayor says the “old” bridge is open; "
    "Statement: s-0a1b2c3d of Karsk, 2019"
)


def test_without_an_outlet_bibtex_is_of_no_known_type() -> None:
    """An article without a journal is a fault to BibTeX."""
    assert bibtex(UNNAMED) == (
        "@misc{s-0a1b2c3d,\n  title = {{Ana Lind: We go.}},\n  key = {Ana Lind},\n  year = {2019},\n"
        "  month = {5},\n  day = {14},\n  url = {https://a.example/x/statements/s-0a1b2c3d.html},\n"
        f"  langid = {{en}},\n  note = {{{NOTE}}},\n  abstract = {{We go.}},\n}}"
    )


def test_without_an_outlet_there_is_no_container() -> None:
    (read,) = rispy.loads(ris(UNNAMED))
    (item,) = json.loads(csl_json(UNNAMED))
    assert (read["title"], read.get("secondary_title"), read["notes"]) == (UNNAMED.title, None, [NOTE])
    assert [item["title"], item.get("container-title"), item["issued"], item["note"]] == [
        "Ana Lind: We go.", None, {"date-parts": [[2019, 5, 14]], "circa": True}, NOTE,
    ]  # fmt: skip


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).map(one_line).filter(bool))
def test_csl_json_is_read_back(words: str) -> None:
    c = hostile(words)
    (item,) = json.loads(csl_json(c))
    assert (item["title"], item["container-title"], item["abstract"]) == (c.title, c.outlet, c.words)
    assert "author" not in item


def test_a_citation_processor_takes_csl_json() -> None:
    source = CiteProcJSON(json.loads(csl_json(PLAIN)))
    style = CitationStylesStyle(BytesIO(STYLE.encode()), validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(PLAIN.id)]))
    (made,) = map(str, bibliography.bibliography())
    assert made == f"{PLAIN.title} Northern Wire. 2019. {PLAIN.url}"


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).map(one_line).filter(bool))
def test_coins_are_a_query(words: str) -> None:
    c = hostile(words)
    found = parse_qs(coins(c), strict_parsing=True)
    assert (found["rft.title"], found["rft.source"]) == ([c.title], [c.outlet])
    assert found["rft.identifier"] == [c.url]


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=90).filter(str.strip))
def test_a_text_directive_holds_the_first_and_the_last_words(words: str) -> None:
    link = text_link("https://a.example/b", (words,))
    directive = link.removeprefix("https://a.example/b#:~:text=")
    start, _, end = directive.partition(",")
    assert re.fullmatch(r"[\w.~%]+(?:,[\w.~%]+)?", directive, re.ASCII)
    plain = " ".join(words.split())
    assert plain.startswith(unquote(start))
    assert plain.endswith(unquote(end))


def test_every_text_begins_with_the_speaker_or_the_words() -> None:
    assert chicago(PLAIN).startswith("Ana Lind")
    assert apa(PLAIN).startswith("Ana Lind")
    assert attributed(PLAIN).split("\n")[1].startswith("— Ana Lind")
