"""A value for each chain of all documents, four bytes a chain: as a mapping of tuples it would take a hundred."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar, overload

ChainKey = tuple[str, int]
"""A document's id and the index of a chain in it."""
Value = TypeVar("Value")
Mapped = TypeVar("Mapped")
Other = TypeVar("Other")


class ChainPlaces:
    """Where the chains of documents stand among all, in the order in which the documents are added."""

    def __init__(self) -> None:
        self.documents: dict[str, int] = {}
        """The numbers of the documents, by their ids, in the order of these."""
        self._begins = array("Q", [0])
        self._indices: list[range | tuple[int, ...]] = []

    def add(self, document: str, indices: Sequence[int]) -> None:
        """Add a document with the indices of its chains."""
        self.documents[document] = len(self.documents)
        self._begins.append(self._begins[-1] + len(indices))
        usual = _first(len(indices))
        self._indices.append(usual if all(map(int.__eq__, indices, usual)) else tuple(indices))

    def __len__(self) -> int:
        return self._begins[-1]

    def begin(self, number: int) -> int:
        """The place of the first chain of the document ``number``."""
        return self._begins[number]

    def indices(self, number: int) -> Sequence[int]:
        """The indices of the chains of the document ``number``."""
        return self._indices[number]

    def find(self, chain: ChainKey) -> int | None:
        """The place of ``chain`` among all, or ``None`` if there is no such chain."""
        number = self.documents.get(chain[0])
        if number is None or chain[1] not in self._indices[number]:
            return None
        return self._begins[number] + self._indices[number].index(chain[1])

    def __iter__(self) -> Iterator[ChainKey]:
        for number, document in enumerate(self.documents):
            for index in self._indices[number]:
                yield document, index


@cache
def _first(count: int) -> range:
    """Held once for all documents of as many chains."""
    return range(count)


class ByChain(Mapping[ChainKey, Value]):
    """The values of chains: for each place the number of its value in ``values``, or -1."""

    __slots__ = ("_numbers", "_places", "_values")

    def __init__(self, places: ChainPlaces, numbers: array[int], values: Sequence[Value]) -> None:
        self._places = places
        self._numbers = numbers
        self._values = values

    def __getitem__(self, chain: ChainKey) -> Value:
        place = self._places.find(chain)
        number = -1 if place is None else self._numbers[place]
        if number < 0:
            raise KeyError(chain)
        return self._values[number]

    @overload
    def get(self, chain: ChainKey, /) -> Value | None: ...
    @overload
    def get(self, chain: ChainKey, /, default: Value | Other) -> Value | Other: ...
    def get(self, chain: ChainKey, /, default: Value | Other | None = None) -> Value | Other | None:
        """The value of ``chain``, or ``default``; asked for each end of each relation, so without an exception."""
        place = self._places.find(chain)
        number = -1 if place is None else self._numbers[place]
        return default if number < 0 else self._values[number]

    def __iter__(self) -> Iterator[ChainKey]:
        for chain, number in zip(self._places, self._numbers, strict=True):
            if number >= 0:
                yield chain

    def __len__(self) -> int:
        return sum(number >= 0 for number in self._numbers)

    def map(self, values: Sequence[Mapped]) -> ByChain[Mapped]:
        """The same chains with other ``values`` for the numbers."""
        return ByChain(self._places, self._numbers, values)
