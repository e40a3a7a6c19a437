"""What a comparison of two versions is made of again: without `ins` the first, without `del` the second."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.variants.wording import Run


def first_version(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs if run.sign != "ins")


def second_version(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs if run.sign != "del")
