"""What somebody wants or believes: left out, until the archive asks for it in its settings."""

from __future__ import annotations

import re
from pathlib import Path

from tests.projects import command, write_files

SEED = """\
Pier plan

BRACKWATER, May 14, 2019 (Estuary Post) - Ann Lee wants the pier to stay open.

“It is old,” Karl Benn said.
"""
SECTION = re.compile(r"### (s-\w+)\n\n- speaker: (.+)\n(?:- .+\n)*?- kind: (.+)\n")


def build(root: Path) -> list[tuple[str, ...]]:
    """Id, speaker and kind of what the entry holds."""
    assert command("build", "--project", root).code == 0
    (entry,) = (root / "content/entries").iterdir()
    return SECTION.findall(entry.read_text("utf-8"))


def test_an_archive_may_ask_for_attitudes(tmp_path: Path) -> None:
    write_files(tmp_path, {"seeds/pier.txt": SEED, "site.toml": ""})
    before = build(tmp_path)
    assert [row[1:] for row in before] == [("Estuary Post", "own-voice"), ("Karl Benn", "direct")]
    (tmp_path / "site.toml").write_text("attitudes = true\n", "utf-8")
    after = build(tmp_path)
    assert [row[1:] for row in after] == [("Ann Lee", "attitude"), ("Karl Benn", "direct")]
    assert before[1] in after
    page = (tmp_path / "site/kinds/attitude.html").read_text("utf-8")
    assert f'data-statement="{after[0][0]}"' in page
    explained = command("explain", "--project", tmp_path, tmp_path / "seeds/pier.txt").out
    assert "  {Ann Lee} <wants> [the pier to stay open]." in explained


def test_what_somebody_says_and_what_they_believe_are_two(tmp_path: Path) -> None:
    both = SEED.replace("“It is old,” Karl Benn said.", "Karl Benn said it was old and believes it will fall.")
    write_files(tmp_path, {"seeds/pier.txt": both, "site.toml": "attitudes = true\n"})
    assert [row[1:] for row in build(tmp_path)] == [
        ("Ann Lee", "attitude"),
        ("Karl Benn", "indirect"),
        ("Karl Benn", "attitude"),
    ]
