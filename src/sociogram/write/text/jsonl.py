"""``claims.jsonl``, ``ties.jsonl``, ``actors.jsonl``, ``documents.jsonl``, ``skipped.jsonl`` and ``unread.jsonl``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
        kind = _COPIED.get(self.file_name)
        file = None if kind is None else earlier.open_file(self.file_name)
        if kind is None or file is None:
            self.write(graph, path)
            return
        with file:
            write_text(path, self._lines(graph, earlier, kind, copied_lines(file)))

    def _lines(self, graph: Graph, earlier: Earlier, kind: str, copied: Copied) -> Iterator[str | bytes]:
        values, make = recorded(graph, self.file_name)
        for value in values:
            part = value.evidence.document if kind == "lines" else value.id
            line = copied.find(json_begin("id", value.id)) if earlier.holds(kind, part) else None
            yield json_line(make(value)) if line is None else line


_COPIED = {CLAIMS_FILE: "lines", TIES_FILE: "edges", ACTORS_FILE: "actors"}
"""The files of which lines can be copied, and of what kind the parts are that these depend on."""


claims = JsonLinesWriter(CLAIMS_FILE)
ties = JsonLinesWriter(TIES_FILE)
actors = JsonLinesWriter(ACTORS_FILE)
documents = JsonLinesWriter(DOCUMENTS_FILE)
skipped = JsonLinesWriter(SKIPPED_FILE)
unread = JsonLinesWriter(UNREAD_FILE)
