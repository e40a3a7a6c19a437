"""Dates: of articles, of statements, and what an archive settles, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from time import process_time
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.annotate import annotate
from site_builder.annotate.dates import date_article, date_statements
from site_builder.annotate.days_meant import last_time, weekday_on_or_before
from site_builder.annotate.english import ENGLISH
from site_builder.annotate.time_tables import TimeForm
from site_builder.annotate.timewords import find_time_words
from site_builder.annotate.years import settle_years
from site_builder.compose import compose, entry_name
from site_builder.datewords import find_dates
from site_builder.edtf import parse_edtf
from site_builder.errors import InputError
from site_builder.fields import Data, parse_yaml, read
from site_builder.lexicon import Lexicon, Outlet, Speaker
from site_builder.model import Annotation, Article, Dated, Mention, Span, Statement
from site_builder.seeds import parse_seed
from tests.cases import Case, each_case
from tests.gold import ROOT, load_gold

SECONDS = 20
"""Several times what it takes on a machine that does nothing else; a quadratic step takes far more."""

Entity = TypeVar("Entity", Speaker, Outlet)

MARKS = re.compile(r"[\[\]{}<>‖]")
REPORT = date(2014, 5, 11)
"""A Sunday."""


def read_marked(marked: str, path: str = "seeds/case.txt") -> tuple[Article, tuple[Statement, ...]]:
    """A page and its statements, marked by hand: `[words said]`, `{speaker}`, `<cue>`.

    A paragraph has one statement, or several parted by `‖`; a speaker's canonical name is the last word.
    """
    article = parse_seed(MARKS.sub("", marked).encode(), path)
    statements, offset = [], 0
    for part in re.split(r"(\n\n|‖)", marked):
        plain = MARKS.sub("", part)
        spans = {kind: tuple(_spans(part, kind, offset)) for kind in ("[]", "{}", "<>")}
        if spans["[]"]:
            statements.append(_statement(article.text, spans["[]"], spans["{}"], spans["<>"]))
        offset += len(plain)
    return article, tuple(statements)


def _spans(part: str, kind: str, offset: int) -> Iterator[Span]:
    for match in re.finditer(rf"\{kind[0]}([^\{kind[1]}]*)\{kind[1]}", part):
        start = offset + len(MARKS.sub("", part[: match.start()]))
        yield Span(start, start + len(MARKS.sub("", match[1])))


def _statement(text: str, said: tuple[Span, ...], who: tuple[Span, ...], cues: tuple[Span, ...]) -> Statement:
    speaker = Mention(text[slice(*who[0])], who[0]) if who else None
    return Statement(
        kind="indirect",
        spans=said,
        speaker=speaker,
        canonical=speaker.text.split()[-1] if speaker else None,
        role=None,
        cues=tuple(Mention(text[slice(*cue)], cue) for cue in cues),
        to=None,
        via=None,
        citing=None,
        said=None,
        topics=(),
        rule="by hand",
    )


def annotated(marked: str, path: str = "seeds/case.txt") -> tuple[Article, Annotation]:
    article, statements = read_marked(marked, path)
    published, original = date_article(article)
    said = date_statements(article, published, original, statements)
    dated = tuple(replace(s, said=when) for s, when in zip(statements, said, strict=True))
    return article, Annotation(published=published, original_published=original, statements=dated)


def shown(annotation: Annotation) -> Iterator[str]:
    yield f"published: {_dated(annotation.published)}"
    if annotation.original_published:
        yield f"original: {_dated(annotation.original_published)}"
    for statement in annotation.statements:
        yield f"{statement.canonical}: {_dated(statement.said)}"


def _dated(found: Dated | None) -> str:
    return f"{found.edtf} · {found.reason}" if found else "open"


@each_case("dates")
def test_when_it_was_published_and_said(case: Case) -> None:
    assert "\n".join(shown(annotated(case.given)[1])) == case.expected


@each_case("shared_dates")
def test_whose_day_a_statement_shares(case: Case) -> None:
    assert "\n".join(shown(annotated(case.given)[1])) == case.expected


@each_case("interview_days")
def test_when_an_interview_was(case: Case) -> None:
    article = parse_seed(case.given.encode(), "seeds/case.txt")
    found = annotate(article, Lexicon()).statements
    assert "\n".join(_dated(statement.said) for statement in found) == case.expected


@each_case("years")
def test_what_the_archive_settles(case: Case) -> None:
    assert "\n".join(settled(case.given)) == case.expected


def settled(archive: str) -> Iterator[str]:
    for path, annotation in settle(archive):
        yield f"{path} {', '.join(shown(annotation))}"


def settle(archive: str) -> Iterator[tuple[str, Annotation]]:
    """Documents by their paths; they begin with a line `== PATH`."""
    pages = [page.split("\n", 1) for page in archive.removeprefix("== ").split("\n== ")]
    documents = tuple(annotated(text.strip("\n"), path) for path, text in pages)
    annotations = settle_years(documents)
    assert settle_years(documents[::-1]) == annotations[::-1], "the order of documents matters"
    for (path, _), annotation in zip(pages, annotations, strict=True):
        yield path, annotation


@each_case("timewords")
def test_words_of_time_seen_from_a_sunday(case: Case) -> None:
    """Seen from Sunday, 11 May 2014: one sentence a line, all that can date somebody's speaking."""
    assert "\n".join(map(_times, case.given.split("\n"))) == case.expected


