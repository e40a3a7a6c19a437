"""Any sequence of changes, a build after each: the site is the one a first build would make, byte for byte."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from site_builder.build import build
from tests.projects import tree, write_files

NAMES = ("Ana Lind", "Bo Hallam", "Cy Orr")
PLACES = ("bridge", "ferry", "pier")
TOPICS = ("Bridges", "Boats", "Harbour works")
DAYS = ("May 14, 2019", "May 15, 2019", "June 2, 2020", "May 16")

SEED = """\
{title}

KARSK, {day} (Northern Wire) - Mayor {name} said on Tuesday that the {place} was open again.

"We have counted every bolt of the {place}," {last} told reporters. "We counted {number} of them twice."

The {place} was closed in April. According to {other}, nobody had asked for it.
"""

numbers = st.integers(0, 5)
names = st.sampled_from(NAMES)
places = st.sampled_from(PLACES)


class Archive(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.top = Path(tempfile.mkdtemp())
        self.root = write_files(self.top / "archive", {"site.toml": 'title = "T"\nper_page = 4\n'})
        self.lexicon(["Bridges"], "bridge")
        self.seed(0, "bridge", "Ana Lind", "Bo Hallam", 1, DAYS[0])

    def teardown(self) -> None:
        shutil.rmtree(self.top)

    @rule(number=numbers, place=places, name=names, other=names, count=numbers, day=st.sampled_from(DAYS))
    def seed(self, number: int, place: str, name: str, other: str, count: int, day: str) -> None:
        text = SEED.format(
            title=f"The {place} of report {number}",
            day=day,
            name=name,
            last=name.split()[1],
            place=place,
            number=count,
            other=other,
        )
        write_files(self.root, {f"seeds/{number}.txt": text})
        self.build()

    @rule(number=numbers)
    def seed_gone(self, number: int) -> None:
        (self.root / f"seeds/{number}.txt").unlink(missing_ok=True)
        self.build()

    @rule(topics=st.lists(st.sampled_from(TOPICS), unique=True), term=places)
    def lexicon(self, topics: list[str], term: str) -> None:
        made = "".join(f"- name: {topic}\n  terms: [{term}]\n" for topic in topics) or "[]\n"
        write_files(self.root, {"content/lexicon/topics.yaml": made})
        self.build()

    @rule(at=numbers, name=names)
    def another_speaker(self, at: int, name: str) -> None:
        self.edit(at, lambda text: re.sub(r"(?m)^- speaker: .*$", f"- speaker: {name}", text, count=1))

    @rule(at=numbers)
    def a_note(self, at: int) -> None:
        self.edit(at, lambda text: text.rstrip("\n") + "\n\nAn editor's *note*.\n")

    @rule(at=numbers)
    def a_statement_deleted(self, at: int) -> None:
        self.edit(at, lambda text: re.sub(r"(?ms)^### s-.*?(?=^### |\Z)", "", text, count=1))

    @rule(at=numbers)
    def a_draft(self, at: int) -> None:
        self.edit(at, lambda text: text.replace("---\n", "---\ndraft: true\n", 1))

    @rule(at=numbers)
    def an_entry_deleted(self, at: int) -> None:
        entries = sorted((self.root / "content/entries").glob("*.md"))
        if at < len(entries):
            entries[at].unlink()
            self.build()

    @rule(words=st.sampled_from(["", "Words.", "Other *words*."]))
    def a_page(self, words: str) -> None:
        path = self.root / "content/pages/about.md"
        if words:
            write_files(self.root, {"content/pages/about.md": f"---\ntitle: About\n---\n{words}\n"})
        else:
            path.unlink(missing_ok=True)
        self.build()

    @rule(size=st.sampled_from([1, 4, 40]), rights=st.sampled_from(["full", "excerpt", "quotation"]))
    def other_settings(self, size: int, rights: str) -> None:
        toml = f'title = "T"\nper_page = {size}\n[rights]\ndefault = "{rights}"\n'
        write_files(self.root, {"site.toml": toml})
        self.build()

    @rule(sheet=st.sampled_from(["p {}", "p {margin: 0}"]))
    def a_style_sheet(self, sheet: str) -> None:
        write_files(self.root, {"templates/static/style.css": sheet})
        self.build()

    def edit(self, at: int, change: Callable[[str], str]) -> None:
        entries = sorted((self.root / "content/entries").glob("*.md"))
        if at < len(entries):
            path = entries[at]
            path.write_text(change(path.read_text("utf-8")), "utf-8")
            self.build()

    def build(self) -> None:
        warm = build(self.root, self.root / "site")
        cold = self.top / "cold"
        shutil.copytree(self.root, cold, ignore=shutil.ignore_patterns("site", ".site_builder"))
        build(cold, cold / "site")
        assert tree(self.root, "site") == tree(cold, "site")
        assert tree(self.root, "content") == tree(cold, "content")
        shutil.rmtree(cold)
        assert build(self.root, self.root / "site").written == (), warm.written


def test_warm_and_cold_builds_are_the_same() -> None:
    run_state_machine_as_test(
        Archive,
        settings=settings(
            max_examples=8,
            stateful_step_count=8,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
