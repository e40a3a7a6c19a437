"""An ordered map over processes: the same answer for any number of jobs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from typing import TypeVar

from site_builder.errors import InputError, Problem

CHUNK = 50
"""Items a worker takes at a time: one at a time costs more than it saves."""
WORTH_IT = 200
"""Items below which starting workers takes longer than the work."""

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")


def map_in_order(function: Callable[[A, C], B], items: Sequence[A], common: C, jobs: int = 1) -> list[B]:
    """`[function(item, common) for item in items]`; `function` lives at the top of a module.

    Raises InputError when the system ends one of the processes."""
    if jobs == 1 or len(items) < WORTH_IT:
        return [function(item, common) for item in items]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            return list(pool.map(partial(_call, function, common), items, chunksize=CHUNK))
        except BrokenProcessPool:
            found = "found one that was ended, perhaps for want of memory: try fewer --jobs"
            message = f"expected {jobs} processes to finish their work, {found}"
            raise InputError([Problem("site-builder build", 0, 0, message)]) from None


def _call(function: Callable[[A, C], B], common: C, item: A) -> B:
    return function(item, common)
