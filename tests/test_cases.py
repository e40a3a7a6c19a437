"""The reader of the tables reads what it says it reads."""

from __future__ import annotations

import pytest

from tests.cases import Case, parse_cases

TABLE = """\
# A table

Prose about it.

## First case
.
in 1

in 2
.
out
.

second
.
.
.
"""


def test_reads_titles_inputs_and_expectations() -> None:
    assert list(parse_cases(TABLE)) == [
        Case("First case", "in 1\n\nin 2", "out", 6),
        Case("second", "", "", 15),
    ]


def test_a_case_without_an_end_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^t:2: expected '\.' after the case, found the end of the file$"):
        list(parse_cases("title\n.\nin\n.\nout", "t"))


def test_a_case_without_a_title_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^t:1: expected a title above the case, found none$"):
        list(parse_cases(".\nin\n.\nout\n.", "t"))
