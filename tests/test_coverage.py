"""What the archive says of its own make-up: computed, and in the same words whoever it is about."""

from __future__ import annotations

import html
import re
import subprocess
from pathlib import Path

import pytest

from site_builder.text import collapse
from tests.pages import read_page, words_of
from tests.projects import BRIDGE, FERRY, command, write_files

THIRD = """\
Council wants a new bridge

KARSK, May 16, 2019 (Southern Wire) - Council leader Mia Orn said on Thursday that a bridge was planned.
"""
OUTLET = "- {{name: {name}, type: '{type}', country: {country}, label_source: Its imprint}}\n"
MAYOR = "- {name: Ana Lind, roles: [{role: Mayor, of: Karsk City Council}]}\n"


def sentences(root: Path, page: str = "coverage/index.html") -> list[str]:
    tree = read_page(page, (root / "site" / page).read_text("utf-8"))
    main = tree.one("main")
    return [words_of(p) for p in main.iter("p") if "of" in words_of(p).split()]


def archive(tmp_path: Path, *outlets: tuple[str, str, str], people: str = "", name: str = "archive") -> Path:
    lexicon = "".join(OUTLET.format(name=n, type=t, country=c) for n, t, c in outlets)
    files = {"seeds/a.txt": BRIDGE, "seeds/b.txt": FERRY, "seeds/c.txt": THIRD}
    root = write_files(tmp_path / name, {**files, "content/lexicon/outlets.yaml": lexicon})
    if people:
        write_files(root, {"content/lexicon/people.yaml": people})
    assert command("build", "--project", root).code == 0
    return root


NORTH, SOUTH = (
    ("Northern Wire", "private news agency, small", "Norrland"),
    ("Southern Wire", "blog", "Norrland"),
)

