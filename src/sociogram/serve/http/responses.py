"""Jobs brought from the event loop to the workers, and their answers back to the client."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from typing import IO

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from sociogram.serve.http.negotiation import QUAD_FORMS, RESULT_FORMS, TRIPLE_FORMS, Form, choose
from sociogram.serve.workers.jobs import Job, RefusalError
from sociogram.serve.workers.pool import Answer, WorkerPool

_WAITING = 16
"""Requests that wait for a worker; more are told to come back."""
_PIECE = 1 << 16


class Counter:
    """Takes jobs to the workers, so many at a time."""

    def __init__(self, pool: WorkerPool, workers: int) -> None:
        self._pool = pool
        self._most = workers + _WAITING
        self._threads = ThreadPoolExecutor(max_workers=self._most, thread_name_prefix="job")
        self._taken = 0

    async def do(self, job: Job, request: Request) -> Answer:
        """Do ``job`` while ``request`` is still wanted.

        Raises:
            RefusalError: As ``WorkerPool.run``; 503 if too many wait already.
        """
        if self._taken >= self._most:
            raise RefusalError(503, "too many queries are waiting; try again in a few seconds", retry=5)
        self._taken += 1
        given_up = threading.Event()
        watch = asyncio.create_task(_watch(request, given_up))
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, lambda: self._pool.run(job, cancelled=given_up))
        except asyncio.CancelledError:
            given_up.set()
            raise
        finally:
            watch.cancel()
            self._taken -= 1

    def close(self) -> None:
        """Wait for nobody any more."""
        self._threads.shutdown(wait=False, cancel_futures=True)


async def _watch(request: Request, given_up: threading.Event) -> None:
    """Set ``given_up`` when the client goes away."""
    while True:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            given_up.set()
            return


def send_answer(answer: Answer, form: Form, *, head: bool = False) -> Response:
    """``answer`` as a response; its file is closed at the end."""
    headers = {
        "content-length": str(answer.size),
        "x-sociogram-generation": answer.outcome.generation,
        "vary": "Accept",
    }
    if answer.outcome.truncated:
        headers["x-sociogram-truncated"] = "rows"
    headers["content-type"] = form.content_type
    return AnswerResponse(answer.file, headers, head=head)


class AnswerResponse(StreamingResponse):
    """A response from a file that is closed however the sending ends."""

    def __init__(self, file: IO[bytes], headers: dict[str, str], *, head: bool) -> None:
        super().__init__(_pieces(file, empty=head), headers=headers)
        self._file = file

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        with self._file:
            await super().__call__(scope, receive, send)


async def _pieces(file: IO[bytes], *, empty: bool) -> AsyncIterator[bytes]:
    while not empty and (piece := file.read(_PIECE)):
        yield piece


def wanted_forms(accept: str | None) -> tuple[Form | None, Form | None]:
    """The forms for rows and for graphs that ``accept`` allows.

    Raises:
        RefusalError: 406 if it allows none of either.
    """
    rows, triples = choose(accept, RESULT_FORMS), choose(accept, TRIPLE_FORMS)
    if rows is None and triples is None:
        raise RefusalError(406, f"none of the accepted types is given here; accept one of {_types()}")
    return rows, triples


def wanted_form(accept: str | None, forms: tuple[Form, ...]) -> Form:
    """The form of ``forms`` that ``accept`` likes best.

    Raises:
        RefusalError: 406 if it likes none.
    """
    form = choose(accept, forms)
    if form is None:
        types = ", ".join(form.types[0] for form in forms)
        raise RefusalError(406, f"none of the accepted types is given here; accept one of {types}")
    return form


def _types() -> str:
    forms = {form.types[0]: None for form in (*RESULT_FORMS, *TRIPLE_FORMS, *QUAD_FORMS)}
    return ", ".join(forms)
