"""An ordered map over processes: the same answer for any number of jobs."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import TypeVar

from site_builder.errors import InputError, Problem

CHUNK = 50
"""Items a worker takes at a time: one at a time costs more than it saves."""
WORTH_IT = 1_000
"""Milliseconds of work below which starting workers takes longer."""

AHEAD = 3
"""Chunks for each worker that wait, or are done and not yet asked for."""

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")


def map_in_order(
    function: Callable[[A, C], B], items: Iterable[A], common: C, jobs: int = 1, each: int = 1
) -> Iterator[B]:
    """`function(item, common)` for each item, which is asked for shortly before it is needed; `function`
    lives at the top of a module, and takes some `each` milliseconds.

    Raises InputError when the system ends one of the processes."""
    waiting = iter(items)
    few = WORTH_IT // each
    first = list(islice(waiting, few)) if jobs > 1 else []
    if len(first) < few:
        yield from (function(item, common) for item in chain(first, waiting))
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        given: deque[Future[list[B]]] = deque()
        rest = chain(first, waiting)
        try:
            while chunk := list(islice(rest, CHUNK)):
                given.append(pool.submit(_call, function, chunk, common))
                if len(given) > AHEAD * jobs:
                    yield from given.popleft().result()
            while given:
                yield from given.popleft().result()
        except BrokenProcessPool:
            found = "found one that was ended, perhaps for want of memory: try fewer --jobs"
            message = f"expected {jobs} processes to finish their work, {found}"
            raise InputError([Problem("site-builder build", 0, 0, message)]) from None


def _call(function: Callable[[A, C], B], chunk: list[A], common: C) -> list[B]:
    return [function(item, common) for item in chunk]
