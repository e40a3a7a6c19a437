"""What `site-builder explain` says, to the letter, and that it has words for every rule of the finders."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder import annotate
from site_builder.annotate.statements import find_statements
from site_builder.annotated import annotated
from site_builder.explain import RULES, explain_statement
from site_builder.lexicon import Lexicon, Role, Speaker
from site_builder.model import Article, Statement
from tests.articles import article_of
from tests.cases import load_cases
from tests.projects import HARBOUR, Done, command, entry_file, write_files

SEED = """\
Pier stays shut, harbour board told

BRACKWATER, May 14, 2019 (Estuary Post) - Mayor Colin Reed told the board on Monday that the pier was unsafe.

The mayor said divers had seen it. Reed met Paul Stone at noon, and he called planks “rotten”, citing a report.

A spokesman for the board denied this.

Money for the ferry

The boat brought Ada Wells and Nora Quill. She said the trip was calm.

“We have paid twice,” Quill told the Post.

“There is no third time.”
"""
FILES = {
    "seeds/pier.txt": SEED,
    "content/lexicon/topics.yaml": (
        "- {name: East pier, terms: [pier, planks]}\n- {name: Ferries, terms: [ferry, boat]}\n"
    ),
    "content/lexicon/people.yaml": (
        "- {name: Colin Reed, pronoun: he, aliases: [Reed]}\n"
        "- {name: Paul Stone, pronoun: he}\n"
        "- {name: Nora Quill, pronoun: she, aliases: [Quill]}\n"
        "- {name: Ada Wells, pronoun: she}\n"
    ),
}
ANSWER = "taken for an answer to what stands before it, not before"
MONDAY = 'on Monday" · the day before the dateline’s Tuesday 2019-05-14'
HEAD = """\
Pier stays shut, harbour board told
    outlet     Estuary Post
    published  14 May 2019: "BRACKWATER, May 14, 2019"
    dateline   BRACKWATER, May 14, 2019 (Estuary Post) -
    heading    Money for the ferry
"""
NAMED = f"""\
  {{Mayor Colin Reed}} <told the board> on Monday that [the pier was unsafe].
    words      characters 126–145; indirect: none of the words stands in quotation marks
    rule       speaker, verb of reporting, and the clause that it reports
    cue        "told the board"
    speaker    Colin Reed, from "Mayor Colin Reed" (by name: written in full here)
    role       "Mayor"
    to         "the board"
    said       13 May 2019: "{MONDAY}
    topics     East pier ('pier')
"""
OFFICE = f"""\
  {{The mayor}} <said> [divers had seen it].
    words      characters 163–181; indirect: none of the words stands in quotation marks
    rule       speaker, verb of reporting, and the clause that it reports
    cue        "said"
    speaker    Colin Reed, from "The mayor" (a noun for an office or a body)
               candidate: Colin Reed 8.5
    role       "mayor"
    said       13 May 2019: no day given · taken from the same speaker’s "{MONDAY}
    topics     none
"""
PRONOUN = f"""\
  Reed met Paul Stone at noon, and {{he}} <called> [planks “rotten”], citing a report.
    words      characters 226–241; mixed: some of the words stand in quotation marks
    rule       speaker, verb of reporting, and what was said as its object
    cue        "called"
    speaker    Colin Reed, from "he" (a pronoun)
               candidates: Colin Reed 5.6, Paul Stone 0.8
    citing     "a report"
    said       13 May 2019: no day given · taken from the same speaker’s "{MONDAY}
    topics     East pier ('planks')
"""
UNKNOWN = f"""\
  {{A spokesman for the board}} <denied> [this].
    words      characters 294–298; indirect: none of the words stands in quotation marks
    rule       speaker, verb of reporting, and what was said as its object
    cue        "denied"
    speaker    not identified, from "A spokesman for the board" (somebody the article does not name)
    role       "spokesman for the board"
    said       13 or 14 May 2019: no day given · {ANSWER} "{MONDAY}
    topics     none
"""
TOO_CLOSE = """\
  {She} <said> [the trip was calm].
    words      characters 374–391; indirect: none of the words stands in quotation marks
    rule       speaker, verb of reporting, and the clause that it reports
    cue        "said"
    speaker    not identified, from "She" (a pronoun, and the candidates too close)
               candidates: Nora Quill 1.0, Ada Wells 0.8
    said       left open: the document gives no day for it
    topics     Ferries (from the heading)
