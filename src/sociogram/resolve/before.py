"""Actors as they are before anybody calls two of them the same: the ids that judgements and links may name.

A judgement, a link or a storyboard names an actor by the id that it had when a person looked. A merge takes one of
two ids away, so ids are looked up among those of the actors without any merge first, and then among those of now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sociogram.model import Judgement, Skipped
from sociogram.resolve.by_chain import ChainKey
from sociogram.resolve.drafts import Directory
from sociogram.resolve.judged import Identity, note_unfit


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeMerges:
    """What the rules and the judgements "different" alone make of the readings.

    ``id_of`` maps each chain to the id of its actor, ``first`` each id to the first of its chains; ``directory`` finds
    the actors.
    """

    id_of: Mapping[ChainKey, str] = field(default_factory=dict)
    first: Mapping[str, ChainKey] = field(default_factory=dict)
    directory: Directory | None = None

    def former(self, actor_of: Mapping[ChainKey, str]) -> dict[str, tuple[str, ...]]:
        """The other ids that the actors of ``actor_of`` go by: of those whose chains they have taken in."""
        found: dict[str, set[str]] = {}
        for chain, former in self.id_of.items():
            own = actor_of.get(chain)
            if own is not None and own != former:
                found.setdefault(own, set()).add(former)
        return {own: tuple(sorted(ids)) for own, ids in found.items()}


def look_before(id_of: Mapping[ChainKey, str], directory: Directory) -> BeforeMerges:
    """The ids ``id_of`` of actors of which none was merged by a judgement; its chains are in their order."""
    first: dict[str, ChainKey] = {}
    for chain, each in id_of.items():
        first.setdefault(each, chain)
    return BeforeMerges(id_of=id_of, first=first, directory=directory)


def explain_overruled(identity: Identity) -> list[Skipped]:
    """The notes on lines that a later line of the file takes back, for it says the opposite of the same two."""
    return [
        note_unfit(
            early, f"a later line says '{late.verdict}' of '{early.left}' and '{early.right}', and counts"
        )
        for early, late in identity.overruled
    ]


def find_joining(
    same: Sequence[Judgement], before: BeforeMerges, lefts: Iterable[ChainKey], rights: Iterable[ChainKey]
) -> list[Judgement]:
    """The fewest judgements "same" that make one of the actors of ``lefts`` and of ``rights``; none if they do not."""
    if before.directory is None:
        return []
    steps: dict[str, list[tuple[str, Judgement]]] = {}
    for judgement in same:
        ends = [before.directory.find(side) for side in (judgement.left, judgement.right)]
        if ends[0] is not None and ends[1] is not None:
            one, other = (end.seed for end in ends if end is not None)
            steps.setdefault(one, []).append((other, judgement))
            steps.setdefault(other, []).append((one, judgement))
    start, goal = (
        {draft.seed for chain in chains if (draft := before.directory.of_chain(chain)) is not None}
        for chains in (lefts, rights)
    )
    via: dict[str, tuple[str, Judgement] | None] = dict.fromkeys(sorted(start))
    rim = sorted(start)
    while rim and goal.isdisjoint(via):
        reached = []
        for here in rim:
            for there, judgement in steps.get(here, ()):
                if there not in via:
                    via[there] = (here, judgement)
                    reached.append(there)
        rim = reached
    path: list[Judgement] = []
    end = next((seed for seed in sorted(goal) if seed in via), None)
    while end is not None and (step := via[end]) is not None:
        end = step[0]
        path.insert(0, step[1])
    return path
