"""The actors' ids by their names, in whatever a case keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

import pyoxigraph as ox

from sociogram.knowledge.namespaces import ACTOR
from sociogram.rdf.ask import ask

if TYPE_CHECKING:
    from sociogram.model import Actor

_QUERY = """SELECT ?actor ?name WHERE {
  { ?actor rdfs:label ?name } UNION { ?actor skos:altLabel ?name }
  FILTER(STRSTARTS(STR(?actor), STR(actor:)))
} ORDER BY ?actor ?name"""


class Names(Protocol):
    """Names in lower case with single spaces, ids and the ids of the actors that bear them."""

    def called(self, name: str) -> set[str]:
        """The ids of the actors called ``name``."""
        ...

    def pairs(self) -> Iterator[tuple[str, str]]:
        """All names, each with the id of one of its actors."""
        ...


def fold(name: str) -> str:
    """``name`` as it is compared: in lower case, with single spaces."""
    return " ".join(name.lower().split())


def iter_names(actor: Actor) -> Iterator[tuple[str, str]]:
    """What ``actor`` can be called by, with its id."""
    for name in {fold(each) for each in (actor.id, actor.name, *actor.aliases)}:
        yield name, actor.id


class GivenNames:
    """Names and ids that are given, all at once."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._ids: dict[str, set[str]] = {}
        for name, each in pairs:
            self._ids.setdefault(fold(name), set()).add(each)

    def called(self, name: str) -> set[str]:
        """The ids of the actors called ``name``."""
        return set(self._ids.get(name, ()))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """All names, each with the id of one of its actors."""
        return ((name, each) for name, ids in self._ids.items() for each in sorted(ids))


def names_in(store: ox.Store) -> GivenNames:
    """The names in a store of quads."""
    found = []
    for actor, name in ask(store, _QUERY).rows:
        if isinstance(actor, ox.NamedNode) and isinstance(name, ox.Literal):
            each = actor.value.removeprefix(ACTOR)
            found += [(name.value, each), (each, each)]
    return GivenNames(found)


def names_of(actors: Iterable[Actor]) -> GivenNames:
    """The names of ``actors``."""
    return GivenNames(pair for actor in actors for pair in iter_names(actor))
