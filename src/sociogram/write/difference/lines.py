"""A difference as JSON Lines: one change a line, with the records of both sides.

    {"change": "came|went|changed", "what": "actor|tie|claim|document", "id": "…", "fields": […],
     "minor": false, "before": {record} or null, "after": {record} or null, …}

Records are those of the case's own JSON Lines files. Actors also have ``into``, ``parted_from``,
``given`` and ``taken``; ties ``standing`` (``fact``, ``disputed``, ``denied`` on either side), ``into``
and ``parted_from``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from sociogram.graph.records import actor_record, claim_record, document_record, tie_record
from sociogram.write.files.json_lines import json_line

if TYPE_CHECKING:
    from sociogram.compare import ActorChange, Difference, Standing, TieChange
    from sociogram.graph.values import Graph
    from sociogram.model import Claim

Record = dict[str, Any]


def iter_lines(difference: Difference) -> Iterator[str]:
    """One line a change: actors, ties, claims, documents, each in the order of the difference."""
    yield from map(json_line, iter_changes(difference))


def iter_changes(difference: Difference) -> Iterator[Record]:
    """The records of the changes."""
    for actor in difference.actors:
        yield _record("actor", actor, actor_record, actor_record) | _turns(actor)
    for tie in difference.ties:
        yield _record("tie", tie, tie_record, tie_record) | _standing(tie)
    before, after = _claim_records(difference.before), _claim_records(difference.after)
    for claim in difference.claims:
        yield _record("claim", claim, before, after)
    for document in difference.documents:
        yield _record("document", document, document_record, document_record)


def _record(
    what: str, change: Any, before: Callable[[Any], Record], after: Callable[[Any], Record]
) -> Record:
    return {
        "change": change.kind,
        "what": what,
        "id": change.id,
        "fields": list(change.fields),
        "minor": change.minor,
        "before": None if change.before is None else before(change.before),
        "after": None if change.after is None else after(change.after),
    }


def _claim_records(graph: Graph) -> Callable[[Claim], Record]:
    from sociogram.knowledge.ontology import load_ontology

    labels = {relation.id: relation.label for relation in load_ontology().relations.values()}
    return lambda claim: claim_record(graph, claim, labels)


def _turns(change: ActorChange) -> Record:
    return {
        "into": change.into,
        "parted_from": change.parted_from,
        "given": dict(change.given),
        "taken": dict(change.taken),
    }


def _standing(change: TieChange) -> Record:
    sides = {"before": change.standing_before, "after": change.standing_after}
    return {
        "standing": {side: _standing_record(standing) for side, standing in sides.items()},
        "into": change.into,
        "parted_from": change.parted_from,
    }


def _standing_record(standing: Standing | None) -> Record | None:
    if standing is None:
        return None
    return {"fact": standing.fact, "disputed": standing.disputed, "denied": standing.denied}
