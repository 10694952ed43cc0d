"""Places in a small map: ties of a length, parts side by side, and the same places in the program of the page."""

from __future__ import annotations

import itertools
import json
import math
import shutil
import subprocess
from pathlib import Path

import pytest

from sociogram.write.story.small_layout import MOST, Point, lay_out
from support.patience import SECONDS
from support.places import ROOT

Ties = list[tuple[int, int]]
PAGE = """
import { layOut } from %s;
console.log(JSON.stringify(JSON.parse(process.argv[2]).map(([places, ties]) => layOut(places, ties))));
"""


def scattered(count: int) -> list[Point]:
    return [(number * 7919 % 1009, number * 104729 % 997) for number in range(count)]


CASES: dict[str, tuple[list[Point], Ties]] = {
    "alone": ([(5, 5)], []),
    "all in one place": ([(7, 7)] * 5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)]),
    "path": (scattered(6), [(number, number + 1) for number in range(5)]),
    "star": (scattered(20), [(0, number) for number in range(1, 20)]),
    "parts": (scattered(17), [(0, 1), (1, 2), (2, 0), (3, 4), (5, 6), (7, 7), (8, 9), (9, 8)]),
    "many": (scattered(90), [(number, number * 13 % 90) for number in range(90)]),
    "too many": (scattered(MOST + 1), [(0, 1)]),
}


def test_what_is_tied_is_near_whatever_the_whole_picture_has() -> None:
    places, ties = CASES["star"]
    found = lay_out(places, ties)
    assert max(math.dist(found[0], found[leaf]) for leaf in range(1, 20)) < 200
    assert min(math.dist(one, other) for one, other in itertools.combinations(found, 2)) > 20


def test_a_path_is_a_line_and_wider_than_high() -> None:
    found = lay_out(*CASES["path"])
    wide, high = (max(side) - min(side) for side in zip(*found, strict=True))
    assert wide > 300
    assert wide > high


def test_parts_lie_side_by_side() -> None:
    found = lay_out(*CASES["parts"])
    boxes = [
        [(min(side), max(side)) for side in zip(*(found[each] for each in part), strict=True)]
        for part in ((0, 1, 2), (3, 4), (5, 6), (8, 9), (7,), (10,), (16,))
    ]
    for one, other in itertools.combinations(boxes, 2):
        assert any(left[1] < right[0] or right[1] < left[0] for left, right in zip(one, other, strict=True))


def test_beyond_a_number_the_places_of_the_whole_picture_are_kept() -> None:
    places, ties = CASES["too many"]
    assert lay_out(places, ties) == places


def test_the_page_has_the_same_places_to_the_last_bit(tmp_path: Path) -> None:
    bundler, node = ROOT / "web" / "node_modules" / ".bin" / "rolldown", shutil.which("node")
    if node is None or not bundler.exists():
        pytest.skip("no Node, or the tools of web/ are not installed (npm ci)")
    source = json.dumps(str(ROOT / "web" / "src" / "publish" / "small_layout.ts"))
    (tmp_path / "cases.ts").write_text(PAGE % source, encoding="utf-8")
    made = tmp_path / "cases.mjs"
    bundle = [str(bundler), str(tmp_path / "cases.ts"), "--format", "esm", "--file", str(made)]
    subprocess.run(bundle, check=True, capture_output=True, text=True, timeout=SECONDS)
    given = json.dumps(list(CASES.values()))
    done = subprocess.run(
        [node, str(made), given], check=True, capture_output=True, text=True, timeout=SECONDS
    )
    assert json.loads(done.stdout) == [
        [list(place) for place in lay_out(places, ties)] for places, ties in CASES.values()
    ]
