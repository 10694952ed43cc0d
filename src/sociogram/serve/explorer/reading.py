"""What the reading room asks of a whole case: one document with all its claims, the list of documents, the queue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sociogram.graph.gravity import gravity_of, review_order
from sociogram.graph.values import Graph
from sociogram.serve.explorer.whole_case import WholeCase
from sociogram.write.explorer.data import iter_data
from sociogram.write.explorer.reading import mark_columns, topic_number

MOST_QUEUED = 2000
"""Claims of the queue that are given out at once; how many there are in all is told."""


class ReadingDesk:
    """The documents of one state of a case as they are read."""

    def __init__(self, whole: WholeCase) -> None:
        self._whole = whole
        self._queue: list[tuple[str, str, int]] | None = None
        self._claims: dict[str, list[int]] | None = None
        self._actors: dict[str, list[int]] | None = None

    def document(self, document: str, served: Mapping[str, Any]) -> str | None:
        """The data of one document in the page's format, with all its claims and actors; nothing for an unknown id."""
        number = self._whole.document_numbers.get(document)
        if number is None:
            return None
        graph = self._whole.graph
        claims = [graph.claims[each] for each in self._claims_of().get(document, ())]
        wanted = set(self._actors_of().get(document, ()))
        ids = {end for claim in claims for end in (claim.subject, claim.object, *claim.asserters)}
        wanted |= {self._whole.actor_numbers[each] for each in ids if each in self._whole.actor_numbers}
        chosen = sorted(wanted)
        actors = [
            replace(
                graph.actors[each],
                mentions=tuple(one for one in graph.actors[each].mentions if one.document == document),
            )
            for each in chosen
        ]
        own = {claim.id for claim in claims}
        ties = [
            replace(graph.ties[each], claims=tuple(one for one in graph.ties[each].claims if one in own))
            for each in sorted(
                {self._whole.tie_of_claim[one] for one in own if one in self._whole.tie_of_claim}
            )
        ]
        part = Graph(
            actors=tuple(actors),
            claims=tuple(claims),
            ties=tuple(ties),
            documents=(graph.documents[number],),
            run=graph.run,
        )
        # `iter_data` leaves out what a server gives elsewhere; the marks of this one document belong to it.
        return "".join(
            iter_data(
                part,
                [part.documents[0].characters],
                self._whole.picture.of(chosen),
                {**served, **_totals(graph)},
                marks=mark_columns(part),
            )
        )

    def documents(self) -> dict[str, list[Any]]:
        """All documents in columns: what they are, how many claims each has, how many of these nobody reviewed."""
        graph = self._whole.graph
        counts = Counter(claim.evidence.document for claim in graph.claims)
        open_ = Counter(claim.evidence.document for claim in graph.claims if claim.review is None)
        return {
            "id": [each.id for each in graph.documents],
            "title": [each.title or "" for each in graph.documents],
            "publisher": [each.publisher or "" for each in graph.documents],
            "published": [each.published or "" for each in graph.documents],
            "claims": [counts[each.id] for each in graph.documents],
            "unreviewed": [open_[each.id] for each in graph.documents],
        }

    def documents_of(self, actor: str) -> list[str]:
        """The ids of the documents that mention an actor."""
        number = self._whole.actor_numbers.get(actor)
        if number is None:
            return []
        return sorted({mention.document for mention in self._whole.graph.actors[number].mentions})

    def queue(self) -> dict[str, Any]:
        """The grave claims that nobody reviewed, the gravest first: ids, documents, topics by number, and how many."""
        if self._queue is None:
            found = [
                (review_order(claim, topic), claim)
                for claim in self._whole.graph.claims
                if claim.review is None and (topic := gravity_of(claim)) is not None
            ]
            found.sort(key=lambda each: each[0])
            self._queue = [(claim.id, claim.evidence.document, topic_number(claim)) for _, claim in found]
        shown = self._queue[:MOST_QUEUED]
        return {
            "total": len(self._queue),
            "claim": [each[0] for each in shown],
            "document": [each[1] for each in shown],
            "topic": [each[2] for each in shown],
        }

    def _claims_of(self) -> dict[str, list[int]]:
        """The numbers of each document's claims; found once."""
        if self._claims is None:
            self._claims = {}
            for number, claim in enumerate(self._whole.graph.claims):
                self._claims.setdefault(claim.evidence.document, []).append(number)
        return self._claims

    def _actors_of(self) -> dict[str, list[int]]:
        """The numbers of the actors that each document mentions; found once."""
        if self._actors is None:
            self._actors = {}
            for number, actor in enumerate(self._whole.graph.actors):
                for document in {mention.document for mention in actor.mentions}:
                    self._actors.setdefault(document, []).append(number)
        return self._actors


def _totals(graph: Graph) -> dict[str, int]:
    return {
        "actors": len(graph.actors),
        "ties": len(graph.ties),
        "claims": len(graph.claims),
        "documents": len(graph.documents),
    }
