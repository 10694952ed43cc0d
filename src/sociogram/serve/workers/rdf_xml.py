"""Triples that RDF/XML can hold: without the characters that XML forbids, with predicates that are names.

Oxigraph writes what it is given, so that a form feed of a document would make the whole answer unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from sociogram.serve.workers.jobs import RefusalError

# XML 1.0, 2.2: what is no Char. XML 1.0 has no way to write these, not even as a reference.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME_FROM_BEHIND = re.compile(r"[\w.-]*?[^\W\d]")
"""What an IRI must end with, read backwards, to be written as an element: a predicate is one in RDF/XML."""
Item = ox.Triple | ox.Quad


def replace_forbidden(text: str) -> str:
    """``text`` with U+FFFD for each character that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def iter_writable(items: Iterable[ox.Triple] | Iterable[ox.Quad]) -> Iterator[ox.Triple]:
    """The triples of ``items`` as RDF/XML can hold them; literals that it cannot hold are changed.

    Raises:
        RefusalError: If the IRI of a predicate ends with no name, and so can be no element.
    """
    for item in items:
        yield _writable(item)


def _writable(item: Item) -> ox.Triple:
    predicate = item.predicate.value
    if not _NAME_FROM_BEHIND.match(predicate[::-1]):
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
