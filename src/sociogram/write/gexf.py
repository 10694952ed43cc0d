"""GEXF 1.3 for Gephi: dynamic, with dates as intervals, colours, sizes and positions, streamed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sociogram.graph import edge_attributes, node_attributes
from sociogram.model import Literal_
from sociogram.write.atomic import write_text
from sociogram.write.colours import channels, kind_colour, relation_colour
from sociogram.write.layout import place_nodes
from sociogram.write.markup import attribute

if TYPE_CHECKING:
    from sociogram.graph import Graph
    from sociogram.model import Tie

NODE_ATTRIBUTES = (
    ("kind", "string"),
    ("aliases", "string"),
    ("mentions", "integer"),
    ("documents", "integer"),
)
EDGE_ATTRIBUTES = (
    ("relation", "string"),
    ("lemma", "string"),
    ("affirmed", "integer"),
    ("denied", "integer"),
    ("sources", "integer"),
    ("confidence", "double"),
    ("quote", "string"),
    ("claims", "string"),
)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>sociogram</creator><description>Actors and the ties between them</description></meta>
<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date"
 timerepresentation="interval">
"""


@dataclass(frozen=True, slots=True)
class GexfWriter:
    """Actors as nodes, ties between actors as edges; an edge begins and ends with the dates of its claims."""

    file_name: str = "graph.gexf"

    def write(self, graph: Graph, path: Path) -> None:
        """Write the network of ``graph``."""
        write_text(path, _lines(graph))


def _lines(graph: Graph) -> Iterator[str]:
    ties = [tie for tie in graph.ties if not isinstance(tie.object, Literal_)]
    yield _HEAD
    yield _declare("node", NODE_ATTRIBUTES)
    yield _declare("edge", EDGE_ATTRIBUTES)
    yield f'<nodes count="{len(graph.actors)}">\n'
    yield from _nodes(graph, ties)
    yield f'</nodes>\n<edges count="{len(ties)}">\n'
    for tie in ties:
        yield _edge(graph, tie)
    yield "</edges>\n</graph>\n</gexf>\n"


def _declare(name: str, attributes: tuple[tuple[str, str], ...]) -> str:
    lines = "".join(f'<attribute id="{title}" title="{title}" type="{kind}"/>' for title, kind in attributes)
    return f'<attributes class="{name}" mode="static">{lines}</attributes>\n'


def _values(attributes: tuple[tuple[str, str], ...], values: dict[str, Any]) -> str:
    return "".join(
        f'<attvalue for="{title}" value="{attribute(values[title])}"/>'
        for title, _ in attributes
        if values[title] != ""
    )


def _nodes(graph: Graph, ties: list[Tie]) -> Iterator[str]:
    index = {actor.id: number for number, actor in enumerate(graph.actors)}
    weights = [0.0] * len(index)
    edges: list[tuple[int, int, float]] = []
    for tie in ties:
        ends = index[tie.subject], index[str(tie.object)]
        weight = float(tie.affirmed + tie.denied)
        edges.append((*ends, weight))
        for end in ends:
            weights[end] += weight
    places = place_nodes(len(index), edges, weights)
    for number, actor in enumerate(graph.actors):
        values = node_attributes(actor)
        red, green, blue = channels(kind_colour(actor.kind))
        x, y = places[number]
        size = round(4 + 3 * math.sqrt(weights[number]), 2)
        yield (
            f'<node id="{attribute(actor.id)}" label="{attribute(actor.name)}">'
            f"<attvalues>{_values(NODE_ATTRIBUTES, values)}</attvalues>"
            f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
            f'<viz:position x="{x:.1f}" y="{y:.1f}"/><viz:size value="{size}"/></node>\n'
        )


def _edge(graph: Graph, tie: Tie) -> str:
    values = edge_attributes(tie)
    claims = graph.claims_of(tie)
    values["quote"] = claims[0].evidence.quote if claims else ""
    dates = "".join(
        f' {name}="{date}"'
        for name, date in (("start", tie.first), ("end", tie.last))
        if date and _ISO_DATE.fullmatch(date)
    )
    red, green, blue = channels(relation_colour(tie.relation))
    return (
        f'<edge id="{attribute(tie.id)}" source="{attribute(tie.subject)}" target="{attribute(tie.object)}" '
        f'label="{attribute(values["label"])}" kind="{attribute(tie.relation)}" '
        f'weight="{values["weight"]}"{dates}>'
        f"<attvalues>{_values(EDGE_ATTRIBUTES, values)}</attvalues>"
        f'<viz:color r="{red}" g="{green}" b="{blue}"/></edge>\n'
    )


writer = GexfWriter()
