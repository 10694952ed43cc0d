"""How the explorer draws actors: their places on the map, and how they are connected."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sociogram.write.picture.drawing import draw, iter_edges
from sociogram.write.picture.measures import join_pairs, measure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sociogram.graph.values import Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What the page shows of the actors beside their values, a value for each in the graph's order.

    A part of a graph is shown with the places and measures of the whole, so that the picture does not jump.
    ``more`` are further columns.
    """

    x: Sequence[int]
    y: Sequence[int]
    communities: Sequence[int]
    betweenness: Sequence[float]
    pagerank: Sequence[float]
    more: Mapping[str, Sequence[Any]] = field(default_factory=dict)

    def of(self, numbers: Sequence[int]) -> Picture:
        """That of the actors with these ``numbers``."""

        def choose(values: Sequence[Any]) -> list[Any]:
            return [values[number] for number in numbers]

        return Picture(
            x=choose(self.x),
            y=choose(self.y),
            communities=choose(self.communities),
            betweenness=choose(self.betweenness),
            pagerank=choose(self.pagerank),
            more={name: choose(values) for name, values in self.more.items()},
        )


def make_picture(graph: Graph, places: NDArray[np.int64] | None = None) -> Picture:
    """Where the actors of ``graph`` are drawn, and how they are connected; takes seconds for a large graph.

    ``places``, shape (actors, 2), are those of the whole that ``graph`` is a part of.
    """
    places = draw(graph).places if places is None else places
    measures = measure(len(graph.actors), join_pairs(list(iter_edges(graph))))
    return Picture(
        x=places[:, 0].tolist(),
        y=places[:, 1].tolist(),
        communities=list(measures.communities),
        betweenness=[short(value) for value in measures.betweenness],
        pagerank=[short(value) for value in measures.pagerank],
    )


def short(value: float) -> float:
    """Four digits, so that the last bits of another machine's sums do not show."""
    if value <= 0:
        return 0
    return round(value, 3 - math.floor(math.log10(value)))
