"""How much time and memory one document may take, and the words for one that takes more."""

from __future__ import annotations

import math
import signal
from dataclasses import dataclass
from typing import Literal

SHARE = 20_000
"""Characters of a document, or bytes of a file, that each get the budget's seconds."""
DEFAULT_SECONDS = 20.0
"""Some twenty times what ordinary documents take on a slow machine: time is not the same in every run, and what is
left out must be."""
_MEMORY = 4 << 30
"""Bytes that a document of any length may take beside the model; chosen by hand, four times the model itself."""
_MEMORY_SHARE = 100_000_000
"""Bytes more for each share. The parser takes up to 20 MB for each 20,000 characters of ordinary prose."""
BUDGET_REMEDY = "give it more with --budget, or split it"
"""What every reason ends with that a larger budget may mend."""

Cause = Literal["time", "memory", "crash"]


@dataclass(frozen=True, slots=True)
class Budget:
    """``seconds`` of processor time for each 20,000 characters of a document; each stage has so many for itself."""

    seconds: float = DEFAULT_SECONDS

    def seconds_for(self, size: int) -> float:
        """Seconds of processor time that a stage may take for a document of ``size`` characters."""
        return self.seconds * max(1, math.ceil(size / SHARE))

    def memory_for(self, size: int) -> int:
        """Bytes that a document of ``size`` characters may take, more with a larger budget and never less."""
        share = max(1.0, self.seconds / DEFAULT_SECONDS)
        return int(share * (_MEMORY + _MEMORY_SHARE * (size // SHARE)))

    def reason(self, cause: Cause, code: int | None, size: int) -> str:
        """Why a document of ``size`` characters is left out whose process was ended for ``cause`` with ``code``."""
        if cause == "time":
            return f"took longer than its budget of {self.seconds_for(size):g} s; {BUDGET_REMEDY}"
        if cause == "memory":
            return f"needed more than {self.memory_for(size) / (1 << 30):.1f} GB; {BUDGET_REMEDY}"
        if code == -signal.SIGKILL:
            return f"its process was killed, perhaps for want of memory; {BUDGET_REMEDY}"
        name = signal.Signals(-code).name if code is not None and code < 0 else f"exit code {code}"
        return f"ended the process that read it ({name}); leave it out, or save it as plain text"
