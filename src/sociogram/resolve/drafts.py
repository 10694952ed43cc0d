"""Actors in the making: chains that are one actor, before they have an id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sociogram.ids import content_hash
from sociogram.knowledge.actor_lists import ActorLists, KnownActor
from sociogram.model import Judgement
from sociogram.resolve.by_chain import ChainKey
from sociogram.resolve.clusters import Cluster, Sums
from sociogram.resolve.descriptions import Description, is_title
from sociogram.resolve.identifiers import IdParts, assign_ids
from sociogram.resolve.judged import Places
from sociogram.resolve.kinds import family, vote_kind
from sociogram.resolve.link import cluster_name
from sociogram.resolve.names import name_key

_NOBODY: frozenset[str] = frozenset()
"""Held once: each empty set is one of its own."""


@dataclass(slots=True, kw_only=True, eq=False)
class ActorDraft:
    """An actor without an id; ``seed`` is equal for the same actor in every run.

    ``number`` is its place among all drafts, by which tables of chains name it.
    """

    seed: str
    name: str
    kind: str
    known: str | None = None
    local: bool = False
    candidates: frozenset[str] = _NOBODY
    """The entries of the lists that it may be, where no text tells."""
    described: bool = False
    """Whether the name only says whose it is ("Ann Lee's husband")."""
    spellings: tuple[str, ...] = ()
    """What it is called, sorted."""
    number: int = -1
    merged: ActorDraft | None = None

    def final(self) -> ActorDraft:
        """The draft that has taken this one in, or itself."""
        draft = self
        while draft.merged is not None:
            draft = draft.merged
        return draft

    def is_better_named(self, other: ActorDraft) -> bool:
        """Whether its name stays where the two are one: a proper name goes before a description."""
        return other.is_description and not self.is_description

    @property
    def is_description(self) -> bool:
        """Whether the name only says whose or what it is: "Ann Lee’s husband", and not "the Orton Foundation"."""
        return self.described and not is_title(self.name.removeprefix("the "))

    def add_spellings(self, names: Iterable[str]) -> None:
        """Say that it is called ``names`` too."""
        self.spellings = tuple(sorted({*self.spellings, *names}))

    def take_in(self, other: ActorDraft) -> None:
        """Make ``other`` a part of this draft; name and kind stay."""
        self.add_spellings(other.spellings)
        self.known = self.known or other.known
        self.candidates = frozenset() if self.known else self.candidates | other.candidates
        self.local = self.local and other.local
        other.merged = self


def draft_named(cluster: Cluster, sums: Sums, lists: ActorLists) -> ActorDraft:
    """The draft of a cluster of units, whose sums are given too, for they are made when they are asked for."""
    entry = lists.entry(cluster.known) if cluster.known else None
    return ActorDraft(
        seed=content_hash(*cluster.key),
        name=entry.name if entry else cluster_name(sums.spellings, sums.families),
        kind=entry.kind if entry else vote_kind(_of_family(sums)),
        known=cluster.known,
        local=cluster.local and not cluster.known,
        candidates=_NOBODY if cluster.known or not sums.candidates else frozenset(sums.candidates),
        spellings=tuple(sorted(sums.spellings)),
    )


def _of_family(sums: Sums) -> Counter[str]:
    """The votes for kinds, those alone that fit the family that the units were given, if there are any."""
    best = min(sums.families, key=lambda name: (-sums.families[name], name))
    fitting = Counter({kind: count for kind, count in sums.kinds.items() if family(kind) == best})
    return fitting or Counter({best: 1})


def draft_described(description: Description) -> ActorDraft:
    """The draft of a description."""
    return ActorDraft(
        seed=content_hash(*description.key),
        name=description.name,
        kind=description.kind,
        local=description.document is not None,
        described=True,
    )


def identify(drafts: Sequence[ActorDraft]) -> dict[str, ActorDraft]:
    """The drafts that are not merged by their ids, in the order of the seeds."""
    living = sorted((draft for draft in drafts if draft.merged is None), key=lambda draft: draft.seed)
    candidates = [
        IdParts(name=draft.name, kind=draft.kind, seed=draft.seed, known=draft.known, local=draft.local)
        for draft in living
    ]
    return dict(zip(assign_ids(candidates), living, strict=True))


class Directory:
    """Finds drafts by what a person calls them: an id of before all merges or of now, a name, or a mention.

    ``of_chain`` gives the draft of a chain, if it has one; ``before`` has a chain of each actor by the id that it has
    before anybody calls two of them the same.
    """

    def __init__(
        self,
        by_id: Mapping[str, ActorDraft],
        places: Places,
        of_chain: Callable[[ChainKey], ActorDraft | None],
        before: Mapping[str, ChainKey] = MappingProxyType({}),
    ) -> None:
        self._before = before
        self._by_id = by_id
        self._places = places
        self._of_chain = of_chain
        self._by_name: dict[str, list[ActorDraft]] = {}
        for draft in self._by_id.values():
            for key in {name_key(name) for name in (draft.name, *draft.spellings)}:
                self._by_name.setdefault(key, []).append(draft)

    def find(self, reference: str) -> ActorDraft | None:
        """The draft, or ``None`` if nothing or more than one is called so."""
        draft = self._of_chain(self._before[reference]) if reference in self._before else None
        if draft is None:
            draft = self._by_id.get(reference)
        if draft is None:
            chain = self._places.get(reference)
            draft = self._of_chain(chain) if chain else None
        if draft is None:
            named = self._by_name.get(name_key(reference), [])
            draft = named[0] if len(named) == 1 else None
        return draft.final() if draft else None

    def of_chain(self, chain: ChainKey) -> ActorDraft | None:
        """The draft of a chain, if it has one."""
        draft = self._of_chain(chain)
        return draft.final() if draft else None


def join_same(same: Sequence[Judgement], directory: Directory) -> list[Judgement]:
    """Merge the drafts that judgements call the same; the judgements that found no two sides."""
    left_over = []
    for judgement in same:
        left, right = directory.find(judgement.left), directory.find(judgement.right)
        if left is None or right is None:
            left_over.append(judgement)
        elif left is not right:
            keep, other = (right, left) if right.is_better_named(left) else (left, right)
            keep.take_in(other)
    return left_over


def candidate_label(entry: KnownActor) -> str:
    """An entry by its name and what tells it apart from its namesakes: "Ann Lee (senator, Orange Party, Ruritania)"."""
    told = ", ".join(part for part in (entry.type, entry.party, entry.country) if part)
    return f"{entry.name} ({told})" if told else entry.name
