"""The case folder as a small database: one writer at a time, readers of the last good state."""

from __future__ import annotations

from sociogram.case.snapshot import CaseSnapshot, current_generation, current_state, open_case

__all__ = ["CaseSnapshot", "current_generation", "current_state", "open_case"]
