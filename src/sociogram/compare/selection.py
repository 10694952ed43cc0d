"""A part of a difference: one kind of thing, or what concerns one actor."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sociogram.compare.values import ActorChange, ClaimChange, Difference, DocumentChange, TieChange, What
from sociogram.graph.values import Graph
from sociogram.model import Claim, Tie


def only_kinds(difference: Difference, kinds: Collection[What]) -> Difference:
    """``difference`` with the changes of those kinds of things; what became a fact belongs to the ties."""
    return replace(
        difference,
        documents=difference.documents if "document" in kinds else (),
        actors=difference.actors if "actor" in kinds else (),
        ties=difference.ties if "tie" in kinds else (),
        facts=difference.facts if "tie" in kinds else (),
        claims=difference.claims if "claim" in kinds else (),
    )


def only_about(difference: Difference, before: Collection[str], after: Collection[str]) -> Difference:
    """``difference`` with what concerns some actors: their own changes, ties, claims and documents.

    A claim concerns the actors it is about and those who say it; a document those it mentions.

    Args:
        difference: The whole of it.
        before: Ids of the actors in the first graph.
        after: Ids of them in the second.
    """
    actors = _Actors(difference, frozenset(before), frozenset(after))
    ties = tuple(change for change in difference.ties if actors.in_tie(change))
    return replace(
        difference,
        documents=tuple(change for change in difference.documents if actors.in_document(change)),
        actors=tuple(change for change in difference.actors if actors.are(change)),
        ties=ties,
        facts=tuple(fact for fact in difference.facts if actors.in_tie(fact.tie)),
        claims=tuple(change for change in difference.claims if actors.in_claim(change)),
    )


class _Actors:
    """Some actors on either side, and whether a change concerns them."""

    def __init__(self, difference: Difference, before: frozenset[str], after: frozenset[str]) -> None:
        self._before = before
        self._after = after
        self._mentioned = _mentioned(difference.before, before), _mentioned(difference.after, after)

    def are(self, change: ActorChange) -> bool:
        """Whether one of them changed, or took part in the merge or split."""
        mine, theirs = change.before, change.after
        return (
            (mine is not None and mine.id in self._before)
            or (theirs is not None and theirs.id in self._after)
            or change.into in self._after
            or change.parted_from in self._before
        )

    def in_tie(self, change: TieChange) -> bool:
        """Whether one of them is an end."""
        return any(
            tie is not None and not ids.isdisjoint(_tie_ends(tie))
            for tie, ids in ((change.before, self._before), (change.after, self._after))
        )

    def in_claim(self, change: ClaimChange) -> bool:
        """Whether it is about one of them or said by one."""
        return any(
            claim is not None and not ids.isdisjoint(_claim_actors(claim))
            for claim, ids in ((change.before, self._before), (change.after, self._after))
        )

    def in_document(self, change: DocumentChange) -> bool:
        """Whether it mentions one of them."""
        return any(
            document is not None and document.id in mentioned
            for document, mentioned in zip((change.before, change.after), self._mentioned, strict=True)
        )


def _mentioned(graph: Graph, actors: frozenset[str]) -> frozenset[str]:
    return frozenset(
        mention.document for actor in graph.actors if actor.id in actors for mention in actor.mentions
    )


def _tie_ends(tie: Tie) -> set[str]:
    return {tie.subject, tie.object} if isinstance(tie.object, str) else {tie.subject}


def _claim_actors(claim: Claim) -> set[str]:
    ends = {claim.subject, *claim.asserters}
    return ends | {claim.object} if isinstance(claim.object, str) else ends
