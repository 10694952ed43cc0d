"""TriG, N-Quads, Turtle and JSON-LD, by Oxigraph's serializers over quads in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from sociogram.namespaces import PREFIXES
from sociogram.write.atomic import open_atomic

if TYPE_CHECKING:
    from sociogram.graph import Graph

FORMATS = {
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}


@dataclass(frozen=True, slots=True)
class RdfWriter:
    """Writes one RDF format; Turtle has no named graphs and gets their union."""

    file_name: str
    form: str

    def write(self, graph: Graph, path: Path) -> None:
        """Write all quads of ``graph``."""
        serialize(graph.quads(), self.form, path)


def serialize(quads: Iterable[ox.Quad], form: str, path: Path) -> None:
    """Write ``quads`` to ``path`` in one of ``FORMATS``."""
    with open_atomic(path) as file:
        ox.serialize(
            _union(quads) if form == "turtle" else quads, file, format=FORMATS[form], prefixes=PREFIXES
        )


def _union(quads: Iterable[ox.Quad]) -> Iterator[ox.Triple]:
    for quad in quads:
        yield quad.triple


trig = RdfWriter("graph.trig", "trig")
turtle = RdfWriter("graph.ttl", "turtle")
nquads = RdfWriter("graph.nq", "nquads")
jsonld = RdfWriter("graph.jsonld", "jsonld")
