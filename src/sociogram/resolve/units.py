"""Units of identity: chains that bear one name and are taken as one before any names are compared.

A unit spans all documents, but for a person's name of one word: that is read within its document
first, so each document has a unit of its own; and a name that parties or bodies of many countries have is read
within the country that its documents are about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sociogram.knowledge.actor_lists import ActorLists
from sociogram.knowledge.everyday import country_of, is_everyday
from sociogram.resolve.kinds import VALUES, family
from sociogram.resolve.names import PersonName, acronym, acronyms_of, name_key, person_name
from sociogram.resolve.outlines import ChainOutline, Outline

ChainKey = tuple[str, int]
"""A document's id and the index of a chain in it."""
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


@dataclass(slots=True, kw_only=True, eq=False)
class Unit:
    """Chains of one name: what they are called, how often, where, and of what kind.

    ``key`` is (family or ``known``, name, document, country or nothing): unique and sortable.
    """

    key: UnitKey
    family: str
    known: str | None = None
    spellings: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    documents: Counter[str] = field(default_factory=Counter)
    spoken_of: set[str] = field(default_factory=set)
    """The documents in which it is more than a credit."""
    chains: list[ChainKey] = field(default_factory=list)
    person: PersonName | None = None
    candidates: set[str] = field(default_factory=set)
    """The entries of the lists that its names may mean, where the text does not tell."""
    apart: bool = False
    """Whether it is one chain that a person told apart: no rule joins it to a namesake."""

    @property
    def count(self) -> int:
        """Mentions in all documents."""
        return self.documents.total()

    @property
    def gender(self) -> str:
        """Male or female where three of four votes say so, else unknown."""
        votes = Counter({name: count for name, count in self.genders.items() if name in {"male", "female"}})
        if not votes:
            return "unknown"
        name, count = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        return name if count * 4 >= votes.total() * 3 else "unknown"


def iter_named(outlines: Iterable[Outline]) -> Iterator[tuple[ChainKey, ChainOutline]]:
    """The chains that have a name and are of a kind that can be an actor."""
    for outline in outlines:
        for chain in outline.chains:
            if chain.form == "named" and chain.kind not in VALUES:
                yield (outline.document.id, chain.index), chain


