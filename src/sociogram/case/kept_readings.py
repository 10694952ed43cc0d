"""The readings of a case's documents as its graph is made of them: decoded when they are asked for, one at a time.

Identity asks for a part of each reading, of all documents at once; that part is decoded without the rest, into values
that take a sixth of the memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from sys import intern
from typing import TYPE_CHECKING, Literal

import msgspec

from sociogram.case import cache
from sociogram.errors import QueryError
from sociogram.extraction.reading import DocumentRecord
from sociogram.model import Origin, Skipped

if TYPE_CHECKING:
    from sociogram.case.database import Database
    from sociogram.extraction.reading import Reading

_AT_ONCE = 500
"""Readings that are fetched together: some megabytes, in one query."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A document of the case: its id among all, its source, and the keys of its reading and its text.

    ``place`` and ``suffix`` are those of its member and of the document in it.
    """

    id: str
    source: str
    key: str
    text: str
    place: str
    suffix: str


class _Mention(msgspec.Struct, frozen=True, gc=False):
    text: str
    pronoun: bool


class _Chain(msgspec.Struct, frozen=True, gc=False):
    index: int
    name: str
    kind: str
    form: str
    number: Literal["singular", "plural", "unknown"]
    gender: Literal["male", "female", "neuter", "unknown"]
    known: str | None
    role: str | None
    demonym: bool
    names: tuple[tuple[str, int], ...]
    owner: int | None
    owned: str
    mentions: tuple[_Mention, ...]
    phrase: str = ""
    candidates: tuple[str, ...] = ()


class _Relation(msgspec.Struct, frozen=True, gc=False):
    subject: int
    object: int | None
    asserters: tuple[int, ...]
    origin: Origin


class KeptOutline(msgspec.Struct, frozen=True, gc=False):
    """A ``Reading`` without all that identity does not ask for; fields of the same names hold the same."""

    document: DocumentRecord
    chains: tuple[_Chain, ...]
    relations: tuple[_Relation, ...]
    failure: Skipped | None = None


_NAMED, _MEANT = _Mention(text="", pronoun=False), _Mention(text="", pronoun=True)
"""Of a chain with a name identity asks how many of its mentions are pronouns, and not what they say."""


class _Held:
    """What the outlines of all documents have alike, each held once: the same names stand in hundreds of them."""

    def __init__(self) -> None:
        self._names: dict[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]] = {}

    def chain(self, chain: _Chain) -> _Chain:
        """An equal chain of shared parts, without what its mentions say if it has a name."""
        named = chain.form == "named"
        return _Chain(
            index=chain.index,
            name=intern(chain.name),
            kind=intern(chain.kind),
            form=intern(chain.form),
            number=chain.number,
            gender=chain.gender,
            known=chain.known and intern(chain.known),
            role=chain.role and intern(chain.role),
            demonym=chain.demonym,
            names=self._names.setdefault(chain.names, chain.names),
            owner=chain.owner,
            owned=chain.owned,
            mentions=tuple(_MEANT if each.pronoun else _NAMED for each in chain.mentions)
            if named
            else chain.mentions,
            phrase=chain.phrase,
            candidates=chain.candidates,
        )


class KeptReading:
    """The reading of the document ``bound``, kept in ``database``."""

    __slots__ = ("_bound", "_database", "_held", "_outline", "document", "failure", "indices")

    def __init__(self, database: Database, bound: Bound, value: bytes, held: _Held) -> None:
        self._database = database
        self._bound = bound
        self._held = held
        outline = self._decode(value)
        self._outline: KeptOutline | None = outline
        self.document = outline.document
        self.failure = outline.failure
        self.indices = tuple(chain.index for chain in outline.chains)
        """The indices of its chains."""

    @property
    def key(self) -> str:
        """What it is kept under: a hash of all that decides what it holds, but the document's name."""
        return self._bound.key

    def outline(self) -> KeptOutline:
        """What identity asks of it, decoded anew each time but the first, so that it is held by who asked alone."""
        outline, self._outline = self._outline, None
        return outline or self._decode(_fetch(self._database, [self._bound])[0])

    def load(self) -> Reading:
        """All of it."""
        (reading,) = cache.decode_readings(_fetch(self._database, [self._bound]))
        return cache.bind(reading, self._bound.id, self._bound.source)

    def _decode(self, value: bytes) -> KeptOutline:
        outline = cache.decode_outline(value, KeptOutline)
        failure = outline.failure
        return KeptOutline(
            document=replace(outline.document, id=self._bound.id, source=self._bound.source),
            chains=tuple(map(self._held.chain, outline.chains)),
            relations=outline.relations,
            failure=None if failure is None else replace(failure, document=self._bound.id),
        )


def iter_kept(database: Database, bound: Sequence[Bound]) -> Iterator[KeptReading]:
    """What each of the documents ``bound`` gave, in their order.

    Raises:
        QueryError: If the database does not have it all.
    """
    held = _Held()
    for begin in range(0, len(bound), _AT_ONCE):
        some = bound[begin : begin + _AT_ONCE]
        for each, value in zip(some, _fetch(database, some), strict=True):
            yield KeptReading(database, each, value, held)


def _fetch(database: Database, bound: Sequence[Bound]) -> list[bytes]:
    kept = database.get("readings", {each.key for each in bound})
    missing = next((each for each in bound if each.key not in kept), None)
    if missing is not None:
        raise QueryError(f"{missing.source}: what it gave is not in the case any more; build it again")
    return [kept[each.key] for each in bound]