"""
BETWEEN = """\
  [“We have paid twice,”] {Quill} <told the Post>.
    words      characters 394–415; direct: the words stand in quotation marks, or are a turn of an interview
    rule       speaker and verb of reporting after the words, or between them
    cue        "told the Post"
    speaker    Nora Quill, from "Quill" (by name: first written in full in line 11)
    to         "the Post"
    said       left open: the document gives no day for it
    topics     Ferries (from the heading)
"""
CONTINUED = """\
  “We have paid twice,” {Quill} told the Post.
  [“There is no third time.”]
    words      characters 438–463; direct: the words stand in quotation marks, or are a turn of an interview
    rule       a quotation without a cue of its own, given to the speaker before it
    cue        none of its own
    speaker    Nora Quill, from "Quill" (by name: first written in full in line 11)
    said       left open: the document gives no day for it
    topics     Ferries (from the heading)
"""
PARTS = (HEAD, NAMED, OFFICE, PRONOUN, UNKNOWN, TOO_CLOSE, BETWEEN, CONTINUED)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archive, which is also the folder stood in."""
    monkeypatch.chdir(tmp_path)
    return write_files(tmp_path, FILES)


def built(root: Path) -> Path:
    """The entry of the only seed."""
    assert command("build", "--project", root).code == 0
    return entry_file(root, "Mayor Colin Reed told")


def id_of(entry: Path, words: str) -> str:
    """The id above the passage that begins so."""
    before = entry.read_text("utf-8").partition(f"\n> {words}")[0]
    return before.rpartition("### ")[2].partition("\n")[0]


# Documents


def test_a_document(root: Path) -> None:
    done = command("explain", "seeds/pier.txt")
    assert (done.code, done.err, done.out) == (0, (), "\n".join(PARTS))


def test_a_file_outside_is_read_with_the_archives_lexicon(root: Path) -> None:
    outside = write_files(root.parent / "elsewhere", {"mine.txt": SEED}) / "mine.txt"
    done = command("explain", outside, "--project", root)
    assert (done.code, done.out) == (0, "\n".join(PARTS))


def test_what_the_document_leaves_open(root: Path) -> None:
    write_files(root, {"a.txt": "Pier shut\n\nThe pier is shut.\n"})
    done = command("explain", "a.txt")
    wanted = (
        "Pier shut\n    outlet     no outlet found\n"
        "    published  left open: the document gives no day for it\n"
    )
    assert (done.code, done.out) == (0, wanted)


def test_a_republished_document_and_what_is_left_aside() -> None:
    done = command("explain", HARBOUR / "seeds/03-harbour-mirror.txt", "--project", HARBOUR)
    assert done.out.split("\n\n")[0] == (
        "Frigates, Fishing Boats and a Letter of Intent\n"
        "    outlet     Harbour Mirror, republishing Channel Norvane\n"
        '    published  15 May 2019: "Posted on May 15, 2019 in Ports and Shipping"\n'
        '    original   14 May 2019: "Source: Channel Norvane, 14 May 2019"\n'
        "    source     Harbour Mirror\n"
        "    left aside Home | Essays | Archive | Donate\n"
        "    section    Posted on May 15, 2019 in Ports and Shipping\n"
        "    source     Source: Channel Norvane, 14 May 2019\n"
        "    heading    What the dockers say\n"
        "    heading    The port’s view\n"
        "    left aside This report was first published by Channel Norvane and is republished here.\n"
        "    left aside Tags: boats, ministries, quays\n"
        "    left aside Leave a comment\n"
        '    left aside The Harbour Mirror is run by volunteers, who "take no position" on anything the…'
    )


