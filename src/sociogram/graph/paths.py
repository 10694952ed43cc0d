"""A shortest path between two actors, whatever keeps the ties: a store that is asked, or a graph in memory."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)
Edge = TypeVar("Edge")
Steps = Iterable[tuple[Node, Iterable[tuple[Node, Edge]]]]
"""For each of some nodes, in their order, the nodes that one edge leads to, the preferred first."""


def shortest_path(
    first: Node, last: Node, steps: Callable[[Sequence[Node]], Steps[Node, Edge]]
) -> list[tuple[Node, Edge]] | None:
    """The nodes behind ``first`` on a shortest path to ``last``, each with the edge that leads there.

    Breadth-first search (Moore 1959), one call of ``steps`` for all nodes at one distance. Of equally short paths it
    is the one whose steps come first. From a node to itself the path is empty; without a path there is none.
    """
    came: dict[Node, tuple[Node, Edge]] = {}
    front = [first]
    while front and last not in came and first != last:
        reached: list[Node] = []
        for here, onward in steps(front):
            for there, edge in onward:
                if there != first and there not in came:
                    came[there] = here, edge
                    reached.append(there)
            if last in came:
                break
        front = reached
    if first != last and last not in came:
        return None
    path: list[tuple[Node, Edge]] = []
    here = last
    while here != first:
        before, edge = came[here]
        path.append((here, edge))
        here = before
    return path[::-1]
