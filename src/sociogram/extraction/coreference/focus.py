"""What a text is about where an anaphor stands: salience, after centering (Grosz, Joshi and Weinstein 1995)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sociogram.extraction.coreference.facts import Facts
    from sociogram.extraction.coreference.scene import Scene

LEAD = 1
"""The last sentence of a lead: the title, and the first sentence behind it."""

FARTHEST = 60
"""How many mentions back the last pronoun and the last subject are looked for."""

CLAUSES = frozenset({"relcl", "acl", "appos"})


@dataclass(frozen=True, slots=True)
class Focus:
    """The place of one anaphor among its candidates.

    ``above`` are the tokens that govern it, ``largest`` the most mentions that the cluster of a
    candidate has; ``last`` and ``centre``
    stand for the clusters of the last pronoun of its sort and of the subject of the last
    sentence before, or are -1; ``owned`` has for the cluster of "her mother" that of "her", where
    both are candidates.
    """

    above: frozenset[int]
    largest: int
    last: int
    centre: int
    owned: Mapping[int, int]


def read_focus(scene: Scene, one: Facts, candidates: Sequence[Facts]) -> Focus:
    """The focus in which ``one`` chooses among ``candidates``."""
    above = frozenset(scene.tokens.climb(one.head)) - {one.head}
    if one.mention.form != "pronoun":
        return Focus(above, 0, -1, -1, {})
    roots = {scene.clusters.find(other.index) for other in candidates}
    largest = max((len(scene.clusters.members(root)) for root in roots), default=0)
    owned = _owned(scene, candidates, roots)
    return Focus(above, largest, _last(scene, one), _centre(scene, one), owned)


def _owned(scene: Scene, candidates: Sequence[Facts], roots: set[int]) -> dict[int, int]:
    """For the clusters of ``roots`` that a candidate calls another's ("her mother") that other's cluster."""
    found: dict[int, int] = {}
    for other in candidates:
        owner = scene.owners.get(other.head)
        root = scene.clusters.find(other.index)
        if owner is not None and scene.clusters.find(owner) in roots - {root}:
            found.setdefault(root, scene.clusters.find(owner))
    return found


def _last(scene: Scene, one: Facts) -> int:
    """The cluster of the last pronoun before ``one`` that may be the same one's: its gender and number, its voice."""
    for index in range(one.index - 1, max(-1, one.index - FARTHEST), -1):
        other = scene.facts[index]
        if other.mention.form != "pronoun" or other.mention.person != 3 or other.relative:
            continue
        alike = other.gender == one.gender and other.number == one.number
        if alike and scene.voices[index] == scene.voices[one.index]:
            return scene.clusters.find(index)
    return -1


def _centre(scene: Scene, one: Facts) -> int:
    """The cluster of the subject of the main clause of the sentence before."""
    tokens = scene.tokens
    for index in range(one.index - 1, max(-1, one.index - FARTHEST), -1):
        other = scene.facts[index]
        if other.head < 0 or other.sentence == one.sentence:
            continue
        if one.sentence - other.sentence > 1:
            return -1
        if other.role == "subject" and not other.relative and tokens.dep[other.verb] == "ROOT":
            return scene.clusters.find(index)
    return -1


def salience_features(scene: Scene, focus: Focus, one: Facts, other: Facts) -> list[str]:
    """How much the cluster of ``other`` is what the text is about where the pronoun ``one`` stands."""
    root = scene.clusters.find(other.index)
    share = _share(len(scene.clusters.members(root)), focus)
    found = ["share=" + share]
    back = min(3, one.sentence - other.sentence)
    found.append(f"share={share},s={back}")
    if scene.facts[root].sentence <= LEAD:
        found += ["lead", "lead,share=" + share]
    if focus.last >= 0:
        found.append("last=" + str(root == focus.last))
    if focus.centre >= 0:
        found.append("centre=" + str(root == focus.centre))
    if root in focus.owned:
        found += ["owned", "owned,share=" + share]
    if root in focus.owned.values():
        found.append("owner")
    if other.mention.form != "pronoun" and other.sentence != one.sentence and is_aside(scene, other):
        found += ["aside", "aside,share=" + share]
    found.append("chain=" + _told(scene, one, root))
    return found


def _share(size: int, focus: Focus) -> str:
    if size == focus.largest:
        return "most"
    return "half" if size * 2 >= focus.largest else "some" if size * 5 >= focus.largest else "few"


def is_aside(scene: Scene, other: Facts) -> bool:
    """Whether the mention stands in a clause or an apposition that only describes a noun."""
    tokens = scene.tokens
    return any(tokens.dep[token] in CLAUSES for token in tokens.climb(other.head))


def _told(scene: Scene, one: Facts, root: int) -> str:
    """Whether the chain has a name, and whether its words or only its pronouns tell the gender."""
    profile = scene.clusters.profile(root)
    name = "named" if profile.named else "nameless"
    if one.gender in profile.told:
        return name + ",told"
    return name + (",pronouns" if one.gender in profile.genders else ",open")
