"""Positions for pictures, the same at every run: strong actors first, communities apart, space used.

The strongest actors are placed by stress (Gansner, Koren, North 2004): the distance of two on the
picture is that of their shortest path, in which a tie inside a community is short and one across is
long. Components are then packed side by side as polyominoes (Freivalds, Dogrusoz, Kikusts 2002), and
everyone else goes to the nearest free place beside their strongest neighbour, so that the opened
picture is legible and what is added to it finds room.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sociogram.write.picture.communities import find_communities
from sociogram.write.picture.measures import join_pairs

MOST_FORCED = 300
"""Actors whose distances are worth their time, which is quadratic; the others find a free place."""
MOST_BESIDE = 20_000
"""Actors who may search for a free place beside a neighbour; weaker ones go around the picture at once."""
Places = NDArray[np.float64]
# The lengths below are in units of the distance of two tied nodes. They were chosen by looking at pictures, so that
# labels can be read.
_UNIT = 70.0
"""Units of the picture between two tied nodes: room for a name of usual length."""
_ACROSS = 1.9
"""How much longer than a tie inside a community one across is, so that communities lie apart."""
_ROUNDS = 80
"""Rounds of stress majorization: a fixed number, so that every run ends alike."""
_CELL = 0.5
"""The side of the cells in which components are packed."""
_ASPECT = 1.5
"""Width to height of the picture, as of most screens, and of the room that a node with its label wants."""
_SMALL = 6
"""Nodes up to which a component is not stretched to make room for its labels."""
_APART = 0.8
"""The least distance of two nodes, and the side of the cells in which weaker actors find a place."""
_BLOCK = 4
"""Cells a side of a block, whose searches for a free place go on where the last one ended: else they are quadratic."""
_ROOM = 1.5
"""How much more room than a cell each node of the outer spiral has."""
_GOLDEN_ANGLE = math.pi * (3.0 - math.sqrt(5.0))
"""The turn by which points of a spiral fill a disc evenly (Vogel 1979)."""


def place_nodes(
    count: int, edges: Sequence[tuple[int, int, float]], weights: Sequence[float]
) -> NDArray[np.float64]:
    """Positions of ``count`` nodes, shape (count, 2), centred; tied nodes are about 70 units apart.

    Args:
        count: Number of nodes.
        edges: Pairs of nodes with a weight.
        weights: For each node its strength; the strongest are placed first.
    """
    pairs = join_pairs(edges)
    order = sorted(range(count), key=lambda node: (-weights[node], node))
    first = sorted(order[:MOST_FORCED])
    places = np.full((count, 2), np.nan)
    if first:
        places[first] = _place_strong(first, pairs)
    if count > len(first):
        _place_others(places, order[:MOST_BESIDE], pairs)
    _place_around(places, order[MOST_BESIDE:])
    # Rounded, so that the last bits of another machine's sums do not show.
    rounded: NDArray[np.float64] = np.round(places * _UNIT, 1) + 0.0
    return rounded


def _place_strong(nodes: list[int], pairs: dict[tuple[int, int], float]) -> Places:
    index = {node: number for number, node in enumerate(nodes)}
    inner = {
        (index[left], index[right]): weight
        for (left, right), weight in pairs.items()
        if left in index and right in index
    }
    communities = find_communities(len(nodes), inner)
    components = _components(len(nodes), inner)
    shapes = []
    for members in components:
        local = {node: number for number, node in enumerate(members)}
        ties = [
            (local[left], local[right], 1.0 if communities[left] == communities[right] else _ACROSS)
            for left, right in inner
            if left in local
        ]
        shapes.append(_spread(_by_stress(len(members), ties)))
    places = np.zeros((len(nodes), 2))
    for members, shape, corner in zip(components, shapes, _pack(shapes), strict=True):
        places[members] = shape + corner
    centred: Places = places - (places.max(axis=0) + places.min(axis=0)) / 2
    return centred


def _components(count: int, pairs: dict[tuple[int, int], float]) -> list[list[int]]:
    """Connected components, the largest first."""
    root = list(range(count))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for left, right in pairs:
        a, b = find(left), find(right)
        root[max(a, b)] = min(a, b)
    members: dict[int, list[int]] = {}
    for node in range(count):
        members.setdefault(find(node), []).append(node)
    return sorted(members.values(), key=lambda group: (-len(group), group[0]))


def _by_stress(count: int, ties: Sequence[tuple[int, int, float]]) -> Places:
    """Stress majorization from classical scaling; the longer side lies level."""
    if count == 1:
        return np.zeros((1, 2))
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import shortest_path

    left, right, length = (np.array(column) for column in zip(*ties, strict=True))
    distances = shortest_path(csr_array((length, (left, right)), shape=(count, count)), directed=False)
    places = _classical_scaling(distances)
    with np.errstate(divide="ignore"):
        pull = np.where(distances > 0, distances**-2.0, 0.0)
    laplacian = np.diag(pull.sum(axis=1)) - pull
    inverse = np.linalg.inv(laplacian + np.full((count, count), 1.0 / count))
    for _ in range(_ROUNDS):
        gaps = places[:, None, :] - places[None, :, :]
        seen = np.sqrt((gaps**2).sum(axis=2))
        ratio = np.where(seen > 1e-9, pull * distances / np.maximum(seen, 1e-9), 0.0)
        places = inverse @ (ratio.sum(axis=1)[:, None] * places - ratio @ places)
    return _level(places)


def _classical_scaling(distances: NDArray[np.float64]) -> Places:
    count = len(distances)
    centre = np.eye(count) - 1.0 / count
    values, vectors = np.linalg.eigh(-0.5 * centre @ distances**2 @ centre)
    axes = np.argsort(-values, kind="stable")[:2]
    places = vectors[:, axes] * np.sqrt(np.maximum(values[axes], 1e-6))
    for axis in range(places.shape[1]):  # an eigenvector has no sign of its own
        strongest = int(np.argmax(np.round(np.abs(places[:, axis]), 6)))
        places[:, axis] *= 1.0 if places[strongest, axis] >= 0 else -1.0
    # Leaves of one node coincide; a spiral parts them.
    turns = np.arange(count)
    spiral = np.stack([np.cos(turns * _GOLDEN_ANGLE), np.sin(turns * _GOLDEN_ANGLE)], axis=1)
    parted: Places = places + spiral * 0.25
    return parted


def _level(places: Places) -> Places:
    centred = places - places.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    long_side = vectors[:, 1] if vectors[0, 1] >= 0 else -vectors[:, 1]
    turned: Places = centred @ np.array([[long_side[0], -long_side[1]], [long_side[1], long_side[0]]])
    return turned


def _spread(places: Places) -> Places:
    """Nodes that lie on each other moved apart; a label is wider than high, so sideways more."""
    count = len(places)
    if count < 2:
        return places
    stretch = np.array([_ASPECT**0.5, _ASPECT**-0.5])
    near = places / stretch
    for _ in range(40):
        gaps = near[:, None, :] - near[None, :, :]
        length = np.sqrt((gaps**2).sum(axis=2))
        np.fill_diagonal(length, np.inf)
        if length.min() >= _APART:
            break
        push = np.maximum(0.0, _APART - length) / 2 / np.maximum(length, 1e-3)
        near = near + (gaps * push[:, :, None]).sum(axis=1) * 0.8
    spread: Places = near * stretch * (1.3 if count > _SMALL else 1.0)
    return spread


def _pack(shapes: Sequence[Places]) -> list[Places]:
    """Where each component goes: the free place nearest to the middle, the largest first."""
    extents = np.array([np.ptp(shape, axis=0) + 2.5 for shape in shapes])
    size = 16 + int((2.2 * math.sqrt(extents.prod(axis=1).sum()) + 2 * extents.max()) / _CELL)
    taken = np.zeros((size, size), dtype=bool)
    rows, columns = np.mgrid[0:size, 0:size]
    middle = size // 2
    away = ((columns - middle) / _ASPECT) ** 2 + (rows - middle) ** 2
    nearest = np.argsort(away, axis=None, kind="stable")
    corners = []
    for shape in shapes:
        cells = _cells(shape)
        free = ~_blocked(taken, cells).ravel()[nearest]
        row, column = divmod(int(nearest[int(free.argmax())]), size)
        taken[cells[:, 1] + row, cells[:, 0] + column] = True
        corners.append(np.array([column - middle, row - middle]) * _CELL)
    return corners


def _blocked(taken: NDArray[np.bool_], cells: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Where a component with these cells would lie on another or stand over the edge."""
    size = len(taken)
    low, high = cells.min(axis=0), cells.max(axis=0)
    blocked = np.ones_like(taken)
    top, bottom, left, right = -low[1], size - high[1], -low[0], size - high[0]
    inner = np.zeros((bottom - top, right - left), dtype=bool)
    if taken.any():
        for x, y in cells:
            inner |= taken[top + y : bottom + y, left + x : right + x]
    blocked[top:bottom, left:right] = inner
    return blocked


