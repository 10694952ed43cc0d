"""Named questions: their files, their arguments, and what is refused."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from sociogram.errors import QueryError
from sociogram.knowledge.namespaces import ACTOR
from sociogram.rdf.ask import ask
from sociogram.rdf.names import GivenNames
from sociogram.rdf.questions.asking import bind, find_actor
from sociogram.rdf.questions.catalogue import find_question, load_questions, read_arguments


def test_there_are_at_least_twelve_questions() -> None:
    assert len(load_questions()) >= 12


@pytest.mark.parametrize("name", sorted(load_questions()))
def test_a_question_is_sparql_and_answers_nothing_of_an_empty_store(name: str) -> None:
    question = find_question(name)
    bindings = {key: ox.NamedNode(ACTOR + "ann-lee") for key in question.parameters}
    answer = ask(ox.Store(), bind(question.sparql, bindings))
    assert answer.rows == ()
    assert answer.variables


def test_linking_words_may_stand_between_the_values_or_be_left_out() -> None:
    question = find_question("what-does")
    expected = {"speaker": "Ann Lee", "topic": "Acme"}
    assert read_arguments(question, ("Ann Lee", "say", "about", "Acme")) == expected
    assert read_arguments(question, ("Ann Lee", "Acme")) == expected
    assert read_arguments(question, ("Ann Lee", "say")) == {"speaker": "Ann Lee"}


def test_too_many_values_are_refused_with_the_usage() -> None:
    with pytest.raises(QueryError, match=r"timeline \{actor\}"):
        read_arguments(find_question("timeline"), ("a", "b"))


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(QueryError, match="who-funded-whom"):
        find_question("who-funded-who")


def test_an_unknown_actor_names_the_nearest() -> None:
    with pytest.raises(QueryError, match="did you mean ann-lee"):
        find_actor(GivenNames([("Ann Lee", "ann-lee")]), "Anne Lee")


def test_a_surname_will_do_where_it_is_one_actors_alone() -> None:
    names = GivenNames([("Ann Lee", "ann-lee"), ("Bob Ray", "bob-ray"), ("Carl Ray", "carl-ray")])
    assert find_actor(names, "Lee").value == ACTOR + "ann-lee"
    with pytest.raises(QueryError, match="give one id: bob-ray, carl-ray"):
        find_actor(names, "ray")


def test_a_name_of_two_actors_asks_for_an_id() -> None:
    names = GivenNames([("Lee", "ann-lee"), ("Lee", "bob-lee")])
    with pytest.raises(QueryError, match="give one id: ann-lee, bob-lee"):
        find_actor(names, "Lee")


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p "x" . SERVICE ?x { ?s ?p ?o } }',
    ],
)
def test_service_is_refused(sparql: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        ask(ox.Store(), sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT * { ?s ?p "the SERVICE of a friend" }',
        "SELECT ?service { ?service ?p <http://example.org/service> } # SERVICE",
    ],
)
def test_the_word_service_elsewhere_is_no_keyword(sparql: str) -> None:
    assert ask(ox.Store(), sparql).rows == ()


def test_what_is_no_sparql_is_a_query_error() -> None:
    with pytest.raises(QueryError, match=r"no SPARQL 1\.1"):
        ask(ox.Store(), "SELEKT * WHERE")


def test_an_update_is_refused() -> None:
    with pytest.raises(QueryError):
        ask(ox.Store(), "INSERT DATA { <a:a> <a:b> <a:c> }")


@pytest.mark.parametrize("name", sorted(load_questions()))
def test_a_question_names_only_relations_and_properties_that_graphs_have(name: str) -> None:
    import re

    from sociogram.knowledge.folders import ontology_folder
    from sociogram.knowledge.ontology import load_ontology

    known = set(load_ontology().relations)
    known |= set(re.findall(r"soc:(\w+)", (ontology_folder() / "sociogram.ttl").read_text(encoding="utf-8")))
    used = set(re.findall(r"soc:(\w+)", find_question(name).sparql)) - {"Document", "Tie", "Claim"}
    assert used <= known
