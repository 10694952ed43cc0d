"""What else a predicate tells, beside the two ends of a relation: its roles, by their grammar and their kind."""

from __future__ import annotations

from collections.abc import Iterator

from sociogram.extraction.verbs.roles import Roles
from sociogram.knowledge.ontology import Ontology
from sociogram.model import Proposition, Role, Span

BY_ROLE = {"subject": "agent", "object": "patient", "indirect": "recipient"}
BY_PREPOSITION = {
    "to": "recipient", "with": "companion", "from": "source", "about": "topic", "on": "topic", "over": "topic",
    "in": "place", "at": "place", "near": "place", "by": "agent", "through": "instrument", "via": "instrument",
    "during": "time", "after": "time", "before": "time", "since": "time", "until": "time",
}  # fmt: skip
"""The role that a preposition most often brings in; by the kind of what it brings in it may be another."""
BY_KIND = {"Date": "time", "Money": "amount", "Quantity": "amount"}
"""Kinds that tell the role whatever the preposition."""


def find_parts(proposition: Proposition, roles: Roles, ontology: Ontology) -> tuple[Role, ...]:
    """The roles of the arguments of ``proposition``, each once, in the order of its arguments."""
    kinds = {argument.head: argument.kind for arguments in roles.values() for argument in arguments}
    return tuple(dict.fromkeys(_parts(proposition, kinds, ontology)))


def _parts(proposition: Proposition, kinds: dict[int, str], ontology: Ontology) -> Iterator[Role]:
    for argument in proposition.arguments:
        kind = kinds.get(argument.head, "")
        name = (
            BY_KIND.get(kind) or BY_ROLE.get(argument.role) or _by_preposition(argument.role, kind, ontology)
        )
        yield Role(name=name, span=argument.span)


def _by_preposition(role: str, kind: str, ontology: Ontology) -> str:
    preposition = role.removeprefix("prep:").rpartition(" ")[2]
    name = BY_PREPOSITION.get(preposition, "other") if role.startswith("prep:") else "other"
    actor = bool(kind) and kind in ontology.classes and ontology.is_a(kind, "Actor")
    if name == "companion" and not actor:
        return "instrument"
    if name == "place" and kind and kind in ontology.classes and not ontology.is_a(kind, "Place") and actor:
        return "other"
    if name == "recipient" and not actor:
        return "other"
    if name == "topic" and preposition == "on" and kind in ontology.classes and ontology.is_a(kind, "Place"):
        return "place"
    return name


def other_parts(parts: tuple[Role, ...], ends: tuple[Span, ...]) -> tuple[Role, ...]:
    """``parts`` without those that lie in one of the ``ends``."""
    return tuple(
        part
        for part in parts
        if not any(start <= part.span[0] and part.span[1] <= end for start, end in ends)
    )
