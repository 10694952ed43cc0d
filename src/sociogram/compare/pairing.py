"""Pairing the things of two graphs: by one key after the other, from the strictest to the loosest.

Every step treats both sides alike, so that comparing B with A pairs as comparing A with B.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")
Key = Callable[[Value], Hashable | None]
Fields = Sequence[tuple[str, Callable[[Value], object]]]
"""What is compared of a thing: a path into its record, and how to get it."""


class Pairing(Generic[Value]):
    """Pairs found so far, and what is left of either side, in its order.

    Args:
        before: The things of the first graph.
        after: Those of the second.
    """

    def __init__(self, before: Iterable[Value], after: Iterable[Value]) -> None:
        self.pairs: list[tuple[Value, Value]] = []
        self.went: list[Value] = list(before)
        self.came: list[Value] = list(after)

    def pair(self, key_before: Key[Value], key_after: Key[Value] | None = None) -> None:
        """Pair what is left and has equal keys; of several with one key the first with the first.

        A key of ``None`` pairs with nothing.
        """
        if not self.went or not self.came:
            return
        waiting: dict[Hashable, list[Value]] = {}
        for value in self.came:
            key = (key_after or key_before)(value)
            if key is not None:
                waiting.setdefault(key, []).append(value)
        for group in waiting.values():
            group.reverse()
        unpaired = []
        found: set[int] = set()
        for value in self.went:
            key = key_before(value)
            group = waiting.get(key, []) if key is not None else []
            if group:
                other = group.pop()
                found.add(id(other))
                self.pairs.append((value, other))
            else:
                unpaired.append(value)
        self.went = unpaired
        self.came = [value for value in self.came if id(value) not in found]


def differing(before: Value, after: Value, fields: Fields[Value]) -> tuple[str, ...]:
    """The names of those ``fields`` whose values differ."""
    return tuple(name for name, value in fields if value(before) != value(after))
