"""The data in a site: rows that can be read back, whose words stand in the seeds at the places they name."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from site_builder.data import DOCUMENTS, OWN_FIELDS, ROW
from site_builder.export import FIELDS
from site_builder.render import json_line
from site_builder.text import HIDDEN, collapse
from tests.compared import COMPARED
from tests.language import ENGLISH
from tests.projects import command, write_files

ROOT = Path(__file__).parents[1]


@given(st.text(st.characters(exclude_categories=[])))
def test_a_line_of_data_gives_its_words_back_and_hides_nothing(words: str) -> None:
    line = str(json_line([("id", "s-00000000"), ("words", (words, "second"))]))
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
        again = sum(row["restates"] is not None for row in found)
        numbers = tuple(document[key] for key in ("statements", "restated", "own_voice"))
        assert numbers == (len(found) - own - again, again, own)
    exported = [json.loads(line) for line in command("export", "--project", harbour).out.splitlines()]
    assert {row["id"] for row in exported} == rows.keys()
    for row in exported:
        shown = rows[row["id"]]
        text = row.pop("text")
        assert shown["withheld"] or text == " […] ".join(shown["words"])
        assert row.items() <= shown.items()


def told(row: dict[str, Any]) -> tuple[object, ...]:
    figures = [
        (figure["written"], figure["value"], figure["fact"], figure["flags"]) for figure in row["figures"]
    ]
    relations = [(relation["kind"], relation["target"]) for relation in row["relations"]]
    return row["group"], row["restates"], relations, figures


def test_rows_tell_what_statements_have_to_do_with_one_another(tmp_path: Path) -> None:
    root = write_files(tmp_path, COMPARED)
    assert command("build", "--project", root).code == 0
    rows = [json.loads(line) for line in command("export", "--project", root).out.splitlines()]
    milk = "milk-s-jh5qwg6n-0-45"
    differ = ["differ", "hedged differently"]
    assert {row["id"]: told(row) for row in rows if any(told(row))} == {
        "s-a9ts0nbs": (["g-jh5qwg6n"], "s-jh5qwg6n", [], []),
        "s-jh5qwg6n": (["g-jh5qwg6n"], None, [], [("40 tonnes", "40 t", milk, differ)]),
        "s-xaqnstcv": (["g-xaqnstcv"], None, [], []),
        "s-4b9yfj3e": (["g-jh5qwg6n"], None, [], [("over 50 tonnes", "more than 50 t", milk, differ)]),
        "s-pp15trsj": (["g-xaqnstcv"], None, [], []),
        "s-vgw6w008": ([], None, [("denies", "s-pp15trsj")], []),
    }
    for row in rows:
        for figure in row["figures"]:
            start, end = figure["span"]
            assert row["text"].split(" […] ")[figure["passage"]][start:end] == figure["written"]
    (table,) = [
        line
        for line in command("export", "--project", root, "--format", "csv").out.splitlines()
        if "denies" in line
    ]
    assert ",denies s-pp15trsj,," in table
    published: dict[str, dict[str, Any]] = {}
    for path in (root / "site" / "data" / "statements").iterdir():
        published |= {row["id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}
    assert {made: told(row) for made, row in published.items()} == {row["id"]: told(row) for row in rows}
    (withheld,) = [row for row in published.values() if row["withheld"]]
    words = b"The passes will stay closed."
    assert (withheld["words"], withheld["withheld_sha256"]) == ([], [sha256(words).hexdigest()])


def test_the_fields_are_those_of_the_rows_and_are_told_of() -> None:
    """`docs/data.md` has a line for each, in their words."""
    lines = (ROOT / "docs" / "data.md").read_text("utf-8").splitlines()
    told_of = [line for line in lines if line.startswith("| `")]
    assert told_of == [
        f"| `{field.name}` | {field.type} | {ENGLISH.say(f'data_fields.{field.name}')} |"
        for field in (*FIELDS, *OWN_FIELDS)
    ]
    names = [field.name for field in ROW]
    assert len(set(names)) == len(names)
