"""A case as the served explorer asks for it: whole in memory once a state, given out in parts."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sociogram.graph.paths import shortest_path
from sociogram.graph.values import Graph
from sociogram.model import LiteralObject
from sociogram.write.explorer.data import iter_data
from sociogram.write.explorer.pictured import Picture, make_picture
from sociogram.write.explorer.reading import shown_mentions
from sociogram.write.explorer.unread import iter_marks
from sociogram.write.picture.drawing import LITERAL_STRENGTH

if TYPE_CHECKING:
    from sociogram.model import Actor, Claim, Tie

MOST_ACTORS = 5000
"""Actors of a part, however many are asked for."""
_ROUNDS = 3
"""Rounds of bringing in who asserts: asserters have claims, whose asserters have claims."""
_NO_ACTOR = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Actors and ties of a case by their numbers, sorted."""

    actors: tuple[int, ...]
    ties: tuple[int, ...]


class WholeCase:
    """A graph with what parts of it need: numbers by ids, ties by actors, strengths, places and measures.

    Places and measures take a minute for 200,000 ties, and are made only where ``picture`` does not bring them.
    """

    def __init__(self, graph: Graph, picture: Picture | None = None) -> None:
        self.graph = graph
        self.actor_numbers = {actor.id: number for number, actor in enumerate(graph.actors)}
        for number, actor in enumerate(graph.actors):
            # A link may name an actor by the id that it had before a merge.
            for former in actor.former:
                self.actor_numbers.setdefault(former, number)
        self.document_numbers = {document.id: number for number, document in enumerate(graph.documents)}
        self.tie_numbers = {tie.id: number for number, tie in enumerate(graph.ties)}
        self.tie_of_claim = {claim: number for number, tie in enumerate(graph.ties) for claim in tie.claims}
        self.ties_of_actor: list[list[int]] = [[] for _ in graph.actors]
        self.claims_of_actor = [0] * len(graph.actors)
        neighbours: list[set[int]] = [set() for _ in graph.actors]
        self.strengths = [0.0] * len(graph.actors)
        self._subjects, self._objects = array("l"), array("l")
        for number, tie in enumerate(graph.ties):
            subject, other = self.ends(tie)
            self._subjects.append(subject)
            self._objects.append(_NO_ACTOR if other is None else other)
            weight = (tie.affirmed + tie.denied) * (LITERAL_STRENGTH if other is None else 1)
            for end in {subject, subject if other is None else other}:
                self.ties_of_actor[end].append(number)
                self.claims_of_actor[end] += len(tie.claims)
                self.strengths[end] += weight
            if other is not None and other != subject:
                neighbours[subject].add(other)
                neighbours[other].add(subject)
        self.neighbour_counts = [len(found) for found in neighbours]
        more = {"claims": self.claims_of_actor, "neighbours": self.neighbour_counts}
        self.picture = replace(picture or make_picture(graph), more=more)
        counts = [len(actor.mentions) for actor in graph.actors]
        # As the page ranks them: by strength, then by mentions.
        self.ranking = sorted(range(len(counts)), key=lambda one: (-self.strengths[one], -counts[one], one))

    def ends(self, tie: Tie) -> tuple[int, int | None]:
        """The numbers of subject and object; nothing for an object that is no actor."""
        other = None if isinstance(tie.object, LiteralObject) else self.actor_numbers[tie.object]
        return self.actor_numbers[tie.subject], other

    @cached_property
    def claims_by_id(self) -> Mapping[str, Claim]:
        """Each claim by its id."""
        return self.graph.claims_by_id

    @cached_property
    def asserting(self) -> frozenset[int]:
        """The numbers of the actors that say a claim."""
        asserters = {each for claim in self.graph.claims for each in claim.asserters}
        return frozenset(self.actor_numbers[each] for each in asserters if each in self.actor_numbers)

    @cached_property
    def marks(self) -> Mapping[str, list[tuple[int, int, str]]]:
        """For each document with unread sentences where in its text each begins, its length, and why."""
        found: dict[str, list[tuple[int, int, str]]] = {}
        for document, start, length, why in iter_marks(self.graph):
            found.setdefault(document, []).append((start, length, why))
        return found

    @cached_property
    def span(self) -> dict[str, Any]:
        """How many outlets the documents are of, and the first and last day that one was published on."""
        days = sorted(document.published for document in self.graph.documents if document.published)
        outlets = {document.publisher for document in self.graph.documents if document.publisher}
        return {"outlets": len(outlets), "first": days[0] if days else "", "last": days[-1] if days else ""}

    def find(self, ids: Iterable[str]) -> tuple[set[int], list[str]]:
        """The actors that ``ids`` name (of ``tie:ID`` and ``claim:ID`` the ends), and the ids that name none."""
        found: set[int] = set()
        missing = []
        for each in ids:
            numbers = self._named(each)
            if numbers:
                found.update(numbers)
            else:
                missing.append(each)
        return found, missing

    def _named(self, name: str) -> set[int]:
        if name in self.actor_numbers:
            return {self.actor_numbers[name]}
        kind, _, rest = name.partition(":")
        tie = {"tie": self.tie_numbers, "claim": self.tie_of_claim}.get(kind, {}).get(rest)
        if tie is None:
            return set()
        subject, other = self.ends(self.graph.ties[tie])
        return {subject} if other is None else {subject, other}

    def choose(self, most: int, wanted: Iterable[int]) -> Slice:
        """The ``most`` strongest actors with a tie and those ``wanted``, and all ties among them.

        Whoever asserts one of their claims comes along, so that a claim says who says it.
        """
        new = set(list(wanted)[:MOST_ACTORS])
        room = max(0, MOST_ACTORS - len(new))
        new.update([one for one in self.ranking[: min(most, room)] if self.ties_of_actor[one]])
        actors: set[int] = set()
        ties: set[int] = set()
        for _ in range(_ROUNDS):
            actors |= new
            more = self._among(actors, new) - ties
            ties |= more
            new = self._asserters(more) - actors
            if not new or len(actors) + len(new) > 2 * MOST_ACTORS:
                break
        return Slice(actors=tuple(sorted(actors)), ties=tuple(sorted(ties)))

    def _among(self, actors: set[int], new: set[int]) -> set[int]:
        """The ties among ``actors`` of which one end is ``new``."""
        subjects, objects = self._subjects, self._objects
        inside = actors | {_NO_ACTOR}
        return {
            number
            for actor in new
            for number in self.ties_of_actor[actor]
            if objects[number] in inside and subjects[number] in actors
        }

    def _asserters(self, ties: Iterable[int]) -> set[int]:
        return {
            self.actor_numbers[asserter]
            for tie in ties
            for claim in self.graph.ties[tie].claims
            for asserter in self.claims_by_id[claim].asserters
            if asserter in self.actor_numbers
        }

    def cut_out(self, part: Slice) -> tuple[Graph, Picture]:
        """``part`` as a graph of its own, drawn as in the whole; of the documents those that it names."""
        graph = self.graph
        actors = [graph.actors[number] for number in part.actors]
        ties = [graph.ties[number] for number in part.ties]
        claims = [self.claims_by_id[claim] for tie in ties for claim in tie.claims]
        order = self.document_numbers
        claims.sort(key=lambda one: (order.get(one.evidence.document, -1), one.evidence.start, one.id))
        documents = self._documents(actors, claims)
        smaller = Graph(
            actors=tuple(actors),
            claims=tuple(claims),
            ties=tuple(ties),
            documents=tuple(graph.documents[number] for number in documents),
            skipped=graph.skipped,
            run=graph.run,
        )
        return smaller, self.picture.of(part.actors)

    def _documents(self, actors: Iterable[Actor], claims: Iterable[Claim]) -> list[int]:
        named = {claim.evidence.document for claim in claims}
        named |= {mention.document for actor in actors for mention in shown_mentions(actor)}
        return sorted(self.document_numbers[each] for each in named if each in self.document_numbers)

    def slice(self, most: int, ids: Iterable[str], served: Mapping[str, Any]) -> str:
        """The data of the page for a part, as JSON."""
        wanted, missing = self.find(ids)
        graph, picture = self.cut_out(self.choose(most, sorted(wanted)))
        totals = {
            "actors": len(self.graph.actors),
            "ties": len(self.graph.ties),
            "claims": len(self.graph.claims),
            "documents": len(self.graph.documents),
            **self.span,
            "missing": missing,
        }
        lengths = [document.characters for document in graph.documents]
        return "".join(iter_data(graph, lengths, picture, {**served, **totals}))

    def around(self, actor: int, most: int) -> tuple[list[str], int]:
        """The ids of the actors most strongly tied to ``actor``, and how many are tied to it."""
        weights: dict[int, int] = {}
        for number in self.ties_of_actor[actor]:
            tie = self.graph.ties[number]
            for end in self.ends(tie):
                if end is not None and end != actor:
                    weights[end] = weights.get(end, 0) + len(tie.claims)
        order = sorted(weights, key=lambda one: (-weights[one], -self.strengths[one], one))
        return [self.graph.actors[number].id for number in order[:most]], len(order)

    def path(self, first: int, last: int) -> tuple[list[str], list[str]]:
        """The actors and ties of a shortest path of affirmed ties, in either direction; empty if there is none.

        Of equally short ones that whose ties have the most claims, then the smallest ids.
        """
        found = shortest_path(first, last, lambda front: ((here, self._steps(here)) for here in front))
        if found is None:
            return [], []
        actors = [first, *(actor for actor, _ in found)]
        graph = self.graph
        return [graph.actors[number].id for number in actors], [graph.ties[tie].id for _, tie in found]

    def _steps(self, actor: int) -> list[tuple[int, int]]:
        steps = []
        for number in self.ties_of_actor[actor]:
            tie = self.graph.ties[number]
            subject, other = self.ends(tie)
            if other is not None and tie.affirmed:
                steps.append((other if subject == actor else subject, number))
        ties = self.graph.ties
        return sorted(steps, key=lambda step: (-ties[step[1]].affirmed, ties[step[1]].id))
