"""What documents gave, as a graph is made of it: each can be had more than once, wherever it is kept.

A graph is made in two passes, so that memory holds the readings of no more than one document: identity over the
outlines of all, then everything else document by document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, overload

from sociogram.extraction.reading import DocumentRecord, Reading
from sociogram.model import Skipped
from sociogram.resolve.outlines import Outline


class GivenReading(Protocol):
    """The reading of one document, not all of which need be in memory."""

    @property
    def document(self) -> DocumentRecord:
        """Its metadata."""
        ...

    @property
    def failure(self) -> Skipped | None:
        """Why a stage failed on it, if one did."""
        ...

    def outline(self) -> Outline:
        """What identity asks of it."""
        ...

    def load(self) -> Reading:
        """All of it."""
        ...


@dataclass(frozen=True, slots=True)
class HeldReading:
    """A reading in memory."""

    reading: Reading

    @property
    def document(self) -> DocumentRecord:
        """Its metadata."""
        return self.reading.document

    @property
    def failure(self) -> Skipped | None:
        """Why a stage failed on it, if one did."""
        return self.reading.failure

    def outline(self) -> Outline:
        """The reading itself."""
        return self.reading

    def load(self) -> Reading:
        """The reading itself."""
        return self.reading


class Outlines(Sequence[Outline]):
    """What identity asks of each of the documents ``given``, made anew whenever it is asked for."""

    def __init__(self, given: Sequence[GivenReading]) -> None:
        self._given = given

    def __len__(self) -> int:
        return len(self._given)

    @overload
    def __getitem__(self, place: int) -> Outline: ...
    @overload
    def __getitem__(self, place: slice) -> Outlines: ...
    def __getitem__(self, place: int | slice) -> Outline | Outlines:
        if isinstance(place, slice):
            return Outlines(self._given[place])
        return self._given[place].outline()