REFUSED = {
    "an id of nothing": (
        "s-00000000",
        "site-builder explain: expected the id of a statement in content/entries, found 's-00000000'",
    ),
    "no file": ("b.txt", "b.txt: expected a file that can be read, found no such file or directory"),
    "a folder": ("seeds", "seeds: expected a regular file, found a folder, pipe or device"),
    "an empty file": ("empty.txt", "empty.txt: expected an article, found an empty file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_explained_is_one_line(name: str, root: Path) -> None:
    write_files(root, {"empty.txt": ""})
    target, line = REFUSED[name]
    done = command("explain", target)
    assert (done.code, done.out, done.err) == (1, "", (line,))


def test_an_entry_is_explained_by_its_seed(root: Path) -> None:
    entry = built(root)
    asked = f"content/entries/{entry.name}"
    assert command("explain", asked) == command("explain", "seeds/pier.txt")
    (root / "seeds/pier.txt").unlink()
    line = f"{asked}: expected an entry whose seed can be read, found 'seeds/pier.txt'"
    assert command("explain", asked) == Done(1, "", (line,))


# Statements by id


def test_a_statement_by_its_id(root: Path) -> None:
    entry = built(root)
    made = id_of(entry, "“We have paid")
    line = entry.read_text("utf-8").split("\n").index(f"### {made}") + 1
    done = command("explain", made)
    assert (done.code, done.out) == (
        0,
        f"content/entries/{entry.name}:{line}  {made}\n"
        "    speaker    Nora Quill\n"
        "    to         the Post\n"
        "    kind       direct\n"
        "    cue        told the Post\n"
        "    topics     ferries\n"
        f"\nThe machine reads it so:\n{BETWEEN}",
    )


def test_what_a_person_edited_comes_first_and_then_the_machines_reading(root: Path) -> None:
    entry = built(root)
    text = entry.read_text("utf-8")
    made = id_of(entry, "She said")
    before, after = text.split(f"### {made}\n")
    after = after.replace("Speaker not identified", "Ada Wells", 1)
    after = after.replace("- kind:", "- via: Radio\n- kind:", 1)
    entry.write_text(f"{before}### {made}\n{after}", "utf-8")
    line = before.count("\n") + 1
    assert command("explain", made).out == (
        f"content/entries/{entry.name}:{line}  {made}\n"
        "    speaker    Ada Wells\n"
        "    via        Radio\n"
        "    kind       indirect\n"
        "    cue        said\n"
        "    topics     ferries\n"
        f"\nThe machine reads it so:\n{TOO_CLOSE}"
    )


def test_the_outlets_own_voice(root: Path) -> None:
    done = command("explain", id_of(built(root), "The boat brought"))
    assert done.out.endswith(
        "\nThe machine reads it so:\n  as the outlet's own voice: no words there that attribute it to anybody\n"
    )


def test_a_statement_a_person_added(root: Path) -> None:
    entry = built(root)
    text = entry.read_text("utf-8")
    entry.write_text(f"{text}\n### new\n\n- speaker: Paul Stone\n- kind: indirect\n\n> at noon\n", "utf-8")
    command("build", "--project", root)
    made = id_of(entry, "at noon")
    done = command("explain", made)
    assert (done.code, done.err) == (0, ())
    assert done.out.startswith(f"content/entries/{entry.name}:")
    assert "    speaker    Paul Stone\n" in done.out


def test_a_statement_that_was_deleted(root: Path) -> None:
    entry = built(root)
    made = id_of(entry, "“We have paid")
    text = entry.read_text("utf-8")
    (block,) = (part for part in re.split(r"(?m)^(?=###? )", text) if part.startswith(f"### {made}\n"))
    entry.write_text(text.replace(block, ""), "utf-8")
    command("build")
    path = f"content/entries/{entry.name}"
    done = command("explain", made)
    assert (done.code, done.err, done.out) == (
        0,
        (),
        f"{path}  {made}\n"
        "    speaker    Nora Quill\n"
        "    to         the Post\n"
        "    kind       direct\n"
        "    cue        told the Post\n"
        "    topics     ferries\n"
        "    words      “We have paid twice,” Quill told the Post.\n"
        f"\nIt was deleted by hand from {path}: `site-builder restore {made}` brings it back.\n",
    )
    restored = command("restore", made, "--project", root)
    assert (restored.code, restored.err) == (0, ())
    assert entry.read_text("utf-8") == text


def test_an_entry_with_a_fault_is_named(root: Path) -> None:
    entry = built(root)
    made = id_of(entry, "The boat brought")
    entry.write_text(entry.read_text("utf-8").replace("---\n", "", 1), "utf-8")
    done = command("explain", made)
    fault = (
        "expected front matter between two lines '---', found none (left out until then: the whole document)"
    )
    assert f"content/entries/{entry.name}:1:1: {fault}" in [*done.err, *done.out.splitlines()]


# Style


def marked(words: str, what: str) -> str:
    return words if what == "label" else f"«{what}:{words}»"


def test_what_is_marked_is_styled() -> None:
    article = article_of("Pier shut\nColin Reed said the pier was shut, and that the ferry was late.")
    (statement,) = find_statements(article, Lexicon())
    first = next(explain_statement(article, statement, Lexicon(), marked))
    words = "«words:[the pier was shut, and that the ferry was late]»"
    assert first == f"  «speaker:{{Colin Reed}}» «cue:<said>» {words}."


def test_marks_taken_off_leave_the_text() -> None:
    """Of any statement of the tables: the lines above `words` are a piece of the article."""
    for article, statement in table_statements():
        lines = explain_statement(article, statement, Lexicon(), lambda words, what: words[1:-1])
        text = []
        for line in lines:
            if line.startswith("    words "):
                break
            text.append(line.strip())
        assert " ".join(" ".join(text).split()) in " ".join(article.text.split())


def test_a_pipe_gets_no_colour(root: Path) -> None:
    assert "\x1b" not in command("explain", "seeds/pier.txt").out


# Rules


def table_statements() -> Iterator[tuple[Article, Statement]]:
    for name in ("statements", "speakers", "speakers_known"):
        for case in load_cases(name):
            article = article_of(case.given)
            yield from ((article, statement) for statement in find_statements(article, Lexicon()))


def calls(function: str) -> Iterator[ast.Call]:
    """Every call of a function or type in the finders' sources."""
    for path in sorted(Path(annotate.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function:
                yield node


WHERE = {"make_report": 0, "Report": 0, "Attribution": 0, "_sourced": 0, "Complement": 1}
"""What makes a report → which of its arguments is the rule."""


def rules_in_the_sources() -> set[str]:
    """The rules that are written out where a report, or what becomes one, is made."""
    given = [call.args[at] for name, at in WHERE.items() for call in calls(name) if len(call.args) > at]
    named = (call for name in ("Report", "Statement", "replace") for call in calls(name))
    given += [word.value for call in named for word in call.keywords if word.arg == "rule"]
    return {rule.value for rule in given if isinstance(rule, ast.Constant) and isinstance(rule.value, str)}


UNCUED = (
    article_of("Pier shut\nThe pier is shut.\n“Nobody has told us anything about it,” it ran."),
    article_of("Pier shut\nAnn Lee was blunt: “The pier is closed for good.”"),
    article_of("Titel\n„Wir haben die Brücke gesperrt“, hieß es.", "de"),
)


def test_every_rule_has_words() -> None:
    used = {statement.rule for _, statement in table_statements()}
    used |= {found.rule for article in UNCUED for found in find_statements(article, Lexicon())}
    for seed in sorted((HARBOUR / "seeds").glob("*.txt")):
        _, annotation = annotated(seed.read_bytes(), seed.name, Lexicon())
        used |= {found.rule for found in annotation.statements}
    assert used == set(RULES)
    assert rules_in_the_sources() <= set(RULES)
    assert len(rules_in_the_sources()) >= len(RULES) - 1  # "relative" is chosen from two


def test_the_words_for_a_rule_agree_with_the_cue() -> None:
    without = {RULES[name] for name in ("mention", "continued", "goes on", "quote alone", "answer")}
    articles = [*table_statements(), *((a, s) for a in UNCUED for s in find_statements(a, Lexicon()))]
    for article, statement in articles:
        lines = list(explain_statement(article, statement, Lexicon(), lambda words, what: words))
        cue, rule = (next(line[15:] for line in lines if line[4:].startswith(name)) for name in ("cue", "rule"))
        assert (cue == "none of its own") == (rule in without), lines


def test_a_role_is_said_to_contradict_the_known_one() -> None:
    known = Speaker(name="Hal Roe", roles=(Role(role="spokesman", of="Interior Ministry"),))
    lexicon = Lexicon(people=(known,))
    text = (
        "Title\n\nArmy spokesman Hal Roe said it was late. The ministry spokesman, Hal Roe, said it was early."
    )
    article, annotation = annotated(text.encode(), "x.txt", lexicon)
    said = [
        [line.strip() for line in explain_statement(article, statement, lexicon, lambda text, _: text)]
        for statement in annotation.statements
    ]
    told = "contradicts what the archive knows: spokesman, Interior Ministry"
    assert [told in lines for lines in said] == [True, False]
