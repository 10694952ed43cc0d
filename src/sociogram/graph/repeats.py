"""Messages that several mails of a thread quote: each is read once, however often it stands in others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from sociogram.extraction.reading import DocumentRecord
from sociogram.model import Skipped


class _OfDocument(Protocol):
    @property
    def document(self) -> DocumentRecord: ...


Given = TypeVar("Given", bound=_OfDocument)


def leave_out_repeats(readings: Sequence[Given]) -> tuple[list[Given], list[Skipped]]:
    """``readings`` without the quoted messages of which all sentences stand in other messages of their author.

    One that nobody is said to have written may stand in anybody's.

    A message that came itself goes before one that is quoted, a longer before a shorter quotation, then the order of
    ``readings`` decides; it is kept in what is given.
    """
    seen: dict[str, str] = {}
    dropped: dict[str, str] = {}
    for reading in sorted(readings, key=lambda one: (one.document.quoted, -len(one.document.passages))):
        document = reading.document
        if document.quoted and document.passages and all(each in seen for each in document.passages):
            dropped[document.id] = seen[document.passages[0]]
            continue
        for passage in document.passages:
            seen.setdefault(passage, document.id)
    skipped = [
        Skipped(document=each, stage="graph", reason=f"quotes a message that is read already, in {first}")
        for each, first in sorted(dropped.items())
    ]
    return [reading for reading in readings if reading.document.id not in dropped], skipped
