"""Triples that RDF/XML can hold: without the characters that XML forbids, with predicates that are names.

Oxigraph writes what it is given, so that a form feed of a document would make the whole answer unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from xml.parsers import expat

import pyoxigraph as ox

from sociogram.serve.workers.jobs import RefusalError

# XML 1.0, 2.2: what is no Char. XML 1.0 has no way to write these, not even as a reference.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ANY = ox.NamedNode("urn:any")
_KNOWN_PREDICATES = 4096
"""Predicates of which it is remembered whether they can be written; a case has some dozens."""
Item = ox.Triple | ox.Quad


def replace_forbidden(text: str) -> str:
    """``text`` with U+FFFD for each character that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def iter_writable(items: Iterable[ox.Triple] | Iterable[ox.Quad]) -> Iterator[ox.Triple]:
    """The triples of ``items`` as RDF/XML can hold them; literals that it cannot hold are changed.

    Raises:
        RefusalError: If the IRI of a predicate can be no name of an element.
    """
    for item in items:
        yield _writable(item)


def _writable(item: Item) -> ox.Triple:
    predicate = item.predicate.value
    if not _is_writable(predicate):
        raise RefusalError(406, f"RDF/XML has no way to write the predicate {predicate}; accept text/turtle")
    return ox.Triple(item.subject, item.predicate, _term(item.object))


def _term(
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple,
) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple:
    if isinstance(term, ox.Triple):
        return _writable(term)
    if not isinstance(term, ox.Literal) or not _FORBIDDEN.search(term.value):
        return term
    clean = replace_forbidden(term.value)
    if term.language is not None:
        return ox.Literal(clean, language=term.language, direction=term.direction)
    return ox.Literal(clean, datatype=term.datatype)


@lru_cache(maxsize=_KNOWN_PREDICATES)
def _is_writable(predicate: str) -> bool:
    """Whether what Oxigraph writes for ``predicate`` is well-formed, and is read as the same.

    Which characters a name may have is not the same in all editions of XML 1.0, for Oxigraph, and for readers; Expat,
    which many of them rest on, is the strictest.
    """
    triple = ox.Triple(_ANY, ox.NamedNode(predicate), _ANY)
    try:
        content = ox.serialize([triple], format=ox.RdfFormat.RDF_XML) or b""
        expat.ParserCreate(namespace_separator=" ").Parse(content, True)
        return [quad.triple for quad in ox.parse(content, format=ox.RdfFormat.RDF_XML)] == [triple]
    except (expat.ExpatError, SyntaxError, ValueError, OSError):
        return False
