"""Who "his father" and "her husband" are, where the document has told it from either side.

Behind "Carl Oak's son, Tom," Tom's father is Carl Oak, and Oak's son is Tom; behind "Oak's wife, Ann," Ann's husband is
Oak. Where two are called so, or other words stand before the noun ("her first husband"), it stays open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.extraction.coreference.scene import Scene

    _Sets = dict[int, dict[Hashable, set[int]]]

_KIN = load_vocabulary("coreference").values("kin")
_INVERSE = {"spouse": "spouse", "child": "parent"}
"""Whom the inverse finds: of the one wife, of the one father. A parent may have several children."""
_ROUNDS = 3
"""How often what was found may tell of others: "his wife's father"."""
_MOST_ALIKE = 20
"""Relatives of one person by one word up to whom it is asked which is meant: nobody has more sons."""
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
        told = _Told(scene.clusters, relatives)
        joined = [_join(scene, one, told) for one in relatives if not scene.clusters.profile(one.index).named]
        if not any(joined):
            return


class _Told:
    """Whom the document calls whose relative: mentions by the clusters of their owners, and owners by those of them.

    It follows the clusters as they are joined by ``join``.
    """

    def __init__(self, clusters: Clusters, relatives: Sequence[Relative]) -> None:
        self._clusters = clusters
        self._called: _Sets = {}
        self._owners: _Sets = {}
        for one in relatives:
            if not clusters.profile(one.index).named:
                continue
            _put(self._called, clusters.find(one.owner), (one.noun, one.words), one.index)
            if not one.words and one.sort in _INVERSE:
                _put(self._owners, clusters.find(one.index), _INVERSE[one.sort], one.owner)

    def called(self, one: Relative) -> set[int]:
        """The clusters of those who are called by the words of ``one`` and are the same owner's."""
        found = self._called.get(self._clusters.find(one.owner), {}).get((one.noun, one.words))
        return self._roots(found)

    def owners(self, one: Relative) -> set[int]:
        """The clusters with a name whose relative the owner of ``one`` is, so that they are such relatives of it."""
        found = self._owners.get(self._clusters.find(one.owner), {}).get(one.sort)
        return {root for root in self._roots(found) if self._clusters.profile(root).named}

    def join(self, root: int, index: int) -> bool:
        """Join two clusters if nothing forbids it; whether they are one now."""
        before = {self._clusters.find(root), self._clusters.find(index)}
        if not self._clusters.join(root, index):
            return False
        after = self._clusters.find(root)
        for each in before - {after}:
            _merge(self._called, each, after)
            _merge(self._owners, each, after)
        return True

    def _roots(self, found: set[int] | None) -> set[int]:
        """The clusters of ``found``, which keeps one mention of each; none where they are too many to be one."""
        if not found:
            return set()
        roots = {self._clusters.find(index) for index in found}
        found.intersection_update(roots)
        found.update(roots)
        return roots if len(roots) <= _MOST_ALIKE else set()


def _put(sets: _Sets, root: int, key: Hashable, index: int) -> None:
    sets.setdefault(root, {}).setdefault(key, set()).add(index)


def _merge(sets: _Sets, root: int, into: int) -> None:
    """Give what stands under ``root`` to ``into``; the smaller goes to the larger, so that this is never slow."""
    small, large = sorted((sets.pop(root, {}), sets.pop(into, {})), key=len)
    for key, found in small.items():
        few, many = sorted((found, large.get(key, set())), key=len)
        many |= few
        large[key] = many
    if large:
        sets[into] = large


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


def _join(scene: Scene, one: Relative, told: _Told) -> bool:
    """Join ``one`` to the only person whom ``told`` allows; whether it was."""
    clusters = scene.clusters
    found = told.called(one)
    if not found and not one.words:
        found = told.owners(one)
    found = {
        root for root in found if root != clusters.find(one.owner) and clusters.compatible(root, one.index)
    }
    return len(found) == 1 and told.join(found.pop(), one.index)
