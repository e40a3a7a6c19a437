"""Drawings of time: tables of what is drawn, and what holds of every drawing."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from site_builder.timeline import HEIGHT, LEAST, TOP, timeline
from site_builder.views import Link, Timeline
from tests.cases import Case, each_case
from tests.language import ENGLISH
from tests.pages import HtmlPage, words_of

SVG = "{http://www.w3.org/2000/svg}"


@each_case("timelines")
def test_timelines(case: Case) -> None:
    days: list[date] = []
    strips: list[tuple[Link, list[date]]] = []
    undated = 0
    for line in case.given.splitlines():
        if line.startswith("+"):
            undated = int(line)
        elif match := re.fullmatch(r"(\w+): (.+)", line):
            strips.append((Link(match[1], ""), [date.fromisoformat(day) for day in match[2].split(", ")]))
        else:
            day, _, times = line.partition(" ×")
            days.extend([date.fromisoformat(day)] * int(times or 1))
    assert shown(timeline(ENGLISH, days, undated, strips=strips)) == case.expected


def shown(drawn: Timeline | None) -> str:
    if drawn is None:
        return "none"
    lines = [f"{drawn.unit}, {drawn.span}"]
    for s in drawn.stretches:
        heights = [bar.height for bar in s.bars]
        lines.append(f"{s.link.label}: {s.count} {heights} {s.link.path}".rstrip())
    lines.append("ticks: " + ", ".join(f"{t.label}/{t.below}".rstrip("/") for t in drawn.ticks))
    lines.extend(f"{s.label.label}: {s.count} {s.path}" for s in drawn.strips)
    lines.extend(f"{name}: {n}" for name in ("outside", "undated") if (n := getattr(drawn, name)))
    return "\n".join([*lines, *["wide"] * drawn.wide])


@given(st.lists(st.dates(), max_size=60), st.integers(0, 5))
def test_every_statement_is_drawn_or_counted(days: list[date], undated: int) -> None:
    drawn = timeline(ENGLISH, sorted(days), undated)
    if drawn is None:
        assert len(days) < 5 or len(set(days)) == 1
        return
    inside = sum(stretch.count for stretch in drawn.stretches)
    assert inside + drawn.outside == len(days)
    assert sum(row.counts[0] for row in drawn.rows) == inside
    assert len(drawn.stretches) <= 30
    bars = [bar for stretch in drawn.stretches for bar in stretch.bars]
    assert len(bars) == len(drawn.rows) <= 144
    assert max(bar.height for bar in bars) == HEIGHT
    assert all(bar.height >= LEAST and bar.y + bar.height == TOP + HEIGHT for bar in bars)
    lefts = [float(bar.x.rstrip("%")) for bar in bars]
    assert lefts == sorted(set(lefts))
    assert lefts[-1] + float(bars[-1].width.rstrip("%")) <= 100


def test_a_bar_leads_to_its_first_statement_and_the_table_says_the_same(pages: dict[str, HtmlPage]) -> None:
    seen = 0
    for page in pages.values():
        for figure in page.all("figure", class_="timeline"):
            (table,) = figure.iter("table")
            rows = [[words_of(cell) for cell in row] for row in table.iter("tr")][1:]
            labels = [a.attrib["aria-label"] for a in figure.iter(f"{SVG}a")]
            numbers = [int(re.findall(r": (\d+) statement", label)[0]) for label in labels]
            assert sum(numbers) == sum(int(row[1]) for row in rows), page.path
            seen += 1
    assert seen >= 3
