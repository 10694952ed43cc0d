"""Where each actor goes and how strong it is: one drawing of a graph for every picture of it."""

from __future__ import annotations

import math
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sociogram.model import LiteralObject
from sociogram.write.picture.layout import place_nodes

if TYPE_CHECKING:
    from sociogram.graph.values import Graph

LITERAL_STRENGTH = 0.01
"""What a claim about a date, a sum or mere words adds to an actor's strength, as on the explorer's map."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A row for each actor in the graph's order."""

    places: NDArray[np.int64]
    """Shape (actors, 2); whole units, y grows downwards as on a page."""
    strengths: tuple[float, ...]
    """Claims in which the actor is an end, those about no second actor for a hundredth."""

    @property
    def sizes(self) -> list[float]:
        """Sizes of the nodes, which grow with the roots of the strengths, as in the GEXF of the page."""
        return [round(4 + 3 * math.sqrt(strength), 2) for strength in self.strengths]


_made: dict[int, tuple[weakref.ref[Graph], Drawing]] = {}


def draw(graph: Graph) -> Drawing:
    """The drawing of ``graph``, made once for as long as the graph is kept."""
    key = id(graph)
    known = _made.get(key)
    if known is not None and known[0]() is graph:
        return known[1]
    drawing = _make(graph)
    _made[key] = weakref.ref(graph, lambda _: _made.pop(key, None)), drawing
    return drawing


def iter_edges(graph: Graph) -> Iterator[tuple[int, int, float]]:
    """The numbers of both actors and the claims of every tie between actors."""
    index = {actor.id: number for number, actor in enumerate(graph.actors)}
    for tie in graph.ties:
        if not isinstance(tie.object, LiteralObject):
            yield index[tie.subject], index[tie.object], float(tie.affirmed + tie.denied)


def _make(graph: Graph) -> Drawing:
    index = {actor.id: number for number, actor in enumerate(graph.actors)}
    edges = list(iter_edges(graph))
    weights = [0.0] * len(index)
    strengths = [0.0] * len(index)
    for left, right, weight in edges:
        weights[left] += weight
        weights[right] += weight
        strengths[left] += weight
        if left != right:
            strengths[right] += weight
    places = np.round(place_nodes(len(index), edges, weights)).astype(np.int64)
    for tie in graph.ties:
        if isinstance(tie.object, LiteralObject):
            strengths[index[tie.subject]] += LITERAL_STRENGTH * (tie.affirmed + tie.denied)
    return Drawing(places, tuple(strengths))
