"""Drafts of the chains without a name that relations need: a document at a time, given the drafts of its names."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

from sociogram.model import Origin
from sociogram.resolve.by_chain import ByChain
from sociogram.resolve.clusters import Clusters
from sociogram.resolve.descriptions import (
    Description,
    describe_asserter,
    describe_body,
    describe_end,
    describe_group,
    describe_named,
    describe_owned,
    describe_speaker,
    describe_unnamed,
    is_group,
)
from sociogram.resolve.drafts import ActorDraft, draft_described
from sociogram.resolve.kinds import VALUES
from sociogram.resolve.named import NamedDrafts
from sociogram.resolve.outlines import ChainOutline, Outline

MOST_OWNERS = 12
"""Owners behind each other ("Ann's friend's friend") up to whom there is an actor; chosen by hand, far more than anyone
writes on purpose, since each name repeats all those above it."""


class DescribedDrafts:
    """All drafts, those of ``named`` and those of chains that have no name.

    ``draft_numbers`` has the number of its draft for the place of each chain, ``reasons`` why a chain is no actor that
    a relation needs.
    """

    def __init__(self, outlines: Iterable[Outline], named: NamedDrafts, clusters: Clusters) -> None:
        self.drafts = list(named.drafts)
        for number, draft in enumerate(self.drafts):
            draft.number = number
        self._named = named
        self._by_seed = named.by_seed
        places = clusters.units.names.places
        self.draft_numbers = array("i", [-1]) * len(places)
        reasons: dict[str, int] = {}
        reason_numbers = array("i", [-1]) * len(places)
        for outline, (document, chains) in zip(outlines, clusters.in_documents(), strict=True):
            begin, place_of = places.begin(places.documents[document]), _places_of(outline)
            one = _Document(self, outline)
            for place, number in chains:
                one.set_named(outline.chains[place].index, named.of_cluster[number])
            one.read()
            for index, draft in one.draft_of.items():
                self.draft_numbers[begin + place_of[index]] = draft.number
            for index, reason in one.reasons.items():
                reason_numbers[begin + place_of[index]] = reasons.setdefault(reason, len(reasons))
        self.reasons: ByChain[str] = ByChain(places, reason_numbers, list(reasons))

    def find_title(self, chain: ChainOutline) -> ActorDraft | None:
        """The actor whose name a noun phrase is."""
        return self._named.find_title(chain)

    def add(self, description: Description) -> ActorDraft:
        """The draft of a description, made if there is none."""
        draft = draft_described(description)
        known = self._by_seed.get(draft.seed)
        if known is None:
            self._by_seed[draft.seed] = known = draft
            draft.number = len(self.drafts)
            self.drafts.append(draft)
        return known.final()


def _places_of(outline: Outline) -> dict[int, int]:
    return {chain.index: place for place, chain in enumerate(outline.chains)}


class _Document:
    """The drafts of the chains of one document, and why others are no actors, by their indices."""

    def __init__(self, drafts: DescribedDrafts, outline: Outline) -> None:
        self.draft_of: dict[int, ActorDraft] = {}
        self.reasons: dict[int, str] = {}
        self._things: set[int] = set()
        self._drafts = drafts
        self._outline = outline
        self._depths: dict[int, int] = {}

    def set_named(self, index: int, draft: ActorDraft | None) -> None:
        """Say whose a chain with a name is, ``None`` if it is of no known kind."""
        if draft is None:
            self._things.add(index)
        else:
            self.draft_of[index] = draft

    def read(self) -> None:
        """Find the drafts of all that relations need."""
        outline, document = self._outline, self._outline.document.id
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
            if index in self.draft_of:
                continue
            if index in self._things:
                # Who says something is told whatever he is, so that no saying is nobody's.
                if index in asserters and chains[index].form == "named":
                    self._add(describe_named(chains[index], document), chains[index])
                else:
                    self.reasons[index] = "the name is of no known kind"
                continue
            title = self._drafts.find_title(chains[index])
            if title is not None:
                self.draft_of[index] = title.final()
                continue
            description = self._describe(chains[index], document, chains)
            if description is None and (
                index in asserters or (index in open_ends and not _is_nobodys(chains[index], chains))
            ):
                describe = describe_end if index in open_ends else describe_unnamed
                description = describe(chains[index], document)
            if description is None:
                description = describe_speaker(
                    chains[index], outline.document, self._quoted(index, outline, chains)
                )
            if description is None and index in asserters:
                description = describe_asserter(chains[index], document)
            if description is None:
                self.reasons.setdefault(index, _reason(chains[index]))
            else:
                self.reasons.pop(index, None)
                self._add(description, chains[index])

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
        draft = self.draft_of.get(asserter[0])
        if draft is None and chains[asserter[0]].form == "pronoun":
            return None
        return draft.final().name if draft is not None else chains[asserter[0]].name

    def _describe(
        self, chain: ChainOutline, document: str, chains: Mapping[int, ChainOutline]
    ) -> Description | None:
        """What a chain without a name is by its owner, whose own owners are described before it, or by its words."""
        line = self._line_of(chain, chains)
        for each in line:
            description = self._describe_one(each, document)
            if description is None or each is chain:
                return description
            self._add(description, each)
        return None

    def _line_of(self, chain: ChainOutline, chains: Mapping[int, ChainOutline]) -> list[ChainOutline]:
        """``chain`` behind its owner, that one's owner and so on, from the first below an actor; empty without one."""
        line: list[ChainOutline] = []
        above: ChainOutline | None = chain
        while above is not None and above.form != "named":
            line.append(above)
            owner = above.owner
            depth = len(line) + (0 if owner is None else self._depths.get(owner, 0))
            if depth > MOST_OWNERS:
                self.reasons[chain.index] = f"it belongs to somebody over {MOST_OWNERS} others"
                return []
            if owner is None or owner in self.draft_of:
                self._depths.update({each.index: depth - place for place, each in enumerate(line)})
                return line[::-1]
            above = chains.get(owner)
        return []

    def _describe_one(self, chain: ChainOutline, document: str) -> Description | None:
        if chain.owner is None:
            return describe_group(chain) or describe_body(chain, document)
        owner = self.draft_of[chain.owner].final()
        return describe_owned(chain, document, owner.seed, owner.name, owner.kind)

    def _add(self, description: Description, chain: ChainOutline) -> None:
        draft = self._drafts.add(description)
        self.draft_of.setdefault(chain.index, draft)


def _is_nobodys(chain: ChainOutline, chains: Mapping[int, ChainOutline]) -> bool:
    """Whether a pronoun that stands for nobody known says whose it is: of "its chairman" no "chairman" is told."""
    owner = None if chain.owner is None else chains.get(chain.owner)
    return owner is not None and owner.form == "pronoun"


def _reason(chain: ChainOutline) -> str:
    if chain.kind in VALUES:
        return "a date or a quantity is no actor"
    if chain.form == "pronoun":
        return "a pronoun that stands for nobody known"
    if chain.owner is not None:
        return "it belongs to nobody known"
    return "the words name nobody in particular"
