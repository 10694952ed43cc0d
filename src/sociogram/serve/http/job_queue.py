"""Jobs brought from the event loop to the workers, so many at a time."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

from starlette.requests import Request

from sociogram.serve.workers.jobs import Job, RefusalError
from sociogram.serve.workers.pool import JobAnswer, WorkerPool

_WAITING = 16
"""Requests that wait for a worker; more are told to come back (the limits are in docs/serving.md)."""


class JobQueue:
    """Takes jobs to the workers, so many at a time."""

    def __init__(self, pool: WorkerPool, workers: int) -> None:
        self._pool = pool
        self._most = workers + _WAITING
        self._threads = ThreadPoolExecutor(max_workers=self._most, thread_name_prefix="job")
        self._taken = 0

    async def do(self, job: Job, request: Request) -> JobAnswer:
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
