"""The documents' texts, folded into a file without a name that is mapped into memory, to be searched for a phrase."""

from __future__ import annotations

import mmap
import tempfile
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from sociogram.serve.explorer.folded_text import fold

MOST_BYTES = 4 << 30
"""Bytes of text that are searched; documents beyond are found by their titles and quotes alone."""
_BETWEEN = b"\x00"
"""Stands between two texts; no text that is searched for has one."""


class FullText:
    """Texts of documents, numbered in the order in which they were given; ``None`` for one that is not kept."""

    def __init__(self, texts: Iterable[str | None]) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as this
        self._starts = array("Q")
        length = 0
        for text in texts:
            self._starts.append(length)
            if text is not None and length < MOST_BYTES:
                content = fold(text).encode("utf-8", "replace").replace(_BETWEEN, b" ")
                length += self._file.write(content)
            length += self._file.write(_BETWEEN)
        self._file.flush()
        self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ) if length else None

    def close(self) -> None:
        """Give the file back."""
        if self._map is not None:
            self._map.close()
        self._file.close()

    def matching(self, phrase: str) -> Iterator[tuple[int, int]]:
        """Number and place (in the folded text) of the first hit of ``phrase`` in each text that has it."""
        wanted = fold(phrase).encode("utf-8", "replace")
        if self._map is None or not wanted.strip() or _BETWEEN in wanted:
            return
        at = self._map.find(wanted)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            begin = self._starts[number]
            yield number, len(self._map[begin:at].decode("utf-8", "replace"))
            if number + 1 >= len(self._starts):
                return
            at = self._map.find(wanted, self._starts[number + 1])


def find_in_original(text: str, place: int, length: int) -> tuple[int, int]:
    """Start and length in ``text`` of what starts at ``place`` and is ``length`` long when it is folded."""
    if len(fold(text)) == len(text):
        return place, length
    ends = list(accumulate(len(fold(char)) for char in text))
    start = bisect_right(ends, place)
    end = bisect_right(ends, place + length - 1) + 1
    return start, max(0, end - start)
