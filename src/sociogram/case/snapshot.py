"""A case folder as a reader sees it: the last good state, whole, for as long as it is open."""

from __future__ import annotations

import contextlib
import os
import stat
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Self

from sociogram.case.manifest import Manifest
from sociogram.case.naming import check_case_folder, check_names, database_path, store_folder
from sociogram.case.soundness import quads_damage
from sociogram.errors import DamageError, QueryError
from sociogram.knowledge.case_files import GRAPH_FILE

if TYPE_CHECKING:
    import pyoxigraph as ox
    import rdflib

    from sociogram.case.database import Database
    from sociogram.extraction.reading import DocumentRecord
    from sociogram.graph.values import Graph
    from sociogram.rdf.names import Names

_ATTEMPTS = 20
"""Tries to open a state whole while builds end one after the other; chosen by hand."""


class CaseSnapshot:
    """One state of a case; a build that goes on meanwhile makes another and leaves this one alone.

    A folder that holds the exports alone, without its store, can be read too, only slower.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: contextlib.ExitStack = contextlib.ExitStack()
        self._database: Database | None = None
        self._files: dict[str, BinaryIO] = {}
        self._store_path: Path | None = None
        self.manifest = Manifest()
        check_case_folder(folder)
        if not database_path(folder).is_file():
            self.generation = _bare_generation(folder)
            return
        for _ in range(_ATTEMPTS):
            try:
                if self._open_state():
                    return
            except BaseException:
                self._open.close()
                raise
            self._open.close()
        raise QueryError(f"{folder}: its state cannot be opened; build the case again")

    @cached_property
    def store(self) -> ox.Store:
        """All quads, in Oxigraph, read-only."""
        if self._store_path is None:
            from sociogram.rdf.ask import load_store

            return load_store(self.folder)
        import pyoxigraph as ox

        try:
            return ox.Store.read_only(str(self._store_path))
        except (OSError, ValueError, RuntimeError) as error:
            raise DamageError(
                f"{self._store_path}: cannot be read ({error}); build the case again"
            ) from error

    def to_rdf(self) -> rdflib.Dataset:
        """The quads as an rdflib ``Dataset`` over the store on disk, read-only, for as long as the case is open."""
        from sociogram.rdf.quads import as_dataset

        return as_dataset(self.store)

    @cached_property
    def graph(self) -> Graph:
        """The frozen values: actors, ties, claims, documents, what was skipped or unread."""
        from sociogram.graph.records import read_graph

        return read_graph(self.folder, open_file=self._reopen, documents=self._records())

    @cached_property
    def names(self) -> Names:
        """The actors' ids by their names."""
        if self._database is None:
            from sociogram.rdf.names import names_in

            return names_in(self.store)
        from sociogram.case.database import KeptNames

        return KeptNames(self._database)

    def text(self, document: str) -> str | None:
        """The text of the document of that id, or nothing where it is not kept."""
        if self._database is None:
            return None
        from sociogram.case.cache import decode_text

        value = self._database.text_of(document)
        return None if value is None else decode_text(value)

    def open_file(self, name: str) -> BinaryIO:
        """One of the case's files as this state has it, to be read and closed.

        Raises:
            QueryError: If there is none of that name.
        """
        return self._reopen(name)

    def close(self) -> None:
        """Let go of the state, so that a later build may delete it."""
        self.__dict__.pop("store", None)
        self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _open_state(self) -> bool:
        """Open all files of one state; whether that could be done before the next one took its place."""
        from sociogram.case.database import Database
        from sociogram.case.lock import lease

        database = self._database = self._open.enter_context(Database(self.folder))
        manifest = database.manifest()
        _generation(manifest, self.folder)
        check_names(manifest, self.folder)
        self._store_path = store_folder(self.folder) / manifest.store
        held = lease(self._store_path)
        if held is None:
            # A later state has taken its place, or it is damaged.
            if database.manifest().number == manifest.number:
                self._check_quads(manifest)
            return False
        self._open.enter_context(held)
        self._check_quads(manifest)
        beside = self.folder / manifest.staged if manifest.staged else None
        self._files = {}
        for name in manifest.files:
            file = _open_first(*([beside / name] if beside else []), self.folder / name)
            if file is not None:
                self._files[name] = self._open.enter_context(file)
        database.begin()
        self.manifest = database.manifest()
        self.generation = _generation(self.manifest, self.folder)
        return self.manifest.number == manifest.number

    def _check_quads(self, manifest: Manifest) -> None:
        damage = quads_damage(store_folder(self.folder) / manifest.store, manifest.quads)
        if damage:
            raise DamageError(f"{self.folder}: {damage}; build the case again")

    def _reopen(self, name: str) -> BinaryIO:
        file = self._files.get(name)
        if file is None:
            path = self.folder / name
            found = _open_first(path) if self._database is None else None
            if found is None:
                raise QueryError(
                    f"{path}: not there; build the graph first: sociogram build DOCUMENTS -o {self.folder}"
                )
            return found
        # A handle of its own on the same file, which may have no name any more.
        copy = os.fdopen(os.dup(file.fileno()), "rb")
        copy.seek(0)
        return copy

    def _records(self) -> list[DocumentRecord] | None:
        if self._database is None:
            return None
        from sociogram.case.cache import decode_record

        return [decode_record(record) for _, _, record in self._database.documents()]


class CurrentState(NamedTuple):
    """What ``open_case`` would open now.

    Equal ``generation``, equal states. ``unfit`` has the judgements that change nothing in it: their sides, and why.
    """

    generation: str
    unfit: tuple[tuple[str, str], ...] = ()


def current_state(folder: Path) -> CurrentState:
    """The state that ``open_case`` would open now. Cheap.

    Raises:
        QueryError: If there is no built case in ``folder``.
    """
    check_case_folder(folder)
    if not database_path(folder).is_file():
        return CurrentState(_bare_generation(folder))
    from sociogram.case.database import Database

    with Database(folder) as database:
        manifest = database.manifest()
    return CurrentState(_generation(manifest, folder), manifest.counts.unfit)


def current_generation(folder: Path) -> str:
    """The name of the state that ``open_case`` would open now, as ``current_state`` has it."""
    return current_state(folder).generation


def open_case(folder: Path) -> CaseSnapshot:
    """The last good state of the case in ``folder``.

    Raises:
        QueryError: If there is no built case in ``folder``.
    """
    return CaseSnapshot(folder)


def _generation(manifest: Manifest, folder: Path) -> str:
    """The number of the state and a hash of what it is made of: a store that was deleted counts from one again."""
    if not manifest.store:
        raise QueryError(
            f"{folder}: no build has ended there; build it: sociogram build DOCUMENTS -o {folder}"
        )
    return f"{manifest.number}-{manifest.inputs[:12]}"


def _bare_generation(folder: Path) -> str:
    try:
        return str((folder / GRAPH_FILE).stat().st_mtime_ns)
    except OSError as error:
        raise QueryError(
            f"{folder}: no {GRAPH_FILE} there; build it first: sociogram build DOCUMENTS -o {folder}"
        ) from error


def _open_first(*paths: Path) -> BinaryIO | None:
    """The first of ``paths`` that is a file; a link in its place is not followed, for it may lead anywhere."""
    # Nor is a pipe waited for.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    for path in paths:
        try:
            descriptor = os.open(path, flags)
        except OSError:
            continue
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            return os.fdopen(descriptor, "rb")
        os.close(descriptor)
    return None
