"""``graph.trig`` is written in blocks and in a stream, whose pieces may end anywhere."""

from __future__ import annotations

import io

import pyoxigraph as ox
import pytest

from sociogram.knowledge.namespaces import PREFIXES
from sociogram.write.rdf import trig
from support.sample_graphs import hostile_graph, sample_graph


@pytest.mark.parametrize("size", [1, 5, 64, 1_000_000])
@pytest.mark.parametrize("graph", [sample_graph(), hostile_graph()], ids=["sample", "hostile"])
def test_a_stream_has_the_bytes_of_a_block_wherever_its_pieces_end(size: int, graph) -> None:  # type: ignore[no-untyped-def]
    quads = list(graph.quads())
    whole = ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=PREFIXES)
    file = io.BytesIO()
    body = trig._Body(file)
    for begin in range(0, len(whole), size):
        body.write(whole[begin : begin + size])
    assert file.getvalue() == trig._block(quads)


def test_a_stream_of_nothing_is_nothing() -> None:
    file = io.BytesIO()
    trig._stream([], file)
    assert file.getvalue() == b""
