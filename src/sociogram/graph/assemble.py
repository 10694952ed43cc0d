"""Composes the graph: readings resolved to actors, claims of them, ties of the claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from sociogram.extraction.reading import DocumentRecord, Reading
from sociogram.graph.given import GivenReading, HeldReading, Outlines
from sociogram.graph.isolation import NO_DOCUMENTS_FAULT, leave_out_failing
from sociogram.graph.repeats import leave_out_repeats
from sociogram.graph.reviews import Reviews
from sociogram.graph.ties import make_ties
from sociogram.graph.told import Keeper, Teller, Told
from sociogram.graph.unread import UnreadSentence
from sociogram.graph.values import Graph, run_id, skipped_order
from sociogram.graph.worth import weigh_claims
from sociogram.model import Claim, Judgement, Skipped
from sociogram.resolve import Mentions, Resolution, find_places, resolve_actors

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
    """The graph of ``readings``, which are in memory; see ``join_readings``."""
    return join_readings(map(HeldReading, readings), skipped, resources, judgements)


def join_readings(
    given: Iterable[GivenReading],
    skipped: Iterable[Skipped],
    resources: NeedsLists,
    judgements: Sequence[Judgement] = (),
    *,
    prove: Callable[[Graph], object] | None = None,
    keeper: Keeper | None = None,
) -> Graph:
    """The graph of what documents gave; neither its order nor that of ``skipped`` changes it, nor what ``keeper`` has.

    Of readings of the same document id only one is used. A document that cannot be joined with the others, or with
    which ``prove`` fails on the graph, is left out, and ``Graph.skipped`` has why.
    """
    single, left_out = _by_id(given, skipped)

    def make(kept: Sequence[GivenReading]) -> Graph:
        graph = _compose(kept, left_out, resources, judgements, keeper)
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


def _by_id(
    given: Iterable[GivenReading], skipped: Iterable[Skipped]
) -> tuple[list[GivenReading], list[Skipped]]:
    """One reading for each id, by the ids, and what was skipped, with the documents that failed before."""
    by_id: dict[str, GivenReading] = {}
    left_out = list(skipped)
    for reading in sorted(given, key=lambda one: (one.document.id, one.document.source, one.document.digest)):
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
    single: Sequence[GivenReading],
    skipped: Iterable[Skipped],
    resources: NeedsLists,
    judgements: Sequence[Judgement],
    keeper: Keeper | None,
) -> Graph:
    kept, repeated = leave_out_repeats(single)
    resolution, reviews = _resolve(kept, resources, judgements), Reviews(judgements)
    all_told = _AllTold(resolution)
    teller = Teller(resolution, reviews, keeper)
    for each in kept:
        all_told.add(each.document, teller.tell(each))
    actors, documents = all_told.mentions.actors(), tuple(all_told.documents)
    ties = make_ties(all_told.claims, documents, all_told.ties)
    claims, ties = weigh_claims(all_told.claims, ties, actors, documents)
    left_out = [*skipped, *repeated, *resolution.skipped, *all_told.skipped, *reviews.unmet()]
    return Graph(
        actors=actors,
        claims=claims,
        ties=ties,
        documents=documents,
        skipped=tuple(sorted(left_out, key=skipped_order)),
        unread=tuple(all_told.unread),
        run=run_id(documents),
    )


def _resolve(
    kept: Sequence[GivenReading], resources: NeedsLists, judgements: Sequence[Judgement]
) -> Resolution:
    by_id = {each.document.id: each for each in kept}
    places = find_places(judgements, lambda document: by_id[document].load() if document in by_id else None)
    return resolve_actors(Outlines(kept), resources.lists, judgements, places)


class _AllTold:
    """What documents tell of the actors of ``resolution``, given one after the other in the order of their ids."""

    def __init__(self, resolution: Resolution) -> None:
        self.mentions = Mentions(resolution)
        self.claims: list[Claim] = []
        self.ties: list[str] = []
        self.skipped: list[Skipped] = []
        self.unread: list[UnreadSentence] = []
        self.documents: list[DocumentRecord] = []

    def add(self, document: DocumentRecord, told: Told) -> None:
        """Take what the next document tells."""
        self.mentions.add(told.mentions)
        self.claims += told.claims
        self.ties += told.ties
        self.skipped += told.skipped
        self.unread += told.unread
        self.documents.append(replace(document, coverage=told.coverage))
