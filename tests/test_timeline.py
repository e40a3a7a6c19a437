"""Drawings of time: tables of what is drawn, and what holds of every drawing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from posixpath import dirname, normpath

from hypothesis import given
from hypothesis import strategies as st

from site_builder.timeline import HEIGHT, LEAST, TOP, timeline
from site_builder.views import Link, Tally, Timeline
from tests.cases import Case, each_case
from tests.language import ENGLISH
from tests.pages import HtmlPage, read_site, words_of
from tests.projects import command, write_files

SVG = "{http://www.w3.org/2000/svg}"


@each_case("timelines")
def test_timelines(case: Case) -> None:
    days: list[date] = []
    strips: list[tuple[Tally, list[date]]] = []
    undated = published = 0
    for line in case.given.splitlines():
        if line.startswith("+"):
            undated = int(line)
        elif line.startswith("="):
            published = int(line[1:])
        elif match := re.fullmatch(r"(\w+) (\d+): (.+)", line):
            tally = Tally(Link(match[1], ""), int(match[2]))
            strips.append((tally, [date.fromisoformat(day) for day in match[3].split(", ")]))
        else:
            day, _, times = line.partition(" ×")
            days.extend([date.fromisoformat(day)] * int(times or 1))
    assert shown(timeline(ENGLISH, days, undated, published, strips=strips)) == case.expected


def shown(drawn: Timeline | None) -> str:
    if drawn is None:
        return "none"
    lines = [f"{drawn.unit}, {drawn.span}"]
    for s in drawn.stretches:
        heights = [bar.height for bar in s.bars]
        lines.append(f"{s.link.label}: {s.count} {heights} {s.link.path}".rstrip())
    lines.append("ticks: " + ", ".join(f"{t.label}/{t.below}".rstrip("/") for t in drawn.ticks))
    lines.extend(f"{s.label.label}: {s.count} {s.path}" for s in drawn.strips)
    lines.extend(f"{name}: {n}" for name in ("outside", "undated", "published") if (n := getattr(drawn, name)))
    return "\n".join([*lines, *["wide"] * drawn.wide])


@given(st.lists(st.dates(), max_size=60), st.integers(0, 5))
def test_every_statement_is_drawn_or_counted(days: list[date], undated: int) -> None:
    drawn = timeline(ENGLISH, sorted(days), undated, 0)
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


def test_the_bars_and_the_table_beside_them_count_alike(pages: dict[str, HtmlPage]) -> None:
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


def test_what_a_row_of_the_table_counts_is_on_the_page_it_leads_to(pages: dict[str, HtmlPage]) -> None:
    checked = 0
    for page in pages.values():
        for figure in page.all("figure", class_="timeline"):
            (table,) = figure.iter("table")
            for row in [*table.iter("tr")][1:]:
                (link,) = row.iter("a")
                path, _, part = (
                    normpath(f"{dirname(page.path)}/{link.attrib['href']}").lstrip("/").partition("#")
                )
                place = pages[path].one("section", id=part) if part else pages[path].one("main")
                told = next(e for e in place.iter() if e.attrib.get("class") in ("sum", "count"))
                number = words_of([*row][1])
                assert re.match(rf"{number} statements?\b", words_of(told)), (page.path, words_of(row))
                checked += 1
    assert checked >= 10


GIVEN = "KARSK, May {day}, 2019 (NW) - {words}\n"


def test_statements_of_no_day_are_said_to_stand_on_that_of_publication(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {}
    for day in range(10, 16):
        words = f"Ana Lind {'said on Tuesday' if day == 14 else 'said'} that bridge {day} was open."
        files[f"seeds/{day}.txt"] = GIVEN.format(day=day, words=words)
    root = write_files(tmp_path, files)
    assert command("build", "--project", root).code == 0
    found = read_site(root / "site")
    remark = "5 statements give no day; they stand on the day their document was published."
    for path in ("index.html", "dates/index.html", "speakers/ana-lind.html"):
        figure = found[path].one("figure", class_="timeline")
        assert remark in words_of(figure), path
    assert "give no day" not in words_of(found["dates/2019-05.html"].one("main"))
