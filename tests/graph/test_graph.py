"""The graph and its views: values, NetworkX, RDF."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from sociogram.errors import InputError, QueryError
from sociogram.graph.assemble import make_graph
from sociogram.graph.records import iter_records, load_graph
from sociogram.graph.saved_judgements import read_judgements
from sociogram.graph.values import Graph
from sociogram.knowledge.case_files import RECORD_FILES
from sociogram.knowledge.namespaces import ACTOR, GRAPH, SOC
from sociogram.model import ClaimRole, Origin, Skipped
from sociogram.write.text.jsonl import JsonLinesWriter
from support.made_readings import Paper, Resources
from support.sample_graphs import sample_graph, sample_papers


def open_graph() -> Graph:
    """Two claims of one predicate that was read openly: to an actor and to words."""
    paper = Paper("a")
    ends = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company")
    topic = (ClaimRole(name="topic", text="tax", start=30, end=33),)
    for target, words in ((ends[1], ""), (None, "a small boat")):
        paper.says(ends[0], "relatedTo", target, literal=("Text", words), lemma="lavish with", origin=Origin.OPEN,
                   start=12 if target else 13, statement=(20, 26), roles=topic)  # fmt: skip
    return make_graph([paper.reading()], (), Resources())


def test_neither_order_nor_repetition_of_readings_changes_the_graph() -> None:
    readings = [paper.reading() for paper in sample_papers()]
    skipped = [
        Skipped(document="x", stage="read", reason="empty"),
        Skipped(document="w", stage="read", reason="empty"),
    ]
    assert make_graph(readings, skipped, Resources()) == make_graph(
        readings[::-1], skipped[::-1], Resources()
    )
    twice = make_graph([*readings, readings[0]], (), Resources())
    assert twice.claims == make_graph(readings, (), Resources()).claims
    assert [each.reason for each in twice.skipped if each.stage == "graph"] == [
        "a document of this id was read already"
    ]


def test_networkx_has_a_node_for_each_actor_and_an_edge_for_each_tie_between_two() -> None:
    graph = sample_graph()
    view = graph.to_networkx()
    assert set(view) == {actor.id for actor in graph.actors}
    between = {tie.id for tie in graph.ties if isinstance(tie.object, str)}
    assert {key for _, _, key in view.edges(keys=True)} == between
    assert view.number_of_edges("ann-varga", "orion-rail") == 2
    values = [*dict(view.nodes(data=True)).values(), *(data for *_, data in view.edges(data=True))]
    assert all(isinstance(value, str | int | float) for data in values for value in data.values())


def test_facts_are_what_is_affirmed_as_asserted_or_reported_of_actors() -> None:
    facts = [quad for quad in sample_graph().quads() if quad.graph_name == ox.NamedNode(SOC + "facts")]
    found = {(str(quad.subject.value).removeprefix(ACTOR), quad.predicate.value.removeprefix(SOC)) for quad in facts
             if quad.predicate.value.startswith(SOC)}  # fmt: skip
    assert found == {("ann-varga", "funded"), ("ann-varga", "owns")}


def test_a_denied_or_alleged_claim_is_no_plain_triple_in_any_graph() -> None:
    graph = sample_graph()
    for relation in ("criticises", "met"):
        assert not graph.query(f"ASK {{ ?s soc:{relation} ?o }}").boolean
        assert graph.query(f"ASK {{ ?claim a soc:Claim ; rdf:predicate soc:{relation} }}").boolean


def test_each_document_has_a_graph_with_its_claims() -> None:
    graph = sample_graph()
    for document in graph.documents:
        found = graph.query(
            f"SELECT ?claim WHERE {{ GRAPH <{GRAPH}{document.id}> {{ ?claim a soc:Claim }} }}"
        ).rows
        assert len(found) == sum(claim.evidence.document == document.id for claim in graph.claims)


def test_three_times_are_kept_apart() -> None:
    rows = (
        sample_graph()
        .query("SELECT ?said ?from WHERE { ?c soc:saidOn ?said ; soc:validFrom ?from ; soc:amount 2500000 }")
        .rows
    )
    assert [[str(term) for term in row] for row in rows] == [
        [
            '"2024-05-01"^^<http://www.w3.org/2001/XMLSchema#date>',
            '"2023"^^<http://www.w3.org/2001/XMLSchema#gYear>',
        ]
    ]


def test_the_chain_of_attribution_keeps_its_order() -> None:
    rows = (
        sample_graph()
        .query(
            "SELECT ?outer ?inner WHERE { ?c soc:attributionChain ?l . ?l rdf:first ?outer ;"
            " rdf:rest/rdf:first ?inner }"
        )
        .rows
    )
    assert [[str(term) for term in row] for row in rows] == [[f"<{ACTOR}carla-diaz>", f"<{ACTOR}bela-kiss>"]]


def test_quads_are_the_same_twice_and_hold_no_blank_node() -> None:
    first, second = list(sample_graph().quads()), list(sample_graph().quads())
    assert first == second
    assert not any(isinstance(term, ox.BlankNode) for quad in first for term in (quad.subject, quad.object))


def test_rdflib_sees_the_same_quads() -> None:
    graph = sample_graph()
    dataset = graph.to_rdf()
    assert len(set(graph.quads())) == sum(1 for _ in dataset.quads())


def test_ids_with_spaces_and_brackets_become_valid_iris() -> None:
    paper = Paper('a b<"x">')
    paper.says(paper.chain("Ann Varga"), "funded", paper.chain("Orion Rail", "Company"))
    graph = make_graph([paper.reading()], (), Resources())
    assert graph.query("ASK { <https://sociogram.org/document/a%20b%3C%22x%22%3E> a soc:Document }").boolean


def test_an_empty_graph_has_every_view() -> None:
    graph = make_graph([], (), Resources())
    assert (len(graph.to_networkx()), graph.claims, graph.ties) == (0, (), ())
    assert graph.query("ASK { ?s a soc:Claim }").boolean is False


def test_a_graph_that_is_written_and_read_again_is_the_same_in_its_records(tmp_path: Path) -> None:
    graph = sample_graph()
    for name in RECORD_FILES:
        JsonLinesWriter(name).write(graph, tmp_path / name)
    again = load_graph(tmp_path)
    for name in RECORD_FILES:
        assert list(iter_records(again, name)) == list(iter_records(graph, name))
    assert [tie.lemma for tie in again.ties] == [tie.lemma for tie in graph.ties]


def test_a_case_without_its_ties_is_read_and_left_to_the_check(tmp_path: Path) -> None:
    graph = sample_graph()
    for name in RECORD_FILES:
        JsonLinesWriter(name).write(graph, tmp_path / name)
    path = tmp_path / "claims.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"worth"', '"value"'), encoding="utf-8")
    (tmp_path / "ties.jsonl").write_text("", encoding="utf-8")
    assert len(load_graph(tmp_path).claims) == len(graph.claims)


def test_claims_have_the_fields_of_the_contract() -> None:
    (record, *_) = iter_records(sample_graph(), "claims.jsonl")
    assert list(record) == ["id", "subject", "relation", "object", "polarity", "modality", "asserters", "sayer",
                            "copy_of", "time", "said_on", "amount", "confidence", "worth", "review", "gravity",
                            "statement", "roles", "evidence"]  # fmt: skip
    assert record["subject"] == {"id": "ann-varga", "name": "Ann Varga", "kind": "Person"}
    assert record["relation"] == {
        "id": "funded",
        "label": "funded",
        "lemma": "fund",
        "text": "funded",
        "tone": "material cooperation",
    }
    assert record["amount"] == {
        "value": 2500000,
        "currency": "USD",
        "qualifier": None,
        "text": "$2.5 million",
    }
    assert list(record["evidence"]) == ["document", "source", "start", "end", "quote", "subject", "trigger", "object",
                                        "statement", "rule"]  # fmt: skip


def test_roles_and_the_head_of_the_predicate_are_kept_and_read_again(tmp_path: Path) -> None:
    graph = open_graph()
    for name in RECORD_FILES:
        JsonLinesWriter(name).write(graph, tmp_path / name)
    (record, *_) = iter_records(graph, "claims.jsonl")
    assert record["roles"] == [{"name": "topic", "text": "tax", "start": 30, "end": 33}]
    assert record["evidence"]["statement"] == [20, 26]
    (claim, *_) = load_graph(tmp_path).claims
    assert (claim.statement, claim.roles) == (graph.claims[0].statement, graph.claims[0].roles)


def test_a_case_of_an_older_version_is_read_without_what_it_lacks(tmp_path: Path) -> None:
    graph = sample_graph()
    for name in RECORD_FILES:
        JsonLinesWriter(name).write(graph, tmp_path / name)
    path = tmp_path / "claims.jsonl"
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for record in records:
        del record["worth"], record["statement"], record["roles"], record["evidence"]["statement"]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    again = load_graph(tmp_path)
    assert [claim.statement for claim in again.claims] == [claim.statement for claim in graph.claims]
    assert [claim.worth for claim in again.claims] == [claim.worth for claim in graph.claims]
    assert [tie.worth for tie in again.ties] == [tie.worth for tie in graph.ties]
    assert all(claim.roles == () for claim in again.claims)


def test_a_missing_or_damaged_case_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="build the graph first"):
        load_graph(tmp_path)
    for name in RECORD_FILES:
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "claims.jsonl").write_text(json.dumps({"id": 1}) + "\n", encoding="utf-8")
    with pytest.raises(QueryError, match=r"claims.jsonl:1: no record of ours"):
        load_graph(tmp_path)


def test_judgements_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text(
        "verdict,left,right,who,when\nsame,a,b,Eva,2024-05-01\n\nwrong,1f2e,,Eva,\n", encoding="utf-8"
    )
    assert [(j.verdict, j.left, j.right, j.who) for j in read_judgements(path)] == [
        ("same", "a", "b", "Eva"),
        ("wrong", "1f2e", "", "Eva"),
    ]
    assert read_judgements(tmp_path / "none.csv") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("verdict,left,right\nalike,a,b\n", r":2: unknown verdict 'alike'"),
        ("verdict,left,right\nsame,a,\n", r":2: a side is empty"),
        ("left,right\na,b\n", r":1: no column verdict"),
    ],
)
def test_a_judgement_that_cannot_be_understood_is_an_error_with_its_line(
    tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_judgements(path)
