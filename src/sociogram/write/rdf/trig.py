"""``graph.trig``: the graph as TriG, of which the documents that did not change are copied from the last one.

A document's named graph is a block of its own, the same bytes whatever stands around it, so that a large case
in which one document changed is written at the speed of the disk.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import pyoxigraph as ox

from sociogram.graph.facts import iter_facts
from sociogram.knowledge.case_files import GRAPH_FILE
from sociogram.knowledge.namespaces import PREFIXES
from sociogram.rdf.quads import (
    actor_quads,
    document_quads,
    fact_quad,
    iter_documents,
    run_quads,
    tie_quads,
)
from sociogram.write.files.atomic import open_atomic

if TYPE_CHECKING:
    from sociogram.graph.values import Graph

_DECLARATION = b"@prefix"
Place = tuple[int, int]
"""Where a block lies in the file: its first byte and its length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An earlier file, open, and the places in it of the blocks that hold for the new one too, by document."""

    file: BinaryIO | None = None
    places: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TrigWriter:
    """Writes all quads of a graph as TriG."""

    file_name: str = GRAPH_FILE

    def write(self, graph: Graph, path: Path) -> None:
        """Write all quads of ``graph``."""
        write_trig(graph, path)


def write_trig(graph: Graph, path: Path, earlier: Written | None = None) -> dict[str, Place]:
    """Write all quads of ``graph`` to ``path``; where the block of each document lies, by its id.

    The bytes do not depend on ``earlier``.
    """
    earlier = earlier or Written()
    places: dict[str, Place] = {}
    with open_atomic(path) as file:
        position = file.write("".join(sorted(_prefixes())).encode())
        for document, claims in iter_documents(graph):
            block = _copy(earlier, document.id)
            if block is None:
                block = _block(document_quads(document, claims))
            places[document.id] = (position, len(block))
            position += file.write(block)
        rest = (
            chain.from_iterable(map(actor_quads, graph.actors)),
            chain.from_iterable(tie_quads(graph, tie) for tie in graph.ties),
            (fact_quad(*fact) for fact in iter_facts(graph)),
            run_quads(graph),
        )
        for quads in rest:
            _stream(quads, file)
    return places


def _copy(earlier: Written, document: str) -> bytes | None:
    place = earlier.places.get(document)
    if place is None or earlier.file is None:
        return None
    earlier.file.seek(place[0])
    block = earlier.file.read(place[1])
    return block if len(block) == place[1] else None


def _prefixes() -> list[str]:
    return [f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items()]


def _block(quads: Iterable[ox.Quad]) -> bytes:
    """The serialization of ``quads``, which lie in one graph, without the declarations before it."""
    text = ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=PREFIXES) or b""
    begin = 0
    while text.startswith(_DECLARATION, begin):
        begin = text.index(b"\n", begin) + 1
    return text[begin:]


class _Body(io.RawIOBase):
    """Passes on what follows the declarations at the head."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._head: bytes | None = b""

    def writable(self) -> bool:
        """As a file that is written to."""
        return True

    def write(self, chunk: Any) -> int:  # the buffer protocol has no type before 3.12
        """Pass ``chunk`` on, or what of it follows the declarations."""
        piece = bytes(chunk)
        if self._head is None:
            self._file.write(piece)
            return len(piece)
        self._head += piece
        while self._head.startswith(_DECLARATION) and b"\n" in self._head:
            self._head = self._head.partition(b"\n")[2]
        if not _DECLARATION.startswith(self._head[: len(_DECLARATION)]):
            self._file.write(self._head)
            self._head = None
        return len(piece)


def _stream(quads: Iterable[ox.Quad], file: BinaryIO) -> None:
    """Write the serialization of ``quads``, of which there may be millions, as that of a block."""
    ox.serialize(quads, cast("BinaryIO", _Body(file)), format=ox.RdfFormat.TRIG, prefixes=PREFIXES)


writer = TrigWriter()
