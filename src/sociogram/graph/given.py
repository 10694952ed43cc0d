"""What documents gave, as a graph is made of it: each can be had more than once, wherever it is kept.

A graph is made in two passes, so that memory holds the readings of no more than one document: identity over the
outlines of all, then everything else document by document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

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
