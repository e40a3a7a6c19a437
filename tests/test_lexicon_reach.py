"""An edit of the lexicon: what it reaches is made again, and of all else not even the views are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.ledger import load_ledger
from site_builder.renew import SUMS
from tests.projects import BRIDGE, FERRY, replace, tree, write_files

PEOPLE, OUTLETS, TOPICS = (f"content/lexicon/{name}.yaml" for name in ("people", "outlets", "topics"))
FILES: dict[str, str | bytes] = {
    "seeds/bridge.txt": BRIDGE,
    "seeds/ferry.txt": FERRY,
    PEOPLE: """\
- name: Ana Lind
  roles:
    - {role: Mayor, of: Karsk}
- name: Karsk
  kind: body
- name: Northern Ferries
  kind: body
  aliases: [Ferry]
""",
    OUTLETS: """\
- {name: Northern Wire, type: private news agency, country: Norvane, label_source: The Wire}
""",
    TOPICS: """\
- name: Bridges
  terms: [bridge]
- name: Ferries
  terms: [ferry]
""",
}
EDITS = {
    "somebody who says nothing here": (PEOPLE, "- name: Karsk\n", "- name: Zoe Benn\n- name: Karsk\n", ""),
    "an outlet that carries nothing": (OUTLETS, "- {", "- {name: Other Wire}\n- {", ""),
    "a term of nothing": (TOPICS, "[bridge]", "[bridge, viaduct]", ""),
    "a body's other name": (PEOPLE, "[Ferry]", "[Ferry, Boats]", ""),
    "an office": (PEOPLE, "Mayor", "Head", "index.html speakers/ana-lind.html speakers/index.html"),
    "a note on a speaker": (PEOPLE, "Lind\n", "Lind\n  note: Elected.\n", "speakers/ana-lind.html"),
    "the source of a label": (OUTLETS, "The Wire", "Its page", "outlets/northern-wire.html"),
    "what a topic is about": (
        TOPICS,
        "Bridges\n",
        "Bridges\n  description: All of them\n",
        "topics/bridges.html topics/index.html",
    ),
    "the type of an outlet": (OUTLETS, "private news", "state news", None),
    "a body that was a person": (PEOPLE, "Lind\n", "Lind\n  kind: body\n", None),
    "a body that a role names": (PEOPLE, "[Ferry]", "[Ferry, Mayor]", None),
}
"""What is edited → file, words, other words, and the pages that show it; None for a great many."""
SAME = tuple(EDITS)[:3]
"""Edits after which nothing but the lexicon is another."""


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive, built; tests work on copies."""
    root = write_files(tmp_path_factory.mktemp("once") / "archive", FILES)
    build(root, root / "site")
    return root


@pytest.mark.parametrize("name", EDITS)
def test_how_far_an_edit_of_the_lexicon_reaches(name: str, once: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(once, tmp_path / "archive"))
    build(root, root / "site")  # the stamps of the copy
    before = made_of(root)
    file, words, others, reached = EDITS[name]
    replace(root, file, words, others)
    report = build(root, root / "site")
    changed = {line.partition(": ")[0] for line in report.written} - {SUMS}
    assert changed == set(reached.split()) if reached is not None else len(changed) > 20
    assert (made_of(root) == before) == (name in SAME)
    cold = Path(
        shutil.copytree(root, tmp_path / "cold", ignore=shutil.ignore_patterns("site", ".site_builder"))
    )
    build(cold, cold / "site")
    assert tree(root / "site") == tree(cold / "site")


def made_of(root: Path) -> dict[str, str]:
    """For every file of the site a digest of all that its view was made from."""
    (path,) = (root / ".site_builder").glob("ledger-*.json")
    return {name: made.of for name, made in load_ledger(path, "site").files.items()}
