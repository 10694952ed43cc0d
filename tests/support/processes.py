"""Processes in tests: each of them ends, whatever it does."""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

LONGEST = 300.0
"""Seconds after which a process of a test is given up; a build on a busy machine takes a tenth."""
TAKES_INTERRUPTS = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
IGNORES_INTERRUPTS = partial(signal.signal, signal.SIGINT, signal.SIG_IGN)
"""For ``preexec_fn``: SIGINT as under a terminal, and as in a job that a shell without one has put in the background.

Without either a process of a test has what the tests themselves were started with.
"""


@contextmanager
def started(
    command: Sequence[str], *, seconds: float = LONGEST, **options: Any
) -> Iterator[subprocess.Popen[str]]:
    """A process that is killed with the block's end, or after ``seconds``, which also ends what reads from it."""
    with subprocess.Popen(command, text=True, **options) as process:
        clock = threading.Timer(seconds, process.kill)
        clock.daemon = True
        clock.start()
        try:
            yield process
        finally:
            clock.cancel()
            process.kill()


def children_of(process: int) -> list[int]:
    """The processes that ``process`` has started."""
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process)],
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
    )
    return [int(word) for word in found.stdout.split()]


def is_running(process: int) -> bool:
    """Whether there is such a process that has not ended."""
    return Path(f"/proc/{process}/exe").exists()
