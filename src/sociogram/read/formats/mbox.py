"""Mailboxes: many e-mail messages in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Document, Skipped
from sociogram.read.files.guard import unread
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.mail import read_message

_START = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\r?\n(?=[!-9;-~]+:)")
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


@dataclass(frozen=True)
class MboxReader:
    """Reads each message of a mailbox as a document; one that can't be read is skipped alone."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".mbox", ".mbx")

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The messages in their order; raises ``InputError`` if there are none."""
        starts = list(_START.finditer(content))
        if not starts:
            raise InputError(source, "is no mailbox: no message begins in it", "export it again as mbox")
        ends = [match.start() for match in starts[1:]] + [len(content)]
        base = slug(source)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
            place = f"{source}#{number}"
            message = _ESCAPED.sub(b"", content[start.end() : end])
            try:
                yield from read_message(message, place, f"{base}.{number}", self.options)
            except Exception as error:
                # Whatever one message raises, the others are read.
                yield unread(place, error)


READER = MboxReader()
