"""Where statements stand in time, and what a reader is told of how sure that is."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from site_builder.examine import examine
from site_builder.model import Dated
from site_builder.planned import plan_of
from site_builder.present import when
from site_builder.views import When
from tests.language import ENGLISH
from tests.pages import HtmlPage, read_site, words_of
from tests.projects import command, write_files

WORDS = {
    "2019-05-14": ("14 May 2019", "2019-05-14", False),
    "2019-05-14?": ("14 May 2019 (uncertain)", "2019-05-14", True),
    "2019-05-14~": ("about 14 May 2019", "2019-05-14", True),
    "2019-05-XX": ("some day of May 2019", "", True),
    "2019-05-10/2019-05-12": ("between 10 and 12 May 2019", "", True),
    "2019-05": ("May 2019", "", True),
    "2019": ("2019", "", True),
    "../2019-05-14": ("14 May 2019 or earlier", "", True),
}


@pytest.mark.parametrize("edtf", WORDS)
def test_a_date_in_words(edtf: str) -> None:
    words, iso, doubtful = WORDS[edtf]
    assert when(ENGLISH, Dated(edtf, "why")) == When(words=words, iso=iso, reason="why", doubtful=doubtful)


def test_no_date() -> None:
    reason = "The document gives no date."
    assert when(ENGLISH, None) == When(words="date not known", iso="", reason=reason, doubtful=True)


SAID = {
    "s-00000000": ("2019-05-14", "dates/2019-05-14.html"),
    "s-11111111": ("2019-05-10/2019-05-12", "dates/2019-05-12.html"),
    "s-22222222": ("2019-05-13?", "dates/2019-05-13.html"),
    "s-33333333": ("2019-05", "dates/2019-05-XX.html"),
    "s-44444444": ("2018-12-30/2019-01-02", "dates/2019-01-02.html"),
    "s-55555555": ("2019-05-01/2019-05-12", "dates/2019-05-XX.html"),
    "s-66666666": ("", "dates/2019-05-15.html"),
    "s-77777777": ("2019-04/2019-05", "dates/2019-XX.html"),
    "s-88888888": ("2020-02?", "dates/2020-02-XX.html"),
    "s-abcdefgh": ("2018/2019", "dates/undated.html"),
}
"""Statement → when it was said ("" where the document leaves it open), and the page of its day."""

THINGS = "bridge ferry quay toll pier crane barge levy mill tide".split()
WORDS_OF = {
    made: f"Ana Lind said that every {thing} had word {made}." for made, thing in zip(SAID, THINGS, strict=True)
}
SEED = "".join(f"{words}\n\n" for words in WORDS_OF.values())


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of these, and its site."""
    front = ["entry: e", "outlet: The Wire", "title: T", "published: 2019-05-15", "published-from: why"]
    front += ["seed: seeds/a.txt", f"sha256: {sha256(SEED.encode()).hexdigest()}"]
    text = "\n".join(["---", *front, "---", "", "# T", ""])
    for made, (said, _) in SAID.items():
        dated = f"- said: {said}\n- said-from: the {made}\n" if said else "- said:\n- said-from:\n"
        text += f"\n### {made}\n\n- speaker: Ana Lind\n- kind: indirect\n{dated}\n> {WORDS_OF[made]}\n"
    root = write_files(tmp_path_factory.mktemp("dates"), {"seeds/a.txt": SEED, "content/entries/e.md": text})
    done = command("build", "--project", root)
    assert (done.code, done.err) == (0, ())
    return root


@pytest.fixture(scope="module")
def pages(dated: Path) -> dict[str, HtmlPage]:
    return read_site(dated / "site")


def test_search_has_the_year_of_what_is_of_one(dated: Path) -> None:
    plan = plan_of(examine(dated), search=True)
    years = {record.statement.id: record.year for shard in plan.shards for _, record in shard.records()}
    of = {"s-88888888": "2020", "s-abcdefgh": ""}
    assert years == {made: of.get(made, "2019") for made in SAID}


def test_the_numbers_of_days_months_and_years_are_those_of_their_pages(dated: Path) -> None:
    assert command("verify", "--project", dated).code == 0


def test_every_statement_stands_on_its_day_its_month_and_its_year_and_nowhere_else(
    pages: dict[str, HtmlPage],
) -> None:
    found = {
        made: [
            path
            for path, page in pages.items()
            if path.startswith("dates/") and f"word {made}." in " ".join(map(words_of, page.all("blockquote")))
        ]
        for made in SAID
    }
    assert found == {made: above(path) for made, (_, path) in SAID.items()}


def above(day: str) -> list[str]:
    """The page of a day, of its month and of its year; one on no single day has also the page of all these."""
    *above, last = day.removesuffix(".html").split("-")
    pages = {f"{'-'.join(above[:end])}.html" for end in range(1, len(above) + 1)}
    return sorted({day, *pages, *(["dates/undated.html"] if last == "XX" else [])})


