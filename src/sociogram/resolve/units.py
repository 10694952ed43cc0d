"""Units of identity: chains that bear one name and are taken as one before any names are compared.

A unit spans all documents, but for a person's name of one word: that is read within its document
first, so each document has a unit of its own; and a name that parties or bodies of many countries have is read
within the country that its documents are about. The units of single documents are made when their document is looked
at, and nobody holds them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sociogram.knowledge.actor_lists import ActorLists
from sociogram.resolve.by_chain import ChainKey
from sociogram.resolve.kinds import family
from sociogram.resolve.names import PersonName, name_key, person_name
from sociogram.resolve.namings import NameRow, Names, Naming, Sheet, Votes

UnitKey = tuple[str, str, str]
"""Family or ``known``, name, document, country or nothing."""

_LONE_MAJORITY = 4
"""How many times commoner a family must be to draw a one-word name away from another family."""
_FULL_MAJORITY = 1
"""How many times commoner it must be to draw a name of several words away, which is hardly two things'."""
_KNOWN = "known"
"""Stands in the place of the family in the key of a unit of a well-known actor."""
APART = "#"
"""Stands in the key of a unit that a person, or its gender, told apart from others of its name."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Unit:
    """Chains of one name: what they are called, how often, where, and of what kind.

    ``key`` is (family or ``known``, name, document, country or nothing): unique and sortable. ``rows`` are the sums of
    its namings. ``apart`` says that it is one chain that a person told apart: no rule joins it to a namesake.
    """

    key: UnitKey
    family: str
    known: str | None
    person: PersonName | None
    gender: str
    rows: tuple[NameRow, ...]
    apart: bool

    @property
    def count(self) -> int:
        """Mentions in all documents."""
        return sum(row.size for row in self.rows)

    @property
    def is_lone(self) -> bool:
        """Whether it is a person's name of one word in one document."""
        return self.person is not None and self.person.lone and bool(self.key[2])

    @property
    def spellings(self) -> Counter[str]:
        """How often each of its names stands."""
        return _spellings(self.rows)

    @property
    def kinds(self) -> Counter[str]:
        """Its mentions by kind."""
        kinds: Counter[str] = Counter()
        for row in self.rows:
            kinds[row.naming.kind] += row.size
        return kinds

    @property
    def candidates(self) -> set[str]:
        """The entries of the lists that its names may mean, where the text does not tell."""
        return {each for row in self.rows for each in row.naming.candidates}


def make_unit(
    key: UnitKey, kin: str, rows: Sequence[NameRow], lists: ActorLists, *, apart: bool = False
) -> Unit:
    """The unit of ``rows``, of which the first one's family is ``kin``."""
    known = key[1] if key[0] == _KNOWN else None
    entry = lists.entry(known) if known else None
    own = family(entry.kind) if entry else kin
    person = person_name(rows[0].naming.name) if kin == "Person" else None
    if own == "Person":
        person = person_name(entry.name if entry else best_spelling(_spellings(rows)))
    return Unit(
        key=key, family=own, known=known, person=person, gender=_gender(rows), rows=tuple(rows), apart=apart
    )


def _spellings(rows: Sequence[NameRow]) -> Counter[str]:
    spellings: Counter[str] = Counter()
    for row in rows:
        spellings[row.naming.name] += row.spelled
    return spellings


def _gender(rows: Sequence[NameRow]) -> str:
    """Male or female where three of four votes say so, else unknown."""
    votes: Counter[str] = Counter()
    for row in rows:
        if row.naming.gender in {"male", "female"}:
            votes[row.naming.gender] += row.size
    if not votes:
        return "unknown"
    name, count = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return name if count * 4 >= votes.total() * 3 else "unknown"


