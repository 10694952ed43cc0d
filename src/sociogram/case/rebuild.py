"""The state of a case, made anew from what its documents gave: no document is read again.

Identity, claims and ties depend on all documents together, so they are made anew as a whole, which takes a
hundredth of the time of reading; the store and the files change only where their parts differ.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.case import cache
from sociogram.case.cache import FileReading, Member
from sociogram.case.database import Database
from sociogram.case.kept_readings import Bound, iter_kept
from sociogram.case.kept_told import KeptTold
from sociogram.case.manifest import CaseSettings, Counts, Manifest
from sociogram.case.naming import store_folder
from sociogram.case.state import State, prove_written, without_cycles_sought, write_state
from sociogram.case.writer import CaseWriter, writing
from sociogram.errors import InputError, QueryError, UsageError
from sociogram.graph.isolation import NO_DOCUMENTS_FAULT
from sociogram.graph.saved_judgements import read_judgements
from sociogram.knowledge.case_files import ANNOTATIONS_FILE, JUDGEMENTS_FILE
from sociogram.knowledge.user_tables import is_file_or_none
from sociogram.model import Judgement, Skipped
from sociogram.read.files.sources import Source, with_unique_ids
from sociogram.write.files.atomic import open_atomic

if TYPE_CHECKING:
    from sociogram.graph.assemble import NeedsLists
    from sociogram.graph.values import Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOutcome:
    """What a change of a case came to.

    ``changed`` is false where the case was as it had to be already; ``parsed`` counts the documents that were read
    anew, ``gone`` the files that the case had and that were not named again. ``unread`` has what could not be read,
    ``failed`` the documents that a stage behind reading failed on, ``unfit`` the judgements that change nothing. Of
    ``sentences`` that name two actors ``read`` gave a claim. ``recognised`` counts the documents with pages that text
    recognition read. ``mended`` has what of the store was damaged and is made anew.
    """

    changed: bool
    documents: int
    actors: int
    ties: int
    claims: int
    skipped: int
    sentences: int = 0
    read: int = 0
    recognised: int = 0
    parsed: int = 0
    gone: int = 0
    unread: tuple[Skipped, ...] = ()
    unfit: tuple[Skipped, ...] = ()
    failed: tuple[Skipped, ...] = ()
    mended: tuple[str, ...] = ()


def bind_documents(members: Sequence[Member], files: Mapping[str, FileReading]) -> list[Bound]:
    """The documents of ``members`` under the ids they have together, the withdrawn ones left out.

    ``files`` has what each member's file gave, by the key of its reading.
    """
    sources = with_unique_ids([Source(name=member.name, id=member.base) for member in members])
    return [
        Bound(
            id=source.id + item.suffix,
            source=item.source,
            key=item.key,
            text=item.text,
            place=member.place,
            suffix=item.suffix,
        )
        for member, source in zip(members, sources, strict=True)
        if member.reading
        for item in files[member.reading].documents
        if item.suffix not in member.withdrawn
    ]


def unread_of(members: Sequence[Member], files: Mapping[str, FileReading]) -> list[Skipped]:
    """What of the members' files could not be read."""
    skipped: list[Skipped] = []
    for member in members:
        if member.problem:
            skipped.append(Skipped(document=member.name, stage="read", reason=member.problem))
        elif member.reading:
            skipped += files[member.reading].skipped
    return skipped


def remake_case(folder: Path, *, wait: float = 0.0) -> CaseOutcome:
    """Make the case's graph anew from what its documents gave, with its judgements as they are now.

    Raises:
        UsageError: If another writer has the case, or it was never built.
    """
    with writing(folder, wait=wait) as writer:
        settings = kept_settings(writer.manifest, folder)
        members = [cache.decode_member(value) for value in writer.database.members()]
        return make_state(writer, members, settings)


def kept_settings(manifest: Manifest, folder: Path) -> CaseSettings:
    """The settings of the last build of the case in ``folder``, whose manifest this is.

    Raises:
        UsageError: If it was never built of documents.
    """
    if manifest.settings is None:
        if manifest.store:
            raise UsageError(f"{folder}: holds what several cases have in common, and takes no documents")
        raise UsageError(
            f"{folder}: no case there yet; build it first: sociogram build DOCUMENTS -o {folder}"
        )
    return manifest.settings


