"""The state of a case as it is written: the files, the store and the database, in one commit."""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sociogram.case import cache, generations
from sociogram.case.annotations import read_annotations
from sociogram.case.cache import Member
from sociogram.case.database import Database
from sociogram.case.manifest import CaseSettings, Counts, Manifest
from sociogram.case.writer import CaseWriter
from sociogram.rdf.names import iter_names
from sociogram.write import write_case
from sociogram.write.files.earlier import Earlier
from sociogram.write.rdf.trig import TrigWriter

if TYPE_CHECKING:
    import pyoxigraph as ox

    from sociogram.case.generations import PartChange
    from sociogram.graph.values import Graph
    from sociogram.model import Judgement

_PLACES = "places"
"""Under this name the database has where each part lies in ``graph.trig``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a case is to hold.

    ``texts`` has the key of each document's text by its id, ``readings`` the keys of what they gave, ``told`` of what
    they tell; what the database has under other keys is deleted. ``inputs``, ``settings`` and ``version`` are kept with
    it: see ``Manifest``.
    """

    graph: Graph
    formats: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    readings: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    texts: Mapping[str, str]
    inputs: str = ""
    settings: CaseSettings | None = None
    version: str = ""
    judgements: tuple[Judgement, ...] = ()


def write_state(writer: CaseWriter, state: State) -> None:
    """Make ``state`` the last good state of the case; only what differs from the one before costs time."""
    graph, kept = state.graph, writer.database
    notes = read_annotations(writer.folder)
    text = _texts(state, kept)
    hashes = generations.hash_parts(graph, notes)
    changes = {kind: generations.find_changes(kept.parts(kind), hashes[kind]) for kind in generations.KINDS}
    model = state.settings.model if state.settings is not None else ""
    same = writer.manifest.program == cache.program_version()
    with writer.staged() as beside:
        places = write_case(
            graph,
            beside,
            formats=state.formats,
            texts=text,
            earlier=_earlier(writer, graph, changes) if same else None,
            model=model,
            judgements=state.judgements,
        )
        store = writer.new_store()
        try:
            small = same and generations.is_small(changes, len(graph.documents))
            if not (small and _is_changed(writer, store, graph, notes, changes)):
                generations.load_all(store, beside / TrigWriter().file_name, notes)
        except BaseException:
            # A disk that is full must not stay so.
            shutil.rmtree(store, ignore_errors=True)
            raise

        def keep(database: Database) -> None:
            database.set_members([cache.encode(member) for member in state.members])
            database.set_documents(
                (document.id, state.texts.get(document.id, ""), cache.encode(document))
                for document in graph.documents
            )
            database.set_blob(_PLACES, cache.encode(places))
            database.set_names(pair for actor in graph.actors for pair in iter_names(actor))
            for kind, found in changes.items():
                database.change_parts(kind, found.put, found.gone)
            database.forget_unused("files", {member.reading for member in state.members})
            database.forget_unused("readings", state.readings)
            database.forget_unused("told", state.told)
            database.forget_unused("texts", state.texts.values())

        made = Manifest(
            inputs=state.inputs,
            counts=counts_of(graph),
            settings=state.settings,
            version=state.version,
            program=cache.program_version(),
        )
        writer.commit(beside, store, made, keep)


def _is_changed(
    writer: CaseWriter, store: Path, graph: Graph, notes: list[ox.Quad], changes: Mapping[str, PartChange]
) -> bool:
    """Whether the quads in ``store`` could be made of those of the state before, which may be damaged."""
    if not writer.manifest.store or writer.damage:
        return False
    try:
        generations.change(writer.store / writer.manifest.store, store, graph, notes, changes)
    except (OSError, RuntimeError) as error:
        # RocksDB says so where a block has another check sum. A full disk is no damage.
        if isinstance(error, OSError) and error.errno is not None:
            raise
        shutil.rmtree(store, ignore_errors=True)
        return False
    return True


def prove_written(graph: Graph, *, state: State, database: Database) -> None:
    """Write ``graph`` as that of ``state`` to a folder that is deleted: it raises what ``write_state`` would."""
    with tempfile.TemporaryDirectory(prefix="sociogram-") as folder:
        texts = _texts(state, database)
        write_case(graph, Path(folder), formats=state.formats, texts=texts, judgements=state.judgements)
        generations.hash_parts(graph, ())


def _texts(state: State, database: Database) -> Callable[[str], str | None]:
    def text(document: str) -> str | None:
        key = state.texts.get(document, "")
        value = database.get("texts", [key]).get(key)
        return None if value is None else cache.decode_text(value)

    return text


def counts_of(graph: Graph) -> Counts:
    """The sizes of a graph, and the judgements that change nothing in it, each with why."""
    covered = [document.coverage for document in graph.documents if document.coverage is not None]
    return Counts(
        documents=len(graph.documents),
        actors=len(graph.actors),
        ties=len(graph.ties),
        claims=len(graph.claims),
        skipped=len(graph.skipped),
        sentences=sum(each.sentences for each in covered),
        read=sum(each.read for each in covered),
        recognised=sum(bool(document.recognised) for document in graph.documents),
        failed=tuple(
            (skip.document, skip.stage, skip.reason)
            for skip in graph.skipped
            if (skip.trace or skip.kind == "budget") and skip.stage != "read"
        ),
        unfit=tuple((skip.text, skip.reason) for skip in graph.skipped if skip.kind == "judgement"),
    )


def _earlier(writer: CaseWriter, graph: Graph, changes: Mapping[str, PartChange]) -> Earlier:
    """The files that are there as this program wrote them, and what of ``graph`` is other than what they hold."""

    def open_file(name: str) -> BinaryIO | None:
        return (writer.folder / name).open("rb") if writer.has_file(name) else None

    encoded = writer.database.blob(_PLACES)
    changed = {kind: change.put.keys() for kind, change in changes.items()}
    told = {claim.id for claim in graph.claims if claim.evidence.document in changed["lines"]}
    edges = {tie.id for tie in graph.ties if tie.id in changed["ties"] or not told.isdisjoint(tie.claims)}
    return Earlier(
        open_file=open_file,
        changed={**changed, "edges": edges},
        places={} if encoded is None else cache.decode_places(encoded),
    )


@contextmanager
def without_cycles_sought() -> Iterator[None]:
    """Python seeks cycles among all values whenever many are made; here there are many, and no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
