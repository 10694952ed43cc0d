"""A writer that is killed at any moment leaves the last good state. ``benchmarks/kills.py`` kills more often."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from benchmarks import kills

from sociogram.case import source_reader
from support import plain_readings
from support.places import ROOT


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX")
def test_a_kill_at_any_moment_leaves_the_last_good_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)
    # A change of so small a case takes a fraction of a second, and so few are made before the kill.
    outcome = kills.run(
        8,
        7,
        tmp_path / "kill",
        reader="support.plain_readings",
        search=[str(ROOT), str(ROOT / "tests")],
        longest=1.2,
    )
    assert outcome["problems"] == []
    assert int(str(outcome["changes"])) > 0
