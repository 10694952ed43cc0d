"""Actors over all documents: named ones by their names, then those that are described.

The result depends on the set of documents alone, never on their order. Each stage needs the rows of one name key, the
sums of all rows by such a key, or one document beside what the stages before it decided of its names; so no stage holds
more than one document. Documents are gone through several times, in the order of their ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from types import MappingProxyType

from sociogram.knowledge.actor_lists import ActorLists
from sociogram.model import Actor, Judgement, Skipped
from sociogram.resolve.before import BeforeMerges, explain_overruled, find_joining, look_before
from sociogram.resolve.by_chain import ByChain, ChainKey
from sociogram.resolve.clusters import Clusters
from sociogram.resolve.described import DescribedDrafts
from sociogram.resolve.drafts import ActorDraft, Directory, candidate_label, identify, join_same
from sociogram.resolve.judged import (
    Distinction,
    Places,
    chains_told_apart,
    explain_distinction,
    find_distinctions,
    note_unfit,
    sort_judgements,
    unmatched,
)
from sociogram.resolve.link import Linker
from sociogram.resolve.lone import LoneNames
from sociogram.resolve.named import NamedDrafts
from sociogram.resolve.namings import read_names
from sociogram.resolve.outlines import Outline
from sociogram.resolve.units import Unit, Units


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """All actors by id, their mentions left out, and which chain is which.

    ``actor_of`` maps (document id, index of a chain) to an actor's id; a chain that is missing is
    no actor, and ``reasons`` says why for those that a relation needs.
    """

    actors: tuple[Actor, ...]
    actor_of: Mapping[ChainKey, str]
    reasons: Mapping[ChainKey, str] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()
    before: Mapping[ChainKey, str] = field(default_factory=dict)
    """For each chain the id of its actor before anybody called two the same; empty where nobody did."""

    def says_of(self, document: str, chains: Iterable[int]) -> list[tuple[object, ...]]:
        """All that it says of these chains of a document: who each is, under which id before a merge, or why nobody."""
        said: list[tuple[object, ...]] = []
        for chain in chains:
            place = document, chain
            actor = self.actor_of.get(place)
            if actor is None:
                said.append((chain, self.reasons.get(place)))
            else:
                former = self.before.get(place)
                said.append((chain, actor, *self._called[actor], None if former == actor else former))
        return said

    @cached_property
    def _called(self) -> Mapping[str, tuple[str, str]]:
        """Name and kind of each actor, by id."""
        return {actor.id: (actor.name, actor.kind) for actor in self.actors}

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The kind of each actor, by id."""
        return {actor.id: actor.kind for actor in self.actors}


def resolve_actors(
    outlines: Sequence[Outline],
    lists: ActorLists,
    judgements: Sequence[Judgement] = (),
    places: Places = MappingProxyType({}),
) -> Resolution:
    """The actors of ``outlines``; ``Mentions`` gathers where they stand.

    Args:
        outlines: Of different documents, sorted by their ids. They are gone through several times and none is held, so
            that each can be made when it is asked for.
        lists: The lists of well-known actors.
        judgements: What a person judged, in the order in which it counts.
        places: What ``find_places`` finds for ``judgements``.
    """
    identity = sort_judgements(judgements)
    names, votes = read_names(outlines, lists, chains_told_apart(identity.different, places))
    units = Units(names, votes, lists)
    del votes
    distinctions = find_distinctions(identity.different, units, places)
    before, made = _make(outlines, units, lists, identity.same, distinctions, places)
    whole = _find_by_id(distinctions, before, made, units, places)
    if whole != distinctions:
        distinctions = whole
        before, made = _make(outlines, units, lists, identity.same, distinctions, places)
    actor_of = made.actor_of
    renames, unfit = _renames(identity.renames, made)
    unfit += [unmatched(judgement, judgement.left) for judgement in made.left_over]
    unfit += _explain(distinctions, units, made, outlines, partial(find_joining, identity.same, before))
    unfit += explain_overruled(identity)
    former = before.former(actor_of)
    return Resolution(
        actors=tuple(
            _actor(each, draft, renames.get(each), lists, former.get(each, ()))
            for each, draft in sorted(made.by_id.items())
        ),
        actor_of=actor_of,
        reasons=made.reasons,
        skipped=tuple(unfit),
        before=before.id_of,
    )


def _make(
    outlines: Sequence[Outline],
    units: Units,
    lists: ActorLists,
    same: Sequence[Judgement],
    distinctions: Sequence[Distinction],
    places: Places,
) -> tuple[BeforeMerges, _Made]:
    """All drafts before anybody calls two of them the same, if somebody does, and those behind all judgements."""
    clusters = _cluster(units, lists, distinctions)
    if not same:
        return BeforeMerges(), _Made(outlines, clusters, lists, same, places)
    plain = _Made(outlines, clusters, lists, (), places)
    before = look_before(plain.actor_of, plain.directory)
    return before, _Made(outlines, clusters, lists, same, places, before)


