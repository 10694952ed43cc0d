"""No text of SPARQL asks another server unnoticed, whatever Oxigraph's parser makes of it."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sociogram.rdf.service_guard import asks_elsewhere, names_dataset

ELSEWHERE = [
    "SELECT * { SERVICE <U> { ?s ?p ?o } }",
    "SELECT * { service silent <U> {} }",
    "SELECT * { SERVICESILENT<U>{} }",
    "SELECT * { ?s ?p ?o.SERVICE <U> {} }",
    "SELECT * { ?s ?p 1SERVICE <U> {} }",
    "SELECT * { ?s ?p trueSERVICE <U> {} }",
    "SELECT * { OPTIONAL { ?s ?p ex:.SERVICE <U> {} } }",
    "SELECT * { OPTIONAL { ?s ?p ex:a\\#b } SERVICE <U> {} }",
    "SELECT * { OPTIONAL { ?s ?p ex:a\\'b } SERVICE <U> {} OPTIONAL { ?s ?p ex:a\\'b } }",
    "SELECT * { OPTIONAL { ?s ?p <http://a\\u0041#> } SERVICE <U> {} }",
    "SELECT * { OPTIONAL { ?s ?p <http://a'b> } SERVICE <U> {} OPTIONAL { ?s ?p <http://a'b> } }",
    "SELECT * { ?s ?p ?a FILTER(?a<2)SERVICE#>\n<U> {} }",
    "SELECT * { ?s <http://a#b> ?a FILTER(?a<2)SERVICE#>\n<U> {} }",
    "SELECT * { ?s ?p ?a FILTER(?a<'b>')SERVICE <U> {} FILTER('x'='x') }",
    "SELECT * { ?s ?p ?a FILTER(?a<ex:b#> '''\n)SERVICE <U> {} #'''\n }",
    "SELECT * { ?s ?p ?o #\rSERVICE <U> {}\n }",
    "SELECT * { SERVICEs: {} }",
]
AT_HOME = [
    "SELECT ?service { ?service ?p 'SERVICE <http://x/>' }",
    "SELECT * { ?s ex:service ?o . # SERVICE <http://x/> {}\n }",
    "SELECT * { ?s <http://x.org/service#SERVICE> ?o }",
    'SELECT * { ?s ?p """SERVICE <http://x/>""" , "a \\" SERVICE " }',
    "SELECT * { ?s ?p ?o FILTER(?o < 2 && CONTAINS(?s, 'service')) }",
    "SELECT * { ?s ?p 'x'@en-service }",
]


@pytest.mark.parametrize("query", ELSEWHERE)
def test_a_query_that_could_ask_another_server_is_found(query: str) -> None:
    assert asks_elsewhere(query)


@pytest.mark.parametrize("query", AT_HOME)
def test_the_word_alone_is_allowed_where_it_is_no_keyword(query: str) -> None:
    assert not asks_elsewhere(query)


def test_loading_is_found_as_service_is() -> None:
    assert asks_elsewhere("LOAD <http://x/>", ("service", "load"))
    assert not asks_elsewhere("INSERT DATA { <urn:a> <urn:load> 'LOAD' }", ("service", "load"))


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("SELECT * FROM <urn:g> { ?s ?p ?o }", True),
        ("SELECT * from named ex:g { ?s ?p ?o }", True),
        ("SELECT *FROM<urn:g>{ ?s ?p ?o }", True),
        ("SELECT ?from { ?from ex:from ' FROM ' } # FROM <urn:g>", False),
        ("PREFIX from: <urn:x> SELECT * { ?s from:a <http://x/from> }", False),
    ],
)
def test_a_dataset_that_a_query_names_is_found(query: str, named: bool) -> None:
    assert names_dataset(query) is named


class Trap:
    """A port that counts who comes, and hangs up on them."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}/"
        self.caught = 0
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                self.caught += 1
                line.close()

    def close(self) -> None:
        self._listener.close()


@pytest.fixture(scope="module")
def trap() -> Iterator[Trap]:
    trap = Trap()
    yield trap
    trap.close()


def ask(query: str) -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:a"), ox.Literal(1)))
    with contextlib.suppress(Exception):
        list(store.query(query))  # type: ignore[arg-type]


def test_the_trap_catches_whom_it_should() -> None:
    trap = Trap()
    ask(f"SELECT * {{ SERVICE <{trap.address}> {{ ?s ?p ?o }} }}")
    assert trap.caught == 1
    trap.close()


PIECES = st.sampled_from(
    [
        "SERVICE",
        "service",
        "<U>",
        "{",
        "}",
        "{}",
        " ",
        "\n",
        "#",
        ">",
        "<",
        "'",
        '"',
        "'''",
        "\\",
        ":",
        "ex:a",
        ".",
        "?a",
        "1",
        "FILTER(",
        ")",
        "(?a<2)",
        "?s ?p ?o",
        "OPTIONAL{",
        "true",
        "@en",
        "<http://a#b>",
        "<a'b>",
        "\\#",
        "%41",
        "[]",
        ";",
        "SILENT",
        "_:b",
        "\r",
        "ex:",
    ]
)


@pytest.mark.slow
@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=14), st.booleans())
def test_whatever_reaches_another_server_was_found_before(
    trap: Trap, pieces: list[str], keyword: bool
) -> None:
    middle = "".join(pieces) + ("SERVICE <U> {}" if keyword else "")
    query = f"PREFIX ex: <urn:x:> SELECT * {{ {middle} }}".replace("<U>", f"<{trap.address}>")
    if not asks_elsewhere(query):
        ask(query)
        assert not trap.caught, query
