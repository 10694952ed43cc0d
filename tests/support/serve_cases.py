"""A served case for tests: made by hand, over a real socket, in this process."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pyoxigraph as ox
import uvicorn

from sociogram.case.annotations import is_derived, read_annotations
from sociogram.serve.app import make_app
from sociogram.serve.running import TimedProtocol, bind_socket
from sociogram.serve.settings import ServeSettings
from sociogram.write import write_case
from support.explorer_cases import make_case
from support.patience import SECONDS

TOKEN = "token-of-the-tests"  # noqa: S105
AUTHORIZED = {"Authorization": f"Bearer {TOKEN}"}


def make_folder(folder: Path, hostile: str = "") -> Path:
    """A case folder without a store, as the exports alone are."""
    folder.mkdir(parents=True, exist_ok=True)
    graph, _ = make_case(hostile)
    write_case(graph, folder)
    return folder


def remake(folder: Path) -> None:
    """What the case's own rebuild does with annotations, for a folder without a store."""
    path = folder / "graph.trig"
    before = path.stat().st_mtime_ns
    quads = [
        quad for quad in ox.parse(path=str(path), format=ox.RdfFormat.TRIG) if is_derived(quad.graph_name)
    ]
    beside = folder / "graph.part"
    ox.serialize([*quads, *read_annotations(folder)], str(beside), format=ox.RdfFormat.TRIG)
    beside.replace(path)
    assert path.stat().st_mtime_ns != before


def settings(**changes: Any) -> ServeSettings:
    values: dict[str, Any] = {"token": TOKEN, "port": 0, "seconds": 5.0, "memory": 300, "workers": 2}
    return ServeSettings(**{**values, **changes})


@contextmanager
def running(case: Path, given: ServeSettings | None = None) -> Iterator[httpx.Client]:
    """A client of a server of ``case`` that listens on a free port of this machine."""
    given = given or settings()
    listener = bind_socket("127.0.0.1", 0)
    config = uvicorn.Config(
        make_app(case, given, remake=remake),
        http=TimedProtocol,
        ws="none",
        log_config=None,
        access_log=False,
        h11_max_incomplete_event_size=48 << 10,
        timeout_graceful_shutdown=2,
        timeout_keep_alive=15,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    limit = time.monotonic() + 20
    while not server.started and time.monotonic() < limit:
        time.sleep(0.01)
    port = listener.getsockname()[1]
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=SECONDS) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()
        assert not thread.is_alive()
