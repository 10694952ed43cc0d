"""Terms of answers as values of JSON: SPARQL 1.1 Query Results JSON Format, with what SPARQL 1.2 adds to it.

https://www.w3.org/TR/sparql12-results-json/: triple terms, and the direction of a text in a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pyoxigraph as ox

from sociogram.knowledge.namespaces import XSD

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_STRING = XSD + "string"
_PARTS = ("subject", "predicate", "object")


def json_row(variables: Sequence[str], row: Iterable[Term | None]) -> dict[str, Any]:
    """A solution: the terms of ``row`` by ``variables``, without those that are unbound."""
    return {name: json_term(term) for name, term in zip(variables, row, strict=True) if term is not None}


def json_term(term: Term) -> dict[str, Any]:
    """A term: its type, its value, and for a literal its language and direction, or its datatype."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        return {"type": "triple", "value": {name: json_term(getattr(term, name)) for name in _PARTS}}
    found = {"type": "literal", "value": term.value}
    if term.language is not None:
        found["xml:lang"] = term.language
        if term.direction is not None:
            found["its:dir"] = term.direction.value
    elif term.datatype.value != _STRING:
        found["datatype"] = term.datatype.value
    return found
