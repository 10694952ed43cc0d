"""Composes the graph: readings resolved to actors, claims of them, ties of the claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from sociogram.extraction.reading import Reading
from sociogram.graph.claims import make_claims
from sociogram.graph.isolation import NO_DOCUMENTS_FAULT, leave_out_failing
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
    *,
    prove: Callable[[Graph], object] | None = None,
) -> Graph:
    """The graph of ``readings``; neither their order nor that of ``skipped`` changes it.

    Of readings of the same document id only one is used. A document that cannot be joined with the others, or with
    which ``prove`` fails on the graph, is left out, and ``Graph.skipped`` has why.
    """
    single, left_out = _by_id(readings, skipped)

    def make(kept: Sequence[Reading]) -> Graph:
        graph = _compose(kept, left_out, resources, judgements)
        if prove is not None:
            prove(graph)
        return graph

    try:
        return make(single)
    except NO_DOCUMENTS_FAULT:
        raise
    except Exception as error:
        failed = error
    # Not among the handlers, so that no traceback tells of this failure too.
    kept, failures = leave_out_failing(single, make, failed)
    left_out += failures
    return make(kept)


def _by_id(readings: Iterable[Reading], skipped: Iterable[Skipped]) -> tuple[list[Reading], list[Skipped]]:
    """One reading for each id, by the ids, and what was skipped, with the documents that failed before."""
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
    left_out += [reading.failure for reading in by_id.values() if reading.failure]
    return [by_id[each] for each in sorted(by_id) if not by_id[each].failure], left_out


def _compose(
    single: Sequence[Reading],
    skipped: Iterable[Skipped],
    resources: NeedsLists,
    judgements: Sequence[Judgement],
) -> Graph:
    kept, repeated = leave_out_repeats(single)
    left_out = [*skipped, *repeated]
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
