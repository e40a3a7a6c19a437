"""Figures: what is read, where it stands, what it counts; and which figures are lined up and flagged."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.figures.digits import read_digits
from site_builder.figures.faults import say_fault
from site_builder.figures.figure import Counted, Figure, Quantity
from site_builder.figures.matching import Cell, Pairs, Source
from site_builder.figures.reading import find_figures
from site_builder.figures.tables import Fact, line_up
from site_builder.figures.units import UNITS, from_base, say_quantity, to_base
from site_builder.model import Span
from tests.cases import Case, each_case
from tests.gold.figures import flags, load_pairs, score
from tests.language import ENGLISH

DAY = date(2014, 5, 11)
PIECES = (
    "31,00 ", "1,500 ", "1 ", "500 ", "12 people ", "more than ", "over ", "between 5 and ", "5 to ", "10-12 ",
    "$", "€5 million ", "per cent ", "of the ", "including ", "twenty-", "one ", "hundred ", "and ", "a half ",
    "dozens of ", "children were ", "killed ", "(", "3 km ", ". ", ", ", "\n", "Karsk ", "May 5 ", "½",
)  # fmt: skip
fragments = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)


def described(figure: Figure) -> str:
    """`[0:11] At least 43 = at least 43 · people: person killed`."""
    counted = figure.counted
    thing = " ".join([*counted.modifiers, counted.what])
    marks = [mark for mark, is_so in (("more", counted.more), ("the", counted.definite)) if is_so]
    marks += [word for word in (counted.role, counted.per and f"per {counted.per}") if word]
    done = f": {counted.doing}" if counted.doing else ""
    where = f"[{figure.span.start}:{figure.span.end}]"
    parts = [
        f"{where} {figure.written} = {say_quantity(ENGLISH, figure.quantity) or 'unreadable'}",
        (thing or "-") + done + (f" ({', '.join(marks)})" if marks else ""),
        *([f"part of {figure.part_of}"] if figure.part_of is not None else []),
        *([f"restates {figure.restates}"] if figure.restates is not None else []),
        *([say_fault(ENGLISH, figure.malformed)] if figure.malformed else []),
    ]
    return " · ".join(parts)


@each_case("figures")
def test_figures(case: Case) -> None:
    found = [described(figure) for figure in find_figures(case.given)]
    assert "\n".join(found or ["none"]) == case.expected


def source(line: str) -> Source:
    """`name, 5-11: words | words of the second passage`; a day left out is open."""
    head, _, words = line.partition(": ")
    name, _, day = head.partition(", ")
    month, _, number = day.partition("-")
    when = date(2014, int(month), int(number)) if day else None
    return Source(id=name, passages=tuple(words.split(" | ")), first=when, last=when)


def row(fact: Fact) -> str:
    flagged = ", ".join(fact.flags) or "agree"
    cells = "; ".join(f"{cell.statement} {cell.figure.written}" for cell in fact.cells)
    return f"{fact.label}: {cells} · {flagged}"


@each_case("figure_tables")
def test_figure_tables(case: Case) -> None:
    lines = case.given.split("\n")
    groups = [tuple(line.split()[1:]) for line in lines if line.startswith("variants ")]
    facts = line_up([source(line) for line in lines if not line.startswith("variants ")], groups)
    assert "\n".join(map(row, facts) if facts else ["none"]) == case.expected


def test_a_fact_is_complete() -> None:
    sources = (
        Source(id="s-a", passages=("No words.", "The Karsk market blast killed 8."), first=DAY, last=DAY),
        Source(id="s-b", passages=("The Karsk market blast killed over 8.",), first=DAY, last=DAY),
    )
    context = frozenset(("karsk", "market", "blast"))
    phrases = frozenset((("karsk", "market"), ("market", "blast")))

    def figure(span: Span, written: str, quantity: Quantity) -> Figure:
        counted = Counted(what="person", doing="killed", words="killed")
        return Figure(span=span, written=written, quantity=quantity, counted=counted, context=context,
                      phrases=phrases, places=frozenset(("karsk",)))  # fmt: skip

    eight = Decimal(8)
    first = figure(Span(30, 31), "8", Quantity(low=eight, high=eight, hedge="exact", unit=""))
    second = figure(Span(30, 36), "over 8", Quantity(low=eight, high=None, hedge="more than", unit=""))
    assert line_up(sources) == (
        Fact(
            label="killed",
            name="killed",
            cells=(
                Cell(statement="s-a", passage=1, figure=first),
                Cell(statement="s-b", passage=0, figure=second),
            ),
            flags=("hedged differently",),
            shared=("blast", "karsk", "market"),
            variants=False,
        ),
    )


def test_a_language_without_tables_has_no_figures() -> None:
    assert find_figures("12 Menschen starben.", "de") == ()


def test_pairs_are_flagged_as_a_reader_would() -> None:
    """Every pair that must not be flagged is not; those that are missed are named here."""
    pairs = load_pairs()
    assert len(pairs) >= 80
    assert [(pair.a, pair.b) for pair in pairs if pair.flag == "none" and flags(pair)] == []
    assert [pair.a for pair in pairs if pair.flag != "none" and pair.flag not in flags(pair)] == MISSED
    assert score(pairs).precision == 1.0


MISSED = ["During the day 12 terrorists were eliminated, one tank was burned."]


@given(st.integers(0, 10**12))
def test_a_formatted_number_is_read_back(number: int) -> None:
    (figure,) = find_figures(f"They counted {number:,} ballots.")
    assert figure.written == f"{number:,}"
    value = Decimal(number)
    assert figure.quantity == Quantity(low=value, high=value, hedge="exact", unit="")


@given(st.decimals(0, 10**6, places=2), st.sampled_from(sorted(UNITS)))
def test_units_turn_back(value: Decimal, unit: str) -> None:
    assert abs(from_base(to_base(value, unit), unit) - value) < Decimal("1e-15")


@given(st.text("0123456789.,½", min_size=1, max_size=30))
def test_digits_are_read_or_refused_with_a_reason(text: str) -> None:
    read = read_digits(text)
    assert read is None or read.value is not None or read.fault


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_spans_are_exact_and_in_order(text: str) -> None:
    at = 0
    for figure in find_figures(text):
        assert figure.written == text[slice(*figure.span)] != ""
        assert figure.written == figure.written.strip()
        assert figure.span.start >= at
        at = figure.span.end
        assert figure.malformed or figure.quantity.number is not None


def seconds(text: str) -> float:
    gc.collect()
    start = process_time()
    find_figures(text)
    return process_time() - start


@given(fragments)
@settings(max_examples=25, deadline=None)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    """With room for a machine that does other things: a quadratic step would take sixteen times."""
    short, long = piece * (10_000 // len(piece)), piece * (40_000 // len(piece))
    first = min(seconds(short) for _ in range(2))
    assert seconds(long) < 9 * first + 0.1


@pytest.mark.parametrize(
    "sentence", ["The Karsk blast on the N{n} road killed {n} people.", "It cost ${n} million."]
)
def test_many_statements_take_time_in_proportion(sentence: str) -> None:
    def lined_up(count: int) -> float:
        sources = [
            Source(id=str(n), passages=(sentence.format(n=n),), first=DAY, last=DAY) for n in range(count)
        ]
        gc.collect()
        start = process_time()
        line_up(sources)
        return process_time() - start

    assert lined_up(2_000) < 9 * lined_up(500) + 0.3


def test_the_order_of_groups_and_of_statements_changes_no_figure() -> None:
    words = ("The Karsk blast at the mill killed 12 people.", "Fourteen people died in the Karsk mill blast.")
    sources = [Source(id=str(n), passages=(text,), first=DAY, last=DAY) for n, text in enumerate(words)]
    (one,), (other,) = line_up(sources), line_up(sources[::-1])
    assert (one.flags, {*one.cells}) == (other.flags, {*other.cells})


days = st.dates(date(2019, 5, 1), date(2019, 7, 1))
WORDS = (
    "The ministry said 12 people were killed in Karsk.",
    "At least 14 people were killed in Karsk, the mayor said.",
    "Some 3,000 tonnes of grain were lost in the harbour fire.",
    "The harbour fire cost 3,500 tonnes of grain.",
    "The bridge was shut.",
)


@given(st.lists(st.tuples(days, st.integers(0, 5), st.sampled_from(WORDS)), max_size=14), st.data())
@settings(deadline=None)
def test_what_was_known_of_other_days_changes_no_fact(
    given_: list[tuple[date, int, str]], data: st.DataObject
) -> None:
    sources = tuple(
        Source(
            id=f"s-{number}",
            passages=(words,),
            first=day,
            last=day + timedelta(days=open_),
            document=f"{day} {open_} {words}",
        )
        for number, (day, open_, words) in enumerate(sorted(given_))
    )
    store: dict[tuple[object, ...], Pairs] = {}

    def known(stretch: Sequence[object], make: Callable[[], Pairs]) -> Pairs:
        key = tuple(stretch)
        if key not in store:
            store[key] = make()
        return store[key]

    for _ in range(3):  # statements come and go, and so do groups of them
        there = tuple(source for source in sources if data.draw(st.integers(0, 4)))
        ids = st.sampled_from([source.id for source in there] or [""])
        group = data.draw(st.lists(ids, max_size=3, unique=True))
        groups = (tuple(group),) if len(group) > 1 else ()
        assert line_up(there, groups, known=known) == line_up(there, groups)
