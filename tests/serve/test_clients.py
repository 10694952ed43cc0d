"""Tools that others have written reach a served case: SPARQLWrapper, and rdflib's stores."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from support.serve_cases import AUTHORIZED, make_folder, running

SOC = rdflib.Namespace("https://sociogram.org/ontology#")
ACTOR = rdflib.Namespace("https://sociogram.org/actor/")
QUERY = "SELECT ?s ?o WHERE { ?s <https://sociogram.org/ontology#funded> ?o }"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[httpx.Client]:
    with running(make_folder(tmp_path / "case")) as client:
        yield client


def at(client: httpx.Client, path: str) -> str:
    return str(client.base_url.join(path))


def test_sparqlwrapper_asks_in_every_form(client: httpx.Client) -> None:
    wrapper = SPARQLWrapper(at(client, "/sparql"))
    wrapper.setQuery(QUERY)
    wrapper.setReturnFormat(JSON)
    rows = wrapper.queryAndConvert()["results"]["bindings"]
    assert [row["s"]["value"] for row in rows] == [str(ACTOR.anna)]
    wrapper.setReturnFormat(XML)
    assert "actor/anna" in wrapper.queryAndConvert().toxml()
    wrapper.setReturnFormat(CSV)
    assert (
        wrapper.queryAndConvert().decode().splitlines()[0] == "s,o"
        or b"actor/anna" in wrapper.queryAndConvert()
    )
    wrapper.setMethod(POST)
    wrapper.setReturnFormat(JSON)
    assert wrapper.queryAndConvert()["results"]["bindings"] == rows
    wrapper.setQuery(
        "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <https://sociogram.org/ontology#facts> { ?s ?p ?o } }"
    )
    wrapper.setReturnFormat(TURTLE)
    graph = rdflib.Graph().parse(data=wrapper.queryAndConvert(), format="turtle")
    assert (ACTOR.anna, SOC.funded, ACTOR.trust) in graph


def test_rdflib_asks_over_its_store(client: httpx.Client) -> None:
    graph = rdflib.Graph(SPARQLStore(at(client, "/sparql")))
    assert list(graph.subject_objects(SOC.funded)) == [(ACTOR.anna, ACTOR.trust)]
    assert [row.o for row in graph.query(QUERY)] == [ACTOR.trust]  # type: ignore[union-attr]


def test_rdflib_adds_and_removes_with_the_token(client: httpx.Client) -> None:
    store = SPARQLUpdateStore(at(client, "/sparql"), at(client, "/update"), headers=dict(AUTHORIZED))
    mine = rdflib.Graph(store, identifier=rdflib.URIRef("urn:mine"))
    mine.add((ACTOR.anna, rdflib.RDFS.comment, rdflib.Literal('seen, "twice" é\n')))
    assert list(mine.objects(ACTOR.anna, rdflib.RDFS.comment)) == [rdflib.Literal('seen, "twice" é\n')]
    mine.remove((ACTOR.anna, None, None))
    assert list(mine.objects(ACTOR.anna, rdflib.RDFS.comment)) == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_rdflib_reads_a_graph_and_the_whole_over_the_graph_store_protocol(client: httpx.Client) -> None:
    facts = client.get("/data", params={"graph": str(SOC.facts)}, headers={"Accept": "application/rdf+xml"})
    graph = rdflib.Graph().parse(data=facts.content, format="xml")
    assert (ACTOR.anna, SOC.funded, ACTOR.trust) in graph
    linked = client.get("/data", params={"graph": str(SOC.facts)}, headers={"Accept": "application/ld+json"})
    assert len(rdflib.Graph().parse(data=linked.content, format="json-ld")) == len(graph)
    whole = client.get("/data", headers={"Accept": "application/trig"})
    dataset = rdflib.Dataset()
    dataset.parse(data=whole.content, format="trig")
    assert len(dataset.graph(SOC.facts)) == len(graph)
