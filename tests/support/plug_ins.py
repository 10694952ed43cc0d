"""Plug-ins in tests: a package of one module with its entry points, and the environment in which it is found."""

from __future__ import annotations

import os
from pathlib import Path


def plug_in(site: Path, code: str, points: str) -> dict[str, str]:
    """The environment of a process in which there is a module ``failing`` of ``code``, with these entry points."""
    (site / "failing-1.dist-info").mkdir(parents=True)
    (site / "failing.py").write_text(code, encoding="utf-8")
    (site / "failing-1.dist-info" / "METADATA").write_text("Name: failing\nVersion: 1\n", encoding="utf-8")
    (site / "failing-1.dist-info" / "entry_points.txt").write_text(points, encoding="utf-8")
    path = os.pathsep.join([str(site), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {**os.environ, "PYTHONPATH": path}