def _cells(shape: Places) -> NDArray[np.intp]:
    """The cells that a component covers, with a margin; the middle one is (0, 0)."""
    centres = np.unique(np.round(shape / _CELL).astype(np.intp), axis=0)
    margin = np.array([(x, y) for x in range(-2, 3) for y in (-1, 0, 1)])
    covered: NDArray[np.intp] = np.unique((centres[:, None, :] + margin[None, :, :]).reshape(-1, 2), axis=0)
    return covered


def _place_others(places: Places, order: Sequence[int], pairs: dict[tuple[int, int], float]) -> None:
    """Everyone without a place goes to the nearest free cell beside the strongest placed neighbour."""
    neighbours: dict[int, list[tuple[float, int]]] = {}
    for (left, right), weight in pairs.items():
        neighbours.setdefault(left, []).append((-weight, right))
        neighbours.setdefault(right, []).append((-weight, left))
    placed = [node for node in order if not math.isnan(places[node, 0])]
    free = _FreePlaces({_cell(*places[node]) for node in placed})
    queue = list(placed)
    waiting = [node for node in order if math.isnan(places[node, 0])]
    allowed = set(waiting)
    position = 0
    for start in [None, *waiting]:
        if start is not None:
            if not math.isnan(places[start, 0]):
                continue
            places[start] = free.take(0.0, 0.0)
            queue.append(start)
        while position < len(queue):
            node = queue[position]
            position += 1
            for _, other in sorted(neighbours.get(node, ())):
                if other in allowed and math.isnan(places[other, 0]):
                    places[other] = free.take(places[node, 0], places[node, 1])
                    queue.append(other)


