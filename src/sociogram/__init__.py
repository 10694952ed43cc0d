"""sociogram reads documents and gives a graph of actors in which every edge leads back to its words.

graph = sociogram.build(["data/documents"])
graph.actors, graph.ties, graph.claims
for claim in sociogram.extract("Ann Lee funded the campaign."):
    ...
with sociogram.open_case("output") as case:
    case.graph, case.store, case.to_rdf()
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sociogram.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from sociogram.case import CaseSnapshot
    from sociogram.graph.values import Graph
    from sociogram.model import Claim
    from sociogram.pipeline import BuildOptions

__all__ = ["__version__", "build", "extract", "open_case"]


def build(paths: Sequence[str | Path], *, options: BuildOptions | None = None) -> Graph:
    """The graph of the documents under ``paths``: files, folders, patterns, or ``-`` for stdin."""
    from sociogram.pipeline import build as build_graph

    return build_graph(paths, options=options)


def extract(text: str, *, options: BuildOptions | None = None) -> Iterator[Claim]:
    """The claims in ``text``, in its order."""
    from sociogram.pipeline import build_text

    yield from build_text(text, options=options).claims


def open_case(folder: str | Path) -> CaseSnapshot:
    """The last good state of the case that ``sociogram build`` made in ``folder``; use it in a ``with``."""
    from pathlib import Path

    from sociogram.case import open_case as open_folder

    return open_folder(Path(folder))
