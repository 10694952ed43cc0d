"""What is written over HTTP: judgements and annotations, at once and never by halves."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from sociogram.case.annotations import read_annotations, write_annotations
from sociogram.errors import InputError
from sociogram.graph.saved_judgements import read_judgements
from sociogram.serve.changes.judging import change_judgements
from support.serve_cases import AUTHORIZED, make_folder, running

SAME = {"verdict": "same", "left": "anna", "right": "tom", "who": "me"}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "case")


@pytest.fixture
def client(case: Path) -> Iterator[httpx.Client]:
    with running(case) as client:
        yield client


def update(client: httpx.Client, text: str) -> httpx.Response:
    return client.post("/update", data={"update": text}, headers=AUTHORIZED)


def ask(client: httpx.Client, query: str) -> bool:
    return bool(client.get("/sparql", params={"query": query}).json()["boolean"])


def test_an_annotation_is_kept_and_seen_by_the_next_query(client: httpx.Client, case: Path) -> None:
    assert update(client, "INSERT DATA { actor:anna rdfs:comment 'mine' }").status_code == 204
    direct = {**AUTHORIZED, "Content-Type": "application/sparql-update"}
    more = client.post(
        "/sparql", content="INSERT DATA { GRAPH <urn:mine> { actor:tom <urn:note> 1 } }", headers=direct
    )
    assert more.status_code == 204
    assert ask(client, "ASK { actor:anna rdfs:comment 'mine' ; soc:funded ?o }")
    assert ask(client, "ASK { GRAPH <urn:mine> { actor:tom <urn:note> 1 } }")
    kept = read_annotations(case)
    assert {str(quad.graph_name) for quad in kept} == {"DEFAULT", "<urn:mine>"}
    assert update(client, "DELETE WHERE { ?s rdfs:comment ?o }").status_code == 204
    assert not ask(client, "ASK { ?s rdfs:comment 'mine' }")
    assert update(client, "CLEAR GRAPH <urn:mine>").status_code == 204
    assert not (case / "annotations.trig").exists()


@pytest.mark.parametrize(
    "text",
    [
        "CLEAR ALL",
        "CLEAR NAMED",
        "DROP GRAPH soc:facts",
        "DELETE WHERE { GRAPH ?g { ?s soc:funded ?o } }",
        "INSERT DATA { GRAPH soc:facts { actor:anna soc:funded actor:tom } }",
        "INSERT DATA { GRAPH <https://sociogram.org/graph/new> { actor:anna soc:funded actor:tom } }",
        "INSERT DATA { GRAPH soc:mine { actor:anna soc:funded actor:tom } }",
        "MOVE soc:facts TO <urn:mine>",
        "INSERT DATA { GRAPH <urn:mine> { <urn:a> <urn:b> 1 } } ; CLEAR GRAPH soc:ties",
    ],
)
def test_what_was_read_out_of_documents_cannot_be_changed(
    client: httpx.Client, case: Path, text: str
) -> None:
    before = (case / "graph.trig").read_bytes()
    assert update(client, text).status_code == 403
    assert (case / "graph.trig").read_bytes() == before
    assert not (case / "annotations.trig").exists()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("INSERT", 400),
        ("SELECT * { ?s ?p ?o }", 400),
        ("LOAD <http://127.0.0.1:9/>", 400),
        ("LOAD <file:///etc/passwd> INTO GRAPH <urn:mine>", 400),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 400),
        (
            "INSERT { GRAPH <urn:x> { ?a ?b ?f } } "
            "WHERE { GRAPH ?g {?a ?b ?c} GRAPH ?h {?d ?e ?f} GRAPH ?i {?x ?y ?z} }",
            504,
        ),
    ],
)
def test_an_update_that_is_refused_leaves_everything(
    client: httpx.Client, case: Path, text: str, status: int
) -> None:
    answer = update(client, text)
    assert answer.status_code in {status, 507 if status == 504 else status}, answer.text
    assert not (case / "annotations.trig").exists()


def test_derived_things_may_be_copied_into_a_graph_of_ones_own(client: httpx.Client) -> None:
    text = "INSERT { GRAPH <urn:mine> { ?s <urn:gave> ?o } } WHERE { GRAPH soc:facts { ?s soc:funded ?o } }"
    assert update(client, text).status_code == 204
    assert ask(client, "ASK { actor:anna <urn:gave> actor:trust }")


def test_annotations_have_the_same_bytes_whatever_their_blank_nodes_are_called(tmp_path: Path) -> None:
    bytes_of = []
    for name in ("one", "two"):
        first, second = ox.BlankNode(f"{name}a"), ox.BlankNode(f"{name}b")
        place = ox.NamedNode("urn:g")
        quads = [
            ox.Quad(first, ox.NamedNode("urn:p"), second, place),
            ox.Quad(second, ox.NamedNode("urn:q"), ox.Literal("é\n"), ox.DefaultGraph()),
        ]
        write_annotations(tmp_path, quads)
        bytes_of.append((tmp_path / "annotations.trig").read_bytes())
        assert len(read_annotations(tmp_path)) == 2
    assert bytes_of[0] == bytes_of[1]


def test_annotations_that_are_damaged_or_in_a_derived_graph_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "annotations.trig"
    for content in ("no trig <", "<https://sociogram.org/graph/d1> { <urn:a> <urn:b> 1 }"):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(InputError, match="annotations"):
            read_annotations(tmp_path)


def today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


def test_a_judgement_is_in_the_file_before_it_is_answered(client: httpx.Client, case: Path) -> None:
    answer = client.post("/api/judgements", json=SAME, headers=AUTHORIZED)
    assert (answer.status_code, answer.json()) == (201, {"written": 1})
    assert "same,anna,tom,me," in (case / "judgements.csv").read_text(encoding="utf-8")
    assert client.get("/api/judgements").json()["judgements"] == [{**SAME, "when": today(), "note": ""}]
    again = client.post(
        "/api/judgements", json=[{"verdict": "same", "left": "tom", "right": "anna"}], headers=AUTHORIZED
    )
    assert again.json() == {"written": 0}
    gone = client.request("DELETE", "/api/judgements", json=SAME, headers=AUTHORIZED)
    assert gone.json() == {"removed": 1}
    assert client.get("/api/judgements").json() == {"judgements": []}


def test_the_state_tells_when_the_graph_has_been_made_anew(client: httpx.Client) -> None:
    before = client.get("/api/slice").json()["served"]["generation"]
    client.post("/api/judgements", json=SAME, headers=AUTHORIZED)
    limit = time.monotonic() + 15
    while (state := client.get("/api/state").json())["generation"] == before and time.monotonic() < limit:
        time.sleep(0.05)
    assert state["generation"] != before
    assert client.get("/api/slice").json()["served"]["generation"] == state["generation"]
    assert state["error"] is None
    assert state["unfit"] == []


@pytest.mark.parametrize(
    "item",
    [
        {},
        [],
        3,
        None,
        "same",
        {"verdict": "like", "left": "a", "right": "b"},
        {"verdict": "same", "left": "a"},
        {"verdict": "same", "left": "a", "right": "b\nsame,c,d"},
        {"verdict": "same", "left": "a", "right": 3},
        {"verdict": "same", "left": "a", "right": "b", "more": "c"},
        {"verdict": "same", "left": "a" * 2000, "right": "b"},
        {"verdict": "same", "left": "\ud800", "right": "b"},
        [{"verdict": "same", "left": "a", "right": "b"}] * 1001,
    ],
)
def test_what_is_no_judgement_is_not_written(client: httpx.Client, case: Path, item: object) -> None:
    before = (case / "judgements.csv").read_bytes()
    headers = {**AUTHORIZED, "Content-Type": "application/json"}
    assert client.post("/api/judgements", content=json.dumps(item), headers=headers).status_code == 400
    assert (case / "judgements.csv").read_bytes() == before


def test_a_body_that_is_no_json_is_refused(client: httpx.Client) -> None:
    for content, kind, status in (
        (b"{", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"{}", "text/plain", 415),
    ):
        headers = {**AUTHORIZED, "Content-Type": kind}
        assert client.post("/api/judgements", content=content, headers=headers).status_code == status


def test_lines_and_columns_of_a_person_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text(
        'verdict,left,right,who,when,why\nrename,anna,"Berg, A.",me,2024,because\n', encoding="utf-8"
    )
    assert change_judgements(tmp_path, SAME, take_out=False) == 1
    assert path.read_text(encoding="utf-8").splitlines()[1:] == [
        'rename,anna,"Berg, A.",me,2024,because,',
        f"same,anna,tom,me,{today()},,",
    ]
    assert len(read_judgements(path)) == 2


def test_a_file_that_a_build_could_not_read_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text("verdict,left,right\nnonsense,a,b\n", encoding="utf-8")
    with pytest.raises(InputError, match="nonsense"):
        change_judgements(tmp_path, SAME, take_out=False)
    assert "nonsense" in path.read_text(encoding="utf-8")
