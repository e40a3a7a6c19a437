"""Reads `tests/cases/NAME.md`: tables of cases that anybody can extend.

A case is a title, a line `.`, the input, a line `.`, what is expected, a line `.`. Whatever else stands
between cases is prose for the reader: the title is the last line of text above the first `.`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"
MARK = "."


@dataclass(frozen=True, slots=True)
class Case:
    """`given` and `expected` are the lines between the marks, without the last line's end."""

    title: str
    given: str
    expected: str
    line: int


def parse_cases(text: str, path: str = "cases") -> Iterator[Case]:
    """Raises ValueError at a case that is not closed or has no title."""
    title, parts, start = "", list[list[str]](), 0
    for number, line in enumerate(text.split("\n"), 1):
        if line == MARK and not parts:
            if not title:
                raise ValueError(f"{path}:{number}: expected a title above the case, found none")
            parts, start = [[]], number
        elif line == MARK and len(parts) == 1:
            parts.append([])
        elif line == MARK:
            given, expected = ("\n".join(part) for part in parts)
            yield Case(title, given, expected, start)
            title, parts = "", []
        elif parts:
            parts[-1].append(line)
        elif line.strip():
            title = line.strip().lstrip("# ")
    if parts:
        raise ValueError(f"{path}:{start}: expected '.' after the case, found the end of the file")


def load_cases(name: str) -> list[Case]:
    path = CASES / f"{name}.md"
    return list(parse_cases(path.read_text("utf-8"), f"tests/cases/{name}.md"))


def each_case(*names: str) -> pytest.MarkDecorator:
    """`@each_case("slugs")`: the test runs once for each case of those tables, as its argument `case`."""
    found = [(name, case) for name in names for case in load_cases(name)]
    ids = [f"{name}:{case.line} {case.title}" for name, case in found]
    return pytest.mark.parametrize("case", [case for _, case in found], ids=ids)
