"""What an earlier state's files have is copied, and gives the bytes of files that are made anew."""

from __future__ import annotations

import io
from collections.abc import Collection
from pathlib import Path

import pytest

from sociogram.case.generations import find_changes, hash_parts
from sociogram.graph.values import Graph
from sociogram.model import Skipped
from sociogram.write import write_case
from sociogram.write.files import earlier as module
from sociogram.write.files.earlier import Copied, Earlier, iter_blocks
from sociogram.write.files.json_lines import json_begin, json_line
from sociogram.write.text import jsonl
from support.sample_graphs import hostile_graph, lonely_graph, sample_graph

GRAPHS = {"sample": sample_graph, "hostile": hostile_graph, "lonely": lonely_graph}


def changed_in(graph: Graph, *, every: int, first: int = 0) -> dict[str, Collection[str]]:
    """As if one part of ``every`` had changed."""
    documents = {document.id for document in graph.documents[first::every]}
    ties = {tie.id for tie in graph.ties[first::every]}
    actors = {actor.id for actor in graph.actors[first::every]}
    changed = {"documents": documents, "lines": documents, "actors": actors, "ties": ties, "edges": ties}
    return {**changed, "unread": documents, "skipped": {one.document for one in graph.skipped[first::every]}}


@pytest.mark.parametrize("name", sorted(GRAPHS))
@pytest.mark.parametrize(("every", "first"), [(1, 10_000), (1, 0), (2, 0), (2, 1), (3, 1)])
def test_whatever_is_copied_the_bytes_are_the_same(name: str, every: int, first: int, tmp_path: Path) -> None:
    graph = GRAPHS[name]()
    places = write_case(graph, tmp_path / "old")
    old = Earlier(
        open_file=lambda name: (tmp_path / "old" / name).open("rb"),
        changed=changed_in(graph, every=every, first=first),
        places=places,
    )
    assert write_case(graph, tmp_path / "new", earlier=old) == places
    for path in (tmp_path / "old").iterdir():
        assert (tmp_path / "new" / path.name).read_bytes() == path.read_bytes(), path.name


def test_what_holds_is_taken_from_the_old_files(tmp_path: Path) -> None:
    graph = sample_graph()
    places = write_case(graph, tmp_path / "old")
    for path in (tmp_path / "old").iterdir():
        path.write_bytes(path.read_bytes().replace(b"funded", b"FUNDED"))
    copied = Earlier(
        open_file=lambda name: (tmp_path / "old" / name).open("rb"),
        changed=changed_in(graph, every=1, first=10_000),
        places=places,
    )
    write_case(graph, tmp_path / "new", earlier=copied)
    for name in ("claims.jsonl", "ties.jsonl", "graph.trig", "graph.gexf", "graph.graphml"):
        assert b"FUNDED" in (tmp_path / "new" / name).read_bytes(), name


def test_files_that_are_gone_are_made_anew(tmp_path: Path) -> None:
    graph = sample_graph()
    places = write_case(graph, tmp_path / "old")
    write_case(graph, tmp_path / "new", earlier=Earlier(changed=changed_in(graph, every=1), places=places))
    for path in (tmp_path / "old").iterdir():
        assert (tmp_path / "new" / path.name).read_bytes() == path.read_bytes(), path.name


def skipping(*notes: tuple[str, str]) -> Graph:
    """A graph that has nothing but what was skipped: documents with reasons."""
    return Graph(
        skipped=tuple(Skipped(document=document, stage="read", reason=reason) for document, reason in notes)
    )


@pytest.mark.parametrize(
    "new",
    [
        [("a", "one"), ("a", "two"), ("b", "three"), ("\ud800", "four")],
        [("a", "one"), ("b", "three"), ("b", "again"), ("\ud800", "four")],
        [("?", "five"), ("a", "one"), ("a", "two"), ("ab", "six"), ("\ud800", "four")],
        [("b", "three"), ("\ud800", "four")],
    ],
)
def test_lines_of_documents_are_copied_each_where_it_was(new: list[tuple[str, str]], tmp_path: Path) -> None:
    before = skipping(("?", "zero"), ("a", "one"), ("a", "two"), ("b", "three"), ("\ud800", "four"))
    graph = skipping(*new)
    for name, each in (("old", before), ("anew", graph)):
        (tmp_path / name).mkdir()
        jsonl.skipped.write(each, tmp_path / name / "skipped.jsonl")
    changes = find_changes(hash_parts(before, ())["skipped"], hash_parts(graph, ())["skipped"])
    earlier = Earlier(
        open_file=lambda name: (tmp_path / "old" / name).open("rb"), changed={"skipped": changes.put.keys()}
    )
    jsonl.skipped.rewrite(graph, tmp_path / "skipped.jsonl", earlier)
    made = (tmp_path / "skipped.jsonl").read_bytes()
    assert made == (tmp_path / "anew" / "skipped.jsonl").read_bytes()
    assert made.count(b"\n") == len(new)


@pytest.mark.parametrize("value", ["a-b", "b.txt", "Zoë", 'with "signs"', "a\\b", "a\u2028b", "\x00"])
def test_a_line_begins_as_it_is_looked_for(value: str) -> None:
    assert json_line({"id": value, "more": 1}).startswith(json_begin("id", value) + ",")


@pytest.mark.parametrize("chunk", [1, 2, 3, 5, 100])
def test_blocks_are_cut_behind_their_ends_wherever_chunks_end(
    chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_CHUNK", chunk)
    file = io.BytesIO(b"before|one .\ntwo .\n}\nbehind")
    assert list(iter_blocks(file, (7, 14), b" .\n")) == [b"one .\n", b"two .\n", b"}\n"]
    assert list(iter_blocks(file, (7, 6), b" .\n")) == [b"one .\n"]
    assert b"".join(iter_blocks(file, (7, 1000), b" .\n")) == b"one .\ntwo .\n}\nbehind"


def test_records_are_found_in_order_and_none_behind_one_that_is_missing() -> None:
    copied = Copied(iter([b"a 1", b"b 2", b"c 3", b"d 4"]))
    assert [copied.find(each) for each in ("b ", "c ", "b ", "d ")] == [b"b 2", b"c 3", None, None]
