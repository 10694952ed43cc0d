"""What a person judged about identity, replayed over the clusters that the rules made.

A side of a judgement is an actor's id, a name, or ``DOCUMENT@START``: the chain of the mention that
begins at that offset, and ends at another where it is ``DOCUMENT@START-END``. Of two judgements on the
same pair the later one counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sociogram.extraction.reading import Reading
from sociogram.model import Judgement, Skipped
from sociogram.resolve.by_chain import ChainKey
from sociogram.resolve.names import name_key
from sociogram.resolve.outlines import Outline
from sociogram.resolve.units import APART, Unit, Units

_MENTION = re.compile(r"(?P<document>.+)@(?P<start>[0-9]{1,18})(?:-(?P<end>[0-9]{1,18}))?", re.DOTALL)
"""A place in a document; 18 digits are more than any text has characters, and no number that Python reads
slowly."""


@dataclass(slots=True, kw_only=True)
class Identity:
    """The judgements on identity in the order of the file, of those on one pair the later one alone."""

    same: list[Judgement] = field(default_factory=list)
    different: list[Judgement] = field(default_factory=list)
    renames: list[Judgement] = field(default_factory=list)
    """All of them: which of two names for one actor counts is known when the actors are."""
    overruled: list[tuple[Judgement, Judgement]] = field(default_factory=list)
    """Lines with the later lines that say the opposite of the same two."""


def sort_judgements(judgements: Sequence[Judgement]) -> Identity:
    """The judgements on identity by their verdict."""
    last: dict[tuple[str, str], Judgement] = {}
    identity = Identity()
    for judgement in judgements:
        if judgement.verdict == "rename":
            identity.renames.append(judgement)
        elif judgement.verdict in {"same", "different"}:
            one, other = sorted((judgement.left, judgement.right))
            last[one, other] = judgement
    for judgement in judgements:
        one, other = sorted((judgement.left, judgement.right))
        late = last.get((one, other))
        if late is judgement:
            (identity.same if judgement.verdict == "same" else identity.different).append(judgement)
        elif (
            late is not None
            and judgement.verdict in {"same", "different"}
            and late.verdict != judgement.verdict
        ):
            identity.overruled.append((judgement, late))
    return identity


Places = Mapping[str, ChainKey]
"""The chains that sides of judgements name by a mention, by the side."""


def find_places(judgements: Iterable[Judgement], load: Callable[[str], Reading | None]) -> Places:
    """The chains that sides ``DOCUMENT@START`` or ``DOCUMENT@START-END`` of ``judgements`` point to.

    ``load`` gives the reading of a document by its id, or nothing where there is none.
    """
    found: dict[str, ChainKey] = {}
    for side in dict.fromkeys(side for each in judgements for side in (each.left, each.right)):
        place = _MENTION.fullmatch(side)
        reading = load(place["document"]) if place is not None else None
        if place is not None and reading is not None:
            end = None if place["end"] is None else int(place["end"])
            chain = _chain_at(reading, int(place["start"]), end)
            if chain is not None:
                found[side] = place["document"], chain
    return found


def _chain_at(reading: Reading, start: int, end: int | None) -> int | None:
    """The chain with a mention that begins at ``start``, and ends at ``end`` if given; of several one with a name."""
    found = [
        chain
        for chain in reading.chains
        if any(mention.start == start and (end is None or mention.end == end) for mention in chain.mentions)
    ]
    best = min(found, key=lambda chain: (chain.form != "named", chain.index), default=None)
    return None if best is None else best.index


def chains_told_apart(different: Sequence[Judgement], places: Places) -> frozenset[ChainKey]:
    """The chains that a judgement "different" names by a mention."""
    sides = (side for judgement in different for side in (judgement.left, judgement.right))
    return frozenset(places[side] for side in sides if side in places)


@dataclass(frozen=True, slots=True)
class Distinction:
    """A judgement "different" with the units that each of its sides names."""

    judgement: Judgement
    lefts: Sequence[Unit]
    rights: Sequence[Unit]

    @property
    def sides(self) -> tuple[tuple[str, Sequence[Unit]], tuple[str, Sequence[Unit]]]:
        """What it says of each side, with the units."""
        return (self.judgement.left, self.lefts), (self.judgement.right, self.rights)

    @property
    def pairs(self) -> list[tuple[Unit, Unit]]:
        """The pairs of units that it keeps apart."""
        return [(left, right) for left in self.lefts for right in self.rights if left is not right]


def find_distinctions(different: Sequence[Judgement], units: Units, places: Places) -> list[Distinction]:
    """What the judgements ``different`` are about."""
    sides = dict.fromkeys(side for each in different for side in (each.left, each.right))
    found = _units_of(sides, units, places)
    return [Distinction(each, found[each.left], found[each.right]) for each in different]


def explain_distinction(
    distinction: Distinction,
    actor_of: Mapping[ChainKey, str],
    chains_of: Mapping[Unit, Sequence[ChainKey]],
    *,
    described: Container[str],
    outlines: Iterable[Outline],
    joining: Callable[[Sequence[ChainKey], Sequence[ChainKey]], Sequence[Judgement]],
) -> Skipped | None:
    """Why a judgement "different" parts nothing, if so.

    ``actor_of`` has the actor of each chain behind all judgements, ``chains_of`` the chains of each of its units,
    ``described`` the sides that are actors without a name; ``joining`` finds the judgements "same" that make one of the
    chains of two sides.
    """
    judgement = distinction.judgement
    named = (*distinction.lefts, *distinction.rights)
    if not (distinction.lefts and distinction.rights) and any(unit.apart for unit in named):
        # One mention is apart from all others, whoever they are.
        return None
    actors: set[str] = set()
    sides: list[Sequence[ChainKey]] = []
    for side, units in distinction.sides:
        if side in described:
            return note_unfit(
                judgement, f"'{side}' has no name of its own, and only what has one can be kept apart"
            )
        chains = [chain for unit in units for chain in chains_of[unit]] or _chains_called(side, outlines)
        found = {actor_of[chain] for chain in chains if chain in actor_of}
        if not found:
            return unmatched(judgement, side)
        actors |= found
        sides.append(chains)
    if len(actors) > 1 or _is_off_the_lists(distinction):
        return None
    (one,) = actors
    still = f"'{judgement.left}' and '{judgement.right}' are still one, {one}"
    others = joining(*sides)
    if others:
        lines = " and ".join(f"same '{each.left}' '{each.right}'" for each in others)
        return note_unfit(
            judgement, f"{still}, for another judgement says {lines}; delete one of these lines"
        )
    return note_unfit(judgement, f"{still}; {_REMEDY}")


_REMEDY = "the words of a document, one spelling, a list of actors or another judgement make them so"


def _is_off_the_lists(distinction: Distinction) -> bool:
    """Whether it says of the one mention of a name that it is not the well-known actor of that name."""
    units = {*distinction.lefts, *distinction.rights}
    return len(units) == 1 and any(APART in unit.key[2] for unit in units)


def _units_of(sides: Iterable[str], units: Units, places: Places) -> dict[str, list[Unit]]:
    """The units that each of ``sides`` names, in the order of their keys."""
    found: dict[str, list[Unit]] = {}
    by_key: dict[str, list[str]] = {}
    for side in sides:
        found[side] = []
        if side in places:
            found[side] = units.of_alone(places[side])
        else:
            by_key.setdefault(name_key(side), []).append(side)
    for unit in (*units.wide, *units.hold_called(by_key.keys())) if by_key else ():
        called = {name_key(name) for name in unit.spellings}
        named = [side for key in called & by_key.keys() for side in by_key[key]]
        if unit.known in found and unit.known not in places and unit.known not in named:
            named.append(unit.known)
        for side in named:
            found[side].append(unit)
    return {side: sorted(named, key=lambda unit: unit.key) for side, named in found.items()}


def _chains_called(name: str, outlines: Iterable[Outline]) -> list[ChainKey]:
    """The chains with a mention of that name, whatever name stands for the whole chain."""
    key = name_key(name)
    return [
        (outline.document.id, chain.index)
        for outline in outlines
        for chain in outline.chains
        if any(name_key(called) == key for called, _ in chain.names)
    ]


def unmatched(judgement: Judgement, side: str) -> Skipped:
    """The note that a judgement names something that is not in the graph."""
    return note_unfit(judgement, f"'{side}' is no actor, name or mention of this graph")


def note_unfit(judgement: Judgement, reason: str, *, stage: str = "resolve") -> Skipped:
    """The note that a judgement changes nothing; its text is the sides, ``left | right``."""
    return Skipped(
        document="",
        stage=stage,
        reason=f"judgement '{judgement.verdict}': {reason}",
        text=" | ".join(side for side in (judgement.left, judgement.right) if side),
        kind="judgement",
    )
