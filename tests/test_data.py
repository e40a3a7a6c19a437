"""The data in a site: rows that can be read back, whose words stand in the seeds at the places they name."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from site_builder.data import DOCUMENTS
from site_builder.render import data
from site_builder.text import HIDDEN, collapse
from tests.projects import command


@given(st.text(st.characters(exclude_categories=[])))
def test_a_line_of_data_gives_its_words_back_and_hides_nothing(words: str) -> None:
    line = str(data({"id": "s-00000000", "words": (words, "second")}))
    assert json.loads(line) == {"id": "s-00000000", "words": [words, "second"]}
    assert HIDDEN.search(line) is None
    assert len(line.splitlines()) == 1
    assert "<" not in line


def test_every_span_of_the_data_holds_its_words(harbour: Path) -> None:
    site = harbour / "site"
    documents = [json.loads(line) for line in (site / DOCUMENTS).read_text("utf-8").splitlines()]
    rows = {}
    for document in documents:
        found = [json.loads(line) for line in (site / document["data"]).read_text("utf-8").splitlines()]
        seed = (harbour / document["seed"]).read_bytes()
        for row in found:
            assert bool(row["withheld"]) == (row["words"] == [])
            places_of_words = zip(row["words"], row["spans"], row["bytes"], strict=not row["withheld"])
            for words, chars, places in places_of_words:
                assert collapse(seed[slice(*places)].decode(document["encoding"])) == words
                assert collapse(seed.decode(document["encoding"])[slice(*chars)]) == words
            rows[row["id"]] = row
        own = sum(row["kind"] == "own-voice" for row in found)
        assert (document["statements"], document["own_voice"]) == (len(found) - own, own)
    exported = [json.loads(line) for line in command("export", "--project", harbour).out.splitlines()]
    assert {row["id"] for row in exported} == rows.keys()
    for row in exported:
        shown = rows[row["id"]]
        text = row.pop("text")
        assert shown["withheld"] or text == " […] ".join(shown["words"])
        assert row.items() <= shown.items()