def make_units(
    outlines: Sequence[Outline], lists: ActorLists, alone: frozenset[ChainKey] = frozenset()
) -> list[Unit]:
    """All units, sorted by key; the chains ``alone`` (a person told them apart) are units by themselves."""
    # Of tens of thousands of documents a list of all that is found here would take as much as the outlines.
    sizes = Counter(each.key for each in _iter_placed(outlines, lists)) if alone else Counter()
    units: dict[UnitKey, Unit] = {}
    for each in _iter_placed(outlines, lists):
        place, name = each.place, each.key
        # A chain that has its name to itself keeps its key, and so its id, unless the key is a well-known actor's.
        shares = place in alone and (sizes[name] > 1 or name[0] == _KNOWN)
        of = (each.family, each.name, f"{place[0]}{APART}{place[1]}") if shares else name
        unit = units.get(of)
        if unit is None:
            known = of[1] if of[0] == _KNOWN else None
            person = person_name(each.chain.name) if each.family == "Person" else None
            unit = units[of] = Unit(
                key=of, family=each.family, known=known, person=person, apart=place in alone
            )
        _add(unit, place, each.chain)
    for unit in units.values():
        entry = lists.entry(unit.known) if unit.known else None
        unit.family = family(entry.kind) if entry else unit.family
        if unit.family == "Person":
            unit.person = person_name(entry.name if entry else best_spelling(unit.spellings))
    return [units[key] for key in sorted(units)]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A chain with a name, by what it is called, and the key of its unit."""

    place: ChainKey
    chain: ChainOutline
    key: UnitKey
    family: str
    name: str


def _iter_placed(outlines: Sequence[Outline], lists: ActorLists) -> Iterator[_Placed]:
    families = _vote_families(outlines)
    handles = _find_handles(outlines)
    countries = {outline.document.id: main_country(outline, lists) for outline in outlines}
    couples = _find_couples(outlines)
    for place, chain in iter_named(outlines):
        name = handles.get(chain.name) or name_key(chain.name)
        known = _known(chain, lists)
        kin = families[name].get(family(chain.kind), family(chain.kind))
        if kin == "Collective" and "Collective" in families.get(f"{name}s", {}).values():
            # "Muslim" voters and "Muslims".
            name = f"{name}s"
        if chain.name in handles:
            kin = next(iter(families[name].values()))
        lone = kin == "Person" and person_name(chain.name).lone and chain.name not in handles
        if lone:
            bound = _document_of(place, chain, couples)
        else:
            bound = countries[place[0]] if is_of_some_country(chain) else ""
        key = (_KNOWN, known, "") if known is not None else (kin, name, bound)
        yield _Placed(place, chain, key, kin, name)


def _find_couples(outlines: Iterable[Outline]) -> frozenset[tuple[str, str]]:
    """The documents, with the surname, in which a man and a woman go by one surname alone: "Mr Roe", "Mrs Roe"."""
    genders: dict[tuple[str, str], set[str]] = {}
    for place, chain in iter_named(outlines):
        if chain.kind == "Person" and person_name(chain.name).lone:
            genders.setdefault((place[0], name_key(chain.name)), set()).add(chain.gender)
    return frozenset(place for place, found in genders.items() if {"male", "female"} <= found)


def _document_of(place: ChainKey, chain: ChainOutline, couples: frozenset[tuple[str, str]]) -> str:
    """What keeps a lone surname to its document, and the wife of a couple apart from her husband."""
    wife = chain.gender == "female" and (place[0], name_key(chain.name)) in couples
    return f"{place[0]}{APART}{chain.gender}" if wife else place[0]


def _known(chain: ChainOutline, lists: ActorLists) -> str | None:
    """The id in the lists; an adjective of a nation stands for its country.

    Where the document spells an acronym out ("Area Food Panel (AFP)"), it is not the well-known one.
    """
    adjective = chain.demonym or (chain.kind == "Collective" and not chain.name.endswith("s"))
    known = chain.known or (lists.demonyms.get(chain.name) if adjective else None)
    entry = lists.entry(known) if known else None
    if entry is not None and " " in chain.name:
        spelled = acronyms_of(chain.name)
        own = {word for name in (entry.name, *entry.aliases) for word in name_key(name).split("-")}
        if own.isdisjoint(name_key(chain.name).split("-")) and any(
            acronym(name) in spelled for name, _ in chain.names
        ):
            return None
    return known


def is_of_some_country(chain: ChainOutline) -> bool:
    """Whether many countries have a party or public body of the name ("National Party"), each its own."""
    return family(chain.kind) == "Organization" and is_everyday(chain.name.lower().replace("’", "'").split())


def main_country(outline: Outline, lists: ActorLists) -> str:
    """The country that most names of known actors in a document belong to; nothing where there is none."""
    votes: Counter[str] = Counter()
    for chain in outline.chains:
        entry = lists.entry(chain.known) if chain.known else None
        country = country_of(entry) if entry is not None else None
        if country is not None:
            votes[country] += len(chain.mentions)
    return min(votes, key=lambda country: (-votes[country], country)) if votes else ""


def best_spelling(spellings: Counter[str]) -> str:
    """The commonest spelling, then one that is not in capitals, then the longest, then the first in the alphabet."""
    return min(
        spellings, key=lambda name: (-spellings[name], " " in name and name.isupper(), -len(name), name)
    )


def _add(unit: Unit, place: ChainKey, chain: ChainOutline) -> None:
    size = len(chain.mentions)
    unit.spellings[chain.name] += max(1, sum(not mention.pronoun for mention in chain.mentions))
    unit.kinds[chain.kind] += size
    unit.genders[chain.gender] += size
    unit.documents[place[0]] += size
    unit.chains.append(place)
    unit.candidates.update(chain.candidates)
    if chain.role is None:
        unit.spoken_of.add(place[0])


def _find_handles(outlines: Sequence[Outline]) -> dict[str, str]:
    """For handles of platforms ("@AnnVarga") the key of the one full name with the same letters."""
    handles = {chain.name for _, chain in iter_named(outlines) if chain.name.startswith("@")}
    if not handles:
        return {}
    full: dict[str, set[str]] = {}
    for _, chain in iter_named(outlines):
        key = name_key(chain.name)
        if "-" in key and chain.name not in handles:
            full.setdefault(key.replace("-", ""), set()).add(key)
    found = {name: full.get(name_key(name).replace("-", ""), set()) for name in handles}
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def _vote_families(outlines: Sequence[Outline]) -> dict[str, dict[str, str]]:
    """For each name, the family that takes the place of another: "Tesla" is once no person."""
    votes: dict[str, Counter[str]] = {}
    for _, chain in iter_named(outlines):
        kin = family(chain.kind)
        # The kind of someone credited or addressed is a guess, which any other mention overrules.
        size = 0 if chain.role else len(chain.mentions)
        votes.setdefault(name_key(chain.name), Counter())[kin] += size
        for name, count in chain.names:
            # "Olsen" counts as a person's name where it stands for "Jim Olsen".
            if name != chain.name:
                votes.setdefault(name_key(name), Counter())[kin] += count
    return {key: _absorb(key, counter) for key, counter in votes.items()}


def _absorb(key: str, votes: Counter[str]) -> dict[str, str]:
    best = min(votes, key=lambda name: (name == "Thing", -votes[name], name))
    needed = _FULL_MAJORITY if "-" in key else _LONE_MAJORITY
    return {
        name: best if name == "Thing" or votes[best] >= needed * count else name
        for name, count in votes.items()
    }
