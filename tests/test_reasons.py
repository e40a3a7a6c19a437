"""Reasons for dates, which entries have in English, in the words of a site."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.annotate.tables import language_like
from site_builder.annotate.timewords import find_time_words
from site_builder.project import read_strings
from site_builder.reasons import PHRASES, because, read_reason, say_reason
from site_builder.strings import Strings
from tests.cases import Case, each_case, load_cases
from tests.gold import ROOT
from tests.language import ENGLISH
from tests.pages import read_site, words_of
from tests.projects import BRIDGE, command, entry_file, write_files
from tests.test_annotate_dates import REPORT, annotated, settle

ARABIC = read_strings(None, "ar", [])
LEAST = 16
"""Characters of a phrase that are no chance."""
BUILT = frozenset(("falls_or", "others_or"))
"""Keys that are put together of two words."""


def of_tables() -> Iterator[str]:
    """The reasons for the dates of the cases."""
    alone = [annotated(case.given)[1] for name in ("dates", "shared_dates") for case in load_cases(name)]
    for annotation in (*alone, *(one for case in load_cases("years") for _, one in settle(case.given))):
        said = (statement.said for statement in annotation.statements)
        yield from (d.reason for d in (annotation.published, annotation.original_published, *said) if d)


def of_words_of_time() -> Iterator[str]:
    for case in load_cases("timewords"):
        for words in find_time_words(case.given, 0, len(case.given), language_like("en")):
            if day := words.day(REPORT):
                yield day.because("the dateline’s Sunday 2014-05-11")


@each_case("reasons")
def test_reasons(case: Case) -> None:
    said = [say_reason(strings, case.given) or "?" for strings in (ENGLISH, ARABIC)]
    shown = [re.sub("[\u200e\u200f\u2066-\u2069]", "", words) for words in said]
    assert "\n".join(dict.fromkeys(shown)) == case.expected


@given(st.text(alphabet='"·; a1-', max_size=40))
def test_any_text_is_said_or_left(reason: str) -> None:
    assert say_reason(ENGLISH, reason) != ""


@pytest.mark.parametrize("strings", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_every_phrase_has_its_text(strings: Strings) -> None:
    texts = {key.split(".")[1] for key in strings.texts if key.startswith("reasons.")}
    assert texts == set(PHRASES)


VALUES = {
    "rest": "no day given", "report": "the page’s Friday 2016-06-10", "words": '"on Tuesday"',
    "weekday": "Friday",
    "day": "2016-06-10", "of": "26 December", "n": 3, "year": 2016, "first": 2010, "last": 2026,
    "years": "2011, 2016", "country": "Norland", "path": "seeds/a.txt",
}  # fmt: skip


@pytest.mark.parametrize("key", PHRASES)
def test_a_phrase_that_is_written_is_read_as_itself(key: str) -> None:
    ((read, values),) = read_reason(because(key, **VALUES))
    assert read == key
    assert {name for name, _ in values} == set(re.findall(r"\{(\w+)\}", PHRASES[key]))


def written_in(path: Path) -> Iterator[str]:
    """The strings of a module but its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_the_words_of_a_phrase_stand_in_the_table_alone() -> None:
    """Rules name a phrase by its key, so that none is written that a site cannot say; and each is written."""
    modules = [path for path in (ROOT / "site_builder").rglob("*.py") if path.name != "reasons.py"]
    literals = {part.strip() for phrase in PHRASES.values() for part in re.split(r"\{\w+\}", phrase)}
    telling = {part for part in literals if len(part) >= LEAST}
    strings = {path: tuple(written_in(path)) for path in modules}
    assert [
        (path, part) for path, found in strings.items() for part in telling if part in "\n".join(found)
    ] == []
    named = {
        text for path, found in strings.items() if path.parent.name in ("annotate", "seeds") for text in found
    }
    assert set(PHRASES) - named == BUILT


@pytest.mark.parametrize("reason", sorted({*of_tables(), *of_words_of_time()}))
def test_every_reason_that_is_written_is_said(reason: str) -> None:
    assert say_reason(ARABIC, reason)


def test_every_reason_of_the_first_archive_is_said(first_archive: Path) -> None:
    reasons: list[str] = []
    for entry in sorted((first_archive / "content/entries").glob("*.md")):
        reasons += re.findall(r"(?m)^- said-from: (.+)$", entry.read_text("utf-8"))
        reasons += re.findall(r"(?m)^published-from: '(.+)'$", entry.read_text("utf-8"))
    assert len(reasons) > 20
    assert [reason for reason in reasons if not say_reason(ARABIC, reason)] == []


def test_a_reason_the_site_has_no_words_for_is_marked_as_english(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"seeds/bridge.txt": BRIDGE, "site.toml": 'language = "ar"\n'})
    command("build", "--project", root)
    entry = entry_file(root, "bridge")
    text = entry.read_text("utf-8")
    entry.write_text(re.sub(r"(?m)^- said-from: .*", "- said-from: by the moon", text, count=1), "utf-8")
    assert command("build", "--project", root).code == 0
    page = read_site(root / "site")[f"entries/{entry.stem}.html"]
    reasons = [found for when in page.all("details", class_="when") for found in when.iter("bdi") if found.text]
    marked = {words_of(found): (found.get("lang"), found.get("dir")) for found in reasons}
    assert marked["by the moon"] == ("en", "ltr")
    assert {lang for words, lang in marked.items() if words != "by the moon"} == {(None, None)}
