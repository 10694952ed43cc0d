"""A Cypher script that makes the property graph, and run twice makes it once (Neo4j 5, openCypher).

Every value is a literal of the script, so that nothing but ``cypher-shell -f`` is needed. All text is
escaped as ``quote`` says; labels and types come from the ontology and are quoted names.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sociogram.write.files.atomic import write_text
from sociogram.write.property_graph.values import EDGES, NODES, Edge, EdgeTable, Node, NodeTable, Value

if TYPE_CHECKING:
    from sociogram.graph.values import Graph

BATCH = 500
"""Rows of one statement."""
_SHORT = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Some versions of Neo4j read \u and four digits before they look for escapes, so that in \\u0027 an odd backslash would
# be left before a quotation mark; a "u" behind a backslash of the text is written as an escape itself, which
# every version reads alike. Control characters, line separators and surrogates are escaped or dropped too.
_ESCAPED = re.compile("\\\\+u?|['\x01-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_DROPPED = re.compile("[\0\ud800-\udfff]")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class CypherWriter:
    """Writes the script."""

    file_name: str

    def write(self, graph: Graph, path: Path) -> None:
        """Write the statements that make ``graph``."""
        write_text(path, (statement + ";\n" for statement in iter_statements(graph)))


def iter_statements(graph: Graph) -> Iterator[str]:
    """Constraints, then nodes, then edges; each statement can be run again."""
    for table in NODES:
        yield (
            f"CREATE CONSTRAINT sociogram_{table.label.lower()}_id IF NOT EXISTS\n"
            f"FOR (n:{table.label}) REQUIRE n.id IS UNIQUE"
        )
    for nodes in NODES:
        yield from _nodes(nodes, graph)
    for edges in EDGES:
        yield from _edges(edges, graph)


def _nodes(table: NodeTable, graph: Graph) -> Iterator[str]:
    rows = sorted(table.rows(graph), key=lambda node: node.kind or "")
    for kind, group in groupby(rows, key=lambda node: node.kind):
        also = f" SET n:{name(kind)}" if kind else ""
        for batch in _batches(group):
            yield (
                f"UNWIND {_list(map(_node_row, batch))} AS row\n"
                f"MERGE (n:{name(table.label)} {{id: row.id}}) SET n = row{also}"
            )


def _edges(table: EdgeTable, graph: Graph) -> Iterator[str]:
    rows = sorted(table.rows(graph), key=lambda edge: edge.type)
    key = next((each for each in ("id", "role", "place") if each in table.columns), None)
    same = f" {{{key}: row.set.{key}}}" if key else ""
    for kind, group in groupby(rows, key=lambda edge: edge.type):
        for batch in _batches(group):
            yield (
                f"UNWIND {_list(map(_edge_row, batch))} AS row\n"
                f"MATCH (a:{name(table.source)} {{id: row.from}}), (b:{name(table.target)} {{id: row.to}})\n"
                f"MERGE (a)-[r:{name(kind)}{same}]->(b) SET r = row.set"
            )


def _node_row(node: Node) -> dict[str, Value]:
    return node.properties


def _edge_row(edge: Edge) -> dict[str, Value | dict[str, Value]]:
    return {"from": edge.source, "to": edge.target, "set": edge.properties}


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _list(rows: Iterable[dict[str, Value] | dict[str, Value | dict[str, Value]]]) -> str:
    return "[\n" + ",\n".join(map(literal, rows)) + "\n]"


def literal(value: object) -> str:
    """``value`` as a literal of Cypher; keys without a value are left out of maps.

    Raises:
        TypeError: If Cypher has no such literal.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else "null"
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, dict):
        pairs = (f"{name(key)}: {literal(each)}" for key, each in value.items() if each is not None)
        return "{" + ", ".join(pairs) + "}"
    raise TypeError(f"no literal of Cypher for {type(value).__name__}")


def quote(text: str) -> str:
    """``text`` between single quotes, on one line; NUL and lone surrogates are dropped."""
    return "'" + _ESCAPED.sub(_escape, _DROPPED.sub("", text)) + "'"


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    if character.endswith("u"):
        return "\\\\" * (len(character) - 1) + "\\u0075"
    if character.startswith("\\"):
        return "\\\\" * len(character)
    return _SHORT.get(character) or f"\\u{ord(character):04x}"


def name(word: str) -> str:
    """``word`` as a name of a label, a type or a key, quoted if it is not plain."""
    if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", word, re.ASCII):
        return word
    return "`" + _DROPPED.sub("", word).replace("\\", "").replace("`", "``") + "`"


writer = CypherWriter("graph.cypher")
