"""What the server gives a worker to do, and how it can go wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sociogram.errors import QueryError


class RefusalError(QueryError):
    """A request that is not answered, with the HTTP status that says why.

    Args:
        status: 400 to 507.
        message: One line: what, where, how to mend.
        retry: Seconds after which it is worth trying again, for 503.
    """

    def __init__(self, status: int, message: str, *, retry: int | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.retry = retry


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """SPARQL to answer.

    ``result_form`` and ``triple_form`` name the forms for rows and for graphs, ``None`` where the client
    takes none of that kind. ``default_graphs`` and ``named_graphs`` are the protocol's dataset; with
    neither, and without ``FROM``, the default graph is the union of all. ``most`` rows or triples are given.
    """

    text: str
    result_form: str | None
    triple_form: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuestion:
    """A named question with its arguments; with ``ids`` its rows say on which claims they rest."""

    name: str
    arguments: tuple[str, ...]
    form: str
    most: int | None = None
    ids: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """The quads of the store; ``graph`` is an IRI, ``""`` for the default graph, ``None`` for all graphs."""

    graph: str | None
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """SPARQL Update to try on a copy; the answer is the user's graphs behind it, as N-Quads."""

    text: str


Job = Query | NamedQuestion | Dump | Update


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOutcome:
    """How a job ended, as the worker says it after the bytes of the answer."""

    form: str = ""
    truncated: bool = False
    status: int = 200
    error: str = ""
    generation: str = ""
    kind: Literal["rows", "graph", "done"] = "done"
    spent: bool = False
    """The worker has kept so much memory that it should be replaced."""
