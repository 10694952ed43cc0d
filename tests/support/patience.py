"""How long tests wait for a process or a page before they fail: nothing hangs, and a busy machine is no fault."""

from __future__ import annotations

SECONDS = 300
PATIENCE = 120_000
"""Milliseconds, as Playwright counts."""
