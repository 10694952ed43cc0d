"""SPARQL 1.1 Protocol over a real socket: ways of asking, forms of answers, limits."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import pyoxigraph as ox
import pytest

from support.serve_cases import make_folder, running, settings

FUNDED = "SELECT ?s ?o { ?s soc:funded ?o }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with running(make_folder(tmp_path_factory.mktemp("case")), settings(seconds=3.0)) as client:
        yield client


def funded(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [row["s"]["value"].rpartition("/")[2] for row in answer.json()["results"]["bindings"]]


def test_a_query_is_answered_by_get(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": FUNDED})
    assert funded(answer) == ["anna"]
    assert answer.headers["content-type"] == "application/sparql-results+json"


def test_a_query_is_answered_from_a_form(client: httpx.Client) -> None:
    assert funded(client.post("/sparql", data={"query": FUNDED})) == ["anna"]


def test_a_query_is_answered_from_the_body_itself(client: httpx.Client) -> None:
    headers = {"Content-Type": "application/sparql-query; charset=utf-8"}
    assert funded(client.post("/sparql", content=FUNDED, headers=headers)) == ["anna"]


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("*/*", "application/sparql-results+json"),
        ("text/*", "text/csv; charset=utf-8"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("text/turtle, text/csv;q=0.1", "text/csv; charset=utf-8"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("nonsense", "application/sparql-results+json"),
    ],
)
def test_rows_come_in_the_form_that_is_liked_best(
    client: httpx.Client, accept: str, content_type: str
) -> None:
    answer = client.get("/sparql", params={"query": FUNDED}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == content_type
    assert "anna" in answer.text


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/trig", ox.RdfFormat.TRIG),
        ("application/n-quads", ox.RdfFormat.N_QUADS),
    ],
)
def test_a_graph_comes_in_every_form_of_rdf(client: httpx.Client, accept: str, form: ox.RdfFormat) -> None:
    query = "CONSTRUCT { ?s soc:funded ?o } WHERE { ?s soc:funded ?o }"
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert answer.headers["content-type"].startswith(accept)
    assert [quad.predicate.value.rpartition("#")[2] for quad in ox.parse(answer.content, format=form)] == [
        "funded"
    ]


def test_what_no_form_fits_is_not_acceptable(client: httpx.Client) -> None:
    for accept in ("image/png", "*/*;q=0", "text/turtle"):
        assert client.get("/sparql", params={"query": FUNDED}, headers={"Accept": accept}).status_code == 406
    query = {"query": "DESCRIBE actor:anna"}
    assert client.get("/sparql", params=query, headers={"Accept": "text/csv"}).status_code == 406


@pytest.mark.parametrize(
    ("query", "yes"), [("ASK { ?s soc:funded ?o }", True), ("ASK { ?s soc:sued ?o }", False)]
)
def test_yes_and_no_come_in_every_form(client: httpx.Client, query: str, yes: bool) -> None:
    assert client.get("/sparql", params={"query": query}).json()["boolean"] is yes
    for accept in ("application/sparql-results+xml", "text/csv", "text/tab-separated-values"):
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
        assert str(yes).lower() in answer.text


def test_the_default_graph_is_the_union_unless_the_protocol_names_one(client: httpx.Client) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    facts = {"default-graph-uri": "https://sociogram.org/ontology#facts"}

    def number(**params: str) -> int:
        rows = client.get("/sparql", params={"query": count, **params}).json()["results"]["bindings"]
        return int(rows[0]["n"]["value"])

    assert number() > 50
    assert number(**facts) == 3
    assert number(**{"named-graph-uri": facts["default-graph-uri"]}) == 0


@pytest.mark.parametrize("field", ["default-graph-uri", "named-graph-uri"])
def test_an_empty_graph_of_the_protocol_names_none(client: httpx.Client, field: str) -> None:
    query = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    for answer in (
        client.get("/sparql", params={**query, field: ""}),
        client.post("/sparql", data={**query, field: ""}),
        client.post(
            "/sparql",
            params={field: ""},
            content=query["query"],
            headers={"Content-Type": "application/sparql-query"},
        ),
    ):
        assert answer.json() == client.get("/sparql", params=query).json()


def test_a_dataset_that_the_query_names_holds_and_the_protocols_is_stronger(client: httpx.Client) -> None:
    query = "SELECT (COUNT(*) AS ?n) FROM soc:facts { ?s ?p ?o }"

    def number(**params: str) -> int:
        rows = client.get("/sparql", params={"query": query, **params}).json()["results"]["bindings"]
        return int(rows[0]["n"]["value"])

    assert number() == 3
    assert number(**{"default-graph-uri": "https://sociogram.org/ontology#ties"}) > 10


@pytest.mark.parametrize(
    ("method", "url", "content", "headers", "status"),
    [
        ("GET", "/sparql?query=ASK{}&query=ASK{}", b"", {}, 400),
        ("GET", "/sparql?query=SELEC", b"", {}, 400),
        ("GET", "/sparql?query=%FF", b"", {}, 400),
        ("GET", "/sparql?update=CLEAR%20ALL", b"", {}, 400),
        ("GET", "/sparql?query=ASK{}&default-graph-uri=not%20an%20iri", b"", {}, 400),
        ("POST", "/sparql", b"", FORM, 400),
        ("POST", "/sparql", b"query=ASK{}&update=CLEAR+ALL", FORM, 400),
        ("POST", "/sparql", b"ASK {}", {"Content-Type": "text/plain"}, 415),
        ("POST", "/sparql", b"ASK {}", {}, 415),
        ("POST", "/sparql", b"ASK {}", {"Content-Type": "application/sparql-query; charset=latin-1"}, 415),
        ("POST", "/sparql", b"\xff", {"Content-Type": "application/sparql-query"}, 400),
        ("POST", "/sparql", b"query=" + b"a" * (1 << 20), FORM, 413),
        ("PUT", "/sparql", b"", {}, 405),
        ("GET", "/update", b"", {}, 405),
        ("GET", "/nothing", b"", {}, 404),
        ("GET", "/../../etc/passwd", b"", {}, 404),
        ("GET", "/%2e%2e/%2e%2e/etc/passwd", b"", {}, 404),
        ("GET", "/page/../../pyproject.toml", b"", {}, 404),
    ],
)
def test_what_is_not_by_the_protocol_is_refused_in_one_line(
    client: httpx.Client, method: str, url: str, content: bytes, headers: dict[str, str], status: int
) -> None:
    answer = client.request(method, url, content=content, headers=headers)
    assert answer.status_code == status, answer.text
    assert "\n" not in answer.json()["error"]
    assert "Traceback" not in answer.text


def test_a_mistake_is_told_with_its_place(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT *\n{ ?s ?p }"})
    assert answer.status_code == 400
    assert "2:10" in answer.json()["error"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?a FILTER(?a<2)SERVICE#>\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o.SERVICE<http://127.0.0.1:9/>{} }",
    ],
)
def test_no_query_asks_another_server(client: httpx.Client, query: str) -> None:
    answer = client.get("/sparql", params={"query": query})
    assert answer.status_code == 400
    assert "another server" in answer.json()["error"]


def test_an_endpoint_without_a_query_describes_itself_and_leads_browsers_to_the_page(
    client: httpx.Client,
) -> None:
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    predicates = {quad.predicate.value for quad in ox.parse(answer.content, format=ox.RdfFormat.TURTLE)}
    assert "http://www.w3.org/ns/sparql-service-description#endpoint" in predicates
    browser = client.get("/sparql", headers={"Accept": "text/html,application/xml;q=0.9,*/*;q=0.8"})
    assert (browser.status_code, browser.headers["location"]) == (303, "/query")


def test_graphs_are_read_by_the_graph_store_protocol(client: httpx.Client) -> None:
    whole = client.get("/data", headers={"Accept": "application/n-quads"})
    graphs = {str(quad.graph_name) for quad in ox.parse(whole.content, format=ox.RdfFormat.N_QUADS)}
    assert "<https://sociogram.org/ontology#facts>" in graphs
    facts = client.get("/data", params={"graph": "https://sociogram.org/ontology#facts"})
    assert len(list(ox.parse(facts.content, format=ox.RdfFormat.TURTLE))) == 3
    assert client.get("/data?default", headers={"Accept": "application/n-triples"}).content == b""
    head = client.head("/data", params={"graph": "https://sociogram.org/ontology#facts"})
    assert (head.status_code, head.content) == (200, b"")
    assert client.get("/data", params={"graph": "urn:none"}).status_code == 404
    assert client.get("/data?default&graph=urn:a").status_code == 400
    assert client.get("/data", headers={"Accept": "text/turtle"}).status_code == 406


def test_a_thing_is_described_at_the_path_of_its_iri(client: httpx.Client) -> None:
    by_path, by_iri = (
        client.get("/actor/anna"),
        client.get("/resource", params={"iri": "https://sociogram.org/actor/anna"}),
    )
    assert by_path.content == by_iri.content
    assert "Anna Berg" in by_path.text
    assert client.get("/resource", params={"iri": "a> } SELECT"}).status_code == 400


def test_rows_beyond_the_limit_are_cut_and_the_answer_says_so(tmp_path: Path) -> None:
    with running(make_folder(tmp_path / "case"), settings(rows=3)) as client:
        query = {"query": "SELECT * { ?s ?p ?o }"}
        answers = {
            accept: client.get("/sparql", params=query, headers={"Accept": accept})
            for accept in ("application/json", "text/csv", "text/tab-separated-values", "application/xml")
        }
        assert all(each.headers["x-sociogram-truncated"] == "rows" for each in answers.values())
        assert len(answers["application/json"].json()["results"]["bindings"]) == 3
        assert len(list(csv.reader(io.StringIO(answers["text/csv"].text)))) == 4
        assert len(answers["text/tab-separated-values"].text.splitlines()) == 4
        assert len(ET.fromstring(answers["application/xml"].text)[1]) == 3  # noqa: S314 - our own
        graph = client.get(
            "/sparql",
            params={"query": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"},
            headers={"Accept": "application/n-triples"},
        )
        assert graph.headers["x-sociogram-truncated"] == "rows"
        assert len(graph.text.splitlines()) == 3
        exact = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 3"})
        assert "x-sociogram-truncated" not in exact.headers


NASTY = {
    "a product of products": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }",
    "sorting it": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a",
    "paths of everything": "SELECT (COUNT(*) AS ?n) { "
    + " . ".join(f"?a{i} (!a:x|^!a:x)* ?b{i}" for i in range(3))
    + " }",
    "a huge text": "SELECT (GROUP_CONCAT(CONCAT(STR(?a),STR(?d),STR(?g))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "a text doubled often": "SELECT ?z { BIND('aaaaaaaa' AS ?v0) "
    + " ".join(f"BIND(CONCAT(?v{i},?v{i},?v{i},?v{i}) AS ?v{i + 1})" for i in range(20))
    + " BIND(?v20 AS ?z) }",
    "brackets without end": "SELECT * { FILTER(" + "(" * 400_000 + "1" + ")" * 400_000 + ") }",
    "groups without end": "SELECT * { " + "{" * 400_000 + "}" * 400_000 + " }",
    "lists in lists": "SELECT * { ?s ?p " + "(" * 1000 + ")" * 1000 + " }",
    "a hostile expression": 'SELECT * { ?s ?p ?o FILTER REGEX(CONCAT(STR(?o), "'
    + "a" * 40
    + '!"), "^(a+)+$") }',
    "a huge expression": 'ASK { FILTER REGEX("a", "(((a{1,1000}){1,1000}){1,1000})") }',
    "many alternatives": "SELECT * { " + " UNION ".join(["{ ?s ?p ?o }"] * 20_000) + " }",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", NASTY)
def test_a_hostile_query_is_answered_or_refused_and_the_next_one_is_answered(
    client: httpx.Client, name: str
) -> None:
    query = NASTY[name].replace("SELECT", "PREFIX a: <urn:a:> SELECT", 1)
    answer = client.post("/sparql", content=query, headers={"Content-Type": "application/sparql-query"})
    assert answer.status_code in {200, 400, 504, 507}, answer.text
    if answer.status_code != 200:
        assert json.loads(answer.text)["error"]
    assert funded(client.get("/sparql", params={"query": FUNDED})) == ["anna"]


def test_a_query_that_takes_too_long_ends_with_504_and_one_that_needs_too_much_with_507(
    client: httpx.Client,
) -> None:
    late = client.get("/sparql", params={"query": NASTY["a product of products"]})
    assert (late.status_code, "3 seconds" in late.json()["error"]) == (504, True)
    large = client.get("/sparql", params={"query": NASTY["sorting it"]})
    assert (large.status_code, "300 MiB" in large.json()["error"]) == (507, True)
    assert funded(client.get("/sparql", params={"query": FUNDED})) == ["anna"]
