"""Subtitles, WebVTT and SubRip: what is said, between lines of times and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Block, BlockKind, Document, Skipped
from sociogram.read.files.decode import decode
from sociogram.read.files.options import ReadOptions
from sociogram.read.structure import find_documents

_MARKS = re.compile(
    r"^(?:WEBVTT[^\n]*|NOTE(?:[ \t][^\n]*)?|\d{1,6}(?=\r?\n(?:\d+:)?\d\d:\d\d)"
    r"|(?:\d+:)?\d\d:\d\d[.,]\d{3} --> [^\n]*)$",
    re.MULTILINE,
)
"""The header, the number of a cue and its times."""


@dataclass(frozen=True)
class SubtitleReader:
    """Reads subtitles; who speaks is told by voice tags and by names with a colon."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".vtt", ".srt")

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The one document of the subtitles; raises ``InputError`` where nothing is said."""
        text = decode(content, source, self.options.encoding)
        self.options.check_text(text, source)
        marks = [
            Block(
                kind=BlockKind.FURNITURE, start=found.start(), end=found.start() + len(found.group().rstrip())
            )
            for found in _MARKS.finditer(text)
        ]
        documents = find_documents(text, source=source, id=slug(source), given=marks, split=False)
        if not documents:
            raise InputError(source, "has no words", "give a file with text")
        yield from documents


READER = SubtitleReader()
