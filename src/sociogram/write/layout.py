"""Positions for pictures: a force-directed layout in NumPy, the same at every run.

Fruchterman and Reingold (1991), all pairs, from a spiral ordered by weight instead of chance; for
many nodes the spiral alone, since a picture of thousands shows nothing but where the strong ones are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

MOST_FORCED = 1500
"""Nodes up to which forces are worth their time: quadratic, 60 ms a round at 1,500."""
_ROUNDS = 80
_GOLDEN_ANGLE = math.pi * (3.0 - math.sqrt(5.0))


def place_nodes(
    count: int, edges: Sequence[tuple[int, int, float]], weights: Sequence[float]
) -> NDArray[np.float64]:
    """Positions of ``count`` nodes, shape (count, 2), centred, about 25 units from one to the next.

    Args:
        count: Number of nodes.
        edges: Pairs of nodes with a weight.
        weights: For each node its strength; the strongest start in the middle.
    """
    order = sorted(range(count), key=lambda node: (-weights[node], node))
    places = np.zeros((count, 2))
    for rank, node in enumerate(order):
        radius = math.sqrt(rank + 0.5)
        places[node] = radius * math.cos(rank * _GOLDEN_ANGLE), radius * math.sin(rank * _GOLDEN_ANGLE)
    if 1 < count <= MOST_FORCED:
        places = _relax(places, edges)
    # Rounded, so that the last bits of another machine's sums do not show.
    rounded: NDArray[np.float64] = np.round(places * 25.0, 1) + 0.0
    return rounded


def _relax(places: NDArray[np.float64], edges: Sequence[tuple[int, int, float]]) -> NDArray[np.float64]:
    count = len(places)
    sources = np.array([edge[0] for edge in edges if edge[0] != edge[1]], dtype=np.intp)
    targets = np.array([edge[1] for edge in edges if edge[0] != edge[1]], dtype=np.intp)
    pull = np.log1p(np.array([edge[2] for edge in edges if edge[0] != edge[1]]))
    for number in range(_ROUNDS):
        heat = 0.1 * math.sqrt(count) * (1.0 - number / _ROUNDS)
        apart = places[:, None, :] - places[None, :, :]
        squared = np.maximum((apart**2).sum(axis=2), 0.01)
        push = (apart / squared[:, :, None]).sum(axis=1) * 1.5
        if len(sources):
            along = places[sources] - places[targets]
            force = along * (np.sqrt((along**2).sum(axis=1)) * pull * 0.15)[:, None]
            np.add.at(push, sources, -force)
            np.add.at(push, targets, force)
        push -= places * 0.16
        length = np.sqrt((push**2).sum(axis=1))
        places = places + push * (np.minimum(length, heat) / np.maximum(length, 1e-9))[:, None]
    centred: NDArray[np.float64] = places - places.mean(axis=0)
    return centred
