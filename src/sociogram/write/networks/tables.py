"""``nodes.csv`` and ``edges.csv``, with the headers by which Gephi imports them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.knowledge.user_tables import guard_formula
from sociogram.model import LiteralObject
from sociogram.write.files.atomic import write_text
from sociogram.write.networks.attributes import best_quote, edge_attributes, node_attributes
from sociogram.write.networks.words import iter_word_nodes, node_of

if TYPE_CHECKING:
    from sociogram.graph.values import Graph

# The first columns have the names by which Gephi's import of spreadsheets knows them.
NODE_COLUMNS = ("Id", "Label", "Kind", "Aliases", "Mentions", "Documents")
EDGE_COLUMNS = ("Source", "Target", "Type", "Id", "Label", "Weight", "Relation", "Affirmed", "Denied", "Status",
                "Sources", "First", "Last", "Confidence", "Worth", "Tone", "Quote", "Claims",
                "Standing", "StandingWords", "Outlets", "Reviewed")  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableWriter:
    """Writes the actors or the ties between actors, with ``words`` those to words too; RFC 4180, UTF-8.

    Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
    """

    file_name: str
    words: bool = False

    def write(self, graph: Graph, path: Path) -> None:
        """Write the rows of ``graph``."""
        nodes = self.file_name == "nodes.csv"
        rows = _nodes(graph, words=self.words) if nodes else _edges(graph, words=self.words)
        write_text(path, _lines(NODE_COLUMNS if nodes else EDGE_COLUMNS, rows))


def _lines(columns: Sequence[str], rows: Iterator[Sequence[str | float]]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guard(value) for value in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    if buffer.tell():
        yield buffer.getvalue()


def guard(value: str | float) -> str | float:
    """``value``, unable to begin a formula; ids and numbers stay as they are."""
    if isinstance(value, str):
        return guard_formula(value.replace("\0", ""))
    return value


def _nodes(graph: Graph, *, words: bool) -> Iterator[Sequence[str | float]]:
    for actor in graph.actors:
        node = node_attributes(actor)
        yield actor.id, node["label"], node["kind"], node["aliases"], node["mentions"], node["documents"]
    for words_node in iter_word_nodes(graph) if words else ():
        yield words_node.id, words_node.value, words_node.kind, "", 0, 0


def _edges(graph: Graph, *, words: bool) -> Iterator[Sequence[str | float]]:
    for tie in graph.ties:
        if isinstance(tie.object, LiteralObject) and not words:
            continue
        claims = graph.claims_of(tie)
        edge = edge_attributes(graph, tie)
        yield (
            tie.subject, node_of(tie), "Directed", tie.id, edge["label"], edge["weight"], tie.relation,
            tie.affirmed, tie.denied, edge["status"], tie.sources, edge["first"], edge["last"], tie.confidence,
            tie.worth, edge["tone"], best_quote(claims), edge["claims"], edge["standing"], edge["standing_words"],
            edge["outlets"], tie.reviewed,
        )  # fmt: skip


nodes = TableWriter("nodes.csv")
edges = TableWriter("edges.csv")
