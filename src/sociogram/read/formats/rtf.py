"""Rich Text Format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Document, Skipped
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.composer import clean
from sociogram.read.structure import find_documents

_UNSEEN = re.compile(r"\\(?:deleted|striked?1?|v)(?![a-z0-9])")
_GROUP = re.compile(r"\{[^{}]*\}")
"""A group without groups in it: a run of one look."""
_PICTURE = re.compile(r"(?:[0-9a-fA-F]{2}[ \r\n]*){200,}")
_LONG_NUMBER = re.compile(r"(\\[a-z]{1,32}(?:-\d{4}(?=\d\d)|\d{6}))\d+")
"""What a control word says with more than six figures, which no character and no measure has: striprtf fails on it."""


@dataclass(frozen=True)
class RtfReader:
    """Reads the text of an .rtf with striprtf, without runs that are deleted, struck or hidden."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".rtf",)

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The documents of the text; raises ``InputError`` where there are none."""
        if not content.startswith(b"{\\rtf"):
            raise InputError(
                source, "is no RTF document, whatever its name says", "give it the suffix of its format"
            )
        from striprtf import striprtf

        to_text: Any = striprtf.rtf_to_text
        marked = _LONG_NUMBER.sub(r"\1", _PICTURE.sub("", content.decode("latin-1")))
        text = clean(to_text(_GROUP.sub(_seen, marked), errors="replace")).replace("\0", "")
        self.options.check_text(text, source)
        documents = find_documents(text, source=source, id=slug(source))
        if not documents:
            raise InputError(source, "has no words", "give a document with text")
        yield from documents


def _seen(group: re.Match[str]) -> str:
    return "" if _UNSEEN.search(group[0]) else group[0]


READER = RtfReader()
