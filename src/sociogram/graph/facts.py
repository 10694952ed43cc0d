"""Which ties are plain triples of RDF, and the coarse status of all; ``standing`` says how they stand, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sociogram.graph.values import Graph
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Claim, LiteralObject, Modality, Polarity, Tie

ESTABLISHED = frozenset({Modality.ASSERTED, Modality.REPORTED})
"""The modalities in which an affirming claim makes a tie a fact triple."""


def is_fact(claim: Claim) -> bool:
    """Whether ``claim`` affirms its tie as asserted or reported, and its object is more than mere words."""
    words = isinstance(claim.object, LiteralObject) and claim.object.kind == "Text"
    return claim.polarity is Polarity.AFFIRMED and claim.modality in ESTABLISHED and not words


def tie_status(tie: Tie, claims: Iterable[Claim]) -> str:
    """How a tie stands: ``established`` (a fact), ``disputed`` (a fact that others deny), else how it is held.

    A tie that is no fact is ``denied``, ``alleged``, ``intended`` …, or several of them: ``alleged, denied``.
    """
    every = list(claims)
    if any(is_fact(claim) for claim in every):
        return "disputed" if tie.denied else "established"
    held = {"denied" if one.polarity is Polarity.DENIED else one.modality.value for one in every}
    return ", ".join(sorted(held))


def iter_facts(graph: Graph) -> Iterator[tuple[str, str, str | LiteralObject]]:
    """Subject, relation and object of the ties that are facts, each once, in the order of the ties.

    A symmetric relation is given both ways, so that a query need not know the order of the ends.
    """
    ontology = load_ontology()
    seen: set[tuple[str, str, str | LiteralObject]] = set()
    for tie in graph.ties:
        statement = tie.subject, tie.relation, tie.object
        if statement not in seen and any(is_fact(claim) for claim in graph.claims_of(tie)):
            seen.add(statement)
            yield statement
            if isinstance(tie.object, str) and ontology.is_symmetric(tie.relation):
                yield tie.object, tie.relation, tie.subject
