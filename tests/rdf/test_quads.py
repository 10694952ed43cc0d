"""What claims are worth and what else their predicates tell, as RDF."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.graph.worth import by_worth
from sociogram.knowledge.namespaces import SOC
from sociogram.rdf.names import names_of
from sociogram.rdf.quads import load_quads
from sociogram.rdf.questions.asking import ask_question
from sociogram.rdf.questions.catalogue import find_question, load_questions
from support.made_readings import Paper, Resources
from support.sample_graphs import sample_graph


def column(graph: Graph, sparql: str) -> list[str]:
    return [str(row[0]) for row in graph.query(sparql).rows]


def test_claims_and_ties_have_their_worth() -> None:
    graph = sample_graph()
    for kind, values in (("Claim", graph.claims), ("Tie", graph.ties)):
        rows = graph.query(f"SELECT ?id ?worth {{ ?id a soc:{kind} ; soc:worth ?worth }}").rows
        found = {getattr(each, "value", "").rpartition("/")[2]: float(worth.value) for each, worth in rows}  # type: ignore[union-attr]
        assert found == {value.id: pytest.approx(value.worth) for value in values}


def test_the_tone_is_that_of_the_relation_or_of_the_open_lemma() -> None:
    lemmas = "SELECT ?lemma { ?claim a soc:Claim ; soc:tone soc:TONE ; soc:lemma ?lemma }"
    assert column(sample_graph(), lemmas.replace("TONE", "VerbalConflict")) == ['"castigate"', '"fund"']
    assert set(column(sample_graph(), lemmas.replace("TONE", "MaterialConflict"))) == set()


def test_roles_have_their_words_and_their_place() -> None:
    rows = (
        sample_graph()
        .query(
            "SELECT ?name ?words ?start ?end { ?claim soc:hasRole ?role . ?role a soc:Role ; soc:role ?name ;"
            " rdf:value ?words ; oa:start ?start ; oa:end ?end }"
        )
        .rows
    )
    assert [[term.value for term in row] for row in rows] == [["place", "Porto", "10", "15"]]  # type: ignore[union-attr]


def test_claims_of_one_predicate_lead_to_one_statement() -> None:
    graph = sample_graph()
    found = column(graph, "SELECT DISTINCT ?statement { ?claim a soc:Claim ; soc:statement ?statement }")
    assert len(found) == len({claim.statement for claim in graph.claims})


def test_questions_tell_first_what_is_worth_most_and_show_no_rank() -> None:
    paper = Paper("a")
    ann, bela = paper.chain("Ann Varga"), paper.chain("Bela Kiss")
    for number, relation in enumerate(("mentions", "killed", "relatedTo", "met", "said")):
        paper.says(ann, relation, bela, quote=f"Varga did {number}.", confidence=0.9 - number / 10)
    graph = make_graph([paper.reading()], (), Resources())
    for arguments in (("about", "ann-varga"), ("between", "ann-varga", "bela-kiss")):
        answer = ask_question(load_quads(graph), names_of(graph.actors), arguments[0], arguments[1:])
        shown = [row[answer.variables.index("quote")].value for row in answer.rows]  # type: ignore[union-attr]
        assert shown == [claim.evidence.quote for claim in sorted(graph.claims, key=by_worth, reverse=True)]
        assert "rank" not in answer.variables


def test_a_question_of_what_opposes_has_what_was_read_openly() -> None:
    graph = sample_graph()
    answer = ask_question(load_quads(graph), names_of(graph.actors), "who-opposes-whom", ("bela-kiss",))
    relation = answer.variables.index("relation")
    assert "castigate" in [row[relation].value for row in answer.rows]  # type: ignore[union-attr]


def test_the_store_of_an_older_version_which_has_no_worth_still_answers() -> None:
    graph = sample_graph()
    old = ox.Store()
    old.extend(quad for quad in graph.quads() if quad.predicate != ox.NamedNode(SOC + "worth"))
    names = names_of(graph.actors)
    for name in load_questions().keys() - {"path"}:
        arguments = ("ann-varga",) * find_question(name).required
        answers = [ask_question(store, names, name, arguments) for store in (old, load_quads(graph))]
        assert len(answers[0].rows) == len(answers[1].rows)
