"""The nodes and literals that quads are made of: IRIs of ours, text, dates and numbers."""

from __future__ import annotations

import re
from functools import lru_cache

import pyoxigraph as ox

from sociogram.knowledge.namespaces import ACTOR, SOC, XSD
from sociogram.model import LiteralObject

_NOT_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\%#?]')
"""What cannot stand in the last part of an IRI of ours: controls, spaces, ``<>"{}|^`\\`` (RFC 3987), and
``%``, ``#``, ``?``, which mean something there."""
_DATES = (
    (re.compile(r"-?\d{4}-\d\d-\d\d"), ox.NamedNode(XSD + "date")),
    (re.compile(r"-?\d{4}-\d\d"), ox.NamedNode(XSD + "gYearMonth")),
    (re.compile(r"-?\d{4}"), ox.NamedNode(XSD + "gYear")),
)
"""Forms of ISO 8601 and their types in XML Schema; other dates stay text."""
_DECIMAL = ox.NamedNode(XSD + "decimal")
Term = ox.NamedNode | ox.Literal


def named(namespace: str, name: str) -> ox.NamedNode:
    """The IRI of a word of a vocabulary, whose ``name`` any IRI can hold."""
    return ox.NamedNode(namespace + name)


@lru_cache(maxsize=1024)
def soc(name: str) -> ox.NamedNode:
    """A word of our own vocabulary."""
    return ox.NamedNode(SOC + name)


@lru_cache(maxsize=65536)
def iri(namespace: str, name: str) -> ox.NamedNode:
    """An IRI of ours; what an IRI cannot hold is percent-encoded (RFC 3987)."""
    if _NOT_IRI.search(name):
        name = _NOT_IRI.sub(lambda found: f"%{ord(found.group()):02X}", name)
    return ox.NamedNode(namespace + name.encode("utf-8", "replace").decode("utf-8"))


def as_text(value: str) -> ox.Literal:
    """``value`` as a plain literal."""
    try:
        return ox.Literal(value)
    except ValueError:  # a lone surrogate, which no RDF can hold
        return ox.Literal(value.encode("utf-8", "replace").decode("utf-8"))


def as_date(value: str) -> ox.Literal:
    """An ISO date with its type in XML Schema; any other words as text."""
    for pattern, datatype in _DATES:
        if pattern.fullmatch(value):
            return ox.Literal(value, datatype=datatype)
    return as_text(value)


@lru_cache(maxsize=4096)
def as_number(value: float) -> ox.Literal:
    """A whole number as an integer, any other as a decimal of six places."""
    if value == int(value):
        return ox.Literal(int(value))
    return ox.Literal(f"{value:.6f}".rstrip("0"), datatype=_DECIMAL)


def as_object(target: str | LiteralObject) -> Term:
    """The object of a claim or tie: a literal, or the IRI of the actor of that id."""
    if isinstance(target, LiteralObject):
        return as_date(target.value) if target.kind == "Date" else as_text(target.value)
    return iri(ACTOR, target)
