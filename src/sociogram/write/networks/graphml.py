"""GraphML: the network for yEd, igraph, Cytoscape and the rest, streamed.

Plain attributes say how the explorer draws it, for tools that map attributes to looks; ``y`` grows downwards.
``start`` and ``end`` are as in GEXF: when the tie holds, or when it was said, which ``dated`` tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sociogram.knowledge.case_files import GRAPHML_FILE
from sociogram.model import LiteralObject
from sociogram.write.files.atomic import write_text
from sociogram.write.files.earlier import NOTHING, Copied, Earlier, copied_lines
from sociogram.write.networks.attributes import best_quote, edge_attributes, node_attributes, word_attributes
from sociogram.write.networks.words import SIZE, iter_word_nodes, node_of
from sociogram.write.picture.colours import kind_colour, tie_colour
from sociogram.write.picture.drawing import draw
from sociogram.write.picture.periods import find_period
from sociogram.write.text.xml_text import attribute

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Tie

NODE_KEYS = (
    ("label", "string"),
    ("kind", "string"),
    ("aliases", "string"),
    ("mentions", "int"),
    ("documents", "int"),
    ("x", "double"),
    ("y", "double"),
    ("size", "double"),
    ("color", "string"),
)
EDGE_KEYS = (
    ("label", "string"),
    ("relation", "string"),
    ("lemma", "string"),
    ("weight", "double"),
    ("affirmed", "int"),
    ("denied", "int"),
    ("status", "string"),
    ("standing", "string"),
    ("standing_words", "string"),
    ("outlets", "int"),
    ("sources", "int"),
    ("first", "string"),
    ("last", "string"),
    ("start", "string"),
    ("end", "string"),
    ("dated", "string"),
    ("confidence", "double"),
    ("worth", "double"),
    ("reviewed", "int"),
    ("tone", "string"),
    ("quote", "string"),
    ("claims", "string"),
    ("color", "string"),
)
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


@dataclass(frozen=True, slots=True)
class GraphmlWriter:
    """Actors as nodes and ties between actors as edges, whose ids are those of the ties.

    With ``words`` there are nodes for words, dates and sums too, and the ties to them.
    """

    file_name: str = GRAPHML_FILE
    words: bool = False

    def write(self, graph: Graph, path: Path) -> None:
        """Write the network of ``graph``."""
        write_text(path, _lines(graph, words=self.words))

    def rewrite(self, graph: Graph, path: Path, earlier: Earlier) -> None:
        """Write the same, with the edges that hold copied from the ``earlier`` file."""
        file = earlier.open_file(self.file_name)
        if file is None:
            self.write(graph, path)
            return
        with file:
            write_text(path, _lines(graph, copied_lines(file), earlier, words=self.words))


def _lines(
    graph: Graph,
    copied: Copied = NOTHING,
    earlier: Earlier = Earlier(),  # noqa: B008 - a frozen value
    *,
    words: bool,
) -> Iterator[str | bytes]:
    yield _HEAD
    for name, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for title, kind in keys:
            yield f'<key id="{name}-{title}" for="{name}" attr.name="{title}" attr.type="{kind}"/>\n'
    yield '<graph id="sociogram" edgedefault="directed">\n'
    drawing = draw(graph)
    for actor, (x, y), size in zip(graph.actors, drawing.places, drawing.sizes, strict=True):
        values = {**node_attributes(actor), "x": x, "y": y, "size": size, "color": kind_colour(actor.kind)}
        yield f'<node id="{attribute(actor.id)}">{_data("node", NODE_KEYS, values)}</node>\n'
    for node in iter_word_nodes(graph) if words else ():
        looks = {"x": node.x, "y": node.y, "size": SIZE, "color": kind_colour(node.kind)}
        values = {**word_attributes(node.value, node.kind), **looks}
        yield f'<node id="{attribute(node.id)}">{_data("node", NODE_KEYS, values)}</node>\n'
    for tie in graph.ties:
        if isinstance(tie.object, LiteralObject) and not words:
            continue
        line = copied.find(_edge_begin(tie)) if earlier.holds("edges", tie.id) else None
        yield _edge(graph, tie) if line is None else line
    yield "</graph>\n</graphml>\n"


def _edge_begin(tie: Tie) -> str:
    return f'<edge id="{attribute(tie.id)}"'


def _edge(graph: Graph, tie: Tie) -> str:
    claims = graph.claims_of(tie)
    period = find_period(claims)
    values = {
        **edge_attributes(graph, tie),
        "start": period.start or "",
        "end": period.end or "",
        "dated": period.dated,
        "quote": best_quote(claims),
        "color": tie_colour(tie.relation, tie.lemma),
    }
    return (
        f'{_edge_begin(tie)} source="{attribute(tie.subject)}" '
        f'target="{attribute(node_of(tie))}">'
        f"{_data('edge', EDGE_KEYS, values)}</edge>\n"
    )


def _data(name: str, keys: tuple[tuple[str, str], ...], values: dict[str, Any]) -> str:
    return "".join(
        f'<data key="{name}-{title}">{attribute(values[title])}</data>'
        for title, _ in keys
        if values[title] != ""
    )


writer = GraphmlWriter()
