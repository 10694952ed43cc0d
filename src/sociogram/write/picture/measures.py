"""Measures of the network of actors: communities, betweenness and PageRank, the same at every run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sociogram.write.picture.communities import find_communities

Pairs = Mapping[tuple[int, int], float]
"""For each pair of nodes, the smaller first, the weight of all ties between them."""

MOST_EXACT = 2000
"""Nodes up to which betweenness counts the shortest paths from every node."""
_SOURCES = 256
"""Nodes from which paths are counted in a larger network (Brandes and Pich 2007)."""
_BATCH = 128
"""Nodes whose shares are added up together; another number would round the sums another way."""
_AT_ONCE = 16
"""Nodes whose paths are counted at once: few enough that the seven matrices of a large network fit in memory."""
_DAMPING = 0.85
"""The usual damping of PageRank (Brin and Page 1998)."""
_ROUNDS = 60
"""Rounds of PageRank; the error shrinks by the damping in each, to below a ten-thousandth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """One value a node; communities are numbered from the largest."""

    communities: tuple[int, ...]
    betweenness: tuple[float, ...]
    pagerank: tuple[float, ...]


def join_pairs(edges: Sequence[tuple[int, int, float]]) -> dict[tuple[int, int], float]:
    """The weights of parallel edges added up, without loops, in the order of the pairs."""
    pairs: dict[tuple[int, int], float] = {}
    for left, right, weight in edges:
        if left != right:
            pair = (left, right) if left < right else (right, left)
            pairs[pair] = pairs.get(pair, 0.0) + weight
    return dict(sorted(pairs.items()))


def measure(count: int, pairs: Pairs) -> Measures:
    """All measures of a network of ``count`` nodes, without direction."""
    return Measures(
        communities=tuple(find_communities(count, pairs)),
        betweenness=tuple(float(value) for value in _betweenness(count, pairs)),
        pagerank=tuple(float(value) for value in _pagerank(count, pairs)),
    )


def _matrix(count: int, pairs: Pairs, *, weighted: bool) -> object:
    from scipy.sparse import csr_array

    ends = np.array(list(pairs), dtype=np.intp).reshape(-1, 2)
    weights = np.array(list(pairs.values()) if weighted else np.ones(len(pairs)))
    rows, columns = np.concatenate([ends[:, 0], ends[:, 1]]), np.concatenate([ends[:, 1], ends[:, 0]])
    return csr_array((np.concatenate([weights, weights]), (rows, columns)), shape=(count, count))


def _betweenness(count: int, pairs: Pairs) -> NDArray[np.float64]:
    """Shares of shortest paths, 0 to 1 (Brandes 2001), from many nodes at once by sparse products."""
    total = np.zeros(count)
    if count < 3 or not pairs:
        return total
    steps = _matrix(count, pairs, weighted=False)
    if count <= MOST_EXACT:
        sources = np.arange(count)
    else:
        sources = np.unique(np.linspace(0, count - 1, _SOURCES).astype(np.intp))
    for begin in range(0, len(sources), _BATCH):
        batch = sources[begin : begin + _BATCH]
        shares = np.zeros((count, len(batch)))
        for first in range(0, len(batch), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)
            shares[:, some] = _dependencies(steps, count, batch[some])
        total += shares.sum(axis=1)
    scaled: NDArray[np.float64] = total * (count / len(sources)) / ((count - 1) * (count - 2))
    return scaled


def _dependencies(steps: object, count: int, sources: NDArray[np.intp]) -> NDArray[np.float64]:
    """The share of each node in the shortest paths from each of ``sources``: a column for each of them."""
    paths = np.zeros((count, len(sources)))
    paths[sources, np.arange(len(sources))] = 1.0
    front, levels = paths.copy(), [paths > 0]
    seen = paths > 0
    while True:
        front = (steps @ front) * ~seen  # type: ignore[operator]
        reached = front > 0
        if not reached.any():
            break
        seen |= reached
        paths += front
        levels.append(reached)
    share = np.zeros_like(paths)
    safe = np.maximum(paths, 1.0)
    for above, below in zip(levels[-2::-1], levels[:0:-1], strict=True):
        share += (steps @ ((1.0 + share) / safe * below)) * paths * above  # type: ignore[operator]
    share[sources, np.arange(len(sources))] = 0.0
    return share


def _pagerank(count: int, pairs: Pairs) -> NDArray[np.float64]:
    """PageRank by weight, damping 0.85 (Brin and Page 1998)."""
    rank = np.full(count, 1.0 / max(1, count))
    if not pairs:
        return rank
    weights = _matrix(count, pairs, weighted=True)
    strength = np.asarray(weights.sum(axis=0)).reshape(-1)  # type: ignore[attr-defined]
    alone = strength == 0
    for _ in range(_ROUNDS):
        flow = weights @ (rank / np.where(alone, 1.0, strength))  # type: ignore[operator]
        rank = _DAMPING * (flow + rank[alone].sum() / count) + (1.0 - _DAMPING) / count
    return rank
