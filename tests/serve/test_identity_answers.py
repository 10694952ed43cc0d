"""What the identity desk asks over HTTP: suggestions, sides, and a judgement taken back by the one who made it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from sociogram.graph.saved_judgements import read_judgements
from sociogram.write import write_case
from support.identity_cases import make_identity_case
from support.serve_cases import AUTHORIZED, running


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    write_case(make_identity_case(), folder)
    return folder


@pytest.fixture
def client(case: Path) -> Iterator[httpx.Client]:
    with running(case) as client:
        yield client


def pairs(client: httpx.Client, **more: int) -> list[tuple[str, str]]:
    answer = client.get("/api/suggestions", params=more).json()
    return [(each["left"], each["right"]) for each in answer["suggestions"]]


ALL = [("tom-rudd", "ann-vargas-husband"), ("hilary-quillby", "hillary-quillby"), ("mary-ott", "a@320-328")]


def test_suggestions_are_those_of_the_whole_case_with_the_words_of_both(client: httpx.Client) -> None:
    answer = client.get("/api/suggestions").json()
    assert pairs(client) == ALL
    assert answer["total"] == 3
    first = answer["suggestions"][0]
    assert first["rightQuotes"][0]["text"] in {"Her husband met Carl Ott.", "Ann Varga accused her husband."}
    assert pairs(client, most=1) == ALL[:1]
    assert client.get("/api/suggestions?most=x").status_code == 400


def test_what_is_judged_is_not_suggested_again_until_it_is_taken_back(
    client: httpx.Client, case: Path
) -> None:
    line = {
        "verdict": "different",
        "left": "hillary-quillby",
        "right": "hilary-quillby",
        "who": "Ines",
        "note": "two",
    }
    assert client.post("/api/judgements", json=line, headers=AUTHORIZED).status_code == 201
    assert pairs(client) == [ALL[0], ALL[2]]
    (kept,) = read_judgements(case / "judgements.csv")
    assert (kept.who, kept.note) == ("Ines", "two")
    other = {**line, "who": "Somebody else"}
    assert client.request("DELETE", "/api/judgements", json=other, headers=AUTHORIZED).json() == {
        "removed": 0
    }
    assert client.request("DELETE", "/api/judgements", json=line).status_code == 401
    assert client.request("DELETE", "/api/judgements", json=line, headers=AUTHORIZED).json() == {"removed": 1}
    assert pairs(client) == ALL


def test_a_side_is_all_that_is_known_of_an_actor(client: httpx.Client) -> None:
    side = client.get("/api/side", params={"actor": "ann-vargas-husband"}).json()
    assert (side["name"], side["kind"], side["claims"], side["more"]) == (
        "Ann Varga’s husband",
        "person",
        2,
        0,
    )
    assert {(tie["relation"], tie["out"], tie["other"]) for tie in side["ties"]} == {
        ("met", True, "carl-ott"),
        ("accuses", False, "ann-varga"),
    }
    assert client.get("/api/side", params={"actor": "nobody"}).status_code == 404
    assert client.get("/api/side").status_code == 400


def test_the_table_of_actors_leaves_out_who_is_only_named_where_that_is_asked(client: httpx.Client) -> None:
    every = client.get("/api/table/actors").json()
    claimed = client.get("/api/table/actors", params={"claimed": 1}).json()
    assert every["left"] == 0
    assert every["total"] - claimed["total"] == claimed["left"] == 2
    assert "lone-wolf" in every["ids"]
    assert "lone-wolf" not in claimed["ids"]
