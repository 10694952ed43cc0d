"""``claims.jsonl``, ``ties.jsonl``, ``actors.jsonl``, ``documents.jsonl`` and ``skipped.jsonl``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.graph.records import claim_record, iter_records
from sociogram.knowledge.case_files import ACTORS_FILE, CLAIMS_FILE, DOCUMENTS_FILE, SKIPPED_FILE, TIES_FILE
from sociogram.write.files.atomic import write_text

if TYPE_CHECKING:
    from sociogram.graph.values import Graph

__all__ = ["JsonLinesWriter", "actors", "claim_record", "claims", "documents", "skipped", "ties"]

_LINE_BREAKS = (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("\x85", "\\u0085"))


@dataclass(frozen=True, slots=True)
class JsonLinesWriter:
    """Writes one of the files of records, one object a line, in UTF-8."""

    file_name: str

    def write(self, graph: Graph, path: Path) -> None:
        """Write the records of ``graph``."""
        write_text(path, self._lines(graph))

    def _lines(self, graph: Graph) -> Iterator[str]:
        for record in iter_records(graph, self.file_name):
            # Some readers end lines at these, which JSON allows inside a string.
            line = json.dumps(record, ensure_ascii=False, allow_nan=False)
            for character, escaped in _LINE_BREAKS:
                line = line.replace(character, escaped)
            yield line + "\n"


claims = JsonLinesWriter(CLAIMS_FILE)
ties = JsonLinesWriter(TIES_FILE)
actors = JsonLinesWriter(ACTORS_FILE)
documents = JsonLinesWriter(DOCUMENTS_FILE)
skipped = JsonLinesWriter(SKIPPED_FILE)
