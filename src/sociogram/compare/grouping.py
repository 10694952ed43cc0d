"""Changes in the order in which a person reads them: each tie with the claims that changed it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sociogram.compare.values import ActorChange, ClaimChange, Difference, TieChange
from sociogram.knowledge.ontology import FALLBACK
from sociogram.model import Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class TieStory:
    """A tie that came, went or changed, and why.

    ``claims`` are its claims that came, went or changed; ``left`` are claims that were behind it and
    are behind another tie now, by whose story they are told. Minor changes are left out. It goes
    ``with_documents`` where it came or went and all its claims are of documents that did so too.
    """

    tie: TieChange
    claims: tuple[ClaimChange, ...]
    left: tuple[ClaimChange, ...]
    with_documents: bool


def tell_ties(difference: Difference) -> tuple[list[TieStory], list[ClaimChange]]:
    """The ties that are not minor changes, weightiest first, and the claims of no such tie, in order."""
    ties = sorted((change for change in difference.ties if not change.minor), key=_weight)
    homes_before, homes_after = _homes(tie.before for tie in ties), _homes(tie.after for tie in ties)
    told: dict[int, list[ClaimChange]] = defaultdict(list)
    left: dict[int, list[ClaimChange]] = defaultdict(list)
    rest = []
    for change in difference.claims:
        if change.minor:
            continue
        old = homes_before.get(change.before.id) if change.before is not None else None
        new = homes_after.get(change.after.id) if change.after is not None else None
        home = old if new is None else new
        if home is None:
            rest.append(change)
            continue
        told[home].append(change)
        if old is not None and old != home:
            left[old].append(change)
    stories = [
        TieStory(
            tie=tie,
            claims=tuple(told[number]),
            left=tuple(left[number]),
            with_documents=_follows(tie, difference),
        )
        for number, tie in enumerate(ties)
    ]
    # What the same documents say otherwise is news; what left with its document is what one expects.
    return sorted(stories, key=lambda story: story.with_documents), rest


def _follows(change: TieChange, difference: Difference) -> bool:
    if (
        change.kind == "changed"
        or change.one_actor
        or change.into is not None
        or change.parted_from is not None
    ):
        return False
    came = change.kind == "came"
    graph = difference.after if came else difference.before
    lone = difference.lone_after if came else difference.lone_before
    return all(claim.evidence.document in lone for claim in graph.claims_of(change.value))


def _homes(ties: Iterable[Tie | None]) -> dict[str, int]:
    """The number of the tie that each claim is behind, on one side."""
    found: dict[str, int] = {}
    for number, tie in enumerate(ties):
        if tie is not None:
            found.update(dict.fromkeys(tie.claims, number))
    return found


def _weight(change: TieChange) -> tuple[bool, bool, int, str, str, str]:
    """Relations of a known sense first, then what says most; came, went and changed among one another."""
    tie = change.value
    standings = (change.standing_before, change.standing_after)
    same = standings[0] == standings[1]
    claims = max(0 if side is None else len(side.claims) for side in (change.before, change.after))
    return tie.relation == FALLBACK, same, -claims, tie.subject, tie.relation, tie.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorStories:
    """The actors that are not minor changes, weightiest first.

    ``identities`` were merged, split, renamed, exchanged mentions or changed otherwise; of those that
    ``came`` or ``went`` the second part is of actors that only documents mention which did so too.
    """

    identities: tuple[ActorChange, ...]
    others: tuple[ActorChange, ...]
    with_documents: tuple[ActorChange, ...]


def tell_actors(difference: Difference) -> ActorStories:
    """Who is who first, then who came and went."""
    identities, others, follow = [], [], []
    lone = difference.lone_before, difference.lone_after
    for change in sorted(difference.actors, key=_actor_weight):
        if change.minor:
            continue
        if change.kind == "changed" or change.into is not None or change.parted_from is not None:
            identities.append(change)
        elif all(mention.document in lone[change.kind == "came"] for mention in change.value.mentions):
            follow.append(change)
        else:
            others.append(change)
    return ActorStories(identities=tuple(identities), others=tuple(others), with_documents=tuple(follow))


def _actor_weight(change: ActorChange) -> tuple[int, int, str, str]:
    if change.into is not None or change.parted_from is not None:
        rank = 0
    elif change.renamed or change.given or change.taken:
        rank = 1
    elif change.kind == "changed":
        rank = 2 if "kind" in change.fields else 3
    else:
        rank = 4 if change.kind == "came" else 5
    return rank, -len(change.value.mentions), change.id, change.kind
