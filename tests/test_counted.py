"""Who is counted as a speaker, and what as a topic; what is said where there is none, and of sums."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.build import build
from tests.pages import HtmlPage, read_site, words_of
from tests.projects import copy_harbour, write_files

Pages = dict[str, HtmlPage]
UNNAMED = "Speaker not identified"

PLAIN = """\
Mill to reopen

VARNE, May 14, 2019 (Northern Wire) - Ada Brook said on Tuesday that the mill would open again.
"""
KNOWN = "- name: {name}\n  aliases: [{aliases}]\n"


def shelf(pages: Pages, facet: str) -> tuple[list[str], list[str]]:
    """The rows of a shelf of the home page, and what is said below them."""
    section = pages["index.html"].one("section", class_=facet)
    below = [words_of(p) for p in section.iter("p") if "sum" in p.attrib.get("class", "")]
    return [words_of(row) for row in section.iter("li")], below


def said_of(pages: Pages, path: str) -> str:
    (link,) = (a for a in pages["index.html"].one("ul", class_="figures").iter("a") if a.attrib["href"] == path)
    return words_of(link)


def test_home_counts_speakers_who_are_identified(pages: Pages) -> None:
    speakers = [
        p for p in pages if p.startswith("speakers/") and not p.endswith(("index.html", "identified.html"))
    ]
    rows, below = shelf(pages, "speakers")
    assert said_of(pages, "speakers/index.html") == f"{len(speakers)} Speakers"
    assert len(rows) == len(speakers)
    assert [UNNAMED in row for row in rows] == [False] * len(rows)
    stated = words_of(pages["speakers/speaker-not-identified.html"].one("p", class_="sum"))
    assert below == [f"{UNNAMED} {stated.partition(' in ')[0]}"]


def test_the_report_counts_like_home(tmp_path: Path) -> None:
    root = copy_harbour(tmp_path / "archive")
    report = build(root, root / "site")
    assert said_of(read_site(root / "site"), "speakers/index.html") == f"{report.speakers} Speakers"


@pytest.mark.parametrize(("facet", "name"), [("speakers", UNNAMED), ("topics", "Without a topic")])
def test_lists_have_it_last_and_apart(facet: str, name: str, pages: Pages) -> None:
    *_, last = pages[f"{facet}/index.html"].all("section", class_="shelf")
    assert [words_of(link) for link in last.iter("a")] == [name]
    assert [words_of(a) for a in pages[f"{facet}/index.html"].one("main").iter("a")].count(name) == 1


def test_the_plain_links_of_browse_count_like_home(pages: Pages) -> None:
    rows = [words_of(row) for row in pages["browse/index.html"].all("li")]
    count = said_of(pages, "speakers/index.html").split()[0]
    at = rows.index(f"All speakers{count}")
    assert rows[at - 1].startswith(UNNAMED)


def test_home_says_why_numbers_come_to_more(pages: Pages) -> None:
    assert shelf(pages, "topics")[1][-1] == "A statement may have several topics, and counts with each."
    assert shelf(pages, "outlets")[1] == ["What one outlet republishes from another counts with both."]


SAID = """\
Works on the {name}

VARNE, May {day}, 2019 (Northern Wire) - Ada Brook said on Tuesday that the {name} would open again.
"""


def test_home_counts_statements_without_a_day_like_the_page_of_their_topic(tmp_path: Path) -> None:
    """Beside a drawing, too, which has no place for them."""
    names = ("mill", "old mill", "saw mill", "new mill", "weir", "lock")
    files = {f"seeds/{day}.txt": SAID.format(name=name, day=day) for day, name in enumerate(names, 10)}
    root = write_files(tmp_path, {**files, "content/lexicon/topics.yaml": "- name: Mills\n  terms: [mill]\n"})
    build(root, root / "site")
    (entry,) = (root / "content/entries").glob("*-new-mill.md")
    text = entry.read_text("utf-8")
    assert text.count("- said: 2019-05-07\n") == 1
    entry.write_text(text.replace("- said: 2019-05-07\n", "- said: 2019-05\n"), "utf-8")
    build(root, root / "site")
    pages = read_site(root / "site")
    assert pages["index.html"].all("figure", class_="timeline")
    assert words_of(pages["topics/mills.html"].one("p", class_="sum")).startswith("4 statements")
    assert shelf(pages, "topics")[0] == ["Mills4"]
    assert next(words_of(row) for row in pages["topics/index.html"].one("main").iter("li")) == "Mills4"


def test_where_numbers_come_to_no_more_home_says_nothing(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/mill.txt": PLAIN})
    build(root, root / "site")
    pages = read_site(root / "site")
    assert [shelf(pages, facet)[1] for facet in ("speakers", "outlets")] == [[], []]
    assert shelf(pages, "topics") == ([], ["Without a topic 1 statement"])


@pytest.mark.parametrize("many", [False, True])
def test_many_other_names_of_a_speaker_open(many: bool, tmp_path: Path) -> None:
    names = [f"Ada Number {number}" for number in range(12 if many else 2)]
    known = KNOWN.format(name="Ada Brook", aliases=", ".join(names))
    root = write_files(tmp_path, {"seeds/mill.txt": PLAIN, "content/lexicon/people.yaml": known})
    build(root, root / "site")
    page = read_site(root / "site")["speakers/ada-brook.html"]
    folded = [words_of(details) for details in page.all("details", class_="about")]
    facts = [words_of(fact) for fact in page.all("dd")]
    listed = ", ".join(names)
    assert (folded, facts) == (([f"Known by 12 other names {listed}"], []) if many else ([], [listed]))


def test_whose_voices_these_are_is_in_the_navigation(pages: Pages) -> None:
    for path, page in pages.items():
        nav = [a for item in page.all("nav")[:1] for a in item.iter("a")]
        assert [words_of(a) for a in nav if a.attrib["href"].endswith("coverage/index.html")] == [
            "Whose voices"
        ], path


def test_the_days_of_a_month_name_who_is_identified(pages: Pages) -> None:
    """Each day's speakers are those of its own page, as far as there is room, and last that others speak."""
    rows = [
        row
        for row in pages["dates/2019-05.html"].all("li")
        if "dates/2019-05-" in row[0].attrib.get("href", "")
    ]
    assert len(rows) > 4
    endings = set()
    for row in rows:
        (note,) = (words_of(span) for span in row.iter("span") if span.attrib.get("class") == "remark")
        day = pages[row[0].attrib["href"].removeprefix("../")]
        speaks = {words_of(part) for part in day.all("bdi") if part.attrib.get("data-part") == "speaker"}
        named, _, unnamed = note.rpartition("; ") if "; " in note else ("", "", note)
        assert (UNNAMED in note) == (UNNAMED in speaks)
        assert UNNAMED not in named
        endings.add((bool(named), unnamed == UNNAMED))
    assert endings == {(True, True), (False, True), (False, False)}
