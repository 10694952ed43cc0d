"""``errors.log``: the tracebacks of what the program failed on, for whoever mends it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.write.files.atomic import write_text

if TYPE_CHECKING:
    from sociogram.graph.values import Graph


def write_failures(graph: Graph, path: Path) -> None:
    """Write what ``graph`` was made without, one block a document in the order of the ids: stage, reason, traceback."""
    write_text(
        path,
        (
            f"{skipped.document}: {skipped.stage}: {skipped.reason}\n{skipped.trace.rstrip()}\n\n"
            for skipped in graph.skipped
            if skipped.trace
        ),
    )
