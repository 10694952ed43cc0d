"""Workers and their clock: a job is done, refused, or its worker ended; the server itself never stops.

Answers are gathered in a file that is on disk once it is longer than a mebibyte, so that a slow client holds no
worker and a long answer no memory, and so that the head of an answer can say whether it was cut.
"""

from __future__ import annotations

import json
import multiprocessing
import queue
import signal
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from sociogram.serve.workers.jobs import Dump, Job, JobOutcome, RefusalError
from sociogram.serve.workers.worker import DUMP_TIMES, END, FAILED, PIECE, STARTED, work

MOST_BYTES = 512 << 20
"""Bytes of an answer to a query; dumps have no such limit."""
_IN_MEMORY = 1 << 20
"""Bytes of an answer that are held in memory; a longer one is on disk."""
_OPENING = 600.0
"""Seconds that a worker has to open the case before its job begins."""
_STEP = 0.2
"""Seconds after which it is seen that a request was given up."""
_WAIT = 5.0
"""Seconds that a request waits for a free worker."""
_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class JobAnswer:
    """A whole answer: its bytes in ``file``, from the beginning, and how it ended."""

    file: IO[bytes]
    size: int
    outcome: JobOutcome


class _Worker:
    """One process and the line to it."""

    def __init__(self, folder: Path, memory: int, seconds: float) -> None:
        context = multiprocessing.get_context("spawn")
        self.line, theirs = context.Pipe()
        self.process = context.Process(
            target=work, args=(theirs, folder, memory, seconds), name="sociogram-worker", daemon=True
        )
        self.process.start()
        theirs.close()

    def end(self) -> int | None:
        """End the process at once; what it ended with."""
        self.process.kill()
        self.process.join(10)
        code = self.process.exitcode
        self.line.close()
        return code


class WorkerPool:
    """So many workers over one case.

    Args:
        folder: The case.
        count: Number of processes.
        seconds: Time that a job may take.
        memory: Mebibytes that a job may take beside the open case.
    """

    def __init__(self, folder: Path, *, count: int, seconds: float, memory: int) -> None:
        self._folder = folder
        self._count = count
        self.seconds = seconds
        self._memory = memory
        self._idle: queue.Queue[_Worker] = queue.Queue()
        self._all: set[_Worker] = set()
        self._lock = threading.Lock()
        self._closed = False

    def start(self) -> None:
        """Start the processes; they open the case while the first request comes."""
        for _ in range(self._count):
            self._hire()

    def close(self) -> None:
        """End all processes."""
        with self._lock:
            self._closed = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.end()

    def run(self, job: Job, *, cancelled: threading.Event | None = None) -> JobAnswer:
        """Do ``job`` and give its whole answer; blocks, so call it in a thread.

        Raises:
            RefusalError: 503 if no worker is free, 504 if it took too long, 507 if it needs too much memory or its
                answer is too long, and whatever the worker refuses.
        """
        try:
            worker = self._idle.get(timeout=_WAIT)
        except queue.Empty:
            raise RefusalError(503, "all workers are busy; try again in a few seconds", retry=2) from None
        file = cast("IO[bytes]", tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
        outcome = None
        try:
            outcome, size = self._gather(worker, job, file, cancelled or threading.Event())
        except BaseException:
            file.close()
            raise
        finally:
            self._give_back(worker, healthy=outcome is not None and not outcome.spent)
        if outcome.status >= 400:
            file.close()
            raise RefusalError(outcome.status, outcome.error or self._too_much())
        file.seek(0)
        return JobAnswer(file, size, outcome)

    def _gather(
        self, worker: _Worker, job: Job, file: IO[bytes], cancelled: threading.Event
    ) -> tuple[JobOutcome, int]:
        size = 0
        deadline = time.monotonic() + _OPENING
        seconds = self.seconds * (DUMP_TIMES if isinstance(job, Dump) else 1)
        try:
            worker.line.send(job)
            while True:
                left = deadline - time.monotonic()
                if cancelled.is_set():
                    raise RefusalError(503, "the request was given up", retry=1)
                if left <= 0:
                    raise RefusalError(
                        504,
                        f"took longer than {seconds:g} seconds; ask for less, or serve with a longer --timeout",
                    )
                if not worker.line.poll(min(left, _STEP)):
                    continue
                message = worker.line.recv_bytes()
                tag, rest = message[:1], message[1:]
                if tag == STARTED:
                    deadline = time.monotonic() + seconds
                elif tag == PIECE:
                    size += len(rest)
                    if size > MOST_BYTES and not isinstance(job, Dump):
                        raise RefusalError(
                            507,
                            f"the answer is longer than {MOST_BYTES // _MIB} MiB; ask for less, with LIMIT",
                        )
                    file.write(rest)
                elif tag == END:
                    return JobOutcome(**json.loads(rest)), size
                elif tag == FAILED:
                    raise RefusalError(503, rest.decode("utf-8", "replace"), retry=5)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise self._epitaph(worker) from None

    def _epitaph(self, worker: _Worker) -> RefusalError:
        """What the way in which a worker died says about its job."""
        worker.process.join(5)
        code = worker.process.exitcode
        if code == -signal.SIGSEGV:
            return RefusalError(400, "nested too deeply for the parser; write it with fewer brackets")
        if code == -signal.SIGXCPU:
            return RefusalError(504, f"took longer than {self.seconds:g} seconds; ask for less")
        return RefusalError(507, self._too_much())

    def _too_much(self) -> str:
        return f"needs more memory than {self._memory} MiB; ask for less, or serve with a larger --memory"

    def _hire(self) -> None:
        worker = _Worker(self._folder, self._memory * _MIB, self.seconds)
        with self._lock:
            if not self._closed:
                self._all.add(worker)
                self._idle.put(worker)
                return
        worker.end()

    def _give_back(self, worker: _Worker, *, healthy: bool) -> None:
        if healthy and not self._closed:
            self._idle.put(worker)
            return
        with self._lock:
            self._all.discard(worker)
            closed = self._closed
        with suppress(OSError):
            worker.end()
        if not closed:
            self._hire()
