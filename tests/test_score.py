"""The figures of `make eval`, on one small document."""

from __future__ import annotations

from typing import Any

from benchmarks.score import score

TEXT = '"The dam is safe," Ann Lee said on Monday. Ann Lee said, citing engineers, that the lake was full.\n'
WORDS = {
    "direct": (1, 16),
    "indirect": (TEXT.index("the lake"), TEXT.index(".\n")),
}


def _statement(kind: str, **labels: object) -> dict[str, Any]:
    start, end = WORDS[kind]
    return {"start": start, "end": end, "kind": kind, **labels}


def _score(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, float | None]:
    return score([{"id": "a", "text": TEXT, "statements": gold}], {"a": {"statements": found}})


def test_what_is_not_labelled_has_no_figure() -> None:
    spoken = _statement("direct", speaker={"text": "Ann Lee", "start": 19, "end": 26})
    found = _statement("direct", speaker={"text": "Ann Lee", "start": 19, "end": 26, "canonical": "Ann Lee"})
    assert _score([spoken], [found | {"said": {"edtf": "2019-05-06"}, "citing": None}]) == {
        "direct": 100.0, "mixed": None, "indirect": None, "all": 100.0, "joint": 100.0,
        "words": 100.0, "attributed": None, "days": None, "cited": None,
    }  # fmt: skip


def test_days_are_right_with_their_doubt_and_of_statements_that_are_found() -> None:
    gold = [_statement("direct", said="2019-05-06"), _statement("indirect", said=None)]
    same = [_statement("direct", said={"edtf": "2019-05-06"}), _statement("indirect", said=None)]
    doubted = [_statement("direct", said={"edtf": "2019-05-06?"}), _statement("indirect", said=None)]
    assert [_score(gold, found)["days"] for found in (same, doubted, same[:1], [])] == [100, 50, 50, 0]


def test_who_is_cited_counts_where_found_and_where_labelled() -> None:
    labelled, none = _statement("indirect", citing="engineers"), _statement("indirect", citing=None)
    direct = _statement("direct", citing=None)
    wrong = _statement("direct", citing="the lake")
    assert _score([direct, labelled], [direct, labelled])["cited"] == 100
    assert _score([direct, labelled], [direct, none])["cited"] == 0
    assert _score([direct, labelled], [wrong, labelled])["cited"] == 200 * 0.5 / 1.5
    assert _score([direct, none], [direct, none])["cited"] is None
