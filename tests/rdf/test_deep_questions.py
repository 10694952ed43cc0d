"""A question that the parser has no room for is refused in one line, and ends nobody's process."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from sociogram.errors import QueryError
from sociogram.rdf.ask import ask

DEEP = 50_000


@pytest.mark.parametrize("sparql", [
    "SELECT * " + "{" * DEEP + "}" * DEEP,
    "SELECT * { ?s ?p ?o FILTER(" + "(" * DEEP + "1" + ")" * DEEP + ") }",
    "ASK { FILTER(true " + "|| true " * DEEP + ") }",
    "SELECT * { ?s ?p " + "<<( <a:a> <a:b> " * DEEP + "<a:c>" + " )>>" * DEEP + " }",
], ids=["braces", "brackets", "a row of or", "triple terms"])  # fmt: skip
def test_what_is_nested_too_deeply_is_refused(sparql: str) -> None:
    with pytest.raises(QueryError, match="nested too deeply for the parser"):
        ask(ox.Store(), sparql)


def test_a_long_question_is_answered_and_a_wrong_one_still_told() -> None:
    values = " ".join(f"<urn:a{number}>" for number in range(2_000))
    answer = ask(ox.Store(), f"SELECT ?x {{ VALUES ?x {{ {values} }} }}")
    assert len(answer.rows) == 2_000
    with pytest.raises(QueryError, match=r"no SPARQL 1\.1"):
        ask(ox.Store(), f"SELECT ?x {{ VALUES ?x {{ {values} }} ")
