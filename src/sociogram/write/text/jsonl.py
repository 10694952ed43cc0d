"""``claims.jsonl``, ``ties.jsonl``, ``actors.jsonl``, ``documents.jsonl``, ``skipped.jsonl`` and ``unread.jsonl``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.graph.records import iter_records
from sociogram.knowledge.case_files import (
    ACTORS_FILE,
    CLAIMS_FILE,
    DOCUMENTS_FILE,
    SKIPPED_FILE,
    TIES_FILE,
    UNREAD_FILE,
)
from sociogram.write.files.atomic import write_text
from sociogram.write.files.json_lines import json_line

if TYPE_CHECKING:
    from sociogram.graph.values import Graph


@dataclass(frozen=True, slots=True)
class JsonLinesWriter:
    """Writes one of the files of records, one object a line, in UTF-8."""

    file_name: str

    def write(self, graph: Graph, path: Path) -> None:
        """Write the records of ``graph``."""
        write_text(path, map(json_line, iter_records(graph, self.file_name)))


claims = JsonLinesWriter(CLAIMS_FILE)
ties = JsonLinesWriter(TIES_FILE)
actors = JsonLinesWriter(ACTORS_FILE)
documents = JsonLinesWriter(DOCUMENTS_FILE)
skipped = JsonLinesWriter(SKIPPED_FILE)
unread = JsonLinesWriter(UNREAD_FILE)
