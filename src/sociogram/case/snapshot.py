"""A case folder as a reader sees it: the last good state, whole, for as long as it is open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sociogram.errors import QueryError

if TYPE_CHECKING:
    import pyoxigraph as ox

    from sociogram.graph import Graph


class CaseSnapshot:
    """One state of a case; a build that goes on meanwhile makes another and leaves this one alone."""

    def __init__(self, folder: Path, generation: str) -> None:
        self.folder = folder
        self.generation = generation

    @cached_property
    def store(self) -> ox.Store:
        """All quads, in Oxigraph, read-only."""
        from sociogram.store import load_store

        return load_store(self.folder)

    @cached_property
    def graph(self) -> Graph:
        """The frozen values: actors, ties, claims, documents, skipped."""
        from sociogram.records import read_graph

        return read_graph(self.folder)

    def text(self, document: str) -> str | None:
        """The text of the document of that id, or nothing where it is not kept."""
        from sociogram.write.texts import TextFolder

        return TextFolder(self.folder).read(document)

    def close(self) -> None:
        """Let go of the state, so that a later build may delete it."""

    def __enter__(self) -> CaseSnapshot:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def current_generation(folder: Path) -> str:
    """A name of the state that ``open_case`` would open now; equal names, equal states. Cheap.

    Raises:
        QueryError: If there is no built case in ``folder``.
    """
    try:
        return str((folder / "graph.trig").stat().st_mtime_ns)
    except OSError as error:
        raise QueryError(f"{folder}: no case there; build it first: sociogram build DOCUMENTS -o {folder}") from error


def open_case(folder: Path) -> CaseSnapshot:
    """The last good state of the case in ``folder``.

    Raises:
        QueryError: If there is no built case in ``folder``.
    """
    return CaseSnapshot(folder, current_generation(folder))
