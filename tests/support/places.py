"""Where things lie in the checkout."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
DOCUMENTS = ROOT / "data" / "documents"
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
