"""The readings of a case's documents as its graph is made of them: decoded when they are asked for, one at a time.

Identity asks for a part of each reading, several times over. That part is decoded without the rest and put aside in a
form that is quick to decode, in a file where it is large; so nobody holds it of more than one document.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import msgspec

from sociogram.case import cache
from sociogram.errors import QueryError
from sociogram.extraction.reading import DocumentRecord
from sociogram.model import Origin, Skipped
from sociogram.resolve.spool import Spool

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


class _Kept(msgspec.Struct, frozen=True, gc=False):
    """A ``Reading`` without all that identity does not ask for; fields of the same names hold the same."""

    document: DocumentRecord
    chains: tuple[_Chain, ...]
    relations: tuple[_Relation, ...]
    failure: Skipped | None = None


class _PutMention(_Mention, frozen=True, array_like=True, gc=False):
    """A mention without the names of its fields, which take more room than what is in them."""


class _PutChain(_Chain, frozen=True, array_like=True, gc=False):
    """A chain without the names of its fields, and without what its mentions say if it has a name."""

    mentions: tuple[_PutMention, ...]


class _PutRelation(_Relation, frozen=True, array_like=True, gc=False):
    """A relation without the names of its fields."""


class _Ends(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What identity asks of a document beside its metadata."""

    chains: tuple[_PutChain, ...]
    relations: tuple[_PutRelation, ...]


class KeptOutline(msgspec.Struct, frozen=True, gc=False):
    """One document as identity sees it."""

    document: DocumentRecord
    chains: tuple[_PutChain, ...]
    relations: tuple[_PutRelation, ...]


_NAMED, _MEANT = _PutMention(text="", pronoun=False), _PutMention(text="", pronoun=True)
"""Of a chain with a name identity asks how many of its mentions are pronouns, and not what they say."""


def _put(kept: _Kept) -> bytes:
    """The ``_Ends`` of ``kept``, encoded."""
    relations = tuple(_PutRelation(*msgspec.structs.astuple(each)) for each in kept.relations)
    return cache.encode_plain(_Ends(tuple(map(_put_chain, kept.chains)), relations))


def _put_chain(chain: _Chain) -> _PutChain:
    mentions = tuple(
        (_MEANT if each.pronoun else _NAMED)
        if chain.form == "named"
        else _PutMention(each.text, each.pronoun)
        for each in chain.mentions
    )
    return _PutChain(
        chain.index,
        chain.name,
        chain.kind,
        chain.form,
        chain.number,
        chain.gender,
        chain.known,
        chain.role,
        chain.demonym,
        chain.names,
        chain.owner,
        chain.owned,
        mentions,
        chain.phrase,
        chain.candidates,
    )


class KeptReading:
    """The reading of the document ``bound``, kept in ``database``."""

    __slots__ = ("_bound", "_database", "_number", "_outlines", "document", "failure", "indices")

    def __init__(self, database: Database, bound: Bound, value: bytes, outlines: Spool) -> None:
        self._database = database
        self._bound = bound
        kept = cache.decode_outline(value, _Kept)
        self.document = replace(kept.document, id=bound.id, source=bound.source)
        self.failure = None if kept.failure is None else replace(kept.failure, document=bound.id)
        indices = tuple(chain.index for chain in kept.chains)
        self.indices: Sequence[int] = (
            _first(len(indices)) if indices == tuple(_first(len(indices))) else indices
        )
        """The indices of its chains."""
        self._outlines = outlines
        self._number = len(outlines)
        outlines.append(_put(kept))

    @property
    def key(self) -> str:
        """What it is kept under: a hash of all that decides what it holds, but the document's name."""
        return self._bound.key

    def outline(self) -> KeptOutline:
        """What identity asks of it, decoded anew each time, so that it is held by who asked alone."""
        ends = cache.decode_plain(self._outlines.read(self._number), _Ends)
        return KeptOutline(document=self.document, chains=ends.chains, relations=ends.relations)

    def load(self) -> Reading:
        """All of it."""
        (reading,) = cache.decode_readings(_fetch(self._database, [self._bound]))
        return cache.bind(reading, self._bound.id, self._bound.source)


@functools.cache
def _first(count: int) -> range:
    """Held once for all documents of as many chains."""
    return range(count)


def iter_kept(database: Database, bound: Sequence[Bound]) -> Iterator[KeptReading]:
    """What each of the documents ``bound`` gave, in their order.

    Raises:
        QueryError: If the database does not have it all.
    """
    outlines = Spool()
    for begin in range(0, len(bound), _AT_ONCE):
        some = bound[begin : begin + _AT_ONCE]
        for each, value in zip(some, _fetch(database, some), strict=True):
            yield KeptReading(database, each, value, outlines)


def _fetch(database: Database, bound: Sequence[Bound]) -> list[bytes]:
    kept = database.get("readings", {each.key for each in bound})
    missing = next((each for each in bound if each.key not in kept), None)
    if missing is not None:
        raise QueryError(f"{missing.source}: what it gave is not in the case any more; build it again")
    return [kept[each.key] for each in bound]