def _place_around(places: Places, nodes: Sequence[int]) -> None:
    """``nodes`` on a spiral around all that have a place, each with as much room as the others."""
    if not nodes:
        return
    inner = float(np.nanmax(np.hypot(places[:, 0], places[:, 1]))) + _APART
    turns = np.arange(1, len(nodes) + 1)
    radius, angle = np.sqrt(inner**2 + turns * _APART**2 / math.pi * _ROOM), turns * _GOLDEN_ANGLE
    places[list(nodes)] = np.stack([np.cos(angle) * radius, np.sin(angle) * radius], axis=1)


def _cell(x: float, y: float) -> tuple[int, int]:
    return round(x / _APART), round(y / _APART)


class _FreePlaces:
    """Free cells near others; searches from one block of cells go on where the last one ended."""

    def __init__(self, taken: set[tuple[int, int]]) -> None:
        self._taken = taken
        self._turns: dict[tuple[int, int], int] = {}
        self._around = [(0, 0)]
        self._reach = 0

    def take(self, x: float, y: float) -> tuple[float, float]:
        """The middle of the nearest free cell, which is then taken."""
        column, row = _cell(x, y)
        block = column // _BLOCK, row // _BLOCK
        column, row = block[0] * _BLOCK + _BLOCK // 2, block[1] * _BLOCK + _BLOCK // 2
        turn = self._turns.get(block, 0)
        while True:
            if turn >= len(self._around):
                self._grow()
            right, down = self._around[turn]
            turn += 1
            at = column + right, row + down
            if at not in self._taken:
                self._taken.add(at)
                self._turns[block] = turn
                return at[0] * _APART, at[1] * _APART

    def _grow(self) -> None:
        """More cells around the origin, in the order of their distance."""
        inner, self._reach = self._reach, self._reach + 16
        reach = self._reach
        self._around += sorted(
            (
                (x, y)
                for x in range(-reach, reach + 1)
                for y in range(-reach, reach + 1)
                if inner**2 < x * x + y * y <= reach**2
            ),
            key=lambda cell: (cell[0] ** 2 + cell[1] ** 2, cell),
        )
