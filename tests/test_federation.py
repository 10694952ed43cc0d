"""No text of SPARQL asks another server unnoticed, whatever Oxigraph's parser makes of it."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sociogram.federation import asks_elsewhere, names_dataset

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


@pytest.fixture(scope="module")
def trap() -> Iterator[socket.socket]:
    """A port that notes who comes."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(256)
        listener.setblocking(False)  # noqa: FBT003 - the socket's own way
        yield listener


PIECES = st.sampled_from(
    ["SERVICE", "service", "<U>", "{", "}", "{}", " ", "\n", "#", ">", "<", "'", '"', "'''", "\\", ":", "ex:a", ".", "?a",
     "1", "FILTER(", ")", "(?a<2)", "?s ?p ?o", "OPTIONAL{", "true", "@en", "<http://a#b>", "<a'b>", "\\#", "%41", "[]", ";",
     "SILENT", "_:b", "\r", "ex:"]  # fmt: skip
)


@pytest.mark.slow
@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=14), st.booleans())
def test_whatever_reaches_another_server_was_found_before(
    trap: socket.socket, pieces: list[str], keyword: bool
) -> None:
    middle = "".join(pieces) + ("SERVICE <U> {}" if keyword else "")
    query = f"PREFIX ex: <urn:x:> SELECT * {{ {middle} }}".replace("U", f"http://127.0.0.1:{trap.getsockname()[1]}/")
    store = ox.Store([ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:a"), ox.Literal(1))])
    if asks_elsewhere(query):
        return
    with contextlib.suppress(Exception):
        list(store.query(query))  # type: ignore[arg-type]
    with pytest.raises(BlockingIOError):
        trap.accept()
