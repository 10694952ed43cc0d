"""Composes the graph: readings resolved to actors, claims of them, ties of the claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from sociogram.extraction.reading import Reading
from sociogram.graph.claims import make_claims
from sociogram.graph.repeats import leave_out_repeats
from sociogram.graph.ties import make_ties
from sociogram.graph.unread import find_unread
from sociogram.graph.values import Graph, run_id, skipped_order
from sociogram.graph.worth import weigh_claims
from sociogram.model import Judgement, Skipped
from sociogram.resolve import resolve_actors

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists


class NeedsLists(Protocol):
    """What making a graph asks of the resources: the lists of well-known actors."""

    @property
    def lists(self) -> ActorLists:
        """The lists."""
        ...


def make_graph(
    readings: Iterable[Reading],
    skipped: Iterable[Skipped],
    resources: NeedsLists,
    judgements: Sequence[Judgement] = (),
) -> Graph:
    """The graph of ``readings``; neither their order nor that of ``skipped`` changes it.

    Of readings of the same document id only one is used.
    """
    by_id: dict[str, Reading] = {}
    left_out = list(skipped)
    for reading in sorted(
        readings, key=lambda one: (one.document.id, one.document.source, one.document.digest)
    ):
        document = reading.document
        if document.id in by_id:
            left_out.append(
                Skipped(document=document.id, stage="graph", reason="a document of this id was read already")
            )
            continue
        by_id[document.id] = reading
    kept, repeated = leave_out_repeats([by_id[each] for each in sorted(by_id)])
    left_out += repeated
    resolution = resolve_actors(kept, resources.lists, judgements)
    made = make_claims(kept, resolution, judgements)
    notes = [*made.skipped, *(skip for reading in kept for skip in reading.skipped)]
    unread = find_unread(kept, resolution, made.claims, notes)
    documents = unread.on(reading.document for reading in kept)
    left_out += resolution.skipped
    left_out += notes
    claims, ties = weigh_claims(made.claims, make_ties(made.claims, documents), resolution.actors, documents)
    return Graph(
        actors=resolution.actors,
        claims=claims,
        ties=ties,
        documents=documents,
        skipped=tuple(sorted(left_out, key=skipped_order)),
        unread=unread.sentences,
        run=run_id(documents),
    )
