"""What identity knows of names: how chains are called, summed over all documents, and who is named in each document.

A *naming* is all that decides which unit a chain with a name belongs to, and what it adds to it. Documents are mapped
to namings one by one; their sums, a *row* for each naming, are all that is ever compared, so that memory follows the
namings there are and not how often they occur. Where they occur is a *sheet* for each document, held in a file once
they are many: no stage reads it but in the order of the documents.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from struct import Struct
from sys import intern
from typing import NamedTuple

from sociogram.knowledge.actor_lists import ActorLists
from sociogram.knowledge.everyday import country_of, is_everyday
from sociogram.resolve.by_chain import ChainKey, ChainPlaces
from sociogram.resolve.kinds import VALUES, family
from sociogram.resolve.names import acronym, acronyms_of, name_key
from sociogram.resolve.outlines import ChainOutline, Outline
from sociogram.resolve.spool import Spool

SPOKEN_OF = 2
"""Documents that must speak of someone before a lone surname of a third can mean that person."""
_NAMED = Struct("=4I")
"""A name of a sheet, as it is put aside."""


class Naming(NamedTuple):
    """How a chain is called, by whatever its unit depends on; ``country`` where many countries have one of the name.

    ``known`` is the id in the lists that it stands for, ``credited`` whether it is no more than a credit. A chain that
    a person told apart (``alone``) has a naming to itself.
    """

    name: str
    kind: str
    gender: str
    known: str | None
    country: str
    credited: bool
    candidates: tuple[str, ...]
    alone: ChainKey | None = None


class NameRow(NamedTuple):
    """A naming with its sums over documents: mentions, and how often its name is spelled out.

    ``spoken`` are the first documents in which it is more than a credit, ``SPOKEN_OF`` at most.
    """

    naming: Naming
    size: int
    spelled: int
    spoken: tuple[str, ...]


class Named(NamedTuple):
    """A chain with a name in its document: its place among the chains, the number of its naming, and its mentions."""

    place: int
    naming: int
    size: int
    spelled: int


Sheet = Sequence[Named]
"""The chains of one document that have a name, in their order."""


class Sheets:
    """The sheets of documents, by their numbers; in a file where they are large."""

    def __init__(self) -> None:
        self._spool = Spool()

    def append(self, sheet: Iterable[Named]) -> None:
        """Add the sheet of the next document."""
        self._spool.append(b"".join(_NAMED.pack(*named) for named in sheet))

    def read(self, number: int) -> Sheet:
        """The sheet of the document ``number``."""
        return _sheet(self._spool.read(number))

    def __iter__(self) -> Iterator[Sheet]:
        return map(_sheet, self._spool)


def _sheet(content: bytes) -> Sheet:
    return [Named._make(each) for each in _NAMED.iter_unpack(content)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of all documents.

    ``rows`` has the sums of each naming by its number; ``sheets`` where the namings stand and ``places`` all chains.
    """

    rows: Sequence[NameRow]
    sheets: Sheets
    places: ChainPlaces


Votes = Mapping[str, Mapping[str, int]]
"""For each name how many mentions it has in each family, in the order in which these are met."""


def read_names(
    outlines: Iterable[Outline], lists: ActorLists, alone: frozenset[ChainKey]
) -> tuple[Names, Votes]:
    """The names of ``outlines``, which are sorted by the ids of their documents, and the votes on their families.

    ``alone`` are the chains that a person told apart.

    Raises:
        ValueError: If the documents come in another order, or one comes twice.
    """
    reader = _Reader()
    last: str | None = None
    for outline in outlines:
        document = outline.document.id
        if last is not None and document <= last:
            raise ValueError(f"{document}: comes behind {last}; documents must be sorted by their ids")
        last = document
        reader.take(outline, _iter_namings(outline, lists, alone))
    return reader.names(), reader.votes


