"""What of an earlier state's files holds for the new one too, and is copied from them as bytes.

Records stand in both files in one order, which each record's own values decide, and begin with what names them. So
the old file is read once beside the new one, whatever came, changed or went, and a copy needs no index of places.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

_CHUNK = 1 << 20
"""Bytes of an old file that are read at once."""
Place = tuple[int, int]
"""Where a block lies in a file: its first byte and its length."""
Places = Mapping[str, Mapping[str, Place]]
"""Places of blocks by the kind of what they hold and its id."""


def _no_file(_name: str) -> BinaryIO | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The files of an earlier state; without arguments there is none, and nothing is copied.

    ``open_file`` opens one of them by its name, ``None`` where it is not as it was written. ``changed`` has the ids of
    what is other or new, by kinds: ``documents``, ``actors`` and ``ties`` as RDF, ``lines`` for documents of whose
    claims a record is other, ``edges`` for ties of which one is, ``unread`` and ``skipped`` for documents of which
    anything is that was not read or used. ``places`` are those that ``write_trig`` gave.
    """

    open_file: Callable[[str], BinaryIO | None] = _no_file
    changed: Mapping[str, Container[str]] = field(default_factory=dict)
    places: Places = field(default_factory=dict)

    def holds(self, kind: str, each: str) -> bool:
        """Whether what is written of ``each`` is as it was."""
        return kind in self.changed and each not in self.changed[kind]


class Copied:
    """The records of an old file, which are asked for in the order in which they stand there."""

    def __init__(self, records: Iterator[bytes]) -> None:
        self._records = records

    def find(self, begin: str) -> bytes | None:
        """The next record that begins so; ``None`` if no more does, and then no further one is found either."""
        wanted = begin.encode("utf-8", "replace")
        for record in self._records:
            if record.startswith(wanted):
                return record
        return None


NOTHING = Copied(iter(()))
"""Of no file."""


def copied_lines(file: BinaryIO) -> Copied:
    """The lines of ``file``."""
    return Copied(iter(file))


def iter_blocks(file: BinaryIO, place: Place, end: bytes) -> Iterator[bytes]:
    """What stands at ``place`` in ``file``, cut behind each ``end``."""
    position, left = place
    rest = b""
    while left > 0:
        file.seek(position)
        chunk = file.read(min(left, _CHUNK))
        if not chunk:
            break
        position, left = position + len(chunk), left - len(chunk)
        *blocks, rest = (rest + chunk).split(end)
        yield from (block + end for block in blocks)
    if rest:
        yield rest
