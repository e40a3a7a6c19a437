"""What an outlet is, and who stands behind a statement, have pages: where the words stand leads there."""

from __future__ import annotations

from pathlib import Path

from site_builder.build import build
from tests.pages import HtmlPage, read_site, words_of
from tests.projects import entry_file, replace, write_files

SAID = """\
Mill to reopen

VARNE, May 14, {year} (Northern Wire) - Ada Brook said on Tuesday that the mill would open again.
"""
WIRE = """\
- name: Northern Wire
  type: private news agency, owned by its readers
  label_source: Its imprint.
  since: "2018"
  earlier:
    - {type: state news agency, until: "2017", label_source: Its imprint.}
"""
UNKNOWN = "Statements carried by outlets of which the archive does not record what they are."


def groups(page: HtmlPage) -> dict[str, str]:
    """Address → what its row says."""
    rows = page.one("main").iter("li")
    return {next(row.iter("a")).attrib["href"].removeprefix("../"): words_of(row) for row in rows}


def links(page: HtmlPage, label: str) -> list[str]:
    return [a.attrib["href"] for a in page.one("main").iter("a") if words_of(a) == label]


def test_a_statement_stands_under_what_its_outlet_was_at_the_time(tmp_path: Path) -> None:
    years = {f"seeds/{year}.txt": SAID.format(year=year) for year in (2013, 2019)}
    root = write_files(tmp_path, years | {"content/lexicon/outlets.yaml": WIRE})
    build(root, root / "site")
    pages = read_site(root / "site")
    assert groups(pages["types/index.html"]) == {
        "types/private-news-agency.html": "Private news agency1",
        "types/state-news-agency.html": "State news agency1",
    }
    for kind, year in (("private", 2019), ("state", 2013)):
        page = pages[f"types/{kind}-news-agency.html"]
        assert [words_of(heading) for heading in page.all("h2")] == ["Outlets", f"14 May {year} 1 statement"]
        assert links(page, "Northern Wire")[0] == "../outlets/northern-wire.html"
    (fact,) = links(pages["outlets/northern-wire.html"], "private news agency, owned by its readers")
    assert fact == "../types/private-news-agency.html"


def test_an_outlet_that_nobody_described_is_of_no_recorded_type(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/mill.txt": SAID.format(year=2019)})
    build(root, root / "site")
    pages = read_site(root / "site")
    (row,) = groups(pages["types/index.html"]).items()
    assert row == ("types/not-recorded.html", f"Type of outlet not recorded1{UNKNOWN}")
    assert links(pages["types/not-recorded.html"], "Northern Wire") != []
    assert links(pages["outlets/northern-wire.html"], "not recorded") == []


def test_a_statement_leads_to_all_that_are_in_its_state(tmp_path: Path) -> None:
    root = write_files(tmp_path, {f"seeds/{year}.txt": SAID.format(year=year) for year in (2013, 2019)})
    build(root, root / "site")
    entry = entry_file(root, "2019")
    replace(root, entry.relative_to(root).as_posix(), "- said:", "- to: the town\n- said:")
    build(root, root / "site")
    pages = read_site(root / "site")
    assert groups(pages["review/index.html"]).keys() == {"review/extracted.html", "review/corrected.html"}
    for state, words in (
        ("extracted", "Extracted by rule, not reviewed"),
        ("corrected", "Corrected by an editor: to whom"),
    ):
        (made,) = (article.attrib["data-statement"] for article in pages[f"review/{state}.html"].all("article"))
        assert links(pages[f"statements/{made}.html"], words) == [f"../review/{state}.html"]