def _times(sentence: str) -> str:
    words = [(w, w.day(REPORT)) for w in find_time_words(sentence, 0, len(sentence), ENGLISH)]
    return " | ".join(f"{sentence[slice(*w.span)]}: {day.edtf}" for w, day in words if day) or "none"


GERMAN = replace(
    ENGLISH,
    time=replace(
        ENGLISH.time,
        weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        numbers={"einem": 1, "zwei": 2, "drei": 3},
        unit_days={"tag": 1, "tagen": 1, "woche": 7, "wochen": 7},
        forms=(
            TimeForm(
                pattern=r"(?:(?P<previous>letzten) )?(?P<weekday>Montag|Dienstag|Freitag|Sonntag)\b",
                hints=("tag",),
                rule="weekday",
                seen_from="report",
            ),
            TimeForm(pattern=r"gestern\b", hints=("gestern",), rule="yesterday", seen_from="report"),
            TimeForm(
                pattern=r"vor (?P<number>\d{1,2}|einem|zwei|drei) (?P<unit>tagen|tag|wochen|woche)\b",
                hints=("vor ",),
                rule="ago",
                seen_from="report",
            ),
        ),
        limits=frozenset(("bis", "ab", "vor")),
        leads=frozenset(("am", "noch")),
    ),
)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Das sagte er am Dienstag.", "2014-05-06"),
        ("Das sagte er am Sonntag.", "2014-05-11"),
        ("Das sagte er letzten Sonntag.", "2014-05-04"),
        ("Das sagte er gestern.", "2014-05-10"),
        ("Das sagte er vor zwei Wochen.", "2014-04-27~"),
        ("Die Brücke bleibt bis Freitag gesperrt.", None),
        ("He said so on Tuesday, or yesterday.", None),
    ],
)
def test_a_second_language_is_its_tables(sentence: str, day: str | None) -> None:
    found = [words.day(REPORT) for words in find_time_words(sentence, 0, len(sentence), GERMAN)]
    assert [one and one.edtf for one in found] == ([day] if day else [])


@pytest.mark.parametrize(
    ("page", "lang", "published", "said"),
    [
        (
            "Brücke gesperrt\n\n13.05.2014\n\nDie Brücke ist nicht mehr zu retten, sagte der Rat am Montag. "
            "„Wir rechnen mit Monaten, nicht mit Wochen“, sagte Weber am Montag, und das ist auch nicht neu.",
            "de",
            "2014-05-13",
            ("„Wir rechnen mit Monaten, nicht mit Wochen“",),
        ),
        (
            "إغلاق الجسر حتى الخريف\n\n13/05/2014\n\nقال رئيس البلدية إن الجسر مغلق حتى الخريف.\n\n"
            'وأضاف: "نحن نحسب بالأشهر وليس بالأسابيع في هذا الوادي".',
            "ar",
            "2014-05-13",
            ('"نحن نحسب بالأشهر وليس بالأسابيع في هذا الوادي"',),
        ),
    ],
)
def test_a_page_in_another_language(page: str, lang: str, published: str, said: tuple[str, ...]) -> None:
    """It is kept and marked; its quotations are found by their marks, its dates by their figures."""
    article = parse_seed(page.encode(), "a.txt")
    annotation = annotate(article, Lexicon())
    assert (article.lang, annotation.published and annotation.published.edtf) == (lang, published)
    found = [
        (s.kind, *(article.text[slice(*span)] for span in s.spans), s.speaker, s.said)
        for s in annotation.statements
    ]
    assert found == [("direct", words, None, None) for words in said]


