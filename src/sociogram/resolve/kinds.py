"""Families of kinds: names of different families are, as a rule, different actors."""

from __future__ import annotations

from collections import Counter
from functools import cache

from sociogram.knowledge.ontology import load_ontology

FAMILIES = ("Person", "Organization", "Country", "Place", "Collective", "Post", "Work", "Event", "Law",
            "Programme", "Product", "Topic")  # fmt: skip
"""Classes of the ontology that part names, the first that fits."""
VALUES = frozenset({"Date", "Quantity", "Money", "Text"})
"""Kinds of mentions that are literals and never actors."""


@cache
def family(kind: str) -> str:
    """The class of ``FAMILIES`` that ``kind`` is or lies under; ``Place`` for a country; else ``Thing``."""
    ontology = load_ontology()
    for name in FAMILIES:
        if ontology.is_a(kind, name):
            return "Place" if name == "Country" else name
    return "Thing"


def vote_kind(kinds: Counter[str]) -> str:
    """The commonest kind, made more specific where a part of the votes is: Company for Organization."""
    ontology = load_ontology()
    known = {kind: count for kind, count in kinds.items() if kind != "Thing"}
    if not known:
        return "Thing"
    best = min(known, key=lambda kind: (-known[kind], kind))
    below = [kind for kind in known if kind != best and ontology.is_a(kind, best)]
    while below:
        best = min(below, key=lambda kind: (-known[kind], kind))
        below = [kind for kind in known if kind != best and ontology.is_a(kind, best)]
    return best
