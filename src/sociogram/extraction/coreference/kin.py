"""Who "his father" and "her husband" are, where the document has told it from either side.

Behind "Carl Oak's son, Tom," Tom's father is Carl Oak, and Oak's son is Tom; behind "Oak's wife, Ann," Ann's husband is
Oak. Where two are called so, or other words stand before the noun ("her first husband"), it stays open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.extraction.coreference.scene import Scene

_KIN = load_vocabulary("coreference").values("kin")
_INVERSE = {"spouse": "spouse", "child": "parent"}
"""Whom the inverse finds: of the one wife, of the one father. A parent may have several children."""
_ROUNDS = 3
"""How often what was found may tell of others: "his wife's father"."""
_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "advmod"})
_IDLE = frozenset({"late", "own", "beloved", "then"})
"""Words before such a noun that do not tell one relative from another."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A phrase for somebody's relative: its mention, its owner's, the sort and noun of kin and the words before it."""

    index: int
    owner: int
    sort: str
    noun: str
    words: frozenset[str]


def join_kin(scene: Scene) -> None:
    """Join each phrase for a relative without a name to the one of whom the document says that he is it."""
    relatives = [found for one in scene.facts if (found := _relative(scene, one)) is not None]
    if not relatives:
        return
    for _ in range(_ROUNDS):
        told = [one for one in relatives if scene.clusters.profile(one.index).named]
        joined = [_join(scene, one, told) for one in relatives if not scene.clusters.profile(one.index).named]
        if not any(joined):
            return


def _relative(scene: Scene, one: Facts) -> Relative | None:
    owner = scene.owners.get(one.head) if one.head >= 0 else None
    sort = _KIN.get(one.lemma)
    if owner is None or sort is None or one.mention.form != "nominal" or one.number != "singular":
        return None
    tokens = scene.tokens
    words = {
        tokens.lower[child]
        for child in tokens.children[one.head]
        if child < one.head and tokens.dep[child] in _MODIFIERS
    }
    return Relative(one.index, owner, sort, one.lemma, frozenset(words) - _IDLE)


def _join(scene: Scene, one: Relative, told: list[Relative]) -> bool:
    """Join ``one`` to the only person whom ``told`` allows; whether it was."""
    clusters = scene.clusters
    found = {
        clusters.find(other.index)
        for other in told
        if (other.noun, other.words) == (one.noun, one.words) and clusters.same(other.owner, one.owner)
    }
    if not found and not one.words:
        found = {
            clusters.find(other.owner)
            for other in told
            if _INVERSE.get(other.sort) == one.sort
            and not other.words
            and clusters.same(other.index, one.owner)
            and clusters.profile(other.owner).named
        }
    found = {
        root for root in found if root != clusters.find(one.owner) and clusters.compatible(root, one.index)
    }
    return len(found) == 1 and clusters.join(found.pop(), one.index)
