"""The manifest of a case: what its database says of the last good state, as typed values."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSettings:
    """What decides a state beside the documents: the same settings, documents and judgements, the same bytes.

    ``formats`` are the files that are written beside those of every build; ``lists`` the contents of the user's
    lists of actors by the names of their files; ``model``, ``columns`` and ``encoding`` say how documents are read.
    """

    model: str
    formats: tuple[str, ...] = ()
    lists: tuple[tuple[str, str], ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    encoding: str | None = None


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """The sizes of a graph, and the judgements that change nothing in it: the sides of each, and why.

    ``sentences`` name two actors, and of those ``read`` gave a claim; ``recognised`` documents have pages that text
    recognition read. ``failed`` has document, stage and reason of what
    a stage behind reading failed on.
    """

    documents: int = 0
    actors: int = 0
    ties: int = 0
    claims: int = 0
    skipped: int = 0
    sentences: int = 0
    read: int = 0
    recognised: int = 0
    unfit: tuple[tuple[str, str], ...] = ()
    failed: tuple[tuple[str, str, str], ...] = ()


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a case says of its last good state; all is as it is here where no build has ended yet.

    ``number`` counts the states, ``inputs`` is a hash of all that this one is made of and ``program`` one of the
    program that made it; ``version`` is that of the rules and the model that its documents were read by. ``store``
    names the folder of its quads, and ``quads`` has size, time of change (ns) and check sum of each file in it.
    ``staged`` is the folder where the state's files lie until they are moved into their places, ``files`` those files,
    each with the size and the time of change by which it is known, and ``gone`` the files of the state before that are
    to go. Without ``settings`` it was not built of documents, and takes none.
    """

    number: int = 0
    store: str = ""
    staged: str = ""
    files: dict[str, tuple[int, ...]] = {}
    gone: tuple[str, ...] = ()
    quads: dict[str, tuple[int, int, int]] = {}
    inputs: str = ""
    counts: Counts = Counts()
    settings: CaseSettings | None = None
    version: str = ""
    program: str = ""