def test_the_reason_and_the_doubt_stand_beside_the_date(pages: dict[str, HtmlPage]) -> None:
    for found in pages["entries/e.html"].all("article"):
        made = found.attrib["id"]
        dated = next(e for e in found.iter() if e.attrib.get("class") == "when")
        doubted = [words_of(e) for e in dated.iter() if e.attrib.get("class") == "doubt"]
        value = SAID[made][0]
        known = when(ENGLISH, Dated(value, f"the {made}") if value else None, "not_given")
        reason = known.reason if value else "An editor left the day open."
        assert words_of(dated).endswith(reason), made
        assert known.words in words_of(dated), made
        assert doubted == [known.words] * known.doubtful, made


def test_years_and_months_count_their_statements(pages: dict[str, HtmlPage]) -> None:
    rows = {words_of(row) for row in pages["dates/index.html"].all("li") if row.find("span") is not None}
    assert rows == {
        "January 20191",
        "May 201962 of them on no single day",
        "2019, no single day1",
        "February 202011 of them on no single day",
        "No single day54 of them are counted in their month or year, too",
    }
    years = [words_of(heading) for heading in pages["dates/index.html"].all("h2")]
    assert years == ["2019 8 statements", "2020 1 statement", "Not on a single day"]
    assert sorted(path for path in pages if path.startswith("dates/20")) == [
        "dates/2019-01-02.html", "dates/2019-01.html", "dates/2019-05-12.html", "dates/2019-05-13.html",
        "dates/2019-05-14.html", "dates/2019-05-15.html", "dates/2019-05-XX.html", "dates/2019-05.html",
        "dates/2019-XX.html", "dates/2019.html", "dates/2020-02-XX.html",
        "dates/2020-02.html", "dates/2020.html",
    ]  # fmt: skip


def test_what_is_of_no_single_day_stands_apart_on_the_page_of_its_month_and_year(
    pages: dict[str, HtmlPage],
) -> None:
    found = {
        path: [words_of(heading) for heading in pages[path].all("h2")]
        for path in ("dates/2019-05.html", "dates/2019.html", "dates/2020-02.html", "dates/2020-02-XX.html")
    }
    assert found == {
        "dates/2019-05.html": [
            "Days",
            "Not on a single day",
            "Without a topic 4 statements",
            "May 2019, no single day 2 statements",
        ],
        "dates/2019.html": [
            "Not on a single day",
            "On this page",
            "Without a topic 5 statements",
            "2019, no single day 1 statement",
            "May 2019, no single day 2 statements",
        ],
        "dates/2020-02.html": ["Not on a single day", "February 2020, no single day 1 statement"],
        "dates/2020-02-XX.html": ["Speakers", "Without a topic 1 statement"],
    }


def test_a_long_list_goes_on_in_parts(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"site.toml": "per_page = 2\n"}
    for number in range(5):
        words = f"Ana Lind said that the bridge {number} was open."
        files[f"seeds/{number}.txt"] = f"KARSK, May 14, 2019 (NW) - {words}\n"
    root = write_files(tmp_path, files)
    assert command("build", "--project", root).code == 0
    pages = read_site(root / "site")
    months = [pages[f"speakers/ana-lind/2019-05{part}.html"] for part in ("", "/2", "/3")]
    assert [len(page.all("article")) for page in months] == [2, 2, 1]
    first = pages["speakers/ana-lind.html"]
    assert len(first.all("article")) == 5  # the newest, of which there are no more
    links = [a.attrib["href"] for a in first.all("a") if "/ana-lind/" in a.attrib["href"]]
    assert links == ["../speakers/ana-lind/2019-05.html"]
    numbered = {a.attrib["href"] for a in months[0].all("a") if "/2019-05/" in a.attrib["href"]}
    assert numbered == {f"../../speakers/ana-lind/2019-05/{part}.html" for part in (2, 3)}
    assert [len(pages[f"dates/2019-05-14{part}.html"].all("article")) for part in ("", "/2", "/3")] == [2, 2, 1]


ANSWERED = """---
entry: quay
title: Quay
outlet: Northern Wire
published: 2019-05-14
seed: seeds/quay.txt
---

# Quay
{}"""
SAID_OF_QUAY = (
    (
        "s-00000001",
        "Port Union",
        "2019-05-14",
        "The union denied the harbour board’s claim that the quay was mined.",
    ),
    ("s-00000002", "Harbour Board", "2019-05-14", "The board claimed the quay was mined by the union."),
    ("s-00000003", "Ana Lind", "../2019-05-14", "Earlier, Ana Lind said nobody went near."),
)


def test_what_was_said_before_stands_first_on_its_day_and_a_claim_before_its_denial(tmp_path: Path) -> None:
    sections = [
        f"\n### {made}\n\n- speaker: {who}\n- kind: indirect\n- said: {said}\n- said-from: it\n\n> {words}\n"
        for made, who, said, words in SAID_OF_QUAY
    ]
    sections[0] = sections[0].replace("\n\n>", "\n- denies: s-00000002\n\n>")
    seed = "Quay\n\n" + "\n\n".join(words for *_, words in SAID_OF_QUAY) + "\n"
    entry = ANSWERED.format("".join(sections))
    root = write_files(tmp_path, {"seeds/quay.txt": seed, "content/entries/quay.md": entry})
    done = command("build", "--project", root)
    assert (done.code, done.err) == (0, ())
    day = read_site(root / "site")["dates/2019-05-14.html"]
    assert [found.attrib["data-statement"] for found in day.all("article")] == [
        "s-00000003",
        "s-00000002",
        "s-00000001",
    ]
