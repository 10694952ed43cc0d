"""The end of a verb that runs until it is told to end."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def until_told() -> Iterator[None]:
    """Run the block until Ctrl-C or SIGTERM, and leave it quietly by either.

    Both raise ``KeyboardInterrupt`` in the block, which lets go of locks and processes on its way out. A second
    SIGTERM ends the process at once. Where SIGINT is ignored, as in a job that a script has put in the background,
    SIGTERM is the way to end it. To be entered in the main thread.
    """
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before or signal.SIG_DFL)


def _interrupt(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
    raise KeyboardInterrupt
