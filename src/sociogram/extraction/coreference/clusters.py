"""Chains under construction: sets of mentions that can be joined unless something forbids it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.facts import GROUPS, PLACES
from sociogram.knowledge.actor_lists import load_actor_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sociogram.extraction.coreference.facts import Facts


_MOST_NAMES = 50
"""Names of one person in a document, more than anybody has: what has more is a list, and takes no other name."""
_INITIALS = 2
"""Letters of initials at most, without their points: "J.R." is "jr"."""


@dataclass(slots=True)
class Profile:
    """What the mentions of one cluster say together; ``unknown`` values are left out.

    ``told`` are the genders that other words than pronouns tell; ``named`` says that one of them is a name.
    """

    genders: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    persons: dict[tuple[str, ...], str] = field(default_factory=dict)
    """The words of each personal name, with its generation ("jr")."""
    told: set[str] = field(default_factory=set)
    named: bool = False
    seats: set[str] = field(default_factory=set)
    """The places that a legislator sits for: "the Florida senator" is no "Sen. Ann Lee, R-Iowa"."""

    def add(self, other: Profile) -> None:
        """Take over what ``other`` says."""
        self.genders |= other.genders
        self.known |= other.known
        self.families |= other.families
        self.persons.update(other.persons)
        self.told |= other.told
        self.named = self.named or other.named
        self.seats |= other.seats


def profile_of(facts: Facts) -> Profile:
    """The profile of one mention."""
    mention = facts.mention
    profile = Profile(named=mention.form == "named")
    if facts.gender != "unknown":
        profile.genders.add(facts.gender)
        if mention.form != "pronoun":
            profile.told.add(facts.gender)
    if mention.known:
        profile.known.add(mention.known)
    family = _family(facts)
    if family:
        profile.families.add(family)
    if mention.form == "named" and mention.kind == "Person":
        profile.persons[facts.words] = facts.generation
    return profile


_FIRST = 30
"""Mentions of a cluster that are asked who it is: whoever is named, is named among the first."""


class Clusters:
    """A partition of the mentions of one document; it only ever gets coarser."""

    def __init__(self, facts: Sequence[Facts]) -> None:
        self._parent = list(range(len(facts)))
        self._members: list[list[int]] = [[index] for index in range(len(facts))]
        self._profiles = [profile_of(one) for one in facts]

    def find(self, index: int) -> int:
        """The mention that stands for the cluster of ``index``: its first."""
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def members(self, index: int) -> list[int]:
        """The mentions of the cluster of ``index``, in the order in which they were joined."""
        return self._members[self.find(index)]

    def first(self, index: int) -> list[int]:
        """The first of the members, enough to know who it is; asking all of each of many takes too long."""
        return self._members[self.find(index)][:_FIRST]

    def profile(self, index: int) -> Profile:
        """What the cluster of ``index`` says of itself."""
        return self._profiles[self.find(index)]

    def seat(self, index: int, places: Iterable[str]) -> None:
        """Keep which places the text lets the legislator of ``index`` sit for."""
        self.profile(index).seats.update(places)

    def same(self, left: int, right: int) -> bool:
        """Whether two mentions are in one cluster."""
        return self.find(left) == self.find(right)

    def join(self, left: int, right: int, *, stated: bool = False) -> bool:
        """Join two clusters if nothing forbids it; whether they are one now.

        Where the text has ``stated`` that both are one, other names and kinds are no hindrance.
        """
        left, right = self.find(left), self.find(right)
        if left == right:
            return True
        if not self.compatible(left, right, stated=stated):
            return False
        if right < left:
            left, right = right, left
        self._parent[right] = left
        self._members[left].extend(self._members[right])
        self._members[right] = []
        self._profiles[left].add(self._profiles[right])
        return True

    def compatible(self, left: int, right: int, *, stated: bool = False) -> bool:
        """Whether no veto stands between the clusters of two mentions; of what is ``stated``, none of name and kind."""
        left, right = self.find(left), self.find(right)
        one, other = self._profiles[left], self._profiles[right]
        if any(
            disjoint(*both)
            for both in ((one.genders, other.genders), (one.known, other.known), (one.seats, other.seats))
        ):
            return False
        return stated or not (
            kinds_clash(one.families, other.families) or people_clash(one.persons, other.persons)
        )

    def groups(self) -> list[list[int]]:
        """All clusters, each sorted, in the order of their first mentions."""
        return [sorted(members) for members in self._members if members]


def disjoint(left: set[str], right: set[str]) -> bool:
    """Whether two sets of known values have nothing in common."""
    return bool(left and right and not left & right)


def kinds_clash(left: set[str], right: set[str]) -> bool:
    """Whether two sets of families cannot be those of one thing; a town may name its team or government."""
    return disjoint(left, right) and not left | right <= {"Group", "Place"}


def _family(facts: Facts) -> str:
    """The kind as far as it keeps mentions apart; empty where it is open."""
    mention = facts.mention
    if mention.form == "pronoun":
        # "you" in a letter may be a firm.
        return "Person" if facts.animate and facts.number == "singular" and mention.person != 2 else ""
    if mention.demonym:
        return "Demonym"
    if mention.kind in GROUPS:
        return "Group"
    if mention.kind in PLACES:
        return "Place"
    return "" if mention.kind == "Thing" else mention.kind


def people_clash(left: dict[tuple[str, ...], str], right: dict[tuple[str, ...], str]) -> bool:
    """Whether two sets of personal names, with their generations, cannot be those of one person.

    Full names must agree in pairs; a single word must only be part of some name of its own set
    or of the other ("Marilyn" and "Monroe" are one where "Marilyn Monroe" is in the set).
    """
    if not left or not right:
        return False
    if len(left) + len(right) > _MOST_NAMES:
        return not (left.keys() <= right.keys() or right.keys() <= left.keys())
    for ones, others in ((left, right), (right, left)):
        for name, generation in ones.items():
            if len(name) > 1:
                clashes = (
                    persons_clash(name, generation, *item) for item in others.items() if len(item[0]) > 1
                )
                if any(clashes):
                    return True
            elif not any(len(own) > 1 and name[0] in own for own in ones) and all(
                persons_clash(name, generation, *item) for item in others.items()
            ):
                return True
    return False


def persons_clash(
    name: tuple[str, ...], generation: str, other: tuple[str, ...], other_generation: str
) -> bool:
    """Whether two names, in ``name_words``, cannot be one person's: other generation or other given name."""
    if name == other:
        return False
    if len(name) > 1 and len(other) > 1 and generation != other_generation:
        return True
    ones = name[:-1] if generation else name
    others = other[:-1] if other_generation else other
    shared = set(ones) & set(others)
    if not shared:
        return True
    if len(ones) == 1 or len(others) == 1:
        return False
    if ones[0] == others[0]:
        # "Park Ji-hoon" and "Park Min-ji" have their surname in front.
        return ones[-1] != others[-1] and not (shared.issuperset(ones) or shared.issuperset(others))
    if is_reversed(ones, others):
        return False
    if ones[-1] == others[-1] and initials_match(ones[:-1], others[:-1]):
        return False
    # "Sam Lee" and "Samuel Sam Lee"; no given name of one that is the surname of the other: "Ann Lee", "Lee Wong".
    return not (ones[0] in others[:-1] or others[0] in ones[:-1])


def initials_match(ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether the first words agree with one of them an initial; "Ed" and "Al" are names."""
    first, second = ones[0], others[0]
    return (is_initial(first) or is_initial(second)) and first[0] == second[0]


def is_initial(word: str) -> bool:
    """Whether ``word``, in small letters without points, is an initial or two, and no short first name."""
    return len(word) <= _INITIALS and (len(word) == 1 or not is_given(word))


def is_given(word: str) -> bool:
    """Whether ``word``, in small letters, is in the list of first names."""
    return word.capitalize() in load_actor_lists().first_names


def is_surname_first(words: tuple[str, ...]) -> bool:
    """Whether the last of ``words`` is a first name and the first is none: "nagy katalin"."""
    return len(words) > 1 and is_given(words[-1]) and not is_given(words[0])


def is_reversed(ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two words are a name in both orders: "nagy katalin", "katalin nagy"."""
    return ones == others[::-1] and (is_surname_first(ones) or is_surname_first(others))
