"""Reasons for dates, which entries have in English, in the words of a site."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from site_builder.project import read_strings
from site_builder.reasons import PHRASES, say_reason
from tests.cases import Case, each_case
from tests.language import ENGLISH
from tests.pages import read_site, words_of
from tests.projects import BRIDGE, command, entry_file, write_files

ARABIC = read_strings(None, "ar", [])


@each_case("reasons")
def test_reasons(case: Case) -> None:
    said = [say_reason(strings, case.given) or "?" for strings in (ENGLISH, ARABIC)]
    shown = [re.sub("[\u200e\u200f\u2066-\u2069]", "", words) for words in said]
    assert "\n".join(dict.fromkeys(shown)) == case.expected


@given(st.text(alphabet='"·; a1-', max_size=40))
def test_any_text_is_said_or_left(reason: str) -> None:
    assert say_reason(ENGLISH, reason) != ""


def test_every_phrase_has_its_text() -> None:
    texts = {key for key in ENGLISH.texts if key.startswith("reasons.")}
    assert texts == {f"reasons.{key}" for key, _ in PHRASES}


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
