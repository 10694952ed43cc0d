"""A union-find that can refuse: what has once been told apart is never joined by a third."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class DisjointSets(Generic[Item]):
    """Disjoint sets of items under vetoes.

    Args:
        items: All items, each at first by itself.
        clash: Whether two items can never be together; asked for pairs across two sets.
    """

    def __init__(self, items: Iterable[Item], clash: Callable[[Item, Item], bool]) -> None:
        self._parent: dict[Item, Item] = {item: item for item in items}
        self._members: dict[Item, list[Item]] = {item: [item] for item in self._parent}
        self._apart: dict[Item, set[Item]] = {}
        self._clash = clash

    def __contains__(self, item: object) -> bool:
        return item in self._parent

    def add(self, item: Item) -> None:
        """Add ``item``, by itself; nothing happens if it is there."""
        if item not in self._parent:
            self._parent[item] = item
            self._members[item] = [item]

    def find(self, item: Item) -> Item:
        """The representative of the set of ``item``."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def members(self, item: Item) -> list[Item]:
        """The set of ``item``."""
        return list(self._members[self.find(item)])

    def forbid(self, left: Item, right: Item) -> None:
        """Keep two items apart from now on; nothing happens to items that are together."""
        self._apart.setdefault(left, set()).add(right)
        self._apart.setdefault(right, set()).add(left)

    def may_join(self, left: Item, right: Item) -> bool:
        """Whether no veto stands between the sets of the two items."""
        ones, others = self._members[self.find(left)], self._members[self.find(right)]
        if len(ones) > len(others):
            ones, others = others, ones
        for one in ones:
            apart = self._apart.get(one, ())
            if any(other in apart or self._clash(one, other) for other in others):
                return False
        return True

    def join(self, left: Item, right: Item) -> bool:
        """Make one set of two, unless a veto stands between them; whether they are now together."""
        one, other = self.find(left), self.find(right)
        if one == other:
            return True
        if not self.may_join(one, other):
            return False
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        self._parent[other] = one
        self._members[one].extend(self._members.pop(other))
        return True
