"""Which actor of one graph is which of the other: by id, else by where their mentions went.

Two ids are one renamed actor where most mentions of each are those of the other. An actor that is
gone was merged into the one that has most of its mentions now; one that is new was parted from the
one that had most of its mentions before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sociogram.compare.documents import SameDocuments
from sociogram.compare.pairing import Fields, Pairing, differing
from sociogram.compare.values import ActorChange
from sociogram.model import Actor, ActorMention

_FIELDS: Fields[Actor] = (
    ("id", lambda actor: actor.id),
    ("name", lambda actor: actor.name),
    ("kind", lambda actor: actor.kind),
    ("aliases", lambda actor: frozenset(actor.aliases)),
    ("identifiers", lambda actor: actor.identifiers),
    ("candidates", lambda actor: actor.candidates),
    ("mentions", lambda actor: actor.mentions),
)
Place = tuple[Hashable, ...]
Flows = Mapping[str, Counter[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SameActors:
    """A name for each actor that merged, split and renamed actors share on both sides, by id."""

    before: Mapping[str, str]
    after: Mapping[str, str]


def compare_actors(
    before: Iterable[Actor], after: Iterable[Actor], documents: SameDocuments
) -> tuple[SameActors, list[ActorChange]]:
    """The actors of both sides, and what came, went or changed."""
    first, second = {actor.id: actor for actor in before}, {actor.id: actor for actor in after}
    given = _follow(first.values(), second.values(), documents)
    taken = _reversed(given)
    heirs = {actor: heir for actor, to in given.items() if (heir := _most(to)) is not None}
    origins = {actor: origin for actor, to in taken.items() if (origin := _most(to)) is not None}
    pairing = Pairing(first.values(), second.values())
    pairing.pair(lambda actor: actor.id)
    pairing.pair(
        lambda actor: _mutual(actor.id, heirs.get(actor.id), heirs, origins),
        lambda actor: _mutual(origins.get(actor.id), actor.id, heirs, origins),
    )
    made = _ActorChanges(given=given, taken=taken, heirs=heirs, origins=origins)
    changes = [change for pair in pairing.pairs if (change := made.changed(*pair)) is not None]
    changes += [made.went(actor) for actor in pairing.went]
    changes += [made.came(actor) for actor in pairing.came]
    same = _name_together(pairing, changes)
    return same, sorted(changes, key=lambda change: (change.id, change.kind))


def _mutual(
    before: str | None, after: str | None, heirs: Mapping[str, str], origins: Mapping[str, str]
) -> tuple[str, str] | None:
    """The pair as a key, if most mentions of each are those of the other."""
    if before is None or after is None:
        return None
    return (before, after) if heirs.get(before) == after and origins.get(after) == before else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _ActorChanges:
    """Makes the changes; ``given`` and ``taken`` count the mentions that both graphs have."""

    given: Flows
    taken: Flows
    heirs: Mapping[str, str]
    origins: Mapping[str, str]

    def changed(self, before: Actor, after: Actor) -> ActorChange | None:
        fields = differing(before, after, _FIELDS)
        given, taken = _others(self.given, before.id, after.id), _others(self.taken, after.id, before.id)
        if not fields:
            return None
        minor = fields == ("mentions",) and not given and not taken
        return ActorChange(before=before, after=after, fields=fields, minor=minor, given=given, taken=taken)

    def went(self, actor: Actor) -> ActorChange:
        into = self.heirs.get(actor.id)
        return ActorChange(before=actor, after=None, into=into, given=_others(self.given, actor.id, None))

    def came(self, actor: Actor) -> ActorChange:
        origin = self.origins.get(actor.id)
        taken = _others(self.taken, actor.id, None)
        return ActorChange(before=None, after=actor, parted_from=origin, taken=taken)


def _others(flows: Flows, actor: str, itself: str | None) -> tuple[tuple[str, int], ...]:
    counts = ((other, count) for other, count in flows.get(actor, {}).items() if other != itself)
    return tuple(sorted(counts, key=lambda pair: (-pair[1], pair[0])))


def _most(counts: Counter[str]) -> str | None:
    """The one that more than half of the mentions are of."""
    other, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return other if 2 * count > counts.total() else None


def _reversed(flows: Flows) -> dict[str, Counter[str]]:
    turned: dict[str, Counter[str]] = defaultdict(Counter)
    for actor, counts in flows.items():
        for other, count in counts.items():
            turned[other][actor] = count
    return dict(turned)


def _follow(before: Iterable[Actor], after: Iterable[Actor], documents: SameDocuments) -> Flows:
    """For each actor of ``before`` how many of its mentions are now of which actor; only what both have."""
    ours = _by_document(before, documents.before)
    theirs = _by_document(after, documents.after)
    flows: dict[str, Counter[str]] = defaultdict(Counter)
    for name in sorted(ours.keys() & theirs.keys()):
        exact = name in documents.unaltered
        starts = documents.starts_before[name], documents.starts_after[name]
        owners = dict(_places(theirs[name], starts[1], exact=exact))
        for place, actor in _places(ours[name], starts[0], exact=exact):
            if place in owners:
                flows[actor][owners[place]] += 1
    return dict(flows)


Owned = tuple[str, ActorMention]


def _by_document(actors: Iterable[Actor], names: Mapping[str, int]) -> dict[int, list[Owned]]:
    found: dict[int, list[Owned]] = defaultdict(list)
    for actor in actors:
        for mention in actor.mentions:
            name = names.get(mention.document)
            if name is not None:
                found[name].append((actor.id, mention))
    return found


def _places(mentions: list[Owned], start: int, *, exact: bool) -> Iterator[tuple[Place, str]]:
    """Where each mention stands, with its actor; a place that several have is the first one's by id.

    In the same words that is its offset. In altered ones it is the how-maniest mention of these
    words it is, and pronouns count for nothing: one sentence more would shift them all.
    """
    ordered = sorted(mentions, key=lambda owned: (owned[1].start, owned[1].end, owned[0]))
    seen: set[tuple[int, int]] = set()
    count: Counter[str] = Counter()
    for actor, mention in ordered:
        span = mention.start, mention.end
        if span in seen or (mention.pronoun and not exact):
            continue
        seen.add(span)
        if exact:
            yield (mention.start - start, mention.text), actor
        else:
            count[mention.text] += 1
            yield (count[mention.text], mention.text), actor


def _name_together(pairing: Pairing[Actor], changes: Iterable[ActorChange]) -> SameActors:
    """One name for actors that are, by a pair, a merge or a split, the same; a union-find over both sides."""
    roots: dict[tuple[bool, str], tuple[bool, str]] = {}

    def root(node: tuple[bool, str]) -> tuple[bool, str]:
        while (above := roots.get(node, node)) != node:
            roots[node] = roots.get(above, above)
            node = above
        return node

    links = [(before.id, after.id) for before, after in pairing.pairs]
    for change in changes:
        if change.into is not None:
            links.append((change.id, change.into))
        if change.parted_from is not None:
            links.append((change.parted_from, change.id))
    for before, after in links:
        one, other = sorted((root((False, before)), root((True, after))))
        roots[other] = one
    sides: dict[bool, dict[str, str]] = {False: {}, True: {}}
    for before, after in links:
        for side, each in ((False, before), (True, after)):
            top = root((side, each))
            sides[side][each] = f"{'after' if top[0] else 'before'}:{top[1]}"
    return SameActors(before=sides[False], after=sides[True])
