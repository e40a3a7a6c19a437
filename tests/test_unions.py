"""What belongs together: as what can be reached from one to the next by the lists."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.unions import joined


def test_lists_that_share_an_item_are_joined() -> None:
    assert joined([("a", "b"), ("d", "e", "f"), ("c", "b"), ("g",), ()]) == {
        "a": "a", "b": "a", "c": "a", "d": "d", "e": "d", "f": "d",
    }  # fmt: skip
    assert joined([(9, 10), (10, 2)]) == {9: 2, 10: 2, 2: 2}


@given(st.lists(st.lists(st.integers(0, 20), min_size=2, max_size=4), max_size=12))
def test_two_are_together_where_lists_lead_from_one_to_the_other(lists: list[list[int]]) -> None:
    sets = [set(items) for items in lists]
    for _ in lists:
        sets = [set().union(*(other for other in sets if one & other)) for one in sets]
    assert joined(lists) == {item: min(one) for one in sets for item in one}
