"""Which units are one actor: nicknames and initials, acronyms, lone surnames, under vetoes.

Nothing here depends on the order of the documents: candidates are sets, a choice among several is
made only where one is alone or overwhelming, and a name that could be either of two stays by itself.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sociogram.knowledge.actor_lists import ActorLists
from sociogram.knowledge.everyday import NATIONAL, is_everyday
from sociogram.resolve.disjoint_sets import DisjointSets
from sociogram.resolve.names import acronym, acronyms_of, name_key, names_agree
from sociogram.resolve.namesakes import Namesakes
from sociogram.resolve.units import APART, Unit, best_spelling

_LONG_ACRONYM = 4
"""Letters from which an acronym needs no document that has it beside its full name."""
_IN_DOCUMENT = 0.8
"""Share of the mentions in a document from which one bearer of a surname is overwhelming; chosen by hand."""
_IN_CORPUS = 0.9
"""That share of the mentions in all documents, where an error goes further; chosen by hand."""
_MOST_AGREEING = 20
"""Full names that one may stand for, up to whom they are looked at: nobody has more, and two of them would disagree."""
_SPOKEN_OF = 2
"""Documents that must speak of someone before a lone surname of a third can mean that person."""
_TOGETHER = frozenset({"Organization", "Place", "Event", "Law", "Programme"})
"""Families that texts mix up, so that names of two of them can be one actor's."""


