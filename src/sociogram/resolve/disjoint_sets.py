"""A union-find that can refuse: what has once been told apart is never joined by a third."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class DisjointSets(Generic[Item]):
    """Disjoint sets of items under vetoes; an item that was never joined is by itself, and takes no memory.

    Args:
        clash: Whether two items can never be together; asked for pairs across two sets.
    """

    def __init__(self, clash: Callable[[Item, Item], bool]) -> None:
        self._parent: dict[Item, Item] = {}
        self._members: dict[Item, list[Item]] = {}
        """The sets of more than one item, by their representatives."""
        self._apart: dict[Item, set[Item]] = {}
        self._clash = clash

    def find(self, item: Item) -> Item:
        """The representative of the set of ``item``."""
        root = item
        while (above := self._parent.get(root, root)) != root:
            root = above
        while (above := self._parent.get(item, item)) != root:
            self._parent[item], item = root, above
        return root

    def members(self, item: Item) -> list[Item]:
        """The set of ``item``."""
        return list(self._set(item))

    def _set(self, item: Item) -> Sequence[Item]:
        root = self.find(item)
        return self._members.get(root, (root,))

    def forbid(self, left: Item, right: Item) -> None:
        """Keep two items apart from now on; nothing happens to items that are together."""
        self._apart.setdefault(left, set()).add(right)
        self._apart.setdefault(right, set()).add(left)

    def may_join(self, left: Item, right: Item) -> bool:
        """Whether no veto stands between the sets of the two items."""
        ones, others = self._set(left), self._set(right)
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
        if len(self._set(one)) < len(self._set(other)):
            one, other = other, one
        self._parent[other] = one
        self._members.setdefault(one, [one]).extend(self._members.pop(other, (other,)))
        return True
