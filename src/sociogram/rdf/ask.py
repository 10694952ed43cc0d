"""SPARQL over a case folder's graph, by Oxigraph.

Queries run over the union of the named graphs: a denied or merely possible claim is a statement
node and never a plain triple, so the union is safe. ``SERVICE`` is refused: asking never uses a network.
"""

from __future__ import annotations

import faulthandler
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from sociogram.errors import DamageError, QueryError
from sociogram.knowledge.case_files import GRAPH_FILE
from sociogram.knowledge.namespaces import PREFIXES
from sociogram.rdf.service_guard import asks_elsewhere, names_dataset

_LONGEST_MESSAGE = 160
"""Characters of a parser's message that are shown: two lines of a terminal, past which it only lists what
may stand there."""
_HARMLESS = 4_000
"""Characters of a query that cannot nest so deeply that the parser, which is recursive, has no room for it."""
_EVERYTHING = re.compile(r"select\s+(?:(?:distinct|reduced)\s+)?\*", re.IGNORECASE)
"""A query for all variables, whose order is not said by the query."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives: rows of terms under variables, or triples, or yes or no."""

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[ox.NamedNode | ox.BlankNode | ox.Literal | None, ...], ...] = ()
    triples: tuple[ox.Triple, ...] | None = None
    boolean: bool | None = None


def load_store(folder: Path) -> ox.Store:
    """The graph of the case in ``folder``, in memory.

    Raises:
        QueryError: If there is no graph there, or it cannot be read.
    """
    path = folder / GRAPH_FILE
    if not path.is_file():
        raise QueryError(
            f"{folder}: no {GRAPH_FILE} there; build it first: sociogram build DOCUMENTS -o {folder}"
        )
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=ox.RdfFormat.TRIG)
    except (SyntaxError, ValueError, OSError) as error:
        raise QueryError(f"{path}: cannot be read as TriG ({error}); build it again") from error
    return store


def ask(store: ox.Store, sparql: str, *, most: int | None = None) -> Answer:
    """Run the query ``sparql`` with the project's prefixes, at most ``most`` rows.

    Raises:
        QueryError: If it is no SPARQL 1.1 query, asks another service, or is nested too deeply.
    """
    if asks_elsewhere(sparql):
        raise QueryError(
            "SERVICE asks another server, and a question here never leaves the machine; remove it"
        )
    _check_depth(sparql)
    try:
        # Over the union of all graphs, unless the query itself says over which.
        union = not names_dataset(sparql)
        result = store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=union)
        return _answer(result, most, sparql)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the query is no SPARQL 1.1: {_in_one_line(error)}; mend it there") from error
    except (OSError, RuntimeError) as error:
        raise DamageError(
            f"the case's store cannot be read ({_in_one_line(error)}); build the case again"
        ) from error


def _check_depth(sparql: str) -> None:
    """See that the parser bears a long query, in a process of its own: it ends that in which it has no room.

    Raises:
        QueryError: If it does not.
    """
    if len(sparql) <= _HARMLESS or not hasattr(os, "fork"):
        return
    child = os.fork()
    if child == 0:
        try:
            faulthandler.disable()
            ox.Store().query(sparql, prefixes=PREFIXES)
        finally:
            # Neither buffers are written twice nor is anything cleaned up that is the parent's.
            os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        raise QueryError("the query is nested too deeply for the parser; write it with fewer brackets")


def _in_one_line(error: Exception) -> str:
    """The parser's message without its list of all that might have stood there."""
    words = " ".join(str(error).split())
    return words if len(words) <= _LONGEST_MESSAGE else words[:_LONGEST_MESSAGE].rsplit(" ", 1)[0] + " …"


def _answer(
    result: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean, most: int | None, sparql: str
) -> Answer:
    if isinstance(result, ox.QueryBoolean):
        return Answer(boolean=bool(result))
    if isinstance(result, ox.QueryTriples):
        return Answer(triples=tuple(_first(iter(result), most)))
    given = [variable.value for variable in result.variables]
    names = _in_order_of(sparql, given)
    places = [given.index(name) for name in names]
    solutions = map(tuple, _first(iter(result), most))
    if places == list(range(len(given))):
        return Answer(variables=names, rows=tuple(solutions))
    return Answer(variables=names, rows=tuple(tuple(row[place] for place in places) for row in solutions))


def _in_order_of(sparql: str, names: list[str]) -> tuple[str, ...]:
    """``names`` as the query has them; for ``SELECT *`` Oxigraph gives them in the order of the alphabet."""
    if _EVERYTHING.search(sparql) is None:
        return tuple(names)
    places = {name: re.search(rf"[?$]{re.escape(name)}(?!\w)", sparql) for name in names}
    return tuple(sorted(names, key=lambda name: found.start() if (found := places[name]) else len(sparql)))


def _first(items: Iterator[Any], most: int | None) -> Iterator[Any]:
    for count, item in enumerate(items):
        if most is not None and count >= most:
            return
        yield item
