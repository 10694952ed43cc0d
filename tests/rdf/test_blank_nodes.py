"""Whether blank nodes can be told apart is known before it is tried."""

from __future__ import annotations

import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from sociogram.case.annotations import canonical, read_annotations, write_annotations
from sociogram.errors import InputError
from sociogram.rdf.blank_nodes import LabellingError, check_blank_nodes
from sociogram.serve.workers.jobs import RefusalError, Update
from sociogram.serve.workers.trial_update import try_update

KNOWS = ox.NamedNode("urn:knows")


def node(number: int, of: str = "b") -> ox.BlankNode:
    return ox.BlankNode(f"{of}{number}")


def clique(size: int) -> list[ox.Quad]:
    return [
        ox.Quad(node(one), KNOWS, node(other)) for one in range(size) for other in range(size) if one != other
    ]


def ring(size: int) -> list[ox.Quad]:
    return [ox.Quad(node(one), KNOWS, node((one + 1) % size)) for one in range(size)]


def stars(size: int, rays: int) -> list[ox.Quad]:
    """Alike nodes, each linked to as many alike ones of its own."""
    return [
        ox.Quad(node(star, "hub"), KNOWS, node(ray, f"ray{star}x"))
        for star in range(size)
        for ray in range(rays)
    ]


@pytest.mark.parametrize(
    "quads",
    [clique(9), clique(40), ring(1000), stars(2, 12), [*clique(9), *ring(3)]],
    ids=["clique of 72 quads", "large clique", "ring", "stars", "a clique among others"],
)
def test_alike_nodes_that_are_linked_in_many_ways_are_refused_at_once(quads: list[ox.Quad]) -> None:
    begun = time.process_time()
    with pytest.raises(LabellingError, match="look alike are linked with one another"):
        canonical(quads)
    assert time.process_time() - begun < 2


def test_many_small_rings_are_refused_too() -> None:
    quads = [
        ox.Quad(node(one, f"r{each}x"), KNOWS, node((one + 1) % 60, f"r{each}x"))
        for each in range(200)
        for one in range(60)
    ]
    with pytest.raises(LabellingError, match="takes too long"):
        check_blank_nodes(quads)


def test_a_clique_in_quoted_triples_or_in_names_of_graphs_is_refused() -> None:
    quoted = [
        ox.Quad(ox.NamedNode(f"urn:{number}"), KNOWS, quad.triple) for number, quad in enumerate(clique(9))
    ]
    named = [ox.Quad(ox.NamedNode("urn:a"), KNOWS, quad.object, quad.subject) for quad in clique(9)]
    check_blank_nodes(quoted)  # each stands under a name of its own
    with pytest.raises(LabellingError):
        check_blank_nodes([ox.Quad(ox.NamedNode("urn:a"), KNOWS, quad.triple) for quad in clique(9)])
    with pytest.raises(LabellingError):
        check_blank_nodes(named)


@pytest.mark.parametrize(
    "quads",
    [
        [],
        clique(2),
        clique(6),
        ring(100),
        stars(2, 5),
        stars(300, 3),
        stars(1, 2000),
        [ox.Quad(node(one), KNOWS, ox.Literal("alike")) for one in range(2000)],
        [ox.Quad(node(one), KNOWS, ox.Literal(str(one))) for one in range(12)] + clique(12),
    ],
    ids=[
        "none",
        "two",
        "six, each linked with each",
        "ring",
        "two stars",
        "many stars",
        "one star",
        "alike alone",
        "a clique of nodes with names",
    ],
)
def test_what_people_write_is_told_apart(quads: list[ox.Quad]) -> None:
    assert len(canonical(quads)) == len(quads)


def test_annotations_with_such_nodes_are_refused_by_a_build_in_one_line(tmp_path: Path) -> None:
    ox.serialize(clique(9), str(tmp_path / "annotations.trig"), format=ox.RdfFormat.TRIG)
    with pytest.raises(InputError, match=r"annotations\.trig: 9 blank nodes .* give them IRIs"):
        read_annotations(tmp_path)
    with pytest.raises(InputError, match="9 blank nodes"):
        write_annotations(tmp_path / "other", clique(9))
    assert not (tmp_path / "other").exists()


def nested(depth: int) -> str:
    return f"<a:a> <a:b> {'<<( <a:a> <a:b> ' * depth}<a:c>{' )>>' * depth} .\n"


@pytest.mark.parametrize("depth", [51, 2_000, 100_000])
def test_triple_terms_deep_in_one_another_are_refused_before_they_are_parsed(
    tmp_path: Path, depth: int
) -> None:
    (tmp_path / "annotations.trig").write_text(nested(depth), encoding="utf-8")
    with pytest.raises(InputError, match=r"annotations\.trig: triple terms lie over 50 deep"):
        read_annotations(tmp_path)


def test_triple_terms_that_a_client_nested_are_refused_before_they_are_kept(tmp_path: Path) -> None:
    store = ox.Store()
    store.update(f"INSERT DATA {{ {nested(200)} }}")
    with pytest.raises(LabellingError, match="over 50 deep"):
        check_blank_nodes(store)
    with pytest.raises(InputError, match="over 50 deep"):
        write_annotations(tmp_path, store)
    with pytest.raises(RefusalError, match="over 50 deep"):
        try_update(ox.Store(), Update(text=f"INSERT DATA {{ {nested(200)} }}"), lambda _piece: None)


def test_a_few_triple_terms_and_marks_in_strings_are_read(tmp_path: Path) -> None:
    marks = f'<a:a> <a:b> "{"<<" * 90}", \'{"<< " * 90}\', """{"<<(" * 90}" """ . # {"<<" * 90}\n'
    (tmp_path / "annotations.trig").write_text(nested(3) + marks, encoding="utf-8")
    assert len(read_annotations(tmp_path)) == 4
