"""What the endpoint says of itself: SPARQL 1.1 Service Description."""

from __future__ import annotations

import pyoxigraph as ox

from sociogram.knowledge.namespaces import RDF
from sociogram.serve.workers.evaluation import Pieces, write_graph

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
    "TriG",
    "N-Quads",
)


def describe_service(endpoint: str, form: str) -> bytes:
    """The description of the service at ``endpoint`` (a URL) in a form of graphs."""
    service, dataset, default = ox.NamedNode(endpoint), ox.BlankNode("dataset"), ox.BlankNode("default")
    a = ox.NamedNode(RDF + "type")
    triples = [
        ox.Triple(service, a, _sd("Service")),
        ox.Triple(service, _sd("endpoint"), service),
        ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        ox.Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        *(ox.Triple(service, _sd("resultFormat"), ox.NamedNode(_FORMATS + name)) for name in _RESULTS),
        ox.Triple(service, _sd("defaultDataset"), dataset),
        ox.Triple(dataset, a, _sd("Dataset")),
        ox.Triple(dataset, _sd("defaultGraph"), default),
        ox.Triple(default, a, _sd("Graph")),
    ]
    gathered = bytearray()
    write_graph(triples, form, Pieces(gathered.extend))
    return bytes(gathered)


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)
