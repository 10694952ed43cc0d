"""A process that does one job after another, streams what each gives, and is ended where one takes too much.

A job is a function of a module, which is called in the process, and its arguments. Its items go through one pickler, so
what they share (the text of a file with several documents) goes over once.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from sociogram.errors import describe_failure
from sociogram.processes.budget import Budget, Cause
from sociogram.processes.limits import forbid_core_files, limit_memory, limit_processor

_ITEM, _STAGE, _END, _FAILED = b"i", b"s", b"e", b"f"
_NO_MEMORY = 77
"""The exit code of a process whose job ran out of the memory it may take."""
_SLICE = 1.0
"""Seconds of one look at the line: of time for which this process was stopped, no more than one counts."""
_PATIENCE, _LEAST_PATIENCE = 20.0, 120.0
"""Seconds of the clock for each second of the budget, and at least: for a process that sleeps, which takes no
processor time. Chosen by hand so that twenty busy programs beside it do no harm."""
_JOIN = 10.0
OPENING = "open"
"""The stage before a job's first document: loading what it needs, which no document is blamed for."""

Item = TypeVar("Item")
Tell = Callable[[str, int], None]
"""Is told the stage that begins, and the characters of the document it is of."""


class ChildDiedError(Exception):
    """The process was ended in the middle of a job, in ``stage``, for ``cause``, with ``code``."""

    def __init__(self, cause: Cause, code: int | None, stage: str) -> None:
        super().__init__(f"{cause} in {stage}, exit code {code}")
        self.cause: Cause = cause
        self.code = code
        self.stage = stage


class Child:
    """One process and the line to it, started with the first job and again behind one that ended it.

    Used by one thread at a time.
    """

    def __init__(self, budget: Budget | None) -> None:
        self._budget = budget
        self._process: Any = None
        self._line: Connection | None = None
        self._closed = False
        self._starting = threading.Lock()

    def run(self, job: Callable[..., Iterable[Item]], *given: Any) -> Iterator[Item]:
        """The items of ``job(tell, *given)``, as they come.

        Raises:
            ChildDiedError: If the process was ended.
            Exception: What ``job`` raises.
        """
        line = self._start()
        stage, ended = OPENING, False
        feed = io.BytesIO()
        unpickler = pickle.Unpickler(feed)  # noqa: S301 - of our own process
        patience: float | None = None
        try:
            line.send((job, given))
            while True:
                message = self._receive(line, patience, stage)
                tag, rest = message[:1], message[1:]
                if tag == _ITEM:
                    feed.seek(0)
                    feed.truncate()
                    feed.write(rest)
                    feed.seek(0)
                    yield unpickler.load()
                elif tag == _STAGE:
                    stage, size = pickle.loads(rest)  # noqa: S301
                    if self._budget is not None:
                        patience = max(_LEAST_PATIENCE, _PATIENCE * self._budget.seconds_for(size))
                elif tag == _END:
                    ended = True
                    return
                else:
                    ended = True
                    raise pickle.loads(rest)  # noqa: S301
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise self._epitaph(stage) from None
        finally:
            if not ended:
                self._end()

    def close(self) -> None:
        """End the process, whatever it is at; no job can be given any more. May be called by another thread."""
        self._closed = True
        with self._starting:
            if self._process is not None:
                self._process.kill()

    def join(self) -> None:
        """Wait until the process is gone, behind ``close``."""
        self._end()

    def _start(self) -> Connection:
        with self._starting:
            if self._closed:
                raise EOFError("closed")
            if self._line is not None:
                return self._line
            context = multiprocessing.get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(
                target=work, args=(theirs, self._budget), name="sociogram-child", daemon=True
            )
            self._process.start()
            theirs.close()
            return self._line

    def _receive(self, line: Connection, patience: float | None, stage: str) -> bytes:
        waited = 0.0
        while not line.poll(_SLICE):
            waited += _SLICE
            if patience is not None and waited > patience:
                self._process.kill()
                self._process.join(_JOIN)
                raise ChildDiedError("time", None, stage)
        return line.recv_bytes()

    def _epitaph(self, stage: str) -> ChildDiedError:
        self._process.join(_JOIN)
        code: int | None = self._process.exitcode
        cause: Cause = "crash"
        if code == -signal.SIGXCPU:
            cause = "time"
        elif code in (_NO_MEMORY, -signal.SIGABRT):
            cause = "memory"
        return ChildDiedError(cause, code, stage)

    def _end(self) -> None:
        with self._starting:
            process, line, self._process, self._line = self._process, self._line, None, None
        if process is not None:
            process.kill()
            process.join(_JOIN)
        if line is not None:
            line.close()


def work(line: Connection, budget: Budget | None) -> None:
    """Do the jobs that come over ``line`` until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to all; whoever started us ends us
    forbid_core_files()
    try:
        while True:
            job, given = line.recv()
            _do(line, budget, job, given)
            del job, given
            limit_processor(None)
    except (EOFError, OSError):
        return
    except MemoryError:
        os._exit(_NO_MEMORY)


def _do(line: Connection, budget: Budget | None, job: Callable[..., Iterable[Any]], given: Any) -> None:
    def tell(stage: str, size: int) -> None:
        if budget is not None:
            limit_processor(budget.seconds_for(size))
            limit_memory(budget.memory_for(size))
        line.send_bytes(_STAGE + pickle.dumps((stage, size)))

    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    try:
        for item in job(tell, *given):
            pickler.dump(item)
            line.send_bytes(_ITEM + buffer.getvalue())
            buffer.seek(0)
            buffer.truncate()
    except MemoryError:
        raise
    except Exception as error:
        line.send_bytes(_FAILED + _pickled(error))
    else:
        line.send_bytes(_END)


def _pickled(error: Exception) -> bytes:
    try:
        pickled = pickle.dumps(error)
        pickle.loads(pickled)  # noqa: S301 - some errors cannot be made again of what they hold
    except Exception:
        return pickle.dumps(RuntimeError(describe_failure(error)))
    return pickled
