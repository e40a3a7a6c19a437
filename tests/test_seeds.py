"""Seeds: what a page says of itself is found, and nothing of it is lost."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.datewords import WrittenDate
from site_builder.errors import InputError, Problem
from site_builder.lexicon import Outlet
from site_builder.model import Article, HeaderDate, Mention, Span
from site_builder.seeds import BLANKS, MAX_BYTES, Sidecar, parse_seed, parse_sidecar
from site_builder.seeds.dateline import find_dateline
from site_builder.seeds.language import SMALL_WORDS, TELLING_WORDS, guess_language
from tests.cases import Case, each_case

OUTLETS = (
    Outlet(name="Northern Wire", aliases=("NW",)),
    Outlet(name="Radio Valley", domains=("radiovalley.example",), country="United States"),
    Outlet(name="The Harbour Post", country="Norland", furniture=("Harbour Post extra",)),
)
FIELDS = ("title", "outlet", "republishes", "author", "agency", "place", "section", "lang")


def shown(article: Article) -> Iterator[str]:
    """What the cases expect of an article."""
    for name in FIELDS:
        value = getattr(article, name)
        if value is not None and (name, value) != ("lang", "en"):
            yield f"{name}: {value}"
    for found in article.dates:
        rule = f" · {found.rule}" if found.rule else ""
        yield f'{found.of}: {written(found)} from "{found.words.text}"{rule}'
    yield ""
    for block in article.blocks:
        yield f"{block.kind:<10} | {article.text[block.span.start : block.span.end]}".replace("\n", "⏎")


def written(found: HeaderDate | WrittenDate) -> str:
    year = f"{found.year:04}" if found.year else "????"
    day = f"{found.day:02}" if found.day else "??"
    time = getattr(found, "time", None)
    return f"{year}-{found.month:02}-{day}" + (f" {time}" if time else "")


@each_case("seeds")
def test_what_a_page_says_of_itself(case: Case) -> None:
    article = parse_seed(case.given.encode(), "seeds/case.txt", outlets=OUTLETS)
    assert "\n".join(shown(article)) == case.expected


@each_case("datelines")
def test_datelines(case: Case) -> None:
    span = Span(0, len(case.given))
    found = find_dateline(case.given, span, frozenset({"northern wire"}))
    if found is None:
        assert case.expected == "none"
        return
    parts = {"place": found.place, "agency": found.agency, "date": found.date and written(found.date)}
    lines = [f"{name}: {value}" for name, value in parts.items() if value]
    assert "\n".join([*lines, case.given[found.end :]]) == case.expected
    assert found.words is None or case.given[slice(*found.words.span)] == found.words.text


def test_the_sidecar_wins() -> None:
    sidecar = Sidecar(
        url="https://post.example/1",
        archived_url="https://keep.example/1",
        outlet="The Harbour Post",
        author="Jane Doe",
        published="2014-05-12~",
        language="nn",
        rights="quotation",
    )
    text = "Bridge closed\n\nBy Omar Reyes\n\nKARSK, May 11 (NW) - The bridge is closed, the council said."
    article = parse_seed(text.encode(), "a.txt", sidecar, OUTLETS)
    assert (article.url, article.archived_url, article.rights) == (
        sidecar.url,
        sidecar.archived_url,
        sidecar.rights,
    )
    assert (article.outlet, article.agency, article.author) == ("The Harbour Post", "NW", "Jane Doe")
    assert (article.published, article.lang) == ("2014-05-12~", "nn")
    assert article.dates == (
        HeaderDate(of="dateline", words=Mention("KARSK, May 11", Span(30, 43)), year=None, month=5, day=11),
    )


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Zoë said “no”.", "utf-8"),
        ("\ufeffZoë said “no”.", "utf-8"),
        ("\ufeffZoë said “no”.\r\n\r\nYes.", "utf-16-le"),
        ("\ufeffZoë said “no”.", "utf-16-be"),
        ("\ufeffZoë said “no”.", "utf-32-le"),
        ("Zoë Ålund said: ‘The café is closed’ – until it isn’t.\r\nNo one knew.", "cp1252"),
        ("Le maire a déclaré que « l’été sera chaud » à Orléans, où il fait déjà très beau.", "cp1252"),
        (
            "Ministr řekl, že vláda už nebude platit žádný most. Příští týden začnou nové rozhovory.",
            "cp1250",
        ),
        (
            "市長は金曜日、橋は秋まで閉鎖されると述べた。けが人はいないという。記者団に語った。",
            "cp932",
        ),
        (
            "Мэр заявил в пятницу, что мост закрыт до осени. Никто не пострадал, сказал он журналистам.",
            "cp1251",
        ),
    ],
)
def test_the_bytes_come_back_from_the_text(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    article = parse_seed(data, "a.txt")
    assert article.text == text
    assert article.text.encode(article.origin.encoding) == data
    assert article.origin.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem("a.txt", 0, 0, "expected an article, found an empty file")),
        (b" \r\n\t ", Problem("a.txt", 0, 0, "expected an article, found only blanks")),
        ("\ufeff \n".encode(), Problem("a.txt", 0, 0, "expected an article, found only blanks")),
        (b"One.\nTwo\0three", Problem("a.txt", 2, 4, "expected text, found a NUL byte: a binary file")),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            Problem("a.txt", 1, 1, "expected text, found a binary file with the byte 0x89"),
        ),
        (
            b"\xff\xfeA\0\0\xd8",
            Problem("a.txt", 1, 5, "expected utf-16-le after its byte-order mark, found the byte 0x00"),
        ),
        (
            b"x" * (MAX_BYTES + 1),
            Problem("a.txt", 0, 0, "expected at most 5,000,000 bytes, found 5,000,001"),
        ),
        (b"x\r\n" * 60_000, Problem("a.txt", 0, 0, "expected at most 50,000 lines, found 60,001")),
    ],
    ids=["empty", "blank", "byte-order mark", "NUL", "PNG", "UTF-16", "huge", "lines"],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, problem: Problem) -> None:
    with pytest.raises(InputError) as caught:
        parse_seed(data, "a.txt")
    assert caught.value.problems == (problem,)


def test_all_faults_of_a_sidecar_are_told_each_at_its_key() -> None:
    with pytest.raises(InputError) as caught:
        parse_sidecar(
            "# Mine.\nurl: post.example\nauthor: A. Writer\npublished: soon\ntitle: Bridge\nrights: all\n",
            "a.yaml",
        )
    assert str(caught.value).splitlines() == [
        "a.yaml:2:1: expected an address with http:// or https:// and a host, found 'post.example'",
        "a.yaml:4:1: expected an EDTF date (2016, 2016-12, 2016-12-13, 2016-12-13?, 2016-12-12/2016-12-13, "
        "../2016-12-13, 2016-12-XX), found 'soon'",
        "a.yaml:5:1: expected a known key, found 'title'",
        "a.yaml:6:1: expected 'full', 'excerpt' or 'quotation', found 'all'",
    ]


SECONDS = 10
"""For a megabyte: several times what it takes on a machine that does nothing else."""

WORDS = st.sampled_from(
    "All news|Share this|© 2014 NW|By Jane Doe|The bridge is closed, the council said.|“No,” he said.|"
    "KARSK, May 11 (NW) - |KARSK — |[Radio Valley](#) |3 May 2014|12:30|Updated: |Source: |World |Bridge|"
    "Read more|\ufeff|\u200b|\x85|\x0c|NAME: |no stop here|\u2028|(AP) — |05/03/2014 |#|@x|Home > ".split("|")
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", "", "\t", "\n  "])
PAGES = st.one_of(
    st.lists(st.tuples(WORDS, BREAKS), max_size=30).map(lambda parts: "".join(map("".join, parts))),
    st.text(max_size=400),
)


def read(data: bytes) -> Article | None:
    """The article; None when it is refused, and nothing else is raised."""
    try:
        return parse_seed(data, "a.txt", outlets=OUTLETS)
    except InputError:
        return None


@given(PAGES)
@example("KARSK — ")
@example("[](#)")
@example("[a](#)[b](#)")
def test_every_character_that_shows_is_in_one_block(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    article = read(data)
    if article is None:
        assert not text.strip(BLANKS) or "\0" in text
        return
    assert article.text.encode(article.origin.encoding) == data
    spans = [block.span for block in article.blocks]
    assert all(start < end for start, end in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = "".join(article.text[start:end] for start, end in spans)
    blank = str.maketrans("", "", BLANKS)
    assert covered.translate(blank) == article.text.translate(blank)
    assert all(article.text[start] not in BLANKS for start, _ in spans)
    for found in article.dates:
        assert article.text[slice(*found.words.span)] == found.words.text
        if found.year and found.day:
            date(found.year, found.month, found.day)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    article = read(data)
    if article is not None:
        assert article.text.encode(article.origin.encoding) == data


UNITS = '[~](~[a](#)~"~A ~A~said ~May ~12 ~1.~(~/ ~, ~KARSK, ~- ~By A~Home > ~©~@~of ~a line of some words\n'


@pytest.mark.parametrize("unit", UNITS.split("~"))
def test_a_megabyte_of_anything_is_read_in_a_second_or_two(unit: str) -> None:
    data = ("A" + unit * (1_000_000 // len(unit))).encode()
    started = process_time()
    parse_seed(data, "a.txt", outlets=OUTLETS)
    assert process_time() - started < SECONDS


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge is closed, and the council said that it was not to blame for it.", "en"),
        ("Le maire a dit que le pont est fermé et que les travaux ne sont pas finis dans la vallée.", "fr"),
        ("Die Brücke ist gesperrt, und der Bürgermeister hat nicht gesagt, wann sie wieder öffnet.", "de"),
        ("El alcalde dijo que el puente se ha cerrado y que los trabajos no se han acabado por el río.", "es"),
        ("Il sindaco ha detto che il ponte è chiuso e che i lavori non sono finiti per la pioggia.", "it"),
        ("O prefeito disse que a ponte foi fechada e que as obras não são para os carros do vale.", "pt"),
        ("Мэр сказал, что мост закрыт, но рабочие ещё не ушли, и объезд будет открыт.", "ru"),
        ("Мер сказав, що міст закритий, але робітники ще не пішли, і об’їзд відкриють.", "uk"),
        ("قال رئيس البلدية إن الجسر مغلق حتى الخريف", "ar"),
        ("市长周五表示，大桥将关闭至秋季。", "zh"),
        ("市長は金曜日、橋は秋まで閉鎖されると述べた。", "ja"),
        ("Bridge closed. “It is closed.”", "en"),
        ("Pont fermé. Les travaux ont commencé.", "fr"),
        ("De brug is dicht in de winter", "und"),
        ("Bridge closed", "und"),
        ("Los Angeles mayor wins", "und"),
        ("Las Vegas hotel burns", "und"),
        ("Mayor will pour money into roads", "und"),
        ("Des Moines mayor wins", "und"),
        ("Des Moines mayor says he will go", "en"),
        ("Les Moss is mayor", "und"),
        ("Les Moss wins in Los Angeles, mayor of the town says", "en"),
        ("12:30", "und"),
    ],
)  # fmt: skip
def test_languages_are_told_from_script_and_small_words(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_telling_words_are_of_one_language_only() -> None:
    for language, telling in TELLING_WORDS.items():
        others = [
            words for table in (SMALL_WORDS, TELLING_WORDS) for name, words in table.items() if name != language
        ]
        assert set(telling.split()).isdisjoint(" ".join(others).split())
