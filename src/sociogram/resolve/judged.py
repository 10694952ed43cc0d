"""What a person judged about identity, replayed over the clusters that the rules made.

A side of a judgement is an actor's id, a name, or ``DOCUMENT@START``: the chain of the mention that
begins at that offset. Of two judgements on the same pair the later one counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sociogram.model import Judgement, Skipped
from sociogram.reading import Reading
from sociogram.resolve.names import name_key
from sociogram.resolve.units import ChainKey, Unit


@dataclass(slots=True, kw_only=True)
class Identity:
    """The judgements on identity, the later ones of a pair alone, in the order of the file."""

    same: list[Judgement] = field(default_factory=list)
    different: list[Judgement] = field(default_factory=list)
    renames: dict[str, str] = field(default_factory=dict)


def sort_judgements(judgements: Sequence[Judgement]) -> Identity:
    """The judgements on identity by their verdict."""
    last: dict[tuple[str, str], Judgement] = {}
    identity = Identity()
    for judgement in judgements:
        if judgement.verdict == "rename":
            identity.renames[judgement.left] = judgement.right
        elif judgement.verdict in {"same", "different"}:
            one, other = sorted((judgement.left, judgement.right))
            last[one, other] = judgement
    for judgement in judgements:
        one, other = sorted((judgement.left, judgement.right))
        if last.get((one, other)) is judgement:
            (identity.same if judgement.verdict == "same" else identity.different).append(judgement)
    return identity


def find_chain(reference: str, readings: Sequence[Reading]) -> ChainKey | None:
    """The chain that ``DOCUMENT@START`` points to."""
    document, at, start = reference.rpartition("@")
    if not at or not start.isdecimal():
        return None
    for reading in readings:
        if reading.document.id == document:
            for chain in reading.chains:
                if any(mention.start == int(start) for mention in chain.mentions):
                    return document, chain.index
    return None


def chains_told_apart(different: Sequence[Judgement], readings: Sequence[Reading]) -> frozenset[ChainKey]:
    """The chains that a judgement "different" names by a mention."""
    found = (
        find_chain(side, readings) for judgement in different for side in (judgement.left, judgement.right)
    )
    return frozenset(chain for chain in found if chain is not None)


def units_apart(
    different: Sequence[Judgement], units: Sequence[Unit], readings: Sequence[Reading]
) -> list[tuple[Unit, Unit]]:
    """The pairs of units that judgements keep apart."""
    pairs = []
    for judgement in different:
        lefts = _units_of(judgement.left, units, readings)
        rights = _units_of(judgement.right, units, readings)
        pairs += [(left, right) for left in lefts for right in rights if left is not right]
    return pairs


def _units_of(reference: str, units: Sequence[Unit], readings: Sequence[Reading]) -> list[Unit]:
    chain = find_chain(reference, readings)
    if chain is not None:
        return [unit for unit in units if chain in unit.chains]
    key = name_key(reference)
    return [
        unit for unit in units if unit.known == reference or any(name_key(n) == key for n in unit.spellings)
    ]


def unmatched(judgement: Judgement, side: str) -> Skipped:
    """The note that a judgement names something that is not in the graph."""
    return Skipped(
        document="",
        stage="resolve",
        reason=f"judgement '{judgement.verdict}': '{side}' is no actor, name or mention of this graph",
        text=f"{judgement.left} | {judgement.right}",
    )
