"""Jobs brought from the event loop to the workers, so many at a time."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

from starlette.requests import Request

from sociogram.serve.workers.jobs import Job, RefusalError
from sociogram.serve.workers.pool import JobAnswer, WorkerPool

_WAIT = 5.0
"""Seconds that a request waits for its turn; then it is told to come back (docs/serving.md)."""


class JobQueue:
    """Takes jobs to the workers, so many at a time."""

    def __init__(self, pool: WorkerPool, workers: int) -> None:
        self._pool = pool
        self._threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="job")
        # The one that waits longest is the next: no thread is held by those that wait.
        self._turns = asyncio.Semaphore(workers)

    async def do(self, job: Job, request: Request) -> JobAnswer:
        """Do ``job`` while ``request`` is still wanted.

        Raises:
            RefusalError: As ``WorkerPool.run``; 503 if its turn does not come in time.
        """
        given_up = threading.Event()
        watch = asyncio.create_task(_watch(request, given_up))
        try:
            await self._wait()
        except BaseException:
            watch.cancel()
            raise
        try:
            if given_up.is_set():
                raise RefusalError(503, "the request was given up", retry=1)
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, lambda: self._pool.run(job, cancelled=given_up))
        except asyncio.CancelledError:
            given_up.set()
            raise
        finally:
            watch.cancel()
            self._turns.release()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_WAIT):
                await self._turns.acquire()
        except TimeoutError:
            raise RefusalError(503, "all workers are busy; try again in a few seconds", retry=5) from None

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