def _cluster(units: Units, lists: ActorLists, distinctions: Sequence[Distinction]) -> Clusters:
    """The clusters of all units; what finds them is held no longer than that."""
    apart = [pair for distinction in distinctions for pair in distinction.pairs]
    linker = Linker(units, lists, apart)
    linker.link()
    return Clusters(units, linker, LoneNames(units, linker, apart))


class _Made:
    """All drafts behind rules and judgements; ``left_over`` are the judgements "same" that found no two sides."""

    def __init__(
        self,
        outlines: Sequence[Outline],
        clusters: Clusters,
        lists: ActorLists,
        same: Sequence[Judgement],
        places: Places,
        before: BeforeMerges = BeforeMerges(),  # noqa: B008 - a frozen value
    ) -> None:
        named = NamedDrafts(clusters, lists)
        self._places = places
        self._before = before.first
        left_over = (
            join_same(same, Directory(identify(named.drafts), places, named.find, self._before))
            if same
            else []
        )
        described = DescribedDrafts(outlines, named, clusters)
        self.drafts = described.drafts
        self.reasons = described.reasons
        self._draft_of = ByChain(clusters.units.names.places, described.draft_numbers, self.drafts)
        while left_over:
            # A merge may make a name or an id that another line names the only one of its kind.
            still = join_same(left_over, self._directory())
            if len(still) == len(left_over):
                break
            left_over = still
        self.left_over = left_over

    def _directory(self) -> Directory:
        return Directory(identify(self.drafts), self._places, self._draft_of.get, self._before)

    @cached_property
    def by_id(self) -> dict[str, ActorDraft]:
        """The actors' drafts by their ids."""
        return identify(self.drafts)

    @cached_property
    def directory(self) -> Directory:
        """Finds the actors' drafts."""
        return Directory(self.by_id, self._places, self._draft_of.get, self._before)

    @cached_property
    def ids(self) -> dict[ActorDraft, str]:
        """The ids of the actors' drafts."""
        return {draft: each for each, draft in self.by_id.items()}

    @cached_property
    def actor_of(self) -> ByChain[str]:
        """The id of the actor of each chain."""
        return self._draft_of.map([self.ids[draft.final()] for draft in self.drafts])


def _find_by_id(
    distinctions: list[Distinction],
    before: BeforeMerges,
    made: _Made,
    units: Units,
    places: Places,
) -> list[Distinction]:
    """``distinctions``, with the units of the actors whose ids are sides of them.

    An id need be no name ("ann-lee-2"), and ids are known only behind all joining.
    """
    ids = {
        side
        for distinction in distinctions
        for side, found in distinction.sides
        if not found and side not in places
    }
    if not ids:
        return distinctions
    found: dict[str, list[Unit]] = {}
    for side in ids:
        ids_of = before.id_of if side in before.first else made.actor_of
        found[side] = units.hold({chain for chain, each in ids_of.items() if each == side})
    return [
        Distinction(
            distinction.judgement,
            distinction.lefts or found.get(distinction.judgement.left, []),
            distinction.rights or found.get(distinction.judgement.right, []),
        )
        for distinction in distinctions
    ]


def _renames(renames: Sequence[Judgement], made: _Made) -> tuple[dict[str, str], list[Skipped]]:
    """The new names by the actors' ids, and the judgements that fit no actor."""
    last: dict[str, Judgement] = {}
    unfit: list[Skipped] = []
    for judgement in renames:
        draft = made.directory.find(judgement.left)
        if draft is None:
            unfit.append(unmatched(judgement, judgement.left))
            continue
        early = last.get(made.ids[draft])
        if early is not None and early.right != judgement.right:
            unfit.append(
                note_unfit(early, f"a later line calls the same actor '{judgement.right}', and counts")
            )
        last[made.ids[draft]] = judgement
    return {each: judgement.right for each, judgement in last.items()}, unfit


def _explain(
    distinctions: Sequence[Distinction],
    units: Units,
    made: _Made,
    outlines: Iterable[Outline],
    joining: Callable[[Sequence[ChainKey], Sequence[ChainKey]], Sequence[Judgement]],
) -> list[Skipped]:
    """Why judgements "different" part nothing, where they do not."""
    described = {
        side
        for distinction in distinctions
        for side, named in distinction.sides
        if not named and made.directory.find(side) is not None
    }
    chains_of = units.chains_of({unit for each in distinctions for unit in (*each.lefts, *each.rights)})
    notes = (
        explain_distinction(
            each, made.actor_of, chains_of, described=described, outlines=outlines, joining=joining
        )
        for each in distinctions
    )
    return [note for note in notes if note is not None]


def _actor(
    each: str, draft: ActorDraft, renamed: str | None, lists: ActorLists, former: tuple[str, ...]
) -> Actor:
    entry = lists.entry(draft.known) if draft.known else None
    name = renamed or draft.name
    aliases = {alias for alias in (*draft.spellings, draft.name) if alias != name}
    return Actor(
        id=each,
        name=name,
        kind=draft.kind,
        aliases=tuple(sorted(aliases)),
        identifiers=tuple(sorted(entry.identifiers)) if entry else (),
        candidates=tuple(sorted(candidate_label(lists.entries[one]) for one in draft.candidates)),
        former=former,
    )
