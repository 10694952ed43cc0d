"""Pushing the graph to a server by the SPARQL 1.1 Graph Store HTTP Protocol.

Each named graph is sent whole with ``PUT URL?graph=IRI``, in the order of the graphs' names, so that doing
it twice leaves the same. A graph waits on disk while it is sent, with its length known beforehand: some
servers refuse bodies without one. The default graph of the case is never sent, since ``PUT ?default`` would
replace whatever else the server has there.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from urllib.parse import quote, urlsplit, urlunsplit

import pyoxigraph as ox

from sociogram.errors import UsageError
from sociogram.knowledge.namespaces import GRAPH, SOC
from sociogram.write.rdf.graph_store import GraphStoreClient, Target, check_target, origin

OWN = tuple(SOC + name for name in ("actors", "facts", "run", "ties"))
"""Graphs that are replaced even where the case has nothing in them, so that nothing of an earlier push stays."""
_IN_MEMORY = 8 << 20
"""Bytes of a graph that wait in memory while it is sent; larger ones wait on disk."""
# Where servers answer SPARQL, by the end of the address of their graph store.
_QUERY_ENDS = (
    ("/rdf-graphs/service", ""),  # GraphDB, RDF4J: /repositories/R/rdf-graphs/service
    ("/sparql-graph-crud-auth", "/sparql-auth"),  # Virtuoso
    ("/sparql-graph-crud", "/sparql"),
    ("/store", "/query"),  # Oxigraph
    ("/data", "/sparql"),  # Fuseki: /DATASET/data
)


@dataclass(slots=True)
class Pushed:
    """What was done: graphs and statements sent, graphs deleted, statements of the default graph left out."""

    graphs: int = 0
    statements: int = 0
    deleted: int = 0
    left_out: int = 0


def push(
    store: ox.Store,
    target: Target,
    *,
    prune: bool = False,
    query_url: str | None = None,
    told: Callable[[str, int], None] | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Pushed:
    """Send each named graph of ``store`` to ``target``.

    Args:
        store: The quads of a case.
        target: Where to.
        prune: Whether to delete graphs under ``graph:`` there that are not in ``store``.
        query_url: Where the server answers SPARQL, which ``prune`` asks; guessed from the usual ones.
        told: Is called after each graph, with its name and how many statements it has.
        sleep: Waits before a request is tried again.

    Raises:
        UsageError: If the address cannot be used, or the server refuses, fails or cannot be reached.
    """
    check_target(target)
    client = GraphStoreClient(target, sleep)
    asked = _query_url(target.url, query_url) if prune else ""
    pushed = Pushed(left_out=sum(1 for _ in store.quads_for_pattern(None, None, None, ox.DefaultGraph())))
    names = {name.value for name in store.named_graphs() if isinstance(name, ox.NamedNode)}
    for name in sorted({*names, *OWN}):
        count = _put(client, store, name)
        pushed.graphs += count > 0
        pushed.statements += count
        if told is not None:
            told(name, count)
    if prune:
        for name in client.list_graphs(asked, GRAPH):
            if name.startswith(GRAPH) and name not in names:
                client.request("DELETE", _address(target.url, name), missing=True)
                pushed.deleted += 1
    return pushed


def _put(client: GraphStoreClient, store: ox.Store, name: str) -> int:
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as body:
        triples = _Counted(store.quads_for_pattern(None, None, None, ox.NamedNode(name)))
        ox.serialize(triples, body, format=ox.RdfFormat.N_TRIPLES)
        address = _address(client.target.url, name)
        if triples.count:
            client.request("PUT", address, body)
        else:
            client.request("DELETE", address, missing=True)
        return triples.count


class _Counted:
    """Triples of quads, counted as they pass."""

    def __init__(self, quads: Iterator[ox.Quad]) -> None:
        self._quads = quads
        self.count = 0

    def __iter__(self) -> Iterator[ox.Triple]:
        for quad in self._quads:
            self.count += 1
            yield quad.triple
        # Oxigraph's iterator must go in the thread that made it, and not whenever this object goes.
        self._quads = iter(())


def _address(url: str, name: str) -> str:
    joint = "&" if urlsplit(url).query else "?"
    return f"{url}{joint}graph={quote(name, safe='')}"


def _query_url(url: str, given: str | None) -> str:
    if given is not None:
        check_target(Target(url=given))
        if origin(given) != origin(url):
            raise UsageError(f"{given}: is another server than {url}; give the address of the same one")
        return given
    parts = urlsplit(url)
    for end, instead in _QUERY_ENDS:
        if parts.path.endswith(end):
            path = parts.path.removesuffix(end) + instead
            return urlunsplit((parts.scheme, parts.netloc, path, "", ""))
    raise UsageError(f"{url}: --prune must ask which graphs are there; give the address with --query-url URL")
