"""Actors over all documents: named ones by their names, then those that are described.

The result depends on the set of documents alone, never on their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from types import MappingProxyType

from sociogram.ids import slug
from sociogram.knowledge.actor_lists import ActorLists
from sociogram.model import Actor, Judgement, Origin, Skipped
from sociogram.resolve.before import BeforeMerges, explain_overruled, find_joining, look_before
from sociogram.resolve.descriptions import (
    Description,
    describe_asserter,
    describe_body,
    describe_end,
    describe_group,
    describe_named,
    describe_owned,
    describe_property,
    describe_speaker,
    describe_unnamed,
    is_group,
    is_title,
)
from sociogram.resolve.drafts import (
    ActorDraft,
    Directory,
    candidate_label,
    draft_described,
    draft_named,
    identify,
    join_same,
)
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
from sociogram.resolve.kinds import VALUES
from sociogram.resolve.link import Linker
from sociogram.resolve.names import name_key
from sociogram.resolve.outlines import ChainOutline, Outline
from sociogram.resolve.units import APART, ChainKey, Unit, make_units
from sociogram.resolve.words import load_identity_words


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
    """The actors of ``outlines``, which are of different documents; ``Mentions`` gathers where they stand.

    ``places`` has what ``find_places`` finds for ``judgements``.
    """
    ordered = sorted(outlines, key=lambda outline: outline.document.id)
    identity = sort_judgements(judgements)
    units = make_units(ordered, lists, chains_told_apart(identity.different, places))
    distinctions = find_distinctions(identity.different, units, places)
    before, made = _make(ordered, units, lists, identity.same, distinctions, places)
    whole = _find_by_id(distinctions, before, made, units, places)
    if whole != distinctions:
        distinctions = whole
        before, made = _make(ordered, units, lists, identity.same, distinctions, places)
    ids = {draft: each for each, draft in made.by_id.items()}
    actor_of = {chain: ids[draft.final()] for chain, draft in made.draft_of.items()}
    renames, unfit = _renames(identity.renames, ids, made)
    unfit += [unmatched(judgement, judgement.left) for judgement in made.left_over]
    unfit += _explain(distinctions, actor_of, made, ordered, partial(find_joining, identity.same, before))
    unfit += explain_overruled(identity)
    actors = [
        _actor(each, draft, renames.get(each), lists, before) for each, draft in sorted(made.by_id.items())
    ]
    return Resolution(
        actors=tuple(actors),
        actor_of=actor_of,
        reasons=made.reasons,
        skipped=tuple(unfit),
        before=before.id_of,
    )


def _make(
    outlines: Sequence[Outline],
    units: Sequence[Unit],
    lists: ActorLists,
    same: Sequence[Judgement],
    distinctions: Sequence[Distinction],
    places: Places,
) -> tuple[BeforeMerges, _Made]:
    """All drafts before anybody calls two of them the same, if somebody does, and those behind all judgements."""
    if not same:
        return BeforeMerges(), _Made(outlines, units, lists, same, distinctions, places)
    plain = _Made(outlines, units, lists, (), distinctions, places)
    before = look_before(plain.draft_of, plain.by_id, plain.directory)
    return before, _Made(outlines, units, lists, same, distinctions, places, before)


class _Made:
    """All drafts behind rules and judgements; ``left_over`` are the judgements "same" that found no two sides."""

    def __init__(
        self,
        outlines: Sequence[Outline],
        units: Sequence[Unit],
        lists: ActorLists,
        same: Sequence[Judgement],
        distinctions: Sequence[Distinction],
        places: Places,
        before: BeforeMerges = BeforeMerges(),  # noqa: B008 - a frozen value
    ) -> None:
        linker = Linker(units, lists, [pair for distinction in distinctions for pair in distinction.pairs])
        linker.link()
        named = _Named(linker, lists)
        self._places = places
        self._before = {each: chains[0] for each, chains in before.chains.items()}
        left_over = join_same(same, self._directory(named.drafts)) if same else []
        described = _Described(outlines, named)
        self.drafts = [*named.drafts, *described.drafts]
        self.draft_of = described.draft_of
        self.reasons = described.reasons
        while left_over:
            # A merge may make a name or an id that another line names the only one of its kind.
            still = join_same(left_over, self._directory(self.drafts))
            if len(still) == len(left_over):
                break
            left_over = still
        self.left_over = left_over

    def _directory(self, drafts: Sequence[ActorDraft]) -> Directory:
        return Directory(identify(drafts), self._places, self._before)

    @cached_property
    def by_id(self) -> dict[str, ActorDraft]:
        """The actors' drafts by their ids."""
        return identify(self.drafts)

    @cached_property
    def directory(self) -> Directory:
        """Finds the actors' drafts."""
        return Directory(self.by_id, self._places, self._before)


