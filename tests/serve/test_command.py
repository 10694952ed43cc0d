"""The server as a program: how it starts, what it refuses, how it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from support.command_line import run, run_here
from support.patience import SECONDS
from support.places import DOCUMENTS
from support.processes import (
    IGNORES_INTERRUPTS,
    TAKES_INTERRUPTS,
    children_of,
    is_running,
    started,
)
from support.serve_cases import make_folder

if TYPE_CHECKING:
    from spacy.language import Language

TOKENS: dict[int, str] = {}
SERVE = [sys.executable, "-m", "sociogram", "serve"]


@contextmanager
def serving(*arguments: str, **options: Any) -> Iterator[tuple[subprocess.Popen[str], str]]:
    environment = {**os.environ, "SOCIOGRAM_TOKEN": ""}
    command = [*SERVE, *arguments]
    with started(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, **options
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"(http://\S+/)#token=(\S+)", line)
        assert found is not None, line + (process.stderr.read() if process.stderr and not line else "")
        TOKENS[process.pid] = found[2]
        yield process, found[1]


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("told", "prepare"),
    [
        (signal.SIGINT, TAKES_INTERRUPTS),
        (signal.SIGTERM, TAKES_INTERRUPTS),
        (signal.SIGTERM, IGNORES_INTERRUPTS),
    ],
    ids=["Ctrl-C", "SIGTERM", "SIGTERM in the background"],
)
def test_it_says_where_it_is_answers_and_ends_when_it_is_told_with_its_children(
    told: signal.Signals, prepare: Callable[[], object], tmp_path: Path
) -> None:
    case = str(make_folder(tmp_path / "case"))
    with serving(case, "--port", "0", preexec_fn=prepare) as (process, place):
        assert httpx.get(place + "sparql?query=ASK{}").json()["boolean"] is True
        assert httpx.get(place).status_code == 200
        workers = children_of(process.pid)
        assert len(workers) >= 2
        process.send_signal(told)
        assert process.wait(15) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
        time.sleep(0.5)
        assert not [worker for worker in workers if is_running(worker)]


def test_workers_end_when_the_server_is_killed(tmp_path: Path) -> None:
    with serving(str(make_folder(tmp_path / "case")), "--port", "0") as (process, place):
        assert httpx.get(place + "sparql?query=ASK{}").status_code == 200
        workers = children_of(process.pid)
        process.kill()
        process.wait(10)
        limit = time.monotonic() + 10
        while any(is_running(worker) for worker in workers) and time.monotonic() < limit:
            time.sleep(0.1)
        assert not any(is_running(worker) for worker in workers)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--host", "0.0.0.0"], "give a --token"),  # noqa: S104 - refused
        (["--host", "no such host", "--token", "long-enough"], "no address of this machine"),
        (["--token", "short"], "visible ASCII"),
    ],
)
def test_what_cannot_be_served_is_one_line_and_exit_code_2(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    case = make_folder(tmp_path / "case")
    environment = {name: value for name, value in os.environ.items() if name != "SOCIOGRAM_TOKEN"}
    done = subprocess.run(
        [*SERVE, str(case), "--port", "0", *arguments],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        env=environment,
        check=False,
    )
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_port_in_use_and_a_folder_without_a_case_are_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        case = make_folder(tmp_path / "case")
        busy = subprocess.run(
            [*SERVE, str(case), "--port", port], capture_output=True, text=True, timeout=SECONDS, check=False
        )
    assert (busy.returncode, busy.stderr.count("\n")) == (2, 1)
    assert "in use" in busy.stderr
    none = subprocess.run(
        [*SERVE, str(tmp_path / "none")], capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert (none.returncode, none.stderr.count("\n")) == (2, 1)
    assert "sociogram build" in none.stderr


@pytest.mark.model
@pytest.mark.slow
def test_the_sample_case_is_judged_and_annotated_over_http_and_a_build_keeps_it(
    tmp_path: Path, nlp: Language
) -> None:
    documents = sorted(DOCUMENTS.iterdir())[:3]
    case = str(tmp_path / "case")
    build = ("build", *documents, "-o", case, "--quiet")
    assert run_here(*build, nlp=nlp).returncode == 0
    with serving(case, "--port", "0") as (process, place):
        token = {"Authorization": "Bearer " + TOKENS[process.pid]}
        actors = httpx.get(place + "api/table/actors?sort=claims&down=1").json()["ids"]
        before = httpx.get(place + "api/slice", timeout=SECONDS).json()["served"]["generation"]
        rename = {"verdict": "rename", "left": actors[0], "right": "Renamed By Hand"}
        assert (
            httpx.post(place + "api/judgements", json=rename, headers=token, timeout=SECONDS).status_code
            == 201
        )
        limit = time.monotonic() + 60
        while httpx.get(place + "api/state").json()["generation"] == before and time.monotonic() < limit:
            time.sleep(0.2)
        assert httpx.get(place + "api/search?q=renamed+by+hand").json()["actors"]
        update = {"update": "INSERT DATA { GRAPH <urn:mine> { actor:x rdfs:comment 'kept' } }"}
        assert httpx.post(place + "update", data=update, headers=token, timeout=SECONDS).status_code == 204
        asked = {
            "query": "ASK { GRAPH <urn:mine> { ?s rdfs:comment 'kept' } ?a rdfs:label 'Renamed By Hand' }"
        }
        assert httpx.get(place + "sparql", params=asked).json()["boolean"] is True
    assert run(*build).returncode == 0
    with serving(case, "--port", "0") as (_, place):
        assert httpx.get(place + "sparql", params=asked).json()["boolean"] is True
