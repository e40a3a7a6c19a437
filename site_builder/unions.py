"""What belongs together, by lists of what does: disjoint sets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item", str, int)


def joined(lists: Iterable[Sequence[Item]]) -> dict[Item, Item]:
    """Each item of a list of two or more → the least of all that the lists put together with it."""
    parent: dict[Item, Item] = {}

    def root(item: Item) -> Item:
        while parent.setdefault(item, item) != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for items in lists:
        for item in items[1:]:
            one, other = sorted((root(items[0]), root(item)))
            parent[other] = one
    return {item: root(item) for item in list(parent)}
