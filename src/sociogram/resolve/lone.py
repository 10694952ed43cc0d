"""Lone surnames: to a bearer in their document, else in the corpus, else to one another.

Each is a unit of its document, and is decided with nothing but its document's sheet and what is known of the
bearers of its name; so no more of them are held than one document has.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from sociogram.resolve.link import Linker
from sociogram.resolve.units import Unit, UnitKey, Units

_IN_DOCUMENT = 0.8
"""Share of the mentions in a document from which one bearer of a surname is overwhelming; chosen by hand."""
_IN_CORPUS = 0.9
"""That share of the mentions in all documents, where an error goes further; chosen by hand."""
_BY_ITSELF, _AMONG_ITS_NAME = -1, -2
"""In the place of the unit's number that a lone name is attached to: nobody's, and whoever bears the name alone."""


class LoneNames:
    """Decides for all lone names, document by document in their order, which unit each belongs to.

    ``targets`` has for each the number of the unit it is attached to, or one of the two numbers above; ``first`` for
    each name that has no bearer the unit to which the others of the name are attached, as far as they fit.
    """

    def __init__(self, units: Units, linker: Linker, apart: Iterable[tuple[Unit, Unit]]) -> None:
        self._units = units
        self._clusters = linker.clusters
        self._is_prominent = linker.is_prominent
        self._namesakes = linker.namesakes
        self._apart: dict[UnitKey, set[UnitKey]] = {}
        for left, right in apart:
            self._apart.setdefault(left.key, set()).add(right.key)
            self._apart.setdefault(right.key, set()).add(left.key)
        self._bearers: dict[str, list[Unit]] = {}
        self._single: dict[str, Unit] = {}
        for unit in linker.full:
            if unit.person is not None and unit.person.lone:
                self._single[unit.person.surname] = unit
            elif unit.person is not None:
                self._bearers.setdefault(unit.person.surname, []).append(unit)
        self._prominent: dict[tuple[str, str], Unit | None] = {}
        self.first: dict[str, Unit] = {}
        self.targets = array("q")
        for _, sheet, lone in units.iter_all():
            here = units.in_sheet(sheet) if lone else {}
            self.targets.extend(self._decide(unit, here) for unit, _ in lone)

    def target(self, unit: Unit, number: int) -> Unit | None:
        """The unit that the lone name ``unit``, the one of that ``number``, is attached to; ``None`` if there is none.

        It may be itself, to which others of its name are attached.
        """
        found = self.targets[number]
        if found == _AMONG_ITS_NAME:
            first = self.first[_surname(unit)]
            return first if first.key == unit.key or self._may_attach(unit, first) else None
        return None if found == _BY_ITSELF else self._units.wide[found]

    def _decide(self, lone: Unit, here: dict[Unit, int]) -> int:
        name = _surname(lone)
        bearers = self._bearers.get(name, ())
        own = [
            unit
            for unit in here
            if _is_full(unit) and _surname(unit) == name and self._may_attach(lone, unit)
        ]
        target = self._overwhelming(own, _IN_DOCUMENT, here) if own else None
        if target is None and not own:
            given = [
                unit
                for unit in here
                if _is_full(unit)
                and unit.person is not None
                and unit.person.given[0] == name
                and self._may_attach(lone, unit)
            ]
            target = self._overwhelming(given, 1.0, here)
        if target is None and not own:
            target = self._prominent_bearer(lone, name, bearers)
        if target is None and not bearers:
            single = self._single.get(name)
            if single is None:
                first = self.first.setdefault(name, lone)
                if lone.key < first.key:
                    self.first[name] = lone
                return _AMONG_ITS_NAME
            target = single if self._may_attach(lone, single) else None
        return _BY_ITSELF if target is None else self._units.number[target]

    def _prominent_bearer(self, lone: Unit, name: str, bearers: Sequence[Unit]) -> Unit | None:
        """The one of the ``bearers`` of a surname whom all documents mean by it, if there is one."""
        key = (name, lone.gender)
        apart = bool(self._told_apart(lone))
        if not apart and key in self._prominent:
            return self._prominent[key]
        found = self._overwhelming(
            [other for other in bearers if self._may_attach(lone, other) and self._is_prominent(other)],
            _IN_CORPUS,
            None,
        )
        if not apart:
            # Any other lone name without a judgement finds the same: full names are joined already.
            self._prominent[key] = found
        return found

    def _told_apart(self, lone: Unit) -> set[UnitKey]:
        """The units that it is never attached to."""
        namesakes = self._namesakes.get(lone.key[1], ())
        return self._apart.get(lone.key, set()).union(known.key for known in namesakes)

    def _may_attach(self, lone: Unit, other: Unit) -> bool:
        if other.apart or len({lone.gender, other.gender} - {"unknown"}) == 2:
            return False
        apart = self._told_apart(lone)
        return not apart or all(member.key not in apart for member in self._clusters.members(other))

    def _overwhelming(self, units: Sequence[Unit], share: float, here: dict[Unit, int] | None) -> Unit | None:
        """The unit whose cluster has at least ``share`` of the mentions, in the document of ``here`` or in all."""
        votes: Counter[Unit] = Counter()
        for unit in units:
            votes[self._clusters.find(unit)] += unit.count if here is None else here[unit]
        if not votes:
            return None
        best = min(votes, key=lambda unit: (-votes[unit], unit.key))
        alone = len(votes) == 1 or (share < 1 and votes[best] >= share * votes.total())
        return best if alone else None


def _is_full(unit: Unit) -> bool:
    return unit.person is not None and not unit.person.lone


def _surname(unit: Unit) -> str:
    return unit.person.surname if unit.person else unit.key[1]
