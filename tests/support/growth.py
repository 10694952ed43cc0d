"""How time grows with what is read: a ratio of two sizes, so that it is the same on a slow and on a quick machine."""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 8
"""How much more the larger input is."""
LINEAR = 18.0
"""The most that ``TIMES`` as much may take: 8 is linear, 64 is quadratic, and a busy machine is neither."""


def growth(run: Callable[[int], object], size: int) -> float:
    """How many times as long ``run`` takes of ``TIMES`` the ``size``, by the best of at most three each.

    The larger is tried again only as long as the ratio is not below ``LINEAR``: a further try could but lower it.
    """
    small = max(min(_seconds(run, size) for _ in range(3)), 1e-4)
    large = _seconds(run, TIMES * size)
    for _ in range(2):
        if large < LINEAR * small:
            break
        large = min(large, _seconds(run, TIMES * size))
    return large / small


def _seconds(run: Callable[[int], object], size: int) -> float:
    begun = time.process_time()
    run(size)
    return time.process_time() - begun
