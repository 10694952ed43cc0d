"""Whatever is sent: an answer in time, no 5xx but the limits, no traceback, and the server goes on."""

from __future__ import annotations

import contextlib
import logging
import socket
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.serve_cases import AUTHORIZED, make_folder, running
from support.serve_cases import settings as make_settings

pytestmark = pytest.mark.slow
ALLOWED = frozenset({503, 504, 507})
BOUNDED = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
PATHS = st.sampled_from(
    [
        "/",
        "/query",
        "/login",
        "/sparql",
        "/update",
        "/data",
        "/resource",
        "/api/slice",
        "/api/text",
        "/api/unread",
        "/api/around",
        "/api/search",
        "/api/table/actors",
        "/api/table/claims",
        "/api/path",
        "/api/question",
        "/api/judgements",
        "/api/state",
        "/actor/anna",
        "/claim/",
        "/x/y",
        "/static/../..",
        "//",
        "/%2e%2e/%00",
        "/api/table/%F0%9F%98%80",
        "/api//state",
    ]
)
METHODS = st.sampled_from(
    ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "X-Y"]
)
NAMES = st.sampled_from(
    [
        "query",
        "update",
        "default-graph-uri",
        "named-graph-uri",
        "graph",
        "default",
        "iri",
        "most",
        "with",
        "actor",
        "q",
        "page",
        "size",
        "sort",
        "down",
        "from",
        "to",
        "name",
        "argument",
        "document",
        "using-graph-uri",
    ]
)
VALUES = st.text(max_size=20) | st.sampled_from(
    [
        "anna",
        "trust",
        "tie:tie0",
        "claim:claim0",
        "-1",
        "0",
        "99999999",
        "1e9",
        "strongest",
        "what-does",
        "urn:a",
        "<urn:a>",
        "SELECT * { ?s ?p ?o }",
        "ASK {}",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "DESCRIBE actor:anna",
        "../../x",
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        "SELECT * { SERVICE <u> {} }",
        "\x00",
        "' OR 1=1 --",
        "=1+1",
        "\u202e",
    ]
)
WORDS = st.sampled_from(
    [
        "SELECT",
        "ASK",
        "CONSTRUCT",
        "DESCRIBE",
        "*",
        "?s",
        "?p",
        "?o",
        "{",
        "}",
        "(",
        ")",
        "<urn:a>",
        "soc:funded",
        ".",
        ";",
        "FILTER",
        "OPTIONAL",
        "UNION",
        "MINUS",
        "BIND",
        "AS",
        "VALUES",
        "GRAPH",
        "?g",
        "LIMIT",
        "3",
        "OFFSET",
        "ORDER BY",
        "GROUP BY",
        "HAVING",
        "COUNT(*)",
        "REGEX(",
        "'a'",
        '"b"@en',
        "^^",
        "xsd:integer",
        "+",
        "-",
        "/",
        "|",
        "^",
        "!",
        "<",
        "=",
        "&&",
        "||",
        "IN",
        "EXISTS",
        "NOT",
        "FROM",
        "NAMED",
        "PREFIX",
        "BASE",
        "#",
        "\n",
        "<<",
        ">>",
        "LATERAL",
        "\ufeff",
        "1e400",
        "CONCAT(",
        "SUBSTR(",
        "STRDT(",
        "RAND()",
        "UUID()",
        "NOW()",
        "INSERT",
        "DELETE",
        "DATA",
        "WHERE",
        "CLEAR",
        "ALL",
        "LOAD",
    ]
)
TYPES = st.sampled_from(
    [
        "",
        "*/*",
        "text/html",
        "application/json",
        "text/turtle;q=2",
        "a/b/c",
        ";;;",
        "text/*;q=0.0001, ,",
        "application/sparql-query",
        "application/sparql-update",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/csv;q=\x7f",
        "application/x-www-form-urlencoded; charset=utf-16",
        "*",
        "application/n-quads, */*;q=0",
    ]
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    case = make_folder(tmp_path_factory.mktemp("case"))
    with running(case, make_settings(seconds=2.0)) as client:
        yield client


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.WARNING)
    yield
    for record in caplog.get_records("call"):
        assert record.exc_info is None, record.getMessage()
        assert " at /" not in record.getMessage(), record.getMessage()


def check(answer: httpx.Response) -> None:
    assert answer.status_code < 500 or answer.status_code in ALLOWED, (answer.status_code, answer.text)
    assert "Traceback" not in answer.text
    if answer.status_code >= 400 and answer.content and answer.headers["content-type"] == "application/json":
        assert "\n" not in answer.json()["error"]


@BOUNDED
@given(
    PATHS,
    METHODS,
    st.lists(st.tuples(NAMES, VALUES), max_size=4),
    TYPES,
    TYPES,
    st.binary(max_size=60),
    st.booleans(),
)
def test_any_request_is_answered(
    client: httpx.Client,
    path: str,
    method: str,
    fields: list[tuple[str, str]],
    accept: str,
    kind: str,
    body: bytes,
    known: bool,
) -> None:
    address = (
        path + "?" + "&".join(f"{name}={quote(value.encode('utf-8', 'replace'))}" for name, value in fields)
    )
    headers = {"Accept": accept, "Content-Type": kind, **(AUTHORIZED if known else {})}
    check(client.request(method, address, headers=headers, content=body))


@BOUNDED
@given(
    st.lists(WORDS, max_size=18),
    st.sampled_from(["", "SELECT * { ", "ASK { ", "CONSTRUCT { ?s ?p ?o } WHERE { "]),
    TYPES,
)
def test_any_words_of_sparql_are_answered(
    client: httpx.Client, words: list[str], head: str, accept: str
) -> None:
    text = head + " ".join(words) + (" }" if head else "")
    headers = {"Content-Type": "application/sparql-query", "Accept": accept}
    check(client.post("/sparql", content=text.encode(), headers=headers))


@settings(BOUNDED, max_examples=80)
@given(st.lists(WORDS, max_size=12))
def test_any_words_of_an_update_are_answered(client: httpx.Client, words: list[str]) -> None:
    headers = {"Content-Type": "application/sparql-update", **AUTHORIZED}
    check(client.post("/update", content=" ".join(words).encode(), headers=headers))


@BOUNDED
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | VALUES,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["verdict", "left", "right", "most", "with"]) | VALUES, inner, max_size=4
            )
        ),
        max_leaves=8,
    ),
    st.sampled_from(["/api/slice", "/api/judgements"]),
    st.sampled_from(["POST", "DELETE"]),
)
def test_any_json_is_answered(client: httpx.Client, value: object, path: str, method: str) -> None:
    with contextlib.suppress(UnicodeEncodeError):
        check(client.request(method, path, json=value, headers=AUTHORIZED))


@BOUNDED
@given(
    st.binary(max_size=80),
    st.sampled_from(
        [b"", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\n"]
    ),
)
def test_any_bytes_leave_the_server_alive(client: httpx.Client, content: bytes, head: bytes) -> None:
    with socket.create_connection((client.base_url.host, client.base_url.port or 80), timeout=5) as line:
        line.sendall(head + content + b"\r\n\r\n")
        line.shutdown(socket.SHUT_WR)
        answer = b""
        with contextlib.suppress(TimeoutError, ConnectionResetError):
            while chunk := line.recv(1 << 16):
                answer += chunk
    assert not answer.startswith(b"HTTP/1.1 5"), answer[:200]
    assert b"Traceback" not in answer


def test_it_still_answers(client: httpx.Client) -> None:
    assert client.get("/sparql?query=ASK{}").json()["boolean"] is True
    assert client.get("/api/state").json()["error"] is None
