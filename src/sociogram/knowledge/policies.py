"""What is kept of a relation between two ends: asked for mentions as they are found, and again for actors.

A sentence shows the kinds of its own mentions; all documents together show those of the actors. So the same gate
stands twice, in ``extraction.nouns`` and in ``graph.claims``, and both ask here, in a room that both may import.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from typing import TypeVar

from sociogram.knowledge.ontology import Relation

Item = TypeVar("Item")
UNKNOWN_KIND = "Thing"
"""The kind of a mention that may turn out to be of any kind."""


def turned_relation(relation: Relation | None, *, both_actors: bool) -> str | None:
    """The relation that says the same from the other end, where graphs keep that one; the ends change places then.

    Only where both ends are actors: what is no actor is no subject.
    """
    return relation.stored_as if relation is not None and both_actors else None


def admits(
    relation: Relation, subject_kind: str, object_kinds: Collection[str], *, unknown: bool = False
) -> bool:
    """Whether domain and range admit the ends; an object may count as several kinds.

    With ``unknown``, an end of ``UNKNOWN_KIND`` is admitted everywhere, for it is asked about again.
    """
    if unknown and (subject_kind == UNKNOWN_KIND or UNKNOWN_KIND in object_kinds):
        return True
    return subject_kind in relation.subject_kinds and not relation.object_kinds.isdisjoint(object_kinds)


def without_restated(
    found: Collection[Item],
    pair: Callable[[Item], Hashable | None],
    *,
    learned: Callable[[Item], bool],
    says: Callable[[Item], bool],
) -> list[Item]:
    """``found`` without learned relations between two of whom a rule says something already.

    Args:
        found: The relations.
        pair: What tells the two apart from all other pairs, and where; ``None`` for what is no pair.
        learned: Whether a model found it, not a rule.
        says: Whether a rule that found it says enough to leave nothing to be learned.
    """
    said = {pair(one) for one in found if not learned(one) and says(one)} - {None}
    return [one for one in found if not learned(one) or pair(one) not in said]
