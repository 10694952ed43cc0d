"""When the lines of a chronology tell that things happened: by the date at their head, or in the heading over them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sociogram.extraction.values.times import find_times
from sociogram.model import BlockKind, Document, TimeExpression
from sociogram.parse.line_dates import LineDate, find_date_headings, find_line_dates

_FEWEST = 2
"""Headings that are dates, beside one that may be the document's own, which make a chronology."""
_RUNNING = frozenset({BlockKind.PROSE, BlockKind.BULLET, BlockKind.QUOTE})


class LineTimes:
    """The times of one document's lines."""

    def __init__(self, document: Document) -> None:
        """Find the lines and headings; the dates of lines are read when asked for."""
        self._document = document
        self._dates = find_line_dates(document)
        self._starts = [date.begin for date in self._dates]
        self._headings = self._chronology(find_date_headings(document))
        self._heads = [date.begin for date in self._headings]

    def at(self, position: int) -> TimeExpression | None:
        """The time of the line that holds the offset ``position`` of the document, or of the heading over it."""
        line = _holding(self._dates, self._starts, position)
        if line is not None:
            return self._read(line)
        heading = _holding(self._headings, self._heads, position)
        time = self._read(heading) if heading is not None else None
        return replace(time, inherited=True) if time is not None else None

    def _chronology(self, headings: tuple[LineDate, ...]) -> tuple[LineDate, ...]:
        """``headings`` if they are those of a chronology; the first, where it may be the document's own date, apart.

        A first date that goes on with the order of all the others is one of them.
        """
        if len(headings) < _FEWEST:
            return ()
        first, *others = headings
        if not self._may_be_own(first):
            return headings
        if len(others) < _FEWEST:
            return ()
        days = [time.start or "" if (time := self._read(each)) else "" for each in headings]
        ordered = all(a < b for a, b in pairwise(days)) or all(a > b for a, b in pairwise(days))
        return headings if ordered and days[-1] else tuple(others)

    def _may_be_own(self, heading: LineDate) -> bool:
        """Whether ``heading`` is a date line before all running text."""
        before = [block for block in self._document.blocks if block.start <= heading.start]
        return before[-1].kind is BlockKind.DATELINE and not any(block.kind in _RUNNING for block in before)

    def _read(self, line: LineDate) -> TimeExpression | None:
        words = self._document.text[line.date[0] : line.date[1]]
        # A year alone is read behind a preposition only, lest it be a number.
        found = find_times(words, self._document.published) or find_times(
            f"in {words}", self._document.published
        )
        known = next((time for time in (each.time for each in found) if time.start or time.end), None)
        return TimeExpression(start=known.start, end=known.end, text=words) if known else None


def _holding(dates: Sequence[LineDate], starts: Sequence[int], position: int) -> LineDate | None:
    number = bisect_right(starts, position) - 1
    return None if number < 0 or position >= dates[number].stop else dates[number]