def make_state(
    writer: CaseWriter,
    members: Sequence[Member],
    settings: CaseSettings,
    *,
    parsed: int = 0,
    lists: NeedsLists | None = None,
    report: Callable[[str], None] | None = None,
    version: str | None = None,
) -> CaseOutcome:
    """The state that ``members`` and ``settings`` lead to, made if it is not the one that is there.

    Every reading that ``members`` need is in the database.

    Args:
        writer: The case's writer.
        members: The sources of the case, sorted by name.
        settings: What decides the state beside them.
        parsed: The documents that were read anew, for the outcome.
        lists: The lists of actors, where they are loaded already.
        report: Is told what is being done.
        version: That of the rules and the model by which the members were read; by default that of the state before.

    Raises:
        InputError: If there is no document at all, or the judgements cannot be read; the case stays as it was.
    """
    files = load_files(writer.database, members)
    bound = bind_documents(members, files)
    unread = unread_of(members, files)
    judgements = read_judgements(writer.folder / JUDGEMENTS_FILE)
    inputs = _inputs(writer, bound, unread, (settings, judgements))
    if writer.manifest.inputs == inputs and writer.is_whole():
        # Which file a document came from may still be new, though what was read is not.
        _keep_members(writer, members)
        return _outcome(writer.manifest.counts, unread, changed=False, parsed=parsed)
    if not bound:
        raise InputError(
            str(writer.folder), "not written, for nothing could be read", "mend what was skipped"
        )
    tell = report or (lambda _: None)
    with without_cycles_sought():
        tell("joining actors")
        lists = lists or _Lists(writer.folder, settings)
        graph, told = _make_graph(writer, bound, unread, judgements, lists)
        tell("writing")
        state = State(
            graph=graph,
            formats=settings.formats,
            members=tuple(members),
            readings=frozenset(each.key for each in bound),
            told=told,
            texts={each.id: each.text for each in bound},
            inputs=inputs,
            settings=settings,
            version=version or writer.manifest.version,
            judgements=judgements,
        )
        if not _is_written(writer, state):
            prove = partial(prove_written, state=state, database=writer.database)
            graph, told = _make_graph(writer, bound, unread, judgements, lists, prove)
            write_state(writer, replace(state, graph=graph, told=told))
    outcome = _outcome(writer.manifest.counts, unread, changed=True, parsed=parsed)
    return replace(outcome, mended=(writer.damage,) if writer.damage else ())


def _is_written(writer: CaseWriter, state: State) -> bool:
    """Whether ``state`` could be written; if not, it may be for what a document of it holds."""
    try:
        write_state(writer, state)
    except NO_DOCUMENTS_FAULT:
        raise
    except Exception:
        return False
    return True


def _outcome(counts: Counts, unread: Sequence[Skipped], *, changed: bool, parsed: int) -> CaseOutcome:
    unfit = tuple(
        Skipped(document="", stage="resolve", reason=reason, text=text, kind="judgement")
        for text, reason in counts.unfit
    )
    return CaseOutcome(
        changed=changed,
        documents=counts.documents,
        actors=counts.actors,
        ties=counts.ties,
        claims=counts.claims,
        skipped=counts.skipped,
        sentences=counts.sentences,
        read=counts.read,
        recognised=counts.recognised,
        parsed=parsed,
        unread=tuple(unread),
        unfit=unfit,
        failed=tuple(
            Skipped(document=document, stage=stage, reason=reason)
            for document, stage, reason in counts.failed
        ),
    )


def load_files(database: Database, members: Sequence[Member]) -> dict[str, FileReading]:
    """What the files of ``members`` gave, by the key of each reading.

    Raises:
        QueryError: If the database does not have it all.
    """
    keys = {member.reading for member in members if member.reading}
    found = {key: cache.decode_file(value) for key, value in database.get("files", keys).items()}
    if keys - found.keys():
        raise QueryError("what some files gave is not in the case any more; build it again")
    return found


def _inputs(writer: CaseWriter, bound: Sequence[Bound], unread: Sequence[Skipped], others: object) -> str:
    """A hash of all that the state is made of, and of the program that makes it."""
    documents = [(each.id, each.source, each.key, each.text) for each in bound]
    notes = _content(writer.folder / ANNOTATIONS_FILE)
    return cache.short_hash(
        cache.encode_plain((documents, list(unread), others, notes, cache.program_version()))
    ).hex()


def _content(path: Path) -> bytes:
    if not is_file_or_none(path):
        return b""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            str(path), f"cannot be read ({error.strerror})", "mend it or move it away"
        ) from error


class _Lists:
    """The lists of actors, loaded when they are asked for."""

    def __init__(self, folder: Path, settings: CaseSettings) -> None:
        from sociogram.knowledge.actor_lists import load_actor_lists

        self.lists = load_actor_lists(place_lists(folder, settings))


def place_lists(folder: Path, settings: CaseSettings) -> tuple[Path, ...]:
    """The user's lists as files below ``store``, named by what is in them."""
    placed = []
    for name, text in settings.lists:
        content = text.encode()
        path = store_folder(folder) / f"list-{cache.short_hash(content).hex()}-{Path(name).name}"
        if path.is_symlink() or not path.is_file() or path.read_bytes() != content:
            with open_atomic(path) as file:
                file.write(content)
        placed.append(path)
    return tuple(placed)


def _make_graph(
    writer: CaseWriter,
    bound: Sequence[Bound],
    unread: Sequence[Skipped],
    judgements: Sequence[Judgement],
    lists: NeedsLists,
    prove: Callable[[Graph], object] | None = None,
) -> tuple[Graph, frozenset[str]]:
    """The graph, and the keys of what is kept of what its documents tell."""
    from sociogram.graph.assemble import join_readings

    given, keeper = iter_kept(writer.database, bound), KeptTold(writer.database)
    graph = join_readings(given, unread, lists, judgements, prove=prove, keeper=keeper)
    keeper.flush()
    return graph, frozenset(keeper.used)


def _keep_members(writer: CaseWriter, members: Sequence[Member]) -> None:
    encoded = [cache.encode(member) for member in members]
    if encoded != writer.database.members():
        with writer.database.transaction():
            writer.database.set_members(encoded)
