"""Colours of kinds and relations, the same in every picture."""

from __future__ import annotations

from functools import cache

from sociogram.ontology import load_ontology

# Okabe and Ito (2008): eight colours that the colour-blind can tell apart.
_KINDS = {
    "Person": "#0072B2",
    "Organization": "#D55E00",
    "Country": "#009E73",
    "Place": "#56B4E9",
    "Collective": "#E69F00",
    "Work": "#CC79A7",
    "Event": "#B8A800",
}
_OTHER = "#7F7F7F"
_SENTIMENTS = {
    "support": "#009E73",
    "conflict": "#C0392B",
    "money": "#B8860B",
    "family": "#CC79A7",
    "office": "#0072B2",
}


@cache
def kind_colour(kind: str) -> str:
    """The colour of actors of ``kind``, as ``#RRGGBB``."""
    return _KINDS.get(kind_group(kind), _OTHER)


@cache
def kind_group(kind: str) -> str:
    """The class that gives ``kind`` its colour, or "other"."""
    ontology = load_ontology()
    return next((ancestor for ancestor in _KINDS if ontology.is_a(kind, ancestor)), "other")


@cache
def relation_colour(relation: str) -> str:
    """The colour of ties of ``relation``, by its sentiment class, as ``#RRGGBB``."""
    known = load_ontology().relations.get(relation)
    return _SENTIMENTS.get(known.sentiment, _OTHER) if known else _OTHER


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of ``#RRGGBB``, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
