"""``claims.jsonl``, ``ties.jsonl``, ``actors.jsonl``, ``documents.jsonl``, ``skipped.jsonl`` and ``unread.jsonl``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.graph.records import iter_records, recorded
from sociogram.knowledge.case_files import (
    ACTORS_FILE,
    CLAIMS_FILE,
    DOCUMENTS_FILE,
    SKIPPED_FILE,
    TIES_FILE,
    UNREAD_FILE,
)
from sociogram.write.files.atomic import write_text
from sociogram.write.files.earlier import Copied, Earlier, copied_lines
from sociogram.write.files.json_lines import json_begin, json_line

if TYPE_CHECKING:
    from sociogram.graph.values import Graph


@dataclass(frozen=True, slots=True)
class JsonLinesWriter:
    """Writes one of the files of records, one object a line, in UTF-8."""

    file_name: str

    def write(self, graph: Graph, path: Path) -> None:
        """Write the records of ``graph``."""
        write_text(path, map(json_line, iter_records(graph, self.file_name)))

    def rewrite(self, graph: Graph, path: Path, earlier: Earlier) -> None:
        """Write the same, with the lines that hold copied from the ``earlier`` file."""
        known = _COPIED.get(self.file_name)
        file = None if known is None else earlier.open_file(self.file_name)
        if known is None or file is None:
            self.write(graph, path)
            return
        with file:
            write_text(path, self._lines(graph, earlier, known, copied_lines(file)))

    def _lines(self, graph: Graph, earlier: Earlier, known: _Part, copied: Copied) -> Iterator[str | bytes]:
        values, make = recorded(graph, self.file_name)
        part_of, first = attrgetter(known.part), attrgetter(known.first)
        for value in values:
            # Of a document that holds all lines do, in their order, so that each is the next that begins so.
            begin = json_begin(known.first, first(value)) if earlier.holds(known.kind, part_of(value)) else ""
            line = copied.find(begin) if begin else None
            yield json_line(make(value)) if line is None else line


@dataclass(frozen=True, slots=True)
class _Part:
    """What the lines of a file depend on: a ``part`` of a ``kind``, and the field that they begin with."""

    kind: str
    part: str
    first: str


_COPIED = {
    CLAIMS_FILE: _Part("lines", "evidence.document", "id"),
    TIES_FILE: _Part("edges", "id", "id"),
    ACTORS_FILE: _Part("actors", "id", "id"),
    UNREAD_FILE: _Part("unread", "document", "document"),
    SKIPPED_FILE: _Part("skipped", "document", "document"),
}
"""The files of which lines can be copied."""


claims = JsonLinesWriter(CLAIMS_FILE)
ties = JsonLinesWriter(TIES_FILE)
actors = JsonLinesWriter(ACTORS_FILE)
documents = JsonLinesWriter(DOCUMENTS_FILE)
skipped = JsonLinesWriter(SKIPPED_FILE)
unread = JsonLinesWriter(UNREAD_FILE)
