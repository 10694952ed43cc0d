"""Which units are one actor: nicknames and initials, acronyms, under vetoes; lone surnames are attached behind.

Nothing here depends on the order of the documents: candidates are sets, a choice among several is
made only where one is alone or overwhelming, and a name that could be either of two stays by itself.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from sociogram.knowledge.actor_lists import ActorLists
from sociogram.knowledge.everyday import NATIONAL, is_everyday
from sociogram.resolve.disjoint_sets import DisjointSets
from sociogram.resolve.names import acronym, acronyms_of, name_key, names_agree
from sociogram.resolve.namesakes import Namesakes
from sociogram.resolve.namings import SPOKEN_OF
from sociogram.resolve.units import APART, Unit, Units, best_spelling

_LONG_ACRONYM = 4
"""Letters from which an acronym needs no document that has it beside its full name."""
_MOST_AGREEING = 20
"""Full names that one may stand for, up to whom they are looked at: nobody has more, and two of them would disagree."""
_MOST_OF_SURNAME = 100_000
"""Full names of one surname up to which they are compared. Of so many each agrees with more than ``_MOST_AGREEING``
others or with none (of 50,000 drawn by chance no two were joined), so past it each is by itself, and no block of names
takes more time or memory however many documents there are. Far more than any surname has in what was read so far."""
_TOGETHER = frozenset({"Organization", "Place", "Event", "Law", "Programme"})
"""Families that texts mix up, so that names of two of them can be one actor's."""


