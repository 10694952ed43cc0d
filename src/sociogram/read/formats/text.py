"""Plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Document, Skipped
from sociogram.read.files.decode import decode
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.composer import lay_out
from sociogram.read.formats.thread import thread_in_text
from sociogram.read.structure import find_documents


@dataclass(frozen=True)
class TextReader:
    """Reads plain text; every block is found by its words.

    A mail saved as text that quotes other messages is read as such: each message is a document.
    """

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The documents of the text; raises ``InputError`` where there are none."""
        text = decode(content, source, self.options.encoding)
        self.options.check_text(text, source)
        thread = thread_in_text(text, source)
        if thread is not None:
            yield from lay_out(thread[0], slug(source))
            yield from thread[1]
            return
        documents = find_documents(text, source=source, id=slug(source))
        if not documents:
            raise InputError(source, "has no words", "give a file with text")
        yield from documents


READER = TextReader()