class _Reader:
    """Sums up namings, a document at a time."""

    def __init__(self) -> None:
        self.votes: dict[str, dict[str, int]] = {}
        self._numbers: dict[Naming, int] = {}
        self._size, self._spelled = array("Q"), array("Q")
        self._spoken: list[tuple[str, ...]] = []
        self._sheets, self._places = Sheets(), ChainPlaces()

    def take(self, outline: Outline, namings: Iterable[tuple[int, Naming, ChainOutline]]) -> None:
        """Take the next document, whose chains with names have ``namings``."""
        self._places.add(outline.document.id, [chain.index for chain in outline.chains])
        sheet = []
        for place, naming, chain in namings:
            spelled = max(1, sum(not mention.pronoun for mention in chain.mentions))
            named = Named(place, self._number(naming), len(chain.mentions), spelled)
            self._sum(named, outline.document.id, credited=naming.credited)
            _vote(self.votes, chain)
            sheet.append(named)
        self._sheets.append(sheet)

    def _number(self, naming: Naming) -> int:
        number = self._numbers.get(naming)
        if number is None:
            number = self._numbers[_held(naming)] = len(self._numbers)
            self._size.append(0)
            self._spelled.append(0)
            self._spoken.append(())
        return number

    def _sum(self, named: Named, document: str, *, credited: bool) -> None:
        number = named.naming
        self._size[number] += named.size
        self._spelled[number] += named.spelled
        spoken = self._spoken[number]
        if not credited and len(spoken) < SPOKEN_OF and document not in spoken:
            self._spoken[number] = (*spoken, document)

    def names(self) -> Names:
        """What was taken."""
        rows = [
            NameRow(naming, size, spelled, spoken)
            for naming, size, spelled, spoken in zip(
                self._numbers, self._size, self._spelled, self._spoken, strict=True
            )
        ]
        return Names(rows=rows, sheets=self._sheets, places=self._places)


def _iter_namings(
    outline: Outline, lists: ActorLists, alone: frozenset[ChainKey]
) -> Iterator[tuple[int, Naming, ChainOutline]]:
    """The chains that have a name and are of a kind that can be an actor, with their places among all chains."""
    country: str | None = None
    for place, chain in enumerate(outline.chains):
        if chain.form != "named" or chain.kind in VALUES:
            continue
        bounded = _is_of_some_country(chain)
        if bounded and country is None:
            country = _main_country(outline, lists)
        key = outline.document.id, chain.index
        naming = Naming(
            name=chain.name,
            kind=chain.kind,
            gender=chain.gender,
            known=_known(chain, lists),
            country=(country or "") if bounded else "",
            credited=chain.role is not None,
            candidates=tuple(chain.candidates),
            alone=key if key in alone else None,
        )
        yield place, naming, chain


def _held(naming: Naming) -> Naming:
    """``naming`` of words that are held once: the same name is one of many namings."""
    return naming._replace(name=intern(naming.name), kind=intern(naming.kind), country=intern(naming.country))


def _vote(votes: dict[str, dict[str, int]], chain: ChainOutline) -> None:
    """Count a chain for the family of its names."""
    kin = family(chain.kind)
    # The kind of someone credited or addressed is a guess, which any other mention overrules.
    _add_vote(votes, name_key(chain.name), kin, 0 if chain.role else len(chain.mentions))
    for name, count in chain.names:
        # "Olsen" counts as a person's name where it stands for "Jim Olsen".
        if name != chain.name:
            _add_vote(votes, name_key(name), kin, count)


def _add_vote(votes: dict[str, dict[str, int]], name: str, kin: str, count: int) -> None:
    of_name = votes.setdefault(name, {})
    of_name[kin] = of_name.get(kin, 0) + count


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


def _is_of_some_country(chain: ChainOutline) -> bool:
    """Whether many countries have a party or public body of the name ("National Party"), each its own."""
    return family(chain.kind) == "Organization" and is_everyday(chain.name.lower().replace("’", "'").split())


def _main_country(outline: Outline, lists: ActorLists) -> str:
    """The country that most names of known actors in a document belong to; nothing where there is none."""
    votes: Counter[str] = Counter()
    for chain in outline.chains:
        entry = lists.entry(chain.known) if chain.known else None
        country = country_of(entry) if entry is not None else None
        if country is not None:
            votes[country] += len(chain.mentions)
    return min(votes, key=lambda country: (-votes[country], country)) if votes else ""