def best_spelling(spellings: Counter[str]) -> str:
    """The commonest spelling, then one that is not in capitals, then the longest, then the first in the alphabet."""
    return min(
        spellings, key=lambda name: (-spellings[name], " " in name and name.isupper(), -len(name), name)
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """What a naming is taken for: its family, the key of its name, and that of its unit, if this is of no document."""

    kin: str
    name: str
    key: UnitKey | None


class Units:
    """The units of ``names``.

    ``wide`` are those that are of no one document, and those that a person told apart, sorted by key; all others are
    made of the sheets of their documents.
    """

    def __init__(self, names: Names, votes: Votes, lists: ActorLists) -> None:
        self.names = names
        self._lists = lists
        self._lone_held: dict[UnitKey, Unit] = {}
        self._alone: dict[ChainKey, Unit] = {}
        families = {key: _absorb(key, of_name) for key, of_name in votes.items()}
        handles = _find_handles(names.rows)
        self._placed = {
            number: _place(row.naming, families, handles) for number, row in enumerate(names.rows)
        }
        by_key: dict[UnitKey, list[int]] = {}
        alone: list[int] = []
        for number, placed in self._placed.items():
            if names.rows[number].naming.alone is not None:
                alone.append(number)
            elif placed.key is not None:
                by_key.setdefault(placed.key, []).append(number)
        self._of: list[Unit | None] = [None] * len(names.rows)
        made = [self._make(key, numbers) for key, numbers in by_key.items()]
        made += self._make_alone(alone, by_key)
        self.wide = tuple(sorted(made, key=lambda unit: unit.key))
        self.number = {unit: number for number, unit in enumerate(self.wide)}
        # Of all others the unit says it.
        self._placed = {number: placed for number, placed in self._placed.items() if self._of[number] is None}

    def _make(self, key: UnitKey, numbers: Sequence[int], *, apart: bool = False) -> Unit:
        rows = [self.names.rows[number] for number in numbers]
        unit = make_unit(key, self._placed[numbers[0]].kin, rows, self._lists, apart=apart)
        for number in numbers:
            self._of[number] = unit
        return unit

    def _make_alone(self, alone: Sequence[int], by_key: Mapping[UnitKey, Sequence[int]]) -> list[Unit]:
        """The units of chains that a person told apart, each by itself."""
        natural = {number: self._key_alone(number) for number in alone}
        sharing = Counter(natural.values())
        made = []
        for number, key in natural.items():
            document, index = self.names.rows[number].naming.alone or ("", 0)
            others = len(by_key.get(key, ())) or self._lone_beside(number, document)
            # A chain that has its name to itself keeps its key, and so its id, unless the key is a well-known actor's.
            if sharing[key] > 1 or others or key[0] == _KNOWN:
                placed = self._placed[number]
                own = (placed.kin, placed.name, f"{document}{APART}{index}")
            else:
                own = key
            unit = self._alone[document, index] = self._make(own, [number], apart=True)
            made.append(unit)
        return made

    def _key_alone(self, number: int) -> UnitKey:
        """The key that a chain that a person told apart would have if nobody had."""
        placed, alone = self._placed[number], self.names.rows[number].naming.alone
        if placed.key is not None or alone is None:
            return placed.key or ("", "", "")
        sheet = self.names.sheets.read(self.names.places.documents[alone[0]])
        return self._lone_key(number, alone[0], self._couples(sheet))

    def _lone_beside(self, number: int, document: str) -> bool:
        """Whether the document has other chains of the key that the naming ``number``, of a lone name, would have."""
        if self._placed[number].key is not None:
            return False
        sheet = self.names.sheets.read(self.names.places.documents[document])
        couples = self._couples(sheet)
        key = self._lone_key(number, document, couples)
        return any(
            each.naming != number
            and self._placed[each.naming].key is None
            and self._lone_key(each.naming, document, couples) == key
            for each in sheet
        )

    def _couples(self, sheet: Sheet) -> frozenset[str]:
        """The surnames by which alone a man and a woman of a document go: "Mr Roe", "Mrs Roe"."""
        genders: dict[str, set[str]] = {}
        for named in sheet:
            naming = self.names.rows[named.naming].naming
            if naming.kind == "Person" and person_name(naming.name).lone:
                genders.setdefault(name_key(naming.name), set()).add(naming.gender)
        return frozenset(name for name, found in genders.items() if {"male", "female"} <= found)

    def _lone_key(self, number: int, document: str, couples: Collection[str]) -> UnitKey:
        """The key of a lone name, which keeps it to its document, and the wife of a couple apart from her husband."""
        naming, placed = self.names.rows[number].naming, self._placed[number]
        wife = naming.gender == "female" and name_key(naming.name) in couples
        return (placed.kin, placed.name, f"{document}{APART}{naming.gender}" if wife else document)

    def of_naming(self, number: int) -> Unit | None:
        """The unit of a naming, ``None`` if each document has its own."""
        return self._of[number]

    def in_sheet(self, sheet: Sheet) -> dict[Unit, int]:
        """The units of no one document that a document names, with their mentions in it."""
        found: dict[Unit, int] = {}
        for named in sheet:
            unit = self._of[named.naming]
            if unit is not None:
                found[unit] = found.get(unit, 0) + named.size
        return found

    def lone_in(self, document: str, sheet: Sheet) -> list[tuple[Unit, tuple[int, ...]]]:
        """The units that are the document's own, by their keys, with the places of their chains in it."""
        lone = [named for named in sheet if self._of[named.naming] is None]
        if not lone:
            return []
        couples = self._couples(sheet)
        by_key: dict[UnitKey, list[int]] = {}
        for at, named in enumerate(lone):
            by_key.setdefault(self._lone_key(named.naming, document, couples), []).append(at)
        found = []
        for key in sorted(by_key):
            chains = [lone[at] for at in by_key[key]]
            unit = self._lone_held.get(key) or make_unit(
                key,
                self._placed[chains[0].naming].kin,
                [
                    NameRow(self.names.rows[each.naming].naming, each.size, each.spelled, ())
                    for each in chains
                ],
                self._lists,
            )
            found.append((unit, tuple(each.place for each in chains)))
        return found

    def iter_all(self) -> Iterator[tuple[str, Sheet, list[tuple[Unit, tuple[int, ...]]]]]:
        """Each document with its sheet and the units that are its own, in the order of the documents."""
        for document, sheet in zip(self.names.places.documents, self.names.sheets, strict=True):
            yield document, sheet, self.lone_in(document, sheet)

    def of_alone(self, chain: ChainKey) -> list[Unit]:
        """The unit of a chain that a person told apart; nothing where it has no name."""
        return [self._alone[chain]] if chain in self._alone else []

    def hold_called(self, keys: Collection[str]) -> list[Unit]:
        """The units of single documents whose names have one of ``keys``, held from now on."""
        sought = {number for number, placed in self._placed.items() if placed.name in keys}
        found = []
        for document, sheet in zip(self.names.places.documents, self.names.sheets, strict=True):
            if any(named.naming in sought for named in sheet):
                for unit, _ in self.lone_in(document, sheet):
                    if unit.key[1] in keys:
                        found.append(self._lone_held.setdefault(unit.key, unit))
        return found

    def hold(self, chains: Container[ChainKey]) -> list[Unit]:
        """The units that have one of ``chains``, held from now on, sorted by key."""
        found: set[Unit] = set()
        for document, sheet, lone in self.iter_all():
            indices = self.names.places.indices(self.names.places.documents[document])
            for named in sheet:
                unit = self._of[named.naming]
                if unit is not None and (document, indices[named.place]) in chains:
                    found.add(unit)
            for unit, places in lone:
                if any((document, indices[place]) in chains for place in places):
                    found.add(self._lone_held.setdefault(unit.key, unit))
        return sorted(found, key=lambda unit: unit.key)

    def chains_of(self, units: Collection[Unit]) -> dict[Unit, list[ChainKey]]:
        """The chains of ``units``, which are held, in the order of the documents."""
        found: dict[Unit, list[ChainKey]] = {unit: [] for unit in units}
        for document, sheet, lone in self.iter_all() if units else ():
            indices = self.names.places.indices(self.names.places.documents[document])
            for named in sheet:
                unit = self._of[named.naming]
                if unit in found and unit is not None:
                    found[unit].append((document, indices[named.place]))
            for unit, places in lone:
                if unit in found:
                    found[unit] += [(document, indices[place]) for place in places]
        return found


def _place(naming: Naming, families: Mapping[str, Mapping[str, str]], handles: Mapping[str, str]) -> _Place:
    """What a naming is taken for, by the votes on its name."""
    handle = handles.get(naming.name)
    name = handle or name_key(naming.name)
    kin = families[name].get(family(naming.kind), family(naming.kind))
    if kin == "Collective" and "Collective" in families.get(f"{name}s", {}).values():
        # "Muslim" voters and "Muslims".
        name = f"{name}s"
    if handle is not None:
        kin = next(iter(families[name].values()))
    if naming.known is not None:
        return _Place(kin, name, (_KNOWN, naming.known, ""))
    if kin == "Person" and handle is None and person_name(naming.name).lone:
        return _Place(kin, name, None)
    return _Place(kin, name, (kin, name, naming.country))


def _find_handles(rows: Sequence[NameRow]) -> dict[str, str]:
    """For handles of platforms ("@AnnVarga") the key of the one full name with the same letters."""
    names = {row.naming.name for row in rows}
    handles = {name for name in names if name.startswith("@")}
    full: dict[str, set[str]] = {}
    for name in names - handles if handles else ():
        key = name_key(name)
        if "-" in key:
            full.setdefault(key.replace("-", ""), set()).add(key)
    found = {name: full.get(name_key(name).replace("-", ""), set()) for name in handles}
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def _absorb(key: str, votes: Mapping[str, int]) -> dict[str, str]:
    """For each family of the name ``key``, the one that takes its place: "Tesla" is once no person."""
    best = min(votes, key=lambda name: (name == "Thing", -votes[name], name))
    needed = _FULL_MAJORITY if "-" in key else _LONE_MAJORITY
    return {
        name: best if name == "Thing" or votes[best] >= needed * count else name
        for name, count in votes.items()
    }
