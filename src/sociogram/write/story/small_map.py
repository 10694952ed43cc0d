"""A small map as SVG, drawn in whole numbers alone, so that the page draws the same (``web/src/publish/small_map.ts``).

A few actors are laid out for themselves, many stand where the whole picture has them; all are moved and scaled into the
frame, and ties between the same two are bent apart.
All numbers are tenths of a pixel.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sociogram.write.story.markup import words
from sociogram.write.story.small_layout import Point, lay_out

WIDTH, HEIGHT = 6800, 4200
"""How large it is at most; one that needs less is less high."""
_SIDE, _EDGE = 900, 320
"""Room at the left and right, above and below, for names."""
_CLOSEST = 16
"""Tenths of a pixel for a unit of the picture at most, so that two neighbours do not fill the frame."""
_BEND = 160
"""How far apart ties of one pair are."""
_CUTS = 16
"""Pieces of a line between the places that are looked at."""
_TOLD_APART = 150
"""Ties beyond which names lie on lines as they will."""
_LEAST = 1000
_NAMES, _LABELS = 40, 14
"""Names at most, and ties up to which their relations are written."""
_FEW, _MANY = 50, 120
"""Actors beyond which dots are half as large, and beyond which they are a third; names then lie over weak ones."""
_KEPT_FREE = 15
"""The dots of a full picture on which no name lies."""
_LONGEST = 32
SHAPES = {
    "circle": "M-10 0A10 10 0 1 1 10 0A10 10 0 1 1-10 0Z",
    "square": "M-9-9H9V9H-9Z",
    "diamond": "M0-12L12 0L0 12L-12 0Z",
    "triangle": "M0-12L11 9H-11Z",
    "hexagon": "M11 0L5 10H-5L-11 0L-5-10H5Z",
    "page": "M-7-10H3L7-6V10H-7Z",
    "star": "M0-13L4-5L12-4L6 2L8 10L0 6L-8 10L-6 2L-12-4L-4-5Z",
}
"""Outlines of the kinds of actors, 20 units wide."""
KINDS = (
    ("Person", "person", "circle"),
    ("Organization", "organization", "square"),
    ("Country", "country", "diamond"),
    ("Place", "place", "triangle"),
    ("Collective", "group of people", "hexagon"),
    ("Work", "work", "page"),
    ("Event", "event", "star"),
    ("other", "other", "circle"),
)
"""Group, what the legend calls it, and its outline."""
_OUTLINES = {group: shape for group, _, shape in KINDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """An actor: its place in the picture of the whole graph, the group of its kind, its colour."""

    id: str
    name: str
    group: str
    colour: str
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A tie from one dot to another, by their numbers; ``mark`` is "", "disputed", "denied" or "unsettled"."""

    start: int
    end: int
    words: str
    colour: str
    mark: str
    arrow: bool


Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""


