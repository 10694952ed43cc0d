"""How time grows with what is read: a ratio of two sizes, so that it is the same on a slow and on a quick machine."""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 4
"""How much more the larger input is."""
LINEAR = 9.0
"""The most that ``TIMES`` as much may take: 4 is linear, 16 is quadratic, and a busy machine is neither."""


def growth(run: Callable[[int], object], size: int) -> float:
    """How many times as long ``run`` takes of ``TIMES`` the ``size``, by the best of three."""
    small, large = (min(_seconds(run, each) for _ in range(3)) for each in (size, TIMES * size))
    return large / max(small, 1e-4)


def _seconds(run: Callable[[int], object], size: int) -> float:
    begun = time.process_time()
    run(size)
    return time.process_time() - begun
