"""Drafts of the clusters of units: actors with names, and bodies that a name says whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sociogram.ids import slug
from sociogram.knowledge.actor_lists import ActorLists
from sociogram.resolve.by_chain import ChainKey
from sociogram.resolve.clusters import Cluster, Clusters
from sociogram.resolve.descriptions import describe_property, is_title
from sociogram.resolve.drafts import ActorDraft, draft_described, draft_named
from sociogram.resolve.names import name_key
from sociogram.resolve.outlines import ChainOutline
from sociogram.resolve.words import load_identity_words


class NamedDrafts:
    """Drafts of ``clusters``, and the draft of each by the number of its cluster, none if it is of no known kind."""

    def __init__(self, clusters: Clusters, lists: ActorLists) -> None:
        self.drafts: list[ActorDraft] = []
        self.of_cluster: list[ActorDraft | None] = [None] * len(clusters.all)
        self._clusters = clusters
        self._lists = lists
        self.by_seed: dict[str, ActorDraft] = {}
        """The drafts by their seeds."""
        self._by_key: dict[str, ActorDraft | None] = {}
        """The actor by the key of a name, none where several have it."""
        bodies = {
            number: body
            for number, cluster in enumerate(clusters.all)
            if not cluster.is_thing and (body := _body_words(cluster.names)) is not None
        }
        owners: dict[str, dict[int, ActorDraft]] = {slug(owner): {} for owner, _ in bodies.values()}
        for number, cluster in enumerate(clusters.all):
            if not cluster.is_thing and number not in bodies:
                self._add_actor(cluster, number, owners)
        # Of several of the surname the one of its document owns it.
        beside = clusters.side_by_side(
            {
                number: set(found)
                for number, (owner, _) in bodies.items()
                if len(found := owners[slug(owner)]) > 1
            }
        )
        for number, (owner, words) in bodies.items():
            found = owners[slug(owner)]
            near = [each for one, each in found.items() if len(found) == 1 or (number, one) in beside]
            self._add_body(number, words, near)

    def _add_actor(self, cluster: Cluster, number: int, owners: Mapping[str, dict[int, ActorDraft]]) -> None:
        """Add the draft of a cluster, to ``owners`` too where a body could be its own."""
        sums = cluster.sums
        draft = draft_named(cluster, sums, self._lists)
        self._add(draft, number)
        for key in {name_key(name) for name in draft.spellings}:
            self._by_key[key] = None if key in self._by_key else draft
        for key in {*sums.surnames, slug(draft.name)} if owners and sums.surnames else ():
            if key in owners:
                owners[key][number] = draft

    def _add(self, draft: ActorDraft, number: int) -> None:
        self.drafts.append(draft)
        self.by_seed.setdefault(draft.seed, draft)
        self.of_cluster[number] = draft

    def find(self, chain: ChainKey) -> ActorDraft | None:
        """The draft of a chain, if it has a name."""
        number = self._clusters.find(chain)
        return None if number is None else self.of_cluster[number]

    def find_title(self, chain: ChainOutline) -> ActorDraft | None:
        """The actor whose name a noun phrase is ("the National Party"), where the parse saw no name in it."""
        if chain.form != "nominal" or not is_title(chain.name):
            return None
        return self._by_key.get(name_key(chain.name))

    def _add_body(self, number: int, words: str, owners: Sequence[ActorDraft]) -> None:
        """Give "the Lopez campaign" to the one Lopez, if there is one."""
        cluster: Cluster = self._clusters.all[number]
        draft = draft_named(cluster, cluster.sums, self._lists)
        if len(owners) == 1 and not draft.known and not cluster.apart:
            (owner,) = owners
            description = describe_property(owner.seed, owner.name, words, draft.kind, "", plural=False)
            described = draft_described(description)
            known = self.by_seed.get(described.seed)
            described = known or described
            if any(is_title(name) for name in draft.spellings):
                # "Orton Foundation" is its name; "Lopez campaign" says whose it is.
                described.name = draft.name
            described.add_spellings(draft.spellings)
            draft = described
            if known is not None:
                self.of_cluster[number] = known
                return
        self._add(draft, number)


def _body_words(names: Iterable[str]) -> tuple[str, str] | None:
    """Return "Lopez" and "campaign" of a cluster of "Lopez campaign", whose last word is a body's."""
    for name in sorted(names):
        owner, _, last = name.rpartition(" ")
        if owner and last.lower() in load_identity_words().bodies:
            return owner.removesuffix("'s").removesuffix("’s"), last.lower()
    return None
