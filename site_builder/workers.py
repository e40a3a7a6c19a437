"""An ordered map over processes: the same answer for any number of jobs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TypeVar

CHUNK = 50
"""Items a worker takes at a time: one at a time costs more than it saves."""
WORTH_IT = 200
"""Items below which starting workers takes longer than the work."""

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")


def map_in_order(function: Callable[[A, C], B], items: Sequence[A], common: C, jobs: int = 1) -> list[B]:
    """`[function(item, common) for item in items]`; `function` lives at the top of a module."""
    if jobs == 1 or len(items) < WORTH_IT:
        return [function(item, common) for item in items]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(partial(_call, function, common), items, chunksize=CHUNK))


def _call(function: Callable[[A, C], B], common: C, item: A) -> B:
    return function(item, common)
