"""`site-builder topics`: how far the topics reach, and terms suggested from the archive's own words."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.examine import examine
from site_builder.lexicon import Lexicon, Topic, parse_lexicon
from site_builder.project import read_lexicon
from site_builder.topic_report import Suggestion, starter, suggest
from tests.pages import read_page, words_of
from tests.projects import command, copy_harbour, tree, write_files

BUDGET = """\
Harbour budget grows

BRACKWATER, May 14, 2019 (Estuary Post) - Mayor Colin Reed said the harbour budget would pay for the tidal gate.

Nora Quill said the tidal gate was late. She added that the harbour budget was spent.

The Harbour Board said the ferry was on time.
"""
GATE = """\
Gate late

BRACKWATER, May 15, 2019 (Estuary Post) - Nora Quill said on Wednesday that the tidal gate would open in June.

Reed denied that the harbour budget was spent. Colin Reed said two delegates had read his reports.

Paul Stone said three delegates had read his reports, and that Nora Quill’s ledger was his.
"""
FILES = {
    "seeds/budget.txt": BUDGET,
    "seeds/gate.txt": GATE,
    "content/lexicon/topics.yaml": (
        "- {name: Zebras, terms: [zebra]}\n"
        "- {name: Ferries, terms: [ferry, boat]}\n"
        "- {name: Money, terms: [Harbour Budget]}\n"
    ),
    "content/lexicon/people.yaml": (
        "- {name: Harbour Board, kind: body}\n- {name: Colin Reed, aliases: [Reed], titles: [mayor]}\n"
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path, FILES)


def without_ids(text: str) -> str:
    return re.sub(r"s-[0-9a-z]{8}", "ID", text)


def test_the_coverage(root: Path) -> None:
    done = command("topics", "--project", root)
    bare = "  content/entries/2019-05-15-estuary-post-gate-late.md  ID  "
    assert (done.code, done.err, without_ids(done.out)) == (
        0,
        (),
        "3 topics over 6 statements, 2 of them without a topic.\n"
        "\n"
        "     3  Money\n"
        "     1  Ferries\n"
        "     0  Zebras\n"
        "\n"
        "Without a topic:\n"
        f"{bare}Nora Quill said on Wednesday that the tidal gate would open in June.\n"
        f"{bare}Paul Stone said three delegates had read his reports, and that Nora Quil…\n",
    )


TWICE = """\
Reed: The harbour budget pays for the gate

