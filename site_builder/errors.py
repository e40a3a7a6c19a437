"""What a reader of our messages can mend: one line each, `path:line:col: expected, found`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mendable fault. `line` and `column` count from 1; 0 means the whole file."""

    path: str
    line: int
    column: int
    message: str
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        warning = "warning: " if self.level == "warning" else ""
        return f"{place}: {warning}{self.message}"


class InputError(Exception):
    """Raised where bad input is found, with every problem found there; caught once, by a driver."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def errors_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that are more than a warning, each once, by their place."""
    return tuple(sorted({problem for problem in problems if problem.level == "error"}))


def of_file(error: OSError) -> Problem:
    """A file that cannot be read or written, in one line. An error that names no file is raised again."""
    if error.filename is None:
        raise error
    what = (error.strerror or str(error)).lower()
    return Problem(str(error.filename), 0, 0, f"expected to read or write it, found: {what}")
