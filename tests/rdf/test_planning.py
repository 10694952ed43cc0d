"""Named questions, planned: the rows and the order that Oxigraph gives of itself."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sociogram.graph.values import Graph
from sociogram.ids import slug
from sociogram.knowledge.namespaces import ACTOR, PROV, SOC
from sociogram.rdf.ask import Answer, ask
from sociogram.rdf.planning import ask_planned, join_columns
from sociogram.rdf.quads import load_quads
from sociogram.rdf.questions.asking import bind
from sociogram.rdf.questions.catalogue import find_question, load_questions
from support.made_graphs import NAMES, graphs
from support.sample_graphs import sample_graph

QUESTIONS = sorted(load_questions().keys() - {"path"})
COLUMNS = [name for name in QUESTIONS if find_question(name).columns]
XSD = "http://www.w3.org/2001/XMLSchema#"


def asked(name: str, *actors: str) -> str:
    """The SPARQL of the question about ``actors``."""
    question = find_question(name)
    terms = [ox.NamedNode(ACTOR + actor) for actor in actors]
    return bind(question.sparql, dict(zip(question.parameters, terms, strict=False)))


def cells(answer: Answer) -> list[tuple[str, ...]]:
    """The rows as text; names that are put together in one cell have no order."""
    split = [variable == "saidBy" for variable in answer.variables]
    return [
        tuple(
            " ".join(sorted(str(term).strip('"').split(", "))) if parts else str(term)
            for term, parts in zip(row, split, strict=True)
        )
        for row in answer.rows
    ]


def keys(sparql: str, answer: Answer) -> list[tuple[str, ...]]:
    """Of each row the cells that the query orders by."""
    _, _, order = sparql.rpartition("ORDER BY")
    places = [
        answer.variables.index(name) for name in re.findall(r"\?(\w+)", order) if name in answer.variables
    ]
    return [tuple(str(row[place]) for place in places) for row in answer.rows]


def assert_same(store: ox.Store, sparql: str, *, columns: bool) -> None:
    plain, planned = ask(store, sparql), ask_planned(store, sparql, columns=columns)
    assert planned.variables == plain.variables
    assert sorted(cells(planned)) == sorted(cells(plain))
    assert keys(sparql, planned) == keys(sparql, plain)


@pytest.mark.parametrize("columns", [False, True])
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_planned_question_has_the_answer_of_the_plain_one(name: str, columns: bool) -> None:
    graph = sample_graph()
    store = load_quads(graph)
    question = find_question(name)
    for actor in graph.actors:
        for other in graph.actors if len(question.parameters) > 1 else graph.actors[:1]:
            assert_same(store, asked(name, actor.id, other.id), columns=columns)
    if not question.required:
        assert_same(store, question.sparql, columns=columns)


# Each example asks every named question.
@settings(max_examples=40)
@given(graph=graphs, first=st.sampled_from(NAMES), second=st.sampled_from(NAMES))
def test_so_it_is_of_any_graph(graph: Graph, first: str, second: str) -> None:
    store = load_quads(graph)
    for name in QUESTIONS:
        assert_same(store, asked(name, slug(first), slug(second)), columns=find_question(name).columns)
        if not find_question(name).required:
            assert_same(store, find_question(name).sparql, columns=find_question(name).columns)


@pytest.mark.parametrize("name", COLUMNS)
def test_no_property_of_a_question_with_columns_is_left_to_be_looked_up(name: str) -> None:
    planned = join_columns(find_question(name).sparql)
    left = re.sub(r"\{ SELECT (\?\w+(?: \?\w+)?) \{ \S+ \S+ \S+ \} LIMIT 1000000000 \}", "", planned)
    # With a value given, or none of a variable, a look-up by the value is what is wanted.
    assert re.findall(r"(?:rdf|rdfs|oa|prov|dcterms):\w+ \?(?!p\b)\w+", left) == []


def test_a_type_is_a_column_and_a_class_that_is_asked_for_is_none() -> None:
    planned = join_columns("SELECT ?a WHERE { ?a a soc:Claim ; rdf:subject ?b . ?b a ?class . }")
    assert planned.count("LIMIT") == 2
    assert "{ SELECT ?a { ?a a soc:Claim } LIMIT" in planned
    assert "?b a ?class ." in planned


def test_what_a_user_notes_down_is_no_claim() -> None:
    store = load_quads(sample_graph())
    before = {name: ask_planned(store, find_question(name).sparql, columns=True).rows for name in COLUMNS}
    mine = ox.NamedNode("urn:mine")
    claim = next(store.quads_for_pattern(None, ox.NamedNode(PROV + "wasQuotedFrom"), None, None)).subject
    for quad in [*store.quads_for_pattern(claim, None, None, None)]:
        if not (isinstance(quad.object, ox.NamedNode) and quad.object.value == SOC + "Claim"):
            store.add(ox.Quad(ox.NamedNode("urn:note"), quad.predicate, quad.object, mine))
    assert before == {
        name: ask_planned(store, find_question(name).sparql, columns=True).rows for name in COLUMNS
    }


def test_a_path_is_read_as_a_column_for_each_step() -> None:
    planned = join_columns("SELECT ?a WHERE { ?a oa:hasSelector/oa:exact ?b }")
    assert planned.count("LIMIT") == 2
    assert "?a oa:hasSelector ?between1" in planned
    assert "?between1 oa:exact ?b" in planned


def typed(value: str, kind: str) -> ox.Literal:
    """A literal of a kind of XML Schema."""
    return ox.Literal(value, datatype=ox.NamedNode(XSD + kind))


_LITERALS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=4).map(ox.Literal),
    st.integers(-20, 200).map(ox.Literal),
    st.decimals(-20, 20, places=2).map(lambda number: typed(f"{number:f}", "decimal")),
    st.dates().map(lambda day: typed(day.isoformat(), "date")),
    st.integers(1990, 2030).map(lambda year: typed(str(year), "gYear")),
    st.sampled_from(["a", "b"]).map(lambda word: ox.Literal(word, language="en")),
    st.just(typed("x", "integer")),
)
_KINDS = st.sampled_from(
    [
        _LITERALS,
        st.text("abc \U0001f600\uffff", max_size=3).map(ox.Literal),
        st.integers(0, 99).map(ox.Literal),
        st.dates().map(lambda day: typed(day.isoformat(), "date")),
        st.sampled_from(["x:a", "x:b"]).map(ox.NamedNode),
        st.sampled_from(["a", "b"]).map(ox.BlankNode),
    ]
)


@given(values=_KINDS.flatmap(lambda kind: st.lists(kind | st.none(), max_size=8)), descending=st.booleans())
def test_rows_stand_in_the_order_of_sparql(
    values: list[ox.NamedNode | ox.Literal | ox.BlankNode | None], descending: bool
) -> None:
    store = ox.Store()
    for number, value in enumerate(values):
        row = ox.NamedNode(f"x:row{number}")
        store.add(ox.Quad(row, ox.NamedNode("x:is"), ox.Literal("row")))
        if value is not None:
            store.add(ox.Quad(row, ox.NamedNode("x:has"), value))
    key = "DESC(?value)" if descending else "?value"
    sparql = f"SELECT ?row ?value WHERE {{ ?row <x:is> ?any OPTIONAL {{ ?row <x:has> ?value }} }} ORDER BY {key} ?row"
    assert ask_planned(store, sparql).rows == ask(store, sparql).rows


def test_a_limit_takes_the_first_in_order() -> None:
    store = load_quads(sample_graph())
    sparql = find_question("strongest").sparql
    assert ask_planned(store, sparql, columns=True, most=2).rows == ask(store, sparql).rows[:2]
