"""What a reader raises becomes one record, so that the other files go on."""

from __future__ import annotations

from collections.abc import Iterator

from sociogram.errors import InputError
from sociogram.model import Document, Skipped
from sociogram.ports import Reader


def guarded(reader: Reader, content: bytes, name: str) -> Iterator[Document | Skipped]:
    """What ``reader`` gives; whatever it raises becomes one ``Skipped``."""
    try:
        yield from reader.read(content, name)
    except InputError as error:
        yield skipped(error)
    except RecursionError:
        yield skipped(
            InputError(name, "is nested too deeply", "save the inner documents as files of their own")
        )
    except MemoryError:
        yield skipped(InputError(name, "needs more memory than there is", "split it"))
    except Exception as error:
        detail = f"{type(error).__name__}: {' '.join(str(error).split())[:120]}"
        reason = f"is damaged or not what its name says ({detail})"
        yield skipped(InputError(name, reason, "save it again, or as plain text"))


def skipped(error: InputError) -> Skipped:
    """The record of a document that could not be read: reason and remedy in one line."""
    return Skipped(document=error.source, stage="read", reason=f"{error.reason}; {error.remedy}")
