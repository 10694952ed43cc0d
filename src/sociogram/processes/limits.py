"""What a process may take of memory and of the processor; all of it is the kernel's business.

Nothing in a process can end a loop of its own that is in C: a match of a regular expression, a library's parser. The
kernel can. Memory is limited on Linux alone, for other systems do not say how much there is already.
"""

from __future__ import annotations

import contextlib
import resource
from pathlib import Path

_STATUS = Path("/proc/self/status")
_KIB = 1024


def used_memory() -> int:
    """Bytes of private memory of this process (``VmData``); 0 where the system does not say."""
    try:
        for line in _STATUS.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmData:"):
                return int(line.split()[1]) * _KIB
    except OSError:
        pass
    return 0


def limit_memory(more: int | None) -> None:
    """Let this process take ``more`` bytes than it has now, or without a number as many as there are."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    used = used_memory()
    wanted = resource.RLIM_INFINITY if more is None or not used else used + more
    if hard != resource.RLIM_INFINITY and (wanted == resource.RLIM_INFINITY or wanted > hard):
        wanted = hard
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))


def limit_processor(seconds: float | None) -> None:
    """End this process once it has used ``seconds`` of processor time more, or without a number never."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = resource.RLIM_INFINITY if seconds is None else int(used.ru_utime + used.ru_stime + seconds) + 1
    if hard != resource.RLIM_INFINITY:
        wanted = hard if wanted == resource.RLIM_INFINITY else min(wanted, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (wanted, hard))


def forbid_core_files() -> None:
    """Leave no file of this process's memory where it is ended."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
