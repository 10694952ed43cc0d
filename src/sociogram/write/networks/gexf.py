"""GEXF 1.3 for Gephi: dynamic, with dates as intervals, colours, sizes and positions, streamed.

An interval is when the tie holds, or when it was said where nothing else is known; ``dated`` tells which.
Gephi's y axis points up, the page's down: so that both show the same picture, y changes its sign here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sociogram.graph.facts import tie_status
from sociogram.knowledge.case_files import GEXF_FILE
from sociogram.knowledge.tone import tone_of
from sociogram.model import LiteralObject
from sociogram.write.files.atomic import write_text
from sociogram.write.files.earlier import NOTHING, Copied, Earlier, copied_lines
from sociogram.write.networks.attributes import best_quote, edge_attributes, node_attributes, word_attributes
from sociogram.write.networks.merged import Merged, merge_ties
from sociogram.write.networks.words import SIZE, iter_word_nodes, node_of
from sociogram.write.picture.colours import channels, kind_colour, relation_colour, tie_colour
from sociogram.write.picture.drawing import draw
from sociogram.write.picture.periods import Period, find_period
from sociogram.write.text.xml_text import attribute

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Tie

Titles = tuple[tuple[str, str], ...]
NODE_ATTRIBUTES: Titles = (
    ("kind", "string"),
    ("aliases", "string"),
    ("mentions", "integer"),
    ("documents", "integer"),
)
EDGE_ATTRIBUTES: Titles = (
    ("relation", "string"),
    ("lemma", "string"),
    ("affirmed", "integer"),
    ("denied", "integer"),
    ("status", "string"),
    ("standing", "string"),
    ("standing_words", "string"),
    ("outlets", "integer"),
    ("sources", "integer"),
    ("first", "string"),
    ("last", "string"),
    ("dated", "string"),
    ("confidence", "double"),
    ("worth", "double"),
    ("reviewed", "integer"),
    ("tone", "string"),
    ("quote", "string"),
    ("claims", "string"),
)
MERGED_ATTRIBUTES: Titles = (
    ("relations", "string"),
    ("affirmed", "integer"),
    ("denied", "integer"),
    ("status", "string"),
    ("standing", "string"),
    ("dated", "string"),
    ("confidence", "double"),
    ("worth", "double"),
    ("reviewed", "integer"),
    ("tone", "string"),
    ("quote", "string"),
    ("ties", "string"),
    ("claims", "string"),
)
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>sociogram</creator><description>Actors and the ties between them</description></meta>
"""


@dataclass(frozen=True, slots=True)
class GexfWriter:
    """Actors as nodes; as edges the ties between them, or ``merged`` one edge for each pair of actors.

    With ``words`` there are nodes for words, dates and sums too, and the ties to them.
    """

    file_name: str = GEXF_FILE
    merged: bool = False
    words: bool = False

    def write(self, graph: Graph, path: Path) -> None:
        """Write the network of ``graph``."""
        write_text(path, _merged_lines(graph) if self.merged else _lines(graph, words=self.words))

    def rewrite(self, graph: Graph, path: Path, earlier: Earlier) -> None:
        """Write the same, with the edges that hold copied from the ``earlier`` file."""
        file = None if self.merged else earlier.open_file(self.file_name)
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
    ties = [tie for tie in graph.ties if words or not isinstance(tie.object, LiteralObject)]
    yield from _begin(graph, "directed", EDGE_ATTRIBUTES, len(ties), words=words)
    for tie in ties:
        line = copied.find(_edge_begin(tie)) if earlier.holds("edges", tie.id) else None
        yield _tie_edge(graph, tie) if line is None else line
    yield "</edges>\n</graph>\n</gexf>\n"


def _merged_lines(graph: Graph) -> Iterator[str]:
    edges = merge_ties(graph)
    yield from _begin(graph, "undirected", MERGED_ATTRIBUTES, len(edges))
    for edge in edges:
        yield _merged_edge(graph, edge)
    yield "</edges>\n</graph>\n</gexf>\n"


def _begin(
    graph: Graph, direction: str, edge_attributes_: Titles, count: int, *, words: bool = False
) -> Iterator[str]:
    """All that stands before the first edge."""
    yield _HEAD
    yield (
        f'<graph defaultedgetype="{direction}" idtype="string" mode="dynamic" timeformat="date"\n'
        ' timerepresentation="interval">\n'
    )
    yield _declare("node", NODE_ATTRIBUTES)
    yield _declare("edge", edge_attributes_)
    word_nodes = list(_word_nodes(graph)) if words else []
    yield f'<nodes count="{len(graph.actors) + len(word_nodes)}">\n'
    yield from _nodes(graph)
    yield from word_nodes
    yield f'</nodes>\n<edges count="{count}">\n'