class Linker:
    """Joins units that are of no one document into ``clusters``; a unit of one document is attached to these later.

    ``apart`` are units that a person told apart.
    """

    def __init__(self, units: Units, lists: ActorLists, apart: Iterable[tuple[Unit, Unit]] = ()) -> None:
        self.full = [unit for unit in units.wide if not unit.is_lone]
        self.clusters: DisjointSets[Unit] = DisjointSets(_clash)
        self._units = units
        self._lists = lists
        self._prominent: dict[Unit, bool] = {}
        self.namesakes = self._namesakes()
        for unit in self.full:
            for known in self.namesakes.get(unit.key[1], ()) if _may_be_namesake(unit) else ():
                self.clusters.forbid(known, unit)
        for left, right in apart:
            self.clusters.forbid(left, right)

    def _namesakes(self) -> dict[str, list[Unit]]:
        """Officeholders of the lists by their names: whoever is only called so, without the office, is another."""
        found: dict[str, list[Unit]] = {}
        for known in self.full:
            entry = self._lists.entry(known.known) if known.known else None
            if entry is not None and entry.context is not None:
                for key in {name_key(name) for name in (entry.name, *entry.aliases, *known.spellings)}:
                    found.setdefault(key, []).append(known)
        return found

    def link(self) -> None:
        """Run all rules, the surest first."""
        self._link_known()
        self._link_persons()
        self._link_acronyms()

    def _link_known(self) -> None:
        """Units that bear a name of a well-known actor's unit, in a family that fits."""
        by_name: dict[str, set[Unit]] = {}
        for unit in self.full:
            if unit.known is None:
                continue
            entry = self._lists.entry(unit.known)
            names = [*unit.spellings, *((entry.name, *entry.aliases) if entry else ())]
            if entry is not None and entry.kind in NATIONAL:
                # A document that did not take an everyday name for the known one's means another by it.
                names = [name for name in names if not is_everyday(name.lower().split())]
            for key in {name_key(name) for name in names}:
                by_name.setdefault(key, set()).add(unit)
        for unit in self.full:
            bare = unit.known is None and not unit.key[2] and not unit.apart
            found = by_name.get(unit.key[1], ()) if bare else ()
            if len(found) == 1:
                (known,) = found
                if known.family == unit.family:
                    self.clusters.join(known, unit)

    def _link_persons(self) -> None:
        buckets: dict[str, list[Unit]] = {}
        for unit in self.full:
            if unit.person is not None and not unit.person.lone and not unit.apart:
                buckets.setdefault(unit.person.surname, []).append(unit)
        for bucket in buckets.values():
            agreeing = self._agreeing(bucket) if len(bucket) <= _MOST_OF_SURNAME else {}
            for unit, others in agreeing.items():
                if not self._ambiguous(others):
                    for other in others:
                        if not self._ambiguous(agreeing[other]):
                            self.clusters.join(unit, other)

    def _agreeing(self, bucket: Sequence[Unit]) -> dict[Unit, list[Unit]]:
        """For each of the people of one surname the others who may be the same; not all where they are too many."""
        namesakes = Namesakes([unit.person for unit in bucket if unit.person is not None])
        found: dict[Unit, list[Unit]] = {}
        for place, unit in enumerate(bucket):
            same = (other for other in namesakes.agreeing(place) if self._same_person(unit, bucket[other]))
            found[unit] = [bucket[other] for other in sorted(itertools.islice(same, _MOST_AGREEING + 1))]
        return found

    def _same_person(self, left: Unit, right: Unit) -> bool:
        if left.person is None or right.person is None or not names_agree(left.person, right.person):
            return False
        genders = {left.gender, right.gender} - {"unknown"}
        return len(genders) < 2 and self.clusters.may_join(left, right)

    def _ambiguous(self, others: Sequence[Unit]) -> bool:
        """Whether two of the candidates disagree with one another, or they are too many to tell."""
        return len(others) > _MOST_AGREEING or any(
            not self._same_person(one, other)
            for number, one in enumerate(others)
            for other in others[number + 1 :]
            if self.clusters.find(one) is not self.clusters.find(other)
        )

    def _link_acronyms(self) -> None:
        expansions: dict[str, list[Unit]] = {}
        short: list[tuple[str, Unit]] = []
        for unit in self.full:
            if unit.family not in _TOGETHER:
                continue
            for name in sorted(unit.spellings):
                letters = acronym(name)
                # What a well-known acronym stands for, the lists say.
                if letters is not None and unit.known is None:
                    short.append((letters, unit))
                for each in sorted(acronyms_of(name)):
                    expansions.setdefault(each, []).append(unit)
        together = self._side_by_side(short, expansions)
        for letters, unit in short:
            candidates = {self.clusters.find(other): other for other in expansions.get(letters, ())}
            candidates.pop(self.clusters.find(unit), None)
            beside = [other for other in candidates.values() if (unit, other) in together]
            if len(beside) == 1:
                self.clusters.join(unit, beside[0])
            elif not beside and len(candidates) == 1 and len(letters) >= _LONG_ACRONYM:
                self.clusters.join(unit, next(iter(candidates.values())))

    def _side_by_side(
        self, short: Iterable[tuple[str, Unit]], expansions: Mapping[str, Iterable[Unit]]
    ) -> set[tuple[Unit, Unit]]:
        """The acronyms with the names they may stand for that a document has beside them."""
        sought: dict[Unit, set[str]] = {}
        called: dict[Unit, set[str]] = {}
        for letters, unit in short:
            if letters in expansions:
                sought.setdefault(unit, set()).add(letters)
        for letters in set().union(*sought.values()):
            for other in expansions[letters]:
                called.setdefault(other, set()).add(letters)
        found: set[tuple[Unit, Unit]] = set()
        for sheet in self._units.names.sheets if sought else ():
            here = self._units.in_sheet(sheet)
            for unit in here.keys() & sought.keys():
                found.update(
                    (unit, other)
                    for other in here.keys() & called.keys()
                    if not called[other].isdisjoint(sought[unit])
                )
        return found

    def is_prominent(self, unit: Unit) -> bool:
        """Whether a lone surname of another document can mean the bearer of this full name.

        It can if the lists know the bearer, or if two documents speak of the bearer; whoever only
        signs an article, or is spoken of once, stays apart from the namesakes of other documents.
        """
        root = self.clusters.find(unit)
        if root not in self._prominent:
            together = self.clusters.members(root)
            entries = [self._lists.entry(member.known) for member in together if member.known]
            documents = {each for member in together for row in member.rows for each in row.spoken}
            self._prominent[root] = len(documents) >= SPOKEN_OF or any(
                entry is not None and entry.context is None for entry in entries
            )
        return self._prominent[root]


def _may_be_namesake(unit: Unit) -> bool:
    """Whether it is a person whom the lists do not know."""
    return unit.known is None and unit.person is not None


def _clash(left: Unit, right: Unit) -> bool:
    """Two well-known actors are never one, nor two people whose names disagree, nor people and things."""
    if left.known and right.known:
        return left.known != right.known
    if APART in left.key[2] or APART in right.key[2]:
        return False
    if left.family != right.family:
        return not (left.family in _TOGETHER and right.family in _TOGETHER)
    if left.person is None or right.person is None or left.known or right.known:
        return left.person is not None and _suffix_differs(left, right)
    return not left.person.lone and not right.person.lone and not names_agree(left.person, right.person)


def _suffix_differs(left: Unit, right: Unit) -> bool:
    if left.person is None or right.person is None:
        return False
    return left.person.suffix != right.person.suffix


def cluster_name(spellings: Counter[str], families: Collection[str]) -> str:
    """The name of a cluster of units of ``families``: its commonest full name, no lone surname, no acronym."""
    full = Counter({name: count for name, count in spellings.items() if " " in name.strip()})
    commonest = best_spelling(spellings)
    if f"{commonest}s" in spellings and set(families) == {"Collective"}:
        commonest = f"{commonest}s"
    if full and (acronym(commonest) is None or max(full.values()) * 4 >= spellings[commonest]):
        return best_spelling(full)
    return commonest
