"""Do the files of a case folder agree with one another, and with the documents?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sociogram.check.promises import check_graph
from sociogram.check.values import Finding
from sociogram.graph.records import load_graph
from sociogram.graph.values import Graph
from sociogram.knowledge.case_files import GRAPH_FILE
from sociogram.model import Document
from sociogram.rdf.ask import ask, load_store
from sociogram.read import read_paths


def check_case(folder: Path, *, shapes: bool = True, documents: Sequence[str] = ()) -> list[Finding]:
    """What is wrong in the case folder, its files compared with one another.

    Args:
        folder: A folder that a build wrote.
        shapes: Whether to run the SHACL shapes.
        documents: Where the documents are now; by default where they were read, if they are there still.
    """
    graph = load_graph(folder)
    findings = check_graph(graph, _read_texts(graph, documents), shapes=shapes)
    findings += _check_files(folder, graph)
    return findings


def _read_texts(graph: Graph, paths: Sequence[str]) -> dict[str, str]:
    """The texts of the documents that can be found, by id; all else is not compared."""
    sources = {document.source: document.id for document in graph.documents}
    by_place = {(document.source, document.start): document.id for document in graph.documents}
    files = sorted({source.partition("#")[0] for source in sources})
    chosen = list(paths) or [file for file in files if Path(file).is_file()]
    texts: dict[str, str] = {}
    for item in read_paths(chosen):
        if isinstance(item, Document):
            known = by_place.get((item.source, item.start)) or _by_name(item, graph)
            if known is not None:
                texts[known] = item.text
    return texts


def _by_name(document: Document, graph: Graph) -> str | None:
    """The document of the graph with the same file name and start, if there is one alone."""
    name = document.source.rpartition("/")[2]
    found = [
        other.id
        for other in graph.documents
        if other.source.rpartition("/")[2] == name and other.start == document.start
    ]
    return found[0] if len(found) == 1 else None


def _check_files(folder: Path, graph: Graph) -> Iterator[Finding]:
    store = load_store(folder)
    for kind, expected in (
        ("Claim", len(graph.claims)),
        ("Tie", len(graph.ties)),
        ("Document", len(graph.documents)),
    ):
        rows = ask(store, f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ ?x a soc:{kind} }}").rows
        found = int(rows[0][0].value) if rows and rows[0][0] is not None else 0
        if found != expected:
            yield Finding(GRAPH_FILE, f"{found} of {kind}, but {expected} in the JSON Lines files")