def draw_small_map(dots: Sequence[Dot], lines: Sequence[Line], title: str) -> str:
    """The picture, told by ``title``."""
    given = [(dot.x, dot.y) for dot in dots]
    places, height = _fit(lay_out(given, [(line.start, line.end) for line in lines]))
    ends = [0] * len(dots)
    for line in lines:
        ends[line.start] += 1
        ends[line.end] += 1
    part = 1 if len(dots) <= _FEW else 2 if len(dots) <= _MANY else 3
    radii = [(60 + min(120, math.isqrt(400 * count))) // part for count in ends]
    order = sorted(range(len(dots)), key=lambda number: (-ends[number], dots[number].id))
    boxes: list[Box] = []
    middles: list[Point] = []
    along: list[Point] = []
    drawn = []
    lanes: dict[tuple[int, int], int] = {}
    for line in lines:
        pair = min(line.start, line.end), max(line.start, line.end)
        lane = lanes[pair] = lanes.get(pair, -1) + 1
        path, points = _line(line, places, radii, lane)
        drawn.append(path)
        middles.append(points[len(points) // 2])
        if len(lines) <= _TOLD_APART:
            along += points
    for number in order if part == 1 else order[:_KEPT_FREE]:
        (x, y), radius = places[number], radii[number]
        boxes.append((x - radius, y - radius, x + radius, y + radius))
    shapes = [
        f'<path transform="translate({x} {y})scale({radius // 10}.{radius % 10})" d="{SHAPES[_OUTLINES[dot.group]]}" '
        f'fill="{dot.colour}"/>'
        for dot, (x, y), radius in zip(dots, places, radii, strict=True)
    ]
    frame = _Frame(height, boxes, along)
    names = _names(dots, places, radii, order, frame)
    labels = _labels(lines, middles, frame) if len(lines) <= _LABELS else []
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="{words(title)}">' + "".join([*drawn, *shapes, *labels, *names]) + "</svg>"
    )


def _fit(places: Sequence[Point]) -> tuple[list[Point], int]:
    """Where each place goes in the frame, and how high that is."""
    left, right = min(x for x, _ in places), max(x for x, _ in places)
    top, bottom = min(y for _, y in places), max(y for _, y in places)
    wide, high = WIDTH - 2 * _SIDE, HEIGHT - 2 * _EDGE
    across = min(wide, (right - left) * _CLOSEST)
    down = min(high, (bottom - top) * _CLOSEST)
    # One scale for both: that of the direction which has less room.
    if (right - left) * down > (bottom - top) * across:
        down = (bottom - top) * across // (right - left)
    elif bottom > top:
        across = (right - left) * down // (bottom - top)
    height = min(HEIGHT, max(_LEAST, down + 2 * _EDGE))
    return [
        (
            (WIDTH - across) // 2 + ((x - left) * across // (right - left) if right > left else 0),
            (height - down) // 2 + ((y - top) * down // (bottom - top) if bottom > top else 0),
        )
        for x, y in places
    ], height


def _line(
    line: Line, places: Sequence[tuple[int, int]], radii: Sequence[int], lane: int
) -> tuple[str, list[Point]]:
    """The line with its arrow, and places along it, of which one is its middle."""
    (x1, y1), (x2, y2) = places[line.start], places[line.end]
    width = {"": "", "disputed": ' stroke-dasharray="50 40"', "denied": ' stroke-dasharray="50 40"'}.get(
        line.mark, ' stroke-dasharray="1 50" stroke-linecap="round"'
    )
    stroke = f'fill="none" stroke="{line.colour}" stroke-width="16"{width}'
    if line.start == line.end:
        size = 200 + 60 * lane
        return f'<circle cx="{x1}" cy="{y1 - size}" r="{size}" {stroke}/>', [(x1, y1 - 2 * size)]
    dx, dy = x2 - x1, y2 - y1
    length = max(1, math.isqrt(dx * dx + dy * dy))
    # Of several ties of two actors every second one is bent to the other side; a line back is bent from its own end.
    bend = _BEND * ((lane + 1) // 2) * (1 if lane % 2 else -1) * (1 if line.start < line.end else -1)
    cx, cy = (x1 + x2) // 2 - dy * bend // length, (y1 + y2) // 2 + dx * bend // length
    sx, sy = _toward(x1, y1, cx, cy, radii[line.start])
    ex, ey = _toward(x2, y2, cx, cy, radii[line.end] + (80 if line.arrow else 0))
    path = f'<path d="M{sx} {sy}Q{cx} {cy} {ex} {ey}" {stroke}/>'
    if line.arrow:
        tip = _toward(x2, y2, cx, cy, radii[line.end])
        path += _arrow(tip, (ex, ey), line.colour)
    shares = [((_CUTS - cut) ** 2, 2 * cut * (_CUTS - cut), cut**2) for cut in range(1, _CUTS)]
    parts = _CUTS**2
    return path, [
        ((a * sx + b * cx + c * ex) // parts, (a * sy + b * cy + c * ey) // parts) for a, b, c in shares
    ]


def _toward(x: int, y: int, cx: int, cy: int, far: int) -> tuple[int, int]:
    """The place so far from (x, y) on the way to (cx, cy)."""
    length = max(1, math.isqrt((cx - x) ** 2 + (cy - y) ** 2))
    return x + (cx - x) * far // length, y + (cy - y) * far // length


def _arrow(tip: tuple[int, int], back: tuple[int, int], colour: str) -> str:
    dx, dy = (tip[0] - back[0]) // 2, (tip[1] - back[1]) // 2
    left, right = (back[0] - dy, back[1] + dx), (back[0] + dy, back[1] - dx)
    return f'<path d="M{tip[0]} {tip[1]}L{left[0]} {left[1]}L{right[0]} {right[1]}Z" fill="{colour}"/>'


def _names(
    dots: Sequence[Dot],
    places: Sequence[tuple[int, int]],
    radii: Sequence[int],
    order: Sequence[int],
    frame: _Frame,
) -> list[str]:
    """Names of those with the most ties, where they lie on nothing but on as few lines as can be."""
    made = []
    for number in order[:_NAMES]:
        label = _shorten(dots[number].name)
        (x, y), radius = places[number], radii[number]
        wide = 75 * len(label)
        corners = (
            (x + radius + 40, y + 45),
            (x - radius - 40 - wide, y + 45),
            (x - wide // 2, y - radius - 40),
            (x - wide // 2, y + radius + 130),
        )
        free = [
            box
            for left, baseline in corners
            if frame.is_free(box := (left, baseline - 110, left + wide, baseline + 30))
        ]
        if free:
            box = min(free, key=frame.count_lines)
            frame.boxes.append(box)
            made.append(_text(box[0], box[3] - 30, label, "name"))
    return made


def _labels(lines: Sequence[Line], middles: Sequence[Point], frame: _Frame) -> list[str]:
    made = []
    for line, (x, y) in zip(lines, middles, strict=True):
        sign = {"disputed": "? ", "denied": "not: ", "unsettled": "~ "}.get(line.mark, "")
        label = _shorten(sign + line.words)
        wide = 65 * len(label)
        box = x - wide // 2, y - 100, x + wide // 2, y + 30
        if frame.is_free(box):
            frame.boxes.append(box)
            made.append(_text(box[0], y, label, "tie"))
    return made


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is taken of a picture of a height, and where its lines are."""

    height: int
    boxes: list[Box]
    along: Sequence[Point]

    def is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        if left < 0 or top < 0 or right > WIDTH or bottom > self.height:
            return False
        return not any(
            left < other[2] and right > other[0] and top < other[3] and bottom > other[1]
            for other in self.boxes
        )

    def count_lines(self, box: Box) -> int:
        """How much of lines words in ``box`` would lie on."""
        left, top, right, bottom = box
        return sum(left < x < right and top < y < bottom for x, y in self.along)


def _text(x: int, y: int, label: str, kind: str) -> str:
    return f'<text x="{x}" y="{y}" class="{kind}">{words(label)}</text>'


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
