"""Plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Document, Skipped
from sociogram.read.files.decode import decode
from sociogram.read.files.options import ReadOptions
from sociogram.read.structure import find_documents


@dataclass(frozen=True)
class TextReader:
    """Reads plain text; every block is found by its words."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The documents of the text; raises ``InputError`` where there are none."""
        text = decode(content, source, self.options.encoding)
        self.options.check_text(text, source)
        documents = find_documents(text, source=source, id=slug(source))
        if not documents:
            raise InputError(source, "has no words", "give a file with text")
        yield from documents


READER = TextReader()
