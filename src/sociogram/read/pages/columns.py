"""The order in which the strips of a page are read: columns that are drawn row by row are read one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from sociogram.read.pages.strips import Strip

_GUTTER = 0.8
"""Width of the narrowest gutter, in heights of the letters."""
_FEWEST_ROWS = 3
_FEWEST_WORDS = 3.0
"""Words a line of a column of prose has at least, on average; the cells of a table have fewer."""
_FILLED = 0.55
"""Share of its column that a line of prose fills on average."""
_RUNS_ON = 0.2
"""Share of lines that begin small or hold the end of a sentence, from which on columns are running text."""
_RUNNING = re.compile(r"^[^\W\d_A-Z]|[a-z\d)][.!?][\"'”’]? \S")
_PITCH = 1.7
_PARAGRAPHS = 2.6
"""Distance of two lines, and of two paragraphs of one column, in heights of the letters, at most."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The strips on one baseline, from left to right."""

    strips: tuple[Strip, ...]

    @property
    def base(self) -> float:
        return self.strips[0].base

    @property
    def size(self) -> float:
        return max(strip.size for strip in self.strips)


def in_reading_order(strips: Sequence[Strip]) -> list[Strip]:
    """``strips``, given as they are drawn, as lines in the order in which they are read, with their columns.

    What is drawn column by column keeps its order. Cells of a table stay beside each other, in one line.
    """
    rows = _rows(strips)
    lines: list[Strip] = []
    column = index = 0
    while index < len(rows):
        stop = _end_of_columns(rows, index)
        found = _columns(rows[index:stop])
        above = _lines_above(lines, column, found)
        lines = lines[: len(lines) - len(above)]
        for each in _with_above(found, above):
            column += 1
            lines += [replace(strip, column=column) for strip in each]
        if found:
            column += 1
        else:
            lines += [
                replace(_merged(row.strips), column=column) for row in rows[index : max(stop, index + 1)]
            ]
        index = max(stop, index + 1)
    return lines


def _lines_above(lines: Sequence[Strip], column: int, found: Sequence[Sequence[Strip]]) -> list[Strip]:
    """The last of ``lines`` that begin one of the columns but the first, whose top is higher than the others'."""
    above: list[Strip] = []
    under = found[0][0] if found else None
    for line in reversed(lines):
        within = [each for each in found[1:] if _fits(line, each)]
        if under is None or not within or line.column != column:
            break
        if not 0 < line.base - under.base <= _PITCH * line.size:
            break
        above.insert(0, line)
        under = line
    return above


def _fits(line: Strip, column: Sequence[Strip]) -> bool:
    left, right = min(strip.left for strip in column), max(strip.right for strip in column)
    return left - line.size <= line.left and line.right <= right + 0.2 * (right - left)


def _with_above(found: Sequence[Sequence[Strip]], above: Sequence[Strip]) -> list[list[Strip]]:
    return [
        [*(line for line in above if index and _fits(line, each)), *each] for index, each in enumerate(found)
    ]


def _rows(strips: Sequence[Strip]) -> list[_Row]:
    """Runs of strips that are drawn one behind the other and stand on one baseline."""
    rows: list[list[Strip]] = []
    for strip in strips:
        last = rows[-1] if rows else []
        same = last and all(
            abs(other.base - strip.base) <= 0.8 * min(other.size, strip.size)
            and (strip.left >= other.right - 1 or strip.right <= other.left + 1)
            for other in last
        )
        if same:
            last.append(strip)
        else:
            rows.append([strip])
    return [_Row(tuple(sorted(row, key=lambda strip: strip.left))) for row in rows]


def _end_of_columns(rows: Sequence[_Row], start: int) -> int:
    """Where the rows end that are drawn downwards from ``start`` and leave a gutter free; ``start`` for none."""
    if len(rows[start].strips) < 2:
        return start
    covered: list[tuple[float, float]] = []
    beside, stop = 0, start
    for index in range(start, len(rows)):
        row = rows[index]
        if index > start and not 0 < rows[index - 1].base - row.base <= _PARAGRAPHS * row.size:
            break
        wider = _united([*covered, *((strip.left, strip.right) for strip in row.strips)])
        # A single line must lie in one of the columns: it is no number of the page, nor set across.
        if len(wider) < 2 or (len(row.strips) < 2 and len(wider) > len(covered)):
            break
        covered, stop = wider, index + 1
        beside += len(row.strips) > 1
    return stop if beside >= _FEWEST_ROWS else start


def _united(spans: Sequence[tuple[float, float]], gutter: float = 1.0) -> list[tuple[float, float]]:
    """``spans`` from left to right, those united that touch each other."""
    united: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if united and left - united[-1][1] < gutter:
            united[-1] = (united[-1][0], max(united[-1][1], right))
        else:
            united.append((left, right))
    return united


def _columns(rows: Sequence[_Row]) -> list[list[Strip]]:
    """The lines of each column of ``rows``; none if they are no columns of prose."""
    if len(rows) < _FEWEST_ROWS:
        return []
    size = median(row.size for row in rows)
    spans = _united(
        [(strip.left, strip.right) for row in rows for strip in row.strips], gutter=_GUTTER * size
    )
    if len(spans) < 2:
        return []
    columns = [[_merged(within) for row in rows if (within := _within(row, span))] for span in spans]
    return columns if _is_prose(columns, spans) else []


def _within(row: _Row, span: tuple[float, float]) -> tuple[Strip, ...]:
    return tuple(strip for strip in row.strips if span[0] <= strip.left <= span[1])


def _is_prose(columns: Sequence[Sequence[Strip]], spans: Sequence[tuple[float, float]]) -> bool:
    running = every = 0
    for column, (left, right) in zip(columns, spans, strict=True):
        words = sum(len(strip.text.split()) for strip in column) / len(column)
        filled = sum(strip.right - strip.left for strip in column) / len(column) / max(right - left, 1.0)
        if words < _FEWEST_WORDS or filled < _FILLED:
            return False
        running += sum(bool(_RUNNING.search(strip.text.strip())) for strip in column)
        every += len(column)
    return running >= max(2, _RUNS_ON * every)


def _merged(strips: Sequence[Strip]) -> Strip:
    first = strips[0]
    if len(strips) == 1:
        return replace(first, text=first.text.strip())
    text = " ".join(strip.text.strip() for strip in strips)
    return replace(first, text=text, right=max(strip.right for strip in strips))
