"""Readable ids for actors: the slug of the name, told apart by kind and then by a hash, never by order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sociogram.ids import content_hash, kind_slug, slug

_HASH_CHARACTERS = 6
"""Hexadecimal digits behind an id that would else be another one too; those that are still alike get more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdParts:
    """What an id is made of. ``seed`` is equal in every run for the same actor and for no other one.

    ``known`` is the id in a list, which is kept as it is; ``local`` actors always bear a hash.
    """

    name: str
    kind: str
    seed: str
    known: str | None = None
    local: bool = False


def assign_ids(candidates: Sequence[IdParts]) -> list[str]:
    """One id for each candidate, in their order; all are different."""
    by_slug: dict[str, list[int]] = {}
    ids = [""] * len(candidates)
    taken: set[str] = set()
    for index, candidate in enumerate(candidates):
        base = candidate.known or slug(candidate.name.removeprefix("the "))
        if candidate.local:
            base = f"{base}-{_short_hash(candidate)}"
        by_slug.setdefault(base, []).append(index)
    for base, indices in sorted(by_slug.items()):
        known = [index for index in indices if candidates[index].known]
        winner = known[0] if known else indices[0] if len(indices) == 1 else None
        for index in indices:
            ids[index] = base if index == winner else f"{base}-{kind_slug(candidates[index].kind)}"
    counts: dict[str, int] = {}
    for each in ids:
        counts[each] = counts.get(each, 0) + 1
    for index, candidate in enumerate(candidates):
        if counts[ids[index]] > 1 and not candidate.known:
            ids[index] = f"{ids[index]}-{_short_hash(candidate)}"
    for index in sorted(
        range(len(candidates)), key=lambda number: (not candidates[number].known, candidates[number].seed)
    ):
        if ids[index] in taken:
            ids[index] = f"{ids[index]}-{content_hash(ids[index], candidates[index].seed)}"
        taken.add(ids[index])
    return ids


def _short_hash(candidate: IdParts) -> str:
    return content_hash(candidate.seed)[:_HASH_CHARACTERS]
