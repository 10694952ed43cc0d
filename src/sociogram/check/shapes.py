"""Does a graph have the shapes that the ontology demands (SHACL)?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sociogram.check.values import Finding
from sociogram.graph.values import Graph
from sociogram.knowledge.folders import ontology_folder

SHAPES_FILE = "shapes.ttl"
"""The SHACL shapes, in the folder of the ontology."""
MOST_SHAPED = 400
"""Claims that the shapes are run on, evenly chosen: pySHACL needs about 5 ms and 100 kB for each."""


def check_shapes(graph: Graph) -> Iterator[Finding]:
    """The shapes that ``graph`` violates, or an even choice of its claims where there are many."""
    path = ontology_folder() / SHAPES_FILE
    if not path.is_file():
        return
    import pyshacl
    import rdflib

    data = rdflib.Graph().parse(data=_n_triples(sample(graph, MOST_SHAPED)), format="nt")
    conforms, report, _ = pyshacl.validate(
        data, shacl_graph=rdflib.Graph().parse(path, format="turtle"), advanced=False, inference="none"
    )
    if conforms or not isinstance(report, rdflib.Graph):
        return
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    for result in sorted(report.subjects(rdflib.RDF.type, shacl.ValidationResult), key=str):
        node = report.value(result, shacl.focusNode)
        message = report.value(result, shacl.resultMessage)
        on = report.value(result, shacl.resultPath)
        yield Finding(str(node), f"shape violated at {on}: {message}")


def _n_triples(graph: Graph) -> str:
    import pyoxigraph as ox

    made = ox.serialize((quad.triple for quad in graph.quads()), format=ox.RdfFormat.N_TRIPLES)
    return (made or b"").decode()


def sample(graph: Graph, most: int) -> Graph:
    """``graph`` with at most ``most`` claims, evenly chosen, and only what those need."""
    if len(graph.claims) <= most:
        return graph
    step = len(graph.claims) / most
    claims = tuple(graph.claims[int(number * step)] for number in range(most))
    kept = {claim.id for claim in claims}
    used = {end for claim in claims for end in (claim.subject, claim.object, *claim.asserters)}
    ties = [
        replace(tie, claims=tuple(each for each in tie.claims if each in kept))
        for tie in graph.ties
        if not kept.isdisjoint(tie.claims)
    ]
    return replace(
        graph,
        claims=claims,
        ties=tuple(ties),
        actors=tuple(actor for actor in graph.actors if actor.id in used),
    )
