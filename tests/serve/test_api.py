"""What the explorer asks of a server: parts, search, tables, paths, questions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociogram.case import open_case
from sociogram.graph.records import load_graph
from sociogram.serve.explorer.folded_text import FoldedTexts, fold, fold_words
from sociogram.serve.explorer.full_text import FullText, find_in_original
from sociogram.serve.explorer.picture import read_picture
from sociogram.serve.explorer.whole_case import WholeCase
from sociogram.write import write_case
from sociogram.write.explorer.data import iter_data
from sociogram.write.explorer.pictured import make_picture
from sociogram.write.picture.drawing import draw
from support.explorer_cases import make_case, make_unread
from support.serve_cases import make_folder, running


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with running(make_folder(tmp_path_factory.mktemp("case"))) as client:
        yield client


def test_a_part_has_the_strongest_actors_and_those_that_are_named(client: httpx.Client) -> None:
    strongest = client.get("/api/slice", params={"most": 1}).json()
    assert "trust" in strongest["actors"]["id"]
    assert "mira" not in strongest["actors"]["id"]
    more = client.get("/api/slice", params={"most": 1, "with": ["mira", "tie:tie1", "gone"]}).json()
    assert {"mira", "trust", "tom"} <= set(more["actors"]["id"])
    assert more["served"]["missing"] == ["gone"]
    assert (more["served"]["actors"], more["served"]["claims"], more["served"]["documents"]) == (5, 4, 1)


def test_a_part_is_asked_for_in_a_body_as_in_an_address(client: httpx.Client) -> None:
    by_address = client.get("/api/slice", params={"most": 2, "with": "mira"})
    by_body = client.post("/api/slice", json={"most": 2, "with": ["mira"]})
    assert by_address.content == by_body.content
    for wrong in ({"most": "x"}, {"with": "mira"}, [], 3, {"most": True}):
        assert client.post("/api/slice", json=wrong).status_code == 400


def test_the_part_that_is_the_whole_is_the_data_of_the_file(client: httpx.Client, tmp_path: Path) -> None:
    graph = load_graph(make_folder(tmp_path / "case"))
    served = client.get("/api/slice", params={"most": 2000, "with": "lone"}).json()
    whole = json.loads("".join(iter_data(graph, [graph.documents[0].characters])))
    del served["served"], served["actors"]["claims"], served["actors"]["neighbours"], whole["unread"]
    del whole["marks"]  # a server gives both with a document's text
    assert served == {**whole, "run": served["run"]}


def test_what_is_unread_in_a_document_is_given_apart_by_its_place_in_the_documents_own_text(
    client: httpx.Client, tmp_path: Path
) -> None:
    assert client.get("/api/unread", params={"document": "d1"}).json() == {"unread": []}
    graph, texts = make_unread()
    write_case(graph, tmp_path)
    with running(tmp_path) as other:
        (unread,) = other.get("/api/unread", params={"document": "d1"}).json()["unread"]
        assert "unread" not in other.get("/api/slice").json()
    start, length, why = unread
    assert texts["d1"][start : start + length] == "Anna Berg saw 😀 Tom Aldo."
    assert why == "nothing was read"


def test_a_part_keeps_the_places_and_measures_of_the_whole() -> None:
    graph, _ = make_case()
    whole = WholeCase(graph)
    part, picture = whole.cut_out(whole.choose(2, []))
    for place, actor in enumerate(part.actors):
        number = whole.actor_numbers[actor.id]
        assert picture.x[place] == whole.picture.x[number]
        assert picture.pagerank[place] == whole.picture.pagerank[number]
        assert picture.more["claims"][place] == whole.claims_of_actor[number]


def test_whoever_says_a_claim_comes_with_it() -> None:
    graph, _ = make_case()
    whole = WholeCase(graph)
    anna, trust = whole.actor_numbers["anna"], whole.actor_numbers["trust"]
    part, _ = whole.cut_out(whole.choose(0, [anna, trust]))
    assert {"anna", "trust", "tom"} <= {actor.id for actor in part.actors}


def test_the_page_holds_the_part_that_it_opens_with(client: httpx.Client) -> None:
    page = client.get("/").text
    island = re.search(r'<script type="application/json" id="data">(.*?)</script>', page)
    assert island is not None
    assert json.loads(island[1])["served"]["title"]
    queries = client.get("/query").text
    island = re.search(r'<script type="application/json" id="query">(.*?)</script>', queries)
    assert island is not None
    known = json.loads(island[1])
    assert {"questions", "prefixes", "examples", "terms", "kinds", "generation"} <= set(known)
    assert {"name": "speaker", "required": True} in next(
        question["parameters"] for question in known["questions"] if question["name"] == "what-does"
    )
    assert "<form action='/sparql'" in queries


def test_every_example_of_the_query_page_can_be_asked(client: httpx.Client) -> None:
    page = client.get("/query").text
    island = re.search(r'id="query">(.*?)</script>', page)
    assert island is not None
    for example in json.loads(island[1])["examples"]:
        assert client.get("/sparql", params={"query": example["sparql"]}).status_code == 200, example


def test_search_finds_names_quotes_and_documents_without_case_and_marks(client: httpx.Client) -> None:
    found = client.get("/api/search", params={"q": "HÁRBOUR trust"}).json()
    assert [actor["id"] for actor in found["actors"]] == ["trust"]
    assert {claim["id"] for claim in found["claims"]} == {"claim0", "claim1", "claim2"}
    titled = client.get("/api/search", params={"q": "letter"}).json()
    assert [document["id"] for document in titled["documents"]] == ["d1"]
    assert client.get("/api/search", params={"q": "zzz"}).json() == {
        "actors": [],
        "guessed": False,
        "pairs": [],
        "claims": [],
        "documents": [],
    }


def test_a_path_is_the_shortest_over_affirmed_ties(client: httpx.Client) -> None:
    assert client.get("/api/path", params={"from": "anna", "to": "mira"}).json() == {
        "actors": ["anna", "trust", "tom", "mira"],
        "ties": ["tie0", "tie1", "tie2"],
    }
    assert client.get("/api/path", params={"from": "anna", "to": "lone"}).json() == {"actors": [], "ties": []}
    assert client.get("/api/path", params={"from": "anna", "to": "anna"}).json()["actors"] == ["anna"]


def test_neighbours_come_by_strength(client: httpx.Client) -> None:
    assert client.get("/api/around", params={"actor": "trust"}).json() == {
        "actors": ["anna", "tom"],
        "total": 2,
    }
    assert client.get("/api/around", params={"actor": "trust", "most": 1}).json() == {
        "actors": ["anna"],
        "total": 2,
    }


def test_a_table_is_sorted_filtered_and_given_by_pages(client: httpx.Client) -> None:
    first = client.get("/api/table/actors", params={"sort": "claims", "down": 1, "size": 2}).json()
    assert (first["total"], first["page"], len(first["rows"])) == (5, 1, 2)
    assert first["ids"][0] == "trust"
    last = client.get("/api/table/actors", params={"sort": "claims", "down": 1, "size": 2, "page": 99}).json()
    assert last["page"] == 3
    found = client.get("/api/table/claims", params={"q": "OPPOSES"}).json()
    assert (found["ids"], found["subjects"], found["objects"]) == (["claim2"], ["trust"], ["tom"])
    for name in ("actors", "ties", "claims", "documents"):
        table = client.get(f"/api/table/{name}").json()
        for column in table["columns"]:
            assert client.get(f"/api/table/{name}", params={"sort": column["name"]}).status_code == 200
        assert all(len(row) == len(table["columns"]) for row in table["rows"])


def test_a_named_question_is_answered(client: httpx.Client) -> None:
    params = {"name": "what-does", "argument": ["Tom Aldo"]}
    answer = client.get("/api/question", params=params)
    assert answer.status_code == 200
    assert client.get(
        "/api/question", params={"name": "strongest"}, headers={"Accept": "text/csv"}
    ).text.startswith("name,")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/around?actor=nobody", 404),
        ("/api/around", 400),
        ("/api/path?from=anna&to=nobody", 404),
        ("/api/path?from=anna", 400),
        ("/api/text?document=nothing", 404),
        ("/api/text?document=../../etc/passwd", 404),
        ("/api/unread?document=nothing", 404),
        ("/api/unread", 400),
        ("/api/search", 400),
        ("/api/table/nothing", 404),
        ("/api/table/actors?sort=nothing", 400),
        ("/api/table/actors?page=-1", 400),
        ("/api/table/actors?size=99999999999", 400),
        ("/api/slice?most=many", 400),
        ("/api/question?name=nothing", 400),
        ("/api/question?name=what-does&argument=nobody", 400),
        ("/api/search?q=a&q=b", 400),
        ("/api/search?q=%FF", 400),
    ],
)
def test_what_is_not_there_is_told(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    assert answer.json()["error"]


def test_hostile_texts_pass_through_as_data(tmp_path: Path) -> None:
    hostile = '</script><b onclick="x">\u2028\udc00 =1+1'
    with running(make_folder(tmp_path / "case", hostile.replace("\udc00", "?"))) as client:
        page = client.get("/")
        assert page.status_code == 200
        assert page.text.count("</script>") == 2
        assert client.get("/api/table/actors").json()["rows"]
        assert client.get("/api/search", params={"q": "onclick"}).json()["actors"]


@given(st.lists(st.text(max_size=8), max_size=8), st.text(min_size=1, max_size=3))
def test_a_scan_of_the_joined_texts_finds_what_a_scan_of_each_finds(texts: list[str], word: str) -> None:
    words = fold_words(word)
    expected = [n for n, text in enumerate(texts) if all(w in fold(text).replace("\x00", " ") for w in words)]
    assert list(FoldedTexts(texts).matching(words)) == expected


@given(st.lists(st.text(max_size=12) | st.none(), min_size=1, max_size=6), st.text(min_size=1, max_size=3))
def test_full_text_finds_the_first_hit_of_each_document_in_the_original(
    texts: list[str | None], phrase: str
) -> None:
    full = FullText(texts)
    try:
        for number, place in full.matching(phrase):
            text = texts[number] or ""
            start, length = find_in_original(text, place, len(fold(phrase)))
            found = fold(text[start : start + length]).encode("utf-8", "replace").replace(b"\x00", b" ")
            assert fold(phrase).encode("utf-8", "replace") in found
    finally:
        full.close()


def test_the_picture_of_the_file_is_taken_where_it_is_of_the_same_graph(tmp_path: Path) -> None:
    case = make_folder(tmp_path / "case")
    with open_case(case) as snapshot:
        graph = snapshot.graph
        assert read_picture(snapshot, graph) == make_picture(graph)
        assert read_picture(snapshot, replace(graph, actors=graph.actors[1:])) is None
        (case / "index.html").write_text('<html>,"actors":{"id":[', encoding="utf-8")
    with open_case(case) as snapshot:
        assert read_picture(snapshot, graph) is None


def test_strengths_are_those_of_the_drawing() -> None:
    graph, _ = make_case()
    assert WholeCase(graph).strengths == list(draw(graph).strengths)
