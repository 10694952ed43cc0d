"""The claims of a story found again in a graph that may have been built anew since they were pinned.

A claim is found by its id; where that has gone, by its words: the claim of the same document, quote, relation and
polarity. Of several such claims it is the one between actors of the same names, and where that does not tell them
apart it is none: a claim that is not meant is worse than one that is told to be gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.model import LiteralObject
from sociogram.story.values import LONGEST_QUOTE, PinnedClaim, Story

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Claim, Tie

Place = tuple[str, str, str, str]
"""Document, quote, relation and polarity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """``found`` has the claim of the graph for each pinned one, ``None`` where it has gone."""

    found: Mapping[PinnedClaim, Claim | None]
    again: int
    """How many have another id now and were found by their words."""
    is_foreign: bool
    """Whether claims are pinned and not one of their documents is in the graph: the story is of another case."""

    @property
    def gone(self) -> int:
        """How many have gone."""
        return sum(claim is None for claim in self.found.values())


def replay_story(story: Story, graph: Graph) -> Replay:
    """Find the claims of ``story`` in ``graph``."""
    pinned = list(dict.fromkeys(claim for pin in story.pins for claim in pin.claims))
    places: dict[Place, list[Claim]] = {}
    wanted = {_place(claim) for claim in pinned}
    for claim in graph.claims:
        place = (
            claim.evidence.document,
            claim.evidence.quote[:LONGEST_QUOTE],
            claim.relation,
            claim.polarity.value,
        )
        if place in wanted:
            places.setdefault(place, []).append(claim)
    ties = {claim: tie for tie in graph.ties for claim in tie.claims}
    found: dict[PinnedClaim, Claim | None] = {}
    again = 0
    for each in pinned:
        known = graph.claims_by_id.get(each.id)
        if known is None:
            known = _by_words(each, places.get(_place(each), []), ties, graph)
            again += known is not None
        found[each] = known
    documents = {claim.document for claim in pinned}
    is_foreign = bool(documents) and not any(each in graph.documents_by_id for each in documents)
    return Replay(found=found, again=again, is_foreign=is_foreign)


def tell_replay(replay: Replay) -> str | None:
    """One line on what became of the pinned claims, nothing where all are as they were."""
    count = len(replay.found)
    if replay.is_foreign:
        return (
            f"not one document of its {_claims(count)} is in this graph; it may be the story of another case"
        )
    words = []
    if replay.gone:
        words.append(f"{replay.gone} of its {_claims(count)} no longer in the graph")
    if replay.again:
        words.append(f"{replay.again} found again by the words")
    return ", ".join(words) or None


def _claims(count: int) -> str:
    return f"{count} pinned claim{'' if count == 1 else 's'}"


def _place(claim: PinnedClaim) -> Place:
    return claim.document, claim.quote, claim.relation, claim.polarity


def _by_words(pinned: PinnedClaim, like: list[Claim], ties: Mapping[str, Tie], graph: Graph) -> Claim | None:
    if len(like) > 1:
        names = pinned.subject, pinned.object
        own = [claim for claim in like if _names(claim, graph) == names]
        # An older program pinned a claim with the ends as its tie has them.
        like = own or [claim for claim in like if _names(ties.get(claim.id, claim), graph) == names]
    return like[0] if len(like) == 1 else None


def _names(item: Claim | Tie, graph: Graph) -> tuple[str, str]:
    return _name(item.subject, graph), _name(item.object, graph)


def _name(end: str | LiteralObject, graph: Graph) -> str:
    if isinstance(end, LiteralObject):
        return end.value
    actor = graph.actors_by_id.get(end)
    return actor.name if actor is not None else end
