"""One case of several: all their documents together, or the ties that all of them have.

A union is a living case: it has the bytes of one that was built of all documents, for identity is decided over
all of them, and documents can be added to it and removed. An intersection holds what was found in each case; it is
a result, to which nothing can be added.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from sociogram.case import cache
from sociogram.case.annotations import read_annotations, write_annotations
from sociogram.case.cache import FileReading, Member
from sociogram.case.database import Database
from sociogram.case.lock import LOCK_FILE
from sociogram.case.naming import BUILDING, database_path
from sociogram.case.rebuild import CaseOutcome, bind_documents, kept_settings, make_state
from sociogram.case.snapshot import CaseSnapshot, open_case
from sociogram.case.state import State, counts_of, without_cycles_sought, write_state
from sociogram.case.writer import CaseWriter, writing
from sociogram.combine import intersect_graphs
from sociogram.errors import QueryError, UsageError
from sociogram.graph.saved_judgements import read_judgements, write_judgements
from sociogram.ids import content_hash
from sociogram.knowledge.case_files import ANNOTATIONS_FILE, JUDGEMENTS_FILE, STORE_FOLDER, USER_FILES
from sociogram.model import Judgement

if TYPE_CHECKING:
    import pyoxigraph as ox

    from sociogram.graph.values import Graph

_FEWEST = 2
"""Cases that a union or an intersection needs."""
_COMBINING = "combining"
"""Under this name the database of a case that is being combined has a mark, by which what a kill leaves is known."""
_PART_OF_NOTES = f".{ANNOTATIONS_FILE}."
"""The beginning of the name of annotations that are being written."""
STREAM = "-"
"""The name of the standard input."""


def unite_cases(folders: Sequence[Path], target: Path) -> CaseOutcome:
    """Make in ``target`` the case of all documents of the cases in ``folders``, with all their judgements.

    The settings are those of the first. A file that several cases have is there once, as the first has it; of files
    that only share their name, those of later cases get their case's name before it.

    Raises:
        UsageError: If there are fewer than two cases, one has no store, or another writer has ``target``.
    """
    _check(folders, target)
    with contextlib.ExitStack() as stack:
        databases = [stack.enter_context(Database(folder)) for folder in folders if _has_store(folder)]
        settings = [
            kept_settings(database.manifest(), folder)
            for database, folder in zip(databases, folders, strict=True)
        ]
        for database in databases:
            database.begin()
        members, files = _unite_members(folders, databases)
        with writing(target) as writer:
            _begin(writer)
            with writer.database.transaction():
                writer.database.put("files", {key: cache.encode(value) for key, value in files.items()})
            bound = bind_documents(members, files)
            for table, keys in (("readings", {b.key for b in bound}), ("texts", {b.text for b in bound})):
                for database in databases:
                    with writer.database.transaction():
                        writer.database.put(table, database.get(table, keys))
            _write_user_files(folders, target)
            return make_state(writer, members, settings[0], version=_version(databases))


def intersect_cases(folders: Sequence[Path], target: Path) -> CaseOutcome:
    """Make in ``target`` the case of the ties that all cases in ``folders`` have, with the claims of all.

    Raises:
        UsageError: If there are fewer than two cases, or another writer has ``target``.
    """
    _check(folders, target)
    with contextlib.ExitStack() as stack, without_cycles_sought():
        cases = [stack.enter_context(open_case(folder)) for folder in folders]
        graphs = [with_digests(case) for case in cases]
        graph = intersect_graphs(graphs)
        texts = _texts_of(graph, cases, graphs)
        with writing(target) as writer:
            _begin(writer)
            with writer.database.transaction():
                writer.database.put("texts", {key: cache.pack_text(text) for key, text in texts.values()})
            keys = {document: key for document, (key, _) in texts.items()}
            write_state(writer, State(graph=graph, texts=keys))
    counts = counts_of(graph)
    return CaseOutcome(
        changed=True,
        documents=counts.documents,
        actors=counts.actors,
        ties=counts.ties,
        claims=counts.claims,
        skipped=counts.skipped,
        sentences=counts.sentences,
        read=counts.read,
    )


def with_digests(case: CaseSnapshot) -> Graph:
    """The graph of a case, whose documents know the digest of their words even if its files do not."""
    documents = []
    for document in case.graph.documents:
        text = None if document.digest else case.text(document.id)
        digest = document.digest if text is None else content_hash(" ".join(text.split()))
        documents.append(replace(document, digest=digest))
    return replace(case.graph, documents=tuple(documents))


def _check(folders: Sequence[Path], target: Path) -> None:
    if len(folders) < _FEWEST:
        raise UsageError("one case alone has nothing to be joined with; name two or more")
    if any(folder.resolve() == target.resolve() for folder in folders):
        raise UsageError(f"{target}: is one of the cases themselves; choose another folder for the result")
    if target.exists() and any(target.iterdir()) and not _is_left_over(target):
        raise UsageError(f"{target}: is not empty; choose a new folder for the result")


def _is_left_over(target: Path) -> bool:
    """Whether all that is in ``target`` is what a union or an intersection that was killed has left there."""
    names = {path.name for path in target.iterdir() if not path.name.startswith((BUILDING, _PART_OF_NOTES))}
    if not names <= {STORE_FOLDER, *USER_FILES} or (target / STORE_FOLDER).is_symlink():
        return False
    if not database_path(target).is_file():
        return names <= {STORE_FOLDER} and all(
            path.name == LOCK_FILE for path in (target / STORE_FOLDER).glob("*")
        )
    with Database(target, write=True) as database:
        marked = database.blob(_COMBINING) is not None
        return not database.manifest().store and (marked or names <= {STORE_FOLDER})


def _begin(writer: CaseWriter) -> None:
    """Mark the new case as one that is being combined, and clear away what one that was killed has left."""
    if writer.database.blob(_COMBINING) is not None:
        for name in USER_FILES:
            (writer.folder / name).unlink(missing_ok=True)
    with writer.database.transaction():
        writer.database.set_blob(_COMBINING, b"")


def _version(databases: Sequence[Database]) -> str:
    """The version of the rules and the model that read all cases, or that they differ, so that nothing is added."""
    versions = {database.manifest().version for database in databases}
    return versions.pop() if len(versions) == 1 else "several"


def _has_store(folder: Path) -> bool:
    if database_path(folder).is_file():
        return True
    raise QueryError(f"{folder}: has no store; build it first: sociogram build DOCUMENTS -o {folder}")


def _unite_members(
    folders: Sequence[Path], databases: Sequence[Database]
) -> tuple[list[Member], dict[str, FileReading]]:
    members: dict[str, Member] = {}
    files: dict[str, FileReading] = {}
    names: dict[str, str] = {}
    for folder, database in zip(folders, databases, strict=True):
        own = [cache.decode_member(value) for value in database.members()]
        read = database.get("files", {member.reading for member in own if member.reading})
        for member in own:
            if names.get(member.name) == member.content or _is_held(member, members):
                continue
            reading = cache.decode_file(read[member.reading]) if member.reading else None
            if member.name in names or member.place in members:
                member, reading = _renamed(member, reading, _free_name(member.name, folder, names))  # noqa: PLW2901
            names[member.name] = member.content
            members[member.place] = member
            if reading is not None:
                files[member.reading] = reading
    return sorted(members.values(), key=lambda member: (member.name, member.base)), files


def _is_held(member: Member, members: Mapping[str, Member]) -> bool:
    """Whether the same file with the same content is there under another name; the standard input is no file."""
    held = members.get(member.place)
    return held is not None and held.content == member.content and member.name != STREAM


def _free_name(name: str, folder: Path, names: Mapping[str, str]) -> str:
    """``name`` with that of its case before it, and a number where that is taken too."""
    places = chain((folder.name,), (f"{folder.name}-{number}" for number in count(2)))
    return next(each for each in (f"{place}/{name}" for place in places) if each not in names)


def _renamed(member: Member, reading: FileReading | None, name: str) -> tuple[Member, FileReading | None]:
    """``member`` and its reading as those of a file called ``name``."""
    place = content_hash(name)
    if reading is None:
        return msgspec.structs.replace(member, name=name, place=place), None
    documents = tuple(
        msgspec.structs.replace(item, source=name + item.source.removeprefix(member.name))
        for item in reading.documents
    )
    renamed = FileReading(documents=documents, skipped=reading.skipped)
    key = cache.short_hash(cache.encode_plain((name, member.reading))).hex()
    return msgspec.structs.replace(member, name=name, place=place, reading=key), renamed


def _write_user_files(folders: Iterable[Path], target: Path) -> None:
    """The judgements of all cases, each once, in their order, and the annotations of all."""
    judgements: dict[Judgement, None] = {}
    quads: list[ox.Quad] = []
    for number, folder in enumerate(folders):
        judgements.update(dict.fromkeys(read_judgements(folder / JUDGEMENTS_FILE)))
        quads += (_apart(quad, number) for quad in read_annotations(folder))
    if judgements:
        write_judgements(target / JUDGEMENTS_FILE, judgements)
    if quads:
        write_annotations(target, quads)


def _apart(quad: ox.Quad, number: int) -> ox.Quad:
    """``quad`` with blank nodes of its own case: the same name in two cases is not the same node."""
    import pyoxigraph as ox

    def own(term: Any) -> Any:
        return ox.BlankNode(f"c{number}{term.value}") if isinstance(term, ox.BlankNode) else term

    return ox.Quad(own(quad.subject), quad.predicate, own(quad.object), own(quad.graph_name))


def _texts_of(
    graph: Graph, cases: Sequence[CaseSnapshot], graphs: Sequence[Graph]
) -> Mapping[str, tuple[str, str]]:
    """Key and text of each document of ``graph``, by its id, as far as one of ``cases``, with ``graphs``, has it."""
    sources = {
        (d.source, d.digest, d.start): (case, d.id)
        for case, own in zip(cases, graphs, strict=True)
        for d in own.documents
    }
    texts = {}
    for document in graph.documents:
        case, original = sources[document.source, document.digest, document.start]
        text = case.text(original)
        if text is not None:
            texts[document.id] = (content_hash(text), text)
    return texts
