"""Actors as they are before anybody calls two of them the same: the ids that judgements and links may name.

A judgement, a link or a storyboard names an actor by the id that it had when a person looked. A merge takes one of
two ids away, so ids are looked up among those of the actors without any merge first, and then among those of now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sociogram.model import Judgement, Skipped
from sociogram.resolve.drafts import ActorDraft, Directory
from sociogram.resolve.judged import Identity, note_unfit
from sociogram.resolve.units import ChainKey


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeMerges:
    """What the rules and the judgements "different" alone make of the readings.

    ``id_of`` maps each chain to the id of its actor, ``chains`` each id to its chains; ``directory`` finds the actors.
    """

    id_of: Mapping[ChainKey, str] = field(default_factory=dict)
    chains: Mapping[str, tuple[ChainKey, ...]] = field(default_factory=dict)
    directory: Directory | None = None

    def former(self, own: str, chains: Iterable[ChainKey]) -> tuple[str, ...]:
        """The other ids that the actor ``own`` goes by, of the actors whose chains it has taken in."""
        return tuple(sorted({self.id_of[chain] for chain in chains if chain in self.id_of} - {own}))


def look_before(
    draft_of: Mapping[ChainKey, ActorDraft], by_id: Mapping[str, ActorDraft], directory: Directory
) -> BeforeMerges:
    """The ids of drafts of which none was merged by a judgement."""
    ids = {draft: each for each, draft in by_id.items()}
    id_of = {chain: ids[draft.final()] for chain, draft in draft_of.items()}
    chains: dict[str, list[ChainKey]] = {}
    for chain, each in sorted(id_of.items()):
        chains.setdefault(each, []).append(chain)
    return BeforeMerges(
        id_of=id_of, chains={each: tuple(found) for each, found in chains.items()}, directory=directory
    )


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
