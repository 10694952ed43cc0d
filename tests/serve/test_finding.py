"""Search over a whole case: pairs of names, and names with mistakes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from sociogram.graph.values import Graph
from sociogram.model import Actor
from sociogram.serve.explorer.search import Finder
from sociogram.serve.explorer.whole_case import WholeCase
from sociogram.write.explorer.pictured import Picture
from support.asking_cases import make_asking_case


@pytest.fixture(scope="module")
def finder() -> Iterator[Finder]:
    graph, texts = make_asking_case()
    with closing(Finder(WholeCase(graph), texts.get)) as found:
        yield found


@pytest.mark.parametrize("query", ["anna tom", "tom and anna", "Anna Berg Tom Aldo", "berg vs aldo", "Aldo, Anna",
                                   "Berg/Aldo", "anna — tom", "; anna | tom ,"])  # fmt: skip
def test_two_names_find_the_pair_and_what_joins_it(finder: Finder, query: str) -> None:
    found = finder.find(query, 10)
    ends = {found["pairs"][0][end]["id"] for end in ("first", "second")}
    assert ends == {"anna", "tom"}
    assert found["pairs"][0]["claims"] == 2
    assert found["actors"] == []


def test_a_work_that_names_two_hides_neither_them_nor_itself() -> None:
    graph, texts = make_asking_case()
    work = Actor(id="work", name="When Tom Aldo Met Anna Berg", kind="Work")
    with closing(Finder(WholeCase(replace(graph, actors=(*graph.actors, work))), texts.get)) as finder:
        found = finder.find("anna tom", 10)
        assert {found["pairs"][0][end]["id"] for end in ("first", "second")} == {"anna", "tom"}
        assert [each["id"] for each in found["actors"]] == ["work"]
        # Nothing joins these two, and the work has both words.
        assert finder.find("met anna", 10)["pairs"] == []
        assert finder.find("anna berg", 10)["pairs"] == []


@pytest.mark.parametrize(
    ("query", "actor"),
    [
        ("Ana Berg", "anna"),
        ("bergg", "anna"),
        ("Tom Adlo", "tom"),
        ("habour trust", "trust"),
        ("mira chem", "mira"),
    ],
)
def test_a_name_with_a_mistake_finds_the_nearest_and_says_so(finder: Finder, query: str, actor: str) -> None:
    found = finder.find(query, 10)
    assert found["guessed"] is True
    assert [each["id"] for each in found["actors"]] == [actor]


def test_a_name_as_it_is_typed_is_no_guess_and_nonsense_finds_nothing(finder: Finder) -> None:
    assert finder.find("anna berg", 10)["guessed"] is False
    nothing = finder.find("qqqqqqq", 10)
    assert (nothing["actors"], nothing["pairs"], nothing["guessed"]) == ([], [], False)


@pytest.mark.parametrize(
    "query", ["x" * 1000, " ".join(["anna", "tom", "mira", "zoe", "port", "lone"] * 20), "a b c d e f g h"]
)
def test_long_queries_end_soon(query: str) -> None:
    actors = tuple(
        Actor(id=f"a{number}", name=f"Name{number:05} {'längst' * 45}", kind="Person")
        for number in range(10_000)
    )
    with closing(
        Finder(WholeCase(Graph(actors=actors, run="many"), _drawn(actors)), lambda _: None)
    ) as finder:
        finder.find("nam00001", 10)
        began = time.perf_counter()
        finder.find(query, 10)
        assert time.perf_counter() - began < 2.0


def _drawn(actors: tuple[Actor, ...]) -> Picture:
    none = [0] * len(actors)
    return Picture(x=none, y=none, communities=none, betweenness=none, pagerank=none)
