r"""CSV files for ``neo4j-admin database import``, one for each table of the property graph.

    neo4j-admin database import full --array-delimiter=U+001F --multiline-fields=true \
      --nodes=actors.csv --nodes=documents.csv --nodes=claims.csv \
      --relationships=ties.csv --relationships=about.csv --relationships=asserted-by.csv \
      --relationships=quoted-from.csv --relationships=mentioned-in.csv

Text stands between double quotes, which are doubled inside it; a backslash is only itself. What is
unknown is an empty field without quotes, which the importer leaves out. Lists and labels are separated
by U+001F, which is removed from texts, for a name may hold any sign that people write.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.write.files.atomic import write_text
from sociogram.write.property_graph.values import EDGES, NODES, Edge, EdgeTable, Node, NodeTable, Value

if TYPE_CHECKING:
    from sociogram.graph.values import Graph

SEPARATOR = "\x1f"
"""Between the values of a list: the unit separator of ASCII, which no name holds."""
_NOT_TEXT = str.maketrans("", "", "\0" + SEPARATOR)


@dataclass(frozen=True, slots=True)
class Neo4jWriter:
    """Writes one table of nodes or edges."""

    file_name: str
    table: NodeTable | EdgeTable

    def write(self, graph: Graph, path: Path) -> None:
        """Write the rows of ``graph``."""
        write_text(path, _lines(self.table, graph))


def _lines(table: NodeTable | EdgeTable, graph: Graph) -> Iterator[str]:
    yield ",".join(_header(table)) + "\n"
    for row in table.rows(graph):
        own = [_field(row.properties[name]) for name in table.columns]
        yield ",".join([*own, *_fixed(row)]) + "\n"


def _header(table: NodeTable | EdgeTable) -> list[str]:
    if isinstance(table, NodeTable):
        columns = [
            f"{name}:{f'ID({table.label})' if form == 'ID' else form}" for name, form in table.columns.items()
        ]
        return [*columns, ":LABEL"]
    columns = [f"{name}:{form}" for name, form in table.columns.items()]
    return [*columns, f":START_ID({table.source})", f":END_ID({table.target})", ":TYPE"]


def _fixed(row: Node | Edge) -> list[str]:
    if isinstance(row, Node):
        return [_field([row.label, row.kind] if row.kind else [row.label])]
    return [_field(row.source), _field(row.target), _field(row.type)]


def _field(value: Value) -> str:
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = SEPARATOR.join(one.translate(_NOT_TEXT) for one in ([value] if isinstance(value, str) else value))
    return '"' + text.replace('"', '""') + '"'


actors, documents, claims = (Neo4jWriter(f"{table.name}.csv", table) for table in NODES)
ties, about, asserted_by, quoted_from, mentioned_in = (
    Neo4jWriter(f"{table.name}.csv", table) for table in EDGES
)
