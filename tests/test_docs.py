"""What CONTRIBUTING and the architecture name is there."""

from __future__ import annotations

import re

import pytest

from support.places import ROOT

PACKAGE = ROOT / "src" / "sociogram"
TEXTS = ("CONTRIBUTING.md", "docs/architecture.md", "docs/decisions/0010-house.md")


@pytest.mark.parametrize("name", TEXTS)
def test_every_place_that_a_guide_names_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    places = set(re.findall(r"`([\w.-]+(?:/[\w.-]+)+)`", text)) | set(re.findall(r"\(([\w./-]+\.md)\)", text))
    # A table's row names a room first, and its files below that room.
    rooms = [ROOT, PACKAGE, (ROOT / name).parent, *(PACKAGE / room for room in ("serve", "extraction")),
             ROOT / "ontology" / "vocabulary"]  # fmt: skip
    made = {place for place in places if "ROOM" in place or place.startswith("output/")}
    missing = sorted(place for place in places - made if not any((room / place).exists() for room in rooms))
    assert not missing


@pytest.mark.parametrize("name", TEXTS[:2])
def test_every_test_that_a_guide_tells_to_run_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = re.findall(r"`pytest ([^`]+)`", text)
    assert all((ROOT / place).exists() for command in commands for place in command.split())


def test_every_benchmark_that_contributing_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"-m (benchmarks\.\w+)", text))
    assert named
    assert all((ROOT / f"{module.replace('.', '/')}.py").exists() for module in named)
