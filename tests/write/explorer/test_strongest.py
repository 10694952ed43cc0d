"""Which part of a large graph the page holds, and that it says so."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sociogram.graph.values import Graph
from sociogram.write.explorer.page import ExplorerWriter, iter_page
from sociogram.write.explorer.strongest import choose_strongest
from sociogram.write.picture.drawing import draw
from support.explorer_cases import make_case
from support.standing_cases import make_sources


def data_of(page: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found.group(1))


def test_a_graph_that_is_not_too_large_is_held_as_it_is() -> None:
    graph, _ = make_case()
    assert choose_strongest(graph, len(graph.actors)) == (graph, [0, 1, 2, 3, 4])
    assert "partOf" not in data_of("".join(iter_page(graph, most=5)))


def test_the_strongest_actors_have_the_ties_among_them_with_all_claims_and_who_asserts_them() -> None:
    graph, _ = make_case()
    part, numbers = choose_strongest(graph, 2, fewest=0)
    (tie,) = part.ties
    assert {tie.subject, tie.object} == {"anna", "trust"}
    assert [claim.id for claim in part.claims] == list(tie.claims)
    # Tom is told to have denied it, and comes along without the ties that he has himself.
    assert [actor.id for actor in part.actors] == [graph.actors[number].id for number in numbers]
    assert {actor.id for actor in part.actors} == {"anna", "trust", "tom"}


@pytest.mark.parametrize(
    ("most_claims", "fewest", "claims"), [(4, 0, 4), (3, 0, 3), (2, 0, 2), (1, 0, 0), (1, 2, 2), (0, 5, 4)]
)
def test_as_many_actors_are_held_as_have_so_many_claims_among_them(
    most_claims: int, fewest: int, claims: int
) -> None:
    part, _ = choose_strongest(make_case()[0], 5, most_claims, fewest)
    assert len(part.claims) == claims


def test_what_is_said_of_claims_beside_each_other_is_what_the_part_alone_would_say() -> None:
    graph = make_sources()
    for most in range(len(graph.actors)):
        part, _ = choose_strongest(graph, most, fewest=0)
        alone = Graph(actors=part.actors, claims=part.claims, ties=part.ties, documents=part.documents)
        assert part.standings == alone.standings
        assert part.copied == alone.copied


def test_documents_that_the_part_does_not_name_are_left_out() -> None:
    graph, _ = make_case()
    alone, _ = choose_strongest(graph, 0, fewest=0)
    assert (alone.actors, alone.ties, alone.documents) == ((), (), ())


def test_a_page_of_a_part_says_how_much_there_is_and_has_the_places_of_the_whole(tmp_path: Path) -> None:
    graph, texts = make_case()
    ExplorerWriter(texts=texts.get, most=2).write(graph, tmp_path / "index.html")
    data = data_of((tmp_path / "index.html").read_text(encoding="utf-8"))
    assert data["partOf"] == {
        "actors": 5,
        "ties": 3,
        "claims": 4,
        "documents": 1,
        "outlets": len({document.publisher for document in graph.documents if document.publisher}),
        "first": graph.documents[0].published or "",
        "last": graph.documents[0].published or "",
    }
    places = draw(graph).places.tolist()
    index = {actor.id: number for number, actor in enumerate(graph.actors)}
    assert [[x, y] for x, y in zip(data["actors"]["x"], data["actors"]["y"], strict=True)] == [
        places[index[each]] for each in data["actors"]["id"]
    ]
