"""Work shared among processes: the same answer for any number, and one line when one of them is ended."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from site_builder.errors import InputError
from site_builder.workers import WORTH_IT, map_in_order

ITEMS = tuple(range(WORTH_IT + 1))


def add(item: int, common: int) -> int:
    return item + common


def end(item: int, common: int) -> int:
    if item == common:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def test_any_number_of_processes_gives_the_same_answer() -> None:
    for jobs in (1, 2):
        assert [*map_in_order(add, ITEMS, 3, jobs)] == [item + 3 for item in ITEMS]


def test_a_process_that_is_ended_is_one_line() -> None:
    with pytest.raises(InputError) as error:
        list(map_in_order(end, ITEMS, 7, jobs=2))
    found = "found one that was ended, perhaps for want of memory: try fewer --jobs"
    message = f"site-builder build: expected 2 processes to finish their work, {found}"
    assert [str(problem) for problem in error.value.problems] == [message]


def test_what_is_not_needed_yet_is_not_asked_for() -> None:
    asked: list[int] = []

    def items() -> Iterator[int]:
        for item in range(100_000):
            asked.append(item)
            yield item

    found = map_in_order(add, items(), 0, jobs=2)
    assert (next(found), len(asked) < 2 * WORTH_IT) == (0, True)
