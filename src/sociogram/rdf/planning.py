"""How a named question is put to Oxigraph so that it answers soon; the answer is the same.

Two things cost most in a question about a whole case, and both are Oxigraph's way over a store on disk
(measured: docs/performance.md). It looks up each property of each claim for itself, some 5 µs a look-up, where
reading all values of the property and joining them by hash takes a tenth; and it sorts by terms that it reads
from the disk at every comparison. So questions that say ``# plan: columns`` are rewritten to join whole columns,
and the rows of all are sorted here.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from sociogram.knowledge.namespaces import XSD
from sociogram.rdf.ask import Answer, ask

if TYPE_CHECKING:
    from collections.abc import Sequence

_ONE = r"(?:\w+:[\w/:]+ (?:\?\w+|\w+:\w+)|a \w+:\w+)"
"""A property of our own prefixes with a variable or a prefixed name as its value."""
_TRIPLES = re.compile(rf"(\?\w+)((?:\s+{_ONE} ?;)*\s+{_ONE})(?= ?[.}}])")
"""A subject with all its properties: ``?claim a soc:Claim ; rdf:subject ?s ; rdf:object ?o .``"""
_PROPERTY = re.compile(r"(a|\w+:[\w/:]+) (\?\w+|\w+:\w+)")
"""``_ONE``, taken apart: property and value."""
_ORDER = re.compile(r"ORDER BY((?:\s+(?:\?\w+|DESC\(\?\w+\)))+)\s*\Z")
"""The order at the end of a query, by variables alone."""
_KEY = re.compile(r"(DESC\()?\?(\w+)")
"""One variable of an order, and whether it falls."""
_VARIABLE = re.compile(r"\?(\w+)")
_COLUMN = "{{ SELECT {variables} {{ {subject} {property} {value} }} LIMIT 1000000000 }}"
"""Oxigraph evaluates a part with a ``LIMIT`` once and joins it by hash; none is as long as that."""
_STRING = XSD + "string"
_DATE = XSD + "date"
_FULL_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A date that sorts as its text does."""
_NUMERAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
"""A number that ``Decimal`` reads as XML Schema does."""
_INTEGER = XSD + "integer"
_NUMBERS = frozenset({_INTEGER, XSD + "decimal"})
"""The types of numbers that our graphs have."""

Term = ox.NamedNode | ox.BlankNode | ox.Literal | None


def ask_planned(store: ox.Store, sparql: str, *, columns: bool = False, most: int | None = None) -> Answer:
    """What ``ask`` answers to ``sparql``, a named question, sooner.

    Rows that its order leaves equal stand in the order of all their terms. With ``columns`` each property is read as a
    whole: quicker for a question about much of the case, slower for one about a few claims.

    Raises:
        QueryError: As ``ask`` does.
    """
    planned = join_columns(sparql) if columns else sparql
    order = _ORDER.search(planned)
    if order is None:
        return ask(store, planned, most=most)
    keys = [(match[2], bool(match[1])) for match in _KEY.finditer(order[1])]
    selected, hidden = _with_keys(planned[: order.start()], keys)
    answer = ask(store, selected)
    rows = _sort(answer, keys)
    if rows is None:
        return ask(store, planned, most=most)
    shown = len(answer.variables) - hidden
    return Answer(variables=answer.variables[:shown], rows=tuple(row[:shown] for row in rows[:most]))


def _with_keys(sparql: str, keys: Sequence[tuple[str, bool]]) -> tuple[str, int]:
    """``sparql`` with those variables of its order selected last that it does not select, and their number."""
    head, where, pattern = sparql.partition(" WHERE {")
    known = set(_VARIABLE.findall(head))
    hidden = [name for name, _ in keys if name not in known]
    return "".join([head, *(f" ?{name}" for name in hidden), where, pattern]), len(hidden)


def join_columns(sparql: str) -> str:
    """``sparql``, whose triples in its pattern are each read as a whole column; paths ``a/b`` are two of them."""
    head, where, pattern = sparql.partition("WHERE {")
    between = 0

    def read_column(subject: str, step: str, value: str) -> str:
        variables = f"{subject} {value}" if value.startswith("?") else subject
        return _COLUMN.format(variables=variables, subject=subject, property=step, value=value)

    def read_columns(triples: re.Match[str]) -> str:
        nonlocal between
        columns = []
        for path, value in _PROPERTY.findall(triples[2]):
            *inner, last = path.split("/")
            subject = triples[1]
            for step in inner:
                between += 1
                columns.append(read_column(subject, step, f"?between{between}"))
                subject = f"?between{between}"
            columns.append(read_column(subject, last, value))
        return " ".join(columns)

    return head + where + _TRIPLES.sub(read_columns, pattern)


def _sort(answer: Answer, keys: Sequence[tuple[str, bool]]) -> tuple[tuple[Term, ...], ...] | None:
    """The rows in SPARQL's order, or nothing where a key has terms of which only Oxigraph knows the order."""
    columns = []
    for name, descending in keys:
        place = answer.variables.index(name)
        column = [_rank(row[place]) for row in answer.rows]
        kinds = {rank[0] for rank in column}
        if kinds - _KNOWN or len(kinds & _LITERALS) > 1 or (descending and kinds != {_NUMBER}):
            return None
        columns.append([(kind, -value) for kind, value in column] if descending else column)
    ranked = sorted(zip(*columns, answer.rows, strict=True), key=lambda row: row[:-1])
    rows: list[tuple[Term, ...]] = []
    for _, equal in groupby(ranked, key=lambda row: row[:-1]):
        same = [row[-1] for row in equal]
        rows += sorted(same, key=lambda row: tuple(map(str, row))) if len(same) > 1 else same
    return tuple(rows)


_UNBOUND, _IRI, _NUMBER, _TEXT, _DAY, _OTHER = range(6)
_LITERALS = frozenset({_NUMBER, _TEXT, _DAY})
"""Ranks of literals whose order we know to be that of Oxigraph."""
_KNOWN = _LITERALS | {_UNBOUND, _IRI}
"""Ranks of terms whose order we know; with any other term the store sorts itself."""


def _rank(term: Term) -> tuple[int, Any]:
    """SPARQL 1.1, 15.1: what is unbound comes first, then IRIs, then literals; strings by their code points."""
    if term is None:
        return _UNBOUND, ""
    value = term.value
    if isinstance(term, ox.NamedNode):
        return _IRI, value
    kind = term.datatype.value if isinstance(term, ox.Literal) else ""
    if kind == _STRING:
        return _TEXT, value
    if kind in _NUMBERS and _NUMERAL.fullmatch(value):
        return _NUMBER, int(value) if kind == _INTEGER else Decimal(value)
    if kind == _DATE and _FULL_DATE.fullmatch(value):
        return _DAY, value
    return _OTHER, value