def _declare(name: str, attributes: Titles) -> str:
    lines = "".join(f'<attribute id="{title}" title="{title}" type="{kind}"/>' for title, kind in attributes)
    return f'<attributes class="{name}" mode="static">{lines}</attributes>\n'


def _values(attributes: Titles, values: Mapping[str, Any]) -> str:
    return "".join(
        f'<attvalue for="{title}" value="{attribute(values[title])}"/>'
        for title, _ in attributes
        if values[title] != ""
    )


def _nodes(graph: Graph) -> Iterator[str]:
    drawing = draw(graph)
    for actor, (x, y), size in zip(graph.actors, drawing.places, drawing.sizes, strict=True):
        values = node_attributes(actor)
        yield (
            f'<node id="{attribute(actor.id)}" label="{attribute(actor.name)}">'
            f"<attvalues>{_values(NODE_ATTRIBUTES, values)}</attvalues>{_colour(kind_colour(actor.kind))}"
            f'<viz:position x="{x}" y="{-y}"/><viz:size value="{size}"/></node>\n'
        )


def _word_nodes(graph: Graph) -> Iterator[str]:
    for node in iter_word_nodes(graph):
        values = word_attributes(node.value, node.kind)
        yield (
            f'<node id="{attribute(node.id)}" label="{attribute(node.value)}">'
            f"<attvalues>{_values(NODE_ATTRIBUTES, values)}</attvalues>{_colour(kind_colour(node.kind))}"
            f'<viz:position x="{node.x}" y="{-node.y}"/><viz:size value="{SIZE}"/></node>\n'
        )


def _colour(colour: str) -> str:
    red, green, blue = channels(colour)
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _tie_edge(graph: Graph, tie: Tie) -> str:
    claims = graph.claims_of(tie)
    period = find_period(claims)
    values = {**edge_attributes(graph, tie), "quote": best_quote(claims), "dated": period.dated}
    return (
        f'{_edge_begin(tie)} source="{attribute(tie.subject)}" target="{attribute(node_of(tie))}" '
        f'label="{attribute(values["label"])}" kind="{attribute(tie.relation)}" '
        f'weight="{values["weight"]}"{_interval(period)}>'
        f"<attvalues>{_values(EDGE_ATTRIBUTES, values)}</attvalues>"
        f"{_colour(tie_colour(tie.relation, tie.lemma))}</edge>\n"
    )


def _edge_begin(tie: Tie) -> str:
    return f'<edge id="{attribute(tie.id)}"'


def _merged_edge(graph: Graph, edge: Merged) -> str:
    claims = [claim for tie in edge.ties for claim in graph.claims_of(tie)]
    period = find_period(claims)
    colours = {tie_colour(tie.relation, tie.lemma) for tie in edge.ties}
    values = {
        "relations": edge.relations,
        "affirmed": sum(tie.affirmed for tie in edge.ties),
        "denied": sum(tie.denied for tie in edge.ties),
        "status": "; ".join(sorted({tie_status(tie, graph.claims_of(tie)) for tie in edge.ties})),
        "standing": "; ".join(sorted({graph.standings[tie.id].code for tie in edge.ties})),
        "dated": period.dated,
        "confidence": max(tie.confidence for tie in edge.ties),
        "worth": max(tie.worth for tie in edge.ties),
        "reviewed": sum(tie.reviewed for tie in edge.ties),
        "tone": "; ".join(sorted({tone_of(tie.relation, tie.lemma or "") or "" for tie in edge.ties} - {""})),
        "quote": best_quote(claims),
        "ties": " ".join(tie.id for tie in edge.ties),
        "claims": " ".join(claim.id for claim in claims),
    }
    return (
        f'<edge id="{attribute(edge.id)}" source="{attribute(edge.left)}" target="{attribute(edge.right)}" '
        f'label="{attribute(edge.relations)}" kind="merged" weight="{edge.weight}"{_interval(period)}>'
        f"<attvalues>{_values(MERGED_ATTRIBUTES, values)}</attvalues>"
        f"{_colour(colours.pop() if len(colours) == 1 else relation_colour(''))}</edge>\n"
    )


def _interval(period: Period) -> str:
    start = f' start="{period.start}"' if period.start else ""
    return start + (f' end="{period.end}"' if period.end else "")


writer = GexfWriter()
merged = GexfWriter(merged=True)