class Linker:
    """Joins units into clusters.

    ``attached`` has the lone names and the unit each belongs to; ``local`` those that could be one
    of several people, and so are nobody beyond their document.
    """

    def __init__(
        self, units: Sequence[Unit], lists: ActorLists, apart: Iterable[tuple[Unit, Unit]] = ()
    ) -> None:
        self.units = list(units)
        self.attached: dict[Unit, Unit] = {}
        self.local: set[Unit] = set()
        self._lists = lists
        self._apart: dict[Unit, set[Unit]] = {}
        self._prominent: dict[tuple[str, str], Unit | None] = {}
        self._lone = [
            unit for unit in self.units if unit.person is not None and unit.person.lone and unit.key[2]
        ]
        lone = set(self._lone)
        self._full = [unit for unit in self.units if unit not in lone]
        self.clusters: DisjointSets[Unit] = DisjointSets(self._full, _clash)
        for left, right in (*apart, *self._namesakes()):
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)
            self.clusters.forbid(left, right)

    def _namesakes(self) -> Iterator[tuple[Unit, Unit]]:
        """Officeholders of the lists, each with whoever is only called so, in texts that do not tell the office."""
        for known in self._full:
            entry = self._lists.entry(known.known) if known.known else None
            if entry is None or entry.context is None:
                continue
            names = {name_key(name) for name in (entry.name, *entry.aliases, *known.spellings)}
            for unit in self.units:
                if unit.known is None and unit.person is not None and unit.key[1] in names:
                    yield known, unit

    def link(self) -> None:
        """Run all rules, the surest first."""
        self._link_known()
        self._link_persons()
        self._link_acronyms()
        self._attach_lone()

    def root(self, unit: Unit) -> Unit:
        """The representative of the cluster of ``unit``."""
        return self.clusters.find(self.attached.get(unit, unit))

    def _link_known(self) -> None:
        """Units that bear a name of a well-known actor's unit, in a family that fits."""
        by_name: dict[str, set[Unit]] = {}
        for unit in self._full:
            if unit.known is None:
                continue
            entry = self._lists.entry(unit.known)
            names = [*unit.spellings, *((entry.name, *entry.aliases) if entry else ())]
            if entry is not None and entry.kind in NATIONAL:
                # A document that did not take an everyday name for the known one's means another by it.
                names = [name for name in names if not is_everyday(name.lower().split())]
            for key in {name_key(name) for name in names}:
                by_name.setdefault(key, set()).add(unit)
        for unit in self._full:
            bare = unit.known is None and not unit.key[2] and not unit.apart
            found = by_name.get(unit.key[1], ()) if bare else ()
            if len(found) == 1:
                (known,) = found
                if known.family == unit.family:
                    self.clusters.join(known, unit)

    def _link_persons(self) -> None:
        buckets: dict[str, list[Unit]] = {}
        for unit in self._full:
            if unit.person is not None and not unit.person.lone and not unit.apart:
                buckets.setdefault(unit.person.surname, []).append(unit)
        for bucket in buckets.values():
            agreeing = self._agreeing(bucket)
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
        for unit in self._full:
            if unit.family not in _TOGETHER:
                continue
            for name in sorted(unit.spellings):
                letters = acronym(name)
                # What a well-known acronym stands for, the lists say.
                if letters is not None and unit.known is None:
                    short.append((letters, unit))
                for each in sorted(acronyms_of(name)):
                    expansions.setdefault(each, []).append(unit)
        for letters, unit in short:
            candidates = {self.clusters.find(other): other for other in expansions.get(letters, ())}
            candidates.pop(self.clusters.find(unit), None)
            beside = [other for other in candidates.values() if self._side_by_side(unit, other)]
            if len(beside) == 1:
                self.clusters.join(unit, beside[0])
            elif not beside and len(candidates) == 1 and len(letters) >= _LONG_ACRONYM:
                self.clusters.join(unit, next(iter(candidates.values())))

    def _side_by_side(self, left: Unit, right: Unit) -> bool:
        if len(left.documents) > len(right.documents):
            left, right = right, left
        return any(document in right.documents for document in left.documents)

    def _attach_lone(self) -> None:
        """Lone surnames: to a bearer in their document, else in the corpus, else to one another."""
        surnames: dict[str, list[Unit]] = {}
        near: dict[tuple[str, str], list[Unit]] = {}
        called: dict[tuple[str, str], list[Unit]] = {}
        for unit in self._full:
            if unit.person is not None and not unit.person.lone:
                surnames.setdefault(unit.person.surname, []).append(unit)
                for document in unit.documents:
                    near.setdefault((unit.person.surname, document), []).append(unit)
                    called.setdefault((unit.person.given[0], document), []).append(unit)
        single = {
            unit.person.surname: unit for unit in self._full if unit.person is not None and unit.person.lone
        }
        first: dict[str, Unit] = {}
        for unit in self._lone:
            if unit.apart:
                self.clusters.add(unit)
                self.local.add(unit)
                continue
            name = unit.person.surname if unit.person else unit.key[1]
            document = next(iter(unit.documents))
            own = [other for other in near.get((name, document), ()) if self._may_attach(unit, other)]
            target = self._overwhelming(own, _IN_DOCUMENT, document) if own else None
            if target is None and not own:
                given = [other for other in called.get((name, document), ()) if self._may_attach(unit, other)]
                target = self._overwhelming(given, 1.0, document)
            if target is None and not own:
                target = self._prominent_bearer(unit, name, surnames.get(name, ()))
            if target is None and not surnames.get(name):
                target = single.get(name) or first.setdefault(name, unit)
                if target is not unit and not self._may_attach(unit, target):
                    target = None
            if target is not None and target is not unit:
                self.attached[unit] = target
            else:
                self.clusters.add(unit)
                if surnames.get(name) or target is None:
                    self.local.add(unit)

    def _prominent_bearer(self, lone: Unit, name: str, bearers: Sequence[Unit]) -> Unit | None:
        """The one of the ``bearers`` of a surname whom all documents mean by it, if there is one."""
        key = (name, lone.gender)
        if lone not in self._apart and key in self._prominent:
            return self._prominent[key]
        found = self._overwhelming(
            [other for other in bearers if self._may_attach(lone, other) and self._is_prominent(other)],
            _IN_CORPUS,
            None,
        )
        if lone not in self._apart:
            # Any other lone name without a judgement finds the same: full names are joined already.
            self._prominent[key] = found
        return found

    def _is_prominent(self, unit: Unit) -> bool:
        """Whether a lone surname of another document can mean the bearer of this full name.

        It can if the lists know the bearer, or if two documents speak of the bearer; whoever only
        signs an article, or is spoken of once, stays apart from the namesakes of other documents.
        """
        together = self.clusters.members(unit) if unit in self.clusters else [unit]
        entries = [self._lists.entry(member.known) for member in together if member.known]
        if any(entry is not None and entry.context is None for entry in entries):
            return True
        return len({document for member in together for document in member.spoken_of}) >= _SPOKEN_OF

    def _may_attach(self, lone: Unit, other: Unit) -> bool:
        if lone.apart or other.apart:
            return False
        genders = {lone.gender, other.gender} - {"unknown"}
        if len(genders) == 2:
            return False
        apart = self._apart.get(lone)
        if not apart:
            return True
        together = self.clusters.members(other) if other in self.clusters else [other]
        return not any(member in apart for member in together)

    def _overwhelming(self, units: Sequence[Unit], share: float, document: str | None) -> Unit | None:
        """The unit whose cluster has at least ``share`` of the mentions, in ``document`` or in all."""
        votes: Counter[Unit] = Counter()
        for unit in units:
            votes[self.clusters.find(unit)] += unit.documents[document] if document else unit.count
        if not votes:
            return None
        best = min(votes, key=lambda unit: (-votes[unit], unit.key))
        alone = len(votes) == 1 or (share < 1 and votes[best] >= share * votes.total())
        return best if alone else None


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


def cluster_name(units: Sequence[Unit]) -> str:
    """The name that a cluster of units goes by: its commonest full name, no lone surname, no acronym."""
    spellings: Counter[str] = Counter()
    for unit in units:
        spellings.update(unit.spellings)
    full = Counter({name: count for name, count in spellings.items() if " " in name.strip()})
    commonest = best_spelling(spellings)
    if f"{commonest}s" in spellings and all(unit.family == "Collective" for unit in units):
        commonest = f"{commonest}s"
    if full and (acronym(commonest) is None or max(full.values()) * 4 >= spellings[commonest]):
        return best_spelling(full)
    return commonest
