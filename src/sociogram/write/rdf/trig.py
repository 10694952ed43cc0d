"""``graph.trig``: the graph as TriG, of which what did not change is copied from the last one.

A document's named graph is a block of its own, and so is what is said of an actor or of a tie: the same bytes whatever
stands around it, so that a large case in which one document changed is written at the speed of the disk.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
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
from sociogram.write.files.earlier import Copied, Earlier, Place, Places, iter_blocks

if TYPE_CHECKING:
    from sociogram.graph.values import Graph

_DECLARATION = b"@prefix"
_END = b" .\n"
"""The end of the statements about one subject; a line's end in a literal is written as an escape."""
_FOOT = b"}\n"
_PLAIN = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")
"""Ids that stand behind a prefix as they are."""
Quads = Callable[[], Iterator[ox.Quad]]
Part = tuple[str, Quads]
"""An actor or a tie by its id, and what makes its quads."""


@dataclass(frozen=True, slots=True)
class TrigWriter:
    """Writes all quads of a graph as TriG."""

    file_name: str = GRAPH_FILE

    def write(self, graph: Graph, path: Path) -> None:
        """Write all quads of ``graph``."""
        write_trig(graph, path)


def write_trig(graph: Graph, path: Path, earlier: Earlier | None = None) -> Places:
    """Write all quads of ``graph`` to ``path``; where the block of each document lies, and those of actors and ties.

    The bytes do not depend on ``earlier``.
    """
    earlier = earlier or Earlier()
    documents: dict[str, Place] = {}
    sections: dict[str, Place] = {}
    old = earlier.open_file(GRAPH_FILE)
    with contextlib.ExitStack() as stack, open_atomic(path) as file:
        if old is not None:
            stack.enter_context(old)
        file.write("".join(sorted(_prefixes())).encode())
        for document, claims in iter_documents(graph):
            begin = file.tell()
            block = _copy(earlier, old, document.id)
            file.write(_block(document_quads(document, claims)) if block is None else block)
            documents[document.id] = (begin, file.tell() - begin)
        for kind, parts in (
            ("actors", ((actor.id, partial(actor_quads, actor)) for actor in graph.actors)),
            ("ties", ((tie.id, partial(tie_quads, graph, tie)) for tie in graph.ties)),
        ):
            begin = file.tell()
            place = earlier.places.get("sections", {}).get(kind)
            _Section(file, kind, old, place).write(parts, earlier)
            sections[kind] = (begin, file.tell() - begin)
        for quads in ((fact_quad(*fact) for fact in iter_facts(graph)), run_quads(graph)):
            _stream(quads, file)
    return {"documents": documents, "sections": sections}


def _copy(earlier: Earlier, old: BinaryIO | None, document: str) -> bytes | None:
    place = earlier.places.get("documents", {}).get(document)
    if place is None or old is None or not earlier.holds("documents", document):
        return None
    old.seek(place[0])
    block = old.read(place[1])
    return block if len(block) == place[1] else None


class _Section:
    """The named graph ``kind``, a part after the other, as it would be written at once."""

    def __init__(self, file: BinaryIO, kind: str, old: BinaryIO | None, place: Place | None) -> None:
        self._file = file
        self._kind = kind
        self._head = f"soc:{kind} {{\n".encode()
        self._old = None
        if old is not None and place is not None:
            self._old = Copied(_statements(old, place, self._head))
        self._begun = False

    def write(self, parts: Iterable[Part], earlier: Earlier) -> None:
        """Write all ``parts``; those that ``earlier`` has are copied."""
        if self._old is None:
            _stream(chain.from_iterable(quads() for _, quads in parts), self._file)
            return
        fresh: list[Quads] = []
        for each, quads in parts:
            block = self._find(each) if earlier.holds(self._kind, each) else None
            if block is None:
                fresh.append(quads)
                continue
            self._add_fresh(fresh)
            self._add(block)
        self._add_fresh(fresh)
        if self._begun:
            self._file.write(_FOOT)

    def _find(self, each: str) -> bytes | None:
        if self._old is None or not _PLAIN.fullmatch(each):
            return None
        return self._old.find(f"\t{self._kind.removesuffix('s')}:{each} ")

    def _add_fresh(self, fresh: list[Quads]) -> None:
        if not fresh:
            return
        block = _block(chain.from_iterable(quads() for quads in fresh))
        fresh.clear()
        if block:
            self._add(block.removeprefix(self._head).removesuffix(_FOOT))

    def _add(self, statements: bytes) -> None:
        if not self._begun:
            self._file.write(self._head)
            self._begun = True
        self._file.write(statements)


def _statements(old: BinaryIO, place: Place, head: bytes) -> Iterator[bytes]:
    """What is said of one subject after the other in the named graph at ``place``."""
    return (block.removeprefix(head) for block in iter_blocks(old, place, _END))


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
