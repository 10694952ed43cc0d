"""When the lines of a chronology tell that things happened: by the date at their head."""

from __future__ import annotations

from bisect import bisect_right

from sociogram.extraction.values.times import find_times
from sociogram.model import Document, TimeExpression
from sociogram.parse.line_dates import LineDate, find_line_dates


class LineTimes:
    """The times of one document's lines."""

    def __init__(self, document: Document) -> None:
        """Find the lines; their dates are read when asked for."""
        self._document = document
        self._dates = find_line_dates(document)
        self._starts = [date.begin for date in self._dates]

    def at(self, position: int) -> TimeExpression | None:
        """The time of the line that holds the offset ``position`` of the document, if it has one."""
        number = bisect_right(self._starts, position) - 1
        if number < 0 or position >= self._dates[number].stop:
            return None
        return self._read(self._dates[number])

    def _read(self, line: LineDate) -> TimeExpression | None:
        words = self._document.text[line.date[0] : line.date[1]]
        # A year alone is read behind a preposition only, lest it be a number.
        found = find_times(words, self._document.published) or find_times(
            f"in {words}", self._document.published
        )
        known = next((time for time in (each.time for each in found) if time.start or time.end), None)
        return TimeExpression(start=known.start, end=known.end, text=words) if known else None