CASES: dict[str, tuple[tuple[tuple[str, str, str], ...], str]] = {
    "two types of one country": (
        (NORTH, SOUTH),
        "All 3 documents come, by origin, from outlets of one country: Norrland.",
    ),
    "one type and country": (
        (NORTH, ("Southern Wire", "private news agency", "Norrland")),
        "All 3 documents come, by origin, from outlets of one type and country: private news agency, Norrland.",
    ),
    "two countries": (
        (NORTH, ("Southern Wire", "blog", "Averland")),
        "The documents come, by origin, from 2 outlets of 2 types in 2 countries, as far as that is recorded.",
    ),
    "types alone": (
        (("Northern Wire", "private news agency", ""), ("Southern Wire", "blog", "")),
        "The documents come, by origin, from 2 outlets of 2 types, as far as that is recorded.",
    ),
    "no profile": (
        (),
        "The documents come, by origin, from 2 outlets of no recorded type or country.",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_home_and_coverage_say_it_in_the_same_words(name: str, tmp_path: Path) -> None:
    outlets, expected = CASES[name]
    root = archive(tmp_path, *outlets)
    assert sentences(root)[0] == expected
    assert f"{expected} Whose voices" in sentences(root, "index.html")


def test_one_body_is_named_whatever_it_is(tmp_path: Path) -> None:
    people = MAYOR + "- {name: Bo Hallam, roles: [{role: clerk, of: Karsk City Council}]}\n"
    root = archive(tmp_path, people=people)
    assert sentences(root)[0] == (
        "4 of 5 statements come from one body, or somebody in its service: Karsk City Council."
    )


def test_the_rule_is_the_same_for_every_side(tmp_path: Path) -> None:
    there = archive(tmp_path, NORTH, SOUTH, name="there")
    here = archive(tmp_path, *((n, t, "Averland") for n, t, _ in (NORTH, SOUTH)), name="here")
    assert [words.replace("Norrland", "Averland") for words in sentences(there)] == sentences(here)


def test_the_numbers_stand_in_tables(tmp_path: Path) -> None:
    root = archive(tmp_path, NORTH, SOUTH)
    page = read_page("coverage", (root / "site/coverage/index.html").read_text("utf-8"))
    rows = [[words_of(cell) for cell in row if cell.tag in ("th", "td")] for row in page.all("tr")]
    assert rows[:4] == [
        ["Type of outlet", "Documents", "Share"],
        ["private news agency", "2", "67%"],
        ["blog", "1", "33%"],
        ["All", "3", ""],
    ]
    assert ["Norrland", "3", "100%"] in rows


def test_what_an_outlet_was_at_the_time_stands_beside_the_statement(tmp_path: Path) -> None:
    earlier = "{type: state newspaper, country: Oldland, label_source: A law, until: 2019-05-14}"
    outlet = OUTLET.format(name="Northern Wire", type="blog", country="Norrland")
    lexicon = outlet.replace("Its imprint}", f"Its imprint, since: 2019-05-15, earlier: [{earlier}]}}")
    root = write_files(
        tmp_path / "archive",
        {"seeds/a.txt": BRIDGE, "seeds/b.txt": FERRY, "content/lexicon/outlets.yaml": lexicon},
    )
    assert command("build", "--project", root).err == ()
    for day, label in (("2019-05-14", "state newspaper; Oldland"), ("2019-05-15", "blog; Norrland")):
        shown = (root / f"site/dates/{day}.html").read_text("utf-8")
        assert set(re.findall(r'outlet-label">\(<bdi>([^<]*)', shown)) == {label}


WARNED = {
    "an unknown type": (
        "type: bloq, label_source: x",
        "expected a type of outlet that begins as one of those in README.md, such as 'state news agency' or "
        "'company', found 'bloq'; did you mean 'blog'?",
    ),
    "a label without a source": ("country: Norrland", "expected the source of country in 'label_source'"),
}


@pytest.mark.parametrize("name", WARNED)
def test_labels_nobody_can_check_or_count_are_warned_of(name: str, tmp_path: Path) -> None:
    keys, message = WARNED[name]
    lexicon = f"- {{name: Northern Wire, {keys}}}\n"
    root = write_files(tmp_path / "a", {"seeds/a.txt": BRIDGE, "content/lexicon/outlets.yaml": lexicon})
    command("build", "--project", root)
    warned = [line for line in command("check", "--project", root).err if "outlets.yaml" in line]
    assert len(warned) == 1
    assert message in warned[0]


def test_the_example_on_how_to_check_works_as_it_is_written(harbour: Path) -> None:
    page = (harbour / "site/check/index.html").read_text("utf-8")
    (lines,) = re.findall(r'<pre id="command"[^>]*><code>(.*?)</code>', page, re.DOTALL)
    (digest,) = re.findall("prints the SHA-256, <code>([0-9a-f]{64})</code>", page)
    (words,) = re.findall(r'id="printed"><p>(.*?)</p>', page, re.DOTALL)
    sums, cut = html.unescape(lines).split("\n")
    assert run(sums, harbour).split()[0] == digest
    assert collapse(run(cut, harbour)) == html.unescape(words)


def run(line: str, folder: Path) -> str:
    done = subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, timeout=20, check=True)
    return done.stdout.decode()


def test_the_sums_are_those_of_the_files(harbour: Path) -> None:
    assert run("sha256sum -c SHA256SUMS >/dev/null && echo same", harbour / "site") == "same\n"


def facts(root: Path, page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    tree = read_page(page, (root / "site" / page).read_text("utf-8"))
    for pair in tree.one("dl", class_="facts"):
        label, *values = (words_of(part) for part in pair)
        found.setdefault(label, []).extend(values)
    return found


def test_roles_that_outlets_write_differently_are_shown_with_who_writes_them(tmp_path: Path) -> None:
    other = BRIDGE.replace("Northern Wire", "Southern Wire").replace("Mayor Ana", "Council leader Ana")
    files = {"seeds/a.txt": BRIDGE, "seeds/b.txt": other.replace("Mayor says", "Lind says")}
    root = write_files(tmp_path / "archive", files)
    assert command("build", "--project", root).code == 0
    shown = facts(root, "speakers/ana-lind.html")
    assert shown["Called differently by outlets"] == [
        "Mayor: Northern Wire (14 May 2019)",
        "Council leader: Southern Wire (14 May 2019)",
    ]
    assert "Called in the documents" not in shown


def test_a_role_that_all_outlets_write_is_just_listed(tmp_path: Path) -> None:
    root = write_files(tmp_path / "archive", {"seeds/a.txt": BRIDGE, "seeds/b.txt": FERRY})
    assert command("build", "--project", root).code == 0
    shown = facts(root, "speakers/ana-lind.html")
    assert shown["Called in the documents"] == ["Mayor: Northern Wire (14 May 2019)"]


def test_an_outlets_page_has_its_labels_with_their_sources_and_dates(tmp_path: Path) -> None:
    lexicon = (
        "- {name: Northern Wire, type: blog, owner: Ida Moe, country: Norrland, label_source: Its imprint, "
        "sources: {owner: The register}, since: '2018', "
        "earlier: [{type: state newspaper, country: Oldland, label_source: A law, until: '2017'}]}\n"
    )
    root = write_files(tmp_path / "a", {"seeds/a.txt": BRIDGE, "content/lexicon/outlets.yaml": lexicon})
    assert command("build", "--project", root).code == 0
    assert facts(root, "outlets/northern-wire.html") == {
        "Type": ["blog"],
        "Owner": ["Ida Moe (source: The register)"],
        "Country": ["Norrland"],
        "Language": ["not recorded"],
        "These hold": ["since 2018"],
        "Source of these labels": ["Its imprint"],
        "Earlier": ["state newspaper, Oldland, until 2017 (source: A law)"],
    }