BRACKWATER, May 14, 2019 (Estuary Post) - "The harbour budget pays for the gate," Mayor Colin Reed said.
"""


def test_what_a_document_says_twice_counts_once_as_in_the_site(tmp_path: Path) -> None:
    root = write_files(tmp_path, {**FILES, "seeds/budget.txt": TWICE, "seeds/gate.txt": GATE})
    assert command("build", "--project", root).code == 0
    sections = "".join(path.read_text("utf-8") for path in sorted((root / "content/entries").glob("*.md")))
    report = command("topics", "--project", root).out.splitlines()
    money = read_page("topics/money.html", (root / "site/topics/money.html").read_text("utf-8"))
    assert sections.count("- topics: money") == 3
    assert report[2] == "     2  Money"
    assert words_of(money.one("p", class_="sum")).startswith("2 statements")


def test_nothing_is_written(root: Path) -> None:
    before = tree(root)
    assert command("topics", "--suggest", "3", "--project", root).code == 0
    assert tree(root) == before


def test_a_topic_that_a_person_wrote_and_no_lexicon_has(root: Path) -> None:
    command("build", "--project", root)
    for entry in (root / "content" / "entries").iterdir():
        entry.write_text(entry.read_text("utf-8").replace("- topics: money", "- topics: money, zinc"), "utf-8")
    lines = command("topics", "--project", root).out.splitlines()
    assert lines[2:6] == ["     3  Money", "     3  zinc (in no lexicon)", "     1  Ferries", "     0  Zebras"]


def test_an_archive_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    done = command("topics", "--suggest", "3", "--project", tmp_path)
    assert (done.code, done.err) == (0, ())
    assert done.out.startswith("0 topics over 0 statements, 0 of them without a topic.\n")
    assert done.out.endswith("\nSuggested terms:\n")


def test_every_statement_has_a_topic(tmp_path: Path) -> None:
    pier = "Pier shut\n\nMAY TOWN, May 14, 2019 (Post) - Colin Reed said on Tuesday that the pier was shut.\n"
    topics = "- {name: Piers, terms: [pier]}\n"
    root = write_files(tmp_path, {"seeds/a.txt": pier, "content/lexicon/topics.yaml": topics})
    wanted = "1 topic over 1 statement, 0 of them without a topic.\n\n     1  Piers\n"
    assert command("topics", "--project", root).out == wanted


def test_something_to_mend_ends_with_1(root: Path) -> None:
    """As `check` and `export` do, which read the same archive."""
    write_files(root, {"seeds/empty.txt": ""})
    done = command("topics", "--project", root)
    assert done.err == ("seeds/empty.txt: expected an article, found an empty file",)
    assert done.code == command("check", "--project", root).code == 1


# Suggestions


def suggested(root: Path, number: int = 100) -> tuple[Suggestion, ...]:
    documents = examine(root).documents
    return suggest(documents, read_lexicon(root, []), number)


@pytest.mark.parametrize("words", [("--suggest", "3"), ("--starter",)])
def test_without_the_library_it_is_one_line(
    words: tuple[str, ...], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "yake", None)
    done = command("topics", *words, "--project", root)
    message = f"expected the library yake for suggestions, found none: {sys.executable} -m pip install yake"
    assert (done.code, done.err, done.out) == (1, (f"site-builder topics: {message}",), "")
    assert command("topics", "--project", root).code == 0


def test_terms_of_two_statements_the_best_first(root: Path) -> None:
    assert suggested(root, 1) == (Suggestion("tidal gate", 3),)
    assert suggested(root, 5) == suggested(root)[:5]


def test_names_and_titles_of_speakers_are_no_terms(root: Path) -> None:
    words = {word for suggestion in suggested(root) for word in suggestion.term.split()}
    assert words & {"colin", "reed", "nora", "quill", "quill’s", "paul", "stone", "mayor"} == set()


def test_words_of_speaking_and_of_time_are_no_terms_nor_are_parts_of_one(tmp_path: Path) -> None:
    told = "told reporters on Friday that the sea wall"
    seed = f"Title\n\nHULL, May 14, 2019 (The Wire) - Ann Lee {told} was late.\n\nKarl Brin {told} leaned.\n"
    write_files(tmp_path, {"seeds/a.txt": seed})
    assert [suggestion.term for suggestion in suggested(tmp_path)] == ["sea wall"]


def test_counts_verbs_and_words_before_a_noun_are_no_terms(tmp_path: Path) -> None:
    said = "said 12 million would wait for the criminal case"
    both = "Ann Lee {said} at the pier.\n\nKarl Brin {said} at the pier.\n"
    seed = "Title\n\nHULL, May {day}, 2019 (The Wire) - " + both
    files = {f"seeds/{day}.txt": seed.format(day=day, said=said) for day in (14, 15)}
    write_files(tmp_path, files)
    assert [suggestion.term for suggestion in suggested(tmp_path)] == ["criminal case", "pier"]


def test_a_word_alone_is_of_two_documents_and_no_verb(tmp_path: Path) -> None:
    for day, thing in ((14, "pier"), (15, "quay")):
        said = f"Ann Lee said the {thing} was shut.\n\nKarl Brin said the {thing} leaned.\n"
        write_files(tmp_path, {f"seeds/{day}.txt": f"Title\n\nHULL, May {day}, 2019 (The Wire) - {said}"})
    assert suggested(tmp_path) == ()


def test_known_terms_are_left_out(root: Path) -> None:
    terms = {suggestion.term for suggestion in suggested(root)}
    assert terms & {"harbour budget", "ferry", "boat", "zebra", "ferries", "money", "zebras"} == set()
    write_files(root, {"content/lexicon/topics.yaml": ""})
    assert "harbour budget" in {suggestion.term for suggestion in suggested(root)}


def test_a_suggested_term_finds_as_many_statements_as_are_said_to_hold_it(root: Path) -> None:
    said = {suggestion.term.capitalize(): suggestion.statements for suggestion in suggested(root)}
    write_files(root, {"content/lexicon/topics.yaml": command("topics", "--starter", "--project", root).out})
    lines = command("topics", "--project", root).out.split("\n\n")[1].splitlines()
    assert {line[8:]: int(line[:8]) for line in lines} == said


def test_as_many_as_are_asked_for(tmp_path: Path) -> None:
    root = copy_harbour(tmp_path / "archive")
    lines = command("topics", "--suggest", "2", "--project", root).out.splitlines()
    assert [line[:8].strip().isdigit() for line in lines[lines.index("Suggested terms:") + 1 :]] == [True, True]


def test_the_same_terms_whatever_the_hash_seed(tmp_path: Path) -> None:
    root = copy_harbour(tmp_path / "archive")
    outputs = []
    for seed in ("1", "2"):
        line = [sys.executable, "-m", "site_builder", "topics", "--suggest", "40", "--project", str(root)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=60, check=True)
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]
    assert outputs[0].count("\n", outputs[0].index("Suggested terms:")) > 3


# A file to begin with


def lexicon_of(text: str) -> Lexicon:
    lexicon, unknown = parse_lexicon({"topics": text}, "content/lexicon")
    assert unknown == ()
    return lexicon


def test_the_starter_is_a_lexicon_of_the_suggested_terms(root: Path) -> None:
    done = command("topics", "--starter", "--suggest", "4", "--project", root)
    assert (done.code, done.err) == (0, ())
    assert lexicon_of(done.out).topics == tuple(
        Topic(name=s.term.capitalize(), terms=(s.term,)) for s in suggested(root, 4)
    )
    for suggestion in suggested(root, 4):
        assert f"    - '{suggestion.term}'  # {suggestion.statements} statements\n" in done.out


def test_any_term_can_be_written_down() -> None:
    terms = ["dockers' union", "no", "2019", "a: b", "# c", "- d", "{e}", 'f "g"', "ça va", "null"]
    text = "\n".join(starter(Suggestion(term, 2) for term in terms))
    assert [topic.terms for topic in lexicon_of(text).topics] == [(term,) for term in terms]


def test_a_starter_put_in_place_gives_the_statements_topics(root: Path) -> None:
    write_files(root, {"content/lexicon/topics.yaml": command("topics", "--starter", "--project", root).out})
    lines = command("topics", "--project", root).out.splitlines()
    assert lines[0] == "2 topics over 6 statements, 2 of them without a topic."
    assert [line.split("  ")[-1] for line in lines[-2:]] == [
        "The Harbour Board said the ferry was on time.",
        "Paul Stone said three delegates had read his reports, and that Nora Quil…",
    ], "those that share no phrase, or but words of one document"


def test_nothing_suggested_is_an_empty_lexicon(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    assert lexicon_of(command("topics", "--starter", "--project", tmp_path).out) == Lexicon()
