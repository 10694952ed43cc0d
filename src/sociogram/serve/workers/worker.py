"""A process that answers for the server, one job at a time, and may die without harm.

Oxigraph cannot be stopped in the middle of a query, and what it cannot allocate ends its process. So
queries run here. The worker says ``r`` when the case is open, ``s`` when a job begins, ``c`` with each piece of
the answer, ``e`` with how it ended, and ``f`` with what is wrong where the case cannot be opened.
"""

from __future__ import annotations

import contextlib
import json
import signal
from collections.abc import Callable
from dataclasses import asdict, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.errors import SociogramError
from sociogram.processes import limits
from sociogram.serve.workers import confinement
from sociogram.serve.workers.jobs import Dump, Job, JobOutcome, NamedQuestion, Query, RefusalError

if TYPE_CHECKING:
    from sociogram.case import CaseSnapshot

READY, STARTED, PIECE, END, FAILED = b"r", b"s", b"c", b"e", b"f"
DUMP_TIMES = 10
"""How much more time a dump may take than a query."""
_LOOK = 2.0
"""Seconds between two looks of an idle worker for a new state."""
_OPENING = 3600.0
"""Seconds of processor time that opening the case may take."""
_KEPT = 0.5
"""The share of a query's memory that a worker may keep when it is done."""


def work(connection: Connection, folder: Path, memory: int, seconds: float) -> None:
    """Open the case and do jobs until the server hangs up.

    Args:
        connection: Jobs come from it, and what is said above goes to it.
        folder: The case.
        memory: Bytes that a job may take beside what the open case takes.
        seconds: Time of a job, after twice of which the kernel ends a worker that nobody ends.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to all; the server ends us
    confinement.be_silent()
    confinement.forbid_network()
    try:
        case = _OpenCase(folder, memory)
    except (SociogramError, OSError, ValueError) as error:
        connection.send_bytes(FAILED + str(error).encode("utf-8", "replace"))
        return
    with contextlib.suppress(EOFError, OSError):
        connection.send_bytes(READY)
        while True:
            while not connection.poll(_LOOK):
                case.refresh()  # an idle worker holds no old state, and the next job need not wait
            job: Job = connection.recv()
            case.refresh()
            limits.limit_processor(2 * seconds * (DUMP_TIMES if isinstance(job, Dump) else 1) + 5)
            connection.send_bytes(STARTED)
            outcome = case.do(job, connection)
            connection.send_bytes(END + json.dumps(asdict(outcome)).encode())


class _OpenCase:
    """The open case, which is opened anew when it has changed."""

    def __init__(self, folder: Path, memory: int) -> None:
        self._folder = folder
        self._memory = memory
        self._snapshot = self._open()

    def _open(self) -> CaseSnapshot:
        from sociogram.case import open_case

        limits.limit_memory(None)
        limits.limit_processor(_OPENING)
        snapshot = open_case(self._folder)
        len(snapshot.store)  # opened here, so that its memory and time are no query's
        self._used = limits.used_memory()
        limits.limit_memory(self._memory)
        return snapshot

    def refresh(self) -> None:
        """Open the case anew if it has changed; while it cannot be, the state before still answers."""
        from sociogram.case import current_generation

        with contextlib.suppress(SociogramError, OSError):
            if current_generation(self._folder) != self._snapshot.generation:
                before, self._snapshot = self._snapshot, self._open()
                before.close()

    def do(self, job: Job, connection: Connection) -> JobOutcome:
        """Do ``job``; whatever goes wrong is an outcome."""

        def send(piece: bytes) -> None:
            connection.send_bytes(PIECE + piece)

        try:
            outcome = self._dispatch(job, send)
        except RefusalError as error:
            outcome = JobOutcome(status=error.status, error=str(error))
        except SociogramError as error:
            outcome = JobOutcome(status=400, error=str(error))
        except MemoryError:
            outcome = JobOutcome(status=507, spent=True)
        except (BrokenPipeError, EOFError):
            raise
        except BaseException as error:  # a panic of the engine is no Exception
            outcome = JobOutcome(status=400, error=f"the engine gave up ({type(error).__name__})", spent=True)
        kept = limits.used_memory() - self._used
        return replace(
            outcome,
            generation=self._snapshot.generation,
            spent=outcome.spent or kept > _KEPT * self._memory,
        )

    def _dispatch(self, job: Job, send: Callable[[bytes], None]) -> JobOutcome:
        from sociogram.serve.workers import evaluation

        store = self._snapshot.store
        if isinstance(job, Query):
            return evaluation.answer_query(store, job, send)
        if isinstance(job, NamedQuestion):
            return evaluation.answer_question(store, self._snapshot.names, job, send)
        limits.limit_memory(None if isinstance(job, Dump) else self._memory + 2 * self._used)
        try:
            if isinstance(job, Dump):
                return evaluation.dump(store, job, send)
            from sociogram.serve.workers.trial_update import try_update

            return try_update(store, job, send)
        finally:
            limits.limit_memory(self._memory)
