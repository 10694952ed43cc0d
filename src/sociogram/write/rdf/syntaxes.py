"""N-Quads, Turtle and TriG by Oxigraph's serializers, and JSON-LD, over quads in a fixed order."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import pyoxigraph as ox

from sociogram.knowledge.namespaces import PREFIXES
from sociogram.write.files.atomic import open_atomic, write_text
from sociogram.write.rdf.jsonld import iter_json

if TYPE_CHECKING:
    from sociogram.graph.values import Graph

_OXIGRAPH = {
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
    "nquads": ox.RdfFormat.N_QUADS,
}
FORMATS = (*_OXIGRAPH, "jsonld")
"""All forms of RDF that are written, JSON-LD by ``jsonld.iter_json``."""


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
    if form == "jsonld":
        write_text(path, iter_json(quads))
        return
    with open_atomic(path) as file:
        items = _union(quads) if form == "turtle" else quads
        output = SortedPrefixes(file)
        ox.serialize(items, cast("BinaryIO", output), format=_OXIGRAPH[form], prefixes=PREFIXES)
        output.finish()


class SortedPrefixes(io.RawIOBase):
    """Passes bytes on, and puts the declarations at the head in order: Oxigraph's order changes by chance."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._head: bytes | None = b""

    def writable(self) -> bool:
        """As a file that is written to."""
        return True

    def write(self, chunk: Any) -> int:  # the buffer protocol has no type before 3.12
        """Pass ``chunk`` on, once the declarations are over."""
        piece = bytes(chunk)
        if self._head is None:
            self._file.write(piece)
            return len(piece)
        self._head += piece
        lines = self._head.splitlines(keepends=True)
        last = next((number for number, line in enumerate(lines) if not line.startswith(b"@prefix")), None)
        if last is not None and (b"\n" in lines[last] or len(lines[last]) > len(b"@prefix")):
            self._flush_head(lines, last)
        return len(piece)

    def _flush_head(self, lines: list[bytes], last: int) -> None:
        self._file.write(b"".join([*sorted(lines[:last]), *lines[last:]]))
        self._head = None

    def flush(self) -> None:
        """Nothing is held back but the head."""

    def finish(self) -> None:
        """Write a head that nothing followed."""
        if self._head is not None:
            lines = self._head.splitlines(keepends=True)
            self._flush_head(lines, len(lines))


def _union(quads: Iterable[ox.Quad]) -> Iterator[ox.Triple]:
    for quad in quads:
        yield quad.triple


turtle = RdfWriter("graph.ttl", "turtle")
nquads = RdfWriter("graph.nq", "nquads")
jsonld = RdfWriter("graph.jsonld", "jsonld")
