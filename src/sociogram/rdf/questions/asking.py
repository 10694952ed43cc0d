"""Asking named questions: actors found by name, then SPARQL; paths are found over the ties."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pyoxigraph as ox

from sociogram.errors import QueryError
from sociogram.graph.paths import shortest_path
from sociogram.knowledge.namespaces import ACTOR
from sociogram.rdf.ask import Answer, ask
from sociogram.rdf.names import Names, fold
from sociogram.rdf.planning import ask_planned
from sociogram.rdf.questions.catalogue import find_question, read_arguments

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PATH = "path"
"""The question that is answered by a search, not by SPARQL alone."""
_Step = tuple[str, ox.NamedNode]
"""A neighbour and the tie that leads there."""
_NEAREST = 5
"""Names that are offered where none fits: what fits a line of a terminal."""
_ALIKE = 60.0
"""Least likeness of a name that is offered, of rapidfuzz's 100; chosen by hand."""
_MANY = 500
"""Actors whose ties are asked for at once; chosen by hand, so that a query stays some ten kilobytes."""
_TIES = """SELECT ?here ?there ?tie ?claims WHERE {
  VALUES ?here { FRONT }
  { ?tie rdf:subject ?here ; rdf:object ?there } UNION { ?tie rdf:object ?here ; rdf:subject ?there }
  ?tie soc:affirmed ?claims .
  FILTER(ISIRI(?there) && ?claims > 0)
}"""


def ask_question(
    store: ox.Store,
    names: Names,
    name: str,
    arguments: tuple[str, ...],
    *,
    most: int | None = None,
    ids: bool = False,
) -> Answer:
    """The answer to the named question ``name``.

    Arguments are ids (``elon-musk``), names or aliases of actors, in any case; ``names`` finds them. With ``ids``
    rows that rest on a claim have it behind all else: ``claim``, and where rows are no groups its ends ``s``, ``o``.

    Raises:
        QueryError: If there is no such question or actor, or a name fits several actors.
    """
    question = find_question(name)
    values = read_arguments(question, arguments)
    bindings: dict[str, ox.NamedNode | ox.Literal] = {
        key: find_actor(names, value) for key, value in values.items()
    }
    sparql = select_ids(question.sparql) if ids else question.sparql
    if name == PATH:
        return find_path(store, sparql, bindings)
    return ask_planned(store, bind(sparql, bindings), columns=question.columns, most=most)


def select_ids(sparql: str) -> str:
    """``sparql``, a named question, that selects the claim of each row too, where it asks for claims."""
    if "?claim rdf:subject ?s" not in sparql:
        return sparql
    more = "?claim" if "GROUP BY" in sparql else "?claim ?s ?o"
    return sparql.replace(" WHERE {", f" {more} WHERE {{", 1)


def bind(sparql: str, bindings: Mapping[str, ox.NamedNode | ox.Literal]) -> str:
    """``sparql`` with values for some variables, as ``VALUES`` at the start of its pattern.

    A term's ``str`` is N-Triples, in which nothing of a name can end the term.
    """
    if not bindings:
        return sparql
    names = " ".join(f"?{name}" for name in bindings)
    terms = " ".join(str(term) for term in bindings.values())
    return sparql.replace("WHERE {", f"WHERE {{\n  VALUES ({names}) {{ ({terms}) }}", 1)


def find_actor(names: Names, wanted: str) -> ox.NamedNode:
    """The one actor called ``wanted``.

    Raises:
        QueryError: If none or several are; the message has the nearest names, or the ids to choose from.
    """
    folded = fold(wanted.removeprefix("actor:").removeprefix(ACTOR))
    # A surname is no alias, but it is what people type: it will do where it is one actor's alone.
    found = names.called(folded) or _ending_in(names, folded)
    if len(found) == 1:
        return ox.NamedNode(ACTOR + next(iter(found)))
    if found:
        raise QueryError(
            f"'{wanted}' is the name of {len(found)} actors; give one id: {', '.join(sorted(found))}"
        )
    near = _nearest(names, wanted)
    hint = f"; did you mean {', '.join(near)}?" if near else ""
    raise QueryError(f"no actor '{wanted}' in this graph{hint}")


def _ending_in(names: Names, folded: str) -> set[str]:
    """The actors with a name whose last words are ``folded``."""
    return {each for name, each in names.pairs() if folded and name.endswith(" " + folded)}


def find_path(store: ox.Store, sparql: str, ends: Mapping[str, ox.NamedNode | ox.Literal]) -> Answer:
    """A shortest chain of affirmed ties between two actors, in either direction, with a quote for each step.

    Of equally short paths it is the one whose ties have most claims, then the smallest ids. ``sparql`` gives
    the evidence of one ``?tie``.
    """
    first, second = (str(ends[key].value) for key in ("first", "second"))
    steps = shortest_path(first, second, partial(_find_neighbours, store)) or []
    variables: tuple[str, ...] = ("step",)
    rows = []
    for number, (_, tie) in enumerate(steps, start=1):
        answer = ask(store, bind(sparql, {"tie": tie}), most=1)
        variables = ("step", *answer.variables)
        rows += [(ox.Literal(number), *row) for row in answer.rows]
    return Answer(variables=variables, rows=tuple(rows))


def _find_neighbours(store: ox.Store, front: Sequence[str]) -> Iterator[tuple[str, list[_Step]]]:
    """For each actor of ``front`` its neighbours by affirmed ties, those with most claims first."""
    ranked: dict[str, list[tuple[int, str, str, ox.NamedNode]]] = {}
    for begin in range(0, len(front), _MANY):
        here = " ".join(str(ox.NamedNode(each)) for each in front[begin : begin + _MANY])
        for row in ask(store, _TIES.replace("FRONT", here)).rows:
            actor, other, tie, claims = row
            if (
                isinstance(actor, ox.NamedNode)
                and isinstance(other, ox.NamedNode)
                and isinstance(tie, ox.NamedNode)
            ):
                count = int(claims.value) if isinstance(claims, ox.Literal) else 0
                ranked.setdefault(actor.value, []).append((-count, tie.value, other.value, tie))
    for each in front:
        found = sorted(ranked.get(each, ()), key=lambda step: step[:3])
        yield each, [(other, tie) for _, _, other, tie in found]


def _nearest(names: Names, wanted: str) -> list[str]:
    from rapidfuzz import fuzz, process

    ids: dict[str, set[str]] = {}
    for name, each in names.pairs():
        ids.setdefault(name, set()).add(each)
    found = process.extract(
        fold(wanted), sorted(ids), scorer=fuzz.WRatio, limit=_NEAREST * 2, score_cutoff=_ALIKE
    )
    return list(dict.fromkeys(each for name, _, _ in found for each in sorted(ids[name])))[:_NEAREST]
