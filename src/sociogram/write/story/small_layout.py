"""Places for the actors of a small map, laid out for themselves (``web/src/publish/small_layout.ts`` does the same).

Stress majorization by one actor after the other (Gansner, Koren and North, *Graph drawing by stress majorization*,
2004), each connected part for itself, the parts then packed into rows. Only sums, products, quotients and square roots
of doubles are taken, in a fixed order, so that both programs reach the same places to the last bit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

MOST = 120
"""Actors beyond which a map keeps the places of the whole picture: there they are a good layout already."""
_UNIT = 100
"""What a tie is long, in units of the picture."""
_STEPS = 60
_SHAPE = 1.5
"""How much wider than high the whole is to be."""
_ACROSS, _DOWN = 1.7, 0.9
"""Room around a part for names, in ties."""

Point = tuple[int, int]
Place = tuple[float, float]


def lay_out(places: Sequence[Point], ties: Sequence[tuple[int, int]]) -> list[Point]:
    """Places of the actors at ``places`` of the whole picture, given which are tied, by their numbers."""
    if len(places) > MOST:
        return list(places)
    near: list[list[int]] = [[] for _ in places]
    for start, end in ties:
        if start != end and end not in near[start]:
            near[start].append(end)
            near[end].append(start)
    return _pack([(part, _arrange(part, near, places)) for part in _parts(near)], len(places))


def _parts(near: Sequence[Sequence[int]]) -> list[list[int]]:
    """The connected parts, the largest first."""
    seen = [False] * len(near)
    parts = []
    for first in range(len(near)):
        if not seen[first]:
            seen[first] = True
            part = [first]
            for each in part:
                for other in near[each]:
                    if not seen[other]:
                        seen[other] = True
                        part.append(other)
            parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _arrange(part: Sequence[int], near: Sequence[Sequence[int]], places: Sequence[Point]) -> list[Place]:
    """Where the actors of a connected part go, in ties, the least place being (0, 0)."""
    far = [_distances(each, part, near) for each in part]
    x, y = _begin(part, far, places)
    for _ in range(_STEPS):
        for i in range(len(part)):
            across = down = weight = 0.0
            for j in range(len(part)):
                if i != j:
                    dx, dy = x[i] - x[j], y[i] - y[j]
                    length = math.sqrt(dx * dx + dy * dy)
                    share = far[i][j] / length if length > 0 else 0.0
                    pull = 1 / (far[i][j] * far[i][j])
                    across += pull * (x[j] + dx * share)
                    down += pull * (y[j] + dy * share)
                    weight += pull
            if weight > 0:
                x[i], y[i] = across / weight, down / weight
    left, top = min(x), min(y)
    # A part that is higher than wide is laid on its side: names are wide.
    if max(y) - top > max(x) - left:
        x, y, left, top = y, x, top, left
    return [(across - left, down - top) for across, down in zip(x, y, strict=True)]


def _distances(start: int, part: Sequence[int], near: Sequence[Sequence[int]]) -> list[int]:
    """How many ties each actor of a part is away from ``start``."""
    away = {start: 0}
    order = [start]
    for each in order:
        for other in near[each]:
            if other not in away:
                away[other] = away[each] + 1
                order.append(other)
    return [away[each] for each in part]


def _begin(
    part: Sequence[int], far: Sequence[Sequence[int]], places: Sequence[Point]
) -> tuple[list[float], list[float]]:
    """The places of the whole picture, as far apart as the ties want on the whole, and no two the same."""
    wanted, given = 0.0, 0.0
    for i, one in enumerate(part):
        for j, other in enumerate(part):
            dx, dy = places[one][0] - places[other][0], places[one][1] - places[other][1]
            wanted += far[i][j]
            given += math.sqrt(dx * dx + dy * dy)
    scale = wanted / given if given > 0 else 0.0
    return (
        [places[each][0] * scale + 37 * at % 11 / 40 for at, each in enumerate(part)],
        [places[each][1] * scale + 53 * at % 13 / 40 for at, each in enumerate(part)],
    )


def _pack(parts: Sequence[tuple[Sequence[int], Sequence[Place]]], count: int) -> list[Point]:
    """The parts side by side in rows, each with room for its names."""
    sizes = [
        (max(x for x, _ in arranged) + _ACROSS, max(y for _, y in arranged) + _DOWN) for _, arranged in parts
    ]
    area = 0.0
    for wide, high in sizes:
        area += wide * high
    most = max([math.sqrt(area * _SHAPE), *(wide for wide, _ in sizes)])
    packed: list[Point] = [(0, 0)] * count
    left = top = row = 0.0
    for (part, arranged), (wide, high) in zip(parts, sizes, strict=True):
        if left > 0 and left + wide > most:
            left, top, row = 0.0, top + row, 0.0
        for each, (x, y) in zip(part, arranged, strict=True):
            packed[each] = math.floor((left + x) * _UNIT), math.floor((top + y) * _UNIT)
        left += wide
        row = max(row, high)
    return packed
