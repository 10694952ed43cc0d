"""Clusters of units, summed: all that an actor in the making needs to know of the units that it is."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from sociogram.resolve.by_chain import ChainKey
from sociogram.resolve.link import Linker
from sociogram.resolve.lone import LoneNames
from sociogram.resolve.namings import Sheet
from sociogram.resolve.units import APART, Unit, Units


@dataclass(slots=True, kw_only=True, eq=False)
class Sums:
    """What units that are one actor are called, and what they are taken for."""

    families: Counter[str] = field(default_factory=Counter)
    """Mentions by the families of the units."""
    kinds: Counter[str] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)
    candidates: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    """The surnames and keys of the units that are people."""

    def add(self, unit: Unit) -> None:
        """Take in one more unit."""
        self.families[unit.family] += unit.count
        self.kinds.update(unit.kinds)
        self.spellings.update(unit.spellings)
        self.candidates |= unit.candidates
        if unit.person is not None:
            self.surnames |= {unit.person.surname, unit.key[1]}


class Cluster:
    """Units that are one actor; ``key`` is the first of their keys. Only a single unit is held, of several the sums."""

    __slots__ = ("_only", "_sums", "apart", "key", "known", "local")

    def __init__(self, unit: Unit, *, local: bool) -> None:
        self.key = unit.key
        self.known = unit.known
        self.local = local or APART in unit.key[2]
        """Whether it is of one document alone."""
        self.apart = unit.apart
        """Whether a person told one of its units apart."""
        self._only: Unit | None = unit
        self._sums: Sums | None = None

    def add(self, unit: Unit, *, local: bool) -> None:
        """Take in one more unit, ``local`` if it is nobody beyond its document."""
        self._sums, self._only = self.sums, None
        self._sums.add(unit)
        self.key = min(self.key, unit.key)
        self.known = self.known or unit.known
        self.local = self.local and (local or APART in unit.key[2])
        self.apart = self.apart or unit.apart

    @property
    def is_thing(self) -> bool:
        """Whether it is of no known kind."""
        if self._only is not None:
            return self._only.family == "Thing"
        return set(self.sums.families) == {"Thing"}

    @property
    def names(self) -> Collection[str]:
        """What its units are called."""
        if self._only is not None:
            return [row.naming.name for row in self._only.rows]
        return self.sums.spellings

    @property
    def sums(self) -> Sums:
        """The sums of its units."""
        sums = self._sums or Sums()
        if self._only is not None:
            sums.add(self._only)
        return sums


class Clusters:
    """All clusters, by their first keys, and of which each chain with a name is."""

    def __init__(self, units: Units, linker: Linker, lone_names: LoneNames) -> None:
        self.units = units
        made: list[Cluster] = []
        by_root: dict[Unit, int] = {}
        wide, lone = array("Q"), array("Q")

        def put(unit: Unit, number: int | None, *, local: bool) -> int:
            """Add ``unit`` to the cluster ``number``, or to a new one."""
            if number is None:
                made.append(Cluster(unit, local=local))
                return len(made) - 1
            made[number].add(unit, local=local)
            return number

        for unit in units.wide:
            root = linker.clusters.find(unit)
            by_root[root] = put(unit, by_root.get(root), local=unit.is_lone)
            wide.append(by_root[root])
        self._lone_begins = array("Q")
        for _, _, own in units.iter_all():
            self._lone_begins.append(len(lone))
            for unit, _ in own:
                target = lone_names.target(unit, len(lone))
                if target is None:
                    lone.append(put(unit, None, local=True))
                    continue
                root = linker.clusters.find(target)
                by_root[root] = put(unit, by_root.get(root), local=False)
                lone.append(by_root[root])
        # By their keys, so that no number depends on which document has what.
        order = sorted(range(len(made)), key=lambda number: made[number].key)
        place = {number: at for at, number in enumerate(order)}
        self.all = [made[number] for number in order]
        self._wide = array("Q", (place[number] for number in wide))
        self._lone = array("Q", (place[number] for number in lone))

    def in_documents(self) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        """Each document with the places of its chains that have a name, and the numbers of their clusters."""
        documents = self.units.names.places.documents
        for (document, number), sheet in zip(documents.items(), self.units.names.sheets, strict=True):
            yield document, self._in_document(document, number, sheet)

    def find(self, chain: ChainKey) -> int | None:
        """The number of the cluster of ``chain``, ``None`` if it has no name."""
        places = self.units.names.places
        number, place = places.documents.get(chain[0]), places.find(chain)
        if number is None or place is None:
            return None
        found = self._in_document(chain[0], number, self.units.names.sheets.read(number))
        return dict(found).get(place - places.begin(number))

    def _in_document(self, document: str, number: int, sheet: Sheet) -> list[tuple[int, int]]:
        found = []
        for named in sheet:
            unit = self.units.of_naming(named.naming)
            if unit is not None:
                found.append((named.place, self._wide[self.units.number[unit]]))
        for at, (_, chains) in enumerate(self.units.lone_in(document, sheet), self._lone_begins[number]):
            found += [(place, self._lone[at]) for place in chains]
        return found

    def side_by_side(self, sought: dict[int, set[int]]) -> set[tuple[int, int]]:
        """The pairs of clusters, each with those ``sought`` for it, that one document names."""
        found: set[tuple[int, int]] = set()
        for _, chains in self.in_documents() if sought else ():
            here = {number for _, number in chains}
            for one in here & sought.keys():
                found.update((one, other) for other in here & sought[one])
        return found
