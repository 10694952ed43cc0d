"""Words, dates and sums as nodes of a network, for whoever wants to see what actors do to things.

They are no actors: their kind is that of the literal, and their place one around the first actor that they are said of.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.ids import content_hash
from sociogram.model import LiteralObject
from sociogram.write.picture.drawing import draw

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Tie

SIZE = 3.0
"""The size of such a node, less than that of any actor."""
_TURN = math.pi * (3 - math.sqrt(5))
"""The golden angle, by which nodes around one actor never lie in rows (Vogel 1979)."""
_NEAR, _STEP = 20.0, 6.0
"""The distance of the first node from its actor, and how it grows with the root of their number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordNode:
    """A literal that ties are about."""

    id: str
    value: str
    kind: str
    x: int
    y: int


def node_of(tie: Tie) -> str:
    """The id of the node at the object of ``tie``: an actor's, or that of words, which no actor has."""
    target = tie.object
    return target if isinstance(target, str) else f"words:{content_hash(target.kind, target.value)}"


def iter_word_nodes(graph: Graph) -> Iterator[WordNode]:
    """One for each literal of the ties of ``graph``, in the order of the ties."""
    places = dict(zip((actor.id for actor in graph.actors), draw(graph).places.tolist(), strict=True))
    around: Counter[str] = Counter()
    seen: set[str] = set()
    for tie in graph.ties:
        each = node_of(tie)
        if not isinstance(tie.object, LiteralObject) or each in seen:
            continue
        seen.add(each)
        x, y = places[tie.subject]
        number = around[tie.subject]
        around[tie.subject] += 1
        distance = _NEAR + _STEP * math.sqrt(number)
        yield WordNode(
            id=each,
            value=tie.object.value,
            kind=tie.object.kind,
            x=round(x + distance * math.cos(number * _TURN)),
            y=round(y + distance * math.sin(number * _TURN)),
        )
