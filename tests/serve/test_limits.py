"""Many clients at once wait for their turn, and those that send nothing keep nobody out."""

from __future__ import annotations

import contextlib
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

import sociogram.serve.http.job_queue as queue_module
import sociogram.serve.running as running_module
from support.patience import SECONDS
from support.serve_cases import AUTHORIZED, make_folder, running, settings

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("case"))


def ask(client: httpx.Client, query: str = "ASK {}") -> httpx.Response:
    return client.get("/sparql", params={"query": query}, timeout=SECONDS)


def test_forty_clients_at_once_are_all_answered(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_module, "_WAIT", 60.0)  # a busy machine is no fault
    with running(case) as client, ThreadPoolExecutor(40) as threads:
        ask(client).raise_for_status()
        answers = [*threads.map(lambda _: ask(client).status_code, range(80))]
    assert answers == [200] * 80


def test_who_waits_too_long_is_told_to_come_back(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_module, "_WAIT", 0.5)
    with running(case, settings(workers=1, seconds=4.0)) as client, ThreadPoolExecutor(8) as threads:
        ask(client).raise_for_status()
        begun = time.monotonic()
        answers = [*threads.map(lambda _: ask(client, SLOW), range(6))]
        assert {answer.status_code for answer in answers} == {503, 504}
        for answer in answers:
            assert answer.status_code == 504 or answer.headers["retry-after"]
        assert time.monotonic() - begun < 30
        assert ask(client).json()["boolean"] is True


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET /api/state HTTP/1.1\r\nHost: 127.0.0.1\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\nquery",
        b"GET /api/state HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    ],
    ids=["nothing", "half a head", "half a body", "idle behind an answer"],
)
def test_three_hundred_connections_that_send_no_whole_request_keep_nobody_out(
    case: Path, sent: bytes
) -> None:
    with running(case) as client, contextlib.ExitStack() as stack:
        address = (client.base_url.host, client.base_url.port or 80)
        for _ in range(300):
            line = stack.enter_context(socket.create_connection(address, timeout=20))
            with contextlib.suppress(ConnectionError):
                line.sendall(sent)
        begun = time.monotonic()
        for _ in range(3):
            with httpx.Client(base_url=client.base_url, timeout=20) as other:
                assert other.get("/api/state").status_code == 200
        assert time.monotonic() - begun < running_module._HEAD_SECONDS / 2


@pytest.mark.parametrize(
    "mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x00", "\x1c", "\ud800", "\ufeff", '"\n', "\r"]
)
def test_a_judgement_with_any_mark_is_refused_or_read_back_by_a_build(tmp_path: Path, mark: str) -> None:
    from sociogram.graph.saved_judgements import read_judgements

    case = make_folder(tmp_path / "case")
    name = f"An{mark}na"
    body = f'{{"verdict": "same", "left": {ascii_json(name)}, "right": "tom"}}'
    with running(case) as client:
        before = (case / "judgements.csv").read_bytes()
        headers = {**AUTHORIZED, "Content-Type": "application/json"}
        answer = client.post("/api/judgements", content=body, headers=headers)
        if answer.status_code == 201:
            (found,) = read_judgements(case / "judgements.csv")
            assert (found.verdict, found.left, found.right) == ("same", name, "tom")
        else:
            assert answer.status_code == 400
            assert (case / "judgements.csv").read_bytes() == before
        assert (answer.status_code == 201) == (mark in "\u2028\u2029\ufeff")


def ascii_json(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=True)


def test_a_side_that_a_spreadsheet_would_run_is_guarded_in_the_file_and_read_as_it_was(
    tmp_path: Path,
) -> None:
    from sociogram.graph.saved_judgements import read_judgements

    case = make_folder(tmp_path / "case")
    sides = ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "'=quoted"]
    with running(case) as client:
        for side in sides:
            value = {"verdict": "same", "left": side, "right": "tom"}
            assert client.post("/api/judgements", json=value, headers=AUTHORIZED).status_code == 201
        lines = (case / "judgements.csv").read_text(encoding="utf-8").splitlines()[1:]
        assert [line.split(",")[1] for line in lines] == [
            "'=HYPERLINK(1)", "'+1", "'-1", "'@SUM(1)", "''=quoted",
        ]  # fmt: skip
        assert [each.left for each in read_judgements(case / "judgements.csv")] == sides
        value = {"verdict": "same", "left": "=HYPERLINK(1)", "right": "tom"}
        assert client.request("DELETE", "/api/judgements", json=value, headers=AUTHORIZED).status_code == 200
        assert [each.left for each in read_judgements(case / "judgements.csv")] == sides[1:]


def test_a_clique_of_blank_nodes_is_refused_and_the_server_answers_meanwhile(tmp_path: Path) -> None:
    nodes = [f"_:b{number}" for number in range(9)]
    triples = " ".join(f"{one} <urn:k> {other} ." for one in nodes for other in nodes if one != other)
    case = make_folder(tmp_path / "case")
    with running(case) as client, ThreadPoolExecutor(1) as threads:
        answer = threads.submit(
            client.post, "/update", data={"update": f"INSERT DATA {{ {triples} }}"}, headers=AUTHORIZED
        )
        while not answer.done():
            begun = time.monotonic()
            assert client.get("/api/state").status_code == 200
            assert time.monotonic() - begun < 5
        assert answer.result().status_code == 400
        assert "72" not in answer.result().json()["error"]
        assert "9 blank nodes that look alike" in answer.result().json()["error"]
    assert not (case / "annotations.trig").exists()
