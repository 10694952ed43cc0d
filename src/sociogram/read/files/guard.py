"""What a reader raises becomes one record, so that the other files go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sociogram.errors import InputError, place_of_failure, trace_failure
from sociogram.model import Document, Skipped
from sociogram.ports import Reader


def guarded(reader: Reader, content: bytes, name: str) -> Iterator[Document | Skipped]:
    """What ``reader`` gives; whatever it raises becomes one ``Skipped``."""
    try:
        yield from reader.read(content, name)
    except Exception as error:
        yield unread(name, error)


def guarded_all(found: Iterable[Document | Skipped], name: str) -> Iterator[Document | Skipped]:
    """All that is ``found`` in the file ``name``; whatever finding it raises becomes one ``Skipped``."""
    try:
        yield from found
    except Exception as error:
        yield unread(name, error)


def unread(name: str, error: Exception) -> Skipped:
    """The record of a file that ``error`` came up with; an ``InputError`` says what to do, others leave a trace."""
    if isinstance(error, InputError):
        return skipped(error)
    if isinstance(error, RecursionError):
        found = InputError(name, "is nested too deeply", "save the inner documents as files of their own")
    elif isinstance(error, MemoryError):
        found = InputError(name, "needs more memory than there is", "split it")
    else:
        # What a library says of it is no help to who has the file; it is in the trace.
        place = place_of_failure(error)
        where = f" (its reader stopped in {place})" if place else ""
        found = InputError(
            name,
            f"is damaged, or not what its name says{where}",
            "open it in its program and save it again, or save its text as .txt",
        )
    note = skipped(found, trace=trace_failure(error))
    return replace(note, kind="budget") if isinstance(error, MemoryError) else note


def skipped(error: InputError, *, trace: str = "") -> Skipped:
    """The record of a document that could not be read: reason and remedy in one line."""
    return Skipped(document=error.source, stage="read", reason=f"{error.reason}; {error.remedy}", trace=trace)
