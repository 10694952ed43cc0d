"""Pushing a case to a SPARQL server: the same answers there as here, and clear words when it will not be."""

from __future__ import annotations

import json
import socket
import subprocess
import sysconfig
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
import urllib3
from click.testing import CliRunner
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, SPARQLWrapper

from sociogram.cli.verbs.export import command
from sociogram.errors import SociogramError, UsageError
from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.knowledge.namespaces import GRAPH, PREFIXES, SOC
from sociogram.rdf.ask import ask
from sociogram.rdf.names import names_in
from sociogram.rdf.quads import load_quads
from sociogram.rdf.questions.asking import ask_question
from sociogram.rdf.questions.catalogue import load_questions
from sociogram.write import write_case
from sociogram.write.rdf.graph_store import Target, check_target, is_exposed
from sociogram.write.rdf.push import Pushed, push
from support.made_readings import Paper, Resources
from support.sample_graphs import hostile_graph, sample_graph

SECRET, NOTHING, SPLIT = "abc", "", "a\r\nX: y"
OXIGRAPH = Path(sysconfig.get_path("scripts")) / "oxigraph"
QUESTIONS = [
    question
    for question in load_questions().values()
    if question.usage.count("{") == question.usage.count("[{")
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty Oxigraph server on loopback."""
    if not OXIGRAPH.exists():
        pytest.skip("the package oxigraph is not installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("oxigraph")
    arguments = [str(OXIGRAPH), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            if process.poll() is not None:
                pytest.fail("oxigraph serve ended at once")
            try:
                urllib3.request("GET", f"{url}/", retries=False)
                break
            except urllib3.exceptions.HTTPError:
                time.sleep(0.05)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def empty_server(server: str) -> str:
    answer = urllib3.request("POST", f"{server}/update", body=b"DROP ALL",
                             headers={"Content-Type": "application/sparql-update"})  # fmt: skip
    assert answer.status == 204
    return server


def quads_there(server: str) -> set[ox.Quad]:
    answer = urllib3.request("GET", f"{server}/store", headers={"Accept": "application/n-quads"})
    return set(ox.parse(input=answer.data, format=ox.RdfFormat.N_QUADS))


def other_graph() -> Graph:
    paper = Paper("c", published="2025-01-01")
    paper.says(paper.chain("Ann Varga"), "met", paper.chain("Bela Kiss"))
    return make_graph([paper.reading()], (), Resources())


@pytest.mark.parametrize("make", [sample_graph, hostile_graph])
def test_the_server_has_exactly_the_quads_of_the_case_however_often_it_is_sent(
    make: Any, empty_server: str
) -> None:
    graph = make()
    for _ in range(2):
        pushed = push(load_quads(graph), Target(url=f"{empty_server}/store"))
    assert quads_there(empty_server) == set(graph.quads())
    assert pushed.statements == len(set(graph.quads()))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_named_questions_have_the_same_answers_here_and_there(question: Any, empty_server: str) -> None:
    store = load_quads(sample_graph())
    push(store, Target(url=f"{empty_server}/store"))
    here = ask(store, question.sparql)
    expected = {
        tuple(None if term is None else term.value for term in row) for row in here.rows
    }  # SELECT alone
    sparql = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items()) + question.sparql
    wrapper = SPARQLWrapper(f"{empty_server}/query")
    wrapper.addParameter("union-default-graph", "true")
    wrapper.setQuery(sparql)
    wrapper.setReturnFormat(JSON)
    answer: Any = wrapper.query().convert()
    there = {
        tuple(row[name]["value"] if name in row else None for name in here.variables)
        for row in answer["results"]["bindings"]
    }
    assert there == expected
    remote = SPARQLStore(f"{empty_server}/query", params={"union-default-graph": "true"})
    rows = rdflib.Graph(store=remote).query(sparql)
    assert {tuple(None if term is None else str(term) for term in row) for row in rows} == expected  # type: ignore[union-attr]


def test_a_question_about_an_actor_has_the_same_answer_there(empty_server: str) -> None:
    store = load_quads(sample_graph())
    push(store, Target(url=f"{empty_server}/store"))
    again = ox.Store()
    again.bulk_extend(quads_there(empty_server))
    here, there = (
        set(ask_question(each, names_in(each), "about", ("Ann Varga",)).rows) for each in (store, again)
    )
    assert here == there != set()


def test_pruning_deletes_documents_that_have_gone_and_nothing_of_others(empty_server: str) -> None:
    target = Target(url=f"{empty_server}/store")
    foreign = ox.Quad(
        *[ox.NamedNode("https://example.org/x")] * 3, ox.NamedNode("https://example.org/graph/x")
    )  # type: ignore[call-arg]
    mine = ox.Quad(*[ox.NamedNode("https://example.org/x")] * 3)  # type: ignore[call-arg]
    body = "".join(f"{quad} .\n" for quad in (foreign, mine)).encode()
    urllib3.request(
        "POST", f"{empty_server}/store", body=body, headers={"Content-Type": "application/n-quads"}
    )
    push(load_quads(sample_graph()), target)
    push(load_quads(other_graph()), target)
    assert any(
        quad.graph_name.value == GRAPH + "a"
        for quad in quads_there(empty_server)
        if quad.graph_name != ox.DefaultGraph()
    )
    pushed = push(load_quads(other_graph()), target, prune=True)
    assert pushed.deleted == 2
    assert quads_there(empty_server) == {foreign, mine, *other_graph().quads()}


def test_facts_of_an_earlier_push_do_not_stay_where_the_case_has_none(empty_server: str) -> None:
    target = Target(url=f"{empty_server}/store")
    push(load_quads(sample_graph()), target)
    store = load_quads(other_graph())
    store.remove_graph(ox.NamedNode(SOC + "facts"))
    push(store, target)
    assert not any(quad.graph_name == ox.NamedNode(SOC + "facts") for quad in quads_there(empty_server))


def test_the_default_graph_is_not_sent_but_counted(empty_server: str) -> None:
    store = load_quads(sample_graph())
    store.add(ox.Quad(*[ox.NamedNode("https://example.org/x")] * 3))  # type: ignore[call-arg]
    pushed = push(store, Target(url=f"{empty_server}/store"))
    assert pushed.left_out == 1
    assert quads_there(empty_server) == set(sample_graph().quads())


def test_the_verb_sends_a_built_case(empty_server: str, tmp_path: Path) -> None:
    write_case(sample_graph(), tmp_path)
    done = CliRunner().invoke(command, ["--case", str(tmp_path), "--to", f"{empty_server}/store"])
    assert done.exit_code == 0, done.output
    count = len(set(sample_graph().quads()))
    assert done.output == f"sent: {count} statements in 6 graphs to {empty_server}/store\n"
    assert quads_there(empty_server) == set(sample_graph().quads())


class Answers(BaseHTTPRequestHandler):
    """Gives the prepared answers one after the other, the last one for ever, and keeps what it was asked."""

    prepared: list[tuple[int, dict[str, str], bytes]]
    asked: list[tuple[str, str, dict[str, str], bytes]]

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.asked.append((self.command, self.path, dict(self.headers), body))
        status, headers, content = self.prepared.pop(0) if len(self.prepared) > 1 else self.prepared[0]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_PUT = do_POST = do_DELETE = do_GET = answer  # noqa: N815

    def log_message(self, *arguments: Any) -> None:
        pass


@contextmanager
def answering(*prepared: tuple[int, dict[str, str], bytes]) -> Iterator[tuple[str, Any]]:
    handler = type("Prepared", (Answers,), {"prepared": list(prepared), "asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.server_port}/store", handler
        finally:
            listening.shutdown()
            thread.join()


def one_push(url: str, **more: Any) -> Pushed:
    waits: list[float] = more.pop("waits", [])
    prune = more.pop("prune", False)
    return push(load_quads(other_graph()), Target(url=url, **more), prune=prune, sleep=waits.append)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "give --token or --user"),
        (403, "forbids writing"),
        (404, "no graph store at this address"),
        (405, "takes no graphs"),
        (500, "look at the server's own log"),
        (303, "look at the server's own log"),
    ],
)
def test_a_refusal_says_what_to_do_on_one_line(status: int, words: str) -> None:
    with (
        answering((status, {}, b"not\r\n\x1b[31m  today")) as (url, handler),
        pytest.raises(UsageError) as caught,
    ):
        one_push(url)
    assert f"answers PUT with {status} (not [31m today); " in str(caught.value)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(handler.asked) == 1


def test_a_busy_server_is_asked_again_with_the_whole_graph_and_at_last_given_up() -> None:
    waits: list[float] = []
    busy = (503, {"Retry-After": "7"}, b"")
    with answering(busy, (503, {}, b""), (204, {}, b"")) as (url, handler):
        one_push(url, waits=waits)
        assert waits == [7.0, 1.0]
        assert len({body for _, path, _, body in handler.asked[:3]}) == 1
    with answering(busy) as (url, handler), pytest.raises(UsageError, match="busy 4 times; try again later"):
        one_push(url)
    assert len(handler.asked) == 4


def test_redirects_are_followed_on_the_same_server_alone() -> None:
    with answering((307, {"Location": "/elsewhere?graph=x"}, b""), (204, {}, b"")) as (url, handler):
        one_push(url, token=SECRET)
        assert [path for _, path, _, _ in handler.asked][1] == "/elsewhere?graph=x"
        assert handler.asked[0][3] == handler.asked[1][3] != b""
    for location in ("http://localhost:1/", "https://127.0.0.1/", "//evil.example/"):
        with (
            answering((307, {"Location": location}, b"")) as (url, handler),
            pytest.raises(UsageError, match="redirects to another server"),
        ):
            one_push(url, token=SECRET)
        assert len(handler.asked) == 1
    with (
        answering((307, {"Location": "/x"}, b"")) as (url, _),
        pytest.raises(UsageError, match="without an end"),
    ):
        one_push(url)


def test_who_asks_is_shown_and_each_body_has_a_length() -> None:
    with answering((204, {}, b"")) as (url, handler):
        one_push(url, token=SECRET)
        one_push(url, user="ann:p:w")
    shown = [
        {name.lower(): value for name, value in headers.items()}["authorization"]
        for _, _, headers, _ in handler.asked
    ]
    assert set(shown) == {f"Bearer {SECRET}", "Basic YW5uOnA6dw=="}
    puts = [headers for method, _, headers, _ in handler.asked if method == "PUT"]
    assert all(int(headers["Content-Length"]) > 0 for headers in puts)
    assert {headers["Content-Type"] for headers in puts} == {"application/n-triples"}


def test_graphs_are_sent_in_the_order_of_their_names_and_an_address_keeps_its_query() -> None:
    with answering((204, {}, b"")) as (url, handler):
        one_push(url + "?db=1")
    paths = [path for _, path, _, _ in handler.asked]
    assert paths == sorted(paths)
    assert all(path.startswith("/store?db=1&graph=https%3A%2F%2Fsociogram.org%2F") for path in paths)


def test_nobody_there_is_one_line() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}/store"
    with pytest.raises(UsageError, match="cannot be reached; is the server running"):
        one_push(url)


@pytest.mark.parametrize(
    ("url", "asks"),
    [
        ("/store", "/query"),
        ("/ds/data", "/ds/sparql"),
        ("/repositories/r/rdf-graphs/service", "/repositories/r"),
        ("/sparql-graph-crud", "/sparql"),
    ],
)
def test_pruning_asks_where_usual_servers_answer_and_only_believes_names_of_ours(url: str, asks: str) -> None:
    names = ["https://example.org/graph/x", GRAPH + "gone", SOC + "facts"]
    found = json.dumps(
        {"results": {"bindings": [{"g": {"type": "uri", "value": name}} for name in names]}}
    ).encode()
    with answering((200, {}, found)) as (base, handler):
        one_push(base.removesuffix("/store") + url, prune=True)
    assert [path for method, path, _, _ in handler.asked if method == "POST"] == [asks]
    deleted = [path for method, path, _, _ in handler.asked if method == "DELETE"]
    assert deleted == [f"{url}?graph=https%3A%2F%2Fsociogram.org%2Fgraph%2Fgone"]


@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b'{"results": {"bindings": [{}]}}'])
def test_what_is_no_list_of_graphs_deletes_nothing(content: bytes) -> None:
    with (
        answering((200, {}, content)) as (url, handler),
        pytest.raises(UsageError, match="no SPARQL results"),
    ):
        one_push(url, prune=True)
    assert not any(method == "DELETE" for method, *_ in handler.asked)


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target(url="ftp://h/store"), "no address of http or https"),
        (Target(url="store"), "no address of http or https"),
        (Target(url="http://[::1/store"), "is no address"),
        (Target(url="http://h:99999/store"), "is no address"),
        (Target(url="http://ann:pw@h/store"), "holds a name or password"),
        (Target(url="http://h/store?graph=x"), "names a graph"),
        (Target(url="http://h/store#x"), "names a graph or a part"),
        (Target(url="http://h/store", token=SECRET, user="b:c"), "cannot both be used"),
        (Target(url="http://h/store", user="ann"), "has no colon"),
        (Target(url="http://h/store", token=SPLIT), "no header can hold"),
        (Target(url="http://h/store", token=NOTHING), "no header can hold"),
    ],
)
def test_an_address_that_cannot_be_is_refused_before_anything_is_sent(target: Target, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        check_target(target)
    assert "pw" not in str(caught.value)


def test_a_secret_over_plain_http_is_exposed_but_not_on_loopback() -> None:
    assert is_exposed(Target(url="http://h/store", token=SECRET))
    assert not is_exposed(Target(url="https://h/store", token=SECRET))
    assert not is_exposed(Target(url="http://127.0.0.1:1/store", user="a:b"))
    assert not is_exposed(Target(url="http://h/store"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "give a format and -o FILE, or --to URL"),
        (["gexf"], "give a format and -o FILE"),
        (["gexf", "--to", "http://h/store"], "leave the format and -o out"),
        (["--to", "http://[::1"], "is no address"),
        (["gexf", "-o", "x", "--prune"], "--prune goes with --to URL"),
        (["gexf", "-o", "x", "--user", "a:b"], "--user goes with --to URL"),
        (["--to", "http://h/store", "--query-url", "http://h/q"], "give --prune too"),
        (["csv", "-o", "x", "--actor", "Ann"], "--actor is for dossier alone"),
        (["csv", "-o", "x", "--merged"], "--merged is for gexf alone"),
        (["ftm", "-o", "x", "--published", "2024-01-01"], "--published is for rocrate and dcat alone"),
    ],
)
def test_options_that_do_not_go_together_are_refused(arguments: list[str], words: str) -> None:
    done = CliRunner().invoke(command, arguments)
    assert isinstance(done.exception, SociogramError)
    assert words in str(done.exception)