def _find_by_id(
    distinctions: list[Distinction],
    before: BeforeMerges,
    made: _Made,
    units: Sequence[Unit],
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
    chains = {side: set(made.by_id[side].chains) for side in ids if side in made.by_id}
    chains |= {side: set(before.chains[side]) for side in ids if side in before.chains}
    found = {
        side: [unit for unit in units if not wanted.isdisjoint(unit.chains)]
        for side, wanted in chains.items()
    }
    return [
        Distinction(
            distinction.judgement,
            distinction.lefts or found.get(distinction.judgement.left, []),
            distinction.rights or found.get(distinction.judgement.right, []),
        )
        for distinction in distinctions
    ]


class _Named:
    """Drafts of the clusters of units, and the draft of each chain with a name."""

    def __init__(self, linker: Linker, lists: ActorLists) -> None:
        self.drafts: list[ActorDraft] = []
        self.draft_of: dict[ChainKey, ActorDraft] = {}
        self._by_seed: dict[str, ActorDraft] = {}
        self._lists = lists
        self._local = linker.local
        self.things: set[ChainKey] = set()
        clusters: dict[Unit, list[Unit]] = {}
        for unit in linker.units:
            clusters.setdefault(linker.root(unit), []).append(unit)
        bodies: list[list[Unit]] = []
        for units in clusters.values():
            if all(unit.family == "Thing" for unit in units):
                self.things.update(chain for unit in units for chain in unit.chains)
            elif _body_words(units):
                bodies.append(units)
            else:
                self._add(self._draft(units))
        self._by_key: dict[str, dict[str, ActorDraft]] = {}
        for draft in self.drafts:
            for name in sorted(draft.spellings):
                self._by_key.setdefault(name_key(name), {})[draft.seed] = draft
        self._by_surname = _by_surname(clusters, self.draft_of)
        for units in bodies:
            self._add_body(units)

    def _add(self, draft: ActorDraft) -> None:
        self.drafts.append(draft)
        self._by_seed.setdefault(draft.seed, draft)
        self.draft_of.update(dict.fromkeys(draft.chains, draft))

    def find_title(self, chain: ChainOutline) -> ActorDraft | None:
        """The actor whose name a noun phrase is ("the National Party"), where the parse saw no name in it."""
        if chain.form != "nominal" or not is_title(chain.name):
            return None
        found = self._by_key.get(name_key(chain.name), {})
        return next(iter(found.values())) if len(found) == 1 else None

    def _draft(self, units: list[Unit]) -> ActorDraft:
        local = all(unit in self._local or APART in unit.key[2] for unit in units)
        return draft_named(units, self._lists, local=local)

    def _add_body(self, units: list[Unit]) -> None:
        """Give "the Lopez campaign" to the one Lopez, if there is one."""
        draft = self._draft(units)
        owner_words, words = _body_words(units) or ("", "")
        owners = self._by_surname.get(slug(owner_words), {})
        if len(owners) > 1:
            # Of several of the surname the one of its document owns it.
            places = {document for unit in units for document in unit.documents}
            owners = {
                seed: owner
                for seed, owner in owners.items()
                if any(document in places for document, _ in owner.chains)
            }
        if len(owners) == 1 and not draft.known and not any(unit.apart for unit in units):
            (owner,) = owners.values()
            description = describe_property(owner.seed, owner.name, words, draft.kind, "", plural=False)
            described = draft_described(description)
            known = self._by_seed.get(described.seed)
            described = known or described
            if any(is_title(name) for name in draft.spellings):
                # "Orton Foundation" is its name; "Lopez campaign" says whose it is.
                described.name = draft.name
            described.spellings.update(draft.spellings)
            described.chains.extend(draft.chains)
            draft = described
            if known is not None:
                self.draft_of.update(dict.fromkeys(draft.chains, draft))
                return
        self._add(draft)


def _body_words(units: list[Unit]) -> tuple[str, str] | None:
    """Return "Lopez" and "campaign" of a cluster of "Lopez campaign", whose last word is a body's."""
    for name in sorted({name for unit in units for name in unit.spellings}):
        owner, _, last = name.rpartition(" ")
        if owner and last.lower() in load_identity_words().bodies:
            return owner.removesuffix("'s").removesuffix("’s"), last.lower()
    return None


def _by_surname(
    clusters: Mapping[Unit, list[Unit]], draft_of: Mapping[ChainKey, ActorDraft]
) -> dict[str, dict[str, ActorDraft]]:
    found: dict[str, dict[str, ActorDraft]] = {}
    for units in clusters.values():
        for unit in units:
            if unit.person is None or not unit.chains or unit.chains[0] not in draft_of:
                continue
            draft = draft_of[unit.chains[0]]
            for key in {unit.person.surname, unit.key[1], slug(draft.name)}:
                found.setdefault(key, {})[draft.seed] = draft
    return found


MOST_OWNERS = 12
"""Owners behind each other ("Ann's friend's friend") up to whom there is an actor; chosen by hand, far more than anyone
writes on purpose, since each name repeats all those above it."""


class _Described:
    """Drafts of the chains without a name that relations need."""

    def __init__(self, outlines: Sequence[Outline], named: _Named) -> None:
        self.drafts: list[ActorDraft] = []
        self.draft_of = named.draft_of
        self.reasons: dict[ChainKey, str] = {}
        self._depths: dict[ChainKey, int] = {}
        self._by_seed = {draft.seed: draft for draft in named.drafts}
        for outline in outlines:
            self._read(outline, named)

    def _read(self, outline: Outline, named: _Named) -> None:
        document = outline.document.id
        chains = {chain.index: chain for chain in outline.chains}
        asserters = {index for relation in outline.relations for index in relation.asserters}
        ends = {
            end
            for relation in outline.relations
            for end in (relation.subject, relation.object)
            if end is not None
        }
        open_ends = {
            end
            for relation in outline.relations
            if relation.origin is Origin.OPEN
            for end in (relation.subject, relation.object)
            if end is not None
        }
        for index in sorted(ends | asserters | {chain.index for chain in outline.chains if chain.role}):
            if (document, index) in self.draft_of:
                continue
            if (document, index) in named.things:
                # Who says something is told whatever he is, so that no saying is nobody's.
                if index in asserters and chains[index].form == "named":
                    self._add(describe_named(chains[index], document), chains[index], document)
                else:
                    self.reasons[document, index] = "the name is of no known kind"
                continue
            title = named.find_title(chains[index])
            if title is not None:
                title = title.final()
                self.draft_of[document, index] = title
                title.chains.append((document, index))
                continue
            description = self._describe(chains[index], document, chains)
            if description is None and index in open_ends | asserters:
                describe = describe_end if index in open_ends else describe_unnamed
                description = describe(chains[index], document)
            if description is None:
                description = describe_speaker(
                    chains[index], outline.document, self._quoted(index, outline, chains)
                )
            if description is None and index in asserters:
                description = describe_asserter(chains[index], document)
            if description is None:
                self.reasons.setdefault((document, index), _reason(chains[index]))
            else:
                self.reasons.pop((document, index), None)
                self._add(description, chains[index], document)

    def _quoted(self, index: int, outline: Outline, chains: Mapping[int, ChainOutline]) -> str | None:
        """The name of the one in whose words alone the chain ``index`` acts; ``None`` if nobody has one.

        Where it acts in the words of a group at times, "“People want us to go, and we will,” Doe said", it is Doe's.
        """
        # Of "we think we can win" it says the second itself, which tells nobody else.
        held = [
            tuple(each for each in one.asserters if each != index)
            for one in outline.relations
            if one.subject == index
        ]
        asserters = {each[-1:] for each in held}
        if len(asserters) > 1:
            asserters = {tuple(one for one in each if not is_group(chains[one]))[-1:] for each in held}
        if len(asserters) > 1:
            asserters = {each[:1] for each in held}  # "I think we can win": in whose whole speech it stands
        if len(asserters) != 1 or not (asserter := next(iter(asserters))):
            return None
        draft = self.draft_of.get((outline.document.id, asserter[0]))
        if draft is None and chains[asserter[0]].form == "pronoun":
            return None
        return draft.final().name if draft is not None else chains[asserter[0]].name

    def _describe(
        self, chain: ChainOutline, document: str, chains: Mapping[int, ChainOutline]
    ) -> Description | None:
        """What a chain without a name is by its owner, whose own owners are described before it, or by its words."""
        line = self._line_of(chain, document, chains)
        for each in line:
            description = self._describe_one(each, document)
            if description is None or each is chain:
                return description
            self._add(description, each, document)
        return None

    def _line_of(
        self, chain: ChainOutline, document: str, chains: Mapping[int, ChainOutline]
    ) -> list[ChainOutline]:
        """``chain`` behind its owner, that one's owner and so on, from the first below an actor; empty without one."""
        line: list[ChainOutline] = []
        above: ChainOutline | None = chain
        while above is not None and above.form != "named":
            line.append(above)
            key = None if above.owner is None else (document, above.owner)
            depth = len(line) + (self._depths.get(key, 0) if key else 0)
            if depth > MOST_OWNERS:
                self.reasons[document, chain.index] = f"it belongs to somebody over {MOST_OWNERS} others"
                return []
            if key is None or key in self.draft_of:
                self._depths.update(
                    {(document, each.index): depth - place for place, each in enumerate(line)}
                )
                return line[::-1]
            above = chains.get(key[1])
        return []

    def _describe_one(self, chain: ChainOutline, document: str) -> Description | None:
        if chain.owner is None:
            return describe_group(chain) or describe_body(chain, document)
        owner = self.draft_of[document, chain.owner].final()
        return describe_owned(chain, document, owner.seed, owner.name, owner.kind)

    def _add(self, description: Description, chain: ChainOutline, document: str) -> ActorDraft:
        draft = draft_described(description)
        known = self._by_seed.get(draft.seed)
        if known is None:
            self._by_seed[draft.seed] = known = draft
            self.drafts.append(draft)
        known = known.final()
        if (document, chain.index) not in self.draft_of:
            self.draft_of[document, chain.index] = known
            known.chains.append((document, chain.index))
        return known


def _reason(chain: ChainOutline) -> str:
    if chain.kind in VALUES:
        return "a date or a quantity is no actor"
    if chain.form == "pronoun":
        return "a pronoun that stands for nobody known"
    if chain.owner is not None:
        return "it belongs to nobody known"
    return "the words name nobody in particular"


def _renames(
    renames: Sequence[Judgement],
    ids: Mapping[ActorDraft, str],
    made: _Made,
) -> tuple[dict[str, str], list[Skipped]]:
    """The new names by the actors' ids, and the judgements that fit no actor."""
    last: dict[str, Judgement] = {}
    unfit: list[Skipped] = []
    for judgement in renames:
        draft = made.directory.find(judgement.left)
        if draft is None:
            unfit.append(unmatched(judgement, judgement.left))
            continue
        early = last.get(ids[draft])
        if early is not None and early.right != judgement.right:
            unfit.append(
                note_unfit(early, f"a later line calls the same actor '{judgement.right}', and counts")
            )
        last[ids[draft]] = judgement
    return {each: judgement.right for each, judgement in last.items()}, unfit


def _explain(
    distinctions: Sequence[Distinction],
    actor_of: Mapping[ChainKey, str],
    made: _Made,
    outlines: Sequence[Outline],
    joining: Callable[[Sequence[ChainKey], Sequence[ChainKey]], Sequence[Judgement]],
) -> list[Skipped]:
    """Why judgements "different" part nothing, where they do not."""
    described = {
        side
        for distinction in distinctions
        for side, units in distinction.sides
        if not units and made.directory.find(side) is not None
    }
    notes = (
        explain_distinction(each, actor_of, described=described, outlines=outlines, joining=joining)
        for each in distinctions
    )
    return [note for note in notes if note is not None]


def _actor(
    each: str,
    draft: ActorDraft,
    renamed: str | None,
    lists: ActorLists,
    before: BeforeMerges,
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
        former=before.former(each, draft.chains),
    )