def test_the_sidecar_wins_and_speaking_follows_it() -> None:
    page = "Bridge closed\n\n3 May 2014\n\nThe bridge is closed, {Petrov} <said> on Sunday."
    article, statements = read_marked(page.replace("The bridge is closed", "[The bridge is closed]"))
    article = replace(article, published="2013-06-10")
    published, original = date_article(article)
    assert (published, original) == (Dated("2013-06-10", "given beside the seed"), None)
    (said,) = date_statements(article, published, original, statements)
    assert said == Dated("2013-06-09", '"on Sunday" · the day before the page’s Monday 2013-06-10')


@given(st.dates(date(1900, 1, 8), date(2200, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_the_last_one_up_to_the_report(today: date, weekday: int) -> None:
    day = weekday_on_or_before(weekday, today)
    assert (day.weekday(), timedelta() <= today - day < timedelta(days=7)) == (weekday, True)


@given(st.dates(date(1900, 1, 8), date(2200, 1, 1)), st.integers(1, 12), st.integers(1, 31))
def test_a_day_without_a_year_is_the_last_one_up_to_the_report(today: date, month: int, day: int) -> None:
    found = last_time(month, day, today)
    if found:
        assert (found.month, found.day, found <= today) == (month, day, True)
        assert today - found < timedelta(days=366 * 8)
    else:
        assert day > 29 or month == 2


@given(st.text(max_size=200))
def test_dates_found_are_of_the_calendar_and_in_order(text: str) -> None:
    reached = 0
    for found in find_dates(text):
        assert reached <= found.span.end <= len(text)
        reached = found.span.start
        date(found.year or 2000, found.month, found.day or 1)


@pytest.mark.parametrize(
    "strange", ["5 Auguſt 2016", "5 Aprİl 2016", "5 aprıl", "Tueſday", "ſix days ago", "in Auguſt"]
)
def test_letters_that_only_match_those_of_a_day_or_month_make_no_date(strange: str) -> None:
    text = f"He said so on Friday, in August, two days ago, {strange}."
    found = find_time_words(text, 0, len(text), ENGLISH)
    assert [text[slice(*words.span)] for words in found] == ["on Friday", "in August", "two days ago"]
    assert all(words.day(REPORT) for words in found)


SENTENCE = "{Petrov} <said> [the bridge of {n} is closed] on {day}, not on May 11 or in 2013, he <added>. "


SHARING = (
    "{Petrov} <responded> [to number {n}]. ",
    "The next day {Petrov} <said> [it was shut]. ",
    "Ana Petrov wrote to us. {Petrov} <said> [it was number {n}]. ",
    "{The mayor {n}} <denied> [the claim]. ",
    "{Petrov} <said> [number {n}]. ‖{Petrov spokesman Doe} <said> [no]. ",
)


@pytest.mark.parametrize("joint", ["", "\n\n"], ids=["one paragraph", "many"])
@pytest.mark.parametrize("sentence", SHARING)
def test_thousands_of_statements_that_share_a_day_take_linear_time(sentence: str, joint: str) -> None:
    marked = "Title\n\n3 May 2014\n\nOn Friday {Doe} <said> [it was shut].\n\n" + "".join(
        sentence.replace("{n}", str(n)) + (joint or "‖") for n in range(2000)
    )
    article, statements = read_marked(marked)
    published, original = date_article(article)
    started = process_time()
    date_statements(article, published, original, statements)
    assert process_time() - started < SECONDS / 4


@pytest.mark.parametrize("joint", ["", "\n\n"], ids=["one paragraph", "many"])
def test_thousands_of_statements_take_linear_time(joint: str) -> None:
    marked = "Title\n\n3 May 2014\n\n" + "".join(
        SENTENCE.replace("{n}", str(n)).replace("{day}", "Friday") + joint + "‖" * (not joint)
        for n in range(4000)
    )
    article, statements = read_marked(marked)
    published, original = date_article(article)
    started = process_time()
    said = date_statements(article, published, original, statements)
    assert process_time() - started < SECONDS
    assert {found.edtf.rstrip("?") for found in said if found} == {"2014-05-02"}
    assert len(said) == 4000


PARTS = (
    "MOSAR, May 11 (NW) - ",
    "on Sunday",
    "[",
    "]",
    " {Petrov} ",
    " <said> ",
    "\n\n",
    "in 2014",
    "3 May 2014",
)


@given(st.lists(st.sampled_from(PARTS), max_size=25))
def test_whatever_is_dated_is_edtf_with_a_reason(parts: list[str]) -> None:
    text = "".join(parts)
    if not MARKS.sub("", text).strip():
        return
    _, annotation = annotated(text)
    for found in (annotation.published, *(statement.said for statement in annotation.statements)):
        if found:
            assert parse_edtf(found.edtf).text == found.edtf
            assert found.reason


@pytest.mark.parametrize(
    "unit",
    [
        "on May 11 ",
        "Monday ",
        "in 2014 ",
        "12 ",
        "1.1.",
        "earlier this ",
        "a day ",
        "said on ",
        '"on Sunday" ',
        "who, on ",
    ],
)
def test_a_megabyte_of_words_of_time_takes_a_second_or_two(unit: str) -> None:
    body = unit * (500_000 // len(unit))
    article = parse_seed(f"Title\n\nMOSAR, May 11 (NW) - {body}.\n\n{body}.".encode(), "a.txt")
    started = process_time()
    date_article(article)
    find_time_words(article.text, 0, len(article.text), ENGLISH)
    assert process_time() - started < SECONDS


@pytest.mark.parametrize(
    "unit", ["A", "A ", "1", "12 May 2014 ", "2014-05-11 ", "\n", "\n\n", '"', "“", "on Monday ", ". "]
)
def test_a_megabyte_goes_the_whole_way_in_a_second_or_two(unit: str) -> None:
    """Read, laid out, annotated, and made an entry of; what is too many lines is refused."""
    data = ("Title\n\nHe said no.\n\n" + unit * (1_000_000 // len(unit)) + "A").encode()
    started = process_time()
    try:
        article = parse_seed(data, "a.txt")
    except InputError:
        assert unit.startswith("\n")
        return
    annotation = annotate(article, Lexicon())
    compose(article, annotation, Lexicon(), entry_name(article, annotation.published))
    assert process_time() - started < SECONDS


def test_the_seeds_are_dated_as_by_hand() -> None:
    """By the whole archive: two of the five give no year, and are settled by the others."""
    lexicon = Lexicon(people=load("people", Speaker), outlets=load("outlets", Outlet))
    gold = load_gold()
    articles = [
        parse_seed((ROOT / g.document.seed).read_bytes(), g.document.seed, outlets=lexicon.outlets)
        for g in gold
    ]
    annotations = settle_years([(article, annotate(article, lexicon)) for article in articles])
    dates = [(a.published, a.original_published) for a in annotations]
    assert [tuple(d and d.edtf for d in pair) for pair in dates] == [
        (g.document.published, g.document.original_published) for g in gold
    ]
    for by_hand, annotation in zip(gold, annotations, strict=True):
        pairs = [
            (theirs.said, ours.said and ours.said.edtf)
            for theirs in by_hand.statements
            for ours in annotation.statements
            if any(a.start < b.end and b.start < a.end for a in theirs.spans for b in ours.spans)
        ]
        assert [pair for pair in pairs if pair[0] != pair[1]] == []
        assert len(pairs) > len(by_hand.statements) / 2


def load(name: str, kind: type[Entity]) -> tuple[Entity, ...]:
    text = (ROOT / "content" / "lexicon" / f"{name}.yaml").read_text("utf-8")
    rows: list[Data] = [replace(data, value=row) for data in [parse_yaml(text, name)] for row in data.value]
    return tuple(read(kind, row)[0] for row in rows)
