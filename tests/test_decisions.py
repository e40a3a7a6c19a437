"""People's decisions on groups: the file, its faults, and how they are said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.variants.decisions import Ruling, Rulings, parse_decisions, unknown_ids
from tests.cases import Case, each_case
from tests.compared import COMPARED
from tests.projects import command, entry_file, replace, write_files

PATH = "lexicon/decisions.yaml"
KNOWN = [f"s-{letter * 8}" for letter in "abcde"]


def outcome(text: str) -> str:
    rulings, wrong = parse_decisions(text, PATH)
    said = [f"{ruling.line}: {' '.join(ruling.ids)} {ruling.in_words}" for ruling in rulings.rulings]
    return "\n".join([*said, *map(str, wrong), *map(str, unknown_ids(rulings, KNOWN, PATH))])


@each_case("decisions")
def test_decisions(case: Case) -> None:
    assert outcome(case.given) == case.expected


def test_the_decisions_within_some_statements() -> None:
    three = Ruling(verdict="same", ids=("s-a", "s-b", "s-c"), by="A. Reader", line=3)
    other = Ruling(verdict="different", ids=("s-c", "s-d"))
    rulings = Rulings((other, three))
    assert rulings.within(["s-c", "s-a", "s-x"]) == Rulings(
        (Ruling(verdict="same", ids=("s-a", "s-c"), by="A. Reader"),)
    )
    assert rulings.within(["s-a", "s-d"]) == Rulings()
    assert rulings.within(["s-a", "s-b", "s-c", "s-d"]) == rulings


FILE = "content/lexicon/decisions.yaml"
WIRE, POST, OTHER = "s-xaqnstcv", "s-pp15trsj", "s-vgw6w008"


def test_a_decision_that_keeps_apart_is_explained(tmp_path: Path) -> None:
    decided = f"- different: [{WIRE}, {POST}]\n  by: A. Reader\n- different: [{POST}, {OTHER}]\n"
    root = write_files(tmp_path, {**COMPARED, FILE: decided})
    assert command("build", "--project", root).code == 0
    assert not (root / "site" / "same" / f"g-{WIRE[2:]}.html").exists()
    lines = [line.strip() for line in command("explain", POST, "--project", root).out.splitlines()]
    below = {line.split()[1]: lines[at + 1] for at, line in enumerate(lines) if line.startswith("with s-")}
    assert (below[WIRE], below[OTHER]) == ("decided by A. Reader: different", "decided: different")
    (wire,) = [line for line in lines if line.startswith(f"with {WIRE} (")]
    assert re.fullmatch(r"with s-\w{8} \(.+, content/entries/.+\.md:\d+\) .+", wire)


def test_a_faulty_decision_stops_nothing_but_itself(tmp_path: Path) -> None:
    decided = f"- diferent: [{WIRE}, {OTHER}]\n- different: [{WIRE}, {POST}]\n"
    root = write_files(tmp_path, {**COMPARED, FILE: decided})
    done = command("build", "--project", root)
    assert (done.code, done.err) == (
        1,
        (
            f"{FILE}:1:3: expected a known key, found 'diferent'; did you mean 'different'?"
            " (left out until then: this decision)",
        ),
    )
    assert (root / "site" / "statements" / f"{WIRE}.html").exists()
    assert not (root / "site" / "same" / f"g-{WIRE[2:]}.html").exists()


@pytest.mark.parametrize("drafted", [False, True])
def test_a_decision_on_a_statement_that_is_held_back_is_not_complained_of(
    drafted: bool, tmp_path: Path
) -> None:
    """By a fault, which is told where it is, or by a draft."""
    root = write_files(tmp_path, {**COMPARED, FILE: f"- same: [{WIRE}, {POST}]\n"})
    assert command("build", "--project", root).code == 0
    entry = entry_file(root, f"### {WIRE}").relative_to(root).as_posix()
    if drafted:
        replace(root, entry, "---\nentry:", "---\ndraft: true\nentry:")
    else:
        head, _, rest = (root / entry).read_text("utf-8").partition(f"### {WIRE}")
        (root / entry).write_text(f"{head}### {WIRE}{rest.replace('- kind: ', '- kind: so ', 1)}", "utf-8")
    told = command("build", "--project", root).err
    assert [line.partition(":")[0] for line in told] == [entry] * (not drafted)
