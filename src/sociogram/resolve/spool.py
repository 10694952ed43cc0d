"""What is gone through several times and never searched: in memory while it is small, else in a file without a name."""

from __future__ import annotations

import tempfile
import weakref
from array import array
from collections.abc import Iterator

_IN_MEMORY = 4_000_000
"""Bytes up to which all is in memory; chosen by hand."""
_AT_ONCE = 1_000_000
"""Bytes that are read together."""


class Spool:
    """Pieces of bytes, by their numbers; they are gone with this value."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed with this value
        self._ends = array("Q", [0])
        weakref.finalize(self, self._file.close)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def append(self, content: bytes) -> None:
        """Add the next piece.

        Raises:
            OSError: If there is no room for it, with the folder of such files.
        """
        try:
            self._file.seek(self._ends[-1])
            self._file.write(content)
        except OSError as error:
            raise OSError(error.errno, error.strerror, tempfile.gettempdir()) from error
        self._ends.append(self._ends[-1] + len(content))

    def read(self, number: int) -> bytes:
        """The piece ``number``."""
        (content,) = self._read(number, number + 1)
        return content

    def __iter__(self) -> Iterator[bytes]:
        begin = 0
        while begin < len(self):
            end = begin + 1
            while end < len(self) and self._ends[end + 1] - self._ends[begin] <= _AT_ONCE:
                end += 1
            yield from self._read(begin, end)
            begin = end

    def _read(self, begin: int, end: int) -> Iterator[bytes]:
        first = self._ends[begin]
        self._file.seek(first)
        content = self._file.read(self._ends[end] - first)
        for number in range(begin, end):
            yield content[self._ends[number] - first : self._ends[number + 1] - first]
