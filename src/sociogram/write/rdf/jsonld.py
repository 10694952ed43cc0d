"""JSON-LD 1.1: one node object for each subject of each named graph, IRIs made short by a context."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox

from sociogram.knowledge.namespaces import PREFIXES, RDF, XSD

_TYPE = RDF + "type"
_NATIVE = {XSD + "integer": int}
"""Datatypes whose values JSON can hold so that the same literal comes back; a decimal would come back a double."""
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))
"""The longest namespace first, since one may begin another."""


def iter_json(quads: Iterable[ox.Quad]) -> Iterator[str]:
    """The document in pieces; quads of one graph and one subject should follow one another."""
    yield '{"@context": ' + json.dumps(PREFIXES) + ',\n"@graph": [\n'
    between = ""
    for place, members in groupby(quads, key=lambda quad: quad.graph_name):
        head = {} if isinstance(place, ox.DefaultGraph) else {"@id": _short(place)}
        yield between + json.dumps(head, ensure_ascii=False)[:-1] + (", " if head else "") + '"@graph": [\n'
        nodes = groupby(members, key=lambda quad: quad.subject)
        for number, (subject, about) in enumerate(nodes):
            yield (",\n" if number else "") + json.dumps(_node(subject, about), ensure_ascii=False)
        yield "\n]}"
        between = ",\n"
    yield "\n]}\n"


def _node(subject: ox.NamedNode | ox.BlankNode | ox.Triple, about: Iterable[ox.Quad]) -> dict[str, object]:
    node: dict[str, object] = {"@id": _short(subject)}
    for quad in about:
        is_type = quad.predicate.value == _TYPE
        key = "@type" if is_type else _short(quad.predicate)
        value: object = _short(quad.object) if is_type else _value(quad.object)
        known = node.get(key)
        if known is None:
            node[key] = value
        elif isinstance(known, list):
            known.append(value)
        else:
            node[key] = [known, value]
    return node


def _value(term: object) -> object:
    if not isinstance(term, ox.Literal):
        return {"@id": _short(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == XSD + "string":
        return term.value
    if datatype in _NATIVE and str(int(term.value)) == term.value:
        return int(term.value)
    return {"@value": term.value, "@type": _short(term.datatype)}


def _short(term: object) -> str:
    """A compact IRI, or the IRI itself where a compact one could be read as another IRI."""
    if not isinstance(term, ox.NamedNode):
        return str(term)
    for prefix, namespace in _BY_LENGTH:
        if term.value.startswith(namespace):
            local = term.value[len(namespace) :]
            return f"{prefix}:{local}" if not local.startswith("//") else term.value
    return term.value
