"""Provenance by W3C PROV-O: what the graph says of activities, entities and agents holds together."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.knowledge.namespaces import ACTOR, PROV
from sociogram.rdf.ask import ask
from sociogram.rdf.quads import load_quads
from support.made_readings import Paper, Resources
from support.sample_graphs import hostile_graph, lonely_graph, sample_graph

# PROV-O, W3C Recommendation of 30 April 2013, sections 3.1 and 4: domain and range of what is used here.
STARTING_POINT = {
    "wasAttributedTo": ("Entity", "Agent"),
    "wasQuotedFrom": ("Entity", "Entity"),
    "wasDerivedFrom": ("Entity", "Entity"),
    "wasGeneratedBy": ("Entity", "Activity"),
    "used": ("Activity", "Entity"),
    "wasAssociatedWith": ("Activity", "Agent"),
}
CLASSES = {"Entity", "Activity", "Agent", "SoftwareAgent"}
# PROV-CONSTRAINTS, W3C Recommendation, constraints 54 and 55; PROV-O, owl:disjointWith.
NEVER = {
    "an activity is an entity": "?x a prov:Activity, prov:Entity",
    "a software agent is no agent": "?x a prov:SoftwareAgent FILTER NOT EXISTS { ?x a prov:Agent }",
    "what was generated twice": "?x prov:wasGeneratedBy ?a, ?b FILTER(?a != ?b)",
    "a claim without its making": "?x a soc:Claim FILTER NOT EXISTS { ?x prov:wasGeneratedBy ?run }",
    "a claim from what its making did not use": (
        "?x prov:wasGeneratedBy ?run ; prov:wasQuotedFrom ?d FILTER NOT EXISTS { ?run prov:used ?d }"
    ),
    "an activity that no program did": (
        "?run a prov:Activity FILTER NOT EXISTS { ?run prov:wasAssociatedWith/rdf:type prov:SoftwareAgent }"
    ),
    "an entity derived from itself": "?x (prov:wasDerivedFrom|prov:wasQuotedFrom)+ ?x",
    "a time of making": "?x prov:startedAtTime|prov:endedAtTime|prov:generatedAtTime ?time",
    "a blank node": "?x ?p ?o FILTER(STRSTARTS(STR(?p), STR(prov:)) && (ISBLANK(?x) || ISBLANK(?o)))",
}


def authored_graph() -> Graph:
    paper = Paper("a", authors=("Carla Diaz", "Nobody Known"), published="2024-05-01")
    varga, orion = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
    paper.chain("Carla Diaz", role="author")
    report = paper.chain("the Fox report", "Work")
    paper.says(varga, "funded", orion, asserters=(report,))
    return make_graph([paper.reading()], (), Resources())


GRAPHS = {"sample": sample_graph, "hostile": hostile_graph, "lonely": lonely_graph, "authored": authored_graph,
          "empty": lambda: make_graph([], (), Resources())}  # fmt: skip


def holds(graph: Graph, pattern: str) -> bool:
    return bool(ask(load_quads(graph), f"ASK {{ {pattern} }}").boolean)


@pytest.mark.parametrize("name", sorted(GRAPHS))
@pytest.mark.parametrize("term", sorted(STARTING_POINT))
def test_both_ends_of_a_property_are_declared_to_be_of_its_domain_and_range(name: str, term: str) -> None:
    graph = GRAPHS[name]()
    domain, range_ = STARTING_POINT[term]
    assert not holds(graph, f"?s prov:{term} ?o FILTER NOT EXISTS {{ ?s a prov:{domain} }}")
    assert not holds(graph, f"?s prov:{term} ?o FILTER NOT EXISTS {{ ?o a prov:{range_} }}")


@pytest.mark.parametrize("name", sorted(GRAPHS))
@pytest.mark.parametrize("what", sorted(NEVER))
def test_no_constraint_is_broken(name: str, what: str) -> None:
    assert not holds(GRAPHS[name](), NEVER[what])


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_every_term_of_prov_is_one_that_is_checked_here(name: str) -> None:
    used = {
        term.value.removeprefix(PROV)
        for quad in GRAPHS[name]().quads()
        for term in (quad.predicate, quad.object)
        if isinstance(term, ox.NamedNode) and term.value.startswith(PROV)
    }
    assert used <= set(STARTING_POINT) | CLASSES


def test_whoever_is_said_to_assert_is_an_agent_even_a_report() -> None:
    graph = authored_graph()
    assert holds(graph, "?claim a soc:Claim ; prov:wasAttributedTo ?who . ?who a prov:Agent, soc:Work")


def test_a_document_is_attributed_to_its_known_author_and_not_to_whom_it_quotes() -> None:
    rows = ask(load_quads(authored_graph()), "SELECT ?a { ?d a soc:Document ; prov:wasAttributedTo ?a }").rows
    assert [[str(term) for term in row] for row in rows] == [[f"<{ACTOR}carla-diaz>"]]


def test_the_graph_of_a_document_says_alone_who_its_agents_are_and_how_it_was_made() -> None:
    graph = sample_graph()
    store = ox.Store()
    store.bulk_extend(quad for quad in graph.quads() if str(quad.graph_name.value).endswith("/graph/a"))
    alone = (
        "ASK { ?claim prov:wasGeneratedBy ?run ; prov:wasAttributedTo ?who . ?who a prov:Agent ."
        " ?run a prov:Activity ; prov:used ?document ; prov:wasAssociatedWith ?program }"
    )
    assert ask(store, alone).boolean


def test_provenance_costs_one_statement_a_claim_and_a_few_a_document() -> None:
    graph = sample_graph()
    extra = [
        quad
        for quad in graph.quads()
        if quad.object.value.startswith(PROV) and "/graph/" in quad.graph_name.value
    ]
    agents = {(quad.subject, quad.graph_name) for quad in extra if quad.object.value == PROV + "Agent"}
    assert len(extra) == len(graph.claims) + len(agents) + 2 * len(graph.documents)
    assert len(extra) <= 2 * len(graph.claims) + 2 * len(graph.documents)
