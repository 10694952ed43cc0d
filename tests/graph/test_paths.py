"""The search for a shortest path, whatever keeps the ties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sociogram.graph.paths import shortest_path

TIES = {"a": "bc", "b": "ad", "c": "ad", "d": "bce", "e": "d", "f": ""}


def path(first: str, last: str, asked: list[list[str]] | None = None) -> list[tuple[str, str]] | None:
    def steps(front: Sequence[str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        if asked is not None:
            asked.append(list(front))
        for here in front:
            yield here, [(there, here + there) for there in TIES[here]]

    return shortest_path(first, last, steps)


def test_of_equally_short_paths_it_is_the_one_whose_steps_come_first() -> None:
    assert path("a", "e") == [("b", "ab"), ("d", "bd"), ("e", "de")]
    assert path("e", "a") == [("d", "ed"), ("b", "db"), ("a", "ba")]


def test_all_at_one_distance_are_asked_for_at_once() -> None:
    asked: list[list[str]] = []
    path("a", "e", asked)
    assert asked == [["a"], ["b", "c"], ["d"]]


def test_from_a_node_to_itself_nothing_is_asked_and_without_a_path_there_is_none() -> None:
    asked: list[list[str]] = []
    assert path("a", "a", asked) == []
    assert not asked
    assert path("a", "f") is None
